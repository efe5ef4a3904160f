//! Invoices and everything that is paid: documents with their way from reading
//! to sum, the contract account, payments, advances, prices, rainwater, papers.

mod balance;
mod document;
mod routes;
mod store;
mod usage;

pub use balance::{Balance, NextDue, balances};
pub use document::{Document, Owed, Standing, State, days_overdue, remaining};
pub use routes::{App, openapi, routes};
pub use store::{Account, Filter, Imported, Made, PAGE, Page, Sort, Store, Whole, import};
pub use usage::{Settlement, Used};
