//! What operators find, and what is written down when they look.

use insta::assert_snapshot;
use serde_json::{Value, json};

use super::{customer, plain_item, portal, supply_points, tell, told};
use crate::support::{aws::FakeAws, send};

async fn answer(aws: &FakeAws, event: &str) -> String {
    format!("{:?}", send(portal(aws), &format!("account/{event}")).await)
}

async fn hits(aws: &FakeAws, event: &str) -> Value {
    send(portal(aws), &format!("account/{event}")).await.json()
}

#[tokio::test]
async fn several_words_find_the_customer_who_has_them_all() {
    let aws = told().await;
    assert_snapshot!(
        answer(&aws, "search").await,
        @r#"200 {"hits":[{"customer":"C-1001","name":"Anna Ukázková","matched":{"kind":"customer","id":"C-1001","label":"Anna Ukázková"}}],"next":null}"#
    );
    let calls = ["BatchGetItem", "Query", "Query", "BatchGetItem"];
    assert_eq!(aws.operations(), calls, "the session, each word, the check");
}

#[tokio::test]
async fn a_part_of_a_meter_s_number_finds_its_customer() {
    let aws = told().await;
    assert_snapshot!(
        answer(&aws, "search-meter").await,
        @r#"200 {"hits":[{"customer":"C-1001","name":"Anna Ukázková","matched":{"kind":"meter","id":"M-P-2","label":"12 345 678"}}],"next":null}"#
    );
    assert_eq!(aws.operations(), ["BatchGetItem", "Query", "BatchGetItem"]);
}

#[tokio::test]
async fn nothing_found_is_an_empty_list() {
    let aws = told().await;
    assert_eq!(answer(&aws, "search-nothing").await, r#"200 {"hits":[],"next":null}"#);
    assert_eq!(aws.operations(), ["BatchGetItem", "Query"]);
}

#[tokio::test]
async fn names_are_told_of_customers_who_are_there() {
    let aws = told().await;
    let names = r#"200 {"names":{"C-1001":"Anna Ukázková"}}"#;
    assert_eq!(answer(&aws, "names").await, names);
    assert_eq!(aws.operations(), ["BatchGetItem", "BatchGetItem"]);
    assert_eq!(hits(&aws, "names-malformed").await["code"], json!("malformed_query"));
    assert_eq!(hits(&aws, "names-by-customer").await["code"], json!("not_found"));
    assert_eq!(hits(&aws, "names-signed-out").await["code"], json!("signed_out"));
}

#[tokio::test]
async fn a_question_is_neither_too_short_nor_too_long() {
    for (event, code) in [("search-short", "search_too_short"), ("search-long", "search_too_long")]
    {
        let aws = told().await;
        let problem = hits(&aws, event).await;
        assert_eq!((&problem["code"], &problem["field"]), (&json!(code), &json!("q")));
        assert_eq!(aws.operations(), ["BatchGetItem"]);
    }
}

#[tokio::test]
async fn an_entry_that_was_left_behind_finds_nothing() {
    let aws = told().await;
    aws.put("account", json!({ "pk": "find#ost", "sk": "ostrava#C-1001" }));
    aws.put("account", json!({ "pk": "find#ost", "sk": "ostrava#C-4242" }));
    assert_eq!(answer(&aws, "search-nothing").await, r#"200 {"hits":[],"next":null}"#);
}

/// Thirty people more of the same name.
async fn namesakes(aws: &FakeAws) {
    for n in 0..30 {
        let id = format!("C-30{n:02}");
        tell(aws, &customer(&id, "Anna Ukázková", "x@example.com")).await;
    }
    aws.forget_calls();
}

#[tokio::test]
async fn many_hits_come_in_pages() {
    let aws = told().await;
    namesakes(&aws).await;
    let page = hits(&aws, "search").await;
    assert_eq!(page["hits"].as_array().unwrap().len(), 20);
    let next = page["next"].as_str().unwrap();
    let place = base64_text(next);
    assert!(
        place.starts_with("ukazkova\nukazkova#C-30") || place.starts_with("brno\nbrno#C-30"),
        "{place}"
    );

    aws.forget_calls();
    hits(&aws, "search-next").await;
    assert_eq!(aws.operations(), ["BatchGetItem", "Query", "BatchGetItem"]);
    let start = &aws.inputs("Query")[0]["ExclusiveStartKey"];
    let expected = json!({ "pk": { "S": "find#uka" }, "sk": { "S": "ukazkova#C-1001" } });
    assert_eq!(*start, expected);
}

fn base64_text(cursor: &str) -> String {
    let keys = portal_lambda::cursor::read(cursor, &["part", "sk"]).unwrap();
    format!("{}\n{}", keys["part"].as_s().unwrap(), keys["sk"].as_s().unwrap())
}

#[tokio::test]
async fn a_customer_with_many_points_is_one_hit() {
    let aws = told().await;
    let points: Vec<_> = (0..40).map(|n| super::point(&format!("P-5{n:02}"), "17", "x")).collect();
    tell(&aws, &supply_points("C-1001", &points)).await;
    let found = hits(&aws, "search").await;
    assert_eq!(found["hits"].as_array().unwrap().len(), 1);
}

#[tokio::test]
async fn a_cursor_looks_for_nothing_else() {
    assert!(answer(&told().await, "search-forged-cursor").await.contains("malformed_cursor"));
}

#[tokio::test]
async fn a_look_at_a_customer_is_in_their_journal() {
    for (event, what, read) in [
        ("office-customer", "customer", "Query"),
        ("office-supply-points", "supply_points", "Query"),
        ("office-supply-point", "supply_point P-2", "GetItem"),
    ] {
        let aws = told().await;
        let shown = answer(&aws, event).await;
        assert!(shown.starts_with("200") && shown.contains("P-2"), "{event}: {shown}");
        assert_eq!(aws.operations(), ["BatchGetItem", read, "PutItem"]);
        let entry = &aws.inputs("PutItem")[0];
        assert_eq!(entry["TableName"], "journal");
        let entry = plain_item(&entry["Item"]);
        let expected = ("customer#C-1001", "looked_at", "rene", what);
        let text = |name: &str| entry[name].as_str().unwrap().to_owned();
        let found = (text("pk"), text("action"), text("actor"), text("detail"));
        assert_eq!((&*found.0, &*found.1, &*found.2, &*found.3), expected);
    }
}

#[tokio::test]
async fn what_is_not_there_is_not_in_a_journal() {
    for event in ["office-customer-missing", "office-supply-point-missing"] {
        let aws = told().await;
        assert!(answer(&aws, event).await.starts_with("404"), "{event}");
        assert!(aws.inputs("PutItem").is_empty());
    }
}

#[tokio::test]
async fn what_cannot_be_written_down_is_not_shown() {
    let aws = told().await;
    aws.refuse("PutItem", "InternalServerError", json!({}));
    assert!(answer(&aws, "office-customer").await.starts_with("500"));
}

#[tokio::test]
async fn the_office_is_for_operators_who_may_look() {
    for route in ["search", "office-customer", "office-supply-points", "office-supply-point"] {
        for (case, status) in [("signed-out", 401), ("by-customer", 404), ("not-permitted", 403)] {
            let aws = told().await;
            let answer = send(portal(&aws), &format!("account/{route}-{case}")).await;
            assert_eq!(answer.status.as_u16(), status, "{route}-{case}");
            assert!(aws.operations().len() <= 1, "{route}-{case}: nothing was read");
        }
    }
    let without = answer(&told().await, "search-without-second-factor").await;
    assert!(without.contains("second_factor_required"), "{without}");
}
