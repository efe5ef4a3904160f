//! Killing processes of functions, again and again, until told to stop; and
//! giving back soon what they held.

use std::{
    collections::BTreeMap,
    panic::AssertUnwindSafe,
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
    time::Duration,
};

use aws_sdk_sqs::types::QueueAttributeName::VisibilityTimeout;
use futures_util::FutureExt;
use tokio::task::JoinHandle;

use crate::{
    outside::{aws, kill},
    stack::STACK,
};

/// What a killed function held comes back after so many seconds, instead of the
/// minutes that production gives a slow one. Twice that is longer than a mailer's
/// claim holds, so a mail is taken over before its queue gives it up.
const VISIBLE_AGAIN: [(&str, u32); 2] = [("billing_updates", 12), ("mail", 33)];

/// Somebody who kills.
pub struct Killer {
    going: Arc<AtomicBool>,
    task: JoinHandle<BTreeMap<&'static str, usize>>,
}

impl Killer {
    /// Kills the functions in turn, each `most` times at most: fewer than its
    /// queue's `maxReceiveCount`, or a message that dies each time is given up,
    /// as it should be. The pauses are of different lengths, so that kills meet
    /// every stage of the work.
    pub fn of(victims: &'static [(&'static str, usize)], mut dice: u64) -> Self {
        let going = Arc::new(AtomicBool::new(true));
        let still = going.clone();
        let task = tokio::spawn(async move {
            let mut kills = BTreeMap::new();
            while still.load(Ordering::Relaxed) {
                dice = dice.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
                tokio::time::sleep(Duration::from_millis(60 + (dice >> 33) % 400)).await;
                let (victim, most) = victims[(dice >> 20) as usize % victims.len()];
                let count = kills.entry(victim).or_default();
                if *count < most {
                    *count += kill(victim);
                }
            }
            kills
        });
        Self { going, task }
    }

    /// Stops, and says how many processes of each function were killed.
    pub async fn stop(self) -> BTreeMap<&'static str, usize> {
        self.going.store(false, Ordering::Relaxed);
        let kills = self.task.await.unwrap();
        assert!(kills.values().sum::<usize>() > 0, "nothing was killed: the test shows nothing");
        kills
    }
}

/// Lets what a killed function held come back soon while `work` goes on. Not
/// for two at the same time: each would put back what the other has set.
pub async fn soon_visible_again(work: impl Future<Output = ()>) {
    let before = visibility(&VISIBLE_AGAIN.map(|(queue, after)| (queue, after.to_string()))).await;
    let outcome = AssertUnwindSafe(work).catch_unwind().await;
    visibility(&before).await;
    if let Err(panic) = outcome {
        std::panic::resume_unwind(panic);
    }
}

/// Sets how long the queues hide what was taken, and tells what it was before.
async fn visibility(queues: &[(&'static str, String)]) -> Vec<(&'static str, String)> {
    let client = aws_sdk_sqs::Client::new(&aws());
    let mut before = Vec::new();
    for (queue, seconds) in queues {
        let url = &STACK.queues[*queue];
        let request =
            client.get_queue_attributes().queue_url(url).attribute_names(VisibilityTimeout);
        let attributes = request.send().await.unwrap().attributes.unwrap();
        before.push((*queue, attributes[&VisibilityTimeout].clone()));
        let request = client.set_queue_attributes().queue_url(url);
        request.attributes(VisibilityTimeout, seconds).send().await.unwrap();
    }
    before
}
