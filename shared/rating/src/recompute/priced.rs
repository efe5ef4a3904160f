//! Lines of a component against what its price list makes of their bases.

use portal_contracts::{
    breakdown::{Basis, BillingUnit, Line},
    price_list::{Component, Per, PriceList},
};
use portal_domain::Money;
use rust_decimal::Decimal;

use super::{
    Code, Finding, Place, Work, founded::of_registers, groups::Group, lines::said, lines::unit_text,
};
use crate::{
    Error,
    capacity::Breaker,
    charge::{Charge, Consumed, Span, charges},
    lists,
    months::months,
    number::{amount, difference, round, sum, total},
    rainwater,
};

impl<'a> Work<'a> {
    /// The lines of one component in one period; what they should come to.
    pub(super) fn priced(
        &mut self,
        group: &Group<'a>,
        list: &PriceList,
        component: &Component,
        right_bases: &[Decimal],
    ) -> Result<Option<Money>, Error> {
        let Some((_, first)) = group.first() else { return Ok(None) };
        let months = match months(first.period, list.months) {
            Err(Error::PeriodReversed) => {
                self.each(group, Code::PeriodReversed);
                return Ok(None);
            }
            months => months?,
        };
        let counted = match &component.per {
            Per::Consumption { registers, .. } => {
                self.founded(group, |basis| of_registers(basis, registers))?
            }
            Per::Rainwater => self.founded(group, |basis| matches!(basis, Basis::Rainwater(_)))?,
            Per::Month | Per::AmpereMonth => {
                // Capped by what was consumed, it's founded on that.
                if group.iter().any(|(_, line)| line.unit == BillingUnit::Mwh) {
                    self.founded(group, |basis| of_registers(basis, &[]))?;
                }
                Some(self.in_period(first, &[])?)
            }
        };
        let unknown = component.per == Per::AmpereMonth && breaker(first).is_none();
        if unknown && component.capacity.is_none() {
            self.each(group, Code::CapacityUnknown);
        }
        let Some(counted) = counted.filter(|_| !unknown) else {
            self.price_alone(group, component)?;
            return Ok(None);
        };
        let rain = self.rain_months(group, component, &counted, months)?;
        let said = self.span(first, months, &counted, |place| self.said(place))?;
        let expected = match charges(component, &said, self.currency) {
            Err(Error::OtherUnit(_)) => {
                self.each(group, Code::UnitDiffers);
                return Ok(None);
            }
            expected => expected?,
        };
        self.compare(group, expected)?;
        let right = |place: u16| right_bases.get(usize::from(place)).copied().unwrap_or_default();
        let mut span = self.span(first, months, &counted, right)?;
        span.rain = rain.unwrap_or(span.rain);
        let valid = self.valid_component(first, list, component);
        let right = charges(valid, &span, self.currency)?;
        let sum = total(right.into_iter().map(|charge| charge.amount), self.currency)?;
        let given_back = self.gives_back() && first.quantity.is_sign_negative();
        Ok(Some(if given_back {
            crate::number::less(Money { minor: 0, ..sum }, sum)?
        } else {
            sum
        }))
    }

    fn said(&self, place: u16) -> Decimal {
        self.breakdown.bases.get(usize::from(place)).map(said).unwrap_or_default()
    }

    /// The component that was valid in a line's period: of another list of the
    /// product, if the line's own wasn't.
    fn valid_component<'b>(
        &self,
        line: &Line,
        list: &PriceList,
        component: &'b Component,
    ) -> &'b Component
    where
        'a: 'b,
    {
        let product = lists::of_product(self.price_lists, list);
        let valid = product.iter().find(|list| lists::is_valid(list, line.period, &product));
        valid.and_then(|list| super::lines::component(list, &component.code)).unwrap_or(component)
    }

    /// What is charged for, with quantities of the bases as they're asked for.
    fn span<'b>(
        &self,
        line: &'b Line,
        months: Decimal,
        counted: &[u16],
        quantity: impl Fn(u16) -> Decimal,
    ) -> Result<Span<'b>, Error>
    where
        'a: 'b,
    {
        let mut span = Span {
            months,
            consumed: vec![],
            capacity: line.capacity.as_deref(),
            rain: Decimal::ZERO,
        };
        let breakdown = self.breakdown;
        for place in counted {
            match breakdown.bases.get(usize::from(*place)) {
                Some(Basis::Metered(metered)) => span.consumed.push(Consumed {
                    register: &metered.register,
                    quantity: quantity(*place),
                    unit: metered.quantity_unit,
                }),
                Some(Basis::Rainwater(_)) => span.rain = sum([span.rain, quantity(*place)])?,
                None => {}
            }
        }
        Ok(span)
    }

    /// Whether rain is counted for the months of its line; the quantity for
    /// those, if it isn't. Months have two decimals at least.
    fn rain_months(
        &mut self,
        group: &Group<'a>,
        component: &Component,
        counted: &[u16],
        months: Decimal,
    ) -> Result<Option<Decimal>, Error> {
        let Some((_, line)) = group.first() else { return Ok(None) };
        let breakdown = self.breakdown;
        let mut right = vec![];
        let mut differs = false;
        for place in counted.iter().filter(|_| component.per == Per::Rainwater) {
            let Some(Basis::Rainwater(rain)) = breakdown.bases.get(usize::from(*place)) else {
                continue;
            };
            let scale = u8::try_from(rain.months.scale()).unwrap_or(u8::MAX).max(2);
            let computed = round(months, scale);
            let quantity = rainwater::quantity(
                &rain.surfaces,
                rain.rainfall,
                computed,
                rain.quantity_decimals,
            )?;
            if computed != rain.months {
                differs = true;
                let more = difference(rain.quantity, quantity)?;
                let worth = amount(more, line.unit_price, self.currency)?;
                let finding = Finding::about(Code::RainMonthsDiffer, Place::Basis(*place))
                    .numbers(rain.months, computed);
                self.find(Finding { difference: Some(worth), ..finding });
            }
            right.push(quantity);
        }
        Ok(if differs { Some(sum(right)?) } else { None })
    }

    /// Where the quantity can't be computed, the price still can.
    fn price_alone(&mut self, group: &Group<'a>, component: &Component) -> Result<(), Error> {
        for (place, line) in group {
            let tiers = component.tiers.iter().map(|tier| tier.price);
            let mut prices = tiers.chain([component.price]).chain(component.at_most_per_mwh);
            if !prices.any(|price| price == line.unit_price) {
                self.other_price(*place, line, component.price)?;
            }
        }
        Ok(())
    }

    fn other_price(&mut self, place: u16, line: &Line, price: Decimal) -> Result<(), Error> {
        let said = amount(line.quantity, line.unit_price, self.currency)?;
        let computed = amount(line.quantity, price, self.currency)?;
        let finding = Finding::about(Code::UnitPriceDiffers, Place::Line(place))
            .numbers(line.unit_price, price);
        self.find(Finding { difference: said.checked_sub(computed), ..finding });
        Ok(())
    }

    /// The lines as they are beside the charges as they should be: those of the
    /// same price first, then the others in their order.
    fn compare(&mut self, group: &Group<'a>, mut expected: Vec<Charge>) -> Result<(), Error> {
        let mut others = vec![];
        for (place, line) in group {
            let same =
                |charge: &Charge| charge.unit_price == line.unit_price && charge.unit == line.unit;
            match expected.iter().position(same) {
                Some(index) => self.beside(*place, line, &expected.remove(index))?,
                None => others.push((*place, *line)),
            }
        }
        let mut rest = expected.into_iter();
        for (place, line) in others {
            match rest.next() {
                Some(charge) => self.beside(place, line, &charge)?,
                None => {
                    let finding = Finding::about(Code::LineExtra, Place::Line(place));
                    self.find(Finding { difference: Some(line.amount), ..finding });
                }
            }
        }
        for charge in rest {
            let at = group.first().map_or(Place::Document, |(place, _)| Place::Line(*place));
            let nothing = Money { minor: 0, currency: self.currency };
            self.find(Finding::about(Code::LineMissing, at).money(nothing, charge.amount));
        }
        Ok(())
    }

    fn beside(&mut self, place: u16, line: &Line, charge: &Charge) -> Result<(), Error> {
        let at = Place::Line(place);
        if line.unit != charge.unit {
            let finding = Finding::about(Code::UnitDiffers, at)
                .values(unit_text(line.unit), unit_text(charge.unit));
            let difference = line.amount.checked_sub(charge.amount);
            self.find(Finding { difference, ..finding });
            return Ok(());
        }
        if line.unit_price != charge.unit_price {
            self.other_price(place, line, charge.unit_price)?;
        }
        let given_back = self.gives_back() && line.quantity.is_sign_negative();
        let quantity = if given_back { -charge.quantity } else { charge.quantity };
        if line.quantity != quantity {
            let more = difference(line.quantity, quantity)?;
            let worth = amount(more, line.unit_price, self.currency)?;
            let finding =
                Finding::about(Code::QuantityDiffers, at).numbers(line.quantity, quantity);
            self.find(Finding { difference: Some(worth), ..finding });
        }
        Ok(())
    }
}

fn breaker(line: &Line) -> Option<Breaker> {
    line.capacity.as_deref()?.parse().ok()
}
