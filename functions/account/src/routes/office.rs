//! What operators find and look at. Every look is in the customer's journal.

use std::collections::{BTreeMap, BTreeSet};

use axum::extract::State;
use portal_domain::{CustomerId, SupplyPointId};
use portal_lambda::{
    Error, Json, Operator, Path, Problem, Query,
    permission::{self, CustomersRead},
};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use super::{
    App,
    body::{CursorQuery, CustomerBody, PointBody, PointsBody},
};
use crate::{
    find::{is_long, parts},
    store::{Found, Hit, MatchedKind},
};

/// Words of one question; each long one costs a query.
const MOST_PARTS: usize = 6;

/// Names asked for at once: one batch read.
const MOST_NAMES: usize = 100;

/// Letters of one question.
const LONGEST_QUESTION: usize = 100;

#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
pub(crate) struct SearchQuery {
    /// Parts of names, addresses, numbers, e-mail addresses, codes; one of them
    /// has three letters or more. All of them have to be found.
    q: String,
    /// `next` of the page before.
    cursor: Option<String>,
}

#[derive(Serialize, ToSchema)]
pub(crate) struct SearchBody {
    hits: Vec<HitBody>,
    /// There may be more, even after an empty page.
    next: Option<String>,
}

/// A customer, and the text that has the most of the question.
#[derive(Serialize, ToSchema)]
pub(crate) struct HitBody {
    customer: CustomerId,
    name: String,
    matched: MatchedBody,
}

#[derive(Serialize, ToSchema)]
pub(crate) struct MatchedBody {
    kind: MatchedKindBody,
    /// The customer's, the supply point's or the meter's.
    id: String,
    label: String,
}

#[derive(Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub(crate) enum MatchedKindBody {
    Customer,
    SupplyPoint,
    Meter,
}

#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
pub(crate) struct NamesQuery {
    /// Customers' numbers, separated by commas; a hundred at most.
    customers: String,
}

/// The names of customers that are there, by number.
#[derive(Serialize, ToSchema)]
pub(crate) struct NamesBody {
    #[schema(value_type = BTreeMap<String, String>)]
    names: BTreeMap<CustomerId, String>,
}

/// The names behind numbers, for a list of other things. A name on a list is
/// no look into a customer's data, so it isn't in the journal.
#[utoipa::path(
    get, path = "/api/account/office/names", operation_id = "account_names", tag = "account",
    params(NamesQuery),
    responses(
        (status = 200, body = NamesBody),
        (status = 400, body = Problem, description = "malformed_query"),
        (status = 401, body = Problem, description = "signed_out"),
        (status = 403, body = Problem, description = "not_permitted, second_factor_required"),
        (status = 404, body = Problem, description = "not_found: the caller is no operator"),
        (status = 422, body = Problem, description = "too_many_customers"),
    ),
)]
pub(crate) async fn names(
    _: Operator<CustomersRead>,
    State(app): State<App>,
    Query(query): Query<NamesQuery>,
) -> Result<Json<NamesBody>, Error> {
    let ids: Result<BTreeSet<CustomerId>, _> = query.customers.split(',').map(str::parse).collect();
    let ids = ids.map_err(|_| Error::Malformed("malformed_query"))?;
    if ids.len() > MOST_NAMES {
        return Err(Error::refused("too_many_customers", "customers"));
    }
    let known = app.customers.many(&ids.into_iter().collect::<Vec<_>>()).await?;
    let names = known.into_iter().map(|(id, customer)| (id, customer.name)).collect();
    Ok(Json(NamesBody { names }))
}

/// Finds customers by any part of a name, an address or a number.
#[utoipa::path(
    get, path = "/api/account/office/search", operation_id = "account_search", tag = "account",
    params(SearchQuery),
    responses(
        (status = 200, body = SearchBody),
        (status = 400, body = Problem, description = "malformed_query, malformed_cursor"),
        (status = 401, body = Problem, description = "signed_out"),
        (status = 403, body = Problem, description = "not_permitted, second_factor_required"),
        (status = 404, body = Problem, description = "not_found: the caller is no operator"),
        (status = 422, body = Problem, description = "search_too_short, search_too_long"),
    ),
)]
pub(crate) async fn search(
    _: Operator<permission::CustomersRead>,
    State(app): State<App>,
    Query(query): Query<SearchQuery>,
) -> Result<Json<SearchBody>, Error> {
    let parts = parts(&query.q);
    if query.q.chars().count() > LONGEST_QUESTION || parts.len() > MOST_PARTS {
        return Err(Error::refused("search_too_long", "q"));
    }
    if !parts.iter().any(|part| is_long(part)) {
        return Err(Error::refused("search_too_short", "q"));
    }
    let found = app.customers.search(&parts, query.cursor.as_deref()).await?;
    Ok(Json(found.into()))
}

/// A customer with their first 50 supply points, as operators see them.
#[utoipa::path(
    get, path = "/api/account/office/customers/{customer}",
    operation_id = "account_office_customer", tag = "account",
    params(("customer" = CustomerId, Path)),
    responses(
        (status = 200, body = CustomerBody),
        (status = 401, body = Problem, description = "signed_out"),
        (status = 403, body = Problem, description = "not_permitted, second_factor_required"),
        (status = 404, body = Problem, description = "not_found"),
    ),
)]
pub(crate) async fn office_customer(
    operator: Operator<permission::CustomersRead>,
    State(app): State<App>,
    Path(customer): Path<CustomerId>,
) -> Result<Json<CustomerBody>, Error> {
    let page = app.customers.with_points(&customer).await?;
    let body = CustomerBody::whole(page).ok_or(Error::NotFound)?;
    looked(&app, &operator, &customer, "customer").await?;
    Ok(Json(body))
}

/// A customer's supply points, 50 a page, as operators see them.
#[utoipa::path(
    get, path = "/api/account/office/customers/{customer}/supply-points",
    operation_id = "account_office_supply_points", tag = "account",
    params(("customer" = CustomerId, Path), CursorQuery),
    responses(
        (status = 200, body = PointsBody),
        (status = 400, body = Problem, description = "malformed_cursor"),
        (status = 401, body = Problem, description = "signed_out"),
        (status = 403, body = Problem, description = "not_permitted, second_factor_required"),
        (status = 404, body = Problem, description = "not_found"),
    ),
)]
pub(crate) async fn office_supply_points(
    operator: Operator<permission::CustomersRead>,
    State(app): State<App>,
    Path(customer): Path<CustomerId>,
    Query(query): Query<CursorQuery>,
) -> Result<Json<PointsBody>, Error> {
    let page = app.customers.points(&customer, query.cursor.as_deref()).await?;
    if page.points.is_empty() && query.cursor.is_none() {
        return Err(Error::NotFound);
    }
    looked(&app, &operator, &customer, "supply_points").await?;
    Ok(Json(page.into()))
}

/// One supply point, as operators see it.
#[utoipa::path(
    get, path = "/api/account/office/customers/{customer}/supply-points/{point}",
    operation_id = "account_office_supply_point", tag = "account",
    params(("customer" = CustomerId, Path), ("point" = SupplyPointId, Path)),
    responses(
        (status = 200, body = PointBody),
        (status = 401, body = Problem, description = "signed_out"),
        (status = 403, body = Problem, description = "not_permitted, second_factor_required"),
        (status = 404, body = Problem, description = "not_found"),
    ),
)]
pub(crate) async fn office_supply_point(
    operator: Operator<permission::CustomersRead>,
    State(app): State<App>,
    Path((customer, point)): Path<(CustomerId, SupplyPointId)>,
) -> Result<Json<PointBody>, Error> {
    let body = app.customers.point(&customer, &point).await?.ok_or(Error::NotFound)?;
    looked(&app, &operator, &customer, &format!("supply_point {point}")).await?;
    Ok(Json(body.into()))
}

/// Written down before it is shown: what can't be written isn't shown.
async fn looked(
    app: &App,
    operator: &Operator<CustomersRead>,
    customer: &CustomerId,
    what: &str,
) -> Result<(), Error> {
    let now = app.clock.now();
    Ok(app.journal.looked(&operator.session.user, customer, what, now).await?)
}

impl From<Found> for SearchBody {
    fn from(found: Found) -> Self {
        let hits = found.hits.into_iter().map(HitBody::from).collect();
        Self { hits, next: found.next }
    }
}

impl From<Hit> for HitBody {
    fn from(hit: Hit) -> Self {
        let kind = match hit.matched.kind {
            MatchedKind::Customer => MatchedKindBody::Customer,
            MatchedKind::SupplyPoint => MatchedKindBody::SupplyPoint,
            MatchedKind::Meter => MatchedKindBody::Meter,
        };
        let matched = MatchedBody { kind, id: hit.matched.id, label: hit.matched.label };
        Self { customer: hit.customer, name: hit.name, matched }
    }
}
