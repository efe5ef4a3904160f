//! Whether invoices are to come electronically.

use axum::extract::State;
use portal_contracts::change::ChangeBody;
use portal_lambda::{Holder, IdempotencyKey, Json, Problem};
use serde::Deserialize;
use utoipa::ToSchema;

use super::{Answer, App, ProposedBody, Request};
use crate::wish::new_e_invoice;

#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct NewEInvoiceBody {
    on: bool,
    /// Where they are to go beside the portal.
    #[serde(default)]
    email: Option<String>,
}

/// Proposes that invoices come electronically, or on paper again.
#[utoipa::path(
    post, path = "/api/invoices/customers/{customer}/e-invoice",
    operation_id = "invoices_propose_e_invoice", tag = "invoices",
    request_body = NewEInvoiceBody,
    params(
        ("customer" = String, Path, description = "The customer's number"),
        ("idempotency-key" = Option<String>, Header, description = "The same for a repeat"),
    ),
    responses(
        (status = 201, description = "Proposed", body = ProposedBody),
        (status = 400, description = "`malformed_json`", body = Problem),
        (status = 401, description = "`signed_out`", body = Problem),
        (status = 403, description = "`only_the_holder`, `cross_site`", body = Problem),
        (status = 404, description = "Not there, or not this caller's", body = Problem),
        (status = 409, description = "`change_open` with `change`; `customer_changed`", body = Problem),
        (status = 422, description = "`email_invalid`, `e_invoice_unchanged`, `idempotency_key_used`", body = Problem),
    ),
    security(("session" = [])),
)]
pub(crate) async fn propose_e_invoice(
    Holder(viewer): Holder,
    State(app): State<App>,
    key: IdempotencyKey,
    Json(body): Json<NewEInvoiceBody>,
) -> Answer {
    let request = Request::new(viewer, &key, "e-invoice");
    let (account, seen) = app.store.seen_account(&request.viewer.customer).await?;
    let before = account.is_some_and(|account| account.e_invoice);
    let fit = new_e_invoice(before, body.on, body.email.as_deref());
    request.propose(&app, fit, vec![seen], ChangeBody::EInvoice).await
}
