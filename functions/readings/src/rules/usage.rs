//! R03 and R04: back, or past zero. R06: far from the usual. R07: more than
//! can flow. R08: standing still.

use jiff::civil::Date;
use portal_domain::RegisterCode;
use rust_decimal::Decimal;

use super::{
    finding::{Basis, Code, Finding, Severity},
    form,
    profile::floor,
    reference::{Reference, reference},
    timeline::{State, states},
};
use crate::reading::{Meter, Reading, Register, Values, days_between};

/// Less than this part of the usual is asked about.
fn low_factor() -> Decimal {
    Decimal::new(25, 2)
}

/// More than this many times the usual is asked about.
const HIGH_FACTOR: Decimal = Decimal::from_parts(3, 0, 0, false, 0);

/// A meter that stood still for longer is worth a word.
const STILL_DAYS: i64 = 60;

/// What a claimed state is compared with.
pub(super) struct Ground<'a> {
    pub meter: &'a Meter,
    /// The last measured state before the claimed day.
    pub before: State,
    /// The first measured state after it.
    pub after: Option<State>,
    /// From the state before to the claimed day.
    pub days: i64,
    pub references: Vec<(RegisterCode, Reference)>,
}

/// What is wrong with a register's state.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Wrong {
    BelowBefore,
    /// Past zero, but that would be too much.
    UnlikelyRollover,
    AboveAfter,
    High,
    Low,
    OverCapacity,
}

/// A register's state, held against what is known.
pub(super) struct Trial {
    pub used: Decimal,
    pub rolled_over: bool,
    pub wrong: Vec<Wrong>,
}

impl<'a> Ground<'a> {
    pub(crate) fn of(meter: &'a Meter, history: &[Reading], others: &[Meter], day: Date) -> Self {
        let states = states(meter, history);
        let before = states.iter().rfind(|state| state.read_on < day).cloned();
        let before = before
            .unwrap_or_else(|| State { read_on: meter.installed_on, values: meter.initial() });
        let after = states.iter().find(|state| state.read_on > day).cloned();
        let span = (before.read_on, day);
        let references = meter.registers.iter().map(|register| {
            (register.code.clone(), reference(meter, register, &states, others, span))
        });
        let references = references.collect();
        Self { meter, after, days: days_between(before.read_on, day), references, before }
    }

    pub(crate) fn reference(&self, register: &Register) -> Reference {
        let known = self.references.iter().find(|(code, _)| *code == register.code);
        known.map_or(Reference { per_day: Decimal::ZERO, basis: Basis::Class }, |(_, one)| *one)
    }

    /// What `register` is expected to have used since the state before.
    pub(crate) fn expected(&self, register: &Register) -> Decimal {
        self.reference(register).per_day * Decimal::from(self.days.max(1))
    }

    /// Holds a state of `register` against what is known.
    pub(crate) fn tried(&self, register: &Register, value: Decimal) -> Trial {
        let old = self.before.values.get(&register.code).copied().unwrap_or(register.initial);
        let advance = register.advance(old, value);
        let far = self.far(register, advance.used);
        let over = self.is_over_capacity(advance.used);
        let mut wrong = Vec::new();
        if advance.used.is_sign_negative() && !advance.used.is_zero() {
            wrong.push(Wrong::BelowBefore);
        } else if advance.rolled_over && (over || far == Some(Wrong::High)) {
            wrong.extend([Wrong::BelowBefore, Wrong::UnlikelyRollover]);
        } else {
            wrong.extend(far);
            wrong.extend(over.then_some(Wrong::OverCapacity));
        }
        if self.is_above_after(register, value) {
            wrong.push(Wrong::AboveAfter);
        }
        Trial { used: advance.used, rolled_over: advance.rolled_over && wrong.is_empty(), wrong }
    }

    /// Whether nothing is wrong with `values`, all registers together.
    pub(crate) fn is_plausible(&self, values: &Values) -> bool {
        let fine = |register: &Register| {
            let value = values.get(&register.code);
            value.is_some_and(|value| {
                form::misfit(register, *value).is_none()
                    && self.tried(register, *value).wrong.is_empty()
            })
        };
        self.meter.registers.iter().all(fine) && !self.is_over_capacity(self.sum(values))
    }

    /// What the rules find in `values`, which are complete.
    pub(crate) fn findings(&self, values: &Values, history: &[Reading]) -> Vec<Finding> {
        let mut findings = Vec::new();
        for register in &self.meter.registers {
            let Some(value) = values.get(&register.code) else { continue };
            let trial = self.tried(register, *value);
            let found = trial.wrong.iter().map(|wrong| self.said(*wrong, register, &trial));
            findings.extend(found);
            if trial.rolled_over {
                let finding = Finding::new(Code::R04, Severity::Info, "rollover");
                findings.push(finding.of(&register.code).with("used", trial.used.normalize()));
            }
            findings.extend(self.below_estimate(register, *value, history));
        }
        if self.is_over_capacity(self.sum(values))
            && !findings.iter().any(|finding| finding.code == Code::R07)
        {
            findings.push(self.over_capacity(self.sum(values)));
        }
        if self.days > STILL_DAYS && self.sum(values).is_zero() {
            let finding = Finding::new(Code::R08, Severity::Info, "still");
            findings.push(finding.with("days", self.days));
        }
        findings
    }

    /// The registers that went past zero.
    pub(crate) fn rolled_over(&self, values: &Values) -> Vec<RegisterCode> {
        let rolled = |register: &&Register| {
            let value = values.get(&register.code);
            value.is_some_and(|value| self.tried(register, *value).rolled_over)
        };
        self.meter.registers.iter().filter(rolled).map(|one| one.code.clone()).collect()
    }

    fn said(&self, wrong: Wrong, register: &Register, trial: &Trial) -> Finding {
        let asked = |code, reason| Finding::new(code, Severity::Confirm, reason).of(&register.code);
        let before = self.before.values.get(&register.code).copied().unwrap_or_default();
        let unusual = |reason| {
            let reference = self.reference(register);
            asked(Code::R06, reason)
                .with("used", trial.used.normalize())
                .with("expected", self.expected(register).round_dp(1).normalize())
                .with("days", self.days)
                .with("basis", basis(reference.basis))
        };
        match wrong {
            Wrong::BelowBefore => asked(Code::R03, "below_before")
                .with("before", before)
                .with("before_on", self.before.read_on),
            Wrong::UnlikelyRollover => asked(Code::R04, "unlikely_rollover")
                .with("used", trial.used.normalize())
                .with("before", before),
            Wrong::AboveAfter => {
                let after = self.after.as_ref();
                let value = after.and_then(|after| after.values.get(&register.code));
                asked(Code::R03, "above_after")
                    .with("after", value.copied().unwrap_or_default())
                    .with(
                        "after_on",
                        after.map(|after| after.read_on.to_string()).unwrap_or_default(),
                    )
            }
            Wrong::High => unusual("high"),
            Wrong::Low => unusual("low"),
            Wrong::OverCapacity => self.over_capacity(trial.used).of(&register.code),
        }
    }

    /// R06. A class says what is much, not what is little.
    fn far(&self, register: &Register, used: Decimal) -> Option<Wrong> {
        let reference = self.reference(register);
        let expected = self.expected(register);
        let floor = floor(self.meter.medium, register.unit);
        if used > expected * HIGH_FACTOR && used - expected > floor {
            return Some(Wrong::High);
        }
        let low = used < expected * low_factor() && expected - used > floor;
        (low && reference.basis != Basis::Class).then_some(Wrong::Low)
    }

    /// R07. The hour of neither reading is known, so a day is added.
    fn is_over_capacity(&self, used: Decimal) -> bool {
        self.capacity().is_some_and(|capacity| used > capacity)
    }

    fn capacity(&self) -> Option<Decimal> {
        Some(self.meter.max_per_hour? * Decimal::from(24 * (self.days + 1)))
    }

    fn over_capacity(&self, used: Decimal) -> Finding {
        Finding::new(Code::R07, Severity::Confirm, "over_capacity")
            .with("used", used.normalize())
            .with("capacity", self.capacity().unwrap_or_default().normalize())
            .with("days", self.days)
    }

    /// A register that rolled over between is above, rightly.
    fn is_above_after(&self, register: &Register, value: Decimal) -> bool {
        let after = self.after.as_ref().and_then(|after| after.values.get(&register.code));
        after.is_some_and(|after| {
            let advance = register.advance(value, *after);
            advance.used.is_sign_negative() && !advance.used.is_zero()
        })
    }

    /// R03 holds for measured states; an estimate above is billing's error,
    /// and the operator's business once it is billed.
    fn below_estimate(
        &self,
        register: &Register,
        value: Decimal,
        history: &[Reading],
    ) -> Option<Finding> {
        let day = self.before.read_on.saturating_add(jiff::Span::new().days(self.days));
        let since = |reading: &&Reading| {
            !reading.is_measured() && (self.before.read_on..day).contains(&reading.read_on)
        };
        let estimate = history.iter().find(since)?;
        let estimated =
            estimate.values.get(&register.code).filter(|estimated| value < **estimated)?;
        if register.advance(*estimated, value).rolled_over {
            return None;
        }
        let severity = if estimate.is_billed() { Severity::Operator } else { Severity::Info };
        let finding = Finding::new(Code::R03, severity, "below_estimate").of(&register.code);
        Some(finding.with("estimate", estimated).with("estimate_on", estimate.read_on))
    }

    /// What all registers used together. Two tariffs share one breaker.
    fn sum(&self, values: &Values) -> Decimal {
        let used = self.meter.registers.iter().filter_map(|register| {
            let value = values.get(&register.code)?;
            let old = self.before.values.get(&register.code).copied().unwrap_or(register.initial);
            Some(register.advance(old, *value).used)
        });
        used.sum()
    }
}

fn basis(basis: Basis) -> &'static str {
    match basis {
        Basis::Season => "season",
        Basis::Year => "year",
        Basis::Predecessor => "predecessor",
        Basis::Class => "class",
    }
}
