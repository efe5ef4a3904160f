//! Surfaces that rainwater drains from.

use portal_contracts::rainwater::{RainwaterDeclaration, Surface};
use rust_decimal::Decimal;

use super::{each, holds, term, text, unique};
use crate::read::Refusal;

pub(super) fn declarations(told: &[RainwaterDeclaration]) -> Result<(), Refusal> {
    let named = told.iter().map(|of| format!("{} of {}", of.supply_point, of.valid_from));
    unique("body.declarations", named)?;
    each(told, "body.declarations", declaration)
}

fn declaration(at: &str, of: &RainwaterDeclaration) -> Result<(), Refusal> {
    term(at, of.valid_from, of.valid_to)?;
    surfaces(&format!("{at}.surfaces"), &of.surfaces)?;
    holds(of.rainfall >= Decimal::ZERO, at, "rainfall is zero or more")?;
    let positive = of.yearly_quantity >= Decimal::ZERO
        && of.yearly_amount.is_none_or(|amount| amount.minor >= 0);
    holds(positive, at, "yearly_quantity and yearly_amount are zero or more")
}

pub(super) fn surfaces(at: &str, told: &[Surface]) -> Result<(), Refusal> {
    each(told, at, surface)
}

fn surface(at: &str, of: &Surface) -> Result<(), Refusal> {
    if let Some(name) = &of.name {
        text(&format!("{at}.name"), name)?;
    }
    holds(of.area >= Decimal::ZERO, at, "area is zero or more")?;
    let share = (Decimal::ZERO..=Decimal::ONE).contains(&of.coefficient);
    holds(share, at, "coefficient is 0 to 1")
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::super::tests::broken;

    #[test]
    fn a_declaration_that_can_not_be_is_refused() {
        let check = |member: &str, value, says: &str| {
            let pointer = format!("/body/declarations/0/{member}");
            broken("rainwater", &pointer, value, &format!("body.declarations[0]{says}"));
        };
        check("valid_to", json!("2024-12-31"), ": valid_to is before valid_from");
        check("surfaces/1/area", json!("-0.1"), ".surfaces[1]: area is zero or more");
        check("surfaces/0/coefficient", json!("1.01"), ".surfaces[0]: coefficient is 0 to 1");
        check("surfaces/0/coefficient", json!("-1"), ".surfaces[0]: coefficient is 0 to 1");
        check("surfaces/0/name", json!(""), ".surfaces[0].name: 1 to 200 characters");
        check("rainfall", json!("-1"), ": rainfall is zero or more");
        let positive = ": yearly_quantity and yearly_amount are zero or more";
        check("yearly_quantity", json!("-1"), positive);
        check("yearly_amount/minor", json!(-1), positive);
    }

    #[test]
    fn a_declaration_is_told_by_point_and_day() {
        let one = json!({
            "supply_point": "P-7", "valid_from": "2026-01-01", "surfaces": [],
            "rainfall": "0.655", "yearly_quantity": "0",
        });
        let twice = "body.declarations: P-7 of 2026-01-01 stands twice";
        broken("rainwater", "/body/declarations", json!([one, one]), twice);
    }
}
