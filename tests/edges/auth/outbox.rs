//! What the outbox does once, again, and not at all.

use serde_json::json;

use super::{apply, counted, kept, member, outbox, queued, send, world};
use crate::support::aws::FakeAws;

async fn asked(event: &str) -> FakeAws {
    let aws = world();
    counted(&aws, &[1]);
    send(&aws, event).await;
    apply(&aws);
    counted(&aws, &[1]);
    aws
}

#[tokio::test]
async fn somebody_who_sees_the_customer_already_is_told_so_and_gets_no_code() {
    let aws = asked("sign-up").await;
    member(&aws, "C-1001");
    outbox(&aws).drain().await.unwrap();
    assert!(queued(&aws).is_empty());
    assert_eq!(kept(&aws, "mail")[0]["mail"], "auth-already-known");
}

#[tokio::test]
async fn who_sees_the_customer_hears_that_somebody_else_asks() {
    let aws = asked("sign-up-by-letter").await;
    member(&aws, "C-3003");
    outbox(&aws).drain().await.unwrap();
    let notice = kept(&aws, "mail").remove(0);
    assert_eq!(
        (&notice["mail"], &notice["to"]),
        (&json!("auth-somebody-signs-up"), &json!("anna@example.com"))
    );
}

#[tokio::test]
async fn over_a_limit_no_letter_goes_out() {
    let aws = asked("sign-up-by-letter").await;
    // The lease is taken; the claim fails at the letters of the year.
    aws.answer("TransactWriteItems", json!({}));
    aws.cancel_transaction(&["None", "None", "ConditionalCheckFailed", "None"]);
    outbox(&aws).drain().await.unwrap();
    assert!(queued(&aws).is_empty());
    let claim = &aws.inputs("TransactWriteItems")[1]["TransactItems"];
    assert!(claim.to_string().contains("letters#C-3003"));
    assert_eq!(kept(&aws, "request").last().unwrap()["state"], "dropped");
}

#[tokio::test]
async fn a_request_that_another_process_is_at_is_left_alone() {
    let aws = asked("sign-up-by-letter").await;
    aws.cancel_transaction(&["ConditionalCheckFailed"]);
    outbox(&aws).drain().await.unwrap();
    assert!(queued(&aws).is_empty());
    assert_eq!(aws.inputs("TransactWriteItems").len(), 1);
}

#[tokio::test]
async fn a_code_that_could_not_be_queued_is_made_anew() {
    let aws = asked("sign-up-by-letter").await;
    aws.refuse("SendMessage", "InternalError", json!({}));
    assert!(outbox(&aws).drain().await.is_err(), "it stays due");
    let first = kept(&aws, "request").pop().unwrap();
    apply(&aws);
    counted(&aws, &[1]);
    outbox(&aws).drain().await.unwrap();
    let second = kept(&aws, "request").pop().unwrap();
    assert_ne!(first["letter_code"], second["letter_code"]);
    assert_eq!((&first["rounds"], &second["rounds"]), (&json!(1), &json!(2)));
    let letter = &queued(&aws)[0];
    assert!(letter["id"].as_str().unwrap().ends_with("-2"), "billing takes it for another letter");
}

#[tokio::test]
async fn a_lost_password_gets_a_link_only_where_invoice_and_user_fit() {
    let aws = asked("sign-up-wrong-amount").await;
    outbox(&aws).drain().await.unwrap();
    assert!(queued(&aws).is_empty());

    let aws = world();
    counted(&aws, &[1]);
    assert_eq!(send(&aws, "request-recovery").await.status, 202);
    assert_eq!(aws.operations(), ["UpdateItem", "TransactWriteItems"]);
    apply(&aws);
    member(&aws, "C-1001");
    counted(&aws, &[1]);
    outbox(&aws).drain().await.unwrap();
    let mail = queued(&aws).remove(0);
    let text = mail["text"].as_str().unwrap();
    let (_, rest) = text.split_once("/recovery/complete#request=").unwrap();
    let (request, rest) = rest.split_once("&code=").unwrap();
    let code = rest.lines().next().unwrap();
    let open = kept(&aws, "request").pop().unwrap();
    assert!(!open.to_string().contains(code), "only the hash of the token is kept");
    apply(&aws);

    counted(&aws, &[1]);
    let body = json!({ "request": request, "code": code, "password": "a new long sentence" });
    let answer = super::post(&aws, "recovery/complete", body).await;
    assert_eq!(format!("{answer:?}"), r#"200 {"email":"anna@example.com"}"#);
    let ended = super::deleted(&aws);
    assert!(ended.contains(&format!("user#anna {}", super::session_key("anna-token"))));
    assert_eq!(kept(&aws, "mail")[0]["mail"], "auth-recovered");
}

#[tokio::test]
async fn who_knows_an_invoice_fills_nobody_s_mailbox_and_learns_nothing_of_it() {
    let aws = world();
    counted(&aws, &[1]);
    send(&aws, "sign-up").await;
    apply(&aws);
    counted(&aws, &[11]);
    outbox(&aws).drain().await.unwrap();
    assert!(queued(&aws).is_empty() && kept(&aws, "mail").is_empty());
    assert_eq!(kept(&aws, "request").last().unwrap()["state"], "dropped");

    let aws = world();
    counted(&aws, &[1]);
    send(&aws, "request-recovery").await;
    apply(&aws);
    member(&aws, "C-1001");
    counted(&aws, &[4]);
    outbox(&aws).drain().await.unwrap();
    assert!(queued(&aws).is_empty());
    assert_eq!(kept(&aws, "request").last().unwrap()["state"], "dropped");
}

#[tokio::test]
async fn a_mail_without_a_secret_is_queued_and_settled() {
    let aws = world();
    aws.put("auth", json!({
        "pk": "mail#m-1", "sk": "mail", "id": "m-1", "mail": "auth-password-changed", "to": "anna@example.com",
        "language": "pl", "args": { "device": "Firefox, Linux" }, "due": "mail", "due_at": "2026-03-31T12:00:00Z",
    }));
    outbox(&aws).drain().await.unwrap();
    let mail = queued(&aws).remove(0);
    assert_eq!(
        (&mail["id"], &mail["class"], &mail["language"]),
        (&json!("auth-m-1"), &json!("security"), &json!("pl"))
    );
    assert_eq!(aws.inputs("DeleteItem")[0]["Key"]["pk"]["S"], "mail#m-1");
}
