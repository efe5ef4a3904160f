//! A customer's own consumption as the tariff calculator takes it: the last
//! twelve months that settlements tell of.

use std::collections::BTreeMap;

use jiff::{ToSpan, civil::Date};
use portal_contracts::{
    breakdown::{BillingUnit, Breakdown},
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
pub struct LastYear {
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
    pub fn of(settlements: &[Settlement], point: &SupplyPointId) -> Option<Self> {
        let mut own: Vec<_> = settlements
            .iter()
            .filter(|one| one.used.iter().any(|used| used.supply_point == *point))
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
                let sum = quantities.entry(one.register.clone()).or_insert((Decimal::ZERO, one.unit));
                let part = in_unit(part, one.unit, sum.1)?;
                sum.0 = sum.0.checked_add(part)?;
            }
        }
        for (quantity, _) in quantities.values_mut() {
            let rule = RoundingStrategy::MidpointAwayFromZero;
            *quantity = quantity.round_dp_with_strategy(QUANTITY_DECIMALS, rule).normalize();
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

/// The price lists that lines of a supply point follow from, the last line's
/// last.
pub fn price_lists_of(breakdown: &Breakdown, point: &SupplyPointId) -> Vec<PriceListId> {
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
pub fn needs(
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
        let stated = component.and_then(|component| component.capacity.clone());
        capacity = stated.or(capacity);
    }
    Some(compare::Needs { medium: medium?, capacity, rainwater: None })
}

/// The products whose lists a point was billed by.
pub fn products<'a>(price_lists: &'a [PriceList]) -> impl Iterator<Item = &'a str> {
    price_lists.iter().map(|list| list.product.as_str())
}
