//! A workbook of one sheet (ECMA-376, `SpreadsheetML`), as little as spreadsheets
//! need: texts are inline strings, so that none is ever a formula; numbers are
//! numbers, days are days. Its parts stand in an archive without compression:
//! the answer is compressed on its way.

use std::fmt::Write;

use jiff::civil::{Date, date};

use super::{Cell, Table};

/// The first style that is not the usual one: a day.
const STYLE_DAY: u8 = 1;
/// Names are bold.
const STYLE_NAME: u8 = 2;

const TYPES: &str = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/></Types>"#;
const RELATIONS: &str = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>"#;
const BOOK: &str = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="Meterside" sheetId="1" r:id="rId1"/></sheets></workbook>"#;
const BOOK_RELATIONS: &str = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/></Relationships>"#;
const STYLES: &str = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="3"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="14" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/><xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/></cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>"#;

/// A table as a workbook.
pub(crate) fn xlsx(table: &Table) -> Vec<u8> {
    let sheet = sheet(table);
    archive(&[
        ("[Content_Types].xml", TYPES),
        ("_rels/.rels", RELATIONS),
        ("xl/workbook.xml", BOOK),
        ("xl/_rels/workbook.xml.rels", BOOK_RELATIONS),
        ("xl/styles.xml", STYLES),
        ("xl/worksheets/sheet1.xml", &sheet),
    ])
}

fn sheet(table: &Table) -> String {
    let mut xml = String::from(
        r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>"#,
    );
    let _ = write!(xml, r#"<col min="1" max="{}" width="16" customWidth="1"/>"#, table.names.len());
    xml.push_str("</cols><sheetData><row>");
    for name in &table.names {
        string(&mut xml, name, STYLE_NAME);
    }
    xml.push_str("</row>");
    for row in &table.rows {
        xml.push_str("<row>");
        for one in row {
            cell(&mut xml, one);
        }
        xml.push_str("</row>");
    }
    xml.push_str("</sheetData></worksheet>");
    xml
}

fn cell(xml: &mut String, cell: &Cell) {
    // Writing into a string doesn't fail.
    let _ = match cell {
        Cell::Empty => write!(xml, "<c/>"),
        Cell::Number(number) => write!(xml, "<c><v>{number}</v></c>"),
        Cell::Day(day) => write!(xml, r#"<c s="{STYLE_DAY}"><v>{}</v></c>"#, serial(*day)),
        Cell::Text(text) => {
            string(xml, text, 0);
            Ok(())
        }
    };
}

fn string(xml: &mut String, text: &str, style: u8) {
    let _ = write!(xml, r#"<c s="{style}" t="inlineStr"><is><t xml:space="preserve">"#);
    for c in text.chars() {
        match c {
            '&' => xml.push_str("&amp;"),
            '<' => xml.push_str("&lt;"),
            '>' => xml.push_str("&gt;"),
            '\t' | '\n' => xml.push(c),
            // XML 1.0 knows no other control characters.
            c if c.is_control() || matches!(c, '\u{fffe}' | '\u{ffff}') => xml.push(' '),
            c => xml.push(c),
        }
    }
    xml.push_str("</t></is></c>");
}

/// Days since 1899-12-30, as spreadsheets count them.
fn serial(day: Date) -> i32 {
    (day - date(1899, 12, 30)).get_days()
}

/// Files in a ZIP archive (PKWARE APPNOTE), stored as they are.
fn archive(files: &[(&str, &str)]) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut directory = Vec::new();
    for (name, text) in files {
        let at = length(bytes.len());
        let (sum, size) = (crc32(text.as_bytes()), length(text.len()));
        // Version 2.0, names in UTF-8, stored, 1980-01-01 00:00.
        let mut head = Vec::new();
        for field in [20_u16, 0x0800, 0, 0, 0x0021] {
            head.extend(field.to_le_bytes());
        }
        for field in [sum, size, size] {
            head.extend(field.to_le_bytes());
        }
        head.extend(u16::try_from(name.len()).unwrap_or_default().to_le_bytes());
        head.extend([0, 0]);
        bytes.extend(b"PK\x03\x04");
        bytes.extend(&head);
        bytes.extend(name.as_bytes());
        bytes.extend(text.as_bytes());
        directory.extend(b"PK\x01\x02");
        directory.extend([20, 0]);
        directory.extend(&head);
        // No comment, the first disk, no attributes.
        directory.extend([0; 10]);
        directory.extend(at.to_le_bytes());
        directory.extend(name.as_bytes());
    }
    let count = u16::try_from(files.len()).unwrap_or_default().to_le_bytes();
    let (size, at) = (length(directory.len()), length(bytes.len()));
    bytes.extend(directory);
    bytes.extend(b"PK\x05\x06\0\0\0\0");
    bytes.extend(count);
    bytes.extend(count);
    bytes.extend(size.to_le_bytes());
    bytes.extend(at.to_le_bytes());
    bytes.extend([0, 0]);
    bytes
}

/// An answer is some megabytes at most.
fn length(length: usize) -> u32 {
    u32::try_from(length).unwrap_or(u32::MAX)
}

/// The check sum of ZIP (ISO 3309), a bit at a time.
fn crc32(bytes: &[u8]) -> u32 {
    let step = |sum: u32, _| if sum & 1 == 1 { (sum >> 1) ^ 0xEDB8_8320 } else { sum >> 1 };
    !bytes.iter().fold(u32::MAX, |sum, byte| (0..8).fold(sum ^ u32::from(*byte), step))
}

#[cfg(test)]
mod tests {
    use rust_decimal::Decimal;

    use super::*;

    #[test]
    fn the_check_sum_is_the_standard_s() {
        assert_eq!(crc32(b"123456789"), 0xCBF4_3926);
    }

    #[test]
    fn days_are_counted_as_spreadsheets_do() {
        assert_eq!(serial(date(1900, 3, 1)), 61);
        assert_eq!(serial(date(2026, 3, 31)), 46_112);
    }

    #[test]
    fn a_text_is_a_text_whatever_it_says() {
        let row = vec![Cell::text("=1+1 <&>\u{1}"), Cell::Number(Decimal::new(-5, 2))];
        let sheet = sheet(&Table { names: vec!["a", "b"], rows: vec![row] });
        let expected = "<row><c s=\"0\" t=\"inlineStr\"><is><t xml:space=\"preserve\">=1+1 \
                        &lt;&amp;&gt; </t></is></c><c><v>-0.05</v></c></row>";
        assert!(sheet.contains(expected), "{sheet}");
        assert!(!sheet.contains("<f>"));
    }

    #[test]
    fn the_archive_names_each_of_its_parts_twice() {
        let table = Table { names: vec!["number"], rows: vec![vec![Cell::text("FV-1")]] };
        let bytes = xlsx(&table);
        assert!(bytes.starts_with(b"PK\x03\x04"));
        let end = &bytes[bytes.len() - 22..];
        assert!(end.starts_with(b"PK\x05\x06"));
        assert_eq!(&end[8..12], [6, 0, 6, 0]);
        let at = u32::from_le_bytes(end[16..20].try_into().unwrap()) as usize;
        assert!(bytes[at..].starts_with(b"PK\x01\x02"));
    }
}
