//! The feature's mails: their keys, and the links in them.
//!
//! A mail with a secret is queued by the code that made the secret; the tables
//! keep only its hash. All others go through the outbox ([`Notice`]).

use std::sync::Arc;

use anyhow::Result;
use portal_contracts::mail::{Mail, MailClass};
use portal_domain::{EmailAddress, Language};
use portal_lambda::{Queue, Utility};
use portal_mail::{Args, Envelope, Sender};

use crate::{secret::Secret, store::mails::Notice};

/// Mails that carry a secret.
pub(crate) const SIGN_UP_CODE: &str = "auth-sign-up-code";
pub(crate) const SIGN_UP_CODE_AND_LETTER: &str = "auth-sign-up-code-and-letter";
pub(crate) const INVITED: &str = "auth-invited";
pub(crate) const INVITED_AND_LETTER: &str = "auth-invited-and-letter";
pub(crate) const STAFF_INVITED: &str = "auth-staff-invited";
pub(crate) const RECOVERY_LINK: &str = "auth-recovery-link";
pub(crate) const EMAIL_CODE: &str = "auth-email-code";

/// Mails that carry none.
pub(crate) const ALREADY_KNOWN: &str = "auth-already-known";
pub(crate) const SOMEBODY_SIGNS_UP: &str = "auth-somebody-signs-up";
pub(crate) const SOMEBODY_JOINED: &str = "auth-somebody-joined";
pub(crate) const WELCOME: &str = "auth-welcome";
pub(crate) const NEW_DEVICE: &str = "auth-new-device";
pub(crate) const PASSWORD_CHANGED: &str = "auth-password-changed";
pub(crate) const RECOVERED: &str = "auth-recovered";
pub(crate) const EMAIL_CHANGE_BEGUN: &str = "auth-email-change-begun";
pub(crate) const EMAIL_CHANGED: &str = "auth-email-changed";
pub(crate) const EMAIL_TAKEN: &str = "auth-email-taken";
pub(crate) const TOTP_ON: &str = "auth-totp-on";
pub(crate) const TOTP_OFF: &str = "auth-totp-off";
pub(crate) const RECOVERY_CODES_NEW: &str = "auth-recovery-codes-new";

/// Queues this feature's mails.
#[derive(Clone)]
pub struct Mails {
    sender: Sender,
    /// Where people see the portal: `https://portal.example`.
    origin: String,
}

impl Mails {
    pub fn new(queue: Queue<Mail>, utility: Arc<Utility>, origin: String) -> Self {
        Self { sender: Sender::new(queue, utility), origin }
    }

    /// The page where codes are entered; printed on letters.
    pub fn activation_page(&self) -> String {
        format!("{}/activate", self.origin)
    }

    /// A mail with a code to type. The page's address names the request; the
    /// code isn't in it.
    pub async fn code(
        &self,
        key: &'static str,
        id: &str,
        to: &EmailAddress,
        language: Language,
        code: &Secret,
        request: Option<&str>,
    ) -> Result<()> {
        let page = match request {
            // Behind the `#`: it reaches no server's log.
            Some(request) => format!("{}#request={request}", self.activation_page()),
            None => format!("{}/security/email", self.origin),
        };
        let args = Args::new().text("code", code.reveal()).link(page);
        self.sender.send(envelope(id, MailClass::Code, to, language), key, &args).await
    }

    /// A mail with a link that carries a token. Opening it burns nothing: mail
    /// scanners do.
    pub async fn link(
        &self,
        key: &'static str,
        id: &str,
        to: &EmailAddress,
        language: Language,
        path: &str,
    ) -> Result<()> {
        let args = Args::new().link(format!("{}{path}", self.origin));
        self.sender.send(envelope(id, MailClass::Code, to, language), key, &args).await
    }

    /// A mail from the outbox.
    pub async fn notice(&self, notice: &Notice) -> Result<()> {
        let args = self.notice_args(notice)?;
        let envelope = envelope(&notice.id, MailClass::Security, &notice.to, notice.language);
        self.sender.send(envelope, &notice.mail, &args).await
    }

    fn notice_args(&self, notice: &Notice) -> Result<Args> {
        let value = |name: &str| notice.args.get(name).cloned().unwrap_or_default();
        let page = match notice.mail.as_str() {
            ALREADY_KNOWN | EMAIL_TAKEN => "/sign-in",
            RECOVERED | PASSWORD_CHANGED | EMAIL_CHANGED => "/recovery",
            _ => "/security",
        };
        let args = Args::new()
            .text("device", value("device"))
            .text("address", value("address"))
            .moment("at", notice.due_at)
            .link(format!("{}{page}", self.origin));
        Ok(args)
    }
}

fn envelope(id: &str, class: MailClass, to: &EmailAddress, language: Language) -> Envelope {
    Envelope { id: format!("auth-{id}"), class, to: to.clone(), language }
}

#[cfg(test)]
mod tests {
    use portal_mail::render;

    use super::*;

    /// Every key, for the test that all languages have all of them.
    const ALL: [&str; 20] = [
        SIGN_UP_CODE,
        SIGN_UP_CODE_AND_LETTER,
        INVITED,
        INVITED_AND_LETTER,
        STAFF_INVITED,
        RECOVERY_LINK,
        EMAIL_CODE,
        ALREADY_KNOWN,
        SOMEBODY_SIGNS_UP,
        SOMEBODY_JOINED,
        WELCOME,
        NEW_DEVICE,
        PASSWORD_CHANGED,
        RECOVERED,
        EMAIL_CHANGE_BEGUN,
        EMAIL_CHANGED,
        EMAIL_TAKEN,
        TOTP_ON,
        TOTP_OFF,
        RECOVERY_CODES_NEW,
    ];

    const UTILITY: &str = include_str!("../../../config/utility.json");

    #[test]
    fn every_mail_has_its_words_in_every_language() {
        let utility = Utility::parse(UTILITY).unwrap();
        let args = Args::new()
            .text("code", "12345678")
            .text("device", "Firefox, Linux")
            .text("address", "anna@example.com")
            .moment("at", "2026-03-31T10:00:00Z".parse().unwrap())
            .link("https://portal.example/activate#request=1");
        for language in Language::ALL {
            for key in ALL {
                let mail = render(&utility, language, key, &args).unwrap();
                assert!(!mail.subject.is_empty() && !mail.text.contains('{'), "{key}");
            }
        }
    }

    #[test]
    fn a_mail_with_a_code_shows_it_as_text() {
        let utility = Utility::parse(UTILITY).unwrap();
        for key in [SIGN_UP_CODE, SIGN_UP_CODE_AND_LETTER, INVITED, INVITED_AND_LETTER, EMAIL_CODE]
        {
            let args = Args::new().text("code", "12345678").link("https://portal.example/x");
            let mail = render(&utility, Language::En, key, &args).unwrap();
            assert!(mail.text.contains("12345678") && mail.html.contains("12345678"), "{key}");
        }
    }
}
