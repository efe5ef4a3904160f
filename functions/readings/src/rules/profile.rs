//! How use spreads over a year, by medium: what makes a winter comparable with
//! a year.

use jiff::{ToSpan, civil::Date};
use portal_domain::{Medium, Unit};
use rust_decimal::Decimal;

use crate::reading::days_between;

/// The weight of a day in each month, in hundredths of the average day's.
/// Heating follows the degree days of the Czech and Polish lowlands, with a
/// base of hot water and cooking.
const HEATING: [i64; 12] = [205, 185, 150, 90, 45, 25, 20, 20, 45, 95, 145, 190];
const LIGHTING: [i64; 12] = [120, 115, 105, 95, 90, 85, 80, 85, 90, 100, 115, 120];
const EVEN: [i64; 12] = [100; 12];

/// The weight of the days after `from` up to and with `to`, in average days.
pub(super) fn weight(medium: Medium, from: Date, to: Date) -> Decimal {
    let months = match medium {
        Medium::Water => &EVEN,
        Medium::Electricity => &LIGHTING,
        Medium::Gas | Medium::Heat => &HEATING,
    };
    let mut sum = 0;
    let mut day = from;
    while day < to {
        let first = day.saturating_add(1.day());
        let last = first.last_of_month().min(to);
        let month = usize::try_from(first.month() - 1).unwrap_or(0);
        sum += months.get(month).copied().unwrap_or(100) * days_between(day, last);
        day = last;
    }
    Decimal::new(sum, 2)
}

/// What an ordinary household's register uses on an average day: the last
/// resort when a point has no past.
pub(super) fn class_per_day(medium: Medium, unit: Unit) -> Decimal {
    let per_year = match (medium, unit) {
        (Medium::Water, _) => 90,
        (Medium::Electricity, _) => 3_000,
        (Medium::Gas, Unit::Kwh) => 13_000,
        (Medium::Gas, _) => 1_200,
        (Medium::Heat, Unit::Kwh) => 8_000,
        (Medium::Heat, _) => 30,
    };
    (Decimal::from(per_year) / Decimal::from(365)).round_dp(6)
}

/// A difference from the usual that is too small to ask about.
pub(super) fn floor(medium: Medium, unit: Unit) -> Decimal {
    let amount = match (medium, unit) {
        (Medium::Water, _) => 5,
        (Medium::Electricity, _) => 60,
        (Medium::Gas, Unit::Kwh) => 300,
        (Medium::Gas, _) => 30,
        (Medium::Heat, Unit::Kwh) => 300,
        (Medium::Heat, _) => 1,
    };
    Decimal::from(amount)
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn a_year_weighs_about_its_days() {
        for medium in [Medium::Water, Medium::Electricity, Medium::Gas, Medium::Heat] {
            let year = weight(medium, date(2024, 12, 31), date(2025, 12, 31));
            assert!((year - Decimal::from(365)).abs() < Decimal::from(6), "{medium:?}: {year}");
        }
    }

    #[test]
    fn weights_of_parts_add_up() {
        let part = |from, to| weight(Medium::Gas, from, to);
        let whole = part(date(2025, 1, 10), date(2025, 8, 20));
        let parts =
            part(date(2025, 1, 10), date(2025, 3, 5)) + part(date(2025, 3, 5), date(2025, 8, 20));
        assert_eq!(whole, parts);
        assert_eq!(part(date(2025, 1, 10), date(2025, 1, 10)), Decimal::ZERO);
    }
}
