//! The same usage in several tariffs, and a settlement foreseen.

use std::collections::BTreeMap;

use jiff::civil::date;
use portal_contracts::{
    breakdown::BillingUnit,
    invoice::Period,
    ledger::AdvanceBounds,
    price_list::{Component, Per, PriceList},
};
use portal_domain::{Currency, Medium, Money};
use portal_rating::{
    Error,
    bill::Profile,
    compare::{Comparison, Needs, Used, Why, compare, compare_period},
    forecast::{Course, forecast},
};
use rust_decimal::Decimal;

use crate::build::{component, consumption, decimal, price_list};

fn crowns(text: &str) -> Money {
    Money::from_decimal(decimal(text), Currency::Czk).unwrap()
}

fn tariff(
    id: &str,
    product: &str,
    from: jiff::civil::Date,
    components: Vec<Component>,
) -> PriceList {
    PriceList {
        product: product.to_owned(),
        ..price_list(id, Medium::Electricity, from, components)
    }
}

fn of(code: &str, registers: &[&str], price: &str) -> Component {
    component(code, consumption(BillingUnit::Mwh, registers), decimal(price), 21)
}

fn monthly(price: &str) -> Component {
    component("fee", Per::Month, decimal(price), 21)
}

/// One zone, two zones, one that changed, one by breaker, one of long ago.
fn tariffs() -> Vec<PriceList> {
    let breaker = Component { capacity: Some("3x25 A".to_owned()), ..monthly("10") };
    let ended = |list| PriceList { valid_to: Some(date(2024, 6, 30)), ..list };
    let start = date(2024, 1, 1);
    vec![
        tariff("one", "Jedno pásmo", start, vec![of("energy", &["T"], "3000"), monthly("100")]),
        tariff(
            "two",
            "Dvě pásma",
            start,
            vec![of("vt", &["VT"], "4000"), of("nt", &["NT"], "2000"), monthly("100")],
        ),
        ended(tariff("old", "Změna", start, vec![of("energy", &[], "1000")])),
        tariff("new", "Změna", date(2024, 7, 1), vec![of("energy", &[], "5000")]),
        tariff("breaker", "Jistič", start, vec![of("energy", &[], "100"), breaker]),
        tariff("later", "Příště", date(2025, 1, 1), vec![of("energy", &[], "1")]),
    ]
}

fn needs(capacity: Option<&str>) -> Needs {
    Needs { medium: Medium::Electricity, capacity: capacity.map(str::to_owned), rainwater: None }
}

fn kwh(vt: i64, nt: i64) -> BTreeMap<portal_domain::RegisterCode, (Decimal, BillingUnit)> {
    [("VT", vt), ("NT", nt)]
        .map(|(code, kwh)| (code.parse().unwrap(), (Decimal::from(kwh), BillingUnit::Kwh)))
        .into()
}

fn said(found: &Comparison) -> Vec<(String, String)> {
    let gross = |money: Money| money.to_decimal().to_string();
    found.offers.iter().map(|offer| (offer.product.clone(), gross(offer.gross))).collect()
}

fn rows(rows: &[(&str, &str)]) -> Vec<(String, String)> {
    rows.iter().map(|(a, b)| ((*a).to_owned(), (*b).to_owned())).collect()
}

#[test]
fn tariffs_of_a_day_stand_side_by_side_cheapest_first() {
    let found = compare(&needs(Some("3×25 A")), &kwh(1000, 2000), &tariffs(), date(2024, 3, 1));
    let expected = rows(&[
        ("Jistič", "508.20"),      // (300 + 120) × 1.21
        ("Změna", "3630.00"),      // 3 MWh × 1000
        ("Dvě pásma", "11132.00"), // 4000 + 4000 + 1200
        ("Jedno pásmo", "12342.00"),
    ]);
    assert_eq!(said(&found), expected);
    assert!(found.left_out.is_empty());
    assert!(found.offers.iter().all(|offer| !offer.registers_assumed));
}

#[test]
fn a_product_that_cannot_be_computed_says_why() {
    let left_out = |capacity| {
        let found = compare(&needs(capacity), &kwh(1, 1), &tariffs(), date(2024, 3, 1));
        found.left_out.into_iter().map(|each| each.why).collect::<Vec<_>>()
    };
    assert_eq!(left_out(None), [Why::CapacityMissing]);
    assert_eq!(left_out(Some("3x63 A")), [Why::CapacityNotOffered]);
    let gas = BTreeMap::from([("T".parse().unwrap(), (Decimal::ONE, BillingUnit::M3))]);
    let found = compare(&needs(Some("3x25 A")), &gas, &tariffs(), date(2024, 3, 1));
    assert!(found.offers.is_empty() && found.left_out.iter().all(|out| out.why == Why::OtherUnit));
}

#[test]
fn one_register_counts_at_the_first_price_of_two() {
    let usage = BTreeMap::from([("T".parse().unwrap(), (Decimal::ONE, BillingUnit::Mwh))]);
    let found = compare(&needs(None), &usage, &tariffs(), date(2024, 3, 1));
    let two = found.offers.iter().find(|offer| offer.product == "Dvě pásma").unwrap();
    assert_eq!((two.net, two.registers_assumed), (crowns("5200"), true));
    let one = found.offers.iter().find(|offer| offer.product == "Jedno pásmo").unwrap();
    assert!(!one.registers_assumed);
}

fn year(year: i16) -> Period {
    Period { from: date(year, 1, 1), to: date(year, 12, 31) }
}

fn used(period: Period, kwh: i64) -> Used {
    Used {
        period,
        register: "T".parse().unwrap(),
        quantity: Decimal::from(kwh),
        unit: BillingUnit::Kwh,
    }
}

#[test]
fn a_year_that_has_been_is_priced_by_the_lists_then_valid() {
    let used = [used(year(2024), 3660)];
    let lists = tariffs();
    let found = compare_period(&needs(None), &used, year(2024), &lists, &Profile::ByDays);
    // 182 and 184 days of 10 kWh: 1.82 × 1000 + 1.84 × 5000.
    let changed = found.offers.iter().find(|offer| offer.product == "Změna").unwrap();
    assert_eq!(changed.net, crowns("11020"));
    assert_eq!(changed.price_lists.len(), 2);
    let why: Vec<_> = found.left_out.iter().map(|out| (out.product.as_str(), out.why)).collect();
    assert_eq!(why, [("Jistič", Why::CapacityMissing), ("Příště", Why::NotValidThen)]);
    // All of it used in the dear half.
    let weights = [0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1].map(Decimal::from);
    let found =
        compare_period(&needs(None), &used, year(2024), &lists, &Profile::ByMonths(weights));
    let changed = found.offers.iter().find(|offer| offer.product == "Změna").unwrap();
    assert_eq!(changed.net, crowns("18300"));
}

/// Half a year of 2024 is known: 1200 kWh at 1 CZK, no VAT; 6 × 100 is paid and
/// 6 × 100 will be.
fn course<'a>(
    known: &'a [Used],
    earlier: &'a [Used],
    lists: &'a [PriceList],
    bounds: Option<&'a AdvanceBounds>,
) -> Course<'a> {
    Course {
        needs: needs(None),
        period: year(2024),
        known_to: date(2024, 6, 30),
        used: known,
        earlier,
        price_lists: lists,
        profile: &Profile::ByDays,
        paid: crowns("600"),
        to_pay: (6, crowns("100")),
        bounds,
    }
}

fn plain_list() -> Vec<PriceList> {
    let energy = component("energy", consumption(BillingUnit::Kwh, &[]), Decimal::ONE, 0);
    vec![PriceList {
        valid_to: Some(date(2024, 9, 30)),
        ..tariff("L", "P", date(2024, 1, 1), vec![energy])
    }]
}

fn halves(year: i16, first: i64, second: i64) -> [Used; 2] {
    [
        used(Period { from: date(year, 1, 1), to: date(year, 6, 30) }, first),
        used(Period { from: date(year, 7, 1), to: date(year, 12, 31) }, second),
    ]
}

#[test]
fn a_settlement_is_foreseen_as_earlier_years_went_on() {
    let lists = plain_list();
    let known = [used(Period { from: date(2024, 1, 1), to: date(2024, 6, 30) }, 1200)];
    // Years whose second half was 50 %, 100 % and 75 % of the first.
    let earlier = [halves(2023, 1000, 500), halves(2022, 600, 600), halves(2021, 800, 600)];
    let earlier = earlier.concat();
    let found = forecast(&course(&known, &earlier, &lists, None)).unwrap();
    assert_eq!(found.years, 3);
    let Range { low, likely, high } = (&found.cost).into();
    assert_eq!((low, likely, high), (crowns("1800"), crowns("2100"), crowns("2400")));
    assert_eq!(found.settlement.likely, crowns("900"));
    // (2100 − 600) / 6
    assert_eq!(found.advance, Some(crowns("250")));
    let bounds = AdvanceBounds { least: crowns("50"), most: crowns("200") };
    let bounded = forecast(&course(&known, &earlier, &lists, Some(&bounds))).unwrap();
    assert_eq!(bounded.advance, Some(crowns("200")));
}

struct Range {
    low: Money,
    likely: Money,
    high: Money,
}

impl From<&portal_rating::forecast::Range> for Range {
    fn from(range: &portal_rating::forecast::Range) -> Self {
        Self { low: range.low, likely: range.likely, high: range.high }
    }
}

#[test]
fn without_earlier_years_the_profile_tells_with_a_margin() {
    let lists = plain_list();
    let known = [used(Period { from: date(2024, 1, 1), to: date(2024, 6, 30) }, 1820)];
    let found = forecast(&course(&known, &[], &lists, None)).unwrap();
    // 10 kWh on each of 184 days, and a fifth less or more.
    assert_eq!(found.years, 0);
    assert_eq!(found.cost.likely, crowns("3660"));
    assert_eq!(found.cost.low, crowns("3292"));
    assert_eq!(found.cost.high, crowns("4028"));
    let nothing = forecast(&course(&[], &[], &lists, None));
    assert_eq!(nothing, Err(Error::NoUsage));
    // One earlier year tells the season, and keeps the margin.
    let earlier = halves(2023, 1820, 910);
    let found = forecast(&course(&known, &earlier, &lists, None)).unwrap();
    assert_eq!((found.years, found.cost.likely), (1, crowns("2730")));
    assert_eq!((found.cost.low, found.cost.high), (crowns("2548"), crowns("2912")));
}

#[test]
fn at_the_end_of_the_period_there_is_nothing_to_foresee() {
    let lists = plain_list();
    let known = [used(year(2024), 2400)];
    let course = Course {
        known_to: date(2024, 12, 31),
        to_pay: (0, crowns("0")),
        ..course(&known, &[], &lists, None)
    };
    let found = forecast(&course).unwrap();
    assert_eq!(found.cost.low, found.cost.high);
    assert_eq!((found.cost.likely, found.advance), (crowns("2400"), None));
}
