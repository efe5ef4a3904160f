//! Many items in few calls.

use std::{collections::HashMap, time::Duration};

use anyhow::{Context, Result, bail};
use aws_sdk_dynamodb::{
    Client,
    types::{AttributeValue, KeysAndAttributes},
};
use futures_util::{StreamExt, TryStreamExt, stream};

/// Keys in one batch read: DynamoDB's limit.
const KEYS_PER_CALL: usize = 100;

/// Calls under way at once.
const CALLS_AT_ONCE: usize = 8;

/// How often what a batch read left out is asked for.
const TRIES: u32 = 6;

type Item = HashMap<String, AttributeValue>;

/// The items of `keys` that are there, in no order, strongly consistent. No key
/// may stand there twice.
pub async fn read_many(client: &Client, table: &str, keys: &[Item]) -> Result<Vec<Item>> {
    let calls: Vec<_> =
        keys.chunks(KEYS_PER_CALL).map(|keys| read_some(client, table, keys)).collect();
    let items: Vec<Vec<Item>> =
        stream::iter(calls).buffer_unordered(CALLS_AT_ONCE).try_collect().await?;
    Ok(items.into_iter().flatten().collect())
}

/// At most a hundred. What a large answer left out is asked for again.
async fn read_some(client: &Client, table: &str, keys: &[Item]) -> Result<Vec<Item>> {
    let mut items = Vec::with_capacity(keys.len());
    let mut keys = keys.to_vec();
    for attempt in 0..TRIES {
        let wanted = KeysAndAttributes::builder().set_keys(Some(keys)).consistent_read(true);
        let request = client.batch_get_item().request_items(table, wanted.build()?);
        let answer = request.send().await.context("reading many items")?;
        let found = answer.responses.and_then(|mut tables| tables.remove(table));
        let found = found.unwrap_or_default();
        let progressed = !found.is_empty();
        items.extend(found);
        let left = answer.unprocessed_keys.and_then(|mut tables| tables.remove(table));
        keys = left.map(|left| left.keys).unwrap_or_default();
        if keys.is_empty() {
            return Ok(items);
        }
        // An answer ends at 16 MB too; only one that brought nothing was throttled.
        if !progressed {
            tokio::time::sleep(Duration::from_millis(50 << attempt)).await;
        }
    }
    bail!("{table} is throttled")
}
