//! Bases by themselves: from two states to a quantity.

use portal_contracts::breakdown::{Basis, Metered, Rain};
use rust_decimal::Decimal;

use super::{Code, Finding, Place, Work, groups::Key};
use crate::{
    Error,
    bill::{billed, billing_unit, round_trip},
    number::{amount, difference, in_unit, product, round, sum},
    rainwater,
};

impl Work<'_> {
    /// The quantity of each basis as it follows from its states.
    pub(super) fn bases(&mut self) -> Result<Vec<Decimal>, Error> {
        let breakdown = self.breakdown;
        let mut right = vec![];
        for (place, basis) in (0..=u16::MAX).zip(&breakdown.bases) {
            right.push(match basis {
                Basis::Metered(metered) => self.metered(place, metered)?,
                Basis::Rainwater(rain) => self.rain(place, rain)?,
            });
        }
        if right.len() == breakdown.bases.len() { Ok(right) } else { Err(Error::TooLarge) }
    }

    fn metered(&mut self, place: u16, metered: &Metered) -> Result<Decimal, Error> {
        let at = Place::Basis(place);
        let measured = product(&[self.went_through(at, metered)?, metered.multiplier])?;
        let quantity = |measured: Decimal| {
            let conversion = metered.conversion.as_ref();
            billed(metered.unit, measured, conversion, metered.quantity_unit)
                .map(|quantity| round(quantity, metered.quantity_decimals))
        };
        if measured != metered.measured {
            let more = quantity(difference(metered.measured, measured)?);
            let finding =
                Finding::about(Code::MeasuredDiffers, at).numbers(metered.measured, measured);
            self.find_worth(finding, place, more)?;
        }
        let Some(from_said) = quantity(metered.measured) else {
            let units = [billing_unit(metered.unit), metered.quantity_unit];
            let [face, said] = units.map(super::lines::unit_text);
            self.find(Finding::about(Code::UnitDiffers, at).values(said, face));
            return Ok(metered.quantity);
        };
        if from_said != metered.quantity {
            let more = difference(metered.quantity, from_said)?;
            let finding = Finding::about(Code::BilledQuantityDiffers, at)
                .numbers(metered.quantity, from_said);
            self.find_worth(finding, place, Some(more))?;
        }
        Ok(quantity(measured).unwrap_or(metered.quantity))
    }

    /// From one state to the other, counting on past the last digit.
    fn went_through(&mut self, at: Place, metered: &Metered) -> Result<Decimal, Error> {
        let plain = difference(metered.to.value, metered.from.value)?;
        let Some(digits) = metered.rolled_over else {
            if plain.is_sign_negative() && !plain.is_zero() {
                let finding = Finding::about(Code::RegisterFell, at)
                    .numbers(metered.to.value, metered.from.value);
                self.find(finding);
            }
            return Ok(plain);
        };
        let round_trip = round_trip(digits)?;
        let possible = metered.to.value < metered.from.value
            && metered.from.value < round_trip
            && !metered.to.value.is_sign_negative();
        if !possible {
            self.find(
                Finding::about(Code::RolloverWrong, at)
                    .numbers(metered.to.value, metered.from.value),
            );
        }
        sum([plain, round_trip])
    }

    fn rain(&mut self, place: u16, rain: &Rain) -> Result<Decimal, Error> {
        let Rain { surfaces, rainfall, months, quantity_decimals, .. } = rain;
        let right = rainwater::quantity(surfaces, *rainfall, *months, *quantity_decimals)?;
        if right != rain.quantity {
            let more = difference(rain.quantity, right)?;
            let finding = Finding::about(Code::RainQuantityDiffers, Place::Basis(place))
                .numbers(rain.quantity, right);
            self.find_worth(finding, place, Some(more))?;
        }
        Ok(right)
    }

    /// A finding with what a quantity that is too large costs in the lines that
    /// count it: of each component the last one's price, where tiers end.
    fn find_worth(
        &mut self,
        finding: Finding,
        place: u16,
        more: Option<Decimal>,
    ) -> Result<(), Error> {
        let basis = self.breakdown.bases.get(usize::from(place));
        let (Some(more), Some(basis)) = (more, basis) else {
            self.find(finding);
            return Ok(());
        };
        let mut priced: Vec<(Key<'_>, Decimal)> = vec![];
        for line in self.breakdown.lines.iter().filter(|line| line.bases.contains(&place)) {
            let Some(more) = in_unit(more, super::lines::unit_of(basis), line.unit) else {
                continue;
            };
            let key = Key::of(line);
            let worth = amount(more, line.unit_price, self.currency)?.to_decimal();
            match priced.iter_mut().find(|(other, _)| *other == key) {
                Some((_, last)) => *last = worth,
                None => priced.push((key, worth)),
            }
        }
        let worth = sum(priced.into_iter().map(|(_, worth)| worth))?;
        let difference = Some(crate::number::money(worth, self.currency)?);
        self.find(Finding { difference, ..finding });
        Ok(())
    }
}
