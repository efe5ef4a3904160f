//! Asking for access. The answer is always the same: what was typed is only
//! kept, and looked at by the outbox.

use axum::{extract::State, http::StatusCode};
use jiff::Timestamp;
use portal_domain::{EmailAddress, Language};
use portal_lambda::{Error, Json, Problem};
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{App, caller::Caller};
use crate::{
    store::requests::{Kind, Request},
    throttle::SIGN_UP_BY_SOURCE,
};

#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct SignUpBody {
    /// The customer's number.
    customer: String,
    /// The number of one of their invoices...
    invoice: String,
    /// ...with what was to be paid, in the currency's unit,
    #[serde(default)]
    #[schema(example = "1234.50")]
    amount: Option<String>,
    /// or the serial number of one of their meters.
    #[serde(default)]
    meter: Option<String>,
    email: String,
    language: Language,
}

#[derive(Serialize, ToSchema)]
pub(crate) struct RequestBody {
    /// Names the request when the codes are entered. Says nothing about whether
    /// anything matched.
    request: String,
}

/// Asks for access to a customer, with data from an invoice.
#[utoipa::path(
    post, path = "/api/auth/sign-up", tag = "auth", operation_id = "auth_sign_up",
    request_body = SignUpBody,
    responses(
        (status = 202, description = "Kept; if the data match, a code is on its way", body = RequestBody),
        (status = 422, description = "`email_invalid`, `amount_invalid`, `amount_or_meter_missing`", body = Problem),
        (status = 429, description = "`too_many_attempts`", body = Problem),
    )
)]
pub(crate) async fn sign_up(
    caller: Caller,
    State(app): State<App>,
    Json(body): Json<SignUpBody>,
) -> Result<(StatusCode, Json<RequestBody>), Error> {
    let now = app.clock.now();
    app.limit(&SIGN_UP_BY_SOURCE, &caller.source_name(), now).await?;
    let request = body.into_request(Kind::SignUp, now)?;
    app.logins.commit(vec![app.logins.keep_request(&request)?]).await?;
    Ok((StatusCode::ACCEPTED, Json(RequestBody { request: request.id })))
}

impl SignUpBody {
    /// The request to be looked at. A number that can't be one is kept as
    /// none: it matches nothing, and the answer doesn't tell.
    pub(crate) fn into_request(self, kind: Kind, now: Timestamp) -> Result<Request, Error> {
        let email: EmailAddress =
            self.email.parse().map_err(|_| Error::refused("email_invalid", "email"))?;
        let amount = self.amount.filter(|amount| !amount.trim().is_empty());
        let amount = amount.map(|amount| read_amount(&amount)).transpose()?;
        let meter = self.meter.map(|meter| meter.trim().to_owned());
        let meter = meter.filter(|meter| !meter.is_empty() && meter.len() <= 64);
        if amount.is_none() && meter.is_none() {
            return Err(Error::refused("amount_or_meter_missing", "amount"));
        }
        let mut request = Request::new(kind, email, self.language, now)?;
        request.customer = squeezed(&self.customer).parse().ok();
        request.invoice = squeezed(&self.invoice).parse().ok();
        request.amount = amount.map(|amount| amount.normalize().to_string());
        request.meter = meter;
        Ok(request)
    }
}

impl RequestBody {
    pub(crate) fn of(request: Request) -> Self {
        Self { request: request.id }
    }
}

fn squeezed(text: &str) -> String {
    text.split_whitespace().collect()
}

/// An amount as people write it: `1 234,50`.
fn read_amount(typed: &str) -> Result<Decimal, Error> {
    let plain: String = typed.chars().filter(|c| !c.is_whitespace()).collect();
    let amount = plain.replace(',', ".").parse::<Decimal>();
    amount.map_err(|_| Error::refused("amount_invalid", "amount"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_amount_is_read_as_people_write_it() {
        for typed in ["1234.50", "1 234,50", "1234,5", " 1\u{a0}234,50 "] {
            assert_eq!(read_amount(typed).unwrap().normalize().to_string(), "1234.5", "{typed}");
        }
        assert!(read_amount("1.234,50").is_err());
        assert!(read_amount("much").is_err());
    }
}
