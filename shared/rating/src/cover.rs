//! Whether the states of a supply point's registers leave no day out.

use std::collections::BTreeMap;

use jiff::civil::Date;
use portal_contracts::invoice::Period;
use portal_domain::RegisterCode;

use crate::{
    Error,
    months::{day_after, day_before},
};

/// Between two states of a register.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Stretch<'a> {
    pub(crate) register: &'a RegisterCode,
    pub(crate) from: Date,
    pub(crate) to: Date,
    /// What it's told by when days are missing beside it.
    pub(crate) place: usize,
}

/// Where days of the period are missing: beside which stretch, and from which
/// day on.
///
/// Each register has to go from the period's beginning to its end, over as many
/// meters as there were; or to begin where another register ends, and end where
/// another begins, as when a meter of one register gives way to one of two.
pub(crate) fn holes(
    period: Period,
    stretches: &[Stretch<'_>],
) -> Result<Vec<(usize, Date)>, Error> {
    let mut registers: BTreeMap<&RegisterCode, Vec<&Stretch<'_>>> = BTreeMap::new();
    for stretch in stretches {
        registers.entry(stretch.register).or_default().push(stretch);
    }
    let mut found = vec![];
    let mut chains = vec![];
    for chain in registers.values_mut() {
        chain.sort_by_key(|stretch| (stretch.from, stretch.to));
        let Some(first) = chain.first().copied() else { continue };
        let mut last = first;
        for stretch in chain.iter() {
            if stretch.from > day_after(last.to)? {
                found.push((stretch.place, last.to));
            }
            if stretch.to > last.to {
                last = stretch;
            }
        }
        chains.push((first, last));
    }
    for (first, last) in &chains {
        let before = day_before(period.from)?;
        let begins = first.from == before || first.from == period.from;
        let follows =
            |end: Date| first.from == end || day_after(end).is_ok_and(|on| first.from == on);
        if !begins && !chains.iter().any(|(_, other)| follows(other.to)) {
            found.push((first.place, first.from));
        }
        let precedes = |on: Date| last.to == on || day_before(on).is_ok_and(|on| last.to == on);
        if last.to != period.to && !chains.iter().any(|(other, _)| precedes(other.from)) {
            found.push((last.place, last.to));
        }
    }
    Ok(found)
}
