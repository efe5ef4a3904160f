//! What is written, read back.

use std::collections::BTreeSet;

use portal_contracts::invoice::{Invoice, InvoiceKind};
use portal_domain::Money;
use proptest::prelude::*;
use quick_xml::{Reader, events::Event};
use rust_decimal::Decimal;

use crate::{
    Unfit, isdoc,
    samples::{company, example, examples, invoices, issued, person, seller},
    ubl,
};

/// A document as a list of its texts, each with the names around it.
struct Read(Vec<(String, String)>);

impl Read {
    fn of(xml: &str) -> Self {
        let mut reader = Reader::from_str(xml);
        let (mut path, mut texts): (Vec<String>, _) = (vec![], vec![]);
        loop {
            match reader.read_event().unwrap() {
                Event::Start(start) => {
                    let name = start.local_name();
                    path.push(name.as_ref().to_owned());
                    texts.push((path.join("/"), String::new()));
                }
                Event::End(_) => _ = path.pop(),
                Event::Text(text) => {
                    let at = path.join("/");
                    // What only sets elements apart is no text.
                    if !text.trim().is_empty() {
                        Self::add(&mut texts, &at, &text);
                    }
                }
                Event::GeneralRef(entity) => {
                    let text = match &*entity {
                        "amp" => "&",
                        "lt" => "<",
                        "gt" => ">",
                        "quot" => "\"",
                        other => panic!("the entity {other}"),
                    };
                    Self::add(&mut texts, &path.join("/"), text);
                }
                Event::Eof => return Self(texts),
                _ => {}
            }
        }
    }

    fn add(texts: &mut [(String, String)], at: &str, text: &str) {
        if let Some((_, known)) = texts.iter_mut().rev().find(|(path, _)| path == at) {
            known.push_str(text);
        }
    }

    /// The texts of all elements that the path ends with.
    fn all(&self, path: &str) -> Vec<&str> {
        let end = format!("/{path}");
        let fits = |at: &String| at == path || at.ends_with(&end);
        self.0.iter().filter(|(at, _)| fits(at)).map(|(_, text)| text.as_str()).collect()
    }

    fn one(&self, path: &str) -> &str {
        let all = self.all(path);
        assert_eq!(all.len(), 1, "{path} stands {} times", all.len());
        all[0]
    }

    fn number(&self, path: &str) -> Decimal {
        self.one(path).parse().unwrap()
    }

    fn sum(&self, path: &str) -> Decimal {
        self.all(path).iter().map(|text| text.parse::<Decimal>().unwrap()).sum()
    }

    /// The root's children, each once, in their order.
    fn children(&self) -> Vec<&str> {
        let names = self.0.iter().filter_map(|(path, _)| path.split_once('/'));
        let mut names: Vec<_> =
            names.map(|(_, name)| name).filter(|name| !name.contains('/')).collect();
        names.dedup();
        names
    }
}

fn both(invoice: &Invoice) -> Result<(Read, Read), Unfit> {
    let (seller, buyer) = (seller(), company());
    let issued = issued(invoice, &seller, &buyer);
    Ok((Read::of(&isdoc::write(&issued)?), Read::of(&ubl::write(&issued)?)))
}

#[track_caller]
fn comes_to(read: &Read, path: &str, money: Money) {
    // What a credit note gives back stands positive in it.
    let credit = read.all("DocumentType") == ["2"] || !read.all("CreditNoteTypeCode").is_empty();
    let said = if credit { -money.to_decimal() } else { money.to_decimal() };
    assert_eq!(read.number(path), said, "{path}");
}

#[test]
fn the_totals_are_those_of_the_message() {
    for (name, invoice) in examples() {
        let (isdoc, ubl) = both(&invoice).unwrap_or_else(|unfit| panic!("{name}: {unfit}"));
        comes_to(&isdoc, "LegalMonetaryTotal/PayableAmount", invoice.total);
        comes_to(&ubl, "LegalMonetaryTotal/PayableAmount", invoice.total);
        let Some(breakdown) = invoice.breakdown else { continue };
        comes_to(&isdoc, "LegalMonetaryTotal/TaxExclusiveAmount", breakdown.totals.net);
        comes_to(&isdoc, "LegalMonetaryTotal/TaxInclusiveAmount", breakdown.totals.gross);
        comes_to(&ubl, "LegalMonetaryTotal/TaxExclusiveAmount", breakdown.totals.net);
        comes_to(&ubl, "LegalMonetaryTotal/PrepaidAmount", breakdown.totals.advances);
        assert_eq!(
            ubl.all("Invoice/InvoiceLine/ID").len() + ubl.all("CreditNoteLine/ID").len(),
            breakdown.lines.len()
        );
    }
}

#[test]
fn elements_stand_in_the_order_of_the_schemas() {
    let (isdoc, ubl) = both(&example("electricity")).unwrap();
    let head = ["DocumentType", "ID", "UUID", "IssuingSystem", "IssueDate", "TaxPointDate"];
    let middle = [
        "VATApplicable",
        "ElectronicPossibilityAgreementReference",
        "LocalCurrencyCode",
        "CurrRate",
        "RefCurrRate",
        "AccountingSupplierParty",
        "AccountingCustomerParty",
        "InvoiceLines",
    ];
    let deposits = isdoc.children().into_iter().filter(|name| name.ends_with("Deposits"));
    let end = ["TaxTotal", "LegalMonetaryTotal", "PaymentMeans"];
    let order: Vec<_> = head.into_iter().chain(middle).chain(deposits).chain(end).collect();
    assert_eq!(isdoc.children(), order);
    let head = ["CustomizationID", "ProfileID", "ID", "IssueDate", "DueDate", "InvoiceTypeCode"];
    let middle = ["TaxPointDate", "DocumentCurrencyCode", "BuyerReference", "InvoicePeriod"];
    let references = ubl.children().into_iter().filter(|name| *name == "BillingReference");
    let end = [
        "AccountingSupplierParty",
        "AccountingCustomerParty",
        "PaymentMeans",
        "TaxTotal",
        "LegalMonetaryTotal",
        "InvoiceLine",
    ];
    let order: Vec<_> = head.into_iter().chain(middle).chain(references).chain(end).collect();
    assert_eq!(ubl.children(), order);
}

#[test]
fn a_document_has_the_type_of_its_kind() {
    let types = |name: &str| {
        let (isdoc, ubl) = both(&example(name)).unwrap();
        let code = [ubl.all("InvoiceTypeCode"), ubl.all("CreditNoteTypeCode")].concat();
        (isdoc.one("Invoice/DocumentType").to_owned(), code[0].to_owned())
    };
    for (name, isdoc, ubl) in [
        ("advance-request", "4", "386"),
        ("advance-tax-document", "5", "386"),
        ("credit-note", "2", "381"),
        ("electricity", "1", "82"),
    ] {
        assert_eq!(types(name), (isdoc.to_owned(), ubl.to_owned()), "{name}");
    }
    let fee = Invoice { kind: InvoiceKind::Invoice, ..example("water") };
    assert_eq!(both(&fee).unwrap().1.one("InvoiceTypeCode"), "380");
}

#[test]
fn a_credit_note_is_positive_and_names_what_it_corrects() {
    let note = example("credit-note");
    assert!(note.total.minor < 0);
    let (isdoc, ubl) = both(&note).unwrap();
    assert_eq!(isdoc.one("InvoiceLine/InvoicedQuantity"), "120");
    assert_eq!(ubl.one("CreditNoteLine/CreditedQuantity"), "120");
    assert_eq!(ubl.one("LegalMonetaryTotal/PayableAmount"), "91.68");
    let corrected = note.corrects.as_ref().unwrap().as_str();
    assert_eq!(isdoc.one("OriginalDocumentReference/ID"), corrected);
    assert_eq!(ubl.one("InvoiceDocumentReference/ID"), corrected);
    assert!(isdoc.all("TaxPointDate").is_empty() && isdoc.all("PaymentMeans").is_empty());
    let bare = Invoice { corrects: None, ..note };
    assert!(matches!(both(&bare), Err(Unfit::CorrectsNothing)));
}

#[test]
fn a_request_for_an_advance_is_no_tax_document() {
    let (isdoc, ubl) = both(&example("advance-request")).unwrap();
    let applicable: BTreeSet<_> = isdoc.all("VATApplicable").into_iter().collect();
    assert_eq!(applicable, BTreeSet::from(["false"]));
    assert!(isdoc.all("TaxPointDate").is_empty());
    // What isn't subject to VAT names no tax number.
    assert_eq!(ubl.one("TaxCategory/ID"), "O");
    assert!(ubl.all("PartyTaxScheme/CompanyID").is_empty());
}

#[test]
fn what_people_typed_stays_a_text() {
    let mut invoice = example("water");
    let name = "A & B <script>alert(\"1\")</script>\u{1}";
    invoice.breakdown.as_mut().unwrap().lines[0].name = name.into();
    let (isdoc, ubl) = both(&invoice).unwrap();
    let kept = name.trim_end_matches('\u{1}');
    assert_eq!(isdoc.all("Item/Description")[0], kept);
    assert_eq!(ubl.all("Item/Name")[0], kept);
    assert_eq!(ubl.one("AccountingSupplierParty/Party/PartyName/Name"), seller().name);
}

#[test]
fn only_who_has_a_number_is_reached_by_peppol() {
    let invoice = example("water");
    let (seller, person, company) = (seller(), person(), company());
    let to = |buyer| Read::of(&ubl::write(&issued(&invoice, &seller, buyer)).unwrap());
    let core = to(&person);
    assert_eq!(core.one("Invoice/CustomizationID"), "urn:cen.eu:en16931:2017");
    assert!(core.all("Invoice/ProfileID").is_empty());
    assert!(core.all("AccountingCustomerParty/Party/EndpointID").is_empty());
    let peppol = to(&company);
    assert!(peppol.one("Invoice/CustomizationID").ends_with("poacc:billing:3.0"));
    assert_eq!(peppol.one("AccountingCustomerParty/Party/EndpointID"), "25123891");
}

#[test]
fn the_account_is_written_as_its_country_writes_it() {
    let (isdoc, ubl) = both(&example("water")).unwrap();
    assert_eq!(isdoc.one("Details/ID"), "19-2000145399");
    assert_eq!(isdoc.one("Details/BankCode"), "0800");
    assert_eq!(ubl.one("PayeeFinancialAccount/ID"), "CZ6508000000192000145399");
    assert_eq!(ubl.one("PaymentMeansCode"), "30");
}

#[test]
fn an_invoice_whose_sums_differ_is_refused() {
    let spoilt = |spoil: fn(&mut Invoice)| {
        let mut invoice = example("electricity");
        spoil(&mut invoice);
        assert!(matches!(both(&invoice), Err(Unfit::SumsDiffer(_))));
    };
    spoilt(|invoice| invoice.total.minor += 1);
    spoilt(|invoice| invoice.breakdown.as_mut().unwrap().lines[0].amount.minor += 1);
    spoilt(|invoice| invoice.breakdown.as_mut().unwrap().vat[0].vat.minor += 1);
    spoilt(|invoice| invoice.breakdown.as_mut().unwrap().totals.rounding.minor += 1);
    let bare = Invoice { breakdown: None, ..example("electricity") };
    assert!(matches!(both(&bare), Err(Unfit::NoLines)));
}

proptest! {
    #[test]
    fn isdoc_and_ubl_say_the_same(invoice in invoices()) {
        let (isdoc, ubl) = both(&invoice).unwrap();
        let total = |name: &str| format!("LegalMonetaryTotal/{name}");
        for name in ["TaxExclusiveAmount", "TaxInclusiveAmount", "PayableRoundingAmount", "PayableAmount"] {
            prop_assert_eq!(isdoc.number(&total(name)), ubl.number(&total(name)), "{}", name);
        }
        prop_assert_eq!(isdoc.number("TaxTotal/TaxAmount"), ubl.number("TaxTotal/TaxAmount"));
        let claimed = isdoc.number(&total("AlreadyClaimedTaxInclusiveAmount"));
        let deposits = isdoc.number(&total("PaidDepositsAmount"));
        prop_assert_eq!(claimed + deposits, ubl.number(&total("PrepaidAmount")));
        let lines = if ubl.all("InvoiceLine/ID").is_empty() { "CreditNoteLine" } else { "InvoiceLine" };
        prop_assert_eq!(
            isdoc.all("InvoiceLine/LineExtensionAmount"),
            ubl.all(&format!("{lines}/LineExtensionAmount"))
        );
        prop_assert_eq!(isdoc.all("InvoiceLine/UnitPrice"), ubl.all("Price/PriceAmount"));
        prop_assert_eq!(isdoc.sum("TaxSubTotal/TaxAmount"), ubl.sum("TaxSubtotal/TaxAmount"));
    }

    #[test]
    fn the_identities_of_isdoc_hold(invoice in invoices()) {
        let (isdoc, _) = both(&invoice).unwrap();
        let total = |name: &str| isdoc.number(&format!("LegalMonetaryTotal/{name}"));
        let difference = total("DifferenceTaxInclusiveAmount");
        prop_assert_eq!(total("TaxInclusiveAmount") - total("AlreadyClaimedTaxInclusiveAmount"), difference);
        prop_assert_eq!(
            difference + total("PayableRoundingAmount") - total("PaidDepositsAmount"),
            total("PayableAmount")
        );
        for (all, each) in [
            ("TaxExclusiveAmount", "TaxableAmount"),
            ("TaxInclusiveAmount", "TaxInclusiveAmount"),
            ("AlreadyClaimedTaxExclusiveAmount", "AlreadyClaimedTaxableAmount"),
            ("AlreadyClaimedTaxInclusiveAmount", "AlreadyClaimedTaxInclusiveAmount"),
            ("DifferenceTaxExclusiveAmount", "DifferenceTaxableAmount"),
            ("DifferenceTaxInclusiveAmount", "DifferenceTaxInclusiveAmount"),
        ] {
            prop_assert_eq!(total(all), isdoc.sum(&format!("TaxSubTotal/{each}")), "{}", all);
        }
        // Lines come to the sums, taxes of lines to the tax.
        prop_assert_eq!(isdoc.sum("InvoiceLine/LineExtensionAmount"), total("TaxExclusiveAmount"));
        prop_assert_eq!(isdoc.sum("InvoiceLine/LineExtensionTaxAmount"), isdoc.number("TaxTotal/TaxAmount"));
        prop_assert_eq!(isdoc.sum("InvoiceLine/LineExtensionAmountTaxInclusive"), total("TaxInclusiveAmount"));
        // Without a foreign currency both rates are one and nothing is in it.
        prop_assert_eq!((isdoc.one("CurrRate"), isdoc.one("RefCurrRate")), ("1", "1"));
        prop_assert!(isdoc.0.iter().all(|(path, _)| !path.ends_with("Curr")));
    }

    #[test]
    fn what_en_16931_asks_of_lines_holds(invoice in invoices()) {
        let (_, ubl) = both(&invoice).unwrap();
        let quantities = [ubl.all("InvoicedQuantity"), ubl.all("CreditedQuantity")].concat();
        let amounts = [ubl.all("InvoiceLine/LineExtensionAmount"), ubl.all("CreditNoteLine/LineExtensionAmount")].concat();
        for ((quantity, amount), price) in quantities.iter().zip(&amounts).zip(ubl.all("PriceAmount")) {
            let [quantity, amount, price] = [quantity, amount, price].map(|text| text.parse::<Decimal>().unwrap());
            prop_assert!(!price.is_sign_negative());
            prop_assert!((quantity * price - amount).abs() <= Decimal::new(2, 2));
        }
        let prepaid = ubl.number("LegalMonetaryTotal/PrepaidAmount");
        let (gross, rounding) = (ubl.number("LegalMonetaryTotal/TaxInclusiveAmount"), ubl.number("LegalMonetaryTotal/PayableRoundingAmount"));
        prop_assert_eq!(gross - prepaid + rounding, ubl.number("LegalMonetaryTotal/PayableAmount"));
    }
}
