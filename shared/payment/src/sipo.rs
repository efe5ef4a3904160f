//! Numbers of payers in the Czech post's combined collection (SIPO).

use std::{fmt, str::FromStr};

use crate::account::{is_digits, without_spaces};

/// A payer's number (spojovací číslo): ten digits.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct SipoNumber(String);

/// It isn't ten digits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a payer's number is ten digits")]
pub struct InvalidSipo;

impl InvalidSipo {
    /// Stable; the client translates it.
    pub fn code(self) -> &'static str {
        "sipo_number_invalid"
    }
}

/// What a client shows when [`SipoNumber::check_digit_fits`] says no.
pub const CHECK_WARNING: &str = "sipo_check_unusual";

impl SipoNumber {
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether the last digit is the check digit of the nine before (weights
    /// 3 7 3 1 7 3 1 7 3, to the next ten). The rule isn't published: what
    /// breaks it is worth a second look and no reason to refuse.
    pub fn check_digit_fits(&self) -> bool {
        let digits = self.0.bytes().map(|byte| u32::from(byte - b'0'));
        // The check digit itself counts once: the whole comes to a multiple of ten.
        digits.zip([3, 7, 3, 1, 7, 3, 1, 7, 3, 1]).map(|(d, w)| d * w).sum::<u32>() % 10 == 0
    }
}

impl FromStr for SipoNumber {
    type Err = InvalidSipo;

    fn from_str(text: &str) -> Result<Self, InvalidSipo> {
        let text = without_spaces(text);
        if text.len() == 10 && is_digits(&text) { Ok(Self(text)) } else { Err(InvalidSipo) }
    }
}

impl fmt::Display for SipoNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ten_digits_are_a_number_and_the_check_digit_only_warns() {
        let number = |text: &str| text.parse::<SipoNumber>();
        assert!(number("1234567897").unwrap().check_digit_fits());
        assert!(number("123 456 7897").unwrap().check_digit_fits());
        assert!(!number("1234567890").unwrap().check_digit_fits());
        for bad in ["", "123456789", "12345678901", "123456789a"] {
            assert_eq!(number(bad), Err(InvalidSipo), "{bad}");
        }
    }
}
