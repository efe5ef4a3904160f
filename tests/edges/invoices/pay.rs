//! Paying: baskets of receivables, and standing orders of advances.

use serde_json::{Value, json};

use super::told::{sent, status, told};

/// What there is to scan: the only code's format and text.
fn code(body: &Value) -> (&str, &str) {
    let codes = body["codes"].as_array().unwrap();
    assert_eq!(codes.len(), 1);
    assert!(codes[0]["svg"].as_str().unwrap().starts_with("<svg "));
    (codes[0]["format"].as_str().unwrap(), codes[0]["text"].as_str().unwrap())
}

#[tokio::test]
async fn what_is_left_of_a_receivable_is_paid_with_its_symbol() {
    let aws = told().await;
    let (status, body) = sent(&aws, "basket").await;
    assert_eq!(status, 200);
    assert_eq!(body["amount"], json!({"minor": 351_200, "currency": "CZK"}));
    assert_eq!(body["variable_symbol"], "0011001001");
    assert_eq!(
        code(&body),
        (
            "spayd",
            "SPD*1.0*ACC:CZ6508000000192000145399*AM:3512.00*CC:CZK*MSG:RC-5002\
             *RN:VZOROVE SLUZBY A.S.*X-VS:0011001001"
        )
    );
    assert_eq!(
        body["transfer"],
        json!({
            "account": "19-2000145399/0800", "iban": "CZ6508000000192000145399",
            "amount": {"minor": 351_200, "currency": "CZK"}, "currency": "CZK",
            "variable_symbol": "0011001001", "title": "RC-5002", "name": "Vzorové služby, a.s.",
        })
    );
    assert_eq!(aws.writes().len(), 0);
}

#[tokio::test]
async fn several_are_one_payment_on_a_day_that_names_them() {
    let aws = told().await;
    let (status, body) = sent(&aws, "basket-several").await;
    assert_eq!(status, 200);
    assert_eq!(body["amount"]["minor"], 351_200 + 50_000);
    // The digits of the contract account, 1001-01.
    assert_eq!(body["variable_symbol"], "100101");
    let (_, text) = code(&body);
    assert!(text.contains("*AM:4012.00*CC:CZK*DT:20260410*MSG:2026-000900 RC-5002*"), "{text}");
}

#[tokio::test]
async fn euros_have_the_european_code() {
    let (_, body) = sent(&told().await, "basket-euros").await;
    let (format, text) = code(&body);
    assert_eq!(format, "epc");
    assert!(text.starts_with("BCD\n002\n1\nSCT\n"), "{text}");
    assert!(text.contains("\nEUR12.50\n"), "{text}");
}

#[tokio::test]
async fn only_who_may_see_them_pays_them() {
    let aws = told().await;
    for (event, expected) in [
        ("basket-signed-out", 401),
        ("basket-foreign", 404),
        ("basket-foreign-receivable", 404),
        ("basket-one-point", 200),
        ("basket-other-point", 404),
    ] {
        assert_eq!(status(&aws, event).await, expected, "{event}");
    }
}

#[tokio::test]
async fn what_can_not_be_paid_together_says_why() {
    let aws = told().await;
    for (event, expected, code) in [
        ("basket-paid", 409, "receivable_not_open"),
        ("basket-two-currencies", 422, "basket_currencies_differ"),
        ("basket-credit", 422, "basket_owed_to_you"),
        ("basket-empty", 422, "basket_empty"),
        ("basket-twice", 422, "basket_named_twice"),
        ("basket-in-past", 422, "pay_on_in_past"),
        ("basket-malformed", 400, "malformed_json"),
    ] {
        let (status, body) = sent(&aws, event).await;
        assert_eq!((status, &body["code"]), (expected, &json!(code)), "{event}");
    }
}

#[tokio::test]
async fn a_standing_order_begins_with_the_next_advance_and_says_what_changed() {
    let (status, body) = sent(&told().await, "standing-order").await;
    assert_eq!(status, 200);
    assert_eq!(body["amount"], json!({"minor": 451_200, "currency": "CZK"}));
    assert_eq!(body["interval"], "quarter");
    assert_eq!(body["first_on"], "2026-04-15");
    assert_eq!(body["raised_by"], json!({"minor": 31_200, "currency": "CZK"}));
    assert_eq!(
        body["standing_order"]["text"],
        "SPD*1.0*ACC:CZ6508000000192000145399*AM:4512.00*CC:CZK*DT:20260415*FRQ:3M*MSG:P-1\
         *RN:VZOROVE SLUZBY A.S.*X-VS:0011001001"
    );
    assert_eq!(
        body["consent"]["text"],
        "SCD*1.0*ACC:CZ6508000000192000145399*DT:20260415*FRQ:3M*MSG:P-1*RN:VZOROVE SLUZBY A.S.\
         *X-VS:0011001001"
    );
}

#[tokio::test]
async fn only_who_may_see_the_supply_point_sets_up_its_advances() {
    let aws = told().await;
    for (event, expected, code) in [
        ("standing-order-signed-out", 401, "signed_out"),
        ("standing-order-foreign", 404, "not_found"),
        ("standing-order-other-point", 404, "not_found"),
        ("standing-order-none", 409, "advance_none_to_pay"),
        ("standing-order-malformed", 400, "malformed_json"),
    ] {
        let (status, body) = sent(&aws, event).await;
        assert_eq!((status, &body["code"]), (expected, &json!(code)), "{event}");
    }
}
