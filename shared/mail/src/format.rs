//! Dates, times and decimals as people write them.
//!
//! Three languages and three forms are less than a page. ICU4X 2.4 writes the
//! same and adds 1.1 MB to each function that sends mail, and 27 s of processor
//! time to a cold build (measured). The forms are those of `Intl` in a browser,
//! so that a mail and the page agree.

use jiff::{civil::Date, tz::TimeZone};
use portal_domain::Language;
use rust_decimal::Decimal;

/// Keeps a number or a date on one line.
const NO_BREAK_SPACE: char = '\u{a0}';

/// A day in words, its month in the case that a date takes: `31. března 2026`,
/// `31 marca 2026`, `31 March 2026`.
pub fn date(language: Language, date: Date) -> String {
    let (day, year) = (date.day(), date.year());
    let month = month(language, date.month());
    let dot = if language == Language::Cs { "." } else { "" };
    format!("{day}{dot}{NO_BREAK_SPACE}{month}{NO_BREAK_SPACE}{year}")
}

/// A day and the time of day in `zone`: `31. března 2026, 12:05`.
pub fn moment(language: Language, at: jiff::Timestamp, zone: &TimeZone) -> String {
    let local = at.to_zoned(zone.clone());
    let day = date(language, local.date());
    format!("{day}, {:02}:{:02}", local.hour(), local.minute())
}

/// A number with as many decimals as it has: `1 234,5`, `1,234.5`. Polish
/// leaves four digits together.
pub fn decimal(language: Language, number: Decimal) -> String {
    let plain = number.abs().to_string();
    let (whole, fraction) = plain.split_once('.').unwrap_or((&plain, ""));
    let (mark, separator, shortest_parted) = match language {
        Language::Cs => (',', NO_BREAK_SPACE, 4),
        Language::Pl => (',', NO_BREAK_SPACE, 5),
        Language::En => ('.', ',', 4),
    };
    let mut text = String::new();
    if number.is_sign_negative() && !number.is_zero() {
        text.push('-');
    }
    for (position, digit) in whole.chars().enumerate() {
        let left = whole.len() - position;
        if position > 0 && left % 3 == 0 && whole.len() >= shortest_parted {
            text.push(separator);
        }
        text.push(digit);
    }
    if !fraction.is_empty() {
        text.push(mark);
        text.push_str(fraction);
    }
    text
}

fn month(language: Language, number: i8) -> &'static str {
    let names = match language {
        Language::Cs => [
            "ledna",
            "února",
            "března",
            "dubna",
            "května",
            "června",
            "července",
            "srpna",
            "září",
            "října",
            "listopadu",
            "prosince",
        ],
        Language::Pl => [
            "stycznia",
            "lutego",
            "marca",
            "kwietnia",
            "maja",
            "czerwca",
            "lipca",
            "sierpnia",
            "września",
            "października",
            "listopada",
            "grudnia",
        ],
        Language::En => [
            "January",
            "February",
            "March",
            "April",
            "May",
            "June",
            "July",
            "August",
            "September",
            "October",
            "November",
            "December",
        ],
    };
    usize::try_from(number - 1).ok().and_then(|index| names.get(index)).copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use Language::{Cs, En, Pl};

    use super::*;

    #[track_caller]
    fn written(number: &str, cs: &str, pl: &str, en: &str) {
        let number: Decimal = number.parse().unwrap();
        let write = |language| decimal(language, number).replace(NO_BREAK_SPACE, "_");
        assert_eq!([write(Cs), write(Pl), write(En)], [cs, pl, en]);
    }

    /// The expected forms are what `Intl.NumberFormat` writes.
    #[test]
    fn a_number_is_written_as_in_the_language() {
        written("0", "0", "0", "0");
        written("0.5", "0,5", "0,5", "0.5");
        written("123.0", "123,0", "123,0", "123.0");
        written("1234.50", "1_234,50", "1234,50", "1,234.50");
        written("12345", "12_345", "12_345", "12,345");
        written("1234567.891", "1_234_567,891", "1_234_567,891", "1,234,567.891");
        written("-1234", "-1_234", "-1234", "-1,234");
        written("-0", "0", "0", "0");
    }

    #[test]
    fn a_day_is_written_in_words() {
        let day = jiff::civil::date(2026, 3, 1);
        let write = |language| date(language, day).replace(NO_BREAK_SPACE, " ");
        assert_eq!(write(Cs), "1. března 2026");
        assert_eq!(write(Pl), "1 marca 2026");
        assert_eq!(write(En), "1 March 2026");
    }

    #[test]
    fn every_month_has_a_name() {
        for language in Language::ALL {
            let mut names: Vec<_> = (1..=12).map(|number| month(language, number)).collect();
            assert!(names.iter().all(|name| name.len() >= 3));
            names.sort_unstable();
            names.dedup();
            assert_eq!(names.len(), 12);
        }
    }

    #[test]
    fn a_time_is_the_utilitys_in_summer_and_in_winter() {
        let zone = TimeZone::get("Europe/Prague").unwrap();
        let write = |at: &str| moment(En, at.parse().unwrap(), &zone).replace(NO_BREAK_SPACE, " ");
        assert_eq!(write("2026-03-28T23:30:00Z"), "29 March 2026, 00:30");
        assert_eq!(write("2026-03-29T01:05:00Z"), "29 March 2026, 03:05");
    }
}
