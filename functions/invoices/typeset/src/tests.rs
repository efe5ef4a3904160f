//! Documents from the examples of billing's messages, as PDF.

use invoices::pay::Payment;
use portal_contracts::{
    invoice::{Invoice, InvoiceKind, Invoices},
    ledger::{AdvanceSchedule, AdvanceSchedules, Receivable, Receivables},
};
use portal_domain::{CustomerId, Language};
use portal_lambda::Utility;
use serde::de::DeserializeOwned;

use crate::papers::{Of, Paper, prepare, render};

macro_rules! example {
    ($name:literal) => {
        include_str!(concat!("../../../../events/billing/update-", $name, ".json"))
    };
}

fn body<T: DeserializeOwned>(text: &str) -> T {
    let mut update: serde_json::Value = serde_json::from_str(text).unwrap();
    serde_json::from_value(update["body"].take()).unwrap()
}

fn invoices() -> Vec<Invoice> {
    let texts = [
        example!("invoices-advance-request"),
        example!("invoices-advance-tax-document"),
        example!("invoices-credit-note"),
        example!("invoices-electricity"),
        example!("invoices-gas"),
        example!("invoices-water"),
    ];
    texts.into_iter().flat_map(|text| body::<Invoices>(text).invoices).collect()
}

fn electricity() -> Invoice {
    body::<Invoices>(example!("invoices-electricity")).invoices.remove(0)
}

fn schedule() -> AdvanceSchedule {
    body::<AdvanceSchedules>(example!("advance-schedules")).schedules.remove(0)
}

fn owed() -> Vec<Receivable> {
    let mut owed = body::<Receivables>(example!("receivables")).receivables;
    owed.retain(|one| one.amount.minor > one.settled.minor);
    owed
}

fn utility() -> Utility {
    Utility::parse(include_str!("../../../../config/utility.json")).unwrap()
}

/// Does `work` with the customer whose documents these are.
fn with_customer<T>(work: impl FnOnce(Of<'_>) -> T) -> T {
    let (utility, customer): (_, CustomerId) = (utility(), "C-1001".parse().unwrap());
    work(Of { utility: &utility, customer: &customer, account: None })
}

fn pdf(paper: Paper<'_>, language: Language) -> Vec<u8> {
    with_customer(|of| render(paper, of, language).unwrap())
}

fn pages(paper: Paper<'_>, language: Language) -> usize {
    with_customer(|of| prepare(paper, of, language).unwrap().0.pages().unwrap().pages().len())
}

fn says(pdf: &[u8], text: &str) -> bool {
    pdf.windows(text.len()).any(|window| window == text.as_bytes())
}

#[track_caller]
fn is_for_keeping(pdf: &[u8], part: &str) {
    assert!(pdf.starts_with(b"%PDF-1.7"));
    assert!(says(pdf, &format!("<pdfaid:part>{part}</pdfaid:part>")), "PDF/A-{part}");
    assert!(says(pdf, "<pdfaid:conformance>A</pdfaid:conformance>"));
    assert!(says(pdf, "<pdfuaid:part>1</pdfuaid:part>"));
}

#[test]
fn every_numbered_document_is_made_in_every_language() {
    for invoice in invoices() {
        for language in Language::ALL {
            let pdf = pdf(Paper::Invoice(&invoice), language);
            let carries = invoice.buyer.is_some();
            is_for_keeping(&pdf, if carries { "3" } else { "2" });
            assert_eq!(says(&pdf, "invoice.isdoc"), carries, "{}", invoice.number);
        }
    }
}

#[test]
fn schedules_and_slips_are_made_in_every_language() {
    let (schedule, owed) = (schedule(), owed());
    with_customer(|of| {
        let payment = Payment::of(&owed, of.customer, None, of.utility, None).unwrap();
        let on = owed[0].issued_on;
        for language in Language::ALL {
            is_for_keeping(&render(Paper::Advances(&schedule), of, language).unwrap(), "2");
            let slip = Paper::Slip { payment: &payment, receivables: &owed, on };
            is_for_keeping(&render(slip, of, language).unwrap(), "2");
        }
    });
}

#[test]
fn the_same_document_is_the_same_file() {
    let invoice = electricity();
    let once = pdf(Paper::Invoice(&invoice), Language::Cs);
    assert!(once == pdf(Paper::Invoice(&invoice), Language::Cs));
    assert!(once != pdf(Paper::Invoice(&invoice), Language::Pl));
}

#[test]
fn a_long_document_goes_on_over_pages() {
    let mut invoice = electricity();
    assert_eq!(pages(Paper::Invoice(&invoice), Language::Cs), 2);
    let lines = &mut invoice.breakdown.as_mut().unwrap().lines;
    *lines = lines.iter().cycle().take(120).cloned().collect();
    let long = pages(Paper::Invoice(&invoice), Language::Cs);
    assert!((4..=9).contains(&long), "{long} pages");
}

#[test]
fn the_code_on_a_document_is_that_of_the_payment() {
    with_customer(|of| {
        let owed = owed();
        let payment = Payment::of(&owed, of.customer, None, of.utility, None).unwrap();
        let slip = Paper::Slip { payment: &payment, receivables: &owed, on: owed[0].issued_on };
        let (job, _) = prepare(slip, of, Language::Cs).unwrap();
        assert_eq!(job.text("/code.svg"), Some(payment.code().unwrap().unwrap().svg));
    });
}

#[test]
fn a_letter_without_a_picture_does_not_stop_a_document() {
    let mut invoice = electricity();
    invoice.note = Some("Děkujeme 🙂 za źdźbło trawy".to_owned());
    let pdf = pdf(Paper::Invoice(&invoice), Language::Pl);
    is_for_keeping(&pdf, "3");
}

#[test]
fn what_people_typed_is_not_typeset_as_a_program() {
    let mut invoice = electricity();
    invoice.note = Some("#panic(\"no\") $x$ = *bold* @label </script>".to_owned());
    is_for_keeping(&pdf(Paper::Invoice(&invoice), Language::En), "3");
}

/// An invoice whose sums don't hold says what billing says; no software reads it.
#[test]
fn a_document_with_wrong_sums_carries_no_electronic_one() {
    let mut invoice = electricity();
    invoice.total.minor += 100;
    is_for_keeping(&pdf(Paper::Invoice(&invoice), Language::Cs), "2");
}

#[test]
fn a_document_without_a_breakdown_is_made_too() {
    let bare = Invoice { breakdown: None, kind: InvoiceKind::Invoice, ..electricity() };
    assert_eq!(pages(Paper::Invoice(&bare), Language::En), 1);
    is_for_keeping(&pdf(Paper::Invoice(&bare), Language::En), "2");
}
