//! A property manager: three hundred supply points, five years of monthly
//! advances. No list may be slow to find something, or come back empty.

use invoices::{Document, Filter, PAGE, Sort, State, Store, import};
use jiff::{ToSpan, civil::date};
use portal_contracts::{invoice::InvoiceKind, update::Update};
use portal_domain::CustomerId;
use serde_json::{Value, json};

use super::world::crowns;
use crate::support::aws::FakeAws;

const POINTS: usize = 6;
const MONTHS: i64 = 36;

fn update(version: u64, kind: &str, body: Value) -> Update {
    serde_json::from_value(json!({
        "id": format!("u-{version}"), "version": version, "customer": "C-1001",
        "created_at": "2026-03-01T00:00:00Z", "type": kind, "body": body,
    }))
    .unwrap()
}

/// Six points stand for three hundred, three years for five; each month an advance of each point,
/// paid but for the last one of the first point, each year a settlement of each,
/// once a credit note.
async fn manager() -> (FakeAws, Store) {
    let aws = FakeAws::that_keeps();
    let store = Store::new(aws.tables(), "invoices".to_owned(), "changes".to_owned());
    let first = date(2021, 1, 1);
    for month in 0..MONTHS {
        let day = first + month.months();
        let mut documents = Vec::new();
        let mut owed = Vec::new();
        for point in 0..POINTS {
            let number = format!("Z{month:02}{point:03}");
            let is_open = month == MONTHS - 1 && point == 0;
            documents.push(json!({
                "number": number, "issued_on": day, "due_on": day + 14.days(), "total": crowns(100),
                "kind": "advance_request", "supply_points": [format!("P-{point}")],
            }));
            owed.push(json!({
                "id": number, "kind": "advance", "invoice": number, "issued_on": day,
                "due_on": day + 14.days(), "amount": crowns(100),
                "settled": crowns(if is_open { 0 } else { 100 }),
            }));
            if month % 12 == 11 {
                documents.push(json!({
                    "number": format!("V{month:02}{point:03}"), "issued_on": day,
                    "total": crowns(0), "kind": "settlement",
                    "supply_points": [format!("P-{point}")],
                }));
            }
        }
        if month == 0 {
            documents.push(json!({
                "number": "D1", "issued_on": day, "total": crowns(-5), "kind": "credit_note",
                "supply_points": ["P-1", "P-2"],
            }));
        }
        let version = u64::try_from(month).unwrap() * 2;
        let documents = update(version + 1, "invoices", json!({ "invoices": documents }));
        import(&store, &documents).await.unwrap();
        let owed = update(version + 2, "receivables", json!({ "receivables": owed }));
        import(&store, &owed).await.unwrap();
    }
    aws.forget_calls();
    (aws, store)
}

/// The whole list, page by page; how many queries the first page took.
async fn all(aws: &FakeAws, store: &Store, filter: &Filter) -> (Vec<Document>, usize) {
    let customer: CustomerId = "C-1001".parse().unwrap();
    let today = date(2026, 3, 31);
    aws.forget_calls();
    let mut page = store.documents(&customer, filter, None, today).await.unwrap();
    let queries = aws.operations().len();
    let mut found = Vec::new();
    loop {
        assert!(page.items.len() == PAGE || page.next.is_none(), "a page is full or the last");
        found.append(&mut page.items);
        let Some(next) = page.next else { return (found, queries) };
        page = store.documents(&customer, filter, Some(&next), today).await.unwrap();
    }
}

#[tokio::test]
async fn every_list_is_whole_in_order_and_quick() {
    let (aws, store) = manager().await;
    let months = usize::try_from(MONTHS).unwrap();
    let advances = POINTS * months;
    let settlements = POINTS * months / 12;
    let kind = |kind| Filter { kind: Some(kind), ..Filter::default() };
    let state = |state| Filter { state: Some(state), ..Filter::default() };
    let point = || Filter { supply_point: Some("P-1".parse().unwrap()), ..Filter::default() };
    let due = |filter: Filter| Filter { sort: Sort::Due, ..filter };
    let number = |number: &str| Filter { number: Some(number.to_owned()), ..Filter::default() };
    let cases = [
        ("all", Filter::default(), advances + settlements + 1, 1),
        ("all by due day", due(Filter::default()), advances + settlements + 1, 1),
        ("advances", kind(InvoiceKind::AdvanceRequest), advances, 1),
        ("advances by due day", due(kind(InvoiceKind::AdvanceRequest)), advances, 1),
        ("settlements", kind(InvoiceKind::Settlement), settlements, 1),
        ("settlements by due day", due(kind(InvoiceKind::Settlement)), settlements, 1),
        ("credit notes", kind(InvoiceKind::CreditNote), 1, 1),
        ("credit notes by due day", due(kind(InvoiceKind::CreditNote)), 1, 1),
        ("paid", state(State::Paid), advances - 1, 1),
        ("overdue", state(State::Overdue), 1, 1),
        ("overdue by due day", due(state(State::Overdue)), 1, 1),
        ("of a point", point(), months + months / 12 + 1, 2),
        ("of a point by due day", due(point()), months + months / 12 + 1, 2),
        ("by number", number("V"), settlements, 1),
        ("one number", number("V11003"), 1, 1),
        ("no number", number("X"), 0, 1),
    ];
    for (name, filter, count, queries) in cases {
        let (found, made) = all(&aws, &store, &filter).await;
        assert_eq!((name, found.len(), made), (name, count, queries));
        let mut numbers: Vec<_> = found.iter().map(|one| &one.invoice.number).collect();
        let day = |one: &Document| match filter.sort {
            Sort::Issued => one.invoice.issued_on,
            Sort::Due => one.due_on(),
        };
        if filter.number.is_none() {
            assert!(found.is_sorted_by(|one, next| day(one) >= day(next)), "{name}");
        }
        numbers.sort();
        numbers.dedup();
        assert_eq!(numbers.len(), count, "{name}: nothing twice");
    }
}
