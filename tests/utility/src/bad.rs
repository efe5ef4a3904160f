//! Messages that no billing system should send, for tests of what then happens.

use portal_contracts::update::{Update, UpdateBody};
use portal_domain::CustomerId;
use serde_json::{Value, json};

use crate::queue::Message;

fn message(customer: &CustomerId, id: &str, body: String) -> Message {
    Message { group: customer.to_string(), id: id.into(), body }
}

/// JSON that ends in the middle.
pub fn malformed(customer: &CustomerId, id: &str) -> Message {
    message(customer, id, format!(r#"{{"id":"{id}","customer":"{customer}","#))
}

/// A type that the contract doesn't have.
pub fn unknown_type(customer: &CustomerId, id: &str, version: u64) -> Message {
    message(
        customer,
        id,
        envelope(customer, id, version, "weather", json!({"sky": "clear"})).to_string(),
    )
}

/// A known type whose body lacks what it must have.
pub fn incomplete(customer: &CustomerId, id: &str, version: u64) -> Message {
    message(
        customer,
        id,
        envelope(customer, id, version, "customer", json!({"name": "Nikdo"})).to_string(),
    )
}

/// A supply point whose EAN has a wrong check digit.
pub fn wrong_check_digit(mut update: Update, id: &str, version: u64) -> anyhow::Result<Message> {
    (update.id, update.version) = (id.into(), version);
    let customer = update.customer.clone();
    let mut json = serde_json::to_value(update)?;
    if let Some(code) = json.pointer_mut("/body/supply_points/0/code") {
        *code = json!({"scheme": "ean", "code": "859182400123456788"});
    }
    Ok(message(&customer, id, json.to_string()))
}

/// More than a queue's message may have in most places: a customer whose name
/// alone is 240 KiB.
pub fn oversized(mut update: Update, id: &str, version: u64) -> anyhow::Result<Message> {
    (update.id, update.version) = (id.into(), version);
    if let UpdateBody::Customer(customer) = &mut update.body {
        customer.name = "X".repeat(240 * 1024);
    }
    Message::of(&update)
}

/// The same update once more, under another id, so that the queue can't tell.
pub fn again(update: &Update, id: &str) -> anyhow::Result<Message> {
    Ok(Message { id: id.into(), ..Message::of(update)? })
}

/// An update that was overtaken: its version is below that of what it says it
/// follows.
pub fn late(update: &Update, id: &str, version: u64) -> anyhow::Result<Message> {
    Message::of(&Update { id: id.into(), version, ..update.clone() })
}

fn envelope(customer: &CustomerId, id: &str, version: u64, kind: &str, body: Value) -> Value {
    json!({
        "id": id,
        "version": version,
        "customer": customer,
        "created_at": "2026-01-01T00:00:00Z",
        "type": kind,
        "body": body,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{generate, messages};

    fn reads(message: &Message) -> bool {
        serde_json::from_str::<Update>(&message.body).is_ok()
    }

    #[test]
    fn each_is_bad_in_its_own_way() {
        let utility = generate(1, 0, jiff::civil::date(2026, 3, 31)).unwrap();
        let account = &utility.accounts[0];
        let updates = messages::of_account(&utility, account).unwrap();
        let [customer, points, ..] = updates.as_slice() else { panic!() };

        assert!(!reads(&malformed(&account.id, "b1")));
        assert!(!reads(&unknown_type(&account.id, "b2", 1)));
        assert!(!reads(&incomplete(&account.id, "b3", 1)));
        assert!(!reads(&wrong_check_digit(points.clone(), "b4", 1).unwrap()));

        let large = oversized(customer.clone(), "b5", 1).unwrap();
        assert!(reads(&large) && (200 * 1024..256 * 1024).contains(&large.body.len()));
        let repeat = again(customer, "b6").unwrap();
        assert_eq!(repeat.body, Message::of(customer).unwrap().body);
        assert!(reads(&late(customer, "b7", 1).unwrap()));
    }
}
