//! Making a utility out of a number.

mod crowd;
mod device;
mod dice;
mod history;
mod money;
mod number;
mod pay;
mod personas;
mod point;
mod prices;
mod season;
mod secret;
mod usual;

use anyhow::Result;
use jiff::civil::Date;
use portal_contracts::{
    ledger::{AdvanceSchedule, ContractAccount, Payment, Receivable},
    paper::Document,
    price_list::PriceList,
    rainwater::RainwaterDeclaration,
    update::{Customer, Invoice, Reading, SupplyPoint},
};
use portal_domain::CustomerId;

pub use personas::{Persona, PersonaRole, TENANT};
pub use secret::password;

/// Everything that a utility's billing system knows.
#[derive(Clone, Debug, PartialEq)]
pub struct Utility {
    pub seed: u64,
    /// The day on which it is as it is.
    pub today: Date,
    /// What everything costs and cost, oldest first.
    pub price_lists: Vec<PriceList>,
    /// The personas' customers first.
    pub accounts: Vec<Account>,
}

/// One customer with all that belongs to them.
#[derive(Clone, Debug, PartialEq)]
pub struct Account {
    pub id: CustomerId,
    pub customer: Customer,
    pub supply_points: Vec<SupplyPoint>,
    pub readings: Vec<Reading>,
    /// Oldest first.
    pub invoices: Vec<Invoice>,
    /// How the customer pays and is paid.
    pub contract_account: ContractAccount,
    /// What is owed either way, oldest first.
    pub receivables: Vec<Receivable>,
    /// What was paid, oldest first.
    pub payments: Vec<Payment>,
    /// Of each supply point, oldest first.
    pub schedules: Vec<AdvanceSchedule>,
    /// Of each supply point, oldest first.
    pub rainwater: Vec<RainwaterDeclaration>,
    /// Contracts and amendments.
    pub documents: Vec<Document>,
    /// What is put into the documents bucket before the updates that name it.
    pub files: Vec<StoredFile>,
}

/// A file for the documents bucket.
#[derive(Clone, Debug, PartialEq)]
pub struct StoredFile {
    /// As [`portal_contracts::paper::File::key`] names it.
    pub key: String,
    pub bytes: Vec<u8>,
}

/// A utility of `customers` customers (at least those of the personas), the
/// same for the same seed and day. A customer is the same whatever their number.
pub fn generate(seed: u64, customers: u32, today: Date) -> Result<Utility> {
    let prices = prices::Prices::of_years(today)?;
    let office = money::Office { seed, today, prices: &prices };
    let mut accounts = personas::accounts(&office)?;
    let others = customers.saturating_sub(u32::try_from(accounts.len())?);
    for place in 0..others {
        accounts.push(crowd::customer(&office, place)?);
    }
    Ok(Utility { seed, today, price_lists: prices.all, accounts })
}

impl Utility {
    /// The people that demos and tests are about.
    pub fn personas(&self) -> Result<Vec<Persona>> {
        personas::people(&self.accounts)
    }

    /// The persona with that role.
    pub fn persona(&self, role: PersonaRole) -> Result<Persona> {
        let mut all = self.personas()?.into_iter();
        all.find(|persona| persona.role == role).ok_or_else(|| anyhow::anyhow!("no such persona"))
    }

    pub fn account(&self, id: &CustomerId) -> Option<&Account> {
        self.accounts.iter().find(|account| account.id == *id)
    }
}

impl Account {
    fn new(id: CustomerId, customer: Customer, contract_account: ContractAccount) -> Self {
        Self {
            id,
            customer,
            supply_points: vec![],
            readings: vec![],
            invoices: vec![],
            contract_account,
            receivables: vec![],
            payments: vec![],
            schedules: vec![],
            rainwater: vec![],
            documents: vec![],
            files: vec![],
        }
    }

    fn take(&mut self, made: point::Made) {
        self.supply_points.push(made.point);
        self.readings.extend(made.readings);
    }
}

#[cfg(test)]
mod tests;
