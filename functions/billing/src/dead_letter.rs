//! A message that can't be applied, with the reason: what stands in the
//! dead-letter queue.

use anyhow::{Context, Result};
use aws_lambda_events::sqs::SqsMessage;
use aws_sdk_sqs::Client;
use jiff::Timestamp;
use portal_lambda::batch;
use serde::{Deserialize, Serialize};

use crate::read::Refusal;

/// The group of letters whose message had none.
const NO_GROUP: &str = "unreadable";

/// The longest body of an SQS message, in bytes.
const SQS_LONGEST_BYTES: usize = 1024 * 1024;

/// What the intake puts into the dead-letter queue.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DeadLetter {
    /// A code, of those in `docs/billing.md`.
    pub reason: String,
    /// Where and what; may quote the message.
    pub detail: String,
    pub at: Timestamp,
    /// The message as it came, to the byte.
    pub message: String,
}

/// The dead-letter queue, as the intake writes it.
#[derive(Clone)]
pub(crate) struct Grave {
    client: Client,
    url: String,
}

impl Grave {
    pub(crate) fn new(client: Client, url: String) -> Self {
        Self { client, url }
    }

    /// Puts `message` there with its reason, in its own group. Its identifier
    /// deduplicates: a crash before the message was acknowledged brings it
    /// again within SQS's five minutes, and it doesn't stand there twice.
    pub(crate) async fn bury(
        &self,
        message: &SqsMessage,
        refusal: Refusal,
        at: Timestamp,
    ) -> Result<()> {
        let id = message.message_id.as_deref().context("a message without an identifier")?;
        let group = batch::group(message).unwrap_or_else(|| NO_GROUP.to_owned());
        let body = message.body.clone().unwrap_or_default();
        let reason = refusal.reason.to_owned();
        let letter = DeadLetter { reason, detail: refusal.detail, at, message: body.clone() };
        let letter = serde_json::to_string(&letter).context("writing a dead letter")?;
        // One as long as SQS allows leaves no room for a letter around it, and
        // its length says the reason.
        let text = if letter.len() <= SQS_LONGEST_BYTES { letter } else { body };
        let request = self.client.send_message().queue_url(&self.url).message_body(text);
        let request = request.message_group_id(group).message_deduplication_id(id);
        request.send().await.context("sending to the dead letters")?;
        Ok(())
    }
}
