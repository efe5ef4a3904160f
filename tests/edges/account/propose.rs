//! What a customer wants changed about themselves.

use insta::assert_snapshot;
use serde_json::{Value, json};

use super::{plain_item, portal, portal_of, told};
use crate::support::{aws::FakeAws, send, utility_with};

/// Anna, whose customer is at version 1.
async fn answer(aws: &FakeAws, event: &str) -> String {
    format!("{:?}", send(portal(aws), &format!("account/{event}")).await)
}

/// The items of the one transaction that was sent.
fn transaction(aws: &FakeAws) -> Vec<Value> {
    let sent = aws.inputs("TransactWriteItems");
    assert_eq!(sent.len(), 1);
    sent[0]["TransactItems"].as_array().unwrap().clone()
}

/// The change that was put.
fn change(aws: &FakeAws) -> Value {
    let items = transaction(aws);
    plain_item(&items[1]["Put"]["Item"])
}

#[tokio::test]
async fn new_contact_is_proposed_against_the_customer_that_was_read() {
    let aws = told().await;
    assert_snapshot!(
        answer(&aws, "propose-contact").await,
        @r#"201 {"change":"eba1b3fa7d544a58a1d54c3d08903c95","state":"proposed"}"#
    );
    assert_eq!(aws.operations(), ["BatchGetItem", "GetItem", "TransactWriteItems"]);
    let items = transaction(&aws);
    let check = &items[0]["ConditionCheck"];
    assert_eq!(check["Key"], json!({ "pk": { "S": "C-1001" }, "sk": { "S": "customer" } }));
    assert_eq!(check["ConditionExpression"], "version = :version");
    assert_eq!(check["ExpressionAttributeValues"], json!({ ":version": { "N": "1" } }));
    let change = change(&aws);
    let body: Value = serde_json::from_str(change["body"].as_str().unwrap()).unwrap();
    let expected = json!({
        "kind": "contact",
        "data": {
            "before": { "email": "anna@example.com", "phone": "+420601123456" },
            "after": { "email": "anna.nova@example.com", "phone": "+420602123456" },
        },
    });
    assert_eq!(body, expected);
    assert_eq!((&change["subject"], &change["proposer"]), (&json!("contact"), &json!("anna")));
    assert_eq!((&change["state"], &change["risk"]), (&json!("proposed"), &json!(1)));
}

#[tokio::test]
async fn taking_contact_away_is_marked_for_the_operator() {
    let aws = told().await;
    assert!(answer(&aws, "propose-contact-removed").await.starts_with("201"));
    let change = change(&aws);
    assert_eq!((&change["findings"], &change["risk"]), (&json!(["phone_removed"]), &json!(5)));
    let evidence: Value = serde_json::from_str(change["evidence"].as_str().unwrap()).unwrap();
    let findings = json!([{ "code": "phone_removed", "severity": "operator" }]);
    assert_eq!(evidence, json!({ "findings": findings }));
}

#[tokio::test]
async fn a_new_mailing_address_is_proposed_tidied() {
    let aws = told().await;
    assert!(answer(&aws, "propose-mailing-address").await.starts_with("201"));
    assert_eq!(aws.operations(), ["BatchGetItem", "GetItem", "TransactWriteItems"]);
    let change = change(&aws);
    let body: Value = serde_json::from_str(change["body"].as_str().unwrap()).unwrap();
    let after = json!({
        "street": "Jiná", "number": "3", "city": "Praha", "postcode": "110 00", "country": "CZ",
    });
    assert_eq!(body["data"], json!({ "before": null, "after": after }));
    assert_eq!((&change["subject"], &change["risk"]), (&json!("mailing_address"), &json!(1)));
}

#[tokio::test]
async fn the_utility_s_rule_approves_what_is_plausible() {
    let rule = json!({ "mailing_address": { "auto": "plausible" } });
    for (event, state) in [
        ("propose-mailing-address", "approved"),
        ("propose-mailing-address-abroad", "proposed"),
        ("propose-contact", "proposed"),
    ] {
        let aws = told().await;
        let routes = portal_of(&aws, utility_with(rule.clone()));
        let answer = send(routes, &format!("account/{event}")).await;
        assert_eq!(answer.json()["state"], state, "{event}");
    }
}

#[tokio::test]
async fn what_is_wrong_or_so_already_is_refused_and_nothing_is_written() {
    for (event, code, field) in [
        ("propose-contact-bad-email", "email_invalid", json!("email")),
        ("propose-contact-bad-phone", "phone_invalid", json!("phone")),
        ("propose-contact-unchanged", "contact_unchanged", Value::Null),
        ("propose-mailing-address-bad", "address_invalid", json!("postcode")),
        ("propose-mailing-address-own", "mailing_address_unchanged", Value::Null),
    ] {
        let aws = told().await;
        let answer = send(portal(&aws), &format!("account/{event}")).await;
        assert_eq!(answer.status.as_u16(), 422, "{event}");
        let problem = answer.json();
        assert_eq!((&problem["code"], &problem["field"]), (&json!(code), &field));
        assert!(aws.inputs("TransactWriteItems").is_empty(), "{event}");
    }
    let empty = answer(&told().await, "propose-mailing-address-empty").await;
    assert!(empty.starts_with("400"), "{empty}");
}

#[tokio::test]
async fn a_subject_has_one_open_change() {
    let aws = told().await;
    aws.put("changes", json!({ "pk": "C-1001", "sk": "open#contact", "change": "earlier" }));
    aws.cancel_transaction(&["None", "None", "ConditionalCheckFailed"]);
    assert_snapshot!(
        answer(&aws, "propose-contact").await,
        @r#"409 {"type":"about:blank","title":"Conflict","status":409,"code":"change_open","change":"earlier"}"#
    );
}

#[tokio::test]
async fn billing_was_faster() {
    let aws = told().await;
    aws.cancel_transaction(&["ConditionalCheckFailed", "None", "None"]);
    assert_snapshot!(
        answer(&aws, "propose-contact").await,
        @r#"409 {"type":"about:blank","title":"Conflict","status":409,"code":"customer_changed"}"#
    );
}

/// Puts the change of a first request into the table; gives its answer.
async fn proposed_before(aws: &FakeAws, event: &str) -> String {
    let answer = answer(aws, event).await;
    aws.put("changes", change(aws));
    aws.forget_calls();
    answer
}

#[tokio::test]
async fn a_repeated_request_gets_the_same_answer() {
    let aws = told().await;
    let first = proposed_before(&aws, "propose-contact").await;
    aws.cancel_transaction(&["None", "ConditionalCheckFailed", "ConditionalCheckFailed"]);
    assert_eq!(answer(&aws, "propose-contact").await, first);
}

#[tokio::test]
async fn a_repeat_after_billing_applied_it_gets_the_same_answer() {
    let aws = told().await;
    let first = proposed_before(&aws, "propose-contact").await;
    let mut applied = super::customer("C-1001", "Anna Ukázková", "anna.nova@example.com");
    applied.version = 9;
    if let portal_contracts::update::UpdateBody::Customer(customer) = &mut applied.body {
        customer.contact.phone = Some("+420602123456".to_owned());
    }
    super::tell(&aws, &applied).await;
    aws.forget_calls();
    assert_eq!(answer(&aws, "propose-contact").await, first);
    assert_eq!(aws.operations(), ["BatchGetItem", "GetItem", "GetItem"]);
}

#[tokio::test]
async fn a_key_that_was_used_for_something_else_is_refused() {
    let aws = told().await;
    proposed_before(&aws, "propose-contact").await;
    aws.cancel_transaction(&["None", "ConditionalCheckFailed", "ConditionalCheckFailed"]);
    let other = answer(&aws, "propose-contact-removed").await;
    assert!(other.contains("idempotency_key_used"), "{other}");
}

#[tokio::test]
async fn only_the_holder_proposes() {
    for route in ["propose-contact", "propose-mailing-address"] {
        for (case, status) in [("signed-out", 401), ("foreign", 404), ("by-viewer", 403)] {
            let aws = told().await;
            let answer = send(portal(&aws), &format!("account/{route}-{case}")).await;
            assert_eq!(answer.status.as_u16(), status, "{route}-{case}");
            assert!(aws.operations().len() <= 1, "{route}-{case}: nothing was read or written");
        }
    }
}
