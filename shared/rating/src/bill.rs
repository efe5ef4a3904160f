//! Bills: from what meters showed, surfaces and price lists to a breakdown that
//! [`crate::recompute()`] finds right.

mod rain;
mod split;
mod supply;

use portal_contracts::{
    breakdown::{Basis, Breakdown, DeductedAdvance, Line, Metered, PriceOf},
    invoice::{Period, Totals, VatMethod, VatTotal},
    price_list::{Component, Per, PriceList},
};
use portal_domain::{Currency, Money};
use rust_decimal::Decimal;

pub(crate) use split::{billed, billing_unit, round_trip};
pub use supply::{ConversionFrom, Profile, Register, Supply};

use crate::{
    Error,
    charge::{Charge, Consumed, Span, charges, is_for, offered, takes},
    lists,
    months::months,
    number::{less, rounding, total},
    vat,
};

/// What concerns the document as a whole.
#[derive(Clone, Debug)]
pub struct Terms {
    pub currency: Currency,
    /// Whether prices are without VAT; those of every price list are alike.
    pub vat_method: VatMethod,
    /// Lines that follow from no price list: interest, fees, discounts.
    pub others: Vec<Line>,
    pub advances: Vec<DeductedAdvance>,
}

/// The whole breakdown of what is supplied to these supply points.
///
/// What is to be paid is rounded to whole units if one of the price lists says
/// so.
pub fn bill(supplies: &[Supply<'_>], terms: &Terms) -> Result<Breakdown, Error> {
    let mut draft = Draft { terms, bases: vec![], lines: vec![], whole_units: false };
    for supply in supplies {
        draft.add(supply)?;
    }
    draft.lines.extend(terms.others.iter().cloned());
    draft.finish()
}

struct Draft<'a> {
    terms: &'a Terms,
    bases: Vec<Basis>,
    lines: Vec<Line>,
    whole_units: bool,
}

/// Bases of one supply point, by their place in the breakdown.
struct Placed {
    metered: Vec<(u16, Metered)>,
}

impl Draft<'_> {
    fn add(&mut self, supply: &Supply<'_>) -> Result<(), Error> {
        for list in supply.price_lists {
            self.check(supply, list)?;
        }
        let all: Vec<&PriceList> = supply.price_lists.iter().collect();
        let parts = lists::in_period(&all, supply.period)?;
        let mut placed = Placed { metered: vec![] };
        let ends: Vec<_> = parts.iter().map(|(part, _)| part.to).collect();
        for metered in split::metered(supply, &ends)? {
            let place = self.place(Basis::Metered(metered.clone()))?;
            placed.metered.push((place, metered));
        }
        for (part, list) in parts {
            self.whole_units |= list.whole_units;
            self.add_part(supply, &placed, part, list)?;
        }
        Ok(())
    }

    fn check(&self, supply: &Supply<'_>, list: &PriceList) -> Result<(), Error> {
        if list.medium != supply.medium {
            return Err(Error::OtherMedium(list.id.clone(), supply.medium));
        }
        if list.currency != self.terms.currency {
            return Err(Error::OtherCurrency(list.id.clone()));
        }
        if list.vat_method != self.terms.vat_method {
            return Err(Error::OtherVatMethod(list.id.clone()));
        }
        Ok(())
    }

    fn place(&mut self, basis: Basis) -> Result<u16, Error> {
        let place = u16::try_from(self.bases.len()).map_err(|_| Error::TooLarge)?;
        self.bases.push(basis);
        Ok(place)
    }

    /// What one price list charges in its part of the period.
    fn add_part(
        &mut self,
        supply: &Supply<'_>,
        placed: &Placed,
        part: Period,
        list: &PriceList,
    ) -> Result<(), Error> {
        offered(list, supply.capacity.as_deref())?;
        let here: Vec<_> = placed
            .metered
            .iter()
            .filter(|(_, metered)| (part.from..=part.to).contains(&metered.to.on))
            .collect();
        let span = Span {
            months: months(part, list.months)?,
            consumed: here
                .iter()
                .map(|(_, metered)| Consumed {
                    register: &metered.register,
                    quantity: metered.quantity,
                    unit: metered.quantity_unit,
                })
                .collect(),
            capacity: supply.capacity.as_deref(),
            rain: Decimal::ZERO,
        };
        for component in list.components.iter().filter(|each| is_for(each, span.capacity)) {
            match &component.per {
                Per::Rainwater => self.add_rain(supply, part, list, component)?,
                Per::Consumption { registers, .. } => {
                    let bases = of_registers(&here, registers);
                    if !bases.is_empty() {
                        self.charge(supply, part, list, component, &span, &bases)?;
                    }
                }
                Per::Month | Per::AmpereMonth => {
                    let bases = of_registers(&here, &[]);
                    self.charge(supply, part, list, component, &span, &bases)?;
                }
            }
        }
        Ok(())
    }

    fn add_rain(
        &mut self,
        supply: &Supply<'_>,
        part: Period,
        list: &PriceList,
        component: &Component,
    ) -> Result<(), Error> {
        for (period, rain) in rain::in_part(supply, part, list.months, component)? {
            let span = Span {
                months: months(period, list.months)?,
                consumed: vec![],
                capacity: None,
                rain: rain.quantity,
            };
            let place = self.place(Basis::Rainwater(rain))?;
            self.charge(supply, period, list, component, &span, &[place])?;
        }
        Ok(())
    }

    fn charge(
        &mut self,
        supply: &Supply<'_>,
        period: Period,
        list: &PriceList,
        component: &Component,
        span: &Span<'_>,
        bases: &[u16],
    ) -> Result<(), Error> {
        for charge in charges(component, span, self.terms.currency)? {
            let Charge { kind, quantity, unit, unit_price, amount, measured } = charge;
            let founded = measured || component.per == Per::Rainwater;
            let by_capacity = component.capacity.is_some() || component.per == Per::AmpereMonth;
            self.lines.push(Line {
                supply_point: Some(supply.supply_point.clone()),
                kind,
                name: component.name.clone(),
                period,
                bases: if founded { bases.to_vec() } else { vec![] },
                quantity,
                unit,
                unit_price,
                price: Some(PriceOf {
                    price_list: list.id.clone(),
                    component: component.code.clone(),
                }),
                capacity: supply.capacity.clone().filter(|_| by_capacity),
                amount,
                vat: component.vat,
            });
        }
        Ok(())
    }

    fn finish(self) -> Result<Breakdown, Error> {
        let Terms { currency, vat_method, advances, .. } = self.terms;
        let taxed = self.lines.iter().map(|line| (line.vat, line.amount));
        let vat = vat::by_rate(taxed, *vat_method, *currency)?;
        let paid = total(advances.iter().map(|advance| advance.amount), *currency)?;
        let totals = totals(&vat, paid, self.whole_units)?;
        Ok(Breakdown {
            bases: self.bases,
            lines: self.lines,
            vat_method: *vat_method,
            vat,
            advances: advances.clone(),
            totals,
        })
    }
}

fn of_registers(here: &[&(u16, Metered)], registers: &[portal_domain::RegisterCode]) -> Vec<u16> {
    here.iter()
        .filter(|(_, metered)| takes(registers, &metered.register))
        .map(|(place, _)| *place)
        .collect()
}

/// The sums of a document from those of its rates.
pub(crate) fn totals(
    vat: &[VatTotal],
    advances: Money,
    whole_units: bool,
) -> Result<Totals, Error> {
    let currency = advances.currency;
    let net = total(vat.iter().map(|rate| rate.net), currency)?;
    let tax = total(vat.iter().map(|rate| rate.vat), currency)?;
    let gross = total([net, tax], currency)?;
    let open = less(gross, advances)?;
    let rounding = if whole_units { rounding(open)? } else { Money { minor: 0, currency } };
    let payable = total([open, rounding], currency)?;
    Ok(Totals { net, vat: tax, gross, advances, rounding, payable })
}
