//! Attacks on the ways in, each with an account of its own.

use std::{
    collections::BTreeMap,
    time::{Duration, Instant},
};

use futures_util::future::join_all;
use http::Method;
use jiff::{Span, Timestamp};
use serde_json::{Value, json};
use synthetic::{
    people::current_code,
    queue::{Message, Updates},
};

use crate::{
    outside::{aws, mailbox},
    portal::{Portal, eventually},
    stack::STACK,
    visitor::{Visitor, ask},
};

const PASSWORD: &str = "several plain words together";
const OTHER_PASSWORD: &str = "other plain words together";

/// An account that only this test knows: billing tells of a customer and an
/// invoice, and the person signs up with it.
struct Account {
    customer: String,
    email: String,
}

fn invoice(account: &Account, email: &str) -> Value {
    json!({
        "customer": account.customer, "invoice": "F-1", "amount": "1234.50", "email": email,
        "language": "en",
    })
}

/// Tells the portal of the customer and the invoice, and waits until it knows:
/// a customer's messages are taken in in order, so what comes after them shows.
async fn told(account: &Account) {
    let customer = |name| {
        let address = json!({
            "street": "Vzorová", "number": "1", "city": "Ukázkov", "postcode": "100 00",
            "country": "CZ",
        });
        json!({
            "name": name, "kind": "household", "language": "en", "contact": {},
            "address": address, "self_reading": true, "active": true,
            "access": [{ "email": account.email, "role": "holder" }],
        })
    };
    let total = json!({ "minor": 123_450, "currency": "CZK" });
    let invoice = json!({ "number": "F-1", "issued_on": "2026-01-15", "total": total });
    let bodies = [
        ("customer", customer("Zkouška Zámků")),
        ("invoices", json!({ "invoices": [invoice] })),
        ("customer", customer("Zkouška Zámků II")),
    ];
    let now = portal_lambda::Clock::default().now();
    let messages = bodies.into_iter().zip(1..).map(|((kind, body), version)| {
        let id = format!("{}-{version}", account.customer);
        let update = json!({
            "id": id, "version": version, "customer": account.customer, "created_at": now,
            "type": kind, "body": body,
        });
        Message { group: account.customer.clone(), id, body: update.to_string() }
    });
    let client = aws_sdk_sqs::Client::new(&aws());
    let updates = Updates::new(client, STACK.queues["billing_updates"].clone());
    updates.send_messages(messages.collect()).await.unwrap();

    let operator = Portal::of("operator").await;
    let path = format!("/api/account/office/customers/{}", account.customer);
    eventually("billing's word of an account", async || {
        let known = operator.get(&path).await.body["name"] == json!("Zkouška Zámků II");
        known.then_some(())
    })
    .await;
}

async fn account() -> Account {
    let name = &uuid::Uuid::now_v7().simple().to_string()[20..];
    let account =
        Account { customer: format!("C8{name}"), email: format!("locks-{name}@example.com") };
    told(&account).await;
    let mut visitor = Visitor::new().await;
    let asked = visitor.post("auth/sign-up", invoice(&account, &account.email)).await;
    assert_eq!(asked.status, 202, "{}", asked.body);
    let (request, code) = eventually("the code of a sign-up", async || {
        let mails = mailbox(&account.email).await;
        mails.iter().find_map(|mail| {
            let digits = |line: &&str| line.len() == 8 && line.bytes().all(|b| b.is_ascii_digit());
            let code = mail.text.lines().map(str::trim).find(digits)?.to_owned();
            let (_, link) = mail.text.split_once("#request=")?;
            Some((link.split_whitespace().next()?.to_owned(), code))
        })
    })
    .await;
    let body = json!({ "request": request, "email_code": code, "password": PASSWORD });
    let opened = visitor.post("auth/activate", body.clone()).await;
    assert_eq!(opened.status, 200, "{}", opened.body);
    assert_eq!(visitor.post("auth/activate", body).await.code(), "code_invalid", "it serves once");
    account
}

#[tokio::test]
async fn guessing_slows_down_also_side_by_side_and_the_owner_gets_in_on_a_known_device() {
    let account = account().await;
    let mut owner = Visitor::new().await;
    assert_eq!(owner.sign_in(&account.email, PASSWORD, None).await.status, 200);
    owner.cookies.remove("__Host-session");

    let begun = Instant::now();
    let guesses = (0..20).map(async |number| {
        let guess = format!("a wrong password {number}");
        Visitor::new().await.sign_in(&account.email, &guess, None).await
    });
    let answers = join_all(guesses).await;
    assert!(answers.iter().all(|said| matches!(said.status, 401 | 429)));
    let looked_at = answers.iter().filter(|said| said.status == 401).count();
    // Five at once; each further one only when twice the last wait has passed.
    let doublings = begun.elapsed().as_secs().max(1).ilog2() as usize + 1;
    assert!((1..=5 + doublings).contains(&looked_at), "{looked_at} guesses at once were looked at");

    let stopped = eventually("the guesses to be slowed down", async || {
        let before = Instant::now();
        let stopped = Visitor::new().await.sign_in(&account.email, "a wrong password", None).await;
        // Long enough for another try before it is over.
        let wait = stopped.body["retry_after"].as_u64().filter(|seconds| *seconds > 5)?;
        let stranger = Visitor::new().await.sign_in(&account.email, PASSWORD, None).await;
        (before.elapsed() < Duration::from_secs(wait - 1)).then(|| {
            assert_eq!(stranger.status, 429, "not even the right one is looked at");
            stopped
        })
    })
    .await;
    assert_eq!(stopped.headers["retry-after"], stopped.body["retry_after"].to_string());

    let known = owner.sign_in(&account.email, PASSWORD, None).await;
    assert_eq!(known.status, 200, "{}", known.body);
}

#[tokio::test]
async fn what_proves_a_second_factor_serves_once_also_side_by_side() {
    let account = account().await;
    let mut owner = Visitor::new().await;
    owner.sign_in(&account.email, PASSWORD, None).await;
    assert_eq!(owner.post("auth/totp", json!({})).await.code(), "reauthentication_needed");
    owner.post("auth/reauthenticate", json!({ "password": PASSWORD })).await;
    let secret =
        owner.post("auth/totp", json!({})).await.body["secret"].as_str().unwrap().to_owned();
    let code = |at: Timestamp| current_code(&secret, at).unwrap();
    let now = || portal_lambda::Clock::default().now();
    let confirmed = owner.post("auth/totp/confirm", json!({ "code": code(now()) })).await;
    let recovery = confirmed.body["recovery_codes"][0].as_str().unwrap().to_owned();

    let alone = Visitor::new().await.sign_in(&account.email, PASSWORD, None).await;
    assert_eq!((alone.status, alone.code()), (401, "second_factor_needed"));
    // The code of the next thirty seconds is taken too, for clocks that are fast.
    for proof in [code(now() + Span::new().seconds(30)), recovery] {
        let tries = (0..4).map(async |_| {
            Visitor::new().await.sign_in(&account.email, PASSWORD, Some(&proof)).await.status
        });
        let let_in = join_all(tries).await.iter().filter(|status| **status == 200).count();
        assert_eq!(let_in, 1, "of four with one code");
        let again = Visitor::new().await.sign_in(&account.email, PASSWORD, Some(&proof)).await;
        assert_ne!(again.status, 200);
    }
}

#[tokio::test]
async fn a_stranger_can_not_tell_who_has_an_account() {
    let account = account().await;
    let nobody =
        Account { customer: "C8none".to_owned(), email: "locks-nobody@example.com".to_owned() };
    let mut shapes: BTreeMap<&str, Vec<_>> = BTreeMap::new();
    for one in [&account, &nobody] {
        let mut visitor = Visitor::new().await;
        let signed_in = visitor.sign_in(&one.email, "a wrong password", None).await;
        assert_eq!(signed_in.code(), "sign_in_failed");
        shapes.entry("sign-in").or_default().push(signed_in.shape());
        for path in ["auth/sign-up", "auth/recovery"] {
            let said = visitor.post(path, invoice(one, &one.email)).await;
            assert_eq!(said.status, 202, "{}", said.body);
            shapes.entry(path).or_default().push(said.shape());
            // Tries of its code: as many, and as little said, either way.
            for _ in 0..11 {
                let body = json!({
                    "request": said.body["request"], "email_code": "00000000", "password": PASSWORD,
                });
                let tried = visitor.post("auth/activate", body).await;
                shapes.entry("activate").or_default().push(tried.shape());
            }
        }
    }
    for (what, shapes) in shapes {
        let (some, none) = shapes.split_at(shapes.len() / 2);
        assert!(some == none, "{what}: {some:?} and {none:?}");
    }
}

#[tokio::test]
async fn a_session_is_new_at_log_in_and_ends_with_log_out_and_with_the_password() {
    let account = account().await;
    let mut fixed = Visitor::new().await;
    let planted = "0123456789abcdef0123456789abcdef.planted";
    fixed.cookies.insert("__Host-session".to_owned(), planted.to_owned());
    let said = fixed.sign_in(&account.email, PASSWORD, None).await;
    let cookie = said.headers["set-cookie"].to_str().unwrap();
    for attribute in ["; Path=/", "; Secure", "; HttpOnly", "; SameSite=Lax"] {
        assert!(cookie.contains(attribute), "{attribute}");
    }
    assert!(!cookie.contains("Domain") && !cookie.contains("planted"));

    let left = fixed.clone();
    let mut second = fixed.clone();
    second.sign_in(&account.email, PASSWORD, None).await;
    assert!(!left.clone().is_in().await, "the session that a log-in came with ends");
    assert!(second.is_in().await);

    let mut other = Visitor::new().await;
    other.sign_in(&account.email, PASSWORD, None).await;
    let sessions = second.get("auth/sessions").await.body["sessions"].clone();
    assert_eq!(sessions.as_array().unwrap().len(), 2);
    let body = json!({ "password": OTHER_PASSWORD });
    assert_eq!(second.post("auth/password", body.clone()).await.code(), "reauthentication_needed");
    second.post("auth/reauthenticate", json!({ "password": PASSWORD })).await;
    let before = second.clone();
    assert_eq!(second.post("auth/password", body).await.status, 204);
    assert!(second.is_in().await && !before.clone().is_in().await && !other.is_in().await);

    let out = second.clone();
    assert_eq!(second.post("auth/sign-out", json!({})).await.status, 204);
    assert!(!out.clone().is_in().await, "the cookie that was left behind");
}

#[tokio::test]
async fn nobody_ends_or_sees_another_s_session() {
    let (one, other) = (account().await, account().await);
    let (mut thief, mut owner) = (Visitor::new().await, Visitor::new().await);
    thief.sign_in(&one.email, PASSWORD, None).await;
    owner.sign_in(&other.email, PASSWORD, None).await;
    let id =
        owner.get("auth/sessions").await.body["sessions"][0]["id"].as_str().unwrap().to_owned();
    let ended = thief.send(Method::DELETE, &format!("auth/sessions/{id}"), None).await;
    assert_eq!(ended.status, 404);
    assert!(owner.is_in().await);
    // Another's name beside one's own token opens nothing.
    let own = thief.cookies["__Host-session"].clone();
    let theirs = owner.cookies["__Host-session"].clone();
    let mixed = format!("{}.{}", theirs.split('.').next().unwrap(), own.split('.').nth(1).unwrap());
    thief.cookies.insert("__Host-session".to_owned(), mixed);
    assert!(!thief.is_in().await);
}

/// What the link of the latest invitation says, once there are `count` of them.
async fn invitation(email: &str, count: usize) -> (String, String) {
    eventually("an invitation", async || {
        let mails = mailbox(email).await;
        let links =
            mails.iter().filter_map(|mail| mail.text.split_once("#invitation=")).skip(count - 1);
        let link = links.last()?.1.split_whitespace().next()?;
        let (id, code) = link.split_once("&code=")?;
        Some((id.to_owned(), code.to_owned()))
    })
    .await
}

#[tokio::test]
async fn an_operator_comes_in_by_the_latest_invitation_and_never_by_an_old_one() {
    let administrator = Portal::of("administrator").await;
    let email = format!("office-{}@example.org", uuid::Uuid::now_v7().simple());
    let invite = async |count| {
        let body = json!({ "email": email, "permissions": ["customers_read"], "language": "en" });
        assert_eq!(
            administrator.post("/api/auth/office/invitations", body).await.status.as_u16(),
            202
        );
        invitation(&email, count).await
    };
    let accept = async |(id, code): &(String, String)| {
        let body = json!({ "invitation": id, "code": code, "password": PASSWORD });
        Visitor::new().await.post("auth/invitations/accept", body).await.status
    };
    let (first, second) = (invite(1).await, invite(2).await);
    assert_eq!(accept(&first).await, 422, "another one followed");
    assert_eq!((accept(&second).await, accept(&second).await), (200, 422));

    let staff = administrator.get("/api/auth/office/staff").await.ok();
    let user = staff["staff"].as_array().unwrap().iter().find(|one| one["email"] == email.as_str());
    let path = format!("/api/auth/office/staff/{}", user.unwrap()["user"].as_str().unwrap());
    let third = invite(3).await;
    let off = json!({ "permissions": [], "active": false });
    assert_eq!(administrator.send(Method::PUT, &path, Some(off)).await.status.as_u16(), 204);
    assert_eq!(accept(&third).await, 422, "it was switched off since");
}

#[tokio::test]
async fn what_people_type_is_in_no_log() {
    let canary = format!("canary-{}", uuid::Uuid::now_v7().simple());
    let mut visitor = Visitor::new().await;
    visitor.sign_in(&format!("{canary}@example.com"), &canary, Some(&canary)).await;
    visitor.cookies.insert("__Host-session".to_owned(), format!("{canary}.{canary}"));
    let one = Account { customer: canary.clone(), email: format!("{canary}@example.com") };
    visitor.post("auth/sign-up", invoice(&one, &one.email)).await;
    let body = json!({ "request": canary, "email_code": "00000000", "password": canary });
    visitor.post("auth/activate", body).await;
    visitor.get(&format!("account/customers/{canary}?cursor={canary}")).await;

    let mut lines = 0;
    for (feature, line) in [("auth", "/api/auth/activate -> "), ("account", "/{customer} -> ")] {
        let group = format!("/aws/lambda/{}", STACK.functions[feature]);
        let log = eventually("the requests' lines in the log", async || {
            let asked = json!({ "logGroupName": group, "limit": 10_000 });
            let log = ask("logs", "Logs_20140328.FilterLogEvents", asked).await.to_string();
            log.contains(line).then_some(log)
        })
        .await;
        lines += log.matches("http.route").count();
        assert!(!log.contains(&canary), "{feature}");
    }
    assert!(lines >= 2, "only {lines} lines were looked at");
}
