//! A schedule of advances: how much, when, and what of it is paid.

use anyhow::Result;
use invoices::pay::{NoPayment, Payment};
use portal_contracts::ledger::{AdvanceInterval, AdvanceSchedule};

use super::{Desk, Prepared};
use crate::{
    format,
    sheet::{Column, Row, Section, Table},
};

pub(super) fn sheet(desk: Desk<'_>, schedule: &AdvanceSchedule) -> Result<Prepared> {
    let point = schedule.supply_point.as_str();
    let mut sheet = desk.sheet(desk.say("kind-advances")?, point, schedule.valid_from)?;
    sheet.parties.push(desk.seller("seller")?);
    let interval = desk.say(match schedule.interval {
        AdvanceInterval::Month => "interval-month",
        AdvanceInterval::Quarter => "interval-quarter",
        AdvanceInterval::HalfYear => "interval-half-year",
        AdvanceInterval::Year => "interval-year",
    })?;
    sheet.facts = vec![
        desk.fact("valid-from", desk.day(schedule.valid_from))?,
        desk.fact("interval", interval)?,
        desk.fact("customer", desk.of.customer.to_string())?,
    ];
    sheet.facts.push(crate::sheet::Fact::new(desk.words.count("supply-points", 1)?, point));
    // The code is of the next advance that isn't paid.
    let next = schedule.advances.iter().find(|advance| advance.paid.minor < advance.amount.minor);
    let first = next.map_or(schedule.valid_from, |advance| advance.due_on);
    let payment = Payment::of_advance(schedule, first, desk.of.account, desk.of.utility);
    let code = match payment {
        Ok(payment) if payment.amount.minor > 0 => {
            let until = next.map(|advance| advance.due_on);
            let (call, code) = desk.to_be_paid(desk.say("advance-amount")?, &payment, until)?;
            sheet.call = Some(call);
            code
        }
        Err(NoPayment::Broken(error)) => return Err(error),
        _ => None,
    };
    sheet.sections.push(Section::Table(each(desk, schedule)?));
    sheet.notes.push(desk.say("not-tax-document")?);
    Ok((sheet, code, None))
}

fn each(desk: Desk<'_>, schedule: &AdvanceSchedule) -> Result<Table> {
    let columns = vec![
        Column::text(desk.say("column-order")?),
        Column::wide(desk.say("due-on")?),
        Column::text(desk.say("column-document")?),
        Column::number(desk.say("column-amount")?),
        Column::number(desk.say("column-paid")?),
    ];
    let rows = (1..).zip(&schedule.advances).map(|(place, advance): (usize, _)| {
        let document = advance.invoice.as_ref().map_or("–", |number| number.as_str());
        Row::of([
            format!("{place}.").into(),
            format::day(desk.language(), advance.due_on).into(),
            document.to_owned().into(),
            desk.money(advance.amount).into(),
            desk.money(advance.paid).into(),
        ])
    });
    Ok(Table { title: desk.say("advances")?, note: None, columns, rows: rows.collect() })
}
