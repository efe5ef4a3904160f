//! The deployed stack: compiled functions behind the emulated API Gateway, IAM
//! enforced, the synthetic utility at the other end of the queues.
//!
//! `cargo xtask test stack` starts one and runs these.

#![expect(unreachable_pub, reason = "a test binary has no outside")]
#![expect(clippy::unwrap_used, reason = "a test ends at the first surprise")]

mod callers;
mod faults;
mod invoices;
mod log_in;
mod main_loop;
mod poison;
mod visitor;
mod wishes;

use portal_stack_tests::{kills, money, outside, portal, reading, stack};
