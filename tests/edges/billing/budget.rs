//! What a message costs, in calls to AWS: filling the portal with a whole
//! utility takes minutes only if these are few.

use std::{collections::BTreeMap, fs, path::Path};

use aws_lambda_events::sqs::SqsMessage;
use billing::LONGEST_BYTES;
use serde_json::{Value, json};

use super::{batch, come_again, dead, event, message, string};
use crate::support::aws::FakeAws;

/// What a message costs: of each operation, how many calls.
async fn cost(aws: &FakeAws, message: SqsMessage) -> Vec<(String, usize)> {
    aws.forget_calls();
    assert_eq!(come_again(aws, batch(vec![message])).await, [0; 0]);
    assert_eq!(dead(aws), []);
    let mut calls = BTreeMap::new();
    for operation in aws.operations() {
        *calls.entry(operation).or_default() += 1;
    }
    calls.into_iter().collect()
}

/// An update of the events, with its list of `name` as `list` makes it.
fn with_list(event_name: &str, name: &str, list: impl Fn(&Value) -> Vec<Value>) -> SqsMessage {
    let text = fs::read_to_string(
        Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("../events/billing/{event_name}.json")),
    );
    let mut update: Value = serde_json::from_str(&text.unwrap()).unwrap();
    update["body"][name] = list(&update["body"][name][0]).into();
    let customer = string(&update["customer"]);
    message("1", &customer, &update)
}

#[track_caller]
fn check_cost(cost: &[(String, usize)], expected: &[(&str, usize)]) {
    let cost: Vec<_> = cost.iter().map(|(name, calls)| (name.as_str(), *calls)).collect();
    assert_eq!(cost, expected);
}

#[tokio::test]
async fn filling_a_customer_keeps_its_budget() {
    let aws = FakeAws::default();
    let [customer, ..] = &event("take").records[..] else { panic!() };
    // auth: what is known of them, facts, two people named, their log-ins;
    // account: the customer, what finds them; readings: whether they're chosen.
    let calls = cost(&aws, customer.clone()).await;
    check_cost(&calls, &[("BatchWriteItem", 3), ("GetItem", 4), ("PutItem", 6)]);

    // Twenty points with forty meters; invoices: what their contracts say.
    let points = with_list("update-supply-points", "supply_points", |point| {
        let numbered = |number: usize| {
            let mut point = point.clone();
            point["id"] = json!(format!("P-{number}"));
            for meter in point["meters"].as_array_mut().unwrap() {
                let id = string(&meter["id"]);
                meter["id"] = json!(format!("{id}-{number}"));
            }
            point
        };
        (0..20).map(numbered).collect()
    });
    let calls = cost(&aws, points).await;
    let batches = aws.inputs("BatchWriteItem").len();
    let expected = [
        ("BatchWriteItem", batches),
        ("GetItem", 1),
        ("PutItem", 1),
        ("Query", 1),
        ("TransactWriteItems", 4),
    ];
    check_cost(&calls, &expected);
    assert!(batches <= 8, "{batches}");

    let invoices = with_list("update-invoices", "invoices", |invoice| {
        let numbered = |number: usize| {
            let mut invoice = invoice.clone();
            invoice["number"] = json!(format!("{}-{number}", string(&invoice["number"])));
            invoice
        };
        (0..50).map(numbered).collect()
    });
    // auth: what proves who somebody is; invoices: what is kept, and what isn't.
    let calls = cost(&aws, invoices).await;
    check_cost(&calls, &[("BatchGetItem", 1), ("TransactWriteItems", 2)]);
}

#[tokio::test]
async fn a_message_of_readings_as_long_as_allowed_keeps_its_budget() {
    let aws = FakeAws::default();
    aws.put("readings", meter("M-1"));
    let first: jiff::civil::Date = "2000-01-01".parse().unwrap();
    let longest = with_list("update-readings", "readings", |reading| {
        let on = |day: i64| {
            let mut reading = reading.clone();
            reading["meter"] = json!("M-1");
            reading["read_on"] =
                json!((first + jiff::SignedDuration::from_hours(24 * day)).to_string());
            reading
        };
        let length = on(0).to_string().len() + 1;
        let most = (LONGEST_BYTES - 300) / length;
        (0..i64::try_from(most).unwrap()).map(on).collect()
    });
    let calls = cost(&aws, longest).await;
    let readings = aws.writes().iter().filter(|write| write.operation == "PutItem").count();
    assert!(readings > 500, "{readings}");
    let transactions = readings.div_ceil(50);
    let expected =
        [("GetItem", 1), ("Query", 1), ("TransactWriteItems", transactions), ("UpdateItem", 1)];
    check_cost(&calls, &expected);
}

/// What the readings table has of a water meter of `C-1001`.
fn meter(id: &str) -> Value {
    json!({
        "pk": "C-1001", "sk": format!("meter#{id}"), "id": id, "serial": "1", "supply_point": "P-1",
        "medium": "water", "point_label": "Vzorová 1", "point_active": true,
        "installed_on": "2000-01-01", "removed_on": null, "max_per_hour": null, "window": null,
        "self_reading": null, "version": 1,
        "registers": [{
            "code": "T", "unit": "m3", "digits": 5, "decimals": 3, "multiplier": "1", "initial": "0",
        }],
    })
}
