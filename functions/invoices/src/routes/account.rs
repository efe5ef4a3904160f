//! The contract account: what is open, what was paid.

use std::collections::BTreeMap;

use axum::extract::State;
use portal_contracts::ledger::Payment;
use portal_domain::{CustomerId, InvoiceNumber, Money, ReceivableId, SupplyPointId};
use portal_lambda::{Error, Json, Problem, Query, Viewer};
use serde::Deserialize;

use super::{
    App,
    body::{AccountBody, PaymentBody, PaymentsBody},
};
use crate::balance::{balances, currency_of, is_of_only};

/// Where the list goes on.
#[derive(Deserialize)]
pub(super) struct CursorQuery {
    pub cursor: Option<String>,
}

/// How the customer pays, what is open, and what it comes to.
#[utoipa::path(
    get, path = "/api/invoices/customers/{customer}/account",
    operation_id = "invoices_account", tag = "invoices",
    params(("customer" = String, Path, description = "The customer's number")),
    responses(
        (status = 200, description = "To who may see one supply point, what is owed for that alone", body = AccountBody),
        (status = 401, description = "`signed_out`", body = Problem),
        (status = 404, description = "Not there, or not this caller's", body = Problem),
    ),
    security(("session" = [])),
)]
pub(super) async fn account(
    viewer: Viewer,
    State(app): State<App>,
) -> Result<Json<AccountBody>, Error> {
    Ok(Json(app.account(&viewer.customer, viewer.supply_point.as_ref()).await?))
}

/// What the customer paid, and what for; newest first.
#[utoipa::path(
    get, path = "/api/invoices/customers/{customer}/payments",
    operation_id = "invoices_list_payments", tag = "invoices",
    params(
        ("customer" = String, Path, description = "The customer's number"),
        ("cursor" = Option<String>, Query, description = "`next` of the page before"),
    ),
    responses(
        (status = 200, description = "50 payments at most", body = PaymentsBody),
        (status = 400, description = "`malformed_cursor`, `malformed_query`", body = Problem),
        (status = 401, description = "`signed_out`", body = Problem),
        (status = 404, description = "Not there, or not this caller's; also to who may see one supply point only", body = Problem),
    ),
    security(("session" = [])),
)]
pub(super) async fn list_payments(
    viewer: Viewer,
    State(app): State<App>,
    Query(query): Query<CursorQuery>,
) -> Result<Json<PaymentsBody>, Error> {
    // Money comes from the customer as a whole.
    if viewer.supply_point.is_some() {
        return Err(Error::NotFound);
    }
    Ok(Json(app.payments(&viewer.customer, query.cursor.as_deref()).await?))
}

impl App {
    /// The customer's account; of who may see `only` one supply point, what is
    /// owed for it.
    pub(super) async fn account(
        &self,
        customer: &CustomerId,
        only: Option<&SupplyPointId>,
    ) -> Result<AccountBody, Error> {
        let mut account = self.store.account(customer).await?;
        if let Some(only) = only {
            account.account = None;
            account.open.retain(|receivable| is_of_only(receivable, only));
        }
        let today = self.today();
        let currency = currency_of(&account.open, self.utility.currency);
        let balances = balances(&account.open, currency, today);
        Ok(AccountBody::of(account, balances, today))
    }

    /// A page of payments, with the documents that they paid: a query, and a
    /// read of what they settled.
    pub(super) async fn payments(
        &self,
        customer: &CustomerId,
        cursor: Option<&str>,
    ) -> Result<PaymentsBody, Error> {
        let page = self.store.payments(customer, cursor).await?;
        let settled = page.items.iter().flat_map(|payment| &payment.allocations);
        let settled: Vec<ReceivableId> =
            settled.map(|allocation| allocation.receivable.clone()).collect();
        let receivables = self.store.receivables(customer, &settled).await?;
        let stand: BTreeMap<ReceivableId, InvoiceNumber> = receivables
            .into_iter()
            .filter_map(|receivable| Some((receivable.id, receivable.invoice?)))
            .collect();
        let payments = page.items.into_iter().map(|payment| body(payment, &stand));
        Ok(PaymentsBody { payments: payments.collect(), next: page.next })
    }
}

fn body(payment: Payment, stand: &BTreeMap<ReceivableId, InvoiceNumber>) -> PaymentBody {
    let mut documents = Vec::new();
    let mut used: i64 = 0;
    for allocation in &payment.allocations {
        used = used.saturating_add(allocation.amount.minor);
        let document = stand.get(&allocation.receivable);
        if let Some(document) = document.filter(|document| !documents.contains(*document)) {
            documents.push(document.clone());
        }
    }
    let unused = Money { minor: payment.amount.minor.saturating_sub(used), ..payment.amount };
    PaymentBody { payment, unused, documents }
}
