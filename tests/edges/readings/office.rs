//! Operators look, and each look is in the customer's journal.

use portal_lambda::access::token_hash;
use serde_json::{Value, json};

use super::{answer, plain_item, status, told};
use crate::support::{aws::FakeAws, now};

/// What the journal was told.
fn journal(aws: &FakeAws) -> Vec<Value> {
    aws.inputs("PutItem").iter().map(|input| plain_item(&input["Item"])).collect()
}

#[tokio::test]
async fn an_operator_sees_a_customer_s_meters_and_it_is_noted() {
    let aws = told().await;
    assert_eq!(status(&aws, "office-list-meters").await, 200);
    assert_eq!(aws.operations(), ["BatchGetItem", "Query", "PutItem"]);
    let entries = journal(&aws);
    assert_eq!(entries[0]["pk"], json!("customer#C-1001"));
    assert_eq!((&entries[0]["actor"], &entries[0]["detail"]), (&json!("rene"), &json!("meters")));
}

#[tokio::test]
async fn an_operator_sees_a_meter_s_past_and_it_is_noted() {
    let aws = told().await;
    let answer = answer(&aws, "office-show-meter").await;
    assert!(answer.starts_with("200 ") && answer.contains("547.5"), "{answer}");
    assert_eq!(aws.calls().len(), 4);
    assert_eq!(journal(&aws)[0]["detail"], json!("meter M-1"));
}

#[tokio::test]
async fn what_is_not_there_was_not_looked_at() {
    let aws = told().await;
    assert_eq!(status(&aws, "office-show-meter-missing").await, 404);
    assert!(journal(&aws).is_empty());
}

#[tokio::test]
async fn only_operators_with_the_permission_look() {
    let aws = told().await;
    let pk = "user#ivo";
    aws.put(
        "access",
        json!({
            "pk": pk, "sk": format!("session#{}", token_hash("ivo-token")), "id": "s",
            "created_at": now(), "last_seen_at": now(), "idle_seconds": 1800,
            "expires_at": now().as_second() + 3600, "second_factor": true, "fresh_until": 0,
        }),
    );
    let permissions = ["changes_read", "changes_decide"];
    let staff = json!({ "pk": pk, "sk": "staff", "permissions": permissions, "active": true });
    aws.put("access", staff);
    for route in ["office-list-meters", "office-show-meter"] {
        assert_eq!(status(&aws, &format!("{route}-not-permitted")).await, 403, "{route}");
        assert_eq!(status(&aws, &format!("{route}-by-customer")).await, 404, "{route}");
    }
    assert!(journal(&aws).is_empty());
}
