//! ISDOC 6.0.2: the whole document.
//!
//! ```text
//! DifferenceTaxInclusive = TaxInclusive − AlreadyClaimedTaxInclusive
//! Payable = DifferenceTaxInclusive + PayableRounding − PaidDeposits
//! ```
//!
//! An advance with a tax document is taken off at its rate, one without is a
//! deposit.

mod lines;
mod party;
mod totals;

use std::io;

use portal_contracts::invoice::{VatCategory, VatMethod};
use rust_decimal::Decimal;
use sha2::{Digest, Sha256};

use crate::{
    Issued, Unfit,
    parties::currency_code,
    sums::{Kind, Sums},
    xml::{Xml, plain},
};

/// The file's media type, as it is embedded and sent.
pub const MEDIA_TYPE: &str = "text/xml";

/// The name that the standard asks of the file in a PDF.
pub const EMBEDDED_NAME: &str = "invoice.isdoc";

const NAMESPACE: &str = "http://isdoc.cz/namespace/2013";

/// The invoice as ISDOC.
pub fn write(issued: &Issued<'_>) -> Result<String, Unfit> {
    let sums = Sums::of(issued.invoice, issued.seller.address.country)?;
    let corrects = matches!(sums.kind, Kind::CreditNote | Kind::DebitNote);
    if corrects && issued.invoice.corrects.is_none() {
        return Err(Unfit::CorrectsNothing);
    }
    let attributes = [("xmlns", NAMESPACE), ("version", "6.0.2")];
    Ok(Xml::document("Invoice", &attributes, |xml| {
        head(xml, issued, &sums)?;
        xml.within("AccountingSupplierParty", |xml| party::seller(xml, issued.seller))?;
        xml.within("AccountingCustomerParty", |xml| {
            party::buyer(xml, issued.buyer, issued.customer)
        })?;
        corrected(xml, issued)?;
        lines::write(xml, issued, &sums)?;
        totals::deposits(xml, &sums)?;
        totals::taxes(xml, &sums)?;
        totals::all(xml, &sums)?;
        totals::payment(xml, issued, &sums)
    })?)
}

fn head(xml: &mut Xml, issued: &Issued<'_>, sums: &Sums<'_>) -> io::Result<()> {
    let invoice = issued.invoice;
    xml.text("DocumentType", document_type(sums.kind))?;
    xml.text("ID", invoice.number.as_str())?;
    xml.text("UUID", &uuid(&issued.seller.company_number, invoice.number.as_str()))?;
    xml.text("IssuingSystem", "Meterside")?;
    xml.text("IssueDate", &invoice.issued_on.to_string())?;
    // A credit note is taxed the day the customer gets it, which it can't say.
    let dated = is_tax_document(sums.kind) && sums.kind != Kind::CreditNote;
    let taxable_on = invoice.taxable_on.filter(|_| dated).map(|day| day.to_string());
    xml.text_if("TaxPointDate", taxable_on.as_deref())?;
    xml.text("VATApplicable", truth(is_tax_document(sums.kind)))?;
    // Required; the utility's terms are its own.
    xml.text("ElectronicPossibilityAgreementReference", "")?;
    xml.text_if("Note", invoice.note.as_deref())?;
    xml.text("LocalCurrencyCode", currency_code(invoice.total.currency))?;
    xml.text("CurrRate", "1")?;
    xml.text("RefCurrRate", "1")
}

fn corrected(xml: &mut Xml, issued: &Issued<'_>) -> io::Result<()> {
    let Some(original) = &issued.invoice.corrects else { return Ok(()) };
    xml.within("OriginalDocumentReferences", |xml| {
        xml.within("OriginalDocumentReference", |xml| xml.text("ID", original.as_str()))
    })
}

fn document_type(kind: Kind) -> &'static str {
    match kind {
        Kind::Invoice | Kind::Settlement => "1",
        Kind::CreditNote => "2",
        Kind::DebitNote => "3",
        Kind::AdvanceRequest => "4",
        Kind::AdvanceTaxDocument => "5",
    }
}

fn is_tax_document(kind: Kind) -> bool {
    kind != Kind::AdvanceRequest
}

fn truth(truth: bool) -> &'static str {
    if truth { "true" } else { "false" }
}

/// Rate and method, of a line or a taxed advance.
fn classified(xml: &mut Xml, percent: Decimal, sums: &Sums<'_>, taxed: bool) -> io::Result<()> {
    xml.within("ClassifiedTaxCategory", |xml| {
        xml.text("Percent", &plain(percent))?;
        let from_gross = sums.method == VatMethod::FromGross;
        xml.text("VATCalculationMethod", if from_gross { "1" } else { "0" })?;
        xml.text("VATApplicable", truth(taxed))
    })
}

/// Whether VAT has anything to do with it.
fn applies(category: VatCategory, sums: &Sums<'_>) -> bool {
    is_tax_document(sums.kind) && category != VatCategory::Outside
}

/// An identifier of the document that is the same each time: of the seller and
/// the number, with the version for such of one's own making (RFC 9562, 8).
fn uuid(seller: &str, number: &str) -> String {
    let digest = Sha256::digest(format!("isdoc\n{seller}\n{number}"));
    let mut bytes = [0; 16];
    bytes.copy_from_slice(&digest[..16]);
    uuid::Builder::from_custom_bytes(bytes).into_uuid().to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_document_has_its_own_identifier_each_time() {
        let one = uuid("25123891", "2025-004711");
        assert_eq!(one, uuid("25123891", "2025-004711"));
        assert_ne!(one, uuid("25123891", "2025-004712"));
        assert_eq!((one.len(), one.as_bytes()[14]), (36, b'8'));
    }
}
