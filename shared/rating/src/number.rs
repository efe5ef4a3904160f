//! Exact numbers: rounding, products, units.

use portal_contracts::breakdown::BillingUnit;
use portal_domain::{Currency, Money};
use rust_decimal::{Decimal, RoundingStrategy, prelude::ToPrimitive};

use crate::Error;

/// Rounded half away from zero, as invoices in CZ and PL are.
pub fn round(number: Decimal, decimals: u8) -> Decimal {
    number.round_dp_with_strategy(decimals.into(), RoundingStrategy::MidpointAwayFromZero)
}

pub(crate) fn product(factors: &[Decimal]) -> Result<Decimal, Error> {
    factors.iter().try_fold(Decimal::ONE, |product, factor| {
        product.checked_mul(*factor).ok_or(Error::TooLarge)
    })
}

pub(crate) fn sum(parts: impl IntoIterator<Item = Decimal>) -> Result<Decimal, Error> {
    parts
        .into_iter()
        .try_fold(Decimal::ZERO, |sum, part| sum.checked_add(part).ok_or(Error::TooLarge))
}

pub(crate) fn quotient(number: Decimal, divisor: Decimal) -> Result<Decimal, Error> {
    number.checked_div(divisor).ok_or(Error::TooLarge)
}

pub(crate) fn difference(number: Decimal, less: Decimal) -> Result<Decimal, Error> {
    number.checked_sub(less).ok_or(Error::TooLarge)
}

/// An amount rounded half away from zero to the minor unit.
pub(crate) fn money(amount: Decimal, currency: Currency) -> Result<Money, Error> {
    Money::from_decimal(round(amount, 2), currency).ok_or(Error::TooLarge)
}

/// quantity × unit price, rounded to the minor unit.
pub fn amount(quantity: Decimal, unit_price: Decimal, currency: Currency) -> Result<Money, Error> {
    money(product(&[quantity, unit_price])?, currency)
}

/// The sum of minor units; amounts in another currency are counted as they are,
/// so check the currencies beside.
pub(crate) fn total(
    amounts: impl IntoIterator<Item = Money>,
    currency: Currency,
) -> Result<Money, Error> {
    let minor = amounts
        .into_iter()
        .try_fold(0_i64, |sum, amount| sum.checked_add(amount.minor))
        .ok_or(Error::TooLarge)?;
    Ok(Money { minor, currency })
}

pub(crate) fn less(amount: Money, taken: Money) -> Result<Money, Error> {
    let minor = amount.minor.checked_sub(taken.minor).ok_or(Error::TooLarge)?;
    Ok(Money { minor, ..amount })
}

/// What brings an amount to whole units of its currency, half away from zero.
pub(crate) fn rounding(amount: Money) -> Result<Money, Error> {
    less(money(round(amount.to_decimal(), 0), amount.currency)?, amount)
}

/// Up to the next multiple of ten units of the currency.
pub(crate) fn up_to_tens(amount: Decimal, currency: Currency) -> Result<Money, Error> {
    let tens = quotient(amount, Decimal::TEN)?
        .round_dp_with_strategy(0, RoundingStrategy::ToPositiveInfinity);
    let minor = tens.to_i64().and_then(|tens| tens.checked_mul(1000)).ok_or(Error::TooLarge)?;
    Ok(Money { minor, currency })
}

/// The same quantity in another unit: energy as energy (1 MWh = 3.6 GJ), else
/// only what is the same unit.
pub fn in_unit(quantity: Decimal, from: BillingUnit, to: BillingUnit) -> Option<Decimal> {
    if from == to {
        return Some(quantity);
    }
    // In kilojoules, so that both ways are one exact product and one quotient.
    let kilojoules = |unit| match unit {
        BillingUnit::Kwh => Some(Decimal::from(3_600)),
        BillingUnit::Mwh => Some(Decimal::from(3_600_000)),
        BillingUnit::Gj => Some(Decimal::from(1_000_000)),
        _ => None,
    };
    quantity.checked_mul(kilojoules(from)?)?.checked_div(kilojoules(to)?)
}
