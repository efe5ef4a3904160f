//! What can't be right in an update, whoever keeps it. Everything else that
//! billing says is so: it is the system of record. In particular no sum is
//! computed again here: one that doesn't hold is shown as a difference.

mod breakdown;
mod invoices;
mod ledger;
mod papers;
mod price_lists;
mod rainwater;
mod supply;

use std::fmt::Display;

use jiff::civil::Date;
use portal_contracts::{invoice::Period, update::UpdateBody};
use portal_domain::{Currency, Money};

use crate::read::Refusal;

/// The longest name or label, in characters.
const LONGEST_TEXT: usize = 200;

/// The longest note or reason, in characters.
const LONGEST_NOTE: usize = 2_000;

/// Refuses what breaks a rule, and says where.
pub(crate) fn check(body: &UpdateBody) -> Result<(), Refusal> {
    match body {
        UpdateBody::Customer(customer) => text("body.name", &customer.name),
        UpdateBody::SupplyPoints(told) => supply::points(&told.supply_points),
        UpdateBody::Readings(told) => each(&told.readings, "body.readings", supply::reading),
        UpdateBody::Invoices(told) => invoices::all(&told.invoices),
        UpdateBody::ContractAccount(account) => ledger::account(account),
        UpdateBody::Receivables(told) => ledger::receivables(&told.receivables),
        UpdateBody::Payments(told) => ledger::payments(&told.payments),
        UpdateBody::AdvanceSchedules(told) => ledger::schedules(&told.schedules),
        UpdateBody::Rainwater(told) => rainwater::declarations(&told.declarations),
        UpdateBody::Documents(told) => papers::documents(&told.documents),
        UpdateBody::PriceLists(told) => price_lists::all(&told.price_lists),
        UpdateBody::ChangeOutcome(_) => Ok(()),
    }
}

fn each<T>(
    things: &[T],
    at: &str,
    check: impl Fn(&str, &T) -> Result<(), Refusal>,
) -> Result<(), Refusal> {
    for (index, thing) in things.iter().enumerate() {
        check(&format!("{at}[{index}]"), thing)?;
    }
    Ok(())
}

fn text(at: &str, text: &str) -> Result<(), Refusal> {
    at_most(LONGEST_TEXT, at, text)
}

fn note(at: &str, text: Option<&String>) -> Result<(), Refusal> {
    text.map_or(Ok(()), |text| at_most(LONGEST_NOTE, at, text))
}

fn at_most(longest: usize, at: &str, text: &str) -> Result<(), Refusal> {
    let fits = !text.trim().is_empty() && text.chars().count() <= longest;
    holds(fits, at, &format!("1 to {longest} characters"))
}

/// A variable symbol: digits that a bank takes.
fn symbol(at: &str, symbol: Option<&String>) -> Result<(), Refusal> {
    let digits =
        |text: &String| (1..=10).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_digit());
    holds(symbol.is_none_or(digits), at, "variable_symbol is 1 to 10 digits")
}

fn period(at: &str, period: Option<&Period>) -> Result<(), Refusal> {
    let in_order = period.is_none_or(|period| period.from <= period.to);
    holds(in_order, at, "period ends before it begins")
}

/// What holds from a day to a day, both included.
fn term(at: &str, from: Date, to: Option<Date>) -> Result<(), Refusal> {
    holds(to.is_none_or(|to| from <= to), at, "valid_to is before valid_from")
}

fn currency(
    at: &str,
    currency: Currency,
    amounts: impl IntoIterator<Item = Money>,
) -> Result<(), Refusal> {
    let one = amounts.into_iter().all(|amount| amount.currency == currency);
    holds(one, at, "one currency in one record")
}

fn unique<T: Display>(at: &str, names: impl Iterator<Item = T>) -> Result<(), Refusal> {
    let mut seen = std::collections::HashSet::new();
    for name in names.map(|name| name.to_string()) {
        let says = format!("{name} stands twice");
        holds(seen.insert(name), at, &says)?;
    }
    Ok(())
}

fn holds(rule: bool, at: &str, says: &str) -> Result<(), Refusal> {
    if rule { Ok(()) } else { Err(Refusal::new("rule_broken", format!("{at}: {says}"))) }
}

#[cfg(test)]
mod tests {
    use portal_contracts::update::Update;
    use serde_json::Value;

    use super::*;

    fn example(name: &str) -> Value {
        let root = concat!(env!("CARGO_MANIFEST_DIR"), "/../../events/billing");
        let text = std::fs::read_to_string(format!("{root}/update-{name}.json")).unwrap();
        serde_json::from_str(&text).unwrap()
    }

    /// The example, changed at `pointer`, is refused with these words.
    #[track_caller]
    pub(super) fn broken(name: &str, pointer: &str, value: Value, says: &str) {
        let mut example = example(name);
        let whole: Update = serde_json::from_value(example.clone()).unwrap();
        assert_eq!(check(&whole.body), Ok(()), "{name}");
        let (parent, member) = pointer.rsplit_once('/').unwrap();
        match example.pointer_mut(parent).unwrap() {
            Value::Object(members) => _ = members.insert(member.to_owned(), value),
            Value::Array(values) => values[member.parse::<usize>().unwrap()] = value,
            other => panic!("nothing can stand in {other}"),
        }
        let update: Update = serde_json::from_value(example).unwrap();
        let refusal = check(&update.body).expect_err(says);
        assert_eq!((refusal.reason, refusal.detail.as_str()), ("rule_broken", says));
    }

    #[test]
    fn every_example_keeps_the_rules() {
        let root = concat!(env!("CARGO_MANIFEST_DIR"), "/../../events/billing");
        let mut seen = 0;
        for entry in std::fs::read_dir(root).unwrap() {
            let name = entry.unwrap().file_name().into_string().unwrap();
            let Some(name) = name.strip_prefix("update-") else { continue };
            let update: Update =
                serde_json::from_value(example(name.trim_end_matches(".json"))).unwrap();
            assert_eq!(check(&update.body), Ok(()), "{name}");
            seen += 1;
        }
        assert!(seen >= UpdateBody::TYPES.len(), "{seen}");
    }

    #[test]
    fn a_name_is_a_name() {
        let says = "body.name: 1 to 200 characters";
        broken("customer", "/body/name", " ".into(), says);
        broken("customer", "/body/name", "x".repeat(201).into(), says);
    }
}
