//! What is usual: the same season of last year, else the last twelve months,
//! else the meter that was here before, else what such points use.

use jiff::{ToSpan, civil::Date};
use portal_domain::Medium;
use rust_decimal::Decimal;

use super::{
    finding::Basis,
    profile::{class_per_day, weight},
    timeline::{State, Stretch, states, stretches},
};
use crate::reading::{Meter, Reading, Register, Values, days_between};

/// Twelve months say something once so many days of them were measured.
const YEAR_NEEDS_DAYS: i64 = 30;

/// What a register is expected to use.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Reference {
    /// On each day from the state before to the claimed day, multiplied.
    pub per_day: Decimal,
    pub basis: Basis,
}

/// What `register` is expected to use from `from` to `to`.
pub(super) fn reference(
    meter: &Meter,
    register: &Register,
    states: &[State],
    others: &[Meter],
    (from, to): (Date, Date),
) -> Reference {
    let stretches = stretches(states, register);
    let past: Vec<Stretch> = stretches.into_iter().filter(|stretch| stretch.to <= from).collect();
    let weight = weight(meter.medium, from, to);
    let days = Decimal::from(days_between(from, to).max(1));
    let spread = |usual: Decimal| (usual * weight / days).round_dp(6);
    if let Some(used) = season(meter.medium, &past, from, to) {
        return Reference { per_day: (used / days).round_dp(6), basis: Basis::Season };
    }
    if let Some(usual) = last_year(meter.medium, &past, from) {
        return Reference { per_day: spread(usual), basis: Basis::Year };
    }
    if let Some(usual) = predecessor(meter, register, others) {
        return Reference { per_day: spread(usual), basis: Basis::Predecessor };
    }
    let usual = class_per_day(meter.medium, register.unit);
    Reference { per_day: spread(usual), basis: Basis::Class }
}

/// What each register uses on a day of average season, by the last twelve
/// months; of those whose past says it. `history` is newest first.
pub(crate) fn usual(meter: &Meter, history: &[Reading]) -> Values {
    let states = states(meter, history);
    let Some(until) = states.last().map(|state| state.read_on) else { return Values::new() };
    let of = |register: &Register| {
        let usual = last_year(meter.medium, &stretches(&states, register), until)?;
        Some((register.code.clone(), usual.round_dp(6).normalize()))
    };
    meter.registers.iter().filter_map(of).collect()
}

/// What the same days of last year used. Where only half of them were
/// measured, the others are taken to be alike.
fn season(medium: Medium, past: &[Stretch], from: Date, to: Date) -> Option<Decimal> {
    let (from, to) = (from.saturating_sub(1.year()), to.saturating_sub(1.year()));
    let (mut used, mut covered) = (Decimal::ZERO, Decimal::ZERO);
    let mut covered_days = 0;
    for stretch in past {
        let (begin, end) = (stretch.from.max(from), stretch.to.min(to));
        if begin < end {
            let part = weight(medium, begin, end);
            used += stretch.used * part / weight(medium, stretch.from, stretch.to);
            covered += part;
            covered_days += days_between(begin, end);
        }
    }
    let enough = covered_days > 0 && 2 * covered_days >= days_between(from, to);
    enough.then(|| used * weight(medium, from, to) / covered)
}

/// What an average day used in the twelve months before `until`.
fn last_year(medium: Medium, past: &[Stretch], until: Date) -> Option<Decimal> {
    let since = until.saturating_sub(1.year());
    let recent = past.iter().filter(|stretch| stretch.to > since);
    let (mut used, mut weights, mut days) = (Decimal::ZERO, Decimal::ZERO, 0);
    for stretch in recent {
        used += stretch.used;
        weights += weight(medium, stretch.from, stretch.to);
        days += days_between(stretch.from, stretch.to);
    }
    (days >= YEAR_NEEDS_DAYS).then(|| used / weights)
}

/// What the meter before this one used, when it measured the same.
fn predecessor(meter: &Meter, register: &Register, others: &[Meter]) -> Option<Decimal> {
    let before = others.iter().filter(|other| {
        other.supply_point == meter.supply_point
            && other.removed_on.is_some_and(|day| day <= meter.installed_on)
    });
    let last = before.max_by_key(|other| other.removed_on)?;
    let same = last.register(&register.code).filter(|other| other.unit == register.unit)?;
    last.usual.get(&same.code).copied()
}
