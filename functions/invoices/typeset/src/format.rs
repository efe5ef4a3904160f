//! Money, quantities and days as documents write them: as mails and pages do.

use jiff::civil::Date;
use portal_contracts::{breakdown::BillingUnit, invoice::Period};
use portal_domain::{Currency, Language, Money, Unit};
use portal_mail::decimal;
use rust_decimal::Decimal;

/// Keeps a number and its unit on one line.
pub(crate) const NO_BREAK_SPACE: char = '\u{a0}';

/// An amount with its currency: `1 234,50 Kč`.
pub(crate) fn money(language: Language, money: Money) -> String {
    format!("{}{NO_BREAK_SPACE}{}", amount(language, money), symbol(money.currency))
}

/// An amount without its currency, for columns that say it.
pub(crate) fn amount(language: Language, money: Money) -> String {
    minus(&decimal(language, money.to_decimal()))
}

/// A number as it is, without needless zeros.
pub(crate) fn number(language: Language, number: Decimal) -> String {
    minus(&decimal(language, number.normalize()))
}

/// A price of a unit: at least hundredths.
pub(crate) fn price(language: Language, price: Decimal) -> String {
    let mut price = price.normalize();
    if price.scale() < 2 {
        price.rescale(2);
    }
    minus(&decimal(language, price))
}

/// A minus sign as wide as a plus.
fn minus(text: &str) -> String {
    text.replace('-', "\u{2212}")
}

pub(crate) fn symbol(currency: Currency) -> &'static str {
    match currency {
        Currency::Czk => "Kč",
        Currency::Pln => "zł",
        Currency::Eur => "€",
    }
}

/// A day in figures: `31. 12. 2025`, `31.12.2025`, `31/12/2025`.
pub(crate) fn day(language: Language, date: Date) -> String {
    let (day, month, year) = (date.day(), date.month(), date.year());
    match language {
        Language::Cs => format!("{day}.{NO_BREAK_SPACE}{month}.{NO_BREAK_SPACE}{year}"),
        Language::Pl => format!("{day:02}.{month:02}.{year}"),
        Language::En => format!("{day:02}/{month:02}/{year}"),
    }
}

pub(crate) fn period(language: Language, period: Period) -> String {
    format!("{} – {}", day(language, period.from), day(language, period.to))
}

/// The key of a unit's word.
pub(crate) fn unit(unit: BillingUnit) -> &'static str {
    match unit {
        BillingUnit::M3 => "unit-m3",
        BillingUnit::Kwh => "unit-kwh",
        BillingUnit::Mwh => "unit-mwh",
        BillingUnit::Gj => "unit-gj",
        BillingUnit::Month => "unit-month",
        BillingUnit::Year => "unit-year",
        BillingUnit::Day => "unit-day",
        BillingUnit::AmpereMonth => "unit-ampere-month",
        BillingUnit::KwMonth => "unit-kw-month",
        BillingUnit::M2 => "unit-m2",
        BillingUnit::Piece => "unit-piece",
    }
}

/// The key of the word of a unit on a meter's face.
pub(crate) fn meter_unit(on_face: Unit) -> &'static str {
    match on_face {
        Unit::M3 => "unit-m3",
        Unit::Kwh => "unit-kwh",
        Unit::Gj => "unit-gj",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_and_days_are_written_as_in_the_language() {
        let write = |language| {
            let owed = money(language, Money { minor: -123_450, currency: Currency::Czk });
            let day = day(language, jiff::civil::date(2026, 3, 1));
            format!("{owed} {day}").replace(NO_BREAK_SPACE, "_")
        };
        assert_eq!(write(Language::Cs), "−1_234,50_Kč 1._3._2026");
        assert_eq!(write(Language::Pl), "−1234,50_Kč 01.03.2026");
        assert_eq!(write(Language::En), "−1,234.50_Kč 01/03/2026");
    }
}
