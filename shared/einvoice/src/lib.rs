//! Invoices as machines read them. Pure: no I/O, no clock, no floating point.
//!
//! | module | what | where the format is from |
//! |---|---|---|
//! | [`isdoc`] | ISDOC 6.0.2, the Czech format | isdoc.cz: schema, Schematron and notes on implementation |
//! | [`ubl`] | UBL 2.1 as EN 16931 and Peppol BIS Billing 3 want it | docs.peppol.eu, OASIS UBL 2.1 |
//! | [`parties`](Issued) | who issues, who gets, where the money goes | |
//! | `sums` | what both formats say of amounts, found once | |
//!
//! Both say the same of the same invoice, to the last minor unit, because both
//! are written from the same sums; a property test reads them back and compares.
//! An invoice whose sums don't hold together is refused ([`Unfit`]): a file that
//! accounting software reads without a person looking must not be wrong.

pub mod isdoc;
mod parties;
mod sums;
pub mod ubl;
mod unfit;
mod units;
mod xml;

#[cfg(test)]
mod samples;
#[cfg(test)]
mod tests;

pub use parties::{Account, Issued, Seller};
pub use unfit::Unfit;
