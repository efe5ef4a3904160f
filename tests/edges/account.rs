//! Customers and supply points: what is shown to whom, what is proposed, what
//! billing tells, and what operators find.

#![expect(clippy::unwrap_used, reason = "a test ends at the first surprise")]

mod import;
mod look;
mod office;
mod propose;

use std::sync::Arc;

use account::{App, Customers, Proposals, import as store, routes};
use axum::Router;
use portal_contracts::update::Update;
use portal_lambda::{Utility, access::token_hash};
use serde_json::{Value, json};

use crate::support::{
    access,
    aws::{FakeAws, plain_item},
    clock, journal, now, utility, world,
};

/// The feature, in a utility that speaks Czech and Polish.
fn portal(aws: &FakeAws) -> Router {
    let mut utility = utility();
    utility.languages.pop();
    portal_of(aws, utility)
}

fn portal_of(aws: &FakeAws, utility: Utility) -> Router {
    routes(App {
        access: access(aws),
        clock: clock(),
        journal: journal(aws),
        customers: customers(aws),
        proposals: Proposals::new(aws.tables(), "changes".to_owned()),
        utility: Arc::new(utility),
    })
}

fn customers(aws: &FakeAws) -> Customers {
    Customers::new(aws.tables(), "account".to_owned())
}

/// What billing told of Anna (`C-1001`, two points) and of Boris (`C-2002`, one
/// point), and an operator more: `ivo` may decide and not look at customers.
async fn told() -> FakeAws {
    let aws = world();
    aws.put(
        "access",
        json!({
            "pk": "user#ivo", "sk": format!("session#{}", token_hash("ivo-token")), "id": "s",
            "created_at": now(), "last_seen_at": now(), "idle_seconds": 1800,
            "expires_at": now().as_second() + 3600, "second_factor": true, "fresh_until": 0,
        }),
    );
    aws.put(
        "access",
        json!({
            "pk": "user#ivo", "sk": "staff", "permissions": ["changes_read", "changes_decide"],
            "active": true,
        }),
    );
    tell(&aws, &customer("C-1001", "Anna Ukázková", "anna@example.com")).await;
    let points = [point("P-1", "12", "E-111"), point("P-2", "17", "12 345 678")];
    tell(&aws, &supply_points("C-1001", &points)).await;
    tell(&aws, &customer("C-2002", "Boris Jiný", "boris@example.com")).await;
    tell(&aws, &supply_points("C-2002", &[point("P-9", "99", "E-999")])).await;
    aws.forget_calls();
    aws
}

/// Imports an update, and puts what the import wrote into the table.
async fn tell(aws: &FakeAws, update: &Update) {
    let (writes, batches) = (aws.writes().len(), aws.inputs("BatchWriteItem").len());
    store(&customers(aws), update).await.unwrap();
    for put in aws.writes().into_iter().skip(writes) {
        aws.put("account", plain_item(&put.input["Item"]));
    }
    for batch in aws.inputs("BatchWriteItem").into_iter().skip(batches) {
        for write in batch["RequestItems"]["account"].as_array().unwrap() {
            // A deleted entry may stay: it finds nothing any more.
            if let Some(put) = write.get("PutRequest") {
                aws.put("account", plain_item(&put["Item"]));
            }
        }
    }
}

/// Version 1 of what billing tells of a customer.
fn customer(id: &str, name: &str, email: &str) -> Update {
    update(
        id,
        1,
        "customer",
        json!({
            "name": name, "kind": "household", "language": "cs",
            "contact": { "email": email, "phone": "+420601123456" },
            "address": address("1"), "active": true,
        }),
    )
}

fn supply_points(customer: &str, points: &[Value]) -> Update {
    update(customer, 2, "supply_points", json!({ "supply_points": points }))
}

fn update(customer: &str, version: u64, kind: &str, body: Value) -> Update {
    serde_json::from_value(json!({
        "id": format!("u-{customer}-{version}"), "version": version, "customer": customer,
        "created_at": "2026-03-01T00:00:00Z", "type": kind, "body": body,
    }))
    .unwrap()
}

fn point(id: &str, number: &str, serial: &str) -> Value {
    json!({
        "id": id, "medium": "water", "code": { "scheme": "own", "code": format!("OM-{id}") },
        "address": address(number),
        "contract": {
            "number": format!("S-{id}"), "concluded_on": "2020-01-01", "valid_from": "2020-02-01",
            "product": "Vodné a stočné",
        },
        "meters": [{
            "id": format!("M-{id}"), "serial": serial, "installed_on": "2020-02-01",
            "registers": [{
                "code": "T", "unit": "m3", "digits": 5, "decimals": 0, "multiplier": "1", "initial": "0",
            }],
        }],
        "active": true,
    })
}

fn address(number: &str) -> Value {
    json!({
        "street": "Vzorová", "number": number, "city": "Brno", "postcode": "602 00", "country": "CZ",
    })
}

/// The answer to an event in this world, and how many calls to AWS it took.
pub async fn tried(event: &str) -> (u16, usize) {
    let aws = told().await;
    let status = crate::support::send(portal(&aws), &format!("account/{event}")).await.status;
    (status.as_u16(), aws.operations().len())
}
