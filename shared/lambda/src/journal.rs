//! The journal: who did or saw what. Appended by every feature, read by the
//! person it is about.
//!
//! | pk | sk | item |
//! |---|---|---|
//! | `user#{user}` | `{time}#{id}` | what this login did, or what was tried with it |
//! | `customer#{customer}` | `{time}#{id}` | which operator looked at this customer's data |
//!
//! An entry never holds what was typed: no password, code or token.

use anyhow::{Context, Result};
use aws_sdk_dynamodb::Client;
use jiff::Timestamp;
use portal_domain::{CustomerId, UserId};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::{Error, cursor, dynamo::text};

/// The journal's table.
#[derive(Clone)]
pub struct Journal {
    client: Client,
    table: String,
}

/// One line of the journal.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    /// When, UTC.
    pub at: Timestamp,
    /// What: `signed_in`, `sign_in_failed`, `password_changed`, `looked_at`...
    pub action: String,
    /// Which way it went, or why it failed.
    pub result: String,
    /// The network address it came from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<String>,
    /// Browser and system, in words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub device: Option<String>,
    /// What it was about: a page, a session, an operator's reason.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub detail: Option<String>,
    /// Who did it, when it isn't the person it is about.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub actor: Option<UserId>,
}

/// Some entries, and where to go on.
#[derive(Debug)]
pub struct Page {
    pub entries: Vec<Entry>,
    pub next: Option<String>,
}

/// Whom an entry is about.
#[derive(Clone, Debug)]
pub enum About<'a> {
    User(&'a UserId),
    Customer(&'a CustomerId),
}

impl About<'_> {
    /// The partition of the entries.
    pub fn partition(&self) -> String {
        match self {
            Self::User(user) => format!("user#{user}"),
            Self::Customer(customer) => format!("customer#{customer}"),
        }
    }
}

impl Journal {
    pub fn new(client: Client, table: String) -> Self {
        Self { client, table }
    }

    /// Appends `entry`.
    pub async fn append(&self, about: About<'_>, entry: &Entry) -> Result<()> {
        let mut item: super::outbox::Item =
            serde_dynamo::to_item(entry).context("writing an entry")?;
        item.insert("pk".to_owned(), text(about.partition()));
        item.insert("sk".to_owned(), text(format!("{}#{}", entry.at, Uuid::now_v7().simple())));
        let request = self.client.put_item().table_name(&self.table).set_item(Some(item));
        request.send().await.context("appending to the journal")?;
        Ok(())
    }

    /// What is written about somebody, newest first, fifty entries a page.
    pub async fn page(&self, about: About<'_>, cursor: Option<&str>) -> Result<Page, Error> {
        let request = self
            .client
            .query()
            .table_name(&self.table)
            .key_condition_expression("pk = :about")
            .expression_attribute_values(":about", text(about.partition()))
            .scan_index_forward(false)
            .limit(50);
        let request = match cursor {
            Some(cursor) => {
                let mut from = cursor::read(cursor, &["sk"])?;
                from.insert("pk".to_owned(), text(about.partition()));
                request.set_exclusive_start_key(Some(from))
            }
            None => request,
        };
        let answer = request.send().await;
        let answer =
            answer.map_err(|error| cursor::failed(error, cursor, "reading the journal"))?;
        let next = cursor::after(answer.last_evaluated_key(), &["sk"]);
        let entries = answer.items.unwrap_or_default().into_iter();
        let entries = entries.map(|item| serde_dynamo::from_item(item).context("reading an entry"));
        Ok(Page { entries: entries.collect::<Result<_>>()?, next })
    }

    /// Notes that an operator looked at a customer's `what`.
    pub async fn looked(
        &self,
        operator: &UserId,
        customer: &CustomerId,
        what: &str,
        now: Timestamp,
    ) -> Result<()> {
        let entry = Entry {
            at: now,
            action: "looked_at".to_owned(),
            result: "shown".to_owned(),
            source: None,
            device: None,
            detail: Some(what.to_owned()),
            actor: Some(operator.clone()),
        };
        self.append(About::Customer(customer), &entry).await
    }
}
