//! What things cost. Pure: no I/O, no clock; exact decimals, and a number that
//! is too large is a value ([`Error::TooLarge`]), not a panic.
//!
//! | module | what it gives |
//! |---|---|
//! | [`bill`] | states, surfaces and price lists → a whole breakdown |
//! | [`recompute`] | every step of a document computed again, and what differs |
//! | [`compare`] | the same usage in every price list, cheapest first |
//! | [`forecast`] | what the settlement will come to, and the advance that brings it to nothing |
//! | [`advance`] | an advance from an expected cost |
//! | [`rainwater`] | what drains from surfaces |
//! | [`vat`], [`months`], [`capacity`], [`number`] | the arithmetic that these share |
//!
//! Conventions, the same in all of them:
//!
//! - A state is what a register showed at the end of its day. A period from 1
//!   January on begins with the state of 31 December (or, where the supply
//!   begins then, of 1 January), and two periods that touch share a state.
//! - Each line can be checked by itself: what is rounded is rounded in the line.
//! - Rounding is half away from zero; advances go up.

pub mod advance;
pub mod bill;
pub mod capacity;
mod charge;
pub mod compare;
mod cover;
mod error;
pub mod forecast;
mod lists;
pub mod months;
pub mod number;
pub mod rainwater;
pub mod recompute;
pub mod vat;

pub use bill::bill;
pub use error::Error;
pub use recompute::{Check, Finding, recompute};
