//! A paper of one page as a PDF, written by hand: enough for what a contract's
//! file has to be in a demo. The same lines give the same bytes.

use std::fmt::Write;

/// Letters of Czech and Polish beyond ASCII, by the names that fonts know them
/// by; they get the codes from 128 on.
const LETTERS: [(char, &str); 49] = [
    ('á', "aacute"),
    ('č', "ccaron"),
    ('ď', "dcaron"),
    ('é', "eacute"),
    ('ě', "ecaron"),
    ('í', "iacute"),
    ('ň', "ncaron"),
    ('ó', "oacute"),
    ('ř', "rcaron"),
    ('š', "scaron"),
    ('ť', "tcaron"),
    ('ú', "uacute"),
    ('ů', "uring"),
    ('ý', "yacute"),
    ('ž', "zcaron"),
    ('Á', "Aacute"),
    ('Č', "Ccaron"),
    ('Ď', "Dcaron"),
    ('É', "Eacute"),
    ('Ě', "Ecaron"),
    ('Í', "Iacute"),
    ('Ň', "Ncaron"),
    ('Ó', "Oacute"),
    ('Ř', "Rcaron"),
    ('Š', "Scaron"),
    ('Ť', "Tcaron"),
    ('Ú', "Uacute"),
    ('Ů', "Uring"),
    ('Ý', "Yacute"),
    ('Ž', "Zcaron"),
    ('ą', "aogonek"),
    ('ć', "cacute"),
    ('ę', "eogonek"),
    ('ł', "lslash"),
    ('ń', "nacute"),
    ('ś', "sacute"),
    ('ź', "zacute"),
    ('ż', "zdotaccent"),
    ('Ą', "Aogonek"),
    ('Ć', "Cacute"),
    ('Ę', "Eogonek"),
    ('Ł', "Lslash"),
    ('Ń', "Nacute"),
    ('Ś', "Sacute"),
    ('Ź', "Zacute"),
    ('Ż', "Zdotaccent"),
    ('–', "endash"),
    ('„', "quotedblbase"),
    ('”', "quotedblright"),
];

/// A page of A4 with a heading and lines below it.
pub fn page(heading: &str, lines: &[String]) -> Vec<u8> {
    let mut text = String::from("BT\n/F1 18 Tf\n1 0 0 1 56 770 Tm\n");
    let _ = writeln!(text, "<{}> Tj", coded(heading));
    text.push_str("/F1 11 Tf\n16 TL\n0 -20 Td\n");
    for line in lines {
        let _ = writeln!(text, "T*\n<{}> Tj", coded(line));
    }
    text.push_str("ET\n");
    let names: Vec<_> = LETTERS.iter().map(|(_, name)| format!("/{name}")).collect();
    let objects = [
        "<< /Type /Catalog /Pages 2 0 R >>".into(),
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>".into(),
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 5 0 R \
         /Resources << /Font << /F1 4 0 R >> >> >>"
            .into(),
        format!(
            "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding << /Type /Encoding \
             /BaseEncoding /WinAnsiEncoding /Differences [128 {}] >> >>",
            names.join(" ")
        ),
        format!("<< /Length {} >>\nstream\n{text}endstream", text.len()),
        format!("<< /Title <{}> >>", heading_for_viewers(heading)),
    ];
    file(&objects)
}

fn file(objects: &[String]) -> Vec<u8> {
    // A comment of bytes above 127 says that the file isn't plain text.
    let mut file = b"%PDF-1.4\n%\xc4\x8d\xc5\x99\n".to_vec();
    let mut places = Vec::new();
    for (number, object) in (1..).zip(objects) {
        places.push(file.len());
        file.extend(format!("{number} 0 obj\n{object}\nendobj\n").into_bytes());
    }
    let table = file.len();
    let mut end = format!("xref\n0 {}\n0000000000 65535 f \n", objects.len() + 1);
    for place in places {
        let _ = writeln!(end, "{place:010} 00000 n ");
    }
    let _ = write!(
        end,
        "trailer\n<< /Size {} /Root 1 0 R /Info {} 0 R >>\nstartxref\n{table}\n%%EOF\n",
        objects.len() + 1,
        objects.len()
    );
    file.extend(end.into_bytes());
    file
}

/// The font's codes in hexadecimal digits; what the font hasn't is `?`.
fn coded(text: &str) -> String {
    let code = |letter: char| match LETTERS.iter().position(|(known, _)| *known == letter) {
        Some(place) => u8::try_from(128 + place).unwrap_or(b'?'),
        None if letter.is_ascii_graphic() || letter == ' ' => letter as u8,
        None => b'?',
    };
    text.chars().map(|letter| format!("{:02x}", code(letter))).collect()
}

/// UTF-16 with its mark, in hexadecimal digits.
fn heading_for_viewers(text: &str) -> String {
    let units = text.encode_utf16().map(|unit| format!("{unit:04x}"));
    format!("feff{}", units.collect::<String>())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_object_is_where_the_table_says() {
        let pdf = page("Smlouva č. 1", &["Příliš žluťoučký kůň".into(), "Zażółć (gęślą)".into()]);
        let find = |what: &[u8]| pdf.windows(what.len()).rposition(|part| part == what).unwrap();
        let end = String::from_utf8(pdf[find(b"xref\n0 7")..].to_vec()).unwrap();
        let places: Vec<usize> = end
            .lines()
            .filter_map(|line| line.strip_suffix(" 00000 n "))
            .map(|place| place.parse().unwrap())
            .collect();
        assert_eq!(places.len(), 6);
        for (number, place) in (1..).zip(places) {
            assert!(pdf[place..].starts_with(format!("{number} 0 obj\n").as_bytes()));
        }
        let table: usize = end.lines().rev().nth(1).unwrap().parse().unwrap();
        assert!(pdf[table..].starts_with(b"xref\n"));
        let at = find(b"/Length ") + 8;
        let length: usize = String::from_utf8_lossy(&pdf[at..at + 6])
            .split_whitespace()
            .next()
            .unwrap()
            .parse()
            .unwrap();
        let stream = find(b"\nstream\n") + 8;
        assert!(pdf[stream + length..].starts_with(b"endstream"));
    }

    #[test]
    fn letters_of_both_languages_have_codes() {
        for letter in "příliš žluťoučký kůň úpěl ďábelské ódy zażółć gęślą jaźń ŁÓDŹ – „x”".chars()
        {
            assert_ne!(coded(&letter.to_string()), "3f", "{letter}");
        }
        assert_eq!(coded("☃"), "3f");
    }
}
