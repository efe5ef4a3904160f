//! What can't be right in an update, whoever keeps it. Everything else that
//! billing says is so: it is the system of record.

use portal_contracts::update::{Meter, Reading, Register, SupplyPoint, UpdateBody};
use rust_decimal::Decimal;

use crate::read::Refusal;

/// The longest name or label, in characters.
const LONGEST_TEXT: usize = 200;

/// Digits of a register, before and after the mark: what its state is exact in.
const MOST_DIGITS: u8 = 12;
const MOST_DECIMALS: u8 = 6;

/// Refuses what breaks a rule, and says where.
pub(crate) fn check(body: &UpdateBody) -> Result<(), Refusal> {
    match body {
        UpdateBody::Customer(customer) => text("body.name", &customer.name),
        UpdateBody::SupplyPoints(told) => {
            unique("body.supply_points", told.supply_points.iter().map(|point| point.id.as_str()))?;
            each(&told.supply_points, "body.supply_points", point)
        }
        UpdateBody::Readings(told) => each(&told.readings, "body.readings", reading),
        _ => Ok(()),
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

fn point(at: &str, point: &SupplyPoint) -> Result<(), Refusal> {
    if let Some(label) = &point.label {
        text(&format!("{at}.label"), label)?;
    }
    if let Some(window) = &point.reading_window {
        holds(window.from <= window.to, at, "reading_window ends before it begins")?;
    }
    unique(&format!("{at}.meters"), point.meters.iter().map(|meter| meter.id.as_str()))?;
    each(&point.meters, &format!("{at}.meters"), meter)
}

fn meter(at: &str, meter: &Meter) -> Result<(), Refusal> {
    let in_order = meter.removed_on.is_none_or(|removed| meter.installed_on <= removed);
    holds(in_order, at, "removed_on is before installed_on")?;
    holds(!meter.registers.is_empty(), at, "a meter has a register")?;
    let positive = meter.max_per_hour.is_none_or(|most| most > Decimal::ZERO);
    holds(positive, at, "max_per_hour is above zero")?;
    let codes = meter.registers.iter().map(|register| register.code.as_str());
    unique(&format!("{at}.registers"), codes)?;
    each(&meter.registers, &format!("{at}.registers"), register)
}

fn register(at: &str, register: &Register) -> Result<(), Refusal> {
    holds((1..=MOST_DIGITS).contains(&register.digits), at, "digits is 1 to 12")?;
    holds(register.decimals <= MOST_DECIMALS, at, "decimals is at most 6")?;
    holds(register.multiplier > Decimal::ZERO, at, "multiplier is above zero")?;
    let shown = [Some(register.initial), register.r#final];
    let positive = shown.into_iter().flatten().all(|state| state >= Decimal::ZERO);
    holds(positive, at, "a register shows zero or more")
}

fn reading(at: &str, reading: &Reading) -> Result<(), Refusal> {
    holds(!reading.values.is_empty() || reading.cancelled, at, "a reading has a value")?;
    let positive = reading.values.values().all(|state| *state >= Decimal::ZERO);
    holds(positive, at, "a register shows zero or more")
}

fn text(at: &str, text: &str) -> Result<(), Refusal> {
    let fits = !text.trim().is_empty() && text.chars().count() <= LONGEST_TEXT;
    holds(fits, at, "1 to 200 characters")
}

fn unique<'a>(at: &str, names: impl Iterator<Item = &'a str>) -> Result<(), Refusal> {
    let mut seen = std::collections::HashSet::new();
    for name in names {
        holds(seen.insert(name), at, &format!("{name} stands twice"))?;
    }
    Ok(())
}

fn holds(rule: bool, at: &str, says: &str) -> Result<(), Refusal> {
    if rule { Ok(()) } else { Err(Refusal::new("rule_broken", format!("{at}: {says}"))) }
}

#[cfg(test)]
mod tests {
    use portal_contracts::update::Update;
    use serde_json::{Value, json};

    use super::*;

    fn example(name: &str) -> Value {
        let text = match name {
            "customer" => include_str!("../../../events/billing/update-customer.json"),
            "supply_points" => include_str!("../../../events/billing/update-supply-points.json"),
            _ => include_str!("../../../events/billing/update-readings.json"),
        };
        serde_json::from_str(text).unwrap()
    }

    #[track_caller]
    fn broken(name: &str, pointer: &str, value: Value, says: &str) {
        let mut example = example(name);
        let whole: Update = serde_json::from_value(example.clone()).unwrap();
        assert_eq!(check(&whole.body), Ok(()));
        *example.pointer_mut(pointer).unwrap() = value;
        let update: Update = serde_json::from_value(example).unwrap();
        let refusal = check(&update.body).unwrap_err();
        assert_eq!(refusal.reason, "rule_broken");
        assert_eq!(refusal.detail, says);
    }

    #[test]
    fn a_meter_that_can_not_be_is_refused() {
        let meter = "body.supply_points[0].meters[1]";
        let at = "/body/supply_points/0/meters/1";
        let register = |member: &str| format!("{at}/registers/0/{member}");
        let named = |says: &str| format!("{meter}.registers[0]: {says}");
        broken("supply_points", &register("digits"), json!(0), &named("digits is 1 to 12"));
        broken("supply_points", &register("digits"), json!(13), &named("digits is 1 to 12"));
        broken("supply_points", &register("decimals"), json!(7), &named("decimals is at most 6"));
        let multiplier = named("multiplier is above zero");
        broken("supply_points", &register("multiplier"), json!("0"), &multiplier);
        let negative = named("a register shows zero or more");
        broken("supply_points", &register("initial"), json!("-1"), &negative);
        let twice = format!("{meter}.registers: NT stands twice");
        broken("supply_points", &register("code"), json!("NT"), &twice);
        let none = format!("{meter}: a meter has a register");
        broken("supply_points", &format!("{at}/registers"), json!([]), &none);
        let most = format!("{meter}: max_per_hour is above zero");
        broken("supply_points", &format!("{at}/max_per_hour"), json!("0"), &most);
        let twice = "body.supply_points[0].meters: M-1-old stands twice";
        broken("supply_points", &format!("{at}/id"), json!("M-1-old"), twice);
    }

    #[test]
    fn days_in_the_wrong_order_are_refused() {
        broken(
            "supply_points",
            "/body/supply_points/0/meters/0/removed_on",
            json!("2019-05-31"),
            "body.supply_points[0].meters[0]: removed_on is before installed_on",
        );
        broken(
            "supply_points",
            "/body/supply_points/0/reading_window/to",
            json!("2026-03-24"),
            "body.supply_points[0]: reading_window ends before it begins",
        );
    }

    #[test]
    fn a_reading_has_values_from_zero_up() {
        let at = "/body/readings/1/values";
        broken("readings", at, json!({}), "body.readings[1]: a reading has a value");
        let negative = "body.readings[1]: a register shows zero or more";
        broken("readings", at, json!({"VT": "-0.1"}), negative);
    }

    #[test]
    fn a_name_is_a_name() {
        broken("customer", "/body/name", json!(" "), "body.name: 1 to 200 characters");
        let long = json!("x".repeat(201));
        broken("customer", "/body/name", long, "body.name: 1 to 200 characters");
    }
}
