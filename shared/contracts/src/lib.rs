//! Every message that crosses to another system: the billing system's two
//! queues and the mail queue.
//!
//! A type here is a promise, held by snapshots and JSON Schemas. It evolves by
//! addition only: a field may be added, and none may be renamed or removed.
//!
//! | module | direction |
//! |---|---|
//! | [`update`] | billing system → portal (`billing-updates.fifo`) |
//! | [`invoice`], [`breakdown`], [`ledger`], [`price_list`], [`rainwater`], [`paper`] | what updates say about money |
//! | [`command`] | portal → billing system (`billing-commands.fifo`) |
//! | [`change`] | what a change says, in both directions |
//! | [`mail`] | a feature → `mailer` (mail queue) |
//! | [`schema`] | all of them as JSON Schemas, published in `docs/schemas` |

pub mod breakdown;
pub mod change;
pub mod command;
pub mod invoice;
pub mod ledger;
pub mod mail;
pub mod paper;
pub mod price_list;
#[cfg(test)]
mod promise;
pub mod rainwater;
pub mod schema;
pub mod update;
