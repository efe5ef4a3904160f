//! The words every feature shares: identifiers, media, quantities, money,
//! addresses. Pure: no I/O, no clock.

mod address;
mod check_digit;
mod email;
mod id;
mod language;
mod medium;
mod money;
mod phone;
mod point_code;

pub use address::{Address, AddressField, Country, postcode_in_form, postcode_is_valid};
pub use check_digit::{
    company_number_fits, company_number_is_valid, eic_check_character, gs1_check_digit,
    nip_is_valid, regon_is_valid,
};
pub use email::EmailAddress;
pub use id::{
    ChangeId, CustomerId, DocumentId, InvalidId, InvoiceNumber, MeterId, PaymentId, PriceListId,
    ReceivableId, RegisterCode, SupplyPointId, UserId,
};
pub use language::Language;
pub use medium::{Medium, Unit};
pub use money::{Currency, Money};
pub use phone::{InvalidPhone, PhoneNumber};
pub use point_code::{InvalidPointCode, PointCode, PointScheme};
