//! Who issues an invoice, who gets it, and where the money goes.

use portal_contracts::invoice::{Invoice, Party};
use portal_domain::{Address, Country, Currency};

/// The utility as it stands on invoices.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Seller {
    pub name: String,
    pub address: Address,
    /// IČO, REGON.
    pub company_number: String,
    /// DIČ with its `CZ`, NIP.
    pub tax_number: String,
    /// Where the company is registered, in one sentence.
    pub registered: Option<String>,
    pub email: String,
    pub phone: String,
    pub accounts: Vec<Account>,
}

/// An account that payments in one currency go to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Account {
    pub currency: Currency,
    pub iban: String,
    pub bic: Option<String>,
}

/// An invoice with everything around it that its electronic forms name.
#[derive(Clone, Copy, Debug)]
pub struct Issued<'a> {
    pub invoice: &'a Invoice,
    pub seller: &'a Seller,
    pub buyer: &'a Party,
    /// The customer's number, as the utility numbers them.
    pub customer: &'a str,
    /// The IBAN of the customer's own account for payments, if they have one.
    pub pay_to: Option<&'a str>,
}

impl Issued<'_> {
    /// Where to pay: the customer's own account, else the seller's of the
    /// invoice's currency.
    pub(crate) fn account(&self) -> Option<Account> {
        let currency = self.invoice.total.currency;
        let own = self.pay_to.map(|iban| Account { currency, iban: iban.to_owned(), bic: None });
        own.or_else(|| self.seller.accounts.iter().find(|a| a.currency == currency).cloned())
    }
}

/// `number` with the country before it, as everywhere in the union: a Polish
/// NIP is written without.
pub(crate) fn vat_number(country: Country, number: &str) -> String {
    let plain: String = number.chars().filter(char::is_ascii_alphanumeric).collect();
    let code = country_code(country);
    if plain.starts_with(code) { plain } else { format!("{code}{plain}") }
}

/// ISO 3166-1 alpha-2.
pub(crate) fn country_code(country: Country) -> &'static str {
    match country {
        Country::Cz => "CZ",
        Country::Pl => "PL",
        Country::Sk => "SK",
        Country::De => "DE",
        Country::At => "AT",
    }
}

/// The country's name in its own language.
pub(crate) fn country_name(country: Country) -> &'static str {
    match country {
        Country::Cz => "Česká republika",
        Country::Pl => "Polska",
        Country::Sk => "Slovensko",
        Country::De => "Deutschland",
        Country::At => "Österreich",
    }
}

/// ISO 4217.
pub(crate) fn currency_code(currency: Currency) -> &'static str {
    match currency {
        Currency::Czk => "CZK",
        Currency::Pln => "PLN",
        Currency::Eur => "EUR",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tax_number_gets_its_country_once() {
        assert_eq!(vat_number(Country::Pl, "123-456-32-18"), "PL1234563218");
        assert_eq!(vat_number(Country::Pl, "PL1234563218"), "PL1234563218");
        assert_eq!(vat_number(Country::Cz, "CZ25123891"), "CZ25123891");
    }
}
