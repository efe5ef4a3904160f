//! Mails without a secret: written in the transaction that they tell of, sent
//! by the outbox.

use std::collections::BTreeMap;

use anyhow::Result;
use jiff::Timestamp;
use portal_domain::{EmailAddress, Language};
use serde::{Deserialize, Serialize};

use super::{Logins, Step, item, key};

/// What is due for mails in the outbox.
pub(crate) const DUE: &str = "mail";

/// A mail that is to be sent.
#[derive(Serialize, Deserialize)]
pub struct Notice {
    /// Names the notification: sent once.
    pub id: String,
    /// The mail's key in the catalogue.
    pub mail: String,
    pub to: EmailAddress,
    pub language: Language,
    #[serde(default)]
    pub args: BTreeMap<String, String>,
    pub due: String,
    pub due_at: Timestamp,
}

impl Notice {
    /// The mail `mail` to `to`.
    pub fn new(
        mail: &'static str,
        to: &EmailAddress,
        language: Language,
        now: Timestamp,
    ) -> Result<Self> {
        Ok(Self {
            id: crate::code::id()?,
            mail: mail.to_owned(),
            to: to.clone(),
            language,
            args: BTreeMap::new(),
            due: DUE.to_owned(),
            due_at: now,
        })
    }

    pub fn with(mut self, name: &'static str, value: impl ToString) -> Self {
        self.args.insert(name.to_owned(), value.to_string());
        self
    }
}

impl Logins {
    pub fn notify(&self, notice: &Notice) -> Result<Step> {
        Ok(Step::Put(self.put(item(key(format!("mail#{}", notice.id), "mail"), notice)?)))
    }
}
