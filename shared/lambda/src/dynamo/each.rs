//! Many conditional writes in few calls.
//!
//! A batch write knows no conditions and a transaction is all or nothing; this
//! is between: each write goes by its own condition, and up to fifty of them
//! are one call. It costs twice the write units of single calls, so one alone
//! goes as a single call.

use std::{collections::HashMap, time::Duration};

use anyhow::{Context, Result, ensure};
use aws_sdk_dynamodb::{
    Client,
    error::{ProvideErrorMetadata, SdkError},
    types::{AttributeValue, TransactWriteItem},
};
use futures_util::{StreamExt, TryStreamExt, stream};

use super::{failed_at, failed_conditions, met_another};

/// Writes in one call. DynamoDB takes a hundred; a cancelled call is sent once
/// more without those whose condition failed.
const WRITES_PER_CALL: usize = 50;

/// Calls under way at once. One partition takes about 500 such writes a second.
const CALLS_AT_ONCE: usize = 4;

/// How often a call is tried that was throttled or met another one, in all:
/// about six seconds.
const TRIES: u32 = 8;

/// Does each of `writes` whose condition holds; which ones did, in their order.
/// Several on one key are done in their order, one after the other. Puts and
/// updates only.
pub async fn write_each(client: &Client, writes: &[TransactWriteItem]) -> Result<Vec<bool>> {
    let mut done = vec![false; writes.len()];
    for round in rounds(writes)? {
        let calls = round.chunks(WRITES_PER_CALL).map(|places| write_some(client, writes, places));
        // Collected first: as a stream of borrowing closures it's beyond the
        // compiler.
        let calls: Vec<_> = calls.collect();
        let written: Vec<Vec<usize>> =
            stream::iter(calls).buffer_unordered(CALLS_AT_ONCE).try_collect().await?;
        for place in written.into_iter().flatten() {
            done[place] = true;
        }
    }
    Ok(done)
}

/// The places of `writes`, so that no key stands twice in a round: a
/// transaction takes each item once.
fn rounds(writes: &[TransactWriteItem]) -> Result<Vec<Vec<usize>>> {
    let mut times: HashMap<(&str, &str), usize> = HashMap::new();
    let mut rounds: Vec<Vec<usize>> = Vec::new();
    for (place, write) in writes.iter().enumerate() {
        let time = times.entry(key(write)?).or_default();
        match rounds.get_mut(*time) {
            Some(round) => round.push(place),
            None => rounds.push(vec![place]),
        }
        *time += 1;
    }
    Ok(rounds)
}

fn key(write: &TransactWriteItem) -> Result<(&str, &str)> {
    let put = write.put().map(|put| put.item());
    let key = put.or_else(|| write.update().map(|update| update.key()));
    let key = key.context("neither a put nor an update")?;
    let of = |name: &str| key.get(name).and_then(|value: &AttributeValue| value.as_s().ok());
    Ok((of("pk").context("no pk")?, of("sk").context("no sk")?))
}

/// Those of the writes at `places` that were done.
async fn write_some(
    client: &Client,
    writes: &[TransactWriteItem],
    places: &[usize],
) -> Result<Vec<usize>> {
    let mut left = places.to_vec();
    let mut tries = 0;
    while !left.is_empty() {
        let again = match &left[..] {
            [one] => match write_one(client, &writes[*one]).await? {
                Written::Yes => return Ok(left),
                Written::No => return Ok(Vec::new()),
                Written::Again(error) => error,
            },
            several => {
                let items = several.iter().map(|place| writes[*place].clone()).collect();
                let request = client.transact_write_items().set_transact_items(Some(items));
                match request.send().await {
                    Ok(_) => return Ok(left),
                    Err(error) => {
                        if let Some(reasons) = failed_conditions(&error) {
                            let mut place = 0..;
                            left.retain(|_| {
                                !place.next().is_some_and(|at| failed_at(&reasons, at))
                            });
                            continue;
                        }
                        ensure!(met_another(&error), anyhow::Error::from(error));
                        anyhow::Error::from(error)
                    }
                }
            }
        };
        tries += 1;
        if tries == TRIES {
            return Err(again).context("writing many items");
        }
        tokio::time::sleep(Duration::from_millis(25 << tries)).await;
    }
    Ok(left)
}

enum Written {
    Yes,
    /// Its condition failed.
    No,
    /// A transaction was in the way.
    Again(anyhow::Error),
}

/// One write by itself costs half of what it does in a transaction.
async fn write_one(client: &Client, write: &TransactWriteItem) -> Result<Written> {
    if let Some(put) = write.put().cloned() {
        let request = client
            .put_item()
            .table_name(put.table_name)
            .set_item(Some(put.item))
            .set_condition_expression(put.condition_expression)
            .set_expression_attribute_names(put.expression_attribute_names)
            .set_expression_attribute_values(put.expression_attribute_values);
        return written(request.send().await);
    }
    let update = write.update().cloned().context("neither a put nor an update")?;
    let request = client
        .update_item()
        .table_name(update.table_name)
        .set_key(Some(update.key))
        .update_expression(update.update_expression)
        .set_condition_expression(update.condition_expression)
        .set_expression_attribute_names(update.expression_attribute_names)
        .set_expression_attribute_values(update.expression_attribute_values);
    written(request.send().await)
}

fn written<T, E, R>(answer: Result<T, SdkError<E, R>>) -> Result<Written>
where
    E: ProvideErrorMetadata + std::error::Error + Send + Sync + 'static,
    R: std::fmt::Debug + Send + Sync + 'static,
{
    let Err(error) = answer else { return Ok(Written::Yes) };
    match error.code() {
        Some("ConditionalCheckFailedException") => Ok(Written::No),
        Some("TransactionConflictException") => Ok(Written::Again(error.into())),
        _ => Err(error).context("writing an item"),
    }
}

#[cfg(test)]
mod tests {
    use aws_sdk_dynamodb::types::Put;

    use super::*;
    use crate::dynamo::text;

    fn put(sk: &str) -> TransactWriteItem {
        let put = Put::builder().table_name("t").item("pk", text("C-1")).item("sk", text(sk));
        TransactWriteItem::builder().put(put.build().unwrap()).build()
    }

    #[test]
    fn a_key_stands_once_in_a_round_and_in_its_order() {
        let writes: Vec<_> = ["a", "b", "a", "c", "b", "a"].map(put).into();
        assert_eq!(rounds(&writes).unwrap(), [vec![0, 1, 3], vec![2, 4], vec![5]]);
        assert_eq!(rounds(&[]).unwrap(), [[0; 0]; 0]);
    }
}
