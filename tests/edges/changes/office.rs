//! The office: the work list and decisions.

use serde_json::json;

use super::*;

#[tokio::test]
async fn the_work_list_costs_one_look_up_and_one_query() {
    let aws = world();
    let answer = send(&aws, "work-list").await;
    let mut ids = ids(&answer);
    ids.sort();
    assert_eq!(ids, ["boris", "contact", "first-eyes", "olga", "reading", "vera"]);
    assert_eq!(aws.operations(), ["BatchGetItem", "Query"]);
    let query = &aws.inputs("Query")[0];
    assert_eq!((&query["IndexName"], &query["ScanIndexForward"]), (&json!("work"), &json!(true)));

    let body = answer.json();
    let change = body["changes"].as_array().unwrap().iter();
    let reading = change.clone().find(|change| change["id"] == "reading").unwrap();
    assert_eq!((&reading["proposed_by"], &reading["risk"]), (&json!("anna"), &json!(4)));
    assert_eq!(reading["history"][0]["who"], "anna");
    let first = change.clone().find(|change| change["id"] == "first-eyes").unwrap();
    assert_eq!(first["approvals"], json!([{"who": "olga", "at": "2026-03-31T09:00:00Z"}]));
}

#[tokio::test]
async fn the_work_list_is_sorted_by_risk_and_filtered_by_kind() {
    let aws = world();
    assert_eq!(send(&aws, "work-list-risk").await.status.as_u16(), 200);
    let query = &aws.inputs("Query")[0];
    assert_eq!(query["IndexName"], "risk");
    assert_eq!(query["FilterExpression"], "#kind = :kind");
    assert_eq!(query["ExpressionAttributeValues"][":kind"]["S"], "reading");

    let refused = send(&aws, "work-list-risk-applied").await;
    assert_eq!(refused.json()["code"], "only_proposed_has_risk");
}

#[tokio::test]
async fn what_billing_is_silent_about_too_long_is_late() {
    let answer = send(&world(), "work-list-late").await;
    assert_eq!(ids(&answer), ["handed"]);
    assert_eq!(answer.json()["changes"][0]["late"], true);

    let patient = json!({ "reading": { "late_after_hours": 200 } });
    let answer = send_with(&world(), patient, "work-list-late").await;
    assert_eq!(ids(&answer), [] as [String; 0]);
}

#[tokio::test]
async fn work_is_counted_by_kind_in_two_queries() {
    let aws = world();
    let answer = send(&aws, "counts").await;
    let expected = json!({ "proposed": { "reading": 2, "contact": 4 }, "late": 1, "more": false });
    assert_eq!(answer.json(), expected);
    assert_eq!(aws.operations(), ["BatchGetItem", "Query", "Query"]);
}

#[tokio::test]
async fn counting_ends_after_the_first_thousand() {
    let aws = world();
    let line = json!({ "kind": {"S": "reading"}, "since": {"S": "2026-03-31T09:00:00.000Z"} });
    let last = json!({ "pk": {"S": "C"}, "sk": {"S": "change#x"}, "work": {"S": "proposed"}, "since": {"S": "x"} });
    for _ in 0..2 {
        aws.answer("Query", json!({ "Items": vec![&line; 500], "LastEvaluatedKey": last }));
    }
    let answer = send(&aws, "counts").await.json();
    assert_eq!((&answer["proposed"]["reading"], &answer["more"]), (&json!(1000), &json!(true)));
    assert_eq!(aws.inputs("Query")[1]["Limit"], 500);
}

#[tokio::test]
async fn every_look_into_a_customers_changes_is_in_their_journal() {
    for (event, what) in [("office-list", "changes"), ("office-show", "changes/reading")] {
        let aws = world();
        assert_eq!(send(&aws, event).await.status.as_u16(), 200);
        let entry = &aws.inputs("PutItem")[0]["Item"];
        assert_eq!(entry["pk"]["S"], "customer#C-1001");
        assert_eq!((&entry["actor"]["S"], &entry["detail"]["S"]), (&json!("rene"), &json!(what)));
        assert_eq!(aws.operations().len(), 3, "{:?}", aws.operations());
    }
    assert_eq!(status("office-show-missing").await, 404);
}

#[tokio::test]
async fn the_office_is_for_operators_with_the_permission() {
    for handler in ["work-list", "counts", "office-list", "office-show"] {
        assert_eq!(status(&format!("{handler}-signed-out")).await, 401, "{handler}");
        assert_eq!(status(&format!("{handler}-by-customer")).await, 404, "{handler}");
        assert_eq!(status(&format!("{handler}-not-permitted")).await, 403, "{handler}");
    }
    assert_eq!(status("decide-signed-out").await, 401);
    assert_eq!(status("decide-by-customer").await, 404);
    assert_eq!(status("decide-not-permitted").await, 403);
    assert_eq!(status("decide-without-second-factor").await, 403);
}

#[tokio::test]
async fn an_approval_is_the_change_and_its_notice_in_one_transaction() {
    let aws = world();
    let answer = send(&aws, "decide").await;
    let expected = json!({ "results": [
        { "customer": "C-1001", "id": "reading", "result": "decided", "state": "approved" },
    ]});
    assert_eq!(answer.json(), expected);
    assert_eq!(aws.operations(), ["BatchGetItem", "BatchGetItem", "TransactWriteItems"]);
    assert_eq!(
        written(&aws),
        [
            "Put change#reading if #state = :state AND #version = :version AND #proposer <> :user",
            "Put notice#reading#approved if -",
        ]
    );
    let kept = kept(&aws);
    assert_eq!((&kept["due"]["S"], &kept["version"]["N"]), (&json!("handover"), &json!("2")));
    let values = &aws.inputs("TransactWriteItems")[0]["TransactItems"][0]["Put"]["ExpressionAttributeValues"];
    let expected =
        json!({":state": {"S": "proposed"}, ":version": {"N": "1"}, ":user": {"S": "olga"}});
    assert_eq!(values, &expected);
}

#[tokio::test]
async fn a_rejection_has_a_reason_and_frees_the_subject() {
    let aws = world();
    let answer = send(&aws, "decide-reject").await;
    assert_eq!(answer.json()["results"][0]["state"], "rejected");
    let keys: Vec<_> =
        written(&aws).iter().map(|line| line.split(" if").next().unwrap().to_owned()).collect();
    assert_eq!(
        keys,
        ["Put change#reading", "Delete open#meter/M-1", "Put notice#reading#rejected"]
    );
    let notice = &aws.inputs("TransactWriteItems")[0]["TransactItems"][2]["Put"]["Item"];
    assert_eq!(notice["reason"]["M"]["text"]["S"], "The photo is blurred.");

    let aws = world();
    let refused = send(&aws, "decide-reject-without-reason").await;
    assert_eq!((refused.status.as_u16(), &refused.json()["field"]), (422, &json!("reason")));
    assert_eq!(aws.operations(), ["BatchGetItem"]);
}

#[tokio::test]
async fn of_many_each_is_answered_by_itself() {
    let aws = world();
    let answer = send(&aws, "decide-many").await.json();
    let results: Vec<_> = answer["results"].as_array().unwrap().iter().collect();
    let results: Vec<_> = results.iter().map(|one| (&one["id"], &one["result"])).collect();
    let expected = json!([
        ["reading", "decided"],
        ["contact", "changed"],
        ["handed", "already_decided"],
        ["olga", "own_change"],
        ["nothing", "not_found"],
    ]);
    assert_eq!(json!(results), expected);
    assert_eq!(aws.operations(), ["BatchGetItem", "BatchGetItem", "TransactWriteItems"]);
}

#[tokio::test]
async fn a_list_of_decisions_is_neither_empty_nor_endless_nor_ambiguous() {
    for (event, code) in [
        ("decide-none", "no_changes"),
        ("decide-too-many", "too_many_changes"),
        ("decide-twice-named", "change_named_twice"),
    ] {
        let answer = send(&world(), event).await;
        assert_eq!((answer.status.as_u16(), &answer.json()["code"]), (422, &json!(code)));
    }
}

#[tokio::test]
async fn of_two_operators_at_once_one_decides() {
    let aws = world();
    let there = Change::from(proposal("reading", "C-1001", "anna", reading(), at(31, 9))).stepped(
        State::Rejected,
        at(31, 11),
        By::Operator,
        Some("otto".parse().unwrap()),
    );
    find_there(&aws, 0, 2, wire_item(&there.to_item().unwrap()));
    let answer = send(&aws, "decide").await.json();
    let expected = json!({ "results": [
        { "customer": "C-1001", "id": "reading", "result": "already_decided", "state": "rejected" },
    ]});
    assert_eq!(answer, expected);
}

#[tokio::test]
async fn a_transaction_that_meets_another_is_tried_again_with_the_same_token() {
    let aws = world();
    aws.cancel_transaction(&["TransactionConflict", "None"]);
    let answer = send(&aws, "decide").await.json();
    assert_eq!(answer["results"][0]["result"], "decided");
    let tries = aws.inputs("TransactWriteItems");
    assert_eq!(tries.len(), 2);
    assert_eq!(tries[0]["ClientRequestToken"], tries[1]["ClientRequestToken"]);
}

#[tokio::test]
async fn with_four_eyes_the_first_yes_is_kept_and_the_second_decides() {
    let rules = || json!({ "reading": { "four_eyes": true }, "contact": { "four_eyes": true } });
    let aws = world();
    let answer = send_with(&aws, rules(), "decide").await.json();
    assert_eq!(answer["results"][0]["result"], "awaiting_second");
    assert_eq!(answer["results"][0]["state"], "proposed");
    assert_eq!(written(&aws).len(), 1);
    let first = kept(&aws);
    assert_eq!((&first["state"]["S"], &first["due"]), (&json!("proposed"), &json!(null)));

    let aws = world();
    let answer = send_with(&aws, rules(), "decide-first-again").await.json();
    assert_eq!(answer["results"][0]["result"], "awaiting_second");
    assert_eq!(aws.inputs("TransactWriteItems"), [] as [Value; 0]);

    let answer = send_with(&world(), rules(), "decide-second").await.json();
    assert_eq!(answer["results"][0]["result"], "decided");
}
