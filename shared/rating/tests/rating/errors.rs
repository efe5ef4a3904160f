//! Errors put into right settlements: each is found.

use jiff::{ToSpan, civil::Date};
use portal_contracts::{
    breakdown::{Basis, BillingUnit, Breakdown, Line, LineKind, Metered, Rain},
    invoice::{Invoice, InvoiceKind, VatCategory},
    price_list::PriceList,
};
use portal_domain::{Currency, Money};
use portal_rating::{
    Check, recompute,
    recompute::{Code, Place},
    vat,
};
use proptest::prelude::*;
use rust_decimal::Decimal;

use crate::world::{Case, case, on, vat_rate};

type Error = (&'static str, fn(&mut Invoice, usize) -> Option<()>);

fn breakdown(invoice: &mut Invoice) -> &mut Breakdown {
    invoice.breakdown.as_mut().unwrap()
}

fn pick<T>(things: &mut [T], number: usize) -> Option<&mut T> {
    let count = things.len();
    if count == 0 { None } else { things.get_mut(number % count) }
}

fn metered(invoice: &mut Invoice, number: usize) -> Option<&mut Metered> {
    let mut found: Vec<_> = breakdown(invoice)
        .bases
        .iter_mut()
        .filter_map(|basis| match basis {
            Basis::Metered(metered) => Some(metered),
            Basis::Rainwater(_) => None,
        })
        .collect();
    if found.is_empty() { None } else { Some(found.swap_remove(number % found.len())) }
}

fn rain(invoice: &mut Invoice, number: usize) -> Option<&mut Rain> {
    let mut found: Vec<_> = breakdown(invoice)
        .bases
        .iter_mut()
        .filter_map(|basis| match basis {
            Basis::Rainwater(rain) => Some(rain),
            Basis::Metered(_) => None,
        })
        .collect();
    if found.is_empty() { None } else { Some(found.swap_remove(number % found.len())) }
}

fn line(invoice: &mut Invoice, number: usize) -> Option<&mut Line> {
    pick(&mut breakdown(invoice).lines, number)
}

fn later(day: &mut Date, days: i64) -> Option<()> {
    *day = on(*day, days);
    Some(())
}

fn more(number: &mut Decimal, by: &str) -> Option<()> {
    *number += by.parse::<Decimal>().unwrap();
    Some(())
}

fn coin(amount: &mut Money) -> Option<()> {
    amount.minor += 1;
    Some(())
}

/// Unless a meter now begins or ends with another: then they may have been side
/// by side.
fn apart(invoice: &mut Invoice, number: usize) -> Option<()> {
    let one = metered(invoice, number)?.clone();
    let alike = |other: &Basis| match other {
        Basis::Metered(other) => {
            other.meter != one.meter
                && other.register == one.register
                && (other.from.on == one.from.on || other.to.on == one.to.on)
        }
        Basis::Rainwater(_) => false,
    };
    (!breakdown(invoice).bases.iter().any(alike)).then_some(())
}

/// Each alters one field; `None`: the settlement hasn't it.
const ERRORS: &[Error] = &[
    // States and quantities.
    ("from.value", |i, n| more(&mut metered(i, n)?.from.value, "0.001")),
    ("to.value", |i, n| more(&mut metered(i, n)?.to.value, "-0.001")),
    ("from.on earlier", |i, n| {
        later(&mut metered(i, n)?.from.on, -1)?;
        apart(i, n)
    }),
    ("from.on later", |i, n| later(&mut metered(i, n)?.from.on, 2)),
    ("to.on earlier", |i, n| later(&mut metered(i, n)?.to.on, -2)),
    ("to.on later", |i, n| {
        later(&mut metered(i, n)?.to.on, 1)?;
        apart(i, n)
    }),
    ("measured", |i, n| more(&mut metered(i, n)?.measured, "0.001")),
    ("multiplier", |i, n| {
        let metered = metered(i, n)?;
        (!metered.measured.is_zero()).then(|| more(&mut metered.multiplier, "1"))?
    }),
    ("rolled_over", |i, n| {
        let metered = metered(i, n)?;
        metered.rolled_over = match metered.rolled_over {
            None => Some(5),
            Some(_) => None,
        };
        Some(())
    }),
    ("rolled_over digits", |i, n| metered(i, n)?.rolled_over.as_mut().map(|digits| *digits += 1)),
    ("billed quantity", |i, n| more(&mut metered(i, n)?.quantity, "1")),
    ("coefficient", |i, n| {
        let metered = metered(i, n)?;
        let much = metered.measured > Decimal::TEN;
        let conversion = metered.conversion.as_mut().filter(|_| much)?;
        more(&mut conversion.coefficient, "0.1")
    }),
    ("calorific value", |i, n| {
        let metered = metered(i, n)?;
        let much = metered.measured > Decimal::TEN;
        let conversion = metered.conversion.as_mut().filter(|_| much)?;
        more(&mut conversion.calorific_value, "0.3")
    }),
    ("basis of another supply point", |i, n| {
        metered(i, n)?.supply_point = "SP-2".parse().unwrap();
        Some(())
    }),
    ("basis of another register", |i, n| {
        let metered = metered(i, n)?;
        metered.register = "X9".parse().unwrap();
        // Water is charged whatever register it went through.
        (metered.quantity_unit != BillingUnit::M3).then_some(())
    }),
    ("a basis is left out", |i, n| {
        let bases = &mut breakdown(i).bases;
        (!bases.is_empty()).then(|| bases.remove(n % bases.len()))?;
        Some(())
    }),
    ("a basis twice", |i, n| {
        let bases = &mut breakdown(i).bases;
        let again = pick(bases, n)?.clone();
        bases.push(again);
        Some(())
    }),
    // Rainwater.
    ("rain quantity", |i, n| more(&mut rain(i, n)?.quantity, "1")),
    ("rain months", |i, n| more(&mut rain(i, n)?.months, "1")),
    ("rainfall", |i, n| {
        let rain = rain(i, n)?;
        (rain.quantity > Decimal::ONE).then(|| more(&mut rain.rainfall, "2"))?
    }),
    ("area", |i, n| {
        let rain = rain(i, n)?;
        let by = rain.surfaces[0].area * Decimal::TEN;
        (rain.quantity > Decimal::ONE).then(|| rain.surfaces[0].area += by)
    }),
    ("drained share", |i, n| {
        let rain = rain(i, n)?;
        (rain.quantity > Decimal::ONE).then(|| more(&mut rain.surfaces[0].coefficient, "3"))?
    }),
    // Lines.
    ("quantity", |i, n| more(&mut line(i, n)?.quantity, "0.0001")),
    ("quantity below nothing", |i, n| {
        let line = line(i, n)?;
        (!line.quantity.is_zero()).then(|| line.quantity = -line.quantity)
    }),
    ("unit", |i, n| {
        line(i, n)?.unit = BillingUnit::Piece;
        Some(())
    }),
    ("unit price", |i, n| more(&mut line(i, n)?.unit_price, "0.000001")),
    ("amount", |i, n| coin(&mut line(i, n)?.amount)),
    ("amount less", |i, n| {
        line(i, n)?.amount.minor -= 1;
        Some(())
    }),
    ("currency of a line", |i, n| {
        line(i, n)?.amount.currency = Currency::Eur;
        Some(())
    }),
    ("rate of a line", |i, n| more(&mut line(i, n)?.vat.percent, "1")),
    ("category of a line", |i, n| {
        line(i, n)?.vat.category = VatCategory::Exempt;
        Some(())
    }),
    ("period from earlier", |i, n| later(&mut line(i, n)?.period.from, -1)),
    ("period from later", |i, n| later(&mut line(i, n)?.period.from, 1)),
    ("period to earlier", |i, n| later(&mut line(i, n)?.period.to, -1)),
    ("period to later", |i, n| later(&mut line(i, n)?.period.to, 1)),
    ("component", |i, n| {
        let other = line(i, n + 1)?.price.clone()?;
        let price = line(i, n)?.price.as_mut()?;
        let differs = price.component != other.component;
        price.component = other.component;
        differs.then_some(())
    }),
    ("no such component", |i, n| {
        line(i, n)?.price.as_mut()?.component = "none".to_owned();
        Some(())
    }),
    ("price list", |i, n| {
        let price = line(i, n)?.price.as_mut()?;
        let other = if price.price_list.as_str() == "list-0" { "list-1" } else { "list-0" };
        price.price_list = other.parse().unwrap();
        Some(())
    }),
    ("capacity", |i, n| {
        line(i, n)?.capacity.as_mut().map(|capacity| *capacity = "3x63 A".to_owned())
    }),
    ("line of another supply point", |i, n| {
        line(i, n)?.supply_point = Some("SP-2".parse().unwrap());
        Some(())
    }),
    ("bases of a line", |i, n| {
        let line = line(i, n)?;
        (line.bases.len() > 1).then(|| line.bases.pop())?;
        Some(())
    }),
    ("a basis that isn't there", |i, n| {
        let line = line(i, n)?;
        (!line.bases.is_empty()).then(|| line.bases.push(60_000))
    }),
    ("a basis twice in a line", |i, n| {
        let line = line(i, n)?;
        line.bases.first().copied().map(|first| line.bases.push(first))
    }),
    ("a line twice", |i, n| {
        let again = line(i, n)?.clone();
        breakdown(i).lines.push(again);
        Some(())
    }),
    ("a line is left out", |i, n| {
        let lines = &mut breakdown(i).lines;
        let removed = lines.remove(n % lines.len());
        (removed.amount.minor != 0).then_some(())
    }),
    // Sums.
    ("vat method", |i, _| {
        use portal_contracts::invoice::VatMethod::{FromGross, FromNet};
        let method = &mut breakdown(i).vat_method;
        *method = if *method == FromNet { FromGross } else { FromNet };
        Some(())
    }),
    ("net of a rate", |i, n| coin(&mut pick(&mut breakdown(i).vat, n)?.net)),
    ("vat of a rate", |i, n| coin(&mut pick(&mut breakdown(i).vat, n)?.vat)),
    ("gross of a rate", |i, n| coin(&mut pick(&mut breakdown(i).vat, n)?.gross)),
    ("per cent of a rate", |i, n| more(&mut pick(&mut breakdown(i).vat, n)?.rate.percent, "1")),
    ("a rate is left out", |i, n| {
        let vat = &mut breakdown(i).vat;
        let removed = (!vat.is_empty()).then(|| vat.remove(n % vat.len()))?;
        (removed.gross.minor != 0).then_some(())
    }),
    ("a rate too many", |i, _| {
        let nothing = Money { minor: 0, currency: i.total.currency };
        let more = vat::vat(nothing, vat_rate(77), Default::default()).unwrap();
        breakdown(i).vat.push(more);
        Some(())
    }),
    ("total net", |i, _| coin(&mut breakdown(i).totals.net)),
    ("total vat", |i, _| coin(&mut breakdown(i).totals.vat)),
    ("total gross", |i, _| coin(&mut breakdown(i).totals.gross)),
    ("total of advances", |i, _| coin(&mut breakdown(i).totals.advances)),
    ("rounding", |i, _| coin(&mut breakdown(i).totals.rounding)),
    ("rounding by a whole", |i, _| {
        let totals = &mut breakdown(i).totals;
        totals.rounding.minor += 100;
        totals.payable.minor += 100;
        i.total.minor += 100;
        Some(())
    }),
    ("payable", |i, _| coin(&mut breakdown(i).totals.payable)),
    ("payable and total", |i, _| {
        coin(&mut breakdown(i).totals.payable)?;
        coin(&mut i.total)
    }),
    ("total", |i, _| coin(&mut i.total)),
    ("advance", |i, n| coin(&mut pick(&mut breakdown(i).advances, n)?.amount)),
    ("advance left out", |i, _| breakdown(i).advances.pop().map(drop)),
    ("tax of an advance", |i, n| {
        let advance = pick(&mut breakdown(i).advances, n)?;
        coin(&mut advance.taxed.first_mut()?.vat)
    }),
    ("tax of an advance left out", |i, n| {
        let advance = pick(&mut breakdown(i).advances, n)?;
        advance.tax_document.as_ref()?;
        advance.taxed.pop().map(drop)
    }),
    ("document's period from", |i, _| later(&mut i.period.as_mut()?.from, 1)),
    ("document's period to", |i, _| later(&mut i.period.as_mut()?.to, 1)),
];

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, failure_persistence: None, ..ProptestConfig::default() })]

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
            with(&|i| Some(line(i, number)?.quantity = huge));
            with(&|i| Some(line(i, number)?.unit_price = huge));
            with(&|i| Some(line(i, number)?.vat.percent = huge));
            with(&|i| Some(metered(i, number)?.to.value = huge));
            with(&|i| Some(metered(i, number)?.from.value = huge));
            with(&|i| Some(metered(i, number)?.multiplier = huge));
            with(&|i| Some(metered(i, number)?.measured = huge));
            with(&|i| Some(metered(i, number)?.quantity = huge));
            with(&|i| Some(rain(i, number)?.rainfall = huge));
            with(&|i| Some(rain(i, number)?.months = huge));
        }
        for huge in [i64::MAX, i64::MIN] {
            with(&|i| Some(line(i, number)?.amount.minor = huge));
            with(&|i| Some(pick(&mut breakdown(i).vat, number)?.net.minor = huge));
            with(&|i| Some(pick(&mut breakdown(i).advances, number)?.amount.minor = huge));
            with(&|i| Some(breakdown(i).totals.gross.minor = huge));
            with(&|i| Some(breakdown(i).totals.advances.minor = huge));
            with(&|i| Some(i.total.minor = huge));
        }
        for far in [Date::MIN, Date::MAX] {
            with(&|i| Some(line(i, number)?.period.from = far));
            with(&|i| Some(line(i, number)?.period.to = far));
            with(&|i| Some(metered(i, number)?.from.on = far));
            with(&|i| Some(metered(i, number)?.to.on = far));
        }
        with(&|i| Some(metered(i, number)?.rolled_over = Some(255)));
        with(&|i| Some(metered(i, number)?.quantity_decimals = 255));
        for wrong in wrongs {
            let check = recompute(&wrong, &lists);
            // A sum that isn't counted is said.
            let too_large = check.findings.iter().any(|found| found.code == Code::TooLarge);
            prop_assert_eq!(check.payable.is_none(), too_large);
        }
    }
}

/// Amounts, tax and totals that follow from the lines, however wrong these are.
fn summed_up(invoice: &mut Invoice, whole_units: bool) {
    let currency = invoice.total.currency;
    let breakdown = breakdown(invoice);
    for line in &mut breakdown.lines {
        line.amount =
            portal_rating::number::amount(line.quantity, line.unit_price, currency).unwrap();
    }
    let amounts = breakdown.lines.iter().map(|line| (line.vat, line.amount));
    breakdown.vat = vat::by_rate(amounts, breakdown.vat_method, currency).unwrap();
    let totals = &mut breakdown.totals;
    totals.net.minor = breakdown.vat.iter().map(|rate| rate.net.minor).sum();
    totals.vat.minor = breakdown.vat.iter().map(|rate| rate.vat.minor).sum();
    totals.gross.minor = totals.net.minor + totals.vat.minor;
    let open = totals.gross.minor - totals.advances.minor;
    let whole = portal_rating::number::round(Decimal::new(open, 2), 0);
    let rounded = Money::from_decimal(whole, currency).unwrap().minor;
    totals.rounding.minor = if whole_units { rounded - open } else { 0 };
    totals.payable.minor = open + totals.rounding.minor;
    invoice.total = totals.payable;
}

/// A year of water in Czech crowns, of one price list.
fn a_year_of_water() -> (Invoice, Vec<PriceList>) {
    let case = Case {
        medium: portal_domain::Medium::Water,
        currency: Currency::Czk,
        vat_method: Default::default(),
        whole_units: false,
        months: Default::default(),
        first_day: 0,
        days: 365,
        cuts: vec![],
        read_on: vec![],
        exchanged_on: None,
        start: 100,
        consumed: vec![120],
        shown: 0,
        multiplier: 1,
        prices: [5_420_000, 5_420_000, 1, 10_000, 1, 1],
        tiered: false,
        amperes: 16,
        capped: false,
        by_months: false,
        area: 0,
        advances: vec![],
    };
    let lists = case.price_lists();
    (case.settlement(&lists), lists)
}

fn codes(check: &Check) -> Vec<&'static str> {
    check.findings.iter().map(|finding| finding.code.as_str()).collect()
}

#[test]
fn what_cannot_be_computed_neither_agrees_nor_differs() {
    let (invoice, lists) = a_year_of_water();
    assert!(recompute(&invoice, &lists).agrees);

    let unknown = recompute(&invoice, &[]);
    assert!(!unknown.agrees && !unknown.differs);
    assert_eq!(codes(&unknown), ["price_list_unknown", "price_list_unknown"]);

    let mut bare = invoice.clone();
    bare.breakdown = None;
    let bare = recompute(&bare, &lists);
    assert!(!bare.agrees && !bare.differs);
    assert_eq!(codes(&bare), ["no_breakdown"]);

    let mut unfounded = invoice.clone();
    let breakdown = unfounded.breakdown.as_mut().unwrap();
    breakdown.bases.clear();
    breakdown.lines[0].bases.clear();
    let unfounded = recompute(&unfounded, &lists);
    assert!(!unfounded.agrees && !unfounded.differs);
    assert_eq!(codes(&unfounded), ["no_bases"]);

    let mut with_fee = invoice;
    let breakdown = with_fee.breakdown.as_mut().unwrap();
    let mut fee = breakdown.lines[1].clone();
    (fee.kind, fee.name, fee.price) = (LineKind::Other, "Poplatek".to_owned(), None);
    breakdown.lines.push(fee);
    summed_up(&mut with_fee, false);
    let with_fee = recompute(&with_fee, &lists);
    assert!(!with_fee.agrees && !with_fee.differs);
    assert_eq!(codes(&with_fee), ["no_price_list"]);
}

#[test]
fn a_price_that_is_too_high_says_how_much_it_costs() {
    let (mut invoice, lists) = a_year_of_water();
    // 120 m³ × 54.20 = 6504.00, and it says 55.20.
    line(&mut invoice, 0).unwrap().unit_price += Decimal::ONE;
    summed_up(&mut invoice, false);
    let check = recompute(&invoice, &lists);
    assert_eq!(codes(&check), ["unit_price_differs"]);
    let json = serde_json::to_value(&check.findings[0]).unwrap();
    let expected = serde_json::json!({
        "code": "unit_price_differs",
        "place": { "part": "line", "index": 0 },
        "said": { "type": "number", "value": "55.20000" },
        "computed": { "type": "number", "value": "54.20000" },
        "difference": { "minor": 12_000, "currency": "CZK" },
    });
    assert_eq!(json, expected);
    // With the tax of 12 %.
    let said = invoice.total.minor;
    assert_eq!(said - check.payable.unwrap().minor, 13_440);
}

#[test]
fn a_price_list_that_another_followed_is_found() {
    let (invoice, mut lists) = a_year_of_water();
    let mut next = lists[0].clone();
    next.id = "list-next".parse().unwrap();
    next.valid_from = invoice.period.unwrap().from.checked_sub(10.days()).unwrap();
    for component in &mut next.components {
        component.price -= Decimal::ONE;
    }
    lists.push(next);
    let check = recompute(&invoice, &lists);
    assert_eq!(codes(&check), ["price_list_not_valid", "price_list_not_valid"]);
    assert_eq!(check.findings[0].difference.unwrap().minor, 12_000);
    // 120 m³ and 12 months, each a crown less, and 12 % of that.
    assert_eq!(invoice.total.minor - check.payable.unwrap().minor, 14_784);
}

#[test]
fn a_credit_note_gives_back_what_was_counted() {
    let (mut invoice, lists) = a_year_of_water();
    invoice.kind = InvoiceKind::CreditNote;
    for line in &mut invoice.breakdown.as_mut().unwrap().lines {
        line.quantity = -line.quantity;
    }
    summed_up(&mut invoice, false);
    let check = recompute(&invoice, &lists);
    assert!(check.agrees, "{:#?}", check.findings);
    assert_eq!(check.payable, Some(invoice.total));
    invoice.kind = InvoiceKind::Settlement;
    assert!(recompute(&invoice, &lists).differs);
}

#[test]
fn every_code_is_written_one_way() {
    for code in Code::ALL {
        assert_eq!(serde_json::to_value(code).unwrap(), code.as_str());
    }
}
