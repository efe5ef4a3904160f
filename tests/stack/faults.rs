//! Function processes are killed and batches are delivered twice, and still:
//! each reading is applied once, each notice is one mail.

use serde_json::json;
use tokio::sync::RwLock;

use crate::{
    kills::{Killer, soon_visible_again},
    main_loop::one_mail_of_each,
    outside::{effects, invoke},
    portal::{Portal, eventually},
    reading::{Dial, approve, dials, reaches, send},
    stack::STACK,
};

/// Who stands between an approval and its outcome, and how often each is killed
/// at most: the intake less often than its queue's `maxReceiveCount`. The mailer
/// not at all: a notice that it dies over may be repeated, see `storm/mails.rs`.
const HANDS_OVER: [(&str, usize); 1] = [("changes-handover", 6)];
const TAKES_IN: [(&str, usize); 1] = [("billing", 3)];

/// Who kills has this for writing; who calls a function directly, and needs its
/// answer, for reading. The other tests only wait longer for what was killed.
static ALIVE: RwLock<()> = RwLock::const_new(());

/// Readings of as many meters of the property manager, from the second
/// customer on: the first one's are another test's.
async fn some_dials(portal: &Portal, skip: usize, count: usize) -> Vec<Dial> {
    let mut all = Vec::new();
    for customer in STACK.login("property_manager").customers.iter().skip(1) {
        all.extend(dials(portal, customer).await);
    }
    let some: Vec<Dial> = all.into_iter().skip(skip).take(count).collect();
    assert_eq!(some.len(), count, "the property manager has too few meters");
    some
}

async fn propose(portal: &Portal, dials: &[Dial]) -> Vec<(String, String)> {
    let mut changes = Vec::new();
    for dial in dials {
        changes.push((dial.customer.clone(), send(portal, dial).await));
    }
    changes
}

async fn each_was_applied_and_told_once(portal: &Portal, changes: &[(String, String)]) {
    let address = &STACK.login("property_manager").login;
    for (customer, change) in changes {
        reaches(portal, customer, change, "applied").await;
        one_mail_of_each(address, change, &["approved", "applied"]).await;
    }
    let effects = effects();
    for (_, change) in changes {
        let count = effects[&change.parse().unwrap()];
        assert_eq!((count.applied, count.refused), (1, 0), "{change}");
    }
}

#[tokio::test]
async fn killed_functions_lose_and_double_nothing() {
    let (portal, operator) = (Portal::of("property_manager").await, Portal::of("operator").await);
    let changes = propose(&portal, &some_dials(&portal, 0, 8).await).await;

    let _nobody_calls = ALIVE.write().await;
    soon_visible_again(async {
        let killer = Killer::of(&HANDS_OVER, 1);
        approve(&operator, &changes).await;
        let (customer, change) = &changes[0];
        let path = format!("/api/changes/customers/{customer}/changes/{change}");
        eventually("a change to be handed over", async || {
            let state = portal.get(&path).await.ok()["state"].clone();
            (state != json!("approved")).then_some(())
        })
        .await;
        // From here on the outcomes come in, which is what the intake dies over.
        let intake = Killer::of(&TAKES_IN, 2);
        for (customer, change) in &changes {
            reaches(&portal, customer, change, "applied").await;
        }
        println!("killed: {:?}, {:?}", killer.stop().await, intake.stop().await);
    })
    .await;
    each_was_applied_and_told_once(&portal, &changes).await;
}

#[tokio::test]
async fn a_hand_over_that_is_woken_again_and_again_does_it_once() {
    let (portal, operator) = (Portal::of("property_manager").await, Portal::of("operator").await);
    let changes = propose(&portal, &some_dials(&portal, 8, 4).await).await;
    approve(&operator, &changes).await;
    let _alive = ALIVE.read().await;
    let wake = json!({ "Records": [] });
    for _ in 0..3 {
        tokio::join!(
            invoke("changes-handover", &wake),
            invoke("changes-handover", &wake),
            invoke("changes-handover", &wake)
        );
    }
    each_was_applied_and_told_once(&portal, &changes).await;
}

/// The outcome and the mail of a change, delivered once more by hand, as a
/// queue may do: a batch that was done and whose acknowledgement was lost.
#[tokio::test]
async fn a_batch_that_comes_twice_is_done_once() {
    let (portal, operator) = (Portal::of("property_manager").await, Portal::of("operator").await);
    let changes = propose(&portal, &some_dials(&portal, 12, 1).await).await;
    approve(&operator, &changes).await;
    each_was_applied_and_told_once(&portal, &changes).await;

    let (customer, change) = &changes[0];
    let path = format!("/api/changes/customers/{customer}/changes/{change}");
    let before = portal.get(&path).await.ok();
    let entries = synthetic::billing::ledger::read(std::path::Path::new(&STACK.ledger)).unwrap();
    let updates = entries.into_iter().find_map(|line| match line {
        synthetic::billing::ledger::Line::Effect(entry)
            if entry.change.as_ref().is_some_and(|id| id.as_str() == change) =>
        {
            Some(entry.updates)
        }
        _ => None,
    });
    let records: Vec<_> = updates
        .unwrap()
        .iter()
        .chain([])
        .map(|update| {
            json!({
                "messageId": update.id, "receiptHandle": "again", "eventSource": "aws:sqs",
                "body": serde_json::to_string(update).unwrap(),
                "attributes": { "MessageGroupId": update.customer, "ApproximateReceiveCount": "2" },
                "messageAttributes": {},
            })
        })
        .collect();
    let _alive = ALIVE.read().await;
    for _ in 0..2 {
        let answer = invoke("billing", &json!({ "Records": records })).await;
        assert_eq!(answer["batchItemFailures"], json!([]), "{answer}");
    }
    assert_eq!(portal.get(&path).await.ok(), before, "a repeat changed something");
    each_was_applied_and_told_once(&portal, &changes).await;
}
