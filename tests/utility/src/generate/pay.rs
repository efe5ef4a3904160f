//! How a customer pays and is paid. Account numbers have right check digits
//! and banks that there are not.

use anyhow::{Context, Result};
use portal_contracts::ledger::{ContractAccount, PaymentMethod};
use portal_domain::Country;

use super::dice::Dice;

/// No bank in CZ has this code.
const CZ_BANK: &str = "0999";
/// No bank in PL has this settlement number, whose check digit is right.
const PL_BANK: &str = "99900009";

/// The contract account of the customer number `serial`. In PL payments go to
/// an account of the customer's own.
pub(crate) fn account(dice: &mut Dice, serial: u32, country: Country) -> Result<ContractAccount> {
    let polish = country == Country::Pl;
    let method = match dice.between(1, 100) {
        1..=55 => PaymentMethod::Transfer,
        56..=80 => direct_debit(serial, country)?,
        _ if polish => PaymentMethod::Transfer,
        _ => sipo(serial),
    };
    let refund_account = dice.chance(40).then(|| bank_account(serial, country)).transpose()?;
    Ok(ContractAccount {
        number: format!("5{serial:09}"),
        pay_to: polish.then(|| iban("PL", &format!("{PL_BANK}7999{serial:012}"))).transpose()?,
        method,
        refund_account,
        e_invoice: dice.chance(60),
    })
}

/// The utility collects it from the customer's account.
pub(crate) fn direct_debit(serial: u32, country: Country) -> Result<PaymentMethod> {
    Ok(PaymentMethod::DirectDebit { account: bank_account(serial, country)? })
}

/// Ten digits, the last of which checks the others.
pub(crate) fn sipo(serial: u32) -> PaymentMethod {
    let body = format!("9{serial:08}");
    let weights = [3, 7, 3, 1, 7, 3, 1, 7, 3];
    let sum: u32 = body.bytes().zip(weights).map(|(digit, w)| u32::from(digit - b'0') * w).sum();
    PaymentMethod::Sipo { number: format!("{body}{}", (10 - sum % 10) % 10) }
}

/// The customer's own account.
pub(crate) fn bank_account(serial: u32, country: Country) -> Result<String> {
    match country {
        Country::Pl => iban("PL", &format!("{PL_BANK}1999{serial:012}")),
        _ => czech(serial),
    }
}

/// `number/bank`; the number is divisible by 11 with the weights 6 3 7 9 10 5
/// 8 4 2 1.
fn czech(serial: u32) -> Result<String> {
    let weights = [6, 3, 7, 9, 10, 5, 8, 4, 2, 1];
    let fits = |number: &String| {
        let digits = number.bytes().map(|digit| u32::from(digit - b'0'));
        digits.zip(weights).map(|(digit, weight)| digit * weight).sum::<u32>() % 11 == 0
    };
    let mut numbers = (0..100).map(|last| format!("20{serial:06}{last:02}"));
    let number = numbers.find(fits).context("looking for a valid account number")?;
    Ok(format!("{number}/{CZ_BANK}"))
}

/// An IBAN: the two digits make country, digits and account 1 modulo 97.
fn iban(country: &str, account: &str) -> Result<String> {
    let letters = country.bytes().map(|letter| (letter - b'A' + 10).to_string());
    let text = format!("{account}{}00", letters.collect::<String>());
    let rest = text.bytes().fold(0, |rest, digit| (rest * 10 + u32::from(digit - b'0')) % 97);
    Ok(format!("{country}{:02}{account}", 98 - rest))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn account_numbers_have_right_check_digits() {
        assert_eq!(iban("PL", "109010140000071219812874").unwrap(), "PL61109010140000071219812874");
        assert_eq!(iban("CZ", "08000000192000145399").unwrap(), "CZ6508000000192000145399");
        for serial in [1, 10_001, 99_999] {
            assert_eq!(czech(serial).unwrap().len(), 15);
        }
        assert_eq!(sipo(10_008), PaymentMethod::Sipo { number: "9000100082".into() });
    }
}
