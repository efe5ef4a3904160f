//! The states of a change, and which step leads from one to the next.
//!
//! ```text
//! proposed -> approved -> handed_over -> applied
//!         \-> rejected            \-> refused (by billing)
//!         \-> withdrawn
//! ```
//!
//! Billing may answer before we have written down that we handed over: an
//! outcome is taken from `approved` too.

use portal_lambda::utility::{AutoApproval, ChangeRule};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// Where a change stands.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, ToSchema,
)]
#[serde(rename_all = "snake_case")]
#[schema(as = ChangeState)]
pub enum State {
    /// Waits for an operator.
    Proposed,
    /// Decided; billing has yet to be told.
    Approved,
    /// Billing was told, and has yet to answer.
    HandedOver,
    /// Billing did it.
    Applied,
    /// An operator said no.
    Rejected,
    /// Billing said no.
    Refused,
    /// The customer took it back.
    Withdrawn,
}

impl State {
    pub const ALL: [Self; 7] = [
        Self::Proposed,
        Self::Approved,
        Self::HandedOver,
        Self::Applied,
        Self::Rejected,
        Self::Refused,
        Self::Withdrawn,
    ];

    /// The state as it is written in JSON and in the table's indexes.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Proposed => "proposed",
            Self::Approved => "approved",
            Self::HandedOver => "handed_over",
            Self::Applied => "applied",
            Self::Rejected => "rejected",
            Self::Refused => "refused",
            Self::Withdrawn => "withdrawn",
        }
    }

    /// Whether nothing follows: the subject is free for another change.
    pub fn is_final(self) -> bool {
        matches!(self, Self::Applied | Self::Rejected | Self::Refused | Self::Withdrawn)
    }

    /// Whether the person who proposed it is told by mail. Handing over means
    /// nothing to them, and who withdraws knows it.
    pub fn is_told(self) -> bool {
        matches!(self, Self::Approved | Self::Applied | Self::Rejected | Self::Refused)
    }
}

/// What may happen to a change.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Step {
    Approve,
    Reject,
    Withdraw,
    HandOver,
    Apply,
    Refuse,
}

impl Step {
    pub const ALL: [Self; 6] =
        [Self::Approve, Self::Reject, Self::Withdraw, Self::HandOver, Self::Apply, Self::Refuse];
}

/// The step doesn't lead on from the state.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a change that is {state:?} can't take the step {step:?}")]
pub struct NotAllowed {
    pub state: State,
    pub step: Step,
}

/// The state that `step` leads to.
pub fn next(state: State, step: Step) -> Result<State, NotAllowed> {
    match (state, step) {
        (State::Proposed, Step::Approve) => Ok(State::Approved),
        (State::Proposed, Step::Reject) => Ok(State::Rejected),
        (State::Proposed, Step::Withdraw) => Ok(State::Withdrawn),
        (State::Approved, Step::HandOver) => Ok(State::HandedOver),
        (State::Approved | State::HandedOver, Step::Apply) => Ok(State::Applied),
        (State::Approved | State::HandedOver, Step::Refuse) => Ok(State::Refused),
        _ => Err(NotAllowed { state, step }),
    }
}

/// Whether the utility's rule approves a change at once. `plausible`: nothing
/// unusual was found.
pub fn approved_by_rule(rule: ChangeRule, plausible: bool) -> bool {
    match rule.auto {
        AutoApproval::Never => false,
        AutoApproval::Plausible => plausible,
        AutoApproval::Always => true,
    }
}

#[cfg(test)]
mod tests {
    use super::{State::*, Step::*, *};

    /// Every state and every step; what isn't named leads nowhere.
    #[test]
    fn each_step_leads_from_its_states_and_from_no_other() {
        let table = [
            (Proposed, Approve, Approved),
            (Proposed, Reject, Rejected),
            (Proposed, Withdraw, Withdrawn),
            (Approved, HandOver, HandedOver),
            (Approved, Apply, Applied),
            (Approved, Refuse, Refused),
            (HandedOver, Apply, Applied),
            (HandedOver, Refuse, Refused),
        ];
        for state in State::ALL {
            for step in Step::ALL {
                let led = table.iter().find(|(from, by, _)| (*from, *by) == (state, step));
                let expected = led.map(|(_, _, to)| *to).ok_or(NotAllowed { state, step });
                assert_eq!(next(state, step), expected, "{state:?} {step:?}");
            }
        }
    }

    #[test]
    fn nothing_follows_a_final_state_and_something_follows_every_other() {
        for state in State::ALL {
            let leads_on = Step::ALL.iter().any(|step| next(state, *step).is_ok());
            assert_eq!(state.is_final(), !leads_on, "{state:?}");
        }
    }

    #[test]
    fn a_state_is_written_as_in_json() {
        for state in State::ALL {
            assert_eq!(serde_json::to_value(state).unwrap(), state.as_str());
        }
    }

    #[test]
    fn a_rule_approves_never_always_or_what_looks_usual() {
        let check = |auto, plausible, expected| {
            let rule = ChangeRule { auto, ..ChangeRule::default() };
            assert_eq!(approved_by_rule(rule, plausible), expected, "{auto:?} {plausible}");
        };
        check(AutoApproval::Never, true, false);
        check(AutoApproval::Plausible, true, true);
        check(AutoApproval::Plausible, false, false);
        check(AutoApproval::Always, false, true);
    }
}
