//! What billing says became of a change.

use anyhow::{Result, bail};
use portal_changes::{By, Change, Reason, State, Step, next};
use portal_contracts::update::{ChangeOutcome, Outcome, Unfit, Update, UpdateBody};

use crate::store::{Changes, Stepped};

/// How often a change that moves under our hands is looked at again.
const TRIES: u32 = 5;

/// What came of an update.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Imported {
    /// It is kept.
    Yes,
    /// It said nothing new.
    Known,
    /// It isn't about a change.
    NotOurs,
}

/// Keeps a change's outcome. It may overtake our own note that the change was
/// handed over. An unknown change, and an outcome that contradicts an earlier
/// one, are errors: the message belongs to the dead letters.
pub async fn import(changes: &Changes, update: &Update) -> Result<Imported> {
    let UpdateBody::ChangeOutcome(outcome) = &update.body else {
        return Ok(Imported::NotOurs);
    };
    for _ in 0..TRIES {
        let found = changes.find(&update.customer, &outcome.change).await?;
        let before = found.ok_or_else(|| {
            let detail = format!("customer {} has no change {}", update.customer, outcome.change);
            Unfit::new("change_unknown", detail)
        })?;
        let Some(after) = after(&before, outcome)? else {
            return Ok(Imported::Known);
        };
        match changes.step(&before, &after, None).await? {
            Stepped::Yes => return Ok(Imported::Yes),
            Stepped::Meanwhile(_) => {}
        }
    }
    bail!("the change {} doesn't stand still", outcome.change)
}

/// The change with its outcome; `None` when it has it already.
fn after(change: &Change, outcome: &ChangeOutcome) -> Result<Option<Change>> {
    let (step, state) = match &outcome.outcome {
        Outcome::Applied => (Step::Apply, State::Applied),
        Outcome::Refused { .. } => (Step::Refuse, State::Refused),
    };
    if change.state == state {
        return Ok(None);
    }
    let state = next(change.state, step).map_err(|_| {
        let state = change.state.as_str();
        Unfit::new("outcome_contradicts", format!("the change {} is {state}", change.id))
    })?;
    let after = change.clone().stepped(state, outcome.decided_at, By::Billing, None);
    Ok(Some(match &outcome.outcome {
        Outcome::Applied => after,
        Outcome::Refused { code, reason } => {
            after.because(Reason { code: Some(code.clone()), text: reason.clone() })
        }
    }))
}
