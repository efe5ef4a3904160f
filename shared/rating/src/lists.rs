//! Which price list is valid when.

use jiff::civil::Date;
use portal_contracts::{invoice::Period, price_list::PriceList};

use crate::{
    Error,
    months::{day_after, day_before},
};

/// The lists of one product that are valid in a period, each with its part of
/// it; without a gap.
pub(crate) fn in_period<'a>(
    lists: &[&'a PriceList],
    period: Period,
) -> Result<Vec<(Period, &'a PriceList)>, Error> {
    if period.to < period.from {
        return Err(Error::PeriodReversed);
    }
    let mut lists = lists.to_vec();
    lists.sort_by_key(|list| list.valid_from);
    let mut parts = vec![];
    let mut from = period.from;
    for (place, list) in lists.iter().enumerate() {
        let to = last_day(list, lists.get(place + 1).copied())?;
        if to.is_some_and(|to| to < from) {
            continue;
        }
        if list.valid_from > from {
            return Err(Error::NoPriceList(from));
        }
        let to = to.unwrap_or(period.to).min(period.to);
        parts.push((Period { from, to }, *list));
        if to == period.to {
            return Ok(parts);
        }
        from = day_after(to)?;
    }
    Err(Error::NoPriceList(from))
}

/// The lists of the same product, in the order of validity.
pub(crate) fn of_product<'a>(lists: &'a [PriceList], one: &PriceList) -> Vec<&'a PriceList> {
    let alike = |list: &&PriceList| {
        (list.medium, &list.product, list.currency) == (one.medium, &one.product, one.currency)
    };
    let mut lists: Vec<_> = lists.iter().filter(alike).collect();
    lists.sort_by_key(|list| list.valid_from);
    lists
}

/// Whether a list is valid on each day of a period, as far as these lists of
/// its product tell.
pub(crate) fn is_valid(list: &PriceList, period: Period, product: &[&PriceList]) -> bool {
    let next = product.iter().find(|next| next.valid_from > list.valid_from);
    let ended = next.is_some_and(|next| next.valid_from <= period.to);
    let outlived = list.valid_to.is_some_and(|to| to < period.to);
    list.valid_from <= period.from && !ended && !outlived
}

/// The last day of a list that another may follow; none: it has no end.
fn last_day(list: &PriceList, next: Option<&PriceList>) -> Result<Option<Date>, Error> {
    let Some(next) = next else { return Ok(list.valid_to) };
    let overlaps = list.valid_to.is_some_and(|to| to >= next.valid_from);
    if overlaps || next.valid_from == list.valid_from {
        return Err(Error::PriceListsOverlap(list.id.clone(), next.id.clone()));
    }
    let before = day_before(next.valid_from)?;
    Ok(Some(list.valid_to.map_or(before, |to| to.min(before))))
}
