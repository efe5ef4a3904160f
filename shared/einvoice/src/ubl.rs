//! UBL 2.1 as EN 16931 wants it, and Peppol BIS Billing 3 where it can be sent:
//! to a buyer who has an electronic address there, that of a company or tax
//! number. A person has none; their invoice follows the core of EN 16931.
//!
//! ```text
//! LineExtension = Σ lines
//! TaxInclusive  = TaxExclusive + VAT
//! Payable       = TaxInclusive − Prepaid + Rounding
//! ```
//!
//! UBL knows no tax of single advances; their tax documents are named as
//! preceding ones.

mod lines;
mod party;
mod tax;
mod totals;

use std::io;

use crate::{
    Issued, Unfit,
    parties::currency_code,
    sums::{Kind, Sums},
    xml::Xml,
};

/// The file's media type.
pub const MEDIA_TYPE: &str = "application/xml";

const CORE: &str = "urn:cen.eu:en16931:2017";
const PEPPOL: &str = "urn:cen.eu:en16931:2017#compliant#urn:fdc:peppol.eu:2017:poacc:billing:3.0";
const PROFILE: &str = "urn:fdc:peppol.eu:2017:poacc:billing:01:1.0";

/// What stands in the invoice's currency.
type Currency<'a> = (&'static str, &'a str);

/// The invoice as UBL: an `Invoice`, or a `CreditNote` of what gives back.
pub fn write(issued: &Issued<'_>) -> Result<String, Unfit> {
    let sums = Sums::of(issued.invoice, issued.seller.address.country)?;
    let (root, namespace) = match sums.kind {
        Kind::CreditNote => {
            ("CreditNote", "urn:oasis:names:specification:ubl:schema:xsd:CreditNote-2")
        }
        _ => ("Invoice", "urn:oasis:names:specification:ubl:schema:xsd:Invoice-2"),
    };
    if matches!(sums.kind, Kind::CreditNote | Kind::DebitNote) && issued.invoice.corrects.is_none()
    {
        return Err(Unfit::CorrectsNothing);
    }
    let attributes = [
        ("xmlns", namespace),
        ("xmlns:cac", "urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2"),
        ("xmlns:cbc", "urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2"),
    ];
    let taxed = !tax::outside(&sums);
    let currency = ("currencyID", currency_code(issued.invoice.total.currency));
    Ok(Xml::document(root, &attributes, |xml| {
        head(xml, issued, &sums)?;
        references(xml, issued, &sums)?;
        xml.within("cac:AccountingSupplierParty", |xml| party::seller(xml, issued.seller, taxed))?;
        xml.within("cac:AccountingCustomerParty", |xml| party::buyer(xml, issued.buyer, taxed))?;
        totals::payment(xml, issued, &sums)?;
        tax::total(xml, &sums, currency)?;
        totals::all(xml, &sums, currency)?;
        lines::write(xml, issued, &sums, currency)
    })?)
}

fn head(xml: &mut Xml, issued: &Issued<'_>, sums: &Sums<'_>) -> io::Result<()> {
    let invoice = issued.invoice;
    let credit = sums.kind == Kind::CreditNote;
    let reachable = party::endpoint(issued.buyer).is_some();
    xml.text("cbc:CustomizationID", if reachable { PEPPOL } else { CORE })?;
    xml.text_if("cbc:ProfileID", reachable.then_some(PROFILE))?;
    xml.text("cbc:ID", invoice.number.as_str())?;
    xml.text("cbc:IssueDate", &invoice.issued_on.to_string())?;
    let taxable_on = invoice.taxable_on.map(|day| day.to_string());
    if credit {
        xml.text_if("cbc:TaxPointDate", taxable_on.as_deref())?;
        xml.text("cbc:CreditNoteTypeCode", type_code(sums.kind))?;
        xml.text_if("cbc:Note", invoice.note.as_deref())?;
    } else {
        let due_on = invoice.due_on.map(|day| day.to_string());
        xml.text_if("cbc:DueDate", due_on.as_deref())?;
        xml.text("cbc:InvoiceTypeCode", type_code(sums.kind))?;
        xml.text_if("cbc:Note", invoice.note.as_deref())?;
        xml.text_if("cbc:TaxPointDate", taxable_on.as_deref())?;
    }
    xml.text("cbc:DocumentCurrencyCode", currency_code(invoice.total.currency))?;
    xml.text("cbc:BuyerReference", issued.customer)?;
    let Some(period) = invoice.period else { return Ok(()) };
    lines::period(xml, period)
}

/// UNCL 1001: 82 of metered services, which counts as 380; 386 of an advance.
fn type_code(kind: Kind) -> &'static str {
    match kind {
        Kind::Invoice => "380",
        Kind::Settlement => "82",
        Kind::AdvanceRequest | Kind::AdvanceTaxDocument => "386",
        Kind::CreditNote => "381",
        Kind::DebitNote => "383",
    }
}

/// What the document corrects, and the tax documents of deducted advances.
fn references(xml: &mut Xml, issued: &Issued<'_>, sums: &Sums<'_>) -> io::Result<()> {
    let corrects = issued.invoice.corrects.iter().map(|number| number.as_str());
    let mut documents: Vec<_> =
        corrects.chain(sums.taxed.iter().map(|advance| advance.document)).collect();
    documents.dedup();
    documents.into_iter().try_for_each(|document| {
        xml.within("cac:BillingReference", |xml| {
            xml.within("cac:InvoiceDocumentReference", |xml| xml.text("cbc:ID", document))
        })
    })
}
