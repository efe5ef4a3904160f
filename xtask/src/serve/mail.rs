//! The mails that the portal sent, to read in a browser. What stands in them is
//! shown as untrusted: escaped, and HTML in a sandbox.

use std::fmt::Write;

use anyhow::{Context, Result};
use axum::{
    Json,
    extract::{Path, State},
    response::{Html, IntoResponse, Response},
};
use base64::{Engine, prelude::BASE64_STANDARD};
use http::{StatusCode, header};
use serde::Serialize;
use serde_json::Value;

use super::Site;
use crate::client;

const POLICY: &str =
    "default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-src 'self'";
const STYLE: &str = "body{font:16px/1.5 system-ui;max-width:50rem;margin:2rem auto;padding:0 1rem;\
    color-scheme:light dark}li{margin:.6rem 0}small{opacity:.7}pre{white-space:pre-wrap;\
    border:1px solid;padding:1rem;border-radius:.4rem}iframe{width:100%;height:40rem;\
    border:1px solid;border-radius:.4rem;background:#fff}";

/// One mail, as the emulator kept it.
#[derive(Debug, Serialize)]
pub(super) struct Mail {
    id: String,
    from: String,
    to: Vec<String>,
    subject: String,
    text: String,
    html: String,
    /// Seconds since 1970.
    sent_at: f64,
}

pub(super) async fn list(State(site): State<Site>) -> Response {
    let mails = match kept(&site).await {
        Ok(mails) => mails,
        Err(error) => return unreachable_emulator(&error),
    };
    let mut rows = String::new();
    for mail in mails.iter().rev() {
        let (id, subject) = (escaped(&mail.id), escaped(&mail.subject));
        let to = escaped(&mail.to.join(", "));
        let _ = write!(rows, "<li><a href=\"/mail/{id}\">{subject}</a><br><small>{to}</small>");
    }
    let empty = if rows.is_empty() { "<p>No mail yet." } else { "" };
    page("Mails", &format!("<h1>Mails</h1>{empty}<ul>{rows}</ul>"))
}

pub(super) async fn show(State(site): State<Site>, Path(id): Path<String>) -> Response {
    let mails = match kept(&site).await {
        Ok(mails) => mails,
        Err(error) => return unreachable_emulator(&error),
    };
    let Some(mail) = mails.into_iter().find(|mail| mail.id == id) else {
        return StatusCode::NOT_FOUND.into_response();
    };
    let (subject, from) = (escaped(&mail.subject), escaped(&mail.from));
    let (to, text) = (escaped(&mail.to.join(", ")), escaped(&mail.text));
    let mut body = format!(
        "<p><a href=\"/mail\">All mails</a><h1>{subject}</h1><p>{from} → {to}</p><pre>{text}</pre>"
    );
    if !mail.html.is_empty() {
        let html = escaped(&mail.html);
        let _ = write!(body, "<iframe sandbox title=\"HTML\" srcdoc=\"{html}\"></iframe>");
    }
    page(&mail.subject, &body)
}

pub(super) async fn json(State(site): State<Site>) -> Response {
    match kept(&site).await {
        Ok(mails) => Json(mails).into_response(),
        Err(error) => unreachable_emulator(&error),
    }
}

fn page(title: &str, body: &str) -> Response {
    let title = escaped(title);
    let html = format!(
        "<!doctype html><meta charset=\"utf-8\">\
         <meta name=\"viewport\" content=\"width=device-width\">\
         <title>{title}</title><style>{STYLE}</style>{body}"
    );
    ([(header::CONTENT_SECURITY_POLICY, POLICY)], Html(html)).into_response()
}

fn unreachable_emulator(error: &anyhow::Error) -> Response {
    (StatusCode::BAD_GATEWAY, format!("{error:#}")).into_response()
}

/// All mails, oldest first. ministack and LocalStack keep them at different
/// addresses and in different words.
async fn kept(site: &Site) -> Result<Vec<Mail>> {
    let endpoint = &site.gateway.endpoint;
    let ours = format!("{endpoint}/_ministack/ses/messages");
    if let Ok(answer) = client::json(&site.client, &ours).await {
        let accounts = answer["messages"].as_object().context("the emulator's mails")?;
        let messages = accounts.values().filter_map(Value::as_array).flatten();
        return Ok(messages.map(of_ministack).collect());
    }
    let answer = client::json(&site.client, &format!("{endpoint}/_aws/ses")).await?;
    let messages = answer["messages"].as_array().context("the emulator's mails")?;
    Ok(messages.iter().map(of_localstack).collect())
}

fn of_ministack(message: &Value) -> Mail {
    let to = message["To"].as_array().into_iter().flatten();
    Mail {
        id: text(&message["MessageId"]),
        from: decoded(&text(&message["Source"])),
        to: to.map(|address| decoded(&text(address))).collect(),
        subject: decoded(&text(&message["Subject"])),
        text: text(&message["BodyText"]),
        html: text(&message["BodyHtml"]),
        sent_at: message["Timestamp"].as_f64().unwrap_or_default(),
    }
}

/// LocalStack keeps a raw message as it came.
fn of_localstack(message: &Value) -> Mail {
    let raw = text(&message["RawData"]);
    let head = |name: &str| {
        let mut lines = raw.lines().take_while(|line| !line.is_empty());
        lines.find_map(|line| line.strip_prefix(name)).map(decoded).unwrap_or_default()
    };
    Mail {
        id: text(&message["Id"]),
        from: text(&message["Source"]),
        to: vec![head("To: ")],
        subject: head("Subject: "),
        text: raw,
        html: String::new(),
        sent_at: 0.0,
    }
}

fn text(value: &Value) -> String {
    value.as_str().unwrap_or_default().to_owned()
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;")
        .replace('\'', "&#39;")
}

/// A header with the encoded words of RFC 2047 (base64 and UTF-8, as the mailer
/// writes them) made readable. Others stay as they are.
fn decoded(header: &str) -> String {
    let mut out = String::new();
    let mut rest = header;
    while let Some((before, word)) = rest.split_once("=?utf-8?b?") {
        let Some((coded, after)) = word.split_once("?=") else { break };
        let Ok(bytes) = BASE64_STANDARD.decode(coded) else { break };
        // White space between two encoded words is no part of the text.
        if out.is_empty() || !before.trim().is_empty() {
            out.push_str(before);
        }
        out.push_str(&String::from_utf8_lossy(&bytes));
        rest = after;
    }
    out + rest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn encoded_words_are_read_as_one_text() {
        assert_eq!(decoded("Plain subject"), "Plain subject");
        let two = "=?utf-8?b?T2RlxI10IHDFmWlqYXQ=?= =?utf-8?b?w70=?= <portal@utility.example>";
        assert_eq!(decoded(two), "Odečt přijatý <portal@utility.example>");
        assert_eq!(decoded("=?utf-8?b?broken"), "=?utf-8?b?broken");
    }

    #[test]
    fn markup_in_a_mail_is_shown_and_not_obeyed() {
        assert_eq!(escaped("<b a='\"'>&"), "&lt;b a=&#39;&quot;&#39;&gt;&amp;");
    }
}
