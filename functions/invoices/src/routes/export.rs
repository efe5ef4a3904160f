//! A group's documents, or what is open, as a table for other programs.

use axum::{
    extract::State as Shared,
    http::header,
    response::{IntoResponse, Response},
};
use jiff::civil::Date;
use portal_contracts::{invoice::InvoiceKind, ledger::Receivable};
use portal_domain::{CustomerId, Money};
use portal_lambda::{Error, Problem, Query, Session, bucket::disposition};
use serde::Deserialize;

use super::{App, group::GroupQuery};
use crate::{
    balance::code,
    document::{Document, State, days_overdue, remaining},
    export::{Cell, Table, csv, xlsx},
    store::Sort,
};

/// So many rows are given at most: what one answer of a function holds.
const MOST_ROWS: usize = 10_000;

const XLSX: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/// What is exported, and as what.
#[derive(Deserialize)]
pub(super) struct ExportQuery {
    form: Form,
    #[serde(default)]
    what: What,
    kind: Option<InvoiceKind>,
    state: Option<State>,
    /// Documents issued on this day or later.
    since: Option<Date>,
}

#[derive(Clone, Copy, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Form {
    Csv,
    Xlsx,
}

#[derive(Clone, Copy, Default, Deserialize)]
#[serde(rename_all = "snake_case")]
enum What {
    #[default]
    Documents,
    Receivables,
}

/// Documents, or what is open, of all customers whom the caller may see.
#[utoipa::path(
    get, path = "/api/invoices/group/export",
    operation_id = "invoices_export", tag = "invoices",
    params(
        ("form" = String, Query, description = "`csv` or `xlsx`"),
        ("what" = Option<String>, Query, description = "`documents` (usual) or `receivables`, those that are open"),
        ("kind" = Option<InvoiceKind>, Query, description = "Of documents"),
        ("state" = Option<State>, Query, description = "Of documents"),
        ("since" = Option<String>, Query, description = "Documents issued on this day or later"),
    ),
    responses(
        (status = 200, description = "A file; 10,000 rows at most", content((Vec<u8> = "text/csv"), (Vec<u8> = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"))),
        (status = 400, description = "`malformed_query`", body = Problem),
        (status = 401, description = "`signed_out`", body = Problem),
        (status = 422, description = "`export_too_long`: ask for less", body = Problem),
    ),
    security(("session" = [])),
)]
pub(super) async fn export(
    session: Session,
    Shared(app): Shared<App>,
    Query(query): Query<ExportQuery>,
) -> Result<Response, Error> {
    let (name, table) = match query.what {
        What::Documents => ("documents", documents(&app, &session, &query).await?),
        What::Receivables => ("receivables", receivables(&app, &session).await?),
    };
    let (extension, media_type, bytes) = match query.form {
        Form::Csv => ("csv", "text/csv; charset=utf-8", csv(&table).into_bytes()),
        Form::Xlsx => ("xlsx", XLSX, xlsx(&table)),
    };
    let disposition = disposition(&format!("{name}-{}.{extension}", app.today()));
    // Sent as bytes: of a text, lambda_http takes the mark that spreadsheets
    // know UTF-8 by, and leaves the length as it was.
    let headers = [
        (header::CONTENT_TYPE, media_type.to_owned()),
        (header::CONTENT_DISPOSITION, disposition),
        (header::CONTENT_ENCODING, "identity".to_owned()),
    ];
    Ok((headers, bytes).into_response())
}

async fn documents(app: &App, session: &Session, query: &ExportQuery) -> Result<Table, Error> {
    let grants = app.group(session).await?;
    let ExportQuery { kind, state, since, .. } = *query;
    let wanted = GroupQuery { kind, state, sort: Sort::Issued, q: None, cursor: None };
    let today = app.today();
    let mut rows = Vec::new();
    let mut cursor: Option<String> = None;
    loop {
        let (page, next) = app.group_page(&grants, &wanted, cursor.as_deref()).await?;
        let old = |document: &Document| since.is_some_and(|day| document.invoice.issued_on < day);
        let is_past = page.iter().any(|(_, document)| old(document));
        let page = page.into_iter().filter(|(_, document)| !old(document));
        rows.extend(page.map(|(customer, document)| row(&customer, document, today)));
        if rows.len() > MOST_ROWS {
            return Err(TOO_LONG);
        }
        cursor = next.filter(|_| !is_past);
        if cursor.is_none() {
            break;
        }
    }
    let names = vec![
        "customer",
        "number",
        "kind",
        "issued_on",
        "due_on",
        "period_from",
        "period_to",
        "total",
        "paid",
        "remaining",
        "currency",
        "state",
        "days_overdue",
        "variable_symbol",
        "supply_points",
    ];
    Ok(Table { names, rows })
}

const TOO_LONG: Error = Error::Refused { code: "export_too_long", field: None };

fn row(customer: &CustomerId, document: Document, today: Date) -> Vec<Cell> {
    let standing = document.standing(today);
    let invoice = document.invoice;
    let amount = |money: Option<Money>| Cell::from(money.map(Money::to_decimal));
    let points: Vec<&str> = invoice.supply_points.iter().map(|point| point.as_str()).collect();
    vec![
        Cell::text(customer),
        Cell::text(&invoice.number),
        Cell::text(invoice.kind.as_str()),
        Cell::Day(invoice.issued_on),
        Cell::from(invoice.due_on),
        Cell::from(invoice.period.map(|period| period.from)),
        Cell::from(invoice.period.map(|period| period.to)),
        amount(Some(invoice.total)),
        amount(standing.paid),
        amount(standing.remaining),
        Cell::text(code(invoice.total.currency)),
        Cell::text(standing.state.as_str()),
        Cell::Number(standing.days_overdue.into()),
        Cell::from(invoice.variable_symbol),
        Cell::Text(points.join(" ")),
    ]
}

async fn receivables(app: &App, session: &Session) -> Result<Table, Error> {
    let open = app.open(session).await?;
    if open.len() > MOST_ROWS {
        return Err(TOO_LONG);
    }
    let today = app.today();
    let names = vec![
        "customer",
        "id",
        "document",
        "issued_on",
        "due_on",
        "amount",
        "settled",
        "remaining",
        "currency",
        "days_overdue",
        "variable_symbol",
        "supply_points",
    ];
    let rows =
        open.into_iter().map(|(customer, receivable)| open_row(&customer, receivable, today));
    Ok(Table { names, rows: rows.collect() })
}

fn open_row(customer: &CustomerId, receivable: Receivable, today: Date) -> Vec<Cell> {
    let left = remaining(&receivable);
    let points: Vec<&str> = receivable.supply_points.iter().map(|point| point.as_str()).collect();
    vec![
        Cell::text(customer),
        Cell::text(&receivable.id),
        Cell::from(receivable.invoice.map(|number| number.to_string())),
        Cell::Day(receivable.issued_on),
        Cell::Day(receivable.due_on),
        Cell::Number(receivable.amount.to_decimal()),
        Cell::Number(receivable.settled.to_decimal()),
        Cell::Number(left.to_decimal()),
        Cell::text(code(left.currency)),
        Cell::Number(days_overdue(left, receivable.due_on, today).into()),
        Cell::from(receivable.variable_symbol),
        Cell::Text(points.join(" ")),
    ]
}
