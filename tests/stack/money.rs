//! What is owed and paid, as the portal shows it and as the billing system
//! knows it.

use std::{collections::BTreeMap, path::Path};

use portal_domain::CustomerId;
use serde_json::Value;
use synthetic::{
    Account,
    billing::{
        Books,
        ledger::{self, Line},
    },
    generate,
};

use crate::{portal::Portal, stack::STACK};

/// Who has a log-in and customers with invoices.
pub const ROLES: [&str; 6] = [
    "household_water",
    "household_two_register",
    "property_manager",
    "business",
    "household_letter",
    "household_polish",
];

/// Their customers come first, whatever else the utility has.
const PERSONAS: u32 = 10;

/// What the billing system knows now: the utility as it was made, and all that
/// its ledger says it did.
pub fn books() -> Books {
    let lines = ledger::read(Path::new(&STACK.ledger)).unwrap();
    let (seed, today) = ledger::opened(&lines).expect("the ledger's first line");
    let mut books = Books::new(generate(seed, PERSONAS, today).unwrap()).unwrap();
    for line in lines {
        if let Line::Effect(entry) = line {
            books.recall(entry);
        }
    }
    books
}

/// What is open in one currency, in minor units.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Open {
    pub owed: i64,
    pub owed_to_customer: i64,
    pub overdue: i64,
}

/// By currency, those with nothing open left out.
pub type Balances = BTreeMap<String, Open>;

/// As the billing system's ledger says, on a day.
pub fn said_by_billing(account: &Account, today: &str) -> Balances {
    let mut balances = Balances::new();
    for one in account.receivables.iter().filter(|one| !one.cancelled) {
        let currency = serde_json::to_value(one.amount.currency).unwrap();
        let of = balances.entry(currency.as_str().unwrap().to_owned()).or_default();
        match one.amount.minor - one.settled.minor {
            open if open > 0 => {
                of.owed += open;
                let late = *one.due_on.to_string() < *today;
                of.overdue += if late { open } else { 0 };
            }
            open => of.owed_to_customer -= open,
        }
    }
    balances.retain(|_, of| *of != Open::default());
    balances
}

/// As the customer's page says.
pub fn said_by_portal(account: &Value) -> Balances {
    let others = account["others"].as_array().unwrap();
    let all = std::iter::once(account).chain(others);
    let mut balances: Balances = all
        .map(|of| {
            let minor = |name: &str| of[name]["minor"].as_i64().unwrap();
            assert_eq!(minor("balance"), minor("owed") - minor("owed_to_you"), "{of}");
            let open = Open {
                owed: minor("owed"),
                owed_to_customer: minor("owed_to_you"),
                overdue: minor("overdue"),
            };
            (of["owed"]["currency"].as_str().unwrap().to_owned(), open)
        })
        .collect();
    balances.retain(|_, of| *of != Open::default());
    balances
}

/// Each persona's log-in with each of their customers.
pub async fn personas() -> Vec<(Portal, CustomerId)> {
    let mut all = Vec::new();
    for role in ROLES {
        let portal = Portal::of(role).await;
        let customers = STACK.login(role).customers.iter();
        all.extend(customers.map(|customer| (portal.clone(), customer.parse().unwrap())));
    }
    all
}

/// All pages of a list, one after the other.
pub async fn whole_list(portal: &Portal, path: &str, name: &str) -> Vec<Value> {
    let mut all = Vec::new();
    let mut cursor = String::new();
    loop {
        let page = portal.get(&format!("{path}{cursor}")).await.ok();
        all.extend(page[name].as_array().unwrap().iter().cloned());
        match page["next"].as_str() {
            Some(next) => cursor = format!("?cursor={next}"),
            None => return all,
        }
    }
}

/// A customer's document, as in an address: a slash is a tilde there.
pub fn document_path(customer: &str, number: &str) -> String {
    format!("/api/invoices/customers/{customer}/documents/{}", number.replace('/', "~"))
}
