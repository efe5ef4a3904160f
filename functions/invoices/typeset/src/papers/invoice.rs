//! Numbered documents: invoices, settlements, requests for advances, tax
//! documents on advances, credit notes.

use anyhow::Result;
use invoices::pay::{NoPayment, Payment};
use jiff::civil::Date;
use portal_contracts::{
    invoice::{Invoice, InvoiceKind},
    ledger::{Dunning, Receivable, ReceivableKind},
};
use portal_domain::Money;
use portal_einvoice::{Account, Issued, Seller, isdoc};
use portal_lambda::Utility;

use super::{Desk, Prepared, breakdown};
use crate::{
    format,
    sheet::{Call, Fact},
};

pub(super) fn sheet(desk: Desk<'_>, invoice: &Invoice) -> Result<Prepared> {
    let kind = desk.say(&format!("kind-{}", invoice.kind.as_str().replace('_', "-")))?;
    let mut sheet = desk.sheet(kind, invoice.number.as_str(), invoice.issued_on)?;
    sheet.parties.push(desk.seller("seller")?);
    if let Some(buyer) = &invoice.buyer {
        sheet.parties.push(desk.buyer(buyer)?);
    }
    sheet.facts = facts(desk, invoice)?;
    let (call, code) = call(desk, invoice)?;
    sheet.call = Some(call);
    if let Some(broken_down) = &invoice.breakdown {
        sheet.sections = breakdown::sections(desk, invoice, broken_down)?;
    }
    if invoice.cancelled {
        sheet.notes.push(desk.say("cancelled")?);
    }
    if invoice.kind == InvoiceKind::AdvanceRequest {
        sheet.notes.push(desk.say("not-tax-document")?);
    }
    sheet.notes.extend(invoice.note.clone());
    let isdoc = electronic(desk, invoice);
    if isdoc.is_some() {
        let attached = desk.say("einvoice-attached")?;
        sheet.notes.push(attached.clone());
        sheet.attachment = Some(attached);
    }
    Ok((sheet, code, isdoc))
}

fn facts(desk: Desk<'_>, invoice: &Invoice) -> Result<Vec<Fact>> {
    let day = |day: Option<Date>| day.map(|day| desk.day(day));
    let period = invoice.period.map(|period| format::period(desk.language(), period));
    let said = [
        ("issued-on", day(Some(invoice.issued_on))),
        ("taxable-on", day(invoice.taxable_on)),
        ("due-on", day(invoice.due_on)),
        ("period", period),
        ("customer", Some(desk.of.customer.to_string())),
        ("payment-symbol", invoice.variable_symbol.clone()),
        ("corrects", invoice.corrects.as_ref().map(ToString::to_string)),
        ("ksef", invoice.ksef_number.clone()),
    ];
    let mut facts = Vec::new();
    for (key, value) in said {
        if let Some(value) = value {
            facts.push(desk.fact(key, value)?);
        }
    }
    let points: Vec<&str> = invoice.supply_points.iter().map(|point| point.as_str()).collect();
    if !points.is_empty() {
        let label = desk.words.count("supply-points", points.len())?;
        facts.push(Fact::new(label, points.join(", ")));
    }
    Ok(facts)
}

/// What the customer has to do, as it was when the document was issued.
fn call(desk: Desk<'_>, invoice: &Invoice) -> Result<(Call, Option<String>)> {
    let bare = |label: &str, money: Money| -> Result<_> {
        let (label, amount) = (desk.say(label)?, desk.money(money));
        Ok((Call { label, amount, note: None, facts: vec![], code: None }, None))
    };
    let total = invoice.total;
    let returned = Money { minor: total.minor.saturating_neg(), ..total };
    if total.minor < 0 {
        let credit = invoice.kind == InvoiceKind::CreditNote;
        return bare(if credit { "given-back" } else { "to-get-back" }, returned);
    }
    if total.minor == 0 || invoice.cancelled || invoice.kind == InvoiceKind::AdvanceTaxDocument {
        return bare("nothing-to-pay", total);
    }
    match payment(desk, invoice) {
        Ok(payment) => desk.to_be_paid(desk.say("to-pay")?, &payment, invoice.due_on),
        Err(NoPayment::Broken(error)) => Err(error),
        // No account takes it: the sum alone.
        Err(_) => bare("to-pay", total),
    }
}

/// The payment of the whole document.
fn payment(desk: Desk<'_>, invoice: &Invoice) -> Result<Payment, NoPayment> {
    let due_on = invoice.due_on.unwrap_or(invoice.issued_on);
    let broken = |error| NoPayment::Broken(anyhow::Error::new(error));
    let receivable = Receivable {
        id: invoice.number.as_str().parse().map_err(broken)?,
        kind: ReceivableKind::Invoice,
        invoice: Some(invoice.number.clone()),
        supply_points: invoice.supply_points.clone(),
        period: invoice.period,
        issued_on: invoice.issued_on,
        due_on,
        amount: invoice.total,
        settled: Money { minor: 0, ..invoice.total },
        variable_symbol: invoice.variable_symbol.clone(),
        dunning: Dunning::None,
        cancelled: false,
    };
    let of = desk.of;
    Payment::of(&[receivable], of.customer, of.account, of.utility, invoice.due_on)
}

/// The electronic invoice; none of a document whose sums don't hold, or that
/// doesn't say whom it was issued to: its paper says what it says.
fn electronic(desk: Desk<'_>, invoice: &Invoice) -> Option<String> {
    let seller = seller(desk.of.utility);
    let pay_to = desk.of.account.and_then(|account| account.pay_to.as_deref());
    let (customer, buyer) = (desk.of.customer.as_str(), invoice.buyer.as_ref()?);
    isdoc::write(&Issued { invoice, seller: &seller, buyer, customer, pay_to }).ok()
}

/// The utility as electronic invoices name it.
fn seller(utility: &Utility) -> Seller {
    let seller = &utility.seller;
    let accounts = seller.accounts.iter().map(|account| Account {
        currency: account.currency,
        iban: account.iban.clone(),
        bic: account.bic.clone(),
    });
    Seller {
        name: seller.name.clone(),
        address: seller.address.clone(),
        company_number: seller.company_number.clone(),
        tax_number: seller.tax_number.clone(),
        registered: seller.registered.clone(),
        email: utility.contact.email.clone(),
        phone: utility.contact.phone.clone(),
        accounts: accounts.collect(),
    }
}
