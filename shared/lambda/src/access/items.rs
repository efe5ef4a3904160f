//! What the access table keeps.

use std::collections::HashMap;

use aws_sdk_dynamodb::types::AttributeValue;
use jiff::Timestamp;
use portal_domain::{CustomerId, EmailAddress, Language, SupplyPointId, UserId};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use utoipa::ToSchema;

use super::permission;
use crate::dynamo::text;

/// What a grant allows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// The customer, or who acts for them.
    Holder,
    /// May look, and send readings.
    Viewer,
}

/// A session. Only the hash of its token is kept, so the table alone opens
/// none.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SessionItem {
    /// Names the session in the list of own sessions; opens nothing.
    pub id: String,
    pub created_at: Timestamp,
    pub last_seen_at: Timestamp,
    /// Ends when unused for this long, in seconds.
    pub idle_seconds: i64,
    /// Ends whatever happens, in seconds since 1970; the table's TTL too.
    pub expires_at: i64,
    /// A second factor was given at sign-in.
    #[serde(default)]
    pub second_factor: bool,
    /// Credentials may be changed until then, in seconds since 1970.
    #[serde(default)]
    pub fresh_until: i64,
    #[serde(default)]
    pub device: Option<String>,
    #[serde(default)]
    pub source: Option<String>,
}

impl SessionItem {
    /// Whether it still is a session at `now`.
    pub fn is_open(&self, now: Timestamp) -> bool {
        let now = now.as_second();
        now < self.expires_at && now < self.last_seen_at.as_second() + self.idle_seconds
    }
}

/// What ties a user to a customer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct GrantItem {
    pub customer: CustomerId,
    pub role: Role,
    /// Only this supply point, if named.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub supply_point: Option<SupplyPointId>,
    pub since: Timestamp,
}

/// What makes a user an operator.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct StaffItem {
    pub permissions: Vec<permission::Name>,
    /// `false`: no longer lets in.
    pub active: bool,
}

/// How a user is reached and addressed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProfileItem {
    /// The address whose possession was proven.
    pub email: EmailAddress,
    pub language: Language,
    /// Wants mails about what becomes of changes.
    #[serde(default = "yes")]
    pub mail_changes: bool,
}

fn yes() -> bool {
    true
}

type Key = HashMap<String, AttributeValue>;

fn key(user: &UserId, sk: impl ToString) -> Key {
    [("pk".to_owned(), text(format!("user#{user}"))), ("sk".to_owned(), text(sk))].into()
}

/// The key of the session that `token` opens.
pub fn session_key(user: &UserId, token: &str) -> Key {
    key(user, format!("session#{}", token_hash(token)))
}

/// The key of the user's grant for `customer`.
pub fn grant_key(user: &UserId, customer: &CustomerId) -> Key {
    key(user, format!("grant#{customer}"))
}

/// The key of the user's `staff` or `profile` item.
pub fn user_key(user: &UserId, what: &'static str) -> Key {
    key(user, what)
}

/// SHA-256 of a token, in hexadecimal. Tokens are 256 random bits: they need no
/// salt.
pub fn token_hash(token: &str) -> String {
    hex::encode(Sha256::digest(token))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A session opened at noon, with half an hour of idleness and two hours
    /// in all, last used at `seen`, looked at at `now`.
    #[track_caller]
    fn check(seen: &str, now: &str, expected: bool) {
        let at = |time: &str| format!("2026-03-31T{time}:00Z").parse::<Timestamp>().unwrap();
        let session = SessionItem {
            id: "s".to_owned(),
            created_at: at("12:00"),
            last_seen_at: at(seen),
            idle_seconds: 1800,
            expires_at: at("14:00").as_second(),
            second_factor: false,
            fresh_until: 0,
            device: None,
            source: None,
        };
        assert_eq!(session.is_open(at(now)), expected);
    }

    #[test]
    fn a_session_ends_by_idleness_and_by_age() {
        check("12:00", "12:29", true);
        check("12:00", "12:30", false);
        check("13:50", "13:59", true);
        check("13:50", "14:00", false);
    }
}
