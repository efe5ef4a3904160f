//! What a mistyped number may have been.

use rust_decimal::{Decimal, RoundingStrategy};

use super::{finding::SuggestionCode, form::misfit};
use crate::reading::Register;

/// The point may be this many places off; water meters have three red digits.
const PLACES: u32 = 3;

/// Every number that one slip of the fingers turns into `typed`, and that the
/// dial can show; digits that it lacks fall away.
pub(super) fn candidates(register: &Register, typed: Decimal) -> Vec<(SuggestionCode, Decimal)> {
    let plain = typed.normalize();
    let scale = plain.scale();
    let digits = plain.mantissa().to_string();
    let point = usize::try_from(scale).unwrap_or(0);
    let width = usize::from(register.digits) + point;
    let padded = format!("{digits:0>width$}");
    // A digit too many or too few doesn't move the digits behind the mark.
    let (whole, part) = padded.split_at(padded.len() - point);
    let zeros = whole.len() - whole.trim_start_matches('0').len();
    let (zeros, whole) = whole.split_at(zeros);

    let cut = |value: Decimal| {
        value.round_dp_with_strategy(u32::from(register.decimals), RoundingStrategy::ToZero)
    };
    let joined = |(code, whole): (SuggestionCode, String)| (code, format!("{whole}{part}"));
    let texts = slipped(&padded)
        .chain(shortened(whole).map(joined))
        .chain(lengthened(whole).map(joined))
        .chain(begun(zeros, whole).map(joined))
        .filter_map(|(code, text)| Some((code, number(&text, scale)?)));
    let all = shifted(typed).chain(texts).map(|(code, value)| (code, cut(value)));
    let mut found: Vec<(SuggestionCode, Decimal)> = Vec::new();
    for (code, value) in all {
        let known = value == typed || found.iter().any(|(_, other)| *other == value);
        if !known && misfit(register, value).is_none() {
            found.push((code, value.normalize()));
        }
    }
    found
}

/// The decimal mark elsewhere.
fn shifted(typed: Decimal) -> impl Iterator<Item = (SuggestionCode, Decimal)> {
    let tens = (1..=PLACES).map(|places| Decimal::from(10_u64.pow(places)));
    let both = tens.flat_map(move |ten| [Some(typed / ten), typed.checked_mul(ten)]);
    both.flatten().map(|value| (SuggestionCode::ShiftedPoint, value))
}

/// Two digits beside each other, changed back.
fn slipped(digits: &str) -> impl Iterator<Item = (SuggestionCode, String)> {
    (1..digits.len()).map(move |at| {
        let mut bytes = digits.as_bytes().to_vec();
        bytes.swap(at - 1, at);
        (SuggestionCode::DigitSlip, String::from_utf8_lossy(&bytes).into_owned())
    })
}

/// One digit taken out.
fn shortened(digits: &str) -> impl Iterator<Item = (SuggestionCode, String)> {
    (0..digits.len()).map(move |at| {
        let mut text = digits.to_owned();
        text.remove(at);
        (SuggestionCode::ExtraDigit, text)
    })
}

/// One digit put in.
fn lengthened(digits: &str) -> impl Iterator<Item = (SuggestionCode, String)> {
    (0..=digits.len()).flat_map(move |at| {
        ('0'..='9').map(move |digit| {
            let mut text = digits.to_owned();
            text.insert(at, digit);
            (SuggestionCode::DroppedDigit, text)
        })
    })
}

/// The first digit put back, where zeros followed it: `7033` without it is
/// `033`.
fn begun(zeros: &str, digits: &str) -> impl Iterator<Item = (SuggestionCode, String)> {
    (0..zeros.len()).flat_map(move |behind| {
        ('1'..='9').map(move |digit| {
            let text = format!("{digit}{}{digits}", &zeros[..behind]);
            (SuggestionCode::DroppedDigit, text)
        })
    })
}

fn number(digits: &str, scale: u32) -> Option<Decimal> {
    let mantissa: i128 = digits.parse().ok()?;
    Decimal::try_from_i128_with_scale(mantissa, scale).ok()
}

#[cfg(test)]
mod tests {
    use portal_domain::Unit;

    use super::*;

    /// `meant` is among what `typed` may have been, on a dial of five digits
    /// and one decimal.
    #[track_caller]
    fn check(meant: &str, typed: &str, code: SuggestionCode) {
        let register = Register {
            code: "T".parse().unwrap(),
            unit: Unit::M3,
            digits: 5,
            decimals: 1,
            multiplier: Decimal::ONE,
            initial: Decimal::ZERO,
        };
        let found = candidates(&register, typed.parse().unwrap());
        let meant: Decimal = meant.parse().unwrap();
        assert!(found.contains(&(code, meant.normalize())), "{meant} not in {found:?}");
    }

    #[test]
    fn every_single_slip_is_undone() {
        check("12345.6", "12435.6", SuggestionCode::DigitSlip);
        check("1234.5", "12344.5", SuggestionCode::ExtraDigit);
        check("1234.5", "1324.5", SuggestionCode::DigitSlip);
        check("12345.6", "1234.6", SuggestionCode::DroppedDigit);
        check("12345.6", "123345.6", SuggestionCode::ExtraDigit);
        check("12345.6", "123456", SuggestionCode::ShiftedPoint);
        check("7033.5", "033.5", SuggestionCode::DroppedDigit);
        check("123.4", "1234", SuggestionCode::ShiftedPoint);
        check("123.4", "123456", SuggestionCode::ShiftedPoint);
        check("1234", "1.234", SuggestionCode::ShiftedPoint);
    }
}
