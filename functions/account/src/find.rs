//! Finding by any part of a name, an address or a number.
//!
//! Texts and questions are folded alike: case, accents and punctuation don't
//! matter, so `novak`, `Novák` and `NOVÁK` are one word. Every word is indexed
//! under each of its endings (`novakova`, `ovakova`, ... `ova`): a part of a
//! word is then the beginning of an ending, and a look-up of beginnings is what
//! a sorted table does well.

use std::collections::BTreeSet;

use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};

/// A part shorter than this is looked for only beside a longer one.
pub(crate) const SHORTEST_PART: usize = 3;

/// Letters of a word that count; no name or number is longer.
const LONGEST_WORD: usize = 100;

/// The words of `text`, folded, in their order.
///
/// Groups of digits beside each other are one number as well: `602 00` is also
/// `60200`.
pub(crate) fn words(text: &str) -> Vec<String> {
    let mut words = Vec::new();
    for stretch in text.split([',', ';']) {
        let mut number = Vec::new();
        for word in stretch.split_whitespace().map(fold).filter(|word| !word.is_empty()) {
            if !word.bytes().all(|b| b.is_ascii_digit()) {
                words.extend(joined(&mut number));
            } else {
                number.push(word.clone());
            }
            words.push(word);
        }
        words.extend(joined(&mut number));
    }
    words
}

/// What a person asked for: the parts that have to be found, each once.
pub(crate) fn parts(question: &str) -> Vec<String> {
    let mut parts: Vec<String> = Vec::new();
    for part in question.split([',', ';']).flat_map(str::split_whitespace).map(fold) {
        if !part.is_empty() && !parts.contains(&part) {
            parts.push(part);
        }
    }
    parts
}

/// Every ending of the words that a part can be looked up by.
pub(crate) fn endings<'a>(texts: impl IntoIterator<Item = &'a str>) -> BTreeSet<String> {
    let mut endings = BTreeSet::new();
    for word in texts.into_iter().flat_map(words) {
        let starts = word.char_indices().map(|(at, _)| &word[at..]);
        endings.extend(starts.filter(|ending| is_long(ending)).map(str::to_owned));
    }
    endings
}

/// Whether a part can be looked up; a shorter one is only checked.
pub(crate) fn is_long(part: &str) -> bool {
    part.chars().count() >= SHORTEST_PART
}

/// The letters that endings and parts are sorted into partitions by.
pub(crate) fn head(part: &str) -> &str {
    part.char_indices().nth(SHORTEST_PART).map_or(part, |(at, _)| &part[..at])
}

/// Whether one of `words` has the part: a short one at either end (`12` is a
/// house number, and in the middle of any telephone number), a longer one
/// anywhere.
pub(crate) fn has(words: &[String], part: &str) -> bool {
    words.iter().any(|word| {
        if is_long(part) {
            word.contains(part)
        } else {
            word.starts_with(part) || word.ends_with(part)
        }
    })
}

/// Lower case without accents and punctuation. Each character is folded by
/// itself, so that a part of a text folds to a part of the folded text.
fn fold(word: &str) -> String {
    let counts = |c: &char| c.is_alphanumeric() && !is_combining_mark(*c);
    let plain = word.nfkd().flat_map(char::to_lowercase).filter(counts);
    let mut folded = String::with_capacity(word.len());
    for c in plain.take(LONGEST_WORD) {
        match c {
            // Letters with a stroke and ligatures are no letter with a mark.
            'ł' => folded.push('l'),
            'đ' | 'ð' => folded.push('d'),
            'ø' => folded.push('o'),
            'ħ' => folded.push('h'),
            'ŧ' => folded.push('t'),
            'ı' => folded.push('i'),
            'ς' => folded.push('σ'),
            'ß' => folded.push_str("ss"),
            'æ' => folded.push_str("ae"),
            'œ' => folded.push_str("oe"),
            'þ' => folded.push_str("th"),
            c => folded.push(c),
        }
    }
    folded
}

/// Two or more groups of digits as one number.
fn joined(groups: &mut Vec<String>) -> Option<String> {
    let number = (groups.len() > 1).then(|| groups.concat());
    groups.clear();
    number
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// Whether a question finds a text: each of its long parts is the beginning
    /// of an ending, and each part is in a word.
    fn finds(question: &str, text: &str) -> bool {
        let (endings, words) = (endings([text]), words(text));
        parts(question).iter().all(|part| {
            let indexed = endings
                .iter()
                .any(|ending| ending.starts_with(part.as_str()) && head(ending) == head(part));
            has(&words, part) && (indexed || !is_long(part))
        })
    }

    #[track_caller]
    fn check(question: &str, text: &str, expected: bool) {
        assert_eq!(finds(question, text), expected, "{question} in {text}");
    }

    #[test]
    fn accents_case_and_punctuation_do_not_matter() {
        check("novakova", "Anna Nováková", true);
        check("NOVÁKOVÁ anna", "Anna Nováková", true);
        check("lodz", "ul. Łąkowa 7, 90-001 Łódź", true);
        check("strasse", "Hauptstraße 5", true);
        check("dvořák", "Novák-Dvorak", true);
        check("example.com", "anna@example.com", true);
        check("C-1001", "C-1001", true);
        check("1001", "C-1001", true);
        check("novotna", "Anna Nováková", false);
    }

    #[test]
    fn numbers_are_found_with_and_without_spaces() {
        for question in ["60200", "602 00", "020"] {
            check(question, "Vzorová 12, 602 00 Brno", true);
        }
        for question in ["601 123 456", "+420601123456", "123456"] {
            check(question, "+420601123456", true);
        }
        check("12345678", "12 345 678", true);
        check("00950", "00-950 Warszawa", true);
        check("12602", "Vzorová 12, 602 00 Brno", false);
    }

    #[test]
    fn a_short_part_is_the_beginning_or_the_end_of_a_word() {
        check("vzorova 12", "Vzorová 12/3, Brno", true);
        check("vzorova 3", "Vzorová 12/3, Brno", true);
        check("vzorova 2", "Vzorová 12/3, Brno", false);
    }

    #[test]
    fn a_question_names_each_part_once() {
        assert_eq!(parts("Brno, brno;  BRNO - x"), ["brno", "x"]);
        assert!(parts(" ,.-/ ").is_empty());
    }

    #[test]
    fn the_index_of_a_text_is_bounded() {
        assert_eq!(endings(["x".repeat(5000).as_str()]).len(), LONGEST_WORD - SHORTEST_PART + 1);
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(512))]

        /// The promise: cut any part with three letters together out of what is
        /// indexed, change its case, and it finds the text.
        #[test]
        fn every_part_of_a_text_finds_it(
            text in "([A-Za-zÁ-žΑ-ω0-9@+./-]{1,12}[ ,;]{1,2}){1,6}",
            from in 0usize..1000,
            length in 3usize..60,
            upper: bool,
        ) {
            let from = from % text.chars().count();
            let part: String = text.chars().skip(from).take(length).collect();
            let part = if upper { part.to_uppercase() } else { part };
            prop_assume!(parts(&part).iter().any(|part| is_long(part)));
            prop_assert!(finds(&part, &text), "{part:?} in {text:?}: {:?}", words(&text));
        }

        #[test]
        fn any_text_can_be_folded(text in "\\PC{0,60}") {
            for word in words(&text) {
                prop_assert!(!word.is_empty());
                prop_assert!(word.chars().all(|c| c.is_alphanumeric()), "{word}");
                prop_assert!(!word.contains('#'));
            }
        }

        /// What was folded once is what is asked for: a word as the index shows
        /// it finds itself.
        #[test]
        fn a_folded_word_finds_its_text(text in "\\PC{0,60}") {
            for word in words(&text) {
                prop_assert!(finds(&word, &text), "{word:?} in {text:?}");
            }
        }
    }
}
