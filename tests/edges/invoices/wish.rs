//! What a customer wishes about money: proposed against what they saw, or
//! refused beside the input that is wrong.

use std::sync::Arc;

use invoices::{App, Store, routes};
use portal_lambda::Bucket;
use serde_json::{Value, json};

use super::told::{sent, status, told};
use crate::support::{
    access,
    aws::{FakeAws, plain_item},
    clock, journal, send, utility_with,
};

const KINDS: [&str; 7] = [
    "advance",
    "e-invoice",
    "instalments",
    "payment-method",
    "rainwater",
    "refund",
    "reserved-capacity",
];

/// The items of the one transaction that was sent.
fn transaction(aws: &FakeAws) -> Vec<Value> {
    let sent = aws.inputs("TransactWriteItems");
    assert_eq!(sent.len(), 1);
    sent[0]["TransactItems"].as_array().unwrap().clone()
}

/// The change that was put.
fn change(aws: &FakeAws) -> Value {
    let items = transaction(aws);
    let puts = items.iter().filter(|item| !item["Put"].is_null());
    let items: Vec<Value> = puts.map(|item| plain_item(&item["Put"]["Item"])).collect();
    let is_change = |item: &&Value| item["sk"].as_str().unwrap().starts_with("change#");
    items.iter().find(is_change).unwrap().clone()
}

/// What the change says, after an event that is answered with 201.
async fn data(aws: &FakeAws, event: &str) -> Value {
    let (status, body) = sent(aws, event).await;
    assert_eq!(status, 201, "{event}: {body}");
    let body: Value = serde_json::from_str(change(aws)["body"].as_str().unwrap()).unwrap();
    body["data"].clone()
}

/// What must still be so: key and version.
fn checked(aws: &FakeAws) -> Vec<(String, Value)> {
    let checks = transaction(aws).into_iter().filter_map(|mut item| {
        let check = item["ConditionCheck"].take();
        let key = check["Key"]["sk"]["S"].as_str()?.to_owned();
        assert_eq!(check["Key"]["pk"]["S"], "C-1001");
        let condition = match check["ConditionExpression"].as_str() {
            Some("#version = :version") => {
                check["ExpressionAttributeValues"][":version"]["N"].clone()
            }
            other => json!(other),
        };
        Some((key, condition))
    });
    checks.collect()
}

fn czk(minor: i64) -> Value {
    json!({ "minor": minor, "currency": "CZK" })
}

#[tokio::test]
async fn a_new_way_to_pay_is_proposed_against_the_account_that_was_read() {
    let aws = told().await;
    let data = data(&aws, "propose-payment-method").await;
    let expected = json!({
        "before": { "method": "direct_debit", "account": "34278-727558021/0100" },
        "after": { "method": "sipo", "number": "1234567897" },
    });
    assert_eq!(data, expected);
    assert_eq!(aws.operations(), ["BatchGetItem", "BatchGetItem", "TransactWriteItems"]);
    assert_eq!(checked(&aws), [("account".to_owned(), json!("113"))]);
    let change = change(&aws);
    assert_eq!((&change["subject"], &change["risk"]), (&json!("payment_method"), &json!(1)));
    assert_eq!((&change["state"], &change["proposer"]), (&json!("proposed"), &json!("anna")));
}

#[tokio::test]
async fn an_odd_sipo_number_is_passed_on_with_a_word_for_the_operator() {
    let aws = told().await;
    let data = data(&aws, "propose-payment-method-odd-sipo").await;
    assert_eq!(data["after"]["number"], "1234567890");
    let change = change(&aws);
    assert_eq!(change["findings"], json!(["sipo_check_unusual"]));
    assert_eq!(change["risk"], 5);
    let evidence: Value = serde_json::from_str(change["evidence"].as_str().unwrap()).unwrap();
    let finding = json!({ "code": "sipo_check_unusual", "severity": "operator" });
    assert_eq!(evidence, json!({ "findings": [finding] }));
}

#[tokio::test]
async fn where_billing_has_told_no_account_there_must_still_be_none() {
    let aws = crate::support::world();
    let data = data(&aws, "propose-payment-method").await;
    assert_eq!(data, json!({ "after": { "method": "sipo", "number": "1234567897" } }));
    let none = json!("attribute_not_exists(pk)");
    assert_eq!(checked(&aws), [("account".to_owned(), none)]);
}

#[tokio::test]
async fn an_advance_holds_from_the_next_one_or_a_later_one() {
    let aws = told().await;
    let proposed = data(&aws, "propose-advance").await;
    let expected = json!({
        "supply_point": "P-1", "before": czk(451_200), "after": czk(480_000),
        "from": "2026-04-15", "bounds": { "least": czk(370_000), "most": czk(700_000) },
    });
    assert_eq!(proposed, expected);
    assert_eq!(aws.operations(), ["BatchGetItem", "Query", "TransactWriteItems"]);
    assert_eq!(checked(&aws).len(), 1);
    assert_eq!(checked(&aws)[0].0, "advances#P-1#2026-01-01");
    assert_eq!(change(&aws)["subject"], "advance/P-1");

    let aws = told().await;
    assert_eq!(data(&aws, "propose-advance-later").await["from"], "2026-07-15");
}

#[tokio::test]
async fn a_rule_approves_an_advance_within_the_bounds_at_once() {
    let aws = told().await;
    let routes = routes(App {
        access: access(&aws),
        bucket: Bucket::new(&aws.config(), "documents").unwrap(),
        clock: clock(),
        journal: journal(&aws),
        store: Store::new(aws.tables(), "invoices".to_owned(), "changes".to_owned()),
        utility: Arc::new(utility_with(json!({ "advance": { "auto": "plausible" } }))),
    });
    let answer = send(routes, "invoices/propose-advance").await;
    assert_eq!((answer.status.as_u16(), &answer.json()["state"]), (201, &json!("approved")));
}

#[tokio::test]
async fn claims_are_paid_back_to_an_account() {
    let aws = told().await;
    let proposed = data(&aws, "propose-refund").await;
    let account = "34278-727558021/0100";
    let expected =
        json!({ "receivables": ["RC-5003"], "amount": czk(115_800), "account": account });
    assert_eq!(proposed, expected);
    assert_eq!(aws.operations(), ["BatchGetItem", "BatchGetItem", "TransactWriteItems"]);
    assert_eq!(checked(&aws)[0].0, "receivable#RC-5003");
    assert_eq!(change(&aws)["findings"], json!([]));

    let aws = told().await;
    data(&aws, "propose-refund-elsewhere").await;
    assert_eq!(change(&aws)["findings"], json!(["refund_elsewhere"]));
}

#[tokio::test]
async fn a_debt_named_twice_is_paid_in_parts_once() {
    let aws = told().await;
    let expected = json!({
        "receivables": ["RC-5002"], "amount": czk(351_200), "count": 4,
        "first_due_on": "2026-04-30", "reason": "Od března jsem na rodičovské dovolené.",
    });
    assert_eq!(data(&aws, "propose-instalments").await, expected);
    assert_eq!(checked(&aws).len(), 1);
    assert_eq!(change(&aws)["subject"], "instalments");
}

#[tokio::test]
async fn a_capacity_of_the_price_list_is_proposed_as_a_contract_writes_it() {
    let aws = told().await;
    let expected = json!({
        "supply_point": "P-1", "before": "3x32 A", "after": "3x25 A", "from": "2026-05-01",
    });
    assert_eq!(data(&aws, "propose-reserved-capacity").await, expected);
    let calls = ["BatchGetItem", "BatchGetItem", "Query", "TransactWriteItems"];
    assert_eq!(aws.operations(), calls);
    assert_eq!(checked(&aws)[0].0, "point#P-1");
    assert_eq!(change(&aws)["subject"], "reserved_capacity/P-1");
}

#[tokio::test]
async fn surfaces_get_the_coefficients_of_their_day_and_a_yearly_quantity() {
    let aws = told().await;
    let data = data(&aws, "propose-rainwater").await;
    assert_eq!(data["yearly_quantity"], "363.53");
    let green = json!({
        "class": "green_roof_medium", "name": "Zelená střecha", "area": "300",
        "coefficient": "0.30",
    });
    assert_eq!(data["after"][1], green);
    assert_eq!(data["before"].as_array().unwrap().len(), 2);
    assert_eq!(aws.operations(), ["BatchGetItem", "Query", "TransactWriteItems"]);
    assert_eq!(checked(&aws)[0].0, "rainwater#P-7#2025-01-01");
    assert_eq!(change(&aws)["subject"], "rainwater/P-7");
}

#[tokio::test]
async fn invoices_on_paper_again_or_to_another_address() {
    let aws = told().await;
    let off = data(&aws, "propose-e-invoice").await;
    assert_eq!(off, json!({ "before": true, "after": false }));
    let aws = told().await;
    let elsewhere = data(&aws, "propose-e-invoice-elsewhere").await;
    let email = "ucetni@example.com";
    assert_eq!(elsewhere, json!({ "before": true, "after": true, "email": email }));
}

#[tokio::test]
async fn what_is_wrong_is_said_beside_its_input_and_nothing_is_written() {
    for (event, status, code, field) in [
        ("payment-method-bad-prefix", 422, "account_prefix_check_failed", "account"),
        ("payment-method-bad-number", 422, "account_number_check_failed", "account"),
        ("payment-method-bad-iban", 422, "account_iban_check_failed", "account"),
        ("payment-method-bad-sipo", 422, "sipo_number_invalid", "number"),
        ("payment-method-unchanged", 422, "payment_method_unchanged", ""),
        ("payment-method-malformed", 400, "malformed_json", ""),
        ("advance-too-low", 422, "advance_too_low", "amount"),
        ("advance-too-high", 422, "advance_too_high", "amount"),
        ("advance-unchanged", 422, "advance_unchanged", "amount"),
        ("advance-not-whole", 422, "advance_not_whole", "amount"),
        ("advance-other-currency", 422, "currency_differs", "amount"),
        ("advance-unknown-day", 422, "advance_day_unknown", "from"),
        ("advance-unknown-point", 422, "advances_not_known", "supply_point"),
        ("refund-debt", 422, "receivable_not_a_claim", "receivables"),
        ("refund-settled", 409, "receivable_not_open", ""),
        ("refund-amount-differs", 409, "amount_differs", ""),
        ("refund-foreign-receivable", 404, "not_found", ""),
        ("refund-bad-account", 422, "account_number_check_failed", "account"),
        ("refund-empty", 422, "receivables_missing", "receivables"),
        ("refund-too-many", 422, "receivables_too_many", "receivables"),
        ("instalments-too-many-parts", 422, "instalments_count_out_of_range", "count"),
        ("instalments-too-late", 422, "first_due_out_of_range", "first_due_on"),
        ("instalments-claim", 422, "receivable_not_a_debt", "receivables"),
        ("instalments-currencies", 422, "currencies_differ", "receivables"),
        ("instalments-foreign-receivable", 404, "not_found", ""),
        ("instalments-long-reason", 422, "reason_too_long", "reason"),
        ("reserved-capacity-not-offered", 422, "capacity_not_offered", "capacity"),
        ("reserved-capacity-raised", 422, "capacity_not_offered", "capacity"),
        ("reserved-capacity-invalid", 422, "capacity_invalid", "capacity"),
        ("reserved-capacity-unchanged", 422, "capacity_unchanged", "capacity"),
        ("reserved-capacity-in-past", 422, "day_out_of_range", "from"),
        ("reserved-capacity-unknown-point", 404, "not_found", ""),
        ("rainwater-bad-area", 422, "surface_area_invalid", "surfaces"),
        ("rainwater-number", 400, "malformed_json", ""),
        ("rainwater-unchanged", 422, "surfaces_unchanged", "surfaces"),
        ("rainwater-in-past", 422, "day_out_of_range", "from"),
        ("rainwater-unknown-point", 422, "rainwater_not_charged", "supply_point"),
        ("e-invoice-unchanged", 422, "e_invoice_unchanged", ""),
        ("e-invoice-bad-email", 422, "email_invalid", "email"),
    ] {
        let aws = told().await;
        let (answered, problem) = sent(&aws, &format!("propose-{event}")).await;
        let field = if field.is_empty() { Value::Null } else { json!(field) };
        let said = (answered, &problem["code"], &problem["field"]);
        assert_eq!(said, (status, &json!(code), &field), "{event}");
        assert!(aws.inputs("TransactWriteItems").is_empty(), "{event}");
    }
}

#[tokio::test]
async fn nothing_that_drains_is_a_declaration_that_is_looked_at() {
    let aws = told().await;
    assert_eq!(data(&aws, "propose-rainwater-none").await["yearly_quantity"], "0");
    assert_eq!(change(&aws)["findings"], json!(["drains_much_less"]));
}

#[tokio::test]
async fn only_the_holder_wishes_for_their_own_customer() {
    for kind in KINDS {
        for (case, expected) in [("signed-out", 401), ("foreign", 404), ("by-viewer", 403)] {
            let aws = told().await;
            assert_eq!(status(&aws, &format!("propose-{kind}-{case}")).await, expected, "{kind}");
            assert!(aws.operations().len() <= 1, "{kind}-{case}: nothing was read or written");
        }
    }
}

#[tokio::test]
async fn a_subject_has_one_open_change() {
    let aws = told().await;
    aws.put("changes", json!({ "pk": "C-1001", "sk": "open#advance/P-1", "change": "earlier" }));
    aws.cancel_transaction(&["None", "None", "ConditionalCheckFailed"]);
    let (status, problem) = sent(&aws, "propose-advance").await;
    assert_eq!((status, &problem["code"]), (409, &json!("change_open")));
    assert_eq!(problem["change"], "earlier");
}

#[tokio::test]
async fn billing_was_faster() {
    let aws = told().await;
    aws.cancel_transaction(&["ConditionalCheckFailed", "None", "None"]);
    let (status, problem) = sent(&aws, "propose-refund").await;
    assert_eq!((status, &problem["code"]), (409, &json!("customer_changed")));
}

/// Puts the change of a first request into the table; gives its answer.
async fn proposed_before(aws: &FakeAws, event: &str) -> (u16, Value) {
    let answer = sent(aws, event).await;
    aws.put("changes", change(aws));
    aws.forget_calls();
    answer
}

#[tokio::test]
async fn a_repeated_wish_gets_the_same_answer_and_another_of_its_key_none() {
    for kind in KINDS {
        let (event, aws) = (format!("propose-{kind}"), told().await);
        let first = proposed_before(&aws, &event).await;
        assert_eq!(first.0, 201, "{kind}");
        let there = ["None", "ConditionalCheckFailed", "ConditionalCheckFailed"];
        aws.cancel_transaction(&there);
        assert_eq!(sent(&aws, &event).await, first, "{kind}");
    }
    let aws = told().await;
    proposed_before(&aws, "propose-payment-method").await;
    aws.cancel_transaction(&["None", "ConditionalCheckFailed", "ConditionalCheckFailed"]);
    let (_, problem) = sent(&aws, "propose-payment-method-odd-sipo").await;
    assert_eq!(problem["code"], "idempotency_key_used");
}

#[tokio::test]
async fn a_repeat_after_billing_applied_it_gets_the_same_answer() {
    let aws = told().await;
    let first = proposed_before(&aws, "propose-e-invoice").await;
    let account = json!({
        "number": "1001-01", "method": { "method": "transfer" }, "e_invoice": false,
    });
    aws.put(
        "invoices",
        json!({ "pk": "C-1001", "sk": "account", "version": 900, "body": account.to_string() }),
    );
    assert_eq!(sent(&aws, "propose-e-invoice").await, first);
    assert_eq!(aws.operations(), ["BatchGetItem", "BatchGetItem", "GetItem"]);
}
