//! About once a year a supply point is settled: which of its readings that
//! uses.

use jiff::{ToSpan, civil::Date};
use portal_contracts::{invoice::Period, update::Reading};

/// Readings of one settlement, by their places among those of the point.
pub(super) struct Settled {
    /// The reading that it begins with is the one before the first.
    pub(super) first: usize,
    pub(super) last: usize,
    pub(super) period: Period,
}

/// The periods of a point whose readings are these, oldest first. Readings
/// since the last settlement stay without one, unless the contract has ended.
pub(super) fn settled(readings: &[&Reading], ended: bool) -> Vec<Settled> {
    let mut all = Vec::new();
    let Some(mut from) = readings.first().map(|reading| reading.read_on) else { return all };
    let mut first = 0;
    for (last, reading) in readings.iter().enumerate() {
        let until = reading.read_on;
        let over = until >= from.saturating_add(350.days());
        let done = ended && last + 1 == readings.len() && until >= from.saturating_add(20.days());
        if over || done {
            // A state is that of the day's end.
            let period = Period { from: day_after(from), to: until };
            all.push(Settled { first, last, period });
            (first, from) = (last + 1, until);
        }
    }
    all
}

pub(super) fn day_after(day: Date) -> Date {
    day.saturating_add(1.day())
}
