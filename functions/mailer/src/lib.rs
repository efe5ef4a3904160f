//! Sends mails from the mail queue by SES, each once. It knows no feature: what
//! a mail says was decided by whoever queued it.
//!
//! Mail queue → [`Mailer::send`]: claim ([`Claims`]) → MIME ([`mime`]) → SES
//! → note what came of it.
//!
//! SES has no token that would make a repeat the same mail, and the queue may
//! deliver twice. So a mail is claimed before it is sent, and what is promised
//! depends on its class:
//!
//! | what happens | `code` | `security`, `notice` |
//! |---|---|---|
//! | delivered twice, invoked twice | sent once | sent once |
//! | SES throttles, or says no for now | sent later | sent later |
//! | SES says no for good | not sent, kept as failed | not sent, kept as failed |
//! | no answer, or the function dies before it could note it | **at most once**: not sent again | **never lost**: sent again, so perhaps twice |
//!
//! A code can be asked for again, and two different ones confuse; the others
//! can't be asked for.

mod mailer;
mod mime;
mod ses;
mod store;

pub use mailer::Mailer;
pub use mime::{Sender, mime};
pub use ses::{Ses, Verdict};
pub use store::{Claim, Claims};
