//! Comma-separated values (RFC 4180), in UTF-8 with the mark that spreadsheets
//! know it by.
//!
//! A spreadsheet takes a text that begins like a formula for one and carries
//! it out. Such a text gets an apostrophe before it (OWASP, "CSV Injection").

use super::{Cell, Table};

/// What a formula begins with; a tab or a line end before it doesn't help.
const FORMULA: [char; 7] = ['=', '+', '-', '@', '\t', '\r', '\n'];

/// The wide forms that spreadsheets take for the same.
const WIDE: [char; 4] = ['＝', '＋', '－', '＠'];

/// A table as CSV. Numbers have a decimal point, days are `2026-03-31`.
pub(crate) fn csv(table: &Table) -> String {
    let mut text = String::from('\u{feff}');
    text.push_str(&table.names.join(","));
    text.push_str("\r\n");
    for row in &table.rows {
        let cells: Vec<String> = row.iter().map(cell).collect();
        text.push_str(&cells.join(","));
        text.push_str("\r\n");
    }
    text
}

fn cell(cell: &Cell) -> String {
    match cell {
        Cell::Empty => String::new(),
        Cell::Number(number) => number.to_string(),
        Cell::Day(day) => day.to_string(),
        Cell::Text(text) => quoted(&harmless(text)),
    }
}

fn harmless(text: &str) -> String {
    let begins = |set: &[char]| text.starts_with(|c| set.contains(&c));
    if begins(&FORMULA) || begins(&WIDE) { format!("'{text}") } else { text.to_owned() }
}

fn quoted(text: &str) -> String {
    if text.contains([',', '"', '\r', '\n', ';', '\t']) {
        format!("\"{}\"", text.replace('"', "\"\""))
    } else {
        text.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use rust_decimal::Decimal;

    use super::*;

    fn of(cells: Vec<Cell>) -> String {
        let names = vec!["a"; cells.len()];
        csv(&Table { names, rows: vec![cells] }).lines().skip(1).collect::<Vec<_>>().join("\n")
    }

    #[test]
    fn a_row_is_as_rfc_4180_has_it() {
        let row = vec![
            Cell::text("a,b"),
            Cell::text("say \"x\""),
            Cell::Number(Decimal::new(-12_345, 2)),
            Cell::Day("2026-03-31".parse().unwrap()),
            Cell::Empty,
        ];
        assert_eq!(of(row), "\"a,b\",\"say \"\"x\"\"\",-123.45,2026-03-31,");
    }

    #[test]
    fn a_text_is_never_a_formula() {
        assert_eq!(of(vec![Cell::text("=1+1")]), "'=1+1");
        assert_eq!(of(vec![Cell::text("@SUM(A1)")]), "'@SUM(A1)");
        assert_eq!(of(vec![Cell::text("＝1")]), "'＝1");
        assert_eq!(
            of(vec![Cell::text("=HYPERLINK(\"x\",\"y\")")]),
            "\"'=HYPERLINK(\"\"x\"\",\"\"y\"\")\""
        );
    }

    proptest! {
        #[test]
        fn whatever_the_text_its_cell_does_not_begin_like_a_formula(text: String) {
            let cell = cell(&Cell::Text(text));
            let inside = cell.trim_start_matches('"');
            prop_assert!(!inside.starts_with(|c| FORMULA.contains(&c) || WIDE.contains(&c)));
        }
    }
}
