//! Lines that belong together: of one component, in one period. With tiers
//! there are several.

use std::collections::BTreeMap;

use jiff::civil::Date;
use portal_contracts::breakdown::{Breakdown, Line};
use portal_domain::{PriceListId, SupplyPointId};

/// What lines have in common.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Key<'a> {
    pub(super) supply_point: Option<&'a SupplyPointId>,
    /// The component and its price list; else the name.
    pub(super) price: Result<(&'a str, &'a PriceListId), &'a str>,
    from: Date,
    to: Date,
}

impl<'a> Key<'a> {
    pub(super) fn of(line: &'a Line) -> Self {
        let price = match &line.price {
            Some(price) => Ok((price.component.as_str(), &price.price_list)),
            None => Err(line.name.as_str()),
        };
        let supply_point = line.supply_point.as_ref();
        Self { supply_point, price, from: line.period.from, to: line.period.to }
    }
}

/// Lines by their places.
pub(super) type Group<'a> = Vec<(u16, &'a Line)>;

/// All lines, those together that belong together.
pub(super) fn groups(breakdown: &Breakdown) -> BTreeMap<Key<'_>, Group<'_>> {
    let mut groups: BTreeMap<_, Group<'_>> = BTreeMap::new();
    for (place, line) in (0..=u16::MAX).zip(&breakdown.lines) {
        groups.entry(Key::of(line)).or_default().push((place, line));
    }
    groups
}
