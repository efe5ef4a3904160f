//! Numbers that others published or that are computed here by hand.

use jiff::civil::date;
use portal_contracts::{
    breakdown::{Basis, BillingUnit, Conversion, Metered, State},
    invoice::{Period, VatMethod},
    ledger::AdvanceBounds,
    price_list::{Component, MonthRule, Per, PriceList, Tier},
    rainwater::{RainwaterDeclaration, SurfaceClass},
    update::ReadingKind,
};
use portal_domain::{Currency, Medium, Money, Unit};
use portal_rating::{
    Error, advance,
    bill::{ConversionFrom, Profile, Register, Supply, Terms, bill},
    months::months,
    rainwater, recompute, vat,
};
use rust_decimal::Decimal;

use crate::build::{component, consumption, decimal, invoice, price_list, vat_rate};

pub(crate) fn year(year: i16) -> Period {
    Period { from: date(year, 1, 1), to: date(year, 12, 31) }
}

pub(crate) fn crowns(text: &str) -> Money {
    Money::from_decimal(decimal(text), Currency::Czk).unwrap()
}

pub(crate) fn terms(currency: Currency) -> Terms {
    Terms { currency, vat_method: VatMethod::FromNet, others: vec![], advances: vec![] }
}

pub(crate) fn supply<'a>(
    medium: Medium,
    period: Period,
    price_lists: &'a [PriceList],
) -> Supply<'a> {
    Supply {
        supply_point: "SP-1".parse().unwrap(),
        medium,
        period,
        capacity: None,
        price_lists,
        registers: vec![],
        rainwater: &[],
        profile: Profile::ByDays,
    }
}

/// A register with states at the ends of these days.
pub(crate) fn register(code: &str, unit: Unit, states: &[(jiff::civil::Date, &str)]) -> Register {
    Register {
        meter: "M-1".parse().unwrap(),
        serial: "1000".to_owned(),
        register: code.parse().unwrap(),
        unit,
        digits: Some(5),
        multiplier: Decimal::ONE,
        states: states
            .iter()
            .map(|(on, value)| State { on: *on, value: decimal(value), kind: ReadingKind::Actual })
            .collect(),
        conversions: vec![],
        quantity_unit: match unit {
            Unit::M3 => BillingUnit::M3,
            Unit::Kwh => BillingUnit::Kwh,
            Unit::Gj => BillingUnit::Gj,
        },
        quantity_decimals: 0,
    }
}

/// The amounts of a supply's lines, by component; the document computed again.
#[track_caller]
pub(crate) fn lines(supply: Supply<'_>, currency: Currency) -> Vec<(String, String, String)> {
    let (period, lists) = (supply.period, supply.price_lists.to_vec());
    let breakdown = bill(&[supply], &terms(currency)).unwrap();
    let lines = breakdown.lines.iter().map(|line| {
        let code = line.price.as_ref().unwrap().component.clone();
        (code, line.quantity.normalize().to_string(), line.amount.to_decimal().to_string())
    });
    let lines = lines.collect();
    let check = recompute(&invoice(breakdown, period), &lists);
    assert!(check.agrees, "{:#?}", check.findings);
    lines
}

pub(crate) fn rows(rows: &[(&str, &str, &str)]) -> Vec<(String, String, String)> {
    rows.iter().map(|(a, b, c)| ((*a).to_owned(), (*b).to_owned(), (*c).to_owned())).collect()
}

#[test]
fn svitavy_bills_rain_by_its_published_example() {
    let on = date(2024, 1, 1);
    let of = |class, area| rainwater::surface(class, Decimal::from(area), on).unwrap();
    let surfaces = vec![of(SurfaceClass::Impermeable, 800), of(SurfaceClass::Vegetation, 300)];
    let rainfall = decimal("0.655");
    assert_eq!(rainwater::reduced_area(&surfaces), Ok(decimal("735")));
    assert_eq!(rainwater::yearly_quantity(&surfaces, rainfall), Ok(decimal("481.43")));
    let rain = Component {
        quantity_decimals: 0,
        ..component("rain", Per::Rainwater, decimal("54.20"), 12)
    };
    let lists = [price_list("L", Medium::Water, date(2024, 1, 1), vec![rain])];
    let declared = [RainwaterDeclaration {
        supply_point: "SP-1".parse().unwrap(),
        valid_from: on,
        valid_to: None,
        surfaces,
        rainfall,
        yearly_quantity: decimal("481.43"),
        yearly_amount: None,
        exempt: false,
    }];
    let supply = Supply { rainwater: &declared, ..supply(Medium::Water, year(2024), &lists) };
    assert_eq!(lines(supply, Currency::Czk), rows(&[("rain", "481", "26070.20")]));
}

#[test]
fn vrchlabi_drains_by_the_old_classes() {
    use SurfaceClass::{GreenRoofThin, Impermeable, Permeable, Vegetation};
    let before = date(2022, 6, 30);
    for (class, per_m2) in [(Impermeable, "0.8595"), (Permeable, "0.3820"), (Vegetation, "0.0478")]
    {
        let surface = rainwater::surface(class, Decimal::ONE, before).unwrap();
        let quantity = rainwater::quantity(&[surface], decimal("0.955"), Decimal::from(12), 4);
        assert_eq!(quantity, Ok(decimal(per_m2)), "{class:?}");
    }
    assert_eq!(rainwater::coefficient(GreenRoofThin, before), None);
}

#[test]
fn valasske_mezirici_drains_a_hundred_square_metres() {
    let on = date(2024, 1, 1);
    let roof = rainwater::surface(SurfaceClass::Impermeable, Decimal::ONE_HUNDRED, on).unwrap();
    assert_eq!(rainwater::yearly_quantity(&[roof], decimal("0.643")), Ok(decimal("57.87")));
}

#[test]
fn six_classes_drain_from_july_2022_on() {
    use SurfaceClass::{
        GreenRoofMedium, GreenRoofThick, GreenRoofThin, Impermeable, Permeable, Vegetation,
    };
    let on = date(2022, 7, 1);
    for (class, share) in [
        (Impermeable, "0.9"),
        (GreenRoofThin, "0.6"),
        (Permeable, "0.4"),
        (GreenRoofMedium, "0.3"),
        (GreenRoofThick, "0.1"),
        (Vegetation, "0.05"),
    ] {
        assert_eq!(rainwater::coefficient(class, on), Some(decimal(share)), "{class:?}");
    }
}

#[test]
fn a_thousand_cubic_metres_of_gas_are_10323_kwh() {
    let per_kwh = consumption(BillingUnit::Kwh, &[]);
    let gas = component("gas", per_kwh, decimal("1.5"), 21);
    let lists = [price_list("L", Medium::Gas, date(2020, 1, 1), vec![gas])];
    let states = [(date(2023, 12, 31), "1000"), (date(2024, 12, 31), "2000")];
    let register = Register {
        quantity_unit: BillingUnit::Kwh,
        conversions: vec![ConversionFrom {
            from: date(2020, 1, 1),
            conversion: Conversion {
                coefficient: decimal("0.978"),
                calorific_value: decimal("10.555"),
            },
        }],
        ..register("T", Unit::M3, &states)
    };
    let supply = Supply { registers: vec![register], ..supply(Medium::Gas, year(2024), &lists) };
    assert_eq!(lines(supply, Currency::Czk), rows(&[("gas", "10323", "15484.50")]));
}

#[test]
fn a_gigajoule_is_277_78_kwh() {
    let kwh = portal_rating::number::in_unit(Decimal::ONE, BillingUnit::Gj, BillingUnit::Kwh);
    assert_eq!(portal_rating::number::round(kwh.unwrap(), 2), decimal("277.78"));
}

#[test]
fn tiers_have_their_share_of_a_year() {
    let water = Component {
        tiers: vec![Tier { beyond: Decimal::from(120), price: decimal("60") }],
        quantity_decimals: 0,
        ..component("water", consumption(BillingUnit::M3, &[]), decimal("50"), 12)
    };
    let lists = [price_list("L", Medium::Water, date(2020, 1, 1), vec![water])];
    let half = Period { from: date(2024, 1, 1), to: date(2024, 6, 30) };
    let states = [(date(2023, 12, 31), "0"), (date(2024, 6, 30), "80")];
    let supply = Supply {
        registers: vec![register("T", Unit::M3, &states)],
        ..supply(Medium::Water, half, &lists)
    };
    let expected = rows(&[("water", "60", "3000.00"), ("water", "20", "1200.00")]);
    assert_eq!(lines(supply, Currency::Czk), expected);
}

#[test]
fn a_price_that_ends_cuts_consumption_by_days() {
    let of = |price| component("water", consumption(BillingUnit::M3, &[]), decimal(price), 12);
    let lists = [
        price_list("old", Medium::Water, date(2024, 1, 1), vec![of("50")]),
        price_list("new", Medium::Water, date(2024, 4, 1), vec![of("60")]),
    ];
    // 91 of 366 days, of 100 m³: 24.86, as the register shows it 25.
    let states = [(date(2023, 12, 31), "99950"), (date(2024, 12, 31), "50")];
    let registers = vec![register("T", Unit::M3, &states)];
    let supply = Supply { registers, ..supply(Medium::Water, year(2024), &lists) };
    let breakdown = bill(std::slice::from_ref(&supply), &terms(Currency::Czk)).unwrap();
    let states: Vec<_> = breakdown
        .bases
        .iter()
        .filter_map(|basis| match basis {
            Basis::Metered(Metered { to, rolled_over, .. }) => {
                Some((to.on, to.value, to.kind, *rolled_over))
            }
            Basis::Rainwater(_) => None,
        })
        .collect();
    let cut = (date(2024, 3, 31), decimal("99975"), ReadingKind::Estimated, None);
    let end = (date(2024, 12, 31), decimal("50"), ReadingKind::Actual, Some(5));
    assert_eq!(states, [cut, end]);
    let expected = rows(&[("water", "25", "1250.00"), ("water", "75", "4500.00")]);
    assert_eq!(lines(supply, Currency::Czk), expected);
}

#[test]
fn a_state_on_the_last_day_of_a_price_is_used() {
    let of = |price| component("water", consumption(BillingUnit::M3, &[]), decimal(price), 12);
    let lists = [
        price_list("old", Medium::Water, date(2024, 1, 1), vec![of("50")]),
        price_list("new", Medium::Water, date(2024, 4, 1), vec![of("60")]),
    ];
    let states =
        [(date(2023, 12, 31), "10"), (date(2024, 3, 31), "90"), (date(2024, 12, 31), "110")];
    let registers = vec![register("T", Unit::M3, &states)];
    let supply = Supply { registers, ..supply(Medium::Water, year(2024), &lists) };
    let expected = rows(&[("water", "80", "4000.00"), ("water", "20", "1200.00")]);
    assert_eq!(lines(supply, Currency::Czk), expected);
}

#[test]
fn months_are_whole_or_shares_of_their_days() {
    let of = |from, to, rule| months(Period { from, to }, rule).unwrap();
    let calendar = |from, to| of(from, to, MonthRule::Calendar);
    assert_eq!(calendar(date(2024, 1, 1), date(2024, 12, 31)), Decimal::from(12));
    assert_eq!(calendar(date(2024, 1, 16), date(2024, 3, 15)), decimal("2"));
    assert_eq!(calendar(date(2024, 6, 1), date(2024, 6, 15)), decimal("0.5"));
    let year = of(date(2023, 1, 1), date(2023, 12, 31), MonthRule::YearOf365);
    assert_eq!(year, Decimal::from(12));
    let reversed = Period { from: date(2024, 1, 2), to: date(2024, 1, 1) };
    assert_eq!(months(reversed, MonthRule::Calendar), Err(Error::PeriodReversed));
}

#[test]
fn vat_goes_from_net_and_out_of_gross() {
    let from_net = vat::vat(crowns("26070.20"), vat_rate(12), VatMethod::FromNet).unwrap();
    assert_eq!((from_net.vat, from_net.gross), (crowns("3128.42"), crowns("29198.62")));
    let from_gross = vat::vat(crowns("1000"), vat_rate(21), VatMethod::FromGross).unwrap();
    assert_eq!((from_gross.vat, from_gross.net), (crowns("173.55"), crowns("826.45")));
    // Half a heller goes away from zero, in both directions.
    let half = vat::vat(crowns("0.50"), vat_rate(21), VatMethod::FromNet).unwrap();
    assert_eq!(half.vat, crowns("0.11"));
    let back = vat::vat(crowns("-0.50"), vat_rate(21), VatMethod::FromNet).unwrap();
    assert_eq!(back.vat, crowns("-0.11"));
}

#[test]
fn advances_go_up_to_tens_within_their_bounds() {
    let of = |expected, number| advance::advance(crowns(expected), number, None);
    assert_eq!(of("12000", 12), Ok(crowns("1000")));
    assert_eq!(of("12000.01", 12), Ok(crowns("1010")));
    assert_eq!(of("11000", 11), Ok(crowns("1000")));
    assert_eq!(of("-5", 11), Ok(crowns("0")));
    assert_eq!(of("1", 0), Err(Error::NoAdvances));
    let bounds = AdvanceBounds { least: crowns("100"), most: crowns("900") };
    let of = |expected| advance::advance(crowns(expected), 11, Some(&bounds));
    assert_eq!(of("50"), Ok(crowns("100")));
    assert_eq!(of("12000"), Ok(crowns("900")));
}

#[test]
fn what_stands_in_the_way_of_a_bill_is_said() {
    let water = component("water", consumption(BillingUnit::M3, &[]), decimal("50"), 12);
    let list = |id, from| price_list(id, Medium::Water, from, vec![water.clone()]);
    let good = [list("L", date(2020, 1, 1))];
    let of = |lists: &[PriceList], states: &[(jiff::civil::Date, &str)], digits| {
        let registers = vec![Register { digits, ..register("T", Unit::M3, states) }];
        let supply = Supply { registers, ..supply(Medium::Water, year(2024), lists) };
        bill(&[supply], &terms(Currency::Czk)).map(|breakdown| breakdown.totals.net.minor)
    };
    let (from, to) = (date(2023, 12, 31), date(2024, 12, 31));
    let states = [(from, "10"), (to, "110")];
    assert_eq!(of(&good, &states, None), Ok(500_000));
    assert_eq!(of(&[], &states, None), Err(Error::NoPriceList(date(2024, 1, 1))));
    let late = [list("L", date(2024, 2, 1))];
    assert_eq!(of(&late, &states, None), Err(Error::NoPriceList(date(2024, 1, 1))));
    let ended = [PriceList { valid_to: Some(date(2024, 5, 31)), ..list("L", date(2020, 1, 1)) }];
    assert_eq!(of(&ended, &states, None), Err(Error::NoPriceList(date(2024, 6, 1))));
    let twice = [list("K", date(2020, 1, 1)), list("L", date(2020, 1, 1))];
    let overlap = Error::PriceListsOverlap("K".parse().unwrap(), "L".parse().unwrap());
    assert_eq!(of(&twice, &states, None), Err(overlap));
    let fell = [(from, "110"), (to, "10")];
    let register = || "T".parse().unwrap();
    assert_eq!(of(&good, &fell, None), Err(Error::RegisterFell(register(), to)));
    assert_eq!(of(&good, &fell, Some(5)), Ok(99_900 * 5_000));
    let short = [(from, "10"), (date(2024, 12, 1), "110")];
    let missing = Error::StateMissing(register(), date(2024, 12, 1));
    assert_eq!(of(&good, &short, None), Err(missing));
    let huge = [(from, "0"), (to, "79228162514264337593543950335")];
    assert_eq!(of(&good, &huge, None), Err(Error::TooLarge));
}
