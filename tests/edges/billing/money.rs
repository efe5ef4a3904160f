//! What billing says about money: every example is taken, and what can't be
//! right goes to the dead letters with its reason and its place.

use std::{fs, path::Path};

use serde_json::{Value, json};

use super::{batch, come_again, dead, message, string, written};
use crate::support::aws::FakeAws;

const EXAMPLES: [&str; 15] = [
    "invoices",
    "invoices-electricity",
    "invoices-gas",
    "invoices-water",
    "invoices-advance-request",
    "invoices-advance-tax-document",
    "invoices-credit-note",
    "contract-account",
    "contract-account-sipo",
    "receivables",
    "payments",
    "advance-schedules",
    "rainwater",
    "documents",
    "price-lists",
];

fn example(name: &str) -> Value {
    let file = format!("../events/billing/update-{name}.json");
    let text = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(file)).unwrap();
    serde_json::from_str(&text).unwrap()
}

/// What became of an update: nothing, or reason and detail of its dead letter.
async fn sent(update: &Value) -> Vec<(String, String)> {
    let aws = FakeAws::default();
    let group = string(&update["customer"]);
    let again = come_again(&aws, batch(vec![message("1", &group, update)])).await;
    assert_eq!(again, [0; 0], "{update}");
    let dead = dead(&aws);
    if !dead.is_empty() {
        assert!(written(&aws).is_empty(), "{update}");
    }
    dead
}

#[tokio::test]
async fn every_example_about_money_is_taken() {
    for name in EXAMPLES {
        assert_eq!(sent(&example(name)).await, [], "{name}");
    }
}

#[tokio::test]
async fn what_can_not_be_right_is_refused_with_its_place() {
    let changed = |name: &str, pointer: &str, value: Value| {
        let mut update = example(name);
        *update.pointer_mut(pointer).unwrap_or_else(|| panic!("{name} has {pointer}")) = value;
        update
    };
    let document = "/body/invoices/0";
    for (update, place) in [
        (
            changed("invoices-gas", &format!("{document}/breakdown/lines/0/bases/0"), json!(1)),
            "body.invoices[0].breakdown.lines[0]: there is no base 1",
        ),
        (
            changed(
                "invoices-gas",
                &format!("{document}/breakdown/totals/vat/currency"),
                json!("PLN"),
            ),
            "body.invoices[0].breakdown.totals: one currency in one record",
        ),
        (
            changed("receivables", "/body/receivables/1/settled/minor", json!(99_999_999)),
            "body.receivables[1]: settled is beyond the amount, or of the other sign",
        ),
        (
            changed("payments", "/body/payments/0/amount/minor", json!(1)),
            "body.payments[0]: its allocations are beyond the amount, or of the other sign",
        ),
        (
            changed("documents", "/body/documents/1/file/key", json!("made/1.pdf")),
            "body.documents[1].file.key: below billing/, of letters, digits and -_./, without ..",
        ),
        (
            changed("rainwater", "/body/declarations/0/surfaces/0/coefficient", json!("1.5")),
            "body.declarations[0].surfaces[0]: coefficient is 0 to 1",
        ),
    ] {
        assert_eq!(sent(&update).await, [("rule_broken".to_owned(), place.to_owned())]);
    }
}

#[tokio::test]
async fn an_amount_is_a_whole_number_of_hundredths() {
    let mut update = example("payments");
    update["body"]["payments"][0]["amount"]["minor"] = json!(1234.5);
    let dead = sent(&update).await;
    assert_eq!(dead[0].0, "malformed_body");
    assert!(dead[0].1.starts_with("body.payments[0].amount.minor: "), "{dead:?}");
}

#[tokio::test]
async fn price_lists_are_of_everybody_and_nothing_else_is() {
    for (name, customer) in [("price-lists", "C-1001"), ("invoices", "everybody")] {
        let mut update = example(name);
        update["customer"] = json!(customer);
        assert_eq!(sent(&update).await[0].0, "wrong_customer", "{name}");
    }
}
