//! Signing in: what it costs, what it tells, how it is slowed down.

use auth::Subjects;
use serde_json::{Value, json};

use super::{LIMITER_KEY, counted, deleted, kept, send, session_key, world};
use crate::support::{aws::FakeAws, now};

/// As with real tables, the first two counters are the source's.
async fn sign_in(aws: &FakeAws, event: &str) -> String {
    counted(aws, &[1, 1]);
    format!("{:?}", send(aws, event).await)
}

const FAILED: &str =
    r#"401 {"type":"about:blank","title":"Unauthorized","status":401,"code":"sign_in_failed"}"#;

/// `count` failures in a row, the last one just now.
fn failures(aws: &FakeAws, sk: &str, count: u32) {
    let name = Subjects::new(LIMITER_KEY).unwrap().name("account", "anna@example.com");
    let last_at = now().as_second();
    let item =
        json!({ "pk": format!("attempts#{name}"), "sk": sk, "count": count, "last_at": last_at });
    aws.put("auth", item);
}

#[tokio::test]
async fn the_right_password_opens_a_session() {
    let aws = world();
    counted(&aws, &[1, 1]);
    let answer = send(&aws, "sign-in").await;
    assert_eq!(format!("{answer:?}"), r#"200 {"user":"anna"}"#);
    let cookies: Vec<&str> = answer
        .headers
        .get_all("set-cookie")
        .iter()
        .map(|cookie| cookie.to_str().unwrap())
        .collect();
    let session = cookies[0].strip_prefix("__Host-session=anna.").unwrap();
    let (token, flags) = session.split_once("; ").unwrap();
    assert_eq!(flags, "Path=/; Secure; HttpOnly; SameSite=Lax");
    assert_eq!(token.len(), 43, "256 bits");
    assert!(kept(&aws, &session_key(token)).len() == 1, "the hash of the token is kept");
    let written = format!("{:?}", aws.calls());
    assert!(!written.contains(token), "the token itself isn't");
    let budget = [
        "UpdateItem",
        "UpdateItem",
        "BatchGetItem",
        "UpdateItem",
        "GetItem",
        "Query",
        "TransactWriteItems",
        "PutItem",
    ];
    assert_eq!(
        aws.operations(),
        budget,
        "source, network, login, attempt, credentials, standing, session, journal"
    );
}

#[tokio::test]
async fn a_wrong_password_and_an_unknown_login_look_the_same_and_cost_the_same() {
    let (known, unknown) = (world(), world());
    assert_eq!(sign_in(&known, "sign-in-wrong").await, FAILED);
    counted(&unknown, &[1, 1]);
    // The attempt, and the counter of unknown logins.
    unknown.answer("UpdateItem", json!({}));
    counted(&unknown, &[1]);
    assert_eq!(format!("{:?}", send(&unknown, "sign-in-unknown").await), FAILED);
    assert_eq!(known.operations().len(), unknown.operations().len());
    assert_eq!(known.operations()[..5], unknown.operations()[..5]);
}

#[tokio::test]
async fn the_journal_holds_the_login_and_never_the_password() {
    let aws = world();
    sign_in(&aws, "sign-in-wrong").await;
    let entry = aws.inputs("PutItem").remove(0);
    assert_eq!(entry["TableName"], "journal");
    assert_eq!(entry["Item"]["detail"]["S"], "anna@example.com");
    assert_eq!(entry["Item"]["result"]["S"], "wrong_password");
    assert!(!format!("{:?}", aws.calls()).contains("canary"));
}

#[tokio::test]
async fn an_operator_needs_the_second_factor_each_time() {
    let aws = world();
    let answer = sign_in(&aws, "sign-in-operator").await;
    assert!(answer.contains("second_factor_needed"), "{answer}");
    let aws = world();
    assert_eq!(sign_in(&aws, "sign-in-operator-wrong-code").await, FAILED);
    let aws = world();
    assert_eq!(sign_in(&aws, "sign-in-operator-code").await, r#"200 {"user":"olga"}"#);
    let session = kept(&aws, "session#").remove(0);
    assert_eq!(session["second_factor"], true);
    assert_eq!(session["idle_seconds"], 900);
    assert_eq!(session["expires_at"], now().as_second() + 8 * 3600);
}

#[tokio::test]
async fn an_attempt_without_a_code_takes_back_itself_and_no_other() {
    let aws = world();
    sign_in(&aws, "sign-in-operator").await;
    let back = &aws.inputs("TransactWriteItems")[0]["TransactItems"][0]["Delete"];
    assert_eq!(back["ConditionExpression"], "#count = :mine");
    assert_eq!(back["ExpressionAttributeValues"][":mine"]["N"], "1");
}

#[tokio::test]
async fn a_code_that_was_used_opens_nothing_even_at_the_same_moment() {
    let aws = world();
    super::user(&aws, "olga", json!({ "totp": super::TOTP, "totp_step": now().as_second() / 30 }));
    assert_eq!(sign_in(&aws, "sign-in-operator-code").await, FAILED);
    // Two at once: both read the old step, one commits first.
    let aws = world();
    aws.cancel_transaction(&["ConditionalCheckFailed", "None", "None"]);
    assert_eq!(sign_in(&aws, "sign-in-operator-code").await, FAILED);
}

#[tokio::test]
async fn after_the_fifth_failure_one_waits_and_nothing_is_hashed() {
    let aws = world();
    failures(&aws, "all", 6);
    let answer = sign_in(&aws, "sign-in").await;
    assert!(answer.starts_with("429") && answer.contains(r#""retry_after":2"#), "{answer}");
    assert_eq!(aws.operations().last().unwrap(), "BatchGetItem", "it ends before the credentials");
}

#[tokio::test]
async fn a_stranger_can_not_lock_the_owner_out_of_a_known_device() {
    let aws = world();
    failures(&aws, "all", 100);
    assert!(sign_in(&aws, "sign-in").await.starts_with("429"));
    let device = portal_lambda::access::token_hash("anna-device");
    let until = now().as_second() + 1000;
    let known = json!({ "pk": format!("device#{device}"), "sk": "device", "user": "anna", "expires_at": until });
    aws.put("auth", known);
    assert_eq!(sign_in(&aws, "sign-in-known-device").await, r#"200 {"user":"anna"}"#);
    failures(&aws, &format!("device#{device}"), 100);
    assert!(sign_in(&aws, "sign-in-known-device").await.starts_with("429"));
}

#[tokio::test]
async fn a_device_of_somebody_else_is_no_known_device() {
    let aws = world();
    failures(&aws, "all", 100);
    let device = portal_lambda::access::token_hash("anna-device");
    let until = now().as_second() + 1000;
    let boriss = json!({ "pk": format!("device#{device}"), "sk": "device", "user": "boris", "expires_at": until });
    aws.put("auth", boriss);
    assert!(sign_in(&aws, "sign-in-known-device").await.starts_with("429"));
}

#[tokio::test]
async fn a_source_that_tries_too_often_waits() {
    for counts in [[31, 1], [1, 301]] {
        let aws = world();
        counted(&aws, &counts);
        let answer = send(&aws, "sign-in").await;
        assert_eq!(answer.status, 429);
        assert!(answer.headers.contains_key("retry-after"));
        assert_eq!(aws.operations(), ["UpdateItem", "UpdateItem"]);
    }
}

#[tokio::test]
async fn people_get_in_while_the_source_limiter_is_down() {
    let aws = world();
    for _ in 0..2 {
        aws.refuse("UpdateItem", "InternalServerError", json!({}));
    }
    assert_eq!(format!("{:?}", send(&aws, "sign-in").await), r#"200 {"user":"anna"}"#);
}

#[tokio::test]
async fn nobody_gets_in_while_attempts_can_not_be_counted() {
    let aws = world();
    counted(&aws, &[1, 1]);
    aws.refuse("UpdateItem", "InternalServerError", json!({}));
    assert_eq!(send(&aws, "sign-in").await.status, 500);
    assert!(aws.inputs("TransactWriteItems").is_empty());
}

#[tokio::test]
async fn the_eleventh_session_ends_the_oldest_and_the_presented_one_ends_too() {
    let aws = world();
    for n in 0..9 {
        let at = now() - jiff::Span::new().minutes(20 - n);
        aws.put("access", json!({
            "pk": "user#anna", "sk": format!("session#{n}"), "id": format!("s{n}"), "created_at": at,
            "last_seen_at": now(), "idle_seconds": 1800, "expires_at": now().as_second() + 3600,
        }));
    }
    sign_in(&aws, "sign-in").await;
    // Anna's session of an hour ago is the oldest of ten.
    let of_access = |name: &String| name.contains("session#");
    let ended: Vec<String> = deleted(&aws).into_iter().filter(of_access).collect();
    assert_eq!(ended, [format!("user#anna {}", session_key("anna-token"))]);

    let aws = world();
    sign_in(&aws, "sign-in-presented-session").await;
    let ended: Vec<String> = deleted(&aws).into_iter().filter(of_access).collect();
    assert_eq!(ended, [format!("user#anna {}", session_key("anna-token"))]);
}

#[tokio::test]
async fn an_ended_session_is_cleared_away_and_noticed_in_the_journal() {
    let aws = world();
    let long_ago = now() - jiff::Span::new().hours(2);
    aws.put(
        "access",
        json!({
            "pk": "user#anna", "sk": "session#old", "id": "old", "created_at": long_ago,
            "last_seen_at": long_ago, "idle_seconds": 1800, "expires_at": now().as_second() + 3600,
        }),
    );
    sign_in(&aws, "sign-in").await;
    assert!(deleted(&aws).contains(&"user#anna session#old".to_owned()));
    let actions: Vec<Value> =
        aws.inputs("PutItem").iter().map(|put| put["Item"]["action"]["S"].clone()).collect();
    assert_eq!(actions, ["session_expired", "signed_in"]);
}

#[tokio::test]
async fn the_owner_hears_of_a_new_device_and_not_of_a_known_one() {
    let aws = world();
    sign_in(&aws, "sign-in").await;
    let mail = kept(&aws, "mail").remove(0);
    assert_eq!(
        (&mail["mail"], &mail["to"]),
        (&json!("auth-new-device"), &json!("anna@example.com"))
    );
    assert_eq!((&mail["due"], &mail["args"]["device"]), (&json!("mail"), &json!("Firefox, Linux")));

    let aws = world();
    let device = portal_lambda::access::token_hash("anna-device");
    let until = now().as_second() + 1000;
    let known = json!({ "pk": format!("device#{device}"), "sk": "device", "user": "anna", "expires_at": until });
    aws.put("auth", known);
    sign_in(&aws, "sign-in-known-device").await;
    assert!(kept(&aws, "mail").is_empty());
}
