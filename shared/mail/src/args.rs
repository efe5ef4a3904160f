//! The values of a mail, and how each is written.

use fluent_bundle::{FluentArgs, FluentValue};
use jiff::{Timestamp, civil::Date, tz::TimeZone};
use portal_domain::Language;
use rust_decimal::Decimal;

use crate::format;

/// What a mail's messages may name. Values are data: a brace, a tag or a line
/// break in one stays a character in the mail.
#[derive(Clone, Debug, Default)]
pub struct Args {
    values: Vec<(&'static str, Value)>,
    link: Option<String>,
}

#[derive(Clone, Debug)]
enum Value {
    Text(String),
    Count(u32),
    Day(Date),
    Moment(Timestamp),
    Number(Decimal),
}

impl Args {
    pub fn new() -> Self {
        Self::default()
    }

    /// A name, a code, a reason: as it is, on one line.
    pub fn text(self, name: &'static str, text: impl Into<String>) -> Self {
        self.with(name, Value::Text(text.into()))
    }

    /// A number of things; messages may choose by it (`one`, `few`, `many`).
    pub fn count(self, name: &'static str, count: u32) -> Self {
        self.with(name, Value::Count(count))
    }

    /// A day, in words.
    pub fn day(self, name: &'static str, day: Date) -> Self {
        self.with(name, Value::Day(day))
    }

    /// A day and the time of day, where the utility is.
    pub fn moment(self, name: &'static str, at: Timestamp) -> Self {
        self.with(name, Value::Moment(at))
    }

    /// A decimal number, with as many decimals as it has.
    pub fn number(self, name: &'static str, number: Decimal) -> Self {
        self.with(name, Value::Number(number))
    }

    /// Where the mail's button leads: an address of the portal.
    pub fn link(mut self, address: impl Into<String>) -> Self {
        self.link = Some(address.into());
        self
    }

    fn with(mut self, name: &'static str, value: Value) -> Self {
        self.values.push((name, value));
        self
    }

    pub(crate) fn address(&self) -> Option<&str> {
        self.link.as_deref()
    }

    /// The values as `language` writes them, times in `zone`.
    pub(crate) fn written(&self, language: Language, zone: &TimeZone) -> FluentArgs<'static> {
        let mut args = FluentArgs::with_capacity(self.values.len());
        for (name, value) in &self.values {
            let value: FluentValue<'static> = match value {
                Value::Text(text) => one_line(text).into(),
                Value::Count(count) => (*count).into(),
                Value::Day(day) => format::date(language, *day).into(),
                Value::Moment(at) => format::moment(language, *at, zone).into(),
                Value::Number(number) => format::decimal(language, *number).into(),
            };
            args.set(*name, value);
        }
        args
    }
}

/// `text` on one line, without what would change the direction or the meaning
/// of what stands around it: a value can't begin a paragraph or a header.
pub(crate) fn one_line(text: &str) -> String {
    let hidden = |c: char| matches!(c, '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}');
    let visible = text.chars().map(|c| if c.is_control() || hidden(c) { ' ' } else { c });
    let visible: String = visible.collect();
    visible.split(' ').filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_stays_on_its_line() {
        assert_eq!(one_line("Anna\r\nBcc: x@y.example"), "Anna Bcc: x@y.example");
        assert_eq!(one_line("a\u{202e}b\u{2028}c\0d"), "a b c d");
        assert_eq!(one_line("Anna\u{a0}Ukázková"), "Anna\u{a0}Ukázková");
    }
}
