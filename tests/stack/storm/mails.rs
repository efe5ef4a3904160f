//! Mails while SES's replies are lost and the mailer is killed. SES can't be
//! asked twice for the same mail, so the classes promise different things; see
//! `functions/mailer`.

use std::time::{Duration, Instant};

use aws_sdk_sqs::Client;
use portal_contracts::mail::{Mail, MailClass};
use portal_domain::Language;

use crate::{
    MAILER,
    faults::{self, SES_LOST},
    kills::{Killer, soon_visible_again},
    outside::{aws, mailbox},
    portal::eventually,
    routed::through_faults,
    stack::STACK,
    tally::queue_is_done,
};

/// Mails of each class.
const EACH: usize = 12;
const VICTIMS: [(&str, usize); 1] = [("mailer", 4)];

/// A claim holds a minute: the faults end before it does.
const KILLING: Duration = Duration::from_secs(8);

#[tokio::test]
async fn a_code_never_comes_twice_and_nothing_else_is_lost() {
    let _ours = MAILER.lock().await;
    soon_visible_again(through_faults(faults::mails(), &[("mailer", None)], async |proxy| {
        let begun = Instant::now();
        let address = format!("storm-{}@example.com", proxy.seed);
        let mails: Vec<Mail> = (0..EACH)
            .flat_map(|turn| {
                [MailClass::Code, MailClass::Security, MailClass::Notice].map(|class| (class, turn))
            })
            .map(|(class, turn)| mail(class, &format!("{}-{turn}", proxy.seed), &address))
            .collect();
        let queue = Client::new(&aws());
        // The faults first: of what a killed one held nothing is seen for a while.
        let (faulty, killed) = mails.split_at(mails.len() / 2);
        send(&queue, faulty).await;
        eventually("each kind of fault", async || proxy.fired().await.each().then_some(())).await;
        let killer = Killer::of(&VICTIMS, proxy.seed);
        send(&queue, killed).await;
        tokio::time::sleep(KILLING).await;
        let kills = killer.stop().await;
        // What got no answer is tried again after a minute; once is enough to see.
        proxy.clear_up().await;
        // What may be repeated comes late: the last word is the queue's.
        queue_is_done("mail").await;

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
    }))
    .await;
}

async fn send(queue: &Client, mails: &[Mail]) {
    for mail in mails {
        let body = serde_json::to_string(mail).unwrap();
        let request = queue.send_message().queue_url(&STACK.queues["mail"]).message_body(body);
        request.send().await.unwrap();
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
