//! HTTP: a document is made when somebody wants it, once, and its address given.

use std::sync::Arc;

use anyhow::Context;
use axum::{
    Router,
    extract::{FromRef, State},
    routing::post,
};
use invoices::{
    FileAddress, Made, Store, file_name,
    pay::{NoPayment, Payment},
};
use portal_domain::{CustomerId, InvoiceNumber, Language, ReceivableId, SupplyPointId};
use portal_lambda::{
    Access, Bucket, Clock, Error, Journal, Json, Path, Problem, Utility, Viewer,
    journal::{About, Entry},
};
use serde::Deserialize;
use utoipa::{OpenApi, ToSchema};

use crate::{MEDIA_TYPE, Of, Paper, render, store::Shelf};

/// What the routes work with.
#[derive(Clone, FromRef)]
pub struct App {
    pub access: Access,
    /// The documents bucket.
    pub bucket: Bucket,
    pub clock: Clock,
    pub journal: Journal,
    pub shelf: Shelf,
    pub store: Store,
    pub utility: Arc<Utility>,
}

/// The function's routes.
pub fn routes(app: App) -> Router {
    let of_customer = Router::new()
        .route("/advances", post(advances))
        .route("/documents/{number}", post(document))
        .route("/slip", post(slip));
    Router::new().nest("/typeset/customers/{customer}", of_customer).with_state(app)
}

/// The description of the function's routes.
pub fn openapi() -> utoipa::openapi::OpenApi {
    Description::openapi()
}

#[derive(OpenApi)]
#[openapi(paths(advances, document, slip))]
struct Description;

/// In which language a document is to be.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct TypesetBody {
    language: Language,
}

/// What is to be paid with the slip.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct SlipBody {
    receivables: Vec<ReceivableId>,
    language: Language,
}

/// Whose advances.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = TypesetAdvancesBody)]
struct AdvancesBody {
    supply_point: SupplyPointId,
    language: Language,
}

/// A numbered document as PDF, made unless it was.
#[utoipa::path(
    post, path = "/api/typeset/customers/{customer}/documents/{number}",
    operation_id = "typeset_document", tag = "typeset", request_body = TypesetBody,
    params(
        ("customer" = String, Path, description = "The customer's number"),
        ("number" = String, Path, description = "The document's number"),
    ),
    responses(
        (status = 200, description = "Its address, good for two minutes", body = FileAddress),
        (status = 400, description = "`malformed_json`", body = Problem),
        (status = 401, description = "`signed_out`", body = Problem),
        (status = 403, description = "`cross_site`", body = Problem),
        (status = 404, description = "Not there, or not this caller's", body = Problem),
        (status = 409, description = "`document_has_file`: billing made one", body = Problem),
    ),
    security(("session" = [])),
)]
async fn document(
    viewer: Viewer,
    State(app): State<App>,
    Path((_, number)): Path<(CustomerId, InvoiceNumber)>,
    Json(TypesetBody { language }): Json<TypesetBody>,
) -> Result<Json<FileAddress>, Error> {
    let customer = &viewer.customer;
    let form = format!("pdf-{}", language.tag());
    let whole = app.store.document(customer, &number, &[&form]).await?;
    let seen = |whole: &invoices::Whole| match &viewer.supply_point {
        Some(only) => whole.document.is_of_only(only),
        None => true,
    };
    let whole = whole.filter(seen).ok_or(Error::NotFound)?;
    if whole.document.invoice.file.is_some() {
        return Err(Error::conflict("document_has_file"));
    }
    let name = file_name(number.as_str(), "pdf");
    if let Some(made) = whole.made.first() {
        return app.give(&viewer, &made.key, name).await;
    }
    let (version, invoice) = (whole.document.version, whole.invoice());
    let account = app.store.account(customer).await?.account;
    let of = Of { utility: &app.utility, customer, account: account.as_ref() };
    let pdf = render(Paper::Invoice(&invoice), of, language)?;
    let (size, made_at) = (pdf.len() as u64, app.clock.now());
    let key = app.shelf.keep(pdf, made_at).await?;
    let made = Made { form, key, version, size, made_at };
    app.store.mark_made(customer, &number, &made).await?;
    app.give(&viewer, &made.key, name).await
}

/// Open receivables as one payment slip: code, transfer and cash form.
#[utoipa::path(
    post, path = "/api/typeset/customers/{customer}/slip",
    operation_id = "typeset_slip", tag = "typeset", request_body = SlipBody,
    params(("customer" = String, Path, description = "The customer's number")),
    responses(
        (status = 200, description = "Its address, good for two minutes", body = FileAddress),
        (status = 400, description = "`malformed_json`", body = Problem),
        (status = 401, description = "`signed_out`", body = Problem),
        (status = 403, description = "`cross_site`", body = Problem),
        (status = 404, description = "One isn't open, or isn't this caller's", body = Problem),
        (status = 409, description = "`payment_account_missing`", body = Problem),
        (status = 422, description = "`basket_...`", body = Problem),
    ),
    security(("session" = [])),
)]
async fn slip(
    viewer: Viewer,
    State(app): State<App>,
    Json(SlipBody { receivables, language }): Json<SlipBody>,
) -> Result<Json<FileAddress>, Error> {
    let customer = &viewer.customer;
    let account = app.store.account(customer).await?;
    let mut chosen = Vec::with_capacity(receivables.len());
    for id in &receivables {
        let open = account.open.iter().find(|open| open.id == *id);
        let open = open.filter(|open| reaches_all(&viewer, &open.supply_points));
        chosen.push(open.ok_or(Error::NotFound)?.clone());
    }
    let of = Of { utility: &app.utility, customer, account: account.account.as_ref() };
    let payment =
        Payment::of(&chosen, customer, of.account, of.utility, None).map_err(no_payment)?;
    let on = app.utility.day(app.clock.now());
    let paper = Paper::Slip { payment: &payment, receivables: &chosen, on };
    let pdf = render(paper, of, language)?;
    let key = app.shelf.keep(pdf, app.clock.now()).await?;
    app.give(&viewer, &key, file_name(&format!("{customer}-{on}"), "pdf")).await
}

/// The schedule of a supply point's advances as PDF: the latest one.
#[utoipa::path(
    post, path = "/api/typeset/customers/{customer}/advances",
    operation_id = "typeset_advances", tag = "typeset", request_body = AdvancesBody,
    params(("customer" = String, Path, description = "The customer's number")),
    responses(
        (status = 200, description = "Its address, good for two minutes", body = FileAddress),
        (status = 400, description = "`malformed_json`", body = Problem),
        (status = 401, description = "`signed_out`", body = Problem),
        (status = 403, description = "`cross_site`", body = Problem),
        (status = 404, description = "None, or not this caller's", body = Problem),
    ),
    security(("session" = [])),
)]
async fn advances(
    viewer: Viewer,
    State(app): State<App>,
    Json(AdvancesBody { supply_point, language }): Json<AdvancesBody>,
) -> Result<Json<FileAddress>, Error> {
    let customer = &viewer.customer;
    if !viewer.reaches(&supply_point) {
        return Err(Error::NotFound);
    }
    let (account, schedules) = futures_util::try_join!(
        app.store.account(customer),
        app.store.advances(customer, Some(&supply_point), None),
    )?;
    let schedule = schedules.items.into_iter().next().ok_or(Error::NotFound)?;
    let of = Of { utility: &app.utility, customer, account: account.account.as_ref() };
    let pdf = render(Paper::Advances(&schedule), of, language)?;
    let key = app.shelf.keep(pdf, app.clock.now()).await?;
    let name = file_name(&format!("{supply_point}-{}", schedule.valid_from), "pdf");
    app.give(&viewer, &key, name).await
}

/// Whether the caller may see something about these supply points.
fn reaches_all(viewer: &Viewer, points: &[SupplyPointId]) -> bool {
    match &viewer.supply_point {
        None => true,
        Some(only) => !points.is_empty() && points.iter().all(|point| point == only),
    }
}

fn no_payment(none: NoPayment) -> Error {
    match none {
        NoPayment::Refused(refusal) => Error::refused(refusal.code(), "receivables"),
        NoPayment::NoAccount => Error::conflict("payment_account_missing"),
        NoPayment::Broken(error) => Error::Internal(error),
    }
}

impl App {
    /// The address of a made file, and a line in the journal of who took it.
    async fn give(
        &self,
        viewer: &Viewer,
        key: &str,
        name: String,
    ) -> Result<Json<FileAddress>, Error> {
        let now = self.clock.now();
        let file = FileAddress::of(&self.bucket, key, name, MEDIA_TYPE, now).await?;
        let entry = Entry {
            at: now,
            action: "downloaded".to_owned(),
            result: "given".to_owned(),
            source: None,
            device: None,
            detail: Some(format!("{} {}", viewer.customer, file.file_name)),
            actor: None,
        };
        let about = About::User(&viewer.session.user);
        self.journal.append(about, &entry).await.context("noting a download")?;
        Ok(Json(file))
    }
}
