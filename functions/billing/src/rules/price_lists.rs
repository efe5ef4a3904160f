//! Price lists.

use portal_contracts::price_list::{Component, Per, PriceList};
use rust_decimal::Decimal;

use super::{breakdown, each, holds, papers, term, text, unique};
use crate::read::Refusal;

pub(super) fn all(told: &[PriceList]) -> Result<(), Refusal> {
    unique("body.price_lists", told.iter().map(|of| &of.id))?;
    each(told, "body.price_lists", list)
}

fn list(at: &str, of: &PriceList) -> Result<(), Refusal> {
    text(&format!("{at}.product"), &of.product)?;
    for (language, name) in &of.names {
        text(&format!("{at}.names.{}", language.tag()), name)?;
    }
    term(at, of.valid_from, of.valid_to)?;
    holds(!of.components.is_empty(), at, "a price list has a component")?;
    // The same price may stand once for each capacity.
    let named = of.components.iter().map(|of| match &of.capacity {
        Some(capacity) => format!("{} of {capacity}", of.code),
        None => of.code.clone(),
    });
    unique(&format!("{at}.components"), named)?;
    each(&of.components, &format!("{at}.components"), component)?;
    if let Some(source) = &of.legal_source {
        text(&format!("{at}.legal_source"), source)?;
    }
    of.file.as_ref().map_or(Ok(()), |file| papers::file(&format!("{at}.file"), file))
}

fn component(at: &str, of: &Component) -> Result<(), Refusal> {
    text(&format!("{at}.code"), &of.code)?;
    text(&format!("{at}.name"), &of.name)?;
    for (language, name) in &of.names {
        text(&format!("{at}.names.{}", language.tag()), name)?;
    }
    if let Some(capacity) = &of.capacity {
        text(&format!("{at}.capacity"), capacity)?;
    }
    if let Per::Consumption { registers, .. } = &of.per {
        unique(&format!("{at}.per.registers"), registers.iter())?;
    }
    let growing = of.tiers.is_sorted_by(|one, next| one.beyond < next.beyond);
    let positive = of.tiers.first().is_none_or(|first| first.beyond > Decimal::ZERO);
    holds(growing && positive, &format!("{at}.tiers"), "beyond is above zero and grows")?;
    let cap = of.at_most_per_mwh.is_none_or(|most| most >= Decimal::ZERO);
    holds(cap, at, "at_most_per_mwh is zero or more")?;
    breakdown::rate(&format!("{at}.vat"), &of.vat)?;
    breakdown::decimals(at, of.quantity_decimals)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::super::tests::broken;

    #[test]
    fn a_list_that_can_not_be_is_refused() {
        let check = |member: &str, value, says: &str| {
            let pointer = format!("/body/price_lists/0/{member}");
            broken("price-lists", &pointer, value, &format!("body.price_lists[0]{says}"));
        };
        check("valid_to", json!("2023-12-31"), ": valid_to is before valid_from");
        check("product", json!(""), ".product: 1 to 200 characters");
        check("names/en", json!(""), ".names.en: 1 to 200 characters");
        check("components", json!([]), ": a price list has a component");
        check("legal_source", json!(" "), ".legal_source: 1 to 200 characters");
        let key = ".file.key: below billing/, of letters, digits and -_./, without ..";
        check("file/key", json!("price-lists/1.pdf"), key);
        let twice = "body.price_lists: WATER-2025 stands twice";
        broken("price-lists", "/body/price_lists/0/id", json!("WATER-2025"), twice);
    }

    #[test]
    fn a_component_that_can_not_be_is_refused() {
        let check = |member: &str, value, says: &str| {
            let pointer = format!("/body/price_lists/0/components/{member}");
            let says = format!("body.price_lists[0].components{says}");
            broken("price-lists", &pointer, value, &says);
        };
        check("1/code", json!("energy_vt"), ": energy_vt stands twice");
        check("0/name", json!(""), "[0].name: 1 to 200 characters");
        check("0/per/registers", json!(["VT", "VT"]), "[0].per.registers: VT stands twice");
        let tiers = "[0].tiers: beyond is above zero and grows";
        let tier = |beyond: &str| json!({"beyond": beyond, "price": "1"});
        check("0/tiers", json!([tier("0")]), tiers);
        check("0/tiers", json!([tier("2"), tier("2")]), tiers);
        check("8/at_most_per_mwh", json!("-1"), "[8]: at_most_per_mwh is zero or more");
        check("7/capacity", json!(""), "[7].capacity: 1 to 200 characters");
        check("0/quantity_decimals", json!(7), "[0]: quantity_decimals is at most 6");
        check("0/vat/percent", json!("101"), "[0].vat: percent is 0 to 100");
    }
}
