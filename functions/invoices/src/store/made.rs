//! Files that the portal made of documents, so that each is made once.

use anyhow::{Context, Result};
use jiff::Timestamp;
use portal_domain::{CustomerId, InvoiceNumber};
use serde::{Deserialize, Serialize};

use super::{Store, items, of};

/// A file in the documents bucket that the portal made.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Made {
    /// `pdf-cs`, `isdoc`, `ubl`: what it is, and in which language.
    pub form: String,
    /// Below `made/`.
    pub key: String,
    /// [`crate::Document::version`] of what it was made of: of a newer one it
    /// has to be made again.
    pub version: u64,
    pub size: u64,
    pub made_at: Timestamp,
}

impl Store {
    /// Notes that a file was made of a document. One write.
    pub async fn mark_made(
        &self,
        customer: &CustomerId,
        number: &InvoiceNumber,
        made: &Made,
    ) -> Result<()> {
        let item = items::item(of(customer), made_key(number, &made.form), made, made.version)?;
        let request = self.client.put_item().table_name(&self.table).set_item(Some(item));
        request.send().await.context("noting what was made")?;
        Ok(())
    }
}

pub(super) fn made_key(number: &InvoiceNumber, form: &str) -> String {
    format!("made#{number}#{form}")
}
