//! The contract account: what is owed, what was paid, what is to be paid in
//! advance; and what else hangs on a supply point.

use anyhow::Result;
use portal_contracts::{
    ledger::{AdvanceSchedule, ContractAccount, Payment, Receivable},
    paper::Document as Paper,
    rainwater::RainwaterDeclaration,
};
use portal_domain::{CustomerId, DocumentId, ReceivableId, SupplyPointId};
use portal_lambda::Error;
use serde::de::DeserializeOwned;

use super::{Item, List, PAGE, Page, Store, Wanted, items::body, of, receivable_key, string};
use crate::usage::Settlement;

/// How a customer pays, and what is open.
#[derive(Clone, Debug, Default)]
pub struct Account {
    /// `None`: billing hasn't told.
    pub account: Option<ContractAccount>,
    /// The earliest due first.
    pub open: Vec<Receivable>,
}

impl Store {
    /// How the customer pays, and what is open. One query.
    pub async fn account(&self, customer: &CustomerId) -> Result<Account, Error> {
        let mut account = Account::default();
        let mut items = self.all(of(customer), List::State, "owed".to_owned()).await?;
        items.reverse();
        for item in items {
            if string(&item, "sk") == Some("account") {
                account.account = Some(body(&item)?);
            } else {
                account.open.push(body(&item)?);
            }
        }
        Ok(account)
    }

    /// How the customer pays, if billing has told. One read.
    pub async fn contract_account(&self, customer: &CustomerId) -> Result<Option<ContractAccount>> {
        let item = self.get(of(customer), "account".to_owned()).await?;
        item.as_ref().map(body).transpose()
    }

    /// Those of the receivables `ids` that are the customer's, open or not, in
    /// no order. One read for a hundred.
    pub async fn receivables(
        &self,
        customer: &CustomerId,
        ids: &[ReceivableId],
    ) -> Result<Vec<Receivable>> {
        let sks = ids.iter().map(receivable_key).collect();
        self.get_many(of(customer), sks).await?.iter().map(body).collect()
    }

    /// What was paid, newest first. One query.
    pub async fn payments(
        &self,
        customer: &CustomerId,
        cursor: Option<&str>,
    ) -> Result<Page<Payment>, Error> {
        let wanted = Wanted {
            list: List::Day,
            prefix: "payment#".to_owned(),
            falling: true,
            cursor,
            limit: Some(PAGE),
        };
        let page = read(self.page(of(customer), wanted).await?)?;
        let items = page.items.into_iter().filter(|payment: &Payment| !payment.cancelled);
        Ok(Page { items: items.collect(), next: page.next })
    }

    /// Schedules of advances, of one supply point or of all, each point's
    /// latest first. One query.
    pub async fn advances(
        &self,
        customer: &CustomerId,
        point: Option<&SupplyPointId>,
        cursor: Option<&str>,
    ) -> Result<Page<AdvanceSchedule>, Error> {
        self.by_point(customer, List::Table, "advances", point, cursor).await
    }

    /// Declarations of surfaces, of one supply point or of all, each point's
    /// latest first. One query.
    pub async fn rainwater(
        &self,
        customer: &CustomerId,
        point: Option<&SupplyPointId>,
        cursor: Option<&str>,
    ) -> Result<Page<RainwaterDeclaration>, Error> {
        self.by_point(customer, List::Table, "rainwater", point, cursor).await
    }

    /// Contracts and amendments, of one supply point or of all, each point's
    /// latest first. One query.
    pub async fn papers(
        &self,
        customer: &CustomerId,
        point: Option<&SupplyPointId>,
        cursor: Option<&str>,
    ) -> Result<Page<Paper>, Error> {
        let page = self.by_point(customer, List::Point, "paper", point, cursor).await?;
        let items = page.items.into_iter().filter(|paper: &Paper| !paper.cancelled);
        Ok(Page { items: items.collect(), next: page.next })
    }

    /// The customer's paper `id`, or `None` when they have no such paper. One
    /// read.
    pub async fn paper(&self, customer: &CustomerId, id: &DocumentId) -> Result<Option<Paper>> {
        let item = self.get(of(customer), format!("paper#{id}")).await?;
        let paper: Option<Paper> = item.as_ref().map(body).transpose()?;
        Ok(paper.filter(|paper| !paper.cancelled))
    }

    /// What settlements say was used, newest first. Usually one query.
    pub async fn settlements(&self, customer: &CustomerId) -> Result<Vec<Settlement>, Error> {
        let items = self.all(of(customer), List::Kind, "usage#".to_owned()).await?;
        Ok(items.iter().map(body).collect::<Result<_>>()?)
    }

    async fn by_point<T: DeserializeOwned>(
        &self,
        customer: &CustomerId,
        list: List,
        what: &str,
        point: Option<&SupplyPointId>,
        cursor: Option<&str>,
    ) -> Result<Page<T>, Error> {
        let prefix = match point {
            Some(point) => format!("{what}#{point}#"),
            None => format!("{what}#"),
        };
        let wanted = Wanted { list, prefix, falling: true, cursor, limit: Some(PAGE) };
        Ok(read(self.page(of(customer), wanted).await?)?)
    }
}

fn read<T: DeserializeOwned>(page: Page<Item>) -> Result<Page<T>> {
    let items = page.items.iter().map(body).collect::<Result<_>>()?;
    Ok(Page { items, next: page.next })
}
