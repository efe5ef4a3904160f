//! Years of readings of one supply point: first and last states, exchanges,
//! rollovers, estimates, and what was used between.

use std::collections::BTreeMap;

use anyhow::Result;
use jiff::{ToSpan, civil::Date};
use portal_contracts::update::{Meter, Reading, ReadingKind};
use portal_domain::{RegisterCode, SupplyPointId};
use rust_decimal::Decimal;

use super::{device::Device, dice::Dice, season::used};

/// What a point's history is to be like.
pub(crate) struct Plan {
    pub(crate) from: Date,
    /// The last day of the contract, if it has ended; otherwise readings go on
    /// until shortly before `today`.
    pub(crate) ended: Option<Date>,
    pub(crate) today: Date,
    /// Months between readings.
    pub(crate) every: i32,
    pub(crate) exchanged: bool,
    pub(crate) rolls_over: bool,
}

/// A point's meters and readings, both oldest first.
pub(crate) struct History {
    pub(crate) meters: Vec<Meter>,
    pub(crate) readings: Vec<Reading>,
}

/// Writes the history of `point`, whose meters get ids and serial numbers that
/// begin with `number`.
pub(crate) fn write(
    seed: u64,
    point: &SupplyPointId,
    number: u32,
    device: Device,
    plan: &Plan,
) -> Result<History> {
    let mut dice = Dice::of(seed, &format!("{point}/history"));
    let mut pen = Pen::new(seed, point, number, device);
    let days = reading_days(&mut dice, plan);
    let exchange_after = plan.exchanged.then(|| days.len() * 3 / 5);

    pen.install(plan.from, initial(&mut dice, device, plan))?;
    for (turn, day) in days.iter().enumerate() {
        pen.read(*day, kind(&mut dice, plan), &mut dice);
        if exchange_after == Some(turn) {
            let day = day.saturating_add(dice.between(9, 20).days());
            pen.remove(day);
            pen.install(day, vec![0; device.dials().len()])?;
        }
    }
    if let Some(day) = plan.ended {
        pen.read(day, ReadingKind::Final, &mut dice);
    }
    Ok(History { meters: pen.meters, readings: pen.readings })
}

/// When the reader came: about every so many months, the last time some weeks
/// ago, never twice within a month.
fn reading_days(dice: &mut Dice, plan: &Plan) -> Vec<Date> {
    let last = plan.ended.unwrap_or(plan.today).saturating_sub(25.days());
    (1..)
        .map(|turn| plan.from.saturating_add((turn * plan.every).months()))
        .take_while(|day| day.saturating_add(6.days()) <= last)
        .map(|day| day.saturating_add(dice.between(0, 6).days()))
        .collect()
}

fn kind(dice: &mut Dice, plan: &Plan) -> ReadingKind {
    // Meters that are read monthly are read remotely.
    match dice.between(1, 100) {
        _ if plan.every == 1 => ReadingKind::Actual,
        1..=25 => ReadingKind::Customer,
        26..=40 => ReadingKind::Estimated,
        _ => ReadingKind::Actual,
    }
}

/// What the first meter's dials show at the beginning, in thousandths: little,
/// or so much that they begin again at zero on the way.
fn initial(dice: &mut Dice, device: Device, plan: &Plan) -> Vec<i64> {
    let (digits, _) = device.digits();
    let full = 1000 * 10_i64.pow(u32::from(digits));
    let end = plan.ended.unwrap_or(plan.today);
    let days = i64::from(plan.from.until(end).map_or(0, |span| span.get_days()));
    let dials = device.dials();
    let start = |dial| {
        let growth = device.per_day(dial) * days;
        if plan.rolls_over {
            full - growth * dice.between(15, 45) / 100
        } else {
            dice.between(0, 20_000)
        }
    };
    dials.iter().map(start).collect()
}

/// Writes meters and readings down as the days go by.
struct Pen<'a> {
    seed: u64,
    point: &'a SupplyPointId,
    number: u32,
    device: Device,
    meters: Vec<Meter>,
    readings: Vec<Reading>,
    /// Until when `counted` counts.
    day: Date,
    /// What each dial has counted, in thousandths, never going back to zero.
    counted: Vec<i64>,
    /// The same at the last reading, as it was read.
    read: Vec<i64>,
}

impl<'a> Pen<'a> {
    fn new(seed: u64, point: &'a SupplyPointId, number: u32, device: Device) -> Self {
        let (meters, readings) = (Vec::new(), Vec::new());
        let (counted, read) = (Vec::new(), Vec::new());
        Self { seed, point, number, device, meters, readings, day: Date::ZERO, counted, read }
    }

    fn install(&mut self, day: Date, initial: Vec<i64>) -> Result<()> {
        let turn = self.meters.len() + 1;
        let id = format!("M{}-{turn}", self.number).parse()?;
        let serial = format!("{:08}{:02}", 40_000_000 + self.number, day.year() % 100);
        self.day = day;
        self.read = initial.iter().map(|state| self.as_read(*state)).collect();
        self.counted = initial;
        let shown: Vec<_> = self.read.iter().map(|state| self.shown(*state)).collect();
        self.meters.push(self.device.meter(id, serial, day, &shown)?);
        self.note(ReadingKind::Initial, BTreeMap::new());
        Ok(())
    }

    fn remove(&mut self, day: Date) {
        self.advance(day);
        self.take(ReadingKind::Final, 100);
        let shown: Vec<_> = self.read.iter().map(|state| self.shown(*state)).collect();
        if let Some(meter) = self.meters.last_mut() {
            meter.removed_on = Some(day);
            for (register, state) in meter.registers.iter_mut().zip(shown) {
                register.r#final = Some(state);
            }
        }
    }

    fn read(&mut self, day: Date, kind: ReadingKind, dice: &mut Dice) {
        self.advance(day);
        // An estimate is a little low, so that what is read next isn't below it.
        let percent = if kind == ReadingKind::Estimated { dice.between(94, 99) } else { 100 };
        self.take(kind, percent);
    }

    fn advance(&mut self, day: Date) {
        let device = self.device;
        for (counted, dial) in self.counted.iter_mut().zip(device.dials()) {
            let thing = format!("{}/{}", self.point, dial.code);
            *counted +=
                used(self.seed, &thing, device.medium, device.per_day(&dial), self.day, day);
        }
        self.day = self.day.max(day);
    }

    /// Takes a reading that sees `percent` of what was used since the last.
    fn take(&mut self, kind: ReadingKind, percent: i64) {
        let before = std::mem::take(&mut self.read);
        let seen =
            before.iter().zip(&self.counted).map(|(old, new)| old + (new - old) * percent / 100);
        self.read = seen.map(|state| self.as_read(state)).collect();
        let (_, decimals) = self.device.digits();
        let used = self.read.iter().zip(&before).map(|(new, old)| {
            let difference = Decimal::new(new - old, 3) * Decimal::from(self.device.multiplier);
            difference.round_dp(u32::from(decimals))
        });
        let consumption = self.codes().into_iter().zip(used).collect();
        self.note(kind, consumption);
    }

    fn note(&mut self, kind: ReadingKind, consumption: BTreeMap<RegisterCode, Decimal>) {
        let Some(meter) = self.meters.last() else { return };
        let shown = self.read.iter().map(|state| self.shown(*state));
        self.readings.push(Reading {
            supply_point: self.point.clone(),
            meter: meter.id.clone(),
            read_on: self.day,
            kind,
            values: self.codes().into_iter().zip(shown).collect(),
            consumption,
            invoice: None,
            change: None,
            cancelled: false,
        });
    }

    fn codes(&self) -> Vec<RegisterCode> {
        let registers = self.meters.last().map(|meter| meter.registers.as_slice());
        registers.unwrap_or_default().iter().map(|register| register.code.clone()).collect()
    }

    /// Without the decimals that nobody reads.
    fn as_read(&self, thousandths: i64) -> i64 {
        let (_, decimals) = self.device.digits();
        let step = 10_i64.pow(3 - u32::from(decimals));
        thousandths / step * step
    }

    /// What the dial shows, which begins again at zero after its last digit.
    fn shown(&self, thousandths: i64) -> Decimal {
        let (digits, decimals) = self.device.digits();
        let full = 1000 * 10_i64.pow(u32::from(digits));
        Decimal::new(thousandths.rem_euclid(full), 3).round_dp(u32::from(decimals))
    }
}
