//! From the readings to the sum: the tables of a breakdown.

mod bases;

use anyhow::Result;
use portal_contracts::{
    breakdown::{Breakdown, DeductedAdvance, Line},
    invoice::{Invoice, InvoiceKind, VatCategory, VatMethod, VatRate},
};
use portal_domain::{Money, SupplyPointId};

use super::Desk;
use crate::{
    format::{self, NO_BREAK_SPACE},
    sheet::{Cell, Column, Fact, Row, Section, Table},
};

pub(super) fn sections(
    desk: Desk<'_>,
    invoice: &Invoice,
    breakdown: &Breakdown,
) -> Result<Vec<Section>> {
    let several = invoice.supply_points.len() > 1;
    let mut sections = bases::sections(desk, breakdown, several)?;
    if !breakdown.lines.is_empty() {
        sections.push(Section::Table(lines(desk, breakdown, several)?));
    }
    if !breakdown.vat.is_empty() {
        sections.push(Section::Table(vat(desk, breakdown)?));
    }
    if !breakdown.advances.is_empty() {
        sections.push(Section::Table(advances(desk, &breakdown.advances)?));
    }
    sections.push(totals(desk, invoice, breakdown)?);
    Ok(sections)
}

fn lines(desk: Desk<'_>, breakdown: &Breakdown, several: bool) -> Result<Table> {
    let amount = match breakdown.vat_method {
        VatMethod::FromNet => "column-net",
        VatMethod::FromGross => "column-gross",
    };
    let columns = vec![
        Column::wide(desk.say("column-item")?),
        Column::number(desk.say("column-quantity")?),
        Column::number(desk.say("column-price")?),
        Column::number(desk.say("column-rate")?),
        Column::number(desk.say(amount)?),
    ];
    let mut rows = Vec::new();
    let mut point: Option<&SupplyPointId> = None;
    for line in &breakdown.lines {
        if several && line.supply_point.as_ref() != point {
            point = line.supply_point.as_ref();
            let named =
                point.map(|point| desk.words.with("supply-point", &[("point", point.as_str())]));
            rows.extend(named.transpose()?.map(Row::heading));
        }
        rows.push(row(desk, line)?);
    }
    Ok(Table { title: desk.say("lines")?, note: None, columns, rows })
}

fn row(desk: Desk<'_>, line: &Line) -> Result<Row> {
    let language = desk.language();
    let unit = desk.say(format::unit(line.unit))?;
    let capacity = line.capacity.as_deref();
    let capacity = capacity.map(|capacity| desk.words.with("capacity", &[("capacity", capacity)]));
    let period = format::period(language, line.period);
    let below = [Some(period), capacity.transpose()?].into_iter().flatten().collect::<Vec<_>>();
    let quantity = format!("{}{NO_BREAK_SPACE}{unit}", format::number(language, line.quantity));
    Ok(Row::of([
        Cell::from(line.name.clone()).below(below.join(", ")),
        quantity.into(),
        format::price(language, line.unit_price).into(),
        rate(desk, line.vat)?.into(),
        desk.amount(line.amount).into(),
    ]))
}

fn rate(desk: Desk<'_>, rate: VatRate) -> Result<String> {
    Ok(match rate.category {
        VatCategory::Standard => {
            format!("{}{NO_BREAK_SPACE}%", format::number(desk.language(), rate.percent))
        }
        VatCategory::Exempt => desk.say("rate-exempt")?,
        VatCategory::ReverseCharge => desk.say("rate-reverse-charge")?,
        VatCategory::Outside => desk.say("rate-outside")?,
    })
}

fn vat(desk: Desk<'_>, breakdown: &Breakdown) -> Result<Table> {
    let columns = vec![
        Column::wide(desk.say("column-rate")?),
        Column::number(desk.say("column-base")?),
        Column::number(desk.say("column-tax")?),
        Column::number(desk.say("column-total")?),
    ];
    let mut rows = Vec::new();
    for total in &breakdown.vat {
        let amounts = [total.net, total.vat, total.gross].map(|money| desk.amount(money).into());
        rows.push(Row::of([Cell::from(rate(desk, total.rate)?)].into_iter().chain(amounts)));
    }
    let totals = &breakdown.totals;
    if rows.len() > 1 {
        let sums = [totals.net, totals.vat, totals.gross].map(|money| desk.amount(money).into());
        let first = Cell::from(desk.say("column-total")?);
        rows.push(Row::of([first].into_iter().chain(sums)).strong());
    }
    let reversed = |rate: VatRate| rate.category == VatCategory::ReverseCharge;
    let reversed = breakdown.vat.iter().any(|total| reversed(total.rate));
    let note = reversed.then(|| desk.say("reverse-charge")).transpose()?;
    Ok(Table { title: desk.say("vat")?, note, columns, rows })
}

fn advances(desk: Desk<'_>, advances: &[DeductedAdvance]) -> Result<Table> {
    let columns = vec![
        Column::text(desk.say("column-paid-on")?),
        Column::text(desk.say("column-symbol")?),
        Column::wide(desk.say("column-tax-document")?),
        Column::number(desk.say("column-amount")?),
    ];
    let text = |text: Option<&str>| Cell::from(text.unwrap_or("–").to_owned());
    let rows = advances.iter().map(|advance| {
        Row::of([
            desk.day(advance.paid_on).into(),
            text(advance.variable_symbol.as_deref()),
            text(advance.tax_document.as_ref().map(|number| number.as_str())),
            desk.amount(advance.amount).into(),
        ])
    });
    Ok(Table { title: desk.say("deducted")?, note: None, columns, rows: rows.collect() })
}

fn totals(desk: Desk<'_>, invoice: &Invoice, breakdown: &Breakdown) -> Result<Section> {
    let totals = &breakdown.totals;
    let back = totals.payable.minor < 0;
    let taken_off = Money { minor: totals.advances.minor.saturating_neg(), ..totals.advances };
    let mut rows = vec![
        desk.fact("total-net", desk.money(totals.net))?,
        desk.fact("total-vat", desk.money(totals.vat))?,
        desk.fact("total-gross", desk.money(totals.gross))?,
    ];
    for (key, money) in [("total-advances", taken_off), ("total-rounding", totals.rounding)] {
        if money.minor != 0 {
            rows.push(desk.fact(key, desk.money(money))?);
        }
    }
    let payable = Money {
        minor: if back { totals.payable.minor.saturating_neg() } else { totals.payable.minor },
        ..totals.payable
    };
    let label = desk.say(match (back, invoice.kind) {
        (false, _) => "to-pay",
        (true, InvoiceKind::CreditNote) => "given-back",
        (true, _) => "to-get-back",
    })?;
    let result = Fact::new(label, desk.money(payable));
    Ok(Section::Sums { title: desk.say("total")?, rows, result })
}
