//! The feature's HTTP: what comes in, what goes out, and which call is made.

mod body;
mod customer;
mod decide;
mod office;

use std::sync::Arc;

use axum::{
    Router,
    extract::FromRef,
    routing::{get, post},
};
use portal_lambda::{Access, Clock, Journal, Utility};
use utoipa::OpenApi;

use crate::store::Changes;

/// What the routes work with.
#[derive(Clone, FromRef)]
pub struct App {
    pub access: Access,
    pub clock: Clock,
    pub journal: Journal,
    pub changes: Changes,
    pub utility: Arc<Utility>,
}

pub fn routes(app: App) -> Router {
    Router::new()
        .route("/changes/customers/{customer}/changes", get(customer::list))
        .route("/changes/customers/{customer}/changes/{change}", get(customer::show))
        .route("/changes/customers/{customer}/changes/{change}/withdraw", post(customer::withdraw))
        .route("/changes/office/changes", get(office::work_list))
        .route("/changes/office/counts", get(office::counts))
        .route("/changes/office/customers/{customer}/changes", get(office::office_list))
        .route("/changes/office/customers/{customer}/changes/{change}", get(office::office_show))
        .route("/changes/office/decisions", post(decide::decide))
        .with_state(app)
}

#[derive(OpenApi)]
#[openapi(
    paths(
        customer::list,
        customer::show,
        customer::withdraw,
        office::work_list,
        office::counts,
        office::office_list,
        office::office_show,
        decide::decide,
    ),
    components(schemas(office::SortBody, portal_contracts::change::ChangeKind))
)]
struct Description;

/// The description of these routes.
pub fn openapi() -> utoipa::openapi::OpenApi {
    Description::openapi()
}
