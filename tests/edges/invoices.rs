//! Invoices and what is paid: what is shown to whom, what is prepared to be
//! paid, what things cost, and what billing tells.

mod documents;
mod ledger;
mod many;
mod order;
mod pay;
mod prices;
mod told;
mod wish;
pub mod world;

use std::sync::Arc;

use axum::Router;
use invoices::{App, Store, routes};
use portal_lambda::Bucket;

use crate::support::{access, aws::FakeAws, clock, journal, utility};

/// The feature, in the utility of the edge tests.
fn portal(aws: &FakeAws) -> Router {
    routes(App {
        access: access(aws),
        bucket: Bucket::new(&aws.config(), "documents").unwrap(),
        clock: clock(),
        journal: journal(aws),
        store: Store::new(aws.tables(), "invoices".to_owned(), "changes".to_owned()),
        utility: Arc::new(utility()),
    })
}

/// The answer to an event in this world, and how many calls to AWS it took.
pub async fn tried(event: &str) -> (u16, usize) {
    let aws = world::full().await;
    (told::status(&aws, event).await, aws.operations().len())
}
