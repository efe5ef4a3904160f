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
//! | what | formula | source |
//! |---|---|---|
//! | measured | (to − from, past the last digit + 10^digits) × multiplier | |
//! | gas | m³ × coefficient × calorific value = kWh | CZ: decree 108/2011, annex 1; PL: współczynnik konwersji |
//! | energy | 1 MWh = 1000 kWh = 3.6 GJ | SI |
//! | rainwater | Σ (area × coefficient) × rainfall × months / 12 | CZ: decree 428/2001, § 31 and annex 16 |
//! | months | whole ones and shares of days, or days × 12 / 365 | the price list |
//! | tiers | a year's bounds × months / 12 | the price list |
//! | amount | quantity × unit price | |
//! | charge for supported sources | by ampere and month, at most so much per MWh | CZ: law 165/2012, § 28 |
//! | VAT | from net: n · r / 100; from gross: g · r / (100 + r) | CZ: law 235/2004, § 37; PL: VAT act, art. 106e |
//! | payable | gross − advances + rounding | |
//! | advance | expected cost / number, up to tens | usual in CZ and PL |
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
