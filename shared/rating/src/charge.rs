//! What one component of a price list comes to in a span of time.

use portal_contracts::{
    breakdown::{BillingUnit, LineKind},
    price_list::{Component, Per, PriceList},
};
use portal_domain::{Currency, Money, RegisterCode};
use rust_decimal::Decimal;

use crate::{
    Error,
    capacity::{self, Breaker},
    number::{amount, difference, in_unit, product, quotient, round, sum},
};

/// What is charged for, of one supply point in a span of time.
#[derive(Clone, Debug)]
pub(crate) struct Span<'a> {
    /// Unrounded.
    pub(crate) months: Decimal,
    pub(crate) consumed: Vec<Consumed<'a>>,
    pub(crate) capacity: Option<&'a str>,
    /// m³.
    pub(crate) rain: Decimal,
}

#[derive(Clone, Copy, Debug)]
pub(crate) struct Consumed<'a> {
    pub(crate) register: &'a RegisterCode,
    pub(crate) quantity: Decimal,
    pub(crate) unit: BillingUnit,
}

/// What becomes a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Charge {
    pub(crate) kind: LineKind,
    pub(crate) quantity: Decimal,
    pub(crate) unit: BillingUnit,
    pub(crate) unit_price: Decimal,
    pub(crate) amount: Money,
    /// Whether the quantity is what was consumed.
    pub(crate) measured: bool,
}

/// Whether a component is for this reserved capacity.
pub(crate) fn is_for(component: &Component, reserved: Option<&str>) -> bool {
    match (&component.capacity, reserved) {
        (None, _) => true,
        (Some(wanted), Some(reserved)) => capacity::same(wanted, reserved),
        (Some(_), None) => false,
    }
}

/// Whether a list that has prices by reserved capacity has one for this.
pub(crate) fn offered(list: &PriceList, reserved: Option<&str>) -> Result<(), Error> {
    let by_capacity = |component: &&Component| component.capacity.is_some();
    let mut priced = list.components.iter().filter(by_capacity).peekable();
    if priced.peek().is_none() {
        return Ok(());
    }
    if reserved.is_none() {
        return Err(Error::CapacityMissing);
    }
    let fits = priced.any(|component| is_for(component, reserved));
    if fits { Ok(()) } else { Err(Error::CapacityNotOffered(list.id.clone())) }
}

/// Whether a price per unit is for what went through a register. What is fed
/// into the grid (`A-`) has to be named.
pub(crate) fn takes(registers: &[RegisterCode], register: &RegisterCode) -> bool {
    if registers.is_empty() { register.as_str() != "A-" } else { registers.contains(register) }
}

/// The charges of a component: one, or with tiers one for each that is reached.
pub(crate) fn charges(
    component: &Component,
    span: &Span<'_>,
    currency: Currency,
) -> Result<Vec<Charge>, Error> {
    let decimals = component.quantity_decimals;
    match &component.per {
        Per::Consumption { unit, registers } => {
            let quantity = round(consumed(span, registers, *unit)?, decimals);
            tiers(component, quantity, span.months)?
                .into_iter()
                .map(|(quantity, price)| {
                    let kind = LineKind::Consumption;
                    charge(kind, quantity, *unit, price, true, currency)
                })
                .collect()
        }
        Per::Rainwater => tiers(component, round(span.rain, decimals), span.months)?
            .into_iter()
            .map(|(quantity, price)| {
                charge(LineKind::Rainwater, quantity, BillingUnit::M3, price, false, currency)
            })
            .collect(),
        Per::Month => {
            let quantity = round(span.months, decimals);
            fixed(component, span, quantity, BillingUnit::Month, currency)
        }
        Per::AmpereMonth => {
            let quantity = round(ampere_months(span)?, decimals);
            fixed(component, span, quantity, BillingUnit::AmpereMonth, currency)
        }
    }
}

fn charge(
    kind: LineKind,
    quantity: Decimal,
    unit: BillingUnit,
    unit_price: Decimal,
    measured: bool,
    currency: Currency,
) -> Result<Charge, Error> {
    let amount = amount(quantity, unit_price, currency)?;
    Ok(Charge { kind, quantity, unit, unit_price, amount, measured })
}

/// A fixed charge; or, where its sum is capped by what was consumed and the cap
/// is lower, the cap as a price of each MWh.
fn fixed(
    component: &Component,
    span: &Span<'_>,
    quantity: Decimal,
    unit: BillingUnit,
    currency: Currency,
) -> Result<Vec<Charge>, Error> {
    let whole = charge(LineKind::Fixed, quantity, unit, component.price, false, currency)?;
    let most = component.at_most_per_mwh.filter(|_| !span.consumed.is_empty());
    let Some(most) = most else { return Ok(vec![whole]) };
    let energy = round(consumed(span, &[], BillingUnit::Mwh)?, 6).normalize();
    let capped = charge(LineKind::Consumption, energy, BillingUnit::Mwh, most, true, currency)?;
    Ok(vec![if capped.amount.minor < whole.amount.minor { capped } else { whole }])
}

/// What went through these registers, in a unit.
fn consumed(
    span: &Span<'_>,
    registers: &[RegisterCode],
    unit: BillingUnit,
) -> Result<Decimal, Error> {
    let parts: Result<Vec<_>, _> = span
        .consumed
        .iter()
        .filter(|each| takes(registers, each.register))
        .map(|each| {
            in_unit(each.quantity, each.unit, unit)
                .ok_or_else(|| Error::OtherUnit(each.register.clone()))
        })
        .collect();
    sum(parts?)
}

/// Months × amperes of all phases.
fn ampere_months(span: &Span<'_>) -> Result<Decimal, Error> {
    let breaker: Breaker =
        span.capacity.and_then(|capacity| capacity.parse().ok()).ok_or(Error::CapacityMissing)?;
    product(&[span.months, Decimal::from(breaker.all_phases())])
}

/// A quantity cut where other prices begin: a year's bounds, of which a span has
/// the share of its months, rounded as the quantity is.
fn tiers(
    component: &Component,
    quantity: Decimal,
    months: Decimal,
) -> Result<Vec<(Decimal, Decimal)>, Error> {
    let mut parts = vec![];
    let (mut price, mut from) = (component.price, Decimal::ZERO);
    for tier in &component.tiers {
        let share = quotient(product(&[tier.beyond, months])?, Decimal::from(12))?;
        let bound = round(share, component.quantity_decimals).max(from);
        if quantity <= bound {
            break;
        }
        if bound > from {
            parts.push((difference(bound, from)?, price));
        }
        (price, from) = (tier.price, bound);
    }
    let rest = difference(quantity, from)?;
    if !rest.is_zero() || parts.is_empty() {
        parts.push((rest, price));
    }
    Ok(parts)
}
