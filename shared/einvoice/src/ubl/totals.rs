//! UBL: the payment and the totals.

use std::io;

use portal_domain::Currency as InvoiceCurrency;
use rust_decimal::Decimal;

use super::Currency;
use crate::{
    Issued,
    sums::{Kind, Sums},
    xml::{Xml, money},
};

pub(super) fn payment(xml: &mut Xml, issued: &Issued<'_>, sums: &Sums<'_>) -> io::Result<()> {
    if sums.kind == Kind::CreditNote || sums.payable <= Decimal::ZERO {
        return Ok(());
    }
    if let Some(account) = issued.account() {
        let iban: String = account.iban.split_whitespace().collect();
        // 58: a SEPA transfer, 30: another one.
        let euro = account.currency == InvoiceCurrency::Eur;
        xml.within("cac:PaymentMeans", |xml| {
            xml.text("cbc:PaymentMeansCode", if euro { "58" } else { "30" })?;
            xml.text_if("cbc:PaymentID", issued.invoice.variable_symbol.as_deref())?;
            xml.within("cac:PayeeFinancialAccount", |xml| {
                xml.text("cbc:ID", &iban)?;
                xml.text("cbc:Name", &issued.seller.name)?;
                let Some(bic) = &account.bic else { return Ok(()) };
                xml.within("cac:FinancialInstitutionBranch", |xml| xml.text("cbc:ID", bic))
            })
        })?;
    }
    // Something to pay needs a day or terms (EN 16931, BR-CO-25).
    if issued.invoice.due_on.is_some() {
        return Ok(());
    }
    xml.within("cac:PaymentTerms", |xml| xml.text("cbc:Note", "As agreed"))
}

pub(super) fn all(xml: &mut Xml, sums: &Sums<'_>, currency: Currency<'_>) -> io::Result<()> {
    xml.within("cac:LegalMonetaryTotal", |xml| {
        let mut amount =
            |name: &str, amount: Decimal| xml.text_with(name, &[currency], &money(amount));
        amount("cbc:LineExtensionAmount", sums.net)?;
        amount("cbc:TaxExclusiveAmount", sums.net)?;
        amount("cbc:TaxInclusiveAmount", sums.gross)?;
        amount("cbc:PrepaidAmount", sums.advances)?;
        amount("cbc:PayableRoundingAmount", sums.rounding)?;
        amount("cbc:PayableAmount", sums.payable)
    })
}
