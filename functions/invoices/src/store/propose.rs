//! Proposing what a customer wishes about money, in one transaction with the
//! check that what they saw is still so.

use anyhow::{Context, Result};
use aws_sdk_dynamodb::types::{ConditionCheck, TransactWriteItem};
use portal_changes::{Change, Proposal, Proposed};
use portal_contracts::{
    ledger::{AdvanceSchedule, ContractAccount, Receivable},
    rainwater::RainwaterDeclaration,
};
use portal_domain::{ChangeId, CustomerId, ReceivableId, SupplyPointId};
use portal_lambda::{Error, dynamo::number};
use serde::de::DeserializeOwned;

use super::{
    Item, List, Store, Wanted,
    items::{body, version},
    key, of, receivable_key, string,
};
use crate::point::Point;

/// So many schedules or declarations of a point are looked at: the latest.
const LOOKED_AT: usize = 20;

/// An item as it was read, by which it is known again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Seen {
    sk: String,
    /// `None`: it wasn't there.
    version: Option<u64>,
}

/// What a refund needs.
pub(crate) struct Claims {
    pub(crate) receivables: Vec<(Receivable, Seen)>,
    pub(crate) account: Option<ContractAccount>,
}

impl Store {
    /// How the customer pays, if billing has told. One read.
    pub(crate) async fn seen_account(
        &self,
        customer: &CustomerId,
    ) -> Result<(Option<ContractAccount>, Seen)> {
        let sk = "account".to_owned();
        let items = self.get_many(of(customer), vec![sk.clone()]).await?;
        match items.first() {
            Some(item) => Ok((Some(body(item)?), seen(item))),
            None => Ok((None, Seen { sk, version: None })),
        }
    }

    /// Those of the receivables that are the customer's, in the order of `ids`,
    /// and the account. One read.
    pub(crate) async fn seen_receivables(
        &self,
        customer: &CustomerId,
        ids: &[ReceivableId],
    ) -> Result<Claims> {
        let mut sks: Vec<String> = ids.iter().map(receivable_key).collect();
        sks.push("account".to_owned());
        let items = self.get_many(of(customer), sks).await?;
        let of_key = |sk: &str| items.iter().find(|item| string(item, "sk") == Some(sk));
        let found = ids.iter().filter_map(|id| of_key(&receivable_key(id)));
        let receivables = found.map(|item| Ok((body(item)?, seen(item)))).collect::<Result<_>>()?;
        let account = of_key("account").map(body).transpose()?;
        Ok(Claims { receivables, account })
    }

    /// The latest schedules of advances of the point, latest first. One query.
    pub(crate) async fn seen_schedules(
        &self,
        customer: &CustomerId,
        point: &SupplyPointId,
    ) -> Result<Vec<(AdvanceSchedule, Seen)>, Error> {
        self.seen_of(customer, format!("advances#{point}#")).await
    }

    /// The latest declarations of the point's surfaces, latest first. One query.
    pub(crate) async fn seen_declarations(
        &self,
        customer: &CustomerId,
        point: &SupplyPointId,
    ) -> Result<Vec<(RainwaterDeclaration, Seen)>, Error> {
        self.seen_of(customer, format!("rainwater#{point}#")).await
    }

    /// A supply point of the customer. One read.
    pub(crate) async fn seen_point(
        &self,
        customer: &CustomerId,
        point: &SupplyPointId,
    ) -> Result<Option<(Point, Seen)>> {
        let items = self.get_many(of(customer), vec![point_key(point)]).await?;
        items.first().map(|item| Ok((body(item)?, seen(item)))).transpose()
    }

    /// Proposes a change; all that was `seen` must still be so.
    pub(crate) async fn propose(&self, seen: &[Seen], proposal: Proposal) -> Result<Proposed> {
        let checks = seen.iter().map(|seen| self.unchanged(&proposal.customer, seen));
        let checks = checks.collect::<Result<_>>()?;
        portal_changes::propose(&self.client, &self.changes, proposal, checks).await
    }

    /// What came of the same request before.
    pub(crate) async fn proposed(
        &self,
        customer: &CustomerId,
        id: &ChangeId,
    ) -> Result<Option<Change>> {
        portal_changes::find(&self.client, &self.changes, customer, id).await
    }

    fn unchanged(&self, customer: &CustomerId, seen: &Seen) -> Result<TransactWriteItem> {
        let check = ConditionCheck::builder()
            .table_name(&self.table)
            .set_key(Some(key(of(customer), seen.sk.clone())));
        let check = match seen.version {
            Some(version) => check
                .condition_expression("#version = :version")
                .expression_attribute_names("#version", "version")
                .expression_attribute_values(":version", number(version)),
            None => check.condition_expression("attribute_not_exists(pk)"),
        };
        let check = check.build().context("checking what was seen")?;
        Ok(TransactWriteItem::builder().condition_check(check).build())
    }

    async fn seen_of<T: DeserializeOwned>(
        &self,
        customer: &CustomerId,
        prefix: String,
    ) -> Result<Vec<(T, Seen)>, Error> {
        let list = List::Table;
        let wanted = Wanted { list, prefix, falling: true, cursor: None, limit: Some(LOOKED_AT) };
        let (items, _) = self.query(of(customer), &wanted, None).await?;
        Ok(items.iter().map(|item| Ok((body(item)?, seen(item)))).collect::<Result<_>>()?)
    }
}

/// The key of a supply point.
pub(super) fn point_key(point: &SupplyPointId) -> String {
    format!("point#{point}")
}

fn seen(item: &Item) -> Seen {
    let sk = string(item, "sk").unwrap_or_default().to_owned();
    Seen { sk, version: Some(version(item)) }
}
