//! UBL: categories and sums of VAT.

use std::io;

use portal_contracts::invoice::{VatCategory, VatRate};
use rust_decimal::Decimal;

use super::Currency;
use crate::{
    sums::Sums,
    xml::{Xml, money, plain},
};

/// A category of UNCL 5305 with what has to be said of it.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Category {
    code: &'static str,
    /// Why no tax: the code of the VATEX list, and in words.
    reason: Option<(Option<&'static str>, &'static str)>,
}

/// Whether nothing on the document is subject to VAT.
pub(super) fn outside(sums: &Sums<'_>) -> bool {
    sums.rates.iter().all(|sum| sum.rate.category == VatCategory::Outside)
}

/// "Not subject to VAT" can't stand beside other categories (BR-O-11), so that
/// on a mixed document it's an exemption.
fn category(rate: VatRate, sums: &Sums<'_>) -> Category {
    let (code, reason) = match rate.category {
        VatCategory::Standard if rate.percent.is_zero() => ("Z", None),
        VatCategory::Standard => ("S", None),
        VatCategory::ReverseCharge => ("AE", Some((Some("VATEX-EU-AE"), "Reverse charge"))),
        VatCategory::Outside if outside(sums) => {
            ("O", Some((Some("VATEX-EU-O"), "Not subject to VAT")))
        }
        VatCategory::Exempt | VatCategory::Outside => {
            ("E", Some((None, "Exempt from or not subject to VAT")))
        }
    };
    Category { code, reason }
}

pub(super) fn total(xml: &mut Xml, sums: &Sums<'_>, currency: Currency<'_>) -> io::Result<()> {
    let amount = |xml: &mut Xml, name: &str, amount: Decimal| {
        xml.text_with(name, &[currency], &money(amount))
    };
    let mut merged: Vec<(Category, VatRate, Decimal, Decimal)> = Vec::new();
    for sum in &sums.rates {
        let category = category(sum.rate, sums);
        let same = |known: &&mut (Category, VatRate, Decimal, Decimal)| {
            known.0 == category && known.1.percent == sum.rate.percent
        };
        match merged.iter_mut().find(same) {
            Some(known) => (known.2, known.3) = (known.2 + sum.net, known.3 + sum.vat),
            None => merged.push((category, sum.rate, sum.net, sum.vat)),
        }
    }
    xml.within("cac:TaxTotal", |xml| {
        amount(xml, "cbc:TaxAmount", sums.vat)?;
        merged.iter().try_for_each(|(category, rate, net, vat)| {
            xml.within("cac:TaxSubtotal", |xml| {
                amount(xml, "cbc:TaxableAmount", *net)?;
                amount(xml, "cbc:TaxAmount", *vat)?;
                xml.within("cac:TaxCategory", |xml| write(xml, *category, *rate, true))
            })
        })
    })
}

/// The category of a line.
pub(super) fn classified(xml: &mut Xml, rate: VatRate, sums: &Sums<'_>) -> io::Result<()> {
    let category = category(rate, sums);
    xml.within("cac:ClassifiedTaxCategory", |xml| write(xml, category, rate, false))
}

fn write(xml: &mut Xml, category: Category, rate: VatRate, reasons: bool) -> io::Result<()> {
    xml.text("cbc:ID", category.code)?;
    if category.code != "O" {
        xml.text("cbc:Percent", &plain(rate.percent))?;
    }
    if let Some((code, text)) = category.reason.filter(|_| reasons) {
        xml.text_if("cbc:TaxExemptionReasonCode", code)?;
        xml.text("cbc:TaxExemptionReason", text)?;
    }
    xml.within("cac:TaxScheme", |xml| xml.text("cbc:ID", "VAT"))
}
