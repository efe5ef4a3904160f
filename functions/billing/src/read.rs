//! Reading a message: what is wrong with it is said so that its sender can put
//! it right.

use jiff::{SignedDuration, Timestamp};
use portal_contracts::update::{EVERYBODY, Update, UpdateBody};
use portal_domain::CustomerId;
use serde::{Deserialize, de::DeserializeOwned};
use serde_json::Value;

use crate::rules;

/// A message may be this long. What we make of one (the letter with its
/// reason, an item) fits then where it has to.
pub const LONGEST_BYTES: usize = 200 * 1024;

/// How far ahead of ours the sender's clock may be.
const AHEAD: SignedDuration = SignedDuration::from_mins(10);

/// The longest identifier of a message: what SQS takes for deduplication.
const LONGEST_ID: usize = 128;

/// Why a message can't ever be applied.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refusal {
    /// A code, of those in `docs/billing.md`.
    pub reason: &'static str,
    /// Where and what. It may quote the message: never log it.
    pub detail: String,
}

impl Refusal {
    pub(crate) fn new(reason: &'static str, detail: impl Into<String>) -> Self {
        Self { reason, detail: detail.into() }
    }
}

/// The envelope, its body not yet looked at.
#[derive(Deserialize)]
struct Envelope {
    id: String,
    version: u64,
    customer: CustomerId,
    created_at: Timestamp,
    r#type: String,
    body: Value,
}

/// The update that `text` is, sent to the message group `group`.
pub fn read(text: &str, group: Option<&str>, now: Timestamp) -> Result<Update, Refusal> {
    if text.len() > LONGEST_BYTES {
        let detail = format!("{} bytes, at most {LONGEST_BYTES}", text.len());
        return Err(Refusal::new("too_large", detail));
    }
    let value: Value = serde_json::from_str(text)
        .map_err(|error| Refusal::new("malformed_json", error.to_string()))?;
    let envelope: Envelope = at_path(value, "", "malformed_envelope")?;
    let update = Update {
        body: body(&envelope.r#type, envelope.body)?,
        id: envelope.id,
        version: envelope.version,
        customer: envelope.customer,
        created_at: envelope.created_at,
    };
    check_envelope(&update, group, now)?;
    rules::check(&update.body)?;
    Ok(update)
}

fn body(kind: &str, body: Value) -> Result<UpdateBody, Refusal> {
    Ok(match kind {
        "customer" => UpdateBody::Customer(in_body(body)?),
        "supply_points" => UpdateBody::SupplyPoints(in_body(body)?),
        "readings" => UpdateBody::Readings(in_body(body)?),
        "invoices" => UpdateBody::Invoices(in_body(body)?),
        "contract_account" => UpdateBody::ContractAccount(in_body(body)?),
        "receivables" => UpdateBody::Receivables(in_body(body)?),
        "payments" => UpdateBody::Payments(in_body(body)?),
        "advance_schedules" => UpdateBody::AdvanceSchedules(in_body(body)?),
        "rainwater" => UpdateBody::Rainwater(in_body(body)?),
        "documents" => UpdateBody::Documents(in_body(body)?),
        "price_lists" => UpdateBody::PriceLists(in_body(body)?),
        "change_outcome" => UpdateBody::ChangeOutcome(in_body(body)?),
        _ => {
            let kind: String = kind.chars().take(64).collect();
            let detail = format!("{kind:?} is none of {}", UpdateBody::TYPES.join(", "));
            return Err(Refusal::new("unknown_type", detail));
        }
    })
}

fn in_body<T: DeserializeOwned>(body: Value) -> Result<T, Refusal> {
    at_path(body, "body.", "malformed_body")
}

/// Reads a value; what is wrong says where: `body.readings[3].read_on: ...`.
fn at_path<T: DeserializeOwned>(
    value: Value,
    prefix: &str,
    reason: &'static str,
) -> Result<T, Refusal> {
    serde_path_to_error::deserialize(value).map_err(|error| {
        let path = format!("{prefix}{}", error.path());
        // A member that's missing in the outermost object is at the path ".".
        let path = path.trim_end_matches('.');
        let detail = match path {
            "" => error.inner().to_string(),
            path => format!("{path}: {}", error.inner()),
        };
        Refusal::new(reason, detail)
    })
}

fn check_envelope(update: &Update, group: Option<&str>, now: Timestamp) -> Result<(), Refusal> {
    let plain = |id: &str| id.bytes().all(|b| b.is_ascii_graphic());
    if !(1..=LONGEST_ID).contains(&update.id.len()) || !plain(&update.id) {
        let detail = format!("id: 1 to {LONGEST_ID} characters of ASCII, no spaces");
        return Err(Refusal::new("malformed_envelope", detail));
    }
    if group != Some(update.customer.as_str()) {
        let detail = format!(
            "the message group is {:?}, the customer is {:?}",
            group.unwrap_or_default(),
            update.customer.as_str()
        );
        return Err(Refusal::new("foreign_group", detail));
    }
    let of_everybody = matches!(update.body, UpdateBody::PriceLists(_));
    if of_everybody != (update.customer.as_str() == EVERYBODY) {
        let detail = format!("price lists, and nothing else, are of the customer {EVERYBODY:?}");
        return Err(Refusal::new("wrong_customer", detail));
    }
    if update.created_at > now + AHEAD {
        let detail = format!("created_at {} is ahead of {now}", update.created_at);
        return Err(Refusal::new("from_the_future", detail));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn now() -> Timestamp {
        "2026-03-31T12:00:00Z".parse().unwrap()
    }

    fn invoices() -> Value {
        json!({
            "id": "U-1", "version": 7, "customer": "C-1001", "created_at": "2026-03-31T11:59:00Z",
            "type": "invoices",
            "body": {"invoices": [
                {"number": "2025-1", "issued_on": "2025-05-28", "total": {"minor": 100, "currency": "CZK"}},
                {"number": "2025-2", "issued_on": "2025-06-28", "total": {"minor": -5, "currency": "CZK"}},
            ]},
        })
    }

    #[track_caller]
    fn refused(message: &Value, reason: &str, detail: &str) {
        let refusal = read(&message.to_string(), Some("C-1001"), now()).unwrap_err();
        assert_eq!(refusal.reason, reason, "{refusal:?}");
        assert!(refusal.detail.contains(detail), "{refusal:?}");
    }

    #[test]
    fn a_good_message_is_read_whole() {
        let read = read(&invoices().to_string(), Some("C-1001"), now()).unwrap();
        assert_eq!(read, serde_json::from_value(invoices()).unwrap());
    }

    #[test]
    fn the_detail_says_where_it_is_wrong() {
        let mut message = invoices();
        message["body"]["invoices"][1]["total"]["minor"] = json!("5");
        refused(&message, "malformed_body", "body.invoices[1].total.minor: invalid type");
        message["body"]["invoices"][1] = json!({"number": "2025-2"});
        refused(&message, "malformed_body", "body.invoices[1]: missing field `issued_on`");
        message["body"] = json!([]);
        refused(&message, "malformed_body", "body");
        let mut message = invoices();
        message["customer"] = json!("C 1001");
        refused(&message, "malformed_envelope", "customer: not a valid identifier");
        message.as_object_mut().unwrap().remove("customer");
        refused(&message, "malformed_envelope", "missing field `customer`");
        refused(&json!("hello"), "malformed_envelope", "invalid type");
    }

    #[test]
    fn what_is_no_json_is_malformed() {
        let refusal = read(r#"{"id": "U-1", "#, Some("C-1001"), now()).unwrap_err();
        assert_eq!(refusal.reason, "malformed_json");
        assert!(refusal.detail.contains("line 1"), "{refusal:?}");
    }

    #[test]
    fn an_unknown_type_is_named() {
        let mut message = invoices();
        message["type"] = json!("weather");
        refused(&message, "unknown_type", r#""weather" is none of customer, supply_points"#);
    }

    #[test]
    fn a_message_is_about_the_customer_of_its_group() {
        let read = |group| read(&invoices().to_string(), group, now()).map_err(|r| r.reason);
        assert_eq!(read(Some("C-2002")), Err("foreign_group"));
        assert_eq!(read(None), Err("foreign_group"));
    }

    #[test]
    fn price_lists_and_nothing_else_are_of_everybody() {
        let read = |kind: &str, body: Value, customer: &str| {
            let mut message = invoices();
            message["type"] = json!(kind);
            message["body"] = body;
            message["customer"] = json!(customer);
            read(&message.to_string(), Some(customer), now()).map_err(|refusal| refusal.reason)
        };
        let lists = || json!({"price_lists": []});
        assert!(read("price_lists", lists(), "everybody").is_ok());
        assert_eq!(read("price_lists", lists(), "C-1001"), Err("wrong_customer"));
        let payments = json!({"payments": []});
        assert_eq!(read("payments", payments, "everybody"), Err("wrong_customer"));
    }

    #[test]
    fn a_message_of_the_future_is_refused_and_a_fast_clock_is_not() {
        let mut message = invoices();
        message["created_at"] = json!("2026-03-31T12:10:00Z");
        assert!(read(&message.to_string(), Some("C-1001"), now()).is_ok());
        message["created_at"] = json!("2026-03-31T12:10:01Z");
        refused(&message, "from_the_future", "12:10:01");
    }

    #[test]
    fn an_id_fits_into_the_queue() {
        for id in ["", "a b", &"x".repeat(129)] {
            let mut message = invoices();
            message["id"] = json!(id);
            refused(&message, "malformed_envelope", "id: 1 to 128");
        }
    }

    #[test]
    fn the_longest_message_is_read_and_a_longer_one_is_not() {
        let text = invoices().to_string();
        let padded = |length: usize| text.clone() + &" ".repeat(length - text.len());
        assert!(read(&padded(LONGEST_BYTES), Some("C-1001"), now()).is_ok());
        let refusal = read(&padded(LONGEST_BYTES + 1), Some("C-1001"), now()).unwrap_err();
        assert_eq!(refusal.reason, "too_large");
    }

    proptest::proptest! {
        #[test]
        fn no_text_makes_the_reader_fall(text: String) {
            let _ = read(&text, Some("C-1001"), now());
        }
    }
}
