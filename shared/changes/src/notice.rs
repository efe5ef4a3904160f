//! What a person is told of a step: written with the step, mailed afterwards.

use anyhow::{Context, Result};
use jiff::Timestamp;
use portal_contracts::change::ChangeBody;
use portal_domain::{ChangeId, CustomerId, UserId};
use portal_lambda::outbox::Item;
use serde::{Deserialize, Serialize};

use crate::{
    change::{Change, Reason, sortable},
    state::State,
};

/// What is due for a step that is told.
pub const DUE_NOTICE: &str = "notice";

/// One step of one change, whole: nothing else is read to tell of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    pub change: ChangeId,
    pub customer: CustomerId,
    /// Whom to tell: who proposed the change.
    pub user: UserId,
    pub state: State,
    pub at: Timestamp,
    pub body: ChangeBody,
    pub reason: Option<Reason>,
}

impl Notice {
    /// What is to be told of the step that `change` took last; nothing of some
    /// steps.
    pub fn of(change: &Change) -> Option<Self> {
        change.state.is_told().then(|| Self {
            change: change.id.clone(),
            customer: change.customer.clone(),
            user: change.proposer.clone(),
            state: change.state,
            at: change.since,
            body: change.body.clone(),
            reason: change.last_step().and_then(|step| step.reason.clone()),
        })
    }

    /// Names the notification: a change comes into a state once.
    pub fn id(&self) -> String {
        format!("{}#{}", self.change, self.state.as_str())
    }

    pub fn to_item(&self) -> Result<Item> {
        let kept = Kept {
            pk: self.customer.clone(),
            sk: format!("notice#{}", self.id()),
            change: self.change.clone(),
            user: self.user.clone(),
            state: self.state,
            at: self.at,
            body: serde_json::to_string(&self.body).context("writing a notice's body")?,
            reason: self.reason.clone(),
            due: DUE_NOTICE.to_owned(),
            due_at: sortable(self.at),
        };
        serde_dynamo::to_item(kept).context("writing a notice")
    }

    pub fn from_item(item: Item) -> Result<Self> {
        let kept: Kept = serde_dynamo::from_item(item).context("reading a notice")?;
        Ok(Self {
            change: kept.change,
            customer: kept.pk,
            user: kept.user,
            state: kept.state,
            at: kept.at,
            body: serde_json::from_str(&kept.body).context("reading a notice's body")?,
            reason: kept.reason,
        })
    }
}

#[derive(Serialize, Deserialize)]
struct Kept {
    pk: CustomerId,
    sk: String,
    change: ChangeId,
    user: UserId,
    state: State,
    at: Timestamp,
    body: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    reason: Option<Reason>,
    due: String,
    due_at: String,
}
