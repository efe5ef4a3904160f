//! What holds for all money that is made: nothing appears, nothing vanishes,
//! and everything can be computed again.

use std::collections::BTreeMap;

use jiff::{
    ToSpan,
    civil::{Date, date},
};
use portal_contracts::{
    invoice::{Invoice, InvoiceKind},
    ledger::{PaymentWay, Receivable, ReceivableKind},
};
use portal_domain::{Currency, ReceivableId};
use portal_rating::recompute;
use proptest::prelude::*;

use super::super::{Account, PersonaRole, Utility, generate};

const TODAY: Date = date(2026, 3, 31);

fn open(receivable: &Receivable) -> i64 {
    if receivable.cancelled { 0 } else { receivable.amount.minor - receivable.settled.minor }
}

/// Checks a customer's books to the last coin.
#[track_caller]
fn check_books(account: &Account) {
    let id = &account.id;
    let mut settled: BTreeMap<&ReceivableId, i64> = BTreeMap::new();
    let (mut paid, mut allocated) = (0, 0);
    for payment in &account.payments {
        paid += payment.amount.minor;
        let sum: i64 = payment.allocations.iter().map(|one| one.amount.minor).sum();
        allocated += sum;
        assert!(sum <= payment.amount.minor, "{id}: {}", payment.id);
        for allocation in &payment.allocations {
            assert_eq!(allocation.amount.currency, payment.amount.currency);
            *settled.entry(&allocation.receivable).or_default() += allocation.amount.minor;
        }
    }
    let mut overpaid = 0;
    let (mut billed, mut balance) = (0, 0);
    for receivable in &account.receivables {
        let said = receivable.settled.minor;
        assert_eq!(said, settled.remove(&receivable.id).unwrap_or(0), "{id}: {}", receivable.id);
        let most = receivable.amount.minor;
        assert!((most.min(0)..=most.max(0)).contains(&said), "{id}: {}", receivable.id);
        assert!(!receivable.cancelled || said == 0, "{id}: {}", receivable.id);
        balance += open(receivable);
        if receivable.kind == ReceivableKind::Overpayment {
            overpaid -= receivable.amount.minor;
        } else if !receivable.cancelled {
            billed += receivable.amount.minor;
        }
    }
    assert_eq!(settled, BTreeMap::new(), "{id}: payments of what nobody owes");
    assert_eq!(allocated, paid - overpaid, "{id}: no coin vanishes");
    assert_eq!(balance, billed - paid, "{id}: the balance is the ledger's");
}

/// Checks that documents, what is owed on them and schedules say the same.
#[track_caller]
fn check_documents(account: &Account) {
    let owed: BTreeMap<_, _> =
        account.receivables.iter().map(|receivable| (&receivable.id, receivable)).collect();
    assert_eq!(owed.len(), account.receivables.len(), "{}", account.id);
    for invoice in &account.invoices {
        let Some(breakdown) = &invoice.breakdown else { continue };
        assert_eq!(breakdown.totals.payable, invoice.total, "{}", invoice.number);
        let of =
            account.receivables.iter().find(|owed| owed.invoice.as_ref() == Some(&invoice.number));
        match of {
            Some(owed) if owed.kind == ReceivableKind::Advance => {}
            Some(owed) => assert_eq!(owed.amount, invoice.total, "{}", invoice.number),
            None => assert_eq!(invoice.total.minor, 0, "{}", invoice.number),
        }
        for advance in &breakdown.advances {
            let document = advance.tax_document.as_ref();
            assert_eq!(document.is_some(), !advance.taxed.is_empty());
            let taxed: i64 = advance.taxed.iter().map(|rate| rate.gross.minor).sum();
            assert!(document.is_none() || taxed == advance.amount.minor);
            let known = |number: &portal_domain::InvoiceNumber| {
                account.invoices.iter().any(|one| one.number == *number)
            };
            assert!(document.is_none_or(known), "{}", invoice.number);
        }
        if let Some(corrected) = &invoice.corrects {
            assert!(account.invoices.iter().any(|one| one.number == *corrected));
        }
    }
    for schedule in &account.schedules {
        let bounds = schedule.bounds.as_ref().unwrap();
        assert!((bounds.least.minor..=bounds.most.minor).contains(&schedule.amount.minor));
        for advance in &schedule.advances {
            assert!((0..=advance.amount.minor).contains(&advance.paid.minor));
        }
    }
    let advances = account.schedules.iter().flat_map(|schedule| &schedule.advances);
    let paid: i64 = advances.map(|advance| advance.paid.minor).sum();
    let of_advances = account.receivables.iter().filter(|one| one.kind == ReceivableKind::Advance);
    assert_eq!(paid, of_advances.map(|one| one.settled.minor).sum::<i64>(), "{}", account.id);
}

fn of_kind(account: &Account, kind: InvoiceKind) -> impl Iterator<Item = &Invoice> {
    account.invoices.iter().filter(move |invoice| invoice.kind == kind)
}

fn persona(utility: &Utility, role: PersonaRole) -> &Account {
    utility.account(&utility.persona(role).unwrap().customers[0]).unwrap()
}

#[test]
fn thousands_of_settlements_compute_again() {
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    for seed in 1..=6_i64 {
        let utility =
            generate(seed.unsigned_abs(), 320, TODAY.saturating_add((seed * 97).days())).unwrap();
        for invoice in utility.accounts.iter().flat_map(|account| &account.invoices) {
            if invoice.breakdown.is_none() {
                continue;
            }
            let check = recompute(invoice, &utility.price_lists);
            let settlement = invoice.kind == InvoiceKind::Settlement;
            assert!(!check.differs, "{}: {:#?}", invoice.number, check.findings);
            assert!(!settlement || check.agrees, "{}: {:#?}", invoice.number, check.findings);
            if settlement {
                *counts.entry(format!("{:?}", invoice.total.currency)).or_default() += 1;
            }
        }
    }
    assert!(counts["Czk"] >= 2_000 && counts["Pln"] >= 1_000, "{counts:?}");
}

#[test]
fn what_is_owed_and_paid_adds_up_to_the_last_coin() {
    for account in generate(1, 200, TODAY).unwrap().accounts {
        check_books(&account);
        check_documents(&account);
    }
}

#[test]
fn there_is_some_of_everything_about_money() {
    let utility = generate(1, 200, TODAY).unwrap();
    let accounts = || utility.accounts.iter();
    for kind in InvoiceKind::ALL {
        assert!(accounts().any(|account| of_kind(account, kind).count() > 0), "{kind:?}");
    }
    for way in [
        PaymentWay::Transfer,
        PaymentWay::DirectDebit,
        PaymentWay::Sipo,
        PaymentWay::Cash,
        PaymentWay::Card,
        PaymentWay::SetOff,
    ] {
        let mut payments = accounts().flat_map(|account| &account.payments);
        assert!(payments.any(|payment| payment.way == way), "{way:?}");
    }
    let payments = || accounts().flat_map(|account| &account.payments);
    assert!(payments().any(|payment| payment.amount.minor < 0), "paid back");
    assert!(payments().any(|payment| payment.allocations.len() > 3), "joined");
    let receivables = || accounts().flat_map(|account| &account.receivables);
    assert!(receivables().any(|one| one.settled.minor > 0 && open(one) > 0), "paid in part");
    assert!(receivables().any(|one| one.cancelled), "given up");
    let settlements = || accounts().flat_map(|account| of_kind(account, InvoiceKind::Settlement));
    assert!(
        settlements().any(|one| one.total.minor < 0)
            && settlements().any(|one| one.total.minor > 0)
    );
    let breakdowns = || settlements().filter_map(|one| one.breakdown.as_ref());
    assert!(breakdowns().any(|one| one.vat.len() == 2), "two rates of VAT");
    assert!(breakdowns().any(|one| one.totals.rounding.minor != 0), "rounded");
    let capped = |one: &portal_contracts::breakdown::Breakdown| {
        one.lines.iter().any(|line| {
            line.price.as_ref().is_some_and(|price| price.component == "supported_sources")
                && line.unit == portal_contracts::breakdown::BillingUnit::Mwh
        })
    };
    assert!(breakdowns().any(capped), "at most so much per MWh");
}

#[test]
fn each_persona_has_the_money_of_its_story() {
    let utility = generate(1, 0, TODAY).unwrap();
    let overdue = |account: &Account| -> i64 {
        let late = account.receivables.iter().filter(|one| one.due_on < TODAY && open(one) > 0);
        late.map(open).sum()
    };
    let household = persona(&utility, PersonaRole::HouseholdWater);
    assert!(overdue(household) > 0);
    assert!(
        household
            .receivables
            .iter()
            .any(|one| { one.kind == ReceivableKind::Overpayment && open(one) < 0 })
    );
    let late = |one: &&Receivable| one.kind == ReceivableKind::Settlement && open(one) > 0;
    assert!(household.receivables.iter().any(|one| late(&one) && one.due_on < TODAY));

    let two_registers = persona(&utility, PersonaRole::HouseholdTwoRegister);
    let settlement = of_kind(two_registers, InvoiceKind::Settlement).last().unwrap();
    let lines = &settlement.breakdown.as_ref().unwrap().lines;
    assert!(
        ["Silová elektřina VT", "Silová elektřina NT"]
            .iter()
            .all(|name| lines.iter().any(|line| line.name == *name))
    );
    assert_eq!(overdue(two_registers), 0);

    let business = persona(&utility, PersonaRole::Business);
    assert!(of_kind(business, InvoiceKind::AdvanceTaxDocument).count() > 24);
    assert!(of_kind(business, InvoiceKind::AdvanceRequest).count() > 24);
    let [before, after] = business.rainwater.as_slice() else { panic!() };
    assert!(before.valid_from < date(2022, 7, 1) && after.valid_from == date(2022, 7, 1));
    let rained = of_kind(business, InvoiceKind::Settlement).any(|one| {
        one.breakdown
            .as_ref()
            .is_some_and(|one| one.lines.iter().any(|line| line.name.contains("srážk")))
    });
    assert!(rained);

    let manager = utility.persona(PersonaRole::PropertyManager).unwrap();
    let papers: usize =
        manager.customers.iter().map(|id| utility.account(id).unwrap().documents.len()).sum();
    assert!(papers > 80, "{papers}");

    let polish = persona(&utility, PersonaRole::HouseholdPolish);
    assert!(polish.invoices.iter().all(|one| one.total.currency == Currency::Pln));
    assert!(polish.contract_account.pay_to.as_ref().unwrap().starts_with("PL"));
    assert!(overdue(polish) > 0);
}

#[test]
fn each_file_that_is_named_is_there_and_as_long_as_it_says() {
    let utility = generate(1, 0, TODAY).unwrap();
    for account in &utility.accounts {
        let stored: BTreeMap<_, _> =
            account.files.iter().map(|file| (file.key.as_str(), file.bytes.len())).collect();
        let named = account.documents.iter().map(|document| &document.file);
        let named: Vec<_> =
            named.chain(account.invoices.iter().filter_map(|one| one.file.as_ref())).collect();
        assert_eq!(named.len(), stored.len(), "{}", account.id);
        for file in named {
            assert_eq!(stored[file.key.as_str()] as u64, file.size);
            assert!(file.key.starts_with("billing/"));
        }
        let settlements = || of_kind(account, InvoiceKind::Settlement);
        assert!(settlements().any(|one| one.file.is_some()));
        assert!(settlements().any(|one| one.file.is_none()));
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn books_are_sound_for_every_seed_and_day(seed: u64, days in 0..3000_i64) {
        let today = date(2024, 1, 1).saturating_add(days.days());
        let utility = generate(seed, 25, today).unwrap();
        for account in &utility.accounts {
            check_books(account);
            check_documents(account);
            prop_assert!(account.payments.iter().all(|payment| payment.paid_on < today));
            prop_assert!(account.invoices.iter().all(|invoice| invoice.issued_on <= today));
        }
    }
}
