//! What has to happen after a write: written in the same transaction, drained
//! by a function that the table's stream and a schedule wake.
//!
//! An item with the attribute `due` is in the sparse index of the same name;
//! `due_at` orders it. The index is the truth, so that nothing is lost with a
//! stream record. It may be a moment behind: whoever settles an item does so
//! under a condition.
//!
//! | index | partition | sort |
//! |---|---|---|
//! | `due` | `due`: what is to be done | `due_at`: since when, RFC 3339 |

use std::collections::HashMap;

use anyhow::{Context, Result};
use aws_sdk_dynamodb::{Client, types::AttributeValue};

use crate::dynamo::text;

/// A table item as the SDK gives it.
pub type Item = HashMap<String, AttributeValue>;

/// The name of the sparse index.
pub const INDEX: &str = "due";

/// The outbox of one table.
#[derive(Clone)]
pub struct Outbox {
    client: Client,
    table: String,
}

/// What came of a pass over the outbox.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Drained {
    pub done: usize,
    pub failed: usize,
}

impl Outbox {
    pub fn new(client: Client, table: String) -> Self {
        Self { client, table }
    }

    /// Calls `handle` with each item that is due for `what`, oldest first.
    /// `handle` does the thing and settles the item ([`Self::settle`], or a
    /// conditional write of its own that removes `due`). One that fails stays
    /// due and holds up no other.
    pub async fn drain<F>(&self, what: &str, handle: F) -> Result<Drained>
    where
        F: AsyncFn(Item) -> Result<()>,
    {
        let mut drained = Drained::default();
        let mut from = None;
        loop {
            let request = self.client.query().table_name(&self.table).index_name(INDEX);
            let request = request
                .key_condition_expression("#due = :what")
                .expression_attribute_names("#due", "due")
                .expression_attribute_values(":what", text(what))
                .set_exclusive_start_key(from)
                .limit(100);
            let page = request.send().await.context("asking what is due")?;
            for item in page.items.unwrap_or_default() {
                match handle(item).await {
                    Ok(()) => drained.done += 1,
                    Err(cause) => {
                        drained.failed += 1;
                        tracing::error!(due = what, cause = format!("{cause:#}"), "it stays due");
                    }
                }
            }
            from = page.last_evaluated_key;
            if from.is_none() {
                return Ok(drained);
            }
        }
    }

    /// Takes `item` out of the outbox: it is deleted if it is nothing but an
    /// event.
    pub async fn settle(&self, item: &Item) -> Result<()> {
        let key = |name: &str| item.get(name).cloned().context("an item without a key");
        let request = self.client.delete_item().table_name(&self.table);
        let request = request.key("pk", key("pk")?).key("sk", key("sk")?);
        request.send().await.context("settling an item of the outbox")?;
        Ok(())
    }
}
