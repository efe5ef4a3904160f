//! Writing XML, element by element.

use std::io;

use quick_xml::{
    Writer,
    events::{BytesDecl, BytesEnd, BytesStart, BytesText, Event},
};
use rust_decimal::Decimal;

/// A document being written.
pub(crate) struct Xml(Writer<Vec<u8>>);

type Attributes<'a> = &'a [(&'a str, &'a str)];

impl Xml {
    /// A document with one element around everything.
    pub(crate) fn document(
        root: &str,
        attributes: Attributes<'_>,
        content: impl FnOnce(&mut Self) -> io::Result<()>,
    ) -> io::Result<String> {
        let mut xml = Self(Writer::new_with_indent(Vec::new(), b' ', 2));
        xml.0.write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)))?;
        xml.with(root, attributes, content)?;
        let mut bytes = xml.0.into_inner();
        bytes.push(b'\n');
        String::from_utf8(bytes).map_err(io::Error::other)
    }

    /// An element around others.
    pub(crate) fn within(
        &mut self,
        name: &str,
        content: impl FnOnce(&mut Self) -> io::Result<()>,
    ) -> io::Result<()> {
        self.with(name, &[], content)
    }

    /// An element with a text.
    pub(crate) fn text(&mut self, name: &str, text: &str) -> io::Result<()> {
        self.text_with(name, &[], text)
    }

    /// An element with a text, if there is one.
    pub(crate) fn text_if(&mut self, name: &str, text: Option<&str>) -> io::Result<()> {
        text.filter(|text| !text.trim().is_empty()).map_or(Ok(()), |text| self.text(name, text))
    }

    /// An element with attributes and a text.
    pub(crate) fn text_with(
        &mut self,
        name: &str,
        attributes: Attributes<'_>,
        text: &str,
    ) -> io::Result<()> {
        let start = BytesStart::new(name).with_attributes(attributes.iter().copied());
        self.0.write_event(Event::Start(start))?;
        self.0.write_event(Event::Text(BytesText::new(&allowed(text))))?;
        self.0.write_event(Event::End(BytesEnd::new(name)))
    }

    /// An element with an amount of money, hundredths written.
    pub(crate) fn amount(&mut self, name: &str, amount: Decimal) -> io::Result<()> {
        self.text(name, &money(amount))
    }

    fn with(
        &mut self,
        name: &str,
        attributes: Attributes<'_>,
        content: impl FnOnce(&mut Self) -> io::Result<()>,
    ) -> io::Result<()> {
        let start = BytesStart::new(name).with_attributes(attributes.iter().copied());
        self.0.write_event(Event::Start(start))?;
        content(self)?;
        self.0.write_event(Event::End(BytesEnd::new(name)))
    }
}

/// An amount with its hundredths; nothing is never negative.
pub(crate) fn money(amount: Decimal) -> String {
    if amount.is_zero() { "0.00".to_owned() } else { format!("{amount:.2}") }
}

/// A number without needless zeros.
pub(crate) fn plain(number: Decimal) -> String {
    number.normalize().to_string()
}

/// What XML 1.0 can hold: no control character but tab and line ends.
fn allowed(text: &str) -> String {
    let fits = |c: char| {
        matches!(c, '\t' | '\n' | '\r') || (c >= ' ' && !matches!(c, '\u{fffe}' | '\u{ffff}'))
    };
    text.chars().filter(|c| fits(*c)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_stays_a_text() {
        let xml = Xml::document("a", &[("b", "\"<&")], |xml| {
            xml.text("c", "<script>&amp;\u{0}\u{b}\u{ffff}]]>")
        });
        assert_eq!(
            xml.unwrap(),
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<a b=\"&quot;&lt;&amp;\">\n  \
             <c>&lt;script&gt;&amp;amp;]]&gt;</c>\n</a>\n"
        );
    }

    #[test]
    fn numbers_are_written_plainly() {
        assert_eq!(money(Decimal::new(-5, 2)), "-0.05");
        assert_eq!(money(-Decimal::ZERO), "0.00");
        assert_eq!(plain(Decimal::new(1_200, 2)), "12");
        assert_eq!(plain(Decimal::new(-62_120, 5)), "-0.6212");
    }
}
