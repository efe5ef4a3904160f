//! A numbered document and what is owed on it: two tellings that come apart,
//! in any order, put together.

use std::collections::BTreeMap;

use jiff::civil::Date;
use portal_contracts::{
    invoice::Invoice,
    ledger::{Dunning, Receivable},
};
use portal_domain::{Money, ReceivableId, SupplyPointId};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// A document as it is kept, its breakdown apart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Document {
    /// Without its breakdown.
    pub invoice: Invoice,
    pub has_breakdown: bool,
    /// Of the update that told of it. What was made of an earlier one is out of
    /// date.
    pub version: u64,
    /// What is owed on it: one receivable, or none, or several instalments.
    pub owed: Vec<Owed>,
}

/// What a receivable says of its document.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Owed {
    pub receivable: ReceivableId,
    pub amount: Money,
    pub settled: Money,
    pub due_on: Date,
    pub dunning: Dunning,
    pub cancelled: bool,
    pub version: u64,
}

/// How far a document is paid.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
#[schema(as = DocumentState)]
pub enum State {
    Paid,
    /// A part is paid, and the rest isn't due yet.
    Partly,
    Open,
    /// Something of it should have been paid by the customer before today.
    Overdue,
    /// Billing took it back.
    Cancelled,
    /// There is nothing to pay: a tax document on an advance.
    None,
}

/// How far a document is paid, on a day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ToSchema)]
pub struct Standing {
    pub state: State,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub paid: Option<Money>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub remaining: Option<Money>,
    /// Since the oldest part that is overdue; 0 unless something is.
    pub days_overdue: i64,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub dunning: Option<Dunning>,
}

/// What of it is open, of the amount's sign.
pub fn remaining(receivable: &Receivable) -> Money {
    left(receivable.amount, receivable.settled)
}

/// Since when the customer should have paid it: days, if any.
pub fn days_overdue(remaining: Money, due_on: Date, today: Date) -> i64 {
    if remaining.minor <= 0 || due_on >= today {
        return 0;
    }
    (today - due_on).get_days().into()
}

fn left(amount: Money, settled: Money) -> Money {
    Money { minor: amount.minor.saturating_sub(settled.minor), ..amount }
}

impl Owed {
    fn of(receivable: &Receivable, version: u64) -> Self {
        Self {
            receivable: receivable.id.clone(),
            amount: receivable.amount,
            settled: receivable.settled,
            due_on: receivable.due_on,
            dunning: receivable.dunning,
            cancelled: receivable.cancelled,
            version,
        }
    }

    fn remaining(&self) -> Money {
        left(self.amount, self.settled)
    }
}

impl Document {
    /// How far it is paid on `today`.
    pub fn standing(&self, today: Date) -> Standing {
        let owed: Vec<&Owed> = self.owed.iter().filter(|owed| !owed.cancelled).collect();
        let sum = |of: fn(&Owed) -> Money| {
            let mut amounts = owed.iter().map(|owed| of(owed));
            let first = amounts.next()?;
            amounts.try_fold(first, Money::checked_add)
        };
        let days = owed.iter().map(|owed| days_overdue(owed.remaining(), owed.due_on, today));
        let days_overdue = if self.invoice.cancelled { 0 } else { days.max().unwrap_or_default() };
        let state = match self.class() {
            Class::Cancelled => State::Cancelled,
            Class::None => State::None,
            Class::Paid => State::Paid,
            Class::Open if days_overdue > 0 => State::Overdue,
            Class::Open if owed.iter().any(|owed| owed.settled.minor != 0) => State::Partly,
            Class::Open => State::Open,
        };
        let dunning = owed.iter().find(|owed| owed.remaining().minor != 0).map(|owed| owed.dunning);
        Standing {
            state,
            paid: sum(|owed| owed.settled),
            remaining: sum(Owed::remaining),
            days_overdue,
            dunning: dunning.filter(|dunning| *dunning != Dunning::None),
        }
    }

    /// The day by which it is to be paid: as printed, else as it is owed, else
    /// the day of issue, so that each has its place among the days.
    pub fn due_on(&self) -> Date {
        let owed = self.owed.iter().filter(|owed| !owed.cancelled).map(|owed| owed.due_on).min();
        self.invoice.due_on.or(owed).unwrap_or(self.invoice.issued_on)
    }

    /// Whether somebody who may see only this supply point may see it.
    pub fn is_of_only(&self, point: &SupplyPointId) -> bool {
        let points = &self.invoice.supply_points;
        !points.is_empty() && points.iter().all(|other| other == point)
    }

    /// What its state is, whatever day it is.
    pub(crate) fn class(&self) -> Class {
        let mut owed = self.owed.iter().filter(|owed| !owed.cancelled).peekable();
        if self.invoice.cancelled {
            Class::Cancelled
        } else if owed.peek().is_none() {
            Class::None
        } else if owed.any(|owed| owed.remaining().minor != 0) {
            Class::Open
        } else {
            Class::Paid
        }
    }
}

/// A document's state without the day: what it's found by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Class {
    Open,
    Paid,
    None,
    Cancelled,
}

impl Class {
    pub(crate) fn as_str(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Paid => "paid",
            Self::None => "none",
            Self::Cancelled => "cancelled",
        }
    }
}

impl State {
    /// The state as it is written in JSON.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Paid => "paid",
            Self::Partly => "partly",
            Self::Open => "open",
            Self::Overdue => "overdue",
            Self::Cancelled => "cancelled",
            Self::None => "none",
        }
    }

    pub(crate) fn class(self) -> Class {
        match self {
            Self::Open | Self::Partly | Self::Overdue => Class::Open,
            Self::Paid => Class::Paid,
            Self::None => Class::None,
            Self::Cancelled => Class::Cancelled,
        }
    }
}

/// What was told of one number so far: the document, its receivables, or both.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Told {
    pub invoice: Option<(Invoice, Written)>,
    pub owed: BTreeMap<ReceivableId, Owed>,
}

/// What is written down of a document beside itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Written {
    pub version: u64,
    pub has_breakdown: bool,
}

impl Told {
    /// Takes in what an update says of the document; whether that is news.
    pub(crate) fn tell(&mut self, invoice: &Invoice, version: u64) -> bool {
        if self.invoice.as_ref().is_some_and(|(_, kept)| kept.version >= version) {
            return false;
        }
        let has_breakdown = invoice.breakdown.is_some();
        let invoice = Invoice { breakdown: None, ..invoice.clone() };
        self.invoice = Some((invoice, Written { version, has_breakdown }));
        true
    }

    /// Takes in what an update says is owed on it; whether that is news.
    pub(crate) fn owe(&mut self, receivable: &Receivable, version: u64) -> bool {
        if self.owed.get(&receivable.id).is_some_and(|kept| kept.version >= version) {
            return false;
        }
        self.owed.insert(receivable.id.clone(), Owed::of(receivable, version));
        true
    }

    /// Forgets a receivable that stands on another document now; whether it
    /// was known.
    pub(crate) fn release(&mut self, receivable: &ReceivableId, version: u64) -> bool {
        if self.owed.get(receivable).is_none_or(|kept| kept.version >= version) {
            return false;
        }
        self.owed.remove(receivable).is_some()
    }

    /// The document, if it is known yet.
    pub(crate) fn document(&self) -> Option<Document> {
        let (invoice, written) = self.invoice.as_ref()?;
        Some(Document {
            invoice: invoice.clone(),
            has_breakdown: written.has_breakdown,
            version: written.version,
            owed: self.owed.values().cloned().collect(),
        })
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use portal_contracts::ledger::ReceivableKind;
    use portal_domain::Currency;

    use super::*;

    fn crowns(minor: i64) -> Money {
        Money { minor, currency: Currency::Czk }
    }

    fn receivable(id: &str, amount: i64, settled: i64, due_on: Date) -> Receivable {
        Receivable {
            id: id.parse().unwrap(),
            kind: ReceivableKind::Invoice,
            invoice: Some("A".parse().unwrap()),
            supply_points: vec![],
            period: None,
            issued_on: date(2026, 3, 1),
            due_on,
            amount: crowns(amount),
            settled: crowns(settled),
            variable_symbol: None,
            dunning: Dunning::None,
            cancelled: false,
        }
    }

    fn told(receivables: &[Receivable]) -> Told {
        let mut told = Told::default();
        told.tell(&Invoice::brief("A".parse().unwrap(), date(2026, 3, 1), crowns(1_000)), 1);
        for receivable in receivables {
            told.owe(receivable, 1);
        }
        told
    }

    /// On 31 March.
    #[track_caller]
    fn check(receivables: &[Receivable], state: State, days: i64) {
        let standing = told(receivables).document().unwrap().standing(date(2026, 3, 31));
        assert_eq!((standing.state, standing.days_overdue), (state, days));
    }

    #[test]
    fn a_document_is_as_far_paid_as_what_is_owed_on_it() {
        let (past, today) = (date(2026, 3, 14), date(2026, 3, 31));
        check(&[], State::None, 0);
        check(&[receivable("R", 1_000, 1_000, past)], State::Paid, 0);
        check(&[receivable("R", 1_000, 0, today)], State::Open, 0);
        check(&[receivable("R", 1_000, 1, today)], State::Partly, 0);
        check(&[receivable("R", 1_000, 999, past)], State::Overdue, 17);
        // What the utility owes isn't overdue to the customer.
        check(&[receivable("R", -1_000, 0, past)], State::Open, 0);
        check(&[receivable("R", -1_000, -1_000, past)], State::Paid, 0);
    }

    #[test]
    fn instalments_are_paid_one_by_one() {
        let (past, later) = (date(2026, 3, 14), date(2026, 4, 14));
        let paid = receivable("R-1", 500, 500, past);
        check(&[paid.clone(), receivable("R-2", 500, 0, later)], State::Partly, 0);
        check(&[paid.clone(), receivable("R-2", 500, 500, later)], State::Paid, 0);
        let whole = Receivable { cancelled: true, ..receivable("R-0", 1_000, 0, past) };
        check(&[whole.clone(), paid], State::Paid, 0);
        check(&[whole], State::None, 0);
    }

    #[test]
    fn what_billing_took_back_is_neither_open_nor_overdue() {
        let mut told = told(&[receivable("R", 1_000, 0, date(2026, 3, 14))]);
        let (invoice, _) = told.invoice.clone().unwrap();
        assert!(told.tell(&Invoice { cancelled: true, ..invoice }, 2));
        let standing = told.document().unwrap().standing(date(2026, 3, 31));
        assert_eq!((standing.state, standing.days_overdue), (State::Cancelled, 0));
    }

    #[test]
    fn an_older_word_is_no_news() {
        let mut told = told(&[]);
        let (invoice, _) = told.invoice.clone().unwrap();
        assert!(!told.tell(&invoice, 1) && !told.tell(&invoice, 0));
        assert!(told.owe(&receivable("R", 1_000, 500, date(2026, 3, 14)), 5));
        assert!(!told.owe(&receivable("R", 1_000, 0, date(2026, 3, 14)), 4));
        assert!(!told.release(&"R".parse().unwrap(), 5));
        assert!(told.release(&"R".parse().unwrap(), 6));
    }
}
