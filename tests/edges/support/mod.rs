//! The world of the edge tests.
//!
//! It is noon (UTC) on 2026-03-31, and these people are signed in, each with
//! the cookie `__Host-session={user}.{user}-token`:
//!
//! | user | who |
//! |---|---|
//! | `anna` | holder of customer `C-1001` |
//! | `vera` | viewer of customer `C-1001`, only its supply point `P-1` |
//! | `boris` | holder of customer `C-2002`, whose things are always 404 to Anna |
//! | `olga` | operator with every permission |
//! | `rene` | operator who may only read (`customers_read`, `changes_read`) |
//! | `olaf` | operator who has not enrolled a second factor |
//! | `past` | somebody whose session has ended |

pub mod aws;
mod event;
mod keep;

pub use event::{Answer, send};

use jiff::Timestamp;
use portal_lambda::{Access, Clock, Edge, Journal, Utility, access::token_hash};
use serde_json::{Value, json};

use self::aws::FakeAws;

/// Noon of the day on which every edge test happens.
pub fn now() -> Timestamp {
    "2026-03-31T12:00:00Z".parse().unwrap()
}

/// A clock that stands at [`now`].
pub fn clock() -> Clock {
    Clock::stopped_at(now())
}

/// The edge as deployed: with an origin and without a distribution's secret.
pub fn edge() -> Edge {
    Edge { public_origin: "https://portal.example".to_owned(), origin_secret: None }
}

/// A utility in the Czech Republic where everyone may send readings and an
/// operator decides everything.
pub fn utility() -> Utility {
    utility_with(json!({}))
}

/// [`utility`], with the rules of `changes` instead.
pub fn utility_with(changes: Value) -> Utility {
    let text = json!({
        "name": "Vzorové služby",
        "country": "CZ",
        "time_zone": "Europe/Prague",
        "currency": "CZK",
        "languages": ["cs", "pl", "en"],
        "media": ["water", "electricity", "gas", "heat"],
        "accent": "#00629b",
        "contact": { "email": "info@utility.example", "phone": "+420555000111", "web": "https://utility.example" },
        "mail_from": "Vzorové služby <portal@utility.example>",
        "self_reading": { "rule": "all" },
        "seller": {
            "name": "Vzorové služby, a.s.",
            "address": {
                "street": "Ukázková", "number": "1", "city": "Vzorov", "postcode": "799 01",
                "country": "CZ",
            },
            "company_number": "25123891",
            "tax_number": "CZ25123891",
            "accounts": [
                { "currency": "CZK", "iban": "CZ6508000000192000145399", "bic": "GIBACZPX" },
            ],
        },
        "changes": changes,
        "letters_per_day": 50,
    });
    Utility::parse(&text.to_string()).unwrap()
}

/// AWS with the people above in its `access` table.
pub fn world() -> FakeAws {
    let aws = FakeAws::default();
    for user in ["anna", "vera", "boris", "olga", "rene", "olaf", "past"] {
        let second_factor = matches!(user, "olga" | "rene");
        let hours = if user == "past" { 13 } else { 1 };
        let since = now() - jiff::Span::new().hours(hours);
        aws.put("access", json!({
            "pk": format!("user#{user}"), "sk": format!("session#{}", token_hash(&format!("{user}-token"))),
            "id": format!("{user}-session"), "created_at": since,
            "last_seen_at": now(), "idle_seconds": 1800,
            "expires_at": since.as_second() + 12 * 3600, "second_factor": second_factor, "fresh_until": 0,
        }));
        aws.put(
            "access",
            json!({
                "pk": format!("user#{user}"), "sk": "profile",
                "email": format!("{user}@example.com"), "language": "cs", "mail_changes": true,
            }),
        );
    }
    grant(&aws, "anna", "C-1001", "holder", None);
    grant(&aws, "vera", "C-1001", "viewer", Some("P-1"));
    grant(&aws, "boris", "C-2002", "holder", None);
    let all =
        ["customers_read", "changes_read", "changes_decide", "customers_invite", "users_manage"];
    staff(&aws, "olga", &all);
    staff(&aws, "rene", &["customers_read", "changes_read"]);
    staff(&aws, "olaf", &all);
    aws
}

fn grant(aws: &FakeAws, user: &str, customer: &str, role: &str, point: Option<&str>) {
    let mut item = json!({
        "pk": format!("user#{user}"), "sk": format!("grant#{customer}"),
        "customer": customer, "role": role, "since": "2025-01-01T00:00:00Z",
    });
    if let Some(point) = point {
        item["supply_point"] = json!(point);
    }
    aws.put("access", item);
}

fn staff(aws: &FakeAws, user: &str, permissions: &[&str]) {
    aws.put(
        "access",
        json!({
            "pk": format!("user#{user}"), "sk": "staff", "permissions": permissions, "active": true,
        }),
    );
}

/// One more operator, signed in with a second factor an hour ago.
pub fn operator(aws: &FakeAws, user: &str, permissions: &[&str]) {
    let since = now() - jiff::Span::new().hours(1);
    aws.put("access", json!({
        "pk": format!("user#{user}"), "sk": format!("session#{}", token_hash(&format!("{user}-token"))),
        "id": format!("{user}-session"), "created_at": since,
        "last_seen_at": now(), "idle_seconds": 1800,
        "expires_at": since.as_second() + 12 * 3600, "second_factor": true, "fresh_until": 0,
    }));
    staff(aws, user, permissions);
}

/// The access table's look-ups.
pub fn access(aws: &FakeAws) -> Access {
    Access::new(aws.tables(), "access".to_owned())
}

/// The journal's table, `journal`.
pub fn journal(aws: &FakeAws) -> Journal {
    Journal::new(aws.tables(), "journal".to_owned())
}
