//! Proposing a change: one transaction with the feature's own items, all of it
//! or nothing.

use anyhow::{Context, Result};
use aws_sdk_dynamodb::{
    Client,
    types::{CancellationReason, TransactWriteItem},
};
use jiff::Timestamp;
use portal_contracts::change::ChangeBody;
use portal_domain::{ChangeId, CustomerId, UserId};
use portal_lambda::{dynamo::text, outbox::Item};
use serde_json::Value;

use crate::{
    change::{By, Change, MAX_RISK, Step, key, open_key},
    notice::Notice,
    state::State,
    transact::{Transacted, failed_at, put_new, transact},
};

/// What somebody asks to change.
#[derive(Clone, Debug)]
pub struct Proposal {
    /// From `IdempotencyKey::change_id`: a repeated request has the same.
    pub id: ChangeId,
    pub customer: CustomerId,
    pub proposer: UserId,
    pub body: ChangeBody,
    /// What is changed: `meter/{id}`, `contact`, `mailing_address`. A customer
    /// has one open change of a subject at most.
    pub subject: String,
    /// Codes of what looked unusual; billing is told them.
    pub findings: Vec<String>,
    /// What the operator needs to decide, in the feature's own shape.
    pub evidence: Option<Value>,
    /// 0: nothing unusual, to 9.
    pub risk: u8,
    /// The utility's rule approves it at once: see
    /// [`approved_by_rule`](crate::approved_by_rule).
    pub approved: bool,
    pub now: Timestamp,
}

/// What came of proposing.
#[derive(Debug)]
pub enum Proposed {
    /// It is kept, as it is here.
    Yes(Change),
    /// The same request came before: this is what came of it.
    AlreadyThere(Change),
    /// This other change of the subject isn't closed yet.
    SubjectOpen(ChangeId),
    /// The condition of the feature's own item at this position failed.
    Meanwhile(usize),
}

impl From<Proposal> for Change {
    fn from(proposal: Proposal) -> Self {
        let Proposal { id, customer, proposer, body, subject, findings, evidence, .. } = proposal;
        let at = proposal.now;
        let step = |state, by, who| Step { state, at, by, who, reason: None };
        let mut history = vec![step(State::Proposed, By::Customer, Some(proposer.clone()))];
        if proposal.approved {
            history.push(step(State::Approved, By::Rule, None));
        }
        Self {
            id,
            customer,
            subject,
            body,
            evidence,
            findings,
            risk: proposal.risk.min(MAX_RISK),
            proposer,
            proposed_at: at,
            state: if proposal.approved { State::Approved } else { State::Proposed },
            since: at,
            version: 1,
            approvals: Vec::new(),
            history,
        }
    }
}

/// Proposes a change in `table`, in one transaction with `more`: the feature's
/// own writes and checks, 97 at most.
pub async fn propose(
    client: &Client,
    table: &str,
    proposal: Proposal,
    more: Vec<TransactWriteItem>,
) -> Result<Proposed> {
    let change = Change::from(proposal);
    let own = more.len();
    let mut items = more;
    items.push(put_new(table, change.to_item()?)?);
    let mut lock = open_key(&change.customer, &change.subject);
    lock.insert("change".to_owned(), text(&change.id));
    items.push(put_new(table, lock)?);
    if let Some(notice) = Notice::of(&change) {
        items.push(put_new(table, notice.to_item()?)?);
    }

    match transact(client, items).await.context("proposing a change")? {
        Transacted::Yes => Ok(Proposed::Yes(change)),
        Transacted::Refused(reasons) => refused(client, table, &change, &reasons, own).await,
    }
}

/// The change `id` of the customer, if there is one; strongly consistent.
pub async fn find(
    client: &Client,
    table: &str,
    customer: &CustomerId,
    id: &ChangeId,
) -> Result<Option<Change>> {
    let item = get(client, table, key(customer, id)).await.context("looking up a change")?;
    item.map(Change::from_item).transpose()
}

async fn refused(
    client: &Client,
    table: &str,
    change: &Change,
    reasons: &[CancellationReason],
    own: usize,
) -> Result<Proposed> {
    if failed_at(reasons, own) {
        let there = there(client, table, &reasons[own], key(&change.customer, &change.id)).await?;
        let there = there.context("a change that is there can't be found")?;
        return Ok(Proposed::AlreadyThere(Change::from_item(there)?));
    }
    // Before the feature's own answer: looking again wouldn't help it.
    if failed_at(reasons, own + 1) {
        let lock = open_key(&change.customer, &change.subject);
        let there = there(client, table, &reasons[own + 1], lock).await?;
        let there = there.context("an open change was closed meanwhile")?;
        let open = there.get("change").and_then(|id| id.as_s().ok());
        let open = open.context("a lock of no change")?;
        return Ok(Proposed::SubjectOpen(open.parse().context("reading an open change's id")?));
    }
    let position = (0..own).find(|position| failed_at(reasons, *position));
    Ok(Proposed::Meanwhile(position.context("a condition failed that nobody made")?))
}

/// What was there instead: as the answer tells it, or looked up.
async fn there(
    client: &Client,
    table: &str,
    reason: &CancellationReason,
    key: Item,
) -> Result<Option<Item>> {
    match reason.item() {
        Some(item) if !item.is_empty() => Ok(Some(item.clone())),
        _ => get(client, table, key).await,
    }
}

async fn get(client: &Client, table: &str, key: Item) -> Result<Option<Item>> {
    let request = client.get_item().table_name(table).set_key(Some(key)).consistent_read(true);
    Ok(request.send().await.context("reading the changes")?.item)
}
