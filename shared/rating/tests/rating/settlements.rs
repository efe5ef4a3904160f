//! Thousands of settlements, each computed again.

use std::collections::BTreeMap;

use portal_contracts::{
    breakdown::{Basis, Breakdown},
    invoice::VatMethod,
    price_list::PriceList,
};
use portal_domain::{Medium, Money};
use portal_rating::{
    compare::{Needs, Used, compare_period},
    recompute, vat,
};
use proptest::prelude::*;
use rust_decimal::Decimal;

use crate::{
    build::vat_rate,
    world::{Case, case},
};

/// What was measured and what is billed, per register.
fn counted(breakdown: &Breakdown) -> BTreeMap<String, (Decimal, Decimal)> {
    let mut sums: BTreeMap<String, (Decimal, Decimal)> = BTreeMap::new();
    for basis in &breakdown.bases {
        let Basis::Metered(metered) = basis else { continue };
        let sum = sums.entry(metered.register.to_string()).or_default();
        sum.0 += metered.measured;
        sum.1 += metered.quantity;
    }
    sums
}

/// The first list alone, without an end.
fn one_list(case: &Case) -> Vec<PriceList> {
    let first = case.price_lists().into_iter().next();
    first.map(|list| PriceList { valid_to: None, ..list }).into_iter().collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1500, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_settlement_agrees_to_the_last_coin(case in case()) {
        let lists = case.price_lists();
        let invoice = case.settlement(&lists);
        let check = recompute(&invoice, &lists);
        prop_assert!(check.agrees && !check.differs, "{:#?}", check.findings);
        prop_assert_eq!(check.payable, Some(invoice.total));
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 500, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_price_that_ends_within_the_period_changes_no_quantity(case in case()) {
        let cut = counted(&case.breakdown(&case.price_lists()));
        let whole = counted(&case.breakdown(&one_list(&case)));
        for (register, (measured, quantity)) in whole {
            prop_assert_eq!(cut[&register].0, measured);
            // Each stretch of gas is converted and rounded by itself.
            let off = (cut[&register].1 - quantity).abs();
            let most = if case.medium == Medium::Gas { Decimal::from(case.cuts.len()) } else { Decimal::ZERO };
            prop_assert!(off <= most, "{off}");
        }
    }

    #[test]
    fn the_parts_of_a_document_add_up(case in case()) {
        let Breakdown { lines, vat, advances, totals, .. } = case.breakdown(&case.price_lists());
        let sum = |amounts: &mut dyn Iterator<Item = Money>| amounts.map(|each| each.minor).sum::<i64>();
        let lines = sum(&mut lines.iter().map(|line| line.amount));
        let base = match case.vat_method {
            VatMethod::FromNet => totals.net,
            VatMethod::FromGross => totals.gross,
        };
        prop_assert_eq!(lines, base.minor);
        prop_assert_eq!(sum(&mut vat.iter().map(|rate| rate.vat)), totals.vat.minor);
        prop_assert_eq!(totals.gross.minor, totals.net.minor + totals.vat.minor);
        let advances = sum(&mut advances.iter().map(|advance| advance.amount));
        prop_assert_eq!(totals.payable.minor, totals.gross.minor - advances + totals.rounding.minor);
        prop_assert!(totals.rounding.minor.abs() <= 50);
        prop_assert!(!case.whole_units || totals.payable.minor % 100 == 0);
    }

    #[test]
    fn the_calculator_comes_to_what_was_billed(case in case()) {
        let case = Case { area: 0, ..case };
        let lists = case.price_lists();
        let bill = case.breakdown(&lists);
        let used: Vec<Used> = bill
            .bases
            .iter()
            .filter_map(|basis| match basis {
                Basis::Metered(metered) => Some(Used::of(metered).unwrap()),
                Basis::Rainwater(_) => None,
            })
            .collect();
        let supply = case.supply(&lists, &[]);
        let needs = Needs { medium: case.medium, capacity: supply.capacity.clone(), rainwater: None };
        let found = compare_period(&needs, &used, case.period(), &lists, &supply.profile);
        prop_assert!(found.left_out.is_empty(), "{:?}", found.left_out);
        prop_assert_eq!(found.offers.len(), 1);
        prop_assert_eq!(found.offers[0].gross, bill.totals.gross);
    }

    #[test]
    fn vat_from_net_and_from_gross_meet(minor in -100_000_000_i64..100_000_000, percent in 0..30_i64) {
        let amount = Money { minor, currency: portal_domain::Currency::Czk };
        let from_net = vat::vat(amount, vat_rate(percent), VatMethod::FromNet).unwrap();
        prop_assert_eq!(from_net.gross.minor, from_net.net.minor + from_net.vat.minor);
        let back = vat::vat(from_net.gross, vat_rate(percent), VatMethod::FromGross).unwrap();
        prop_assert_eq!(back.gross.minor, back.net.minor + back.vat.minor);
        prop_assert_eq!(back.net, from_net.net);
    }
}
