//! Wishes about money and what comes of them, without a queue.

use jiff::civil::date;
use portal_contracts::{
    change::{
        AdvanceChange, ChangeBody, EInvoiceChange, InstalmentsChange, PaymentMethodChange,
        RainwaterChange, RefundChange, ReservedCapacityChange,
    },
    command::{Approver, ChangeApproved, Command, CommandBody},
    ledger::{Dunning, PaymentMethod, Receivable, ReceivableKind},
    rainwater::SurfaceClass,
    update::{Update, UpdateBody},
};
use portal_domain::{CustomerId, Money};

use super::{
    ledger::{EffectKind, Entry},
    *,
};
use crate::{
    PersonaRole, Utility,
    generate::{Account, generate},
};

fn now() -> jiff::Timestamp {
    "2026-03-31T12:00:00Z".parse().unwrap()
}

fn utility() -> Utility {
    generate(1, 0, date(2026, 3, 31)).unwrap()
}

fn command(customer: &CustomerId, what: ChangeBody) -> Command {
    let approved = ChangeApproved {
        change: "c1".parse().unwrap(),
        what,
        proposed_at: now(),
        approved_at: now(),
        approved_by: Approver::Operator,
        findings: vec![],
    };
    Command {
        id: "c1".into(),
        version: 1,
        customer: customer.clone(),
        created_at: now(),
        body: CommandBody::ChangeApproved(approved),
    }
}

/// A utility in which Boris, with his meter of two tariffs, owes 1,000.01 in
/// one receivable, of which 100 is paid, and is owed 250.
fn with_debts() -> (Utility, CustomerId) {
    let mut utility = utility();
    let boris = utility.persona(PersonaRole::HouseholdTwoRegister).unwrap().customers[0].clone();
    let account = utility.accounts.iter_mut().find(|account| account.id == boris).unwrap();
    account.receivables = vec![owed("D-1", 100_001, 10_000), owed("D-2", -25_000, 0)];
    (utility, boris)
}

fn czk(minor: i64) -> Money {
    Money { minor, currency: portal_domain::Currency::Czk }
}

fn owed(id: &str, amount: i64, settled: i64) -> Receivable {
    Receivable {
        id: id.parse().unwrap(),
        kind: ReceivableKind::Settlement,
        invoice: Some("VF-1".parse().unwrap()),
        supply_points: vec![],
        period: None,
        issued_on: date(2026, 1, 1),
        due_on: date(2026, 1, 15),
        amount: czk(amount),
        settled: czk(settled),
        variable_symbol: None,
        dunning: Dunning::None,
        cancelled: false,
    }
}

/// What is told, and what is known afterwards; the same after a restart.
#[track_caller]
fn applied(utility: Utility, customer: &CustomerId, what: ChangeBody) -> (Vec<Update>, Account) {
    let mut restarted = Books::new(utility.clone()).unwrap();
    let mut books = Books::new(utility).unwrap();
    let answer = books.answer(&command(customer, what), now());
    assert_eq!(answer.effect, Some(Effect::Applied), "{answer:?}");
    let known = books.account(customer).unwrap().clone();
    restarted.recall(Entry {
        command: "c1".into(),
        customer: customer.clone(),
        change: None,
        effect: EffectKind::Applied,
        code: None,
        at: now(),
        updates: answer.updates.clone(),
    });
    assert_eq!(restarted.account(customer), Some(&known), "it is known after a restart");
    (answer.updates, known)
}

#[track_caller]
fn refused(utility: Utility, customer: &CustomerId, what: ChangeBody) -> Refusal {
    let before = utility.account(customer).unwrap().clone();
    let mut books = Books::new(utility).unwrap();
    let answer = books.answer(&command(customer, what), now());
    let Some(Effect::Refused(refusal)) = answer.effect else { panic!("{answer:?}") };
    assert_eq!(answer.updates.len(), 1, "only the outcome");
    assert_eq!(books.account(customer), Some(&before), "nothing is changed");
    refusal
}

fn method(after: PaymentMethod) -> ChangeBody {
    ChangeBody::PaymentMethod(PaymentMethodChange { before: None, after })
}

#[test]
fn the_way_to_pay_and_of_getting_invoices_are_in_the_account() {
    let (utility, boris) = with_debts();
    let sipo = PaymentMethod::Sipo { number: "1234567897".into() };
    let (told, known) = applied(utility.clone(), &boris, method(sipo.clone()));
    assert!(matches!(&told[0].body, UpdateBody::ContractAccount(told) if told.method == sipo));
    assert_eq!(known.contract_account.method, sipo);
    let bad = PaymentMethod::DirectDebit { account: "19-2000145398/0800".into() };
    assert_eq!(refused(utility.clone(), &boris, method(bad)), Refusal::AccountInvalid);

    let before = utility.account(&boris).unwrap().contract_account.e_invoice;
    let wish = EInvoiceChange { before, after: !before, email: None };
    let (_, known) = applied(utility, &boris, ChangeBody::EInvoice(wish));
    assert_eq!(known.contract_account.e_invoice, !before);
}

/// Boris's next advance that nobody has asked for yet: a wish of `amount` more.
fn advance(utility: &Utility, boris: &CustomerId, more: i64) -> AdvanceChange {
    let account = utility.account(boris).unwrap();
    let schedule = account.schedules.last().unwrap();
    let next = schedule.advances.iter().find(|one| one.due_on > date(2026, 3, 31)).unwrap();
    AdvanceChange {
        supply_point: schedule.supply_point.clone(),
        before: schedule.amount,
        after: czk(schedule.amount.minor + more),
        from: next.due_on,
        bounds: schedule.bounds.clone(),
    }
}

#[test]
fn a_new_advance_is_a_schedule_of_its_own_and_no_advance_is_lost() {
    let (utility, boris) = with_debts();
    let before = utility.account(&boris).unwrap().clone();
    let wish = advance(&utility, &boris, 1_000);
    let (told, known) = applied(utility, &boris, ChangeBody::Advance(wish.clone()));
    let UpdateBody::AdvanceSchedules(told) = &told[0].body else { panic!("{told:?}") };
    let last = told.schedules.last().unwrap();
    assert_eq!((last.amount, last.reason.as_deref()), (wish.after, Some("customer")));
    let days = |account: &Account| {
        let of_point = account.schedules.iter().filter(|one| one.supply_point == wish.supply_point);
        of_point.flat_map(|one| one.advances.iter().map(|one| one.due_on)).collect::<Vec<_>>()
    };
    assert_eq!(days(&known), days(&before));
    for one in known.schedules.iter().flat_map(|one| &one.advances) {
        if one.due_on <= date(2026, 3, 31) {
            assert!(before.schedules.iter().any(|all| all.advances.contains(one)), "{one:?}");
        }
    }
}

#[test]
fn an_advance_out_of_bounds_or_after_the_last_one_is_refused() {
    let (utility, boris) = with_debts();
    let wish = advance(&utility, &boris, 100_000_000);
    let what = ChangeBody::Advance(wish.clone());
    assert_eq!(refused(utility.clone(), &boris, what), Refusal::AdvanceOutOfBounds);
    let late = AdvanceChange { from: date(2099, 1, 1), after: wish.before, ..wish };
    assert_eq!(refused(utility, &boris, ChangeBody::Advance(late)), Refusal::NoAdvanceLeft);
}

fn refund(amount: i64, receivable: &str) -> ChangeBody {
    ChangeBody::Refund(RefundChange {
        receivables: vec![receivable.parse().unwrap()],
        amount: czk(amount),
        account: "19-2000145399/0800".into(),
    })
}

#[test]
fn a_refund_is_a_payment_back_that_settles_the_claim() {
    let (utility, boris) = with_debts();
    let (told, known) = applied(utility.clone(), &boris, refund(25_000, "D-2"));
    let UpdateBody::Payments(payments) = &told[0].body else { panic!("{told:?}") };
    let [payment] = payments.payments.as_slice() else { panic!() };
    assert_eq!((payment.amount, payment.account.as_deref()), (czk(-25_000), Some("*5399/0800")));
    let claim = known.receivables.iter().find(|one| one.id.as_str() == "D-2").unwrap();
    assert_eq!(claim.settled, claim.amount);
    assert!(known.payments.contains(payment));

    for what in [refund(24_999, "D-2"), refund(90_001, "D-1"), refund(1, "D-9")] {
        assert_eq!(refused(utility.clone(), &boris, what), Refusal::ClaimsChanged);
    }
}

fn instalments(amount: i64, count: u8) -> ChangeBody {
    ChangeBody::Instalments(InstalmentsChange {
        receivables: vec!["D-1".parse().unwrap()],
        amount: czk(amount),
        count,
        first_due_on: date(2026, 4, 30),
        reason: None,
    })
}

#[test]
fn the_parts_of_a_debt_add_up_to_what_was_open() {
    let (utility, boris) = with_debts();
    let (_, known) = applied(utility.clone(), &boris, instalments(90_001, 4));
    let parts: Vec<_> =
        known.receivables.iter().filter(|one| one.kind == ReceivableKind::Instalment).collect();
    let amounts: Vec<_> = parts.iter().map(|part| part.amount.minor).collect();
    assert_eq!(amounts, [22_501, 22_500, 22_500, 22_500]);
    let days: Vec<_> = parts.iter().map(|part| part.due_on).collect();
    let expected = [(4, 30), (5, 30), (6, 30), (7, 30)].map(|(month, day)| date(2026, month, day));
    assert_eq!(days, expected);
    assert!(parts.iter().all(|part| part.invoice == Some("VF-1".parse().unwrap())));
    let debt = known.receivables.iter().find(|one| one.id.as_str() == "D-1").unwrap();
    assert_eq!((debt.amount, debt.settled), (czk(10_000), czk(10_000)), "what was paid stays");

    assert_eq!(refused(utility.clone(), &boris, instalments(90_000, 4)), Refusal::DebtsChanged);
    assert_eq!(refused(utility.clone(), &boris, instalments(90_001, 25)), Refusal::PartsOutOfRange);
    let mut collected = utility;
    let account = collected.accounts.iter_mut().find(|account| account.id == boris).unwrap();
    account.receivables[0].dunning = Dunning::Collection;
    assert_eq!(refused(collected, &boris, instalments(90_001, 4)), Refusal::InCollection);
}

#[test]
fn a_capacity_is_in_the_contract_of_its_point() {
    let (utility, boris) = with_debts();
    let point = utility.persona(PersonaRole::HouseholdTwoRegister).unwrap().supply_point;
    let wish = |supply_point: &str, after: &str| {
        ChangeBody::ReservedCapacity(ReservedCapacityChange {
            supply_point: supply_point.parse().unwrap(),
            before: None,
            after: after.into(),
            from: date(2026, 5, 1),
        })
    };
    let (told, known) = applied(utility.clone(), &boris, wish(point.as_str(), "3x20 A"));
    let UpdateBody::SupplyPoints(told) = &told[0].body else { panic!("{told:?}") };
    assert_eq!(told.supply_points[0].contract.capacity.as_deref(), Some("3x20 A"));
    assert!(known.supply_points.contains(&told.supply_points[0]));
    let strong = wish(point.as_str(), "3x80 A");
    assert_eq!(refused(utility.clone(), &boris, strong), Refusal::CapacityUnavailable);
    assert_eq!(refused(utility, &boris, wish("nowhere", "3x20 A")), Refusal::UnknownPoint);
}

#[test]
fn new_surfaces_end_the_declaration_before() {
    let utility = utility();
    let drains = |account: &&Account| account.rainwater.iter().any(|one| !one.exempt);
    let account = utility.accounts.iter().find(drains).unwrap();
    let (customer, before) = (account.id.clone(), account.rainwater.last().unwrap().clone());
    let from = date(2026, 5, 1);
    let roof = portal_rating::rainwater::surface(SurfaceClass::Impermeable, 100.into(), from);
    let after = vec![roof.unwrap()];
    let quantity = portal_rating::rainwater::yearly_quantity(&after, before.rainfall).unwrap();
    let wish = RainwaterChange {
        supply_point: before.supply_point.clone(),
        before: before.surfaces.clone(),
        after,
        from,
        yearly_quantity: quantity,
    };
    let what = ChangeBody::Rainwater(wish.clone());
    let (_, known) = applied(utility.clone(), &customer, what);
    let [.., ended, new] = known.rainwater.as_slice() else { panic!() };
    assert_eq!((ended.valid_to, new.valid_from), (Some(date(2026, 4, 30)), from));
    assert_eq!(new.yearly_quantity, quantity);
    assert!(new.yearly_amount.unwrap().minor < before.yearly_amount.unwrap().minor);

    let wrong = RainwaterChange { yearly_quantity: quantity + quantity, ..wish.clone() };
    let what = ChangeBody::Rainwater(wrong);
    assert_eq!(refused(utility.clone(), &customer, what), Refusal::SurfacesDiffer);
    let boris = utility.persona(PersonaRole::HouseholdTwoRegister).unwrap().customers[0].clone();
    assert_eq!(refused(utility, &boris, ChangeBody::Rainwater(wish)), Refusal::NoRainwater);
}
