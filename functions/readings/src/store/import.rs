//! Storing what billing says of meters and readings.
//!
//! Idempotent: the same update again changes nothing, an older one neither.
//! A crash between two items is made good by the same update coming again.

use std::{collections::BTreeSet, time::Duration};

use anyhow::{Context, Result, bail, ensure};
use aws_sdk_dynamodb::types::{
    AttributeValue, KeysAndAttributes, Put, TransactWriteItem, builders::UpdateBuilder,
};
use futures_util::{StreamExt, TryStreamExt, future::try_join, stream};
use portal_contracts::update::{self, Unfit, Update, UpdateBody};
use portal_domain::{CustomerId, MeterId, SupplyPointId};
use portal_lambda::dynamo::{number, text, write_each};
use serde::Serialize;

use super::{
    Item, JUDGED_BY, Readings,
    items::{self, CustomerItem, LastItem, MeterFacts, MeterItem, ReadingItem},
    meter_key, reading_prefix,
};
use crate::{reading::Meter, rules};

/// So many reads are under way at once.
const AT_ONCE: usize = 16;

/// Keys in one batch read: DynamoDB's limit.
const KEYS_PER_READ: usize = 100;

/// How often what a batch read left out is asked for.
const TRIES: u32 = 6;

/// What came of an update.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Imported {
    Kept,
    /// The same, or something newer, is kept already: nothing was written.
    Older,
    /// It says nothing of meters or readings.
    NotOurs,
}

/// Stores what `update` says of meters and readings. A reading of a meter that
/// no update has told of is unfit: it belongs to the dead letters.
pub async fn import(readings: &Readings, update: &Update) -> Result<Imported> {
    let Update { customer, version, .. } = update;
    let kept = match &update.body {
        UpdateBody::Customer(said) => readings.keep_customer(customer, said, *version).await?,
        UpdateBody::SupplyPoints(said) => {
            readings.keep_points(customer, &said.supply_points, *version).await?
        }
        UpdateBody::Readings(said) => {
            readings.keep_readings(customer, &said.readings, *version).await?
        }
        _ => return Ok(Imported::NotOurs),
    };
    Ok(if kept { Imported::Kept } else { Imported::Older })
}

impl Readings {
    async fn keep_customer(
        &self,
        customer: &CustomerId,
        said: &update::Customer,
        version: u64,
    ) -> Result<bool> {
        let item = CustomerItem { self_reading: said.self_reading, version };
        let put = self.put(customer, "customer".to_owned(), item, version)?;
        let kept = write_each(&self.client, &[put]).await.context("keeping a customer")?;
        Ok(kept.contains(&true))
    }

    async fn keep_points(
        &self,
        customer: &CustomerId,
        points: &[update::SupplyPoint],
        version: u64,
    ) -> Result<bool> {
        let meters = points.iter().flat_map(|point| {
            point.meters.iter().map(move |meter| (&meter.id, MeterFacts::of(point, meter, version)))
        });
        let named: BTreeSet<&MeterId> =
            points.iter().flat_map(|point| &point.meters).map(|meter| &meter.id).collect();
        let points: BTreeSet<&SupplyPointId> = points.iter().map(|point| &point.id).collect();
        let updates = meters
            .map(|(id, facts)| self.meter_update(customer, id, facts))
            .collect::<Result<Vec<_>>>()?;
        let kept = async { write_each(&self.client, &updates).await.context("keeping meters") };
        let dropped = self.drop_meters(customer, &points, &named, version);
        let (kept, dropped) = try_join(kept, dropped).await?;
        Ok(kept.contains(&true) || dropped)
    }

    /// Writes what billing says of a meter, beside what its readings say.
    fn meter_update(
        &self,
        customer: &CustomerId,
        id: &MeterId,
        facts: MeterFacts,
    ) -> Result<TransactWriteItem> {
        let version = facts.version;
        let item: Item = serde_dynamo::to_item(facts).context("writing a meter")?;
        let mut update = self
            .update(customer, id)
            .condition_expression("attribute_not_exists(#version) OR #version < :new")
            .expression_attribute_names("#version", "version")
            .expression_attribute_values(":new", number(version))
            .expression_attribute_values(":id", text(id))
            .expression_attribute_values(":zero", number(0));
        let mut terms =
            vec!["id = :id".to_owned(), "revision = if_not_exists(revision, :zero)".to_owned()];
        for (at, (name, value)) in item.into_iter().enumerate() {
            terms.push(format!("#n{at} = :v{at}"));
            update = update
                .expression_attribute_names(format!("#n{at}"), name)
                .expression_attribute_values(format!(":v{at}"), value);
        }
        let update = update.update_expression(format!("SET {}", terms.join(", "))).build()?;
        Ok(TransactWriteItem::builder().update(update).build())
    }

    fn update(&self, customer: &CustomerId, meter: &MeterId) -> UpdateBuilder {
        UpdateBuilder::default()
            .table_name(&self.table)
            .key("pk", text(customer))
            .key("sk", text(meter_key(meter)))
    }

    /// Deletes the meters that a whole supply point doesn't name any more.
    async fn drop_meters(
        &self,
        customer: &CustomerId,
        points: &BTreeSet<&SupplyPointId>,
        named: &BTreeSet<&MeterId>,
        version: u64,
    ) -> Result<bool> {
        let mut dropped = false;
        let mut pages = self
            .client
            .query()
            .table_name(&self.table)
            .key_condition_expression("pk = :customer AND begins_with(sk, :meters)")
            .expression_attribute_values(":customer", text(customer))
            .expression_attribute_values(":meters", text("meter#"))
            .consistent_read(true)
            .into_paginator()
            .items()
            .send();
        while let Some(item) = pages.next().await {
            let item: MeterItem = serde_dynamo::from_item(item.context("looking up meters")?)
                .context("reading a meter")?;
            let gone = points.contains(&item.facts.supply_point) && !named.contains(&item.id);
            if gone && item.facts.version < version {
                let request = self.client.delete_item().table_name(&self.table);
                let request =
                    request.key("pk", text(customer)).key("sk", text(meter_key(&item.id)));
                request.send().await.context("dropping a meter")?;
                dropped = true;
            }
        }
        Ok(dropped)
    }

    async fn keep_readings(
        &self,
        customer: &CustomerId,
        readings: &[update::Reading],
        version: u64,
    ) -> Result<bool> {
        let ids: BTreeSet<&MeterId> = readings.iter().map(|reading| &reading.meter).collect();
        let meters = self.known_meters(customer, &ids).await?;
        if let Some(id) = ids.into_iter().find(|id| !meters.iter().any(|meter| meter.id == **id)) {
            let detail = format!("a reading of the meter {id}, which no update has told of");
            return Err(Unfit::new("meter_unknown", detail).into());
        }
        let writes = readings.iter().map(|reading| {
            let sk = format!("{}{}", reading_prefix(&reading.meter), reading.read_on);
            self.put(customer, sk, ReadingItem::of(reading, version), version)
        });
        let writes = writes.collect::<Result<Vec<_>>>()?;
        let kept = write_each(&self.client, &writes).await.context("keeping readings")?;
        self.refresh(customer, &meters).await?;
        Ok(kept.contains(&true))
    }

    /// Those of the meters `ids` that an update has told of.
    async fn known_meters(
        &self,
        customer: &CustomerId,
        ids: &BTreeSet<&MeterId>,
    ) -> Result<Vec<Meter>> {
        // The usual message is of one meter.
        if let Some(id) = ids.first().filter(|_| ids.len() == 1) {
            return Ok(self.meter(customer, id).await?.into_iter().collect());
        }
        let keys: Vec<Item> = ids
            .iter()
            .map(|id| {
                let key = [("pk", text(customer)), ("sk", text(meter_key(id)))];
                key.map(|(name, value)| (name.to_owned(), value)).into()
            })
            .collect();
        let reads: Vec<_> = keys.chunks(KEYS_PER_READ).map(|keys| self.read_many(keys)).collect();
        let items: Vec<Vec<Item>> =
            stream::iter(reads).buffer_unordered(AT_ONCE).try_collect().await?;
        items.into_iter().flatten().map(items::meter).collect()
    }

    /// The items of at most a hundred keys, strongly consistent. What a large
    /// answer left out is asked for again.
    async fn read_many(&self, keys: &[Item]) -> Result<Vec<Item>> {
        let mut items = Vec::with_capacity(keys.len());
        let mut keys = keys.to_vec();
        for attempt in 0..TRIES {
            let wanted = KeysAndAttributes::builder().set_keys(Some(keys)).consistent_read(true);
            let request = self.client.batch_get_item().request_items(&self.table, wanted.build()?);
            let answer = request.send().await.context("looking up meters")?;
            let found = answer.responses.and_then(|mut tables| tables.remove(&self.table));
            items.extend(found.unwrap_or_default());
            let left = answer.unprocessed_keys.and_then(|mut tables| tables.remove(&self.table));
            keys = left.map(|left| left.keys).unwrap_or_default();
            if keys.is_empty() {
                return Ok(items);
            }
            tokio::time::sleep(Duration::from_millis(50 << attempt)).await;
        }
        bail!("the readings table is throttled")
    }

    /// Writes what follows from the meters' readings beside what billing says
    /// of them.
    async fn refresh(&self, customer: &CustomerId, meters: &[Meter]) -> Result<()> {
        let updates: Vec<_> = meters.iter().map(|meter| self.last_state(customer, meter)).collect();
        let updates: Vec<TransactWriteItem> =
            stream::iter(updates).buffer_unordered(AT_ONCE).try_collect().await?;
        let kept = write_each(&self.client, &updates).await.context("keeping last states")?;
        ensure!(!kept.contains(&false), "a meter is gone that was there just now");
        Ok(())
    }

    async fn last_state(&self, customer: &CustomerId, meter: &Meter) -> Result<TransactWriteItem> {
        let request = self.told(customer, &meter.id).limit(JUDGED_BY).consistent_read(true);
        let page = request.send().await.context("looking up readings")?;
        // Those that were taken back fall away here.
        let history = items::readings(page.items.unwrap_or_default())?;
        let usual = rules::usual(meter, &history);
        let last = history.into_iter().next().map(|newest| LastItem {
            read_on: newest.read_on,
            kind: newest.kind,
            values: newest.values,
        });
        let update = self
            .update(customer, &meter.id)
            .condition_expression("attribute_exists(pk)")
            .update_expression("SET #last = :last, usual = :usual ADD revision :one")
            .expression_attribute_names("#last", "last")
            .expression_attribute_values(":last", serde_dynamo::to_attribute_value(last)?)
            .expression_attribute_values(":usual", serde_dynamo::to_attribute_value(usual)?)
            .expression_attribute_values(":one", number(1));
        Ok(TransactWriteItem::builder().update(update.build()?).build())
    }

    /// Writes an item unless a newer one, or the same, is there.
    fn put(
        &self,
        customer: &CustomerId,
        sk: String,
        item: impl Serialize,
        version: u64,
    ) -> Result<TransactWriteItem> {
        let mut item: Item = serde_dynamo::to_item(item).context("writing an item")?;
        item.insert("pk".to_owned(), text(customer));
        item.insert("sk".to_owned(), AttributeValue::S(sk));
        let put = Put::builder()
            .table_name(&self.table)
            .set_item(Some(item))
            .condition_expression("attribute_not_exists(pk) OR #version < :new")
            .expression_attribute_names("#version", "version")
            .expression_attribute_values(":new", number(version));
        Ok(TransactWriteItem::builder().put(put.build()?).build())
    }
}
