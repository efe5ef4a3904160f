//! What a customer wishes about money: proposed, never written.

mod claims;
mod e_invoice;
mod method;
mod supply;

use axum::{Router, http::StatusCode, routing::post};
use portal_changes::{Change, Proposal, Proposed, State as ChangeState, approved_by_rule};
use portal_contracts::change::ChangeBody;
use portal_domain::ChangeId;
use portal_lambda::{Error, IdempotencyKey, Json, Viewer};
use serde::Serialize;
use serde_json::json;
use utoipa::{OpenApi, ToSchema};

use super::App;
use crate::{
    store::Seen,
    wish::{Fit, Refusal, Unusual},
};

/// How much an operator should mind: what is unusual, and everything else.
const RISK_UNUSUAL: u8 = 5;
const RISK_PLAIN: u8 = 1;

/// The routes below a customer's address.
pub(super) fn routes() -> Router<App> {
    Router::new()
        .route("/advance", post(supply::propose_advance))
        .route("/e-invoice", post(e_invoice::propose_e_invoice))
        .route("/instalments", post(claims::propose_instalments))
        .route("/payment-method", post(method::propose_payment_method))
        .route("/rainwater", post(supply::propose_rainwater))
        .route("/refund", post(claims::propose_refund))
        .route("/reserved-capacity", post(supply::propose_reserved_capacity))
}

#[derive(OpenApi)]
#[openapi(paths(
    claims::propose_instalments,
    claims::propose_refund,
    e_invoice::propose_e_invoice,
    method::propose_payment_method,
    supply::propose_advance,
    supply::propose_rainwater,
    supply::propose_reserved_capacity,
))]
pub(super) struct Description;

/// A change that was proposed.
#[derive(Serialize, ToSchema)]
#[schema(as = ProposedWishBody)]
pub(crate) struct ProposedBody {
    change: ChangeId,
    /// `approved` where the utility's rule decided at once.
    state: ChangeState,
}

type Answer = Result<(StatusCode, Json<ProposedBody>), Error>;

/// A request to propose something, before it is known whether it may be.
struct Request {
    viewer: Viewer,
    id: ChangeId,
}

impl Request {
    /// `route`: the last part of the address.
    fn new(viewer: Viewer, key: &IdempotencyKey, route: &str) -> Self {
        let route = format!("invoices/{}/{route}", viewer.customer);
        Self { id: key.change_id(&viewer.session.user, &route), viewer }
    }

    /// Proposes what fits; `seen` is what the customer saw of it.
    async fn propose<T>(
        self,
        app: &App,
        fit: Result<Fit<T>, Refusal>,
        seen: Vec<Seen>,
        kind: fn(T) -> ChangeBody,
    ) -> Answer {
        let Fit { change, unusual } = match fit {
            Ok(fit) => fit,
            Err(refusal) => return self.refuse(app, refusal).await,
        };
        let body = kind(change);
        let proposal = self.proposal(app, body.clone(), &unusual);
        match app.store.propose(&seen, proposal).await? {
            Proposed::Yes(change) => Ok(answer(change)),
            Proposed::AlreadyThere(change) if asks_the_same(&change.body, &body) => {
                Ok(answer(change))
            }
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

    fn proposal(self, app: &App, body: ChangeBody, unusual: &[Unusual]) -> Proposal {
        let findings: Vec<String> = unusual.iter().map(|found| found.code().to_owned()).collect();
        let evidence: Vec<_> =
            findings.iter().map(|code| json!({ "code": code, "severity": "operator" })).collect();
        let rule = app.utility.rule(body.kind().as_str());
        Proposal {
            id: self.id,
            customer: self.viewer.customer,
            proposer: self.viewer.session.user,
            subject: subject(&body),
            evidence: (!evidence.is_empty()).then(|| json!({ "findings": evidence })),
            risk: if findings.is_empty() { RISK_PLAIN } else { RISK_UNUSUAL },
            approved: approved_by_rule(rule, findings.is_empty()),
            findings,
            body,
            now: app.clock.now(),
        }
    }

    /// A request that came before may have been carried out meanwhile, so that
    /// what it asks for is so already: it gets the answer that it got.
    async fn refuse(self, app: &App, refusal: Refusal) -> Answer {
        if refusal.may_be_done()
            && let Some(change) = app.store.proposed(&self.viewer.customer, &self.id).await?
        {
            return Ok(answer(change));
        }
        Err(refusal.into())
    }
}

/// What is changed: there is one open change of it at most.
fn subject(body: &ChangeBody) -> String {
    let kind = body.kind().as_str();
    match body {
        ChangeBody::Advance(change) => format!("{kind}/{}", change.supply_point),
        ChangeBody::ReservedCapacity(change) => format!("{kind}/{}", change.supply_point),
        ChangeBody::Rainwater(change) => format!("{kind}/{}", change.supply_point),
        _ => kind.to_owned(),
    }
}

/// Whether two changes want the same; what was before may differ.
fn asks_the_same(one: &ChangeBody, other: &ChangeBody) -> bool {
    match (one, other) {
        (ChangeBody::PaymentMethod(one), ChangeBody::PaymentMethod(other)) => {
            one.after == other.after
        }
        (ChangeBody::Advance(one), ChangeBody::Advance(other)) => {
            (&one.supply_point, one.after) == (&other.supply_point, other.after)
        }
        (ChangeBody::ReservedCapacity(one), ChangeBody::ReservedCapacity(other)) => {
            (&one.supply_point, &one.after, one.from)
                == (&other.supply_point, &other.after, other.from)
        }
        (ChangeBody::Rainwater(one), ChangeBody::Rainwater(other)) => {
            (&one.supply_point, &one.after, one.from)
                == (&other.supply_point, &other.after, other.from)
        }
        (ChangeBody::EInvoice(one), ChangeBody::EInvoice(other)) => {
            (one.after, &one.email) == (other.after, &other.email)
        }
        (one, other) => one == other,
    }
}

fn answer(change: Change) -> (StatusCode, Json<ProposedBody>) {
    (StatusCode::CREATED, Json(ProposedBody { change: change.id, state: change.state }))
}

impl From<Refusal> for Error {
    fn from(refusal: Refusal) -> Self {
        if refusal.is_of_a_page_too_old() {
            return Self::conflict(refusal.code());
        }
        Self::Refused { code: refusal.code(), field: refusal.field() }
    }
}
