//! One supply point with everything that belongs to it.

use anyhow::Result;
use jiff::{ToSpan, civil::Date};
use portal_contracts::update::{Contract, Reading, ReadingWindow, SupplyPoint};
use portal_domain::{Address, Country, Medium, PointCode};

use super::{
    device::Device,
    dice::Dice,
    history::{self, Plan},
    number, prices,
};

/// What a supply point is to be like.
pub(crate) struct Wish {
    /// Unique in the utility; all its identifiers are made from it.
    pub(crate) number: u32,
    pub(crate) device: Device,
    pub(crate) address: Address,
    pub(crate) label: Option<String>,
    /// Months between readings.
    pub(crate) every: i32,
    pub(crate) years: i32,
    pub(crate) exchanged: bool,
    pub(crate) rolls_over: bool,
    pub(crate) window: Window,
    pub(crate) self_reading: Option<bool>,
    pub(crate) ended: Option<Date>,
}

/// When readings are expected.
#[derive(Clone, Copy)]
pub(crate) enum Window {
    Always,
    Open,
    /// Opens in some weeks.
    Later,
}

/// A point and its readings.
pub(crate) struct Made {
    pub(crate) point: SupplyPoint,
    pub(crate) readings: Vec<Reading>,
}

pub(crate) fn make(seed: u64, today: Date, wish: Wish) -> Result<Made> {
    let id = format!("P{}", wish.number).parse()?;
    let mut dice = Dice::of(seed, &format!("{id}"));
    let from =
        today.saturating_sub(wish.years.years()).saturating_sub(dice.between(20, 300).days());
    let plan = Plan {
        from,
        ended: wish.ended,
        today,
        every: wish.every,
        exchanged: wish.exchanged,
        rolls_over: wish.rolls_over,
    };
    let history = history::write(seed, &id, wish.number, wish.device, &plan)?;
    let medium = wish.device.medium;
    let contract = Contract {
        number: format!("SML-{}", wish.number),
        concluded_on: from.saturating_sub(dice.between(5, 30).days()),
        valid_from: from,
        valid_to: wish.ended,
        product: prices::product(
            wish.address.country,
            medium,
            wish.device.two_registers,
            wish.device.scale > 300,
        )
        .into(),
        capacity: wish.device.capacity().map(Into::into),
    };
    let point = SupplyPoint {
        id,
        medium,
        code: code(medium, wish.address.country, wish.number)?,
        address: wish.address,
        label: wish.label,
        contract,
        meters: history.meters,
        self_reading: wish.self_reading,
        reading_window: window(wish.window, today),
        active: wish.ended.is_none(),
    };
    Ok(Made { point, readings: history.readings })
}

fn code(medium: Medium, country: Country, serial: u32) -> Result<PointCode> {
    match (medium, country) {
        (Medium::Electricity, Country::Pl) => number::ppe(serial),
        (Medium::Electricity, _) => number::ean(serial),
        (Medium::Gas, Country::Cz) => number::eic(serial),
        _ => number::own(serial),
    }
}

fn window(window: Window, today: Date) -> Option<ReadingWindow> {
    let days = |from: i64, to: i64| {
        Some(ReadingWindow {
            from: today.saturating_add(from.days()),
            to: today.saturating_add(to.days()),
        })
    };
    match window {
        Window::Always => None,
        Window::Open => days(-9, 21),
        Window::Later => days(25, 55),
    }
}
