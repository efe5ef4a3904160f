//! Texts as the formats take them.

use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};

/// `text` in the characters that a QR code holds most densely (digits, capital
/// letters, space, `$ % * + - . / :`), at most `limit` of them as written. What
/// separates fields, and what escapes, is escaped: `*` is `%2A`, `%` is `%25`.
/// Accents are left out, other characters become spaces; it's cut between
/// characters.
pub(crate) fn alphanumeric(text: &str, limit: usize) -> String {
    let plain: String = text.nfkd().filter(|c| !is_combining_mark(*c)).map(|c| latin(c)).collect();
    let mut written = String::new();
    for word in plain.split_whitespace() {
        let gap = usize::from(!written.is_empty());
        if written.len() + gap >= limit {
            break;
        }
        if gap == 1 {
            written.push(' ');
        }
        for character in word.chars() {
            let token = match character {
                '*' => "%2A",
                '%' => "%25",
                _ => "",
            };
            let size = if token.is_empty() { 1 } else { token.len() };
            if written.len() + size > limit {
                return written.trim_end().to_owned();
            }
            if token.is_empty() { written.push(character) } else { written.push_str(token) }
        }
    }
    written
}

/// `text` on one line: without `forbidden` and control characters, runs of
/// spaces as one, cut to `limit` characters.
pub(crate) fn line(text: &str, forbidden: Option<char>, limit: usize) -> String {
    let kept = text.chars().filter(|c| Some(*c) != forbidden);
    let spaced: String = kept.map(|c| if c.is_control() { ' ' } else { c }).collect();
    let joined = spaced.split_whitespace().collect::<Vec<_>>().join(" ");
    let cut: String = joined.chars().take(limit).collect();
    cut.trim_end().to_owned()
}

/// The start of `text` that takes at most `bytes`, cut between characters.
pub(crate) fn within_bytes(text: &str, bytes: usize) -> &str {
    let mut end = bytes.min(text.len());
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    text[..end].trim_end()
}

/// What decomposition leaves, in capitals and the QR set; letters that don't
/// decompose by their nearest.
fn latin(character: char) -> &'static str {
    const SET: &str = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ$%*+-./:";
    let upper = character.to_ascii_uppercase();
    if let Some(place) = SET.find(upper) {
        return &SET[place..place + upper.len_utf8()];
    }
    match character {
        'ł' | 'Ł' => "L",
        'đ' | 'Đ' | 'ð' | 'Ð' => "D",
        'ø' | 'Ø' => "O",
        'ı' => "I",
        'ß' | 'ẞ' => "SS",
        'æ' | 'Æ' => "AE",
        'œ' | 'Œ' => "OE",
        'þ' | 'Þ' => "TH",
        '–' | '—' | '‐' | '‑' | '_' => "-",
        '&' => "+",
        '\'' | '"' | '’' | '‘' | '„' | '“' | '”' => "",
        _ => " ",
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn letters_of_the_region_become_plain_ones() {
        let all = |text| alphanumeric(text, 200);
        assert_eq!(all("Příliš žluťoučký kůň"), "PRILIS ZLUTOUCKY KUN");
        assert_eq!(all("Zażółć gęślą jaźń"), "ZAZOLC GESLA JAZN");
        assert_eq!(all("Straße & Söhne – „GmbH“"), "STRASSE + SOHNE - GMBH");
        assert_eq!(all("a*b 50%\n(c), вода"), "A%2AB 50%25 C");
    }

    #[test]
    fn an_escape_is_never_cut_in_two() {
        assert_eq!(alphanumeric("AB*", 5), "AB%2A");
        assert_eq!(alphanumeric("AB*", 4), "AB");
        assert_eq!(alphanumeric("AB CD", 3), "AB");
        assert_eq!(alphanumeric("AB *", 5), "AB");
    }

    #[test]
    fn a_line_has_no_breaks_and_no_separator() {
        assert_eq!(line(" a|b\r\nc\u{7} ", Some('|'), 10), "ab c");
        assert_eq!(line("žluť kůň", None, 5), "žluť");
        assert_eq!(within_bytes("aéb", 2), "a");
    }

    proptest! {
        #[test]
        fn any_text_fits_its_field(text in "\\PC{0,90}", limit in 0..70_usize) {
            let written = alphanumeric(&text, limit);
            prop_assert!(written.len() <= limit);
            prop_assert!(written.bytes().all(|b| b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%+-./:".contains(&b)));
            prop_assert!(line(&text, Some('|'), limit).chars().count() <= limit);
            prop_assert!(within_bytes(&text, limit).len() <= limit);
        }
    }
}
