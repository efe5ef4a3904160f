//! The rules on fixed cases.

use std::collections::BTreeSet;

use jiff::civil::{Date, date};
use portal_domain::{Medium, Unit};
use rust_decimal::Decimal;

use super::{
    Assessment, Case, Code, Verdict, assess,
    finding::{Severity, SuggestionCode},
};
use crate::reading::{Claim, Kind, Last, Meter, Reading, Register, Values, Window};

pub(super) fn number(text: &str) -> Decimal {
    text.parse().unwrap()
}

pub(super) fn values(all: &[(&str, &str)]) -> Values {
    all.iter().map(|(code, value)| (code.parse().unwrap(), number(value))).collect()
}

pub(super) fn register(code: &str, unit: Unit, digits: u8, decimals: u8) -> Register {
    Register {
        code: code.parse().unwrap(),
        unit,
        digits,
        decimals,
        multiplier: Decimal::ONE,
        initial: Decimal::ZERO,
    }
}

pub(super) fn meter(medium: Medium, registers: Vec<Register>, max_per_hour: &str) -> Meter {
    Meter {
        id: "M-1".parse().unwrap(),
        serial: "00123456".to_owned(),
        supply_point: "P-1".parse().unwrap(),
        medium,
        point_label: "Byt 1".to_owned(),
        point_active: true,
        installed_on: date(2020, 1, 1),
        removed_on: None,
        registers,
        max_per_hour: Some(number(max_per_hour)),
        window: None,
        self_reading: None,
        last: None,
        usual: Values::new(),
    }
}

/// Water: five digits, three decimals, Q4 of 3.125 m³ an hour.
fn water() -> Meter {
    meter(Medium::Water, vec![register("T", Unit::M3, 5, 3)], "3.125")
}

/// Electricity in two tariffs: six digits and one decimal, 3×25 A.
fn two_tariffs() -> Meter {
    let registers = ["VT", "NT"].map(|code| register(code, Unit::Kwh, 6, 1));
    meter(Medium::Electricity, registers.into(), "17.25")
}

pub(super) fn reading(read_on: Date, kind: Kind, all: &[(&str, &str)]) -> Reading {
    Reading {
        read_on,
        kind,
        values: values(all),
        consumption: Values::new(),
        invoice: None,
        change: None,
    }
}

/// Quarterly readings of a household that uses 0.25 m³ a day, the last on
/// 2025-12-31 with 547.5 m³ since 2020.
fn water_history() -> Vec<Reading> {
    let states = [
        (date(2025, 12, 31), "547.5"),
        (date(2025, 9, 30), "524.5"),
        (date(2025, 6, 30), "501.5"),
        (date(2025, 3, 31), "478.75"),
        (date(2024, 12, 31), "456.25"),
    ];
    states.map(|(day, value)| reading(day, Kind::Actual, &[("T", value)])).into()
}

/// A year of two tariffs: 2000 kWh in the high one, 6000 kWh in the low one.
fn tariff_history() -> Vec<Reading> {
    vec![
        reading(date(2025, 12, 31), Kind::Actual, &[("VT", "12000"), ("NT", "36000")]),
        reading(date(2024, 12, 31), Kind::Actual, &[("VT", "10000"), ("NT", "30000")]),
    ]
}

struct World {
    meter: Meter,
    history: Vec<Reading>,
    others: Vec<Meter>,
    serial: Option<&'static str>,
    confirmed: &'static [Code],
}

fn at_the_tap() -> World {
    World {
        meter: water(),
        history: water_history(),
        others: Vec::new(),
        serial: None,
        confirmed: &[],
    }
}

fn at_the_breaker() -> World {
    World { meter: two_tariffs(), history: tariff_history(), ..at_the_tap() }
}

impl World {
    /// What the rules say, on 2026-03-31, of a state of that day.
    fn claim(&self, all: &[(&str, &str)]) -> Assessment {
        self.claim_on(date(2026, 3, 31), all)
    }

    fn claim_on(&self, read_on: Date, all: &[(&str, &str)]) -> Assessment {
        let typed = all.iter().map(|(code, value)| ((*code).to_owned(), (*value).to_owned()));
        let claim =
            Claim { read_on, values: typed.collect(), serial: self.serial.map(str::to_owned) };
        let confirmed: BTreeSet<Code> = self.confirmed.iter().copied().collect();
        assess(Case {
            claim: &claim,
            meter: &self.meter,
            history: &self.history,
            others: &self.others,
            today: date(2026, 3, 31),
            confirmed: &confirmed,
        })
    }
}

/// The verdict, then each finding as `code reason`, as one line.
fn said(assessment: &Assessment) -> String {
    let findings = assessment.findings.iter().map(|finding| {
        let register = finding.register.as_ref().map(|code| format!(" {code}"));
        format!("{:?} {}{}", finding.code, finding.reason(), register.unwrap_or_default())
    });
    let findings: Vec<String> = findings.collect();
    format!("{:?}: {}", assessment.verdict, findings.join(", "))
}

/// The suggestions, as `code value`.
fn meant(assessment: &Assessment, register: &str) -> Vec<(SuggestionCode, String)> {
    let register = register.parse().unwrap();
    let values = assessment.suggestions.iter().filter_map(|suggestion| {
        Some((suggestion.code, suggestion.values.as_ref()?.get(&register)?.to_string()))
    });
    values.collect()
}

#[test]
fn an_ordinary_reading_is_accepted_with_its_consumption() {
    let assessment = at_the_tap().claim(&[("T", "570,125")]);
    assert_eq!(said(&assessment), "Accepted: ");
    assert_eq!(assessment.consumption, values(&[("T", "22.625")]));
    assert_eq!(assessment.per_day, values(&[("T", "0.251")]));
    assert_eq!(assessment.before, (date(2025, 12, 31), values(&[("T", "547.5")])));
    assert_eq!(assessment.risk(), 0);
}

#[test]
fn what_is_no_number_of_the_dial_is_refused() {
    let said_of = |all: &[(&str, &str)]| said(&at_the_tap().claim(all));
    assert_eq!(said_of(&[("T", "57O")]), "Refused: R01 not_a_number T");
    assert_eq!(said_of(&[]), "Refused: R01 register_missing T");
    assert_eq!(said_of(&[("T", " ")]), "Refused: R01 register_missing T");
    assert_eq!(said_of(&[("T", "570"), ("NT", "1")]), "Refused: R01 unknown_register");
    assert!(said_of(&[("T", "570.1259")]).starts_with("Refused: R01 too_many_decimals T"));
    assert_eq!(said_of(&[("T", "570.1250")]), "Accepted: ");
    let long = at_the_tap().claim(&[("T", "570125")]);
    assert_eq!(said(&long), "Refused: R01 too_many_digits T, R10 slipped T");
    assert!(meant(&long, "T").contains(&(SuggestionCode::ShiftedPoint, "570.125".to_owned())));
}

#[test]
fn both_tariffs_are_wanted() {
    let assessment = at_the_breaker().claim(&[("VT", "12500")]);
    assert_eq!(said(&assessment), "Refused: R01 register_missing NT");
    let assessment = at_the_breaker().claim(&[("VT", "12500"), ("NT", "37500")]);
    assert_eq!(said(&assessment), "Accepted: ");
}

#[test]
fn a_reading_is_of_a_day_when_the_meter_could_be_read() {
    let said_on = |day| said(&at_the_tap().claim_on(day, &[("T", "570")]));
    assert_eq!(said_on(date(2026, 4, 1)), "Refused: R02 in_future");
    assert_eq!(said_on(date(2019, 12, 31)), "Refused: R02 before_installation");
    let mut billed = at_the_tap();
    billed.history[0].invoice = Some("2025001".parse().unwrap());
    let said_on = |day, value| said(&billed.claim_on(day, &[("T", value)]));
    assert_eq!(said_on(date(2025, 12, 30), "547"), "Refused: R02 before_billed");
    assert_eq!(said_on(date(2025, 12, 31), "547.5"), "Refused: R05 billed");
    assert_eq!(said_on(date(2026, 1, 31), "555"), "Accepted: ");
}

#[test]
fn outside_the_window_a_reading_informs() {
    let mut world = at_the_tap();
    world.meter.window = Some(Window { from: date(2026, 4, 1), to: date(2026, 4, 15) });
    assert_eq!(said(&world.claim(&[("T", "570")])), "Informative: R02 outside_window");
    world.meter.window = Some(Window { from: date(2026, 3, 25), to: date(2026, 3, 31) });
    assert_eq!(said(&world.claim(&[("T", "570")])), "Accepted: ");
}

#[test]
fn a_second_reading_of_a_day_is_a_correction() {
    let world = at_the_tap();
    let again = world.claim_on(date(2025, 12, 31), &[("T", "547.9")]);
    assert_eq!(said(&again), "Operator: R05 correction");
    let mut estimated = at_the_tap();
    estimated.history.insert(0, reading(date(2026, 3, 31), Kind::Estimated, &[("T", "575")]));
    assert_eq!(said(&estimated.claim(&[("T", "570")])), "Accepted: R05 replaces_estimate");
}

#[test]
fn a_meter_does_not_run_back() {
    let assessment = at_the_tap().claim(&[("T", "540")]);
    assert!(said(&assessment).starts_with("Confirm: R03 below_before T"));
    assert_eq!(assessment.risk(), 8);
    // Said to be so, an operator finds out who was wrong.
    let mut sure = at_the_tap();
    sure.confirmed = &[Code::R03, Code::R10];
    assert!(said(&sure.claim(&[("T", "540")])).starts_with("Operator: R03"));
}

#[test]
fn an_estimate_may_have_been_too_high() {
    let mut world = at_the_tap();
    world.history.insert(0, reading(date(2026, 2, 28), Kind::Estimated, &[("T", "580")]));
    assert_eq!(said(&world.claim(&[("T", "570")])), "Accepted: R03 below_estimate T");
    world.history[0].invoice = Some("2026001".parse().unwrap());
    assert_eq!(said(&world.claim(&[("T", "570")])), "Operator: R03 below_estimate T");
}

#[test]
fn an_earlier_reading_fits_between_its_neighbours() {
    let on = date(2025, 11, 15);
    assert_eq!(said(&at_the_tap().claim_on(on, &[("T", "536")])), "Accepted: ");
    let above = at_the_tap().claim_on(on, &[("T", "549")]);
    assert!(said(&above).starts_with("Confirm: R03 above_after T"), "{}", said(&above));
}

#[test]
fn a_dial_goes_past_its_last_digit() {
    let mut world = at_the_tap();
    for (at, value) in ["99990", "99967", "99944", "99921", "99898"].iter().enumerate() {
        world.history[at].values = values(&[("T", value)]);
    }
    let assessment = world.claim(&[("T", "12.5")]);
    assert_eq!(said(&assessment), "Accepted: R04 rollover T");
    assert_eq!(assessment.consumption, values(&[("T", "22.5")]));
    assert_eq!(assessment.rolled_over, ["T".parse().unwrap()]);
    // Too much to have gone past zero: asked, with what it may have been.
    let far = world.claim(&[("T", "9000")]);
    assert!(said(&far).starts_with("Confirm: R03 below_before T, R04 unlikely_rollover T"));
    assert!(far.suggestions.iter().any(|one| one.code == SuggestionCode::Rollover));
    assert!(far.rolled_over.is_empty());
}

#[test]
fn far_more_or_far_less_than_usual_is_asked_about() {
    let high = at_the_tap().claim(&[("T", "632")]);
    assert!(said(&high).starts_with("Confirm: R06 high T"), "{}", said(&high));
    let finding = &high.findings[0];
    assert_eq!((finding.severity, finding.params["basis"].as_str()), (Severity::Confirm, "season"));
    assert_eq!(finding.params["used"], "84.5");
    assert_eq!(finding.params["expected"], "22.5");
    let low = at_the_tap().claim(&[("T", "549")]);
    assert!(said(&low).starts_with("Confirm: R06 low T"), "{}", said(&low));
}

#[test]
fn a_difference_that_is_small_in_itself_is_no_matter() {
    let said_on = |value| said(&at_the_tap().claim_on(date(2026, 1, 5), &[("T", value)]));
    assert_eq!(said_on("547.5"), "Accepted: ");
    assert_eq!(said_on("553"), "Accepted: ");
}

#[test]
fn no_more_flows_than_can() {
    let assessment = at_the_tap().claim(&[("T", "9547")]);
    let said = said(&assessment);
    assert!(said.contains("R06 high T") && said.contains("R07 over_capacity"), "{said}");
    assert_eq!(assessment.risk(), 9);
    // 3×25 A give 17.25 kWh an hour to both tariffs together.
    let both = at_the_breaker().claim_on(date(2026, 1, 1), &[("VT", "12500"), ("NT", "36500")]);
    assert!(both.findings.iter().any(|one| one.code == Code::R07 && one.register.is_none()));
}

#[test]
fn standing_still_is_worth_a_word() {
    let mut world = at_the_tap();
    for reading in &mut world.history {
        reading.values = values(&[("T", "547.5")]);
    }
    assert_eq!(said(&world.claim(&[("T", "547.5")])), "Accepted: R08 still");
}

#[test]
fn swapped_registers_are_recognised() {
    let assessment = at_the_breaker().claim(&[("VT", "37500"), ("NT", "12500")]);
    assert!(said(&assessment).contains("R09 swapped"), "{}", said(&assessment));
    let swap = &assessment.suggestions[0];
    assert_eq!(swap.code, SuggestionCode::SwapRegisters);
    assert_eq!(swap.values, Some(values(&[("VT", "12500"), ("NT", "37500")])));
}

#[test]
fn a_slip_is_recognised_and_undone() {
    #[track_caller]
    fn check(typed: &str, code: SuggestionCode, value: &str) {
        let assessment = at_the_tap().claim(&[("T", typed)]);
        let meant = meant(&assessment, "T");
        assert!(meant.contains(&(code, value.to_owned())), "{}: {meant:?}", said(&assessment));
    }
    check("750.125", SuggestionCode::DigitSlip, "570.125");
    check("5700.125", SuggestionCode::ExtraDigit, "570.125");
    check("5701.25", SuggestionCode::ShiftedPoint, "570.125");
    check("57.0125", SuggestionCode::ShiftedPoint, "570.125");
    // Which digit is missing nobody knows; it is one that fits.
    let dropped = at_the_tap().claim(&[("T", "57.125")]);
    assert!(dropped.suggestions.iter().any(|one| one.code == SuggestionCode::DroppedDigit));
}

#[test]
fn another_meter_is_recognised_by_its_state_and_by_its_number() {
    let mut other = water();
    other.id = "M-2".parse().unwrap();
    other.serial = "777".to_owned();
    other.usual = values(&[("T", "0.3")]);
    let last = values(&[("T", "8150")]);
    other.last = Some(Last { read_on: date(2025, 12, 31), kind: Kind::Actual, values: last });
    let mut world = at_the_tap();
    world.others = vec![other];
    let by_state = world.claim(&[("T", "8177")]);
    assert!(said(&by_state).contains("R11 fits_other"), "{}", said(&by_state));
    let meters: Vec<_> = by_state.suggestions.iter().filter_map(|one| one.meter.clone()).collect();
    assert_eq!(meters, ["M-2".parse().unwrap()]);

    world.serial = Some("000-777");
    assert_eq!(said(&world.claim(&[("T", "570")])), "Confirm: R11 other_serial");
    world.serial = Some("123 456");
    assert_eq!(said(&world.claim(&[("T", "570")])), "Accepted: ");
    world.serial = Some("123457");
    assert_eq!(said(&world.claim(&[("T", "570")])), "Operator: R12 other_serial");
}

#[test]
fn after_an_exchange_the_old_meter_says_what_is_usual() {
    let mut old = water();
    old.id = "M-0".parse().unwrap();
    old.removed_on = Some(date(2026, 1, 1));
    old.usual = values(&[("T", "2")]);
    let mut world = at_the_tap();
    world.meter.installed_on = date(2026, 1, 1);
    world.history = Vec::new();
    world.others = vec![old];
    // 180 m³ in 89 days is what the old one used, and eight times a household's.
    let assessment = world.claim(&[("T", "180")]);
    assert_eq!(said(&assessment), "Accepted: ");
    world.others.clear();
    assert!(said(&world.claim(&[("T", "180")])).starts_with("Confirm: R06 high T"));
}

#[test]
fn what_was_confirmed_goes_to_an_operator() {
    let mut world = at_the_tap();
    world.confirmed = &[Code::R06];
    let assessment = world.claim(&[("T", "632")]);
    assert_eq!(assessment.verdict, Verdict::Operator, "{}", said(&assessment));
}
