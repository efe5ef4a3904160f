//! QR Platba, the Czech code (SPAYD 1.0, Czech Banking Association's standard
//! v1.2): `SPD*1.0*` or, for a consent to collect, `SCD*1.0*`, then `KEY:value`
//! joined by `*`, the keys in the order of the alphabet.
//!
//! | key | what | at most |
//! |---|---|---|
//! | ACC | `IBAN` or `IBAN+BIC` | 46 |
//! | AM, CC | amount, `CZK` | 9999999.99 |
//! | DT | due; of a standing order the first day | |
//! | FRQ, DL, DH | how often, last day, 1: stop when the payer dies | |
//! | MSG, RN | message, payee's name | 60, 35 |
//! | X-VS, X-SS, X-KS | variable, specific, constant symbol | 10 digits |
//!
//! No checksum is written: readers disagree about what it covers.

use jiff::civil::Date;
use portal_contracts::ledger::AdvanceInterval;
use portal_domain::{Currency, Money};

use crate::{Bic, Iban, InvalidCode, reference::Symbol, text::alphanumeric};

/// 9 999 999.99 in hellers.
const MOST: i64 = 999_999_999;

/// Money from the customer to the payee.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Payment {
    pub account: Iban,
    pub bic: Option<Bic>,
    /// In CZK. None: the payer types it.
    pub amount: Option<Money>,
    pub due_on: Option<Date>,
    pub payee: Option<String>,
    pub message: Option<String>,
    pub variable_symbol: Option<Symbol>,
    pub specific_symbol: Option<Symbol>,
    pub constant_symbol: Option<Symbol>,
}

/// How often a bank pays by itself, or lets itself be collected from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Frequency {
    Day,
    Month,
    Quarter,
    HalfYear,
    Year,
}

impl Frequency {
    fn as_str(self) -> &'static str {
        match self {
            Self::Day => "1D",
            Self::Month => "1M",
            Self::Quarter => "3M",
            Self::HalfYear => "6M",
            Self::Year => "1Y",
        }
    }
}

impl From<AdvanceInterval> for Frequency {
    fn from(interval: AdvanceInterval) -> Self {
        match interval {
            AdvanceInterval::Month => Self::Month,
            AdvanceInterval::Quarter => Self::Quarter,
            AdvanceInterval::HalfYear => Self::HalfYear,
            AdvanceInterval::Year => Self::Year,
        }
    }
}

/// The same payment again and again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Standing {
    pub every: Frequency,
    pub last_on: Option<Date>,
    /// What the bank does when the payer dies; none: as it's used to.
    pub on_death: Option<OnDeath>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OnDeath {
    Continue,
    Stop,
}

impl Payment {
    /// To `account`, and nothing else said.
    pub fn to(account: Iban) -> Self {
        Self {
            account,
            bic: None,
            amount: None,
            due_on: None,
            payee: None,
            message: None,
            variable_symbol: None,
            specific_symbol: None,
            constant_symbol: None,
        }
    }

    /// The code of a payment that is made once.
    pub fn code(&self) -> Result<String, InvalidCode> {
        self.write("SPD", None)
    }

    /// The code that sets up a standing order; `due_on` is its first day.
    pub fn standing_order(&self, standing: Standing) -> Result<String, InvalidCode> {
        self.write("SPD", Some(standing))
    }

    /// The code by which the payer lets the payee collect; the amount is the
    /// most that may be collected at once, `due_on` the first day.
    pub fn consent(&self, standing: Standing) -> Result<String, InvalidCode> {
        self.write("SCD", Some(standing))
    }

    fn write(&self, header: &str, standing: Option<Standing>) -> Result<String, InvalidCode> {
        let amount = self.amount.map(amount).transpose()?;
        let last_on = standing.and_then(|standing| standing.last_on);
        if let (Some(first), Some(last)) = (self.due_on, last_on)
            && last < first
        {
            return Err(InvalidCode::Days);
        }
        let on_death = standing.and_then(|standing| standing.on_death);
        let symbol = |symbol: &Option<Symbol>| symbol.as_ref().map(Symbol::to_string);
        let message = |text: &Option<String>, limit| {
            text.as_deref().map(|text| alphanumeric(text, limit)).filter(|text| !text.is_empty())
        };
        let fields = [
            ("ACC", Some(self.account())),
            ("CC", amount.is_some().then(|| "CZK".to_owned())),
            ("AM", amount),
            ("DH", on_death.map(|what| if what == OnDeath::Stop { "1" } else { "0" }.to_owned())),
            ("DL", last_on.map(day)),
            ("DT", self.due_on.map(day)),
            ("FRQ", standing.map(|standing| standing.every.as_str().to_owned())),
            ("MSG", message(&self.message, 60)),
            ("RN", message(&self.payee, 35)),
            ("X-KS", symbol(&self.constant_symbol)),
            ("X-SS", symbol(&self.specific_symbol)),
            ("X-VS", symbol(&self.variable_symbol)),
        ];
        let mut written: Vec<_> =
            fields.into_iter().filter_map(|(key, value)| Some((key, value?))).collect();
        written.sort_unstable_by_key(|(key, _)| *key);
        let written = written.into_iter().map(|(key, value)| format!("*{key}:{value}"));
        Ok(format!("{header}*1.0{}", written.collect::<String>()))
    }

    /// 34 characters and 11 at most: within the 46 that there are.
    fn account(&self) -> String {
        match &self.bic {
            None => self.account.to_string(),
            Some(bic) => format!("{}+{}", self.account, bic.as_str()),
        }
    }
}

fn amount(amount: Money) -> Result<String, InvalidCode> {
    if amount.currency != Currency::Czk {
        return Err(InvalidCode::Currency);
    }
    if !(0..=MOST).contains(&amount.minor) {
        return Err(InvalidCode::Amount);
    }
    Ok(format!("{}.{:02}", amount.minor / 100, amount.minor % 100))
}

fn day(date: Date) -> String {
    format!("{:04}{:02}{:02}", date.year(), date.month(), date.day())
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use jiff::civil::date;
    use proptest::prelude::*;

    use super::*;

    /// Reads a code as a banking application does.
    fn read(code: &str) -> (String, BTreeMap<String, String>) {
        let mut parts = code.split('*');
        let header = parts.next().unwrap().to_owned();
        assert_eq!(parts.next(), Some("1.0"));
        let mut fields = BTreeMap::new();
        for part in parts {
            let (key, value) = part.split_once(':').unwrap();
            let value = value.replace("%2A", "*").replace("%25", "%");
            assert_eq!(fields.insert(key.to_owned(), value), None, "{key} twice in {code}");
        }
        (header, fields)
    }

    fn crowns(minor: i64) -> Option<Money> {
        Some(Money { minor, currency: Currency::Czk })
    }

    fn published() -> Payment {
        Payment {
            amount: crowns(79_950),
            due_on: Some(date(2022, 10, 1)),
            variable_symbol: Some("9562231077".parse().unwrap()),
            ..Payment::to("CZ7801000000000000000123".parse().unwrap())
        }
    }

    const MONTHLY: Standing = Standing { every: Frequency::Month, last_on: None, on_death: None };

    const PUBLISHED: &str =
        "SPD*1.0*ACC:CZ7801000000000000000123*AM:799.50*CC:CZK*DT:20221001*X-VS:9562231077";

    #[test]
    fn a_payment_is_written_as_a_bank_publishes_it() {
        assert_eq!(published().code().unwrap(), PUBLISHED);
    }

    #[test]
    fn a_standing_order_is_the_same_and_says_how_often() {
        let order = published().standing_order(MONTHLY).unwrap();
        assert_eq!(read(&order), read(&format!("{PUBLISHED}*FRQ:1M")));
        let until =
            Standing { last_on: Some(date(2023, 9, 1)), on_death: Some(OnDeath::Stop), ..MONTHLY };
        let order = published().standing_order(until).unwrap();
        assert_eq!(read(&order), read(&format!("{PUBLISHED}*DH:1*DL:20230901*FRQ:1M")));
    }

    #[test]
    fn a_consent_differs_by_its_header() {
        let consent = published().consent(MONTHLY).unwrap();
        assert_eq!(read(&consent).0, "SCD");
        assert_eq!(read(&consent).1, read(&published().standing_order(MONTHLY).unwrap()).1);
    }

    #[test]
    fn only_the_account_is_needed() {
        let payment = Payment::to("CZ7801000000000000000123".parse().unwrap());
        assert_eq!(payment.code().unwrap(), "SPD*1.0*ACC:CZ7801000000000000000123");
        let bic = Payment { bic: "KOMBCZPP".parse().ok(), ..payment };
        assert_eq!(bic.code().unwrap(), "SPD*1.0*ACC:CZ7801000000000000000123+KOMBCZPP");
    }

    #[test]
    fn what_does_not_fit_is_refused() {
        let with = |amount| Payment { amount, ..published() }.code();
        assert_eq!(with(crowns(MOST)).map(|code| code.contains("AM:9999999.99*")), Ok(true));
        assert_eq!(with(crowns(MOST + 1)), Err(InvalidCode::Amount));
        assert_eq!(with(crowns(-1)), Err(InvalidCode::Amount));
        let euro = Some(Money { minor: 1, currency: Currency::Eur });
        assert_eq!(with(euro), Err(InvalidCode::Currency));
        let past = Standing { last_on: Some(date(2022, 9, 30)), ..MONTHLY };
        assert_eq!(published().standing_order(past), Err(InvalidCode::Days));
    }

    proptest! {
        #[test]
        fn every_payment_reads_back(
            minor in 0..=MOST,
            message in "\\PC{0,90}",
            payee in "[*% A-Za-zěščřžýáíéůłąę]{0,60}",
            (vs, ss, ks) in ("[0-9]{1,10}", "[0-9]{1,10}", "[0-9]{1,4}"),
            every in prop::sample::select(&[Frequency::Day, Frequency::Month, Frequency::Quarter, Frequency::HalfYear, Frequency::Year][..]),
        ) {
            let payment = Payment {
                bic: "KOMBCZPPXXX".parse().ok(),
                amount: crowns(minor),
                payee: Some(payee),
                message: Some(message),
                variable_symbol: vs.parse().ok(),
                specific_symbol: ss.parse().ok(),
                constant_symbol: ks.parse().ok(),
                ..published()
            };
            let code = payment.standing_order(Standing { every, ..MONTHLY }).unwrap();
            prop_assert!(code.bytes().all(|b| b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:".contains(&b)));
            let (_, fields) = read(&code);
            prop_assert_eq!(fields["AM"].replace('.', "").parse::<i64>(), Ok(minor));
            prop_assert!(fields["AM"].len() <= 10 && fields["ACC"].len() <= 46);
            prop_assert_eq!([&fields["X-VS"], &fields["X-SS"], &fields["X-KS"]], [&vs, &ss, &ks]);
            prop_assert_eq!(fields["FRQ"].as_str(), every.as_str());
            for (key, limit) in [("MSG", 60), ("RN", 35)] {
                prop_assert!(fields.get(key).is_none_or(|text| (1..=limit).contains(&text.len())));
            }
        }
    }
}
