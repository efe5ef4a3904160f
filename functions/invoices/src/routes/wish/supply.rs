//! What is charged for a supply point: its advances, the capacity reserved for
//! it, the surfaces that rainwater drains from.

use axum::extract::State;
use jiff::civil::Date;
use portal_contracts::{change::ChangeBody, rainwater::SurfaceClass};
use portal_domain::{Money, SupplyPointId};
use portal_lambda::{Error, Holder, IdempotencyKey, Json, Problem};
use rust_decimal::Decimal;
use serde::Deserialize;
use utoipa::ToSchema;

use super::{Answer, App, ProposedBody, Request};
use crate::wish::{
    AdvanceWish, CapacityWish, DrainWish, RainwaterWish, declared_on, new_advance, new_capacity,
    new_surfaces, schedule_on,
};

#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct NewAdvanceBody {
    supply_point: SupplyPointId,
    /// What each advance is to come to: whole units of the currency.
    amount: Money,
    /// The due day of the advance that it begins with; absent: the next one.
    #[serde(default)]
    from: Option<Date>,
}

#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct NewCapacityBody {
    supply_point: SupplyPointId,
    /// `3x25 A`.
    capacity: String,
    /// From tomorrow on, within a year.
    from: Date,
}

#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct NewSurfacesBody {
    supply_point: SupplyPointId,
    /// All of them, 50 at most; the coefficients follow from class and day.
    surfaces: Vec<NewSurface>,
    /// From tomorrow on, within a year.
    from: Date,
}

#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct NewSurface {
    class: SurfaceClass,
    /// Roof of the house, parking place...: 100 characters at most.
    #[serde(default)]
    name: Option<String>,
    /// m², two decimals at most.
    area: Decimal,
}

/// Proposes how much is paid in advance for a supply point.
#[utoipa::path(
    post, path = "/api/invoices/customers/{customer}/advance",
    operation_id = "invoices_propose_advance", tag = "invoices", request_body = NewAdvanceBody,
    params(
        ("customer" = String, Path, description = "The customer's number"),
        ("idempotency-key" = Option<String>, Header, description = "The same for a repeat"),
    ),
    responses(
        (status = 201, description = "Proposed", body = ProposedBody),
        (status = 400, description = "`malformed_json`", body = Problem),
        (status = 401, description = "`signed_out`", body = Problem),
        (status = 403, description = "`only_the_holder`, `cross_site`", body = Problem),
        (status = 404, description = "Not there, or not this caller's", body = Problem),
        (status = 409, description = "`change_open` with `change`; `customer_changed`", body = Problem),
        (status = 422, description = "`advances_not_known`, `advance_not_to_choose`, `advance_not_whole`, `advance_too_low`, `advance_too_high`, `advance_unchanged`, `advance_day_unknown`, `currency_differs`, `idempotency_key_used`", body = Problem),
    ),
    security(("session" = [])),
)]
pub(crate) async fn propose_advance(
    Holder(viewer): Holder,
    State(app): State<App>,
    key: IdempotencyKey,
    Json(body): Json<NewAdvanceBody>,
) -> Answer {
    let request = Request::new(viewer, &key, "advance");
    let (customer, today) = (&request.viewer.customer, app.today());
    let schedules = app.store.seen_schedules(customer, &body.supply_point).await?;
    let now = schedule_on(schedules, today);
    let wish = AdvanceWish { amount: body.amount, from: body.from };
    let fit = new_advance(now.as_ref().map(|(schedule, _)| schedule), &wish, today);
    let seen = now.into_iter().map(|(_, seen)| seen).collect();
    request.propose(&app, fit, seen, ChangeBody::Advance).await
}

/// Proposes which capacity is reserved for a supply point.
#[utoipa::path(
    post, path = "/api/invoices/customers/{customer}/reserved-capacity",
    operation_id = "invoices_propose_reserved_capacity", tag = "invoices",
    request_body = NewCapacityBody,
    params(
        ("customer" = String, Path, description = "The customer's number"),
        ("idempotency-key" = Option<String>, Header, description = "The same for a repeat"),
    ),
    responses(
        (status = 201, description = "Proposed", body = ProposedBody),
        (status = 400, description = "`malformed_json`", body = Problem),
        (status = 401, description = "`signed_out`", body = Problem),
        (status = 403, description = "`only_the_holder`, `cross_site`", body = Problem),
        (status = 404, description = "The customer or the supply point isn't there, or isn't this caller's", body = Problem),
        (status = 409, description = "`change_open` with `change`; `customer_changed`", body = Problem),
        (status = 422, description = "`capacity_not_reserved`, `capacity_invalid`, `capacity_not_offered`, `capacity_unchanged`, `day_out_of_range`, `idempotency_key_used`", body = Problem),
    ),
    security(("session" = [])),
)]
pub(crate) async fn propose_reserved_capacity(
    Holder(viewer): Holder,
    State(app): State<App>,
    key: IdempotencyKey,
    Json(body): Json<NewCapacityBody>,
) -> Answer {
    let request = Request::new(viewer, &key, "reserved-capacity");
    let point = app.store.seen_point(&request.viewer.customer, &body.supply_point).await?;
    let (point, seen) = point.filter(|(point, _)| point.active).ok_or(Error::NotFound)?;
    let lists = app.store.offered(point.medium).await?;
    let wish = CapacityWish { capacity: body.capacity, from: body.from };
    let fit = new_capacity(&point, &lists, &wish, app.today());
    request.propose(&app, fit, vec![seen], ChangeBody::ReservedCapacity).await
}

/// Proposes which surfaces rainwater drains from.
#[utoipa::path(
    post, path = "/api/invoices/customers/{customer}/rainwater",
    operation_id = "invoices_propose_rainwater", tag = "invoices",
    request_body = NewSurfacesBody,
    params(
        ("customer" = String, Path, description = "The customer's number"),
        ("idempotency-key" = Option<String>, Header, description = "The same for a repeat"),
    ),
    responses(
        (status = 201, description = "Proposed", body = ProposedBody),
        (status = 400, description = "`malformed_json`", body = Problem),
        (status = 401, description = "`signed_out`", body = Problem),
        (status = 403, description = "`only_the_holder`, `cross_site`", body = Problem),
        (status = 404, description = "Not there, or not this caller's", body = Problem),
        (status = 409, description = "`change_open` with `change`; `customer_changed`", body = Problem),
        (status = 422, description = "`rainwater_not_charged`, `day_out_of_range`, `surfaces_too_many`, `surface_area_invalid`, `surface_name_invalid`, `surface_class_unknown`, `surfaces_unchanged`, `idempotency_key_used`", body = Problem),
    ),
    security(("session" = [])),
)]
pub(crate) async fn propose_rainwater(
    Holder(viewer): Holder,
    State(app): State<App>,
    key: IdempotencyKey,
    Json(body): Json<NewSurfacesBody>,
) -> Answer {
    let request = Request::new(viewer, &key, "rainwater");
    let (customer, today) = (&request.viewer.customer, app.today());
    let declarations = app.store.seen_declarations(customer, &body.supply_point).await?;
    let now = declared_on(declarations, today);
    let wish = RainwaterWish {
        surfaces: body.surfaces.into_iter().map(DrainWish::from).collect(),
        from: body.from,
    };
    let fit = new_surfaces(now.as_ref().map(|(declared, _)| declared), &wish, today);
    let seen = now.into_iter().map(|(_, seen)| seen).collect();
    request.propose(&app, fit, seen, ChangeBody::Rainwater).await
}

impl From<NewSurface> for DrainWish {
    fn from(surface: NewSurface) -> Self {
        Self { class: surface.class, name: surface.name, area: surface.area }
    }
}
