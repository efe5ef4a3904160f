//! SQS batches: each message succeeds or fails by itself.

use aws_lambda_events::sqs::{BatchItemFailure, SqsBatchResponse, SqsEvent, SqsMessage};
use futures_util::future::join_all;
use lambda_runtime::{Error, LambdaEvent, run, service_fn};

/// Calls `handle` with each message of a standard queue. What fails comes
/// again; the others are done.
pub async fn run_batches<F>(handle: F) -> Result<(), Error>
where
    F: AsyncFn(SqsMessage) -> anyhow::Result<()>,
{
    let handle = &handle;
    run(service_fn(async |event: LambdaEvent<SqsEvent>| {
        Ok::<_, Error>(each_message(handle, event.payload, |_| None).await)
    }))
    .await
}

/// Calls `handle` with each message of a FIFO queue: in order within a group,
/// different groups at the same time. A message that fails, and what follows it
/// in the same group, comes again; other groups go on.
pub async fn run_batches_in_order<F>(handle: F) -> Result<(), Error>
where
    F: AsyncFn(SqsMessage) -> anyhow::Result<()>,
{
    let handle = &handle;
    run(service_fn(async |event: LambdaEvent<SqsEvent>| {
        Ok::<_, Error>(each_message(handle, event.payload, group).await)
    }))
    .await
}

/// The message group of a message of a FIFO queue.
pub fn group(message: &SqsMessage) -> Option<String> {
    message.attributes.get("MessageGroupId").cloned()
}

/// Handles a batch and names what failed. The names are those of the batch:
/// one unknown name, and SQS would deliver everything again.
///
/// Messages of one group go one after the other, and so do those of none;
/// different groups go at the same time.
pub async fn each_message<F>(
    handle: &F,
    event: SqsEvent,
    group: impl Fn(&SqsMessage) -> Option<String>,
) -> SqsBatchResponse
where
    F: AsyncFn(SqsMessage) -> anyhow::Result<()>,
{
    let mut lanes: Vec<Lane> = Vec::new();
    for (place, message) in event.records.into_iter().enumerate() {
        let group = group(&message);
        match lanes.iter_mut().find(|lane| lane.group == group) {
            Some(lane) => lane.messages.push((place, message)),
            None => lanes.push(Lane { group, messages: vec![(place, message)] }),
        }
    }
    let mut failed = join_all(lanes.into_iter().map(|lane| lane.run(handle))).await.concat();
    failed.sort();
    let mut response = SqsBatchResponse::default();
    response.batch_item_failures = failed.into_iter().map(|(_, id)| failure(id)).collect();
    response
}

/// Messages of a batch that are of one group, with their places in it.
struct Lane {
    group: Option<String>,
    messages: Vec<(usize, SqsMessage)>,
}

impl Lane {
    /// What comes again: places and identifiers.
    async fn run<F>(self, handle: &F) -> Vec<(usize, String)>
    where
        F: AsyncFn(SqsMessage) -> anyhow::Result<()>,
    {
        let mut failed = Vec::new();
        for (place, message) in self.messages {
            let id = message.message_id.clone().unwrap_or_default();
            let held_up = self.group.is_some() && !failed.is_empty();
            if held_up || !done(handle, message).await {
                failed.push((place, id));
            }
        }
        failed
    }
}

fn failure(id: String) -> BatchItemFailure {
    let mut failure = BatchItemFailure::default();
    failure.item_identifier = id;
    failure
}

async fn done<F>(handle: &F, message: SqsMessage) -> bool
where
    F: AsyncFn(SqsMessage) -> anyhow::Result<()>,
{
    let id = message.message_id.clone().unwrap_or_default();
    // Boxed: as one state machine with the runtime's it's too deep for the
    // compiler.
    match Box::pin(handle(message)).await {
        Ok(()) => {
            tracing::info!(message.id = id, "a message was handled");
            true
        }
        Err(cause) => {
            tracing::error!(message.id = id, cause = format!("{cause:#}"), "a message failed");
            false
        }
    }
}

#[cfg(test)]
mod tests {
    use std::{cell::RefCell, collections::HashSet};

    use proptest::prelude::*;

    use super::*;

    /// A message: its group, and whether it fails.
    type Sample = (Option<u8>, bool);

    fn batch(samples: &[Sample]) -> SqsEvent {
        let records = samples.iter().enumerate().map(|(number, (group, _))| {
            let mut message = SqsMessage::default();
            message.message_id = Some(number.to_string());
            if let Some(group) = group {
                let name = "MessageGroupId".to_owned();
                message.attributes.insert(name, group.to_string());
            }
            message
        });
        let mut event = SqsEvent::default();
        event.records = records.collect();
        event
    }

    /// The numbers of the messages that were handled, and of those that come
    /// again.
    fn handled(
        samples: &[Sample],
        group: impl Fn(&SqsMessage) -> Option<String>,
    ) -> (Vec<usize>, Vec<usize>) {
        let seen = RefCell::new(Vec::new());
        let handle = async |message: SqsMessage| {
            let number: usize = message.message_id.unwrap_or_default().parse()?;
            seen.borrow_mut().push(number);
            anyhow::ensure!(!samples[number].1, "it fails");
            Ok(())
        };
        let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
        let response = runtime.block_on(each_message(&handle, batch(samples), group));
        let again = response.batch_item_failures.into_iter();
        let again = again.map(|failure| failure.item_identifier.parse().unwrap()).collect();
        (seen.into_inner(), again)
    }

    fn samples() -> impl Strategy<Value = Vec<Sample>> {
        prop::collection::vec((prop::option::weighted(0.9, 0..4u8), any::<bool>()), 0..=10)
    }

    proptest! {
        #[test]
        fn only_messages_of_the_batch_come_again_and_each_once(samples in samples()) {
            let (_, again) = handled(&samples, group);
            prop_assert!(again.iter().all(|number| *number < samples.len()));
            prop_assert_eq!(again.iter().collect::<HashSet<_>>().len(), again.len());
        }

        #[test]
        fn in_order_everything_of_a_group_after_its_first_failure_comes_again(samples in samples()) {
            let (seen, again) = handled(&samples, group);
            let failed_before = |number: usize| {
                samples[..number].iter().any(|(group, fails)| {
                    *fails && group.is_some() && *group == samples[number].0
                })
            };
            for (number, (_, fails)) in samples.iter().enumerate() {
                prop_assert_eq!(seen.contains(&number), !failed_before(number));
                prop_assert_eq!(again.contains(&number), *fails || failed_before(number));
            }
        }

        #[test]
        fn messages_of_one_group_are_handled_in_their_order(samples in samples()) {
            let (seen, again) = handled(&samples, group);
            for group in [None, Some(0), Some(1), Some(2), Some(3)] {
                let of_group = seen.iter().filter(|number| samples[**number].0 == group);
                prop_assert!(of_group.is_sorted());
            }
            prop_assert!(again.is_sorted());
        }

        #[test]
        fn without_order_exactly_what_failed_comes_again(samples in samples()) {
            let (seen, again) = handled(&samples, |_| None);
            prop_assert_eq!(seen.len(), samples.len());
            let failed = (0..samples.len()).filter(|number| samples[*number].1);
            prop_assert_eq!(again, failed.collect::<Vec<_>>());
        }
    }

    #[test]
    fn one_group_does_not_wait_for_another_and_never_runs_twice_at_once() {
        // The first message waits for the third, which is of another group; the
        // second must not begin before the first is done.
        let samples = [(Some(1), false), (Some(1), false), (Some(2), false)];
        let (told, hears) = tokio::sync::oneshot::channel();
        let (told, hears) = (RefCell::new(Some(told)), RefCell::new(Some(hears)));
        let done = RefCell::new(Vec::new());
        let handle = async |message: SqsMessage| {
            let number: usize = message.message_id.unwrap_or_default().parse()?;
            let hears = hears.borrow_mut().take_if(|_| number == 0);
            if let Some(hears) = hears {
                hears.await?;
            }
            let told = told.borrow_mut().take_if(|_| number == 2);
            if let Some(told) = told {
                told.send(()).unwrap();
            }
            done.borrow_mut().push(number);
            Ok(())
        };
        let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
        let response = runtime.block_on(each_message(&handle, batch(&samples), group));
        assert_eq!(response.batch_item_failures.len(), 0);
        assert_eq!(done.into_inner(), [2, 0, 1]);
    }
}
