//! Electricity bills of households, computed by hand.

use jiff::civil::date;
use portal_contracts::{
    breakdown::BillingUnit,
    invoice::Period,
    price_list::{Component, Per, PriceList},
};
use portal_domain::{Currency, Medium, Unit};
use portal_rating::{
    Error,
    bill::{Supply, bill},
    recompute,
};

use crate::{
    build::{component, consumption, decimal, invoice, price_list},
    vectors::{lines, register, rows, supply, terms, year},
};

/// A household in CZ: two registers, tax of 28.30 CZK/MWh, a breaker by its
/// size, renewables by ampere but at most 495 CZK/MWh.
fn czech_household() -> Vec<PriceList> {
    let mwh = |registers: &[&str]| consumption(BillingUnit::Mwh, registers);
    let of = |code, per, price: &str| component(code, per, decimal(price), 21);
    let renewables = Component {
        at_most_per_mwh: Some(decimal("495")),
        ..of("poze", Per::AmpereMonth, "11.60")
    };
    let breaker = |code, capacity: &str, price| Component {
        capacity: Some(capacity.to_owned()),
        ..of(code, Per::Month, price)
    };
    vec![price_list(
        "D25d",
        Medium::Electricity,
        date(2024, 1, 1),
        vec![
            of("energy_vt", mwh(&["VT"]), "3000"),
            of("energy_nt", mwh(&["NT"]), "2500"),
            of("tax", mwh(&[]), "28.30"),
            breaker("breaker_20", "3x20 A", "120"),
            breaker("breaker_25", "3x25 A", "144"),
            renewables,
        ],
    )]
}

fn electricity<'a>(lists: &'a [PriceList], vt: &str, nt: &str) -> Supply<'a> {
    let (from, to) = (date(2023, 12, 31), date(2024, 12, 31));
    Supply {
        capacity: Some("3×25A".to_owned()),
        registers: vec![
            register("VT", Unit::Kwh, &[(from, "99000"), (to, vt)]),
            register("NT", Unit::Kwh, &[(from, "5000"), (to, nt)]),
        ],
        ..supply(Medium::Electricity, year(2024), lists)
    }
}

#[test]
fn a_czech_household_pays_renewables_by_ampere_or_by_energy() {
    let lists = czech_household();
    // 1500 kWh past the last digit, 2000 kWh: 900 ampere-months would cost
    // 10 440, and 3.5 MWh × 495 is less.
    let small = lines(electricity(&lists, "500", "7000"), Currency::Czk);
    let expected = rows(&[
        ("energy_vt", "1.5", "4500.00"),
        ("energy_nt", "2", "5000.00"),
        ("tax", "3.5", "99.05"),
        ("breaker_25", "12", "1728.00"),
        ("poze", "3.5", "1732.50"),
    ]);
    assert_eq!(small, expected);
    // 32 MWh × 495 is more.
    let large = lines(electricity(&lists, "11000", "25000"), Currency::Czk);
    assert_eq!(large.last(), rows(&[("poze", "900", "10440.00")]).last());
}

#[test]
fn a_polish_household_pays_per_kwh_and_per_month() {
    let kwh = consumption(BillingUnit::Kwh, &[]);
    let of = |code, per, price: &str| component(code, per, decimal(price), 23);
    let list = PriceList {
        currency: Currency::Pln,
        ..price_list(
            "G11",
            Medium::Electricity,
            date(2024, 1, 1),
            vec![
                of("energy", kwh.clone(), "0.5050"),
                of("network", kwh.clone(), "0.3247"),
                of("quality", kwh.clone(), "0.0314"),
                of("oze", kwh.clone(), "0.0035"),
                of("cogeneration", kwh, "0.00618"),
                of("network_fixed", Per::Month, "8.74"),
                of("subscription", Per::Month, "3.84"),
                of("capacity", Per::Month, "14.90"),
            ],
        )
    };
    let lists = [list];
    let period = Period { from: date(2024, 1, 1), to: date(2024, 2, 29) };
    let states = [(date(2023, 12, 31), "1200.4"), (date(2024, 2, 29), "1545.4")];
    let supply = Supply {
        registers: vec![register("A+", Unit::Kwh, &states)],
        ..supply(Medium::Electricity, period, &lists)
    };
    let breakdown = bill(std::slice::from_ref(&supply), &terms(Currency::Pln)).unwrap();
    // 345 kWh: 174.23 + 112.02 + 10.83 + 1.21 + 2.13 + 17.48 + 7.68 + 29.80
    assert_eq!(breakdown.totals.net.minor, 35_538);
    assert_eq!(breakdown.totals.vat.minor, 8_174);
    assert_eq!(breakdown.totals.payable.minor, 43_712);
    assert_eq!(lines(supply, Currency::Pln).len(), 8);
}

#[test]
fn a_breaker_without_a_price_is_not_billed_as_if_it_cost_nothing() {
    let lists = czech_household();
    let of = |capacity: Option<&str>| {
        let capacity = capacity.map(str::to_owned);
        let supply = Supply { capacity, ..electricity(&lists, "500", "7000") };
        bill(&[supply], &terms(Currency::Czk)).map(|breakdown| breakdown.totals)
    };
    assert_eq!(of(None), Err(Error::CapacityMissing));
    let list = "D25d".parse().unwrap();
    assert_eq!(of(Some("3x63 A")), Err(Error::CapacityNotOffered(list)));
    assert!(of(Some("3x20 A")).is_ok());
}

#[test]
fn a_larger_breaker_from_july_on_costs_more_from_july_on() {
    let lists = czech_household();
    let half = |capacity: &str, period: Period, states: [&str; 2]| {
        let before = period.from.yesterday().unwrap();
        let states = [(before, states[0]), (period.to, states[1])];
        Supply {
            capacity: Some(capacity.to_owned()),
            registers: vec![register("VT", Unit::Kwh, &states), register("NT", Unit::Kwh, &states)],
            ..supply(Medium::Electricity, period, &lists)
        }
    };
    let first = Period { from: date(2024, 1, 1), to: date(2024, 6, 30) };
    let second = Period { from: date(2024, 7, 1), to: date(2024, 12, 31) };
    let supplies =
        [half("3x20 A", first, ["100", "20100"]), half("3x25 A", second, ["20100", "40100"])];
    let breakdown = bill(&supplies, &terms(Currency::Czk)).unwrap();
    let fixed: Vec<_> = breakdown
        .lines
        .iter()
        .filter(|line| line.capacity.is_some())
        .map(|line| (line.name.as_str(), line.amount.minor))
        .collect();
    // 6 × 120, 360 × 11.60, 6 × 144, 450 × 11.60.
    let expected =
        [("breaker_20", 72_000), ("poze", 417_600), ("breaker_25", 86_400), ("poze", 522_000)];
    assert_eq!(fixed, expected);
    let check = recompute(&invoice(breakdown, year(2024)), &lists);
    assert!(check.agrees, "{:#?}", check.findings);
}

#[test]
fn a_meter_of_one_register_gives_way_to_one_of_two() {
    let mut lists = czech_household();
    // Before the exchange everything is taken as high tariff.
    let vt = &mut lists[0].components[0];
    vt.per = consumption(BillingUnit::Mwh, &["T", "VT"]);
    let of =
        |meter: &str, code, states: &[(jiff::civil::Date, &str)]| portal_rating::bill::Register {
            meter: meter.parse().unwrap(),
            ..register(code, Unit::Kwh, states)
        };
    let (start, day, end) = (date(2023, 12, 31), date(2024, 5, 14), date(2024, 12, 31));
    let registers = vec![
        of("M-1", "T", &[(start, "500"), (day, "1500")]),
        of("M-2", "VT", &[(day, "0"), (end, "800")]),
        of("M-2", "NT", &[(day, "2"), (end, "1202")]),
    ];
    let supply = Supply {
        registers,
        capacity: Some("3x25 A".to_owned()),
        ..supply(Medium::Electricity, year(2024), &lists)
    };
    let found = lines(supply, Currency::Czk);
    let expected = rows(&[("energy_vt", "1.8", "5400.00"), ("energy_nt", "1.2", "3000.00")]);
    assert_eq!(found[..2], expected);
}

#[test]
fn one_document_tells_of_several_supply_points() {
    let lists = czech_household();
    let one = electricity(&lists, "500", "7000");
    let other = Supply { supply_point: "SP-2".parse().unwrap(), ..one.clone() };
    let alone = bill(std::slice::from_ref(&one), &terms(Currency::Czk)).unwrap();
    let both = bill(&[one, other], &terms(Currency::Czk)).unwrap();
    assert_eq!(both.totals.net.minor, 2 * alone.totals.net.minor);
    let mut document = invoice(both, year(2024));
    document.supply_points.push("SP-2".parse().unwrap());
    let check = recompute(&document, &lists);
    assert!(check.agrees, "{:#?}", check.findings);
}
