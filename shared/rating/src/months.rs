//! Days and months of a period.

use jiff::{ToSpan, civil::Date};
use portal_contracts::{invoice::Period, price_list::MonthRule};
use rust_decimal::Decimal;

use crate::{Error, number::quotient};

/// How many days a period has, both ends counted.
pub fn days(period: Period) -> Result<i64, Error> {
    let days = days_between(period.from, period.to)?;
    if days < 0 { Err(Error::PeriodReversed) } else { Ok(days + 1) }
}

pub(crate) fn days_between(from: Date, to: Date) -> Result<i64, Error> {
    from.until(to).map(|span| i64::from(span.get_days())).map_err(|_| Error::TooLarge)
}

/// How many months a period is, unrounded: whole calendar months count one and
/// of the others the share of their days; or days × 12 / 365.
pub fn months(period: Period, rule: MonthRule) -> Result<Decimal, Error> {
    let days = days(period)?;
    match rule {
        MonthRule::YearOf365 => quotient(Decimal::from(days * 12), Decimal::from(365)),
        MonthRule::Calendar => calendar_months(period, days),
    }
}

fn calendar_months(Period { from, to }: Period, days: i64) -> Result<Decimal, Error> {
    let (first, last) = (i64::from(from.days_in_month()), i64::from(to.days_in_month()));
    let between = (i64::from(to.year()) - i64::from(from.year())) * 12
        + (i64::from(to.month()) - i64::from(from.month()));
    if between == 0 {
        return quotient(Decimal::from(days), Decimal::from(first));
    }
    // One division at the end, so that shares that add up to whole months do.
    let of_first = first - i64::from(from.day()) + 1;
    let of_last = i64::from(to.day());
    let parts = (between - 1) * first * last + of_first * last + of_last * first;
    quotient(Decimal::from(parts), Decimal::from(first * last))
}

pub(crate) fn day_before(day: Date) -> Result<Date, Error> {
    day.checked_sub(1.day()).map_err(|_| Error::TooLarge)
}

pub(crate) fn day_after(day: Date) -> Result<Date, Error> {
    day.checked_add(1.day()).map_err(|_| Error::TooLarge)
}
