//! What billing tells of meters and readings.

use portal_contracts::update::Unfit;
use readings::{Imported, import};
use serde_json::{Value, json};

use super::{meter, plain_item, point, reading, readings, recorded, supply_points, told, update};
use crate::support::aws::FakeAws;

const OLDER: &str = "ConditionalCheckFailedException";

fn writes(aws: &FakeAws) -> usize {
    let write = |operation: &&String| {
        matches!(operation.as_str(), "PutItem" | "UpdateItem" | "DeleteItem" | "BatchWriteItem")
    };
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

#[tokio::test]
async fn a_reading_of_an_unknown_meter_is_unfit() {
    let aws = told().await;
    let stray = recorded("C-1001", 3, &[reading("M-77", "2026-03-31", json!({"T": "570"}))]);
    let error = import(&readings(&aws), &stray).await.unwrap_err();
    assert_eq!(error.downcast_ref::<Unfit>().unwrap().reason, "meter_unknown");
    assert_eq!(writes(&aws), 0);
}

#[tokio::test]
async fn what_tells_of_no_meter_is_let_pass() {
    let aws = told().await;
    let invoices = update("C-1001", 3, "invoices", json!({ "invoices": [] }));
    assert_eq!(import(&readings(&aws), &invoices).await.unwrap(), Imported::NotOurs);
    assert!(aws.calls().is_empty());
}
