//! The course of years: advances are asked for and paid, settlements are
//! issued and paid or paid back, day after day.

mod event;

use std::collections::BTreeMap;

use anyhow::{Context, Result};
use jiff::civil::Date;
use portal_contracts::{
    breakdown::DeductedAdvance,
    invoice::{Invoice, InvoiceKind, Party},
    ledger::{PaymentMethod, PaymentWay, ReceivableKind},
    update::SupplyPoint,
};
use portal_domain::{InvoiceNumber, Money, ReceivableId};

use self::event::{Event, What};
use super::{
    super::{Account, dice::Dice, pay},
    Habits, Office, Trouble,
    advances::Planned,
    book::{Book, Open, Owed, Paid},
    currency, documents,
};

/// What is paid too much, where somebody does.
const TOO_MUCH: i64 = 35_000;

/// Bills `account` from its first day until today.
pub(super) fn run(
    office: &Office,
    account: &mut Account,
    points: Vec<Planned>,
    habits: &Habits,
) -> Result<()> {
    let country = account.customer.address.country;
    let number = &account.contract_account.number;
    let serial: u32 = number.get(1..).and_then(|serial| serial.parse().ok()).context("a number")?;
    let payer = pay::bank_account(serial, country)?;
    let mut course = Course {
        office,
        habits,
        buyer: documents::buyer(&account.customer),
        account: number.clone(),
        payer: masked(&payer),
        method: account.contract_account.method.clone(),
        refunds: account.contract_account.refund_account.is_some(),
        book: Book::new(&serial.to_string(), currency(country)),
        invoices: vec![],
        tax_documents: BTreeMap::new(),
        points,
    };
    for event in event::all(&course)? {
        course.happen(event)?;
    }
    course.close(account);
    Ok(())
}

struct Course<'a> {
    office: &'a Office<'a>,
    habits: &'a Habits,
    buyer: Party,
    /// The contract account's number: what joined payments are known by in CZ.
    account: String,
    /// The customer's bank account, as far as it may be shown.
    payer: String,
    method: PaymentMethod,
    /// Whether what the customer is owed is sent to an account.
    refunds: bool,
    book: Book,
    invoices: Vec<Invoice>,
    /// By payment's place and receivable.
    tax_documents: BTreeMap<(usize, ReceivableId), InvoiceNumber>,
    points: Vec<Planned<'a>>,
}

impl<'a> Course<'a> {
    fn happen(&mut self, event: Event) -> Result<()> {
        let Event { on, point, what, .. } = event;
        let before = self.book.payments.len();
        match what {
            What::Ask { schedule, advance } => self.ask(on, point, schedule, advance)?,
            What::PayAdvances { due, too_much } => self.pay_advances(on, point, due, too_much)?,
            What::Settle { draft } => self.settle(point, draft)?,
            What::Charge => {
                let fee = documents::fee(self.office, &self.at(point)?.point, on, &self.buyer)?;
                self.issue(fee, ReceivableKind::Fee)?;
            }
            What::Correct { draft } => self.correct(on, point, draft)?,
            What::Pay { invoice, percent } => self.pay(on, &invoice, percent)?,
        }
        for place in before..self.book.payments.len() {
            self.tax(place)?;
        }
        Ok(())
    }

    fn at(&self, point: usize) -> Result<&Planned<'a>> {
        self.points.get(point).context("looking for a point")
    }

    /// An advance becomes owed; what the customer is owed is used for it.
    fn ask(&mut self, on: Date, point: usize, schedule: usize, advance: usize) -> Result<()> {
        let planned = self.points.get_mut(point).context("looking for a point")?;
        let schedule = planned.schedules.get_mut(schedule).context("looking for a schedule")?;
        let symbol = schedule.variable_symbol.clone();
        let advance = schedule.advances.get_mut(advance).context("looking for an advance")?;
        let (amount, due_on) = (advance.amount, advance.due_on);
        let recent = due_on >= self.office.today.saturating_sub(jiff::ToSpan::years(2));
        if self.habits.requests && recent {
            let facts = (amount, on, due_on);
            let request = documents::advance_request(&planned.point, facts, &self.buyer)?;
            advance.invoice = Some(request.number.clone());
            self.invoices.push(request);
        }
        let id = advance_id(&planned.point, due_on)?;
        self.book.owe(Owed {
            id: id.clone(),
            kind: ReceivableKind::Advance,
            invoice: advance.invoice.clone(),
            supply_points: vec![planned.point.id.clone()],
            period: None,
            issued_on: on,
            due_on,
            amount,
            symbol,
        });
        if !self.refunds && self.habits.trouble != Some(Trouble::OwesAndIsOwed) {
            self.book.set_off(&id, on)?;
        }
        Ok(())
    }

    /// Pays what falls due on a day. Who names no symbol of a point's own pays
    /// all that is due by then, as it's divided from the oldest on.
    fn pay_advances(&mut self, on: Date, point: usize, due: Date, too_much: bool) -> Result<()> {
        let advance = advance_id(&self.at(point)?.point, due)?;
        let own = self.book.find(&advance).ok();
        let own_symbol = own.and_then(|advance| advance.variable_symbol.clone());
        let (open, symbol) = match own_symbol {
            Some(symbol) if !self.habits.joined => {
                (own.map_or(0, |advance| advance.open().minor), Some(symbol))
            }
            own_symbol => {
                let left = event::troubled(self).and_then(|(point, place)| {
                    self.points.get(point)?.drafts.get(place).map(|draft| &draft.number)
                });
                let meant = self.book.receivables.iter().filter(|owed| {
                    owed.due_on <= due && (left.is_none() || owed.invoice.as_ref() != left)
                });
                let open = meant.map(|owed| owed.open().minor.max(0)).sum();
                (open, own_symbol.map(|_| self.account.clone()))
            }
        };
        if open == 0 {
            return Ok(());
        }
        let minor = if too_much { open + TOO_MUCH } else { open };
        let paid = self.paid(on, symbol, due);
        self.book.pay(Money { minor, currency: self.currency() }, paid)?;
        Ok(())
    }

    fn currency(&self) -> portal_domain::Currency {
        currency(self.buyer.address.country)
    }

    /// How the customer pays: now and then who transfers pays otherwise.
    fn paid(&self, on: Date, symbol: Option<String>, thing: Date) -> Paid {
        let mut dice = Dice::of(self.office.seed, &format!("{}/{thing}/way", self.account));
        let way = match (&self.method, dice.between(1, 100)) {
            (PaymentMethod::DirectDebit { .. }, _) => PaymentWay::DirectDebit,
            (PaymentMethod::Sipo { .. }, _) => PaymentWay::Sipo,
            (PaymentMethod::Transfer, 1..=4) => PaymentWay::Card,
            (PaymentMethod::Transfer, 5..=7) => PaymentWay::Cash,
            (PaymentMethod::Transfer, _) => PaymentWay::Transfer,
        };
        let shown = matches!(way, PaymentWay::Transfer | PaymentWay::DirectDebit);
        Paid { on, way, symbol, account: shown.then(|| self.payer.clone()) }
    }

    /// Issues a settlement that deducts what was paid of its advances; what
    /// wasn't needn't be paid any more.
    fn settle(&mut self, point: usize, draft: usize) -> Result<()> {
        let planned = self.at(point)?;
        let draft = planned.drafts.get(draft).context("looking for a settlement")?;
        let period = draft.period();
        let of_period = |due_on: Date| (period.from..=period.to).contains(&due_on);
        let mut ids = Vec::new();
        for advance in planned.schedules.iter().flat_map(|schedule| &schedule.advances) {
            if of_period(advance.due_on) {
                ids.push(advance_id(&planned.point, advance.due_on)?);
            }
        }
        let breakdown = draft.breakdown(self.deducted(&planned.point, &ids)?)?;
        let settlement = documents::settlement(draft, breakdown, &self.buyer);
        for id in ids {
            self.book.give_up(&id)?;
        }
        self.issue(settlement, ReceivableKind::Settlement)
    }

    /// What was paid of these advances.
    fn deducted(&self, point: &SupplyPoint, ids: &[ReceivableId]) -> Result<Vec<DeductedAdvance>> {
        let mut all = Vec::new();
        for (place, payment) in self.book.payments.iter().enumerate() {
            for allocation in payment.allocations.iter().filter(|one| ids.contains(&one.receivable))
            {
                let receivable = allocation.receivable.clone();
                let variable_symbol = self.book.find(&receivable)?.variable_symbol.clone();
                let tax_document = self.tax_documents.get(&(place, receivable)).cloned();
                let (amount, paid_on) = (allocation.amount, payment.paid_on);
                let taxed = tax_document
                    .is_some()
                    .then(|| documents::taxed(self.office, point, amount, paid_on))
                    .transpose()?;
                let taxed = taxed.into_iter().collect();
                all.push(DeductedAdvance { paid_on, amount, variable_symbol, tax_document, taxed });
            }
        }
        Ok(all)
    }

    /// Sends a document, and keeps what is owed by it.
    fn issue(&mut self, invoice: Invoice, kind: ReceivableKind) -> Result<()> {
        if invoice.total.minor != 0 {
            self.book.owe(Owed {
                id: of_invoice(&invoice.number)?,
                kind,
                invoice: Some(invoice.number.clone()),
                supply_points: invoice.supply_points.clone(),
                period: invoice.period,
                issued_on: invoice.issued_on,
                due_on: invoice.due_on.unwrap_or(invoice.issued_on),
                amount: invoice.total,
                symbol: invoice.variable_symbol.clone(),
            });
        }
        self.invoices.push(invoice);
        Ok(())
    }

    fn correct(&mut self, on: Date, point: usize, draft: usize) -> Result<()> {
        let planned = self.at(point)?;
        let number = planned.drafts.get(draft).map(|draft| &draft.number);
        let corrected = self.invoices.iter().find(|invoice| Some(&invoice.number) == number);
        let corrected = corrected.context("looking for what is corrected")?;
        let note = documents::credit_note(self.office, corrected, &planned.point, on, &self.buyer)?;
        self.issue(note, ReceivableKind::CreditNote)
    }

    /// Pays a document, or so many per cent of it; or pays it back.
    fn pay(&mut self, on: Date, invoice: &InvoiceNumber, percent: i64) -> Result<()> {
        let id = of_invoice(invoice)?;
        let Ok(owed) = self.book.find(&id) else { return Ok(()) };
        let (open, symbol) = (owed.open(), owed.variable_symbol.clone());
        if open.minor < 0 && self.refunds {
            let account = Some(self.payer.clone());
            let paid = Paid { on, way: PaymentWay::Transfer, symbol, account };
            return self.book.pay_back(&id, paid);
        }
        let minor = open.minor * percent / 100;
        if minor > 0 {
            let paid = self.paid(on, symbol, owed.issued_on);
            self.book.pay(Money { minor, ..open }, paid)?;
        }
        Ok(())
    }

    /// Issues tax documents on the advances that a payment settled.
    fn tax(&mut self, place: usize) -> Result<()> {
        if !self.habits.tax_documents {
            return Ok(());
        }
        let payment = self.book.payments.get(place).context("looking for a payment")?.clone();
        for allocation in payment.allocations {
            let receivable = self.book.find(&allocation.receivable)?;
            let of = receivable.supply_points.first();
            let planned = self.points.iter().find(|planned| Some(&planned.point.id) == of);
            let (ReceivableKind::Advance, Some(planned)) = (receivable.kind, planned) else {
                continue;
            };
            let known = self.invoices.iter().filter(|invoice| {
                invoice.kind == InvoiceKind::AdvanceTaxDocument
                    && invoice.supply_points.first() == of
            });
            let facts = (allocation.amount, payment.paid_on, known.count() + 1);
            let document =
                documents::advance_tax_document(self.office, &planned.point, facts, &self.buyer)?;
            self.tax_documents.insert((place, allocation.receivable), document.number.clone());
            self.invoices.push(document);
        }
        Ok(())
    }

    /// Hands everything over to the account.
    fn close(mut self, account: &mut Account) {
        self.book.remind(self.office.today);
        for mut planned in self.points {
            for schedule in &mut planned.schedules {
                for advance in &mut schedule.advances {
                    let id = advance_id(&planned.point, advance.due_on);
                    let known = id.and_then(|id| self.book.find(&id).cloned());
                    if let Ok(known) = known {
                        advance.paid = known.settled;
                    }
                }
            }
            let begun = |valid_from| valid_from <= self.office.today;
            account.schedules.extend(
                planned.schedules.into_iter().filter(|schedule| begun(schedule.valid_from)),
            );
            let brief = planned.drafts.iter().take(planned.first_whole);
            account.invoices.extend(brief.filter_map(|draft| brief_of(draft).ok()));
        }
        account.invoices.extend(self.invoices);
        account.invoices.sort_by(|one, other| {
            (one.issued_on, &one.number).cmp(&(other.issued_on, &other.number))
        });
        account.receivables = self.book.receivables;
        account.payments = self.book.payments;
    }
}

/// An old settlement by number and total: nearly all of it was paid in advance.
fn brief_of(draft: &super::settlement::Draft) -> Result<Invoice> {
    let gross = draft.breakdown(vec![])?.totals.gross;
    let minor = gross.minor - gross.minor * 19 / 20 / 1_000 * 1_000;
    let brief = Invoice::brief(draft.number.clone(), draft.issued_on, Money { minor, ..gross });
    Ok(Invoice { kind: InvoiceKind::Settlement, ..brief })
}

fn advance_id(point: &SupplyPoint, due_on: Date) -> Result<ReceivableId> {
    let number = documents::point_number(&point.id);
    Ok(format!("A{number}-{}{:02}", due_on.year(), due_on.month()).parse()?)
}

fn of_invoice(number: &InvoiceNumber) -> Result<ReceivableId> {
    Ok(format!("R{number}").parse()?)
}

/// The last digits of an account, and its bank.
fn masked(account: &str) -> String {
    let (number, bank) = account.split_once('/').map_or((account, ""), |(n, bank)| (n, bank));
    let last = number.get(number.len().saturating_sub(4)..).unwrap_or_default();
    if bank.is_empty() { format!("*{last}") } else { format!("*{last}/{bank}") }
}
