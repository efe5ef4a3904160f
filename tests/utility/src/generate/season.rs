//! How much is used on which days.

use jiff::{ToSpan, civil::Date};
use portal_domain::Medium;
use rust_decimal::Decimal;

use super::dice::Dice;

/// Percent of the yearly average, January to December.
fn of_month(medium: Medium, month: i8) -> i64 {
    let year = match medium {
        Medium::Water => [92, 92, 95, 98, 105, 115, 118, 112, 102, 96, 92, 90],
        Medium::Electricity => [125, 118, 108, 95, 85, 78, 75, 78, 88, 100, 115, 128],
        Medium::Gas => [220, 190, 150, 90, 40, 15, 10, 12, 40, 95, 150, 200],
        Medium::Heat => [225, 195, 155, 85, 35, 8, 5, 6, 35, 95, 155, 205],
    };
    usize::try_from(month - 1).ok().and_then(|month| year.get(month)).copied().unwrap_or(100)
}

/// What each month has of a year, January to December.
pub(crate) fn weights(medium: Medium) -> [Decimal; 12] {
    let mut month = 0;
    [(); 12].map(|()| {
        month += 1;
        of_month(medium, month).into()
    })
}

/// What `thing` uses from the end of `from` to the end of `to`, in the unit of
/// `per_day` (the yearly average): by the season, and each month a little more
/// or less than that.
pub(crate) fn used(
    seed: u64,
    thing: &str,
    medium: Medium,
    per_day: i64,
    from: Date,
    to: Date,
) -> i64 {
    let mut sum = 0;
    let mut day = from;
    while day < to {
        let first = day.saturating_add(1.day());
        day = first.last_of_month().min(to);
        let days = i64::from(first.until(day).map_or(0, |span| span.get_days()) + 1);
        let month = format!("{thing}/{}-{}", first.year(), first.month());
        let whim = Dice::of(seed, &month).between(88, 112);
        sum += days * per_day * of_month(medium, first.month()) * whim / 10_000;
    }
    sum
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn a_year_has_what_its_months_have() {
        let used = |from, to| used(1, "m", Medium::Gas, 10_000, from, to);
        let year = used(date(2023, 12, 31), date(2024, 12, 31));
        let halves = used(date(2023, 12, 31), date(2024, 6, 30))
            + used(date(2024, 6, 30), date(2024, 12, 31));
        assert_eq!(year, halves);
        assert!((3_200_000..4_100_000).contains(&year), "{year}");
    }

    #[test]
    fn gas_is_used_in_winter() {
        let used = |from, to| used(1, "m", Medium::Gas, 10_000, from, to);
        let winter = used(date(2023, 12, 31), date(2024, 1, 31));
        let summer = used(date(2024, 6, 30), date(2024, 7, 31));
        assert!(winter > 10 * summer);
        assert_eq!(used(date(2024, 1, 31), date(2024, 1, 31)), 0);
    }
}
