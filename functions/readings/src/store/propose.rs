//! Sending a reading on its way: as a change, if what it was judged by still
//! holds.

use anyhow::Result;
use aws_sdk_dynamodb::types::{ConditionCheck, TransactWriteItem};
use portal_changes::{Proposal, Proposed};
use portal_domain::{ChangeId, CustomerId, MeterId};
use portal_lambda::dynamo::{number, text};

use super::{Readings, items::Stamp, meter_key};

/// What came of sending a reading.
pub(crate) enum Sending {
    /// It is on its way; also when the same request came before.
    Sent(Box<portal_changes::Change>),
    /// Another reading of the meter isn't decided yet.
    Open(ChangeId),
    /// The meter or its readings changed since they were looked up.
    MeterChanged,
}

impl Readings {
    /// Proposes a reading of `meter`, which was judged by what `stamp` names.
    /// One transaction.
    pub(crate) async fn send(
        &self,
        proposal: Proposal,
        meter: &MeterId,
        stamp: Stamp,
    ) -> Result<Sending> {
        let check = ConditionCheck::builder()
            .table_name(&self.table)
            .key("pk", text(&proposal.customer))
            .key("sk", text(meter_key(meter)))
            .condition_expression("#version = :version AND revision = :revision")
            .expression_attribute_names("#version", "version")
            .expression_attribute_values(":version", number(stamp.version))
            .expression_attribute_values(":revision", number(stamp.revision))
            .build()?;
        let check = TransactWriteItem::builder().condition_check(check).build();
        let proposed =
            portal_changes::propose(&self.client, &self.changes, proposal, vec![check]).await?;
        Ok(match proposed {
            Proposed::Yes(change) | Proposed::AlreadyThere(change) => {
                Sending::Sent(Box::new(change))
            }
            Proposed::SubjectOpen(change) => Sending::Open(change),
            Proposed::Meanwhile(_) => Sending::MeterChanged,
        })
    }

    /// What an earlier, same request proposed. One read.
    pub(crate) async fn sent(
        &self,
        customer: &CustomerId,
        id: &ChangeId,
    ) -> Result<Option<portal_changes::Change>> {
        portal_changes::find(&self.client, &self.changes, customer, id).await
    }
}
