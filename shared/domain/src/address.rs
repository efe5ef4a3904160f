//! Postal addresses of the Czech Republic, Poland and beyond.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// ISO 3166-1 alpha-2.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema, ToSchema)]
#[serde(rename_all = "UPPERCASE")]
pub enum Country {
    Cz,
    Pl,
    Sk,
    De,
    At,
}

/// Where a letter goes, or where a supply point is.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema, ToSchema)]
pub struct Address {
    /// The street, or the village where streets have no names.
    pub street: String,
    /// House and orientation number, as written: `12/3`, `12A`, `12 m. 4`.
    pub number: String,
    pub city: String,
    /// `NNN NN` in the Czech Republic, `NN-NNN` in Poland.
    pub postcode: String,
    pub country: Country,
}

/// A field of an [`Address`], by its name in JSON.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum AddressField {
    Street,
    Number,
    City,
    Postcode,
}

impl AddressField {
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Street => "street",
            Self::Number => "number",
            Self::City => "city",
            Self::Postcode => "postcode",
        }
    }
}

impl Address {
    /// The same address without needless spaces, its postcode in the country's
    /// form where it can be: `60200` becomes `602 00`.
    pub fn tidied(self) -> Self {
        let tidy = |text: String| text.split_whitespace().collect::<Vec<_>>().join(" ");
        let postcode = tidy(self.postcode);
        Self {
            street: tidy(self.street),
            number: tidy(self.number),
            city: tidy(self.city),
            postcode: postcode_in_form(self.country, &postcode).unwrap_or(postcode),
            country: self.country,
        }
    }

    /// The fields that a letter could not be sent with; none of a good address.
    pub fn wrong_fields(&self) -> Vec<AddressField> {
        let fields = [
            (AddressField::Street, fits(&self.street, 80)),
            (AddressField::Number, fits(&self.number, 20) && has_digit(&self.number)),
            (AddressField::City, fits(&self.city, 80)),
            (AddressField::Postcode, postcode_is_valid(self.country, &self.postcode)),
        ];
        fields.into_iter().filter(|(_, good)| !good).map(|(field, _)| field).collect()
    }
}

/// Whether `text` is printed on one line: not empty, at most `longest`
/// characters, none of which controls anything (a line break, a change of
/// direction).
fn fits(text: &str, longest: usize) -> bool {
    let hidden = |c: char| {
        c.is_control()
            || matches!(c, '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}')
    };
    !text.trim().is_empty() && text.chars().count() <= longest && !text.contains(hidden)
}

fn has_digit(text: &str) -> bool {
    text.bytes().any(|b| b.is_ascii_digit())
}

/// Whether `postcode` is written in the form of `country`.
pub fn postcode_is_valid(country: Country, postcode: &str) -> bool {
    postcode_in_form(country, postcode).as_deref() == Some(postcode)
}

/// `typed` as `country` writes it; `None` when it hasn't the right digits.
pub fn postcode_in_form(country: Country, typed: &str) -> Option<String> {
    if !typed.chars().all(|c| c.is_ascii_digit() || c == ' ' || c == '-') {
        return None;
    }
    let digits: String = typed.chars().filter(char::is_ascii_digit).collect();
    match (country, digits.len()) {
        (Country::Cz | Country::Sk, 5) => Some(format!("{} {}", &digits[..3], &digits[3..])),
        (Country::Pl, 5) => Some(format!("{}-{}", &digits[..2], &digits[2..])),
        (Country::De, 5) | (Country::At, 4) => Some(digits),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn address() -> Address {
        Address {
            street: "Ukázková".into(),
            number: "12/3".into(),
            city: "Vzorov".into(),
            postcode: "602 00".into(),
            country: Country::Cz,
        }
    }

    #[test]
    fn a_good_address_has_no_wrong_field() {
        assert_eq!(address().wrong_fields(), []);
        let polish = Address { postcode: "00-950".into(), country: Country::Pl, ..address() };
        assert_eq!(polish.wrong_fields(), []);
    }

    #[test]
    fn every_wrong_field_is_named() {
        let empty = |field: &str| match field {
            "street" => Address { street: " ".into(), ..address() },
            "number" => Address { number: String::new(), ..address() },
            "city" => Address { city: "x".repeat(81), ..address() },
            _ => Address { postcode: "60200".into(), ..address() },
        };
        for field in ["street", "number", "city", "postcode"] {
            let wrong = empty(field).wrong_fields();
            assert_eq!(wrong.iter().map(|f| f.as_str()).collect::<Vec<_>>(), [field]);
        }
        let all = Address {
            street: "a\nb".into(),
            number: "12\u{202e}".into(),
            city: "\u{200b}x".into(),
            postcode: "6020".into(),
            country: Country::Cz,
        };
        assert_eq!(all.wrong_fields().len(), 4);
    }

    #[test]
    fn each_country_writes_its_postcode() {
        for (country, typed, form) in [
            (Country::Cz, "60200", Some("602 00")),
            (Country::Cz, "602 00", Some("602 00")),
            (Country::Pl, "00950", Some("00-950")),
            (Country::Pl, "00-950", Some("00-950")),
            (Country::Sk, "81101", Some("811 01")),
            (Country::De, "10115", Some("10115")),
            (Country::At, "1010", Some("1010")),
            (Country::Cz, "6020", None),
            (Country::Cz, "602 0A", None),
            (Country::Pl, "", None),
        ] {
            assert_eq!(postcode_in_form(country, typed).as_deref(), form, "{typed}");
        }
        assert!(!postcode_is_valid(Country::Pl, "602 00"));
    }

    proptest! {
        #[test]
        fn a_tidied_address_stays_as_it_is(street in "\\PC{0,20}", postcode in "[0-9 -]{0,8}") {
            let once = Address { street, postcode, ..address() }.tidied();
            prop_assert_eq!(once.clone().tidied(), once);
        }
    }
}
