//! Documents as accounting software reads them: ISDOC and UBL.
//!
//! They follow from what is kept, so they're written anew each time, and stand
//! nowhere.

use axum::{
    extract::State,
    http::header,
    response::{IntoResponse, Response},
};
use portal_domain::{CustomerId, InvoiceNumber};
use portal_einvoice::{Account, Issued, Seller, isdoc, ubl};
use portal_lambda::{
    Error, Operator, Path, Problem, Utility, Viewer, bucket::disposition, permission,
};
use serde::Deserialize;

use super::{App, documents::Sees, download::DownloadedBody};
use crate::{
    document::Document,
    file::{FileAddress, file_name},
};

/// Of a file that isn't signed for a while; the page asks for one by one.
const VALID: jiff::SignedDuration = jiff::SignedDuration::from_secs(120);

const XML: &str = "application/xml";

/// In which format.
#[derive(Clone, Copy, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum MachineForm {
    Isdoc,
    Ubl,
}

/// A document that software reads.
struct Written {
    xml: String,
    file_name: String,
}

/// A document as accounting software reads it.
#[utoipa::path(
    get, path = "/api/invoices/customers/{customer}/documents/{number}/files/{form}",
    operation_id = "invoices_show_file", tag = "invoices",
    params(
        ("customer" = String, Path, description = "The customer's number"),
        ("number" = String, Path, description = "The document's number"),
        ("form" = String, Path, description = "`isdoc` or `ubl`"),
    ),
    responses(
        (status = 200, description = "The file", body = String, content_type = "application/xml"),
        (status = 401, description = "`signed_out`", body = Problem),
        (status = 404, description = "Not there, or not this caller's", body = Problem),
        (status = 422, description = "Can't be written so: `invoice_without_buyer`, `invoice_without_lines`, `invoice_sums_differ`, `credit_note_corrects_nothing`", body = Problem),
    ),
    security(("session" = [])),
)]
pub(super) async fn show_file(
    viewer: Viewer,
    State(app): State<App>,
    Path((_, number, form)): Path<(CustomerId, InvoiceNumber, MachineForm)>,
) -> Result<Response, Error> {
    let reaches = |document: &Document| viewer.sees(document);
    let written = app.written(&viewer.customer, &number, form, reaches).await?;
    app.downloaded(&viewer, &written.file_name).await?;
    Ok(written.into_response())
}

/// A document as accounting software reads it, for an operator.
#[utoipa::path(
    get, path = "/api/invoices/office/customers/{customer}/documents/{number}/files/{form}",
    operation_id = "invoices_office_show_file", tag = "invoices",
    params(
        ("customer" = String, Path, description = "The customer's number"),
        ("number" = String, Path, description = "The document's number"),
        ("form" = String, Path, description = "`isdoc` or `ubl`"),
    ),
    responses(
        (status = 200, description = "The file", body = String, content_type = "application/xml"),
        (status = 401, description = "`signed_out`", body = Problem),
        (status = 403, description = "`not_permitted`, `second_factor_required`", body = Problem),
        (status = 404, description = "No such document, or not an operator", body = Problem),
        (status = 422, description = "Can't be written so: `invoice_without_buyer`, `invoice_without_lines`, `invoice_sums_differ`, `credit_note_corrects_nothing`", body = Problem),
    ),
    security(("session" = [])),
)]
pub(super) async fn office_show_file(
    operator: Operator<permission::CustomersRead>,
    State(app): State<App>,
    Path((customer, number, form)): Path<(CustomerId, InvoiceNumber, MachineForm)>,
) -> Result<Response, Error> {
    let written = app.written(&customer, &number, form, |_| true).await?;
    let what = format!("file of {number}");
    app.journal.looked(&operator.session.user, &customer, &what, app.clock.now()).await?;
    Ok(written.into_response())
}

impl MachineForm {
    fn as_str(self) -> &'static str {
        match self {
            Self::Isdoc => "isdoc",
            Self::Ubl => "ubl",
        }
    }

    /// The usual end of a file's name.
    fn extension(self) -> &'static str {
        match self {
            Self::Isdoc => "isdoc",
            Self::Ubl => "xml",
        }
    }
}

impl App {
    /// Where the file is, if it can be written: `way` is the route's.
    pub(super) async fn machine_address(
        &self,
        customer: &CustomerId,
        number: &InvoiceNumber,
        form: MachineForm,
        way: &str,
        reaches: impl Fn(&Document) -> bool,
    ) -> Result<DownloadedBody, Error> {
        let written = self.written(customer, number, form, reaches).await?;
        let (customer, number) = (in_path(customer.as_str()), in_path(number.as_str()));
        let url =
            format!("/api/invoices/{way}/{customer}/documents/{number}/files/{}", form.as_str());
        Ok(DownloadedBody::There(FileAddress {
            url,
            file_name: written.file_name,
            media_type: XML.to_owned(),
            expires_at: self.clock.now() + VALID,
        }))
    }

    /// Two reads at once: the document, and where its customer pays.
    async fn written(
        &self,
        customer: &CustomerId,
        number: &InvoiceNumber,
        form: MachineForm,
        reaches: impl Fn(&Document) -> bool,
    ) -> Result<Written, Error> {
        let (whole, account) = tokio::join!(
            self.store.document(customer, number, &[]),
            self.store.contract_account(customer),
        );
        let whole = whole?.filter(|whole| reaches(&whole.document)).ok_or(Error::NotFound)?;
        let pay_to = account?.and_then(|account| account.pay_to);
        let invoice = whole.invoice();
        let refused = |code| Error::Refused { code, field: None };
        let buyer = invoice.buyer.as_ref().ok_or(refused("invoice_without_buyer"))?;
        let issued = Issued {
            invoice: &invoice,
            seller: &seller(&self.utility),
            buyer,
            customer: customer.as_str(),
            pay_to: pay_to.as_deref(),
        };
        let xml = match form {
            MachineForm::Isdoc => isdoc::write(&issued),
            MachineForm::Ubl => ubl::write(&issued),
        };
        let xml = xml.map_err(|unfit| refused(unfit.code()))?;
        Ok(Written { xml, file_name: file_name(number.as_str(), form.extension()) })
    }
}

impl IntoResponse for Written {
    fn into_response(self) -> Response {
        let headers = [
            (header::CONTENT_TYPE, XML.to_owned()),
            (header::CONTENT_DISPOSITION, disposition(&self.file_name)),
        ];
        (headers, self.xml).into_response()
    }
}

/// An identifier in an address of ours: gateways decode a path, so a slash is a
/// tilde.
fn in_path(id: &str) -> String {
    id.replace('/', "~").replace('+', "%2B")
}

/// The utility as it stands on invoices.
fn seller(utility: &Utility) -> Seller {
    let seller = utility.seller.clone();
    let accounts = seller.accounts.into_iter().map(|account| Account {
        currency: account.currency,
        iban: account.iban,
        bic: account.bic,
    });
    Seller {
        name: seller.name,
        address: seller.address,
        company_number: seller.company_number,
        tax_number: seller.tax_number,
        registered: seller.registered,
        email: utility.contact.email.clone(),
        phone: utility.contact.phone.clone(),
        accounts: accounts.collect(),
    }
}
