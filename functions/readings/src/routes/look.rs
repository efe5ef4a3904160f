//! Looking at meters and at what was recorded of them.

use axum::extract::State;
use jiff::civil::Date;
use portal_domain::{CustomerId, MeterId, SupplyPointId};
use portal_lambda::{Error, Json, Path, Problem, Query, Viewer};
use serde::Deserialize;

use super::{
    App,
    body::{HistoryBody, MeterBody, MetersBody, ReadingBody},
};
use crate::{history::lines, reading::Meter};

/// Which meters.
#[derive(Deserialize)]
pub(super) struct MetersQuery {
    pub supply_point: Option<SupplyPointId>,
    pub cursor: Option<String>,
}

/// Where the list goes on.
#[derive(Deserialize)]
pub(super) struct HistoryQuery {
    pub cursor: Option<String>,
}

/// The customer's meters, also those that were taken away.
#[utoipa::path(
    get, path = "/api/readings/customers/{customer}/meters",
    operation_id = "readings_list_meters", tag = "readings",
    params(
        ("customer" = String, Path, description = "The customer's number"),
        ("supply_point" = Option<String>, Query, description = "Only this point's meters"),
        ("cursor" = Option<String>, Query, description = "`next` of the page before"),
    ),
    responses(
        (status = 200, description = "50 meters at most; all of a supply point", body = MetersBody),
        (status = 400, description = "`malformed_cursor`, `malformed_query`", body = Problem),
        (status = 401, description = "`signed_out`", body = Problem),
        (status = 404, description = "Not there, or not this caller's", body = Problem),
    ),
    security(("session" = [])),
)]
pub(super) async fn list_meters(
    viewer: Viewer,
    State(app): State<App>,
    Query(query): Query<MetersQuery>,
) -> Result<Json<MetersBody>, Error> {
    let asked = query.supply_point.as_ref();
    if asked.is_some_and(|point| !viewer.reaches(point)) {
        return Err(Error::NotFound);
    }
    let point = viewer.supply_point.as_ref().or(asked);
    Ok(Json(app.list(&viewer.customer, point, query.cursor.as_deref()).await?))
}

/// One meter and its readings, newest first.
#[utoipa::path(
    get, path = "/api/readings/customers/{customer}/meters/{meter}",
    operation_id = "readings_show_meter", tag = "readings",
    params(
        ("customer" = String, Path, description = "The customer's number"),
        ("meter" = String, Path, description = "The meter's id"),
        ("cursor" = Option<String>, Query, description = "`next` of the page before"),
    ),
    responses(
        (status = 200, description = "The meter, and 50 readings at most", body = HistoryBody),
        (status = 400, description = "`malformed_cursor`, `malformed_query`", body = Problem),
        (status = 401, description = "`signed_out`", body = Problem),
        (status = 404, description = "Not there, or not this caller's", body = Problem),
    ),
    security(("session" = [])),
)]
pub(super) async fn show_meter(
    viewer: Viewer,
    State(app): State<App>,
    Path((_, meter)): Path<(CustomerId, MeterId)>,
    Query(query): Query<HistoryQuery>,
) -> Result<Json<HistoryBody>, Error> {
    let reaches = |meter: &Meter| viewer.reaches(&meter.supply_point);
    Ok(Json(app.show(&viewer.customer, &meter, query.cursor.as_deref(), reaches).await?))
}

impl App {
    /// A page of the customer's meters.
    pub(super) async fn list(
        &self,
        customer: &CustomerId,
        point: Option<&SupplyPointId>,
        cursor: Option<&str>,
    ) -> Result<MetersBody, Error> {
        let page = self.readings.meters(customer, point, cursor).await?;
        let by_rule = self.allows(customer).await?;
        let today: Date = self.today();
        let body = |meter| MeterBody::of(meter, by_rule, today);
        Ok(MetersBody { meters: page.items.into_iter().map(body).collect(), next: page.next })
    }

    /// A meter that `reaches` lets through, with a page of its readings.
    pub(super) async fn show(
        &self,
        customer: &CustomerId,
        meter: &MeterId,
        cursor: Option<&str>,
        reaches: impl Fn(&Meter) -> bool,
    ) -> Result<HistoryBody, Error> {
        let (found, history) = tokio::join!(
            self.readings.meter(customer, meter),
            self.readings.history(customer, meter, cursor),
        );
        let meter = found?.filter(reaches).ok_or(Error::NotFound)?;
        let (page, before) = history?;
        let lines = lines(&meter, page.items, before.as_ref(), page.next.is_none());
        let by_rule = self.allows(customer).await?;
        Ok(HistoryBody {
            meter: MeterBody::of(meter, by_rule, self.today()),
            readings: lines.into_iter().map(ReadingBody::from).collect(),
            next: page.next,
        })
    }
}
