//! How the customer wishes to pay.

use axum::extract::State;
use portal_contracts::change::ChangeBody;
use portal_lambda::{Holder, IdempotencyKey, Json, Problem};
use serde::Deserialize;
use utoipa::ToSchema;

use super::{Answer, App, ProposedBody, Request};
use crate::wish::{Method, MethodWish, new_method};

#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct NewPaymentMethodBody {
    method: Method,
    /// Of a direct debit: `prefix-number/bank`, an IBAN, or the 26 digits of a
    /// Polish account.
    #[serde(default)]
    account: Option<String>,
    /// Of SIPO: the payer's ten digits.
    #[serde(default)]
    number: Option<String>,
}

/// Proposes how the customer is to pay.
#[utoipa::path(
    post, path = "/api/invoices/customers/{customer}/payment-method",
    operation_id = "invoices_propose_payment_method", tag = "invoices",
    request_body = NewPaymentMethodBody,
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
        (status = 422, description = "`account_...` of `account` says which rule of its digits fails; `sipo_number_invalid`, `sipo_not_offered`, `payment_method_unchanged`, `idempotency_key_used`", body = Problem),
    ),
    security(("session" = [])),
)]
pub(crate) async fn propose_payment_method(
    Holder(viewer): Holder,
    State(app): State<App>,
    key: IdempotencyKey,
    Json(body): Json<NewPaymentMethodBody>,
) -> Answer {
    let request = Request::new(viewer, &key, "payment-method");
    let (account, seen) = app.store.seen_account(&request.viewer.customer).await?;
    let before = account.as_ref().map(|account| &account.method);
    let wish = MethodWish { method: body.method, account: body.account, number: body.number };
    let fit = new_method(before, &wish, app.utility.country);
    request.propose(&app, fit, vec![seen], ChangeBody::PaymentMethod).await
}
