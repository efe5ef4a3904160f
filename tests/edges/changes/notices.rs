//! What people are told by mail.

use changes::Notices;
use portal_changes::Notice;
use portal_lambda::{Outbox, Queue};
use portal_mail::Sender;
use serde_json::json;

use super::*;

/// A world in which `user` is to be told that their reading was approved.
fn due(user: &str) -> FakeAws {
    let aws = support::world();
    aws.put(
        "access",
        json!({
            "pk": "user#tomas", "sk": "profile", "email": "tomas@example.com", "language": "cs",
            "mail_changes": false,
        }),
    );
    let change = Change { proposer: user.parse().unwrap(), ..approved() };
    keep(&aws, Notice::of(&change).unwrap().to_item().unwrap());
    aws
}

pub fn notices(aws: &FakeAws) -> Notices {
    let queue = Queue::new(aws.queues(), "https://sqs.example/mail".to_owned());
    Notices {
        outbox: Outbox::new(aws.tables(), "changes".to_owned()),
        access: support::access(aws),
        mails: Sender::new(queue, Arc::new(utility())),
        public_origin: "https://portal.example".to_owned(),
    }
}

#[tokio::test]
async fn a_step_is_told_to_who_proposed_the_change_in_their_language() {
    let aws = due("anna");
    notices(&aws).drain().await.unwrap();
    assert_eq!(aws.operations(), ["Query", "GetItem", "SendMessage", "DeleteItem"]);
    let sent = &aws.inputs("SendMessage")[0];
    let mail: Value = serde_json::from_str(sent["MessageBody"].as_str().unwrap()).unwrap();
    assert_eq!((&mail["id"], &mail["class"]), (&json!("approved#approved"), &json!("notice")));
    assert_eq!(mail["to"], "anna@example.com");
    assert_eq!(mail["subject"], "Váš odečet jsme přijali");
    let text = mail["text"].as_str().unwrap();
    assert!(text.contains("E-1001"), "{text}");
    assert!(text.contains("https://portal.example/c/C-1001/requests/approved"), "{text}");
    let settled = &aws.inputs("DeleteItem")[0]["Key"];
    assert_eq!(settled["sk"]["S"], "notice#approved#approved");
}

#[tokio::test]
async fn who_wants_no_mails_or_has_no_account_is_not_told() {
    for user in ["tomas", "gone"] {
        let aws = due(user);
        notices(&aws).drain().await.unwrap();
        assert_eq!(aws.operations(), ["Query", "GetItem", "DeleteItem"], "{user}");
    }
}

#[tokio::test]
async fn a_mail_that_is_not_queued_stays_due() {
    let aws = due("anna");
    aws.refuse("SendMessage", "ThrottlingException", json!({}));
    assert!(notices(&aws).drain().await.is_err());
    assert_eq!(aws.operations(), ["Query", "GetItem", "SendMessage"]);
}

#[tokio::test]
async fn after_a_crash_before_settling_the_same_mail_is_queued_again() {
    let aws = due("anna");
    aws.refuse("DeleteItem", "ThrottlingException", json!({}));
    assert!(notices(&aws).drain().await.is_err());
    notices(&aws).drain().await.unwrap();
    let sent = aws.inputs("SendMessage");
    assert_eq!(sent.len(), 2);
    assert_eq!(sent[0], sent[1]);
}
