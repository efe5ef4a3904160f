//! The measured past of a meter, oldest first.

use jiff::civil::Date;
use rust_decimal::Decimal;

use crate::reading::{Meter, Reading, Values};

/// The state of all registers at the end of a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct State {
    pub read_on: Date,
    pub values: Values,
}

/// What one register used from one measured state to the next.
#[derive(Clone, Copy, Debug)]
pub(super) struct Stretch {
    pub from: Date,
    pub to: Date,
    /// Multiplied, never negative.
    pub used: Decimal,
}

/// The measured states, oldest first, begun by the state at installation.
/// Estimates say what billing thought, not what the meter showed.
pub(super) fn states(meter: &Meter, history: &[Reading]) -> Vec<State> {
    let measured = history.iter().rev().filter(|reading| reading.is_measured());
    let measured = measured.filter(|reading| reading.read_on >= meter.installed_on);
    let mut states: Vec<State> = measured
        .map(|reading| State { read_on: reading.read_on, values: reading.values.clone() })
        .collect();
    if states.first().is_none_or(|first| first.read_on > meter.installed_on) {
        states.insert(0, State { read_on: meter.installed_on, values: meter.initial() });
    }
    states
}

/// What a register used between `states`, as far as they say it.
pub(super) fn stretches(states: &[State], register: &crate::reading::Register) -> Vec<Stretch> {
    let pairs = states.iter().zip(states.iter().skip(1));
    let stretch = |(old, new): (&State, &State)| {
        let advance =
            register.advance(*old.values.get(&register.code)?, *new.values.get(&register.code)?);
        let stretch = Stretch { from: old.read_on, to: new.read_on, used: advance.used };
        (!stretch.used.is_sign_negative() && stretch.from < stretch.to).then_some(stretch)
    };
    pairs.filter_map(stretch).collect()
}
