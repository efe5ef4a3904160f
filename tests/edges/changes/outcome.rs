//! What billing says became of a change.

use changes::{Imported, import};
use portal_contracts::update::{Unfit, Update};
use serde_json::json;

use super::*;

fn outcome(change: &str, outcome: Value) -> Update {
    let mut body = json!({ "change": change, "decided_at": "2026-03-31T11:30:00Z" });
    body.as_object_mut().unwrap().extend(outcome.as_object().unwrap().clone());
    serde_json::from_value(json!({
        "id": "u-1", "version": 7, "customer": "C-1001", "created_at": "2026-03-31T11:31:00Z",
        "type": "change_outcome", "body": body,
    }))
    .unwrap()
}

fn applied() -> Value {
    json!({ "outcome": "applied" })
}

fn refused() -> Value {
    json!({ "outcome": "refused", "code": "E7", "reason": "The meter was exchanged." })
}

/// An error is one that no repeat helps.
async fn take(aws: &FakeAws, update: &Update) -> Result<Imported, Unfit> {
    import(&store(aws), update).await.map_err(|error| error.downcast().unwrap())
}

#[tokio::test]
async fn an_outcome_ends_the_change_and_is_told_and_frees_the_subject() {
    let aws = world();
    assert_eq!(take(&aws, &outcome("handed", applied())).await, Ok(Imported::Yes));
    assert_eq!(aws.operations(), ["GetItem", "TransactWriteItems"]);
    let keys: Vec<_> =
        written(&aws).iter().map(|line| line.split(" if").next().unwrap().to_owned()).collect();
    assert_eq!(keys, ["Put change#handed", "Delete open#meter/M-1", "Put notice#handed#applied"]);
}

#[tokio::test]
async fn a_refusal_keeps_billings_reason() {
    let aws = world();
    assert_eq!(take(&aws, &outcome("handed", refused())).await, Ok(Imported::Yes));
    let reason = &kept(&aws)["history"]["L"][3]["M"]["reason"]["M"];
    assert_eq!(reason, &json!({ "code": {"S": "E7"}, "text": {"S": "The meter was exchanged."} }));
}

#[tokio::test]
async fn an_outcome_may_overtake_our_own_note() {
    let aws = world();
    keep(&aws, approved().to_item().unwrap());
    assert_eq!(take(&aws, &outcome("approved", applied())).await, Ok(Imported::Yes));
    assert_eq!(kept(&aws)["due"], json!(null));
}

#[tokio::test]
async fn the_note_and_the_outcome_at_once_end_with_the_outcome() {
    let aws = world();
    keep(&aws, approved().to_item().unwrap());
    let there = approved().stepped(State::HandedOver, at(31, 11), By::Rule, None);
    find_there(&aws, 0, 3, wire_item(&there.to_item().unwrap()));
    assert_eq!(take(&aws, &outcome("approved", applied())).await, Ok(Imported::Yes));
    assert_eq!(aws.inputs("TransactWriteItems").len(), 2);
}

#[tokio::test]
async fn the_same_outcome_again_is_known() {
    let aws = world();
    let done = Change { id: "done".parse().unwrap(), ..handed() }.stepped(
        State::Applied,
        at(27, 9),
        By::Billing,
        None,
    );
    keep(&aws, done.to_item().unwrap());
    assert_eq!(take(&aws, &outcome("done", applied())).await, Ok(Imported::Known));
    assert_eq!(aws.operations(), ["GetItem"]);

    let contradicts = Unfit::new("outcome_contradicts", "the change done is applied");
    assert_eq!(take(&aws, &outcome("done", refused())).await, Err(contradicts));
}

#[tokio::test]
async fn an_outcome_of_what_was_never_handed_over_is_an_error() {
    let contradicts = Unfit::new("outcome_contradicts", "the change reading is proposed");
    assert_eq!(take(&world(), &outcome("reading", applied())).await, Err(contradicts));
    let unknown = Unfit::new("change_unknown", "customer C-1001 has no change boris");
    assert_eq!(take(&world(), &outcome("boris", applied())).await, Err(unknown));
}

#[tokio::test]
async fn a_table_that_does_not_answer_is_asked_again_later() {
    let aws = world();
    aws.refuse("GetItem", "ThrottlingException", json!({}));
    let error = import(&store(&aws), &outcome("handed", applied())).await.unwrap_err();
    assert!(error.downcast_ref::<Unfit>().is_none(), "{error:#}");
}
