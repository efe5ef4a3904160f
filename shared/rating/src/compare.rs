//! The tariff calculator: the same usage in every price list, cheapest first;
//! for a year from a day on, or for a period that has been.

mod offer;
mod share;

use std::collections::BTreeMap;

use jiff::{ToSpan, civil::Date};
use portal_contracts::{
    breakdown::BillingUnit,
    invoice::{Period, VatTotal},
    price_list::{Per, PriceList},
};
use portal_domain::{Money, RegisterCode};
use rust_decimal::Decimal;

pub use offer::{Comparison, LeftOut, Needs, Offer, OfferLine, Used, Why};
pub(crate) use share::{Share, in_period};

use crate::{
    Error,
    bill::Profile,
    charge::{Consumed, Span, charges, is_for, offered, takes},
    lists, months,
    number::{product, quotient, total},
    vat,
};

/// What a year of this usage costs from a day on, in every price list valid
/// then: twelve months, yearly bounds whole.
pub fn compare(
    needs: &Needs,
    usage: &BTreeMap<RegisterCode, (Decimal, BillingUnit)>,
    price_lists: &[PriceList],
    on: Date,
) -> Comparison {
    let today = Period { from: on, to: on };
    let mut found = Comparison { offers: vec![], left_out: vec![] };
    for list in price_lists.iter().filter(|list| list.medium == needs.medium) {
        if !lists::is_valid(list, today, &lists::of_product(price_lists, list)) {
            continue;
        }
        let used: Vec<_> = usage
            .iter()
            .map(|(register, (quantity, unit))| Share {
                register: register.clone(),
                quantity: *quantity,
                unit: *unit,
            })
            .collect();
        let offer = year_from(on).and_then(|period| {
            let months = Decimal::from(12);
            offer(needs, &[Part { period, list, months, used }])
        });
        found.add(list, offer);
    }
    found.sorted()
}

/// What a period that has been would have cost in every product, each day in
/// the price list then valid; usage is shared out by the profile where a list
/// ends.
pub fn compare_period(
    needs: &Needs,
    used: &[Used],
    period: Period,
    price_lists: &[PriceList],
    profile: &Profile,
) -> Comparison {
    let mut found = Comparison { offers: vec![], left_out: vec![] };
    for list in price_lists.iter().filter(|list| list.medium == needs.medium) {
        let product = lists::of_product(price_lists, list);
        // Each product once, by its first list.
        if product.first().is_some_and(|first| first.id == list.id) {
            found.add(list, cost(needs, used, period, &product, profile));
        }
    }
    found.sorted()
}

/// What a period costs in one product.
pub(crate) fn cost(
    needs: &Needs,
    used: &[Used],
    period: Period,
    product: &[&PriceList],
    profile: &Profile,
) -> Result<Offer, Error> {
    let parts: Result<Vec<_>, Error> = lists::in_period(product, period)?
        .into_iter()
        .map(|(period, list)| {
            let months = months::months(period, list.months)?;
            Ok(Part { period, list, months, used: in_period(used, period, profile)? })
        })
        .collect();
    offer(needs, &parts?)
}

/// A price list's part of the time.
struct Part<'a> {
    period: Period,
    list: &'a PriceList,
    months: Decimal,
    used: Vec<Share>,
}

fn offer(needs: &Needs, parts: &[Part<'_>]) -> Result<Offer, Error> {
    let first = parts.first().ok_or(Error::NoUsage)?.list;
    let mut lines = vec![];
    let mut registers_assumed = false;
    for part in parts {
        if part.list.vat_method != first.vat_method {
            return Err(Error::OtherVatMethod(part.list.id.clone()));
        }
        let (used, assumed) = share::fitted(part.list, &part.used)?;
        registers_assumed |= assumed;
        add_part(&mut lines, needs, part, &used)?;
    }
    let amounts = lines.iter().map(|line: &OfferLine| (line.vat, line.amount));
    let vat = vat::by_rate(amounts, first.vat_method, first.currency)?;
    let of = |amount: fn(&VatTotal) -> Money| total(vat.iter().map(amount), first.currency);
    Ok(Offer {
        product: first.product.clone(),
        price_lists: parts.iter().map(|part| part.list.id.clone()).collect(),
        currency: first.currency,
        vat_method: first.vat_method,
        net: of(|rate| rate.net)?,
        tax: of(|rate| rate.vat)?,
        gross: of(|rate| rate.gross)?,
        lines,
        vat,
        registers_assumed,
    })
}

fn add_part(
    lines: &mut Vec<OfferLine>,
    needs: &Needs,
    part: &Part<'_>,
    used: &[Share],
) -> Result<(), Error> {
    let Part { period, list, months, .. } = part;
    let capacity = needs.capacity.as_deref();
    offered(list, capacity)?;
    let yearly_rain = needs.rainwater.unwrap_or_default();
    let span = Span {
        months: *months,
        consumed: used
            .iter()
            .map(|share| Consumed {
                register: &share.register,
                quantity: share.quantity,
                unit: share.unit,
            })
            .collect(),
        capacity,
        rain: quotient(product(&[yearly_rain, *months])?, Decimal::from(12))?,
    };
    for component in list.components.iter().filter(|component| is_for(component, capacity)) {
        let wanted = match &component.per {
            Per::Rainwater => needs.rainwater.is_some(),
            Per::Consumption { registers, .. } => {
                used.iter().any(|share| takes(registers, &share.register))
            }
            Per::Month | Per::AmpereMonth => true,
        };
        if !wanted {
            continue;
        }
        for charge in charges(component, &span, list.currency)? {
            lines.push(OfferLine {
                price_list: list.id.clone(),
                component: component.code.clone(),
                name: component.name.clone(),
                period: *period,
                quantity: charge.quantity,
                unit: charge.unit,
                unit_price: charge.unit_price,
                amount: charge.amount,
                vat: component.vat,
            });
        }
    }
    Ok(())
}

/// A year of days.
fn year_from(on: Date) -> Result<Period, Error> {
    let next = on.checked_add(1.year()).map_err(|_| Error::TooLarge)?;
    Ok(Period { from: on, to: months::day_before(next)? })
}

impl Comparison {
    fn add(&mut self, list: &PriceList, offer: Result<Offer, Error>) {
        match offer {
            Ok(offer) => self.offers.push(offer),
            Err(error) => self.left_out.push(LeftOut {
                product: list.product.clone(),
                price_list: list.id.clone(),
                why: why(&error),
            }),
        }
    }

    fn sorted(mut self) -> Self {
        self.offers.sort_by(|one, other| {
            (one.gross.minor, &one.product).cmp(&(other.gross.minor, &other.product))
        });
        self
    }
}

fn why(error: &Error) -> Why {
    match error {
        Error::CapacityMissing => Why::CapacityMissing,
        Error::CapacityNotOffered(_) => Why::CapacityNotOffered,
        Error::OtherUnit(_) => Why::OtherUnit,
        Error::NoPriceList(_)
        | Error::PriceListsOverlap(..)
        | Error::OtherVatMethod(_)
        | Error::PeriodReversed => Why::NotValidThen,
        _ => Why::TooLarge,
    }
}
