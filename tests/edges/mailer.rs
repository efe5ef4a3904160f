//! The mailer: what each class of mail is promised, whatever SES answers.

use std::{fs, path::Path};

use aws_lambda_events::sqs::SqsEvent;
use aws_smithy_types::retry::RetryConfig;
use mailer::{Claims, Mailer, Sender, Ses};
use portal_lambda::batch::each_message;
use serde_json::{Value, json};

use crate::support::{aws::FakeAws, clock, now, utility};

const SENT: &str = "<SendRawEmailResponse xmlns=\"http://ses.amazonaws.com/doc/2010-12-01/\">\
    <SendRawEmailResult><MessageId>m-1</MessageId></SendRawEmailResult>\
    <ResponseMetadata><RequestId>r-1</RequestId></ResponseMetadata></SendRawEmailResponse>";

fn refusal(code: &str, message: &str) -> String {
    format!(
        "<ErrorResponse xmlns=\"http://ses.amazonaws.com/doc/2010-12-01/\"><Error>\
         <Type>Sender</Type><Code>{code}</Code><Message>{message}</Message></Error>\
         <RequestId>r-1</RequestId></ErrorResponse>"
    )
}

fn mailer(ses: Ses, aws: &FakeAws) -> Mailer {
    let claims = Claims::new(aws.tables(), "mails".to_owned());
    Mailer::new(ses, claims, Sender::of(&utility()).unwrap(), clock())
}

/// Takes the batch of an event file; says which of its messages come again.
async fn take(aws: &FakeAws, name: &str) -> Vec<String> {
    take_by(Ses::new(&aws.config()), aws, name).await
}

async fn take_by(ses: Ses, aws: &FakeAws, name: &str) -> Vec<String> {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("../events/mailer/{name}.json"));
    let event: SqsEvent = serde_json::from_str(&fs::read_to_string(file).unwrap()).unwrap();
    let mailer = mailer(ses, aws);
    let response = each_message(&async |message| mailer.take(message).await, event, |_| None).await;
    response.batch_item_failures.into_iter().map(|failure| failure.item_identifier).collect()
}

const NONE: [&str; 0] = [];
const FIRST: [&str; 1] = ["00000000-0000-4000-8000-000000000001"];

/// The claim is refused: the mail is in this state already.
fn claimed(aws: &FakeAws, state: &str) {
    let old = json!({"state": {"S": state}, "claim": {"S": "another's"}});
    aws.refuse("PutItem", "ConditionalCheckFailedException", json!({ "Item": old }));
}

fn state_noted(aws: &FakeAws) -> Value {
    aws.inputs("UpdateItem")[0]["ExpressionAttributeValues"].clone()
}

#[tokio::test]
async fn a_mail_is_claimed_then_sent_then_noted() {
    let aws = FakeAws::default();
    aws.script("SendRawEmail", 200, SENT.to_owned());
    assert_eq!(take(&aws, "take").await, NONE);
    assert_eq!(aws.operations(), ["PutItem", "SendRawEmail", "UpdateItem"]);
    assert_eq!(state_noted(&aws), json!({":state": {"S": "sent"}}));
    let claim = &aws.inputs("PutItem")[0];
    assert_eq!(claim["Item"]["pk"], json!({"S": "n-1"}));
    let expires: i64 = claim["Item"]["expires_at"]["N"].as_str().unwrap().parse().unwrap();
    assert_eq!(expires - now().as_second(), 90 * 24 * 3600);
    let kept = claim["Item"].to_string();
    assert!(!kept.contains("anna@example.com"), "the table knows no person: {kept}");
}

#[tokio::test]
async fn a_mail_that_is_done_with_is_not_sent_again() {
    for event in ["take", "take-code", "take-security"] {
        for state in ["sent", "failed"] {
            let aws = FakeAws::default();
            claimed(&aws, state);
            assert_eq!(take(&aws, event).await, NONE, "{event} {state}");
            assert_eq!(aws.operations(), ["PutItem"], "{event} {state}");
        }
    }
}

#[tokio::test]
async fn an_unresolved_code_is_never_sent_again() {
    let aws = FakeAws::default();
    claimed(&aws, "sending");
    assert_eq!(take(&aws, "take-code").await, NONE);
    assert_eq!(aws.operations(), ["PutItem"]);
    assert_eq!(aws.inputs("PutItem")[0]["ConditionExpression"], "attribute_not_exists(pk)");
}

#[tokio::test]
async fn any_other_unresolved_mail_waits_and_is_then_taken_over() {
    for event in ["take", "take-security"] {
        let aws = FakeAws::default();
        claimed(&aws, "sending");
        assert_eq!(take(&aws, event).await, FIRST, "{event}");
        assert_eq!(aws.operations(), ["PutItem"], "{event}");
        // The condition lets an old claim be taken over: a minute.
        let claim = &aws.inputs("PutItem")[0];
        let condition = claim["ConditionExpression"].as_str().unwrap();
        assert!(condition.ends_with("OR (#state = :sending AND claimed_at < :old)"), "{condition}");
        let old = claim["ExpressionAttributeValues"][":old"]["N"].as_str().unwrap();
        assert_eq!(old, (now().as_millisecond() - 60_000).to_string());
    }
}

#[tokio::test]
async fn a_claim_whose_answer_was_lost_is_still_ours() {
    let aws = FakeAws::default();
    aws.script("SendRawEmail", 200, SENT.to_owned());
    // What the SDK's own repeat would find: the token is this try's. The fake
    // can't know it beforehand, so the table has to.
    let claims = Claims::new(aws.tables(), "mails".to_owned());
    let old = json!({"state": {"S": "sending"}, "claim": {"S": "token"}});
    aws.refuse("PutItem", "ConditionalCheckFailedException", json!({ "Item": old }));
    let text = fs::read_to_string(
        Path::new(env!("CARGO_MANIFEST_DIR")).join("../events/mailer/mail.json"),
    );
    let mail = serde_json::from_str(&text.unwrap()).unwrap();
    assert_eq!(claims.claim(&mail, "token", now()).await.unwrap(), mailer::Claim::Ours);
}

#[tokio::test]
async fn a_throttled_mail_is_released_and_comes_again() {
    for event in ["take", "take-code", "take-security"] {
        let aws = FakeAws::default();
        aws.script("SendRawEmail", 400, refusal("Throttling", "Maximum sending rate exceeded."));
        assert_eq!(take(&aws, event).await, FIRST, "{event}");
        assert_eq!(aws.operations(), ["PutItem", "SendRawEmail", "DeleteItem"], "{event}");
        let claim = &aws.inputs("PutItem")[0]["Item"]["claim"];
        let released = &aws.inputs("DeleteItem")[0]["ExpressionAttributeValues"][":claim"];
        assert_eq!(released, claim, "only the own claim is released");
    }
}

#[tokio::test]
async fn an_unsure_claim_is_released_so_that_the_mail_may_come_again() {
    for event in ["take", "take-code", "take-security"] {
        let aws = FakeAws::default();
        aws.refuse("PutItem", "ValidationException", json!({}));
        assert_eq!(take(&aws, event).await, FIRST, "{event}");
        assert_eq!(aws.operations(), ["PutItem", "DeleteItem"], "{event}");
        let claim = &aws.inputs("PutItem")[0]["Item"]["claim"];
        let released = &aws.inputs("DeleteItem")[0]["ExpressionAttributeValues"][":claim"];
        assert_eq!(released, claim, "only the own claim is released");
    }
}

#[tokio::test]
async fn our_own_set_up_is_no_reason_to_give_a_mail_up() {
    let aws = FakeAws::default();
    let message = "Email address is not verified. The following identities failed the check";
    aws.script("SendRawEmail", 400, refusal("MessageRejected", message));
    assert_eq!(take(&aws, "take").await, FIRST);
    assert_eq!(aws.operations(), ["PutItem", "SendRawEmail", "DeleteItem"]);
}

#[tokio::test]
async fn a_mail_that_ses_refuses_for_good_is_kept_as_failed() {
    for (code, reason) in
        [("MessageRejected", "message_rejected"), ("InvalidParameterValue", "invalid_address")]
    {
        for event in ["take", "take-code", "take-security"] {
            let aws = FakeAws::default();
            aws.script("SendRawEmail", 400, refusal(code, "Bad."));
            assert_eq!(take(&aws, event).await, NONE, "{event} {code}");
            let noted = json!({":state": {"S": "failed"}, ":reason": {"S": reason}});
            assert_eq!(state_noted(&aws), noted, "{event} {code}");
        }
    }
}

#[tokio::test]
async fn without_a_definite_answer_a_code_is_given_up_and_others_come_again() {
    for (event, again) in
        [("take-code", &NONE[..]), ("take", &FIRST[..]), ("take-security", &FIRST[..])]
    {
        let aws = FakeAws::default();
        aws.script("SendRawEmail", 500, refusal("InternalFailure", ""));
        assert_eq!(take(&aws, event).await, again, "{event}");
        // The claim stays: it isn't known whether the mail went.
        assert_eq!(aws.operations(), ["PutItem", "SendRawEmail"], "{event}");
    }
}

#[tokio::test]
async fn a_mail_that_went_is_not_sent_again_because_it_could_not_be_noted() {
    let aws = FakeAws::default();
    aws.script("SendRawEmail", 200, SENT.to_owned());
    aws.refuse("UpdateItem", "ThrottlingException", json!({}));
    assert_eq!(take(&aws, "take").await, NONE);
}

#[tokio::test]
async fn without_a_claim_nothing_is_sent() {
    let aws = FakeAws::default();
    aws.refuse("PutItem", "ProvisionedThroughputExceededException", json!({}));
    assert_eq!(take(&aws, "take").await, FIRST);
    assert_eq!(aws.operations(), ["PutItem", "DeleteItem"]);
}

#[tokio::test]
async fn an_unreadable_mail_comes_again_until_the_queue_gives_up_and_holds_up_no_other() {
    let aws = FakeAws::default();
    aws.script("SendRawEmail", 200, SENT.to_owned());
    assert_eq!(take(&aws, "take-malformed").await, FIRST);
    assert_eq!(aws.operations(), ["PutItem", "SendRawEmail", "UpdateItem"]);
}

#[tokio::test]
async fn what_ses_gets_is_the_mime_message() {
    let aws = FakeAws::default();
    aws.script("SendRawEmail", 200, SENT.to_owned());
    take(&aws, "take").await;
    let sent = aws.inputs("SendRawEmail")[0]["RawMessage.Data"].as_str().unwrap().to_owned();
    // Base64 of "From: ", the first header.
    assert!(sent.starts_with("RnJvbTog"), "{sent}");
}

#[tokio::test]
async fn the_sdk_does_not_repeat_a_mail_by_itself() {
    let aws = FakeAws::default();
    for _ in 0..3 {
        aws.script("SendRawEmail", 500, refusal("InternalFailure", ""));
    }
    let eager = aws.config().into_builder().retry_config(RetryConfig::standard()).build();
    assert_eq!(take_by(Ses::new(&eager), &aws, "take").await, FIRST);
    assert_eq!(aws.inputs("SendRawEmail").len(), 1);
}

#[tokio::test]
async fn what_is_logged_names_nobody() {
    let aws = FakeAws::default();
    let message = "Email address is not verified: anna@example.com";
    aws.script("SendRawEmail", 400, refusal("MessageRejected", message));
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("../events/mailer/mail.json");
    let mail = serde_json::from_str(&fs::read_to_string(file).unwrap()).unwrap();
    let error = mailer(Ses::new(&aws.config()), &aws).send(&mail).await.unwrap_err();
    let expected = "SES doesn't take a mail now: SES answered 400 MessageRejected";
    assert_eq!(format!("{error:#}"), expected);
}
