//! Where customers are kept: one DynamoDB table. Everything of a customer is in
//! their partition; the index of words is beside, and holds keys only.
//!
//! | pk | sk | item |
//! |---|---|---|
//! | customer | `customer` | `CustomerItem` |
//! | customer | `point#{supply point}` | `PointItem` |
//! | customer | `words` | `WordsItem`: what the index finds them by, in clear |
//! | `find#{first 3 letters}` | `{ending of a word}#{customer}` | nothing more |
//!
//! The index: each folded word of a customer's name, numbers, contact,
//! addresses, point codes and meter serials stands under each of its endings of
//! three letters or more, once per customer. A part of a word is looked up by
//! one query (`begins_with`); what it finds is checked against `words`, which
//! also tells what matched. So an entry that a crash left behind finds nothing,
//! and several words cost one more batch read, not one query per customer. An
//! ending is 100 letters at most and a `WordsItem` 300 kB: a customer's index
//! is bounded.

mod import;
mod items;
mod proposals;
mod search;
mod words;

use std::collections::HashMap;

use anyhow::{Context, Result, ensure};
use aws_sdk_dynamodb::{
    Client,
    types::{AttributeValue, ConditionCheck, KeysAndAttributes, TransactWriteItem},
};
use futures_util::future::try_join_all;
use portal_domain::{CustomerId, SupplyPointId};
use portal_lambda::{
    Error, cursor,
    dynamo::{number, text},
};
use serde::de::DeserializeOwned;

pub use import::{Imported, import};
pub(crate) use items::{ContractItem, CustomerItem, KindItem, MeterItem, PointItem};
pub use proposals::Proposals;
pub(crate) use search::{Found, Hit};
pub(crate) use words::MatchedKind;

/// Supply points on a page.
pub(crate) const POINTS_PER_PAGE: usize = 50;

/// Keys in one batch read: DynamoDB's limit.
const KEYS_PER_BATCH: usize = 100;

type Item = HashMap<String, AttributeValue>;

/// The account table.
#[derive(Clone)]
pub struct Customers {
    client: Client,
    table: String,
}

/// Some of a customer's supply points.
#[derive(Default)]
pub(crate) struct Page {
    /// On the first page only.
    pub(crate) customer: Option<CustomerItem>,
    pub(crate) points: Vec<PointItem>,
    /// Where the next page begins.
    pub(crate) next: Option<String>,
}

impl Customers {
    pub fn new(client: Client, table: String) -> Self {
        Self { client, table }
    }

    /// The customer, strongly consistent: what a change is proposed against.
    pub(crate) async fn customer(&self, id: &CustomerId) -> Result<Option<CustomerItem>> {
        self.get(customer_key(id)).await.context("looking up a customer")
    }

    /// One supply point of the customer.
    pub(crate) async fn point(
        &self,
        customer: &CustomerId,
        point: &SupplyPointId,
    ) -> Result<Option<PointItem>> {
        self.get(point_key(customer, point)).await.context("looking up a supply point")
    }

    /// The customer and one supply point, in one batch read.
    pub(crate) async fn with_point(
        &self,
        customer: &CustomerId,
        point: &SupplyPointId,
    ) -> Result<Page> {
        let keys = vec![customer_key(customer), point_key(customer, point)];
        page(self.batch(keys).await.context("looking up a customer")?)
    }

    /// The customer and their first supply points, in one query.
    pub(crate) async fn with_points(&self, customer: &CustomerId) -> Result<Page, Error> {
        self.query(customer, "customer", POINTS_PER_PAGE + 1, None, None).await
    }

    /// The customer's supply points after `cursor`, in one query.
    pub(crate) async fn points(
        &self,
        customer: &CustomerId,
        after: Option<&str>,
    ) -> Result<Page, Error> {
        let start = after.map(|cursor| cursor::read(cursor, &["sk"])).transpose()?;
        if start.as_ref().is_some_and(|start| !sort_key(start).starts_with("point#")) {
            return Err(Error::Malformed("malformed_cursor"));
        }
        self.query(customer, "point#", POINTS_PER_PAGE, start, after).await
    }

    /// The customers of these ids, in the order of their ids; those that
    /// billing hasn't told of are left out. A batch read for each hundred.
    pub(crate) async fn many(
        &self,
        ids: &[CustomerId],
    ) -> Result<HashMap<CustomerId, CustomerItem>> {
        let chunks = ids.chunks(KEYS_PER_BATCH);
        let reads = chunks.map(|ids| self.batch(ids.iter().map(customer_key).collect()));
        let items = try_join_all(reads).await.context("looking up customers")?;
        let customers = items.into_iter().flatten().map(|item| {
            let customer: CustomerItem = read(item)?;
            Ok((customer.id.clone(), customer))
        });
        customers.collect()
    }

    /// What a transaction checks: the customer still is as they were read.
    pub(crate) fn unchanged(&self, customer: &CustomerItem) -> Result<TransactWriteItem> {
        let check = ConditionCheck::builder()
            .table_name(&self.table)
            .set_key(Some(customer_key(&customer.id)))
            .condition_expression("version = :version")
            .expression_attribute_values(":version", number(customer.version))
            .build()?;
        Ok(TransactWriteItem::builder().condition_check(check).build())
    }

    /// Up to `limit` items from `from` on, to the last supply point.
    async fn query(
        &self,
        customer: &CustomerId,
        from: &str,
        limit: usize,
        start: Option<Item>,
        cursor: Option<&str>,
    ) -> Result<Page, Error> {
        let start = start.map(|mut start| {
            start.insert("pk".to_owned(), text(customer));
            start
        });
        let request = self
            .client
            .query()
            .table_name(&self.table)
            // `$` follows `#`: everything that begins with `point#`.
            .key_condition_expression("pk = :customer AND sk BETWEEN :from AND :to")
            .expression_attribute_values(":customer", text(customer))
            .expression_attribute_values(":from", text(from))
            .expression_attribute_values(":to", text("point$"))
            // One more tells whether there is a next page.
            .limit(i32::try_from(limit + 1).unwrap_or(i32::MAX))
            .set_exclusive_start_key(start);
        let answer = request.send().await;
        let answer = answer.map_err(|error| cursor::failed(error, cursor, "reading a customer"))?;
        let mut items = answer.items.unwrap_or_default();
        let cut = items.len() > limit || answer.last_evaluated_key.is_some();
        items.truncate(limit);
        let last = items.last().filter(|_| cut).cloned();
        let mut page = page(items)?;
        page.next = cursor::after(last.as_ref(), &["sk"]);
        Ok(page)
    }

    async fn get<T: DeserializeOwned>(&self, key: Item) -> Result<Option<T>> {
        let request = self.client.get_item().table_name(&self.table);
        let answer = request.set_key(Some(key)).consistent_read(true).send().await?;
        answer.item.map(read).transpose()
    }

    /// The items of at most a hundred keys. What a large answer left out is
    /// asked for again.
    async fn batch(&self, mut keys: Vec<Item>) -> Result<Vec<Item>> {
        let mut items = Vec::new();
        for _ in 0..5 {
            if keys.is_empty() {
                return Ok(items);
            }
            let wanted = KeysAndAttributes::builder().set_keys(Some(keys)).build()?;
            let request = self.client.batch_get_item().request_items(&self.table, wanted);
            let answer = request.send().await?;
            let found = answer.responses.and_then(|mut tables| tables.remove(&self.table));
            items.extend(found.unwrap_or_default());
            let left = answer.unprocessed_keys.and_then(|mut tables| tables.remove(&self.table));
            keys = left.map(|left| left.keys).unwrap_or_default();
        }
        ensure!(keys.is_empty(), "the account table is throttled");
        Ok(items)
    }
}

fn page(items: Vec<Item>) -> Result<Page> {
    let mut page = Page::default();
    for item in items {
        if sort_key(&item) == "customer" {
            page.customer = Some(read(item)?);
        } else {
            page.points.push(read(item)?);
        }
    }
    Ok(page)
}

fn customer_key(customer: &CustomerId) -> Item {
    key(customer, "customer")
}

fn point_key(customer: &CustomerId, point: &SupplyPointId) -> Item {
    key(customer, format!("point#{point}"))
}

fn words_key(customer: &CustomerId) -> Item {
    key(customer, "words")
}

fn key(pk: impl ToString, sk: impl ToString) -> Item {
    [("pk".to_owned(), text(pk)), ("sk".to_owned(), text(sk))].into()
}

fn sort_key(item: &Item) -> &str {
    item.get("sk").and_then(|sk| sk.as_s().ok()).map_or("", String::as_str)
}

fn read<T: DeserializeOwned>(item: Item) -> Result<T> {
    serde_dynamo::from_item(item).context("reading an item of the account table")
}
