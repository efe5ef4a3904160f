//! A slip of a person's is recognised or refused, and no valid reading is
//! refused: tried on meters with years of readings behind them, with seasons,
//! exchanges and dials that go past their last digit.
//!
//! The oracle knows the truth and not the rules' thresholds: a mutation has to
//! be recognised when what it says was used is negative, or is far from what
//! really was used.

use std::collections::BTreeSet;

use jiff::{
    ToSpan,
    civil::{Date, date},
};
use portal_domain::{Medium, Unit};
use proptest::{prelude::*, test_runner::TestCaseResult};
use rust_decimal::Decimal;

use super::{
    Assessment, Case, Verdict, assess,
    finding::SuggestionCode,
    profile::floor,
    usual,
    vectors::{meter, register},
};
use crate::reading::{Claim, Kind, Last, Meter, Reading, Register, Values};

/// What stands behind the meter.
#[derive(Clone, Copy, Debug)]
enum Past {
    /// Its own readings.
    Years(i64),
    /// Another meter, taken away some weeks ago.
    Exchange,
    /// Nothing.
    New,
}

#[derive(Clone, Debug)]
struct World {
    meter: Meter,
    history: Vec<Reading>,
    others: Vec<Meter>,
    read_on: Date,
    /// What the meter really shows on that day.
    truth: Values,
    past: Past,
}

/// The shape of a year in percent, January to December: not the rules' own.
fn season(medium: Medium) -> [i64; 12] {
    match medium {
        Medium::Water => [90, 90, 95, 100, 105, 115, 120, 115, 100, 95, 90, 85],
        Medium::Electricity => [130, 120, 110, 95, 85, 75, 70, 75, 90, 100, 115, 135],
        Medium::Gas | Medium::Heat => [220, 195, 150, 90, 40, 15, 12, 12, 45, 95, 145, 181],
    }
}

/// What is used from 2020-01-01 to `day`, in thousandths: `per_day` on the
/// average, more or less by season and by `whims`, a percentage a month.
fn used(medium: Medium, per_day: i64, whims: &[i64], day: Date) -> i64 {
    let season = season(medium);
    let (mut sum, mut at) = (0, date(2020, 1, 1));
    for whim in whims.iter().cycle() {
        let next = at.first_of_month().saturating_add(1.month()).min(day);
        let days = i64::from(at.until(next).unwrap().get_days());
        sum += days * per_day * season[usize::try_from(at.month()).unwrap() - 1] * whim / 10_000;
        at = next;
        if at >= day {
            break;
        }
    }
    sum
}

/// What a dial shows after `thousandths` from `initial`.
fn shown(register: &Register, thousandths: i64) -> Decimal {
    let state = register.initial + Decimal::new(thousandths, 3);
    (state % register.span()).trunc_with_scale(u32::from(register.decimals)).normalize()
}

fn worlds() -> impl Strategy<Value = World> {
    // Medium, unit, registers, digits, decimals, capacity, thousandths a day.
    let kinds = prop_oneof![
        Just((Medium::Water, Unit::M3, &["T"][..], 5, 3, "3.125", 100..900_i64)),
        Just((Medium::Water, Unit::M3, &["T"][..], 5, 0, "3.125", 150..2_000)),
        Just((Medium::Electricity, Unit::Kwh, &["T"][..], 6, 0, "17.25", 3_000..25_000)),
        Just((Medium::Electricity, Unit::Kwh, &["VT", "NT"][..], 6, 1, "17.25", 3_000..25_000)),
        Just((Medium::Gas, Unit::M3, &["T"][..], 5, 2, "6", 1_000..9_000)),
    ];
    let kinds = kinds.prop_flat_map(|kind| {
        let per_day = kind.6.clone();
        (Just(kind), per_day.clone(), per_day)
    });
    let past = prop_oneof![
        6 => (1..4_i64).prop_map(Past::Years), 2 => Just(Past::Exchange), 1 => Just(Past::New)
    ];
    let months = prop_oneof![Just(1_i64), Just(3), Just(6), Just(12)];
    let whims = prop::collection::vec(80..125_i64, 12..60);
    // How far the dial is from its end when it is installed, by percent of a
    // year's use; most are far.
    let start = prop_oneof![Just(None), Just(None), (20..300_i64).prop_map(Some)];
    (kinds, past, months, whims, start, 0..9_000_i64, 25..80_i64, 0..365_i64).prop_map(
        |((kind, a, b), past, every, whims, start, initial, since, shift)| {
            let (medium, unit, codes, digits, decimals, capacity, _) = kind;
            let uses: Vec<i64> = [a, b].into_iter().take(codes.len()).collect();
            let registers = codes.iter().zip(&uses).map(|(code, per_day)| {
                let mut one = register(code, unit, digits, decimals);
                let year = Decimal::new(per_day * 365, 3);
                one.initial = match start {
                    Some(percent) => {
                        one.span() - (year * Decimal::new(percent, 2)).trunc() - Decimal::ONE
                    }
                    None => Decimal::from(initial + per_day % 997),
                };
                one
            });
            let mut meter = meter(medium, registers.collect(), capacity);
            meter.installed_on = date(2020, 1, 1).saturating_add(shift.days());
            let zero = |at: usize, day| used(medium, uses[at], &whims, day);
            let installed = meter.installed_on;
            let state = |meter: &Meter, day: Date, from: Date| -> Values {
                let registers = meter.registers.iter().enumerate();
                let one = |(at, one): (usize, &Register)| {
                    (one.code.clone(), shown(one, zero(at, day) - zero(at, from)))
                };
                registers.map(one).collect()
            };
            let days = match past {
                Past::Years(years) => years,
                Past::Exchange => 2,
                Past::New => 0,
            };
            let mut history = Vec::new();
            let mut day = installed;
            while history.len() < 50 && day < installed.saturating_add(days.years()) {
                day = day.saturating_add(every.months());
                history.insert(0, reading(day, state(&meter, day, installed)));
            }
            let mut others = vec![neighbour(&meter, day)];
            if matches!(past, Past::Exchange) {
                let mut old = meter.clone();
                old.id = "M-0".parse().unwrap();
                old.usual = usual(&old, &history);
                old.removed_on = Some(day);
                others.push(old);
                meter.installed_on = day;
                history.clear();
            }
            let read_on = day.saturating_add(since.days());
            let truth = state(&meter, read_on, meter.installed_on);
            World { meter, history, others, read_on, truth, past }
        },
    )
}

fn reading(read_on: Date, values: Values) -> Reading {
    let (consumption, invoice, change) = (Values::new(), None, None);
    Reading { read_on, kind: Kind::Actual, values, consumption, invoice, change }
}

/// A meter of the same make elsewhere, which shows something else.
fn neighbour(meter: &Meter, day: Date) -> Meter {
    let mut other = meter.clone();
    other.id = "M-2".parse().unwrap();
    other.serial = "999".to_owned();
    other.supply_point = "P-2".parse().unwrap();
    let state = |one: &Register| (one.code.clone(), (one.span() * Decimal::new(43, 2)).trunc());
    let values = meter.registers.iter().map(state).collect();
    other.last = Some(Last { read_on: day, kind: Kind::Actual, values });
    other
}

impl World {
    fn claim(&self, values: impl IntoIterator<Item = (String, String)>) -> Assessment {
        let values = values.into_iter().collect();
        let claim = Claim { read_on: self.read_on, values, serial: None };
        assess(Case {
            claim: &claim,
            meter: &self.meter,
            history: &self.history,
            others: &self.others,
            today: self.read_on,
            confirmed: &BTreeSet::new(),
        })
    }

    fn typed(&self, values: &Values) -> Vec<(String, String)> {
        values.iter().map(|(code, value)| (code.to_string(), value.to_string())).collect()
    }

    /// Whether `values` could be true for all that a stranger could know:
    /// nothing goes back, and no register is far from what it really used.
    fn is_likely(&self, before: &Values, values: &Values) -> bool {
        self.meter.registers.iter().all(|register| {
            let (old, real, said) =
                (before[&register.code], self.truth[&register.code], values[&register.code]);
            let real = register.advance(old, real).used;
            let said = register.advance(old, said).used;
            let slack = floor(self.meter.medium, register.unit) * Decimal::from(3);
            let six = Decimal::from(6);
            said >= Decimal::ZERO && said <= real * six + slack && said + slack >= real / six
        })
    }

    /// A mutation is recognised, refused, or likely.
    fn is_caught(&self, values: &Values, needs_suggestion: bool) -> TestCaseResult {
        if *values == self.truth {
            return Ok(());
        }
        let assessment = self.claim(self.typed(values));
        let likely = self.is_likely(&assessment.before.1, values);
        let quiet = assessment.verdict == Verdict::Accepted && assessment.suggestions.is_empty();
        prop_assert!(!quiet || likely, "{values:?} for {:?}", self.truth);
        let asked = matches!(assessment.verdict, Verdict::Confirm | Verdict::Refused);
        if needs_suggestion && asked && !matches!(self.past, Past::New) {
            let findings = &assessment.findings;
            prop_assert!(!assessment.suggestions.is_empty(), "{values:?}: {findings:?}");
        }
        Ok(())
    }

    /// The truth with one register's value said otherwise.
    fn with(&self, register: &Register, value: Decimal) -> Values {
        let mut values = self.truth.clone();
        values.insert(register.code.clone(), value);
        values
    }
}

/// The digits before the mark, and the mark with what follows.
fn parted(value: Decimal) -> (String, String) {
    let text = value.to_string();
    let at = text.find('.').unwrap_or(text.len());
    (text[..at].to_owned(), text[at..].to_owned())
}

/// The texts of one slip in the digits before the mark.
fn slips(whole: &str) -> Vec<String> {
    let mut slips = Vec::new();
    for at in 0..whole.len() {
        let mut dropped = whole.to_owned();
        dropped.remove(at);
        slips.push(if dropped.is_empty() { "0".to_owned() } else { dropped });
        let mut added = whole.to_owned();
        added.insert(at, char::from(b'0' + u8::try_from((at * 7 + whole.len()) % 10).unwrap()));
        slips.push(added);
        let mut doubled = whole.to_owned();
        doubled.insert_str(at, &whole[at..=at]);
        slips.push(doubled);
        if at > 0 {
            let mut bytes = whole.as_bytes().to_vec();
            bytes.swap(at - 1, at);
            slips.push(String::from_utf8(bytes).unwrap());
        }
    }
    slips
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 96, failure_persistence: None, ..ProptestConfig::default()
    })]

    #[test]
    fn no_valid_reading_is_refused(world in worlds()) {
        let assessment = world.claim(world.typed(&world.truth));
        prop_assert!(assessment.refusal().is_none(), "{:?}", assessment.findings);
        // Where something is known of the point, it isn't even asked about.
        if !matches!(world.past, Past::New) {
            prop_assert_eq!(assessment.verdict, Verdict::Accepted, "{:?}", assessment.findings);
        }
    }

    #[test]
    fn every_slip_of_a_digit_is_recognised(world in worlds()) {
        for register in &world.meter.registers {
            let (whole, part) = parted(world.truth[&register.code]);
            for slip in slips(&whole) {
                let value: Decimal = format!("{slip}{part}").parse().unwrap();
                world.is_caught(&world.with(register, value), true)?;
            }
        }
    }

    #[test]
    fn every_shifted_point_is_recognised(world in worlds()) {
        for register in &world.meter.registers {
            let value = world.truth[&register.code];
            let tens = [10_i64, 100, 1000].map(Decimal::from);
            for ten in tens {
                world.is_caught(&world.with(register, value * ten), true)?;
                world.is_caught(&world.with(register, (value / ten).normalize()), true)?;
            }
        }
    }

    #[test]
    fn every_swap_is_recognised(world in worlds()) {
        let mut codes = world.truth.keys();
        if let (Some(one), Some(other)) = (codes.next(), codes.next()) {
            let mut swapped = world.truth.clone();
            swapped.insert(one.clone(), world.truth[other]);
            swapped.insert(other.clone(), world.truth[one]);
            world.is_caught(&swapped, true)?;
            let assessment = world.claim(world.typed(&swapped));
            if assessment.verdict == Verdict::Confirm && !matches!(world.past, Past::New) {
                let swap = assessment.suggestions.first().map(|first| first.code);
                prop_assert_eq!(swap, Some(SuggestionCode::SwapRegisters));
            }
        }
    }

    #[test]
    fn another_meter_s_state_is_recognised(world in worlds()) {
        let other = world.others[0].last.clone().unwrap();
        world.is_caught(&other.values, true)?;
    }

    /// Whatever is typed, the rules answer.
    #[test]
    fn the_rules_never_fail(
        world in worlds(),
        typed in "[0-9 .,a-z-]{0,30}",
        serial in proptest::option::of("[0-9A-Z -]{0,12}"),
        shift in -3000..3000_i64,
    ) {
        let values = world.truth.keys().map(|code| (code.to_string(), typed.clone()));
        let read_on = world.read_on.saturating_add(shift.days());
        let claim = Claim { read_on, values: values.collect(), serial };
        let assessment = assess(Case {
            claim: &claim,
            meter: &world.meter,
            history: &world.history,
            others: &world.others,
            today: world.read_on,
            confirmed: &BTreeSet::new(),
        });
        prop_assert_eq!(assessment.refusal().is_some(), assessment.verdict == Verdict::Refused);
    }
}
