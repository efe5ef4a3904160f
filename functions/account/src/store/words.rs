//! What the index finds a customer by, in clear: it checks what an entry
//! promises, says what matched, and tells an import which entries are there.

use std::collections::{BTreeMap, BTreeSet};

use portal_domain::{Address, CustomerId};
use serde::{Deserialize, Serialize};

use super::items::{CustomerItem, PointItem};
use crate::find::{endings, has, words};

/// Texts of one customer that are indexed, in bytes. What is over is found by
/// opening the customer; DynamoDB's items end at 400 kB.
const MOST_BYTES: usize = 300_000;

/// Letters of one text that are indexed.
const LONGEST_TEXT: usize = 300;

/// The item `words`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct WordsItem {
    /// Grows with each write; a write names the one that it read.
    pub(crate) revision: u64,
    pub(crate) name: String,
    /// The customer's numbers, contact and addresses.
    #[serde(default)]
    texts: Vec<String>,
    /// By the supply point's id.
    #[serde(default)]
    points: BTreeMap<String, PointWords>,
}

#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
struct PointWords {
    texts: Vec<String>,
    /// Serial numbers by the meter's id.
    #[serde(default)]
    meters: BTreeMap<String, String>,
}

/// What of a customer matched a question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Matched {
    pub(crate) kind: MatchedKind,
    pub(crate) id: String,
    /// The text that matched, as billing wrote it.
    pub(crate) label: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum MatchedKind {
    Customer,
    SupplyPoint,
    Meter,
}

impl WordsItem {
    pub(crate) fn set_customer(&mut self, customer: &CustomerItem) {
        self.name = cut(&customer.name);
        let texts = [
            Some(customer.id.to_string()),
            customer.email.as_ref().map(ToString::to_string),
            customer.phone.clone(),
            customer.company_number.clone(),
            Some(line(&customer.address)),
            customer.mailing_address.as_ref().map(line),
        ];
        self.texts = texts.into_iter().flatten().map(|text| cut(&text)).collect();
    }

    pub(crate) fn set_point(&mut self, point: &PointItem) {
        let place = match &point.label {
            Some(label) => format!("{label}, {}", line(&point.address)),
            None => line(&point.address),
        };
        // A number that is written in more than one place is kept once.
        let mut texts = vec![cut(&place)];
        for number in [point.code.as_str(), &point.contract.number, point.id.as_str()] {
            if !texts.iter().any(|text| text == number) {
                texts.push(cut(number));
            }
        }
        let meters = point.meters.iter();
        let meters = meters.map(|meter| (meter.id.to_string(), cut(&meter.serial))).collect();
        self.points.insert(point.id.to_string(), PointWords { texts, meters });
    }

    /// Drops what is over the bound, the last points first.
    pub(crate) fn bound(&mut self) {
        let mut bytes: usize = self.all().map(|(_, id, text)| id.len() + text.len() + 16).sum();
        while bytes > MOST_BYTES {
            let Some((id, point)) = self.points.pop_last() else { return };
            let texts = point.texts.iter().map(|text| id.len() + text.len() + 16);
            let meters = point.meters.iter().map(|(id, serial)| id.len() + serial.len() + 16);
            bytes -= texts.chain(meters).sum::<usize>();
        }
    }

    /// Every ending that the customer stands under in the index.
    pub(crate) fn endings(&self) -> BTreeSet<String> {
        endings(self.all().map(|(_, _, text)| text))
    }

    /// The first of [`endings`](Self::endings) that begins with `part`.
    pub(crate) fn first_ending(&self, part: &str) -> Option<String> {
        let words = self.all().flat_map(|(_, _, text)| words(text));
        let endings = words.flat_map(|word| {
            let starts: Vec<usize> = word.char_indices().map(|(at, _)| at).collect();
            let endings = starts.into_iter().map(|at| word[at..].to_owned());
            endings.filter(|ending| ending.starts_with(part)).collect::<Vec<_>>()
        });
        endings.min()
    }

    /// The text that has the most of `parts`, if each of them is in one; the
    /// customer's own before a supply point's.
    pub(crate) fn matched(&self, customer: &CustomerId, parts: &[String]) -> Option<Matched> {
        let mut missing: Vec<&String> = parts.iter().collect();
        let mut best: Option<(u32, Matched)> = None;
        for (kind, id, text) in self.all() {
            let words = words(text);
            missing.retain(|part| !has(&words, part));
            // A whole word is a better match than a part of one.
            let found = parts.iter().filter(|part| has(&words, part));
            let count = found.map(|part| if words.contains(part) { 3 } else { 2 }).sum();
            if count > best.as_ref().map_or(0, |(most, _)| *most) {
                let id = if kind == MatchedKind::Customer { customer.as_str() } else { id };
                let matched = Matched { kind, id: id.to_owned(), label: text.to_owned() };
                best = Some((count, matched));
            }
        }
        best.filter(|_| missing.is_empty()).map(|(_, matched)| matched)
    }

    fn all(&self) -> impl Iterator<Item = (MatchedKind, &str, &str)> {
        let own = [&self.name].into_iter().chain(&self.texts);
        let own = own.map(|text| (MatchedKind::Customer, "", text.as_str()));
        let points = self.points.iter().flat_map(|(id, point)| {
            let texts = point.texts.iter();
            let texts =
                texts.map(move |text| (MatchedKind::SupplyPoint, id.as_str(), text.as_str()));
            let meters = point.meters.iter();
            texts.chain(
                meters.map(|(id, serial)| (MatchedKind::Meter, id.as_str(), serial.as_str())),
            )
        });
        own.chain(points)
    }
}

/// An address on one line, as it is shown and searched.
fn line(address: &Address) -> String {
    let Address { street, number, city, postcode, .. } = address;
    format!("{street} {number}, {postcode} {city}")
}

fn cut(text: &str) -> String {
    text.chars().take(LONGEST_TEXT).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::find::parts;

    /// Anna has two flats; the second has two meters.
    fn anna() -> WordsItem {
        let point = |place: &str, code: &str, meters: &[(&str, &str)]| PointWords {
            texts: vec![place.to_owned(), code.to_owned()],
            meters: meters.iter().map(|(id, serial)| ((*id).into(), (*serial).into())).collect(),
        };
        let first = point("Byt 4, Vzorová 12, 602 00 Brno", "859182400123456789", &[("M-1", "E1")]);
        let second =
            point("Vzorová 17, 602 00 Brno", "W-77", &[("M-2", "12 345 678"), ("M-3", "777")]);
        WordsItem {
            revision: 1,
            name: "Anna Ukázková".to_owned(),
            texts: vec!["C-1".to_owned(), "Jiná 3, 110 00 Praha".to_owned()],
            points: [("P-1".to_owned(), first), ("P-2".to_owned(), second)].into(),
        }
    }

    #[track_caller]
    fn check(question: &str, expected: Option<(MatchedKind, &str, &str)>) {
        let matched = anna().matched(&"C-1".parse().unwrap(), &parts(question));
        let expected = expected.map(|(kind, id, label)| Matched {
            kind,
            id: id.to_owned(),
            label: label.to_owned(),
        });
        assert_eq!(matched, expected, "{question}");
    }

    #[test]
    fn what_matched_is_the_text_with_most_of_the_question() {
        use MatchedKind::*;
        check("ukazkova", Some((Customer, "C-1", "Anna Ukázková")));
        check("vzorova 17", Some((SupplyPoint, "P-2", "Vzorová 17, 602 00 Brno")));
        check("12345678", Some((Meter, "M-2", "12 345 678")));
        check("praha", Some((Customer, "C-1", "Jiná 3, 110 00 Praha")));
        check("w-77", Some((SupplyPoint, "P-2", "W-77")));
    }

    #[test]
    fn the_parts_may_be_in_different_texts_and_each_has_to_be_there() {
        let name = (MatchedKind::Customer, "C-1", "Anna Ukázková");
        check("anna brno", Some(name));
        check("anna ostrava", None);
    }

    #[test]
    fn the_first_ending_is_in_the_index() {
        let anna = anna();
        for part in ["vzorova", "zorova", "602", "12345678", "na", "1234"] {
            let from_all = anna.endings().into_iter().find(|ending| ending.starts_with(part));
            let first = anna.first_ending(part);
            assert!(first == from_all || !crate::find::is_long(part), "{part}");
        }
        assert_eq!(anna.first_ending("ostrava"), None);
    }

    #[test]
    fn what_a_customer_is_found_by_is_bounded() {
        let mut many = anna();
        for n in 0..3000 {
            let mut point = many.points["P-1"].clone();
            point.texts.push(format!("{n:090}"));
            many.points.insert(format!("P-{n:05}"), point);
        }
        many.bound();
        assert!(serde_json::to_string(&many).unwrap().len() < 400_000);
        assert!(many.points.len() > 1000);
        assert_eq!(many.name, "Anna Ukázková");
    }
}
