//! What a settlement says was used: the bars of the chart.

use std::collections::BTreeMap;

use jiff::civil::Date;
use portal_contracts::{
    breakdown::{Basis, BillingUnit, Breakdown, Metered},
    invoice::{Invoice, Period},
};
use portal_domain::{InvoiceNumber, Money, RegisterCode, SupplyPointId};
use rust_decimal::{Decimal, RoundingStrategy};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// Decimals of a quantity a day.
const PER_DAY_DECIMALS: u32 = 3;

/// A settlement, as far as a chart shows it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Settlement {
    pub number: InvoiceNumber,
    pub issued_on: Date,
    /// Both days included.
    pub period: Period,
    /// How many days the period has.
    pub days: i64,
    pub used: Vec<Used>,
    /// What was to be paid for the whole document.
    pub total: Money,
}

/// What went through registers of one code at a supply point.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Used {
    pub supply_point: SupplyPointId,
    pub register: RegisterCode,
    pub unit: BillingUnit,
    pub quantity: Decimal,
    /// Spread over the days of the period, rounded to three decimals.
    pub per_day: Decimal,
}

/// What `invoice` says was used; `None` when it isn't about what meters
/// measured.
pub(crate) fn settlement(invoice: &Invoice) -> Option<Settlement> {
    let breakdown = invoice.breakdown.as_ref().filter(|_| !invoice.cancelled)?;
    let period = invoice.period.or_else(|| spanned(breakdown))?;
    let days = i64::from((period.to - period.from).get_days()) + 1;
    if days < 1 {
        return None;
    }
    let mut sums: BTreeMap<_, (BillingUnit, Decimal)> = BTreeMap::new();
    for metered in metered(breakdown) {
        // Two units of one register, after a change of price list, stand apart.
        let unit = unit_order(metered.quantity_unit);
        let key = (metered.supply_point.clone(), metered.register.clone(), unit);
        let (_, sum) = sums.entry(key).or_insert((metered.quantity_unit, Decimal::ZERO));
        *sum = sum.checked_add(metered.quantity)?;
    }
    let used: Vec<Used> = sums
        .into_iter()
        .map(|((supply_point, register, _), (unit, quantity))| {
            let per_day = quantity.checked_div(days.into()).unwrap_or_default();
            let rule = RoundingStrategy::MidpointAwayFromZero;
            let per_day = per_day.round_dp_with_strategy(PER_DAY_DECIMALS, rule);
            Used { supply_point, register, unit, quantity, per_day }
        })
        .collect();
    let (number, issued_on, total) = (invoice.number.clone(), invoice.issued_on, invoice.total);
    (!used.is_empty()).then_some(Settlement { number, issued_on, period, days, used, total })
}

fn metered(breakdown: &Breakdown) -> impl Iterator<Item = &Metered> {
    breakdown.bases.iter().filter_map(|basis| match basis {
        Basis::Metered(metered) => Some(metered),
        Basis::Rainwater(_) => None,
    })
}

/// From the day after the first state of a meter to the day of the last one: a
/// state is what a register showed at the end of its day.
fn spanned(breakdown: &Breakdown) -> Option<Period> {
    let from = metered(breakdown).map(|metered| metered.from.on).min()?;
    let to = metered(breakdown).map(|metered| metered.to.on).max()?;
    Some(Period { from: from.tomorrow().ok()?, to })
}

fn unit_order(unit: BillingUnit) -> u8 {
    match unit {
        BillingUnit::M3 => 0,
        BillingUnit::Kwh => 1,
        BillingUnit::Mwh => 2,
        BillingUnit::Gj => 3,
        _ => 4,
    }
}
