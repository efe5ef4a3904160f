//! What holds for every utility that is made.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::date;
use portal_contracts::{
    invoice::InvoiceKind,
    update::{Meter, ReadingKind, Update},
};
use portal_domain::{
    Country, Medium, MeterId, PointScheme, company_number_fits, company_number_is_valid,
};
use proptest::prelude::*;
use rust_decimal::Decimal;
use sha2::{Digest, Sha256};

use super::*;
use crate::messages;

const TODAY: Date = date(2026, 3, 31);

fn utility() -> Utility {
    generate(1, 200, TODAY).unwrap()
}

/// Each meter's readings, oldest first.
fn by_meter(account: &Account) -> BTreeMap<MeterId, Vec<&Reading>> {
    let mut meters: BTreeMap<_, Vec<_>> = BTreeMap::new();
    for reading in &account.readings {
        meters.entry(reading.meter.clone()).or_default().push(reading);
    }
    meters
}

fn meters(account: &Account) -> impl Iterator<Item = &Meter> {
    account.supply_points.iter().flat_map(|point| &point.meters)
}

/// How many registers went past their last digit, having checked each step.
#[track_caller]
fn check_readings(account: &Account) -> usize {
    let readings = by_meter(account);
    let mut rollovers = 0;
    for meter in meters(account) {
        let readings = &readings[&meter.id];
        assert_eq!(readings[0].kind, ReadingKind::Initial);
        assert_eq!(readings[0].read_on, meter.installed_on);
        assert!(readings[0].consumption.is_empty());
        for pair in readings.windows(2) {
            let [old, new] = pair else { unreachable!() };
            assert!(old.read_on < new.read_on, "{}: one reading a day", meter.id);
            for register in &meter.registers {
                let (from, to) = (old.values[&register.code], new.values[&register.code]);
                let full = Decimal::from(10_u64.pow(register.digits.into()));
                let went_over = to < from;
                assert!(
                    !went_over || from >= full * Decimal::new(9, 1),
                    "{}: {from} {to}",
                    meter.id
                );
                rollovers += usize::from(went_over);
                let difference = if went_over { to + full - from } else { to - from };
                assert_eq!(new.consumption[&register.code], difference * register.multiplier);
                assert!(to < full && to.scale() <= register.decimals.into(), "{}: {to}", meter.id);
                if let Some(most) = meter.max_per_hour {
                    let days = old.read_on.until(new.read_on).unwrap().get_days();
                    assert!(difference * register.multiplier <= most * Decimal::from(24 * days));
                }
            }
        }
        if let Some(removed_on) = meter.removed_on {
            let last = readings.last().unwrap();
            assert_eq!((last.kind, last.read_on), (ReadingKind::Final, removed_on));
            for register in &meter.registers {
                assert_eq!(register.r#final, Some(last.values[&register.code]));
            }
        }
    }
    rollovers
}

#[test]
fn readings_grow_or_roll_over() {
    let rollovers: usize = utility().accounts.iter().map(check_readings).sum();
    assert!(rollovers >= 3, "{rollovers} rollovers");
}

#[test]
fn there_is_some_of_everything() {
    let utility = utility();
    let points = || utility.accounts.iter().flat_map(|account| &account.supply_points);
    let readings = || utility.accounts.iter().flat_map(|account| &account.readings);
    for medium in [Medium::Water, Medium::Electricity, Medium::Gas, Medium::Heat] {
        assert!(points().any(|point| point.medium == medium), "{medium:?}");
    }
    for scheme in [PointScheme::Ean, PointScheme::Eic, PointScheme::Ppe, PointScheme::Own] {
        assert!(points().any(|point| point.code.scheme() == scheme), "{scheme:?}");
    }
    for kind in [
        ReadingKind::Actual,
        ReadingKind::Customer,
        ReadingKind::Estimated,
        ReadingKind::Initial,
        ReadingKind::Final,
    ] {
        assert!(readings().any(|reading| reading.kind == kind), "{kind:?}");
    }
    assert!(points().any(|point| point.meters.len() == 2), "an exchange");
    assert!(points().any(|point| point.meters[0].registers.len() == 2), "two registers");
    assert!(points().any(|point| !point.active));
    assert!(utility.accounts.iter().any(|account| account.customer.address.country == Country::Pl));
}

#[test]
fn every_identifier_is_valid_and_there_once() {
    let utility = utility();
    let mut seen = BTreeSet::new();
    for account in &utility.accounts {
        assert!(seen.insert(account.id.to_string()));
        assert_eq!(account.customer.address.wrong_fields(), [], "{}", account.id);
        if let Some(number) = &account.customer.company_number {
            let country = account.customer.address.country;
            assert!(company_number_fits(country, number) || company_number_is_valid(number));
        }
        for point in &account.supply_points {
            assert!(seen.insert(point.id.to_string()));
            assert!(seen.insert(point.code.to_string()));
        }
        for meter in meters(account) {
            assert!(seen.insert(meter.id.to_string()));
        }
        for invoice in &account.invoices {
            assert!(seen.insert(invoice.number.to_string()));
        }
    }
}

#[test]
fn a_reading_names_a_settlement_of_its_customer() {
    for account in utility().accounts {
        let settled = |invoice: &&Invoice| invoice.kind == InvoiceKind::Settlement;
        let known: BTreeSet<_> =
            account.invoices.iter().filter(settled).map(|invoice| &invoice.number).collect();
        let named: BTreeSet<_> =
            account.readings.iter().filter_map(|reading| reading.invoice.as_ref()).collect();
        assert_eq!(known, named, "{}", account.id);
        assert!(
            account.invoices.iter().all(|invoice| invoice.issued_on <= TODAY),
            "{}",
            account.id
        );
    }
}

#[test]
fn the_personas_are_always_there() {
    for (seed, customers) in [(1, 0), (2, 50)] {
        let utility = generate(seed, customers, TODAY).unwrap();
        let personas = utility.personas().unwrap();
        let who: Vec<_> = personas
            .iter()
            .map(|persona| {
                (
                    persona.role.as_str(),
                    persona.customers[0].as_str(),
                    persona.email.as_ref().map(|e| e.as_str()),
                )
            })
            .collect();
        assert_eq!(
            who,
            [
                ("household_water", "C10001", Some("anna@example.com")),
                ("household_two_register", "C10002", Some("boris@example.com")),
                ("property_manager", "C10003", Some("sprava@example.org")),
                ("business", "C10007", Some("pekarna@example.com")),
                ("household_letter", "C10008", None),
                ("household_polish", "C10009", Some("danuta@example.org")),
            ]
        );
        for persona in &personas {
            let account = utility.account(&persona.customers[0]).unwrap();
            assert!(account.invoices.contains(&persona.invoice));
            assert!(
                meters(account)
                    .any(|meter| meter.serial == persona.serial && meter.removed_on.is_none())
            );
        }
    }
}

#[test]
fn the_property_manager_sees_forty_supply_points() {
    let utility = generate(1, 0, TODAY).unwrap();
    let manager = utility.persona(PersonaRole::PropertyManager).unwrap();
    let accounts = || manager.customers.iter().map(|id| utility.account(id).unwrap());
    assert_eq!(accounts().map(|account| account.supply_points.len()).sum::<usize>(), 40);
    for account in accounts() {
        assert!(
            account
                .customer
                .access
                .iter()
                .any(|access| Some(&access.email) == manager.email.as_ref())
        );
    }
}

#[test]
fn nobody_but_its_own_people_has_access_to_a_customer_without_an_address() {
    let utility = generate(1, 0, TODAY).unwrap();
    let letter = utility.persona(PersonaRole::HouseholdLetter).unwrap();
    let customer = &utility.account(&letter.customers[0]).unwrap().customer;
    assert_eq!(customer.contact.email, None);
    assert_eq!(customer.access, []);
}

#[test]
fn a_customer_is_the_same_however_many_there_are() {
    let (few, many) = (generate(5, 20, TODAY).unwrap(), generate(5, 60, TODAY).unwrap());
    assert_eq!((few.accounts.len(), many.accounts.len()), (20, 60));
    assert_eq!(few.accounts, many.accounts[..20]);
}

/// If this fails, demo data have changed: say so in the change, and put the new
/// number here.
#[test]
fn the_same_seed_gives_the_same_bytes() {
    let bytes = |seed| {
        let utility = generate(seed, 40, TODAY).unwrap();
        let json = serde_json::to_vec(&messages::fill(&utility).unwrap()).unwrap();
        hex(&Sha256::digest(json))
    };
    assert_eq!(bytes(1), "007748e22cc15c9c1117fca3731c344e5c8662945a91fa410ad9b9c9bacb291c");
    assert_ne!(bytes(1), bytes(2));
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

#[test]
fn messages_are_small_and_in_order() {
    let utility = utility();
    for updates in messages::fill(&utility).unwrap() {
        assert!(updates.windows(2).all(|pair| pair[0].version < pair[1].version));
        let ids: BTreeSet<_> = updates.iter().map(|update| &update.id).collect();
        assert_eq!(ids.len(), updates.len());
        for update in updates {
            let json = serde_json::to_string(&update).unwrap();
            assert!(json.len() < 200 * 1024, "{} bytes", json.len());
            assert_eq!(serde_json::from_str::<Update>(&json).unwrap(), update);
        }
    }
}

#[test]
fn a_long_list_is_sent_in_pieces_and_whole() {
    let mut utility = generate(1, 0, TODAY).unwrap();
    let account = &mut utility.accounts[0];
    let one = account.readings.clone();
    for _ in 0..100 {
        account.readings.extend(one.clone());
    }
    let all = account.readings.clone();
    let updates = messages::of_account(&utility, &utility.accounts[0]).unwrap();
    let mut sent = Vec::new();
    for update in updates {
        assert!(serde_json::to_string(&update).unwrap().len() < 200 * 1024);
        if let portal_contracts::update::UpdateBody::Readings(readings) = update.body {
            sent.push(readings.readings);
        }
    }
    assert!(sent.len() > 1);
    assert_eq!(sent.concat(), all);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn every_seed_and_day_makes_a_sound_utility(seed: u64, days in 0..3000_i64) {
        let today = date(2024, 1, 1).saturating_add(jiff::ToSpan::days(days));
        let utility = generate(seed, 25, today).unwrap();
        for account in &utility.accounts {
            check_readings(account);
            prop_assert!(account.readings.iter().all(|reading| reading.read_on < today));
            prop_assert!(!account.supply_points.is_empty());
        }
        prop_assert_eq!(utility.personas().unwrap().len(), PersonaRole::ALL.len());
    }
}
