//! Proposing changes of a customer's data, in one transaction with the check
//! that the data are as they were read.

use anyhow::Result;
use aws_sdk_dynamodb::Client;
use portal_changes::{Change, Proposal, Proposed};
use portal_domain::{ChangeId, CustomerId};

use super::{CustomerItem, Customers};

/// The table of changes, as far as this feature may touch it.
#[derive(Clone)]
pub struct Proposals {
    client: Client,
    table: String,
}

impl Proposals {
    pub fn new(client: Client, table: String) -> Self {
        Self { client, table }
    }

    /// Proposes a change of `customer`, who must still be as they were read.
    pub(crate) async fn propose(
        &self,
        customers: &Customers,
        customer: &CustomerItem,
        proposal: Proposal,
    ) -> Result<Proposed> {
        let unchanged = customers.unchanged(customer)?;
        portal_changes::propose(&self.client, &self.table, proposal, vec![unchanged]).await
    }

    /// What came of the same request before.
    pub(crate) async fn find(
        &self,
        customer: &CustomerId,
        id: &ChangeId,
    ) -> Result<Option<Change>> {
        portal_changes::find(&self.client, &self.table, customer, id).await
    }
}
