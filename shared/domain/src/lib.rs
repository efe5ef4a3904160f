//! The words every feature shares: identifiers, media, quantities, money,
//! addresses. Pure: no I/O, no clock.

mod address;
mod check_digit;
mod email;
mod id;
mod language;
mod medium;
mod money;

pub use address::{Address, Country};
pub use check_digit::{PointCode, company_number_is_valid};
pub use email::EmailAddress;
pub use id::{
    ChangeId, CustomerId, InvalidId, InvoiceNumber, MeterId, RegisterCode, SupplyPointId, UserId,
};
pub use language::Language;
pub use medium::{Medium, Unit};
pub use money::{Currency, Money};
