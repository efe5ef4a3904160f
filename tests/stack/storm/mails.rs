//! Mails while SES's replies are lost and the mailer is killed. SES can't be
//! asked twice for the same mail, so the classes promise different things; see
//! `functions/mailer`.

use std::time::{Duration, Instant};

use aws_sdk_sqs::{
    Client,
    types::QueueAttributeName::{
        ApproximateNumberOfMessages, ApproximateNumberOfMessagesNotVisible,
    },
};
use portal_contracts::mail::{Mail, MailClass};
use portal_domain::Language;

use crate::{
    MAILER,
    faults::{self, SES_LOST},
    kills::{Killer, soon_visible_again},
    outside::{aws, mailbox},
    routed::through_faults,
    stack::STACK,
};

/// Mails of each class.
const EACH: usize = 12;
const VICTIMS: [(&str, usize); 1] = [("mailer", 4)];

/// A claim holds a minute.
const PATIENCE: Duration = Duration::from_secs(150);
const KILLING: Duration = Duration::from_secs(8);

#[tokio::test]
async fn a_code_never_comes_twice_and_nothing_else_is_lost() {
    let _ours = MAILER.lock().await;
    soon_visible_again(through_faults(faults::mails(), &[("mailer", None)], async |proxy| {
        let begun = Instant::now();
        let address = format!("storm-{}@example.com", proxy.seed);
        let mails: Vec<Mail> = [MailClass::Code, MailClass::Security, MailClass::Notice]
            .into_iter()
            .flat_map(|class| (0..EACH).map(move |turn| (class, turn)))
            .map(|(class, turn)| mail(class, &format!("{}-{turn}", proxy.seed), &address))
            .collect();
        let killer = Killer::of(&VICTIMS, proxy.seed);
        let queue = Client::new(&aws());
        for mail in &mails {
            let body = serde_json::to_string(mail).unwrap();
            let request = queue.send_message().queue_url(&STACK.queues["mail"]).message_body(body);
            request.send().await.unwrap();
        }
        tokio::time::sleep(KILLING).await;
        let kills = killer.stop().await;
        // What got no answer is tried again after a minute; once is enough to see.
        proxy.clear_up().await;
        // What may be repeated comes late: the last word is the queue's.
        queue_is_done(&queue).await;

        let sent = mailbox(&address).await;
        let times = |mail: &Mail| sent.iter().filter(|sent| sent.subject == mail.subject).count();
        let (codes, kept): (Vec<&Mail>, Vec<&Mail>) =
            mails.iter().partition(|mail| mail.class == MailClass::Code);
        let count = |mails: &[&Mail], wanted: fn(usize) -> bool| {
            mails.iter().filter(|mail| wanted(times(mail))).count()
        };
        let (lost, repeated) = (count(&kept, |times| times == 0), count(&kept, |times| times > 1));
        let (unsent, doubled) =
            (count(&codes, |times| times == 0), count(&codes, |times| times > 1));
        let fired = proxy.fired().await;
        let kills: usize = kills.values().sum();
        println!(
            "mails: N {}, seed {}, {fired}, {kills} kills; notices and security: lost {lost}, \
             repeated {repeated}; codes: not sent {unsent}, doubled {doubled}; {:.0} s",
            mails.len(),
            proxy.seed,
            begun.elapsed().as_secs_f64(),
        );
        assert_eq!((lost, doubled), (0, 0));
        // Only a lost reply, or a death before it was noted, repeats a mail.
        assert!(repeated as u64 <= fired.of(SES_LOST) + kills as u64);
        fired.assert_each();
    }))
    .await;
}

/// Waits until the mail queue holds nothing, seen or unseen.
async fn queue_is_done(queue: &Client) {
    let until = Instant::now() + PATIENCE;
    let counts = [ApproximateNumberOfMessages, ApproximateNumberOfMessagesNotVisible];
    loop {
        let request = queue.get_queue_attributes().queue_url(&STACK.queues["mail"]);
        let answer = request.set_attribute_names(Some(counts.to_vec())).send().await.unwrap();
        let attributes = answer.attributes.unwrap();
        if counts.iter().all(|count| attributes[count] == "0") {
            return;
        }
        assert!(Instant::now() < until, "the mail queue isn't done: {attributes:?}");
        tokio::time::sleep(Duration::from_millis(500)).await;
    }
}

fn mail(class: MailClass, id: &str, to: &str) -> Mail {
    let subject = format!("{class:?} {id}");
    Mail {
        id: format!("storm-{class:?}-{id}").to_lowercase(),
        class,
        to: to.parse().unwrap(),
        language: Language::En,
        text: subject.clone(),
        html: format!("<p>{subject}</p>"),
        subject,
    }
}
