//! The hand-over to billing.

use std::{fs, path::Path};

use aws_lambda_events::dynamodb::Event;
use changes::{Handover, woken};
use portal_changes::Notice;
use portal_lambda::{Outbox, Queue};
use serde_json::json;

use super::{notices::notices, *};

/// A world in which one change is due.
fn due() -> FakeAws {
    let aws = world();
    keep(&aws, approved().to_item().unwrap());
    aws
}

fn handover(aws: &FakeAws) -> Handover {
    Handover {
        changes: store(aws),
        outbox: Outbox::new(aws.tables(), "changes".to_owned()),
        billing: Queue::new(aws.queues(), "https://sqs.example/billing-commands.fifo".to_owned()),
        utility: Arc::new(utility()),
        clock: clock(),
    }
}

#[tokio::test]
async fn what_is_approved_is_sent_and_then_written_down() {
    let aws = due();
    handover(&aws).drain().await.unwrap();
    assert_eq!(aws.operations(), ["Query", "SendMessage", "TransactWriteItems"]);
    assert_eq!(aws.inputs("Query")[0]["IndexName"], "due");

    let sent = &aws.inputs("SendMessage")[0];
    assert_eq!(sent["MessageGroupId"], "C-1001");
    assert_eq!(sent["MessageDeduplicationId"], "approved");
    let body: Value = serde_json::from_str(sent["MessageBody"].as_str().unwrap()).unwrap();
    let expected = json!({
        "id": "approved", "version": 1, "customer": "C-1001",
        "created_at": "2026-03-31T09:00:00Z", "type": "change_approved",
        "body": {
            "change": "approved", "kind": "reading",
            "data": {
                "supply_point": "P-1", "meter": "M-1", "serial": "E-1001",
                "read_on": "2026-03-31", "values": {"T": "4512.5"}, "before": {"T": "4400"},
                "before_on": "2026-02-28", "rolled_over": [],
            },
            "proposed_at": "2026-03-31T09:00:00Z", "approved_at": "2026-03-31T09:00:00Z",
            "approved_by": "rule", "findings": ["R06"],
        },
    });
    assert_eq!(body, expected);

    assert_eq!(written(&aws), ["Put change#approved if #state = :state AND #version = :version"]);
    let kept = kept(&aws);
    assert_eq!((&kept["state"]["S"], &kept["due"]), (&json!("handed_over"), &json!(null)));
    assert_eq!(kept["since"]["S"], "2026-03-31T12:00:00.000Z");
}

#[tokio::test]
async fn after_a_crash_between_the_two_it_is_sent_again_word_for_word() {
    let aws = due();
    aws.refuse("TransactWriteItems", "ThrottlingException", json!({}));
    assert!(handover(&aws).drain().await.is_err());
    handover(&aws).drain().await.unwrap();
    let sent = aws.inputs("SendMessage");
    assert_eq!(sent.len(), 2);
    assert_eq!(sent[0], sent[1]);
}

#[tokio::test]
async fn what_is_not_sent_is_not_written_down() {
    let aws = due();
    aws.refuse("SendMessage", "ThrottlingException", json!({}));
    assert!(handover(&aws).drain().await.is_err());
    assert_eq!(aws.operations(), ["Query", "SendMessage"]);
}

#[tokio::test]
async fn one_that_fails_holds_up_no_other() {
    let aws = due();
    let second = Change::from(Proposal {
        approved: true,
        ..proposal("zweite", "C-2002", "boris", contact(), at(31, 11))
    });
    keep(&aws, second.to_item().unwrap());
    aws.refuse("SendMessage", "ThrottlingException", json!({}));
    let error = handover(&aws).drain().await.unwrap_err();
    assert_eq!(format!("{error:#}"), "1 changes were not handed over");
    assert_eq!(aws.inputs("SendMessage").len(), 2);
    assert_eq!(written(&aws).len(), 1);
}

#[tokio::test]
async fn an_outcome_that_overtakes_our_note_settles_it() {
    let aws = due();
    let there = approved().stepped(State::Applied, at(31, 11), By::Billing, None);
    find_there(&aws, 0, 1, wire_item(&there.to_item().unwrap()));
    handover(&aws).drain().await.unwrap();
    assert_eq!(aws.operations(), ["Query", "SendMessage", "TransactWriteItems"]);
}

#[tokio::test]
async fn watching_for_late_changes_costs_one_query() {
    let aws = due();
    handover(&aws).watch().await.unwrap();
    assert_eq!(aws.operations(), ["Query"]);
    let query = &aws.inputs("Query")[0];
    assert_eq!(query["ExpressionAttributeValues"][":before"]["S"], "2026-03-28T12:00:00.000Z");
}

/// What an event says is not looked at, so these are what a developer sends to
/// the function by hand. The stream's record is one that the template's filter
/// lets through.
#[test]
fn the_events_that_wake_are_what_aws_sends() {
    let event = |name: &str| {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../events/changes");
        fs::read_to_string(folder.join(name)).unwrap()
    };
    let stream: Event = serde_json::from_str(&event("handover-stream.json")).unwrap();
    assert!(stream.records[0].change.new_image.get("due").is_some());
    let schedule: Value = serde_json::from_str(&event("handover-schedule.json")).unwrap();
    assert_eq!(schedule["source"], "aws.events");
}

#[tokio::test]
async fn when_woken_each_part_is_tried_whatever_became_of_the_others() {
    let aws = due();
    keep(&aws, Notice::of(&approved()).unwrap().to_item().unwrap());
    aws.refuse("TransactWriteItems", "ThrottlingException", json!({}));
    assert!(woken(&handover(&aws), &notices(&aws)).await.is_err());
    let expected = [
        ["Query", "SendMessage", "TransactWriteItems"].as_slice(),
        &["Query", "GetItem", "SendMessage", "DeleteItem"],
        &["Query"],
    ];
    assert_eq!(aws.operations(), expected.concat());
}
