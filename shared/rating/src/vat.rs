//! Value added tax: from the net sum of a rate, or out of its gross sum.

use std::collections::BTreeMap;

use portal_contracts::invoice::{VatCategory, VatMethod, VatRate, VatTotal};
use portal_domain::{Currency, Money};
use rust_decimal::Decimal;

use crate::{
    Error,
    number::{less, money, product, quotient, sum, total},
};

/// What a sum of one rate comes to. From net: vat = round(net · r / 100, 2);
/// from gross: vat = round(gross · r / (100 + r), 2) (CZ: law 235/2004, § 37;
/// PL: VAT act, art. 106e).
pub fn vat(amount: Money, rate: VatRate, method: VatMethod) -> Result<VatTotal, Error> {
    let percent = match rate.category {
        VatCategory::Standard => rate.percent,
        VatCategory::Exempt | VatCategory::ReverseCharge | VatCategory::Outside => Decimal::ZERO,
    };
    let of = match method {
        VatMethod::FromNet => Decimal::ONE_HUNDRED,
        VatMethod::FromGross => sum([Decimal::ONE_HUNDRED, percent])?,
    };
    let tax = quotient(product(&[amount.to_decimal(), percent])?, of)?;
    let vat = money(tax, amount.currency)?;
    Ok(match method {
        VatMethod::FromNet => {
            VatTotal { rate, net: amount, vat, gross: total([amount, vat], amount.currency)? }
        }
        VatMethod::FromGross => VatTotal { rate, net: less(amount, vat)?, vat, gross: amount },
    })
}

/// One total per rate, in the order of rates.
pub fn by_rate(
    amounts: impl IntoIterator<Item = (VatRate, Money)>,
    method: VatMethod,
    currency: Currency,
) -> Result<Vec<VatTotal>, Error> {
    let mut sums: BTreeMap<VatRate, Money> = BTreeMap::new();
    for (rate, amount) in amounts {
        let sum = sums.entry(rate).or_insert(Money { minor: 0, currency });
        *sum = total([*sum, amount], currency)?;
    }
    sums.into_iter().map(|(rate, amount)| vat(amount, rate, method)).collect()
}
