//! Sending to SQS.

use std::marker::PhantomData;

use anyhow::{Context, Result};
use serde::Serialize;

/// A queue that takes messages of one type.
pub struct Queue<M> {
    client: aws_sdk_sqs::Client,
    url: String,
    message: PhantomData<fn(M)>,
}

impl<M> Clone for Queue<M> {
    fn clone(&self) -> Self {
        Self { client: self.client.clone(), url: self.url.clone(), message: PhantomData }
    }
}

impl<M: Serialize> Queue<M> {
    pub fn new(client: aws_sdk_sqs::Client, url: String) -> Self {
        Self { client, url, message: PhantomData }
    }

    /// Sends to a standard queue.
    pub async fn send(&self, message: &M) -> Result<()> {
        let body = serde_json::to_string(message).context("writing a message as JSON")?;
        let request = self.client.send_message().queue_url(&self.url).message_body(body);
        request.send().await.context("sending a message")?;
        Ok(())
    }

    /// Sends to a FIFO queue: in order within `group`, once per `id` in the
    /// queue's window of deduplication (five minutes).
    pub async fn send_in_order(&self, group: &str, id: &str, message: &M) -> Result<()> {
        let body = serde_json::to_string(message).context("writing a message as JSON")?;
        let request = self.client.send_message().queue_url(&self.url).message_body(body);
        let request = request.message_group_id(group).message_deduplication_id(id);
        request.send().await.context("sending a message in order")?;
        Ok(())
    }
}
