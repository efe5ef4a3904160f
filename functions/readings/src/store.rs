//! Where meters and readings are kept: one DynamoDB table, partitioned by
//! customer, so that no key reaches another customer's items.
//!
//! | pk | sk | item |
//! |---|---|---|
//! | customer | `customer` | [`CustomerItem`]: whether billing chose them for self-reading |
//! | customer | `meter#{meter}` | [`MeterItem`]: registers, supply point, window, last states |
//! | customer | `reading#{meter}#{read_on}` | [`items::ReadingItem`]: the state of all registers on a day |
//!
//! Every item carries the `version` of the update that it came from; an older
//! update never overwrites it. A meter's `revision` grows whenever what was
//! recorded of it may have changed: whoever judged a reading by what they read
//! writes under the condition that both still are as they were.
//!
//! A reading that billing took back stays, marked as cancelled, so that an
//! older update can't bring it back.

mod import;
mod items;
mod propose;

use std::collections::HashMap;

use anyhow::{Context, Result};
use aws_sdk_dynamodb::{
    Client, operation::query::builders::QueryFluentBuilder, types::AttributeValue,
};
use portal_domain::{CustomerId, MeterId, SupplyPointId};
use portal_lambda::{Error, cursor, dynamo::text};

pub use self::import::{Imported, import};
use self::items::{CustomerItem, MeterItem};
pub(crate) use self::{items::Stamp, propose::Sending};
use crate::reading::{Meter, Reading};

/// A page of a list.
const PAGE: usize = 50;

/// So many recorded readings are looked at when one is judged: two years of
/// monthly ones, one of weekly ones.
const JUDGED_BY: i32 = 60;

type Item = HashMap<String, AttributeValue>;

/// The readings table, and the changes table that readings are proposed in.
#[derive(Clone)]
pub struct Readings {
    client: Client,
    table: String,
    changes: String,
}

/// Part of a list.
pub(crate) struct Page<T> {
    pub items: Vec<T>,
    pub next: Option<String>,
}

/// All that a claim is judged by.
pub(crate) struct Known {
    pub meter: Meter,
    pub stamp: Stamp,
    /// Newest first.
    pub history: Vec<Reading>,
    /// The customer's other meters, also those that were taken away.
    pub others: Vec<Meter>,
}

impl Readings {
    pub fn new(client: Client, table: String, changes: String) -> Self {
        Self { client, table, changes }
    }

    /// The customer's meters, or those of one supply point, which are few.
    /// One query.
    pub(crate) async fn meters(
        &self,
        customer: &CustomerId,
        point: Option<&SupplyPointId>,
        cursor: Option<&str>,
    ) -> Result<Page<Meter>, Error> {
        let start = start(customer, cursor, "meter#")?;
        let mut request = self
            .client
            .query()
            .table_name(&self.table)
            .key_condition_expression("pk = :customer AND begins_with(sk, :meters)")
            .expression_attribute_values(":customer", text(customer))
            .expression_attribute_values(":meters", text("meter#"))
            .set_exclusive_start_key(start);
        match point {
            // A limit counts before the filter does, so there is none here.
            Some(point) => {
                request = request
                    .filter_expression("supply_point = :point")
                    .expression_attribute_values(":point", text(point));
            }
            None => request = request.limit(i32::try_from(PAGE).unwrap_or(i32::MAX)),
        }
        let page = request.send().await;
        let page = page.map_err(|error| cursor::failed(error, cursor, "listing meters"))?;
        let next = cursor::after(page.last_evaluated_key.as_ref(), &["sk"]);
        let meters: Result<Vec<Meter>> =
            page.items.unwrap_or_default().into_iter().map(items::meter).collect();
        let mut items = meters?;
        items.retain(|meter| point.is_none_or(|point| meter.supply_point == *point));
        Ok(Page { items, next })
    }

    /// The customer's meter `id`, or `None` when they have no such meter. One
    /// read.
    pub(crate) async fn meter(&self, customer: &CustomerId, id: &MeterId) -> Result<Option<Meter>> {
        let item = self.get(customer, meter_key(id)).await.context("looking up a meter")?;
        item.map(items::meter).transpose()
    }

    /// What was recorded of a meter, newest first: a page, and the reading
    /// before it, which the page's last one is compared with. One query.
    pub(crate) async fn history(
        &self,
        customer: &CustomerId,
        meter: &MeterId,
        cursor: Option<&str>,
    ) -> Result<(Page<Reading>, Option<Reading>), Error> {
        let start = start(customer, cursor, &reading_prefix(meter))?;
        // A few more, for those that were taken back: a limit counts before the
        // filter does.
        let limit = i32::try_from(PAGE + 10).unwrap_or(i32::MAX);
        let request = self.recorded(customer, meter).set_exclusive_start_key(start).limit(limit);
        let page = request.send().await;
        let page = page.map_err(|error| cursor::failed(error, cursor, "listing readings"))?;
        let mut found = page.items.unwrap_or_default();
        let before = (found.len() > PAGE).then(|| found.split_off(PAGE));
        let last = if before.is_some() { found.last() } else { page.last_evaluated_key.as_ref() };
        let next = cursor::after(last, &["sk"]);
        let before = before.unwrap_or_default();
        let readings: Result<Vec<Vec<Reading>>> =
            [found, before].into_iter().map(items::readings).collect();
        let mut readings = readings?.into_iter();
        let items = readings.next().unwrap_or_default();
        let before = readings.next().unwrap_or_default().into_iter().next();
        Ok((Page { items, next }, before))
    }

    /// All that a claim about the meter `id` is judged by, strongly consistent;
    /// `None` when the customer has no such meter. Two queries at once.
    pub(crate) async fn known(&self, customer: &CustomerId, id: &MeterId) -> Result<Option<Known>> {
        let meters = self
            .client
            .query()
            .table_name(&self.table)
            .key_condition_expression("pk = :customer AND begins_with(sk, :meters)")
            .expression_attribute_values(":customer", text(customer))
            .expression_attribute_values(":meters", text("meter#"))
            .consistent_read(true);
        let history = self.recorded(customer, id).limit(JUDGED_BY).consistent_read(true);
        let (meters, history) = tokio::join!(meters.send(), history.send());
        let meters = meters.context("looking up meters")?;
        let history = history.context("looking up readings")?.items.unwrap_or_default();

        let mut all: Vec<MeterItem> = Vec::new();
        for item in meters.items.unwrap_or_default() {
            all.push(serde_dynamo::from_item(item).context("reading a meter")?);
        }
        let item = match all.iter().position(|item| item.id == *id) {
            Some(at) => all.swap_remove(at),
            // A customer with more meters than one answer holds.
            None if meters.last_evaluated_key.is_some() => {
                let Some(item) = self.get(customer, meter_key(id)).await? else { return Ok(None) };
                serde_dynamo::from_item(item).context("reading a meter")?
            }
            None => return Ok(None),
        };
        Ok(Some(Known {
            stamp: item.stamp(),
            meter: item.into(),
            history: items::readings(history)?,
            others: all.into_iter().map(Meter::from).collect(),
        }))
    }

    /// Whether billing chose the customer for self-reading. One read.
    pub(crate) async fn is_chosen(&self, customer: &CustomerId) -> Result<bool> {
        let Some(item) = self.get(customer, "customer".to_owned()).await? else {
            return Ok(false);
        };
        let item: CustomerItem = serde_dynamo::from_item(item).context("reading a customer")?;
        Ok(item.self_reading)
    }

    /// The readings of a meter that stand, newest first.
    fn recorded(&self, customer: &CustomerId, meter: &MeterId) -> QueryFluentBuilder {
        self.told(customer, meter)
            .filter_expression("cancelled <> :yes")
            .expression_attribute_values(":yes", AttributeValue::Bool(true))
    }

    /// The readings of a meter, also those that were taken back, newest first.
    fn told(&self, customer: &CustomerId, meter: &MeterId) -> QueryFluentBuilder {
        self.client
            .query()
            .table_name(&self.table)
            .key_condition_expression("pk = :customer AND begins_with(sk, :readings)")
            .expression_attribute_values(":customer", text(customer))
            .expression_attribute_values(":readings", text(reading_prefix(meter)))
            .scan_index_forward(false)
    }

    /// Strongly consistent: an import goes by what the one before wrote.
    async fn get(&self, customer: &CustomerId, sk: String) -> Result<Option<Item>> {
        let request = self.client.get_item().table_name(&self.table);
        let request = request.key("pk", text(customer)).key("sk", text(sk)).consistent_read(true);
        Ok(request.send().await.context("reading the readings table")?.item)
    }
}

/// The start key of a list of items under `prefix`. A cursor of another list
/// is refused.
fn start(customer: &CustomerId, cursor: Option<&str>, prefix: &str) -> Result<Option<Item>, Error> {
    let Some(cursor) = cursor else { return Ok(None) };
    let mut key = cursor::read(cursor, &["sk"])?;
    let sk = key.get("sk").and_then(|sk| sk.as_s().ok());
    if !sk.is_some_and(|sk| sk.starts_with(prefix)) {
        return Err(Error::Malformed("malformed_cursor"));
    }
    key.insert("pk".to_owned(), text(customer));
    Ok(Some(key))
}

fn meter_key(id: &MeterId) -> String {
    format!("meter#{id}")
}

fn reading_prefix(meter: &MeterId) -> String {
    format!("reading#{meter}#")
}
