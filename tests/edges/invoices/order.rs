//! Whatever comes first, and however often: the newest word stands.

use std::collections::BTreeMap;

use invoices::{Filter, Store, import};
use jiff::civil::date;
use portal_contracts::update::Update;
use proptest::prelude::*;
use serde_json::{Value, json};

use super::world::crowns;
use crate::support::aws::FakeAws;

fn store(aws: &FakeAws) -> Store {
    Store::new(aws.tables(), "invoices".to_owned(), "changes".to_owned())
}

fn update(version: u64, kind: &str, body: Value) -> Update {
    serde_json::from_value(json!({
        "id": format!("u-{version}"), "version": version, "customer": "C-1001",
        "created_at": "2026-03-01T00:00:00Z", "type": kind, "body": body,
    }))
    .unwrap()
}

fn invoices(version: u64, invoices: &[(&str, i64, bool)]) -> Update {
    let invoice = |(number, minor, cancelled): &(&str, i64, bool)| {
        json!({
            "number": number, "issued_on": "2026-01-10", "total": crowns(*minor),
            "kind": "invoice", "supply_points": ["P-1"], "cancelled": cancelled,
        })
    };
    let invoices: Vec<Value> = invoices.iter().map(invoice).collect();
    update(version, "invoices", json!({ "invoices": invoices }))
}

/// Settlements, with a breakdown of so much or without one.
fn settlement(version: u64, number: &str, used: Option<u32>) -> Update {
    let mut said = super::told::example("invoices-electricity")["body"]["invoices"][0].take();
    said["number"] = json!(number);
    match used {
        Some(used) => said["breakdown"]["bases"][0]["quantity"] = json!(used.to_string()),
        None => {
            said.as_object_mut().unwrap().remove("breakdown");
        }
    }
    update(version, "invoices", json!({ "invoices": [said] }))
}

/// Receivables: id, document, settled of 1000.
fn owed(version: u64, receivables: &[(&str, Option<&str>, i64)]) -> Update {
    let receivable = |(id, invoice, settled): &(&str, Option<&str>, i64)| {
        json!({
            "id": id, "kind": "invoice", "invoice": invoice, "supply_points": ["P-1"],
            "issued_on": "2026-01-10", "due_on": "2026-01-24", "amount": crowns(1_000),
            "settled": crowns(*settled),
        })
    };
    let receivables: Vec<Value> = receivables.iter().map(receivable).collect();
    update(version, "receivables", json!({ "receivables": receivables }))
}

fn paid(version: u64, id: &str, minor: i64, cancelled: bool) -> Update {
    let payment = json!({
        "id": id, "paid_on": "2026-01-20", "amount": crowns(minor), "way": "transfer",
        "allocations": [], "cancelled": cancelled,
    });
    update(version, "payments", json!({ "payments": [payment] }))
}

/// A month of a customer: documents that change, are taken back and come anew,
/// receivables that come before their document, move to another and are paid in
/// parts.
fn month() -> Vec<Update> {
    vec![
        invoices(1, &[("A", 1_000, false), ("B", 2_000, false)]),
        owed(2, &[("R-1", Some("A"), 0), ("R-2", Some("B"), 0)]),
        owed(3, &[("R-1", Some("B"), 0)]),
        owed(4, &[("R-3", Some("C"), 100), ("R-3", Some("C"), 200)]),
        invoices(5, &[("A", 1_100, false)]),
        invoices(6, &[("C", 3_000, false), ("D", 1, false)]),
        paid(7, "P-1", 500, false),
        owed(8, &[("R-2", Some("B"), 1_000), ("R-4", None, 0)]),
        invoices(9, &[("A", 1_100, true), ("D", 2, false)]),
        paid(10, "P-1", 500, true),
        owed(11, &[("R-3", Some("A"), 1_000)]),
        settlement(12, "S", Some(700)),
        owed(13, &[("R-5", Some("S"), 0)]),
        settlement(14, "S", Some(800)),
        settlement(15, "T", Some(1)),
        settlement(16, "T", None),
        paid(17, "P-2", 900, false),
        owed(18, &[("R-5", Some("S"), 400)]),
    ]
}

/// All that can be seen of it.
async fn seen(aws: &FakeAws) -> BTreeMap<String, String> {
    let (store, customer) = (store(aws), "C-1001".parse().unwrap());
    let today = date(2026, 3, 31);
    let mut seen = BTreeMap::new();
    let page = store.documents(&customer, &Filter::default(), None, today).await.unwrap();
    assert_eq!(page.next, None);
    for document in page.items {
        let number = document.invoice.number.clone();
        let whole = store.document(&customer, &number, &[]).await.unwrap().unwrap();
        let standing = whole.document.standing(today);
        seen.insert(format!("document {number}"), format!("{whole:?} {standing:?}"));
    }
    for state in [invoices::State::Overdue, invoices::State::Paid, invoices::State::Cancelled] {
        let filter = Filter { state: Some(state), ..Filter::default() };
        let page = store.documents(&customer, &filter, None, today).await.unwrap();
        let numbers: Vec<_> = page.items.iter().map(|one| one.invoice.number.as_str()).collect();
        seen.insert(format!("{state:?}"), format!("{numbers:?}"));
    }
    let account = store.account(&customer).await.unwrap();
    seen.insert("open".to_owned(), format!("{:?}", account.open));
    let payments = store.payments(&customer, None).await.unwrap();
    seen.insert("payments".to_owned(), format!("{:?}", payments.items));
    let settlements = store.settlements(&customer).await.unwrap();
    seen.insert("settlements".to_owned(), format!("{settlements:?}"));
    seen
}

async fn after(updates: &[Update]) -> BTreeMap<String, String> {
    let aws = FakeAws::that_keeps();
    for update in updates {
        import(&store(&aws), update).await.unwrap();
    }
    seen(&aws).await
}

fn run<T>(future: impl Future<Output = T>) -> T {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_time().build().unwrap();
    runtime.block_on(future)
}

#[test]
fn a_month_comes_out_as_it_was_told() {
    let seen = run(after(&month()));
    let has = |key: &str, part: &str| assert!(seen[key].contains(part), "{key}: {}", seen[key]);
    has("document A", "state: Cancelled");
    has("document B", "state: Overdue");
    has("document C", "state: None");
    has("document D", "minor: 2,");
    has("Overdue", "[\"B\", \"S\"]");
    has("settlements", "quantity: 800");
    assert!(!seen["settlements"].contains("\"T\""), "{}", seen["settlements"]);
    assert!(seen["payments"].contains("P-2") && !seen["payments"].contains("P-1"));
    assert_eq!(seen["open"].matches("ReceivableId").count(), 3, "{}", seen["open"]);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 10, ..ProptestConfig::default() })]

    #[test]
    fn any_order_and_any_repeat_end_the_same(
        order in Just((0..18_usize).collect::<Vec<_>>()).prop_shuffle(),
        again in prop::collection::vec((0..18_usize, 0..18_usize), 0..12),
    ) {
        let month = month();
        let mut told: Vec<Update> = order.into_iter().map(|at| month[at].clone()).collect();
        for (which, at) in again {
            told.insert(at, month[which].clone());
        }
        prop_assert_eq!(run(after(&told)), run(after(&month)));
    }
}

#[test]
fn what_came_before_is_older_and_writes_nothing() {
    run(async {
        let aws = FakeAws::that_keeps();
        for update in month() {
            import(&store(&aws), &update).await.unwrap();
        }
        let before = seen(&aws).await;
        for update in month() {
            let imported = import(&store(&aws), &update).await.unwrap();
            assert_eq!(imported, invoices::Imported::Older, "{}", update.id);
        }
        assert_eq!(seen(&aws).await, before);
    });
}
