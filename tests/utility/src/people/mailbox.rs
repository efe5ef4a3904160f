//! Reading mails where the emulator keeps them instead of sending.

use std::{collections::BTreeMap, time::Duration};

use anyhow::{Context, Result, bail};
use http::Method;
use portal_domain::EmailAddress;
use serde_json::Value;
use tokio::time::{Instant, sleep};

use super::http::Http;

const LOOK_AGAIN: Duration = Duration::from_millis(250);

/// Everybody's mail.
#[derive(Clone)]
pub(crate) struct Mailbox {
    http: Http,
    url: String,
}

/// A mail's plain text.
#[derive(Debug, PartialEq)]
pub(crate) struct Mail(String);

impl Mailbox {
    /// `url` is the emulator's, or that of its list of messages.
    pub(crate) fn new(http: Http, url: &str) -> Self {
        let url = url.trim_end_matches('/');
        let whole = url.ends_with("/messages");
        let url = if whole { url.into() } else { format!("{url}/_ministack/ses/messages") };
        Self { http, url }
    }

    /// How many mails `to` has had.
    pub(crate) async fn count(&self, to: &EmailAddress) -> Result<usize> {
        Ok(self.mails(to).await?.len())
    }

    /// The first mail to `to` after `known` others that `finds` what it looks
    /// for; `None` when there is none in time.
    pub(crate) async fn wait<T>(
        &self,
        to: &EmailAddress,
        known: usize,
        patience: Duration,
        finds: impl Fn(&Mail) -> Option<T>,
    ) -> Result<Option<T>> {
        let end = Instant::now() + patience;
        loop {
            if let Some(found) = self.mails(to).await?.iter().skip(known).find_map(&finds) {
                return Ok(Some(found));
            }
            if Instant::now() >= end {
                return Ok(None);
            }
            sleep(LOOK_AGAIN).await;
        }
    }

    async fn mails(&self, to: &EmailAddress) -> Result<Vec<Mail>> {
        let answer = self.http.send(Method::GET, &self.url, &[], None).await?;
        if !answer.status.is_success() {
            bail!("reading mails: {}", answer.status);
        }
        let accounts =
            answer.body.get("messages").and_then(Value::as_object).context("reading mails")?;
        let messages = accounts.values().filter_map(Value::as_array).flatten();
        Ok(messages.filter(|message| is_to(message, to)).map(mail).collect())
    }
}

fn is_to(message: &Value, to: &EmailAddress) -> bool {
    let receivers = message.get("To").and_then(Value::as_array).into_iter().flatten();
    receivers.filter_map(Value::as_str).any(|receiver| {
        let address =
            receiver.rsplit_once('<').map_or(receiver, |(_, rest)| rest.trim_end_matches('>'));
        address.trim().eq_ignore_ascii_case(to.as_str())
    })
}

fn mail(message: &Value) -> Mail {
    Mail(message.get("BodyText").and_then(Value::as_str).unwrap_or_default().into())
}

impl Mail {
    /// The code of eight digits, which may be printed in two groups.
    pub(crate) fn code(&self) -> Option<String> {
        let mut lines = self.0.lines().filter(|line| !line.contains("://"));
        lines.find_map(|line| {
            let compact: String =
                line.chars().filter(|c| !matches!(c, ' ' | '\u{a0}' | '\u{202f}')).collect();
            let alone = compact.len() == 8 && compact.bytes().all(|b| b.is_ascii_digit());
            let inside = || line.split(|c: char| !c.is_ascii_digit()).find(|run| run.len() == 8);
            if alone { Some(compact) } else { inside().map(Into::into) }
        })
    }

    /// What the first link that says `name` says, by name; a link's own part
    /// after `#` counts, since that is where secrets are.
    pub(crate) fn link_with(&self, name: &str) -> Option<BTreeMap<String, String>> {
        let links = self.0.split_whitespace().filter(|word| word.contains("://"));
        links.map(says).find(|said| said.contains_key(name))
    }
}

fn says(link: &str) -> BTreeMap<String, String> {
    let parts = link.split(['?', '#', '&']).skip(1);
    parts
        .filter_map(|part| part.split_once('='))
        .map(|(name, value)| (name.into(), value.into()))
        .collect()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn a_code_is_found_however_it_is_printed() {
        let found = |text: &str| Mail(text.into()).code();
        assert_eq!(found("Hello,\n\n1234 5678\n\nbye"), Some("12345678".into()));
        assert_eq!(found("Your code is 12345678."), Some("12345678".into()));
        assert_eq!(found("Call +420123456789 or 1234567"), None);
        assert_eq!(found("https://portal.example/?x=12345678"), None);
    }

    #[test]
    fn a_link_says_what_is_in_it() {
        let mail = Mail("Go to\nhttps://portal.example/help\nhttps://portal.example/invitation?lang=cs#invitation=i1&code=Ab-_9\n".into());
        let said = mail.link_with("invitation").unwrap();
        assert_eq!((said["invitation"].as_str(), said["code"].as_str()), ("i1", "Ab-_9"));
        assert_eq!(mail.link_with("request"), None);
    }

    #[test]
    fn a_receiver_may_have_a_name() {
        let to = "anna@example.com".parse().unwrap();
        assert!(is_to(&json!({"To": ["Anna <anna@example.com>"]}), &to));
        assert!(is_to(&json!({"To": ["anna@example.com"]}), &to));
        assert!(!is_to(&json!({"To": ["joanna@example.com"]}), &to));
    }
}
