//! Wishes about money, which are changes.

use anyhow::Result;
use portal_changes::{Change, Proposal, Proposed};
use portal_domain::{ChangeId, CustomerId};

use super::Store;

impl Store {
    /// Proposes a change. One transaction.
    pub async fn propose(&self, proposal: Proposal) -> Result<Proposed> {
        portal_changes::propose(&self.client, &self.changes, proposal, Vec::new()).await
    }

    /// What an earlier, same request proposed. One read.
    pub async fn proposed(&self, customer: &CustomerId, id: &ChangeId) -> Result<Option<Change>> {
        portal_changes::find(&self.client, &self.changes, customer, id).await
    }
}
