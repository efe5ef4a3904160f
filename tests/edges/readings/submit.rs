//! What the rules answer, and what is proposed.

use serde_json::{Value, json};

use super::{answer, plain_item, portal_of, status, told};
use crate::support::{aws::FakeAws, send, utility_with};

async fn body(aws: &FakeAws, event: &str) -> (u16, Value) {
    let answer = answer(aws, event).await;
    (answer[..3].parse().unwrap(), serde_json::from_str(&answer[4..]).unwrap())
}

/// The change that was put, with its body and evidence read.
fn change(aws: &FakeAws) -> Value {
    let sent = aws.inputs("TransactWriteItems");
    assert_eq!(sent.len(), 1);
    let mut change = plain_item(&sent[0]["TransactItems"][1]["Put"]["Item"]);
    for name in ["body", "evidence"] {
        change[name] = serde_json::from_str(change[name].as_str().unwrap()).unwrap();
    }
    change
}

#[tokio::test]
async fn what_the_rules_say_is_told_and_nothing_is_kept() {
    let aws = told().await;
    let (status, body) = body(&aws, "check").await;
    let expected = json!({
        "verdict": "accepted", "findings": [], "suggestions": [],
        "consumption": { "T": "22.625" }, "per_day": { "T": "0.251" }, "rolled_over": [],
    });
    assert_eq!((status, body), (200, expected));
    assert_eq!(aws.operations(), ["BatchGetItem", "Query", "Query"]);
}

#[tokio::test]
async fn swapped_registers_are_offered_back() {
    let (_, body) = body(&told().await, "check-swapped").await;
    assert_eq!(body["verdict"], json!("confirm"));
    let swap = json!({ "code": "swap_registers", "values": { "VT": "12500", "NT": "37500" } });
    assert_eq!(body["suggestions"][0], swap);
    let codes = body["findings"].as_array().unwrap().iter().map(|finding| &finding["code"]);
    assert!(codes.clone().any(|code| code == "R09"), "{:?}", codes.collect::<Vec<_>>());
}

#[tokio::test]
async fn another_meter_is_named_only_to_who_may_see_it() {
    let aws = told().await;
    let (_, all) = body(&aws, "check-other-meter").await;
    let other = json!({ "code": "other_meter", "meter": "M-2" });
    assert!(all["suggestions"].as_array().unwrap().contains(&other), "{all}");
    let (_, limited) = body(&aws, "check-other-meter-limited").await;
    assert_eq!(limited["verdict"], json!("confirm"));
    assert!(!limited.to_string().contains("M-2"), "{limited}");
}

#[tokio::test]
async fn a_reading_is_proposed_against_the_meter_that_it_was_judged_by() {
    let aws = told().await;
    let (status, body) = body(&aws, "submit").await;
    assert_eq!(status, 201, "{body}");
    assert_eq!((&body["state"], &body["findings"]), (&json!("proposed"), &json!([])));
    assert_eq!(aws.operations(), ["BatchGetItem", "Query", "Query", "TransactWriteItems"]);

    let items = aws.inputs("TransactWriteItems")[0]["TransactItems"].clone();
    let check = &items[0]["ConditionCheck"];
    assert_eq!(check["Key"], json!({ "pk": { "S": "C-1001" }, "sk": { "S": "meter#M-1" } }));
    assert_eq!(check["ConditionExpression"], "#version = :version AND revision = :revision");
    let values = json!({ ":version": { "N": "1" }, ":revision": { "N": "2" } });
    assert_eq!(check["ExpressionAttributeValues"], values);

    let change = change(&aws);
    assert_eq!(change["id"], body["change"]);
    let expected = json!({
        "kind": "reading",
        "data": {
            "supply_point": "P-1", "meter": "M-1", "serial": "00-M-1", "read_on": "2026-03-31",
            "values": { "T": "570.125" }, "before": { "T": "547.5" }, "before_on": "2025-12-31",
            "rolled_over": [],
        },
    });
    assert_eq!(change["body"], expected);
    assert_eq!((&change["subject"], &change["risk"]), (&json!("meter/M-1"), &json!(0)));
    let evidence = &change["evidence"];
    assert_eq!(evidence["verdict"], json!("accepted"));
    assert_eq!(evidence["days"], json!(90));
    assert_eq!(evidence["reference"], json!({ "T": { "per_day": "0.25", "basis": "season" } }));
    assert_eq!(evidence["recent"].as_array().unwrap().len(), 3);
    assert_eq!(evidence["recent"][0]["per_day"], json!({ "T": "0.25" }));
}

#[tokio::test]
async fn a_viewer_sends_readings_too() {
    assert_eq!(status(&told().await, "submit-by-viewer").await, 201);
}

#[tokio::test]
async fn two_tariffs_are_sent_together() {
    let aws = told().await;
    assert_eq!(status(&aws, "submit-two-tariffs").await, 201);
    let (status, body) = body(&aws, "submit-one-tariff").await;
    assert_eq!((status, &body["code"]), (422, &json!("reading_register_missing")));
    assert_eq!(body["field"], json!("values"));
}

#[tokio::test]
async fn the_utility_s_rule_approves_what_is_plausible_and_nothing_else() {
    let plausible = || utility_with(json!({ "reading": { "auto": "plausible" } }));
    let aws = told().await;
    let answer = send(portal_of(&aws, plausible()), "readings/submit").await;
    assert_eq!(answer.json()["state"], json!("approved"));
    assert_eq!(change(&aws)["due"], json!("handover"));
    let aws = told().await;
    let answer = send(portal_of(&aws, plausible()), "readings/submit-confirmed").await;
    assert_eq!(answer.json()["state"], json!("proposed"), "{answer:?}");
}

#[tokio::test]
async fn what_looks_wrong_is_asked_first_and_then_goes_to_an_operator() {
    let aws = told().await;
    let (status, asked) = body(&aws, "submit-unusual").await;
    assert_eq!((status, &asked["code"]), (409, &json!("confirmation_needed")));
    assert_eq!(asked["findings"][0]["code"], json!("R06"));
    assert_eq!(asked["findings"][0]["severity"], json!("confirm"));
    assert!(asked["suggestions"].is_array());
    assert!(aws.inputs("TransactWriteItems").is_empty());

    let (status, sent) = body(&aws, "submit-confirmed").await;
    assert_eq!(status, 201, "{sent}");
    let change = change(&aws);
    assert_eq!(change["risk"], json!(6));
    assert!(change["findings"].as_array().unwrap().contains(&json!("R06")));
    assert_eq!(change["evidence"]["confirmed"], json!(["R06", "R10"]));
}

#[tokio::test]
async fn what_cannot_be_is_refused_with_a_code() {
    let aws = told().await;
    for (event, code) in [
        ("submit-in-future", "reading_in_future"),
        ("submit-removed-meter", "reading_meter_removed"),
    ] {
        let (status, body) = body(&aws, event).await;
        assert_eq!((status, &body["code"]), (422, &json!(code)), "{event}");
    }
    let (status, body) = body(&aws, "submit-malformed").await;
    assert_eq!((status, &body["code"]), (400, &json!("malformed_json")));
}

#[tokio::test]
async fn a_repeated_request_has_the_same_answer_also_once_it_is_recorded() {
    let aws = told().await;
    let (_, first) = body(&aws, "submit").await;
    let items = aws.inputs("TransactWriteItems")[0]["TransactItems"].clone();
    for put in [1, 2] {
        aws.put("changes", plain_item(&items[put]["Put"]["Item"]));
    }
    aws.cancel_transaction(&["None", "ConditionalCheckFailed", "ConditionalCheckFailed"]);
    let (status, again) = body(&aws, "submit").await;
    assert_eq!((status, again), (201, first.clone()));

    // Billing has recorded and billed it: it would be refused by now.
    let sk = "reading#M-1#2026-03-31";
    aws.put(
        "readings",
        json!({
            "pk": "C-1001", "sk": sk, "read_on": "2026-03-31", "kind": "customer",
            "values": { "T": "570.125" }, "invoice": "2026001", "version": 9,
        }),
    );
    let (status, again) = body(&aws, "submit").await;
    assert_eq!((status, &again["change"]), (201, &first["change"]));
}

#[tokio::test]
async fn an_open_reading_of_the_meter_and_a_changed_meter_are_conflicts() {
    let aws = told().await;
    aws.put("changes", json!({ "pk": "C-1001", "sk": "open#meter/M-1", "change": "c-7" }));
    aws.cancel_transaction(&["None", "None", "ConditionalCheckFailed"]);
    let (status, open) = body(&aws, "submit").await;
    assert_eq!(
        (status, &open["code"], &open["change"]),
        (409, &json!("change_open"), &json!("c-7"))
    );
    aws.cancel_transaction(&["ConditionalCheckFailed", "None", "None"]);
    let (status, changed) = body(&aws, "submit").await;
    assert_eq!((status, &changed["code"]), (409, &json!("meter_changed")));
}
