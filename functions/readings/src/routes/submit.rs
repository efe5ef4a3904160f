//! Sending a reading: judged, and proposed as a change.

use std::collections::{BTreeMap, BTreeSet};

use axum::{extract::State, http::StatusCode};
use jiff::civil::Date;
use portal_changes::{Change, Proposal, approved_by_rule};
use portal_contracts::change::{ChangeBody, ReadingChange};
use portal_domain::{ChangeId, CustomerId, MeterId};
use portal_lambda::{Error, IdempotencyKey, Json, Path, Problem, Viewer};
use serde::{Deserialize, Serialize};
use serde_json::{Map, json};
use utoipa::ToSchema;

use super::App;
use crate::{
    evidence::evidence,
    reading::Claim,
    rules::{Assessment, Code, Finding, Forbidden, Refusal, Verdict, may_send},
    store::{Known, Sending},
};

/// A reading that is sent.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct SubmitBody {
    read_on: Date,
    /// By register code, all registers of the meter. A comma is a point, and
    /// spaces don't matter.
    values: BTreeMap<String, String>,
    /// The number on the meter's face.
    #[serde(default)]
    serial: Option<String>,
    /// Codes of the findings that the customer was asked about and said "it is
    /// so" to.
    #[serde(default)]
    confirmed: BTreeSet<Code>,
}

/// A reading on its way.
#[derive(Serialize, ToSchema)]
pub(super) struct SubmittedBody {
    change: ChangeId,
    state: portal_changes::State,
    findings: Vec<Finding>,
}

/// Sends a reading. The same `Idempotency-Key` sends it once.
#[utoipa::path(
    post, path = "/api/readings/customers/{customer}/meters/{meter}/readings",
    operation_id = "readings_submit", tag = "readings",
    params(
        ("customer" = String, Path, description = "The customer's number"),
        ("meter" = String, Path, description = "The meter's id"),
        ("Idempotency-Key" = Option<String>, Header, description = "8 to 128 characters, new for each reading"),
    ),
    request_body = SubmitBody,
    responses(
        (status = 201, description = "On its way, or already approved by rule", body = SubmittedBody),
        (status = 400, description = "`malformed_json`", body = Problem),
        (status = 401, description = "`signed_out`", body = Problem),
        (status = 403, description = "`cross_site`", body = Problem),
        (status = 404, description = "Not there, or not this caller's", body = Problem),
        (status = 409, description = "`confirmation_needed` with `findings` and `suggestions`; `change_open` with `change`; `meter_changed`", body = Problem),
        (status = 422, description = "`reading_...`: it can't be sent", body = Problem),
    ),
    security(("session" = [])),
)]
pub(super) async fn submit(
    viewer: Viewer,
    State(app): State<App>,
    Path((_, meter)): Path<(CustomerId, MeterId)>,
    key: IdempotencyKey,
    Json(body): Json<SubmitBody>,
) -> Result<(StatusCode, Json<SubmittedBody>), Error> {
    let route = format!("readings/{}/{meter}", viewer.customer);
    let id = key.change_id(&viewer.session.user, &route);
    let known = app.known(&viewer, &meter).await?;
    let (claim, confirmed) = body.parted();
    let assessment = known.assess(&claim, &confirmed, app.today());
    if let Err(refused) = app.accept(&viewer, &known, &assessment).await {
        // A repeat is judged by what came of the first: that answer stands.
        let sent = app.readings.sent(&viewer.customer, &id).await?;
        return sent.map(|change| created(change, assessment)).ok_or(refused);
    }
    let proposal = app.proposal(id, &viewer, &known, &claim, &confirmed, &assessment);
    match app.readings.send(proposal, &meter, known.stamp).await? {
        Sending::Sent(change) => Ok(created(*change, assessment)),
        Sending::Open(change) => Err(conflict("change_open", [("change", json!(change))])),
        Sending::MeterChanged => Err(Error::conflict("meter_changed")),
    }
}

fn created(change: Change, assessment: Assessment) -> (StatusCode, Json<SubmittedBody>) {
    let body =
        SubmittedBody { change: change.id, state: change.state, findings: assessment.findings };
    (StatusCode::CREATED, Json(body))
}

impl SubmitBody {
    fn parted(self) -> (Claim, BTreeSet<Code>) {
        let Self { read_on, values, serial, confirmed } = self;
        (Claim { read_on, values, serial }, confirmed)
    }
}

impl App {
    /// Whether the reading may go on its way: from this customer, of this
    /// meter, and as it is.
    async fn accept(
        &self,
        viewer: &Viewer,
        known: &Known,
        assessment: &Assessment,
    ) -> Result<(), Error> {
        may_send(&known.meter, self.allows(&viewer.customer).await?, self.today())?;
        if let Some(refusal) = assessment.refusal() {
            return Err(refusal.into());
        }
        if assessment.verdict == Verdict::Confirm {
            let findings = ("findings", json!(assessment.findings));
            let suggestions = ("suggestions", json!(assessment.suggestions));
            return Err(conflict("confirmation_needed", [findings, suggestions]));
        }
        Ok(())
    }

    /// The change that asks billing to record the reading.
    fn proposal(
        &self,
        id: ChangeId,
        viewer: &Viewer,
        known: &Known,
        claim: &Claim,
        confirmed: &BTreeSet<Code>,
        assessment: &Assessment,
    ) -> Proposal {
        let Known { meter, history, .. } = known;
        let (before_on, before) = assessment.before.clone();
        let plausible = assessment.verdict == Verdict::Accepted;
        let codes: BTreeSet<Code> = assessment.findings.iter().map(|one| one.code).collect();
        Proposal {
            id,
            customer: viewer.customer.clone(),
            proposer: viewer.session.user.clone(),
            body: ChangeBody::Reading(ReadingChange {
                supply_point: meter.supply_point.clone(),
                meter: meter.id.clone(),
                serial: meter.serial.clone(),
                read_on: claim.read_on,
                values: assessment.values.clone(),
                before,
                before_on: Some(before_on),
                rolled_over: assessment.rolled_over.clone(),
            }),
            subject: format!("meter/{}", meter.id),
            findings: codes.into_iter().map(|code| format!("{code:?}")).collect(),
            evidence: Some(evidence(assessment, claim, confirmed, meter, history)),
            risk: assessment.risk(),
            approved: approved_by_rule(self.utility.rule("reading"), plausible),
            now: self.clock.now(),
        }
    }
}

impl From<Forbidden> for Error {
    fn from(forbidden: Forbidden) -> Self {
        Self::Refused { code: forbidden.code(), field: None }
    }
}

impl From<Refusal> for Error {
    fn from(refusal: Refusal) -> Self {
        Self::refused(refusal.code, refusal.field)
    }
}

fn conflict<const N: usize>(
    code: &'static str,
    details: [(&'static str, serde_json::Value); N],
) -> Error {
    let details: Map<String, serde_json::Value> =
        details.into_iter().map(|(name, value)| (name.to_owned(), value)).collect();
    Error::Conflict { code, details }
}
