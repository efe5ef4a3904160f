//! What the invoices table keeps: bodies as JSON, keys of the lists beside.

use anyhow::{Context, Result};
use aws_sdk_dynamodb::types::AttributeValue;
use portal_contracts::invoice::Invoice;
use portal_contracts::update::Unfit;
use portal_lambda::dynamo::{number, text};
use serde::{Serialize, de::DeserializeOwned};

use super::{Item, key, string};
use crate::document::{Document, Owed, Told, Written};

/// The longest text in an item: DynamoDB's items end at 400 KB, keys and names
/// included.
const LONGEST_BYTES: usize = 390 * 1024;

/// An item that is `body`, as `version` said it.
pub(super) fn item(
    partition: &str,
    sk: String,
    body: &impl Serialize,
    version: u64,
) -> Result<Item> {
    let mut item = key(partition, sk);
    item.insert("body".to_owned(), json(body, &item)?);
    item.insert("version".to_owned(), number(version));
    Ok(item)
}

/// What an item is.
pub(super) fn body<T: DeserializeOwned>(item: &Item) -> Result<T> {
    read(item, "body")
}

/// The version of the update that an item came from; 0 if there's none.
pub(super) fn version(item: &Item) -> u64 {
    let version = item.get("version").and_then(|version| version.as_n().ok());
    version.and_then(|version| version.parse().ok()).unwrap_or_default()
}

/// A document's item at a revision.
pub(super) struct DocumentItem {
    pub told: Told,
    /// 0 of one that isn't there yet.
    pub revision: u64,
}

impl DocumentItem {
    /// Nothing was told of it.
    pub(super) fn none() -> Self {
        Self { told: Told::default(), revision: 0 }
    }

    pub(super) fn read(item: &Item) -> Result<Self> {
        let invoice = match item.contains_key("body") {
            true => Some((body::<Invoice>(item)?, read::<Written>(item, "written")?)),
            false => None,
        };
        let owed: Vec<Owed> = match item.contains_key("owed") {
            true => read(item, "owed")?,
            false => Vec::new(),
        };
        let owed = owed.into_iter().map(|owed| (owed.receivable.clone(), owed)).collect();
        let revision = item.get("revision").and_then(|revision| revision.as_n().ok());
        let revision = revision.and_then(|revision| revision.parse().ok());
        Ok(Self { told: Told { invoice, owed }, revision: revision.unwrap_or_default() })
    }

    /// The item to be written in place of the one that was read, with its place
    /// in each list once the document is known.
    pub(super) fn next(&self, partition: &str, sk: String) -> Result<Item> {
        let mut item = key(partition, sk);
        item.insert("revision".to_owned(), number(self.revision + 1));
        if !self.told.owed.is_empty() {
            let owed: Vec<&Owed> = self.told.owed.values().collect();
            item.insert("owed".to_owned(), json(&owed, &item)?);
        }
        if let Some((invoice, written)) = &self.told.invoice {
            item.insert("body".to_owned(), json(invoice, &item)?);
            item.insert("written".to_owned(), json(written, &item)?);
        }
        if let Some(document) = self.told.document() {
            let keys = keys(&document);
            item.extend(keys.map(|(name, key)| (name.to_owned(), AttributeValue::S(key))));
        }
        Ok(item)
    }
}

/// A document's places in the lists.
pub(super) fn keys(document: &Document) -> [(&'static str, String); 5] {
    let invoice = &document.invoice;
    let (day, number) = (invoice.issued_on, &invoice.number);
    let mut points = invoice.supply_points.iter();
    let point = match (points.next(), points.next()) {
        (Some(only), None) => only.as_str(),
        _ => SEVERAL,
    };
    let (kind, class) = (invoice.kind.as_str(), document.class().as_str());
    [
        ("day_key", format!("document#{day}#{number}")),
        ("due_key", format!("document#{}#{number}", document.due_on())),
        ("kind_key", format!("{kind}#{day}#{number}")),
        ("state_key", format!("{class}#{day}#{number}")),
        ("point_key", format!("document#{point}#{day}#{number}")),
    ]
}

/// In place of the supply point of a document that is about none or several.
pub(super) const SEVERAL: &str = "*";

fn read<T: DeserializeOwned>(item: &Item, name: &str) -> Result<T> {
    let json = string(item, name).with_context(|| format!("an item has no {name}"))?;
    serde_json::from_str(json).with_context(|| format!("reading an item's {name}"))
}

/// Compact JSON; what doesn't fit into an item can't ever be kept.
fn json(value: &impl Serialize, item: &Item) -> Result<AttributeValue> {
    let json = serde_json::to_string(value).context("writing an item")?;
    if json.len() > LONGEST_BYTES {
        let sk = string(item, "sk").unwrap_or_default();
        let detail = format!("{sk}: {} bytes, at most {LONGEST_BYTES}", json.len());
        return Err(Unfit::new("too_large", detail).into());
    }
    Ok(text(json))
}
