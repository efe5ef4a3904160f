//! Prices on offer, the public calculator, and the customer's own year in each.

use serde_json::{Value, json};

use super::told::{sent, told};

fn texts<'a>(list: &'a Value, member: &str) -> Vec<&'a str> {
    list.as_array().unwrap().iter().map(|one| one[member].as_str().unwrap()).collect()
}

#[tokio::test]
async fn anybody_sees_what_is_on_offer_on_a_day() {
    let aws = told().await;
    let (status, body) = sent(&aws, "prices").await;
    assert_eq!(status, 200);
    assert_eq!(texts(&body["price_lists"], "id"), ["EL-D02d-2026", "EL-D25d-2026"]);
    assert!(body["price_lists"].as_array().unwrap().iter().all(|list| list["file"].is_null()));
    let (_, then) = sent(&aws, "prices-then").await;
    assert_eq!(texts(&then["price_lists"], "id"), ["EL-D25d-2024"]);
    let (status, body) = sent(&aws, "prices-bad-medium").await;
    assert_eq!((status, &body["code"]), (400, &json!("malformed_query")));
}

#[tokio::test]
async fn a_year_of_usage_is_computed_in_each_product_cheapest_first() {
    let (status, body) = sent(&told().await, "calculate").await;
    assert_eq!(status, 200);
    let offers = body["offers"].as_array().unwrap();
    assert_eq!(texts(&body["offers"], "product"), ["D25d", "D02d"]);
    let gross: Vec<_> = offers.iter().map(|one| one["gross"]["minor"].as_i64().unwrap()).collect();
    assert!(gross[0] < gross[1], "{gross:?}");
    // 2000 kWh of high tariff at 3.10000.
    let line = offers[0]["lines"].as_array().unwrap().iter();
    let energy = line.clone().find(|line| line["component"] == "energy_vt").unwrap();
    assert_eq!(energy["amount"], json!({"minor": 620_000, "currency": "CZK"}));
}

#[tokio::test]
async fn a_product_that_needs_a_capacity_is_left_out_without_one() {
    let (status, body) = sent(&told().await, "calculate-without-capacity").await;
    assert_eq!(status, 200);
    assert_eq!(texts(&body["offers"], "product"), ["D02d"]);
    assert_eq!(texts(&body["left_out"], "why"), ["capacity_missing"]);
}

#[tokio::test]
async fn what_can_not_be_computed_says_why() {
    let aws = told().await;
    for (event, expected, code, field) in [
        ("calculate-nothing", 422, "quantity_missing", json!("usage")),
        ("calculate-negative", 422, "quantity_invalid", json!("usage")),
        ("calculate-too-much", 422, "quantity_invalid", json!("usage")),
        ("calculate-rain-negative", 422, "quantity_invalid", json!("rainwater")),
        ("calculate-bad-capacity", 422, "capacity_invalid", json!("capacity")),
        ("calculate-malformed", 400, "malformed_json", Value::Null),
    ] {
        let (status, body) = sent(&aws, event).await;
        assert_eq!(
            (status, &body["code"], &body["field"]),
            (expected, &json!(code), &field),
            "{event}"
        );
    }
}

#[tokio::test]
async fn the_own_year_is_computed_by_the_prices_of_then_and_of_now() {
    let (status, body) = sent(&told().await, "comparison").await;
    assert_eq!(status, 200);
    assert_eq!(body["medium"], "electricity");
    assert_eq!(body["capacity"], "3x25 A");
    assert_eq!(body["product"], "D25d");
    assert_eq!(body["period"], json!({"from": "2024-05-15", "to": "2025-05-14"}));
    assert_eq!(body["whole_year"], true);
    assert_eq!(
        body["used"],
        json!([
            {"register": "NT", "quantity": "2304", "unit": "kwh"},
            {"register": "VT", "quantity": "812", "unit": "kwh"},
        ])
    );
    assert_eq!(texts(&body["then"]["offers"], "product"), ["D25d"]);
    assert_eq!(texts(&body["then"]["left_out"], "why"), ["not_valid_then"]);
    assert_eq!(texts(&body["from_today"]["offers"], "product"), ["D25d", "D02d"]);
}

#[tokio::test]
async fn another_capacity_may_be_tried() {
    let (status, body) = sent(&told().await, "comparison-other-capacity").await;
    assert_eq!((status, &body["capacity"]), (200, &json!("1x25 A")));
    let left_out = body["then"]["left_out"].as_array().unwrap();
    let two_rates = left_out.iter().find(|one| one["product"] == "D25d").unwrap();
    assert_eq!(two_rates["why"], "capacity_not_offered");
}

#[tokio::test]
async fn only_who_may_see_the_supply_point_compares() {
    let aws = told().await;
    for (event, expected, code) in [
        ("comparison-signed-out", 401, json!("signed_out")),
        ("comparison-foreign", 404, json!("not_found")),
        ("comparison-other-point", 404, json!("not_found")),
        ("comparison-one-point", 200, Value::Null),
        ("comparison-unknown", 409, json!("usage_not_known")),
        ("comparison-bad-capacity", 422, json!("capacity_invalid")),
        ("comparison-malformed", 400, json!("malformed_query")),
    ] {
        let (status, body) = sent(&aws, event).await;
        assert_eq!((status, &body["code"]), (expected, &code), "{event}");
    }
}
