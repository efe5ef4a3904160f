//! Onto the mail queue.

use std::sync::Arc;

use anyhow::Result;
use portal_contracts::mail::{Mail, MailClass};
use portal_domain::{EmailAddress, Language};
use portal_lambda::{Queue, Utility};

use crate::{Args, Rendered, render};

/// Renders mails and puts them on the mail queue.
#[derive(Clone)]
pub struct Sender {
    queue: Queue<Mail>,
    utility: Arc<Utility>,
}

/// Who gets a mail, and what is promised of it.
#[derive(Clone, Debug)]
pub struct Envelope {
    /// The notification: the same id is the same mail, and is sent once.
    pub id: String,
    pub class: MailClass,
    pub to: EmailAddress,
    pub language: Language,
}

impl Sender {
    pub fn new(queue: Queue<Mail>, utility: Arc<Utility>) -> Self {
        Self { queue, utility }
    }

    /// Renders the mail `key` and queues it. A repeat with the same id is
    /// harmless: the mailer sends it once.
    pub async fn send(&self, envelope: Envelope, key: &str, args: &Args) -> Result<()> {
        let rendered = render(&self.utility, envelope.language, key, args)?;
        self.queue.send(&rendered.into_mail(envelope)).await
    }
}

impl Rendered {
    /// The message to the mailer.
    pub fn into_mail(self, envelope: Envelope) -> Mail {
        let Envelope { id, class, to, language } = envelope;
        let Self { subject, text, html } = self;
        Mail { id, class, to, language, subject, text, html }
    }
}
