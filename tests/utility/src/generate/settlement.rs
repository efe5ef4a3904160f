//! Invoices: each year's settlement of a supply point, and the readings that
//! it used.

use anyhow::{Context, Result};
use jiff::{ToSpan, civil::Date};
use portal_contracts::update::{Invoice, Reading};
use portal_domain::{Currency, Medium, Money};
use rust_decimal::Decimal;

use super::dice::Dice;

/// Settles the readings of one point, about once a year, and links them to
/// their invoices. Readings since the last settlement stay without.
pub(crate) fn settle(
    dice: &mut Dice,
    medium: Medium,
    currency: Currency,
    number: u32,
    readings: &mut [Reading],
) -> Result<Vec<Invoice>> {
    let mut invoices = Vec::new();
    let Some(mut from) = readings.first().map(|reading| reading.read_on) else {
        return Ok(invoices);
    };
    let mut open = 0;
    for end in 0..readings.len() {
        let until = readings.get(end).map_or(from, |reading| reading.read_on);
        let year_is_over = until >= from.saturating_add(350.days());
        if !year_is_over {
            continue;
        }
        let used = readings.get_mut(open..=end).context("taking a year's readings")?;
        let invoice = Invoice::brief(
            format!("VF{}-{number}{:02}", until.year(), invoices.len() + 1).parse()?,
            until.saturating_add(dice.between(4, 14).days()),
            total(dice, medium, currency, from, until, used)?,
        );
        for reading in used {
            reading.invoice = Some(invoice.number.clone());
        }
        invoices.push(invoice);
        (open, from) = (end + 1, until);
    }
    Ok(invoices)
}

/// What is left to pay after the advances; sometimes less than nothing.
fn total(
    dice: &mut Dice,
    medium: Medium,
    currency: Currency,
    from: Date,
    until: Date,
    used: &[Reading],
) -> Result<Money> {
    let mut cost = fixed(currency) * Decimal::from(months(from, until));
    for (register, consumption) in used.iter().flat_map(|reading| &reading.consumption) {
        cost += consumption * price(medium, register.as_str(), currency);
    }
    let advances = cost * Decimal::new(dice.between(70, 108), 2);
    // Advances are whole crowns or złoty.
    let rest = (cost - advances.round()).round_dp(2);
    Money::from_decimal(rest, currency).context("rounding an amount")
}

fn months(from: Date, until: Date) -> i32 {
    from.until((jiff::Unit::Month, until)).map_or(12, |span| span.get_months())
}

/// A month's fixed charge.
fn fixed(currency: Currency) -> Decimal {
    if currency == Currency::Pln { Decimal::new(2_345, 2) } else { Decimal::new(15_125, 2) }
}

/// The price of a unit, taxes included.
fn price(medium: Medium, register: &str, currency: Currency) -> Decimal {
    let crowns = match (medium, register) {
        (Medium::Water, _) => Decimal::new(13_487, 2),
        (Medium::Electricity, "NT") => Decimal::new(41_842, 4),
        (Medium::Electricity, _) => Decimal::new(66_215, 4),
        (Medium::Gas, _) => Decimal::new(209_375, 4),
        (Medium::Heat, _) => Decimal::new(89_210, 2),
    };
    // Not an exchange rate: only another order of magnitude.
    if currency == Currency::Pln { crowns / Decimal::from(6) } else { crowns }
}
