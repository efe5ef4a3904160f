//! What operators may do with logins, and who isn't let.

use serde_json::{Value, json};

use super::{counted, deleted, kept, member, queued, send, session_key, world};

const HANDLERS: [&str; 5] = ["staff", "invite-staff", "change-staff", "invite-customer", "users"];

#[tokio::test]
async fn a_customer_learns_nothing_of_the_office() {
    for handler in HANDLERS {
        let aws = world();
        assert_eq!(send(&aws, &format!("{handler}-by-customer")).await.status, 404, "{handler}");
        assert_eq!(aws.operations(), ["BatchGetItem"], "{handler}");
    }
}

#[tokio::test]
async fn an_operator_without_a_second_factor_is_not_let_in() {
    for handler in HANDLERS {
        let aws = world();
        let answer = send(&aws, &format!("{handler}-not-enrolled")).await;
        assert_eq!(
            (answer.status.as_u16(), &answer.json()["code"]),
            (403, &json!("second_factor_required")),
            "{handler}"
        );
    }
}

#[tokio::test]
async fn an_operator_needs_the_permission() {
    for handler in &HANDLERS[..4] {
        let aws = world();
        let answer = send(&aws, &format!("{handler}-not-permitted")).await;
        assert_eq!(
            (answer.status.as_u16(), &answer.json()["code"]),
            (403, &json!("not_permitted")),
            "{handler}"
        );
        assert_eq!(aws.operations(), ["BatchGetItem"], "{handler}");
    }
}

#[tokio::test]
async fn an_invited_operator_comes_in_through_the_link_alone() {
    let aws = world();
    counted(&aws, &[1]);
    assert_eq!(send(&aws, "invite-staff").await.status, 202);
    let mail = queued(&aws).remove(0);
    let text = mail["text"].as_str().unwrap();
    let (_, rest) = text.split_once("/invitation#invitation=").unwrap();
    let (invitation, rest) = rest.split_once("&code=").unwrap();
    let code = rest.lines().next().unwrap();
    assert!(!kept(&aws, "request")[0].to_string().contains(code));
    super::apply(&aws);

    counted(&aws, &[1, 1]);
    let body = |code: &str| json!({ "invitation": invitation, "code": code, "password": "a new long sentence" });
    assert_eq!(
        super::post(&aws, "invitations/accept", body("x")).await.json()["code"],
        "code_invalid"
    );
    aws.forget_calls();
    let answer = super::post(&aws, "invitations/accept", body(code)).await;
    assert_eq!(format!("{answer:?}"), r#"200 {"email":"new@example.com"}"#);
    assert_eq!(kept(&aws, "staff")[0]["permissions"], json!(["customers_read"]));
    let taken = aws.inputs("TransactWriteItems").pop().unwrap().to_string();
    assert!(taken.contains("#request = :request"), "only the latest invitation counts: {taken}");
}

#[tokio::test]
async fn who_was_switched_off_does_not_come_back_by_an_old_mail() {
    let aws = world();
    super::user(&aws, "rene", json!({}));
    assert_eq!(send(&aws, "change-staff").await.status, 204);
    let hash = super::email_hash("rene@example.com");
    assert!(deleted(&aws).contains(&format!("email#{hash} invitation")), "{:?}", deleted(&aws));
}

#[tokio::test]
async fn nobody_invites_themselves_to_more() {
    let aws = world();
    counted(&aws, &[1]);
    let body =
        json!({ "email": "olga@example.com", "permissions": ["changes_decide"], "language": "cs" });
    let answer = super::post_as(&aws, "olga", "office/invitations", body).await;
    assert_eq!((answer.status.as_u16(), &answer.json()["code"]), (409, &json!("own_account")));
    assert!(queued(&aws).is_empty());
}

#[tokio::test]
async fn a_changed_operator_is_signed_out_at_once() {
    let aws = world();
    assert_eq!(send(&aws, "change-staff").await.status, 204);
    assert_eq!(kept(&aws, "staff")[0]["active"], false);
    assert_eq!(deleted(&aws), [format!("user#rene {}", session_key("rene-token"))]);
    let aws = world();
    assert_eq!(send(&aws, "change-staff-own").await.json()["code"], "own_account");
    assert_eq!(send(&aws, "change-staff-customer").await.status, 404);
    assert!(aws.inputs("TransactWriteItems").is_empty());
}

#[tokio::test]
async fn an_invited_customer_still_has_to_prove_possession() {
    let aws = world();
    counted(&aws, &[1]);
    let answer = send(&aws, "invite-customer").await;
    assert_eq!(format!("{answer:?}"), r#"202 {"way":"two_part"}"#);
    assert!(queued(&aws).is_empty(), "the outbox makes the codes");
    super::apply(&aws);
    super::outbox(&aws).drain().await.unwrap();
    let messages = queued(&aws);
    assert_eq!(messages[0]["type"], "letter_requested");
    assert_eq!(messages[1]["to"], "cyril@example.com");
    counted(&aws, &[1]);
    assert_eq!(send(&aws, "invite-customer-missing").await.status, 404);
}

#[tokio::test]
async fn an_operator_s_look_at_who_sees_a_customer_is_written_down() {
    let aws = world();
    member(&aws, "C-1001");
    let users = send(&aws, "users").await.json();
    let expected = json!([{
        "email": "anna@example.com", "role": "holder", "since": "2026-01-01T00:00:00Z", "last_sign_in": "2026-03-01T00:00:00Z",
    }]);
    assert_eq!(users["users"], expected);
    let entry = &aws.inputs("PutItem")[0]["Item"];
    assert_eq!(
        (&entry["pk"]["S"], &entry["actor"]["S"]),
        (&json!("customer#C-1001"), &json!("olga"))
    );
    assert_eq!(send(&aws, "users-missing").await.status, 404);
}

#[tokio::test]
async fn the_list_of_operators_tells_who_has_a_second_factor() {
    let aws = world();
    for user in ["olga", "olaf"] {
        let listed = json!({ "pk": "staff", "sk": user, "user": user, "email": format!("{user}@example.com") });
        aws.put("auth", listed);
    }
    let staff = send(&aws, "staff").await.json();
    let seen: Vec<(&Value, &Value)> =
        staff["staff"].as_array().unwrap().iter().map(|one| (&one["user"], &one["totp"])).collect();
    assert_eq!(seen, [(&json!("olaf"), &json!(false)), (&json!("olga"), &json!(true))]);
}
