//! What billing checks itself before it takes a reading, whatever the portal
//! found.

use jiff::civil::Date;
use portal_contracts::{
    change::ReadingChange,
    update::{Meter, Reading, ReadingKind, Register},
};
use portal_domain::{ChangeId, RegisterCode};
use rust_decimal::Decimal;

use super::refusal::Refusal;
use crate::generate::Account;

/// The reading as billing records it, or why it doesn't.
pub(crate) fn accept(
    account: &Account,
    change: &ChangeId,
    sent: &ReadingChange,
    today: Date,
) -> Result<Reading, Refusal> {
    let meter = meter(account, sent)?;
    check_day(meter, sent, today)?;
    check_registers(meter, sent)?;

    let readings =
        || account.readings.iter().filter(|known| known.meter == meter.id && !known.cancelled);
    // A customer may correct what they sent; what the reader saw stays.
    let stays = |known: &Reading| known.kind != ReadingKind::Customer || known.invoice.is_some();
    if readings().any(|known| known.read_on == sent.read_on && stays(known)) {
        return Err(Refusal::ReadingExists);
    }
    if readings().any(|known| known.invoice.is_some() && known.read_on > sent.read_on) {
        return Err(Refusal::PeriodSettled);
    }
    let before =
        readings().filter(|known| known.read_on < sent.read_on).max_by_key(|known| known.read_on);
    let after =
        readings().filter(|known| known.read_on > sent.read_on).min_by_key(|known| known.read_on);

    let mut reading = Reading {
        supply_point: sent.supply_point.clone(),
        meter: meter.id.clone(),
        read_on: sent.read_on,
        kind: ReadingKind::Customer,
        values: sent.values.clone(),
        consumption: Default::default(),
        invoice: None,
        change: Some(change.clone()),
        cancelled: false,
    };
    for register in &meter.registers {
        if let Some(before) = before {
            let used = used(register, before, sent)?;
            check_flow(meter, before.read_on, sent.read_on, used)?;
            reading.consumption.insert(register.code.clone(), used);
        }
        if let Some(after) = after
            && after.values.get(&register.code) < sent.values.get(&register.code)
        {
            return Err(Refusal::AboveNext);
        }
    }
    Ok(reading)
}

fn meter<'a>(account: &'a Account, sent: &ReadingChange) -> Result<&'a Meter, Refusal> {
    let points = account.supply_points.iter().filter(|point| point.id == sent.supply_point);
    let mut meters = points.flat_map(|point| &point.meters);
    meters.find(|meter| meter.id == sent.meter).ok_or(Refusal::UnknownMeter)
}

fn check_day(meter: &Meter, sent: &ReadingChange, today: Date) -> Result<(), Refusal> {
    if sent.read_on > today {
        return Err(Refusal::DateInFuture);
    }
    if sent.read_on < meter.installed_on {
        return Err(Refusal::BeforeInstallation);
    }
    match meter.removed_on {
        Some(removed_on) if removed_on <= sent.read_on => Err(Refusal::MeterRemoved),
        _ => Ok(()),
    }
}

fn check_registers(meter: &Meter, sent: &ReadingChange) -> Result<(), Refusal> {
    let known = |code: &RegisterCode| meter.registers.iter().any(|register| register.code == *code);
    if sent.values.len() != meter.registers.len() || !sent.values.keys().all(known) {
        return Err(Refusal::RegistersDiffer);
    }
    for register in &meter.registers {
        let value = sent.values.get(&register.code).ok_or(Refusal::RegistersDiffer)?;
        let fits = *value >= Decimal::ZERO && *value < full(register);
        if !fits || value.normalize().scale() > register.decimals.into() {
            return Err(Refusal::TooManyDigits);
        }
    }
    Ok(())
}

/// Where the dial begins again at zero.
fn full(register: &Register) -> Decimal {
    Decimal::from(10_u64.saturating_pow(register.digits.into()))
}

/// Consumption since `before`. A lower state is one only if the dial was near
/// its end and the portal says that it began again.
fn used(register: &Register, before: &Reading, sent: &ReadingChange) -> Result<Decimal, Refusal> {
    let state =
        |values: &std::collections::BTreeMap<_, Decimal>| values.get(&register.code).copied();
    let old = state(&before.values).ok_or(Refusal::RegistersDiffer)?;
    let new = state(&sent.values).ok_or(Refusal::RegistersDiffer)?;
    let full = full(register);
    let went_over = sent.rolled_over.contains(&register.code) && old >= full * Decimal::new(9, 1);
    match new - old {
        difference if difference >= Decimal::ZERO => Ok(difference * register.multiplier),
        difference if went_over => Ok((difference + full) * register.multiplier),
        _ => Err(Refusal::BelowPrevious),
    }
}

fn check_flow(meter: &Meter, from: Date, to: Date, used: Decimal) -> Result<(), Refusal> {
    let days = from.until(to).map_or(0, |span| span.get_days()).max(1);
    match meter.max_per_hour {
        Some(most) if used > most * Decimal::from(24 * days) => Err(Refusal::MoreThanCanFlow),
        _ => Ok(()),
    }
}
