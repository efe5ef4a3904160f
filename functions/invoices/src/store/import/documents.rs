//! Documents: each with its breakdown and what it says was used.

use std::collections::BTreeMap;

use anyhow::{Context, Result, bail};
use portal_contracts::invoice::Invoice;
use portal_domain::{CustomerId, InvoiceNumber};
use portal_lambda::dynamo::{text, write_each};

use super::{Store, TRIES, of};
use crate::{
    store::{Item, breakdown_key, items},
    usage,
};

impl Store {
    /// Keeps documents; whether anything of them was news. One read for a
    /// hundred documents, one write for fifty items.
    pub(super) async fn keep_documents(
        &self,
        customer: &CustomerId,
        invoices: &[Invoice],
        version: u64,
    ) -> Result<bool> {
        // Of two with one number the last stands.
        let invoices: BTreeMap<&InvoiceNumber, &Invoice> =
            invoices.iter().map(|invoice| (&invoice.number, invoice)).collect();
        let mut kept_any = false;
        for _ in 0..TRIES {
            let numbers: Vec<&InvoiceNumber> = invoices.keys().copied().collect();
            let mut writes = Vec::new();
            let mut beside = Vec::new();
            for (invoice, (sk, mut item)) in
                invoices.values().zip(self.told(customer, &numbers).await?)
            {
                let before = item.told.invoice.as_ref().map(|(_, written)| *written);
                if item.told.tell(invoice, version) {
                    writes.push(self.if_unchanged(customer, sk, &item)?);
                }
                // Also when it is kept already: a try may have broken off here.
                if before.is_none_or(|written| written.version <= version) {
                    let had = before.is_some_and(|written| written.has_breakdown);
                    for item in details(customer, invoice, had, version)? {
                        beside.push(self.unless_newer(item, version)?);
                    }
                }
            }
            let documents = writes.len();
            writes.extend(beside);
            let done = write_each(&self.client, &writes).await.context("keeping documents")?;
            kept_any |= done.contains(&true);
            if !done.iter().take(documents).any(|done| !done) {
                return Ok(kept_any);
            }
        }
        bail!("documents of {customer} are written by others all the time")
    }
}

/// What is kept beside a document: its breakdown, and what was used. Where
/// there was a breakdown and is none now, nothing was used.
fn details(customer: &CustomerId, invoice: &Invoice, had: bool, version: u64) -> Result<Vec<Item>> {
    let number = &invoice.number;
    let mut details = Vec::new();
    if let Some(breakdown) = &invoice.breakdown {
        details.push(items::item(of(customer), breakdown_key(number), breakdown, version)?);
    }
    let settlement = usage::settlement(invoice);
    if settlement.is_some() || had {
        let sk = format!("usage#{number}");
        let mut item = items::item(of(customer), sk, &settlement, version)?;
        if settlement.is_some() {
            let list = format!("usage#{}#{number}", invoice.issued_on);
            item.insert("kind_key".to_owned(), text(list));
        }
        details.push(item);
    }
    Ok(details)
}
