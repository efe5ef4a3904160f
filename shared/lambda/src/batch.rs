//! SQS batches: each message succeeds or fails by itself.

use aws_lambda_events::sqs::{BatchItemFailure, SqsBatchResponse, SqsEvent, SqsMessage};
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

/// Calls `handle` with each message of a FIFO queue, in order. A message that
/// fails, and what follows it in the same group, comes again; other groups go
/// on.
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
pub async fn each_message<F>(
    handle: &F,
    event: SqsEvent,
    group: impl Fn(&SqsMessage) -> Option<String>,
) -> SqsBatchResponse
where
    F: AsyncFn(SqsMessage) -> anyhow::Result<()>,
{
    let mut response = SqsBatchResponse::default();
    let mut stopped = Vec::new();
    for message in event.records {
        let group = group(&message);
        let id = message.message_id.clone().unwrap_or_default();
        let held_up = group.as_ref().is_some_and(|group| stopped.contains(group));
        if held_up || !done(handle, message).await {
            let mut failure = BatchItemFailure::default();
            failure.item_identifier = id;
            response.batch_item_failures.push(failure);
            stopped.extend(group);
        }
    }
    response
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
        fn without_order_exactly_what_failed_comes_again(samples in samples()) {
            let (seen, again) = handled(&samples, |_| None);
            prop_assert_eq!(seen.len(), samples.len());
            let failed = (0..samples.len()).filter(|number| samples[*number].1);
            prop_assert_eq!(again, failed.collect::<Vec<_>>());
        }
    }
}
