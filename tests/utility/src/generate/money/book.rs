//! The contract account as it's kept: what is owed, what comes in, what of it
//! settles what. No coin appears or vanishes.

use anyhow::{Context, Result};
use jiff::civil::Date;
use portal_contracts::{
    invoice::Period,
    ledger::{Allocation, Dunning, Payment, PaymentWay, Receivable, ReceivableKind},
};
use portal_domain::{Currency, InvoiceNumber, Money, ReceivableId, SupplyPointId};
use portal_payment::allocation::{self, Allocated};

use super::zero;

pub(super) struct Book {
    /// Payments are numbered from it.
    serial: String,
    currency: Currency,
    pub(super) receivables: Vec<Receivable>,
    pub(super) payments: Vec<Payment>,
}

/// What is owed, before anything of it is settled.
pub(super) struct Owed {
    pub(super) id: ReceivableId,
    pub(super) kind: ReceivableKind,
    pub(super) invoice: Option<InvoiceNumber>,
    pub(super) supply_points: Vec<SupplyPointId>,
    pub(super) period: Option<Period>,
    pub(super) issued_on: Date,
    pub(super) due_on: Date,
    pub(super) amount: Money,
    pub(super) symbol: Option<String>,
}

/// How money came.
pub(super) struct Paid {
    pub(super) on: Date,
    pub(super) way: PaymentWay,
    pub(super) symbol: Option<String>,
    pub(super) account: Option<String>,
}

impl Book {
    pub(super) fn new(serial: &str, currency: Currency) -> Self {
        let (receivables, payments) = (vec![], vec![]);
        Self { serial: serial.to_owned(), currency, receivables, payments }
    }

    pub(super) fn owe(&mut self, owed: Owed) {
        let Owed { id, kind, invoice, supply_points, period, issued_on, due_on, amount, symbol } =
            owed;
        self.receivables.push(Receivable {
            id,
            kind,
            invoice,
            supply_points,
            period,
            issued_on,
            due_on,
            amount,
            settled: zero(self.currency),
            variable_symbol: symbol,
            dunning: Dunning::None,
            cancelled: false,
        });
    }

    /// Takes money in and says at which place in `payments` it is. What settles
    /// nothing is owed back.
    pub(super) fn pay(&mut self, amount: Money, paid: Paid) -> Result<usize> {
        let symbol = paid.symbol.as_deref();
        let Allocated { allocations, rest } =
            allocation::allocate(amount, symbol, &self.receivables);
        let place = self.enter(amount, paid, allocations)?;
        let payment = self.payments.get(place).context("looking for a payment")?;
        if rest.minor > 0 {
            let on = payment.paid_on;
            self.owe(Owed {
                id: format!("X{}", payment.id).parse()?,
                kind: ReceivableKind::Overpayment,
                invoice: None,
                supply_points: vec![],
                period: None,
                issued_on: on,
                due_on: on,
                amount: Money { minor: -rest.minor, ..rest },
                symbol: None,
            });
        }
        Ok(place)
    }

    /// Pays back what is open of a claim of the customer.
    pub(super) fn pay_back(&mut self, claim: &ReceivableId, paid: Paid) -> Result<()> {
        let open = self.find(claim)?.open();
        if open.minor < 0 {
            let allocations = vec![Allocation { receivable: claim.clone(), amount: open }];
            self.enter(open, paid, allocations)?;
        }
        Ok(())
    }

    /// Uses claims of the customer to settle what they owe on `owed`: a payment
    /// of nothing that moves from one to the other.
    pub(super) fn set_off(&mut self, owed: &ReceivableId, on: Date) -> Result<()> {
        let mut left = self.find(owed)?.open().minor;
        let mut allocations = Vec::new();
        for claim in &self.receivables {
            let taken = (-claim.open().minor).min(left);
            if taken > 0 {
                left -= taken;
                let money = |minor| Money { minor, currency: self.currency };
                allocations
                    .push(Allocation { receivable: claim.id.clone(), amount: money(-taken) });
                allocations.push(Allocation { receivable: owed.clone(), amount: money(taken) });
            }
        }
        if !allocations.is_empty() {
            let paid = Paid { on, way: PaymentWay::SetOff, symbol: None, account: None };
            self.enter(zero(self.currency), paid, allocations)?;
        }
        Ok(())
    }

    /// Gives up what is open of an advance: the settlement counts without it.
    pub(super) fn give_up(&mut self, id: &ReceivableId) -> Result<()> {
        let advance = self.find_mut(id)?;
        if advance.settled.minor == 0 {
            advance.cancelled = true;
        } else {
            advance.amount = advance.settled;
        }
        Ok(())
    }

    pub(super) fn find(&self, id: &ReceivableId) -> Result<&Receivable> {
        let mut all = self.receivables.iter();
        all.find(|known| known.id == *id).context("looking for a receivable")
    }

    fn find_mut(&mut self, id: &ReceivableId) -> Result<&mut Receivable> {
        let mut all = self.receivables.iter_mut();
        all.find(|known| known.id == *id).context("looking for a receivable")
    }

    fn enter(&mut self, amount: Money, paid: Paid, allocations: Vec<Allocation>) -> Result<usize> {
        for Allocation { receivable, amount } in &allocations {
            self.find_mut(receivable)?.settled.minor += amount.minor;
        }
        let place = self.payments.len();
        self.payments.push(Payment {
            id: format!("U{}-{:03}", self.serial, place + 1).parse()?,
            paid_on: paid.on,
            amount,
            way: paid.way,
            variable_symbol: paid.symbol,
            account: paid.account,
            allocations,
            cancelled: false,
        });
        Ok(place)
    }

    /// Reminds of what has been due for long.
    pub(super) fn remind(&mut self, today: Date) {
        for owed in self.receivables.iter_mut().filter(|owed| owed.open().minor > 0) {
            let days = owed.due_on.until(today).map_or(0, |span| span.get_days());
            owed.dunning = match days {
                ..=14 => Dunning::None,
                15..=45 => Dunning::Reminded,
                46..=180 => Dunning::LastNotice,
                _ => Dunning::Collection,
            };
        }
    }
}

/// What is open either way.
pub(super) trait Open {
    fn open(&self) -> Money;
}

impl Open for Receivable {
    fn open(&self) -> Money {
        let minor = if self.cancelled { 0 } else { self.amount.minor - self.settled.minor };
        Money { minor, ..self.amount }
    }
}
