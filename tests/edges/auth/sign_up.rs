//! Asking for access, and entering the codes.

use serde_json::{Value, json};

use super::{apply, counted, facts, kept, outbox, post, queued, send, world};
use crate::support::{Answer, aws::FakeAws};

/// Signs up with an event and lets the outbox look at it.
async fn sign_up(aws: &FakeAws, event: &str) -> String {
    counted(aws, &[1]);
    let answer = send(aws, event).await;
    assert_eq!(answer.status, 202);
    apply(aws);
    counted(aws, &[1]);
    outbox(aws).drain().await.unwrap();
    answer.json()["request"].as_str().unwrap().to_owned()
}

/// The code in a mail or letter that was queued.
fn mail_code(aws: &FakeAws) -> String {
    let text =
        queued(aws).into_iter().find_map(|message| message["text"].as_str().map(str::to_owned));
    let digits = |line: &&str| line.len() == 8 && line.bytes().all(|b| b.is_ascii_digit());
    text.unwrap().lines().map(str::trim).find(digits).unwrap().to_owned()
}

fn letter_code(aws: &FakeAws) -> String {
    let letter = queued(aws).into_iter().find(|message| message["type"] == "letter_requested");
    letter.unwrap()["body"]["code"].as_str().unwrap().to_owned()
}

async fn activate(aws: &FakeAws, body: Value) -> Answer {
    counted(aws, &[1, 1, 1]);
    post(aws, "activate", body).await
}

const INVALID: &str = r#"422 {"type":"about:blank","title":"Unprocessable Entity","status":422,"code":"code_invalid"}"#;
const PASSWORD: &str = "several plain words";

#[tokio::test]
async fn whoever_asks_gets_the_same_answer() {
    let mut shapes = Vec::new();
    for event in ["sign-up", "sign-up-unknown", "sign-up-wrong-amount", "sign-up-other-address"] {
        let aws = world();
        counted(&aws, &[1]);
        let answer = send(&aws, event).await;
        assert_eq!(answer.json()["request"].as_str().unwrap().len(), 32);
        assert_eq!(aws.operations(), ["UpdateItem", "TransactWriteItems"], "{event}");
        let mut headers: Vec<_> =
            answer.headers.iter().map(|(n, v)| format!("{n}: {v:?}")).collect();
        headers.sort();
        shapes.push((answer.status, answer.body.len(), headers));
    }
    assert!(shapes.windows(2).all(|pair| pair[0] == pair[1]));
}

#[tokio::test]
async fn a_form_that_can_not_match_is_told_so_and_a_flood_is_stopped() {
    let aws = world();
    counted(&aws, &[1]);
    let answer = send(&aws, "sign-up-incomplete").await;
    assert_eq!(
        (answer.status.as_u16(), &answer.json()["code"]),
        (422, &json!("amount_or_meter_missing"))
    );
    counted(&aws, &[6]);
    assert_eq!(send(&aws, "sign-up").await.status, 429);
    // What can't be counted isn't done.
    aws.refuse("UpdateItem", "InternalServerError", json!({}));
    assert_eq!(send(&aws, "sign-up").await.status, 500);
    assert!(aws.inputs("TransactWriteItems").is_empty());
}

#[tokio::test]
async fn a_code_to_the_address_that_billing_knows_opens_an_account() {
    let fresh = FakeAws::default();
    facts(&fresh);
    let request = sign_up(&fresh, "sign-up").await;
    let mail = queued(&fresh).remove(0);
    assert_eq!((&mail["to"], &mail["class"]), (&json!("anna@example.com"), &json!("code")));
    let code = mail_code(&fresh);
    apply(&fresh);
    let wrong = activate(
        &fresh,
        json!({ "request": request, "email_code": "00000000", "password": PASSWORD }),
    )
    .await;
    assert_eq!(format!("{wrong:?}"), INVALID);
    fresh.forget_calls();
    let right = json!({ "request": request, "email_code": code, "password": PASSWORD });
    assert_eq!(
        format!("{:?}", activate(&fresh, right).await),
        r#"200 {"email":"anna@example.com"}"#
    );
    let grant = kept(&fresh, "grant#C-1001").remove(0);
    assert_eq!(grant["role"], "holder");
    assert!(kept(&fresh, "credentials")[0]["password"].as_str().unwrap().starts_with("$argon2id$"));
    assert!(!format!("{:?}", fresh.calls()).contains(PASSWORD));
}

#[tokio::test]
async fn what_does_not_match_sends_nothing() {
    for event in ["sign-up-unknown", "sign-up-wrong-amount"] {
        let aws = FakeAws::default();
        facts(&aws);
        sign_up(&aws, event).await;
        assert!(queued(&aws).is_empty(), "{event}");
        assert_eq!(kept(&aws, "request")[0]["state"], "dropped");
    }
}

#[tokio::test]
async fn a_stranger_with_an_invoice_gets_no_code() {
    let aws = FakeAws::default();
    facts(&aws);
    sign_up(&aws, "sign-up-other-address").await;
    let mails = queued(&aws);
    assert_eq!(mails.len(), 1);
    assert_eq!(
        mails[0]["to"], "boris@example.com",
        "the code goes to the address that billing knows"
    );
}

#[tokio::test]
async fn either_part_of_the_two_part_code_alone_is_worthless() {
    let aws = FakeAws::default();
    facts(&aws);
    let request = sign_up(&aws, "sign-up-by-letter").await;
    assert_eq!(queued(&aws).len(), 2, "a letter and a mail");
    let (mail, letter) = (mail_code(&aws), letter_code(&aws));
    assert!(!queued(&aws)[1].to_string().contains(&letter), "they are never shown together");
    apply(&aws);
    for body in [
        json!({ "request": request, "email_code": mail, "password": PASSWORD }),
        json!({ "request": request, "email_code": "00000000", "letter_code": letter, "password": PASSWORD }),
        json!({ "request": request, "email_code": mail, "letter_code": "00000-00000", "password": PASSWORD }),
        json!({ "request": "ffffffffffffffffffffffffffffffff", "email_code": mail, "letter_code": letter, "password": PASSWORD }),
    ] {
        assert_eq!(format!("{:?}", activate(&aws, body).await), INVALID);
    }
    aws.forget_calls();
    let both = json!({ "request": request, "email_code": mail, "letter_code": letter.to_lowercase(), "password": PASSWORD });
    assert_eq!(activate(&aws, both).await.status, 200);
    assert_eq!(kept(&aws, "grant#C-3003")[0]["role"], "holder");
}

#[tokio::test]
async fn codes_are_burnt_together_with_the_account_s_opening_or_not_at_all() {
    let aws = FakeAws::default();
    facts(&aws);
    let request = sign_up(&aws, "sign-up").await;
    let code = mail_code(&aws);
    apply(&aws);
    let body = json!({ "request": request, "email_code": code, "password": PASSWORD });
    // The try is counted; then somebody else's transaction came first.
    aws.answer("TransactWriteItems", json!({}));
    aws.cancel_transaction(&["ConditionalCheckFailed"]);
    assert_eq!(format!("{:?}", activate(&aws, body).await), INVALID);
    let last = aws.inputs("TransactWriteItems").pop().unwrap();
    let burnt = last["TransactItems"].to_string();
    assert!(burnt.contains("REMOVE mail_code, letter_code") && burnt.contains("grant#C-1001"));
}

#[tokio::test]
async fn when_no_tries_are_left_the_right_code_is_wrong() {
    let aws = FakeAws::default();
    facts(&aws);
    let request = sign_up(&aws, "sign-up").await;
    let code = mail_code(&aws);
    apply(&aws);
    aws.cancel_transaction(&["ConditionalCheckFailed"]);
    let body = json!({ "request": request, "email_code": code, "password": PASSWORD });
    assert_eq!(format!("{:?}", activate(&aws, body).await), INVALID);
    assert_eq!(aws.inputs("TransactWriteItems").len(), 1, "nothing was opened");
}

#[tokio::test]
async fn a_customer_who_has_left_meanwhile_is_not_activated() {
    let aws = FakeAws::default();
    facts(&aws);
    let request = sign_up(&aws, "sign-up").await;
    let code = mail_code(&aws);
    apply(&aws);
    super::customer(&aws, "C-1001", json!([]), false);
    let body = json!({ "request": request, "email_code": code, "password": PASSWORD });
    assert_eq!(format!("{:?}", activate(&aws, body).await), INVALID);
}

#[tokio::test]
async fn whoever_has_an_account_already_shows_its_password() {
    let aws = world();
    // Anna asks for C-3003, of which billing knows no address.
    counted(&aws, &[1]);
    let body = json!({
        "customer": "C-3003", "invoice": "2026001", "amount": "1234.50", "email": "anna@example.com", "language": "cs",
    });
    let request = post(&aws, "sign-up", body).await.json()["request"].clone();
    apply(&aws);
    counted(&aws, &[1]);
    outbox(&aws).drain().await.unwrap();
    let (mail, letter) = (mail_code(&aws), letter_code(&aws));
    apply(&aws);
    let body = |password: &str| json!({ "request": request, "email_code": mail, "letter_code": letter, "password": password });
    assert_eq!(format!("{:?}", activate(&aws, body("another long password")).await), INVALID);
    aws.forget_calls();
    assert_eq!(activate(&aws, body("plain words on a boat")).await.status, 200);
    assert!(kept(&aws, "credentials").is_empty(), "her password stays");
    assert_eq!(kept(&aws, "grant#C-3003").len(), 1);
}

#[tokio::test]
async fn an_unknown_request_is_answered_like_a_wrong_code() {
    let aws = world();
    counted(&aws, &[1, 1, 1]);
    assert_eq!(format!("{:?}", send(&aws, "activate").await), INVALID);
    for counts in [[31, 1], [1, 11]] {
        let aws = world();
        counted(&aws, &counts);
        assert_eq!(send(&aws, "activate").await.status, 429);
    }
}

#[tokio::test]
async fn too_many_tries_of_a_customer_s_codes_look_like_a_wrong_one() {
    let aws = FakeAws::default();
    facts(&aws);
    let request = sign_up(&aws, "sign-up").await;
    let code = mail_code(&aws);
    apply(&aws);
    counted(&aws, &[1, 1, 11]);
    // A 429 here would tell that the invoice was a customer's.
    let body = json!({ "request": request, "email_code": code, "password": PASSWORD });
    assert_eq!(format!("{:?}", post(&aws, "activate", body).await), INVALID);
}

#[tokio::test]
async fn what_can_not_be_a_request_is_not_looked_up() {
    for id in ["", "x", "../../facts", &"f".repeat(3000), "request#1", "FFFFFFFF\u{0}"] {
        let aws = world();
        let body = json!({ "request": id, "email_code": "12345678", "password": PASSWORD });
        assert_eq!(format!("{:?}", activate(&aws, body).await), INVALID, "{id}");
        counted(&aws, &[1]);
        let body = json!({ "request": id, "code": "x", "password": PASSWORD });
        assert_eq!(format!("{:?}", post(&aws, "recovery/complete", body).await), INVALID, "{id}");
        assert!(!aws.operations().contains(&"GetItem".to_owned()), "{id}");
    }
}

#[tokio::test]
async fn a_short_password_is_enough_only_where_a_second_factor_stands_beside_it() {
    let aws = FakeAws::default();
    facts(&aws);
    let request = sign_up(&aws, "sign-up").await;
    let code = mail_code(&aws);
    apply(&aws);
    let body = json!({ "request": request, "email_code": code, "password": "gjhsklqmwz" });
    let answer = activate(&aws, body).await;
    assert_eq!(answer.json()["code"], "password_too_short");
}
