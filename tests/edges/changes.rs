//! Changes: the customer's list and the office's, decisions, the hand-over to
//! billing, notices and outcomes.
//!
//! Beside the people of the world: `otto` is an operator like Olga, and `ida`
//! one who may not see changes. The changes, all of 2026-03-31:
//!
//! | change | customer | |
//! |---|---|---|
//! | `reading` | `C-1001` | of `P-1`, proposed by Anna at 9:00, risk 4 |
//! | `contact` | `C-1001` | proposed by Anna at 10:00 |
//! | `vera` | `C-1001` | a reading of `P-1`, proposed by Vera at 10:30 |
//! | `handed` | `C-1001` | Anna's, handed over on 2026-03-26: billing is late |
//! | `withdrawn` | `C-1001` | Anna's, taken back |
//! | `first-eyes` | `C-1001` | Anna's; Olga has approved, another has to |
//! | `boris`, `olga` | `C-2002` | proposed by Boris, and by Olga |

mod customer;
mod handover;
mod notices;
mod office;
mod outcome;
mod propose;

use std::{collections::HashMap, sync::Arc};

use aws_sdk_dynamodb::types::AttributeValue;
use changes::{App, Changes, routes};
use jiff::Timestamp;
use portal_changes::{Approval, By, Change, Proposal, State};
use portal_contracts::change::{ChangeBody, Contact, ContactChange, ReadingChange};
use portal_domain::UserId;
use serde_json::{Value, json};

use crate::support::{self, Answer, aws::FakeAws, clock, utility, utility_with};

fn at(day: u8, hour: u8) -> Timestamp {
    format!("2026-03-{day:02}T{hour:02}:00:00Z").parse().unwrap()
}

fn reading() -> ChangeBody {
    ChangeBody::Reading(ReadingChange {
        supply_point: "P-1".parse().unwrap(),
        meter: "M-1".parse().unwrap(),
        serial: "E-1001".to_owned(),
        read_on: "2026-03-31".parse().unwrap(),
        values: [("T".parse().unwrap(), "4512.5".parse().unwrap())].into(),
        before: [("T".parse().unwrap(), "4400".parse().unwrap())].into(),
        before_on: Some("2026-02-28".parse().unwrap()),
        rolled_over: Vec::new(),
    })
}

fn contact() -> ChangeBody {
    let after = Contact { email: None, phone: Some("+420601123456".to_owned()) };
    ChangeBody::Contact(ContactChange { before: Contact::default(), after })
}

fn proposal(id: &str, customer: &str, user: &str, body: ChangeBody, now: Timestamp) -> Proposal {
    let of_reading = matches!(body, ChangeBody::Reading(_));
    Proposal {
        id: id.parse().unwrap(),
        customer: customer.parse().unwrap(),
        proposer: user.parse().unwrap(),
        subject: if of_reading { "meter/M-1" } else { "contact" }.to_owned(),
        body,
        findings: if of_reading { vec!["R06".to_owned()] } else { Vec::new() },
        evidence: of_reading.then(|| json!({ "expected": "110" })),
        risk: if of_reading { 4 } else { 0 },
        approved: false,
        now,
    }
}

/// A change of Anna's that a rule approved at 9:00.
fn approved() -> Change {
    Change::from(Proposal {
        approved: true,
        ..proposal("approved", "C-1001", "anna", reading(), at(31, 9))
    })
}

/// The change that billing is late with.
fn handed() -> Change {
    let change = Change::from(proposal("handed", "C-1001", "anna", reading(), at(26, 9)));
    change
        .stepped(State::Approved, at(26, 10), By::Operator, Some("olga".parse().unwrap()))
        .stepped(State::HandedOver, at(26, 11), By::Rule, None)
}

fn first_eyes() -> Change {
    let mut change = Change::from(proposal("first-eyes", "C-1001", "anna", contact(), at(31, 8)));
    change.approvals.push(Approval { who: "olga".parse().unwrap(), at: at(31, 9) });
    change.version = 2;
    change
}

/// AWS with the people and changes above.
fn world() -> FakeAws {
    let aws = support::world();
    support::operator(&aws, "otto", &["changes_read", "changes_decide"]);
    support::operator(&aws, "ida", &["customers_read"]);
    let anna: UserId = "anna".parse().unwrap();
    let withdrawn = Change::from(proposal("withdrawn", "C-1001", "anna", contact(), at(30, 9)))
        .stepped(State::Withdrawn, at(30, 10), By::Customer, Some(anna));
    for change in [
        Change::from(proposal("reading", "C-1001", "anna", reading(), at(31, 9))),
        Change::from(proposal("contact", "C-1001", "anna", contact(), at(31, 10))),
        Change::from(proposal("vera", "C-1001", "vera", reading(), at(31, 10))),
        handed(),
        withdrawn,
        first_eyes(),
        Change::from(proposal("boris", "C-2002", "boris", contact(), at(31, 11))),
        Change::from(proposal("olga", "C-2002", "olga", contact(), at(31, 11))),
    ] {
        keep(&aws, change.to_item().unwrap());
    }
    aws
}

/// Puts an item of the SDK into the table.
fn keep(aws: &FakeAws, item: HashMap<String, AttributeValue>) {
    aws.put("changes", plain(&AttributeValue::M(item)));
}

fn plain(value: &AttributeValue) -> Value {
    match value {
        AttributeValue::S(text) => json!(text),
        AttributeValue::N(number) => serde_json::from_str(number).unwrap(),
        AttributeValue::L(values) => values.iter().map(plain).collect(),
        AttributeValue::M(members) => Value::Object(
            members.iter().map(|(name, value)| (name.clone(), plain(value))).collect(),
        ),
        other => panic!("an item has {other:?}"),
    }
}

/// An item in DynamoDB's JSON, as a cancelled transaction gives it back.
fn wire(value: &AttributeValue) -> Value {
    match value {
        AttributeValue::S(text) => json!({ "S": text }),
        AttributeValue::N(number) => json!({ "N": number }),
        AttributeValue::L(values) => json!({ "L": values.iter().map(wire).collect::<Vec<_>>() }),
        AttributeValue::M(members) => json!({ "M": wire_item(members) }),
        other => panic!("an item has {other:?}"),
    }
}

fn wire_item(item: &HashMap<String, AttributeValue>) -> Value {
    Value::Object(item.iter().map(|(name, value)| (name.clone(), wire(value))).collect())
}

/// Cancels the next transaction because its item at `position` of `items`
/// found `there`.
fn find_there(aws: &FakeAws, position: usize, items: usize, there: Value) {
    let reason = |n| match n == position {
        true => json!({ "Code": "ConditionalCheckFailed", "Item": there }),
        false => json!({ "Code": "None" }),
    };
    let reasons: Vec<Value> = (0..items).map(reason).collect();
    let body = json!({ "message": "cancelled", "CancellationReasons": reasons });
    aws.refuse("TransactWriteItems", "TransactionCanceledException", body);
}

fn store(aws: &FakeAws) -> Changes {
    Changes::new(aws.tables(), "changes".to_owned())
}

async fn send_with(aws: &FakeAws, rules: Value, event: &str) -> Answer {
    let app = App {
        access: support::access(aws),
        clock: clock(),
        journal: support::journal(aws),
        changes: store(aws),
        utility: Arc::new(if rules.is_null() { utility() } else { utility_with(rules) }),
    };
    support::send(routes(app), &format!("changes/{event}")).await
}

async fn send(aws: &FakeAws, event: &str) -> Answer {
    send_with(aws, Value::Null, event).await
}

async fn status(event: &str) -> u16 {
    send(&world(), event).await.status.as_u16()
}

/// The items of the transaction that was sent last: operation, sort key and
/// condition of each.
fn written(aws: &FakeAws) -> Vec<String> {
    let input = aws.inputs("TransactWriteItems").pop().unwrap();
    let items = input["TransactItems"].as_array().unwrap();
    let line = |item: &Value| {
        let (operation, body) = item.as_object().unwrap().iter().next().unwrap();
        let sk = body["Item"]["sk"]["S"].as_str().or(body["Key"]["sk"]["S"].as_str()).unwrap();
        format!("{operation} {sk} if {}", body["ConditionExpression"].as_str().unwrap_or("-"))
    };
    items.iter().map(line).collect()
}

/// The change that the last transaction writes.
fn kept(aws: &FakeAws) -> Value {
    let input = aws.inputs("TransactWriteItems").pop().unwrap();
    input["TransactItems"][0]["Put"]["Item"].clone()
}

/// The ids of a list's changes, in order.
fn ids(answer: &Answer) -> Vec<String> {
    let body = answer.json();
    let changes = body["changes"].as_array().unwrap();
    changes.iter().map(|change| change["id"].as_str().unwrap().to_owned()).collect()
}

/// The answer to an event in this world, and how many calls to AWS it took.
pub async fn tried(event: &str) -> (u16, usize) {
    let aws = world();
    let status = send(&aws, event).await.status;
    (status.as_u16(), aws.operations().len())
}
