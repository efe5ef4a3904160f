//! What goes over HTTP.

use std::collections::BTreeMap;

use jiff::civil::Date;
use portal_domain::{ChangeId, InvoiceNumber, Medium, MeterId, RegisterCode, SupplyPointId, Unit};
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::{
    history::Line,
    reading::{Claim, Kind, Meter, Register, Values},
    rules::{Assessment, Finding, Suggestion, Verdict, may_send},
};

/// A meter, with what it showed last.
#[derive(Serialize, ToSchema)]
pub(super) struct MeterBody {
    id: MeterId,
    /// The number on its face.
    serial: String,
    supply_point: SupplyPointId,
    medium: Medium,
    point_label: String,
    installed_on: Date,
    #[serde(skip_serializing_if = "Option::is_none")]
    removed_on: Option<Date>,
    registers: Vec<RegisterBody>,
    may_send: MaySendBody,
    #[serde(skip_serializing_if = "Option::is_none")]
    window: Option<WindowBody>,
}

/// One dial of a meter.
#[derive(Serialize, ToSchema)]
pub(super) struct RegisterBody {
    code: RegisterCode,
    unit: Unit,
    /// Digits before the decimal mark.
    digits: u8,
    /// Digits after the decimal mark that count.
    decimals: u8,
    multiplier: Decimal,
    #[serde(skip_serializing_if = "Option::is_none")]
    last: Option<StateBody>,
}

/// What a register showed on a day.
#[derive(Serialize, ToSchema)]
pub(super) struct StateBody {
    read_on: Date,
    value: Decimal,
    kind: Kind,
}

/// Whether readings of the meter may be sent; if not, the code says why.
#[derive(Serialize, ToSchema)]
pub(super) struct MaySendBody {
    allowed: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<String>)]
    code: Option<&'static str>,
}

/// When readings are expected, both days included.
#[derive(Serialize, ToSchema)]
pub(super) struct WindowBody {
    from: Date,
    to: Date,
}

/// Meters of a customer.
#[derive(Serialize, ToSchema)]
pub(super) struct MetersBody {
    pub meters: Vec<MeterBody>,
    pub next: Option<String>,
}

/// A meter and what was recorded of it, newest first.
#[derive(Serialize, ToSchema)]
pub(super) struct HistoryBody {
    pub meter: MeterBody,
    pub readings: Vec<ReadingBody>,
    pub next: Option<String>,
}

/// A recorded reading, by register where it says so.
#[derive(Serialize, ToSchema)]
pub(super) struct ReadingBody {
    read_on: Date,
    kind: Kind,
    #[schema(value_type = BTreeMap<String, String>)]
    values: Values,
    /// Since the reading before, multiplied; empty for a first one.
    #[schema(value_type = BTreeMap<String, String>)]
    consumption: Values,
    /// The sum over the registers, when they have a unit together.
    #[serde(skip_serializing_if = "Option::is_none")]
    total: Option<Decimal>,
    /// The consumption, spread over the days.
    #[schema(value_type = BTreeMap<String, String>)]
    per_day: Values,
    /// Since the reading before.
    #[serde(skip_serializing_if = "Option::is_none")]
    days: Option<i64>,
    /// The settlement that used it.
    #[serde(skip_serializing_if = "Option::is_none")]
    invoice: Option<InvoiceNumber>,
    /// The change that it came from.
    #[serde(skip_serializing_if = "Option::is_none")]
    change: Option<ChangeId>,
}

/// What somebody says that a meter shows, as they typed it.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct ClaimBody {
    pub read_on: Date,
    /// By register code. A comma is a point, and spaces don't matter.
    pub values: BTreeMap<String, String>,
    /// The number on the meter's face.
    #[serde(default)]
    pub serial: Option<String>,
}

/// What the rules say of a reading.
#[derive(Serialize, ToSchema)]
pub(super) struct AssessmentBody {
    verdict: Verdict,
    findings: Vec<Finding>,
    suggestions: Vec<Suggestion>,
    /// Since the last measured state, multiplied.
    #[schema(value_type = BTreeMap<String, String>)]
    consumption: Values,
    #[schema(value_type = BTreeMap<String, String>)]
    per_day: Values,
    /// Registers that went past their last digit.
    rolled_over: Vec<RegisterCode>,
}

impl MeterBody {
    /// `by_rule`: whether the utility's rule lets the customer send readings.
    pub(super) fn of(meter: Meter, by_rule: bool, today: Date) -> Self {
        let may_send = match may_send(&meter, by_rule, today) {
            Ok(()) => MaySendBody { allowed: true, code: None },
            Err(forbidden) => MaySendBody { allowed: false, code: Some(forbidden.code()) },
        };
        let last = meter.last;
        let register = |register: Register| {
            let last = last.as_ref().and_then(|last| {
                let value = *last.values.get(&register.code)?;
                Some(StateBody { read_on: last.read_on, value, kind: last.kind })
            });
            let Register { code, unit, digits, decimals, multiplier, .. } = register;
            RegisterBody { code, unit, digits, decimals, multiplier, last }
        };
        Self {
            registers: meter.registers.into_iter().map(register).collect(),
            id: meter.id,
            serial: meter.serial,
            supply_point: meter.supply_point,
            medium: meter.medium,
            point_label: meter.point_label,
            installed_on: meter.installed_on,
            removed_on: meter.removed_on,
            may_send,
            window: meter.window.map(|window| WindowBody { from: window.from, to: window.to }),
        }
    }
}

impl From<Line> for ReadingBody {
    fn from(line: Line) -> Self {
        let Line { reading, consumption, total, per_day, days } = line;
        Self {
            read_on: reading.read_on,
            kind: reading.kind,
            values: reading.values,
            consumption,
            total,
            per_day,
            days,
            invoice: reading.invoice,
            change: reading.change,
        }
    }
}

impl From<ClaimBody> for Claim {
    fn from(body: ClaimBody) -> Self {
        let ClaimBody { read_on, values, serial } = body;
        Self { read_on, values, serial }
    }
}

impl From<Assessment> for AssessmentBody {
    fn from(assessment: Assessment) -> Self {
        let Assessment { verdict, findings, suggestions, consumption, per_day, .. } = assessment;
        let rolled_over = assessment.rolled_over;
        Self { verdict, findings, suggestions, consumption, per_day, rolled_over }
    }
}
