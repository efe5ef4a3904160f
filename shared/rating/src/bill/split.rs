//! States of registers into bases, cut where a price or a conversion ends.

use jiff::civil::Date;
use portal_contracts::{
    breakdown::{BillingUnit, Conversion, Metered, State},
    update::ReadingKind,
};
use portal_domain::Unit;
use rust_decimal::Decimal;

use super::{Register, Supply};
use crate::{
    Error,
    cover::{Stretch, holes},
    months::{day_after, day_before},
    number::{difference, in_unit, product, round, sum},
};

/// The bases of a supply point; `ends` are the last days of price lists, the
/// last of them the period's.
pub(super) fn metered(supply: &Supply<'_>, ends: &[Date]) -> Result<Vec<Metered>, Error> {
    covered(supply)?;
    let mut found = vec![];
    for register in &supply.registers {
        let mut cuts = ends.to_vec();
        for conversion in &register.conversions {
            cuts.push(day_before(conversion.from)?);
        }
        cuts.sort_unstable();
        cuts.dedup();
        for pair in register.states.windows(2) {
            let [from, to] = pair else { continue };
            found.extend(between(supply, register, from, to, &cuts)?);
        }
    }
    Ok(found)
}

/// Whether the states go from the period's beginning to its end.
fn covered(supply: &Supply<'_>) -> Result<(), Error> {
    let mut stretches = vec![];
    for (place, register) in supply.registers.iter().enumerate() {
        let ordered = register.states.is_sorted_by_key(|state| state.on);
        let (Some(first), Some(last)) = (register.states.first(), register.states.last()) else {
            return Err(Error::StateMissing(register.register.clone(), supply.period.from));
        };
        if !ordered || register.states.len() < 2 {
            return Err(Error::StateMissing(register.register.clone(), first.on));
        }
        let register = &register.register;
        stretches.push(Stretch { register, from: first.on, to: last.on, place });
    }
    match holes(supply.period, &stretches)?.first() {
        Some((place, on)) => {
            let register = supply.registers.get(*place).map(|register| register.register.clone());
            Err(register.map_or(Error::TooLarge, |register| Error::StateMissing(register, *on)))
        }
        None => Ok(()),
    }
}

/// What went through between two states, cut on these days.
fn between(
    supply: &Supply<'_>,
    register: &Register,
    from: &State,
    to: &State,
    cuts: &[Date],
) -> Result<Vec<Metered>, Error> {
    let whole = went_through(register, from, to)?;
    let decimals = decimals_of_cut(register, from, to);
    let first = day_after(from.on)?;
    let mut found = vec![];
    let (mut before, mut done) = (from.clone(), Decimal::ZERO);
    for cut in cuts.iter().filter(|cut| (from.on < **cut) && (**cut < to.on)) {
        let share = supply.profile.share(first, *cut, to.on)?;
        let so_far = round(product(&[whole, share])?, decimals);
        let value = shown(register, from.value, so_far)?;
        let state = State { on: *cut, value, kind: ReadingKind::Estimated };
        found.push(basis(supply, register, &before, &state, difference(so_far, done)?)?);
        (before, done) = (state, so_far);
    }
    found.push(basis(supply, register, &before, to, difference(whole, done)?)?);
    Ok(found)
}

/// To how many decimals a state is estimated: as the register shows them, and
/// no finer than what is billed, so that parts add up to the whole.
fn decimals_of_cut(register: &Register, from: &State, to: &State) -> u8 {
    let scale = from.value.normalize().scale().max(to.value.normalize().scale());
    let shown = u8::try_from(scale).unwrap_or(u8::MAX);
    let same = billing_unit(register.unit) == register.quantity_unit;
    if same && register.conversions.is_empty() {
        shown.min(register.quantity_decimals)
    } else {
        shown
    }
}

/// From one state to another, past the last digit if it's lower.
fn went_through(register: &Register, from: &State, to: &State) -> Result<Decimal, Error> {
    let plain = difference(to.value, from.value)?;
    if !plain.is_sign_negative() || plain.is_zero() {
        return Ok(plain);
    }
    let fell = || Error::RegisterFell(register.register.clone(), to.on);
    let round_trip = round_trip(register.digits.ok_or_else(fell)?)?;
    if from.value >= round_trip { Err(fell()) } else { sum([plain, round_trip]) }
}

/// What a register shows after so much.
fn shown(register: &Register, from: Decimal, through: Decimal) -> Result<Decimal, Error> {
    let value = sum([from, through])?;
    let Some(digits) = register.digits else { return Ok(value) };
    let round_trip = round_trip(digits)?;
    if value >= round_trip { difference(value, round_trip) } else { Ok(value) }
}

/// 10^digits.
pub(crate) fn round_trip(digits: u8) -> Result<Decimal, Error> {
    product(&vec![Decimal::TEN; digits.into()])
}

fn basis(
    supply: &Supply<'_>,
    register: &Register,
    from: &State,
    to: &State,
    through: Decimal,
) -> Result<Metered, Error> {
    let measured = product(&[through, register.multiplier])?;
    let conversion = register
        .conversions
        .iter()
        .rev()
        .find(|conversion| conversion.from <= to.on)
        .map(|conversion| conversion.conversion.clone());
    let quantity = billed(register.unit, measured, conversion.as_ref(), register.quantity_unit)
        .ok_or_else(|| Error::OtherUnit(register.register.clone()))?;
    Ok(Metered {
        supply_point: supply.supply_point.clone(),
        meter: register.meter.clone(),
        serial: register.serial.clone(),
        register: register.register.clone(),
        from: from.clone(),
        to: to.clone(),
        unit: register.unit,
        multiplier: register.multiplier,
        rolled_over: register.digits.filter(|_| to.value < from.value),
        measured,
        conversion,
        quantity: round(quantity, register.quantity_decimals),
        quantity_unit: register.quantity_unit,
        quantity_decimals: register.quantity_decimals,
    })
}

pub(crate) fn billing_unit(unit: Unit) -> BillingUnit {
    match unit {
        Unit::M3 => BillingUnit::M3,
        Unit::Kwh => BillingUnit::Kwh,
        Unit::Gj => BillingUnit::Gj,
    }
}

/// What was measured in the unit that is billed, unrounded; gas by way of
/// kWh = m³ × coefficient × calorific value.
pub(crate) fn billed(
    unit: Unit,
    measured: Decimal,
    conversion: Option<&Conversion>,
    to: BillingUnit,
) -> Option<Decimal> {
    match conversion {
        Some(Conversion { coefficient, calorific_value }) => {
            let energy = product(&[measured, *coefficient, *calorific_value]).ok()?;
            in_unit(energy, BillingUnit::Kwh, to).filter(|_| unit == Unit::M3)
        }
        None => in_unit(measured, billing_unit(unit), to),
    }
}
