//! All customers that somebody may see, together: a holding's, a property
//! manager's.
//!
//! Each customer is a query of their own, some at a time.

use axum::extract::State as Shared;
use futures_util::{StreamExt, TryStreamExt, stream};
use portal_contracts::{invoice::InvoiceKind, ledger::Receivable};
use portal_domain::{CustomerId, SupplyPointId};
use portal_lambda::{Access, Error, Json, Problem, Query, Session, access::GrantItem};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{
    App,
    body::{DocumentBody, OpenBody},
};
use crate::{
    balance::{Balance, balances, is_of_only},
    document::{Document, State, days_overdue, remaining},
    store::{Account, Filter, PAGE, Sort},
};

/// So many customers are asked for at once.
const AT_ONCE: usize = 16;

/// Which documents of the group.
#[derive(Clone, Deserialize)]
pub(super) struct GroupQuery {
    pub kind: Option<InvoiceKind>,
    pub state: Option<State>,
    #[serde(default)]
    pub sort: Sort,
    pub q: Option<String>,
    pub cursor: Option<String>,
}

/// Where the list goes on.
#[derive(Deserialize)]
pub(super) struct CursorQuery {
    pub cursor: Option<String>,
}

/// What the customers of a group owe, in the order of their numbers.
#[derive(Serialize, ToSchema)]
pub(super) struct GroupBody {
    customers: Vec<CustomerTotalsBody>,
    next: Option<String>,
}

/// What one customer owes.
#[derive(Serialize, ToSchema)]
pub(super) struct CustomerTotalsBody {
    customer: CustomerId,
    /// Only what is owed for this supply point may be seen.
    #[serde(skip_serializing_if = "Option::is_none")]
    supply_point: Option<SupplyPointId>,
    #[serde(flatten)]
    balance: Balance,
    /// What is open in other currencies than the utility's.
    others: Vec<Balance>,
}

/// Documents of a group.
#[derive(Serialize, ToSchema)]
pub(super) struct GroupDocumentsBody {
    documents: Vec<GroupDocumentBody>,
    next: Option<String>,
}

/// A document, and whose it is.
#[derive(Serialize, ToSchema)]
pub(super) struct GroupDocumentBody {
    customer: CustomerId,
    #[serde(flatten)]
    document: DocumentBody,
}

/// What is open in a group, the earliest due first.
#[derive(Serialize, ToSchema)]
pub(super) struct GroupReceivablesBody {
    receivables: Vec<GroupReceivableBody>,
    next: Option<String>,
}

/// Something that isn't settled yet, and who owes it.
#[derive(Serialize, ToSchema)]
pub(super) struct GroupReceivableBody {
    customer: CustomerId,
    #[serde(flatten)]
    receivable: OpenBody,
}

/// What each customer owes whom the caller may see.
#[utoipa::path(
    get, path = "/api/invoices/group",
    operation_id = "invoices_group", tag = "invoices",
    params(("cursor" = Option<String>, Query, description = "`next` of the page before")),
    responses(
        (status = 200, description = "50 customers at most", body = GroupBody),
        (status = 400, description = "`malformed_query`", body = Problem),
        (status = 401, description = "`signed_out`", body = Problem),
    ),
    security(("session" = [])),
)]
pub(super) async fn group(
    session: Session,
    Shared(app): Shared<App>,
    Query(query): Query<CursorQuery>,
) -> Result<Json<GroupBody>, Error> {
    let mut grants = app.group(&session).await?;
    let after = query.cursor.as_deref().unwrap_or_default();
    grants.retain(|grant| grant.customer.as_str() > after);
    let more = grants.len() > PAGE;
    grants.truncate(PAGE);
    let next = grants.last().filter(|_| more).map(|grant| grant.customer.to_string());
    let accounts = app.accounts(grants).await?;
    let today = app.today();
    let customers = accounts.into_iter().map(|(grant, account)| {
        let (balance, others) = balances(&account.open, app.utility.currency, today);
        let GrantItem { customer, supply_point, .. } = grant;
        CustomerTotalsBody { customer, supply_point, balance, others }
    });
    Ok(Json(GroupBody { customers: customers.collect(), next }))
}

/// Documents of all customers whom the caller may see, the latest first.
#[utoipa::path(
    get, path = "/api/invoices/group/documents",
    operation_id = "invoices_group_documents", tag = "invoices",
    params(
        ("kind" = Option<InvoiceKind>, Query),
        ("state" = Option<State>, Query),
        ("sort" = Option<String>, Query, description = "By the day of `issued` (usual) or `due`"),
        ("q" = Option<String>, Query, description = "The number, or how it begins; sorted by it"),
        ("cursor" = Option<String>, Query, description = "`next` of the page before"),
    ),
    responses(
        (status = 200, description = "50 documents at most", body = GroupDocumentsBody),
        (status = 400, description = "`malformed_cursor`, `malformed_query`", body = Problem),
        (status = 401, description = "`signed_out`", body = Problem),
    ),
    security(("session" = [])),
)]
pub(super) async fn group_documents(
    session: Session,
    Shared(app): Shared<App>,
    Query(query): Query<GroupQuery>,
) -> Result<Json<GroupDocumentsBody>, Error> {
    let grants = app.group(&session).await?;
    let cursor = query.cursor.clone();
    let (documents, next) = app.group_page(&grants, &query, cursor.as_deref()).await?;
    let today = app.today();
    let documents = documents.into_iter().map(|(customer, document)| GroupDocumentBody {
        customer,
        document: DocumentBody::of(document, today),
    });
    Ok(Json(GroupDocumentsBody { documents: documents.collect(), next }))
}

/// What is open with all customers whom the caller may see, the earliest due
/// first.
#[utoipa::path(
    get, path = "/api/invoices/group/receivables",
    operation_id = "invoices_group_receivables", tag = "invoices",
    params(("cursor" = Option<String>, Query, description = "`next` of the page before")),
    responses(
        (status = 200, description = "50 at most", body = GroupReceivablesBody),
        (status = 400, description = "`malformed_query`", body = Problem),
        (status = 401, description = "`signed_out`", body = Problem),
    ),
    security(("session" = [])),
)]
pub(super) async fn group_receivables(
    session: Session,
    Shared(app): Shared<App>,
    Query(query): Query<CursorQuery>,
) -> Result<Json<GroupReceivablesBody>, Error> {
    let after = query.cursor.unwrap_or_default();
    let mut open = app.open(&session).await?;
    open.retain(|(customer, receivable)| place(customer, receivable) > after);
    let more = open.len() > PAGE;
    open.truncate(PAGE);
    let last = open.last().filter(|_| more);
    let next = last.map(|(customer, receivable)| place(customer, receivable));
    let today = app.today();
    let receivables = open.into_iter().map(|(customer, receivable)| {
        let remaining = remaining(&receivable);
        let days_overdue = days_overdue(remaining, receivable.due_on, today);
        let receivable = OpenBody { receivable, remaining, days_overdue };
        GroupReceivableBody { customer, receivable }
    });
    Ok(Json(GroupReceivablesBody { receivables: receivables.collect(), next }))
}

/// Where something that is open stands in the group's list.
fn place(customer: &CustomerId, receivable: &Receivable) -> String {
    format!("{}~{customer}~{}", receivable.due_on, receivable.id)
}

/// A document in the list of its customer.
struct Found {
    place: String,
    after: Option<String>,
    customer: CustomerId,
    document: Document,
}

impl GroupQuery {
    /// What of a customer is wanted, and may be seen.
    pub(super) fn filter(&self, grant: &GrantItem) -> Filter {
        let number = self.q.as_ref().map(|q| q.trim().to_owned()).filter(|q| !q.is_empty());
        let (kind, state, sort) = (self.kind, self.state, self.sort);
        Filter { kind, state, supply_point: None, only: grant.supply_point.clone(), sort, number }
    }
}

impl App {
    /// The customers whom the caller may see, in the order of their numbers.
    pub(super) async fn group(&self, session: &Session) -> Result<Vec<GrantItem>, Error> {
        let access: &Access = &self.access;
        let mut grants = access.overview(&session.user).await?.grants;
        grants.sort_by(|one, other| one.customer.cmp(&other.customer));
        Ok(grants)
    }

    /// Their accounts, as far as they may be seen.
    async fn accounts(&self, grants: Vec<GrantItem>) -> Result<Vec<(GrantItem, Account)>, Error> {
        let accounts = grants.into_iter().map(|grant| async move {
            let mut account = self.store.account(&grant.customer).await?;
            if let Some(only) = &grant.supply_point {
                account.account = None;
                account.open.retain(|receivable| is_of_only(receivable, only));
            }
            Ok::<_, Error>((grant, account))
        });
        let accounts: Vec<_> = accounts.collect();
        stream::iter(accounts).buffered(AT_ONCE).try_collect().await
    }

    /// A page of documents of all of them, and where it goes on.
    pub(super) async fn group_page(
        &self,
        grants: &[GrantItem],
        query: &GroupQuery,
        cursor: Option<&str>,
    ) -> Result<(Vec<(CustomerId, Document)>, Option<String>), Error> {
        let today = self.today();
        let pages = grants.iter().map(|grant| async move {
            let filter = query.filter(grant);
            let page = self.store.documents(&grant.customer, &filter, cursor, today).await?;
            let end = page.next.and_then(|next| Some((filter.at(&next)?, next)));
            let found = page.items.into_iter();
            let found = found.map(|document| Found {
                place: filter.place(&document),
                after: filter.after(&document),
                customer: grant.customer.clone(),
                document,
            });
            Ok::<_, Error>((found.collect::<Vec<_>>(), end))
        });
        let pages: Vec<_> = pages.collect();
        let pages: Vec<_> = stream::iter(pages).buffered(AT_ONCE).try_collect().await?;
        let (found, ends): (Vec<_>, Vec<_>) = pages.into_iter().unzip();
        let mut found: Vec<Found> = found.into_iter().flatten().collect();
        // Behind where one list was looked through, it may have more.
        let end = ends.into_iter().flatten().max();
        found.retain(|one| end.as_ref().is_none_or(|(end, _)| one.place >= *end));
        found.sort_by(|one, other| other.place.cmp(&one.place));
        let next = match found.get(PAGE) {
            Some(_) => found.get(PAGE - 1).and_then(|last| last.after.clone()),
            None => end.map(|(_, cursor)| cursor),
        };
        found.truncate(PAGE);
        Ok((found.into_iter().map(|one| (one.customer, one.document)).collect(), next))
    }

    /// What is open with all of them, the earliest due first.
    pub(super) async fn open(
        &self,
        session: &Session,
    ) -> Result<Vec<(CustomerId, Receivable)>, Error> {
        let accounts = self.accounts(self.group(session).await?).await?;
        let mut open = Vec::new();
        for (grant, account) in accounts {
            open.extend(account.open.into_iter().map(|one| (grant.customer.clone(), one)));
        }
        open.sort_by_cached_key(|(customer, receivable)| place(customer, receivable));
        Ok(open)
    }
}
