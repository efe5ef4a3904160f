//! What the readings table keeps.

use anyhow::{Context, Result};
use jiff::civil::Date;
use portal_contracts::update;
use portal_domain::{ChangeId, InvoiceNumber, Medium, MeterId, RegisterCode, SupplyPointId, Unit};
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use super::Item;
use crate::reading::{Kind, Last, Meter, Reading, Register, Values, Window};

/// What a reading was judged by: it hasn't changed while both are the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Stamp {
    pub version: u64,
    pub revision: u64,
}

#[derive(Debug, Serialize, Deserialize)]
pub(super) struct CustomerItem {
    pub self_reading: bool,
    pub version: u64,
}

/// A meter: what billing says of it, and what follows from its readings.
#[derive(Debug, Deserialize)]
pub(super) struct MeterItem {
    #[serde(flatten)]
    pub facts: MeterFacts,
    pub id: MeterId,
    #[serde(default)]
    pub revision: u64,
    #[serde(default)]
    pub last: Option<LastItem>,
    #[serde(default)]
    pub usual: Values,
}

/// What billing says of a meter; the whole of it in each update.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct MeterFacts {
    pub serial: String,
    pub supply_point: SupplyPointId,
    pub medium: Medium,
    pub point_label: String,
    pub point_active: bool,
    pub installed_on: Date,
    pub removed_on: Option<Date>,
    pub registers: Vec<RegisterItem>,
    pub max_per_hour: Option<Decimal>,
    pub window: Option<WindowItem>,
    pub self_reading: Option<bool>,
    pub version: u64,
}

#[derive(Debug, Serialize, Deserialize)]
pub(super) struct RegisterItem {
    pub code: RegisterCode,
    pub unit: Unit,
    pub digits: u8,
    pub decimals: u8,
    pub multiplier: Decimal,
    pub initial: Decimal,
}

#[derive(Debug, Serialize, Deserialize)]
pub(super) struct WindowItem {
    pub from: Date,
    pub to: Date,
}

#[derive(Debug, Serialize, Deserialize)]
pub(super) struct LastItem {
    pub read_on: Date,
    pub kind: Kind,
    pub values: Values,
}

#[derive(Debug, Serialize, Deserialize)]
pub(super) struct ReadingItem {
    pub read_on: Date,
    pub kind: Kind,
    pub values: Values,
    #[serde(default)]
    pub consumption: Values,
    #[serde(default)]
    pub invoice: Option<InvoiceNumber>,
    #[serde(default)]
    pub change: Option<ChangeId>,
    /// Billing took it back.
    #[serde(default)]
    pub cancelled: bool,
    pub version: u64,
}

/// Reads a meter's item.
pub(super) fn meter(item: Item) -> Result<Meter> {
    let item: MeterItem = serde_dynamo::from_item(item).context("reading a meter")?;
    Ok(item.into())
}

/// Reads readings' items; those that were taken back fall away.
pub(super) fn readings(items: Vec<Item>) -> Result<Vec<Reading>> {
    let mut readings = Vec::with_capacity(items.len());
    for item in items {
        let item: ReadingItem = serde_dynamo::from_item(item).context("reading a reading")?;
        if !item.cancelled {
            readings.push(item.into());
        }
    }
    Ok(readings)
}

impl MeterItem {
    pub(super) fn stamp(&self) -> Stamp {
        Stamp { version: self.facts.version, revision: self.revision }
    }
}

impl From<MeterItem> for Meter {
    fn from(item: MeterItem) -> Self {
        let MeterItem { facts, id, last, usual, .. } = item;
        let register = |item: RegisterItem| {
            let RegisterItem { code, unit, digits, decimals, multiplier, initial } = item;
            Register { code, unit, digits, decimals, multiplier, initial }
        };
        Self {
            id,
            serial: facts.serial,
            supply_point: facts.supply_point,
            medium: facts.medium,
            point_label: facts.point_label,
            point_active: facts.point_active,
            installed_on: facts.installed_on,
            removed_on: facts.removed_on,
            registers: facts.registers.into_iter().map(register).collect(),
            max_per_hour: facts.max_per_hour,
            window: facts.window.map(|WindowItem { from, to }| Window { from, to }),
            self_reading: facts.self_reading,
            last: last.map(|LastItem { read_on, kind, values }| Last { read_on, kind, values }),
            usual,
        }
    }
}

impl MeterFacts {
    /// What an update says of `meter` at `point`.
    pub(super) fn of(point: &update::SupplyPoint, meter: &update::Meter, version: u64) -> Self {
        let register = |register: &update::Register| RegisterItem {
            code: register.code.clone(),
            unit: register.unit,
            digits: register.digits,
            decimals: register.decimals,
            multiplier: register.multiplier,
            initial: register.initial,
        };
        let window = point.reading_window.as_ref();
        Self {
            serial: meter.serial.clone(),
            supply_point: point.id.clone(),
            medium: point.medium,
            point_label: label(point),
            point_active: point.active,
            installed_on: meter.installed_on,
            removed_on: meter.removed_on,
            registers: meter.registers.iter().map(register).collect(),
            max_per_hour: meter.max_per_hour,
            window: window.map(|window| WindowItem { from: window.from, to: window.to }),
            self_reading: point.self_reading,
            version,
        }
    }
}

/// What people call a supply point: its label, else where it is.
fn label(point: &update::SupplyPoint) -> String {
    let address = &point.address;
    let place = format!("{} {}, {}", address.street, address.number, address.city);
    point.label.clone().unwrap_or(place)
}

impl ReadingItem {
    /// What an update says of a reading.
    pub(super) fn of(reading: &update::Reading, version: u64) -> Self {
        Self {
            read_on: reading.read_on,
            kind: reading.kind.into(),
            values: reading.values.clone(),
            consumption: reading.consumption.clone(),
            invoice: reading.invoice.clone(),
            change: reading.change.clone(),
            cancelled: reading.cancelled,
            version,
        }
    }
}

impl From<ReadingItem> for Reading {
    fn from(item: ReadingItem) -> Self {
        let ReadingItem { read_on, kind, values, consumption, invoice, change, .. } = item;
        Self { read_on, kind, values, consumption, invoice, change }
    }
}

impl From<update::ReadingKind> for Kind {
    fn from(kind: update::ReadingKind) -> Self {
        match kind {
            update::ReadingKind::Actual => Self::Actual,
            update::ReadingKind::Customer => Self::Customer,
            update::ReadingKind::Estimated => Self::Estimated,
            update::ReadingKind::Initial => Self::Initial,
            update::ReadingKind::Final => Self::Final,
        }
    }
}
