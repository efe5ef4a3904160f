//! What people see who were let in, and their own preferences.

use insta::assert_debug_snapshot;
use serde_json::{Value, json};

use super::{address, point, portal, supply_points, tell, told};
use crate::support::{aws::FakeAws, send};

async fn status(event: &str) -> u16 {
    send(portal(&told().await), &format!("account/{event}")).await.status.as_u16()
}

/// The answer as JSON, and the calls that it cost.
async fn shown(aws: &FakeAws, event: &str) -> (Value, Vec<String>) {
    let answer = send(portal(aws), &format!("account/{event}")).await;
    assert_eq!(answer.status.as_u16(), 200, "{answer:?}");
    (answer.json(), aws.operations())
}

fn ids(points: &Value) -> Vec<&str> {
    points.as_array().unwrap().iter().map(|point| point["id"].as_str().unwrap()).collect()
}

#[tokio::test]
async fn i_see_who_i_am_and_for_whom_i_may_look() {
    let aws = told().await;
    assert_debug_snapshot!(
        send(portal(&aws), "account/me").await,
        @r#"200 {"user":"anna","email":"anna@example.com","language":"cs","mail":{"changes":true},"customers":[{"id":"C-1001","name":"Anna Ukázková","kind":"household","role":"holder"}],"permissions":[],"staff":false}"#
    );
    assert_eq!(aws.operations(), ["BatchGetItem", "Query", "BatchGetItem"]);
}

#[tokio::test]
async fn a_viewer_of_one_point_and_an_operator_see_what_they_are() {
    let (vera, _) = shown(&told().await, "me-by-viewer").await;
    let limited = json!([{
        "id": "C-1001", "name": "Anna Ukázková", "kind": "household", "role": "viewer",
        "supply_point": "P-1",
    }]);
    assert_eq!(vera["customers"], limited);
    let (rene, calls) = shown(&told().await, "me-by-operator").await;
    assert_eq!(rene["permissions"], json!(["customers_read", "changes_read"]));
    assert_eq!((&rene["staff"], &rene["customers"]), (&json!(true), &json!([])));
    assert_eq!(calls, ["BatchGetItem", "Query"]);
}

#[tokio::test]
async fn the_names_of_many_customers_are_read_by_the_hundred() {
    let aws = told().await;
    for n in 0..250 {
        let id = format!("C-{n:05}");
        aws.put(
            "account",
            json!({
                "pk": id, "sk": "customer", "id": id, "version": 1, "name": format!("Dům {n:03}"),
                "kind": "business", "language": "cs", "address": address("1"), "active": true,
            }),
        );
        aws.put(
            "access",
            json!({
                "pk": "user#anna", "sk": format!("grant#{id}"), "customer": id, "role": "holder",
                "since": "2025-01-01T00:00:00Z",
            }),
        );
    }
    aws.forget_calls();
    let (me, calls) = shown(&aws, "me").await;
    assert_eq!(me["customers"].as_array().unwrap().len(), 251);
    assert_eq!(me["customers"][1]["name"], "Dům 000", "sorted by name");
    let three = ["BatchGetItem"; 3];
    assert_eq!(calls, [&["BatchGetItem", "Query"][..], &three].concat());
}

#[tokio::test]
async fn a_customer_is_shown_with_their_points() {
    let aws = told().await;
    let (customer, calls) = shown(&aws, "customer").await;
    assert_eq!(calls, ["BatchGetItem", "Query"]);
    assert_debug_snapshot!(
        customer["supply_points"][0].to_string(),
        @r#""{\"active\":true,\"address\":{\"city\":\"Brno\",\"country\":\"CZ\",\"number\":\"12\",\"postcode\":\"602 00\",\"street\":\"Vzorová\"},\"code\":{\"code\":\"OM-P-1\",\"scheme\":\"own\"},\"contract\":{\"concluded_on\":\"2020-01-01\",\"number\":\"S-P-1\",\"product\":\"Vodné a stočné\",\"valid_from\":\"2020-02-01\"},\"id\":\"P-1\",\"medium\":\"water\",\"meters\":[{\"id\":\"M-P-1\",\"installed_on\":\"2020-02-01\",\"registers\":[{\"code\":\"T\",\"unit\":\"m3\"}],\"serial\":\"E-111\"}],\"product\":\"Vodné a stočné\"}""#
    );
    assert_eq!(ids(&customer["supply_points"]), ["P-1", "P-2"]);
    let contact = json!({ "email": "anna@example.com", "phone": "+420601123456" });
    assert_eq!((&customer["contact"], &customer["next"]), (&contact, &Value::Null));
}

#[tokio::test]
async fn a_viewer_of_one_point_sees_that_point_and_no_contact() {
    let aws = told().await;
    let (customer, calls) = shown(&aws, "customer-by-viewer").await;
    assert_eq!(calls, ["BatchGetItem", "BatchGetItem"]);
    assert_eq!(ids(&customer["supply_points"]), ["P-1"]);
    assert_eq!((&customer["name"], &customer["contact"]), (&json!("Anna Ukázková"), &json!({})));
    for kept_back in ["address", "mailing_address", "company_number"] {
        assert_eq!(customer[kept_back], Value::Null, "{kept_back}");
    }
    let (points, _) = shown(&told().await, "supply-points-by-viewer").await;
    assert_eq!(ids(&points["supply_points"]), ["P-1"]);
    assert_eq!(status("supply-point-by-viewer").await, 200);
    assert_eq!(status("supply-point-beyond-viewer").await, 404);
}

#[tokio::test]
async fn many_points_come_in_pages() {
    let aws = told().await;
    let points: Vec<_> = (100..160).map(|n| point(&format!("P-{n}"), "1", "E")).collect();
    tell(&aws, &supply_points("C-1001", &points)).await;
    aws.forget_calls();
    let (first, _) = shown(&aws, "customer").await;
    assert_eq!(ids(&first["supply_points"]).len(), 50);
    assert_eq!(ids(&first["supply_points"])[..2], ["P-1", "P-100"]);
    assert!(first["next"].is_string());
    let limits: Vec<Value> =
        aws.inputs("Query").into_iter().map(|query| query["Limit"].clone()).collect();
    assert_eq!(limits, [52], "the customer, fifty points, and one more");

    aws.forget_calls();
    let (next, calls) = shown(&aws, "supply-points-next").await;
    assert_eq!(calls, ["BatchGetItem", "Query"]);
    let start = &aws.inputs("Query")[0]["ExclusiveStartKey"];
    assert_eq!(*start, json!({ "pk": { "S": "C-1001" }, "sk": { "S": "point#P-1" } }));
    assert!(next["next"].is_string());
}

#[tokio::test]
async fn a_cursor_reaches_nothing_else() {
    assert_debug_snapshot!(
        send(portal(&told().await), "account/supply-points-forged-cursor").await,
        @r#"400 {"type":"about:blank","title":"Bad Request","status":400,"code":"malformed_cursor"}"#
    );
}

#[tokio::test]
async fn one_point_is_one_read() {
    let aws = told().await;
    let (point, calls) = shown(&aws, "supply-point").await;
    assert_eq!((&point["id"], &point["label"]), (&json!("P-1"), &Value::Null));
    assert_eq!(calls, ["BatchGetItem", "GetItem"]);
    assert_eq!(status("supply-point-of-another").await, 404);
}

#[tokio::test]
async fn nobody_sees_a_foreign_customer() {
    let foreign = send(portal(&told().await), "account/customer-foreign").await;
    let missing = send(portal(&told().await), "account/customer-missing").await;
    assert_eq!(format!("{foreign:?}"), format!("{missing:?}"));
    for event in ["customer-foreign", "supply-points-foreign", "supply-point-foreign"] {
        let aws = told().await;
        let answer = send(portal(&aws), &format!("account/{event}")).await;
        assert_eq!(answer.status.as_u16(), 404, "{event}");
        assert_eq!(aws.operations(), ["BatchGetItem"], "{event}: nothing was read");
    }
}

#[tokio::test]
async fn without_a_session_nothing_is_shown() {
    for event in [
        "me-signed-out",
        "me-ended",
        "customer-signed-out",
        "supply-points-signed-out",
        "supply-point-signed-out",
        "set-preferences-signed-out",
    ] {
        assert_eq!(status(event).await, 401, "{event}");
    }
}

#[tokio::test]
async fn preferences_are_kept() {
    let aws = told().await;
    let answer = send(portal(&aws), "account/set-preferences").await;
    assert_eq!(answer.status.as_u16(), 204);
    assert_eq!(aws.operations(), ["BatchGetItem", "UpdateItem"]);
    let kept = &aws.inputs("UpdateItem")[0]["ExpressionAttributeValues"];
    assert_eq!(*kept, json!({ ":language": { "S": "pl" }, ":changes": { "BOOL": false } }));
}

#[tokio::test]
async fn a_language_has_to_be_one_that_the_utility_speaks() {
    assert_debug_snapshot!(
        send(portal(&told().await), "account/set-preferences-not-offered").await,
        @r#"422 {"type":"about:blank","title":"Unprocessable Entity","status":422,"code":"language_not_offered","field":"language"}"#
    );
    assert_eq!(status("set-preferences-malformed").await, 400);
}
