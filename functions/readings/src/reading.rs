//! What a meter is, what it showed, and what somebody says it shows.
//!
//! Pure: no I/O, no clock.

use std::collections::BTreeMap;

use jiff::civil::Date;
use portal_domain::{ChangeId, InvoiceNumber, Medium, MeterId, RegisterCode, SupplyPointId, Unit};
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// A number for each register of a meter.
pub(crate) type Values = BTreeMap<RegisterCode, Decimal>;

/// A meter at one of the customer's supply points.
#[derive(Clone, Debug)]
pub(crate) struct Meter {
    pub id: MeterId,
    /// The number on its face.
    pub serial: String,
    pub supply_point: SupplyPointId,
    pub medium: Medium,
    /// What people call the supply point.
    pub point_label: String,
    pub point_active: bool,
    pub installed_on: Date,
    pub removed_on: Option<Date>,
    pub registers: Vec<Register>,
    /// The most that can flow in an hour, multiplied.
    pub max_per_hour: Option<Decimal>,
    pub window: Option<Window>,
    /// What billing says of self-reading at this point, whatever the rule for
    /// all is.
    pub self_reading: Option<bool>,
    /// What was recorded last.
    pub last: Option<Last>,
    /// What each register uses on a day of average season, multiplied; of the
    /// registers whose past says it.
    pub usual: Values,
}

/// One dial of a meter.
#[derive(Clone, Debug)]
pub(crate) struct Register {
    pub code: RegisterCode,
    pub unit: Unit,
    /// Digits before the decimal mark.
    pub digits: u8,
    /// Digits after the decimal mark that count.
    pub decimals: u8,
    /// Consumption = difference of states × multiplier.
    pub multiplier: Decimal,
    /// What it showed when it was installed.
    pub initial: Decimal,
}

/// When readings are expected, both days included.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Window {
    pub from: Date,
    pub to: Date,
}

/// The newest recorded state of a meter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Last {
    pub read_on: Date,
    pub kind: Kind,
    pub values: Values,
}

/// A recorded state of a meter, of any origin.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Reading {
    pub read_on: Date,
    pub kind: Kind,
    pub values: Values,
    /// Since the reading before, multiplied, as billing says; empty when it
    /// doesn't.
    pub consumption: Values,
    /// The settlement that used it.
    pub invoice: Option<InvoiceNumber>,
    /// The change that it came from.
    pub change: Option<ChangeId>,
}

/// How a reading was obtained.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Kind {
    /// By the utility's reader, or remotely.
    Actual,
    Customer,
    Estimated,
    /// At installation.
    Initial,
    /// At removal, or at the end of the contract.
    Final,
}

/// What somebody says that a meter shows, as they typed it.
#[derive(Clone, Debug, Default)]
pub(crate) struct Claim {
    pub read_on: Date,
    /// By register code; neither need be one.
    pub values: BTreeMap<String, String>,
    /// The number on the meter's face, if they were asked for it.
    pub serial: Option<String>,
}

/// How far a register went from one state to another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Advance {
    /// Multiplied; negative when it went back.
    pub used: Decimal,
    /// It went past its last digit and began again at zero.
    pub rolled_over: bool,
}

impl Meter {
    pub(crate) fn register(&self, code: &RegisterCode) -> Option<&Register> {
        self.registers.iter().find(|register| register.code == *code)
    }

    /// What all registers showed when the meter was installed.
    pub(crate) fn initial(&self) -> Values {
        self.registers.iter().map(|one| (one.code.clone(), one.initial)).collect()
    }

    /// The sum over all registers, when they have a unit together and none of
    /// them counts what flows back.
    pub(crate) fn total(&self, values: &Values) -> Option<Decimal> {
        let (first, others) = self.registers.split_first()?;
        let alike = others.iter().all(|other| other.unit == first.unit);
        let back = self.registers.iter().any(|register| register.code.as_str().ends_with('-'));
        let all = self.registers.iter().map(|register| values.get(&register.code).copied());
        let sum: Option<Decimal> = all.sum();
        sum.filter(|_| alike && !back)
    }
}

impl Register {
    /// The first number that the dial can't show: 10^digits.
    pub(crate) fn span(&self) -> Decimal {
        let digits = u32::from(self.digits.min(18));
        Decimal::from(10_u64.pow(digits))
    }

    /// From `old` to `new`: past zero only when `old` was in the last tenth of
    /// the dial.
    pub(crate) fn advance(&self, old: Decimal, new: Decimal) -> Advance {
        let forward = new - old;
        if forward.is_sign_negative() && old >= self.span() * Decimal::new(9, 1) {
            return Advance { used: (forward + self.span()) * self.multiplier, rolled_over: true };
        }
        Advance { used: forward * self.multiplier, rolled_over: false }
    }
}

impl Reading {
    /// Whether a bill stands on it.
    pub(crate) fn is_billed(&self) -> bool {
        self.invoice.is_some()
    }

    /// Whether somebody or something looked at the meter.
    pub(crate) fn is_measured(&self) -> bool {
        self.kind != Kind::Estimated
    }
}

/// What was used between two states, of the registers that both name.
pub(crate) fn used_between(meter: &Meter, old: &Values, new: &Values) -> Values {
    let registers = meter.registers.iter();
    let used = registers.filter_map(|register| {
        let advance = register.advance(*old.get(&register.code)?, *new.get(&register.code)?);
        Some((register.code.clone(), advance.used.normalize()))
    });
    used.collect()
}

/// `used`, spread evenly over `days`, to three decimals.
pub(crate) fn per_day(used: &Values, days: i64) -> Values {
    let spread = |used: &Decimal| (used / Decimal::from(days.max(1))).round_dp(3).normalize();
    used.iter().map(|(code, used)| (code.clone(), spread(used))).collect()
}

/// The days from `from` to `to`; negative when `to` is earlier.
pub(crate) fn days_between(from: Date, to: Date) -> i64 {
    from.until(to).map_or(0, |span| i64::from(span.get_days()))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A dial of five digits that goes from `old` to `new`, times `multiplier`.
    #[track_caller]
    fn check(old: &str, new: &str, multiplier: &str, used: &str, rolled_over: bool) {
        let number = |text: &str| text.parse::<Decimal>().unwrap();
        let register = Register {
            code: "T".parse().unwrap(),
            unit: Unit::M3,
            digits: 5,
            decimals: 0,
            multiplier: number(multiplier),
            initial: Decimal::ZERO,
        };
        let advance = register.advance(number(old), number(new));
        assert_eq!(advance, Advance { used: number(used), rolled_over });
    }

    #[test]
    fn consumption_is_the_difference_times_the_multiplier() {
        check("100", "112.5", "1", "12.5", false);
        check("100", "112", "40", "480", false);
        check("100", "100", "1", "0", false);
    }

    #[test]
    fn a_dial_goes_past_zero_only_from_its_last_tenth() {
        check("99990", "5", "1", "15", true);
        check("90000", "0", "2", "20000", true);
        check("89999", "5", "1", "-89994", false);
    }
}
