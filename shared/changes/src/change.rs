//! The change, as the table keeps it.

use anyhow::{Context, Result};
use jiff::Timestamp;
use portal_contracts::change::{ChangeBody, ChangeKind};
pub use portal_contracts::command::Approver;
use portal_domain::{ChangeId, CustomerId, SupplyPointId, UserId};
use portal_lambda::{dynamo::text, outbox::Item};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use utoipa::ToSchema;

use crate::state::State;

/// The riskiest a change can be.
pub const MAX_RISK: u8 = 9;

/// One thing that somebody asked the utility to change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    pub id: ChangeId,
    pub customer: CustomerId,
    /// What is changed: `meter/{id}`, `contact`. A customer has one open change
    /// of a subject at most.
    pub subject: String,
    /// What it says, with before and after.
    pub body: ChangeBody,
    /// What the feature found when it was proposed, for the operator. Its shape
    /// is the feature's.
    pub evidence: Option<Value>,
    /// Codes of what looked unusual.
    pub findings: Vec<String>,
    /// 0: nothing unusual, to [`MAX_RISK`].
    pub risk: u8,
    pub proposer: UserId,
    pub proposed_at: Timestamp,
    pub state: State,
    /// Since when it is in its state.
    pub since: Timestamp,
    /// Grows with every write.
    pub version: u64,
    /// Operators who have approved so far.
    pub approvals: Vec<Approval>,
    /// Every step so far, oldest first; the first is the proposal.
    pub history: Vec<Step>,
}

/// An operator's yes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[schema(as = ChangeApproval)]
pub struct Approval {
    pub who: UserId,
    pub at: Timestamp,
}

/// One step of a change's way.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Step {
    /// Where it led.
    pub state: State,
    pub at: Timestamp,
    pub by: By,
    /// Which user; none of billing's and of the portal's own.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub who: Option<UserId>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<Reason>,
}

/// Who took a step.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
#[schema(as = ChangeActor)]
pub enum By {
    Customer,
    Operator,
    /// The portal itself, by a rule.
    Rule,
    Billing,
}

/// Why it was rejected or refused, as the customer reads it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[schema(as = ChangeReason)]
pub struct Reason {
    /// Billing's code.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub code: Option<String>,
    pub text: String,
}

impl Change {
    pub fn kind(&self) -> ChangeKind {
        self.body.kind()
    }

    /// The supply point that it is about; none: the customer as a whole.
    pub fn supply_point(&self) -> Option<&SupplyPointId> {
        supply_point(&self.body)
    }

    /// The step that led to the present state.
    pub fn last_step(&self) -> Option<&Step> {
        self.history.last()
    }

    /// When and by whom it was approved, if it was.
    pub fn approved(&self) -> Option<(Timestamp, Approver)> {
        let step = self.history.iter().find(|step| step.state == State::Approved)?;
        let approver = if step.by == By::Rule { Approver::Rule } else { Approver::Operator };
        Some((step.at, approver))
    }

    /// The change one step further, as its next version.
    pub fn stepped(mut self, state: State, at: Timestamp, by: By, who: Option<UserId>) -> Self {
        self.state = state;
        self.since = at;
        self.version += 1;
        self.history.push(Step { state, at, by, who, reason: None });
        self
    }

    /// Gives the last step its reason.
    pub fn because(mut self, reason: Reason) -> Self {
        if let Some(step) = self.history.last_mut() {
            step.reason = Some(reason);
        }
        self
    }

    /// The item, with the attributes that put it into the indexes.
    pub fn to_item(&self) -> Result<Item> {
        let kept = Kept {
            pk: self.customer.clone(),
            sk: sort_key(&self.id),
            id: self.id.clone(),
            kind: self.kind().as_str().to_owned(),
            supply_point: self.supply_point().cloned(),
            subject: self.subject.clone(),
            body: serde_json::to_string(&self.body).context("writing a change's body")?,
            evidence: self.evidence.as_ref().map(Value::to_string),
            findings: self.findings.clone(),
            risk: self.risk,
            proposer: self.proposer.clone(),
            proposed_at: self.proposed_at,
            state: self.state,
            version: self.version,
            approvals: self.approvals.clone(),
            history: self.history.clone(),
            work: self.state,
            since: sortable(self.since),
            risk_key: (self.state == State::Proposed).then(|| risk_key(self)),
            history_key: format!("{}#{}", sortable(self.proposed_at), self.id),
            due: (self.state == State::Approved).then(|| DUE_HANDOVER.to_owned()),
            due_at: (self.state == State::Approved).then(|| sortable(self.since)),
        };
        serde_dynamo::to_item(kept).context("writing a change")
    }

    pub fn from_item(item: Item) -> Result<Self> {
        let kept: Kept = serde_dynamo::from_item(item).context("reading a change")?;
        Ok(Self {
            id: kept.id,
            customer: kept.pk,
            subject: kept.subject,
            body: serde_json::from_str(&kept.body).context("reading a change's body")?,
            evidence: kept
                .evidence
                .map(|text| serde_json::from_str(&text))
                .transpose()
                .context("reading a change's evidence")?,
            findings: kept.findings,
            risk: kept.risk,
            proposer: kept.proposer,
            proposed_at: kept.proposed_at,
            state: kept.state,
            since: kept.since.parse().context("reading since when a change stands")?,
            version: kept.version,
            approvals: kept.approvals,
            history: kept.history,
        })
    }
}

/// What is due for a change that was approved.
pub const DUE_HANDOVER: &str = "handover";

/// The key of a change.
pub fn key(customer: &CustomerId, id: &ChangeId) -> Item {
    [("pk".to_owned(), text(customer)), ("sk".to_owned(), text(sort_key(id)))].into()
}

/// The key of what keeps a subject to one open change.
pub fn open_key(customer: &CustomerId, subject: &str) -> Item {
    [("pk".to_owned(), text(customer)), ("sk".to_owned(), text(format!("open#{subject}")))].into()
}

/// An instant whose text sorts as it does: always to the millisecond.
pub fn sortable(at: Timestamp) -> String {
    format!("{at:.3}")
}

fn sort_key(id: &ChangeId) -> String {
    format!("change#{id}")
}

/// Riskiest first, then oldest.
fn risk_key(change: &Change) -> String {
    let calm = MAX_RISK.saturating_sub(change.risk);
    format!("{calm}#{}#{}", sortable(change.proposed_at), change.id)
}

fn supply_point(body: &ChangeBody) -> Option<&SupplyPointId> {
    match body {
        ChangeBody::Reading(reading) => Some(&reading.supply_point),
        ChangeBody::Advance(advance) => Some(&advance.supply_point),
        ChangeBody::ReservedCapacity(capacity) => Some(&capacity.supply_point),
        ChangeBody::Rainwater(rainwater) => Some(&rainwater.supply_point),
        ChangeBody::Contact(_)
        | ChangeBody::MailingAddress(_)
        | ChangeBody::PaymentMethod(_)
        | ChangeBody::Refund(_)
        | ChangeBody::Instalments(_)
        | ChangeBody::EInvoice(_) => None,
    }
}

/// The item. What a change says and its evidence are JSON in a text: the
/// contract's shape, whatever the table's would be.
#[derive(Serialize, Deserialize)]
struct Kept {
    pk: CustomerId,
    sk: String,
    id: ChangeId,
    kind: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    supply_point: Option<SupplyPointId>,
    subject: String,
    body: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    evidence: Option<String>,
    #[serde(default)]
    findings: Vec<String>,
    risk: u8,
    proposer: UserId,
    proposed_at: Timestamp,
    state: State,
    version: u64,
    #[serde(default)]
    approvals: Vec<Approval>,
    history: Vec<Step>,
    work: State,
    since: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    risk_key: Option<String>,
    history_key: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    due: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    due_at: Option<String>,
}

#[cfg(test)]
mod tests {
    use portal_contracts::change::{Contact, ContactChange};

    use super::*;
    use crate::{Notice, Proposal};

    /// A contact change of C-1, proposed at noon with risk 3.
    fn proposal(approved: bool) -> Proposal {
        Proposal {
            id: "ch1".parse().unwrap(),
            customer: "C-1".parse().unwrap(),
            proposer: "anna".parse().unwrap(),
            body: ChangeBody::Contact(ContactChange {
                before: Contact::default(),
                after: Contact { email: None, phone: Some("+420601123456".to_owned()) },
            }),
            subject: "contact".to_owned(),
            findings: vec!["R06".to_owned()],
            evidence: Some(serde_json::json!({"expected": 1.5})),
            risk: 3,
            approved,
            now: "2026-03-31T12:00:00Z".parse().unwrap(),
        }
    }

    fn at(item: &Item, name: &str) -> Option<String> {
        Some(item.get(name)?.as_s().unwrap().clone())
    }

    #[test]
    fn a_change_reads_back_as_it_was_kept() {
        for approved in [false, true] {
            let change = Change::from(proposal(approved));
            assert_eq!(Change::from_item(change.to_item().unwrap()).unwrap(), change);
        }
        let refused = Change::from(proposal(true))
            .stepped(State::Refused, "2026-04-01T08:00:00Z".parse().unwrap(), By::Billing, None)
            .because(Reason { code: Some("E7".to_owned()), text: "No such number".to_owned() });
        assert_eq!(Change::from_item(refused.to_item().unwrap()).unwrap(), refused);
        let notice = Notice::of(&refused).unwrap();
        assert_eq!(Notice::from_item(notice.to_item().unwrap()).unwrap(), notice);
        assert_eq!(notice.id(), "ch1#refused");
    }

    #[test]
    fn a_change_is_in_the_indexes_of_its_state_only() {
        let item = Change::from(proposal(false)).to_item().unwrap();
        assert_eq!(at(&item, "risk_key").unwrap(), "6#2026-03-31T12:00:00.000Z#ch1");
        assert_eq!(at(&item, "work").unwrap(), "proposed");
        assert_eq!((at(&item, "due"), at(&item, "due_at")), (None, None));

        let item = Change::from(proposal(true)).to_item().unwrap();
        assert_eq!(at(&item, "risk_key"), None);
        assert_eq!(at(&item, "work").unwrap(), "approved");
        assert_eq!(at(&item, "due").unwrap(), "handover");
        assert_eq!(at(&item, "due_at").unwrap(), "2026-03-31T12:00:00.000Z");
    }

    #[test]
    fn the_text_of_an_instant_sorts_as_it_does() {
        let sorted = ["12:00:00Z", "12:00:00.5Z", "12:00:01Z"]
            .map(|time| sortable(format!("2026-03-31T{time}").parse().unwrap()));
        assert!(sorted.is_sorted());
    }

    #[test]
    fn a_change_that_a_rule_approved_says_so() {
        let change = Change::from(proposal(true));
        assert_eq!(change.approved(), Some((change.proposed_at, Approver::Rule)));
        assert_eq!(Change::from(proposal(false)).approved(), None);
    }
}
