//! The billing system's end of `billing-updates.fifo`.

use anyhow::{Context, Result, ensure};
use aws_sdk_sqs::{
    Client,
    types::{QueueAttributeName, SendMessageBatchRequestEntry},
};
use portal_contracts::update::Update;
use tokio::task::JoinSet;

use crate::{generate::Utility, messages};

/// A batch holds this many messages at most, and this many bytes.
const BATCH: usize = 10;
const BATCH_BYTES: usize = 240 * 1024;
/// Batches on their way at the same time, of different customers.
const LANES: usize = 8;
/// How often a batch's leftovers are sent again.
const TRIES: usize = 8;

/// A message as the queue sees it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Message {
    /// Within a group (a customer) order is kept.
    pub group: String,
    /// Sent twice within five minutes, it is delivered once.
    pub id: String,
    pub body: String,
}

impl Message {
    pub fn of(update: &Update) -> Result<Self> {
        let body = serde_json::to_string(update).context("writing an update as JSON")?;
        Ok(Self { group: update.customer.to_string(), id: update.id.clone(), body })
    }
}

/// The queue of updates, to send to.
#[derive(Clone)]
pub struct Updates {
    client: Client,
    url: String,
}

impl Updates {
    pub fn new(client: Client, url: String) -> Self {
        Self { client, url }
    }

    /// Sends everything that fills an empty portal: the personas first, each
    /// customer's messages in order, several customers at a time.
    pub async fn fill(&self, utility: &Utility) -> Result<usize> {
        let mut lanes = vec![Vec::new(); LANES];
        for (place, updates) in messages::fill(utility)?.iter().enumerate() {
            if let Some(lane) = lanes.get_mut(place % LANES) {
                lane.extend(updates.iter().map(Message::of).collect::<Result<Vec<_>>>()?);
            }
        }
        let sent = lanes.iter().map(Vec::len).sum();
        let mut sending = JoinSet::new();
        for lane in lanes {
            let queue = self.clone();
            sending.spawn(async move { queue.send_messages(lane).await });
        }
        while let Some(done) = sending.join_next().await {
            done.context("waiting for a lane")??;
        }
        Ok(sent)
    }

    /// Sends updates in this order.
    pub async fn send(&self, updates: &[Update]) -> Result<()> {
        self.send_messages(updates.iter().map(Message::of).collect::<Result<_>>()?).await
    }

    /// Sends messages in this order, whatever is in them.
    pub async fn send_messages(&self, messages: Vec<Message>) -> Result<()> {
        for batch in batches(messages) {
            self.send_batch(batch).await?;
        }
        Ok(())
    }

    async fn send_batch(&self, mut batch: Vec<Message>) -> Result<()> {
        for _ in 0..TRIES {
            let mut request = self.client.send_message_batch().queue_url(&self.url);
            for (place, message) in batch.iter().enumerate() {
                request = request.entries(entry(place, message)?);
            }
            let answer = request.send().await.context("sending a batch")?;
            // From the first that failed on, so that the order holds.
            let failed =
                answer.failed().iter().filter_map(|failed| failed.id().parse::<usize>().ok());
            match failed.min() {
                None => return Ok(()),
                Some(first) => batch = batch.split_off(first),
            }
        }
        ensure!(batch.is_empty(), "{} messages were not taken", batch.len());
        Ok(())
    }

    /// Whether everything sent was taken in: nothing waits and nothing is
    /// being worked on.
    pub async fn is_empty(&self) -> Result<bool> {
        let waiting = [
            QueueAttributeName::ApproximateNumberOfMessages,
            QueueAttributeName::ApproximateNumberOfMessagesNotVisible,
        ];
        let request = self.client.get_queue_attributes().queue_url(&self.url);
        let answer = request
            .set_attribute_names(Some(waiting.to_vec()))
            .send()
            .await
            .context("asking a queue's length")?;
        let attributes = answer.attributes.context("reading a queue's length")?;
        Ok(waiting.iter().all(|name| attributes.get(name).is_some_and(|length| length == "0")))
    }
}

/// Messages in their order, in as few batches as the queue allows.
fn batches(messages: Vec<Message>) -> Vec<Vec<Message>> {
    let (mut batches, mut batch, mut bytes) = (Vec::new(), Vec::new(), 0);
    for message in messages {
        let full = batch.len() == BATCH || bytes + message.body.len() > BATCH_BYTES;
        if full && !batch.is_empty() {
            batches.push(std::mem::take(&mut batch));
            bytes = 0;
        }
        bytes += message.body.len();
        batch.push(message);
    }
    if !batch.is_empty() {
        batches.push(batch);
    }
    batches
}

fn entry(place: usize, message: &Message) -> Result<SendMessageBatchRequestEntry> {
    let entry =
        SendMessageBatchRequestEntry::builder().id(place.to_string()).message_body(&message.body);
    let entry = entry.message_group_id(&message.group).message_deduplication_id(&message.id);
    entry.build().context("making a batch's entry")
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn batches_keep_the_order_and_the_limits(
            sizes in proptest::collection::vec(0..200 * 1024_usize, 0..40),
        ) {
            let message = |(place, size): (usize, &usize)| {
                Message { group: "g".into(), id: place.to_string(), body: "x".repeat(*size) }
            };
            let messages: Vec<_> = sizes.iter().enumerate().map(message).collect();
            let batches = batches(messages.clone());
            for batch in &batches {
                let bytes: usize = batch.iter().map(|message| message.body.len()).sum();
                prop_assert!((1..=BATCH).contains(&batch.len()) && bytes <= BATCH_BYTES);
            }
            prop_assert_eq!(batches.concat(), messages);
        }
    }
}
