//! A customer and their supply points, as those see them who were let in.

use axum::extract::State;
use portal_domain::{CustomerId, SupplyPointId};
use portal_lambda::{Error, Json, Path, Problem, Query, Viewer};

use super::{
    App,
    body::{CursorQuery, CustomerBody, PointBody, PointsBody},
};

/// A customer with their first 50 supply points.
#[utoipa::path(
    get, path = "/api/account/customers/{customer}", operation_id = "account_customer",
    tag = "account", params(("customer" = CustomerId, Path)),
    responses(
        (status = 200, body = CustomerBody),
        (status = 401, body = Problem, description = "signed_out"),
        (status = 404, body = Problem, description = "not_found"),
    ),
)]
pub(crate) async fn customer(
    viewer: Viewer,
    State(app): State<App>,
) -> Result<Json<CustomerBody>, Error> {
    let body = match &viewer.supply_point {
        Some(only) => {
            CustomerBody::limited(app.customers.with_point(&viewer.customer, only).await?)
        }
        None => CustomerBody::whole(app.customers.with_points(&viewer.customer).await?),
    };
    body.map(Json).ok_or(Error::NotFound)
}

/// A customer's supply points, 50 a page.
#[utoipa::path(
    get, path = "/api/account/customers/{customer}/supply-points",
    operation_id = "account_supply_points", tag = "account",
    params(("customer" = CustomerId, Path), CursorQuery),
    responses(
        (status = 200, body = PointsBody),
        (status = 400, body = Problem, description = "malformed_cursor"),
        (status = 401, body = Problem, description = "signed_out"),
        (status = 404, body = Problem, description = "not_found"),
    ),
)]
pub(crate) async fn supply_points(
    viewer: Viewer,
    State(app): State<App>,
    Query(query): Query<CursorQuery>,
) -> Result<Json<PointsBody>, Error> {
    let page = match &viewer.supply_point {
        Some(only) => app.customers.with_point(&viewer.customer, only).await?,
        None => app.customers.points(&viewer.customer, query.cursor.as_deref()).await?,
    };
    Ok(Json(page.into()))
}

/// One supply point.
#[utoipa::path(
    get, path = "/api/account/customers/{customer}/supply-points/{point}",
    operation_id = "account_supply_point", tag = "account",
    params(("customer" = CustomerId, Path), ("point" = SupplyPointId, Path)),
    responses(
        (status = 200, body = PointBody),
        (status = 401, body = Problem, description = "signed_out"),
        (status = 404, body = Problem, description = "not_found"),
    ),
)]
pub(crate) async fn supply_point(
    viewer: Viewer,
    State(app): State<App>,
    Path((_, point)): Path<(String, SupplyPointId)>,
) -> Result<Json<PointBody>, Error> {
    if !viewer.reaches(&point) {
        return Err(Error::NotFound);
    }
    let point = app.customers.point(&viewer.customer, &point).await?;
    Ok(Json(point.ok_or(Error::NotFound)?.into()))
}
