//! The Polish payment code (recommendation of the Polish Bank Association, 3
//! December 2013): nine fields joined by `|`, at most 160 characters.
//!
//! `NIP|PL|account|amount|name|title|reserve|reserve|reserve`: the payee's tax
//! number (of a company; a person's is empty), 26 digits, grosze with six digits
//! at least, 20 and 32 characters. The reserves (ids of a direct debit and of
//! Invoobill) stay empty.

use portal_domain::{Currency, Money};

use crate::{Iban, InvalidCode, account::is_digits, text::line};

/// Characters of the whole code.
const LIMIT: usize = 160;

/// Money to an account in Poland.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Payment {
    pub payee: Payee,
    pub account: Iban,
    /// In PLN. None: the payer types it.
    pub amount: Option<Money>,
    pub name: String,
    pub title: String,
}

/// Who is paid: a company has to give its tax number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Payee {
    /// NIP, ten digits.
    Company(String),
    /// A person; or a company of another country, which has no such number.
    Person,
}

impl Payment {
    pub fn code(&self) -> Result<String, InvalidCode> {
        let nip = match &self.payee {
            Payee::Person => "",
            Payee::Company(nip) if nip.len() == 10 && is_digits(nip) => nip,
            Payee::Company(_) => return Err(InvalidCode::TaxNumber),
        };
        let account = self.account.nrb().ok_or(InvalidCode::AccountAbroad)?;
        let amount = self.amount.map_or(Ok(0), grosze)?;
        let name = line(&self.name, Some('|'), 20);
        if name.is_empty() {
            return Err(InvalidCode::NameMissing);
        }
        let title = line(&self.title, Some('|'), 32);
        let code = format!("{nip}|PL|{account}|{amount:06}|{name}|{title}|||");
        if code.chars().count() <= LIMIT { Ok(code) } else { Err(InvalidCode::TooLong) }
    }
}

/// What is to be paid; nothing can't be, as zero means that the payer types it.
fn grosze(amount: Money) -> Result<i64, InvalidCode> {
    if amount.currency != Currency::Pln {
        return Err(InvalidCode::Currency);
    }
    if amount.minor > 0 { Ok(amount.minor) } else { Err(InvalidCode::Amount) }
}

/// The title of a transfer whose VAT goes to an account of its own (mechanizm
/// podzielonej płatności): `vat` in PLN, the payee's tax number, the invoice's,
/// and what else there is to say, of which 33 characters stay.
pub fn split_payment_title(
    vat: Money,
    nip: &str,
    invoice: &str,
    text: &str,
) -> Result<String, InvalidCode> {
    let grosze = grosze(vat)?;
    let vat = format!("{},{:02}", grosze / 100, grosze % 100);
    let plain = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_alphanumeric());
    let invoice_fits = (1..=35).contains(&invoice.len()) && line(invoice, None, 35) == invoice;
    match () {
        () if vat.len() > 13 => Err(InvalidCode::Amount),
        () if nip.len() > 14 || !plain(nip) => Err(InvalidCode::TaxNumber),
        () if !invoice_fits => Err(InvalidCode::Identifier),
        () => Ok(format!("/VAT/{vat}/IDC/{nip}/INV/{invoice}/TXT/{}", line(text, None, 33))),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn zlotys(minor: i64) -> Option<Money> {
        Some(Money { minor, currency: Currency::Pln })
    }

    fn published() -> Payment {
        Payment {
            payee: Payee::Company("1234567890".to_owned()),
            account: "PL92124012340001567890123456".parse().unwrap(),
            amount: zlotys(1200),
            name: "Odbiorca 1".to_owned(),
            title: "FV 1234/34/2012".to_owned(),
        }
    }

    #[test]
    fn the_examples_of_the_recommendation_are_written() {
        let check = |payment: Payment, code| assert_eq!(payment.code().as_deref(), Ok(code));
        check(
            published(),
            "1234567890|PL|92124012340001567890123456|001200|Odbiorca 1|FV 1234/34/2012|||",
        );
        check(
            Payment { amount: None, ..published() },
            "1234567890|PL|92124012340001567890123456|000000|Odbiorca 1|FV 1234/34/2012|||",
        );
        check(
            Payment { payee: Payee::Person, title: "Przelew ekspress".to_owned(), ..published() },
            "|PL|92124012340001567890123456|001200|Odbiorca 1|Przelew ekspress|||",
        );
    }

    #[test]
    fn what_does_not_fit_is_refused() {
        let check = |payment: Payment, why| assert_eq!(payment.code(), Err(why));
        let company = |nip: &str| Payment { payee: Payee::Company(nip.to_owned()), ..published() };
        for nip in ["", "123456789", "123-456-78"] {
            check(company(nip), InvalidCode::TaxNumber);
        }
        let czech = "CZ6508000000192000145399".parse().unwrap();
        check(Payment { account: czech, ..published() }, InvalidCode::AccountAbroad);
        for minor in [0, -1] {
            check(Payment { amount: zlotys(minor), ..published() }, InvalidCode::Amount);
        }
        let crowns = Some(Money { minor: 1, currency: Currency::Czk });
        check(Payment { amount: crowns, ..published() }, InvalidCode::Currency);
        check(Payment { name: "|".to_owned(), ..published() }, InvalidCode::NameMissing);
    }

    #[test]
    fn more_than_six_digits_are_written_as_they_are() {
        let code = Payment { amount: zlotys(123_456_789), ..published() }.code().unwrap();
        assert!(code.contains("|123456789|"));
    }

    #[test]
    fn the_title_of_a_split_payment_names_tax_payee_and_invoice() {
        let vat = |minor| Money { minor, currency: Currency::Pln };
        let title = |minor, nip, invoice| split_payment_title(vat(minor), nip, invoice, "woda");
        assert_eq!(
            title(2300, "5231242681", "PM1253/2018").as_deref(),
            Ok("/VAT/23,00/IDC/5231242681/INV/PM1253/2018/TXT/woda")
        );
        assert_eq!(title(0, "5231242681", "1"), Err(InvalidCode::Amount));
        assert_eq!(title(1_000_000_000_000, "5231242681", "1"), Err(InvalidCode::Amount));
        assert_eq!(title(1, "523-124-26-81", "1"), Err(InvalidCode::TaxNumber));
        assert_eq!(title(1, "5231242681", &"1".repeat(36)), Err(InvalidCode::Identifier));
    }

    proptest! {
        #[test]
        fn every_payment_reads_back(
            minor in 1..=i64::MAX,
            name in "[|A-Za-ząęłżó]{1,40}",
            title in "\\PC{0,60}",
        ) {
            let payment = Payment { amount: zlotys(minor), name: format!("A{name}"), title, ..published() };
            let code = payment.code().unwrap();
            prop_assert!(code.chars().count() <= 160);
            let fields: Vec<_> = code.split('|').collect();
            prop_assert_eq!(fields.len(), 9);
            prop_assert_eq!(&fields[..3], ["1234567890", "PL", "92124012340001567890123456"]);
            prop_assert_eq!(fields[3].parse(), Ok(minor));
            prop_assert!(fields[3].len() >= 6);
            prop_assert!(fields[4].chars().count() <= 20 && fields[5].chars().count() <= 32);
            prop_assert!(!code.chars().any(char::is_control));
        }
    }
}
