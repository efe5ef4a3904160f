//! Sign-up, log-in, sessions, recovery, journal.
//!
//! | route | who |
//! |---|---|
//! | `POST /api/auth/sign-up`, `activate` | anybody |
//! | `POST /api/auth/sign-in`, `recovery`, `recovery/complete` | anybody |
//! | `POST /api/auth/invitations/accept` | who has the link |
//! | `POST /api/auth/sign-out`, `reauthenticate`, `password`, `email`, `email/confirm` | who is signed in |
//! | `GET /api/auth/security`, `sessions`, `journal` | who is signed in |
//! | `POST, DELETE /api/auth/totp`, `totp/confirm`, `totp/recovery-codes` | who is signed in |
//! | `DELETE /api/auth/sessions/{session}`, `POST .../end-others`, `.../end-all` | who is signed in |
//! | `GET, PUT /api/auth/office/staff`, `POST .../invitations` | operator: `users_manage` |
//! | `POST /api/auth/office/customers/{customer}/invitations` | operator: `customers_invite` |
//! | `GET /api/auth/office/customers/{customer}/users` | operator: `customers_read` |
//!
//! Data from an invoice is knowledge, not proof. So a sign-up is only kept; the
//! outbox looks whether it matches what billing sent ([`import`]), and sends a
//! code to the address that billing knows, or one part by post and one by mail.
//! Entering the codes burns them and opens the account in one transaction:
//!
//! ```text
//! sign-up -> request (due) -> outbox: match, claim, codes -> mail, letter
//!                                                              |
//! user, grants  <-  one transaction  <-  activate  <- both codes, password
//! ```
//!
//! Signing in: `throttle` (source, account, device) -> `password` -> `totp` ->
//! one transaction that opens the session and burns what proved it.

mod code;
mod device;
mod import;
mod invitation;
mod mails;
mod outbox;
mod password;
mod routes;
mod secret;
mod session;
mod store;
mod throttle;
mod totp;

pub use import::{Imported, import};
pub use invitation::{Invite, invite};
pub use mails::Mails;
pub use outbox::Outbox;
pub use routes::{App, openapi, routes};
pub use store::Logins;
pub use throttle::Subjects;
