//! The operators' work list, and a look at one customer's changes.

use std::collections::BTreeMap;

use axum::extract::State;
use portal_changes::State as ChangeState;
use portal_contracts::change::ChangeKind;
use portal_domain::{ChangeId, CustomerId};
use portal_lambda::{Error, Json, Operator, Path, Problem, Query, permission::ChangesRead};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use super::{
    App,
    body::{ListBody, Reader, Shown},
};
use crate::{
    late::{is_late, latest_limit, limit},
    store::{Sort, Within, Work},
};

#[derive(Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(super) struct WorkQuery {
    /// `proposed` if none is named; `handed_over` with `late`.
    state: Option<ChangeState>,
    kind: Option<ChangeKind>,
    #[serde(default)]
    sort: SortBody,
    /// Only what billing should have answered by now.
    #[serde(default)]
    late: bool,
    /// Where the part before ended.
    cursor: Option<String>,
}

#[derive(Clone, Copy, Default, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
#[schema(as = ChangeSort)]
pub(super) enum SortBody {
    /// What waits longest first; of what is closed, what closed last first.
    #[default]
    Age,
    /// Riskiest first; with the state `proposed` only.
    Risk,
}

#[derive(Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(super) struct OfficeListQuery {
    /// Where the part before ended.
    cursor: Option<String>,
}

/// How much work there is. Counting reads the first 1000 changes of each.
#[derive(Serialize, ToSchema)]
#[schema(as = ChangeCounts)]
pub(super) struct CountsBody {
    /// What is to be decided, by kind.
    proposed: BTreeMap<ChangeKind, usize>,
    /// What billing should have answered by now.
    late: usize,
    /// There is more than was counted.
    more: bool,
}

impl WorkQuery {
    fn work(&self, app: &App) -> Result<Work, Error> {
        let state = self.state.unwrap_or(match self.late {
            true => ChangeState::HandedOver,
            false => ChangeState::Proposed,
        });
        if self.late && state != ChangeState::HandedOver {
            return Err(Error::refused("only_handed_over_is_late", "late"));
        }
        let sort = match self.sort {
            SortBody::Age => Sort::Age,
            SortBody::Risk if state == ChangeState::Proposed => Sort::Risk,
            SortBody::Risk => return Err(Error::refused("only_proposed_has_risk", "sort")),
        };
        let now = app.clock.now();
        let limit = match self.kind {
            Some(kind) => limit(&app.utility, kind, now),
            None => latest_limit(&app.utility, now),
        };
        Ok(Work { state, kind: self.kind, sort, before: self.late.then_some(limit) })
    }
}

/// The work list.
#[utoipa::path(
    get, path = "/api/changes/office/changes", tag = "changes",
    operation_id = "changes_work_list", params(WorkQuery),
    security(("session" = [])),
    responses(
        (status = 200, body = ListBody),
        (status = 400, description = "a filter or the cursor can't be read", body = Problem),
        (status = 401, body = Problem),
        (status = 403, description = "an operator without `changes_read`", body = Problem),
        (status = 404, description = "no operator", body = Problem),
        (status = 422, description = "a sort or filter that this state doesn't have", body = Problem),
    ),
)]
pub(super) async fn work_list(
    _: Operator<ChangesRead>,
    State(app): State<App>,
    Query(query): Query<WorkQuery>,
) -> Result<Json<ListBody>, Error> {
    let now = app.clock.now();
    let mut page = app.changes.work(&query.work(&app)?, query.cursor.as_deref()).await?;
    if query.late {
        page.changes.retain(|change| is_late(change, &app.utility, now));
    }
    Ok(Json(ListBody::of(page, Reader::Operator, &app.utility, now)))
}

/// How much work there is.
#[utoipa::path(
    get, path = "/api/changes/office/counts", tag = "changes",
    operation_id = "changes_counts",
    security(("session" = [])),
    responses(
        (status = 200, body = CountsBody),
        (status = 401, body = Problem),
        (status = 403, description = "an operator without `changes_read`", body = Problem),
        (status = 404, description = "no operator", body = Problem),
    ),
)]
pub(super) async fn counts(
    _: Operator<ChangesRead>,
    State(app): State<App>,
) -> Result<Json<CountsBody>, Error> {
    let now = app.clock.now();
    let proposed = app.changes.count(ChangeState::Proposed, None, |_, _| true).await?;
    let before = Some(latest_limit(&app.utility, now));
    let is_late = |kind, since| since < limit(&app.utility, kind, now);
    let late = app.changes.count(ChangeState::HandedOver, before, is_late).await?;
    Ok(Json(CountsBody {
        proposed: proposed.kinds,
        late: late.kinds.values().sum(),
        more: proposed.more || late.more,
    }))
}

/// One customer's changes, newest first. The look is in the journal.
#[utoipa::path(
    get, path = "/api/changes/office/customers/{customer}/changes", tag = "changes",
    operation_id = "changes_office_list",
    params(("customer" = CustomerId, Path), OfficeListQuery),
    security(("session" = [])),
    responses(
        (status = 200, description = "empty for a customer who has none", body = ListBody),
        (status = 400, description = "the cursor is none of ours", body = Problem),
        (status = 401, body = Problem),
        (status = 403, description = "an operator without `changes_read`", body = Problem),
        (status = 404, description = "no operator", body = Problem),
    ),
)]
pub(super) async fn office_list(
    operator: Operator<ChangesRead>,
    State(app): State<App>,
    Path(customer): Path<CustomerId>,
    Query(query): Query<OfficeListQuery>,
) -> Result<Json<ListBody>, Error> {
    let now = app.clock.now();
    let within = Within::default();
    let page = app.changes.of_customer(&customer, within, query.cursor.as_deref()).await?;
    app.journal.looked(&operator.session.user, &customer, "changes", now).await?;
    Ok(Json(ListBody::of(page, Reader::Operator, &app.utility, now)))
}

/// One change, with its evidence. The look is in the journal.
#[utoipa::path(
    get, path = "/api/changes/office/customers/{customer}/changes/{change}", tag = "changes",
    operation_id = "changes_office_show",
    params(("customer" = CustomerId, Path), ("change" = ChangeId, Path)),
    security(("session" = [])),
    responses(
        (status = 200, body = Shown),
        (status = 401, body = Problem),
        (status = 403, description = "an operator without `changes_read`", body = Problem),
        (status = 404, description = "not there, or no operator", body = Problem),
    ),
)]
pub(super) async fn office_show(
    operator: Operator<ChangesRead>,
    State(app): State<App>,
    Path((customer, change)): Path<(CustomerId, ChangeId)>,
) -> Result<Json<Shown>, Error> {
    let now = app.clock.now();
    let change = app.changes.find(&customer, &change).await?.ok_or(Error::NotFound)?;
    let what = format!("changes/{}", change.id);
    app.journal.looked(&operator.session.user, &customer, &what, now).await?;
    Ok(Json(Shown::of(change, Reader::Operator, &app.utility, now)))
}
