//! The rating engine as those who use it see it: settlements made and computed
//! again, errors put into them and found, tariffs beside each other.

#![expect(clippy::unwrap_used, reason = "a test ends at the first surprise")]

mod build;
mod errors;
mod findings;
mod households;
mod mutations;
mod promised;
mod settlements;
mod tariffs;
mod vectors;
mod world;
