//! Looking at dead letters and sending them again: what an operations engineer
//! does from a terminal (`billing-dead-letters`).
//!
//! SQS has no way to read a queue without taking from it, so a look takes the
//! letters and gives them back at once. Of one customer it shows ten at a time:
//! a FIFO queue holds the next ones back until those are gone.

use std::collections::HashSet;

use anyhow::{Context, Result};
use aws_sdk_sqs::{
    Client,
    types::{Message, MessageSystemAttributeName, QueueAttributeName},
};
use jiff::Timestamp;
use serde_json::Value;

use crate::{DeadLetter, LONGEST_BYTES};

/// How long a letter stays ours while we look at it or send it.
const HELD_SECONDS: i32 = 60;

/// The reason of a letter that SQS moved after the last try.
const GAVE_UP: &str = "gave_up";

/// The dead-letter queue, as an engineer sees it.
pub struct DeadLetters {
    client: Client,
    dead_letters: String,
}

/// A letter, as it is listed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shown {
    /// What `resend --id` takes.
    pub id: String,
    pub reason: String,
    /// Where and what; may quote the message.
    pub detail: String,
    pub customer: String,
    /// As the message says; `?` when it can't be told.
    pub r#type: String,
    /// When it became a dead letter.
    pub since: Option<Timestamp>,
    pub message: String,
}

/// Which letters to send again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Which {
    All,
    Only(HashSet<String>),
}

impl DeadLetters {
    /// `dead_letters` is the queue's address.
    pub fn new(client: Client, dead_letters: String) -> Self {
        Self { client, dead_letters }
    }

    /// How many there are, those included that somebody is looking at. SQS
    /// counts approximately.
    pub async fn count(&self) -> Result<u64> {
        let wanted = [
            QueueAttributeName::ApproximateNumberOfMessages,
            QueueAttributeName::ApproximateNumberOfMessagesNotVisible,
        ];
        let request = self.client.get_queue_attributes().queue_url(&self.dead_letters);
        let answer = request.set_attribute_names(Some(wanted.to_vec())).send().await;
        let attributes = answer.context("counting dead letters")?.attributes.unwrap_or_default();
        let number = |name| attributes.get(&name).and_then(|text| text.parse::<u64>().ok());
        Ok(wanted.into_iter().filter_map(number).sum())
    }

    /// The letters that can be seen now; they stay where they are.
    pub async fn list(&self) -> Result<Vec<Shown>> {
        let taken = self.take_all().await;
        let (taken, failed) = match taken {
            Ok(taken) => (taken, None),
            Err((taken, cause)) => (taken, Some(cause)),
        };
        for message in &taken {
            self.give_back(message).await?;
        }
        match failed {
            Some(cause) => Err(cause),
            None => Ok(taken.iter().map(Shown::of).collect()),
        }
    }

    /// Sends letters again to the queue `updates`, in their order and groups,
    /// and takes them out of this one. Those that come back, because they're still wrong, are left
    /// for the next time: only what was there at `now` is sent. Gives how many.
    pub async fn resend(&self, updates: &str, which: &Which, now: Timestamp) -> Result<usize> {
        let mut sent = 0;
        let mut passed = Vec::new();
        loop {
            let some = self.take().await?;
            if some.is_empty() {
                break;
            }
            for message in some {
                let letter = Shown::of(&message);
                let chosen = match which {
                    Which::All => letter.since.is_none_or(|since| since <= now),
                    Which::Only(ids) => ids.contains(&letter.id),
                };
                if chosen {
                    self.send_again(updates, &message, &letter).await?;
                    sent += 1;
                } else {
                    passed.push(message);
                }
            }
        }
        for message in &passed {
            self.give_back(message).await?;
        }
        Ok(sent)
    }

    /// Everything that SQS gives until it gives nothing more; on an error, what
    /// was taken by then.
    async fn take_all(&self) -> Result<Vec<Message>, (Vec<Message>, anyhow::Error)> {
        let mut taken = Vec::new();
        loop {
            match self.take().await {
                Ok(some) if some.is_empty() => return Ok(taken),
                Ok(some) => taken.extend(some),
                Err(cause) => return Err((taken, cause)),
            }
        }
    }

    async fn take(&self) -> Result<Vec<Message>> {
        let request = self.client.receive_message().queue_url(&self.dead_letters);
        let request = request.max_number_of_messages(10).visibility_timeout(HELD_SECONDS);
        let request = request
            .wait_time_seconds(1)
            .message_system_attribute_names(MessageSystemAttributeName::All);
        let answer = request.send().await.context("receiving dead letters")?;
        Ok(answer.messages.unwrap_or_default())
    }

    async fn give_back(&self, message: &Message) -> Result<()> {
        let request = self.client.change_message_visibility().queue_url(&self.dead_letters);
        let request = request.set_receipt_handle(message.receipt_handle.clone());
        request.visibility_timeout(0).send().await.context("giving back a dead letter")?;
        Ok(())
    }

    /// Sends, then deletes. A crash between sends it again the next time, under
    /// the same identifier, which SQS and the updates' versions suppress.
    async fn send_again(&self, updates: &str, message: &Message, letter: &Shown) -> Result<()> {
        let request = self.client.send_message().queue_url(updates);
        let request = request.message_body(&letter.message).message_group_id(&letter.customer);
        let request = request.message_deduplication_id(format!("again-{}", letter.id));
        request.send().await.context("sending a dead letter again")?;
        let request = self.client.delete_message().queue_url(&self.dead_letters);
        let request = request.set_receipt_handle(message.receipt_handle.clone());
        request.send().await.context("deleting a dead letter")?;
        Ok(())
    }
}

impl Shown {
    fn of(message: &Message) -> Self {
        let attribute = |name| message.attributes.as_ref().and_then(|all| all.get(&name)).cloned();
        let body = message.body.clone().unwrap_or_default();
        let sent = attribute(MessageSystemAttributeName::SentTimestamp);
        let since = sent
            .and_then(|millis| millis.parse().ok())
            .and_then(|millis| Timestamp::from_millisecond(millis).ok());
        let (reason, detail, message_body) = match serde_json::from_str::<DeadLetter>(&body) {
            Ok(letter) => (letter.reason, letter.detail, letter.message),
            // Moved by SQS, or too long to be put into a letter: as it came.
            Err(_) if body.len() > LONGEST_BYTES => {
                ("too_large".to_owned(), format!("{} bytes", body.len()), body)
            }
            Err(_) => (GAVE_UP.to_owned(), "tried until the queue gave up".to_owned(), body),
        };
        let value: Value = serde_json::from_str(&message_body).unwrap_or_default();
        Self {
            id: message.message_id.clone().unwrap_or_default(),
            reason,
            detail,
            customer: attribute(MessageSystemAttributeName::MessageGroupId).unwrap_or_default(),
            r#type: value["type"].as_str().unwrap_or("?").to_owned(),
            since,
            message: message_body,
        }
    }
}
