//! A customer's own changes.

use axum::extract::State;
use portal_changes::Change;
use portal_domain::{ChangeId, CustomerId};
use portal_lambda::{Error, Json, Path, Problem, Query, Viewer, access::Role};
use serde::Deserialize;
use utoipa::IntoParams;

use super::{
    App,
    body::{ListBody, Reader, Shown},
};
use crate::{
    decision::{self, Refusal},
    store::{Stepped, Within},
};

/// How often a withdrawal is tried when a first approval comes between.
const TRIES: u32 = 3;

#[derive(Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(super) struct ListQuery {
    /// Only changes of this: `meter/{id}`, `contact`, `mailing_address`.
    subject: Option<String>,
    /// Where the part before ended.
    cursor: Option<String>,
}

/// The customer's changes, newest first.
#[utoipa::path(
    get, path = "/api/changes/customers/{customer}/changes", tag = "changes",
    operation_id = "changes_list", params(("customer" = CustomerId, Path), ListQuery),
    security(("session" = [])),
    responses(
        (status = 200, body = ListBody),
        (status = 400, description = "the cursor is none of ours", body = Problem),
        (status = 401, body = Problem),
        (status = 404, description = "not this user's customer", body = Problem),
    ),
)]
pub(super) async fn list(
    viewer: Viewer,
    State(app): State<App>,
    Query(query): Query<ListQuery>,
) -> Result<Json<ListBody>, Error> {
    let within =
        Within { subject: query.subject.as_deref(), supply_point: viewer.supply_point.as_ref() };
    let mut page =
        app.changes.of_customer(&viewer.customer, within, query.cursor.as_deref()).await?;
    page.changes = page.changes.into_iter().map(|change| as_seen_by(&viewer, change)).collect();
    Ok(Json(ListBody::of(page, Reader::Customer, &app.utility, app.clock.now())))
}

/// One change.
#[utoipa::path(
    get, path = "/api/changes/customers/{customer}/changes/{change}", tag = "changes",
    operation_id = "changes_show",
    params(("customer" = CustomerId, Path), ("change" = ChangeId, Path)),
    security(("session" = [])),
    responses(
        (status = 200, body = Shown),
        (status = 401, body = Problem),
        (status = 404, description = "not there, or not this user's", body = Problem),
    ),
)]
pub(super) async fn show(
    viewer: Viewer,
    State(app): State<App>,
    Path((_, change)): Path<(CustomerId, ChangeId)>,
) -> Result<Json<Shown>, Error> {
    let change = as_seen_by(&viewer, visible(&app, &viewer, &change).await?);
    Ok(Json(Shown::of(change, Reader::Customer, &app.utility, app.clock.now())))
}

/// Takes a change back, while nobody has decided it. A repeat is answered as
/// the first time.
#[utoipa::path(
    post, path = "/api/changes/customers/{customer}/changes/{change}/withdraw", tag = "changes",
    operation_id = "changes_withdraw",
    params(("customer" = CustomerId, Path), ("change" = ChangeId, Path)),
    security(("session" = [])),
    responses(
        (status = 200, body = Shown),
        (status = 401, body = Problem),
        (status = 403, description = "neither the holder nor who proposed it", body = Problem),
        (status = 404, description = "not there, or not this user's", body = Problem),
        (status = 409, description = "`change_decided`", body = Problem),
    ),
)]
pub(super) async fn withdraw(
    viewer: Viewer,
    State(app): State<App>,
    Path((_, change)): Path<(CustomerId, ChangeId)>,
) -> Result<Json<Shown>, Error> {
    let now = app.clock.now();
    let user = &viewer.session.user;
    let mut before = visible(&app, &viewer, &change).await?;
    let holds = viewer.role == Role::Holder && viewer.supply_point.is_none();
    if !holds && before.proposer != *user {
        return Err(Error::Forbidden("only_the_holder"));
    }
    for _ in 0..TRIES {
        let after = match decision::withdraw(&before, user, now) {
            Ok(after) => after,
            Err(Refusal::AlreadyDecided(portal_changes::State::Withdrawn)) => {
                let before = as_seen_by(&viewer, before);
                return Ok(Json(Shown::of(before, Reader::Customer, &app.utility, now)));
            }
            Err(_) => return Err(Error::conflict("change_decided")),
        };
        match app.changes.step(&before, &after, None).await? {
            Stepped::Yes => {
                let after = as_seen_by(&viewer, after);
                return Ok(Json(Shown::of(after, Reader::Customer, &app.utility, now)));
            }
            Stepped::Meanwhile(change) => before = *change,
        }
    }
    Err(Error::conflict("change_decided"))
}

/// The change, if it's the customer's and of a supply point that the viewer
/// may see.
async fn visible(app: &App, viewer: &Viewer, id: &ChangeId) -> Result<Change, Error> {
    let change = app.changes.find(&viewer.customer, id).await?.ok_or(Error::NotFound)?;
    let visible = match (&viewer.supply_point, change.supply_point()) {
        (None, _) => true,
        (Some(only), Some(point)) => only == point,
        (Some(_), None) => false,
    };
    visible.then_some(change).ok_or(Error::NotFound)
}

/// Evidence may name the customer's other meters ("you may have read that
/// one"): who may see one supply point gets it with what they sent themselves,
/// where only that point's meters were looked at.
fn as_seen_by(viewer: &Viewer, change: Change) -> Change {
    let whole = viewer.supply_point.is_none() || change.proposer == viewer.session.user;
    Change { evidence: change.evidence.filter(|_| whole), ..change }
}
