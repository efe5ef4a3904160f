//! Advances: what is to be paid in advance, so that the settlement is near
//! nothing.

use portal_contracts::ledger::AdvanceBounds;
use portal_domain::Money;
use rust_decimal::Decimal;

use crate::{
    Error,
    number::{quotient, up_to_tens},
};

/// What each of `number` advances comes to: the expected cost (VAT included) by
/// their number, up to the next ten units of the currency, within the bounds.
pub fn advance(
    expected: Money,
    number: u32,
    bounds: Option<&AdvanceBounds>,
) -> Result<Money, Error> {
    if number == 0 {
        return Err(Error::NoAdvances);
    }
    let each = quotient(expected.to_decimal().max(Decimal::ZERO), Decimal::from(number))?;
    let rounded = up_to_tens(each, expected.currency)?;
    Ok(match bounds {
        Some(bounds) => within(rounded, bounds),
        None => rounded,
    })
}

/// The nearest amount that the bounds allow.
pub fn within(amount: Money, bounds: &AdvanceBounds) -> Money {
    let minor = amount.minor.min(bounds.most.minor).max(bounds.least.minor);
    Money { minor, ..amount }
}
