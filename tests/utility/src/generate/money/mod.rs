//! Everything about money of one customer: settlements with the whole way to
//! their sums, advances, what is owed and what was paid.

mod advances;
mod book;
mod course;
mod documents;
mod habits;
mod papers;
mod period;
mod rain;
mod settlement;

use anyhow::Result;
use jiff::civil::Date;
use portal_domain::{Country, Currency, Money};

pub(crate) use habits::{Habits, Trouble};

use super::{Account, prices::Prices};

/// What is needed to bill one customer.
pub(crate) struct Office<'a> {
    pub(crate) seed: u64,
    pub(crate) today: Date,
    pub(crate) prices: &'a Prices,
}

impl Office<'_> {
    /// Issues and collects all of `account`'s money until today. Its points and
    /// readings are there already.
    pub(crate) fn bill(&self, account: &mut Account, habits: &Habits) -> Result<()> {
        if habits.rain {
            account.rainwater = rain::declarations(self, account)?;
        }
        let rainwater = account.rainwater.clone();
        let mut points = Vec::new();
        for point in account.supply_points.clone() {
            let drafts = settlement::drafts(self, account, &point, &rainwater)?;
            points.push(advances::planned(self, point, drafts, habits)?);
        }
        course::run(self, account, points, habits)?;
        if habits.papers {
            papers::write(self, account)?;
        }
        Ok(())
    }
}

/// What a country pays with.
pub(crate) fn currency(country: Country) -> Currency {
    if country == Country::Pl { Currency::Pln } else { Currency::Czk }
}

fn zero(currency: Currency) -> Money {
    Money { minor: 0, currency }
}

#[cfg(test)]
mod tests;
