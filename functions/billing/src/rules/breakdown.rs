//! How an invoice came to its sum.

use portal_contracts::{
    breakdown::{Basis, Breakdown, Conversion, DeductedAdvance, Line, Metered, Rain},
    invoice::{VatCategory, VatRate, VatTotal},
};
use portal_domain::{Currency, Money};
use rust_decimal::Decimal;

use super::{currency, each, holds, period, rainwater, symbol, text};
use crate::read::Refusal;

/// Decimals of a quantity, at most.
pub(super) const MOST_DECIMALS: u8 = 6;

/// Digits before the mark of a register that went past its last one.
const MOST_DIGITS: u8 = 12;

pub(super) fn check(at: &str, told: &Breakdown, document: Currency) -> Result<(), Refusal> {
    holds(!told.lines.is_empty(), at, "a breakdown has a line")?;
    each(&told.bases, &format!("{at}.bases"), basis)?;
    each(&told.lines, &format!("{at}.lines"), |at, of: &Line| line(at, of, told, document))?;
    each(&told.vat, &format!("{at}.vat"), |at, of| vat_total(at, of, document))?;
    rates(at, &told.vat)?;
    let advances = format!("{at}.advances");
    each(&told.advances, &advances, |at, of| advance(at, of, document))?;
    let totals = &told.totals;
    let sums = [totals.net, totals.vat, totals.gross, totals.advances, totals.rounding];
    currency(&format!("{at}.totals"), document, sums.into_iter().chain([totals.payable]))
}

fn basis(at: &str, basis: &Basis) -> Result<(), Refusal> {
    match basis {
        Basis::Metered(metered) => register(at, metered),
        Basis::Rainwater(rain) => rained(at, rain),
    }
}

fn register(at: &str, metered: &Metered) -> Result<(), Refusal> {
    text(&format!("{at}.serial"), &metered.serial)?;
    holds(metered.from.on <= metered.to.on, at, "to is before from")?;
    let shown = [metered.from.value, metered.to.value];
    holds(shown.iter().all(|state| *state >= Decimal::ZERO), at, "a register shows zero or more")?;
    holds(metered.multiplier > Decimal::ZERO, at, "multiplier is above zero")?;
    let digits = metered.rolled_over.is_none_or(|digits| (1..=MOST_DIGITS).contains(&digits));
    holds(digits, at, "rolled_over is 1 to 12")?;
    if let Some(Conversion { coefficient, calorific_value }) = &metered.conversion {
        let positive = *coefficient > Decimal::ZERO && *calorific_value > Decimal::ZERO;
        holds(positive, &format!("{at}.conversion"), "its factors are above zero")?;
    }
    decimals(at, metered.quantity_decimals)
}

fn rained(at: &str, rain: &Rain) -> Result<(), Refusal> {
    rainwater::surfaces(&format!("{at}.surfaces"), &rain.surfaces)?;
    holds(rain.rainfall >= Decimal::ZERO, at, "rainfall is zero or more")?;
    let months = (Decimal::ZERO..=Decimal::from(12)).contains(&rain.months);
    holds(months, at, "months is 0 to 12")?;
    decimals(at, rain.quantity_decimals)
}

pub(super) fn decimals(at: &str, decimals: u8) -> Result<(), Refusal> {
    holds(decimals <= MOST_DECIMALS, at, "quantity_decimals is at most 6")
}

fn line(at: &str, line: &Line, of: &Breakdown, document: Currency) -> Result<(), Refusal> {
    text(&format!("{at}.name"), &line.name)?;
    period(at, Some(&line.period))?;
    for place in &line.bases {
        let there = usize::from(*place) < of.bases.len();
        holds(there, at, &format!("there is no base {place}"))?;
    }
    super::unique(&format!("{at}.bases"), line.bases.iter())?;
    rate(&format!("{at}.vat"), &line.vat)?;
    let listed = of.vat.iter().any(|total| total.rate == line.vat);
    holds(listed, at, "its rate of VAT isn't among the breakdown's")?;
    currency(at, document, [line.amount])
}

pub(super) fn rate(at: &str, rate: &VatRate) -> Result<(), Refusal> {
    let within = (Decimal::ZERO..=Decimal::ONE_HUNDRED).contains(&rate.percent);
    holds(within, at, "percent is 0 to 100")?;
    let fits = rate.category == VatCategory::Standard || rate.percent.is_zero();
    holds(fits, at, "percent is 0 unless the category is standard")
}

fn vat_total(at: &str, total: &VatTotal, document: Currency) -> Result<(), Refusal> {
    rate(&format!("{at}.rate"), &total.rate)?;
    currency(at, document, [total.net, total.vat, total.gross])
}

/// One total for each rate.
fn rates(at: &str, totals: &[VatTotal]) -> Result<(), Refusal> {
    let named = totals
        .iter()
        .map(|VatTotal { rate, .. }| format!("{} % {:?}", rate.percent.normalize(), rate.category));
    super::unique(&format!("{at}.vat"), named)
}

fn advance(at: &str, advance: &DeductedAdvance, document: Currency) -> Result<(), Refusal> {
    symbol(at, advance.variable_symbol.as_ref())?;
    let amounts = |total: &VatTotal| -> [Money; 3] { [total.net, total.vat, total.gross] };
    let taxed = advance.taxed.iter().flat_map(amounts);
    currency(at, document, taxed.chain([advance.amount]))?;
    each(&advance.taxed, &format!("{at}.taxed"), |at, of| vat_total(at, of, document))
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::super::tests::broken;

    const AT: &str = "body.invoices[0].breakdown";

    #[track_caller]
    fn check(example: &str, member: &str, value: Value, says: &str) {
        let pointer = format!("/body/invoices/0/breakdown/{member}");
        broken(&format!("invoices-{example}"), &pointer, value, &format!("{AT}{says}"));
    }

    #[test]
    fn a_basis_that_can_not_be_is_refused() {
        let at = ".bases[0]";
        let metered = |member: &str, value, says: &str| {
            check("gas", &format!("bases/0/{member}"), value, &format!("{at}{says}"));
        };
        metered("to/on", json!("2025-01-30"), ": to is before from");
        metered("from/value", json!("-1"), ": a register shows zero or more");
        metered("multiplier", json!("0"), ": multiplier is above zero");
        metered("rolled_over", json!(0), ": rolled_over is 1 to 12");
        let factors = ".conversion: its factors are above zero";
        metered("conversion/coefficient", json!("0"), factors);
        metered("quantity_decimals", json!(7), ": quantity_decimals is at most 6");
        metered("serial", json!(""), ".serial: 1 to 200 characters");
        check("water", "bases/1/months", json!("12.1"), ".bases[1]: months is 0 to 12");
        check("water", "bases/1/rainfall", json!("-1"), ".bases[1]: rainfall is zero or more");
        let surface = ".bases[1].surfaces[0]: area is zero or more";
        check("water", "bases/1/surfaces/0/area", json!("-1"), surface);
    }

    #[test]
    fn a_line_that_can_not_be_is_refused() {
        let line = |member: &str, value, says: &str| {
            check("electricity", &format!("lines/4/{member}"), value, &format!(".lines[4]{says}"));
        };
        line("name", json!(""), ".name: 1 to 200 characters");
        line("bases", json!([0, 2]), ": there is no base 2");
        line("bases", json!([1, 1]), ".bases: 1 stands twice");
        line("period/to", json!("2024-01-01"), ": period ends before it begins");
        line("vat/percent", json!("12"), ": its rate of VAT isn't among the breakdown's");
        line("vat/percent", json!("-1"), ".vat: percent is 0 to 100");
        let exempt = ".vat: percent is 0 unless the category is standard";
        line("vat/category", json!("exempt"), exempt);
        line("amount/currency", json!("EUR"), ": one currency in one record");
        check("electricity", "lines", json!([]), ": a breakdown has a line");
    }

    #[test]
    fn currencies_are_not_mixed_and_rates_named_once() {
        let mixed = "one currency in one record";
        check("gas", "vat/0/vat/currency", json!("PLN"), &format!(".vat[0]: {mixed}"));
        check("gas", "totals/payable/currency", json!("PLN"), &format!(".totals: {mixed}"));
        check("gas", "advances/1/amount/currency", json!("PLN"), &format!(".advances[1]: {mixed}"));
        let taxed = "advances/0/taxed/0/vat/currency";
        check("electricity", taxed, json!("EUR"), &format!(".advances[0]: {mixed}"));
        let crowns = json!({"minor": 0, "currency": "CZK"});
        let total = |percent: &str| {
            json!({
                "rate": {"percent": percent, "category": "standard"},
                "net": crowns, "vat": crowns, "gross": crowns,
            })
        };
        let twice = json!([total("21"), total("21.0")]);
        check("gas", "vat", twice, ".vat: 21 % Standard stands twice");
    }

    #[test]
    fn a_sum_that_does_not_hold_is_billings_own_affair() {
        let root = concat!(env!("CARGO_MANIFEST_DIR"), "/../../events/billing");
        let text = std::fs::read_to_string(format!("{root}/update-invoices-gas.json")).unwrap();
        let mut example: Value = serde_json::from_str(&text).unwrap();
        example["body"]["invoices"][0]["breakdown"]["totals"]["net"]["minor"] = json!(1);
        example["body"]["invoices"][0]["breakdown"]["lines"][0]["amount"]["minor"] = json!(2);
        let update: portal_contracts::update::Update = serde_json::from_value(example).unwrap();
        assert_eq!(super::super::check(&update.body), Ok(()));
    }
}
