//! The stack in bad weather: a proxy between the functions and AWS throttles
//! calls, loses replies of what was done and lets transactions meet, while
//! processes of functions are killed. What was approved is applied once, and
//! told as each class of mail promises; and a hand-over that isn't made for it
//! is found out by the very same count.
//!
//! `cargo xtask test stack` runs these by themselves, after everything else:
//! they change the way of every function, and put it back. Each prints a line:
//! how much was tried, which faults fired, what was lost and doubled.

#![expect(unreachable_pub, reason = "a test binary has no outside")]
#![expect(clippy::unwrap_used, clippy::expect_used, reason = "a test ends at the first surprise")]

mod asking;
mod changes;
mod control;
mod faults;
mod mails;
mod proxy;
mod routed;
mod tally;

use portal_stack_tests::{kills, outside, portal, reading, stack};

/// Who holds these has the hand-over, or the mailer and its queue, for themselves.
static HANDOVER: tokio::sync::Mutex<()> = tokio::sync::Mutex::const_new(());
static MAILER: tokio::sync::Mutex<()> = tokio::sync::Mutex::const_new(());
