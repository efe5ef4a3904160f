//! The operators' work list over changes, their decisions, the hand-over to
//! billing and its outcome. Proposing is `portal_changes`: the features do it.
//!
//! | route | who | |
//! |---|---|---|
//! | `GET /api/changes/customers/{customer}/changes` | viewer | the customer's changes, newest first |
//! | `GET /api/changes/customers/{customer}/changes/{change}` | viewer | one of them |
//! | `POST /api/changes/customers/{customer}/changes/{change}/withdraw` | holder, or who proposed it | takes it back |
//! | `GET /api/changes/office/changes` | `changes_read` | the work list |
//! | `GET /api/changes/office/counts` | `changes_read` | how much work there is |
//! | `GET /api/changes/office/customers/{customer}/changes` | `changes_read` | one customer's changes |
//! | `GET /api/changes/office/customers/{customer}/changes/{change}` | `changes_read` | one of them, with evidence |
//! | `POST /api/changes/office/decisions` | `changes_decide` | approves or rejects, up to 100 |
//!
//! A request goes `routes` → `decision` → `store`. What was approved goes table
//! → `handover` → the billing queue, and what a person is told goes table →
//! `notices` → the mail queue; both are outboxes in the table. Billing's answer
//! comes through the intake to [`import`].

mod decision;
mod handover;
mod late;
mod notices;
mod outcome;
mod routes;
mod store;

pub use handover::Handover;
pub use notices::Notices;
pub use outcome::{Imported, import};
pub use routes::{App, openapi, routes};
pub use store::Changes;

/// What `changes-handover` does when it is woken. Each part is tried, whatever
/// became of the other.
pub async fn woken(handover: &Handover, notices: &Notices) -> anyhow::Result<()> {
    let handed_over = handover.drain().await;
    let told = notices.drain().await;
    let watched = handover.watch().await;
    handed_over.and(told).and(watched)
}
