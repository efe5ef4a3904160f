//! Proposing, as the features do it.

use aws_sdk_dynamodb::types::{ConditionCheck, TransactWriteItem};
use portal_changes::{Proposed, propose};
use serde_json::json;

use super::*;

/// Proposes Anna's contact change, with one condition of the feature's own.
async fn proposed(aws: &FakeAws, approved: bool) -> Result<Proposed, String> {
    let proposal =
        Proposal { approved, ..proposal("new", "C-1001", "anna", contact(), at(31, 12)) };
    let check = ConditionCheck::builder()
        .table_name("account")
        .key("pk", AttributeValue::S("C-1001".to_owned()))
        .key("sk", AttributeValue::S("customer".to_owned()))
        .condition_expression("attribute_exists(pk)")
        .build()
        .unwrap();
    let more = vec![TransactWriteItem::builder().condition_check(check).build()];
    propose(&aws.tables(), "changes", proposal, more).await.map_err(|error| format!("{error:#}"))
}

#[tokio::test]
async fn a_proposal_is_one_transaction_with_the_features_own_items() {
    let aws = world();
    assert!(matches!(proposed(&aws, false).await, Ok(Proposed::Yes(_))));
    assert_eq!(aws.operations(), ["TransactWriteItems"]);
    assert_eq!(
        written(&aws),
        [
            "ConditionCheck customer if attribute_exists(pk)",
            "Put change#new if attribute_not_exists(pk)",
            "Put open#contact if attribute_not_exists(pk)",
        ]
    );
}

#[tokio::test]
async fn one_that_a_rule_approves_is_due_and_told_at_once() {
    let aws = world();
    let Ok(Proposed::Yes(change)) = proposed(&aws, true).await else { panic!("not proposed") };
    assert_eq!(change.state, State::Approved);
    assert_eq!(written(&aws)[3], "Put notice#new#approved if attribute_not_exists(pk)");
    let item = &aws.inputs("TransactWriteItems")[0]["TransactItems"][1]["Put"]["Item"];
    assert_eq!(item["due"]["S"], "handover");
}

#[tokio::test]
async fn the_same_request_again_finds_what_came_of_the_first() {
    let aws = world();
    let there = Change::from(proposal("new", "C-1001", "anna", contact(), at(31, 9))).stepped(
        State::Approved,
        at(31, 10),
        By::Operator,
        None,
    );
    find_there(&aws, 1, 3, wire_item(&there.to_item().unwrap()));
    let Ok(Proposed::AlreadyThere(change)) = proposed(&aws, false).await else { panic!() };
    assert_eq!(change, there);

    // An answer without the item is looked up.
    keep(&aws, there.to_item().unwrap());
    aws.cancel_transaction(&["ConditionalCheckFailed", "ConditionalCheckFailed", "None"]);
    let Ok(Proposed::AlreadyThere(change)) = proposed(&aws, false).await else { panic!() };
    assert_eq!(change, there);
    assert_eq!(aws.operations().last().unwrap(), "GetItem");
}

#[tokio::test]
async fn a_subject_has_one_open_change() {
    let aws = world();
    find_there(&aws, 2, 3, json!({ "change": {"S": "contact"} }));
    let Ok(Proposed::SubjectOpen(open)) = proposed(&aws, false).await else { panic!() };
    assert_eq!(open.as_str(), "contact");
}

#[tokio::test]
async fn the_features_own_condition_is_named_by_its_position() {
    let aws = world();
    aws.cancel_transaction(&["ConditionalCheckFailed", "None", "None"]);
    assert!(matches!(proposed(&aws, false).await, Ok(Proposed::Meanwhile(0))));
}

#[tokio::test]
async fn a_table_that_is_busy_is_an_error_after_a_few_tries() {
    let aws = world();
    for _ in 0..4 {
        aws.cancel_transaction(&["None", "TransactionConflict", "None"]);
    }
    assert!(proposed(&aws, false).await.is_err());
    assert_eq!(aws.operations().len(), 4);
}
