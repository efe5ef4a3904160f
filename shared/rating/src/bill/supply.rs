//! What a bill is made from.

use jiff::civil::Date;
use portal_contracts::{
    breakdown::{BillingUnit, Conversion, State},
    invoice::Period,
    price_list::PriceList,
    rainwater::RainwaterDeclaration,
};
use portal_domain::{Medium, MeterId, RegisterCode, SupplyPointId, Unit};
use rust_decimal::Decimal;

use crate::{Error, number::product};

/// A supply point in a period.
#[derive(Clone, Debug)]
pub struct Supply<'a> {
    pub supply_point: SupplyPointId,
    pub medium: Medium,
    /// Both days included.
    pub period: Period,
    /// The reserved capacity as on the contract: `3x25 A`.
    pub capacity: Option<String>,
    /// Of one product; those valid in the period are used.
    pub price_lists: &'a [PriceList],
    pub registers: Vec<Register>,
    /// Those of this supply point.
    pub rainwater: &'a [RainwaterDeclaration],
    /// How consumption is shared out where a price ends between two states.
    pub profile: Profile,
}

/// What one register of one meter showed while it was at the supply point.
#[derive(Clone, Debug)]
pub struct Register {
    pub meter: MeterId,
    /// The serial number on its face.
    pub serial: String,
    pub register: RegisterCode,
    /// The unit on its face.
    pub unit: Unit,
    /// Digits before the decimal mark; none: a lower state is an error.
    pub digits: Option<u8>,
    pub multiplier: Decimal,
    /// In the order of days: at the beginning of the period (of the day before
    /// it), or the meter's first one within it; at its end, or the meter's last
    /// one; and those between. One on the last day of a price list is used
    /// where its prices end.
    pub states: Vec<State>,
    /// Of gas, in the order of days.
    pub conversions: Vec<ConversionFrom>,
    pub quantity_unit: BillingUnit,
    pub quantity_decimals: u8,
}

/// A conversion, from a day on until the next.
#[derive(Clone, Debug)]
pub struct ConversionFrom {
    pub from: Date,
    pub conversion: Conversion,
}

/// How consumption spreads over time.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Profile {
    /// Every day alike.
    #[default]
    ByDays,
    /// A weight for each month of the year, spread over its days.
    ByMonths([Decimal; 12]),
}

impl Profile {
    /// The weight of a day.
    pub(crate) fn weight(&self, from: Date, to: Date) -> Result<Decimal, Error> {
        if to < from {
            return Ok(Decimal::ZERO);
        }
        let Self::ByMonths(weights) = self else {
            return Ok(Decimal::from(crate::months::days(Period { from, to })?));
        };
        let mut sum = Decimal::ZERO;
        let mut first = from;
        // Month by month; a billed period has few.
        loop {
            let last = first.last_of_month().min(to);
            let index = usize::try_from(first.month() - 1).map_err(|_| Error::TooLarge)?;
            let weight = weights.get(index).copied().unwrap_or_default();
            let days = Decimal::from(last.day() - first.day() + 1);
            let part = crate::number::quotient(
                product(&[weight, days])?,
                Decimal::from(first.days_in_month()),
            )?;
            sum = sum.checked_add(part).ok_or(Error::TooLarge)?;
            if last == to {
                return Ok(sum);
            }
            first = crate::months::day_after(last)?;
        }
    }

    /// The share of a whole that falls on its first days; by days where the
    /// months have no weight.
    pub(crate) fn share(&self, from: Date, cut: Date, to: Date) -> Result<Decimal, Error> {
        let whole = self.weight(from, to)?;
        if !whole.is_zero() {
            return crate::number::quotient(self.weight(from, cut)?, whole);
        }
        let whole = Self::ByDays.weight(from, to)?;
        if whole.is_zero() {
            return Err(Error::EmptyProfile);
        }
        crate::number::quotient(Self::ByDays.weight(from, cut)?, whole)
    }
}
