//! Paying: account numbers with their check digits, the codes that banking
//! applications scan, what several receivables come to as one payment, and how
//! a payment settles what is owed. Pure: no I/O, no clock, no floating point.
//!
//! | module | what | where the format is from |
//! |---|---|---|
//! | [`account`] | Czech accounts, IBAN, NRB, BIC | decree 169/2011 (CZ), ISO 13616, ISO 9362 |
//! | [`allocation`] | what of a payment settles what | |
//! | [`basket`] | several receivables, one payment | |
//! | [`epc`] | the European code, in EUR | EPC069-12, version 002 |
//! | [`qr`] | any of the codes as a picture | ISO/IEC 18004 |
//! | [`reference`](mod@reference) | variable symbols, RF references | ISO 11649 |
//! | [`sipo`] | payer's number of the Czech post | |
//! | [`spayd`] | QR Platba: payment, standing order, consent, in CZK | Czech Banking Association, v1.2 |
//! | [`zbp`] | the Polish code, in PLN | recommendation of the ZBP, 3 December 2013 |
//!
//! Text that is too long for its field is cut when it's a message; an identifier
//! or an amount that doesn't fit is refused ([`InvalidCode`]).

pub mod account;
pub mod allocation;
pub mod basket;
pub mod epc;
mod iban;
mod invalid;
pub mod qr;
pub mod reference;
pub mod sipo;
pub mod spayd;
mod text;
pub mod zbp;

pub use account::{BankAccount, Bic, CzechAccount, Iban, InvalidAccount};
pub use invalid::InvalidCode;
