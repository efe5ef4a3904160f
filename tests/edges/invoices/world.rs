//! Anna's year: what paying is tried with, and beside it documents of every
//! state, payments, contracts, surfaces.
//!
//! | document | what | owed |
//! |---|---|---|
//! | `2025-004711` | settlement of `P-1`, with its breakdown | paid |
//! | `2026-000815` | credit note of `P-2` | open, to her |
//! | `2026-000900` | invoice of `P-2`, with its file, due tomorrow | open |
//! | `2026-000999` | invoice of `P-1` and `P-2`, due on 1 March | a part paid, overdue |
//! | `2026-110077` | tax document of `P-1` | nothing |
//! | `2026-200301` | request of an advance of `P-1` | nothing told |
//! | `FV/2026/1` | invoice that billing took back | cancelled |

use serde_json::{Value, json};
use tokio::sync::OnceCell;

use super::told::{self, example, next, tell};
use crate::support::aws::FakeAws;

/// Everything told and nothing called yet. It's told once, however many look.
pub async fn full() -> FakeAws {
    static WORLD: OnceCell<FakeAws> = OnceCell::const_new();
    WORLD.get_or_init(tell_all).await.copy()
}

async fn tell_all() -> FakeAws {
    let aws = told::told().await;
    for update in
        ["invoices-advance-request", "invoices-advance-tax-document", "payments", "documents"]
    {
        tell(&aws, example(update)).await;
    }
    tell(&aws, documents()).await;
    tell(&aws, owed()).await;
    let mut rainwater = example("rainwater");
    rainwater["customer"] = json!("C-1001");
    rainwater["body"]["declarations"][0]["supply_point"] = json!("P-1");
    tell(&aws, rainwater).await;
    // Boris's.
    tell(&aws, example("invoices-water")).await;
    aws
}

/// Documents without a breakdown.
pub fn documents() -> Value {
    let document = |number: &str, kind: &str, issued_on: &str, due_on: &str, points: &[&str]| {
        json!({
            "number": number, "kind": kind, "issued_on": issued_on, "due_on": due_on,
            "total": crowns(50_000), "supply_points": points, "variable_symbol": "2026000900",
        })
    };
    let mut with_file = document("2026-000900", "invoice", "2026-03-01", "2026-04-01", &["P-2"]);
    with_file["file"] = json!({
        "key": "billing/invoices/2026-000900.pdf", "content_type": "application/pdf", "size": 9000,
    });
    let mut credit = document("2026-000815", "credit_note", "2026-02-16", "2026-03-02", &["P-2"]);
    credit["total"] = crowns(-115_800);
    credit["corrects"] = json!("2025-004700");
    let several = document("2026-000999", "invoice", "2026-02-15", "2026-03-01", &["P-1", "P-2"]);
    let mut back = document("FV/2026/1", "invoice", "2026-01-02", "2026-01-16", &["P-1"]);
    back["cancelled"] = json!(true);
    let mut update = next(example("invoices-advance-request"));
    update["body"]["invoices"] = json!([with_file, credit, several, back]);
    update
}

fn owed() -> Value {
    let mut update = next(next(example("receivables")));
    update["body"]["receivables"] = json!([{
        "id": "RC-5012", "kind": "invoice", "invoice": "2026-000999",
        "supply_points": ["P-1", "P-2"], "issued_on": "2026-02-15", "due_on": "2026-03-01",
        "amount": crowns(50_000), "settled": crowns(10_000), "dunning": "reminded",
    }]);
    update
}

pub fn crowns(minor: i64) -> Value {
    json!({ "minor": minor, "currency": "CZK" })
}
