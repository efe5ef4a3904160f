//! A mail as it goes over the wire: MIME, both forms in one.

use anyhow::{Context, Result};
use jiff::Timestamp;
use lettre::{
    Address, Message,
    message::{
        Mailbox, MultiPart,
        header::{HeaderName, HeaderValue},
    },
};
use portal_contracts::mail::Mail;
use portal_lambda::Utility;
use sha2::{Digest, Sha256};

/// Who sends, and who is answered.
#[derive(Clone, Debug)]
pub struct Sender {
    from: Mailbox,
    reply_to: Option<Mailbox>,
}

impl Sender {
    /// The utility's sender; answers go to where people reach it.
    pub fn of(utility: &Utility) -> Result<Self> {
        let from = utility.mail_from.parse().context("the utility's sender of mails")?;
        Ok(Self { from, reply_to: utility.contact.email.parse().ok() })
    }
}

/// The MIME message. Fails when the address is none that mail can go to.
pub fn mime(mail: &Mail, sender: &Sender, now: Timestamp) -> Result<Vec<u8>> {
    let to: Address = mail.to.as_str().parse().context("the address of a mail")?;
    let mut message = Message::builder()
        .from(sender.from.clone())
        .to(Mailbox::new(None, to))
        .subject(&mail.subject)
        .date(now.into())
        .message_id(Some(message_id(mail, sender)))
        .raw_header(header("Content-Language", mail.language.tag()))
        // Out-of-office answers to a machine help nobody (RFC 3834).
        .raw_header(header("Auto-Submitted", "auto-generated"));
    if let Some(reply_to) = &sender.reply_to {
        message = message.reply_to(reply_to.clone());
    }
    let both = MultiPart::alternative_plain_html(mail.text.clone(), mail.html.clone());
    Ok(message.multipart(both).context("composing a mail")?.formatted())
}

/// The same for the same notification, and tells nothing of it. SES puts its
/// own in its place; a relay that doesn't, and the reader's mail program, can
/// tell a repeat by it.
fn message_id(mail: &Mail, sender: &Sender) -> String {
    let hash = hex::encode(&Sha256::digest(mail.id.as_bytes())[..16]);
    format!("<{hash}@{}>", sender.from.email.domain())
}

fn header(name: &'static str, value: &str) -> HeaderValue {
    HeaderValue::new(HeaderName::new_from_ascii_str(name), value.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn mail() -> Mail {
        serde_json::from_str(include_str!("../../../events/mailer/mail.json")).unwrap()
    }

    fn sender() -> Sender {
        Sender {
            from: "Vodárna Vzorov <portal@utility.example>".parse().unwrap(),
            reply_to: "dotazy@utility.example".parse().ok(),
        }
    }

    fn now() -> Timestamp {
        "2026-03-31T12:00:00Z".parse().unwrap()
    }

    fn composed(mail: &Mail) -> String {
        String::from_utf8(mime(mail, &sender(), now()).unwrap()).unwrap()
    }

    #[test]
    fn the_headers_are_those_of_an_automatic_mail() {
        let mime = composed(&mail());
        for line in [
            // "Vodárna Vzorov" and the subject, as RFC 2047 writes them.
            "From: =?utf-8?b?Vm9kw6FybmEgVnpvcm92?= <portal@utility.example>\r\n",
            "Subject: =?utf-8?b?",
            "To: anna@example.com\r\n",
            "Reply-To: dotazy@utility.example\r\n",
            "Auto-Submitted: auto-generated\r\n",
            "Content-Language: cs\r\n",
            "Date: Tue, 31 Mar 2026 12:00:00 +0000\r\n",
            "Content-Type: multipart/alternative;",
            "Content-Type: text/plain; charset=utf-8\r\n",
            "Content-Type: text/html; charset=utf-8\r\n",
        ] {
            assert!(mime.contains(line), "{line}\n{mime}");
        }
        assert!(mime.is_ascii());
    }

    #[test]
    fn plain_text_comes_first() {
        let mime = composed(&mail());
        assert!(mime.find("text/plain") < mime.find("text/html"));
    }

    #[test]
    fn the_message_id_is_the_notifications() {
        let id = |mime: String| {
            let line = mime.lines().find(|line| line.starts_with("Message-ID: ")).unwrap();
            line.to_owned()
        };
        let other = Mail { id: "another".to_owned(), ..mail() };
        assert_eq!(id(composed(&mail())), id(composed(&mail())));
        assert_ne!(id(composed(&mail())), id(composed(&other)));
        assert!(!id(composed(&mail())).contains("applied"));
    }

    #[test]
    fn a_subject_can_not_add_a_header() {
        let mail = Mail { subject: "Hello\r\nBcc: boris@example.com".to_owned(), ..mail() };
        let mime = composed(&mail);
        assert!(!mime.lines().any(|line| line.starts_with("Bcc")), "{mime}");
    }
}
