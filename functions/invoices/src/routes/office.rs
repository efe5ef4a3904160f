//! Operators look at a customer's documents and account; each look is in the
//! journal.

use axum::extract::State;
use portal_domain::{CustomerId, InvoiceNumber};
use portal_lambda::{Error, Json, Operator, Path, Problem, Query, permission};

use super::{
    App,
    account::CursorQuery,
    body::{AccountBody, AdvancesBody, DocumentsBody, PaymentsBody, WholeDocumentBody},
    documents::{DocumentsQuery, PointQuery},
};
use crate::document::State as DocumentState;

/// A customer's documents, for an operator.
#[utoipa::path(
    get, path = "/api/invoices/office/customers/{customer}/documents",
    operation_id = "invoices_office_list_documents", tag = "invoices",
    params(
        ("customer" = String, Path, description = "The customer's number"),
        ("kind" = Option<portal_contracts::invoice::InvoiceKind>, Query),
        ("state" = Option<DocumentState>, Query),
        ("supply_point" = Option<String>, Query, description = "Only what is about this point"),
        ("sort" = Option<String>, Query, description = "By the day of `issued` (usual) or `due`"),
        ("q" = Option<String>, Query, description = "The number, or how it begins; sorted by it"),
        ("cursor" = Option<String>, Query, description = "`next` of the page before"),
    ),
    responses(
        (status = 200, description = "50 documents at most", body = DocumentsBody),
        (status = 400, description = "`malformed_cursor`, `malformed_query`", body = Problem),
        (status = 401, description = "`signed_out`", body = Problem),
        (status = 403, description = "`not_permitted`, `second_factor_required`", body = Problem),
        (status = 404, description = "Not an operator", body = Problem),
    ),
    security(("session" = [])),
)]
pub(super) async fn office_list_documents(
    operator: Operator<permission::CustomersRead>,
    State(app): State<App>,
    Path(customer): Path<CustomerId>,
    Query(query): Query<DocumentsQuery>,
) -> Result<Json<DocumentsBody>, Error> {
    let body = app.documents(&customer, None, query).await?;
    app.looked(&operator, &customer, "documents").await?;
    Ok(Json(body))
}

/// One document of a customer, for an operator.
#[utoipa::path(
    get, path = "/api/invoices/office/customers/{customer}/documents/{number}",
    operation_id = "invoices_office_show_document", tag = "invoices",
    params(
        ("customer" = String, Path, description = "The customer's number"),
        ("number" = String, Path, description = "The document's number"),
    ),
    responses(
        (status = 200, body = WholeDocumentBody),
        (status = 401, description = "`signed_out`", body = Problem),
        (status = 403, description = "`not_permitted`, `second_factor_required`", body = Problem),
        (status = 404, description = "No such document, or not an operator", body = Problem),
    ),
    security(("session" = [])),
)]
pub(super) async fn office_show_document(
    operator: Operator<permission::CustomersRead>,
    State(app): State<App>,
    Path((customer, number)): Path<(CustomerId, InvoiceNumber)>,
) -> Result<Json<WholeDocumentBody>, Error> {
    let body = app.document(&customer, &number, |_| true).await?;
    app.looked(&operator, &customer, &format!("document {number}")).await?;
    Ok(Json(body))
}

/// A customer's account, for an operator.
#[utoipa::path(
    get, path = "/api/invoices/office/customers/{customer}/account",
    operation_id = "invoices_office_account", tag = "invoices",
    params(("customer" = String, Path, description = "The customer's number")),
    responses(
        (status = 200, body = AccountBody),
        (status = 401, description = "`signed_out`", body = Problem),
        (status = 403, description = "`not_permitted`, `second_factor_required`", body = Problem),
        (status = 404, description = "Not an operator", body = Problem),
    ),
    security(("session" = [])),
)]
pub(super) async fn office_account(
    operator: Operator<permission::CustomersRead>,
    State(app): State<App>,
    Path(customer): Path<CustomerId>,
) -> Result<Json<AccountBody>, Error> {
    let body = app.account(&customer, None).await?;
    app.looked(&operator, &customer, "account").await?;
    Ok(Json(body))
}

/// What a customer paid, for an operator.
#[utoipa::path(
    get, path = "/api/invoices/office/customers/{customer}/payments",
    operation_id = "invoices_office_list_payments", tag = "invoices",
    params(
        ("customer" = String, Path, description = "The customer's number"),
        ("cursor" = Option<String>, Query, description = "`next` of the page before"),
    ),
    responses(
        (status = 200, description = "50 payments at most", body = PaymentsBody),
        (status = 400, description = "`malformed_cursor`, `malformed_query`", body = Problem),
        (status = 401, description = "`signed_out`", body = Problem),
        (status = 403, description = "`not_permitted`, `second_factor_required`", body = Problem),
        (status = 404, description = "Not an operator", body = Problem),
    ),
    security(("session" = [])),
)]
pub(super) async fn office_list_payments(
    operator: Operator<permission::CustomersRead>,
    State(app): State<App>,
    Path(customer): Path<CustomerId>,
    Query(query): Query<CursorQuery>,
) -> Result<Json<PaymentsBody>, Error> {
    let body = app.payments(&customer, query.cursor.as_deref()).await?;
    app.looked(&operator, &customer, "payments").await?;
    Ok(Json(body))
}

/// A customer's schedules of advances, for an operator.
#[utoipa::path(
    get, path = "/api/invoices/office/customers/{customer}/advances",
    operation_id = "invoices_office_list_advances", tag = "invoices",
    params(
        ("customer" = String, Path, description = "The customer's number"),
        ("supply_point" = Option<String>, Query, description = "Only this point's"),
        ("cursor" = Option<String>, Query, description = "`next` of the page before"),
    ),
    responses(
        (status = 200, description = "50 schedules at most", body = AdvancesBody),
        (status = 400, description = "`malformed_cursor`, `malformed_query`", body = Problem),
        (status = 401, description = "`signed_out`", body = Problem),
        (status = 403, description = "`not_permitted`, `second_factor_required`", body = Problem),
        (status = 404, description = "Not an operator", body = Problem),
    ),
    security(("session" = [])),
)]
pub(super) async fn office_list_advances(
    operator: Operator<permission::CustomersRead>,
    State(app): State<App>,
    Path(customer): Path<CustomerId>,
    Query(query): Query<PointQuery>,
) -> Result<Json<AdvancesBody>, Error> {
    let (point, cursor) = (query.supply_point.as_ref(), query.cursor.as_deref());
    let page = app.store.advances(&customer, point, cursor).await?;
    app.looked(&operator, &customer, "advances").await?;
    Ok(Json(AdvancesBody { schedules: page.items, next: page.next }))
}

impl App {
    async fn looked(
        &self,
        operator: &Operator<permission::CustomersRead>,
        customer: &CustomerId,
        what: &str,
    ) -> Result<(), Error> {
        let now = self.clock.now();
        Ok(self.journal.looked(&operator.session.user, customer, what, now).await?)
    }
}
