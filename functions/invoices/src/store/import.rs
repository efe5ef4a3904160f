//! Storing what billing says of invoices, of what is owed and paid, and of
//! prices.
//!
//! Idempotent: the same update again changes nothing, an older one neither. A
//! crash between two items is made good by the same update coming again.

mod documents;
mod receivables;

use std::collections::BTreeMap;

use anyhow::{Context, Result};
use aws_sdk_dynamodb::types::{Put, TransactWriteItem};
use portal_contracts::update::{EVERYBODY, Unfit, Update, UpdateBody};
use portal_domain::CustomerId;
use portal_lambda::dynamo::{number, text, write_each};
use serde::Serialize;

use crate::point::Point;

use super::{
    Item, Store,
    items::{DocumentItem, item},
    of,
    prices::{medium_name, price_list_key},
    propose::point_key,
};

/// How often an update is begun anew because another one wrote the same
/// documents.
const TRIES: usize = 6;

/// What came of an update.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Imported {
    Kept,
    /// The same, or something newer, is kept already: nothing was written.
    Older,
    /// It says nothing of what this feature keeps.
    NotOurs,
}

/// Stores what `update` says of documents, of what is owed and paid, and of
/// prices. Price lists concern everybody, and nothing else does: what says
/// otherwise is unfit.
pub async fn import(store: &Store, update: &Update) -> Result<Imported> {
    let (customer, version) = (&update.customer, update.version);
    let is_price_list = matches!(update.body, UpdateBody::PriceLists(_));
    if is_price_list != (of(customer) == EVERYBODY) {
        let kind = update.body.type_name();
        let detail =
            format!("{kind} of {customer}: price lists, and they alone, are of {EVERYBODY}");
        return Err(Unfit::new("wrong_customer", detail).into());
    }
    let kept = match &update.body {
        UpdateBody::Invoices(said) => {
            store.keep_documents(customer, &said.invoices, version).await?
        }
        UpdateBody::Receivables(said) => {
            store.keep_receivables(customer, &said.receivables, version).await?
        }
        body => {
            let Some(items) = items(customer, body, version)? else {
                return Ok(Imported::NotOurs);
            };
            store.keep(items, version).await?
        }
    };
    Ok(if kept { Imported::Kept } else { Imported::Older })
}

/// The items of what is told whole, each time; `None` if it isn't ours.
fn items(customer: &CustomerId, body: &UpdateBody, version: u64) -> Result<Option<Vec<Item>>> {
    let items: Result<Vec<Item>> = match body {
        UpdateBody::ContractAccount(account) => {
            let list = ("state_key", "owed".to_owned());
            Ok(vec![listed(customer, "account".to_owned(), account, version, Some(list))?])
        }
        UpdateBody::Payments(said) => {
            let payments = said.payments.iter().map(|payment| {
                let list = ("day_key", format!("payment#{}#{}", payment.paid_on, payment.id));
                listed(customer, format!("payment#{}", payment.id), payment, version, Some(list))
            });
            payments.collect()
        }
        UpdateBody::AdvanceSchedules(said) => {
            let schedules = said.schedules.iter().map(|schedule| {
                let (point, from) = (&schedule.supply_point, schedule.valid_from);
                listed(customer, format!("advances#{point}#{from}"), schedule, version, None)
            });
            schedules.collect()
        }
        UpdateBody::Rainwater(said) => {
            let declarations = said.declarations.iter().map(|declaration| {
                let (point, from) = (&declaration.supply_point, declaration.valid_from);
                listed(customer, format!("rainwater#{point}#{from}"), declaration, version, None)
            });
            declarations.collect()
        }
        UpdateBody::SupplyPoints(said) => {
            let points = said.supply_points.iter().map(|told| {
                listed(customer, point_key(&told.id), &Point::from(told), version, None)
            });
            points.collect()
        }
        UpdateBody::Documents(said) => {
            let papers = said.documents.iter().map(|paper| {
                let (point, from, id) = (&paper.supply_point, paper.valid_from, &paper.id);
                let list = ("point_key", format!("paper#{point}#{from}#{id}"));
                listed(customer, format!("paper#{id}"), paper, version, Some(list))
            });
            papers.collect()
        }
        UpdateBody::PriceLists(said) => {
            let lists = said.price_lists.iter().map(|list| {
                let (medium, from, id) = (medium_name(list.medium), list.valid_from, &list.id);
                let key = ("kind_key", format!("offered#{medium}#{from}#{id}"));
                listed(customer, price_list_key(id), list, version, list.offered.then_some(key))
            });
            lists.collect()
        }
        _ => return Ok(None),
    };
    items.map(Some)
}

/// An item with its place in a list, if it's in one.
fn listed(
    customer: &CustomerId,
    sk: String,
    body: &impl Serialize,
    version: u64,
    list: Option<(&str, String)>,
) -> Result<Item> {
    let mut item = item(of(customer), sk, body, version)?;
    item.extend(list.map(|(name, key)| (name.to_owned(), text(key))));
    Ok(item)
}

impl Store {
    /// Writes each of the items unless a newer one, or the same, is there;
    /// whether any was written. Of two with one key the last stands.
    async fn keep(&self, items: Vec<Item>, version: u64) -> Result<bool> {
        let by_key: BTreeMap<String, Item> = items
            .into_iter()
            .map(|item| (super::string(&item, "sk").unwrap_or_default().to_owned(), item))
            .collect();
        let writes = by_key.into_values().map(|item| self.unless_newer(item, version));
        let writes = writes.collect::<Result<Vec<_>>>()?;
        let kept = write_each(&self.client, &writes).await.context("keeping what billing said")?;
        Ok(kept.contains(&true))
    }

    fn unless_newer(&self, item: Item, version: u64) -> Result<TransactWriteItem> {
        let put = Put::builder()
            .table_name(&self.table)
            .set_item(Some(item))
            .condition_expression("attribute_not_exists(pk) OR #version < :new")
            .expression_attribute_names("#version", "version")
            .expression_attribute_values(":new", number(version));
        Ok(TransactWriteItem::builder().put(put.build()?).build())
    }

    /// Writes a document's item if it still is as it was read.
    fn if_unchanged(
        &self,
        customer: &CustomerId,
        sk: String,
        item: &DocumentItem,
    ) -> Result<TransactWriteItem> {
        let put = Put::builder()
            .table_name(&self.table)
            .set_item(Some(item.next(of(customer), sk)?))
            .condition_expression("attribute_not_exists(pk) OR revision = :read")
            .expression_attribute_values(":read", number(item.revision));
        Ok(TransactWriteItem::builder().put(put.build()?).build())
    }
}
