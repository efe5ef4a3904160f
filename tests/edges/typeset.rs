//! Documents that are made: for whom, once, and what is kept of them. The world
//! is that of invoices.

use std::sync::Arc;

use axum::Router;
use invoices_typeset::{App, Shelf, routes};
use portal_lambda::Bucket;
use serde_json::{Value, json};

use super::invoices::world::full;
use crate::support::{access, aws::FakeAws, clock, journal, send, utility};

/// The function, in the utility of the edge tests.
fn portal(aws: &FakeAws) -> Router {
    let bucket = Bucket::new(&aws.config(), "documents").unwrap();
    routes(App {
        access: access(aws),
        bucket: bucket.clone(),
        clock: clock(),
        journal: journal(aws),
        shelf: Shelf::new(&aws.config(), bucket).unwrap(),
        store: invoices::Store::new(aws.tables(), "invoices".to_owned(), String::new()),
        utility: Arc::new(utility()),
    })
}

async fn sent(aws: &FakeAws, event: &str) -> (u16, Value) {
    let answer = send(portal(aws), &format!("typeset/{event}")).await;
    (answer.status.as_u16(), serde_json::from_str(&answer.body).unwrap_or_default())
}

/// The answer to an event in this world, and how many calls to AWS it took.
pub async fn tried(event: &str) -> (u16, usize) {
    let aws = full().await;
    (sent(&aws, event).await.0, aws.operations().len())
}

/// Where the file went, without what signs its address.
fn put_key(aws: &FakeAws) -> String {
    let puts = aws.inputs("PutObject");
    assert_eq!(puts.len(), 1);
    assert!(puts[0]["size"].as_u64().unwrap() > 20_000, "{}", puts[0]["size"]);
    let address = puts[0]["address"].as_str().unwrap();
    let start = "https://documents.s3.eu-central-1.amazonaws.com/";
    let path = address.strip_prefix(start).unwrap_or_else(|| panic!("{address}"));
    path.split('?').next().unwrap().to_owned()
}

#[tokio::test]
async fn a_document_is_made_kept_and_given() {
    let aws = full().await;
    let (status, body) = sent(&aws, "document").await;
    assert_eq!(status, 200, "{body}");
    let operations = ["BatchGetItem", "BatchGetItem", "Query", "PutObject", "PutItem", "PutItem"];
    assert_eq!(aws.operations(), operations);
    let key = put_key(&aws);
    assert!(key.starts_with("made/") && key.len() == "made/.pdf".len() + 64, "{key}");
    let url = body["url"].as_str().unwrap();
    assert!(url.contains(&format!("/{key}?")) && url.contains("X-Amz-Expires=120&"), "{url}");
    assert_eq!(body["file_name"], "2026-110077.pdf");
    let [made, taken] = &aws.inputs("PutItem")[..] else { panic!("two items") };
    assert_eq!(made["Item"]["sk"]["S"], "made#2026-110077#pdf-cs");
    assert!(made["Item"]["body"]["S"].as_str().unwrap().contains(&key));
    assert_eq!(taken["Item"]["detail"]["S"], "C-1001 2026-110077.pdf");
}

#[tokio::test]
async fn what_was_made_is_given_again() {
    let aws = full().await;
    sent(&aws, "document").await;
    let key = put_key(&aws);
    let item = aws.inputs("PutItem")[0]["Item"].clone();
    aws.forget_calls();
    let version: u64 = item["version"]["N"].as_str().unwrap().parse().unwrap();
    aws.put(
        "invoices",
        json!({
            "pk": "C-1001", "sk": item["sk"]["S"], "version": version, "body": item["body"]["S"],
        }),
    );
    let (_, body) = sent(&aws, "document").await;
    assert_eq!(aws.operations(), ["BatchGetItem", "BatchGetItem", "PutItem"]);
    assert!(body["url"].as_str().unwrap().contains(&key), "{body}");
}

#[tokio::test]
async fn a_slip_and_a_schedule_are_made() {
    let aws = full().await;
    let (status, body) = sent(&aws, "slip").await;
    assert_eq!((status, &body["file_name"]), (200, &json!("C-1001-2026-03-31.pdf")), "{body}");
    put_key(&aws);
    aws.forget_calls();
    let (status, body) = sent(&aws, "advances").await;
    assert_eq!((status, &body["media_type"]), (200, &json!("application/pdf")), "{body}");
    put_key(&aws);
}

#[tokio::test]
async fn nobody_else_gets_one() {
    for (event, status) in [
        ("document-signed-out", 401),
        ("document-foreign", 404),
        ("document-missing", 404),
        ("document-one-point", 404),
        ("document-with-file", 409),
        ("document-malformed", 400),
        ("slip-signed-out", 401),
        ("slip-foreign", 404),
        ("slip-foreign-receivable", 404),
        ("slip-empty", 422),
        ("advances-signed-out", 401),
        ("advances-foreign", 404),
        ("advances-other-point", 404),
    ] {
        let aws = full().await;
        let (said, body) = sent(&aws, event).await;
        assert_eq!(said, status, "{event}: {body}");
        assert!(aws.inputs("PutObject").is_empty(), "{event} made something");
    }
}
