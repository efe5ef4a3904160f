//! What is owed: each receivable, and beside the document that it stands on.

use std::collections::{BTreeMap, BTreeSet};

use anyhow::{Context, Result, bail};
use portal_contracts::ledger::Receivable;
use portal_domain::{CustomerId, InvoiceNumber, ReceivableId};
use portal_lambda::dynamo::{text, write_each};

use super::{Store, TRIES, of};
use crate::{
    document::remaining,
    store::{Item, items, receivable_key},
};

impl Store {
    /// Keeps receivables; whether anything of them was news. The documents
    /// first: until they're right, the receivable tells where it stood before.
    pub(super) async fn keep_receivables(
        &self,
        customer: &CustomerId,
        receivables: &[Receivable],
        version: u64,
    ) -> Result<bool> {
        // Of two with one id the last stands.
        let said: BTreeMap<&ReceivableId, &Receivable> =
            receivables.iter().map(|receivable| (&receivable.id, receivable)).collect();
        let mut kept_any = false;
        for _ in 0..TRIES {
            let sks = said.keys().map(receivable_key).collect();
            let kept = self.get_many(of(customer), sks).await?;
            let kept = kept.iter().map(|item| Ok((items::version(item), items::body(item)?)));
            let kept = kept.collect::<Result<Vec<(u64, Receivable)>>>()?;
            let kept: BTreeMap<&ReceivableId, (u64, &Receivable)> =
                kept.iter().map(|(version, kept)| (&kept.id, (*version, kept))).collect();
            let news: Vec<&Receivable> = said
                .values()
                .filter(|said| kept.get(&said.id).is_none_or(|(at, _)| *at <= version))
                .copied()
                .collect();
            // Where each stands, and where it stood.
            let stood =
                |said: &Receivable| kept.get(&said.id).and_then(|(_, kept)| kept.invoice.clone());
            let numbers: BTreeSet<InvoiceNumber> = news
                .iter()
                .flat_map(|said| said.invoice.clone().into_iter().chain(stood(said)))
                .collect();
            let numbers: Vec<&InvoiceNumber> = numbers.iter().collect();
            let mut writes = Vec::new();
            for (number, (sk, mut item)) in numbers.iter().zip(self.told(customer, &numbers).await?)
            {
                let mut changed = false;
                for said in &news {
                    if said.invoice.as_ref() == Some(*number) {
                        changed |= item.told.owe(said, version);
                    } else if stood(said).as_ref() == Some(*number) {
                        changed |= item.told.release(&said.id, version);
                    }
                }
                if changed {
                    writes.push(self.if_unchanged(customer, sk, &item)?);
                }
            }
            let done = write_each(&self.client, &writes).await.context("keeping what is owed")?;
            kept_any |= done.contains(&true);
            if done.contains(&false) {
                continue;
            }
            let items = news.iter().map(|said| receivable(customer, said, version));
            let items = items.collect::<Result<Vec<_>>>()?;
            return Ok(self.keep(items, version).await? || kept_any);
        }
        bail!("documents of {customer} are written by others all the time")
    }
}

/// While it is open, it's in the list of what is.
fn receivable(customer: &CustomerId, said: &Receivable, version: u64) -> Result<Item> {
    let mut item = items::item(of(customer), receivable_key(&said.id), said, version)?;
    if !said.cancelled && remaining(said).minor != 0 {
        let list = format!("owed#{}#{}", said.due_on, said.id);
        item.insert("state_key".to_owned(), text(list));
    }
    Ok(item)
}
