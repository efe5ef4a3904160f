//! The billing system: what it knows, and how it works through its commands.

mod books;
mod desk;
mod learn;
pub mod ledger;
pub mod letters;
mod money;
mod plausible;
mod refusal;

pub use books::{Answer, Books, Effect, Letter};
pub use desk::Desk;
pub use refusal::Refusal;

#[cfg(test)]
mod money_tests;
#[cfg(test)]
mod tests;
