//! International account numbers (ISO 13616) and banks' codes (ISO 9362).

use std::{fmt, str::FromStr};

use crate::account::{CzechAccount, InvalidAccount, is_digits, without_spaces};

/// Characters of an IBAN by country, of the register of ISO 13616. What isn't
/// here is held to the standard's 15 to 34.
const LENGTHS: [(&str, usize); 35] = [
    ("AD", 24),
    ("AT", 20),
    ("BE", 16),
    ("BG", 22),
    ("CH", 21),
    ("CY", 28),
    ("CZ", 24),
    ("DE", 22),
    ("DK", 18),
    ("EE", 20),
    ("ES", 24),
    ("FI", 18),
    ("FR", 27),
    ("GB", 22),
    ("GR", 27),
    ("HR", 21),
    ("HU", 28),
    ("IE", 22),
    ("IS", 26),
    ("IT", 27),
    ("LI", 21),
    ("LT", 20),
    ("LU", 20),
    ("LV", 21),
    ("MC", 27),
    ("MT", 31),
    ("NL", 18),
    ("NO", 15),
    ("PL", 28),
    ("PT", 25),
    ("RO", 24),
    ("SE", 24),
    ("SI", 19),
    ("SK", 24),
    ("SM", 27),
];

/// An account number that is good in every country; without spaces.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Iban(String);

impl Iban {
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Two letters: `CZ`.
    pub fn country(&self) -> &str {
        self.0.get(..2).unwrap_or_default()
    }

    /// As printed on paper: in groups of four.
    pub fn grouped(&self) -> String {
        let mut grouped = String::with_capacity(self.0.len() + 8);
        for (place, character) in self.0.chars().enumerate() {
            if place > 0 && place % 4 == 0 {
                grouped.push(' ');
            }
            grouped.push(character);
        }
        grouped
    }

    /// The same as `prefix-number/bank`, if it's a Czech one.
    pub fn czech_account(&self) -> Option<CzechAccount> {
        let body = self.0.strip_prefix("CZ")?.get(2..)?;
        CzechAccount::from_iban_body(body).ok()
    }

    /// The 26 digits of a Polish account (NRB).
    pub fn nrb(&self) -> Option<&str> {
        self.0.strip_prefix("PL")
    }

    /// Whether a Polish account's bank branch has the right check digit (weights
    /// 3 9 7 1, modulo 10). Not a rule: the example in the banks' own
    /// recommendation breaks it.
    pub fn settlement_number_fits(&self) -> bool {
        let Some(branch) = self.nrb().and_then(|nrb| nrb.get(2..10)) else { return false };
        let digits = branch.bytes().map(|byte| u32::from(byte - b'0'));
        let weighted = digits.zip([3, 9, 7, 1, 3, 9, 7, 1]).map(|(digit, weight)| digit * weight);
        weighted.sum::<u32>() % 10 == 0
    }

    /// Of the 26 digits of a Polish account.
    pub(crate) fn from_nrb(digits: &str) -> Result<Self, InvalidAccount> {
        if digits.len() != 26 {
            return Err(InvalidAccount::NrbLength);
        }
        let iban = format!("PL{digits}");
        if remainder(&iban) == Some(1) { Ok(Self(iban)) } else { Err(InvalidAccount::NrbCheck) }
    }

    /// With the check digits of `body`: bank, prefix, number, 20 digits.
    pub(crate) fn of_czech(body: &str) -> Self {
        let rest = remainder(&format!("CZ00{body}")).unwrap_or(0);
        Self(format!("CZ{:02}{body}", 98 - rest))
    }
}

impl FromStr for Iban {
    type Err = InvalidAccount;

    /// Reads it with or without spaces, in letters of any size.
    fn from_str(text: &str) -> Result<Self, InvalidAccount> {
        let text = without_spaces(text).to_ascii_uppercase();
        let (Some(country), Some(check), Some(rest)) =
            (text.get(..2), text.get(2..4), text.get(4..))
        else {
            return Err(InvalidAccount::IbanForm);
        };
        let letters = country.bytes().all(|byte| byte.is_ascii_uppercase());
        let plain = rest.bytes().all(|byte| byte.is_ascii_alphanumeric());
        // In these countries there's nothing but digits.
        let numeric = !["CZ", "SK", "PL", "DE", "AT"].contains(&country) || is_digits(rest);
        if !letters || !is_digits(check) || !plain || !numeric {
            return Err(InvalidAccount::IbanForm);
        }
        let known = LENGTHS.iter().find(|(name, _)| *name == country);
        if !known.map_or((15..=34).contains(&text.len()), |(_, length)| text.len() == *length) {
            return Err(InvalidAccount::IbanLength);
        }
        // 00, 01 and 99 leave the right remainder too, and are never given out.
        if remainder(&text) != Some(1) || ["00", "01", "99"].contains(&check) {
            return Err(InvalidAccount::IbanCheck);
        }
        if country == "CZ" {
            CzechAccount::from_iban_body(rest)?;
        }
        Ok(Self(text))
    }
}

impl fmt::Display for Iban {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// What is left modulo 97 when the first four characters go to the end and
/// letters count 10 to 35; `None` if there's something else in it.
pub(crate) fn remainder(text: &str) -> Option<u32> {
    let (head, tail) = text.split_at_checked(4)?;
    tail.chars().chain(head.chars()).try_fold(0, |rest, character| {
        let value = character.to_digit(36)?;
        Some((rest * if value < 10 { 10 } else { 100 } + value) % 97)
    })
}

/// A bank's code: six letters or digits of bank and country, two of the place,
/// three of the branch or none.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Bic(String);

impl Bic {
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// It isn't 8 or 11 letters and digits with the country at its place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not a bank's code (BIC)")]
pub struct InvalidBic;

impl FromStr for Bic {
    type Err = InvalidBic;

    fn from_str(text: &str) -> Result<Self, InvalidBic> {
        let text = text.trim().to_ascii_uppercase();
        let plain = text.bytes().all(|byte| byte.is_ascii_alphanumeric());
        let country = text.get(4..6).is_some_and(|c| c.bytes().all(|b| b.is_ascii_uppercase()));
        if plain && country && [8, 11].contains(&text.len()) {
            Ok(Self(text))
        } else {
            Err(InvalidBic)
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn read(text: &str) -> Result<String, InvalidAccount> {
        text.parse::<Iban>().map(|iban| iban.to_string())
    }

    #[test]
    fn published_ibans_are_valid() {
        for iban in [
            "PL61109010140000071219812874",
            "PL92124012340001567890123456",
            "CZ6508000000192000145399",
            "SK3112000000198742637541",
            "DE89370400440532013000",
            "AT611904300234573201",
            "GB82WEST12345698765432",
        ] {
            assert_eq!(read(iban).as_deref(), Ok(iban));
        }
        assert_eq!(read(" de89 3704 0044 0532 0130 00 ").as_deref(), Ok("DE89370400440532013000"));
    }

    #[test]
    fn a_wrong_iban_says_what_is_wrong() {
        for (text, why) in [
            ("", InvalidAccount::IbanForm),
            ("é1234567890123456", InvalidAccount::IbanForm),
            ("CZ65080000001920001453X9", InvalidAccount::IbanForm),
            ("CZ650800000019200014539", InvalidAccount::IbanLength),
            ("PL6110901014000007121981287", InvalidAccount::IbanLength),
            ("AT6119043002345732011", InvalidAccount::IbanLength),
            ("XX1234", InvalidAccount::IbanLength),
            ("DE88370400440532013000", InvalidAccount::IbanCheck),
        ] {
            assert_eq!(read(text), Err(why), "{text}");
        }
    }

    #[test]
    fn a_polish_account_is_26_digits() {
        let iban: Iban = "PL61109010140000071219812874".parse().unwrap();
        assert_eq!(iban.nrb(), Some("61109010140000071219812874"));
        assert_eq!(iban.grouped(), "PL61 1090 1014 0000 0712 1981 2874");
        assert_eq!(iban.country(), "PL");
        assert_eq!(iban.czech_account(), None);
    }

    #[test]
    fn the_branch_of_a_polish_account_checks_by_itself() {
        for branch in ["10901014", "10201026", "11402004", "24900005", "10500099"] {
            assert!(Iban(format!("PL00{branch}0000000000000000")).settlement_number_fits());
        }
        assert!(!Iban("PL92124012340001567890123456".to_owned()).settlement_number_fits());
    }

    #[test]
    fn a_bank_has_a_code_of_eight_or_eleven() {
        assert_eq!("gibaczpx".parse::<Bic>().unwrap().as_str(), "GIBACZPX");
        assert!("GIBACZPXXXX".parse::<Bic>().is_ok());
        for bad in ["", "GIBACZP", "GIBA12PX", "GIBACZPX1", "GIBACZP*"] {
            assert_eq!(bad.parse::<Bic>(), Err(InvalidBic), "{bad}");
        }
    }

    proptest! {
        #[test]
        fn one_wrong_digit_of_an_iban_is_caught(
            body in "[0-9]{24}", place in 0..26_usize, by in 1..10_u8,
        ) {
            let check = 98 - remainder(&format!("PL00{body}")).unwrap();
            let mut digits = format!("{check:02}{body}").into_bytes();
            prop_assert!(Iban::from_nrb(str::from_utf8(&digits).unwrap()).is_ok());
            digits[place] = b'0' + (digits[place] - b'0' + by) % 10;
            prop_assert!(Iban::from_nrb(str::from_utf8(&digits).unwrap()).is_err());
        }
    }
}
