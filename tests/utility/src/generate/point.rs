//! One supply point with everything that belongs to it.

use anyhow::Result;
use jiff::{ToSpan, civil::Date};
use portal_contracts::update::{Contract, Invoice, Reading, ReadingWindow, SupplyPoint};
use portal_domain::{Address, Country, Currency, Medium, PointCode};

use super::{
    device::Device,
    dice::Dice,
    history::{self, Plan},
    number, settlement,
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

/// A point, its readings and its invoices.
pub(crate) struct Made {
    pub(crate) point: SupplyPoint,
    pub(crate) readings: Vec<Reading>,
    pub(crate) invoices: Vec<Invoice>,
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
    let mut history = history::write(seed, &id, wish.number, wish.device, &plan)?;
    let medium = wish.device.medium;
    let currency = currency(wish.address.country);
    let invoices =
        settlement::settle(&mut dice, medium, currency, wish.number, &mut history.readings)?;
    let contract = Contract {
        number: format!("SML-{}", wish.number),
        concluded_on: from.saturating_sub(dice.between(5, 30).days()),
        valid_from: from,
        valid_to: wish.ended,
        product: product(&wish.device, wish.address.country).into(),
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
    Ok(Made { point, readings: history.readings, invoices })
}

fn currency(country: Country) -> Currency {
    if country == Country::Pl { Currency::Pln } else { Currency::Czk }
}

fn code(medium: Medium, country: Country, serial: u32) -> Result<PointCode> {
    match (medium, country) {
        (Medium::Electricity, Country::Pl) => number::ppe(serial),
        (Medium::Electricity, _) => number::ean(serial),
        (Medium::Gas, Country::Cz) => number::eic(serial),
        _ => number::own(serial),
    }
}

fn product(device: &Device, country: Country) -> &'static str {
    let polish = country == Country::Pl;
    match (device.medium, device.two_registers, device.scale > 300) {
        (Medium::Water, ..) if polish => "Woda i ścieki",
        (Medium::Water, ..) => "Vodné a stočné",
        (Medium::Electricity, true, _) if polish => "G12",
        (Medium::Electricity, true, _) => "D25d",
        (Medium::Electricity, false, true) if polish => "C11",
        (Medium::Electricity, false, true) => "C02d",
        (Medium::Electricity, false, false) if polish => "G11",
        (Medium::Electricity, false, false) => "D02d",
        (Medium::Gas, ..) if polish => "W-3.6",
        (Medium::Gas, ..) => "Plyn Domácnost",
        (Medium::Heat, ..) if polish => "Ciepło sieciowe",
        (Medium::Heat, ..) => "Dálkové teplo",
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
