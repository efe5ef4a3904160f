//! Operators look at a customer's meters; each look is in the journal.

use axum::extract::State;
use portal_domain::{CustomerId, MeterId};
use portal_lambda::{Error, Json, Operator, Path, Problem, Query, permission};

use super::{
    App,
    body::{HistoryBody, MetersBody},
    look::{HistoryQuery, MetersQuery},
};

/// A customer's meters, for an operator.
#[utoipa::path(
    get, path = "/api/readings/office/customers/{customer}/meters",
    operation_id = "readings_office_list_meters", tag = "readings",
    params(
        ("customer" = String, Path, description = "The customer's number"),
        ("supply_point" = Option<String>, Query, description = "Only this point's meters"),
        ("cursor" = Option<String>, Query, description = "`next` of the page before"),
    ),
    responses(
        (status = 200, description = "50 meters at most; all of a supply point", body = MetersBody),
        (status = 400, description = "`malformed_cursor`, `malformed_query`", body = Problem),
        (status = 401, description = "`signed_out`", body = Problem),
        (status = 403, description = "`not_permitted`, `second_factor_required`", body = Problem),
        (status = 404, description = "Not an operator", body = Problem),
    ),
    security(("session" = [])),
)]
pub(super) async fn office_list_meters(
    operator: Operator<permission::CustomersRead>,
    State(app): State<App>,
    Path(customer): Path<CustomerId>,
    Query(query): Query<MetersQuery>,
) -> Result<Json<MetersBody>, Error> {
    let point = query.supply_point.as_ref();
    let body = app.list(&customer, point, query.cursor.as_deref()).await?;
    let now = app.clock.now();
    app.journal.looked(&operator.session.user, &customer, "meters", now).await?;
    Ok(Json(body))
}

/// One meter of a customer and its readings, for an operator.
#[utoipa::path(
    get, path = "/api/readings/office/customers/{customer}/meters/{meter}",
    operation_id = "readings_office_show_meter", tag = "readings",
    params(
        ("customer" = String, Path, description = "The customer's number"),
        ("meter" = String, Path, description = "The meter's id"),
        ("cursor" = Option<String>, Query, description = "`next` of the page before"),
    ),
    responses(
        (status = 200, description = "The meter, and 50 readings at most", body = HistoryBody),
        (status = 400, description = "`malformed_cursor`, `malformed_query`", body = Problem),
        (status = 401, description = "`signed_out`", body = Problem),
        (status = 403, description = "`not_permitted`, `second_factor_required`", body = Problem),
        (status = 404, description = "No such meter, or not an operator", body = Problem),
    ),
    security(("session" = [])),
)]
pub(super) async fn office_show_meter(
    operator: Operator<permission::CustomersRead>,
    State(app): State<App>,
    Path((customer, meter)): Path<(CustomerId, MeterId)>,
    Query(query): Query<HistoryQuery>,
) -> Result<Json<HistoryBody>, Error> {
    let body = app.show(&customer, &meter, query.cursor.as_deref(), |_| true).await?;
    let what = format!("meter {meter}");
    let now = app.clock.now();
    app.journal.looked(&operator.session.user, &customer, &what, now).await?;
    Ok(Json(body))
}
