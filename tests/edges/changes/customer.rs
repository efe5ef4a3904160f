//! A customer's own changes.

use serde_json::json;

use super::*;

#[tokio::test]
async fn a_customer_sees_their_changes_for_one_look_up_and_one_query() {
    let aws = world();
    let answer = send(&aws, "list").await;
    assert_eq!(answer.status.as_u16(), 200);
    let mut ids = ids(&answer);
    ids.sort();
    assert_eq!(ids, ["contact", "first-eyes", "handed", "reading", "vera", "withdrawn"]);
    assert_eq!(aws.operations(), ["BatchGetItem", "Query"]);
    let query = &aws.inputs("Query")[0];
    assert_eq!(query["IndexName"], "history");
    assert_eq!(query["ScanIndexForward"], false);
    assert_eq!(query["ConsistentRead"], true);
    assert_eq!(query["FilterExpression"], json!(null));
}

#[tokio::test]
async fn a_list_is_for_the_customers_people_only() {
    assert_eq!(status("list-signed-out").await, 401);
    assert_eq!(status("list-foreign").await, 404);
    assert_eq!(status("list-forged-cursor").await, 400);
}

#[tokio::test]
async fn a_list_is_narrowed_to_a_subject_and_to_the_viewers_supply_point() {
    let aws = world();
    send(&aws, "list-subject").await;
    let query = &aws.inputs("Query")[0];
    assert_eq!(query["FilterExpression"], "#subject = :subject");
    assert_eq!(query["ExpressionAttributeValues"][":subject"]["S"], "contact");

    let aws = world();
    send(&aws, "list-limited").await;
    let query = &aws.inputs("Query")[0];
    assert_eq!(query["FilterExpression"], "#supply_point = :supply_point");
    assert_eq!(query["ExpressionAttributeValues"][":supply_point"]["S"], "P-1");
}

#[tokio::test]
async fn a_long_list_goes_on_where_it_ended() {
    let aws = world();
    let last = json!({
        "pk": {"S": "C-1001"}, "sk": {"S": "change#x"}, "history_key": {"S": "2026-03-01#x"},
    });
    for _ in 0..4 {
        aws.answer("Query", json!({ "Items": [], "LastEvaluatedKey": last }));
    }
    let answer = send(&aws, "list-subject").await.json();
    // The filter left nothing of four pages: that's enough for one request.
    assert_eq!(aws.operations(), ["BatchGetItem", "Query", "Query", "Query", "Query"]);
    assert_eq!(aws.inputs("Query")[1]["ExclusiveStartKey"], last);
    assert!(answer["next"].is_string(), "{answer}");
}

#[tokio::test]
async fn a_change_is_shown_without_the_names_of_operators() {
    let aws = world();
    let answer = send(&aws, "show").await;
    let expected = json!({
        "id": "reading", "customer": "C-1001", "kind": "reading", "subject": "meter/M-1",
        "data": {
            "supply_point": "P-1", "meter": "M-1", "serial": "E-1001", "read_on": "2026-03-31",
            "values": {"T": "4512.5"}, "before": {"T": "4400"}, "before_on": "2026-02-28",
            "rolled_over": [],
        },
        "state": "proposed", "findings": ["R06"], "evidence": {"expected": "110"},
        "proposed_at": "2026-03-31T09:00:00Z", "late": false,
        "history": [{"state": "proposed", "at": "2026-03-31T09:00:00Z", "by": "customer"}],
        "version": 1,
    });
    assert_eq!(answer.json(), expected);
    assert_eq!(aws.operations(), ["BatchGetItem", "GetItem"]);
}

#[tokio::test]
async fn a_change_of_somebody_else_is_not_there() {
    assert_eq!(status("show-signed-out").await, 401);
    assert_eq!(status("show-foreign").await, 404);
    assert_eq!(status("show-foreign-change").await, 404);
    assert_eq!(status("show-limited").await, 200);
    assert_eq!(status("show-limited-other").await, 404);
}

#[tokio::test]
async fn evidence_that_may_name_other_points_stays_with_who_sees_them() {
    // Vera sees P-1 only. Of that point are Anna's reading and her own.
    for (event, proposer) in [("show-limited", "anna"), ("withdraw-own-by-viewer", "vera")] {
        let answer = send(&world(), event).await.json();
        assert_eq!(answer["evidence"].is_null(), proposer == "anna", "{event}: {answer}");
    }
    let list = send(&world(), "list-limited").await.json();
    for change in list["changes"].as_array().unwrap() {
        let own = change["id"] == "vera";
        let of_a_reading = change["kind"] == "reading";
        assert_eq!(change["evidence"].is_object(), own && of_a_reading, "{change}");
    }
}

#[tokio::test]
async fn withdrawing_frees_the_subject_in_the_same_transaction() {
    let aws = world();
    let answer = send(&aws, "withdraw").await;
    assert_eq!((answer.status.as_u16(), &answer.json()["state"]), (200, &json!("withdrawn")));
    assert_eq!(aws.operations(), ["BatchGetItem", "GetItem", "TransactWriteItems"]);
    assert_eq!(
        written(&aws),
        [
            "Put change#reading if #state = :state AND #version = :version",
            "Delete open#meter/M-1 if attribute_not_exists(pk) OR #change = :change",
        ]
    );
    assert_eq!(kept(&aws)["risk_key"], json!(null));
}

#[tokio::test]
async fn the_holder_and_the_proposer_withdraw_and_nobody_else() {
    assert_eq!(status("withdraw-signed-out").await, 401);
    assert_eq!(status("withdraw-foreign").await, 404);
    assert_eq!(status("withdraw-foreign-change").await, 404);
    assert_eq!(status("withdraw-by-viewer").await, 403);
    assert_eq!(status("withdraw-own-by-viewer").await, 200);
}

#[tokio::test]
async fn what_is_decided_is_not_withdrawn_and_what_is_withdrawn_stays_so() {
    let aws = world();
    let decided = send(&aws, "withdraw-decided").await;
    assert_eq!((decided.status.as_u16(), &decided.json()["code"]), (409, &json!("change_decided")));
    assert_eq!(send(&aws, "withdraw-again").await.status.as_u16(), 200);
    assert_eq!(aws.inputs("TransactWriteItems"), [] as [Value; 0]);
}

#[tokio::test]
async fn an_operator_who_is_a_moment_earlier_wins() {
    let aws = world();
    let there = Change::from(proposal("reading", "C-1001", "anna", reading(), at(31, 9))).stepped(
        State::Approved,
        at(31, 11),
        By::Operator,
        None,
    );
    find_there(&aws, 0, 2, wire_item(&there.to_item().unwrap()));
    let answer = send(&aws, "withdraw").await;
    assert_eq!((answer.status.as_u16(), &answer.json()["code"]), (409, &json!("change_decided")));
}
