//! Documents: the list, one of them computed again, what settlements say was
//! used.

use std::collections::BTreeSet;

use axum::extract::State as Shared;
use portal_contracts::invoice::{Invoice, InvoiceKind};
use portal_domain::{CustomerId, InvoiceNumber, PriceListId, SupplyPointId};
use portal_lambda::{Error, Json, Path, Problem, Query, Viewer};
use portal_rating::{Check, recompute};
use serde::Deserialize;

use super::{
    App,
    body::{DocumentsBody, SettlementsBody, WholeDocumentBody},
};
use crate::{
    document::{Document, State},
    store::{Filter, Sort},
};

/// The longest number that is looked for.
const LONGEST_NUMBER: usize = 64;

/// Settlements in a chart.
const BARS: usize = 200;

/// Which documents.
#[derive(Deserialize)]
pub(super) struct DocumentsQuery {
    pub kind: Option<InvoiceKind>,
    pub state: Option<State>,
    pub supply_point: Option<SupplyPointId>,
    #[serde(default)]
    pub sort: Sort,
    pub q: Option<String>,
    pub cursor: Option<String>,
}

/// Of which supply point.
#[derive(Deserialize)]
pub(super) struct PointQuery {
    pub supply_point: Option<SupplyPointId>,
    pub cursor: Option<String>,
}

/// The customer's numbered documents, the latest first.
#[utoipa::path(
    get, path = "/api/invoices/customers/{customer}/documents",
    operation_id = "invoices_list_documents", tag = "invoices",
    params(
        ("customer" = String, Path, description = "The customer's number"),
        ("kind" = Option<InvoiceKind>, Query),
        ("state" = Option<State>, Query),
        ("supply_point" = Option<String>, Query, description = "Only what is about this point"),
        ("sort" = Option<String>, Query, description = "By the day of `issued` (usual) or `due`"),
        ("q" = Option<String>, Query, description = "The number, or how it begins; sorted by it"),
        ("cursor" = Option<String>, Query, description = "`next` of the page before"),
    ),
    responses(
        (status = 200, description = "50 documents at most", body = DocumentsBody),
        (status = 400, description = "`malformed_cursor`, `malformed_query`", body = Problem),
        (status = 401, description = "`signed_out`", body = Problem),
        (status = 404, description = "Not there, or not this caller's", body = Problem),
    ),
    security(("session" = [])),
)]
pub(super) async fn list_documents(
    viewer: Viewer,
    Shared(app): Shared<App>,
    Query(query): Query<DocumentsQuery>,
) -> Result<Json<DocumentsBody>, Error> {
    if query.supply_point.as_ref().is_some_and(|point| !viewer.reaches(point)) {
        return Err(Error::NotFound);
    }
    Ok(Json(app.documents(&viewer.customer, viewer.supply_point.clone(), query).await?))
}

/// One document with its way from the readings to the sum, computed again.
#[utoipa::path(
    get, path = "/api/invoices/customers/{customer}/documents/{number}",
    operation_id = "invoices_show_document", tag = "invoices",
    params(
        ("customer" = String, Path, description = "The customer's number"),
        ("number" = String, Path, description = "The document's number"),
    ),
    responses(
        (status = 200, description = "As billing sent it, how far it is paid, and whether its sums hold", body = WholeDocumentBody),
        (status = 401, description = "`signed_out`", body = Problem),
        (status = 404, description = "Not there, or not this caller's", body = Problem),
    ),
    security(("session" = [])),
)]
pub(super) async fn show_document(
    viewer: Viewer,
    Shared(app): Shared<App>,
    Path((_, number)): Path<(CustomerId, InvoiceNumber)>,
) -> Result<Json<WholeDocumentBody>, Error> {
    let reaches = |document: &Document| viewer.sees(document);
    Ok(Json(app.document(&viewer.customer, &number, reaches).await?))
}

/// What the customer's settlements say was used: bars of a chart.
#[utoipa::path(
    get, path = "/api/invoices/customers/{customer}/settlements",
    operation_id = "invoices_list_settlements", tag = "invoices",
    params(
        ("customer" = String, Path, description = "The customer's number"),
        ("supply_point" = Option<String>, Query, description = "Only what was used there"),
    ),
    responses(
        (status = 200, description = "The latest 200 at most, newest first", body = SettlementsBody),
        (status = 400, description = "`malformed_query`", body = Problem),
        (status = 401, description = "`signed_out`", body = Problem),
        (status = 404, description = "Not there, or not this caller's", body = Problem),
    ),
    security(("session" = [])),
)]
pub(super) async fn list_settlements(
    viewer: Viewer,
    Shared(app): Shared<App>,
    Query(query): Query<PointQuery>,
) -> Result<Json<SettlementsBody>, Error> {
    let point = query.supply_point.as_ref();
    if point.is_some_and(|point| !viewer.reaches(point)) {
        return Err(Error::NotFound);
    }
    let only = viewer.supply_point.as_ref();
    let mut settlements = app.store.settlements(&viewer.customer).await?;
    // Of a document about several points, its total tells of the others.
    settlements.retain(|settlement| {
        only.is_none_or(|only| settlement.used.iter().all(|used| used.supply_point == *only))
    });
    if let Some(point) = point {
        for settlement in &mut settlements {
            settlement.used.retain(|used| used.supply_point == *point);
        }
        settlements.retain(|settlement| !settlement.used.is_empty());
    }
    settlements.truncate(BARS);
    Ok(Json(SettlementsBody { settlements }))
}

/// Whether a viewer sees a document.
pub(super) trait Sees {
    fn sees(&self, document: &Document) -> bool;
}

impl Sees for Viewer {
    /// One who may see one supply point sees what is about nothing else.
    fn sees(&self, document: &Document) -> bool {
        self.supply_point.as_ref().is_none_or(|point| document.is_of_only(point))
    }
}

impl App {
    /// A page of the customer's documents; `only` those of one supply point.
    pub(super) async fn documents(
        &self,
        customer: &CustomerId,
        only: Option<SupplyPointId>,
        query: DocumentsQuery,
    ) -> Result<DocumentsBody, Error> {
        let DocumentsQuery { kind, state, supply_point, sort, q, cursor } = query;
        let number = q.map(|q| q.trim().to_owned()).filter(|q| !q.is_empty());
        if number.as_ref().is_some_and(|number| number.len() > LONGEST_NUMBER) {
            return Err(Error::Malformed("malformed_query"));
        }
        let filter = Filter { kind, state, supply_point, only, sort, number };
        let today = self.today();
        let page = self.store.documents(customer, &filter, cursor.as_deref(), today).await?;
        Ok(DocumentsBody::of(page, today))
    }

    /// A document that `reaches` lets through, computed again. One read, and
    /// one of the price lists that it names.
    pub(super) async fn document(
        &self,
        customer: &CustomerId,
        number: &InvoiceNumber,
        reaches: impl Fn(&Document) -> bool,
    ) -> Result<WholeDocumentBody, Error> {
        let whole = self.store.document(customer, number, &[]).await?;
        let whole = whole.filter(|whole| reaches(&whole.document)).ok_or(Error::NotFound)?;
        let check = match &whole.breakdown {
            Some(_) => Some(self.check(&whole.clone().invoice()).await?),
            None => None,
        };
        Ok(WholeDocumentBody::of(whole, check, self.today()))
    }

    async fn check(&self, invoice: &Invoice) -> Result<Check, Error> {
        let lines = invoice.breakdown.iter().flat_map(|breakdown| &breakdown.lines);
        let named = lines.filter_map(|line| line.price.as_ref()).map(|price| &price.price_list);
        let named: BTreeSet<&PriceListId> = named.collect();
        let named: Vec<PriceListId> = named.into_iter().cloned().collect();
        let lists = self.store.price_lists(&named).await?;
        Ok(recompute(invoice, &lists))
    }
}
