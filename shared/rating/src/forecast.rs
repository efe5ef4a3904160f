//! What the settlement will come to, from what was used so far and how earlier
//! years went on from there; and the advance that brings it to nothing.

use jiff::{ToSpan, civil::Date};
use portal_contracts::{invoice::Period, ledger::AdvanceBounds, price_list::PriceList};
use portal_domain::{Currency, Money};
use rust_decimal::Decimal;
use serde::Serialize;
use utoipa::ToSchema;

use crate::{
    Error,
    advance::advance,
    bill::Profile,
    compare::{Needs, Share, Used, cost, in_period},
    months::day_after,
    number::{in_unit, less, product, quotient, round},
};

/// Where a supply point is in its settlement period.
#[derive(Clone, Debug)]
pub struct Course<'a> {
    pub needs: Needs,
    /// The whole period that will be settled.
    pub period: Period,
    /// The last day that usage is known of.
    pub known_to: Date,
    /// Usage from the period's beginning to that day.
    pub used: &'a [Used],
    /// Usage of earlier years, as far back as it's known.
    pub earlier: &'a [Used],
    /// Of one product; the last one is taken as staying valid.
    pub price_lists: &'a [PriceList],
    /// Where an earlier year doesn't tell.
    pub profile: &'a Profile,
    /// Advances of the period that were paid, VAT included.
    pub paid: Money,
    /// Advances of the period still to be paid: how many, and what each is.
    pub to_pay: (u32, Money),
    pub bounds: Option<&'a AdvanceBounds>,
}

/// What will come.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ToSchema)]
pub struct Forecast {
    /// The cost of the whole period, VAT included.
    pub cost: Range,
    /// The cost less all advances; negative: paid back.
    pub settlement: Range,
    /// What each remaining advance would have to be, so that the likely
    /// settlement is nothing; none: no advance remains.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub advance: Option<Money>,
    /// How many earlier years it's founded on; 0: only the profile.
    pub years: u32,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, ToSchema)]
pub struct Range {
    pub low: Money,
    pub likely: Money,
    pub high: Money,
}

/// A year goes on like an earlier one, times how much more was used so far; not
/// more than so many times more or less, since its first days tell little.
const MOST_GROWTH: Decimal = Decimal::TWO;

/// With fewer than two years to compare, what remains is taken as so much
/// smaller or larger, in hundredths.
const UNCERTAIN: [i64; 3] = [80, 100, 120];

/// How far back earlier years are looked for.
const MOST_YEARS: u32 = 5;

/// The settlement to come: cost to date, and what remains as each earlier year
/// went on from the same day; the dearest of them, the median, and the
/// cheapest.
pub fn forecast(course: &Course<'_>) -> Result<Forecast, Error> {
    let rests = rests(course)?;
    let years = u32::try_from(rests.len()).map_err(|_| Error::TooLarge)?;
    let mut costs = vec![];
    if let [_, _, ..] = rests.as_slice() {
        for rest in &rests {
            costs.push(cost_with(course, rest, Decimal::ONE)?);
        }
    } else {
        let rest = match rests.into_iter().next() {
            Some(rest) => rest,
            None => rest_by_profile(course)?,
        };
        for hundredths in UNCERTAIN {
            costs.push(cost_with(course, &rest, Decimal::new(hundredths, 2))?);
        }
    }
    costs.sort_unstable();
    let cost = range(&costs, course.paid.currency)?;
    let (number, each) = course.to_pay;
    let later = each.minor.checked_mul(i64::from(number)).ok_or(Error::TooLarge)?;
    let taken = later.checked_add(course.paid.minor).ok_or(Error::TooLarge)?;
    let taken = Money { minor: taken, ..course.paid };
    let settlement = Range {
        low: less(cost.low, taken)?,
        likely: less(cost.likely, taken)?,
        high: less(cost.high, taken)?,
    };
    let open = less(cost.likely, course.paid)?;
    let advance = match number {
        0 => None,
        _ => Some(advance(open, number, course.bounds)?),
    };
    Ok(Forecast { cost, settlement, advance, years })
}

/// The least, the median and the most.
fn range(sorted: &[i64], currency: Currency) -> Result<Range, Error> {
    let money = |minor| Money { minor, currency };
    let (Some(low), Some(high)) = (sorted.first(), sorted.last()) else {
        return Err(Error::NoUsage);
    };
    let middle = |place: usize| sorted.get(place).copied().unwrap_or(*high);
    let (one, other) = (middle((sorted.len() - 1) / 2), middle(sorted.len() / 2));
    // Of two in the middle, halfway.
    let between = other.checked_sub(one).ok_or(Error::TooLarge)?;
    let likely = one.checked_add(between / 2).ok_or(Error::TooLarge)?;
    Ok(Range { low: money(*low), likely: money(likely), high: money(*high) })
}

/// What remains to be used, by each earlier year that is known whole.
fn rests(course: &Course<'_>) -> Result<Vec<Vec<Used>>, Error> {
    let so_far = Period { from: course.period.from, to: course.known_to };
    let Some(rest) = remaining(course)? else { return Ok(vec![]) };
    let now = in_period(course.used, so_far, course.profile)?;
    let mut found = vec![];
    for back in 1..=MOST_YEARS {
        let (then, then_rest) = (earlier(so_far, back)?, earlier(rest, back)?);
        let whole = Period { from: then.from.min(then_rest.from), to: then_rest.to };
        if !is_known(course.earlier, whole)? {
            continue;
        }
        let before = in_period(course.earlier, then, course.profile)?;
        let after = in_period(course.earlier, then_rest, course.profile)?;
        let mut year = vec![];
        for share in after {
            let of = |shares: &[Share]| {
                let mut same = shares.iter().filter(|one| one.register == share.register);
                same.find_map(|one| in_unit(one.quantity, one.unit, share.unit))
            };
            let growth = match (of(&now), of(&before)) {
                (Some(now), Some(before)) if before > Decimal::ZERO => quotient(now, before)?,
                _ => Decimal::ONE,
            };
            let least = quotient(Decimal::ONE, MOST_GROWTH)?;
            let growth = growth.min(MOST_GROWTH).max(least);
            let Share { register, quantity, unit } = share;
            let quantity = product(&[quantity, growth])?;
            year.push(Used { period: rest, register, quantity, unit });
        }
        found.push(year);
    }
    Ok(found)
}

/// What remains if the rest of the period is like its beginning, by the profile.
fn rest_by_profile(course: &Course<'_>) -> Result<Vec<Used>, Error> {
    let so_far = Period { from: course.period.from, to: course.known_to };
    let Some(rest) = remaining(course)? else { return Ok(vec![]) };
    if so_far.to < so_far.from || course.used.is_empty() {
        return Err(Error::NoUsage);
    }
    let known = course.profile.weight(so_far.from, so_far.to)?;
    let unknown = course.profile.weight(rest.from, rest.to)?;
    if known.is_zero() {
        return Err(Error::EmptyProfile);
    }
    in_period(course.used, so_far, course.profile)?
        .into_iter()
        .map(|Share { register, quantity, unit }| {
            let quantity = quotient(product(&[quantity, unknown])?, known)?;
            Ok(Used { period: rest, register, quantity, unit })
        })
        .collect()
}

/// The days that nothing is known of yet.
fn remaining(course: &Course<'_>) -> Result<Option<Period>, Error> {
    let from = day_after(course.known_to)?.max(course.period.from);
    Ok((from <= course.period.to).then_some(Period { from, to: course.period.to }))
}

/// The whole period's cost, VAT included, if so many times the rest is used.
fn cost_with(course: &Course<'_>, rest: &[Used], times: Decimal) -> Result<i64, Error> {
    let mut used: Vec<Used> = course.used.to_vec();
    for one in rest {
        let quantity = round(product(&[one.quantity, times])?, 3);
        used.push(Used { quantity, ..one.clone() });
    }
    let mut lists = course.price_lists.to_vec();
    lists.sort_by_key(|list| list.valid_from);
    if let Some(last) = lists.last_mut() {
        last.valid_to = None;
    }
    let other = lists.iter().find(|list| list.currency != course.paid.currency);
    if let Some(other) = other {
        return Err(Error::OtherCurrency(other.id.clone()));
    }
    let product: Vec<&PriceList> = lists.iter().collect();
    Ok(cost(&course.needs, &used, course.period, &product, course.profile)?.gross.minor)
}

fn earlier(period: Period, years: u32) -> Result<Period, Error> {
    let back = |day: Date| day.checked_sub(i64::from(years).years()).map_err(|_| Error::TooLarge);
    Ok(Period { from: back(period.from)?, to: back(period.to)? })
}

/// Whether usage is known of each day.
fn is_known(used: &[Used], whole: Period) -> Result<bool, Error> {
    let mut periods: Vec<Period> = used.iter().map(|one| one.period).collect();
    periods.sort_by_key(|period| period.from);
    let mut next = whole.from;
    for period in periods {
        if period.from > next {
            break;
        }
        if period.to >= next {
            next = day_after(period.to)?;
        }
    }
    Ok(next > whole.to)
}
