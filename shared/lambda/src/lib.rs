//! What every function needs at its edge with AWS Lambda. No feature is named
//! in this crate.
//!
//! | module | what it gives |
//! |---|---|
//! | [`access`] | who is asking: [`Session`], [`Viewer`], [`Holder`], [`Operator`] |
//! | [`aws`] | clients: credentials and endpoint from the environment, one TLS stack |
//! | [`batch`] | SQS batches with partial failures |
//! | [`bucket`] | addresses of files, signed for a while |
//! | [`cursor`] | opaque cursors of lists |
//! | [`dynamo`] | attribute values, outcomes of transactions |
//! | [`env`] | configuration from the environment |
//! | [`journal`] | who did or saw what |
//! | [`outbox`] | what has to happen after a write |
//! | [`utility`] | the utility's own configuration |

pub mod access;
pub mod aws;
pub mod batch;
pub mod bucket;
mod clock;
mod cross_site;
pub mod cursor;
pub mod dynamo;
pub mod env;
mod error;
mod idempotency;
pub mod journal;
mod json;
mod log;
pub mod outbox;
mod queue;
mod source;
mod start;
pub mod utility;

pub use access::{Access, Holder, Operator, Session, Viewer, permission};
pub use bucket::Bucket;
pub use clock::Clock;
pub use error::{Error, Problem};
pub use idempotency::IdempotencyKey;
pub use journal::Journal;
pub use json::{Json, Path, Query};
pub use outbox::Outbox;
pub use queue::Queue;
pub use source::Source;
pub use start::{Edge, edge, init, run_events, serve};
pub use utility::Utility;
