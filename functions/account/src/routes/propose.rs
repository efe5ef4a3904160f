//! What a customer wants changed about themselves: proposed, never written.

use axum::{extract::State, http::StatusCode};
use portal_changes::{Change, Proposal, Proposed, State as ChangeState, approved_by_rule};
use portal_contracts::change::{self, ChangeBody, ContactChange, MailingAddressChange};
use portal_domain::{Address, AddressField, ChangeId, CustomerId};
use portal_lambda::{Error, Holder, IdempotencyKey, Json, Problem};
use serde::{Deserialize, Deserializer, Serialize};
use serde_json::json;
use utoipa::ToSchema;

use super::App;
use crate::{
    customer::{
        Contact, Refusal, Unusual, Wish, new_contact, new_mailing_address, unusual_address,
        unusual_contact,
    },
    store::CustomerItem,
};

/// How much an operator should mind: what is unusual, and everything else.
const RISK_UNUSUAL: u8 = 5;
const RISK_PLAIN: u8 = 1;

#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct NewContactBody {
    /// Absent: stays. `null` or empty: is removed.
    #[serde(default)]
    #[schema(value_type = Option<String>)]
    email: Wish,
    /// As people write it; without a prefix it is a number of the utility's
    /// country. Absent: stays. `null` or empty: is removed.
    #[serde(default)]
    #[schema(value_type = Option<String>)]
    phone: Wish,
}

#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct NewMailingAddressBody {
    /// `null`: letters go to the customer's own address.
    #[serde(deserialize_with = "Option::deserialize")]
    #[schema(required)]
    address: Option<Address>,
}

#[derive(Serialize, ToSchema)]
pub(crate) struct ProposedBody {
    change: ChangeId,
    /// `approved` where the utility's rule decided at once.
    state: ChangeState,
}

/// Proposes how the utility is to reach the customer.
#[utoipa::path(
    post, path = "/api/account/customers/{customer}/contact",
    operation_id = "account_propose_contact", tag = "account", request_body = NewContactBody,
    params(
        ("customer" = CustomerId, Path),
        ("idempotency-key" = Option<String>, Header, description = "The same for a repeat"),
    ),
    responses(
        (status = 201, body = ProposedBody),
        (status = 400, body = Problem, description = "malformed_json"),
        (status = 401, body = Problem, description = "signed_out"),
        (status = 403, body = Problem, description = "only_the_holder, cross_site"),
        (status = 404, body = Problem, description = "not_found"),
        (status = 409, body = Problem, description = "change_open, with its id in `change`; customer_changed"),
        (status = 422, body = Problem, description = "email_invalid, phone_invalid, contact_unchanged, idempotency_key_used"),
    ),
)]
pub(crate) async fn propose_contact(
    Holder(viewer): Holder,
    State(app): State<App>,
    key: IdempotencyKey,
    Json(body): Json<NewContactBody>,
) -> Result<(StatusCode, Json<ProposedBody>), Error> {
    let id = key.change_id(&viewer.session.user, &format!("account/{}/contact", viewer.customer));
    let customer = app.customers.customer(&viewer.customer).await?.ok_or(Error::NotFound)?;
    let before = Contact { email: customer.email.clone(), phone: customer.phone.clone() };
    let after = match new_contact(&before, body.email, body.phone, app.utility.country) {
        Ok(after) => after,
        Err(refusal) => return repeated(&app, &customer, &id, refusal).await,
    };
    let unusual = unusual_contact(&before, &after);
    let body = ContactChange { before: before.into(), after: after.into() };
    let wish = Asked { id, customer, proposer: viewer.session.user, unusual };
    propose(&app, wish, ChangeBody::Contact(body)).await
}

/// Proposes where letters are to go.
#[utoipa::path(
    post, path = "/api/account/customers/{customer}/mailing-address",
    operation_id = "account_propose_mailing_address", tag = "account",
    request_body = NewMailingAddressBody,
    params(
        ("customer" = CustomerId, Path),
        ("idempotency-key" = Option<String>, Header, description = "The same for a repeat"),
    ),
    responses(
        (status = 201, body = ProposedBody),
        (status = 400, body = Problem, description = "malformed_json"),
        (status = 401, body = Problem, description = "signed_out"),
        (status = 403, body = Problem, description = "only_the_holder, cross_site"),
        (status = 404, body = Problem, description = "not_found"),
        (status = 409, body = Problem, description = "change_open, with its id in `change`; customer_changed"),
        (status = 422, body = Problem, description = "address_invalid, mailing_address_unchanged, idempotency_key_used"),
    ),
)]
pub(crate) async fn propose_mailing_address(
    Holder(viewer): Holder,
    State(app): State<App>,
    key: IdempotencyKey,
    Json(body): Json<NewMailingAddressBody>,
) -> Result<(StatusCode, Json<ProposedBody>), Error> {
    let route = format!("account/{}/mailing-address", viewer.customer);
    let id = key.change_id(&viewer.session.user, &route);
    let customer = app.customers.customer(&viewer.customer).await?.ok_or(Error::NotFound)?;
    let before = customer.mailing_address.clone();
    let after = match new_mailing_address(&customer.address, before.as_ref(), body.address) {
        Ok(after) => after,
        Err(refusal) => return repeated(&app, &customer, &id, refusal).await,
    };
    let unusual = unusual_address(after.as_ref(), app.utility.country);
    let body = MailingAddressChange { before, after };
    let wish = Asked { id, customer, proposer: viewer.session.user, unusual };
    propose(&app, wish, ChangeBody::MailingAddress(body)).await
}

/// Who asks, about whom as they were read, and what is unusual about it.
struct Asked {
    id: ChangeId,
    customer: CustomerItem,
    proposer: portal_domain::UserId,
    unusual: Vec<Unusual>,
}

async fn propose(
    app: &App,
    asked: Asked,
    body: ChangeBody,
) -> Result<(StatusCode, Json<ProposedBody>), Error> {
    let Asked { id, customer, proposer, unusual } = asked;
    let kind = body.kind().as_str();
    let findings: Vec<String> = unusual.iter().map(|found| found.code().to_owned()).collect();
    let evidence: Vec<_> =
        findings.iter().map(|code| json!({ "code": code, "severity": "operator" })).collect();
    let proposal = Proposal {
        id,
        customer: customer.id.clone(),
        proposer,
        subject: kind.to_owned(),
        evidence: (!evidence.is_empty()).then(|| json!({ "findings": evidence })),
        risk: if findings.is_empty() { RISK_PLAIN } else { RISK_UNUSUAL },
        approved: approved_by_rule(app.utility.rule(kind), findings.is_empty()),
        findings,
        body: body.clone(),
        now: app.clock.now(),
    };
    match app.proposals.propose(&app.customers, &customer, proposal).await? {
        Proposed::Yes(change) => Ok(answer(change)),
        Proposed::AlreadyThere(change) if asks_the_same(&change.body, &body) => Ok(answer(change)),
        Proposed::AlreadyThere(_) => {
            Err(Error::Refused { code: "idempotency_key_used", field: None })
        }
        Proposed::SubjectOpen(open) => {
            let details = json!({ "change": open }).as_object().cloned().unwrap_or_default();
            Err(Error::Conflict { code: "change_open", details })
        }
        Proposed::Meanwhile(_) => Err(Error::conflict("customer_changed")),
    }
}

/// A request that came before may have been carried out meanwhile, so that what
/// it asks for is so already: it gets the answer that it got.
async fn repeated(
    app: &App,
    customer: &CustomerItem,
    id: &ChangeId,
    refusal: Refusal,
) -> Result<(StatusCode, Json<ProposedBody>), Error> {
    let so_already = matches!(refusal, Refusal::ContactUnchanged | Refusal::AddressUnchanged);
    if so_already && let Some(change) = app.proposals.find(&customer.id, id).await? {
        return Ok(answer(change));
    }
    Err(refusal.into())
}

/// Whether two changes want the same; what was before may differ.
fn asks_the_same(one: &ChangeBody, other: &ChangeBody) -> bool {
    match (one, other) {
        (ChangeBody::Contact(one), ChangeBody::Contact(other)) => one.after == other.after,
        (ChangeBody::MailingAddress(one), ChangeBody::MailingAddress(other)) => {
            one.after == other.after
        }
        _ => false,
    }
}

fn answer(change: Change) -> (StatusCode, Json<ProposedBody>) {
    (StatusCode::CREATED, Json(ProposedBody { change: change.id, state: change.state }))
}

impl<'de> Deserialize<'de> for Wish {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text: Option<String> = Option::deserialize(deserializer)?;
        Ok(match text {
            Some(text) if !text.trim().is_empty() => Self::Be(text),
            _ => Self::Remove,
        })
    }
}

impl From<Contact> for change::Contact {
    fn from(contact: Contact) -> Self {
        Self { email: contact.email, phone: contact.phone }
    }
}

impl From<Refusal> for Error {
    fn from(refusal: Refusal) -> Self {
        match refusal {
            Refusal::EmailInvalid => Self::refused("email_invalid", "email"),
            Refusal::PhoneInvalid => Self::refused("phone_invalid", "phone"),
            Refusal::ContactUnchanged => Self::Refused { code: "contact_unchanged", field: None },
            Refusal::AddressInvalid(field) => {
                Self::refused("address_invalid", AddressField::as_str(field))
            }
            Refusal::AddressUnchanged => {
                Self::Refused { code: "mailing_address_unchanged", field: None }
            }
        }
    }
}
