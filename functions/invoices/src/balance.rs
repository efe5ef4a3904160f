//! What is owed to whom, summed up.

use std::collections::BTreeMap;

use jiff::civil::Date;
use portal_contracts::ledger::Receivable;
use portal_domain::{Currency, Money, SupplyPointId};
use serde::Serialize;
use utoipa::ToSchema;

use crate::document::{days_overdue, remaining};

/// What is open in one currency.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ToSchema)]
pub struct Balance {
    /// What the customer owes.
    pub owed: Money,
    /// What the utility owes the customer.
    pub owed_to_you: Money,
    /// What of `owed` should have been paid before today.
    pub overdue: Money,
    /// `owed` − `owed_to_you`.
    pub balance: Money,
    /// What is to be paid next.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub next: Option<NextDue>,
}

/// What is to be paid on a day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ToSchema)]
pub struct NextDue {
    pub due_on: Date,
    pub amount: Money,
}

impl Balance {
    /// Nothing is open.
    pub fn zero(currency: Currency) -> Self {
        let zero = Money { minor: 0, currency };
        Self { owed: zero, owed_to_you: zero, overdue: zero, balance: zero, next: None }
    }

    fn add(&mut self, receivable: &Receivable, today: Date) {
        let open = remaining(receivable).minor;
        if open > 0 {
            plus(&mut self.owed, open);
        } else {
            plus(&mut self.owed_to_you, open.saturating_neg());
        }
        plus(&mut self.balance, open);
        if days_overdue(remaining(receivable), receivable.due_on, today) > 0 {
            plus(&mut self.overdue, open);
        } else if open > 0 {
            self.expect(receivable.due_on, open);
        }
    }

    fn expect(&mut self, due_on: Date, minor: i64) {
        let amount = Money { minor, currency: self.owed.currency };
        match &mut self.next {
            Some(next) if next.due_on == due_on => plus(&mut next.amount, minor),
            Some(next) if next.due_on < due_on => {}
            next => *next = Some(NextDue { due_on, amount }),
        }
    }
}

fn plus(sum: &mut Money, minor: i64) {
    sum.minor = sum.minor.saturating_add(minor);
}

/// What is open on `today`, in `currency`, and in the others that occur.
pub fn balances(open: &[Receivable], currency: Currency, today: Date) -> (Balance, Vec<Balance>) {
    let mut by_currency: BTreeMap<&'static str, Balance> = BTreeMap::new();
    for receivable in open {
        let currency = receivable.amount.currency;
        let balance = by_currency.entry(code(currency)).or_insert_with(|| Balance::zero(currency));
        balance.add(receivable, today);
    }
    let own = by_currency.remove(code(currency)).unwrap_or_else(|| Balance::zero(currency));
    (own, by_currency.into_values().collect())
}

/// The currency that a customer reckons in: the utility's, unless all that is
/// open is in another.
pub(crate) fn currency_of(open: &[Receivable], utility: Currency) -> Currency {
    let in_utilitys = open.iter().any(|receivable| receivable.amount.currency == utility);
    let other = open.first().map(|receivable| receivable.amount.currency);
    other.filter(|_| !in_utilitys).unwrap_or(utility)
}

/// Whether somebody who may see only this supply point may see it.
pub(crate) fn is_of_only(receivable: &Receivable, point: &SupplyPointId) -> bool {
    let points = &receivable.supply_points;
    !points.is_empty() && points.iter().all(|other| other == point)
}

/// As ISO 4217 has it.
pub(crate) fn code(currency: Currency) -> &'static str {
    match currency {
        Currency::Czk => "CZK",
        Currency::Pln => "PLN",
        Currency::Eur => "EUR",
    }
}
