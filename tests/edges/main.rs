//! The portal, tested through its edges: an API Gateway event in, a response
//! out; a queue's batch in, calls to AWS out. One module for each feature.
//!
//! The events are the files under `events/`, so each of them is known to work.

#![expect(unreachable_pub, reason = "a test binary has no outside")]
#![expect(clippy::unwrap_used, clippy::expect_used, reason = "a test ends at the first surprise")]

mod account;
mod architecture;
mod auth;
mod billing;
mod changes;
mod invoices;
mod mailer;
mod openapi;
mod readings;
mod session;
mod support;
mod tidy;
mod typeset;
