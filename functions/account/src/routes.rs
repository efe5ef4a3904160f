//! The feature's HTTP: what comes in, what goes out, and which calls are made.

mod body;
mod look;
mod me;
mod office;
mod propose;

use std::sync::Arc;

use axum::{
    Router,
    extract::FromRef,
    routing::{get, post, put},
};
use portal_lambda::{Access, Clock, Journal, Utility};
use utoipa::OpenApi;

use crate::store::{Customers, Proposals};

/// What the routes work with.
#[derive(Clone, FromRef)]
pub struct App {
    pub access: Access,
    pub clock: Clock,
    pub journal: Journal,
    pub customers: Customers,
    pub proposals: Proposals,
    pub utility: Arc<Utility>,
}

pub fn routes(app: App) -> Router {
    const CUSTOMER: &str = "/account/customers/{customer}";
    const OFFICE: &str = "/account/office/customers/{customer}";
    let at = |base: &str, rest: &str| format!("{base}{rest}");
    Router::new()
        .route("/account/me", get(me::me))
        .route("/account/me/preferences", put(me::set_preferences))
        .route(CUSTOMER, get(look::customer))
        .route(&at(CUSTOMER, "/supply-points"), get(look::supply_points))
        .route(&at(CUSTOMER, "/supply-points/{point}"), get(look::supply_point))
        .route(&at(CUSTOMER, "/contact"), post(propose::propose_contact))
        .route(&at(CUSTOMER, "/mailing-address"), post(propose::propose_mailing_address))
        .route("/account/office/names", get(office::names))
        .route("/account/office/search", get(office::search))
        .route(OFFICE, get(office::office_customer))
        .route(&at(OFFICE, "/supply-points"), get(office::office_supply_points))
        .route(&at(OFFICE, "/supply-points/{point}"), get(office::office_supply_point))
        .with_state(app)
}

#[derive(OpenApi)]
#[openapi(
    tags((name = "account", description = "Customers, supply points, contracts, preferences.")),
    paths(
        me::me,
        me::set_preferences,
        look::customer,
        look::supply_points,
        look::supply_point,
        propose::propose_contact,
        propose::propose_mailing_address,
        office::names,
        office::search,
        office::office_customer,
        office::office_supply_points,
        office::office_supply_point,
    )
)]
struct Description;

/// The description of the routes above.
pub fn openapi() -> utoipa::openapi::OpenApi {
    Description::openapi()
}
