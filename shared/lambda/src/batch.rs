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
