//! Documents: lists of them, and one whole.
//!
//! A customer may have some ten thousands of documents: a list goes by the
//! index that leaves the least to look through. What only few can be of (one
//! supply point, not paid) is read whole and sorted here.

use anyhow::Result;
use jiff::civil::Date;
use portal_contracts::{
    breakdown::Breakdown,
    invoice::{Invoice, InvoiceKind},
};
use portal_domain::{CustomerId, InvoiceNumber, SupplyPointId};
use portal_lambda::{Error, cursor, dynamo::text};
use serde::Deserialize;

use super::{
    Item, List, PAGE, Page, Store, Wanted, breakdown_key, document_key,
    items::{DocumentItem, SEVERAL, body, keys, version},
    key,
    made::{Made, made_key},
    of, start, string,
};
use crate::document::{Class, Document, State};

/// So many documents are looked at in one query when not all of them are
/// wanted.
const LOOKED_AT: usize = 500;

/// After so many queries a page is what was found by then.
const ROUNDS: usize = 8;

/// Which documents.
#[derive(Clone, Debug, Default)]
pub struct Filter {
    pub kind: Option<InvoiceKind>,
    pub state: Option<State>,
    pub supply_point: Option<SupplyPointId>,
    /// Only those that are about nothing but this supply point: all that the
    /// caller may see.
    pub only: Option<SupplyPointId>,
    pub sort: Sort,
    /// The beginning of the number, or the whole of it.
    pub number: Option<String>,
}

/// By which day, the latest first.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Sort {
    #[default]
    Issued,
    Due,
}

/// A document, with all that is kept of it.
#[derive(Clone, Debug)]
pub struct Whole {
    pub document: Document,
    pub breakdown: Option<Breakdown>,
    /// Files that were made of it as it is now.
    pub made: Vec<Made>,
}

impl Whole {
    /// The document as billing sent it.
    pub fn invoice(self) -> Invoice {
        Invoice { breakdown: self.breakdown, ..self.document.invoice }
    }
}

/// The way to the documents that a filter wants.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Way {
    /// In the order of the list, a page at a time.
    Along(List, String),
    /// All of these lists, which are short.
    Through(Vec<(List, String)>),
}

impl Filter {
    fn way(&self) -> Way {
        if let Some(number) = &self.number {
            return Way::Along(List::Table, document_key(number));
        }
        if let Some(point) = self.supply_point.as_ref().or(self.only.as_ref()) {
            let mut lists = vec![(List::Point, format!("document#{point}#"))];
            if self.only.is_none() {
                lists.push((List::Point, format!("document#{SEVERAL}#")));
            }
            return Way::Through(lists);
        }
        let by_issue = self.sort == Sort::Issued;
        match (self.state.map(State::class), self.kind) {
            (Some(Class::Open), _) => Way::Through(vec![(List::State, "open#".to_owned())]),
            (Some(Class::Cancelled), _) => {
                Way::Through(vec![(List::State, "cancelled#".to_owned())])
            }
            (_, Some(kind)) if by_issue => Way::Along(List::Kind, format!("{}#", kind.as_str())),
            // Advances are most of what there is, month by month; the others few.
            (_, Some(InvoiceKind::AdvanceRequest | InvoiceKind::AdvanceTaxDocument)) => {
                Way::Along(List::Due, "document#".to_owned())
            }
            (_, Some(kind)) => Way::Through(vec![(List::Kind, format!("{}#", kind.as_str()))]),
            (Some(class), None) if by_issue => {
                Way::Along(List::State, format!("{}#", class.as_str()))
            }
            (_, None) if by_issue => Way::Along(List::Day, "document#".to_owned()),
            (_, None) => Way::Along(List::Due, "document#".to_owned()),
        }
    }

    /// The list in whose order the page is.
    fn order(&self) -> List {
        match self.sort {
            Sort::Issued => List::Day,
            Sort::Due => List::Due,
        }
    }

    /// Where a document stands in the list that the filter goes along: the
    /// latest has the greatest.
    pub(crate) fn place(&self, document: &Document) -> String {
        let (list, sk) = (self.list(), document_key(&document.invoice.number));
        let key = keys(document).into_iter().find(|(name, _)| *name == list.key());
        key.map_or(sk, |(_, key)| key)
    }

    /// The cursor that goes on after a document: also in another customer's
    /// list.
    pub(crate) fn after(&self, document: &Document) -> Option<String> {
        let mut item = key("", document_key(&document.invoice.number));
        item.insert(self.list().key().to_owned(), text(self.place(document)));
        cursor::after(Some(&item), &self.list().place())
    }

    /// The place that a cursor of the list is at.
    pub(crate) fn at(&self, cursor: &str) -> Option<String> {
        let place = cursor::read(cursor, &self.list().place()).ok()?;
        string(&place, self.list().key()).map(str::to_owned)
    }

    fn list(&self) -> List {
        match self.way() {
            Way::Along(list, _) => list,
            Way::Through(_) => self.order(),
        }
    }

    /// Whether a list holds what isn't wanted.
    fn passes_over(&self, way: &Way) -> bool {
        let by = |list| matches!(way, Way::Along(of, _) if *of == list);
        self.only.is_some()
            || self.supply_point.is_some()
            || (self.kind.is_some() && !by(List::Kind))
            || (self.state.is_some() && !by(List::State))
    }

    fn wants(&self, document: &Document, today: Date) -> bool {
        let invoice = &document.invoice;
        self.kind.is_none_or(|kind| invoice.kind == kind)
            && self.only.as_ref().is_none_or(|point| document.is_of_only(point))
            && self.supply_point.as_ref().is_none_or(|point| invoice.supply_points.contains(point))
            && self.state.is_none_or(|state| document.standing(today).state == state)
            && self.number.as_ref().is_none_or(|number| invoice.number.as_str().starts_with(number))
    }
}

impl Store {
    /// A page of the customer's documents, the latest first; by number, the
    /// greatest first. Usually one query; two at once for a supply point, whose
    /// documents may be about others too.
    pub async fn documents(
        &self,
        customer: &CustomerId,
        filter: &Filter,
        cursor: Option<&str>,
        today: Date,
    ) -> Result<Page<Document>, Error> {
        match filter.way() {
            Way::Along(list, prefix) => {
                let looked_at = match filter.passes_over(&filter.way()) {
                    true => LOOKED_AT,
                    false => PAGE,
                };
                let limit = Some(looked_at);
                let wanted = Wanted { list, prefix, falling: true, cursor, limit };
                self.along(customer, filter, wanted, today).await
            }
            Way::Through(lists) => self.through(customer, filter, lists, cursor, today).await,
        }
    }

    async fn along(
        &self,
        customer: &CustomerId,
        filter: &Filter,
        wanted: Wanted<'_>,
        today: Date,
    ) -> Result<Page<Document>, Error> {
        let place = wanted.list.place();
        let mut found = Vec::new();
        let mut start = start(of(customer), &wanted)?;
        for _ in 0..ROUNDS {
            let (items, last) = self.query(of(customer), &wanted, start).await?;
            let mut rest = items.iter();
            while let Some(item) = rest.next() {
                let document = read(item)?.filter(|document| filter.wants(document, today));
                found.extend(document);
                if found.len() == PAGE {
                    let is_end = rest.len() == 0 && last.is_none();
                    let next = if is_end { None } else { cursor::after(Some(item), &place) };
                    return Ok(Page { items: found, next });
                }
            }
            start = last;
            if start.is_none() {
                break;
            }
        }
        Ok(Page { items: found, next: cursor::after(start.as_ref(), &place) })
    }

    async fn through(
        &self,
        customer: &CustomerId,
        filter: &Filter,
        lists: Vec<(List, String)>,
        cursor: Option<&str>,
        today: Date,
    ) -> Result<Page<Document>, Error> {
        let order = filter.order();
        let place = order.place();
        let from = cursor.map(|cursor| cursor::read(cursor, &place)).transpose()?;
        let from = from.as_ref().and_then(|from| string(from, order.key()));
        let lists = lists.into_iter().map(|(list, prefix)| self.all(of(customer), list, prefix));
        let mut items: Vec<Item> = Vec::new();
        for list in futures_util::future::join_all(lists).await {
            items.extend(list?);
        }
        items.retain(|item| from.is_none_or(|from| string(item, order.key()) < Some(from)));
        items.sort_by(|one, other| string(other, order.key()).cmp(&string(one, order.key())));
        let mut found = Vec::new();
        let mut rest = items.iter().peekable();
        while let Some(item) = rest.next() {
            found.extend(read(item)?.filter(|document| filter.wants(document, today)));
            if found.len() == PAGE && rest.peek().is_some() {
                return Ok(Page { items: found, next: cursor::after(Some(item), &place) });
            }
        }
        Ok(Page { items: found, next: None })
    }

    /// The customer's document `number` with all that is kept of it, and which
    /// of the files `forms` were made; `None` when they have no such document.
    /// One read.
    pub async fn document(
        &self,
        customer: &CustomerId,
        number: &InvoiceNumber,
        forms: &[&str],
    ) -> Result<Option<Whole>> {
        let mut sks = vec![document_key(number), breakdown_key(number)];
        sks.extend(forms.iter().map(|form| made_key(number, form)));
        let items = self.get_many(of(customer), sks).await?;
        let at = |sk: &str| items.iter().find(|item| string(item, "sk") == Some(sk));
        let document = at(&document_key(number)).map(read).transpose()?.flatten();
        let Some(document) = document else { return Ok(None) };
        // One of another version is on its way out, or the document's is.
        let breakdown = at(&breakdown_key(number))
            .filter(|item| document.has_breakdown && version(item) == document.version);
        let breakdown = breakdown.map(body).transpose()?;
        let made = forms.iter().filter_map(|form| at(&made_key(number, form)));
        let made = made.map(body::<Made>).collect::<Result<Vec<_>>>()?;
        let made = made.into_iter().filter(|made| made.version == document.version).collect();
        Ok(Some(Whole { document, breakdown, made }))
    }

    /// The key of a document's item, and what is kept under it.
    pub(super) async fn told(
        &self,
        customer: &CustomerId,
        numbers: &[&InvoiceNumber],
    ) -> Result<Vec<(String, DocumentItem)>> {
        let sks: Vec<String> = numbers.iter().map(document_key).collect();
        let items = self.get_many(of(customer), sks.clone()).await?;
        let read = |sk: String| {
            let item = items.iter().find(|item| item.get("sk") == key("", sk.clone()).get("sk"));
            let item = item.map(DocumentItem::read).transpose()?;
            Ok((sk, item.unwrap_or_else(DocumentItem::none)))
        };
        sks.into_iter().map(read).collect()
    }
}

/// The document of an item; `None` when only what is owed on it is known.
fn read(item: &Item) -> Result<Option<Document>> {
    Ok(DocumentItem::read(item)?.told.document())
}
