//! The main job: a customer's reading goes to billing and back.

use std::collections::BTreeSet;

use serde_json::json;

use crate::{
    outside::{effects, mailbox},
    portal::{Portal, eventually},
    reading::{approve, dials, reaches, send},
    stack::STACK,
};

#[tokio::test]
async fn a_water_reading_is_approved_applied_and_told() {
    a_reading_goes_to_billing_and_back("household_water").await;
}

#[tokio::test]
async fn a_reading_of_two_registers_is_approved_applied_and_told() {
    a_reading_goes_to_billing_and_back("household_two_register").await;
}

async fn a_reading_goes_to_billing_and_back(role: &str) {
    let login = STACK.login(role);
    let portal = Portal::of(role).await;
    let operator = Portal::of("operator").await;
    let customer = &login.customers[0];
    let dial = dials(&portal, customer).await.remove(0);

    let change = send(&portal, &dial).await;
    reaches(&portal, customer, &change, "proposed").await;
    let list = operator.get("/api/changes/office/changes?state=proposed&kind=reading").await.ok();
    assert!(list.to_string().contains(&change), "the work list doesn't show it: {list}");

    approve(&operator, &[(customer.clone(), change.clone())]).await;
    let applied = reaches(&portal, customer, &change, "applied").await;
    let states: Vec<&str> = applied["history"]
        .as_array()
        .unwrap()
        .iter()
        .filter_map(|step| step["state"].as_str())
        .collect();
    assert_eq!(states, ["proposed", "approved", "handed_over", "applied"]);

    let path = format!("/api/readings/customers/{customer}/meters/{}", dial.id);
    eventually("the reading in the history", async || {
        let history = portal.get(&path).await.ok();
        let readings = history["readings"].as_array()?.clone();
        readings.into_iter().find(|reading| {
            reading["change"] == json!(change) && reading["kind"] == json!("customer")
        })
    })
    .await;

    let count = effects()[&change.parse().unwrap()];
    assert_eq!((count.applied, count.refused), (1, 0));
    one_mail_of_each(&login.login, &change, &["approved", "applied"]).await;
}

/// Waits for the notices of a change, and sees that each came once: as many
/// mails as there are `states` to tell of, each with another subject.
pub async fn one_mail_of_each(address: &str, change: &str, states: &[&str]) {
    let about = async || {
        let mails = mailbox(address).await;
        let about = mails.into_iter().filter(|mail| mail.text.contains(change));
        about.map(|mail| mail.subject).collect::<Vec<_>>()
    };
    eventually(&format!("the mails about {change}"), async || {
        (about().await.len() >= states.len()).then_some(())
    })
    .await;
    let subjects = about().await;
    let different: BTreeSet<&String> = subjects.iter().collect();
    assert_eq!((subjects.len(), different.len()), (states.len(), states.len()), "{subjects:?}");
}

#[tokio::test]
async fn a_rejected_reading_says_why_and_another_may_follow() {
    let login = STACK.login("business");
    let (portal, operator) = (Portal::of("business").await, Portal::of("operator").await);
    let customer = &login.customers[0];
    let dial = dials(&portal, customer).await.remove(0);

    let change = send(&portal, &dial).await;
    let again = portal
        .post(
            &format!("/api/readings/customers/{customer}/meters/{}/readings", dial.id),
            json!({ "read_on": dial.read_on, "values": dial.values, "confirmed": [] }),
        )
        .await;
    assert_eq!(again.body["code"], json!("change_open"), "{again:?}");

    let path = format!("/api/changes/office/customers/{customer}/changes/{change}");
    let version = operator.get(&path).await.ok()["version"].clone();
    let decision = json!({
        "decision": "reject", "reason": "Přečtěte prosím stav znovu.",
        "changes": [{ "customer": customer, "id": change, "version": version }],
    });
    operator.post("/api/changes/office/decisions", decision.clone()).await.ok();
    let rejected = reaches(&portal, customer, &change, "rejected").await;
    assert!(rejected.to_string().contains("Přečtěte prosím stav znovu."));
    let twice = operator.post("/api/changes/office/decisions", decision).await.ok();
    assert_eq!(twice["results"][0]["result"], json!("already_decided"));

    let another = send(&portal, &dial).await;
    assert_ne!(another, change);
    let withdrawn = portal
        .post(&format!("/api/changes/customers/{customer}/changes/{another}/withdraw"), json!({}))
        .await
        .ok();
    assert_eq!(withdrawn["state"], json!("withdrawn"));
    assert!(!effects().contains_key(&change.parse().unwrap()), "billing heard of a rejected one");
}

#[tokio::test]
async fn the_same_key_is_the_same_reading() {
    let login = STACK.login("property_manager");
    let portal = Portal::of("property_manager").await;
    let customer = &login.customers[0];
    let dial = dials(&portal, customer).await.pop().unwrap();
    let path = format!("/api/readings/customers/{customer}/meters/{}/readings", dial.id);
    let codes = ["R01", "R02", "R06", "R07", "R08", "R09", "R10", "R11", "R12"];
    let body = json!({ "read_on": dial.read_on, "values": dial.values, "confirmed": codes });
    let send =
        || portal.send_with_key(http::Method::POST, &path, Some(body.clone()), "the-same-key");
    let first = send().await.ok();
    let second = send().await.ok();
    assert_eq!(first["change"], second["change"]);
}
