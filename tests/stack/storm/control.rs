//! The control: the same weather and the same count, and a hand-over that isn't
//! made for it. If nothing is lost and nothing is doubled here, the other tests
//! show nothing.

use std::time::{Duration, Instant};

use aws_sdk_dynamodb::Client;
use portal_changes::State;

use crate::{
    HANDOVER,
    asking::{Asked, Repeats, approve, contacts_and_addresses, propose},
    faults::data_and_queues,
    kills::Killer,
    outside::{aws, effects},
    routed::through_faults,
    stack::STACK,
    tally::{Effects, not_yet, queue_is_done},
};

const VICTIMS: [(&str, usize); 1] = [("changes-handover", 30)];

/// So few changes may get through unharmed by luck, but not again and again.
const ROUNDS: usize = 3;

/// How long it is killed, and how long something may take after that.
const KILLING: Duration = Duration::from_secs(20);
const PATIENCE: Duration = Duration::from_secs(20);

#[tokio::test]
async fn a_naive_hand_over_is_found_out() {
    let _ours = HANDOVER.lock().await;
    let naive = [("changes-handover", Some(env!("CARGO_BIN_EXE_naive-handover")))];
    for round in 1..=ROUNDS {
        let (before, mut asked, mut found) = (effects(), Vec::new(), false);
        through_faults(data_and_queues(), &naive, async |proxy| {
            let begun = Instant::now();
            let repeats = Repeats::default();
            asked = propose(contacts_and_addresses(proxy.seed), &repeats, proxy.seed).await;
            let killer = Killer::of(&VICTIMS, proxy.seed);
            approve(&asked, &repeats).await;
            not_yet(&asked, &["handed_over", "applied"], KILLING).await;
            let kills = killer.stop().await;

            // Lost is what it says it handed over, and neither the queue nor billing has.
            let open = not_yet(&asked, &["applied"], PATIENCE).await;
            queue_is_done("billing_commands").await;
            let waits = |asked: &&Asked| {
                open.contains(&(asked.change.clone(), State::Approved.as_str().to_owned()))
            };
            let claimed: Vec<Asked> = asked.iter().filter(|asked| !waits(asked)).cloned().collect();
            let fired = proxy.fired().await;
            let done = Effects::of(&claimed, &before);
            found = done.lost + done.doubled > 0;
            println!(
                "control {round} (naive hand-over): N {}, seed {}, {fired}, {} kills; \
                 effects: lost {}, doubled {}, phantom {}; {:.0} s",
                asked.len(),
                proxy.seed,
                kills.values().sum::<usize>(),
                done.lost,
                done.doubled,
                done.phantom,
                begun.elapsed().as_secs_f64(),
            );
        })
        .await;
        give_back(&asked).await;
        if found {
            return;
        }
    }
    panic!("the count doesn't see what a naive hand-over does");
}

/// Makes due again what the naive one lost, for the real one to hand over: so
/// that it is seen to be back, and nothing stays open.
async fn give_back(asked: &[Asked]) {
    let client = Client::new(&aws());
    let table = &STACK.tables["changes"];
    for Asked { customer, change, .. } in asked {
        let change = portal_changes::find(&client, table, customer, change).await.unwrap();
        let mut change = change.unwrap();
        if change.state == State::HandedOver {
            change.state = State::Approved;
            change.history.pop();
            let put = client.put_item().table_name(table).set_item(Some(change.to_item().unwrap()));
            put.send().await.unwrap();
        }
    }
    let open = not_yet(asked, &["applied"], crate::portal::PATIENCE).await;
    assert_eq!(open, [], "the real hand-over isn't back");
}
