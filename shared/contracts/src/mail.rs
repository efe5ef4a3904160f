//! A feature → `mailer`, over the mail queue.

use portal_domain::{EmailAddress, Language};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// One mail, rendered.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Mail {
    /// The notification: same id, same mail, sent once.
    pub id: String,
    pub class: MailClass,
    pub to: EmailAddress,
    pub language: Language,
    pub subject: String,
    pub text: String,
    pub html: String,
}

/// What is promised of a mail, and whether a person may switch it off.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum MailClass {
    /// Carries a code: never sent twice, may be asked for again. Always goes.
    Code,
    /// Tells of something that concerns the account's safety: never lost,
    /// repeats suppressed. Always goes.
    Security,
    /// Tells of what became of a change: never lost, repeats suppressed. Goes
    /// to those who want it.
    Notice,
}
