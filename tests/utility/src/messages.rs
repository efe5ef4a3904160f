//! The utility as messages of the contract.

use anyhow::{Context, Result};
use jiff::{Timestamp, civil::Date, tz::TimeZone};
use portal_contracts::{
    ledger::{AdvanceSchedules, Payments, Receivables},
    paper::Documents,
    price_list::PriceLists,
    rainwater::Rainwater,
    update::{EVERYBODY, Invoices, Readings, SupplyPoints, Update, UpdateBody},
};
use portal_domain::CustomerId;
use serde::Serialize;

use crate::generate::{Account, Utility};

/// A list goes into messages of at most this many bytes, well below what a
/// queue takes.
pub const LARGEST_BYTES: usize = 190 * 1024;

/// All messages that fill an empty portal: what concerns everybody first, then
/// each customer's in order.
pub fn fill(utility: &Utility) -> Result<Vec<Vec<Update>>> {
    let mut all = vec![of_everybody(utility)?];
    for account in &utility.accounts {
        all.push(of_account(utility, account)?);
    }
    Ok(all)
}

/// The price lists.
pub fn of_everybody(utility: &Utility) -> Result<Vec<Update>> {
    let bodies = each(&utility.price_lists, |price_lists| {
        UpdateBody::PriceLists(PriceLists { price_lists })
    })?;
    updates(utility, &EVERYBODY.parse()?, bodies)
}

/// One customer's messages, in the order of their versions.
pub fn of_account(utility: &Utility, account: &Account) -> Result<Vec<Update>> {
    let mut bodies = vec![UpdateBody::Customer(account.customer.clone())];
    bodies.extend(each(&account.supply_points, |supply_points| {
        UpdateBody::SupplyPoints(SupplyPoints { supply_points })
    })?);
    bodies.extend(each(&account.invoices, |invoices| UpdateBody::Invoices(Invoices { invoices }))?);
    bodies.extend(each(&account.readings, |readings| UpdateBody::Readings(Readings { readings }))?);
    bodies.push(UpdateBody::ContractAccount(account.contract_account.clone()));
    bodies.extend(each(&account.receivables, |receivables| {
        UpdateBody::Receivables(Receivables { receivables })
    })?);
    bodies.extend(each(&account.payments, |payments| UpdateBody::Payments(Payments { payments }))?);
    bodies.extend(each(&account.schedules, |schedules| {
        UpdateBody::AdvanceSchedules(AdvanceSchedules { schedules })
    })?);
    bodies.extend(each(&account.rainwater, |declarations| {
        UpdateBody::Rainwater(Rainwater { declarations })
    })?);
    bodies.extend(each(&account.documents, |documents| {
        UpdateBody::Documents(Documents { documents })
    })?);
    updates(utility, &account.id, bodies)
}

fn updates(
    utility: &Utility,
    customer: &CustomerId,
    bodies: Vec<UpdateBody>,
) -> Result<Vec<Update>> {
    let created_at = begin_of(utility.today)?;
    let first = version_at(created_at);
    let update = |(version, body)| Update {
        id: format!("fill-{}-{}-{customer}-{}", utility.today, utility.seed, version - first),
        version,
        customer: customer.clone(),
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

/// Of the utility's day, which began before UTC's: what billing says was never
/// said later than now.
fn begin_of(today: Date) -> Result<Timestamp> {
    let zone = TimeZone::get("Europe/Prague").context("looking up the time zone")?;
    Ok(today.to_zoned(zone).context("finding the beginning of the day")?.timestamp())
}

/// One body for each list that `all` has to be cut into.
fn each<T: Clone + Serialize>(
    all: &[T],
    body: impl Fn(Vec<T>) -> UpdateBody,
) -> Result<Vec<UpdateBody>> {
    Ok(lists(all)?.into_iter().map(body).collect())
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
