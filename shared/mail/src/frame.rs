//! One frame for every mail: the same parts as HTML and as plain text.

use std::{fmt::Write as _, sync::LazyLock};

use anyhow::{Context, Result, ensure};
use fluent_bundle::FluentArgs;
use jiff::tz::TimeZone;
use minijinja::{Environment, context, value::Serde};
use portal_domain::Language;
use portal_lambda::Utility;
use serde::Serialize;

use crate::{Args, Words, accent::accent, args::one_line};

/// A mail's subject and its two forms.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rendered {
    pub subject: String,
    pub text: String,
    pub html: String,
}

/// What a mail says, in one language, before it has a form.
#[derive(Serialize)]
struct Parts {
    language: &'static str,
    title: String,
    /// Each a list of lines.
    paragraphs: Vec<Vec<String>>,
    code: Option<String>,
    button: Option<Button>,
    note: Option<String>,
    contact: String,
    automatic: String,
}

#[derive(Serialize)]
struct Button {
    label: String,
    address: String,
    otherwise: String,
}

/// The mail `key` in `language`.
///
/// Fails when a message or a value is missing, or when a button has no
/// address: that is a slip in the code, and the test of the feature's mails
/// finds it.
pub fn render(utility: &Utility, language: Language, key: &str, args: &Args) -> Result<Rendered> {
    render_with(Words::of(language), utility, language, key, args)
}

pub(crate) fn render_with(
    words: &Words,
    utility: &Utility,
    language: Language,
    key: &str,
    args: &Args,
) -> Result<Rendered> {
    let zone = TimeZone::get(&utility.time_zone).context("the utility's time zone")?;
    let mut values = args.written(language, &zone);
    values.set("utility", one_line(&utility.name));
    let subject = one_line(&words.say(&format!("{key}-subject"), &values)?);
    let parts = Parts::read(words, language, key, args, &values)?;
    let html = html(utility, &parts).context("the frame of mails")?;
    Ok(Rendered { subject, text: plain(utility, &parts), html })
}

impl Parts {
    fn read(
        words: &Words,
        language: Language,
        key: &str,
        args: &Args,
        values: &FluentArgs<'_>,
    ) -> Result<Self> {
        let part = |name: &str| words.say(&format!("{key}-{name}"), values);
        let optional = |name: &str| {
            let there = words.has(&format!("{key}-{name}"));
            there.then(|| part(name)).transpose()
        };
        let button = match optional("button")? {
            Some(label) => {
                let address = args.address().with_context(|| format!("no link for {key}"))?;
                let good = address.starts_with("https://") || address.starts_with("http://");
                ensure!(good && !address.contains(char::is_whitespace), "the link of {key}");
                let otherwise = words.say("frame-button-address", values)?;
                Some(Button { label, address: address.to_owned(), otherwise })
            }
            None => None,
        };
        Ok(Self {
            language: language.tag(),
            title: part("title")?,
            paragraphs: paragraphs(&part("text")?),
            code: optional("code")?,
            button,
            note: optional("note")?,
            contact: words.say("frame-contact", values)?,
            automatic: words.say("frame-automatic", values)?,
        })
    }
}

/// An empty line parts paragraphs; a line break stays one.
fn paragraphs(text: &str) -> Vec<Vec<String>> {
    let lines = |paragraph: &str| paragraph.lines().map(|line| line.trim().to_owned()).collect();
    text.split("\n\n").map(lines).filter(|lines: &Vec<_>| !lines.is_empty()).collect()
}

fn html(utility: &Utility, parts: &Parts) -> Result<String> {
    static FRAME: LazyLock<Environment<'static>> = LazyLock::new(|| {
        let mut frame = Environment::new();
        // A name that ends with `.html` is escaped. A test renders it, so a
        // frame that can't be read never leaves the house.
        _ = frame.add_template("frame.html", include_str!("frame.html"));
        frame
    });
    let accent = accent(&utility.accent);
    let preview = parts.paragraphs.first().map(|lines| lines.join(" "));
    let text = FRAME.get_template("frame.html")?.render(context! {
        parts => Serde(parts),
        preview,
        utility => utility.name.as_str(),
        email => utility.contact.email.as_str(),
        phone => utility.contact.phone.as_str(),
        web => utility.contact.web.as_str(),
        accent => accent.background,
        on_accent => accent.text,
    })?;
    Ok(text)
}

fn plain(utility: &Utility, parts: &Parts) -> String {
    let mut text = format!("{}\n\n", parts.title);
    for lines in &parts.paragraphs {
        _ = write!(text, "{}\n\n", lines.join("\n"));
    }
    if let Some(code) = &parts.code {
        _ = write!(text, "    {code}\n\n");
    }
    if let Some(button) = &parts.button {
        _ = write!(text, "{}:\n{}\n\n", button.label, button.address);
    }
    if let Some(note) = &parts.note {
        _ = write!(text, "{note}\n\n");
    }
    let contact = &utility.contact;
    // "-- " alone on a line begins a signature: mail programs set it apart.
    _ = write!(text, "-- \n{}\n", utility.name);
    _ = writeln!(text, "{} {}, {}, {}", parts.contact, contact.phone, contact.email, contact.web);
    _ = writeln!(text, "{}", parts.automatic);
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    const WORDS: &str = "\
frame-contact = Questions?
frame-automatic = { $utility } sends this.
frame-button-address = Or copy this:
hello-subject = Good day, { $name }
hello-title = For { $name }
hello-text =
    Your meter showed { $value } on { $day },
    as { $name } says.

    We have it since { $at }.
hello-code = { $code }
hello-button = Look at it
hello-note = Not you, { $name }?
plain-subject = Plain
plain-title = Plain
plain-text = Nothing else.
";

    fn utility() -> Utility {
        let utility = serde_json::json!({
            "name": "Vodárna <Vzorov>",
            "country": "CZ",
            "time_zone": "Europe/Prague",
            "currency": "CZK",
            "languages": ["cs", "en"],
            "media": ["water"],
            "accent": "#005ea5",
            "contact": {
                "email": "dotazy@utility.example",
                "phone": "+420 500 100 200",
                "web": "www.utility.example",
            },
            "mail_from": "Vodárna <portal@utility.example>",
            "self_reading": {"rule": "all"},
            "seller": {
                "name": "Vodárna",
                "address": {
                    "street": "Ukázková", "number": "1", "city": "Vzorov",
                    "postcode": "799 01", "country": "CZ",
                },
                "company_number": "25123891",
                "tax_number": "CZ25123891",
                "accounts": [],
            },
            "letters_per_day": 10,
        });
        Utility::parse(&utility.to_string()).unwrap()
    }

    fn args(name: &str) -> Args {
        Args::new()
            .text("name", name)
            .number("value", "1234.5".parse().unwrap())
            .day("day", jiff::civil::date(2026, 3, 31))
            .moment("at", "2026-03-31T10:05:00Z".parse().unwrap())
            .text("code", "K7P2-9QXM")
            .link("https://portal.utility.example/readings?a=1&b=2")
    }

    fn rendered(key: &str, args: &Args) -> Result<Rendered> {
        let words = Words::parse(Language::En, WORDS);
        render_with(&words, &utility(), Language::En, key, args)
    }

    #[test]
    fn the_plain_form_says_the_same() {
        let mail = rendered("hello", &args("Anna Ukázková")).unwrap();
        insta::assert_snapshot!(mail.text.replace('\u{a0}', " "), @r"
        For Anna Ukázková

        Your meter showed 1,234.5 on 31 March 2026,
        as Anna Ukázková says.

        We have it since 31 March 2026, 12:05.

            K7P2-9QXM

        Look at it:
        https://portal.utility.example/readings?a=1&b=2

        Not you, Anna Ukázková?

        -- 
        Vodárna <Vzorov>
        Questions? +420 500 100 200, dotazy@utility.example, www.utility.example
        Vodárna <Vzorov> sends this.
        ");
        for said in ["For Anna Ukázková", "1,234.5", "K7P2-9QXM", "Look at it", "Not you, Anna"] {
            assert!(mail.html.contains(said), "{said}");
        }
    }

    #[test]
    fn a_mail_may_have_neither_code_nor_button_nor_note() {
        let mail = rendered("plain", &Args::new()).unwrap();
        assert!(!mail.html.contains("<a "));
        assert!(!mail.html.contains("monospace"));
    }

    #[test]
    fn a_value_is_never_read_as_markup_or_as_words() {
        for name in [
            "<script>alert(1)</script>",
            "\"><img src=https://evil.example/x>",
            "{ $code }",
            "{{ parts.code }}{% for x in y %}",
            "A & B \u{202e}txt",
        ] {
            let mail = rendered("hello", &args(name)).unwrap();
            let shown = one_line(name);
            assert_eq!(mail.subject, format!("Good day, {shown}"));
            assert!(mail.text.contains(&format!("Not you, {shown}?")), "{name}");
            assert!(!mail.html.contains("<script") && !mail.html.contains("<img"), "{name}");
            assert_eq!(mail.html.matches("K7P2-9QXM").count(), 1, "{name}");
        }
    }

    #[test]
    fn a_value_can_not_break_a_header_or_begin_a_paragraph() {
        let name = "Anna\r\nBcc: boris@example.com\r\n\r\nYour account was closed";
        let mail = rendered("hello", &args(name)).unwrap();
        assert!(!mail.subject.contains(['\r', '\n']));
        assert_eq!(mail.html.matches("<p class=\"ink\"").count(), 2);
        assert!(!mail.text.contains("\n\nYour account"));
    }

    #[test]
    fn nothing_is_fetched_and_nothing_is_isolated() {
        let mail = rendered("hello", &args("Anna")).unwrap();
        for remote in ["<img", "url(", "@import", "<link", "src="] {
            assert!(!mail.html.contains(remote), "{remote}");
        }
        let links: Vec<_> = mail.html.match_indices("href=").collect();
        assert_eq!(links.len(), 1);
        let isolates = |text: &str| text.contains(['\u{2066}', '\u{2067}', '\u{2068}', '\u{2069}']);
        assert!(!isolates(&mail.subject) && !isolates(&mail.text) && !isolates(&mail.html));
    }

    #[test]
    fn a_button_needs_an_address_of_the_web() {
        let without = args("Anna");
        assert!(rendered("hello", &without.clone().link("javascript:alert(1)")).is_err());
        assert!(rendered("hello", &without.link("https://a.example/ b")).is_err());
        let missing = Args::new().text("name", "Anna");
        assert!(rendered("hello", &missing).is_err());
    }

    #[test]
    fn the_frame_stands_in_every_language() {
        for language in Language::ALL {
            let words = Words::of(language);
            let mut args = FluentArgs::new();
            args.set("utility", "Vodárna Vzorov");
            for message in ["frame-contact", "frame-automatic", "frame-button-address"] {
                assert!(words.say(message, &args).is_ok(), "{language:?} {message}");
            }
        }
    }
}
