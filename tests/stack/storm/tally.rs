//! Counting what came of approved changes at billing, and in people's mailboxes.

use std::{
    collections::{BTreeMap, BTreeSet},
    time::{Duration, Instant},
};

use aws_sdk_sqs::types::QueueAttributeName::{
    ApproximateNumberOfMessages, ApproximateNumberOfMessagesNotVisible,
};
use portal_domain::ChangeId;
use synthetic::billing::ledger::Count;

use crate::{
    asking::Asked,
    outside::{aws, effects, mailbox},
    portal::eventually,
    stack::STACK,
};

/// Effects at billing, against what was approved.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Effects {
    /// Approved, and billing did nothing.
    pub lost: usize,
    /// Billing did it more than once.
    pub doubled: usize,
    /// Billing did it, and nobody approved it.
    pub phantom: usize,
}

impl Effects {
    /// Counts what the ledger has more than it had `before`.
    pub fn of(asked: &[Asked], before: &BTreeMap<ChangeId, Count>) -> Self {
        let now = effects();
        let ours: BTreeSet<&ChangeId> = asked.iter().map(|asked| &asked.change).collect();
        let times =
            |change: &ChangeId| now.get(change).map_or(0, |count| count.applied + count.refused);
        let new = now.keys().filter(|change| !before.contains_key(*change));
        Self {
            lost: ours.iter().filter(|change| times(change) == 0).count(),
            doubled: ours.iter().filter(|change| times(change) > 1).count(),
            phantom: new.filter(|change| !ours.contains(change)).count(),
        }
    }
}

/// The changes that aren't in a state of `wanted`, looked at directly, once all
/// are or patience ends.
pub async fn not_yet(
    asked: &[Asked],
    wanted: &[&str],
    patience: Duration,
) -> Vec<(ChangeId, String)> {
    let client = aws_sdk_dynamodb::Client::new(&aws());
    let until = Instant::now() + patience;
    let mut open = asked.to_vec();
    loop {
        let mut missing = Vec::new();
        let mut left = Vec::new();
        for asked in open {
            let table = &STACK.tables["changes"];
            let found = portal_changes::find(&client, table, &asked.customer, &asked.change);
            let state = found.await.unwrap().map_or("gone", |change| change.state.as_str());
            if !wanted.contains(&state) {
                missing.push((asked.change.clone(), state.to_owned()));
                left.push(asked);
            }
        }
        if missing.is_empty() || Instant::now() > until {
            return missing;
        }
        open = left;
        tokio::time::sleep(Duration::from_millis(500)).await;
    }
}

/// How many of the expected mails never came, and how many came too often.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Mails {
    pub lost: usize,
    pub doubled: usize,
}

/// Of each change two mails are expected, of two subjects: that it was
/// approved, and that it was applied. Waits until all came or patience ends.
pub async fn notices(asked: &[Asked], patience: Duration) -> Mails {
    let until = Instant::now() + patience;
    loop {
        let mut count = Mails::default();
        for role in asked.iter().map(|asked| asked.role).collect::<BTreeSet<_>>() {
            let mails = mailbox(STACK.login(role).login.as_str()).await;
            for asked in asked.iter().filter(|asked| asked.role == role) {
                let about = mails.iter().filter(|mail| mail.text.contains(asked.change.as_str()));
                let subjects: Vec<&str> = about.map(|mail| mail.subject.as_str()).collect();
                let different = subjects.iter().collect::<BTreeSet<_>>().len();
                count.lost += 2_usize.saturating_sub(different);
                count.doubled += subjects.len() - different;
            }
        }
        if count.lost == 0 || Instant::now() > until {
            return count;
        }
        tokio::time::sleep(Duration::from_secs(1)).await;
    }
}

/// Waits until a queue holds nothing, seen or unseen.
pub async fn queue_is_done(queue: &str) {
    let client = aws_sdk_sqs::Client::new(&aws());
    let counts = [ApproximateNumberOfMessages, ApproximateNumberOfMessagesNotVisible];
    eventually(&format!("the queue {queue} to be empty"), async || {
        let request = client.get_queue_attributes().queue_url(&STACK.queues[queue]);
        let answer = request.set_attribute_names(Some(counts.to_vec())).send().await.unwrap();
        let attributes = answer.attributes.unwrap();
        counts.iter().all(|count| attributes[count] == "0").then_some(())
    })
    .await;
}
