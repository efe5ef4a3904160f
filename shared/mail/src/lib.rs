//! Mails in three languages: the words, the frame, the message to the mailer.
//!
//! A mail is a few messages of `words/<language>/mails.ftl` that share a key
//! (the catalogue's head says which), put into one frame, as HTML and as plain
//! text. A feature renders its mail and queues it; it never sends.
//!
//! ```no_run
//! # use portal_mail::{Args, render};
//! # fn main() -> anyhow::Result<()> {
//! # let utility = portal_lambda::Utility::load()?;
//! # let (language, at) = (portal_domain::Language::Cs, "2026-03-31T10:00:00Z".parse()?);
//! let args = Args::new().text("device", "Firefox, Linux").moment("at", at);
//! let rendered = render(&utility, language, "sign-in-new-device", &args)?;
//! # Ok(()) }
//! ```
//!
//! | module | what |
//! |---|---|
//! | [`words`](Words) | the catalogues, one per language |
//! | [`args`](Args) | the values of a mail, and how each is written in a language |
//! | [`frame`](Rendered) | the parts of a mail as HTML and as plain text |
//! | [`sender`](Sender) | onto the mail queue |

mod accent;
mod args;
mod format;
mod frame;
mod sender;
mod words;

pub use args::Args;
pub use format::{date, decimal, moment};
pub use frame::{Rendered, render};
pub use sender::{Envelope, Sender};
pub use words::Words;
