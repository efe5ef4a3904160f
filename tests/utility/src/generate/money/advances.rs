//! Schedules of advances: one from the contract's beginning on, and a new one
//! after each settlement, which follows from it.

use anyhow::{Context, Result};
use jiff::{ToSpan, civil::Date};
use portal_contracts::{
    ledger::{Advance, AdvanceBounds, AdvanceSchedule},
    update::SupplyPoint,
};
use portal_domain::{Country, Money};
use portal_rating::advance::advance;

use super::{
    super::dice::Dice, Habits, Office, currency, documents, habits, settlement::Draft, zero,
};

/// A supply point with all that is to be paid for it.
pub(super) struct Planned<'a> {
    pub(super) point: SupplyPoint,
    pub(super) drafts: Vec<Draft<'a>>,
    pub(super) schedules: Vec<AdvanceSchedule>,
    /// Settlements from this one on are told whole, with their advances.
    pub(super) first_whole: usize,
}

pub(super) fn planned<'a>(
    office: &Office<'a>,
    point: SupplyPoint,
    drafts: Vec<Draft<'a>>,
    habits: &Habits,
) -> Result<Planned<'a>> {
    let whole = |draft: &Draft| habits.since.is_none_or(|since| draft.issued_on >= since);
    let first_whole = drafts.iter().position(whole).unwrap_or(drafts.len());
    let mut schedules = schedules(office, &point, &drafts, habits)?;
    // What was settled before the light version begins has no advances here.
    let told = first_whole.checked_sub(1).and_then(|before| drafts.get(before));
    if let Some(told) = told {
        for schedule in &mut schedules {
            schedule.advances.retain(|advance| advance.due_on > told.period().to);
        }
        schedules.retain(|schedule| !schedule.advances.is_empty());
    }
    Ok(Planned { point, drafts, schedules, first_whole })
}

fn schedules(
    office: &Office,
    point: &SupplyPoint,
    drafts: &[Draft],
    habits: &Habits,
) -> Result<Vec<AdvanceSchedule>> {
    let currency = currency(point.address.country);
    let mut dice = Dice::of(office.seed, &format!("{}/advances", point.id));
    let costs = drafts
        .iter()
        .map(|draft| draft.breakdown(vec![]).map(|breakdown| breakdown.totals.gross))
        .collect::<Result<Vec<_>>>()?;
    let begins = std::iter::once(point.contract.valid_from)
        .chain(drafts.iter().map(|draft| draft.issued_on))
        .map(next_month)
        .collect::<Vec<_>>();
    let mut schedules: Vec<AdvanceSchedule> = Vec::new();
    for (turn, valid_from) in begins.iter().enumerate() {
        let ends = begins.get(turn + 1).copied();
        let ends = ends.unwrap_or_else(|| valid_from.saturating_add(12.months()));
        let ends = point.contract.valid_to.map_or(ends, |ended| ends.min(ended));
        // The first one is founded on what the connection asked for, the others
        // on the year before.
        let known = turn.saturating_sub(1);
        let yearly = match (costs.get(known), drafts.get(known)) {
            (Some(cost), Some(draft)) => yearly(*cost, draft)?,
            _ => Money { minor: 600_000, currency },
        };
        let percent = match habits.trouble {
            Some(trouble) if trouble.wants_to_owe() => dice.between(74, 82),
            _ => dice.between(84, 112),
        };
        let every = habits::months(habits.interval);
        let expected = Money { minor: yearly.minor * percent / 100, currency };
        let number = u32::try_from(12 / every).unwrap_or(1);
        let least = Money { minor: 5_000, currency };
        let amount = advance(expected, number, None)?;
        let amount = Money { minor: amount.minor.max(least.minor), ..amount };
        schedules.push(AdvanceSchedule {
            supply_point: point.id.clone(),
            valid_from: *valid_from,
            interval: habits.interval,
            amount,
            bounds: Some(bounds(amount)),
            variable_symbol: (point.address.country != Country::Pl)
                .then(|| documents::advance_symbol(point)),
            advances: due_days(*valid_from, ends, every)
                .map(|due_on| Advance { due_on, amount, paid: zero(currency), invoice: None })
                .collect(),
            reason: (turn > 0).then(|| reason(drafts, known).into()),
        });
    }
    schedules.retain(|schedule| !schedule.advances.is_empty());
    Ok(schedules)
}

/// What a year costs, by the days of a settlement.
fn yearly(cost: Money, draft: &Draft) -> Result<Money> {
    let days = portal_rating::months::days(draft.period())?;
    let minor = cost.minor.checked_mul(365).and_then(|cost| cost.checked_div(days));
    Ok(Money { minor: minor.context("a year's cost")?, ..cost })
}

/// From the customer's half to their double, in tens.
fn bounds(amount: Money) -> AdvanceBounds {
    let tens = |minor: i64| Money { minor: (minor / 1_000).max(5) * 1_000, ..amount };
    AdvanceBounds { least: tens(amount.minor / 2), most: tens(amount.minor * 2) }
}

/// Whether the last year had another consumption than the one before, by more
/// than a tenth; otherwise it's the prices.
fn reason(drafts: &[Draft], last: usize) -> &'static str {
    let daily = |place: usize| {
        let draft = drafts.get(place)?;
        let used: rust_decimal::Decimal = draft
            .supply
            .registers
            .iter()
            .filter_map(|register| {
                let (first, last) = (register.states.first()?, register.states.last()?);
                (last.value >= first.value).then(|| last.value - first.value)
            })
            .sum();
        let days = portal_rating::months::days(draft.period()).ok()?;
        used.checked_mul(1_000.into())?.checked_div(days.into())
    };
    match (last.checked_sub(1).and_then(daily), daily(last)) {
        (Some(before), Some(now)) if (now - before).abs() * rust_decimal::Decimal::TEN > before => {
            "consumption"
        }
        _ => "price_list",
    }
}

/// The fifteenth of each so manieth month.
fn due_days(from: Date, ends: Date, every: i32) -> impl Iterator<Item = Date> {
    let day =
        move |turn: i32| from.saturating_add((turn * every).months()).saturating_add(14.days());
    (0..).map(day).take_while(move |due_on| *due_on < ends)
}

fn next_month(day: Date) -> Date {
    day.last_of_month().saturating_add(1.day())
}
