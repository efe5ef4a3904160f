//! What billing does with wishes about money: each is looked at against what it
//! knows, and becomes the records as they are then. Nothing is changed here;
//! see [`learn`](super::learn).

use jiff::{ToSpan, civil::Date};
use portal_contracts::{
    change::{
        AdvanceChange, ChangeBody, InstalmentsChange, RainwaterChange, RefundChange,
        ReservedCapacityChange,
    },
    ledger::{
        Advance, AdvanceSchedule, AdvanceSchedules, Allocation, ContractAccount, Dunning, Payment,
        PaymentMethod, PaymentWay, Payments, Receivable, ReceivableKind, Receivables,
    },
    rainwater::{Rainwater, RainwaterDeclaration},
    update::{SupplyPoint, SupplyPoints, UpdateBody},
};
use portal_domain::{ChangeId, Medium, Money, ReceivableId};
use portal_payment::BankAccount;
use portal_rating::{capacity::Breaker, rainwater::yearly_quantity};
use rust_decimal::{Decimal, RoundingStrategy};

use super::Refusal;
use crate::generate::Account;

/// The strongest breaker that the network gives without building anything.
const STRONGEST_AMPERES: u16 = 63;

/// In how many parts a debt is paid.
const PARTS: std::ops::RangeInclusive<u8> = 2..=24;

type Done = Result<Vec<UpdateBody>, Refusal>;

/// The records that a wish leads to, or why it doesn't.
pub(super) fn change(
    account: &Account,
    id: &ChangeId,
    wish: &ChangeBody,
    today: Date,
) -> Option<Done> {
    Some(match wish {
        ChangeBody::PaymentMethod(wish) => method(account, &wish.after),
        ChangeBody::EInvoice(wish) => {
            let e_invoice = wish.after;
            Ok(contract(ContractAccount { e_invoice, ..account.contract_account.clone() }))
        }
        ChangeBody::Advance(wish) => advance(account, wish, today),
        ChangeBody::Refund(wish) => refund(account, id, wish, today),
        ChangeBody::Instalments(wish) => instalments(account, wish, today),
        ChangeBody::ReservedCapacity(wish) => capacity(account, wish),
        ChangeBody::Rainwater(wish) => rainwater(account, wish),
        ChangeBody::Reading(_) | ChangeBody::Contact(_) | ChangeBody::MailingAddress(_) => {
            return None;
        }
    })
}

fn contract(account: ContractAccount) -> Vec<UpdateBody> {
    vec![UpdateBody::ContractAccount(account)]
}

fn method(account: &Account, after: &PaymentMethod) -> Done {
    if let PaymentMethod::DirectDebit { account } = after {
        account.parse::<BankAccount>().map_err(|_| Refusal::AccountInvalid)?;
    }
    let method = after.clone();
    Ok(contract(ContractAccount { method, ..account.contract_account.clone() }))
}

/// The advances from the day on that are neither paid nor requested yet get
/// the new amount, in a schedule of their own.
fn advance(account: &Account, wish: &AdvanceChange, today: Date) -> Done {
    let of_point = account.schedules.iter().filter(|one| one.supply_point == wish.supply_point);
    let free = |one: &&Advance| {
        one.due_on >= wish.from
            && one.due_on > today
            && one.paid.minor == 0
            && one.invoice.is_none()
    };
    let schedule = of_point.clone().rfind(|one| one.advances.iter().any(|one| free(&one)));
    let schedule = schedule.ok_or(Refusal::NoAdvanceLeft)?;
    let within = schedule.bounds.as_ref().is_some_and(|bounds| {
        bounds.least.currency == wish.after.currency
            && (bounds.least.minor..=bounds.most.minor).contains(&wish.after.minor)
    });
    if !within {
        return Err(Refusal::AdvanceOutOfBounds);
    }
    let first = schedule.advances.iter().find(free).ok_or(Refusal::NoAdvanceLeft)?.due_on;
    let (mut before, mut after) = (schedule.clone(), schedule.clone());
    before.advances.retain(|one| one.due_on < first);
    after.advances.retain(|one| one.due_on >= first);
    for one in &mut after.advances {
        one.amount = wish.after;
    }
    after.amount = wish.after;
    after.reason = Some("customer".to_owned());
    after.valid_from = first.first_of_month().max(schedule.valid_from);
    let schedules: Vec<AdvanceSchedule> = match after.valid_from == schedule.valid_from {
        // Nothing of the old one is left but what stands in both.
        true => {
            after.advances = before.advances.into_iter().chain(after.advances).collect();
            vec![after]
        }
        false => vec![before, after],
    };
    Ok(vec![UpdateBody::AdvanceSchedules(AdvanceSchedules { schedules })])
}

fn refund(account: &Account, id: &ChangeId, wish: &RefundChange, today: Date) -> Done {
    let to = wish.account.parse::<BankAccount>().map_err(|_| Refusal::AccountInvalid)?;
    let mut claims = named(account, &wish.receivables, Refusal::ClaimsChanged)?;
    if claims.iter().any(|claim| open(claim) >= 0) || sum(&claims) != -wish.amount.minor {
        return Err(Refusal::ClaimsChanged);
    }
    let payments = (1..).zip(&mut claims).map(|(turn, claim)| {
        let amount = Money { minor: open(claim), ..claim.amount };
        claim.settled = claim.amount;
        Ok(Payment {
            id: format!("R-{id}-{turn}").parse().map_err(|_| Refusal::ClaimsChanged)?,
            paid_on: today,
            amount,
            way: PaymentWay::Transfer,
            variable_symbol: claim.variable_symbol.clone(),
            account: Some(hidden(&to.to_string())),
            allocations: vec![Allocation { receivable: claim.id.clone(), amount }],
            cancelled: false,
        })
    });
    let payments = payments.collect::<Result<_, Refusal>>()?;
    Ok(vec![
        UpdateBody::Payments(Payments { payments }),
        UpdateBody::Receivables(Receivables { receivables: claims }),
    ])
}

/// An account as it may be shown: the last four digits, and the bank.
fn hidden(account: &str) -> String {
    let (number, bank) = account.split_once('/').unwrap_or((account, ""));
    let last: String = number.chars().skip(number.chars().count().saturating_sub(4)).collect();
    if bank.is_empty() { format!("*{last}") } else { format!("*{last}/{bank}") }
}

/// What is open of each debt stands in its parts from then on; the debt keeps
/// what was paid of it.
fn instalments(account: &Account, wish: &InstalmentsChange, today: Date) -> Done {
    if !PARTS.contains(&wish.count) || wish.first_due_on <= today {
        return Err(Refusal::PartsOutOfRange);
    }
    let debts = named(account, &wish.receivables, Refusal::DebtsChanged)?;
    if debts.iter().any(|debt| open(debt) <= 0) || sum(&debts) != wish.amount.minor {
        return Err(Refusal::DebtsChanged);
    }
    if debts.iter().any(|debt| debt.dunning == Dunning::Collection) {
        return Err(Refusal::InCollection);
    }
    let mut receivables = Vec::new();
    for mut debt in debts {
        receivables.extend(parts(&debt, wish, today)?);
        if debt.settled.minor == 0 {
            debt.cancelled = true;
        } else {
            debt.amount = debt.settled;
        }
        receivables.push(debt);
    }
    Ok(vec![UpdateBody::Receivables(Receivables { receivables })])
}

/// The parts of a debt, which add up to what is open; the first ones are larger
/// by the coins that can't be divided.
fn parts(
    debt: &Receivable,
    wish: &InstalmentsChange,
    today: Date,
) -> Result<Vec<Receivable>, Refusal> {
    let (open, count) = (open(debt), i64::from(wish.count));
    let part = |turn: i64| {
        let minor = open / count + i64::from(turn < open % count);
        Ok(Receivable {
            id: format!("{}-S{}", debt.id, turn + 1).parse().map_err(|_| Refusal::DebtsChanged)?,
            kind: ReceivableKind::Instalment,
            issued_on: today,
            due_on: wish.first_due_on.saturating_add(turn.months()),
            amount: Money { minor, ..debt.amount },
            settled: Money { minor: 0, ..debt.amount },
            dunning: Dunning::Instalments,
            ..debt.clone()
        })
    };
    (0..count)
        .map(part)
        .filter(|part| !matches!(part, Ok(part) if part.amount.minor == 0))
        .collect()
}

/// Those of the receivables that are there and not taken back: all, or `else_`.
fn named(
    account: &Account,
    ids: &[ReceivableId],
    else_: Refusal,
) -> Result<Vec<Receivable>, Refusal> {
    let find =
        |id: &ReceivableId| account.receivables.iter().find(|one| one.id == *id && !one.cancelled);
    ids.iter().map(|id| find(id).cloned().ok_or(else_)).collect()
}

fn open(receivable: &Receivable) -> i64 {
    receivable.amount.minor.saturating_sub(receivable.settled.minor)
}

fn sum(receivables: &[Receivable]) -> i64 {
    receivables.iter().map(open).fold(0, i64::saturating_add)
}

/// Written into the contract at once: this billing system knows one capacity.
fn capacity(account: &Account, wish: &ReservedCapacityChange) -> Done {
    let mut points = account.supply_points.iter();
    let point = points.find(|point| point.id == wish.supply_point && point.active);
    let mut point: SupplyPoint = point.ok_or(Refusal::UnknownPoint)?.clone();
    if point.medium != Medium::Electricity {
        return Err(Refusal::NotOffered);
    }
    let breaker: Breaker = wish.after.parse().map_err(|_| Refusal::NotOffered)?;
    if breaker.amperes > STRONGEST_AMPERES {
        return Err(Refusal::CapacityUnavailable);
    }
    point.contract.capacity = Some(breaker.to_string());
    Ok(vec![UpdateBody::SupplyPoints(SupplyPoints { supply_points: vec![point] })])
}

/// A declaration from the day on; the one before ends the day before.
fn rainwater(account: &Account, wish: &RainwaterChange) -> Done {
    let of_point = account.rainwater.iter().filter(|one| one.supply_point == wish.supply_point);
    let before = of_point.max_by_key(|one| one.valid_from);
    let before = before.filter(|one| !one.exempt).ok_or(Refusal::NoRainwater)?;
    let quantity = yearly_quantity(&wish.after, before.rainfall);
    if quantity != Ok(wish.yearly_quantity) || wish.from < before.valid_from {
        return Err(Refusal::SurfacesDiffer);
    }
    let after = RainwaterDeclaration {
        valid_from: wish.from,
        valid_to: None,
        surfaces: wish.after.clone(),
        yearly_quantity: wish.yearly_quantity,
        yearly_amount: yearly_amount(before, wish.yearly_quantity),
        ..before.clone()
    };
    let ended = RainwaterDeclaration { valid_to: wish.from.yesterday().ok(), ..before.clone() };
    let declarations =
        if ended.valid_from == after.valid_from { vec![after] } else { vec![ended, after] };
    Ok(vec![UpdateBody::Rainwater(Rainwater { declarations })])
}

/// At the price that the amount before follows from.
fn yearly_amount(before: &RainwaterDeclaration, quantity: Decimal) -> Option<Money> {
    let amount = before.yearly_amount?;
    let share = quantity.checked_div(before.yearly_quantity)?;
    let rounded = amount.to_decimal().checked_mul(share)?;
    let rounded = rounded.round_dp_with_strategy(2, RoundingStrategy::MidpointAwayFromZero);
    Money::from_decimal(rounded, amount.currency)
}
