//! A payment slip: what is paid at once, its code, and the forms that banks and
//! cash desks take, in the shape that the account's country is used to.

use anyhow::Result;
use invoices::{pay::Payment, remaining};
use jiff::civil::Date;
use portal_contracts::ledger::Receivable;

use super::{Desk, Prepared, place};
use crate::sheet::{Column, Field, Form, Row, Section, Table};

pub(super) fn sheet(
    desk: Desk<'_>,
    payment: &Payment,
    receivables: &[Receivable],
    on: Date,
) -> Result<Prepared> {
    let number = desk.of.customer.as_str();
    let mut sheet = desk.sheet(desk.say("kind-slip")?, number, on)?;
    let (call, code) = desk.to_be_paid(desk.say("to-pay")?, payment, payment.pay_on)?;
    sheet.call = Some(call);
    sheet.sections.push(Section::Table(what(desk, receivables)?));
    for title in ["slip-transfer", "slip-cash"] {
        sheet.sections.push(Section::Form(form(desk, payment, title)?));
    }
    Ok((sheet, code, None))
}

fn what(desk: Desk<'_>, receivables: &[Receivable]) -> Result<Table> {
    let columns = vec![
        Column::wide(desk.say("column-document")?),
        Column::text(desk.say("column-symbol")?),
        Column::text(desk.say("due-on")?),
        Column::number(desk.say("column-amount")?),
    ];
    let rows = receivables.iter().map(|one| {
        let id = one.invoice.as_ref().map_or(one.id.as_str(), |number| number.as_str());
        Row::of([
            id.to_owned().into(),
            one.variable_symbol.clone().unwrap_or_else(|| "–".to_owned()).into(),
            desk.day(one.due_on).into(),
            desk.money(remaining(one)).into(),
        ])
    });
    Ok(Table { title: desk.say("slip-lines")?, note: None, columns, rows: rows.collect() })
}

/// A form: in Poland the account has 26 boxes and the title tells what is paid,
/// in the Czech Republic symbols do.
fn form(desk: Desk<'_>, payment: &Payment, title: &str) -> Result<Form> {
    let field = |key: &str, value: String, width: u8, boxes: bool| -> Result<Field> {
        Ok(Field { label: desk.say(key)?, value, width, boxes })
    };
    let transfer = title == "slip-transfer";
    let payee = &payment.payee;
    let address = place(&desk.of.utility.seller.address).join(", ");
    let name = field("payee", format!("{}, {address}", payee.name), 1, false)?;
    let amount = field("slip-amount", desk.amount(payment.amount), 2, false)?;
    let currency = crate::format::symbol(payment.amount.currency).to_owned();
    let currency = field("slip-currency", currency, 1, false)?;
    let account = match (payee.account.czech_account(), payee.account.nrb()) {
        (Some(_), _) => {
            let written = payment.account();
            let (number, bank) = written.split_once('/').unwrap_or((&written, ""));
            vec![
                field("slip-account", number.to_owned(), 4, false)?,
                field("slip-bank", bank.to_owned(), 1, false)?,
                amount,
                currency,
            ]
        }
        (None, Some(nrb)) => vec![field("slip-account", nrb.to_owned(), 1, true)?],
        (None, None) => {
            vec![field("slip-account", payee.account.grouped(), 4, false)?, amount, currency]
        }
    };
    let mut rows = vec![vec![name], account];
    if payee.account.czech_account().is_some() {
        let symbol = payment.variable_symbol.as_ref().map(ToString::to_string);
        rows.push(vec![
            field("payment-symbol", symbol.unwrap_or_default(), 2, false)?,
            field("slip-constant", String::new(), 1, false)?,
            field("slip-specific", String::new(), 2, false)?,
        ]);
    } else if payee.account.nrb().is_some() {
        let amount = field("slip-amount", desk.amount(payment.amount), 2, false)?;
        let currency = crate::format::symbol(payment.amount.currency).to_owned();
        let payer = field("slip-payer", String::new(), 5, false)?;
        rows.push(vec![amount, field("slip-currency", currency, 1, false)?, payer]);
    }
    rows.push(vec![field("payment-message", payment.message(), 1, false)?]);
    let payer = if transfer { "slip-payer-account" } else { "slip-payer" };
    let seen = if transfer { "slip-signature" } else { "slip-stamp" };
    rows.push(vec![field(payer, String::new(), 3, false)?, field(seen, String::new(), 2, false)?]);
    Ok(Form { title: desk.say(title)?, rows })
}
