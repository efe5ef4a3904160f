//! What the billing system knows, and what a command does to it. Pure: neither
//! queue nor clock.

use std::collections::BTreeMap;

use anyhow::Result;
use jiff::{Timestamp, tz::TimeZone};
use portal_contracts::{
    change::ChangeBody,
    command::{ChangeApproved, Command, CommandBody, LetterRequested},
    update::{ChangeOutcome, Customer, Outcome, Readings, Update, UpdateBody},
};
use portal_domain::{Address, CustomerId, Language};

use super::{learn::learn, ledger::Entry, money, plausible, refusal::Refusal};
use crate::{
    generate::{Account, Utility},
    messages::{self, version_at},
};

/// The billing system's knowledge, in memory.
pub struct Books {
    accounts: BTreeMap<CustomerId, Account>,
    /// The last version that a customer's update had.
    versions: BTreeMap<CustomerId, u64>,
    /// What was answered to each command: a repeat gets the same.
    answered: BTreeMap<String, Vec<Update>>,
}

/// What came of a command.
#[derive(Clone, Debug, PartialEq)]
pub struct Answer {
    /// To be sent, in this order. Their ids are made from the command's.
    pub updates: Vec<Update>,
    /// What the command did; none if it was done before.
    pub effect: Option<Effect>,
}

#[derive(Clone, Debug, PartialEq)]
pub enum Effect {
    Applied,
    Refused(Refusal),
    /// To be posted.
    Letter(Box<Letter>),
}

/// A letter to a customer, at the address that billing knows.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Letter {
    /// The command that asked for it: one letter each.
    pub command: String,
    pub customer: CustomerId,
    pub name: String,
    pub address: Address,
    pub language: Language,
    /// The postal part of the code.
    pub code: String,
    pub page: String,
    pub valid_until: Timestamp,
    pub posted_at: Timestamp,
}

impl Books {
    /// The books of a utility whose portal was filled.
    pub fn new(utility: Utility) -> Result<Self> {
        // What is answered comes after the filling also just after midnight.
        let filled = messages::version_after_fill(&utility)?;
        let versions =
            utility.accounts.iter().map(|account| (account.id.clone(), filled)).collect();
        let accounts = utility.accounts.into_iter().map(|account| (account.id.clone(), account));
        Ok(Self { accounts: accounts.collect(), versions, answered: BTreeMap::new() })
    }

    /// What is known of a customer.
    pub fn account(&self, id: &CustomerId) -> Option<&Account> {
        self.accounts.get(id)
    }

    /// Does what `command` says, once.
    pub fn answer(&mut self, command: &Command, now: Timestamp) -> Answer {
        if let Some(updates) = self.answered.get(&command.id) {
            return Answer { updates: updates.clone(), effect: None };
        }
        let (bodies, effect) = match &command.body {
            CommandBody::ChangeApproved(approved) => self.apply(&command.customer, approved, now),
            CommandBody::LetterRequested(wanted) => self.post(command, wanted, now),
        };
        let updates: Vec<_> = (1..)
            .zip(bodies)
            .map(|(turn, body)| Update {
                id: format!("answer-{}-{turn}", command.id),
                version: self.next_version(&command.customer, now),
                customer: command.customer.clone(),
                created_at: now,
                body,
            })
            .collect();
        self.answered.insert(command.id.clone(), updates.clone());
        Answer { updates, effect: Some(effect) }
    }

    /// Knows again what was done before a restart.
    pub fn recall(&mut self, entry: Entry) {
        for update in &entry.updates {
            let last = self.versions.entry(update.customer.clone()).or_default();
            *last = update.version.max(*last);
            if let Some(account) = self.accounts.get_mut(&update.customer) {
                learn(account, &update.body);
            }
        }
        self.answered.insert(entry.command, entry.updates);
    }

    fn next_version(&mut self, customer: &CustomerId, now: Timestamp) -> u64 {
        let last = self.versions.entry(customer.clone()).or_default();
        *last = version_at(now).max(*last + 1);
        *last
    }

    fn apply(
        &mut self,
        customer: &CustomerId,
        approved: &ChangeApproved,
        now: Timestamp,
    ) -> (Vec<UpdateBody>, Effect) {
        let outcome = |outcome| {
            let change = approved.change.clone();
            UpdateBody::ChangeOutcome(ChangeOutcome { change, outcome, decided_at: now })
        };
        let Some(account) = self.accounts.get_mut(customer) else {
            let refusal = Refusal::UnknownCustomer;
            return (vec![outcome(refusal.outcome(Language::En))], Effect::Refused(refusal));
        };
        match change(account, approved, now) {
            Ok(mut told) => {
                told.iter().for_each(|told| learn(account, told));
                told.push(outcome(Outcome::Applied));
                (told, Effect::Applied)
            }
            Err(refusal) => {
                let language = account.customer.language;
                (vec![outcome(refusal.outcome(language))], Effect::Refused(refusal))
            }
        }
    }

    fn post(
        &self,
        command: &Command,
        wanted: &LetterRequested,
        now: Timestamp,
    ) -> (Vec<UpdateBody>, Effect) {
        let Some(account) = self.accounts.get(&command.customer) else {
            return (vec![], Effect::Refused(Refusal::UnknownCustomer));
        };
        let customer = &account.customer;
        let letter = Letter {
            command: command.id.clone(),
            customer: command.customer.clone(),
            name: customer.name.clone(),
            address: customer.mailing_address.clone().unwrap_or_else(|| customer.address.clone()),
            language: wanted.language,
            code: wanted.code.clone(),
            page: wanted.page.clone(),
            valid_until: wanted.valid_until,
            posted_at: now,
        };
        (vec![], Effect::Letter(Box::new(letter)))
    }
}

/// What is known then, told whole.
fn change(
    account: &Account,
    approved: &ChangeApproved,
    now: Timestamp,
) -> std::result::Result<Vec<UpdateBody>, Refusal> {
    // Summer time all the year: the day never begins later where the meter is.
    let today = now.to_zoned(TimeZone::fixed(jiff::tz::offset(2))).date();
    if let Some(done) = money::change(account, &approved.change, &approved.what, today) {
        return done;
    }
    let told = match &approved.what {
        ChangeBody::Reading(sent) => {
            let reading = plausible::accept(account, &approved.change, sent, today)?;
            UpdateBody::Readings(Readings { readings: vec![reading] })
        }
        ChangeBody::Contact(contact) => {
            // Who may see the customer doesn't follow from whom we write to.
            let contact = contact.after.clone();
            UpdateBody::Customer(Customer { contact, ..account.customer.clone() })
        }
        ChangeBody::MailingAddress(address) => {
            let mailing_address = address.after.clone();
            UpdateBody::Customer(Customer { mailing_address, ..account.customer.clone() })
        }
        _ => return Err(Refusal::NotOffered),
    };
    Ok(vec![told])
}
