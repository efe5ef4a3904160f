//! What people ask for in bad weather, the way that a client does it: what gets
//! no answer is asked again, under the same key.

use std::{
    sync::atomic::{AtomicUsize, Ordering},
    time::{Duration, Instant},
};

use futures_util::{StreamExt, stream};
use http::Method;
use portal_domain::{ChangeId, CustomerId};
use serde_json::{Value, json};

use crate::{
    portal::{Answer, PATIENCE, Portal, eventually},
    reading::dials,
    stack::STACK,
};

/// So many people ask at the same time.
const AT_ONCE: usize = 6;

/// Something to propose.
#[derive(Clone)]
pub struct Wish {
    pub role: &'static str,
    pub customer: String,
    path: String,
    body: Value,
}

/// A change that was proposed.
#[derive(Clone, Debug)]
pub struct Asked {
    pub role: &'static str,
    pub customer: CustomerId,
    pub change: ChangeId,
}

/// How often a request got no answer and was made again.
#[derive(Default)]
pub struct Repeats(AtomicUsize);

impl Repeats {
    pub fn count(&self) -> usize {
        self.0.load(Ordering::Relaxed)
    }

    /// Makes a request until somebody answers it.
    pub async fn insist(
        &self,
        portal: &Portal,
        method: Method,
        path: &str,
        body: Option<Value>,
        key: &str,
    ) -> Answer {
        let until = Instant::now() + PATIENCE;
        loop {
            let answer = portal.send_with_key(method.clone(), path, body.clone(), key).await;
            if !answer.status.is_server_error() {
                return answer;
            }
            assert!(Instant::now() < until, "{method} {path}: {answer:?}");
            self.0.fetch_add(1, Ordering::Relaxed);
            tokio::time::sleep(Duration::from_millis(100)).await;
        }
    }
}

/// Readings of the property manager's meters that no other test takes: those
/// of the first customer but the last, and of the others what follows the
/// thirteen of `faults.rs`.
pub async fn readings(most: usize) -> Vec<Wish> {
    let role = "property_manager";
    let portal = Portal::of(role).await;
    let (mut first, mut others) = (Vec::new(), Vec::new());
    for (turn, customer) in STACK.login(role).customers.iter().enumerate() {
        let found = dials(&portal, customer).await;
        if turn == 0 { first.extend(found) } else { others.extend(found) }
    }
    first.pop();
    let free = first.into_iter().chain(others.into_iter().skip(13));
    let wish = |dial: crate::reading::Dial| Wish {
        role,
        path: format!("/api/readings/customers/{}/meters/{}/readings", dial.customer, dial.id),
        body: json!({ "read_on": dial.read_on, "values": dial.values, "confirmed": [] }),
        customer: dial.customer,
    };
    free.take(most).map(wish).collect()
}

/// Another telephone number and another address for letters, of everybody who
/// may ask for that. `turn` makes them differ from what was asked before.
pub fn contacts_and_addresses(turn: u64) -> Vec<Wish> {
    let holders = [
        ("household_water", 1),
        ("household_two_register", 1),
        ("property_manager", 2),
        ("business", 1),
        ("household_letter", 1),
        ("household_polish", 1),
    ];
    let customers = holders.into_iter().flat_map(|(role, count)| {
        STACK.login(role).customers.iter().take(count).map(move |customer| (role, customer))
    });
    let mut wishes = Vec::new();
    for (role, customer) in customers {
        let phone = json!({ "phone": format!("+420601{:06}", turn % 1_000_000) });
        let address = json!({ "address": {
            "street": "Bouřková", "number": (turn % 1_000 + 1).to_string(), "city": "Vzorov",
            "postcode": "799 10", "country": "CZ",
        }});
        for (what, body) in [("contact", phone), ("mailing-address", address)] {
            let path = format!("/api/account/customers/{customer}/{what}");
            wishes.push(Wish { role, customer: customer.clone(), path, body });
        }
    }
    wishes
}

/// Proposes everything, several at a time; then asks for all of it once more,
/// which must get the same answers. What another test left open is left out.
pub async fn propose(wishes: Vec<Wish>, repeats: &Repeats, run: u64) -> Vec<Asked> {
    let each = wishes.into_iter().enumerate().map(|(turn, wish)| async move {
        let key = format!("storm-{run}-{turn}");
        let portal = Portal::of(wish.role).await;
        let mut body = wish.body;
        // What billing sent meanwhile (an earlier test's change, say) is a conflict,
        // on which a person looks again and sends the same.
        let ask = async |body: &Value| {
            eventually("no update between reading and writing", async || {
                let sent =
                    repeats.insist(&portal, Method::POST, &wish.path, Some(body.clone()), &key);
                let answer = sent.await;
                let code = answer.body["code"].as_str().unwrap_or_default();
                (!["customer_changed", "meter_changed"].contains(&code)).then_some(answer)
            })
            .await
        };
        let mut answer = ask(&body).await;
        if answer.body["code"] == json!("confirmation_needed") {
            let findings = answer.body["findings"].as_array().cloned().unwrap_or_default();
            body["confirmed"] = findings.iter().map(|finding| finding["code"].clone()).collect();
            answer = ask(&body).await;
        }
        if answer.body["code"] == json!("change_open") {
            return None;
        }
        let change = answer.ok()["change"].clone();
        assert_eq!(ask(&body).await.ok()["change"], change, "a repeat is another change");
        Some(Asked {
            role: wish.role,
            customer: wish.customer.parse().unwrap(),
            change: change.as_str().unwrap().parse().unwrap(),
        })
    });
    let each: Vec<_> = each.collect();
    stream::iter(each).buffer_unordered(AT_ONCE).filter_map(async |asked| asked).collect().await
}

/// Approves everything at once, as an operator does with a marked list.
pub async fn approve(asked: &[Asked], repeats: &Repeats) {
    let operator = Portal::of("operator").await;
    let seen = stream::iter(asked.to_vec()).map(async |asked: Asked| {
        let Asked { customer, change, .. } = asked;
        let path = format!("/api/changes/office/customers/{customer}/changes/{change}");
        let seen = repeats.insist(&operator, Method::GET, &path, None, "not-used").await.ok();
        json!({ "customer": customer, "id": change, "version": seen["version"] })
    });
    let seen: Vec<Value> = seen.buffer_unordered(AT_ONCE).collect().await;
    let body = json!({ "decision": "approve", "changes": seen });
    let path = "/api/changes/office/decisions";
    let results = repeats.insist(&operator, Method::POST, path, Some(body), "not-used").await.ok();
    for result in results["results"].as_array().unwrap() {
        // Decided by a request that got no answer.
        let known = ["decided", "already_decided"].contains(&result["result"].as_str().unwrap());
        assert!(known && result["state"] != json!("rejected"), "{results}");
    }
}
