//! Storing what billing tells of customers and supply points, and keeping the
//! index of words with it.

use std::time::Duration;

use anyhow::{Context, Result, bail, ensure};
use aws_sdk_dynamodb::types::{DeleteRequest, Put, PutRequest, TransactWriteItem, WriteRequest};
use futures_util::{StreamExt, TryStreamExt, stream};
use portal_contracts::update::{Update, UpdateBody};
use portal_domain::CustomerId;
use portal_lambda::dynamo::{number, write_each};
use serde::Serialize;

use super::{
    CustomerItem, Customers, Item, PointItem, customer_key, key, point_key, words::WordsItem,
    words_key,
};
use crate::find::head;

/// Items in one batch write: DynamoDB's limit.
const WRITES_PER_BATCH: usize = 25;

/// Batch writes under way at a time.
const AT_ONCE: usize = 16;

/// What came of an update.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Imported {
    Kept,
    /// Something newer is kept already: nothing was written.
    Older,
    /// It tells of nothing that this feature keeps.
    NotOurs,
}

/// Stores an update. The same one again changes nothing, and goes on where an
/// earlier try broke off.
pub async fn import(customers: &Customers, update: &Update) -> Result<Imported> {
    let (id, version) = (&update.customer, update.version);
    match &update.body {
        UpdateBody::Customer(told) => {
            let customer = CustomerItem::new(id.clone(), version, told.clone());
            if !customers.keep(&customer).await? {
                return Ok(Imported::Older);
            }
            customers.index(id, |words| words.set_customer(&customer)).await?;
        }
        UpdateBody::SupplyPoints(told) => {
            let points = told.supply_points.iter().cloned();
            let points: Vec<_> = points.map(|point| PointItem::new(version, point)).collect();
            let kept = customers.keep_points(id, &points).await?;
            if kept.is_empty() && !points.is_empty() {
                return Ok(Imported::Older);
            }
            let set_points = |words: &mut WordsItem| {
                kept.iter().for_each(|point| words.set_point(point));
            };
            customers.index(id, set_points).await?;
        }
        _ => return Ok(Imported::NotOurs),
    }
    Ok(Imported::Kept)
}

impl Customers {
    /// Keeps the points that are not kept newer, and gives those.
    async fn keep_points<'a>(
        &self,
        customer: &CustomerId,
        points: &'a [PointItem],
    ) -> Result<Vec<&'a PointItem>> {
        let writes = points
            .iter()
            .map(|point| self.unless_newer(point_key(customer, &point.id), point, point.version));
        let writes = writes.collect::<Result<Vec<_>>>()?;
        let kept = write_each(&self.client, &writes).await.context("keeping supply points")?;
        Ok(points.iter().zip(kept).filter(|(_, kept)| *kept).map(|(point, _)| point).collect())
    }

    /// Keeps the customer unless they are kept newer; whether it did.
    async fn keep(&self, customer: &CustomerItem) -> Result<bool> {
        let put = self.unless_newer(customer_key(&customer.id), customer, customer.version)?;
        let kept = write_each(&self.client, &[put]).await.context("keeping a customer")?;
        Ok(kept.contains(&true))
    }

    /// Writes `value` unless a newer version is there. The same version is
    /// written again: a try may have broken off behind it.
    fn unless_newer(
        &self,
        key: Item,
        value: &impl Serialize,
        version: u64,
    ) -> Result<TransactWriteItem> {
        let mut item: Item = serde_dynamo::to_item(value).context("writing an item")?;
        item.extend(key);
        let put = Put::builder()
            .table_name(&self.table)
            .set_item(Some(item))
            .condition_expression("attribute_not_exists(pk) OR version <= :version")
            .expression_attribute_values(":version", number(version));
        Ok(TransactWriteItem::builder().put(put.build()?).build())
    }

    /// Brings the index to what `change` makes of the customer's words. The
    /// entries go first and the words last: a try that broke off between them
    /// is done over from the same beginning.
    async fn index(
        &self,
        customer: &CustomerId,
        change: impl FnOnce(&mut WordsItem),
    ) -> Result<()> {
        let old: Option<WordsItem> = self.get(words_key(customer)).await?;
        let old = old.unwrap_or_default();
        let mut new = old.clone();
        change(&mut new);
        new.bound();
        if new == old {
            return Ok(());
        }
        let (before, after) = (old.endings(), new.endings());
        let added = after.difference(&before).map(|ending| {
            let put = PutRequest::builder().set_item(Some(entry_key(ending, customer))).build()?;
            Ok(WriteRequest::builder().put_request(put).build())
        });
        let gone = before.difference(&after).map(|ending| {
            let delete = DeleteRequest::builder().set_key(Some(entry_key(ending, customer)));
            Ok(WriteRequest::builder().delete_request(delete.build()?).build())
        });
        let writes: Vec<WriteRequest> = added.chain(gone).collect::<Result<_>>()?;
        let batches = writes.chunks(WRITES_PER_BATCH).map(|batch| self.write(batch.to_vec()));
        let batches = stream::iter(batches.collect::<Vec<_>>()).buffer_unordered(AT_ONCE);
        batches.try_collect::<()>().await.context("writing the index")?;
        new.revision += 1;
        self.keep_words(customer, &new).await
    }

    /// Keeps the words if they are still as they were read. Billing's updates
    /// of a customer come one after the other; if two ever meet, one of them is
    /// done over.
    async fn keep_words(&self, customer: &CustomerId, words: &WordsItem) -> Result<()> {
        let mut item: Item = serde_dynamo::to_item(words).context("writing the words")?;
        item.extend(words_key(customer));
        let request = self
            .client
            .put_item()
            .table_name(&self.table)
            .set_item(Some(item))
            .condition_expression("attribute_not_exists(pk) OR revision = :read")
            .expression_attribute_values(":read", number(words.revision - 1));
        request.send().await.context("keeping a customer's words")?;
        Ok(())
    }

    /// At most 25 writes. What a throttled table left over is sent again.
    async fn write(&self, mut writes: Vec<WriteRequest>) -> Result<()> {
        for attempt in 0..6 {
            ensure!(!writes.is_empty(), "nothing to write");
            let request = self.client.batch_write_item().request_items(&self.table, writes);
            let answer = request.send().await?;
            let left = answer.unprocessed_items.and_then(|mut left| left.remove(&self.table));
            writes = left.unwrap_or_default();
            if writes.is_empty() {
                return Ok(());
            }
            tokio::time::sleep(Duration::from_millis(50 << attempt)).await;
        }
        bail!("the account table is throttled")
    }
}

/// The key of the customer's entry under an ending: the whole item.
fn entry_key(ending: &str, customer: &CustomerId) -> Item {
    key(format!("find#{}", head(ending)), format!("{ending}#{customer}"))
}
