//! What a meter's readings say, one after the other.

use crate::reading::{Kind, Meter, Reading, Values, days_between, per_day, used_between};
use rust_decimal::Decimal;

/// A reading, compared with the one before.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Line {
    pub reading: Reading,
    /// Since the reading before, multiplied; billing's word comes first.
    pub consumption: Values,
    /// The sum over the registers, when they have a unit together.
    pub total: Option<Decimal>,
    pub per_day: Values,
    /// Since the reading before; none for a first one.
    pub days: Option<i64>,
}

/// Compares each of `readings`, newest first, with the one before it; the last
/// of them with `before`, or with the state at installation when it is the
/// oldest there is.
pub(crate) fn lines(
    meter: &Meter,
    readings: Vec<Reading>,
    before: Option<&Reading>,
    is_whole: bool,
) -> Vec<Line> {
    let initial = Reading {
        read_on: meter.installed_on,
        kind: Kind::Initial,
        values: meter.initial(),
        consumption: Values::new(),
        invoice: None,
        change: None,
    };
    let oldest = before.or(is_whole.then_some(&initial));
    let befores: Vec<Option<Reading>> =
        readings.iter().skip(1).map(Some).chain([oldest]).map(|before| before.cloned()).collect();
    readings
        .into_iter()
        .zip(befores)
        .map(|(reading, before)| line(meter, reading, before))
        .collect()
}

fn line(meter: &Meter, reading: Reading, before: Option<Reading>) -> Line {
    // A meter begins with its initial state; nothing was used up to it.
    let first = reading.kind == Kind::Initial;
    let before = before.filter(|before| !first && before.read_on < reading.read_on);
    let consumption = match &before {
        _ if !reading.consumption.is_empty() => reading.consumption.clone(),
        Some(before) => used_between(meter, &before.values, &reading.values),
        None => Values::new(),
    };
    let days = before.map(|before| days_between(before.read_on, reading.read_on));
    Line {
        total: meter.total(&consumption).filter(|_| !consumption.is_empty()),
        per_day: days.map(|days| per_day(&consumption, days)).unwrap_or_default(),
        consumption,
        days,
        reading,
    }
}
