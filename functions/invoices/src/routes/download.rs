//! Files: billing's own, and those that were made here.

use axum::extract::State;
use portal_contracts::paper::File;
use portal_domain::{CustomerId, DocumentId, InvoiceNumber, Language};
use portal_lambda::{
    Error, Json, Operator, Path, Problem, Viewer,
    journal::{About, Entry},
    permission,
};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{App, documents::Sees, machine::MachineForm};
use crate::{
    document::Document,
    file::{FileAddress, file_name},
};

/// Which file of a document.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct DownloadBody {
    pub form: Form,
    /// Of a file that has to be made; billing's own is in its own language.
    pub language: Language,
}

/// What a document can be had as.
#[derive(Clone, Copy, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub(super) enum Form {
    Pdf,
    /// For Czech accounting software.
    Isdoc,
    /// For accounting software of the union (EN 16931).
    Ubl,
}

/// Where the file is, or that it has to be made first.
#[derive(Serialize, ToSchema)]
#[serde(untagged)]
pub(super) enum DownloadedBody {
    There(FileAddress),
    Make(MakeBody),
}

/// The file isn't there yet: ask `/api/typeset` to make it.
#[derive(Serialize, ToSchema)]
pub(super) struct MakeBody {
    /// Always `true`.
    make: bool,
}

/// The address of a document's file, good for two minutes.
#[utoipa::path(
    post, path = "/api/invoices/customers/{customer}/documents/{number}/download",
    operation_id = "invoices_download_document", tag = "invoices", request_body = DownloadBody,
    params(
        ("customer" = String, Path, description = "The customer's number"),
        ("number" = String, Path, description = "The document's number"),
    ),
    responses(
        (status = 200, description = "Its address; or that it has to be made", body = DownloadedBody),
        (status = 400, description = "`malformed_json`", body = Problem),
        (status = 401, description = "`signed_out`", body = Problem),
        (status = 403, description = "`cross_site`", body = Problem),
        (status = 404, description = "Not there, or not this caller's", body = Problem),
        (status = 422, description = "Can't be written so: `invoice_without_buyer`, `invoice_without_lines`, `invoice_sums_differ`, `credit_note_corrects_nothing`", body = Problem),
    ),
    security(("session" = [])),
)]
pub(super) async fn download_document(
    viewer: Viewer,
    State(app): State<App>,
    Path((_, number)): Path<(CustomerId, InvoiceNumber)>,
    Json(body): Json<DownloadBody>,
) -> Result<Json<DownloadedBody>, Error> {
    let reaches = |document: &Document| viewer.sees(document);
    if let Some(form) = body.form.machine() {
        let (customer, way) = (&viewer.customer, "customers");
        return Ok(Json(app.machine_address(customer, &number, form, way, reaches).await?));
    }
    let there = app.file(&viewer.customer, &number, &body, reaches).await?;
    if let DownloadedBody::There(file) = &there {
        app.downloaded(&viewer, &file.file_name).await?;
    }
    Ok(Json(there))
}

/// The address of a contract's file, good for two minutes.
#[utoipa::path(
    post, path = "/api/invoices/customers/{customer}/papers/{paper}/download",
    operation_id = "invoices_download_paper", tag = "invoices",
    params(
        ("customer" = String, Path, description = "The customer's number"),
        ("paper" = String, Path, description = "The paper's id"),
    ),
    responses(
        (status = 200, body = FileAddress),
        (status = 401, description = "`signed_out`", body = Problem),
        (status = 403, description = "`cross_site`", body = Problem),
        (status = 404, description = "Not there, or not this caller's", body = Problem),
    ),
    security(("session" = [])),
)]
pub(super) async fn download_paper(
    viewer: Viewer,
    State(app): State<App>,
    Path((_, paper)): Path<(CustomerId, DocumentId)>,
) -> Result<Json<FileAddress>, Error> {
    let paper = app.store.paper(&viewer.customer, &paper).await?;
    let paper = paper.filter(|paper| viewer.reaches(&paper.supply_point)).ok_or(Error::NotFound)?;
    let file = app.address(&paper.number, &paper.file).await?;
    app.downloaded(&viewer, &file.file_name).await?;
    Ok(Json(file))
}

/// The address of a document's file, for an operator.
#[utoipa::path(
    post, path = "/api/invoices/office/customers/{customer}/documents/{number}/download",
    operation_id = "invoices_office_download_document", tag = "invoices", request_body = DownloadBody,
    params(
        ("customer" = String, Path, description = "The customer's number"),
        ("number" = String, Path, description = "The document's number"),
    ),
    responses(
        (status = 200, description = "Its address; or that it has to be made", body = DownloadedBody),
        (status = 400, description = "`malformed_json`", body = Problem),
        (status = 401, description = "`signed_out`", body = Problem),
        (status = 403, description = "`not_permitted`, `second_factor_required`, `cross_site`", body = Problem),
        (status = 404, description = "No such document, or not an operator", body = Problem),
        (status = 422, description = "Can't be written so: `invoice_without_buyer`, `invoice_without_lines`, `invoice_sums_differ`, `credit_note_corrects_nothing`", body = Problem),
    ),
    security(("session" = [])),
)]
pub(super) async fn office_download_document(
    operator: Operator<permission::CustomersRead>,
    State(app): State<App>,
    Path((customer, number)): Path<(CustomerId, InvoiceNumber)>,
    Json(body): Json<DownloadBody>,
) -> Result<Json<DownloadedBody>, Error> {
    let there = match body.form.machine() {
        Some(form) => {
            let way = "office/customers";
            app.machine_address(&customer, &number, form, way, |_| true).await?
        }
        None => app.file(&customer, &number, &body, |_| true).await?,
    };
    let what = format!("file of {number}");
    app.journal.looked(&operator.session.user, &customer, &what, app.clock.now()).await?;
    Ok(Json(there))
}

impl Form {
    fn machine(self) -> Option<MachineForm> {
        match self {
            Self::Pdf => None,
            Self::Isdoc => Some(MachineForm::Isdoc),
            Self::Ubl => Some(MachineForm::Ubl),
        }
    }
}

impl App {
    /// A document's file: billing's, else the one that was made here.
    async fn file(
        &self,
        customer: &CustomerId,
        number: &InvoiceNumber,
        body: &DownloadBody,
        reaches: impl Fn(&Document) -> bool,
    ) -> Result<DownloadedBody, Error> {
        let form = format!("pdf-{}", body.language.tag());
        let whole = self.store.document(customer, number, &[&form]).await?;
        let whole = whole.filter(|whole| reaches(&whole.document)).ok_or(Error::NotFound)?;
        if let Some(file) = &whole.document.invoice.file {
            return Ok(DownloadedBody::There(self.address(number.as_str(), file).await?));
        }
        let Some(made) = whole.made.into_iter().next() else {
            return Ok(DownloadedBody::Make(MakeBody { make: true }));
        };
        let (name, now) = (file_name(number.as_str(), "pdf"), self.clock.now());
        let file = FileAddress::of(&self.bucket, &made.key, name, "application/pdf", now).await?;
        Ok(DownloadedBody::There(file))
    }

    /// The address of a file of billing's.
    async fn address(&self, number: &str, file: &File) -> Result<FileAddress, Error> {
        let name = file_name(number, file.content_type.extension());
        let media_type = file.content_type.media_type();
        Ok(FileAddress::of(&self.bucket, &file.key, name, media_type, self.clock.now()).await?)
    }

    /// Notes who took a file.
    pub(super) async fn downloaded(&self, viewer: &Viewer, file_name: &str) -> Result<(), Error> {
        let entry = Entry {
            at: self.clock.now(),
            action: "downloaded".to_owned(),
            result: "done".to_owned(),
            source: None,
            device: None,
            detail: Some(format!("{} {file_name}", viewer.customer)),
            actor: None,
        };
        Ok(self.journal.append(About::User(&viewer.session.user), &entry).await?)
    }
}
