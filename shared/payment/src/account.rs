//! Account numbers: what people type, checked to the last digit.
//!
//! A Czech account is `prefix-number/bank`: at most six, two to ten, and four
//! digits. Prefix and number are checked each by itself: the sum of the digits,
//! the last times 1, the one before times 2, then 4, 8, 5, 10, 9, 7, 3, 6
//! (powers of two modulo 11), is a multiple of 11 (decree 169/2011).

use std::{fmt, str::FromStr};

pub use crate::iban::{Bic, Iban, InvalidBic};

/// Which rule an account number breaks, and in which part.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum InvalidAccount {
    #[error("neither prefix-number/bank nor an IBAN")]
    Form,
    #[error("the prefix has more than six digits")]
    PrefixLength,
    #[error("the prefix's weighted sum isn't a multiple of 11")]
    PrefixCheck,
    #[error("the number hasn't two to ten digits")]
    NumberLength,
    #[error("the number is zero")]
    NumberZero,
    #[error("the number's weighted sum isn't a multiple of 11")]
    NumberCheck,
    #[error("the bank's code hasn't four digits")]
    BankLength,
    #[error("an IBAN is two letters, two digits, then letters and digits")]
    IbanForm,
    #[error("the IBAN hasn't the length of its country")]
    IbanLength,
    #[error("the IBAN's check digits don't fit (modulo 97)")]
    IbanCheck,
    #[error("a Polish account number has 26 digits")]
    NrbLength,
    #[error("the Polish account number's check digits don't fit (modulo 97)")]
    NrbCheck,
}

impl InvalidAccount {
    /// Stable; the client translates it.
    pub fn code(self) -> &'static str {
        match self {
            Self::Form => "account_form_unknown",
            Self::PrefixLength => "account_prefix_too_long",
            Self::PrefixCheck => "account_prefix_check_failed",
            Self::NumberLength => "account_number_length_wrong",
            Self::NumberZero => "account_number_zero",
            Self::NumberCheck => "account_number_check_failed",
            Self::BankLength => "account_bank_length_wrong",
            Self::IbanForm => "account_iban_form_wrong",
            Self::IbanLength => "account_iban_length_wrong",
            Self::IbanCheck => "account_iban_check_failed",
            Self::NrbLength => "account_nrb_length_wrong",
            Self::NrbCheck => "account_nrb_check_failed",
        }
    }
}

/// An account as somebody wrote it; it prints as `prefix-number/bank` or as an
/// IBAN without spaces.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum BankAccount {
    Czech(CzechAccount),
    Iban(Iban),
}

impl BankAccount {
    pub fn iban(&self) -> Iban {
        match self {
            Self::Czech(account) => account.iban(),
            Self::Iban(iban) => iban.clone(),
        }
    }
}

impl FromStr for BankAccount {
    type Err = InvalidAccount;

    /// Reads `prefix-number/bank`, an IBAN, or the 26 digits of a Polish account;
    /// spaces don't matter.
    fn from_str(text: &str) -> Result<Self, InvalidAccount> {
        let text = without_spaces(text);
        if text.contains('/') {
            return text.parse().map(Self::Czech);
        }
        if text.starts_with(|first: char| first.is_ascii_alphabetic()) {
            return text.parse().map(Self::Iban);
        }
        if text.len() < 16 || !is_digits(&text) {
            return Err(InvalidAccount::Form);
        }
        Iban::from_nrb(&text).map(Self::Iban)
    }
}

impl fmt::Display for BankAccount {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Czech(account) => account.fmt(f),
            Self::Iban(iban) => iban.fmt(f),
        }
    }
}

/// A Czech account; it prints without needless zeros.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct CzechAccount {
    prefix: u32,
    number: u64,
    bank: u16,
}

impl CzechAccount {
    pub fn iban(self) -> Iban {
        Iban::of_czech(&format!("{:04}{:06}{:010}", self.bank, self.prefix, self.number))
    }

    /// Of the 20 digits behind an IBAN's `CZkk`: bank, prefix, number.
    pub(crate) fn from_iban_body(body: &str) -> Result<Self, InvalidAccount> {
        let (Some(bank), Some(prefix), Some(number)) =
            (body.get(..4), body.get(4..10), body.get(10..20))
        else {
            return Err(InvalidAccount::IbanLength);
        };
        Self::of_parts(prefix, number, bank).map_err(|error| match error {
            InvalidAccount::Form => InvalidAccount::IbanForm,
            error => error,
        })
    }

    fn of_parts(prefix: &str, number: &str, bank: &str) -> Result<Self, InvalidAccount> {
        if ![prefix, number, bank].into_iter().all(is_digits) {
            return Err(InvalidAccount::Form);
        }
        if prefix.len() > 6 {
            return Err(InvalidAccount::PrefixLength);
        }
        if !(2..=10).contains(&number.len()) {
            return Err(InvalidAccount::NumberLength);
        }
        if bank.len() != 4 {
            return Err(InvalidAccount::BankLength);
        }
        if !sums_to_eleven(prefix) {
            return Err(InvalidAccount::PrefixCheck);
        }
        if number.bytes().all(|digit| digit == b'0') {
            return Err(InvalidAccount::NumberZero);
        }
        if !sums_to_eleven(number) {
            return Err(InvalidAccount::NumberCheck);
        }
        let value = |digits: &str| digits.bytes().fold(0, |sum, b| sum * 10 + u64::from(b - b'0'));
        let prefix = u32::try_from(value(prefix)).map_err(|_| InvalidAccount::PrefixLength)?;
        let bank = u16::try_from(value(bank)).map_err(|_| InvalidAccount::BankLength)?;
        Ok(Self { prefix, number: value(number), bank })
    }
}

impl FromStr for CzechAccount {
    type Err = InvalidAccount;

    fn from_str(text: &str) -> Result<Self, InvalidAccount> {
        let text = without_spaces(text);
        let (account, bank) = text.split_once('/').ok_or(InvalidAccount::Form)?;
        let (prefix, number) = account.split_once('-').unwrap_or(("0", account));
        if prefix.is_empty() || number.is_empty() {
            return Err(InvalidAccount::Form);
        }
        Self::of_parts(prefix, number, bank)
    }
}

impl fmt::Display for CzechAccount {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.prefix > 0 {
            write!(f, "{}-", self.prefix)?;
        }
        write!(f, "{:02}/{:04}", self.number, self.bank)
    }
}

/// Whether the digits, the last times 1 and each before times 2 more (modulo
/// 11), come to a multiple of 11.
fn sums_to_eleven(digits: &str) -> bool {
    let mut weight = 1;
    let mut sum = 0;
    for digit in digits.bytes().rev() {
        sum += u32::from(digit - b'0') * weight;
        weight = weight * 2 % 11;
    }
    sum % 11 == 0
}

pub(crate) fn is_digits(text: &str) -> bool {
    text.bytes().all(|byte| byte.is_ascii_digit())
}

pub(crate) fn without_spaces(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[track_caller]
    fn refused(text: &str, why: InvalidAccount) {
        assert_eq!(text.parse::<BankAccount>(), Err(why), "{text}");
    }

    #[test]
    fn published_czech_accounts_become_their_ibans_and_back() {
        for (account, iban) in [
            ("19-2000145399/0800", "CZ6508000000192000145399"),
            ("34278-727558021/0100", "CZ2101000342780727558021"),
            ("123/0100", "CZ7801000000000000000123"),
        ] {
            let read: CzechAccount = account.parse().unwrap();
            assert_eq!(read.iban().as_str(), iban);
            assert_eq!(read.to_string(), account);
            assert_eq!(iban.parse::<Iban>().unwrap().czech_account(), Some(read));
        }
        let padded: CzechAccount = " 34278-0727558021 / 0100 ".parse().unwrap();
        assert_eq!(padded.to_string(), "34278-727558021/0100");
    }

    #[test]
    fn a_wrong_account_says_which_rule_of_which_part_fails() {
        refused("4278-727558021/0100", InvalidAccount::PrefixCheck);
        refused("34278-727558022/0100", InvalidAccount::NumberCheck);
        refused("1234567-727558021/0100", InvalidAccount::PrefixLength);
        refused("1/0100", InvalidAccount::NumberLength);
        refused("12345678901/0100", InvalidAccount::NumberLength);
        refused("0000000000/0100", InvalidAccount::NumberZero);
        refused("727558021/010", InvalidAccount::BankLength);
        for form in ["", "123", "-123/0100", "19-/0800", "1a3/0100", "12/34/0100", "1-2-3/0100"] {
            refused(form, InvalidAccount::Form);
        }
        // The check digits of the IBAN fit, the account's in it don't.
        refused(Iban::of_czech("01000042780727558021").as_str(), InvalidAccount::PrefixCheck);
        refused(Iban::of_czech("01000342780727558022").as_str(), InvalidAccount::NumberCheck);
    }

    #[test]
    fn an_account_is_read_in_each_of_its_forms() {
        let read = |text: &str| text.parse::<BankAccount>().unwrap().iban().to_string();
        assert_eq!(read("19-2000145399/0800"), "CZ6508000000192000145399");
        assert_eq!(read("cz65 0800 0000 1920 0014 5399"), "CZ6508000000192000145399");
        assert_eq!(read("61 1090 1014 0000 0712 1981 2874"), "PL61109010140000071219812874");
        refused("61 1090 1014 0000 0712 1981 287", InvalidAccount::NrbLength);
        refused("62 1090 1014 0000 0712 1981 2874", InvalidAccount::NrbCheck);
    }

    proptest! {
        #[test]
        fn one_wrong_digit_of_an_account_is_caught(
            number in 1_u64..1_000_000_000, place in 0..10_usize, by in 1..10_u8,
        ) {
            // Where the check digit would be 10 there's no such account.
            let valid = (0..10).map(|last| format!("{number:09}{last}")).find(|n| sums_to_eleven(n));
            let Some(valid) = valid else { return Ok(()) };
            let mut wrong = valid.clone().into_bytes();
            wrong[place] = b'0' + (wrong[place] - b'0' + by) % 10;
            let wrong = format!("{}/0800", String::from_utf8(wrong).unwrap());
            let account = format!("{valid}/0800").parse::<CzechAccount>();
            prop_assert!(account.is_ok());
            prop_assert!(wrong.parse::<CzechAccount>().is_err());
            let account = account.unwrap();
            prop_assert_eq!(account.to_string().parse(), Ok(account));
            prop_assert_eq!(account.iban().as_str().parse::<Iban>().unwrap().czech_account(), Some(account));
        }

        #[test]
        fn nothing_typed_makes_the_check_fall(text in "\\PC{0,40}") {
            let _ = text.parse::<BankAccount>();
        }
    }
}
