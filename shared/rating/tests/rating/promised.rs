//! The documents that billing engineers are shown (`events/billing`) hold
//! together to the last coin.

use std::{fs, path::Path};

use portal_contracts::update::{Invoice, Update, UpdateBody};
use portal_rating::{Check, recompute};

fn update(name: &str) -> UpdateBody {
    let file = format!("../../events/billing/update-{name}.json");
    let text = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(file)).unwrap();
    serde_json::from_str::<Update>(&text).unwrap().body
}

fn check(name: &str) -> Check {
    let UpdateBody::Invoices(told) = update(&format!("invoices-{name}")) else { panic!("{name}") };
    let UpdateBody::PriceLists(prices) = update("price-lists") else { panic!() };
    let [invoice]: &[Invoice; 1] = told.invoices.as_slice().try_into().unwrap();
    recompute(invoice, &prices.price_lists)
}

#[test]
fn each_settlement_agrees_with_its_readings_and_its_price_list() {
    for name in ["electricity", "gas", "water"] {
        let check = check(name);
        assert!(check.agrees, "{name}: {check:#?}");
    }
}

/// A price of its own, a line without readings: there's nothing to compute them
/// from, and what is said is consistent.
#[test]
fn nothing_of_the_others_differs() {
    for name in ["advance-request", "advance-tax-document", "credit-note"] {
        let check = check(name);
        assert!(!check.differs, "{name}: {check:#?}");
    }
}
