//! Errors put into right settlements: each is found.

use jiff::civil::Date;
use portal_contracts::invoice::Invoice;
use portal_domain::Money;
use portal_rating::{
    number, recompute,
    recompute::{Code, Place},
    vat,
};
use proptest::prelude::*;
use rust_decimal::Decimal;

use crate::{
    mutations::{ERRORS, breakdown, line, metered, pick, rain},
    world::case,
};

proptest! {
    #![proptest_config(ProptestConfig { cases: 40, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_altered_field_is_found(case in case(), number in 0..1000_usize) {
        let lists = case.price_lists();
        let right = case.settlement(&lists);
        for (name, alter) in ERRORS {
            let mut wrong = right.clone();
            if alter(&mut wrong, number).is_none() || wrong == right {
                continue;
            }
            let check = recompute(&wrong, &lists);
            // Of another list only the id can be told, if there's no other.
            let told = check.differs
                || (*name == "price list" && lists.len() == 1
                    && check.findings.iter().any(|f| f.code == Code::PriceListUnknown));
            prop_assert!(told && !check.agrees, "{name}: {:#?}", check.findings);
        }
    }

    #[test]
    fn a_bill_that_is_wrong_from_a_line_on_is_put_right(
        case in case(),
        number in 0..1000_usize,
        price in any::<bool>(),
    ) {
        let lists = case.price_lists();
        let right = case.settlement(&lists);
        let mut wrong = right.clone();
        let line = line(&mut wrong, number).unwrap();
        if price {
            line.unit_price += Decimal::ONE;
        } else {
            line.quantity += Decimal::ONE;
        }
        summed_up(&mut wrong, case.whole_units);
        let check = recompute(&wrong, &lists);
        prop_assert!(check.differs);
        prop_assert_eq!(check.payable, Some(right.total));
        let place = number % right.breakdown.as_ref().unwrap().lines.len();
        let place = Place::Line(u16::try_from(place).unwrap());
        prop_assert!(check.findings.iter().all(|finding| finding.place == place
            || finding.code == Code::LineMissing), "{:?}", check.findings);
    }

    #[test]
    fn numbers_beyond_all_bounds_are_values(case in case(), number in 0..1000_usize) {
        let lists = case.price_lists();
        let right = case.settlement(&lists);
        let mut wrongs: Vec<Invoice> = vec![];
        let mut with = |alter: &dyn Fn(&mut Invoice) -> Option<()>| {
            let mut wrong = right.clone();
            if alter(&mut wrong).is_some() {
                wrongs.push(wrong);
            }
        };
        for huge in [Decimal::MAX, Decimal::MIN, "0.0000000000000000000000000001".parse().unwrap()] {
            with(&|i| set(&mut line(i, number)?.quantity, huge));
            with(&|i| set(&mut line(i, number)?.unit_price, huge));
            with(&|i| set(&mut line(i, number)?.vat.percent, huge));
            with(&|i| set(&mut metered(i, number)?.to.value, huge));
            with(&|i| set(&mut metered(i, number)?.from.value, huge));
            with(&|i| set(&mut metered(i, number)?.multiplier, huge));
            with(&|i| set(&mut metered(i, number)?.measured, huge));
            with(&|i| set(&mut metered(i, number)?.quantity, huge));
            with(&|i| set(&mut rain(i, number)?.rainfall, huge));
            with(&|i| set(&mut rain(i, number)?.months, huge));
        }
        for huge in [i64::MAX, i64::MIN] {
            with(&|i| set(&mut line(i, number)?.amount.minor, huge));
            with(&|i| set(&mut pick(&mut breakdown(i).vat, number)?.net.minor, huge));
            with(&|i| set(&mut pick(&mut breakdown(i).advances, number)?.amount.minor, huge));
            with(&|i| set(&mut breakdown(i).totals.gross.minor, huge));
            with(&|i| set(&mut breakdown(i).totals.advances.minor, huge));
            with(&|i| set(&mut i.total.minor, huge));
        }
        for far in [Date::MIN, Date::MAX] {
            with(&|i| set(&mut line(i, number)?.period.from, far));
            with(&|i| set(&mut line(i, number)?.period.to, far));
            with(&|i| set(&mut metered(i, number)?.from.on, far));
            with(&|i| set(&mut metered(i, number)?.to.on, far));
        }
        with(&|i| set(&mut metered(i, number)?.rolled_over, Some(255)));
        with(&|i| set(&mut metered(i, number)?.quantity_decimals, 255));
        for wrong in wrongs {
            let check = recompute(&wrong, &lists);
            // A sum that isn't counted is said.
            let too_large = check.findings.iter().any(|found| found.code == Code::TooLarge);
            prop_assert_eq!(check.payable.is_none(), too_large);
        }
    }
}

fn set<T>(place: &mut T, value: T) -> Option<()> {
    *place = value;
    Some(())
}

/// Amounts, tax and totals that follow from the lines, however wrong these are.
pub(crate) fn summed_up(invoice: &mut Invoice, whole_units: bool) {
    let currency = invoice.total.currency;
    let breakdown = breakdown(invoice);
    for line in &mut breakdown.lines {
        line.amount = number::amount(line.quantity, line.unit_price, currency).unwrap();
    }
    let amounts = breakdown.lines.iter().map(|line| (line.vat, line.amount));
    breakdown.vat = vat::by_rate(amounts, breakdown.vat_method, currency).unwrap();
    let totals = &mut breakdown.totals;
    totals.net.minor = breakdown.vat.iter().map(|rate| rate.net.minor).sum();
    totals.vat.minor = breakdown.vat.iter().map(|rate| rate.vat.minor).sum();
    totals.gross.minor = totals.net.minor + totals.vat.minor;
    let open = totals.gross.minor - totals.advances.minor;
    let whole = number::round(Decimal::new(open, 2), 0);
    let rounded = Money::from_decimal(whole, currency).unwrap().minor;
    totals.rounding.minor = if whole_units { rounded - open } else { 0 };
    totals.payable.minor = open + totals.rounding.minor;
    invoice.total = totals.payable;
}
