//! Supply points, their meters, and readings.

use portal_contracts::update::{Meter, Reading, Register, SupplyPoint};
use rust_decimal::Decimal;

use super::{each, holds, text, unique};
use crate::read::Refusal;

/// Digits of a register, before and after the mark: what its state is exact in.
const MOST_DIGITS: u8 = 12;
const MOST_DECIMALS: u8 = 6;

pub(super) fn points(points: &[SupplyPoint]) -> Result<(), Refusal> {
    unique("body.supply_points", points.iter().map(|point| &point.id))?;
    each(points, "body.supply_points", point)
}

fn point(at: &str, point: &SupplyPoint) -> Result<(), Refusal> {
    if let Some(label) = &point.label {
        text(&format!("{at}.label"), label)?;
    }
    if let Some(window) = &point.reading_window {
        holds(window.from <= window.to, at, "reading_window ends before it begins")?;
    }
    unique(&format!("{at}.meters"), point.meters.iter().map(|meter| &meter.id))?;
    each(&point.meters, &format!("{at}.meters"), meter)
}

fn meter(at: &str, meter: &Meter) -> Result<(), Refusal> {
    let in_order = meter.removed_on.is_none_or(|removed| meter.installed_on <= removed);
    holds(in_order, at, "removed_on is before installed_on")?;
    holds(!meter.registers.is_empty(), at, "a meter has a register")?;
    let positive = meter.max_per_hour.is_none_or(|most| most > Decimal::ZERO);
    holds(positive, at, "max_per_hour is above zero")?;
    let codes = meter.registers.iter().map(|register| &register.code);
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

pub(super) fn reading(at: &str, reading: &Reading) -> Result<(), Refusal> {
    holds(!reading.values.is_empty() || reading.cancelled, at, "a reading has a value")?;
    let positive = reading.values.values().all(|state| *state >= Decimal::ZERO);
    holds(positive, at, "a register shows zero or more")
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::super::tests::broken;

    #[test]
    fn a_meter_that_can_not_be_is_refused() {
        let meter = "body.supply_points[0].meters[1]";
        let at = "/body/supply_points/0/meters/1";
        let register = |member: &str| format!("{at}/registers/0/{member}");
        let named = |says: &str| format!("{meter}.registers[0]: {says}");
        broken("supply-points", &register("digits"), json!(0), &named("digits is 1 to 12"));
        broken("supply-points", &register("digits"), json!(13), &named("digits is 1 to 12"));
        broken("supply-points", &register("decimals"), json!(7), &named("decimals is at most 6"));
        let multiplier = named("multiplier is above zero");
        broken("supply-points", &register("multiplier"), json!("0"), &multiplier);
        let negative = named("a register shows zero or more");
        broken("supply-points", &register("initial"), json!("-1"), &negative);
        let twice = format!("{meter}.registers: NT stands twice");
        broken("supply-points", &register("code"), json!("NT"), &twice);
        let none = format!("{meter}: a meter has a register");
        broken("supply-points", &format!("{at}/registers"), json!([]), &none);
        let most = format!("{meter}: max_per_hour is above zero");
        broken("supply-points", &format!("{at}/max_per_hour"), json!("0"), &most);
        let twice = "body.supply_points[0].meters: M-1-old stands twice";
        broken("supply-points", &format!("{at}/id"), json!("M-1-old"), twice);
    }

    #[test]
    fn days_in_the_wrong_order_are_refused() {
        broken(
            "supply-points",
            "/body/supply_points/0/meters/0/removed_on",
            json!("2019-05-31"),
            "body.supply_points[0].meters[0]: removed_on is before installed_on",
        );
        broken(
            "supply-points",
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
}
