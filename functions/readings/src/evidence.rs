//! What an operator needs to decide a reading at a glance.
//!
//! The change carries it as JSON:
//!
//! | member | what |
//! |---|---|
//! | `verdict` | what the rules said: `accepted`, `informative`, `operator` |
//! | `findings`, `suggestions` | as the customer saw them |
//! | `confirmed` | codes that the customer said "it is so" to |
//! | `serial` | what was typed as serial number, if anything |
//! | `consumption`, `per_day` | since `before`, by register, multiplied |
//! | `days` | since `before` |
//! | `before` | `{read_on, values}`: the last measured state, which it was compared with |
//! | `reference` | by register: `{per_day, basis}`; basis `season`, `year`, `predecessor` or `class` |
//! | `rolled_over` | registers that went past their last digit |
//! | `meter` | `{serial, medium, registers: [{code, unit}], max_per_hour?, window?}` |
//! | `recent` | the last six readings, newest first: `{read_on, kind, values, consumption, per_day, days?, invoice?}` |

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Value, json};

use crate::{
    history::{Line, lines},
    reading::{Claim, Meter, Reading, days_between},
    rules::{Assessment, Code},
};

/// So many readings before are shown.
const RECENT: usize = 6;

/// What is shown beside the proposed reading.
pub(crate) fn evidence(
    assessment: &Assessment,
    claim: &Claim,
    confirmed: &BTreeSet<Code>,
    meter: &Meter,
    history: &[Reading],
) -> Value {
    let (before_on, before) = &assessment.before;
    let reference: BTreeMap<_, _> = assessment
        .reference
        .iter()
        .map(|(code, one)| {
            let per_day = one.per_day.round_dp(3).normalize();
            (code.as_str(), json!({ "per_day": per_day, "basis": one.basis }))
        })
        .collect();
    json!({
        "verdict": assessment.verdict,
        "findings": assessment.findings,
        "suggestions": assessment.suggestions,
        "confirmed": confirmed,
        "serial": claim.serial,
        "consumption": assessment.consumption,
        "per_day": assessment.per_day,
        "days": days_between(*before_on, claim.read_on),
        "before": { "read_on": before_on, "values": before },
        "reference": reference,
        "rolled_over": assessment.rolled_over,
        "meter": described(meter),
        "recent": recent(meter, history),
    })
}

fn described(meter: &Meter) -> Value {
    let registers: Vec<Value> = meter
        .registers
        .iter()
        .map(|register| json!({ "code": register.code, "unit": register.unit }))
        .collect();
    json!({
        "serial": meter.serial,
        "medium": meter.medium,
        "registers": registers,
        "max_per_hour": meter.max_per_hour,
        "window": meter.window.map(|window| json!({ "from": window.from, "to": window.to })),
    })
}

fn recent(meter: &Meter, history: &[Reading]) -> Vec<Value> {
    let shown: Vec<Reading> = history.iter().take(RECENT).cloned().collect();
    let before = history.get(RECENT);
    let shown = lines(meter, shown, before, before.is_none());
    let value = |line: Line| {
        json!({
            "read_on": line.reading.read_on,
            "kind": line.reading.kind,
            "values": line.reading.values,
            "consumption": line.consumption,
            "per_day": line.per_day,
            "days": line.days,
            "invoice": line.reading.invoice,
        })
    };
    shown.into_iter().map(value).collect()
}
