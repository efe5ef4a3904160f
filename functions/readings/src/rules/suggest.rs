//! R09: swapped registers. R10: a slipped digit. R11: another meter. What may
//! have been meant when a claim can't be right.

use portal_domain::RegisterCode;
use rust_decimal::Decimal;

use super::{
    Case,
    finding::{Code, Finding, Severity, Suggestion, SuggestionCode},
    form,
    profile::floor,
    slip,
    usage::Ground,
};
use crate::reading::{Meter, Register, Values, days_between};

/// At most so many slips are offered for a register: more would be a riddle.
const OFFERED: usize = 3;

/// What may have been meant. What was recognised is added to `findings`.
pub(super) fn suggestions(
    case: Case<'_>,
    ground: &Ground<'_>,
    values: &Values,
    findings: &mut Vec<Finding>,
) -> Vec<Suggestion> {
    let mut suggestions = Vec::new();
    let named = form::with_serial(case.claim, case.others);
    if let Some(other) = named {
        findings.push(asked(Code::R11, "other_serial").with("serial", &other.serial));
        suggestions.push(meter(other));
    }
    let day_refused = findings.iter().any(|finding| {
        finding.severity == Severity::Refuse && matches!(finding.code, Code::R02 | Code::R05)
    });
    let whole = values.len() == ground.meter.registers.len();
    if day_refused || !whole || ground.is_plausible(values) {
        return suggestions;
    }

    if let Some(swapped) = swapped(ground, values) {
        findings.push(asked(Code::R09, "swapped"));
        suggestions.push(meant(SuggestionCode::SwapRegisters, swapped));
    }
    for register in &ground.meter.registers {
        let slips = slips(ground, register, values);
        if !slips.is_empty() {
            findings.push(asked(Code::R10, "slipped").of(&register.code));
        }
        suggestions.extend(slips);
    }
    if named.is_none()
        && let Some(other) = case.others.iter().find(|other| fits(case, other, values))
    {
        findings.push(asked(Code::R11, "fits_other").with("serial", &other.serial));
        suggestions.push(meter(other));
    }
    if findings.iter().any(|finding| finding.reason() == "unlikely_rollover") {
        let code = SuggestionCode::Rollover;
        suggestions.push(Suggestion { code, values: None, meter: None });
    }
    suggestions
}

/// R09: the values with two registers exchanged, if that makes them plausible.
fn swapped(ground: &Ground<'_>, values: &Values) -> Option<Values> {
    let codes: Vec<&RegisterCode> = values.keys().collect();
    let pairs = codes
        .iter()
        .enumerate()
        .flat_map(|(at, one)| codes.iter().skip(at + 1).map(move |other| (*one, *other)));
    let exchanged = pairs.filter_map(|(one, other)| {
        let mut exchanged = values.clone();
        exchanged.insert(one.clone(), *values.get(other)?);
        exchanged.insert(other.clone(), *values.get(one)?);
        Some(exchanged)
    });
    exchanged.into_iter().find(|exchanged| ground.is_plausible(exchanged))
}

/// R10: the readings that one slip in `register` would explain, the nearest to
/// the expected first.
fn slips(ground: &Ground<'_>, register: &Register, values: &Values) -> Vec<Suggestion> {
    let Some(typed) = values.get(&register.code).copied() else { return Vec::new() };
    let fits = |value| ground.tried(register, value).wrong.is_empty();
    if form::misfit(register, typed).is_none() && fits(typed) {
        return Vec::new();
    }
    let expected = ground.expected(register);
    let distance = |value: Decimal| (ground.tried(register, value).used - expected).abs();
    let mut found = slip::candidates(register, typed);
    found.retain(|(_, value)| fits(*value));
    found.sort_by_key(|(_, value)| distance(*value));

    // A missing digit could be any of ten in many places: only the likeliest.
    let mut dropped = 0;
    found.retain(|(code, _)| {
        dropped += usize::from(*code == SuggestionCode::DroppedDigit);
        *code != SuggestionCode::DroppedDigit || dropped == 1
    });
    let with = |(code, value)| {
        let mut values = values.clone();
        values.insert(register.code.clone(), value);
        meant(code, values)
    };
    found.into_iter().take(OFFERED).map(with).collect()
}

/// R11: whether `values` go on from what another meter showed last.
fn fits(case: Case<'_>, other: &Meter, values: &Values) -> bool {
    let Some(last) = &other.last else { return false };
    let days = days_between(last.read_on, case.claim.read_on);
    let alike = other.registers.len() == values.len();
    if other.removed_on.is_some() || !alike || days < 0 {
        return false;
    }
    other.registers.iter().all(|register| {
        let (Some(value), Some(old)) =
            (values.get(&register.code), last.values.get(&register.code))
        else {
            return false;
        };
        if form::misfit(register, *value).is_some() {
            return false;
        }
        let usual = other.usual.get(&register.code).copied().unwrap_or_default();
        let most = usual * Decimal::from(3 * days) + floor(other.medium, register.unit);
        let used = register.advance(*old, *value).used;
        used >= Decimal::ZERO && used <= most
    })
}

fn asked(code: Code, reason: &'static str) -> Finding {
    Finding::new(code, Severity::Confirm, reason)
}

fn meant(code: SuggestionCode, values: Values) -> Suggestion {
    Suggestion { code, values: Some(values), meter: None }
}

fn meter(other: &Meter) -> Suggestion {
    Suggestion { code: SuggestionCode::OtherMeter, values: None, meter: Some(other.id.clone()) }
}
