//! Whether a claimed reading can be true: rules R01 to R12.
//!
//! Pure: the same arguments give the same answer. Numbers are exact decimals.
//!
//! | code | asks | module |
//! |---|---|---|
//! | R01 | is it a number that this dial can show? | [`form`] |
//! | R02 | can it have been read on that day? | [`day`] |
//! | R03 | did it go back? | [`usage`] |
//! | R04 | did it go past its last digit? | [`usage`] |
//! | R05 | is there one of that day already? | [`day`] |
//! | R06 | is it far from what is usual? | [`usage`], [`reference`] |
//! | R07 | can so much flow at all? | [`usage`] |
//! | R08 | does it stand still? | [`usage`] |
//! | R09 | were two registers swapped? | [`suggest`] |
//! | R10 | did a digit slip? | [`suggest`], [`slip`] |
//! | R11 | is it another meter of the customer? | [`suggest`] |
//! | R12 | is it the meter with that serial number? | [`form`] |
//!
//! A finding is informative, asks the customer ("is that so?"), asks an
//! operator, or refuses. A customer who says "it is so" sends the reading to
//! an operator: no rule approves what looked wrong.

mod day;
mod finding;
mod form;
#[cfg(test)]
mod mutations;
mod permission;
mod profile;
mod reference;
mod slip;
mod suggest;
mod timeline;
mod usage;
#[cfg(test)]
mod vectors;

use std::collections::BTreeSet;

use jiff::civil::Date;
use portal_domain::RegisterCode;

use self::finding::Severity;
pub(crate) use self::{
    finding::{Code, Finding, Refusal, Suggestion, Verdict},
    permission::{Forbidden, may_send},
    reference::{Reference, usual},
};
use crate::reading::{Claim, Meter, Reading, Values, per_day, used_between};

/// All that the rules look at.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Case<'a> {
    pub claim: &'a Claim,
    pub meter: &'a Meter,
    /// What was recorded of the meter, newest first.
    pub history: &'a [Reading],
    /// The customer's other meters, as far as the person may see them.
    pub others: &'a [Meter],
    /// The civil day where the utility is.
    pub today: Date,
    /// What the customer was asked and said "it is so" to.
    pub confirmed: &'a BTreeSet<Code>,
}

/// What the rules say of a claim.
#[derive(Clone, Debug)]
pub(crate) struct Assessment {
    pub verdict: Verdict,
    pub findings: Vec<Finding>,
    pub suggestions: Vec<Suggestion>,
    /// The claimed values; empty when they can't be read.
    pub values: Values,
    /// Since the state that it was compared with, multiplied.
    pub consumption: Values,
    pub per_day: Values,
    pub rolled_over: Vec<RegisterCode>,
    /// The last measured state before: what it was compared with.
    pub before: (Date, Values),
    /// What was expected, by register.
    pub reference: Vec<(RegisterCode, Reference)>,
}

/// Judges a claim.
pub(crate) fn assess(case: Case<'_>) -> Assessment {
    let (values, mut findings) = form::values(case.claim, case.meter);
    findings.extend(form::serial(case.claim, case.meter, case.others));
    findings.extend(day::findings(case));

    let ground = usage::Ground::of(case.meter, case.history, case.others, case.claim.read_on);
    let whole = case.meter.registers.iter().all(|one| values.contains_key(&one.code));
    let on_dial = form::fit(&values, case.meter);
    if whole && on_dial && !findings.iter().any(|finding| finding.severity == Severity::Refuse) {
        findings.extend(ground.findings(&values, case.history));
    }
    let suggestions = suggest::suggestions(case, &ground, &values, &mut findings);

    // What the dial can't show says nothing, and may be too long to reckon with.
    let (consumption, rolled_over) = if on_dial {
        (used_between(case.meter, &ground.before.values, &values), ground.rolled_over(&values))
    } else {
        (Values::new(), Vec::new())
    };
    Assessment {
        verdict: Verdict::of(&findings, case.confirmed),
        per_day: per_day(&consumption, ground.days),
        rolled_over,
        consumption,
        values,
        findings,
        suggestions,
        before: (ground.before.read_on, ground.before.values),
        reference: ground.references,
    }
}

impl Assessment {
    /// Why it can't be sent at all, if it can't.
    pub(crate) fn refusal(&self) -> Option<Refusal> {
        let refused = |finding: &&Finding| finding.severity == Severity::Refuse;
        self.findings.iter().find(refused).map(Finding::refusal)
    }

    /// How closely an operator should look, 0 to 9.
    pub(crate) fn risk(&self) -> u8 {
        self.findings.iter().map(Finding::risk).max().unwrap_or(0)
    }
}
