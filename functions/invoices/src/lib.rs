//! Invoices and everything that is paid: documents with their way from reading
//! to sum, the contract account, payments, advances, prices, rainwater, papers.

mod balance;
mod comparison;
mod document;
mod export;
mod file;
pub mod pay;
mod point;
mod routes;
mod store;
mod usage;
mod wish;

pub use balance::{Balance, NextDue, balances};
pub use document::{Document, Owed, Standing, State, days_overdue, remaining};
pub use file::{FileAddress, file_name};
pub use point::Point;
pub use routes::{App, openapi, routes};
pub use store::{Account, Filter, Imported, Made, PAGE, Page, Sort, Store, Whole, import};
pub use usage::{Settlement, Used};
