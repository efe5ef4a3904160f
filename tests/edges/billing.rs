//! What the billing system sends: stored, given up with a reason, or tried
//! again; and the dead letters, looked at and sent again.
//!
//! The tables are empty, so a reading's meter and an outcome's change aren't
//! known.

mod budget;
mod money;

use std::{collections::HashSet, fs, path::Path};

use aws_lambda_events::sqs::{SqsEvent, SqsMessage};
use billing::{DeadLetters, Features, Imported, Intake, LONGEST_BYTES, Which};
use portal_contracts::update::{Update, UpdateBody};
use portal_lambda::batch::{each_message, group};
use serde_json::{Value, json};

use crate::support::{aws::FakeAws, clock, now};

fn features(aws: &FakeAws) -> Features {
    let table = |name: &str| name.to_owned();
    Features {
        auth: auth::Logins::new(aws.tables(), table("auth"), table("access")),
        account: account::Customers::new(aws.tables(), table("account")),
        readings: readings::Readings::new(aws.tables(), table("readings"), table("changes")),
        invoices: invoices::Store::new(aws.tables(), table("invoices"), table("changes")),
        changes: changes::Changes::new(aws.tables(), table("changes")),
    }
}

fn intake(aws: &FakeAws) -> Intake {
    Intake::new(features(aws), aws.queues(), "https://queue/dead-letters.fifo".to_owned(), clock())
}

fn event(name: &str) -> SqsEvent {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("../events/billing/{name}.json"));
    let text = fs::read_to_string(&file).unwrap_or_else(|error| panic!("{file:?}: {error}"));
    serde_json::from_str(&text).unwrap()
}

/// The messages that come again, by their numbers in the batch.
async fn come_again(aws: &FakeAws, event: SqsEvent) -> Vec<usize> {
    let ids: Vec<_> = event.records.iter().map(|record| record.message_id.clone()).collect();
    let intake = intake(aws);
    let response = each_message(&async |message| intake.take(message).await, event, group).await;
    let failures = response.batch_item_failures.into_iter();
    let number = |id: String| ids.iter().position(|known| known.as_ref() == Some(&id));
    failures.map(|failure| number(failure.item_identifier).expect("an id of the batch")).collect()
}

/// What stands in the dead-letter queue: reason and detail.
fn dead(aws: &FakeAws) -> Vec<(String, String)> {
    let sent = aws.inputs("SendMessage").into_iter();
    let letters = sent.filter(|sent| sent["QueueUrl"] == "https://queue/dead-letters.fifo");
    letters
        .map(|sent| serde_json::from_str::<Value>(sent["MessageBody"].as_str().unwrap()).unwrap())
        .map(|letter| (string(&letter["reason"]), string(&letter["detail"])))
        .collect()
}

fn string(value: &Value) -> String {
    value.as_str().unwrap().to_owned()
}

/// The tables that were written to.
fn written(aws: &FakeAws) -> HashSet<String> {
    aws.writes().iter().map(|write| string(&write.input["TableName"])).collect()
}

#[tokio::test]
async fn a_good_batch_is_stored_by_each_feature_that_keeps_something_of_it() {
    let aws = FakeAws::default();
    assert_eq!(come_again(&aws, event("take")).await, [0; 0]);
    assert_eq!(dead(&aws), []);
    let written = written(&aws);
    for table in ["auth", "account", "readings"] {
        assert!(written.contains(table), "{table}: {written:?}");
    }
}

#[tokio::test]
async fn a_malformed_message_goes_to_the_dead_letters_alone() {
    let aws = FakeAws::default();
    assert_eq!(come_again(&aws, event("take-malformed")).await, [0; 0]);
    let [(reason, detail)] = &dead(&aws)[..] else { panic!("{:?}", dead(&aws)) };
    assert_eq!(reason, "malformed_json");
    assert!(detail.contains("line 1 column 42"), "{detail}");
    assert!(written(&aws).contains("account"), "the next one of the customer is stored");
}

#[tokio::test]
async fn a_dead_letter_says_what_came_and_can_not_be_doubled() {
    let aws = FakeAws::default();
    let event = event("take-malformed");
    let message = event.records[0].clone();
    // The function dies before the message is acknowledged: it comes again.
    intake(&aws).take(message.clone()).await.unwrap();
    intake(&aws).take(message.clone()).await.unwrap();
    let sent = aws.inputs("SendMessage");
    assert_eq!(sent[0], sent[1]);
    assert_eq!(sent[0]["MessageDeduplicationId"], json!(message.message_id));
    assert_eq!(sent[0]["MessageGroupId"], "C-1001");
    let letter: Value = serde_json::from_str(sent[0]["MessageBody"].as_str().unwrap()).unwrap();
    assert_eq!(letter["message"], json!(message.body));
    assert_eq!(letter["at"], json!(now()));
}

#[tokio::test]
async fn every_message_that_can_not_be_applied_has_its_reason() {
    for (name, reason, detail) in [
        ("take-unknown-type", "unknown_type", "\"weather\" is none of customer,"),
        ("take-foreign-group", "foreign_group", "\"C-2002\", the customer is \"C-1001\""),
        ("take-meter-unknown", "meter_unknown", "M-1"),
        ("take-change-unknown", "change_unknown", "0b9f2c6a1d3e4f5061728394a5b6c7d8"),
    ] {
        let aws = FakeAws::default();
        assert_eq!(come_again(&aws, event(name)).await, [0; 0], "{name}");
        let dead = dead(&aws);
        assert_eq!(dead.len(), 1, "{name}: {dead:?}");
        assert_eq!(dead[0].0, reason);
        assert!(dead[0].1.contains(detail), "{name}: {dead:?}");
    }
}

fn message(id: &str, group: &str, body: &Value) -> SqsMessage {
    let mut message = event("take").records.remove(0);
    message.message_id = Some(id.to_owned());
    message.attributes.insert("MessageGroupId".to_owned(), group.to_owned());
    message.body = Some(body.to_string());
    message
}

fn batch(messages: Vec<SqsMessage>) -> SqsEvent {
    let mut event = event("take");
    event.records = messages;
    event
}

fn customer(id: &str) -> Value {
    let text = event("take").records.remove(0).body.unwrap();
    let mut update: Value = serde_json::from_str(&text).unwrap();
    update["customer"] = json!(id);
    update
}

#[tokio::test]
async fn an_oversized_message_is_given_up_whole() {
    let aws = FakeAws::default();
    let mut update = customer("C-1001");
    update["body"]["name"] = json!("x".repeat(LONGEST_BYTES));
    let messages = vec![message("large", "C-1001", &update)];
    assert_eq!(come_again(&aws, batch(messages)).await, [0; 0]);
    assert_eq!(dead(&aws)[0].0, "too_large");
    assert!(written(&aws).is_empty());

    // As long as SQS lets through: no room for a letter around it.
    let aws = FakeAws::default();
    let text = "\"".repeat(1024 * 1024);
    let mut largest = message("largest", "C-1001", &json!(null));
    largest.body = Some(text.clone());
    assert_eq!(come_again(&aws, batch(vec![largest])).await, [0; 0]);
    assert_eq!(aws.inputs("SendMessage")[0]["MessageBody"], json!(text));
}

#[tokio::test]
async fn a_failure_for_now_holds_up_its_own_customer_only() {
    let aws = FakeAws::default();
    for operation in ["PutItem", "TransactWriteItems", "UpdateItem"] {
        aws.refuse(operation, "ProvisionedThroughputExceededException", json!({}));
    }
    let messages = vec![
        message("1", "C-1001", &customer("C-1001")),
        message("2", "C-1001", &customer("C-1001")),
        message("3", "C-2002", &json!("no object")),
    ];
    assert_eq!(come_again(&aws, batch(messages)).await, [0, 1]);
    assert_eq!(dead(&aws).len(), 1, "the other customer's bad message was dealt with");
}

#[tokio::test]
async fn a_message_whose_letter_could_not_be_sent_comes_again() {
    let aws = FakeAws::default();
    aws.refuse("SendMessage", "ThrottlingException", json!({}));
    assert_eq!(come_again(&aws, event("take-malformed")).await, [0, 1]);
}

#[tokio::test]
async fn what_was_half_done_is_done_again_whole() {
    let aws = FakeAws::default();
    let customer = event("take").records.remove(0);
    aws.refuse("BatchWriteItem", "InternalServerError", json!({}));
    assert_eq!(come_again(&aws, batch(vec![customer.clone()])).await, [0]);
    let done = written(&aws);
    assert!(done.contains("auth") && done.contains("readings"), "no failure but its own: {done:?}");
    aws.forget_calls();
    assert_eq!(come_again(&aws, batch(vec![customer])).await, [0; 0]);
    assert_eq!(written(&aws), HashSet::from(["auth", "account", "readings"].map(str::to_owned)));
}

/// Every condition fails: something newer is kept.
fn newer_is_kept(aws: &FakeAws) {
    for _ in 0..20 {
        for operation in ["PutItem", "UpdateItem"] {
            aws.refuse(operation, "ConditionalCheckFailedException", json!({}));
        }
    }
}

#[tokio::test]
async fn an_older_update_is_acknowledged_and_no_dead_letter() {
    let aws = FakeAws::default();
    newer_is_kept(&aws);
    let invoices = event("take").records.remove(2);
    let update: Update = serde_json::from_str(invoices.body.as_deref().unwrap()).unwrap();
    let UpdateBody::Invoices(said) = &update.body else { panic!() };
    for invoice in &said.invoices {
        let written = json!({ "version": update.version + 1, "has_breakdown": false });
        aws.put(
            "invoices",
            json!({
                "pk": update.customer, "sk": format!("document#{}", invoice.number), "revision": 1,
                "body": serde_json::to_string(invoice).unwrap(), "written": written.to_string(),
            }),
        );
    }
    assert_eq!(come_again(&aws, batch(vec![invoices])).await, [0; 0]);
    assert_eq!(dead(&aws), []);

    assert_eq!(features(&aws).import(&update).await.unwrap(), Imported::Older);
    let empty = FakeAws::default();
    assert_eq!(features(&empty).import(&update).await.unwrap(), Imported::Kept);
}

fn dead_letters(aws: &FakeAws) -> DeadLetters {
    DeadLetters::new(aws.queues(), "https://queue/dead-letters.fifo".to_owned())
}

/// Two letters: one of ours, and one that SQS moved after the last try.
fn two_letters(aws: &FakeAws) {
    let update = customer("C-1001").to_string();
    let letter = json!({
        "reason": "rule_broken", "detail": "body.name: 1 to 200 characters",
        "at": "2026-03-31T11:00:00Z", "message": update,
    });
    let received = |id: &str, group: &str, body: &str| {
        json!({
            "MessageId": id, "ReceiptHandle": format!("handle-{id}"), "Body": body,
            "Attributes": {"MessageGroupId": group, "SentTimestamp": "1774954800000"},
        })
    };
    aws.answer(
        "ReceiveMessage",
        json!({"Messages": [
            received("ours", "C-1001", &letter.to_string()),
            received("moved", "C-2002", &customer("C-2002").to_string()),
        ]}),
    );
}

#[tokio::test]
async fn dead_letters_are_listed_and_stay() {
    let aws = FakeAws::default();
    two_letters(&aws);
    let listed = dead_letters(&aws).list().await.unwrap();
    let lines: Vec<_> = listed
        .iter()
        .map(|letter| {
            let since = letter.since.map(|since| since.to_string()).unwrap_or_default();
            [&letter.id, &letter.reason, &letter.r#type, &letter.customer, &since]
                .map(String::clone)
        })
        .collect();
    assert_eq!(
        lines,
        [
            ["ours", "rule_broken", "customer", "C-1001", "2026-03-31T11:00:00Z"],
            ["moved", "gave_up", "customer", "C-2002", "2026-03-31T11:00:00Z"],
        ]
    );
    assert_eq!(aws.inputs("ChangeMessageVisibility").len(), 2, "both were given back");
    assert!(aws.inputs("DeleteMessage").is_empty());
}

#[tokio::test]
async fn a_dead_letter_is_sent_again_as_it_came_and_then_deleted() {
    let aws = FakeAws::default();
    two_letters(&aws);
    let only = Which::Only(HashSet::from(["ours".to_owned()]));
    let updates = "https://queue/updates.fifo";
    assert_eq!(dead_letters(&aws).resend(updates, &only, now()).await.unwrap(), 1);
    assert_eq!(
        aws.inputs("SendMessage"),
        [json!({
            "QueueUrl": updates, "MessageBody": customer("C-1001").to_string(),
            "MessageGroupId": "C-1001", "MessageDeduplicationId": "again-ours",
        })]
    );
    let operations = aws.operations();
    let place = |name: &str| operations.iter().position(|operation| operation == name);
    assert!(place("SendMessage") < place("DeleteMessage"), "{operations:?}");
    assert_eq!(aws.inputs("DeleteMessage")[0]["ReceiptHandle"], "handle-ours");
    assert_eq!(aws.inputs("ChangeMessageVisibility")[0]["ReceiptHandle"], "handle-moved");
}

#[tokio::test]
async fn what_became_a_dead_letter_after_the_start_is_left_alone() {
    let aws = FakeAws::default();
    two_letters(&aws);
    let earlier = "2026-03-31T10:59:59Z".parse().unwrap();
    let sent = dead_letters(&aws).resend("https://queue/updates.fifo", &Which::All, earlier).await;
    assert_eq!(sent.unwrap(), 0);
    assert!(aws.inputs("DeleteMessage").is_empty());
}

#[tokio::test]
async fn a_letter_that_could_not_be_sent_stays() {
    let aws = FakeAws::default();
    two_letters(&aws);
    aws.refuse("SendMessage", "ThrottlingException", json!({}));
    let sent = dead_letters(&aws).resend("https://queue/updates.fifo", &Which::All, now()).await;
    assert!(sent.is_err());
    assert!(aws.inputs("DeleteMessage").is_empty());
}

/// The reasons that stand in the sources, as the first argument of `of`.
fn reasons(source: &str, of: &str) -> Vec<String> {
    let calls = source.split(of).skip(1);
    let first =
        |call: &str| call.trim_start().strip_prefix('"')?.split('"').next().map(str::to_owned);
    calls.filter_map(first).collect()
}

#[test]
fn every_reason_is_explained() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let page = fs::read_to_string(root.join("docs/billing.md")).unwrap();
    let sources = [
        "functions/billing/src/read.rs",
        "functions/billing/src/rules.rs",
        "functions/changes/src/outcome.rs",
        "functions/readings/src/store/import.rs",
    ];
    let mut known = Vec::new();
    for file in sources {
        let source = fs::read_to_string(root.join(file)).unwrap();
        known.extend(reasons(&source, "Refusal::new("));
        known.extend(reasons(&source, "Unfit::new("));
    }
    assert!(known.len() >= 9, "{known:?}");
    for reason in known {
        assert!(page.contains(&format!("\n| `{reason}` | ")), "docs/billing.md: {reason}");
    }
}
