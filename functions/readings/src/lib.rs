//! Meters, their readings, and readings that customers send.
//!
//! | route | who | AWS calls |
//! |---|---|---|
//! | `GET /api/readings/customers/{customer}/meters` | viewer | session, query |
//! | `GET /api/readings/customers/{customer}/meters/{meter}` | viewer | session, read and query at once |
//! | `POST /api/readings/customers/{customer}/meters/{meter}/check` | viewer | session, two queries at once |
//! | `POST /api/readings/customers/{customer}/meters/{meter}/readings` | viewer | session, two queries at once, transaction |
//! | `GET /api/readings/office/customers/{customer}/meters` | `customers_read` | session, query, journal |
//! | `GET /api/readings/office/customers/{customer}/meters/{meter}` | `customers_read` | session, read and query at once, journal |
//!
//! Where the utility lets only chosen customers send readings, one more read
//! tells whether this one is. A reading that is refused is looked up among the
//! changes, one read more: the same request may have come before.
//!
//! A request goes `routes` → `rules` → `store`: HTTP is read, the rules judge,
//! the table keeps. A reading that was sent is a change: an operator or a rule
//! decides it, billing records it, and it comes back through
//! [`import`] with whatever else billing says of meters.

mod evidence;
mod history;
mod reading;
mod routes;
mod rules;
mod store;

pub use routes::{App, openapi, routes};
pub use store::{Imported, Readings, import};
