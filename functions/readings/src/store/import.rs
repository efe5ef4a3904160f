//! Storing what billing says of meters and readings.
//!
//! Idempotent: the same update again changes nothing, an older one neither.
//! A crash between two items is made good by the same update coming again.

use std::collections::{BTreeMap, BTreeSet};

use anyhow::{Context, Result};
use aws_sdk_dynamodb::types::AttributeValue;
use futures_util::{StreamExt, TryStreamExt, stream};
use portal_contracts::update::{self, Unfit, Update, UpdateBody};
use portal_domain::{CustomerId, MeterId, SupplyPointId};
use portal_lambda::dynamo::{number, text};
use serde::Serialize;

use super::{
    Item, JUDGED_BY, Readings,
    items::{self, CustomerItem, LastItem, MeterFacts, MeterItem, ReadingItem},
    meter_key, reading_prefix,
};
use crate::{reading::Meter, rules};

/// So many writes are under way at once.
const AT_ONCE: usize = 16;

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
        UpdateBody::Invoices(_) | UpdateBody::ChangeOutcome(_) => return Ok(Imported::NotOurs),
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
        self.put(customer, "customer".to_owned(), item, version).await
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
        let kept = stream::iter(meters)
            .map(|(id, facts)| self.keep_meter(customer, id, facts))
            .buffer_unordered(AT_ONCE)
            .try_fold(false, |any, one| async move { Ok(any || one) })
            .await?;
        let dropped = self.drop_meters(customer, &points, &named, version).await?;
        Ok(kept || dropped)
    }

    /// Writes what billing says of a meter, beside what its readings say.
    async fn keep_meter(
        &self,
        customer: &CustomerId,
        id: &MeterId,
        facts: MeterFacts,
    ) -> Result<bool> {
        let version = facts.version;
        let item: Item = serde_dynamo::to_item(facts).context("writing a meter")?;
        let mut request = self
            .client
            .update_item()
            .table_name(&self.table)
            .key("pk", text(customer))
            .key("sk", text(meter_key(id)))
            .condition_expression("attribute_not_exists(#version) OR #version < :new")
            .expression_attribute_names("#version", "version")
            .expression_attribute_values(":new", number(version))
            .expression_attribute_values(":id", text(id))
            .expression_attribute_values(":zero", number(0));
        let mut terms =
            vec!["id = :id".to_owned(), "revision = if_not_exists(revision, :zero)".to_owned()];
        for (at, (name, value)) in item.into_iter().enumerate() {
            terms.push(format!("#n{at} = :v{at}"));
            request = request
                .expression_attribute_names(format!("#n{at}"), name)
                .expression_attribute_values(format!(":v{at}"), value);
        }
        let request = request.update_expression(format!("SET {}", terms.join(", ")));
        match request.send().await {
            Ok(_) => Ok(true),
            Err(error)
                if error
                    .as_service_error()
                    .is_some_and(|error| error.is_conditional_check_failed_exception()) =>
            {
                Ok(false)
            }
            Err(error) => Err(error).context("keeping a meter"),
        }
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
        let mut meters = BTreeMap::new();
        for id in readings.iter().map(|reading| &reading.meter).collect::<BTreeSet<_>>() {
            let Some(meter) = self.meter(customer, id).await? else {
                let detail = format!("a reading of the meter {id}, which no update has told of");
                return Err(Unfit::new("meter_unknown", detail).into());
            };
            meters.insert(id, meter);
        }
        let items = readings.iter().map(|reading| {
            let sk = format!("{}{}", reading_prefix(&reading.meter), reading.read_on);
            (sk, ReadingItem::of(reading, version))
        });
        let stored = stream::iter(items)
            .map(|(sk, item)| self.put(customer, sk, item, version))
            .buffer_unordered(AT_ONCE)
            .try_fold(false, |any, one| async move { Ok(any || one) })
            .await?;
        stream::iter(meters.into_values())
            .map(|meter| self.refresh(customer, meter))
            .buffer_unordered(AT_ONCE)
            .try_collect::<()>()
            .await?;
        Ok(stored)
    }

    /// Writes what follows from a meter's readings beside what billing says of
    /// it.
    async fn refresh(&self, customer: &CustomerId, meter: Meter) -> Result<()> {
        let request = self.recorded(customer, &meter.id).limit(JUDGED_BY).consistent_read(true);
        let page = request.send().await.context("looking up readings")?;
        let history = items::readings(page.items.unwrap_or_default())?;
        let usual = rules::usual(&meter, &history);
        let last = history.into_iter().next().map(|newest| LastItem {
            read_on: newest.read_on,
            kind: newest.kind,
            values: newest.values,
        });
        let request = self
            .client
            .update_item()
            .table_name(&self.table)
            .key("pk", text(customer))
            .key("sk", text(meter_key(&meter.id)))
            .condition_expression("attribute_exists(pk)")
            .update_expression("SET #last = :last, usual = :usual ADD revision :one")
            .expression_attribute_names("#last", "last")
            .expression_attribute_values(":last", serde_dynamo::to_attribute_value(last)?)
            .expression_attribute_values(":usual", serde_dynamo::to_attribute_value(usual)?)
            .expression_attribute_values(":one", number(1));
        request.send().await.context("keeping a meter's last state")?;
        Ok(())
    }

    /// Writes an item unless a newer one, or the same, is there.
    async fn put(
        &self,
        customer: &CustomerId,
        sk: String,
        item: impl Serialize,
        version: u64,
    ) -> Result<bool> {
        let mut item: Item = serde_dynamo::to_item(item).context("writing an item")?;
        item.insert("pk".to_owned(), text(customer));
        item.insert("sk".to_owned(), AttributeValue::S(sk));
        let request = self
            .client
            .put_item()
            .table_name(&self.table)
            .set_item(Some(item))
            .condition_expression("attribute_not_exists(pk) OR #version < :new")
            .expression_attribute_names("#version", "version")
            .expression_attribute_values(":new", number(version));
        match request.send().await {
            Ok(_) => Ok(true),
            Err(error)
                if error
                    .as_service_error()
                    .is_some_and(|error| error.is_conditional_check_failed_exception()) =>
            {
                Ok(false)
            }
            Err(error) => Err(error).context("keeping what billing said"),
        }
    }
}
