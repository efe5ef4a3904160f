//! Writing into the books what an update says, so that it is known again after
//! a restart just as it was told.

use portal_contracts::{
    ledger::AdvanceSchedule,
    rainwater::RainwaterDeclaration,
    update::{Reading, UpdateBody},
};

use crate::generate::Account;

/// What `told` says is so from now on.
pub(super) fn learn(account: &mut Account, told: &UpdateBody) {
    match told {
        UpdateBody::Customer(customer) => account.customer = customer.clone(),
        UpdateBody::Readings(new) => {
            new.readings.iter().for_each(|reading| record(account, reading.clone()));
        }
        UpdateBody::ContractAccount(new) => account.contract_account = new.clone(),
        UpdateBody::Receivables(new) => {
            replace(&mut account.receivables, &new.receivables, |one| one.id.clone());
        }
        UpdateBody::Payments(new) => {
            replace(&mut account.payments, &new.payments, |one| one.id.clone());
        }
        UpdateBody::AdvanceSchedules(new) => {
            let key = |one: &AdvanceSchedule| (one.supply_point.clone(), one.valid_from);
            replace(&mut account.schedules, &new.schedules, key);
        }
        UpdateBody::Rainwater(new) => {
            let key = |one: &RainwaterDeclaration| (one.supply_point.clone(), one.valid_from);
            replace(&mut account.rainwater, &new.declarations, key);
        }
        UpdateBody::SupplyPoints(new) => {
            replace(&mut account.supply_points, &new.supply_points, |one| one.id.clone());
        }
        _ => {}
    }
}

/// Each of `new` in the place of the one of its key, or behind the others.
fn replace<T: Clone, K: PartialEq>(known: &mut Vec<T>, new: &[T], key: impl Fn(&T) -> K) {
    for one in new {
        match known.iter_mut().find(|known| key(known) == key(one)) {
            Some(known) => *known = one.clone(),
            None => known.push(one.clone()),
        }
    }
}

/// Keeps a reading; meter and day tell it from the others.
fn record(account: &mut Account, reading: Reading) {
    let same = |known: &Reading| known.meter == reading.meter && known.read_on == reading.read_on;
    account.readings.retain(|known| !same(known));
    account.readings.push(reading);
}
