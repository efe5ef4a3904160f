//! A customer's own consumption as the tariff calculator takes it: the last
//! twelve months that settlements tell of.

use std::collections::BTreeMap;

use jiff::{ToSpan, civil::Date};
use portal_contracts::{
    breakdown::{Basis, BillingUnit, Breakdown},
    invoice::Period,
    price_list::PriceList,
};
use portal_domain::{InvoiceNumber, Medium, PriceListId, RegisterCode, SupplyPointId};
use portal_rating::compare;
use rust_decimal::{Decimal, RoundingStrategy};

use crate::usage::Settlement;

/// Decimals of a year's quantity.
const QUANTITY_DECIMALS: u32 = 3;

/// A supply point's last twelve months.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct LastYear {
    /// Up to the last day that was settled; shorter if less is known.
    pub period: Period,
    /// Whether it's twelve months.
    pub whole: bool,
    /// As settled: the first one may begin earlier than the period.
    pub used: Vec<compare::Used>,
    /// What of it falls into the period, by register.
    pub quantities: BTreeMap<RegisterCode, (Decimal, BillingUnit)>,
    /// The settlement that it ends with.
    pub settlement: InvoiceNumber,
}

impl LastYear {
    /// From the settlements of a customer, in any order; `None`: nothing was
    /// settled at this point, or numbers are beyond what is counted.
    pub(crate) fn of(settlements: &[Settlement], point: &SupplyPointId) -> Option<Self> {
        let mut own: Vec<_> = settlements
            .iter()
            .filter(|one| one.used.iter().any(|used| used.supply_point == *point))
            // What a credit note gives back isn't what was used.
            .filter(|one| one.used.iter().all(|used| !used.quantity.is_sign_negative()))
            .collect();
        own.sort_by_key(|one| (one.period.to, one.issued_on));
        let last = own.last()?;
        let to = last.period.to;
        let from = to.checked_sub(1.year()).ok()?.tomorrow().ok()?;

        let mut known = to.tomorrow().ok()?;
        let mut used = Vec::new();
        let mut quantities: BTreeMap<RegisterCode, (Decimal, BillingUnit)> = BTreeMap::new();
        for settlement in own.iter().rev() {
            // What was settled anew, or after a gap, doesn't add up to a year.
            if known <= from || settlement.period.to.tomorrow().ok()? != known {
                continue;
            }
            known = settlement.period.from;
            for one in settlement.used.iter().filter(|one| one.supply_point == *point) {
                used.push(compare::Used {
                    period: settlement.period,
                    register: one.register.clone(),
                    quantity: one.quantity,
                    unit: one.unit,
                });
                let share = days(settlement.period.from.max(from), settlement.period.to);
                let part = one.quantity.checked_mul(share.into())?;
                let part = part.checked_div(settlement.days.into())?;
                let sum =
                    quantities.entry(one.register.clone()).or_insert((Decimal::ZERO, one.unit));
                let part = in_unit(part, one.unit, sum.1)?;
                sum.0 = sum.0.checked_add(part)?;
            }
        }
        for (quantity, _) in quantities.values_mut() {
            *quantity = rounded(*quantity);
        }
        let period = Period { from: known.max(from), to };
        let whole = period.from == from;
        Some(Self { period, whole, used, quantities, settlement: last.number.clone() })
    }
}

fn days(from: Date, to: Date) -> i32 {
    (to - from).get_days() + 1
}

/// The same energy in another unit; nothing else can be told in another.
fn in_unit(quantity: Decimal, from: BillingUnit, to: BillingUnit) -> Option<Decimal> {
    match (from, to) {
        _ if from == to => Some(quantity),
        (BillingUnit::Kwh, BillingUnit::Mwh) => quantity.checked_div(Decimal::ONE_THOUSAND),
        (BillingUnit::Mwh, BillingUnit::Kwh) => quantity.checked_mul(Decimal::ONE_THOUSAND),
        _ => None,
    }
}

/// Those of the price lists that hold on a day. One without a last day ends
/// where the next of its product begins.
pub(crate) fn valid_on(price_lists: Vec<PriceList>, on: Date) -> Vec<PriceList> {
    let begun = price_lists.into_iter().filter(|list| list.valid_from <= on);
    let mut latest: BTreeMap<String, PriceList> = BTreeMap::new();
    for list in begun {
        match latest.get(&list.product) {
            Some(later) if later.valid_from > list.valid_from => {}
            _ => {
                latest.insert(list.product.clone(), list);
            }
        }
    }
    latest.into_values().filter(|list| list.valid_to.is_none_or(|to| on <= to)).collect()
}

/// The price lists that lines of a supply point follow from, the last line's
/// last.
pub(crate) fn price_lists_of(breakdown: &Breakdown, point: &SupplyPointId) -> Vec<PriceListId> {
    let mut ids: Vec<PriceListId> = Vec::new();
    for line in breakdown.lines.iter().filter(|line| line.supply_point.as_ref() == Some(point)) {
        if let Some(price) = &line.price
            && !ids.contains(&price.price_list)
        {
            ids.push(price.price_list.clone());
        }
    }
    ids
}

/// What a supply point needs, as far as its own bill tells.
pub(crate) fn needs(
    breakdown: &Breakdown,
    point: &SupplyPointId,
    price_lists: &[PriceList],
) -> Option<compare::Needs> {
    let mut medium: Option<Medium> = None;
    let mut capacity = None;
    for line in breakdown.lines.iter().filter(|line| line.supply_point.as_ref() == Some(point)) {
        let Some(price) = &line.price else { continue };
        let Some(list) = price_lists.iter().find(|list| list.id == price.price_list) else {
            continue;
        };
        medium = Some(list.medium);
        let component = list.components.iter().find(|one| one.code == price.component);
        let priced = component.and_then(|component| component.capacity.clone());
        capacity = line.capacity.clone().or(priced).or(capacity);
    }
    let rainwater = rainwater(breakdown, point);
    Some(compare::Needs { medium: medium?, capacity, rainwater })
}

/// What drains in a year, as the months that were billed tell.
fn rainwater(breakdown: &Breakdown, point: &SupplyPointId) -> Option<Decimal> {
    let rain = breakdown.bases.iter().filter_map(|basis| match basis {
        Basis::Rainwater(rain) if rain.supply_point == *point => Some(rain),
        _ => None,
    });
    let mut quantity = Decimal::ZERO;
    let mut months = Decimal::ZERO;
    for one in rain {
        quantity = quantity.checked_add(one.quantity)?;
        months = months.checked_add(one.months)?;
    }
    let yearly = quantity.checked_mul(Decimal::from(12))?.checked_div(months)?;
    Some(rounded(yearly))
}

fn rounded(quantity: Decimal) -> Decimal {
    let rule = RoundingStrategy::MidpointAwayFromZero;
    quantity.round_dp_with_strategy(QUANTITY_DECIMALS, rule).normalize()
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use portal_domain::{Currency, Money};

    use super::*;
    use crate::usage::Used;

    /// `number` settled so many units through `T` of `P-1`.
    fn settled(number: &str, from: Date, to: Date, quantity: i64, unit: BillingUnit) -> Settlement {
        let used = Used {
            supply_point: "P-1".parse().unwrap(),
            register: "T".parse().unwrap(),
            unit,
            quantity: quantity.into(),
            per_day: Decimal::ZERO,
        };
        Settlement {
            number: number.parse().unwrap(),
            issued_on: to,
            period: Period { from, to },
            days: days(from, to).into(),
            used: vec![used],
            total: Money { minor: 0, currency: Currency::Czk },
        }
    }

    fn year(settlements: &[Settlement]) -> Option<LastYear> {
        LastYear::of(settlements, &"P-1".parse().unwrap())
    }

    fn quantity(year: &LastYear) -> Decimal {
        year.quantities[&"T".parse().unwrap()].0
    }

    #[test]
    fn a_settled_year_is_the_last_year() {
        let own = settled("1", date(2025, 1, 1), date(2025, 12, 31), 90, BillingUnit::M3);
        let year = year(&[own]).unwrap();
        assert!(year.whole);
        assert_eq!(year.period, Period { from: date(2025, 1, 1), to: date(2025, 12, 31) });
        assert_eq!(quantity(&year), 90.into());
    }

    #[test]
    fn two_settlements_that_touch_are_put_together_by_days() {
        let all = [
            settled("1", date(2024, 7, 1), date(2025, 6, 30), 365, BillingUnit::M3),
            settled("2", date(2025, 7, 1), date(2025, 12, 31), 100, BillingUnit::M3),
        ];
        let year = year(&all).unwrap();
        assert!(year.whole);
        // January to June have 181 days of the first one's 365.
        assert_eq!(quantity(&year), 281.into());
        assert_eq!(year.used.len(), 2);
        assert_eq!(year.settlement.as_str(), "2");
    }

    #[test]
    fn less_than_a_year_is_said_to_be_less() {
        let after_gap = [
            settled("1", date(2024, 1, 1), date(2025, 5, 31), 500, BillingUnit::M3),
            settled("2", date(2025, 7, 1), date(2025, 12, 31), 100, BillingUnit::M3),
        ];
        let year = year(&after_gap).unwrap();
        assert!(!year.whole);
        assert_eq!(year.period.from, date(2025, 7, 1));
        assert_eq!(quantity(&year), 100.into());
    }

    #[test]
    fn energy_is_counted_in_the_unit_of_the_last_settlement() {
        let all = [
            settled("1", date(2025, 1, 1), date(2025, 6, 30), 1500, BillingUnit::Kwh),
            settled("2", date(2025, 7, 1), date(2025, 12, 31), 2, BillingUnit::Mwh),
        ];
        let year = year(&all).unwrap();
        assert_eq!(quantity(&year), "3.5".parse().unwrap());
        assert_eq!(year.quantities.values().next().unwrap().1, BillingUnit::Mwh);
    }

    fn list(id: &str, product: &str, from: Date, to: Option<Date>) -> PriceList {
        PriceList {
            id: id.parse().unwrap(),
            medium: Medium::Water,
            product: product.to_owned(),
            names: BTreeMap::new(),
            valid_from: from,
            valid_to: to,
            currency: Currency::Czk,
            vat_method: Default::default(),
            months: Default::default(),
            whole_units: false,
            components: vec![],
            offered: true,
            legal_source: None,
            file: None,
        }
    }

    #[test]
    fn of_each_product_the_list_of_the_day_holds() {
        let lists = || {
            vec![
                list("W-26", "Water", date(2026, 1, 1), None),
                list("W-25", "Water", date(2025, 1, 1), None),
                list("S-25", "Small", date(2025, 1, 1), Some(date(2025, 12, 31))),
            ]
        };
        let on = |day| {
            let held = valid_on(lists(), day).into_iter();
            held.map(|list| list.id.to_string()).collect::<Vec<_>>()
        };
        assert_eq!(on(date(2024, 12, 31)), [] as [&str; 0]);
        assert_eq!(on(date(2025, 12, 31)), ["S-25", "W-25"]);
        assert_eq!(on(date(2026, 1, 1)), ["W-26"]);
    }

    #[test]
    fn a_credit_note_and_what_was_settled_anew_do_not_count_twice() {
        let all = [
            settled("1", date(2025, 1, 1), date(2025, 12, 31), 90, BillingUnit::M3),
            settled("2", date(2025, 1, 1), date(2025, 12, 31), -90, BillingUnit::M3),
            settled("3", date(2025, 1, 1), date(2025, 12, 31), 80, BillingUnit::M3),
        ];
        assert_eq!(quantity(&year(&all).unwrap()), 80.into());
        assert_eq!(year(&[]), None);
    }
}
