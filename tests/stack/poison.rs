//! Bad messages from billing end in the dead-letter queue with their reason,
//! or are ignored as old; the next good one is applied.

use std::collections::BTreeMap;

use portal_contracts::update::{Customer, CustomerKind, Update, UpdateBody};
use portal_domain::{Address, Country, CustomerId, Language};
use serde_json::{Value, json};
use synthetic::{
    bad,
    queue::{Message, Updates},
};

use crate::{
    outside::aws,
    portal::{Portal, eventually},
    stack::STACK,
};

/// A customer that only this test knows, named by `number`.
fn customer(number: u32) -> CustomerId {
    format!("C9{number:04}").parse().unwrap()
}

fn update(customer: &CustomerId, name: &str, version: u64) -> Update {
    let address = Address {
        street: "Vzorová".to_owned(),
        number: "1".to_owned(),
        city: "Ukázkov".to_owned(),
        postcode: "100 00".to_owned(),
        country: Country::Cz,
    };
    Update {
        id: format!("{customer}-{version}"),
        version,
        customer: customer.clone(),
        created_at: portal_lambda::Clock::default().now(),
        body: UpdateBody::Customer(Customer {
            name: name.to_owned(),
            kind: CustomerKind::Household,
            language: Language::Cs,
            contact: Default::default(),
            address,
            mailing_address: None,
            company_number: None,
            access: vec![],
            self_reading: true,
            active: true,
        }),
    }
}

fn updates() -> Updates {
    let client = aws_sdk_sqs::Client::new(&aws());
    Updates::new(client, STACK.queues["billing_updates"].clone())
}

async fn name_becomes(customer: &CustomerId, name: &str) {
    let operator = Portal::of("operator").await;
    let path = format!("/api/account/office/customers/{customer}");
    eventually(&format!("{customer} to be called {name}"), async || {
        let answer = operator.get(&path).await;
        (answer.body["name"] == json!(name)).then_some(())
    })
    .await;
}

/// The dead letters of a customer: the reasons by the message's id.
async fn dead_letters(customer: &CustomerId) -> BTreeMap<String, Value> {
    let client = aws_sdk_sqs::Client::new(&aws());
    let request = client
        .receive_message()
        .queue_url(&STACK.queues["billing_updates_dead_letters"])
        .max_number_of_messages(10)
        .visibility_timeout(0);
    let messages = request.send().await.unwrap().messages.unwrap_or_default();
    let letters = messages.into_iter().filter_map(|message| {
        let letter: Value = serde_json::from_str(&message.body?).ok()?;
        let said = letter["message"].to_string();
        said.contains(customer.as_str())
            .then(|| (letter["reason"].as_str().unwrap_or_default().to_owned(), letter))
    });
    letters.collect()
}

#[tokio::test]
async fn what_can_not_be_read_waits_with_its_reason_and_the_next_is_applied() {
    let customer = customer(1);
    let first = update(&customer, "Před jedem", 10);
    let last = update(&customer, "Po jedu", 20);
    let messages = vec![
        Message::of(&first).unwrap(),
        bad::malformed(&customer, "poison-malformed"),
        bad::unknown_type(&customer, "poison-unknown", 11),
        bad::incomplete(&customer, "poison-incomplete", 12),
        bad::oversized(first.clone(), "poison-oversized", 13).unwrap(),
        Message::of(&last).unwrap(),
    ];
    updates().send_messages(messages).await.unwrap();
    name_becomes(&customer, "Po jedu").await;
    let mut reasons = BTreeMap::new();
    eventually("four dead letters", async || {
        reasons.extend(dead_letters(&customer).await);
        (reasons.len() >= 3).then_some(())
    })
    .await;
    for (reason, letter) in &reasons {
        assert!(!reason.is_empty() && !letter["at"].is_null(), "{letter}");
    }
}

#[tokio::test]
async fn an_older_update_never_overwrites_a_newer_one() {
    let customer = customer(2);
    let newer = update(&customer, "Novější", 50);
    let older = update(&customer, "Starší", 40);
    let marker = update(&customer, "Nejnovější", 60);
    updates().send(std::slice::from_ref(&newer)).await.unwrap();
    name_becomes(&customer, "Novější").await;
    let again = bad::again(&newer, "poison-again").unwrap();
    updates().send_messages(vec![Message::of(&older).unwrap(), again]).await.unwrap();
    // The queue keeps the order of a customer: once the other customer's message
    // and this marker are through, the older one was looked at.
    let operator = Portal::of("operator").await;
    let path = format!("/api/account/office/customers/{customer}");
    for _ in 0..5 {
        assert_eq!(operator.get(&path).await.ok()["name"], json!("Novější"));
    }
    updates().send(std::slice::from_ref(&marker)).await.unwrap();
    name_becomes(&customer, "Nejnovější").await;
    assert!(dead_letters(&customer).await.is_empty(), "an old update is no dead letter");
}
