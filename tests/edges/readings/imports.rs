//! What billing tells of meters and readings.

use portal_contracts::update::Unfit;
use readings::{Imported, import};
use serde_json::{Value, json};

use super::{meter, plain_item, point, reading, readings, recorded, supply_points, told, update};
use crate::support::aws::FakeAws;

const OLDER: &str = "ConditionalCheckFailedException";
/// The same, of one item of a transaction.
const OLDER_IN_ONE: &str = "ConditionalCheckFailed";

fn writes(aws: &FakeAws) -> usize {
    let write =
        |operation: &&String| !matches!(operation.as_str(), "GetItem" | "BatchGetItem" | "Query");
    aws.operations().iter().filter(write).count()
}

#[tokio::test]
async fn a_meter_is_written_beside_what_its_readings_say() {
    let aws = told().await;
    let mut one = point("P-2", "water", json!([meter("M-2", "T", 3)]));
    one["reading_window"] = json!({ "from": "2026-03-25", "to": "2026-04-05" });
    let kept = import(&readings(&aws), &supply_points("C-1001", 7, &[one])).await.unwrap();
    assert_eq!(kept, Imported::Kept);
    let input = &aws.inputs("UpdateItem")[0];
    assert_eq!(input["ConditionExpression"], "attribute_not_exists(#version) OR #version < :new");
    assert_eq!(input["ExpressionAttributeValues"][":new"], json!({ "N": "7" }));
    let names = input["ExpressionAttributeNames"].as_object().unwrap();
    assert!(!names.values().any(|name| name == "last" || name == "usual"), "{names:?}");
}

#[tokio::test]
async fn an_older_update_changes_nothing() {
    let aws = told().await;
    for _ in 0..2 {
        aws.refuse("UpdateItem", OLDER, json!({}));
    }
    let one = point("P-2", "water", json!([meter("M-2", "T", 3)]));
    let kept = import(&readings(&aws), &supply_points("C-1001", 1, &[one])).await.unwrap();
    assert_eq!(kept, Imported::Older);
    aws.refuse("PutItem", OLDER, json!({}));
    let old = recorded("C-1001", 1, &[reading("M-2", "2025-12-31", json!({"T": "1"}))]);
    let aws = told().await;
    aws.refuse("PutItem", OLDER, json!({}));
    assert_eq!(import(&readings(&aws), &old).await.unwrap(), Imported::Older);
}

#[tokio::test]
async fn a_meter_that_a_whole_point_names_no_more_is_dropped() {
    let aws = told().await;
    let without = point("P-1", "water", json!([meter("M-1", "T", 3)]));
    import(&readings(&aws), &supply_points("C-1001", 7, &[without])).await.unwrap();
    let dropped = aws.inputs("DeleteItem");
    assert_eq!(dropped.len(), 1);
    assert_eq!(dropped[0]["Key"]["sk"], json!({ "S": "meter#M-0" }));
}

#[tokio::test]
async fn readings_move_the_meter_on() {
    let aws = told().await;
    let mut one = reading("M-1", "2026-03-31", json!({"T": "570"}));
    one["invoice"] = json!("2026001");
    let kept = import(&readings(&aws), &recorded("C-1001", 3, &[one])).await.unwrap();
    assert_eq!(kept, Imported::Kept);
    let put = plain_item(&aws.inputs("PutItem")[0]["Item"]);
    let expected: [(&str, Value); 5] = [
        ("pk", json!("C-1001")),
        ("sk", json!("reading#M-1#2026-03-31")),
        ("values", json!({ "T": "570" })),
        ("invoice", json!("2026001")),
        ("version", json!(3)),
    ];
    for (name, value) in expected {
        assert_eq!(put[name], value, "{name}");
    }
    let refreshed = &aws.inputs("UpdateItem")[0];
    assert_eq!(
        refreshed["UpdateExpression"],
        "SET #last = :last, usual = :usual ADD revision :one"
    );
    assert_eq!(aws.operations(), ["GetItem", "PutItem", "Query", "UpdateItem"]);
}

/// A reading of each of the first `days` days of 2025, all of `M-1`.
fn many(days: i64) -> Vec<Value> {
    let first: jiff::civil::Date = "2025-01-01".parse().unwrap();
    let days = (0..days).map(|day| first + jiff::SignedDuration::from_hours(24 * day));
    days.map(|day| reading("M-1", &day.to_string(), json!({"T": "460"}))).collect()
}

#[tokio::test]
async fn many_readings_are_few_calls() {
    let aws = told().await;
    let mut all = many(119);
    all.push(reading("M-2", "2026-03-31", json!({"T": "8160"})));
    let kept = import(&readings(&aws), &recorded("C-1001", 3, &all)).await.unwrap();
    assert_eq!(kept, Imported::Kept);
    let mut operations = aws.operations();
    operations.sort();
    let transactions = ["TransactWriteItems"; 4];
    let reads = ["BatchGetItem", "Query", "Query"];
    assert_eq!(operations, [&reads[..], &transactions[..]].concat());
    let puts = aws.writes().into_iter().filter(|write| write.operation == "PutItem");
    let puts: Vec<Value> = puts.map(|put| put.input).collect();
    assert_eq!(puts.len(), 120);
    assert!(puts.iter().all(|put| {
        put["ConditionExpression"] == "attribute_not_exists(pk) OR #version < :new"
            && put["ExpressionAttributeValues"][":new"] == json!({ "N": "3" })
    }));
}

#[tokio::test]
async fn of_many_readings_only_those_that_are_older_are_left_out() {
    let aws = told().await;
    aws.cancel_transaction(&["None", OLDER_IN_ONE, "None"]);
    let kept = import(&readings(&aws), &recorded("C-1001", 3, &many(3))).await.unwrap();
    assert_eq!(kept, Imported::Kept);
    let tried = aws.inputs("TransactWriteItems");
    let days = |transaction: &Value| -> Vec<Value> {
        let items = transaction["TransactItems"].as_array().unwrap().iter();
        items.map(|item| item["Put"]["Item"]["read_on"]["S"].clone()).collect()
    };
    assert_eq!(days(&tried[1]), [json!("2025-01-01"), json!("2025-01-03")]);

    let aws = told().await;
    aws.cancel_transaction(&[OLDER_IN_ONE; 3]);
    let kept = import(&readings(&aws), &recorded("C-1001", 3, &many(3))).await.unwrap();
    assert_eq!(kept, Imported::Older);
    assert_eq!(aws.inputs("TransactWriteItems").len(), 1, "nothing is tried again");
}

#[tokio::test]
async fn a_throttled_transaction_is_tried_again() {
    let aws = told().await;
    aws.cancel_transaction(&["None", "ThrottlingError", OLDER_IN_ONE]);
    let kept = import(&readings(&aws), &recorded("C-1001", 3, &many(3))).await.unwrap();
    assert_eq!(kept, Imported::Kept);
    let tried = aws.inputs("TransactWriteItems");
    assert_eq!(tried[0]["TransactItems"], tried[1]["TransactItems"]);
}

#[tokio::test]
async fn of_two_readings_of_one_day_the_first_stands() {
    let aws = told().await;
    let twice = ["460", "461"].map(|state| reading("M-1", "2026-03-31", json!({"T": state})));
    import(&readings(&aws), &recorded("C-1001", 3, &twice)).await.unwrap();
    let states = aws.inputs("PutItem").into_iter().map(|put| put["Item"]["values"].clone());
    let states: Vec<Value> = states.collect();
    // The condition of the second fails on the first.
    assert_eq!(states, [json!({"M": {"T": {"S": "460"}}}), json!({"M": {"T": {"S": "461"}}})]);
}

#[tokio::test]
async fn a_reading_of_an_unknown_meter_is_unfit() {
    for known in [&[][..], &[reading("M-1", "2026-03-31", json!({"T": "570"}))]] {
        let aws = told().await;
        let stray = reading("M-77", "2026-03-31", json!({"T": "570"}));
        let stray = recorded("C-1001", 3, &[known, &[stray]].concat());
        let error = import(&readings(&aws), &stray).await.unwrap_err();
        let unfit = error.downcast_ref::<Unfit>().unwrap();
        assert_eq!(unfit.reason, "meter_unknown");
        assert!(unfit.detail.contains("M-77"), "{unfit:?}");
        assert_eq!(writes(&aws), 0);
    }
}

#[tokio::test]
async fn what_tells_of_no_meter_is_let_pass() {
    let aws = told().await;
    let invoices = update("C-1001", 3, "invoices", json!({ "invoices": [] }));
    assert_eq!(import(&readings(&aws), &invoices).await.unwrap(), Imported::NotOurs);
    assert!(aws.calls().is_empty());
}
