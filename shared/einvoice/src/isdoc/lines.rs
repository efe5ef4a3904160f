//! ISDOC: the lines.

use std::io;

use portal_contracts::breakdown::{Basis, Metered};

use super::{applies, classified};
use crate::{
    Issued,
    sums::{SumLine, Sums},
    units,
    xml::{Xml, plain},
};

pub(super) fn write(xml: &mut Xml, issued: &Issued<'_>, sums: &Sums<'_>) -> io::Result<()> {
    xml.within("InvoiceLines", |xml| {
        for (place, line) in (1..).zip(&sums.lines) {
            xml.within("InvoiceLine", |xml| one(xml, place, line, issued, sums))?;
        }
        Ok(())
    })
}

fn one(
    xml: &mut Xml,
    place: usize,
    line: &SumLine<'_>,
    issued: &Issued<'_>,
    sums: &Sums<'_>,
) -> io::Result<()> {
    xml.text("ID", &place.to_string())?;
    let unit = [("unitCode", units::czech(line.unit))];
    xml.text_with("InvoicedQuantity", &unit, &plain(line.quantity))?;
    xml.amount("LineExtensionAmount", line.net)?;
    xml.amount("LineExtensionAmountTaxInclusive", line.gross)?;
    xml.amount("LineExtensionTaxAmount", line.vat)?;
    xml.text("UnitPrice", &plain(line.net_price))?;
    xml.text("UnitPriceTaxInclusive", &plain(line.gross_price))?;
    classified(xml, line.rate.percent, sums, applies(line.rate.category, sums))?;
    xml.text_if("Note", Some(&note(line, issued)))?;
    xml.within("Item", |xml| xml.text("Description", line.name))
}

/// The period and the states of meters, which ISDOC has no element for.
fn note(line: &SumLine<'_>, issued: &Issued<'_>) -> String {
    let period = line.period.map(|period| format!("{} – {}", period.from, period.to));
    let bases = issued.invoice.breakdown.as_ref().map_or(&[][..], |b| &b.bases);
    let places = line.line.map_or(&[][..], |line| &line.bases);
    let metered = places.iter().filter_map(|place| match bases.get(usize::from(*place)) {
        Some(Basis::Metered(metered)) => Some(states(metered)),
        _ => None,
    });
    period.into_iter().chain(metered).collect::<Vec<_>>().join("; ")
}

/// What a register showed first and last: `12345 VT: 4500 – 5200 kWh`.
fn states(metered: &Metered) -> String {
    let unit = units::on_the_meter(metered.unit);
    let (from, to) = (plain(metered.from.value), plain(metered.to.value));
    format!("{} {}: {from} – {to} {unit}", metered.serial, metered.register)
}
