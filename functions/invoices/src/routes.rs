//! The feature's HTTP: what comes in, what goes out, and which call is made.

mod account;
mod body;
mod documents;
mod hanging;

use std::sync::Arc;

use axum::{Router, extract::FromRef, routing::get};
use jiff::civil::Date;
use portal_lambda::{Access, Bucket, Clock, Journal, Utility};
use utoipa::OpenApi;

use crate::store::Store;

/// What the routes work with.
#[derive(Clone, FromRef)]
pub struct App {
    pub access: Access,
    /// The documents bucket.
    pub bucket: Bucket,
    pub clock: Clock,
    pub journal: Journal,
    pub store: Store,
    pub utility: Arc<Utility>,
}

/// The feature's routes.
pub fn routes(app: App) -> Router {
    let of_customer = Router::new()
        .route("/account", get(account::account))
        .route("/advances", get(hanging::list_advances))
        .route("/documents", get(documents::list_documents))
        .route("/documents/{number}", get(documents::show_document))
        .route("/papers", get(hanging::list_papers))
        .route("/payments", get(account::list_payments))
        .route("/rainwater", get(hanging::list_rainwater))
        .route("/settlements", get(documents::list_settlements));
    Router::new().nest("/invoices/customers/{customer}", of_customer).with_state(app)
}

/// The description of the feature's routes.
pub fn openapi() -> utoipa::openapi::OpenApi {
    Description::openapi()
}

#[derive(OpenApi)]
#[openapi(paths(
    account::account,
    account::list_payments,
    documents::list_documents,
    documents::list_settlements,
    documents::show_document,
    hanging::list_advances,
    hanging::list_papers,
    hanging::list_rainwater,
))]
struct Description;

impl App {
    /// The civil day where the utility is.
    fn today(&self) -> Date {
        self.utility.day(self.clock.now())
    }
}
