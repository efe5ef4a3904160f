//! R01: a number that the dial can show. R12: the serial number.

use portal_domain::RegisterCode;
use rust_decimal::Decimal;

use super::finding::{Code, Finding, Severity};
use crate::reading::{Claim, Meter, Register, Values};

/// The longest text that is looked at; no dial has half as many digits.
const LONGEST: usize = 24;

/// The values that can be read, and what is wrong with the others. A number
/// that is too long for its dial is among both: it may be a slip.
pub(super) fn values(claim: &Claim, meter: &Meter) -> (Values, Vec<Finding>) {
    let mut values = Values::new();
    let mut findings = Vec::new();
    for code in claim.values.keys() {
        if !meter.registers.iter().any(|register| register.code.as_str() == code) {
            findings.push(refused("unknown_register"));
        }
    }
    for register in &meter.registers {
        let typed = claim.values.get(register.code.as_str()).map(|typed| typed.trim());
        let Some(typed) = typed.filter(|typed| !typed.is_empty()) else {
            findings.push(refused("register_missing").of(&register.code));
            continue;
        };
        let Some(value) = number(typed) else {
            findings.push(refused("not_a_number").of(&register.code));
            continue;
        };
        values.insert(register.code.clone(), value);
        findings.extend(misfit(register, value));
    }
    (values, findings)
}

/// Whether the dials can show all of `values`.
pub(super) fn fit(values: &Values, meter: &Meter) -> bool {
    let misfits = |(code, value): (&RegisterCode, &Decimal)| {
        meter.register(code).is_none_or(|register| misfit(register, *value).is_some())
    };
    !values.iter().any(misfits)
}

/// What of `value` the dial of `register` can't show.
pub(super) fn misfit(register: &Register, value: Decimal) -> Option<Finding> {
    if value >= register.span() {
        let finding = refused("too_many_digits").of(&register.code);
        return Some(finding.with("digits", register.digits));
    }
    if value.normalize().scale() > u32::from(register.decimals) {
        let finding = refused("too_many_decimals").of(&register.code);
        return Some(finding.with("decimals", register.decimals));
    }
    None
}

/// A number as people type it: digits, at most one point or comma, and spaces
/// between groups. No sign, no exponent, no letter.
fn number(typed: &str) -> Option<Decimal> {
    let plain: String =
        typed.chars().filter(|c| !matches!(c, ' ' | '\u{a0}' | '\u{202f}')).collect();
    let plain = plain.replace(',', ".");
    let (whole, part) = plain.split_once('.').unwrap_or((&plain, "0"));
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    if plain.len() > LONGEST || !digits(whole) || !digits(part) {
        return None;
    }
    plain.parse().ok()
}

/// R12: the serial number typed is the meter's, another one's, or nobody's.
pub(super) fn serial(claim: &Claim, meter: &Meter, others: &[Meter]) -> Option<Finding> {
    let typed = claim.serial.as_deref().map(folded).filter(|typed| !typed.is_empty())?;
    if typed == folded(&meter.serial) {
        return None;
    }
    // Another meter of theirs: asked by R11.
    if with_serial(claim, others).is_some() {
        return None;
    }
    let finding = Finding::new(Code::R12, Severity::Operator, "other_serial");
    Some(finding.with("serial", &meter.serial))
}

/// The other meter that the claim's serial number names.
pub(super) fn with_serial<'a>(claim: &Claim, others: &'a [Meter]) -> Option<&'a Meter> {
    let typed = claim.serial.as_deref().map(folded).filter(|typed| !typed.is_empty())?;
    others.iter().find(|other| folded(&other.serial) == typed)
}

/// A serial number without what people leave out: spaces, dashes, leading
/// zeros, and the size of letters.
fn folded(serial: &str) -> String {
    let plain = serial.chars().filter(|c| c.is_alphanumeric());
    let plain: String = plain.flat_map(char::to_uppercase).collect();
    plain.trim_start_matches('0').to_owned()
}

fn refused(reason: &'static str) -> Finding {
    Finding::new(Code::R01, Severity::Refuse, reason)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(typed: &str, expected: Option<&str>) {
        assert_eq!(number(typed), expected.map(|text| text.parse().unwrap()), "{typed}");
    }

    #[test]
    fn a_number_is_read_as_people_type_it() {
        check("1234", Some("1234"));
        check("001234,5", Some("1234.5"));
        check("12 345.678", Some("12345.678"));
        for bad in
            ["", "12a", "-5", "+5", "1e3", "1.2.3", ".5", "5.", "٣", "9999999999999999999999999"]
        {
            check(bad, None);
        }
    }

    #[test]
    fn serial_numbers_are_compared_as_people_copy_them() {
        assert_eq!(folded(" 0012-ab 34"), folded("12AB34"));
        assert_ne!(folded("12AB34"), folded("12AB35"));
    }
}
