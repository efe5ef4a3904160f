//! What hangs on supply points: advances, surfaces, contracts.

use axum::extract::State;
use portal_domain::SupplyPointId;
use portal_lambda::{Error, Json, Problem, Query, Viewer};

use super::{
    App,
    body::{AdvancesBody, PaperBody, PapersBody, RainwaterBody},
    documents::PointQuery,
};

/// What is to be paid in advance, each supply point's latest schedule first.
#[utoipa::path(
    get, path = "/api/invoices/customers/{customer}/advances",
    operation_id = "invoices_list_advances", tag = "invoices",
    params(
        ("customer" = String, Path, description = "The customer's number"),
        ("supply_point" = Option<String>, Query, description = "Only this point's"),
        ("cursor" = Option<String>, Query, description = "`next` of the page before"),
    ),
    responses(
        (status = 200, description = "50 schedules at most", body = AdvancesBody),
        (status = 400, description = "`malformed_cursor`, `malformed_query`", body = Problem),
        (status = 401, description = "`signed_out`", body = Problem),
        (status = 404, description = "Not there, or not this caller's", body = Problem),
    ),
    security(("session" = [])),
)]
pub(super) async fn list_advances(
    viewer: Viewer,
    State(app): State<App>,
    Query(query): Query<PointQuery>,
) -> Result<Json<AdvancesBody>, Error> {
    let (point, cursor) = (reached(&viewer, &query)?, query.cursor.as_deref());
    let page = app.store.advances(&viewer.customer, point, cursor).await?;
    Ok(Json(AdvancesBody { schedules: page.items, next: page.next }))
}

/// Surfaces that rainwater drains from, each supply point's latest first.
#[utoipa::path(
    get, path = "/api/invoices/customers/{customer}/rainwater",
    operation_id = "invoices_list_rainwater", tag = "invoices",
    params(
        ("customer" = String, Path, description = "The customer's number"),
        ("supply_point" = Option<String>, Query, description = "Only this point's"),
        ("cursor" = Option<String>, Query, description = "`next` of the page before"),
    ),
    responses(
        (status = 200, description = "50 declarations at most", body = RainwaterBody),
        (status = 400, description = "`malformed_cursor`, `malformed_query`", body = Problem),
        (status = 401, description = "`signed_out`", body = Problem),
        (status = 404, description = "Not there, or not this caller's", body = Problem),
    ),
    security(("session" = [])),
)]
pub(super) async fn list_rainwater(
    viewer: Viewer,
    State(app): State<App>,
    Query(query): Query<PointQuery>,
) -> Result<Json<RainwaterBody>, Error> {
    let (point, cursor) = (reached(&viewer, &query)?, query.cursor.as_deref());
    let page = app.store.rainwater(&viewer.customer, point, cursor).await?;
    Ok(Json(RainwaterBody { declarations: page.items, next: page.next }))
}

/// Contracts and amendments, each supply point's latest first.
#[utoipa::path(
    get, path = "/api/invoices/customers/{customer}/papers",
    operation_id = "invoices_list_papers", tag = "invoices",
    params(
        ("customer" = String, Path, description = "The customer's number"),
        ("supply_point" = Option<String>, Query, description = "Only this point's"),
        ("cursor" = Option<String>, Query, description = "`next` of the page before"),
    ),
    responses(
        (status = 200, description = "50 papers at most", body = PapersBody),
        (status = 400, description = "`malformed_cursor`, `malformed_query`", body = Problem),
        (status = 401, description = "`signed_out`", body = Problem),
        (status = 404, description = "Not there, or not this caller's", body = Problem),
    ),
    security(("session" = [])),
)]
pub(super) async fn list_papers(
    viewer: Viewer,
    State(app): State<App>,
    Query(query): Query<PointQuery>,
) -> Result<Json<PapersBody>, Error> {
    let (point, cursor) = (reached(&viewer, &query)?, query.cursor.as_deref());
    let page = app.store.papers(&viewer.customer, point, cursor).await?;
    let papers = page.items.into_iter().map(PaperBody::from).collect();
    Ok(Json(PapersBody { papers, next: page.next }))
}

/// The supply point that is asked for, or that alone may be seen.
fn reached<'a>(
    viewer: &'a Viewer,
    query: &'a PointQuery,
) -> Result<Option<&'a SupplyPointId>, Error> {
    let asked = query.supply_point.as_ref();
    if asked.is_some_and(|point| !viewer.reaches(point)) {
        return Err(Error::NotFound);
    }
    Ok(viewer.supply_point.as_ref().or(asked))
}
