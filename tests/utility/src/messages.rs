//! The utility as messages of the contract.

use anyhow::{Context, Result};
use jiff::{Timestamp, civil::Date, tz::TimeZone};
use portal_contracts::update::{Invoices, Readings, SupplyPoints, Update, UpdateBody};
use serde::Serialize;

use crate::generate::{Account, Utility};

/// A list goes into messages of at most this many bytes, well below what a
/// queue takes.
pub const LARGEST_BYTES: usize = 190 * 1024;

/// All messages that fill an empty portal, each customer's in order.
pub fn fill(utility: &Utility) -> Result<Vec<Vec<Update>>> {
    utility.accounts.iter().map(|account| of_account(utility, account)).collect()
}

/// One customer's messages, in the order of their versions.
pub fn of_account(utility: &Utility, account: &Account) -> Result<Vec<Update>> {
    let mut bodies = vec![UpdateBody::Customer(account.customer.clone())];
    let points = lists(&account.supply_points)?.into_iter();
    bodies.extend(
        points.map(|supply_points| UpdateBody::SupplyPoints(SupplyPoints { supply_points })),
    );
    let invoices = lists(&account.invoices)?.into_iter();
    bodies.extend(invoices.map(|invoices| UpdateBody::Invoices(Invoices { invoices })));
    let readings = lists(&account.readings)?.into_iter();
    bodies.extend(readings.map(|readings| UpdateBody::Readings(Readings { readings })));

    let created_at = begin_of(utility.today)?;
    let first = version_at(created_at);
    let update = |(version, body)| Update {
        id: format!("fill-{}-{}-{}-{}", utility.today, utility.seed, account.id, version - first),
        version,
        customer: account.id.clone(),
        created_at,
        body,
    };
    Ok((first..).zip(bodies).map(update).collect())
}

/// Versions are milliseconds, so that they grow also when the billing system
/// begins anew without its memory.
pub fn version_at(now: Timestamp) -> u64 {
    u64::try_from(now.as_millisecond()).unwrap_or_default()
}

/// A version above all those of [`fill`]: a customer has far fewer messages.
pub fn version_after_fill(utility: &Utility) -> Result<u64> {
    Ok(version_at(begin_of(utility.today)?) + 10_000)
}

fn begin_of(today: Date) -> Result<Timestamp> {
    Ok(today.to_zoned(TimeZone::UTC).context("finding the beginning of the day")?.timestamp())
}

/// `all`, cut into lists that are small enough.
fn lists<T: Clone + Serialize>(all: &[T]) -> Result<Vec<Vec<T>>> {
    let (mut lists, mut list, mut size) = (Vec::new(), Vec::new(), 0);
    for one in all {
        let bytes = serde_json::to_string(one).context("writing a list as JSON")?.len() + 1;
        if size + bytes > LARGEST_BYTES && !list.is_empty() {
            lists.push(std::mem::take(&mut list));
            size = 0;
        }
        list.push(one.clone());
        size += bytes;
    }
    if !list.is_empty() {
        lists.push(list);
    }
    Ok(lists)
}
