//! Documents: who sees which, in which order, how far they're paid, and whether
//! their sums hold.

use serde_json::{Value, json};

use super::{
    told::{sent, status},
    world::{crowns, full},
};
use crate::support::aws::FakeAws;

async fn listed(aws: &FakeAws, event: &str) -> Vec<String> {
    let (status, body) = sent(aws, event).await;
    assert_eq!(status, 200, "{event}: {body}");
    let documents = body["documents"].as_array().unwrap().iter();
    documents.map(|document| document["number"].as_str().unwrap().to_owned()).collect()
}

#[tokio::test]
async fn documents_come_newest_first_with_what_is_left_to_pay() {
    let aws = full().await;
    let (_, body) = sent(&aws, "list-documents").await;
    assert_eq!(aws.operations(), ["BatchGetItem", "Query"]);
    let documents: Vec<(&str, &str)> = body["documents"]
        .as_array()
        .unwrap()
        .iter()
        .map(|document| (document["number"].as_str().unwrap(), document["state"].as_str().unwrap()))
        .collect();
    let expected = [
        ("2026-200301", "none"),
        ("2026-000900", "open"),
        ("2026-000815", "open"),
        ("2026-000999", "overdue"),
        ("2026-110077", "none"),
        ("FV/2026/1", "cancelled"),
        ("2025-004711", "paid"),
    ];
    assert_eq!(documents, expected);
    assert_eq!(body["next"], Value::Null);
    let overdue = json!({
        "number": "2026-000999", "kind": "invoice", "issued_on": "2026-02-15",
        "due_on": "2026-03-01", "total": crowns(50_000), "state": "overdue",
        "paid": crowns(10_000), "remaining": crowns(40_000), "days_overdue": 30,
        "dunning": "reminded", "variable_symbol": "2026000900", "supply_points": ["P-1", "P-2"],
        "has_file": false, "has_breakdown": false,
    });
    assert_eq!(body["documents"][3], overdue);
    assert_eq!(body["documents"][2]["remaining"], crowns(-115_800));
    assert_eq!(body["documents"][2]["days_overdue"], 0, "what is owed to her isn't overdue");
}

#[tokio::test]
async fn documents_are_found_by_kind_state_point_day_and_number() {
    let aws = full().await;
    let by_due = [
        "2026-200301",
        "2026-000900",
        "2026-000815",
        "2026-000999",
        "2026-110077",
        "FV/2026/1",
        "2025-004711",
    ];
    assert_eq!(listed(&aws, "list-documents-by-due").await, by_due);
    let of_point = ["2026-000900", "2026-000815", "2026-000999"];
    assert_eq!(listed(&aws, "list-documents-of-point").await, of_point);
    assert_eq!(listed(&aws, "list-documents-overdue").await, ["2026-000999"]);
    assert_eq!(listed(&aws, "list-documents-none").await, ["2026-200301"]);
    assert_eq!(listed(&aws, "list-documents-settlements").await, ["2025-004711"]);
    assert_eq!(listed(&aws, "list-documents-number").await, ["2026-000999", "2026-000900"]);
    assert_eq!(status(&aws, "list-documents-bad-kind").await, 400);
    assert_eq!(status(&aws, "list-documents-bad-cursor").await, 400);
}

#[tokio::test]
async fn who_may_see_one_point_sees_what_is_about_it_alone() {
    let aws = full().await;
    let of_point = ["2026-200301", "2026-110077", "FV/2026/1", "2025-004711"];
    assert_eq!(listed(&aws, "list-documents-one-point").await, of_point);
    assert_eq!(status(&aws, "list-documents-other-point").await, 404);
    assert_eq!(status(&aws, "show-document-one-point").await, 200);
    assert_eq!(status(&aws, "show-document-several-points").await, 404);
    assert_eq!(status(&aws, "download-document-other-point").await, 404);
}

#[tokio::test]
async fn what_is_another_customer_s_is_not_there() {
    let aws = full().await;
    for event in [
        "account",
        "download-document",
        "download-paper",
        "list-advances",
        "list-documents",
        "list-papers",
        "list-payments",
        "list-rainwater",
        "list-settlements",
        "show-document",
    ] {
        assert_eq!(status(&aws, &format!("{event}-foreign")).await, 404, "{event}");
    }
    assert_eq!(status(&aws, "show-document-of-another").await, 404);
    for event in ["list-advances", "list-papers", "list-rainwater", "list-settlements"] {
        assert_eq!(status(&aws, &format!("{event}-other-point")).await, 404, "{event}");
        assert_eq!(status(&aws, &format!("{event}-one-point")).await, 200, "{event}");
    }
}

#[tokio::test]
async fn a_document_is_shown_whole_and_computed_again() {
    let aws = full().await;
    let (status, body) = sent(&aws, "show-document").await;
    assert_eq!(status, 200);
    assert_eq!(aws.operations(), ["BatchGetItem", "BatchGetItem", "BatchGetItem"]);
    let told = super::told::example("invoices-electricity")["body"]["invoices"][0].take();
    assert_eq!(body["document"], told);
    assert_eq!(body["state"], "paid");
    assert_eq!(body["owed"][0]["receivable"], "RC-5001");
    assert_eq!(body["check"]["differs"], false, "{}", body["check"]);
    assert_eq!(body["check"]["payable"], crowns(123_450));
}

#[tokio::test]
async fn a_planted_error_is_found() {
    let aws = full().await;
    let mut wrong = super::told::next(super::told::example("invoices-electricity"));
    let line = &mut wrong["body"]["invoices"][0]["breakdown"]["lines"][0];
    line["amount"]["minor"] = json!(line["amount"]["minor"].as_i64().unwrap() + 1_000);
    super::told::tell(&aws, wrong).await;
    let (_, body) = sent(&aws, "show-document").await;
    assert_eq!(body["check"]["differs"], true);
    let found = body["check"]["findings"].as_array().unwrap().iter();
    let found: Vec<_> = found.filter(|finding| finding["code"] == "amount_differs").collect();
    assert_eq!(found.len(), 1, "{}", body["check"]);
    assert_eq!(found[0]["place"], json!({ "part": "line", "index": 0 }));
    assert_eq!(found[0]["difference"], crowns(1_000));
}

#[tokio::test]
async fn a_number_with_slashes_has_an_address() {
    let (status, body) = sent(&full().await, "show-document-slash").await;
    assert_eq!((status, &body["document"]["number"]), (200, &json!("FV/2026/1")), "{body}");
}

#[tokio::test]
async fn a_settlement_says_what_was_used_each_day() {
    let aws = full().await;
    let (_, body) = sent(&aws, "list-settlements").await;
    assert_eq!(aws.operations(), ["BatchGetItem", "Query"]);
    let settlement = &body["settlements"][0];
    assert_eq!(settlement["number"], "2025-004711");
    assert_eq!(settlement["days"], 365);
    let bases =
        super::told::example("invoices-electricity")["body"]["invoices"][0]["breakdown"]["bases"]
            .take();
    let quantity = |register: &str| {
        let bases = bases.as_array().unwrap().iter();
        bases.filter(|base| base["register"] == register).map(|base| &base["quantity"]).next()
    };
    for used in settlement["used"].as_array().unwrap() {
        assert_eq!(Some(&used["quantity"]), quantity(used["register"].as_str().unwrap()));
        assert_eq!(used["supply_point"], "P-1");
    }
    assert_eq!(settlement["used"].as_array().unwrap().len(), 2);
    let (_, of_point) = sent(&aws, "list-settlements-of-point").await;
    assert_eq!(of_point, body);
}
