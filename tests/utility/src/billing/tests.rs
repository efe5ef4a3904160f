//! Commands and what comes of them, without a queue.

use std::collections::BTreeMap;

use jiff::{ToSpan, civil::date};
use portal_contracts::{
    change::{ChangeBody, Contact, ContactChange, MailingAddressChange, ReadingChange},
    command::{Approver, ChangeApproved, Command, CommandBody, LetterRequested},
    update::{Outcome, Reading, ReadingKind, UpdateBody},
};
use portal_domain::{ChangeId, Language};
use rust_decimal::Decimal;

use super::{ledger::*, *};
use crate::{PersonaRole, Utility, generate::generate};

/// Noon of the day that the utility is of.
fn now() -> jiff::Timestamp {
    "2026-03-31T12:00:00Z".parse().unwrap()
}

fn utility() -> Utility {
    generate(1, 0, date(2026, 3, 31)).unwrap()
}

fn command(utility: &Utility, role: PersonaRole, id: &str, what: ChangeBody) -> Command {
    let customer = utility.persona(role).unwrap().customers[0].clone();
    let approved = ChangeApproved {
        change: id.parse().unwrap(),
        what,
        proposed_at: now(),
        approved_at: now(),
        approved_by: Approver::Operator,
        findings: vec![],
    };
    Command {
        id: id.into(),
        version: 1,
        customer,
        created_at: now(),
        body: CommandBody::ChangeApproved(approved),
    }
}

/// The persona's meter, today, having counted `more` on every register.
fn reading(utility: &Utility, role: PersonaRole, more: i64) -> ReadingChange {
    let persona = utility.persona(role).unwrap();
    let last = last(utility, role);
    ReadingChange {
        supply_point: persona.supply_point,
        meter: persona.meter,
        serial: persona.serial,
        read_on: utility.today,
        values: last
            .values
            .iter()
            .map(|(code, value)| (code.clone(), *value + Decimal::from(more)))
            .collect(),
        before: last.values.clone(),
        before_on: Some(last.read_on),
        rolled_over: vec![],
    }
}

fn last(utility: &Utility, role: PersonaRole) -> Reading {
    let persona = utility.persona(role).unwrap();
    let account = utility.account(&persona.customers[0]).unwrap();
    let of_meter = account.readings.iter().filter(|reading| reading.meter == persona.meter);
    of_meter.max_by_key(|reading| reading.read_on).unwrap().clone()
}

#[track_caller]
fn refused(sent: ReadingChange, role: PersonaRole) -> Refusal {
    let utility = utility();
    let command = command(&utility, role, "c1", ChangeBody::Reading(sent));
    let answer = Books::new(utility).unwrap().answer(&command, now());
    let Some(Effect::Refused(refusal)) = answer.effect else { panic!("{answer:?}") };
    let [update] = answer.updates.as_slice() else { panic!("{:?}", answer.updates) };
    let UpdateBody::ChangeOutcome(outcome) = &update.body else { panic!("{update:?}") };
    let Outcome::Refused { code, reason } = &outcome.outcome else { panic!("{outcome:?}") };
    assert_eq!(code, refusal.code());
    assert!(!reason.is_empty());
    refusal
}

#[test]
fn a_good_reading_is_recorded_with_its_consumption() {
    let utility = utility();
    let sent = reading(&utility, PersonaRole::HouseholdTwoRegister, 100);
    let command =
        command(&utility, PersonaRole::HouseholdTwoRegister, "c1", ChangeBody::Reading(sent));
    let mut books = Books::new(utility).unwrap();
    let answer = books.answer(&command, now());

    assert_eq!(answer.effect, Some(Effect::Applied));
    let [first, second] = answer.updates.as_slice() else { panic!() };
    assert_eq!((first.id.as_str(), second.id.as_str()), ("answer-c1-1", "answer-c1-2"));
    assert!(first.version < second.version);
    let UpdateBody::Readings(readings) = &first.body else { panic!() };
    let [reading] = readings.readings.as_slice() else { panic!() };
    assert_eq!(reading.kind, ReadingKind::Customer);
    assert_eq!(reading.change, Some("c1".parse().unwrap()));
    let used: Vec<_> = reading.consumption.values().map(ToString::to_string).collect();
    assert_eq!(used, ["100", "100"]);
    let UpdateBody::ChangeOutcome(outcome) = &second.body else { panic!() };
    assert_eq!(outcome.outcome, Outcome::Applied);
    assert!(books.account(&command.customer).unwrap().readings.contains(reading));
}

#[test]
fn the_same_command_again_gets_the_same_answer_and_does_nothing() {
    let utility = utility();
    let sent = reading(&utility, PersonaRole::HouseholdWater, 10);
    let command = command(&utility, PersonaRole::HouseholdWater, "c1", ChangeBody::Reading(sent));
    let mut books = Books::new(utility).unwrap();
    let first = books.answer(&command, now());
    let known = books.account(&command.customer).unwrap().clone();

    let again = books.answer(&command, now() + 1.hour());

    assert_eq!((again.effect, again.updates), (None, first.updates));
    assert_eq!(books.account(&command.customer), Some(&known));
}

#[test]
fn a_usual_reading_of_any_meter_is_taken() {
    let utility = generate(3, 60, date(2026, 3, 31)).unwrap();
    let mut books = Books::new(utility.clone()).unwrap();
    let mut taken = 0;
    for account in &utility.accounts {
        for point in account.supply_points.iter().filter(|point| point.active) {
            let meter = point.meters.last().unwrap();
            let values = account.usual_state(&meter.id, utility.today).unwrap();
            let last = account.readings.iter().rfind(|reading| reading.meter == meter.id).unwrap();
            let rolled_over =
                values.keys().filter(|code| values[code] < last.values[code]).cloned().collect();
            let sent = ReadingChange {
                supply_point: point.id.clone(),
                meter: meter.id.clone(),
                serial: meter.serial.clone(),
                read_on: utility.today,
                values,
                before: last.values.clone(),
                before_on: Some(last.read_on),
                rolled_over,
            };
            let mut command = command(
                &utility,
                PersonaRole::Business,
                &format!("c-{}", meter.id),
                ChangeBody::Reading(sent),
            );
            command.customer = account.id.clone();
            let answer = books.answer(&command, now());
            assert_eq!(answer.effect, Some(Effect::Applied), "{}", meter.id);
            taken += 1;
        }
    }
    assert!(taken > 80, "{taken}");
}

#[test]
fn what_can_not_be_is_refused_with_a_reason() {
    let world = utility();
    let anna = PersonaRole::HouseholdWater;
    let good = || reading(&world, anna, 10);
    let last = last(&world, anna);
    assert_eq!(refused(reading(&world, anna, -1), anna), Refusal::BelowPrevious);
    assert_eq!(refused(reading(&world, anna, 90_000), anna), Refusal::MoreThanCanFlow);
    assert_eq!(refused(reading(&world, anna, 100_000), anna), Refusal::TooManyDigits);
    assert_eq!(
        refused(ReadingChange { read_on: date(2026, 4, 1), ..good() }, anna),
        Refusal::DateInFuture
    );
    assert_eq!(
        refused(ReadingChange { read_on: date(2020, 1, 1), ..good() }, anna),
        Refusal::BeforeInstallation
    );
    assert_eq!(
        refused(ReadingChange { read_on: last.read_on, ..good() }, anna),
        Refusal::ReadingExists
    );
    assert_eq!(
        refused(ReadingChange { values: BTreeMap::new(), ..good() }, anna),
        Refusal::RegistersDiffer
    );
    assert_eq!(
        refused(ReadingChange { meter: "M1-1".parse().unwrap(), ..good() }, anna),
        Refusal::UnknownMeter
    );
    // A dial that isn't near its end doesn't begin again, whoever says so.
    let rolled_over = vec!["T".parse().unwrap()];
    assert_eq!(
        refused(ReadingChange { rolled_over, ..reading(&world, anna, -1) }, anna),
        Refusal::BelowPrevious
    );
}

#[test]
fn a_customer_may_correct_what_they_sent() {
    let utility = utility();
    let anna = PersonaRole::HouseholdWater;
    let send =
        |id, more| command(&utility, anna, id, ChangeBody::Reading(reading(&utility, anna, more)));
    let mut books = Books::new(utility.clone()).unwrap();
    assert_eq!(books.answer(&send("c1", 10), now()).effect, Some(Effect::Applied));
    assert_eq!(books.answer(&send("c2", 9), now()).effect, Some(Effect::Applied));

    let account = books.account(&utility.accounts[0].id).unwrap();
    let today: Vec<_> =
        account.readings.iter().filter(|reading| reading.read_on == utility.today).collect();
    let [reading] = today.as_slice() else { panic!("{today:?}") };
    assert_eq!(reading.change, Some("c2".parse().unwrap()));
}

#[test]
fn answers_come_after_the_filling_also_just_after_midnight() {
    let utility = utility();
    let anna = PersonaRole::HouseholdWater;
    let filled = crate::messages::of_account(&utility, &utility.accounts[0]).unwrap();
    let sent = ReadingChange { read_on: date(2026, 3, 30), ..reading(&utility, anna, 10) };
    let command = command(&utility, anna, "c1", ChangeBody::Reading(sent));
    let midnight_in_prague = "2026-03-30T22:00:01Z".parse().unwrap();
    let answer = Books::new(utility).unwrap().answer(&command, midnight_in_prague);
    assert!(answer.updates[0].version > filled.last().unwrap().version);
}

#[test]
fn a_removed_meter_and_a_settled_period_take_no_reading() {
    let world = utility();
    let anna = PersonaRole::HouseholdWater;
    let account = world.account(&world.persona(anna).unwrap().customers[0]).unwrap();
    let old = account.supply_points[0].meters[0].clone();
    let on_old = ReadingChange { meter: old.id, ..reading(&world, anna, 10) };
    assert_eq!(refused(on_old, anna), Refusal::MeterRemoved);

    let boris = PersonaRole::HouseholdTwoRegister;
    let persona = world.persona(boris).unwrap();
    let settled = world
        .account(&persona.customers[0])
        .unwrap()
        .readings
        .iter()
        .rfind(|reading| reading.invoice.is_some());
    let day_before = settled.unwrap().read_on.yesterday().unwrap();
    assert_eq!(
        refused(ReadingChange { read_on: day_before, ..reading(&world, boris, 0) }, boris),
        Refusal::PeriodSettled
    );
}

#[test]
fn a_dial_near_its_end_may_begin_again() {
    let mut utility = utility();
    let anna = PersonaRole::HouseholdWater;
    let persona = utility.persona(anna).unwrap();
    let account =
        utility.accounts.iter_mut().find(|account| account.id == persona.customers[0]).unwrap();
    let last = account.readings.iter_mut().rfind(|reading| reading.meter == persona.meter).unwrap();
    let code = "T".parse().unwrap();
    last.values.insert(code, Decimal::new(99_995_000, 3));

    let code = "T".parse().unwrap();
    let values = BTreeMap::from([(code, Decimal::from(7))]);
    let mut sent = ReadingChange { values, ..reading(&utility, anna, 0) };
    sent.rolled_over = vec!["T".parse().unwrap()];
    let command = command(&utility, anna, "c1", ChangeBody::Reading(sent));
    let answer = Books::new(utility).unwrap().answer(&command, now());

    assert_eq!(answer.effect, Some(Effect::Applied));
    let UpdateBody::Readings(readings) = &answer.updates[0].body else { panic!() };
    assert_eq!(
        readings.readings[0].consumption.values().next().unwrap().normalize(),
        Decimal::from(12)
    );
}

#[test]
fn a_new_contact_changes_nobodys_access() {
    let utility = utility();
    let anna = PersonaRole::HouseholdWater;
    let before = utility.accounts[0].customer.clone();
    let after = Contact { email: Some("nova@example.com".parse().unwrap()), phone: None };
    let change = ContactChange { before: before.contact.clone(), after: after.clone() };
    let command = command(&utility, anna, "c1", ChangeBody::Contact(change));
    let answer = Books::new(utility).unwrap().answer(&command, now());

    let UpdateBody::Customer(customer) = &answer.updates[0].body else { panic!() };
    assert_eq!(customer.contact, after);
    assert_eq!(customer.access, before.access);
    assert_eq!(answer.updates.len(), 2);
}

#[test]
fn a_letter_goes_to_the_address_that_billing_knows() {
    let utility = utility();
    let role = PersonaRole::HouseholdLetter;
    let customer = utility.persona(role).unwrap().customers[0].clone();
    let home = utility.account(&customer).unwrap().customer.address.clone();
    let mut books = Books::new(utility.clone()).unwrap();

    let elsewhere = utility.accounts[0].customer.address.clone();
    let wanted = LetterRequested {
        code: "ABCD-EFGH".into(),
        language: Language::Cs,
        address: Some(elsewhere.clone()),
        page: "https://portal.example/activate".into(),
        valid_until: now() + 720.hours(),
    };
    let letter = Command {
        id: "l1".into(),
        version: 1,
        customer,
        created_at: now(),
        body: CommandBody::LetterRequested(wanted),
    };
    let answer = books.answer(&letter, now());
    assert_eq!(answer.updates, []);
    let Some(Effect::Letter(posted)) = answer.effect else { panic!() };
    assert_eq!((posted.address, posted.code.as_str()), (home, "ABCD-EFGH"));

    let change = MailingAddressChange { before: None, after: Some(elsewhere.clone()) };
    books.answer(&command(&utility, role, "c1", ChangeBody::MailingAddress(change)), now());
    let answer = books.answer(&Command { id: "l2".into(), ..letter }, now());
    let Some(Effect::Letter(posted)) = answer.effect else { panic!() };
    assert_eq!(posted.address, elsewhere);
}

#[test]
fn a_stranger_is_refused() {
    let utility = utility();
    let sent = reading(&utility, PersonaRole::HouseholdWater, 1);
    let mut command =
        command(&utility, PersonaRole::HouseholdWater, "c1", ChangeBody::Reading(sent));
    command.customer = "C99".parse().unwrap();
    let answer = Books::new(utility).unwrap().answer(&command, now());
    assert_eq!(answer.effect, Some(Effect::Refused(Refusal::UnknownCustomer)));
}

fn entry(change: &ChangeId, answer: &Answer, command: &Command) -> Line {
    Line::Effect(Entry {
        command: command.id.clone(),
        customer: command.customer.clone(),
        change: Some(change.clone()),
        effect: EffectKind::Applied,
        code: None,
        at: now(),
        updates: answer.updates.clone(),
    })
}

#[test]
fn the_ledger_remembers_over_a_restart_and_a_torn_line_never_counted() {
    let utility = utility();
    let anna = PersonaRole::HouseholdWater;
    let sent = reading(&utility, anna, 10);
    let command = command(&utility, anna, "c1", ChangeBody::Reading(sent));
    let mut books = Books::new(utility.clone()).unwrap();
    let answer = books.answer(&command, now());

    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("ledger.jsonl");
    let (mut ledger, lines) = Ledger::open(&path).unwrap();
    assert_eq!(lines, []);
    ledger.write(&Line::Opened { seed: 1, today: utility.today }).unwrap();
    ledger.write(&Line::Delivered { command: "c1".into(), at: now() }).unwrap();
    ledger.write(&entry(&"c1".parse().unwrap(), &answer, &command)).unwrap();
    drop(ledger);
    let whole = std::fs::read(&path).unwrap();
    std::fs::write(&path, [whole.as_slice(), br#"{"line":"effect","comm"#].concat()).unwrap();

    assert_eq!(opened(&read(&path).unwrap()), Some((1, utility.today)));
    assert_eq!(read(&path).unwrap().len(), 3);
    let (mut ledger, lines) = Ledger::open(&path).unwrap();
    let mut restarted = Books::new(utility).unwrap();
    for line in &lines {
        if let Line::Effect(entry) = line {
            restarted.recall(entry.clone());
        }
    }
    let again = restarted.answer(&command, now() + 1.hour());
    assert_eq!((again.effect, again.updates), (None, answer.updates));
    assert_eq!(restarted.account(&command.customer), books.account(&command.customer));

    ledger.write(&Line::Delivered { command: "c1".into(), at: now() }).unwrap();
    let lines = read(&path).unwrap();
    assert_eq!(
        effects(&lines),
        BTreeMap::from([("c1".parse().unwrap(), Count { applied: 1, refused: 0 })])
    );
    assert_eq!(deliveries(&lines), BTreeMap::from([("c1".into(), 2)]));
}
