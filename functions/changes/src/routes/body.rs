//! A change, as it goes out.

use jiff::Timestamp;
use portal_changes::{
    Approval, Change, Reason, State,
    change::{By, Step},
};
use portal_contracts::change::ChangeBody;
use portal_domain::{ChangeId, CustomerId, UserId};
use portal_lambda::Utility;
use serde::Serialize;
use serde_json::Value;
use utoipa::ToSchema;

use crate::{late::is_late, store::Page};

/// A change. Who took a step is told to operators only.
#[derive(Serialize, ToSchema)]
#[schema(as = Change)]
pub(super) struct Shown {
    id: ChangeId,
    customer: CustomerId,
    #[serde(flatten)]
    body: ChangeBody,
    /// What is changed: `meter/{id}`, `contact`, `mailing_address`.
    subject: String,
    state: State,
    /// Codes of what looked unusual.
    findings: Vec<String>,
    /// 0: nothing unusual, to 9; for operators.
    #[serde(skip_serializing_if = "Option::is_none")]
    risk: Option<u8>,
    /// What was found when it was proposed, in the shape of its kind.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<Object>)]
    evidence: Option<Value>,
    proposed_at: Timestamp,
    #[serde(skip_serializing_if = "Option::is_none")]
    proposed_by: Option<UserId>,
    /// Billing should have answered by now.
    late: bool,
    /// Why it was rejected or refused.
    #[serde(skip_serializing_if = "Option::is_none")]
    reason: Option<Reason>,
    /// Every step so far, oldest first.
    history: Vec<StepBody>,
    /// Who has approved so far; for operators.
    #[serde(skip_serializing_if = "Option::is_none")]
    approvals: Option<Vec<Approval>>,
    /// Grows with every step; a decision names what it saw.
    version: u64,
}

/// One step of a change's way.
#[derive(Serialize, ToSchema)]
#[schema(as = ChangeStep)]
struct StepBody {
    state: State,
    at: Timestamp,
    by: By,
    #[serde(skip_serializing_if = "Option::is_none")]
    who: Option<UserId>,
    #[serde(skip_serializing_if = "Option::is_none")]
    reason: Option<Reason>,
}

/// Part of a list of changes.
#[derive(Serialize, ToSchema)]
#[schema(as = Changes)]
pub(super) struct ListBody {
    changes: Vec<Shown>,
    /// The cursor of the next part, if there is one.
    next: Option<String>,
}

/// Who reads it.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Reader {
    Customer,
    Operator,
}

impl Shown {
    pub(super) fn of(change: Change, reader: Reader, utility: &Utility, now: Timestamp) -> Self {
        let operator = reader == Reader::Operator;
        let late = is_late(&change, utility, now);
        Self {
            late,
            reason: change.last_step().and_then(|step| step.reason.clone()),
            history: change.history.into_iter().map(|step| StepBody::of(step, operator)).collect(),
            proposed_by: operator.then_some(change.proposer),
            approvals: operator.then_some(change.approvals),
            risk: operator.then_some(change.risk),
            id: change.id,
            customer: change.customer,
            body: change.body,
            subject: change.subject,
            state: change.state,
            findings: change.findings,
            evidence: change.evidence,
            proposed_at: change.proposed_at,
            version: change.version,
        }
    }
}

impl StepBody {
    fn of(step: Step, operator: bool) -> Self {
        let Step { state, at, by, who, reason } = step;
        Self { state, at, by, who: who.filter(|_| operator), reason }
    }
}

impl ListBody {
    pub(super) fn of(page: Page, reader: Reader, utility: &Utility, now: Timestamp) -> Self {
        let shown = |change| Shown::of(change, reader, utility, now);
        Self { changes: page.changes.into_iter().map(shown).collect(), next: page.next }
    }
}
