//! What the customer and who may look see of meters and their past.

use serde_json::{Value, json};

use super::{
    answer, meter, point, portal_of, reading, recorded, status, supply_points, tell, told, update,
};
use crate::support::{aws::FakeAws, send, utility};

async fn body(aws: &FakeAws, event: &str) -> Value {
    let answer = answer(aws, event).await;
    assert!(answer.starts_with("200 "), "{event}: {answer}");
    serde_json::from_str(&answer[4..]).unwrap()
}

fn ids(body: &Value) -> Vec<&str> {
    body["meters"].as_array().unwrap().iter().map(|meter| meter["id"].as_str().unwrap()).collect()
}

#[tokio::test]
async fn a_customer_sees_their_meters_with_what_they_showed_last() {
    let aws = told().await;
    let body = body(&aws, "list-meters").await;
    assert_eq!(aws.operations(), ["BatchGetItem", "Query"]);
    assert_eq!(ids(&body), ["E-1", "M-0", "M-1", "M-2"]);
    assert_eq!(body["next"], Value::Null);
    let water = &body["meters"][2];
    let expected = json!({
        "id": "M-1", "serial": "00-M-1", "supply_point": "P-1", "medium": "water",
        "point_label": "Vzorová 12, Brno", "installed_on": "2020-02-01",
        "registers": [{
            "code": "T", "unit": "m3", "digits": 6, "decimals": 3, "multiplier": "1",
            "last": { "read_on": "2025-12-31", "value": "547.5", "kind": "actual" },
        }],
        "may_send": { "allowed": true },
    });
    assert_eq!(*water, expected);
    let removed = &body["meters"][1];
    assert_eq!(removed["may_send"], json!({ "allowed": false, "code": "reading_meter_removed" }));
}

#[tokio::test]
async fn meters_can_be_asked_for_by_point_and_a_limited_viewer_sees_theirs_alone() {
    let aws = told().await;
    assert_eq!(ids(&body(&aws, "list-meters-one-point").await), ["M-2"]);
    assert_eq!(ids(&body(&aws, "list-meters-limited").await), ["M-0", "M-1"]);
    assert_eq!(status(&aws, "list-meters-other-point").await, 404);
}

#[tokio::test]
async fn only_a_cursor_of_the_same_list_goes_on() {
    let answer = answer(&told().await, "list-meters-bad-cursor").await;
    assert!(answer.starts_with("400 ") && answer.contains("malformed_cursor"), "{answer}");
}

#[tokio::test]
async fn a_meter_shows_its_past_newest_first() {
    let aws = told().await;
    let mut billed = reading("M-1", "2025-06-30", json!({"T": "501.5"}));
    billed["invoice"] = json!("2025001");
    billed["change"] = json!("c-1");
    billed["kind"] = json!("customer");
    let mut taken_back = reading("M-1", "2025-07-31", json!({"T": "999"}));
    taken_back["cancelled"] = json!(true);
    tell(&aws, &recorded("C-1001", 3, &[billed, taken_back])).await;
    aws.forget_calls();
    let body = body(&aws, "show-meter").await;
    let mut operations = aws.operations();
    operations.sort();
    assert_eq!(operations, ["BatchGetItem", "GetItem", "Query"]);
    let days: Vec<&Value> =
        body["readings"].as_array().unwrap().iter().map(|reading| &reading["read_on"]).collect();
    assert_eq!(days, ["2025-12-31", "2025-06-30", "2025-03-31", "2024-12-31"]);
    let expected = json!({
        "read_on": "2025-06-30", "kind": "customer", "values": { "T": "501.5" },
        "consumption": { "T": "22.75" }, "total": "22.75", "per_day": { "T": "0.25" }, "days": 91,
        "invoice": "2025001", "change": "c-1",
    });
    assert_eq!(body["readings"][1], expected);
    // The oldest is compared with the state at installation.
    assert_eq!(body["readings"][3]["consumption"], json!({ "T": "456.25" }));
}

#[tokio::test]
async fn two_tariffs_come_with_their_sum() {
    let body = body(&told().await, "show-meter-two-tariffs").await;
    let newest = &body["readings"][0];
    assert_eq!(newest["values"], json!({ "VT": "12000", "NT": "36000" }));
    assert_eq!(newest["consumption"], json!({ "VT": "2000", "NT": "6000" }));
    assert_eq!(newest["total"], json!("8000"));
}

#[tokio::test]
async fn a_long_past_comes_in_pages() {
    let aws = told().await;
    let first = "2020-03-01".parse::<jiff::civil::Date>().unwrap();
    let days = (0..60).map(|at| first.saturating_add(jiff::Span::new().days(at)));
    let long: Vec<Value> =
        days.map(|day| reading("M-1", &day.to_string(), json!({ "T": "1" }))).collect();
    tell(&aws, &recorded("C-1001", 3, &long)).await;
    let body = body(&aws, "show-meter").await;
    let page = body["readings"].as_array().unwrap();
    assert_eq!(page.len(), 50);
    assert_eq!(page[49]["days"], json!(1), "the last one of a page has one before it, too");
    let cursor = body["next"].as_str().unwrap();
    let next = portal_lambda::cursor::read(cursor, &["sk"]).unwrap();
    assert_eq!(
        next["sk"].as_s().unwrap(),
        &format!("reading#M-1#{}", page[49]["read_on"].as_str().unwrap())
    );
}

#[tokio::test]
async fn another_s_meters_are_not_there() {
    let aws = told().await;
    for event in [
        "list-meters-foreign",
        "show-meter-foreign",
        "show-meter-foreign-meter",
        "show-meter-other-point",
        "check-foreign",
        "check-other-point",
        "submit-foreign",
        "submit-foreign-meter",
        "submit-other-point",
    ] {
        let answer = answer(&aws, event).await;
        assert!(
            answer.starts_with("404 ") && answer.contains("\"not_found\""),
            "{event}: {answer}"
        );
    }
    assert!(aws.inputs("TransactWriteItems").is_empty());
}

#[tokio::test]
async fn nobody_comes_in_signed_out() {
    let aws = told().await;
    for event in [
        "list-meters-signed-out",
        "show-meter-signed-out",
        "check-signed-out",
        "submit-signed-out",
        "office-list-meters-signed-out",
        "office-show-meter-signed-out",
    ] {
        assert_eq!(status(&aws, event).await, 401, "{event}");
    }
    assert!(aws.calls().is_empty());
}

/// Who may send by the rule, of the utility and of billing.
#[tokio::test]
async fn the_utility_says_who_may_send_and_billing_says_where() {
    #[track_caller]
    fn check(body: &Value, expected: Value) {
        assert_eq!(body["meters"][0]["may_send"], expected);
    }
    let allowed = json!({ "allowed": true });
    let not = json!({ "allowed": false, "code": "reading_not_allowed" });
    let aws = told().await;
    let list = async |rule, aws: &FakeAws| {
        let mut utility = utility();
        utility.self_reading.rule = rule;
        send(portal_of(aws, utility), "readings/list-meters-one-point").await.json()
    };
    use portal_lambda::utility::SelfReadingRule::{All, ChosenCustomers, ChosenPoints};
    check(&list(All, &aws).await, allowed.clone());
    check(&list(ChosenPoints, &aws).await, not.clone());
    aws.forget_calls();
    check(&list(ChosenCustomers, &aws).await, not.clone());
    assert_eq!(aws.operations(), ["BatchGetItem", "Query", "GetItem"]);

    let customer = json!({
        "name": "Anna Ukázková", "kind": "household", "language": "cs", "active": true,
        "address": point("P-2", "water", json!([]))["address"], "self_reading": true,
    });
    tell(&aws, &update("C-1001", 3, "customer", customer)).await;
    check(&list(ChosenCustomers, &aws).await, allowed.clone());

    let mut chosen = point("P-2", "water", json!([meter("M-2", "T", 3)]));
    chosen["self_reading"] = json!(true);
    tell(&aws, &supply_points("C-1001", 4, &[chosen.clone()])).await;
    check(&list(ChosenPoints, &aws).await, allowed);
    chosen["self_reading"] = json!(false);
    tell(&aws, &supply_points("C-1001", 5, &[chosen.clone()])).await;
    check(&list(All, &aws).await, not);
    chosen["active"] = json!(false);
    tell(&aws, &supply_points("C-1001", 6, &[chosen])).await;
    check(&list(All, &aws).await, json!({ "allowed": false, "code": "reading_point_inactive" }));
    // The meter keeps what its readings say, whatever billing says of it anew.
    let kept = &list(All, &aws).await["meters"][0]["registers"][0]["last"]["value"];
    assert_eq!(*kept, json!("8150"));
}
