//! Asking what the rules say of a reading, before it is sent.

use std::collections::BTreeSet;

use axum::extract::State;
use portal_domain::{CustomerId, MeterId};
use portal_lambda::{Error, Json, Path, Problem, Viewer};

use super::{
    App,
    body::{AssessmentBody, ClaimBody},
};
/// What the rules say of a reading. Nothing is kept.
#[utoipa::path(
    post, path = "/api/readings/customers/{customer}/meters/{meter}/check",
    operation_id = "readings_check", tag = "readings",
    params(
        ("customer" = String, Path, description = "The customer's number"),
        ("meter" = String, Path, description = "The meter's id"),
    ),
    request_body = ClaimBody,
    responses(
        (status = 200, description = "The verdict, whatever it is", body = AssessmentBody),
        (status = 400, description = "`malformed_json`", body = Problem),
        (status = 401, description = "`signed_out`", body = Problem),
        (status = 403, description = "`cross_site`", body = Problem),
        (status = 404, description = "Not there, or not this caller's", body = Problem),
    ),
    security(("session" = [])),
)]
pub(super) async fn check(
    viewer: Viewer,
    State(app): State<App>,
    Path((_, meter)): Path<(CustomerId, MeterId)>,
    Json(body): Json<ClaimBody>,
) -> Result<Json<AssessmentBody>, Error> {
    let known = app.known(&viewer, &meter).await?;
    let assessment = known.assess(&body.into(), &BTreeSet::new(), app.today());
    Ok(Json(assessment.into()))
}
