//! The feature's HTTP: what comes in, what goes out, and which call is made.

mod account;
mod body;
mod documents;
mod download;
mod export;
mod group;
mod hanging;
mod machine;
mod office;
mod pay;
mod prices;
mod wish;

use std::sync::Arc;

use axum::{
    Router,
    extract::FromRef,
    routing::{get, post},
};
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
        .route("/basket", post(pay::basket))
        .route("/comparison", get(prices::comparison))
        .route("/documents", get(documents::list_documents))
        .route("/documents/{number}", get(documents::show_document))
        .route("/documents/{number}/download", post(download::download_document))
        .route("/documents/{number}/files/{form}", get(machine::show_file))
        .route("/papers", get(hanging::list_papers))
        .route("/papers/{paper}/download", post(download::download_paper))
        .route("/payments", get(account::list_payments))
        .route("/rainwater", get(hanging::list_rainwater))
        .route("/settlements", get(documents::list_settlements))
        .route("/standing-order", post(pay::standing_order))
        .merge(wish::routes());
    let in_office = Router::new()
        .route("/account", get(office::office_account))
        .route("/advances", get(office::office_list_advances))
        .route("/documents", get(office::office_list_documents))
        .route("/documents/{number}", get(office::office_show_document))
        .route("/documents/{number}/download", post(download::office_download_document))
        .route("/documents/{number}/files/{form}", get(machine::office_show_file))
        .route("/payments", get(office::office_list_payments));
    Router::new()
        .nest("/invoices/office/customers/{customer}", in_office)
        .nest("/invoices/customers/{customer}", of_customer)
        .route("/invoices/group", get(group::group))
        .route("/invoices/group/documents", get(group::group_documents))
        .route("/invoices/group/export", get(export::export))
        .route("/invoices/group/receivables", get(group::group_receivables))
        .route("/invoices/prices", get(prices::prices))
        .route("/invoices/prices/calculate", post(prices::calculate))
        .with_state(app)
}

/// The description of the feature's routes.
pub fn openapi() -> utoipa::openapi::OpenApi {
    Description::openapi().merge_from(wish::Description::openapi())
}

#[derive(OpenApi)]
#[openapi(paths(
    account::account,
    account::list_payments,
    documents::list_documents,
    documents::list_settlements,
    documents::show_document,
    download::download_document,
    download::download_paper,
    download::office_download_document,
    export::export,
    group::group,
    group::group_documents,
    group::group_receivables,
    hanging::list_advances,
    hanging::list_papers,
    hanging::list_rainwater,
    machine::office_show_file,
    machine::show_file,
    office::office_account,
    office::office_list_advances,
    office::office_list_documents,
    office::office_list_payments,
    office::office_show_document,
    pay::basket,
    pay::standing_order,
    prices::calculate,
    prices::comparison,
    prices::prices,
))]
struct Description;

impl App {
    /// The civil day where the utility is.
    fn today(&self) -> Date {
        self.utility.day(self.clock.now())
    }
}
