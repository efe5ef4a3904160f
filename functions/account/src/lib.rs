//! Customers as billing knows them: who they are, where they are supplied, and
//! under which contract. What a customer wants changed about themselves is
//! proposed as a change.
//!
//! | route under `/api/account` | who | AWS calls |
//! |---|---|---|
//! | `GET /me` | anyone signed in | 2, and 1 per hundred customers |
//! | `PUT /me/preferences` | anyone signed in | 2 |
//! | `GET /customers/{customer}` | viewer | 2 |
//! | `GET /customers/{customer}/supply-points` | viewer | 2 |
//! | `GET /customers/{customer}/supply-points/{point}` | viewer | 2 |
//! | `POST /customers/{customer}/contact` | holder | 3 |
//! | `POST /customers/{customer}/mailing-address` | holder | 3 |
//! | `GET /office/names` | `customers_read` | 2 |
//! | `GET /office/search` | `customers_read` | 1, 1 per word, 1 to 5 |
//! | `GET /office/customers/{customer}` | `customers_read`, journalled | 3 |
//! | `GET /office/customers/{customer}/supply-points` | `customers_read`, journalled | 3 |
//! | `GET /office/customers/{customer}/supply-points/{point}` | `customers_read`, journalled | 3 |
//!
//! The first call is the look-up of the session. A request goes `routes` →
//! `customer` (rules) or `find` (words) → `store`. Billing's updates come
//! through [`import`], which the intake calls.

mod customer;
mod find;
mod routes;
mod store;

pub use routes::{App, openapi, routes};
pub use store::{Customers, Imported, Proposals, import};
