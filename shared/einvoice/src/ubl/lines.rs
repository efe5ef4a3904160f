//! UBL: the lines, each with its period, its supply point and the states of
//! meters behind its quantity.

use std::io;

use portal_contracts::{
    breakdown::{Basis, Metered},
    invoice::Period,
};

use super::{Currency, tax};
use crate::{
    Issued,
    sums::{Kind, SumLine, Sums},
    units,
    xml::{Xml, money, plain},
};

/// UNCL 1001: the reference is to the object that is invoiced.
const INVOICED_OBJECT: &str = "130";

pub(super) fn write(
    xml: &mut Xml,
    issued: &Issued<'_>,
    sums: &Sums<'_>,
    currency: Currency<'_>,
) -> io::Result<()> {
    let credit = sums.kind == Kind::CreditNote;
    let name = if credit { "cac:CreditNoteLine" } else { "cac:InvoiceLine" };
    for (place, line) in (1..).zip(&sums.lines) {
        xml.within(name, |xml| one(xml, place, line, issued, sums, currency))?;
    }
    Ok(())
}

fn one(
    xml: &mut Xml,
    place: usize,
    line: &SumLine<'_>,
    issued: &Issued<'_>,
    sums: &Sums<'_>,
    currency: Currency<'_>,
) -> io::Result<()> {
    let credit = sums.kind == Kind::CreditNote;
    let quantity = if credit { "cbc:CreditedQuantity" } else { "cbc:InvoicedQuantity" };
    xml.text("cbc:ID", &place.to_string())?;
    xml.text_with(quantity, &[("unitCode", units::code(line.unit))], &plain(line.quantity))?;
    xml.text_with("cbc:LineExtensionAmount", &[currency], &money(line.net))?;
    if let Some(dates) = line.period {
        period(xml, dates)?;
    }
    if let Some(point) = line.line.and_then(|line| line.supply_point.as_ref()) {
        xml.within("cac:DocumentReference", |xml| {
            xml.text("cbc:ID", point.as_str())?;
            xml.text("cbc:DocumentTypeCode", INVOICED_OBJECT)
        })?;
    }
    xml.within("cac:Item", |xml| {
        xml.text("cbc:Name", line.name)?;
        tax::classified(xml, line.rate, sums)?;
        metered(line, issued).try_for_each(|basis| states(xml, basis))
    })?;
    xml.within("cac:Price", |xml| {
        xml.text_with("cbc:PriceAmount", &[currency], &plain(line.net_price))
    })
}

pub(super) fn period(xml: &mut Xml, period: Period) -> io::Result<()> {
    xml.within("cac:InvoicePeriod", |xml| {
        xml.text("cbc:StartDate", &period.from.to_string())?;
        xml.text("cbc:EndDate", &period.to.to_string())
    })
}

fn metered<'a>(line: &'a SumLine<'_>, issued: &'a Issued<'_>) -> impl Iterator<Item = &'a Metered> {
    let bases = issued.invoice.breakdown.as_ref().map_or(&[][..], |b| &b.bases);
    let places = line.line.map_or(&[][..], |line| &line.bases);
    places.iter().filter_map(|place| match bases.get(usize::from(*place)) {
        Some(Basis::Metered(metered)) => Some(metered),
        _ => None,
    })
}

/// What a register showed, as a property of what is invoiced.
fn states(xml: &mut Xml, metered: &Metered) -> io::Result<()> {
    let (from, to) = (plain(metered.from.value), plain(metered.to.value));
    let unit = units::on_the_meter(metered.unit);
    xml.within("cac:AdditionalItemProperty", |xml| {
        xml.text("cbc:Name", &format!("{} {}", metered.serial, metered.register))?;
        xml.text("cbc:Value", &format!("{from} – {to} {unit}"))
    })
}
