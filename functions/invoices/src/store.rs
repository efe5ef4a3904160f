//! Where documents, what is owed and what was paid are kept: one DynamoDB
//! table, partitioned by customer, so that no key reaches another customer's
//! items. Price lists stand in the partition `everybody`.
//!
//! | pk | sk | item |
//! |---|---|---|
//! | customer | `account` | how they pay and are paid |
//! | customer | `document#{number}` | a document without its breakdown, and what is owed on it |
//! | customer | `breakdown#{number}` | its breakdown |
//! | customer | `usage#{number}` | what it says was used |
//! | customer | `made#{number}#{form}` | a file that the portal made of it: `pdf-cs`, `isdoc`... |
//! | customer | `receivable#{id}` | something owed |
//! | customer | `payment#{id}` | money that came or went |
//! | customer | `advances#{point}#{valid_from}` | a schedule of advances |
//! | customer | `rainwater#{point}#{valid_from}` | surfaces that drain |
//! | customer | `paper#{id}` | a contract, an amendment |
//! | customer | `point#{id}` | what a supply point's contract says of prices |
//! | `everybody` | `price_list#{id}` | what a product costs |
//!
//! Lists are local indexes; an item has the key of each list that it is in:
//!
//! | index, its key | of | holds |
//! |---|---|---|
//! | `day`, `day_key` | documents | `document#{issued_on}#{number}` |
//! | | payments | `payment#{paid_on}#{id}` |
//! | `due`, `due_key` | documents | `document#{due_on}#{number}` |
//! | `kind`, `kind_key` | documents | `{kind}#{issued_on}#{number}` |
//! | | usage | `usage#{issued_on}#{number}` |
//! | | price lists on offer | `offered#{medium}#{valid_from}#{id}` |
//! | `state`, `state_key` | documents | `{open, paid, none, cancelled}#{issued_on}#{number}` |
//! | | the account; receivables while they're open | `owed`; `owed#{due_on}#{id}` |
//! | `point`, `point_key` | documents | `document#{point}#{issued_on}#{number}`, `*` for the point of one about none or several |
//! | | papers | `paper#{point}#{valid_from}#{id}` |
//!
//! What billing says stands in `body` as JSON, as it was said, with the
//! `version` of the update that said it; an older one never overwrites it. A
//! document's item holds two tellings, the document's and its receivables',
//! each with its own version, whichever came first; whoever adds to it writes
//! under the condition that its `revision` still is as they read it.
//!
//! What billing took back stays, marked as cancelled, so that an older update
//! can't bring it back.

mod documents;
mod import;
mod items;
mod ledger;
mod made;
mod prices;
mod propose;

use std::collections::HashMap;

use anyhow::{Context, Result};
use aws_sdk_dynamodb::{Client, types::AttributeValue};
use portal_domain::CustomerId;
use portal_lambda::{
    Error, cursor,
    dynamo::{read_many, text},
};

pub(crate) use self::propose::Seen;
pub use self::{
    documents::{Filter, Sort, Whole},
    import::{Imported, import},
    ledger::Account,
    made::Made,
};

/// A page of a list.
pub const PAGE: usize = 50;

type Item = HashMap<String, AttributeValue>;

/// The invoices table, and the changes table that wishes are proposed in.
#[derive(Clone)]
pub struct Store {
    client: Client,
    table: String,
    changes: String,
}

/// Part of a list.
#[derive(Clone, Debug)]
pub struct Page<T> {
    pub items: Vec<T>,
    /// Where it goes on; `None` at its end.
    pub next: Option<String>,
}

/// A list of one partition: an index, or the table itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum List {
    Table,
    Day,
    Due,
    Kind,
    State,
    Point,
}

impl List {
    /// The index, if it isn't the table itself.
    fn index(self) -> Option<&'static str> {
        Some(match self {
            Self::Table => return None,
            Self::Day => "day",
            Self::Due => "due",
            Self::Kind => "kind",
            Self::State => "state",
            Self::Point => "point",
        })
    }

    /// The attribute that it is in the order of.
    fn key(self) -> &'static str {
        match self {
            Self::Table => "sk",
            Self::Day => "day_key",
            Self::Due => "due_key",
            Self::Kind => "kind_key",
            Self::State => "state_key",
            Self::Point => "point_key",
        }
    }

    /// What names a place in it.
    fn place(self) -> Vec<&'static str> {
        match self {
            Self::Table => vec!["sk"],
            index => vec![index.key(), "sk"],
        }
    }
}

/// What of a list is wanted.
#[derive(Clone, Debug)]
struct Wanted<'a> {
    list: List,
    prefix: String,
    /// Keys fall.
    falling: bool,
    /// `next` of the page before.
    cursor: Option<&'a str>,
    /// How many items to look at; none: as many as an answer holds.
    limit: Option<usize>,
}

impl Store {
    pub fn new(client: Client, table: String, changes: String) -> Self {
        Self { client, table, changes }
    }

    /// Items of one list in its order, and the place of the last one looked at
    /// if there are more. One query.
    async fn query(
        &self,
        partition: &str,
        wanted: &Wanted<'_>,
        start: Option<Item>,
    ) -> Result<(Vec<Item>, Option<Item>), Error> {
        let key = wanted.list.key();
        let limit = wanted.limit.map(|limit| i32::try_from(limit).unwrap_or(i32::MAX));
        let request = self
            .client
            .query()
            .table_name(&self.table)
            .set_index_name(wanted.list.index().map(str::to_owned))
            .key_condition_expression(format!("pk = :customer AND begins_with({key}, :prefix)"))
            .expression_attribute_values(":customer", text(partition))
            .expression_attribute_values(":prefix", text(&wanted.prefix))
            .scan_index_forward(!wanted.falling)
            .set_exclusive_start_key(start)
            .set_limit(limit);
        let page = request.send().await;
        let page = page.map_err(|error| cursor::failed(error, wanted.cursor, "reading a list"))?;
        Ok((page.items.unwrap_or_default(), page.last_evaluated_key))
    }

    /// A page of a list. One query.
    async fn page(&self, partition: &str, wanted: Wanted<'_>) -> Result<Page<Item>, Error> {
        let start = start(partition, &wanted)?;
        let (items, last) = self.query(partition, &wanted, start).await?;
        Ok(Page { items, next: cursor::after(last.as_ref(), &wanted.list.place()) })
    }

    /// The whole of a list that is short. Usually one query.
    async fn all(&self, partition: &str, list: List, prefix: String) -> Result<Vec<Item>, Error> {
        let wanted = Wanted { list, prefix, falling: true, cursor: None, limit: None };
        let (mut all, mut last) = self.query(partition, &wanted, None).await?;
        while last.is_some() {
            let (more, end) = self.query(partition, &wanted, last).await?;
            all.extend(more);
            last = end;
        }
        Ok(all)
    }

    async fn get(&self, partition: &str, sk: String) -> Result<Option<Item>> {
        let request = self.client.get_item().table_name(&self.table);
        let request = request.key("pk", text(partition)).key("sk", text(sk));
        Ok(request.send().await.context("reading the invoices table")?.item)
    }

    /// Those of the items that are there, in no order.
    async fn get_many(&self, partition: &str, mut sks: Vec<String>) -> Result<Vec<Item>> {
        sks.sort_unstable();
        sks.dedup();
        let keys: Vec<Item> = sks.into_iter().map(|sk| key(partition, sk)).collect();
        read_many(&self.client, &self.table, &keys).await
    }
}

/// Where a list begins. A cursor of another list is refused.
fn start(partition: &str, wanted: &Wanted<'_>) -> Result<Option<Item>, Error> {
    let Some(cursor) = wanted.cursor else { return Ok(None) };
    let mut place = cursor::read(cursor, &wanted.list.place())?;
    let at = place.get(wanted.list.key()).and_then(|at| at.as_s().ok());
    if !at.is_some_and(|at| at.starts_with(&wanted.prefix)) {
        return Err(Error::Malformed("malformed_cursor"));
    }
    place.insert("pk".to_owned(), text(partition));
    Ok(Some(place))
}

fn key(partition: &str, sk: String) -> Item {
    [("pk".to_owned(), text(partition)), ("sk".to_owned(), AttributeValue::S(sk))].into()
}

fn document_key(number: &impl std::fmt::Display) -> String {
    format!("document#{number}")
}

fn breakdown_key(number: &impl std::fmt::Display) -> String {
    format!("breakdown#{number}")
}

fn receivable_key(id: &impl std::fmt::Display) -> String {
    format!("receivable#{id}")
}

fn string<'a>(item: &'a Item, name: &str) -> Option<&'a str> {
    item.get(name)?.as_s().ok().map(String::as_str)
}

/// The partition of a customer's items.
fn of(customer: &CustomerId) -> &str {
    customer.as_str()
}
