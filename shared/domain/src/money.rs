//! Amounts of money.

use rust_decimal::{Decimal, prelude::ToPrimitive};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema, ToSchema)]
#[serde(rename_all = "UPPERCASE")]
pub enum Currency {
    Czk,
    Pln,
    Eur,
}

/// An amount in the currency's minor units (haléř, grosz, cent).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema, ToSchema)]
pub struct Money {
    /// Hundredths of the currency's unit.
    pub minor: i64,
    pub currency: Currency,
}

impl Money {
    /// `amount` in the currency's unit, if it has whole hundredths and fits.
    pub fn from_decimal(amount: Decimal, currency: Currency) -> Option<Self> {
        let hundredths = amount.checked_mul(Decimal::ONE_HUNDRED)?;
        let minor = hundredths.is_integer().then(|| hundredths.to_i64()).flatten()?;
        Some(Self { minor, currency })
    }

    /// The amount in the currency's unit, with two decimals.
    pub fn to_decimal(self) -> Decimal {
        Decimal::new(self.minor, 2)
    }

    /// The sum; `None` when the currencies differ or it's too large.
    pub fn checked_add(self, other: Self) -> Option<Self> {
        let minor = self.minor.checked_add(other.minor)?;
        (self.currency == other.currency).then_some(Self { minor, ..self })
    }

    /// The difference; `None` when the currencies differ or it's too large.
    pub fn checked_sub(self, other: Self) -> Option<Self> {
        let minor = self.minor.checked_sub(other.minor)?;
        (self.currency == other.currency).then_some(Self { minor, ..self })
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn crowns(minor: i64) -> Money {
        Money { minor, currency: Currency::Czk }
    }

    #[test]
    fn an_amount_as_printed_on_an_invoice_is_exact() {
        let read = |text: &str| Money::from_decimal(text.parse().unwrap(), Currency::Czk);
        assert_eq!(read("1234.50"), Some(crowns(123_450)));
        assert_eq!(read("-0.01"), Some(crowns(-1)));
        assert_eq!(read("1234.5000"), Some(crowns(123_450)));
        assert_eq!(read("0.005"), None);
        assert_eq!(read("92233720368547758.08"), None);
    }

    #[test]
    fn different_currencies_are_not_added() {
        assert_eq!(crowns(1).checked_add(Money { minor: 1, currency: Currency::Pln }), None);
        assert_eq!(crowns(1).checked_sub(Money { minor: 1, currency: Currency::Eur }), None);
        assert_eq!(crowns(i64::MAX).checked_add(crowns(1)), None);
    }

    proptest! {
        #[test]
        fn subtraction_takes_back_an_addition(a: i64, b: i64) {
            if let Some(sum) = crowns(a).checked_add(crowns(b)) {
                prop_assert_eq!(sum.checked_sub(crowns(b)), Some(crowns(a)));
            }
        }

        #[test]
        fn a_decimal_and_back_is_the_same(minor: i64) {
            prop_assert_eq!(
                Money::from_decimal(crowns(minor).to_decimal(), Currency::Czk),
                Some(crowns(minor))
            );
        }
    }
}
