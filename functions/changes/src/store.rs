//! The table `changes`. Its keys and indexes are in `portal_changes`, which the
//! proposing features share; here is what only this feature does with it.

mod lists;

use std::collections::HashMap;

use anyhow::{Context, Result, bail};
use aws_sdk_dynamodb::{
    Client,
    types::{
        Delete, KeysAndAttributes, Put, ReturnValuesOnConditionCheckFailure as OnFailure,
        TransactWriteItem,
    },
};
use portal_changes::{
    Change, Notice,
    change::{key, open_key},
    find,
    transact::{Transacted, failed_at, transact},
};
use portal_domain::{ChangeId, CustomerId, UserId};
use portal_lambda::dynamo::{number, text};

pub(crate) use lists::{Page, Sort, Within, Work};

/// The changes of all customers.
#[derive(Clone)]
pub struct Changes {
    client: Client,
    table: String,
}

/// What came of taking a change one step further.
#[derive(Debug)]
pub(crate) enum Stepped {
    Yes,
    /// It moved since it was read; this is the change as it is.
    Meanwhile(Box<Change>),
}

impl Changes {
    pub fn new(client: Client, table: String) -> Self {
        Self { client, table }
    }

    /// The customer's change `id`, if there is one; strongly consistent.
    pub async fn find(&self, customer: &CustomerId, id: &ChangeId) -> Result<Option<Change>> {
        find(&self.client, &self.table, customer, id).await
    }

    /// Those of up to 100 different changes that are there, strongly consistent.
    pub async fn find_many(
        &self,
        ids: impl Iterator<Item = (&CustomerId, &ChangeId)>,
    ) -> Result<HashMap<(CustomerId, ChangeId), Change>> {
        let mut found = HashMap::new();
        let keys = ids.map(|(customer, id)| key(customer, id)).collect();
        let mut asked =
            Some(KeysAndAttributes::builder().set_keys(Some(keys)).consistent_read(true).build()?);
        // What doesn't fit into one answer is left to be asked for again.
        for _ in 0..10 {
            let Some(keys) = asked.take() else { return Ok(found) };
            let answer = self.client.batch_get_item().request_items(&self.table, keys).send();
            let answer = answer.await.context("looking up changes")?;
            let items = answer.responses.and_then(|mut tables| tables.remove(&self.table));
            for item in items.unwrap_or_default() {
                let change = Change::from_item(item)?;
                found.insert((change.customer.clone(), change.id.clone()), change);
            }
            asked = answer.unprocessed_keys.and_then(|mut tables| tables.remove(&self.table));
        }
        bail!("the changes table is throttled")
    }

    /// Keeps `after` in place of `before`: with what is to be told of it, and
    /// with the subject free for another change when nothing follows. Nothing
    /// is written if the change isn't `before` any more, or if `not_by`
    /// proposed it.
    pub(crate) async fn step(
        &self,
        before: &Change,
        after: &Change,
        not_by: Option<&UserId>,
    ) -> Result<Stepped> {
        let mut items = vec![self.replace(before, after, not_by)?];
        if after.state.is_final() {
            items.push(self.release(after)?);
        }
        let told = if after.state == before.state { None } else { Notice::of(after) };
        if let Some(notice) = told {
            let put = Put::builder().table_name(&self.table).set_item(Some(notice.to_item()?));
            items.push(TransactWriteItem::builder().put(put.build()?).build());
        }
        let reasons = match transact(&self.client, items).await? {
            Transacted::Yes => return Ok(Stepped::Yes),
            Transacted::Refused(reasons) => reasons,
        };
        if !failed_at(&reasons, 0) {
            bail!("the subject of the change {} belongs to another", after.id);
        }
        let there = match reasons[0].item() {
            Some(item) if !item.is_empty() => Some(Change::from_item(item.clone())?),
            _ => self.find(&after.customer, &after.id).await?,
        };
        Ok(Stepped::Meanwhile(Box::new(there.context("a change is gone")?)))
    }

    /// The condition says more than the version: what must never happen is
    /// refused by the table itself.
    fn replace(
        &self,
        before: &Change,
        after: &Change,
        not_by: Option<&UserId>,
    ) -> Result<TransactWriteItem> {
        let mut condition = "#state = :state AND #version = :version".to_owned();
        let mut put = Put::builder()
            .table_name(&self.table)
            .set_item(Some(after.to_item()?))
            .expression_attribute_names("#state", "state")
            .expression_attribute_names("#version", "version")
            .expression_attribute_values(":state", text(before.state.as_str()))
            .expression_attribute_values(":version", number(before.version))
            .return_values_on_condition_check_failure(OnFailure::AllOld);
        if let Some(user) = not_by {
            condition.push_str(" AND #proposer <> :user");
            put = put
                .expression_attribute_names("#proposer", "proposer")
                .expression_attribute_values(":user", text(user));
        }
        let put = put.condition_expression(condition).build()?;
        Ok(TransactWriteItem::builder().put(put).build())
    }

    fn release(&self, change: &Change) -> Result<TransactWriteItem> {
        let delete = Delete::builder()
            .table_name(&self.table)
            .set_key(Some(open_key(&change.customer, &change.subject)))
            .condition_expression("attribute_not_exists(pk) OR #change = :change")
            .expression_attribute_names("#change", "change")
            .expression_attribute_values(":change", text(&change.id));
        Ok(TransactWriteItem::builder().delete(delete.build()?).build())
    }
}
