//! Meters and readings: what is shown to whom, what the rules answer, what is
//! proposed, and what billing tells.
//!
//! Anna (`C-1001`) has the water meters `M-1` (which showed 547.5 m³ at the end
//! of 2025) and `M-0`, taken away, at the point `P-1`, and at `P-2` the water
//! meter `M-2` (8150 m³) and `E-1` of two tariffs. Boris (`C-2002`) has `M-9`.
//! All of it came by imports.

mod imports;
mod look;
mod office;
mod submit;

use std::sync::Arc;

use axum::Router;
use portal_contracts::update::Update;
use portal_lambda::Utility;
use readings::{App, Readings, import, routes};
use serde_json::{Map, Value, json};

use crate::support::{
    access,
    aws::{FakeAws, plain_item, plain_value},
    clock, journal, send, utility, world,
};

/// The feature, in a utility that lets everyone send readings and an operator
/// decide.
fn portal(aws: &FakeAws) -> Router {
    portal_of(aws, utility())
}

fn portal_of(aws: &FakeAws, utility: Utility) -> Router {
    routes(App {
        access: access(aws),
        clock: clock(),
        journal: journal(aws),
        readings: readings(aws),
        utility: Arc::new(utility),
    })
}

fn readings(aws: &FakeAws) -> Readings {
    Readings::new(aws.tables(), "readings".to_owned(), "changes".to_owned())
}

async fn answer(aws: &FakeAws, event: &str) -> String {
    format!("{:?}", send(portal(aws), &format!("readings/{event}")).await)
}

async fn status(aws: &FakeAws, event: &str) -> u16 {
    send(portal(aws), &format!("readings/{event}")).await.status.as_u16()
}

async fn told() -> FakeAws {
    let aws = world();
    let mut old = meter("M-0", "T", 3);
    old["removed_on"] = json!("2020-02-01");
    let mut tariffs = meter("E-1", "VT", 1);
    let mut low = tariffs["registers"][0].clone();
    low["code"] = json!("NT");
    tariffs["registers"].as_array_mut().unwrap().push(low);
    let points = [
        point("P-1", "water", json!([old, meter("M-1", "T", 3)])),
        point("P-2", "water", json!([meter("M-2", "T", 3)])),
        point("P-2e", "electricity", json!([tariffs])),
    ];
    tell(&aws, &supply_points("C-1001", 1, &points)).await;
    let water = [
        reading("M-1", "2024-12-31", json!({"T": "456.25"})),
        reading("M-1", "2025-03-31", json!({"T": "478.75"})),
        reading("M-1", "2025-12-31", json!({"T": "547.5"})),
        reading("M-2", "2024-12-31", json!({"T": "8040.5"})),
        reading("M-2", "2025-12-31", json!({"T": "8150"})),
        reading("E-1", "2024-12-31", json!({"VT": "10000", "NT": "30000"})),
        reading("E-1", "2025-12-31", json!({"VT": "12000", "NT": "36000"})),
    ];
    tell(&aws, &recorded("C-1001", 2, &water)).await;
    tell(
        &aws,
        &supply_points("C-2002", 1, &[point("P-9", "water", json!([meter("M-9", "T", 3)]))]),
    )
    .await;
    aws.forget_calls();
    aws
}

/// Imports an update, and puts what the import wrote into the table.
async fn tell(aws: &FakeAws, update: &Update) {
    // What follows from readings is worked out from those that were written.
    for _ in 0..2 {
        aws.forget_calls();
        import(&readings(aws), update).await.unwrap();
        for call in aws.writes() {
            match call.operation.as_str() {
                "PutItem" => aws.put("readings", plain_item(&call.input["Item"])),
                "UpdateItem" => aws.put("readings", updated(aws, &call.input).await),
                _ => {}
            }
        }
    }
}

/// The item as it is after an update of ours: each `name = :value` of it set.
async fn updated(aws: &FakeAws, input: &Value) -> Value {
    let (pk, sk) = (&input["Key"]["pk"]["S"], &input["Key"]["sk"]["S"]);
    let key = |text: &Value| {
        aws_sdk_dynamodb::types::AttributeValue::S(text.as_str().unwrap().to_owned())
    };
    let found =
        aws.tables().get_item().table_name("readings").key("pk", key(pk)).key("sk", key(sk));
    let found = found.send().await.unwrap().item;
    let mut item: Map<String, Value> = found.map(as_json).unwrap_or_default();
    item.insert("pk".to_owned(), pk.clone());
    item.insert("sk".to_owned(), sk.clone());
    item.entry("revision").or_insert(json!(0));
    let expression = input["UpdateExpression"].as_str().unwrap();
    let (set, add) = expression.split_once(" ADD ").unwrap_or((expression, ""));
    for term in set.trim_start_matches("SET ").split(", ") {
        let Some((name, value)) = term.split_once(" = :") else { continue };
        let name = input["ExpressionAttributeNames"][name].as_str().unwrap_or(name);
        let value = &input["ExpressionAttributeValues"][format!(":{value}")];
        if !value.is_null() {
            item.insert(name.to_owned(), plain_value(value));
        }
    }
    if add == "revision :one" {
        item.insert("revision".to_owned(), json!(item["revision"].as_u64().unwrap() + 1));
    }
    Value::Object(item)
}

/// An item of the SDK's as plain JSON.
fn as_json(
    item: std::collections::HashMap<String, aws_sdk_dynamodb::types::AttributeValue>,
) -> Map<String, Value> {
    use aws_sdk_dynamodb::types::AttributeValue;
    fn plain(value: AttributeValue) -> Value {
        match value {
            AttributeValue::S(text) => json!(text),
            AttributeValue::N(number) => serde_json::from_str(&number).unwrap(),
            AttributeValue::Bool(truth) => json!(truth),
            AttributeValue::L(values) => values.into_iter().map(plain).collect(),
            AttributeValue::M(item) => Value::Object(as_json(item)),
            _ => Value::Null,
        }
    }
    item.into_iter().map(|(name, value)| (name, plain(value))).collect()
}

fn supply_points(customer: &str, version: u64, points: &[Value]) -> Update {
    update(customer, version, "supply_points", json!({ "supply_points": points }))
}

fn recorded(customer: &str, version: u64, readings: &[Value]) -> Update {
    update(customer, version, "readings", json!({ "readings": readings }))
}

fn update(customer: &str, version: u64, kind: &str, body: Value) -> Update {
    serde_json::from_value(json!({
        "id": format!("u-{customer}-{version}"), "version": version, "customer": customer,
        "created_at": "2026-03-01T00:00:00Z", "type": kind, "body": body,
    }))
    .unwrap()
}

fn point(id: &str, medium: &str, meters: Value) -> Value {
    json!({
        "id": id, "medium": medium, "code": { "scheme": "own", "code": format!("OM-{id}") },
        "address": {
            "street": "Vzorová", "number": "12", "city": "Brno", "postcode": "602 00", "country": "CZ",
        },
        "contract": {
            "number": format!("S-{id}"), "concluded_on": "2020-01-01", "valid_from": "2020-02-01",
            "product": "Vodné a stočné",
        },
        "meters": meters,
        "active": true,
    })
}

fn meter(id: &str, register: &str, decimals: u8) -> Value {
    let unit = if register == "T" { "m3" } else { "kwh" };
    json!({
        "id": id, "serial": format!("00-{id}"), "installed_on": "2020-02-01",
        "registers": [{
            "code": register, "unit": unit, "digits": 6, "decimals": decimals, "multiplier": "1",
            "initial": "0",
        }],
        "max_per_hour": if unit == "m3" { "3.125" } else { "17.25" },
    })
}

fn reading(meter: &str, read_on: &str, values: Value) -> Value {
    json!({
        "supply_point": "P-1", "meter": meter, "read_on": read_on, "kind": "actual",
        "values": values,
    })
}

/// The answer to an event in this world, and how many calls to AWS it took.
pub async fn tried(event: &str) -> (u16, usize) {
    let aws = told().await;
    (status(&aws, event).await, aws.operations().len())
}
