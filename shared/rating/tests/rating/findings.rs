//! What a recomputation says of one small bill.

use jiff::ToSpan;
use portal_contracts::{
    breakdown::LineKind,
    invoice::{Invoice, InvoiceKind},
    price_list::PriceList,
};
use portal_domain::Currency;
use portal_rating::{Check, recompute, recompute::Code};
use rust_decimal::Decimal;

use crate::{errors::summed_up, mutations::line, world::Case};

/// A year of water in Czech crowns, of one price list.
fn a_year_of_water() -> (Invoice, Vec<PriceList>) {
    let case = Case {
        medium: portal_domain::Medium::Water,
        currency: Currency::Czk,
        vat_method: Default::default(),
        whole_units: false,
        months: Default::default(),
        first_day: 0,
        days: 365,
        cuts: vec![],
        read_on: vec![],
        exchanged_on: None,
        start: 100,
        consumed: vec![120],
        shown: 0,
        multiplier: 1,
        prices: [5_420_000, 5_420_000, 1, 10_000, 1, 1],
        tiered: false,
        amperes: 16,
        capped: false,
        by_months: false,
        area: 0,
        advances: vec![],
    };
    let lists = case.price_lists();
    (case.settlement(&lists), lists)
}

fn codes(check: &Check) -> Vec<&'static str> {
    check.findings.iter().map(|finding| finding.code.as_str()).collect()
}

#[test]
fn what_cannot_be_computed_neither_agrees_nor_differs() {
    let (invoice, lists) = a_year_of_water();
    assert!(recompute(&invoice, &lists).agrees);

    let unknown = recompute(&invoice, &[]);
    assert!(!unknown.agrees && !unknown.differs);
    assert_eq!(codes(&unknown), ["price_list_unknown", "price_list_unknown"]);

    let mut bare = invoice.clone();
    bare.breakdown = None;
    let bare = recompute(&bare, &lists);
    assert!(!bare.agrees && !bare.differs);
    assert_eq!(codes(&bare), ["no_breakdown"]);

    let mut unfounded = invoice.clone();
    let breakdown = unfounded.breakdown.as_mut().unwrap();
    breakdown.bases.clear();
    breakdown.lines[0].bases.clear();
    let unfounded = recompute(&unfounded, &lists);
    assert!(!unfounded.agrees && !unfounded.differs);
    assert_eq!(codes(&unfounded), ["no_bases"]);

    let mut with_fee = invoice;
    let breakdown = with_fee.breakdown.as_mut().unwrap();
    let mut fee = breakdown.lines[1].clone();
    (fee.kind, fee.name, fee.price) = (LineKind::Other, "Poplatek".to_owned(), None);
    breakdown.lines.push(fee);
    summed_up(&mut with_fee, false);
    let with_fee = recompute(&with_fee, &lists);
    assert!(!with_fee.agrees && !with_fee.differs);
    assert_eq!(codes(&with_fee), ["no_price_list"]);
}

#[test]
fn a_price_that_is_too_high_says_how_much_it_costs() {
    let (mut invoice, lists) = a_year_of_water();
    // 120 m³ × 54.20 = 6504.00, and it says 55.20.
    line(&mut invoice, 0).unwrap().unit_price += Decimal::ONE;
    summed_up(&mut invoice, false);
    let check = recompute(&invoice, &lists);
    assert_eq!(codes(&check), ["unit_price_differs"]);
    let json = serde_json::to_value(&check.findings[0]).unwrap();
    let expected = serde_json::json!({
        "code": "unit_price_differs",
        "place": { "part": "line", "index": 0 },
        "said": { "type": "number", "value": "55.20000" },
        "computed": { "type": "number", "value": "54.20000" },
        "difference": { "minor": 12_000, "currency": "CZK" },
    });
    assert_eq!(json, expected);
    // With the tax of 12 %.
    let said = invoice.total.minor;
    assert_eq!(said - check.payable.unwrap().minor, 13_440);
}

#[test]
fn a_price_list_that_another_followed_is_found() {
    let (invoice, mut lists) = a_year_of_water();
    let mut next = lists[0].clone();
    next.id = "list-next".parse().unwrap();
    next.valid_from = invoice.period.unwrap().from.checked_sub(10.days()).unwrap();
    for component in &mut next.components {
        component.price -= Decimal::ONE;
    }
    lists.push(next);
    let check = recompute(&invoice, &lists);
    assert_eq!(codes(&check), ["price_list_not_valid", "price_list_not_valid"]);
    assert_eq!(check.findings[0].difference.unwrap().minor, 12_000);
    // 120 m³ and 12 months, each a crown less, and 12 % of that.
    assert_eq!(invoice.total.minor - check.payable.unwrap().minor, 14_784);
}

#[test]
fn a_credit_note_gives_back_what_was_counted() {
    let (mut invoice, lists) = a_year_of_water();
    invoice.kind = InvoiceKind::CreditNote;
    for line in &mut invoice.breakdown.as_mut().unwrap().lines {
        line.quantity = -line.quantity;
    }
    summed_up(&mut invoice, false);
    let check = recompute(&invoice, &lists);
    assert!(check.agrees, "{:#?}", check.findings);
    assert_eq!(check.payable, Some(invoice.total));
    invoice.kind = InvoiceKind::Settlement;
    assert!(recompute(&invoice, &lists).differs);
}

#[test]
fn every_code_is_written_one_way() {
    for code in Code::ALL {
        assert_eq!(serde_json::to_value(code).unwrap(), code.as_str());
    }
}
