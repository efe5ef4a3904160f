//! Telling billing of what was approved, and noticing when it doesn't answer.

use std::sync::Arc;

use anyhow::{Context, Result, ensure};
use portal_changes::{By, Change, State, Step, change::DUE_HANDOVER, next};
use portal_contracts::command::{ChangeApproved, Command, CommandBody};
use portal_lambda::{Clock, Outbox, Queue, Utility, outbox::Item};

use crate::{
    late::{latest_limit, limit},
    store::Changes,
};

/// Version of the contract with billing.
const CONTRACT_VERSION: u32 = 1;

/// What handing over works with.
pub struct Handover {
    pub changes: Changes,
    pub outbox: Outbox,
    pub billing: Queue<Command>,
    pub utility: Arc<Utility>,
    pub clock: Clock,
}

impl Handover {
    /// Hands over every change that is due. One that fails stays due.
    pub async fn drain(&self) -> Result<()> {
        let drained = self.outbox.drain(DUE_HANDOVER, async |item| self.hand_over(item).await);
        let drained = drained.await.context("handing over")?;
        ensure!(drained.failed == 0, "{} changes were not handed over", drained.failed);
        Ok(())
    }

    /// Sends first and writes down afterwards: after a crash between the two it
    /// is sent again, and billing knows it by its id.
    async fn hand_over(&self, item: Item) -> Result<()> {
        let change = Change::from_item(item)?;
        let state = next(change.state, Step::HandOver)?;
        let command = command(&change)?;
        self.billing.send_in_order(change.customer.as_str(), change.id.as_str(), &command).await?;
        let after = change.clone().stepped(state, self.clock.now(), By::Rule, None);
        // If it moved meanwhile, another run has written it down, or billing
        // has answered already: either way it isn't due any more.
        self.changes.step(&change, &after, None).await?;
        Ok(())
    }

    /// Logs how many changes wait for billing too long; an alarm reads it.
    pub async fn watch(&self) -> Result<()> {
        let now = self.clock.now();
        let before = Some(latest_limit(&self.utility, now));
        let is_late = |kind, since| since < limit(&self.utility, kind, now);
        let late = self.changes.count(State::HandedOver, before, is_late).await?;
        let count: usize = late.kinds.values().sum();
        tracing::info!(late = count, more = late.more, "changes that billing is late with");
        Ok(())
    }
}

fn command(change: &Change) -> Result<Command> {
    let (approved_at, approved_by) = change.approved().context("handing over without approval")?;
    Ok(Command {
        id: change.id.to_string(),
        version: CONTRACT_VERSION,
        customer: change.customer.clone(),
        // Not the time of sending: what is sent again is the same, word for word.
        created_at: approved_at,
        body: CommandBody::ChangeApproved(ChangeApproved {
            change: change.id.clone(),
            what: change.body.clone(),
            proposed_at: change.proposed_at,
            approved_at,
            approved_by,
            findings: change.findings.clone(),
        }),
    })
}
