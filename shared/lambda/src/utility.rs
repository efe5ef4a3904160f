//! The utility's own configuration: `utility.json`, shipped beside the
//! function's binary, so that it goes out and back with a deployment.

use std::{collections::BTreeMap, path::Path};

use anyhow::{Context, Result};
use jiff::{Timestamp, civil::Date, tz::TimeZone};
use portal_domain::{Address, Country, Currency, Language, Medium};
use serde::Deserialize;

use crate::env;

/// Who runs this portal, and by which rules. Unknown members are refused: a
/// slip in a rule's name must not pass for the default.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Utility {
    pub name: String,
    pub country: Country,
    /// IANA name; days are this zone's.
    pub time_zone: String,
    pub currency: Currency,
    /// The first is what people get who haven't chosen.
    pub languages: Vec<Language>,
    pub media: Vec<Medium>,
    /// CSS colour of the utility.
    pub accent: String,
    /// Path or address of the logo, as the web client loads it.
    #[serde(default)]
    pub logo: Option<String>,
    pub contact: UtilityContact,
    /// Sender of mails: `Utility <portal@utility.example>`.
    pub mail_from: String,
    pub self_reading: SelfReading,
    /// Who stands on invoices, and where payments go.
    pub seller: Seller,
    /// Rules of approval by kind of change; a kind that isn't named is decided
    /// by an operator.
    #[serde(default)]
    pub changes: BTreeMap<String, ChangeRule>,
    /// How many activation letters a day are sent at most, in all.
    pub letters_per_day: u32,
}

/// How people reach the utility.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct UtilityContact {
    pub email: String,
    pub phone: String,
    pub web: String,
}

/// The utility as it stands on invoices.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Seller {
    pub name: String,
    pub address: Address,
    /// IČO, REGON.
    pub company_number: String,
    /// DIČ with its `CZ`, NIP.
    pub tax_number: String,
    /// Where the company is registered, as printed on invoices.
    #[serde(default)]
    pub registered: Option<String>,
    /// Where payments go, one account per currency.
    pub accounts: Vec<SellerAccount>,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SellerAccount {
    pub currency: Currency,
    pub iban: String,
    #[serde(default)]
    pub bic: Option<String>,
}

/// Who may send readings.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SelfReading {
    pub rule: SelfReadingRule,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SelfReadingRule {
    All,
    /// Those whom billing marked.
    ChosenCustomers,
    /// Points that billing marked.
    ChosenPoints,
}

/// How changes of one kind are decided.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ChangeRule {
    #[serde(default)]
    pub auto: AutoApproval,
    /// Two operators have to agree.
    #[serde(default)]
    pub four_eyes: bool,
    /// Hours after which billing's silence shows as late.
    #[serde(default = "three_days")]
    pub late_after_hours: u32,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AutoApproval {
    #[default]
    Never,
    /// When no rule found anything unusual.
    Plausible,
    Always,
}

fn three_days() -> u32 {
    72
}

impl Default for ChangeRule {
    fn default() -> Self {
        Self { auto: AutoApproval::Never, four_eyes: false, late_after_hours: three_days() }
    }
}

impl Utility {
    /// Reads `utility.json` from the function's package.
    pub fn load() -> Result<Self> {
        let root = env::optional("LAMBDA_TASK_ROOT").unwrap_or_else(|| ".".to_owned());
        let file = Path::new(&root).join("utility.json");
        let text = std::fs::read_to_string(&file).with_context(|| format!("reading {file:?}"))?;
        Self::parse(&text)
    }

    /// Reads a configuration and checks that it makes sense.
    pub fn parse(text: &str) -> Result<Self> {
        let utility: Self =
            serde_json::from_str(text).context("reading the utility's configuration")?;
        TimeZone::get(&utility.time_zone).context("the utility's time zone")?;
        anyhow::ensure!(!utility.languages.is_empty(), "the utility has no language");
        Ok(utility)
    }

    /// The rule for changes of `kind`.
    pub fn rule(&self, kind: &str) -> ChangeRule {
        self.changes.get(kind).copied().unwrap_or_default()
    }

    /// The civil day at `now`, where the utility is.
    pub fn day(&self, now: Timestamp) -> Date {
        let zone = TimeZone::get(&self.time_zone).unwrap_or(TimeZone::UTC);
        now.to_zoned(zone).date()
    }
}
