//! What is to be paid back, or paid in parts.

use std::collections::BTreeSet;

use axum::extract::State;
use jiff::civil::Date;
use portal_contracts::{change::ChangeBody, ledger::Receivable};
use portal_domain::{CustomerId, Money, ReceivableId};
use portal_lambda::{Error, Holder, IdempotencyKey, Json, Problem};
use serde::Deserialize;
use utoipa::ToSchema;

use super::{Answer, App, ProposedBody, Request};
use crate::{
    store::Seen,
    wish::{InstalmentsWish, MOST_RECEIVABLES, RefundWish, new_instalments, new_refund},
};

#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct RefundBody {
    /// Open claims of the customer, each to be paid back whole. 50 at most.
    receivables: Vec<ReceivableId>,
    /// What they come to, positive, as the customer saw it.
    amount: Money,
    /// Where to: `prefix-number/bank`, an IBAN, or the 26 digits of a Polish
    /// account.
    account: String,
}

#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct InstalmentsBody {
    /// Open debts of the customer. 50 at most.
    receivables: Vec<ReceivableId>,
    /// What is open of them together, as the customer saw it.
    amount: Money,
    /// In how many monthly parts: 2 to 24.
    #[schema(minimum = 2, maximum = 24)]
    count: u8,
    /// From tomorrow on, within 60 days.
    first_due_on: Date,
    /// Why, in the customer's words: 500 characters at most.
    #[serde(default)]
    reason: Option<String>,
}

/// Proposes that what the utility owes is paid back.
#[utoipa::path(
    post, path = "/api/invoices/customers/{customer}/refund",
    operation_id = "invoices_propose_refund", tag = "invoices", request_body = RefundBody,
    params(
        ("customer" = String, Path, description = "The customer's number"),
        ("idempotency-key" = Option<String>, Header, description = "The same for a repeat"),
    ),
    responses(
        (status = 201, description = "Proposed", body = ProposedBody),
        (status = 400, description = "`malformed_json`", body = Problem),
        (status = 401, description = "`signed_out`", body = Problem),
        (status = 403, description = "`only_the_holder`, `cross_site`", body = Problem),
        (status = 404, description = "The customer, or one of the receivables, isn't there or isn't this caller's", body = Problem),
        (status = 409, description = "`change_open` with `change`; `receivable_not_open`, `amount_differs`, `customer_changed`", body = Problem),
        (status = 422, description = "`receivables_missing`, `receivables_too_many`, `receivable_not_a_claim`, `currencies_differ`; `account_...` of `account` says which rule of its digits fails; `idempotency_key_used`", body = Problem),
    ),
    security(("session" = [])),
)]
pub(crate) async fn propose_refund(
    Holder(viewer): Holder,
    State(app): State<App>,
    key: IdempotencyKey,
    Json(body): Json<RefundBody>,
) -> Answer {
    let request = Request::new(viewer, &key, "refund");
    let named = named(&app, &request.viewer.customer, body.receivables).await?;
    let wish = RefundWish { amount: body.amount, account: body.account };
    let known = named.refund_account.as_deref();
    let fit = new_refund(&named.receivables, &wish, known, app.utility.country);
    request.propose(&app, fit, named.seen, ChangeBody::Refund).await
}

/// Proposes that a debt is paid in monthly parts.
#[utoipa::path(
    post, path = "/api/invoices/customers/{customer}/instalments",
    operation_id = "invoices_propose_instalments", tag = "invoices",
    request_body = InstalmentsBody,
    params(
        ("customer" = String, Path, description = "The customer's number"),
        ("idempotency-key" = Option<String>, Header, description = "The same for a repeat"),
    ),
    responses(
        (status = 201, description = "Proposed", body = ProposedBody),
        (status = 400, description = "`malformed_json`", body = Problem),
        (status = 401, description = "`signed_out`", body = Problem),
        (status = 403, description = "`only_the_holder`, `cross_site`", body = Problem),
        (status = 404, description = "The customer, or one of the receivables, isn't there or isn't this caller's", body = Problem),
        (status = 409, description = "`change_open` with `change`; `receivable_not_open`, `amount_differs`, `customer_changed`", body = Problem),
        (status = 422, description = "`receivables_missing`, `receivables_too_many`, `receivable_not_a_debt`, `currencies_differ`, `debt_in_collection`, `instalments_agreed`, `instalments_count_out_of_range`, `first_due_out_of_range`, `reason_too_long`, `idempotency_key_used`", body = Problem),
    ),
    security(("session" = [])),
)]
pub(crate) async fn propose_instalments(
    Holder(viewer): Holder,
    State(app): State<App>,
    key: IdempotencyKey,
    Json(body): Json<InstalmentsBody>,
) -> Answer {
    let request = Request::new(viewer, &key, "instalments");
    let named = named(&app, &request.viewer.customer, body.receivables).await?;
    let wish = InstalmentsWish {
        amount: body.amount,
        count: body.count,
        first_due_on: body.first_due_on,
        reason: body.reason,
    };
    let fit = new_instalments(&named.receivables, &wish, app.today());
    request.propose(&app, fit, named.seen, ChangeBody::Instalments).await
}

/// The receivables that a wish is about.
struct Named {
    receivables: Vec<Receivable>,
    seen: Vec<Seen>,
    /// Where billing pays back to.
    refund_account: Option<String>,
}

/// Each once; one that isn't the customer's isn't there.
async fn named(app: &App, customer: &CustomerId, ids: Vec<ReceivableId>) -> Result<Named, Error> {
    let ids: Vec<_> = ids.into_iter().collect::<BTreeSet<_>>().into_iter().collect();
    if ids.len() > MOST_RECEIVABLES {
        return Err(Error::refused("receivables_too_many", "receivables"));
    }
    let claims = app.store.seen_receivables(customer, &ids).await?;
    if claims.receivables.len() != ids.len() {
        return Err(Error::NotFound);
    }
    let (receivables, seen) = claims.receivables.into_iter().unzip();
    let refund_account = claims.account.and_then(|account| account.refund_account);
    Ok(Named { receivables, seen, refund_account })
}
