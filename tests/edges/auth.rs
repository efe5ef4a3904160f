//! Logins: who gets in, who doesn't, and what they learn from it.
//!
//! Anna (a customer) and Olga (an operator with a second factor) have the
//! password of the event files; billing lets `anna@example.com` see `C-1001`,
//! `boris@example.com` see `C-2002`, and knows no address for `C-3003`.

mod import;
mod invite;
mod office;
mod outbox;
mod security;
mod sign_in;
mod sign_up;

use std::sync::Arc;

use auth::{App, Logins, Mails, Outbox, Subjects, routes};
use axum::{Router, body::Body};
use http_body_util::BodyExt;
use portal_lambda::Queue;
use serde_json::{Value, json};
use tower::ServiceExt;

use crate::support::{
    Answer, access,
    aws::{FakeAws, plain_item},
    clock, edge, journal, now, utility, world as people,
};

/// Argon2id of `plain words on a boat`.
const PASSWORD: &str = "$argon2id$v=19$m=19456,t=2,p=1$yoUBxG9hczYpUmerxVE1gw$t0+HCz/LIZqb2XtlPBDN3DwWYRcYnSKG9fdal7WSp44";
/// The second factor's secret in RFC 6238; its code at noon is 308128.
const TOTP: &str = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";
const LIMITER_KEY: &[u8] = b"a key of the limiter";

fn logins(aws: &FakeAws) -> Logins {
    Logins::new(aws.tables(), "auth".to_owned(), "access".to_owned())
}

fn mails(aws: &FakeAws) -> Mails {
    let queue = Queue::new(aws.queues(), "https://sqs.example/mail".to_owned());
    Mails::new(queue, Arc::new(utility()), "https://portal.example".to_owned())
}

fn portal(aws: &FakeAws) -> Router {
    routes(App {
        logins: logins(aws),
        access: access(aws),
        clock: clock(),
        journal: journal(aws),
        mails: mails(aws),
        subjects: Subjects::new(LIMITER_KEY).unwrap(),
        utility: Arc::new(utility()),
    })
}

fn outbox(aws: &FakeAws) -> Outbox {
    Outbox {
        logins: logins(aws),
        outbox: portal_lambda::Outbox::new(aws.tables(), "auth".to_owned()),
        mails: mails(aws),
        commands: Queue::new(aws.queues(), "https://sqs.example/commands.fifo".to_owned()),
        utility: Arc::new(utility()),
        clock: clock(),
    }
}

fn world() -> FakeAws {
    let aws = people();
    user(&aws, "anna", json!({}));
    user(&aws, "olga", json!({ "totp": TOTP }));
    user(&aws, "olaf", json!({}));
    facts(&aws);
    aws
}

/// What billing said, in a world where nobody has a login yet.
fn facts(aws: &FakeAws) {
    customer(aws, "C-1001", json!([{ "email": "anna@example.com", "role": "holder" }]), true);
    customer(aws, "C-2002", json!([{ "email": "boris@example.com", "role": "holder" }]), true);
    customer(aws, "C-3003", json!([]), true);
}

/// A customer with one invoice and one meter.
fn customer(aws: &FakeAws, customer: &str, access: Value, active: bool) {
    let pk = format!("customer#{customer}");
    let address = json!({
        "street": "Ukázková", "number": "1", "city": "Vzorov", "postcode": "602 00", "country": "CZ",
    });
    aws.put("auth", json!({
        "pk": pk, "sk": "facts", "version": 1, "active": active, "language": "cs", "access": access,
        "leaving": [], "address": address,
    }));
    let total = json!({ "minor": 123_450, "currency": "CZK" });
    aws.put("auth", json!({ "pk": pk, "sk": "invoice#2026001", "version": 1, "total": total }));
    aws.put("auth", json!({ "pk": pk, "sk": "point#P-1", "version": 1, "serials": ["ELM-123"] }));
}

/// Anna sees `customer`, since billing names her address.
fn member(aws: &FakeAws, customer: &str) {
    aws.put("auth", json!({
        "pk": format!("customer#{customer}"), "sk": "member#anna", "user": "anna", "role": "holder",
        "since": "2026-01-01T00:00:00Z", "because": "listed", "email": "anna@example.com",
    }));
}

/// `user`, who signs in with `{user}@example.com`.
fn user(aws: &FakeAws, user: &str, more: Value) {
    let email = format!("{user}@example.com");
    let hash = email_hash(&email);
    aws.put("auth", json!({ "pk": format!("login#{hash}"), "sk": "login", "user": user }));
    let mut credentials = json!({
        "pk": format!("user#{user}"), "sk": "credentials", "email": email, "password": PASSWORD,
        "password_changed_at": "2026-01-01T00:00:00Z", "created_at": "2026-01-01T00:00:00Z",
        "last_sign_in": "2026-03-01T00:00:00Z", "recovery": {},
    });
    for (name, value) in more.as_object().unwrap() {
        credentials[name] = value.clone();
    }
    aws.put("auth", credentials);
}

/// Lets the user's credentials be changed, as after a re-authentication.
fn refresh(aws: &FakeAws, user: &str) {
    let since = now() - jiff::Span::new().hours(1);
    aws.put(
        "access",
        json!({
            "pk": format!("user#{user}"), "sk": session_key(&format!("{user}-token")),
            "id": format!("{user}-session"), "created_at": since, "last_seen_at": now(),
            "idle_seconds": 1800, "expires_at": since.as_second() + 12 * 3600,
            "second_factor": user == "olga", "fresh_until": now().as_second() + 60,
        }),
    );
}

/// The name of an address in keys: SHA-256 in hexadecimal.
fn email_hash(email: &str) -> String {
    portal_lambda::access::token_hash(email)
}

fn session_key(token: &str) -> String {
    format!("session#{}", portal_lambda::access::token_hash(token))
}

/// The next counters say that so many came.
fn counted(aws: &FakeAws, counts: &[u32]) {
    for count in counts {
        aws.answer("UpdateItem", json!({ "Attributes": { "count": { "N": count.to_string() } } }));
    }
}

async fn send(aws: &FakeAws, event: &str) -> Answer {
    crate::support::send(portal(aws), &format!("auth/{event}")).await
}

/// Sends a body that no file can hold, since a code in it is random.
async fn post(aws: &FakeAws, path: &str, body: Value) -> Answer {
    post_as(aws, "nobody", path, body).await
}

/// The same, with the session of `user`.
async fn post_as(aws: &FakeAws, user: &str, path: &str, body: Value) -> Answer {
    let request = axum::http::Request::post(format!("/api/auth/{path}"))
        .header("x-meterside", "1")
        .header("cookie", format!("__Host-session={user}.{user}-token"))
        .header("content-type", "application/json")
        .body(Body::from(body.to_string()))
        .unwrap();
    let response = portal_lambda::edge(portal(aws), edge()).oneshot(request).await.unwrap();
    let (parts, body) = response.into_parts();
    let body = body.collect().await.unwrap().to_bytes();
    let body = String::from_utf8(body.to_vec()).unwrap();
    Answer { status: parts.status, headers: parts.headers, body }
}

/// Puts what the transactions so far wrote into the tables, and forgets the
/// calls. Updates and deletions are left out.
fn apply(aws: &FakeAws) {
    for input in aws.inputs("TransactWriteItems") {
        for step in input["TransactItems"].as_array().unwrap() {
            if let Some(put) = step.get("Put") {
                aws.put(put["TableName"].as_str().unwrap(), plain_item(&put["Item"]));
            }
        }
    }
    aws.forget_calls();
}

/// What the transactions so far would delete, as `pk sk`.
fn deleted(aws: &FakeAws) -> Vec<String> {
    let inputs = aws.inputs("TransactWriteItems");
    let steps = inputs.iter().flat_map(|input| input["TransactItems"].as_array().unwrap());
    let keys = steps.filter_map(|step| step.get("Delete")).map(|delete| plain_item(&delete["Key"]));
    let name =
        |key: Value| format!("{} {}", key["pk"].as_str().unwrap(), key["sk"].as_str().unwrap());
    keys.map(name).collect()
}

/// The items that the transactions so far put, of the kind that `sk` begins with.
fn kept(aws: &FakeAws, sk: &str) -> Vec<Value> {
    let inputs = aws.inputs("TransactWriteItems");
    let steps = inputs.iter().flat_map(|input| input["TransactItems"].as_array().unwrap());
    let items = steps.filter_map(|step| step.get("Put")).map(|put| plain_item(&put["Item"]));
    items.filter(|item| item["sk"].as_str().unwrap().starts_with(sk)).collect()
}

/// The messages that were queued.
fn queued(aws: &FakeAws) -> Vec<Value> {
    let bodies = aws.inputs("SendMessage");
    bodies
        .iter()
        .map(|input| serde_json::from_str(input["MessageBody"].as_str().unwrap()).unwrap())
        .collect()
}

/// The answer to an event in this world, where passwords were typed again a
/// moment ago, and how many calls to AWS it took.
pub async fn tried(event: &str) -> (u16, usize) {
    let aws = world();
    for user in ["anna", "olga"] {
        refresh(&aws, user);
    }
    counted(&aws, &[1; 8]);
    let status = send(&aws, event).await.status;
    (status.as_u16(), aws.operations().len())
}
