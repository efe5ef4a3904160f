//! Each kind of document as a sheet, and as a PDF.

mod advances;
mod breakdown;
mod invoice;
mod slip;

use anyhow::{Context, Result};
use invoices::pay;
use jiff::civil::Date;
use portal_contracts::{
    invoice::{Invoice, Party},
    ledger::{AdvanceSchedule, ContractAccount, Receivable},
};
use portal_domain::{Address, CustomerId, Language, Money};
use portal_lambda::Utility;
use serde_json::Value;

use crate::{
    engine::{self, Job},
    format,
    sheet::{self, Call, CodeLabels, Fact, Sheet},
    words::Words,
};

/// What is typeset, with what it was said about.
#[derive(Clone, Copy, Debug)]
pub enum Paper<'a> {
    /// A numbered document, its breakdown with it.
    Invoice(&'a Invoice),
    /// The advances of a supply point; their first day names them.
    Advances(&'a AdvanceSchedule),
    /// What is owed, paid at once; made on a day.
    Slip { payment: &'a pay::Payment, receivables: &'a [Receivable], on: Date },
}

/// Whose document it is, and who issues it.
#[derive(Clone, Copy, Debug)]
pub struct Of<'a> {
    pub utility: &'a Utility,
    pub customer: &'a CustomerId,
    pub account: Option<&'a ContractAccount>,
}

/// The PDF of a document.
pub fn render(paper: Paper<'_>, of: Of<'_>, language: Language) -> Result<Vec<u8>> {
    let (job, carries) = prepare(paper, of, language)?;
    let pdf = job.pdf(carries);
    engine::forget();
    pdf
}

/// What the engine needs, and whether an electronic invoice is in it.
pub(crate) fn prepare(paper: Paper<'_>, of: Of<'_>, language: Language) -> Result<(Job, bool)> {
    let desk = Desk { of, words: Words::of(language) };
    let (sheet, code, isdoc) = match paper {
        Paper::Invoice(invoice) => invoice::sheet(desk, invoice)?,
        Paper::Advances(schedule) => advances::sheet(desk, schedule)?,
        Paper::Slip { payment, receivables, on } => slip::sheet(desk, payment, receivables, on)?,
    };
    let carries = isdoc.is_some();
    let mut json = serde_json::to_value(sheet).context("writing a sheet")?;
    printable(&mut json);
    let files = [("/sheet.json", Some(json.to_string())), ("/code.svg", code)];
    let files = files.into_iter().chain([("/invoice.isdoc", isdoc)]);
    let job = Job::new(files.filter_map(|(name, text)| Some((name, text?))))?;
    Ok((job, carries))
}

/// A sheet, the picture of its payment code, and the electronic invoice.
type Prepared = (Sheet, Option<String>, Option<String>);

/// Where documents of one customer are written, in one language.
#[derive(Clone, Copy)]
struct Desk<'a> {
    of: Of<'a>,
    words: &'static Words,
}

impl Desk<'_> {
    fn language(self) -> Language {
        self.words.language
    }

    fn say(self, key: &str) -> Result<String> {
        self.words.say(key)
    }

    fn fact(self, key: &str, value: impl Into<String>) -> Result<Fact> {
        Ok(Fact::new(self.say(key)?, value))
    }

    fn money(self, money: Money) -> String {
        format::money(self.language(), money)
    }

    fn amount(self, money: Money) -> String {
        format::amount(self.language(), money)
    }

    fn day(self, day: Date) -> String {
        format::day(self.language(), day)
    }

    /// A document with nothing in it yet.
    fn sheet(self, kind: String, number: &str, issued_on: Date) -> Result<Sheet> {
        let utility = self.of.utility;
        let contact = &utility.contact;
        let contact = self.words.with(
            "contact",
            &[("phone", &contact.phone), ("email", &contact.email), ("web", &contact.web)],
        )?;
        let seller = &utility.seller;
        let place = place(&seller.address).join(", ");
        let identity = [seller.name.clone(), place].into_iter().chain(seller.registered.clone());
        Ok(Sheet {
            language: self.language().tag(),
            title: self.words.with("title", &[("kind", &kind), ("number", number)])?,
            kind,
            number: number.to_owned(),
            date: [issued_on.year(), issued_on.month().into(), issued_on.day().into()],
            accent: utility.accent.clone(),
            utility: utility.name.clone(),
            page: [self.say("page-before")?, self.say("page-of")?],
            footer: vec![identity.collect::<Vec<_>>().join(", "), contact],
            parties: vec![],
            facts: vec![],
            call: None,
            sections: vec![],
            notes: vec![],
            attachment: None,
        })
    }

    /// The utility as it stands on documents.
    fn seller(self, label: &str) -> Result<sheet::Party> {
        let seller = &self.of.utility.seller;
        let mut lines = place(&seller.address);
        lines.push(self.words.with("company-number", &[("number", &seller.company_number)])?);
        lines.push(self.words.with("tax-number", &[("number", &seller.tax_number)])?);
        Ok(sheet::Party { label: self.say(label)?, name: seller.name.clone(), lines })
    }

    fn buyer(self, buyer: &Party) -> Result<sheet::Party> {
        let mut lines = place(&buyer.address);
        for (key, number) in
            [("company-number", &buyer.company_number), ("tax-number", &buyer.tax_number)]
        {
            if let Some(number) = number {
                lines.push(self.words.with(key, &[("number", number)])?);
            }
        }
        Ok(sheet::Party { label: self.say("buyer")?, name: buyer.name.clone(), lines })
    }

    /// A payment to be made: to where, with what, and its code with the picture.
    fn to_be_paid(
        self,
        label: String,
        payment: &pay::Payment,
        until: Option<Date>,
    ) -> Result<(Call, Option<String>)> {
        let code = payment.code()?;
        let mut facts = vec![self.fact("payment-account", payment.account())?];
        let payee = &payment.payee;
        if payment.account() != payee.account.as_str() {
            facts.push(self.fact("payment-iban", payee.account.grouped())?);
        }
        if let Some(symbol) = &payment.variable_symbol {
            facts.push(self.fact("payment-symbol", symbol.to_string())?);
        }
        let amount = self.money(payment.amount);
        let labels = CodeLabels {
            alt: self.words.with("payment-code-alt", &[("amount", &amount)])?,
            caption: self.say("payment-code")?,
        };
        let until = until.map(|day| self.words.with("amount-until", &[("day", &self.day(day))]));
        let call = Call {
            label,
            amount,
            note: until.transpose()?,
            facts,
            code: code.as_ref().map(|_| labels),
        };
        Ok((call, code.map(|code| code.svg)))
    }
}

/// An address on lines.
fn place(address: &Address) -> Vec<String> {
    let Address { street, number, city, postcode, .. } = address;
    vec![format!("{street} {number}"), format!("{postcode} {city}")]
}

/// Replaces what the fonts have no picture of: the document must be made.
fn printable(value: &mut Value) {
    match value {
        Value::String(text) if !text.chars().all(engine::can_print) => {
            let seen = |c| if engine::can_print(c) { c } else { '\u{b7}' };
            *text = text.chars().map(seen).collect();
        }
        Value::Array(values) => values.iter_mut().for_each(printable),
        Value::Object(members) => members.values_mut().for_each(printable),
        _ => {}
    }
}
