//! A customer's reading, step by step, as a person does it.

use serde_json::{Value, json};

use crate::portal::{Portal, eventually};

/// A meter that its customer may read today.
#[derive(Clone, Debug)]
pub struct Dial {
    pub customer: String,
    pub id: String,
    /// What to type: each register's last state and a little more.
    pub values: Value,
    pub read_on: String,
}

/// The meters of a customer that may be read today.
pub async fn dials(portal: &Portal, customer: &str) -> Vec<Dial> {
    let mut dials = Vec::new();
    let mut cursor = String::new();
    loop {
        let path = format!("/api/readings/customers/{customer}/meters?{cursor}");
        let page = portal.get(&path).await.ok();
        for meter in page["meters"].as_array().unwrap() {
            if meter["may_send"]["allowed"] == json!(true) {
                dials.push(dial(portal, customer, meter).await);
            }
        }
        match page["next"].as_str() {
            Some(next) => cursor = format!("cursor={next}"),
            None => return dials,
        }
    }
}

/// Goes on as the meter went since its last reading.
async fn dial(portal: &Portal, customer: &str, meter: &Value) -> Dial {
    let id = meter["id"].as_str().unwrap();
    let path = format!("/api/readings/customers/{customer}/meters/{id}");
    let detail = portal.get(&path).await.ok();
    let today = today();
    let mut values = serde_json::Map::new();
    for register in meter["registers"].as_array().unwrap() {
        let code = register["code"].as_str().unwrap();
        let last = &register["last"];
        let state: f64 = last["value"].as_str().unwrap().parse().unwrap();
        let days = days_between(last["read_on"].as_str().unwrap(), &today);
        let pace = detail["readings"].as_array().unwrap().iter().find_map(|reading| {
            reading["per_day"][code].as_str()?.parse::<f64>().ok().filter(|pace| *pace > 0.0)
        });
        let decimals = register["decimals"].as_u64().unwrap() as usize;
        let multiplier: f64 = register["multiplier"].as_str().unwrap().parse().unwrap();
        let more = pace.unwrap_or(0.1) * days / multiplier;
        let end = 10_f64.powi(register["digits"].as_u64().unwrap() as i32);
        values.insert(code.to_owned(), json!(format!("{:.decimals$}", (state + more) % end)));
    }
    Dial { customer: customer.to_owned(), id: id.to_owned(), values: values.into(), read_on: today }
}

/// Sends the reading, says yes to whatever is asked back, and gives the change.
pub async fn send(portal: &Portal, dial: &Dial) -> String {
    let path = format!("/api/readings/customers/{}/meters/{}/readings", dial.customer, dial.id);
    let mut body = json!({ "read_on": dial.read_on, "values": dial.values, "confirmed": [] });
    let mut answer = portal.post(&path, body.clone()).await;
    if answer.body["code"] == json!("confirmation_needed") {
        let findings = answer.body["findings"].as_array().cloned().unwrap_or_default();
        body["confirmed"] = findings.iter().map(|finding| finding["code"].clone()).collect();
        answer = portal.post(&path, body).await;
    }
    let change = answer.ok();
    change["change"].as_str().unwrap_or_else(|| panic!("no change in {change}")).to_owned()
}

/// Approves changes of a customer, as an operator does on the work list.
pub async fn approve(operator: &Portal, changes: &[(String, String)]) {
    let mut decisions = Vec::new();
    for (customer, id) in changes {
        let path = format!("/api/changes/office/customers/{customer}/changes/{id}");
        let change = operator.get(&path).await.ok();
        decisions.push(json!({ "customer": customer, "id": id, "version": change["version"] }));
    }
    let body = json!({ "decision": "approve", "changes": decisions });
    let results = operator.post("/api/changes/office/decisions", body).await.ok();
    for result in results["results"].as_array().unwrap() {
        assert_eq!(result["result"], json!("decided"), "{results}");
    }
}

/// Waits until the change is in `state`.
pub async fn reaches(portal: &Portal, customer: &str, change: &str, state: &str) -> Value {
    let path = format!("/api/changes/customers/{customer}/changes/{change}");
    eventually(&format!("{change} to be {state}"), async || {
        let change = portal.get(&path).await.ok();
        (change["state"] == json!(state)).then_some(change)
    })
    .await
}

/// The day, where the utility is.
pub fn today() -> String {
    let now = portal_lambda::Clock::default().now();
    let zone = jiff::tz::TimeZone::get("Europe/Prague").unwrap();
    now.to_zoned(zone).date().to_string()
}

fn days_between(from: &str, to: &str) -> f64 {
    let date = |text: &str| text.parse::<jiff::civil::Date>().unwrap();
    f64::from(date(from).until(date(to)).unwrap().get_days())
}
