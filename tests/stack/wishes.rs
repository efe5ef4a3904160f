//! Wishes about money: each kind goes to billing once, comes back applied, and
//! is told of by one mail a step.

use jiff::{ToSpan, civil::Date};
use serde_json::{Value, json};

use crate::{
    main_loop::one_mail_of_each,
    money::whole_list,
    outside::effects,
    portal::{Portal, eventually},
    reading::{reaches, today},
    stack::STACK,
};

/// Sends a wish of `role`, has it approved where no rule does, and waits until
/// billing applied it. Gives the customer as the portal sees them then.
async fn comes_true(role: &str, customer: &str, route: &str, wish: Value) -> Value {
    let portal = Portal::of(role).await;
    let path = format!("/api/invoices/customers/{customer}/{route}");
    let key = format!("wish-{route}-{}", uuid::Uuid::now_v7());
    let send = async || {
        let answer = portal.send_with_key(http::Method::POST, &path, Some(wish.clone()), &key);
        answer.await.ok()
    };
    let proposed = send().await;
    let change = proposed["change"].as_str().unwrap().to_owned();
    assert_eq!(send().await["change"], proposed["change"], "a repeat is the same wish");
    if proposed["state"] == json!("proposed") {
        approve(customer, &change).await;
    }
    let applied = reaches(&portal, customer, &change, "applied").await;
    let count = effects()[&change.parse().unwrap()];
    assert_eq!((count.applied, count.refused), (1, 0), "{applied}");
    one_mail_of_each(&STACK.login(role).login, &change, &["approved", "applied"]).await;
    applied
}

/// As many operators say yes as the utility's rule asks for.
async fn approve(customer: &str, change: &str) {
    let path = format!("/api/changes/office/customers/{customer}/changes/{change}");
    for role in ["operator", "administrator"] {
        let operator = Portal::of(role).await;
        let version = operator.get(&path).await.ok()["version"].clone();
        let decision = json!({
            "decision": "approve",
            "changes": [{ "customer": customer, "id": change, "version": version }],
        });
        let results = operator.post("/api/changes/office/decisions", decision).await.ok();
        let result = results["results"][0]["result"].as_str().unwrap();
        if result == "decided" {
            return;
        }
        assert_eq!(result, "awaiting_second", "{results}");
    }
    panic!("two operators aren't enough for {change}");
}

async fn account(role: &str, customer: &str) -> Value {
    let path = format!("/api/invoices/customers/{customer}/account");
    Portal::of(role).await.get(&path).await.ok()
}

/// Waits until the page says what the wish came to.
async fn shows(role: &str, path: &str, what: &str, is_so: impl Fn(&Value) -> bool) {
    let portal = Portal::of(role).await;
    eventually(what, async || {
        let page = portal.get(path).await.ok();
        is_so(&page).then_some(())
    })
    .await;
}

fn in_days(days: i64) -> String {
    let today: Date = today().parse().unwrap();
    today.saturating_add(days.days()).to_string()
}

#[tokio::test]
async fn another_way_of_paying_is_applied() {
    let role = "household_two_register";
    let customer = STACK.login(role).customers[0].clone();
    let now = account(role, &customer).await["account"]["method"].clone();
    let (name, wish) = match now["method"].as_str() {
        Some("sipo") => ("transfer", json!({ "method": "transfer" })),
        _ => ("sipo", json!({ "method": "sipo", "number": "1234567897" })),
    };
    comes_true(role, &customer, "payment-method", wish).await;
    let path = format!("/api/invoices/customers/{customer}/account");
    let is_so = |page: &Value| page["account"]["method"]["method"] == json!(name);
    shows(role, &path, "the new way of paying", is_so).await;
}

#[tokio::test]
async fn a_wrong_account_says_which_rule_of_its_digits_fails() {
    let role = "household_two_register";
    let customer = &STACK.login(role).customers[0];
    let portal = Portal::of(role).await;
    let path = format!("/api/invoices/customers/{customer}/payment-method");
    for (account, code) in [
        ("4278-727558021/0100", "account_prefix_check_failed"),
        ("19-2000145398/0800", "account_number_check_failed"),
        ("CZ6508000000192000145398", "account_iban_check_failed"),
    ] {
        let answer = portal.post(&path, json!({ "method": "direct_debit", "account": account }));
        let answer = answer.await;
        assert_eq!(answer.status.as_u16(), 422, "{answer:?}");
        assert_eq!(answer.body["code"], json!(code), "{answer:?}");
        assert_eq!(answer.body["field"], json!("account"));
    }
}

#[tokio::test]
async fn another_advance_within_its_bounds_is_applied_by_rule() {
    let role = "household_water";
    let customer = STACK.login(role).customers[0].clone();
    let portal = Portal::of(role).await;
    let path = format!("/api/invoices/customers/{customer}/advances");
    let schedules = whole_list(&portal, &path, "schedules").await;
    let today = today();
    let to_come = |schedule: &&Value| {
        let advances = schedule["advances"].as_array().unwrap();
        advances.iter().any(|one| *one["due_on"].as_str().unwrap() > *today)
    };
    let schedule = schedules.iter().find(to_come).expect("advances to come");
    let most = schedule["bounds"]["most"]["minor"].as_i64().unwrap();
    let mut amount = schedule["amount"].clone();
    let before = amount["minor"].as_i64().unwrap();
    let minor = if before + 100 <= most { before + 100 } else { before - 100 };
    amount["minor"] = json!(minor);
    let wish = json!({ "supply_point": schedule["supply_point"], "amount": amount });
    let applied = comes_true(role, &customer, "advance", wish).await;
    assert_eq!(applied["history"][1]["by"], json!("rule"), "{applied}");
    shows(role, &path, "the new advance", |page| {
        let schedules = page["schedules"].as_array().unwrap();
        schedules.iter().any(|one| one["amount"]["minor"] == json!(minor))
    })
    .await;
}

#[tokio::test]
async fn a_claim_is_paid_back_when_two_operators_agree() {
    let role = "household_water";
    let customer = STACK.login(role).customers[0].clone();
    let page = account(role, &customer).await;
    let open = page["open"].as_array().unwrap();
    let minor = |one: &Value| one["remaining"]["minor"].as_i64().unwrap();
    let claims: Vec<&Value> = open.iter().filter(|one| minor(one) < 0).collect();
    let owed: i64 = claims.iter().map(|one| -minor(one)).sum();
    assert!(owed > 0, "nothing to be paid back: start the stack anew");
    let ids: Vec<&Value> = claims.iter().map(|one| &one["id"]).collect();
    let wish = json!({
        "receivables": ids, "amount": { "minor": owed, "currency": "CZK" },
        "account": "19-2000145399/0800",
    });
    comes_true(role, &customer, "refund", wish).await;
    let path = format!("/api/invoices/customers/{customer}/account");
    shows(role, &path, "no claim any more", |page| page["owed_to_you"]["minor"] == json!(0)).await;
    let path = format!("/api/invoices/customers/{customer}/payments");
    shows(role, &path, "the money that went back", |page| {
        let payments = page["payments"].as_array().unwrap();
        payments.iter().any(|one| one["amount"]["minor"].as_i64() < Some(0))
    })
    .await;
}

#[tokio::test]
async fn a_debt_is_paid_in_parts_that_add_up() {
    let role = "property_manager";
    let customer = STACK.login(role).customers[0].clone();
    let before = account(role, &customer).await;
    let open = before["open"].as_array().unwrap();
    let fits = |one: &&Value| {
        one["remaining"]["minor"].as_i64() > Some(0) && one["dunning"] != json!("instalments")
    };
    let debt = open.iter().find(fits).expect("a debt: start the stack anew");
    let wish = json!({
        "receivables": [debt["id"]], "amount": debt["remaining"], "count": 3,
        "first_due_on": in_days(20), "reason": "Rozpočet domu.",
    });
    comes_true(role, &customer, "instalments", wish).await;
    let path = format!("/api/invoices/customers/{customer}/account");
    shows(role, &path, "three parts", |page| {
        let parts = page["open"].as_array().unwrap().iter();
        let parts = parts.filter(|one| one["kind"] == json!("instalment"));
        let parts: Vec<i64> = parts.filter_map(|one| one["remaining"]["minor"].as_i64()).collect();
        parts.len() == 3 && Some(parts.iter().sum()) == debt["remaining"]["minor"].as_i64()
    })
    .await;
}

#[tokio::test]
async fn another_capacity_is_reserved() {
    let role = "household_two_register";
    let customer = STACK.login(role).customers[0].clone();
    let point = supply_point(role, &customer, "electricity").await;
    let now = point["contract"]["capacity"].as_str().unwrap_or_default().to_owned();
    let wanted = if now.contains("20") { "3x25 A" } else { "3x20 A" };
    let wish = json!({ "supply_point": point["id"], "capacity": wanted, "from": in_days(30) });
    comes_true(role, &customer, "reserved-capacity", wish).await;
    let portal = Portal::of(role).await;
    eventually("the new capacity", async || {
        let point = supply_point_of(&portal, &customer, "electricity").await;
        (point["contract"]["capacity"] == json!(wanted)).then_some(())
    })
    .await;
}

#[tokio::test]
async fn other_surfaces_are_declared() {
    let role = "business";
    let customer = STACK.login(role).customers[0].clone();
    let portal = Portal::of(role).await;
    let path = format!("/api/invoices/customers/{customer}/rainwater");
    let declared = whole_list(&portal, &path, "declarations").await;
    let last = &declared[0];
    let from = in_days(40);
    let wish = json!({
        "supply_point": last["supply_point"], "from": from,
        "surfaces": [{ "class": "impermeable", "name": "Střecha", "area": "812.5" },
                     { "class": "vegetation", "name": "Dvůr", "area": "300" }],
    });
    comes_true(role, &customer, "rainwater", wish).await;
    shows(role, &path, "the new declaration", |page| {
        let all = page["declarations"].as_array().unwrap();
        all.iter().any(|one| one["valid_from"] == json!(from))
    })
    .await;
}

#[tokio::test]
async fn invoices_come_electronically_or_on_paper() {
    let role = "household_polish";
    let customer = STACK.login(role).customers[0].clone();
    let now = account(role, &customer).await["account"]["e_invoice"] == json!(true);
    comes_true(role, &customer, "e-invoice", json!({ "on": !now })).await;
    let path = format!("/api/invoices/customers/{customer}/account");
    let is_so = |page: &Value| page["account"]["e_invoice"] == json!(!now);
    shows(role, &path, "the other form", is_so).await;
}

async fn supply_point(role: &str, customer: &str, medium: &str) -> Value {
    supply_point_of(&Portal::of(role).await, customer, medium).await
}

async fn supply_point_of(portal: &Portal, customer: &str, medium: &str) -> Value {
    let path = format!("/api/account/customers/{customer}/supply-points");
    let points = whole_list(portal, &path, "supply_points").await;
    let fits = |point: &&Value| point["medium"] == json!(medium);
    points.iter().find(fits).unwrap_or_else(|| panic!("no {medium} in {points:?}")).clone()
}
