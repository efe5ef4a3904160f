//! Own credentials and sessions.

use serde_json::{Value, json};

use super::{counted, deleted, kept, refresh, send, session_key, world};

#[tokio::test]
async fn who_is_signed_out_reaches_none_of_it() {
    for handler in [
        "sign-out",
        "reauthenticate",
        "change-password",
        "begin-email-change",
        "confirm-email-change",
        "security",
        "begin-totp",
        "confirm-totp",
        "renew-recovery-codes",
        "disable-totp",
        "list-sessions",
        "end-session",
        "end-other-sessions",
        "end-all-sessions",
        "list-journal",
        "staff",
        "invite-staff",
        "change-staff",
        "invite-customer",
        "users",
    ] {
        let aws = world();
        let answer = send(&aws, &format!("{handler}-signed-out")).await;
        assert_eq!(
            (answer.status.as_u16(), &answer.json()["code"]),
            (401, &json!("signed_out")),
            "{handler}"
        );
        assert!(aws.calls().is_empty(), "{handler}");
    }
}

#[tokio::test]
async fn credentials_are_not_changed_unless_the_password_was_typed_again() {
    for handler in [
        "change-password",
        "begin-email-change",
        "begin-totp",
        "renew-recovery-codes",
        "disable-totp",
    ] {
        let aws = world();
        let answer = send(&aws, handler).await;
        assert_eq!(answer.status, 403, "{handler}");
        assert_eq!(answer.json()["code"], "reauthentication_needed", "{handler}");
        assert!(aws.inputs("TransactWriteItems").is_empty(), "{handler}");
    }
}

#[tokio::test]
async fn a_password_typed_again_makes_the_session_fresh_and_a_wrong_one_counts() {
    let aws = world();
    assert_eq!(send(&aws, "reauthenticate").await.status, 204);
    let steps = format!("{:?}", aws.inputs("TransactWriteItems"));
    assert!(steps.contains("fresh_until"));
    let aws = world();
    assert_eq!(send(&aws, "reauthenticate-wrong").await.json()["code"], "reauthentication_failed");
    assert_eq!(aws.inputs("UpdateItem").len(), 1, "the attempt is counted");
    assert!(aws.inputs("TransactWriteItems").is_empty());
}

#[tokio::test]
async fn a_cursor_that_dynamodb_refuses_is_the_client_s_slip() {
    let refused = |aws: &crate::support::aws::FakeAws| {
        aws.refuse("Query", "ValidationException", json!({}));
    };
    let aws = world();
    refused(&aws);
    let answer = send(&aws, "list-journal-forged-cursor").await;
    assert_eq!((answer.status.as_u16(), &answer.json()["code"]), (400, &json!("malformed_cursor")));
    let aws = world();
    refused(&aws);
    assert_eq!(send(&aws, "list-journal").await.status, 500);
}

#[tokio::test]
async fn a_new_password_ends_every_session_and_renews_this_one() {
    let aws = world();
    refresh(&aws, "anna");
    let answer = send(&aws, "change-password").await;
    assert_eq!(answer.status, 204);
    let cookie = answer.headers["set-cookie"].to_str().unwrap();
    assert!(cookie.starts_with("__Host-session=anna.") && !cookie.contains("anna-token"));
    // Looked for again behind the change: one that the old password opened
    // meanwhile must not stay.
    let ended = format!("user#anna {}", session_key("anna-token"));
    assert_eq!(deleted(&aws), [ended.clone(), ended]);
    assert_eq!(kept(&aws, "mail")[0]["mail"], "auth-password-changed");
    assert_eq!(
        aws.operations(),
        [
            "BatchGetItem",
            "GetItem",
            "Query",
            "TransactWriteItems",
            "Query",
            "TransactWriteItems",
            "PutItem"
        ]
    );
    let change = aws.inputs("TransactWriteItems").remove(0).to_string();
    for unchanged in ["size(recovery) = :left", "attribute_not_exists(totp_step)"] {
        assert!(change.contains(unchanged), "what was burnt meanwhile stays burnt: {change}");
    }
    let aws = world();
    refresh(&aws, "anna");
    assert_eq!(send(&aws, "change-password-common").await.json()["code"], "password_common");
}

#[tokio::test]
async fn a_new_address_is_proven_and_both_addresses_are_told() {
    let aws = world();
    refresh(&aws, "anna");
    counted(&aws, &[1]);
    assert_eq!(send(&aws, "begin-email-change").await.status, 202);
    let mail = super::queued(&aws).remove(0);
    assert_eq!(mail["to"], "anna.new@example.com");
    assert_eq!(kept(&aws, "mail")[0]["to"], "anna@example.com");
    let text = mail["text"].as_str().unwrap().to_owned();
    let digits = |line: &&str| line.len() == 8 && line.bytes().all(|b| b.is_ascii_digit());
    let code = text.lines().map(str::trim).find(digits).unwrap().to_owned();
    super::apply(&aws);

    counted(&aws, &[1]);
    assert_eq!(send(&aws, "confirm-email-change").await.json()["code"], "code_invalid");
    aws.forget_calls();
    counted(&aws, &[1]);
    let answer = super::post_as(&aws, "anna", "email/confirm", json!({ "code": code })).await;
    assert_eq!(answer.status, 204);
    assert_eq!(kept(&aws, "credentials")[0]["email"], "anna.new@example.com");
    let told: Vec<Value> = kept(&aws, "mail").iter().map(|mail| mail["to"].clone()).collect();
    assert_eq!(told, ["anna@example.com", "anna.new@example.com"]);
    let old = super::email_hash("anna@example.com");
    assert!(
        deleted(&aws).contains(&format!("login#{old} login")),
        "the old address signs nobody in"
    );
}

#[tokio::test]
async fn a_taken_address_gets_no_code_and_the_answer_is_the_same() {
    let aws = world();
    refresh(&aws, "anna");
    counted(&aws, &[1]);
    let answer = send(&aws, "begin-email-change-taken").await;
    assert_eq!((answer.status.as_u16(), answer.body.as_str()), (202, ""));
    assert!(super::queued(&aws).is_empty());
    let mails: Vec<Value> = kept(&aws, "mail").iter().map(|mail| mail["mail"].clone()).collect();
    assert_eq!(mails, ["auth-email-change-begun", "auth-email-taken"]);
    assert!(kept(&aws, "email")[0].get("code").is_none_or(Value::is_null));
}

#[tokio::test]
async fn a_second_factor_is_set_up_with_its_first_code() {
    let aws = world();
    refresh(&aws, "anna");
    let begun = send(&aws, "begin-totp").await.json();
    assert!(begun["uri"].as_str().unwrap().contains(begun["secret"].as_str().unwrap()));
    assert!(begun["qr_svg"].as_str().unwrap().starts_with("<svg"));
    let until = crate::support::now().as_second() + 60;
    aws.put(
        "auth",
        json!({ "pk": "user#anna", "sk": "totp", "secret": super::TOTP, "expires_at": until }),
    );
    aws.forget_calls();
    counted(&aws, &[1]);
    let codes = send(&aws, "confirm-totp").await.json();
    let codes = codes["recovery_codes"].as_array().unwrap();
    assert_eq!(codes.len(), 10);
    let credentials = kept(&aws, "credentials").remove(0);
    assert_eq!(credentials["totp"], super::TOTP);
    assert_eq!(credentials["recovery"].as_object().unwrap().len(), 10);
    let plain = codes[0].as_str().unwrap();
    assert!(
        !credentials.to_string().contains(plain)
            && !credentials.to_string().contains(&plain.replace('-', ""))
    );
    assert_eq!(kept(&aws, "session#")[0]["second_factor"], true);
    assert_eq!(kept(&aws, "mail")[0]["mail"], "auth-totp-on");
}

#[tokio::test]
async fn an_operator_can_not_give_up_the_second_factor() {
    let aws = world();
    refresh(&aws, "olga");
    assert_eq!(send(&aws, "disable-totp-operator").await.json()["code"], "second_factor_required");
    refresh(&aws, "anna");
    super::user(&aws, "anna", json!({ "totp": super::TOTP }));
    assert_eq!(send(&aws, "disable-totp").await.status, 204);
    assert!(kept(&aws, "credentials")[0].get("totp").is_none());
}

#[tokio::test]
async fn an_operator_without_a_second_factor_is_told_to_enrol() {
    let aws = world();
    assert_eq!(send(&aws, "security-must-enrol").await.json()["must_enrol"], true);
    assert_eq!(send(&aws, "security").await.json()["must_enrol"], false);
}

#[tokio::test]
async fn own_sessions_are_listed_and_ended_and_nobody_else_s() {
    let aws = world();
    let listed = send(&aws, "list-sessions").await.json();
    assert_eq!(listed["sessions"][0]["id"], "anna-session");
    assert_eq!(listed["sessions"][0]["current"], true);
    assert_eq!(send(&aws, "end-session-foreign").await.status, 404);
    assert!(deleted(&aws).is_empty());
    assert_eq!(send(&aws, "end-session").await.status, 204);
    assert_eq!(deleted(&aws), [format!("user#anna {}", session_key("anna-token"))]);
}

#[tokio::test]
async fn signing_out_ends_the_session_and_clears_the_browser() {
    for handler in ["sign-out", "end-all-sessions"] {
        let aws = world();
        let answer = send(&aws, handler).await;
        assert_eq!(answer.status, 204);
        assert_eq!(answer.headers["clear-site-data"], r#""cache", "storage""#);
        assert!(answer.headers["set-cookie"].to_str().unwrap().contains("Max-Age=0"));
        assert_eq!(deleted(&aws), [format!("user#anna {}", session_key("anna-token"))]);
    }
    let aws = world();
    assert_eq!(send(&aws, "end-other-sessions").await.status, 204);
    assert!(deleted(&aws).is_empty(), "this one goes on");
}

#[tokio::test]
async fn the_journal_shows_only_what_concerns_the_user() {
    let aws = world();
    let entry = |pk: &str, action: &str| json!({ "pk": pk, "sk": "2026-03-31T11:00:00Z#1", "at": "2026-03-31T11:00:00Z", "action": action, "result": "done" });
    aws.put("journal", entry("user#anna", "signed_in"));
    aws.put("journal", entry("user#boris", "signed_out"));
    let journal = send(&aws, "list-journal").await.json();
    assert_eq!(journal["entries"].as_array().unwrap().len(), 1);
    assert_eq!(journal["entries"][0]["action"], "signed_in");
    assert_eq!(aws.operations(), ["BatchGetItem", "Query"]);
}

#[tokio::test]
async fn a_link_that_nobody_was_sent_opens_nothing() {
    for handler in ["complete-recovery", "accept-invitation"] {
        let aws = world();
        counted(&aws, &[1]);
        assert_eq!(send(&aws, handler).await.json()["code"], "code_invalid", "{handler}");
    }
}
