//! Telephone numbers.

use std::fmt;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::Country;

/// The text can't be a telephone number.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
#[error("not a valid telephone number")]
pub struct InvalidPhone;

/// A number in international form: `+420601123456`.
#[derive(Clone, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema, ToSchema)]
#[serde(try_from = "String")]
#[schemars(with = "String")]
pub struct PhoneNumber(String);

impl PhoneNumber {
    /// Reads what a person typed. A number without a country's prefix is one of
    /// `home`.
    pub fn parse(text: &str, home: Country) -> Result<Self, InvalidPhone> {
        let packed: String = text.chars().filter(|c| !" \u{a0}-()/.".contains(*c)).collect();
        let international = if let Some(rest) = packed.strip_prefix("00") {
            format!("+{rest}")
        } else if packed.starts_with('+') {
            packed
        } else {
            let (prefix, trunk) = national(home);
            format!("{prefix}{}", packed.strip_prefix(trunk).unwrap_or(&packed))
        };
        check(&international)?;
        Ok(Self(international))
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// The country's prefix, and what is dialled before a number at home.
fn national(country: Country) -> (&'static str, &'static str) {
    match country {
        Country::Cz => ("+420", ""),
        Country::Pl => ("+48", ""),
        Country::Sk => ("+421", "0"),
        Country::De => ("+49", "0"),
        Country::At => ("+43", "0"),
    }
}

fn check(number: &str) -> Result<(), InvalidPhone> {
    let digits = number.strip_prefix('+').ok_or(InvalidPhone)?;
    let plain = digits.bytes().all(|b| b.is_ascii_digit()) && !digits.starts_with('0');
    // These three have nine digits and no trunk prefix; E.164 has at most 15.
    let nine = ["420", "421", "48"].iter().find_map(|prefix| digits.strip_prefix(prefix));
    let fits = match nine {
        Some(rest) => rest.len() == 9 && !rest.starts_with('0'),
        None => (8..=15).contains(&digits.len()),
    };
    if plain && fits { Ok(()) } else { Err(InvalidPhone) }
}

impl TryFrom<String> for PhoneNumber {
    type Error = InvalidPhone;

    /// Takes the international form only, with or without spaces.
    fn try_from(text: String) -> Result<Self, InvalidPhone> {
        let text = text.trim();
        if text.starts_with('+') { Self::parse(text, Country::Cz) } else { Err(InvalidPhone) }
    }
}

impl std::str::FromStr for PhoneNumber {
    type Err = InvalidPhone;

    fn from_str(text: &str) -> Result<Self, InvalidPhone> {
        Self::try_from(text.to_owned())
    }
}

impl fmt::Display for PhoneNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// A number is personal data: it isn't printed by accident.
impl fmt::Debug for PhoneNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("PhoneNumber(..)")
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_number_may_be_typed_in_many_ways() {
        for (typed, home, number) in [
            ("601 123 456", Country::Cz, "+420601123456"),
            ("601123456", Country::Pl, "+48601123456"),
            ("+420 601-123-456", Country::Pl, "+420601123456"),
            ("00420601123456", Country::Cz, "+420601123456"),
            ("(+48) 22 123 45 67", Country::Cz, "+48221234567"),
            ("0903 123 456", Country::Sk, "+421903123456"),
            ("030/123456", Country::De, "+4930123456"),
        ] {
            assert_eq!(PhoneNumber::parse(typed, home).unwrap().as_str(), number, "{typed}");
        }
    }

    #[test]
    fn what_can_not_be_called_is_refused() {
        for bad in
            ["", "+", "60112345", "6011234567", "+420 01 123 456", "call me", "+0420601123456"]
        {
            assert_eq!(PhoneNumber::parse(bad, Country::Cz), Err(InvalidPhone), "{bad}");
        }
        assert_eq!("601123456".parse::<PhoneNumber>(), Err(InvalidPhone), "no prefix");
    }

    proptest! {
        #[test]
        fn reading_it_again_changes_nothing(typed in "[0-9 +()-]{0,18}") {
            if let Ok(number) = PhoneNumber::parse(&typed, Country::Pl) {
                let again = number.as_str().parse::<PhoneNumber>();
                prop_assert_eq!(again, Ok(number));
            }
        }
    }
}
