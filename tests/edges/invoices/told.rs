//! What billing tells in its examples (`events/billing/update-*.json`), and
//! what paying and comparing need beside: another receivable in crowns and one
//! in euros, last year's advances, this year's prices, something of Boris's.

use invoices::{Store, import};
use portal_contracts::update::Update;
use serde_json::{Value, json};

use super::portal;
use crate::support::{
    aws::{FakeAws, plain_item},
    send, world,
};

/// Status and body of the answer to an event; a body that isn't JSON is null.
pub async fn sent(aws: &FakeAws, event: &str) -> (u16, Value) {
    let answer = send(portal(aws), &format!("invoices/{event}")).await;
    (answer.status.as_u16(), serde_json::from_str(&answer.body).unwrap_or_default())
}

pub async fn status(aws: &FakeAws, event: &str) -> u16 {
    sent(aws, event).await.0
}

/// Everything told and nothing called yet.
pub async fn told() -> FakeAws {
    let aws = world();
    for update in [
        "invoices-electricity",
        "contract-account",
        "receivables",
        "advance-schedules",
        "price-lists",
    ] {
        tell(&aws, example(update)).await;
    }
    tell(&aws, with_more_owed(example("receivables"))).await;
    tell(&aws, with_last_year(example("advance-schedules"))).await;
    tell(&aws, with_this_year(example("price-lists"))).await;
    tell(&aws, with_another_capacity(example("supply-points"))).await;
    let mut rainwater = example("rainwater");
    rainwater["customer"] = json!("C-1001");
    tell(&aws, rainwater).await;
    let mut boris = example("receivables");
    boris["customer"] = json!("C-2002");
    boris["body"]["receivables"][0]["id"] = json!("RC-9001");
    tell(&aws, boris).await;
    aws.forget_calls();
    aws
}

pub fn example(update: &str) -> Value {
    let file = format!("{}/../events/billing/update-{update}.json", env!("CARGO_MANIFEST_DIR"));
    serde_json::from_str(&std::fs::read_to_string(file).unwrap()).unwrap()
}

/// Imports an update, and puts what the import wrote into the table.
pub async fn tell(aws: &FakeAws, update: Value) {
    let update: Update = serde_json::from_value(update).unwrap();
    let store = Store::new(aws.tables(), "invoices".to_owned(), "changes".to_owned());
    aws.forget_calls();
    import(&store, &update).await.unwrap();
    for call in aws.writes() {
        aws.put("invoices", plain_item(&call.input["Item"]));
    }
}

/// The update after `update`.
pub fn next(mut update: Value) -> Value {
    update["version"] = json!(update["version"].as_u64().unwrap() + 100);
    update
}

fn with_more_owed(update: Value) -> Value {
    let mut update = next(update);
    let owed = |id: &str, minor: i64, currency: &str, invoice: Value| {
        json!({
            "id": id, "kind": "invoice", "invoice": invoice, "supply_points": ["P-2"],
            "issued_on": "2026-03-01", "due_on": "2026-04-01",
            "amount": { "minor": minor, "currency": currency },
            "settled": { "minor": 0, "currency": currency }, "variable_symbol": "2026000900",
        })
    };
    update["body"]["receivables"] = json!([
        owed("RC-5010", 50_000, "CZK", json!("2026-000900")),
        owed("RC-5011", 1_250, "EUR", Value::Null),
    ]);
    update
}

fn with_last_year(update: Value) -> Value {
    let mut update = next(update);
    let schedule = &mut update["body"]["schedules"][0];
    schedule["valid_from"] = json!("2025-01-01");
    schedule["amount"]["minor"] = json!(420_000);
    schedule["advances"] = json!([]);
    update
}

/// More than what this year's prices are for.
fn with_another_capacity(update: Value) -> Value {
    let mut update = next(update);
    update["body"]["supply_points"][0]["contract"]["capacity"] = json!("3x32 A");
    update
}

fn with_this_year(update: Value) -> Value {
    let mut update = next(update);
    let mut two_rates = update["body"]["price_lists"][0].clone();
    two_rates["id"] = json!("EL-D25d-2026");
    two_rates["valid_from"] = json!("2026-01-01");
    two_rates.as_object_mut().unwrap().remove("valid_to");
    two_rates["components"][0]["price"] = json!("3.10000");
    let mut one_rate = two_rates.clone();
    one_rate["id"] = json!("EL-D02d-2026");
    one_rate["product"] = json!("D02d");
    one_rate["components"] = json!([{
        "code": "energy", "name": "Silová elektřina", "names": {},
        "per": { "per": "consumption", "unit": "kwh", "registers": [] },
        "price": "7.25000", "tiers": [],
        "vat": { "percent": "21", "category": "standard" }, "quantity_decimals": 0,
    }]);
    update["body"]["price_lists"] = json!([two_rates, one_rate]);
    update
}
