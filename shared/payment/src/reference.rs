//! What a payee knows a payment by: symbols (CZ) and references (ISO 11649).

use std::{fmt, str::FromStr};

use crate::{account::is_digits, iban::remainder};

/// A variable, specific or constant symbol: one to ten digits. Leading zeros
/// stay when it's printed and don't count when payments are matched.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Symbol(String);

/// Nothing, more than ten characters, or something that isn't a digit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a symbol is one to ten digits")]
pub struct InvalidSymbol;

impl InvalidSymbol {
    /// Stable; the client translates it.
    pub fn code(self) -> &'static str {
        "symbol_invalid"
    }
}

impl Symbol {
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether a bank would call the two the same.
    pub fn matches(&self, other: &Self) -> bool {
        self.0.trim_start_matches('0') == other.0.trim_start_matches('0')
    }
}

impl FromStr for Symbol {
    type Err = InvalidSymbol;

    fn from_str(text: &str) -> Result<Self, InvalidSymbol> {
        let fits = (1..=10).contains(&text.len()) && is_digits(text);
        if fits { Ok(Self(text.to_owned())) } else { Err(InvalidSymbol) }
    }
}

impl fmt::Display for Symbol {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// A payee's reference with its check digits: `RF18539007547034`.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Reference(String);

#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum InvalidReference {
    #[error("a reference is RF, two digits, then 1 to 21 letters and digits")]
    Form,
    #[error("the reference's check digits don't fit (modulo 97)")]
    Check,
}

impl InvalidReference {
    /// Stable; the client translates it.
    pub fn code(self) -> &'static str {
        match self {
            Self::Form => "reference_form_wrong",
            Self::Check => "reference_check_failed",
        }
    }
}

impl Reference {
    /// With the check digits of `number`: 98 − (number followed by `RF00`) mod 97.
    pub fn of(number: &str) -> Result<Self, InvalidReference> {
        let number = number.to_ascii_uppercase();
        let plain = number.bytes().all(|byte| byte.is_ascii_alphanumeric());
        if !(1..=21).contains(&number.len()) || !plain {
            return Err(InvalidReference::Form);
        }
        let rest = remainder(&format!("RF00{number}")).ok_or(InvalidReference::Form)?;
        Ok(Self(format!("RF{:02}{number}", 98 - rest)))
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl FromStr for Reference {
    type Err = InvalidReference;

    fn from_str(text: &str) -> Result<Self, InvalidReference> {
        let text = crate::account::without_spaces(text).to_ascii_uppercase();
        let number = text.strip_prefix("RF").and_then(|rest| rest.get(2..));
        let right = Self::of(number.ok_or(InvalidReference::Form)?)?;
        if right.0 == text { Ok(right) } else { Err(InvalidReference::Check) }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn the_standards_reference_has_its_check_digits() {
        assert_eq!(Reference::of("539007547034").unwrap().as_str(), "RF18539007547034");
        assert!("RF18 5390 0754 7034".parse::<Reference>().is_ok());
        assert_eq!("RF19539007547034".parse::<Reference>(), Err(InvalidReference::Check));
        for bad in ["", "RF", "RF18", "XX18539007547034", "RF18-1", "RFxx1"] {
            assert_ne!(bad.parse::<Reference>().map(|r| r.0), Ok(bad.to_owned()), "{bad}");
        }
        assert_eq!(Reference::of(&"1".repeat(22)), Err(InvalidReference::Form));
    }

    #[test]
    fn a_symbol_keeps_its_zeros_and_matches_without_them() {
        let symbol = |text: &str| text.parse::<Symbol>();
        assert_eq!(symbol("0012").unwrap().as_str(), "0012");
        assert!(symbol("0012").unwrap().matches(&symbol("12").unwrap()));
        assert!(!symbol("0012").unwrap().matches(&symbol("120").unwrap()));
        for bad in ["", "12345678901", "1 2", "12a"] {
            assert_eq!(symbol(bad), Err(InvalidSymbol), "{bad}");
        }
    }

    proptest! {
        #[test]
        fn a_reference_reads_back_and_a_wrong_character_does_not(
            number in "[0-9A-Z]{1,21}", place in 0..21_usize, by in 1..10_u8,
        ) {
            let reference = Reference::of(&number).unwrap();
            prop_assert_eq!(reference.as_str().parse(), Ok(reference.clone()));
            let mut wrong = reference.0.into_bytes();
            let place = 4 + place % (wrong.len() - 4);
            if wrong[place].is_ascii_digit() {
                wrong[place] = b'0' + (wrong[place] - b'0' + by) % 10;
                let wrong = String::from_utf8(wrong).unwrap();
                prop_assert_eq!(wrong.parse::<Reference>(), Err(InvalidReference::Check));
            }
        }
    }
}
