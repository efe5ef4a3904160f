//! Billing system → portal, over `billing-updates.fifo`.
//!
//! Message group = customer. Idempotent: the same message may come again. An
//! update carries a version, growing per customer; what an older one says never
//! overwrites what a newer one said.

use std::collections::BTreeMap;

use jiff::{Timestamp, civil::Date};
use portal_domain::{
    Address, ChangeId, CustomerId, EmailAddress, InvoiceNumber, Language, Medium, MeterId,
    PointCode, RegisterCode, SupplyPointId, Unit,
};
use rust_decimal::Decimal;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

pub use crate::invoice::{Invoice, Invoices};
use crate::{
    change::Contact,
    ledger::{AdvanceSchedules, ContractAccount, Payments, Receivables},
    paper::Documents,
    price_list::PriceLists,
    rainwater::Rainwater,
};

/// The envelope's customer of what concerns everybody: price lists. It is also
/// their message group, so that they come in order.
pub const EVERYBODY: &str = "everybody";

/// The envelope of everything that the billing system tells the portal.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Update {
    /// Unique per message; the queue's deduplication id.
    pub id: String,
    /// Grows with every update of this customer (a sequence, or milliseconds
    /// of the change in billing).
    pub version: u64,
    pub customer: CustomerId,
    pub created_at: Timestamp,
    #[serde(flatten)]
    pub body: UpdateBody,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "type", content = "body", rename_all = "snake_case")]
#[expect(clippy::large_enum_variant, reason = "one update is in memory at a time")]
pub enum UpdateBody {
    /// A customer as they are now: the whole record, each time.
    Customer(Customer),
    /// Supply points of the customer, each whole. Points not named stay as
    /// they were.
    SupplyPoints(SupplyPoints),
    /// Readings that billing recorded, of any age, each whole.
    Readings(Readings),
    /// Invoices and other numbered documents about money, each whole.
    Invoices(Invoices),
    /// How the customer pays and is paid.
    ContractAccount(ContractAccount),
    /// What is owed, each whole.
    Receivables(Receivables),
    /// What was paid, each whole.
    Payments(Payments),
    /// What is to be paid in advance, each schedule whole.
    AdvanceSchedules(AdvanceSchedules),
    /// Surfaces that rainwater drains from, each declaration whole.
    Rainwater(Rainwater),
    /// Contracts and other papers, each whole.
    Documents(Documents),
    /// What products cost, each list whole. Of [`EVERYBODY`].
    PriceLists(PriceLists),
    /// What became of a change that the portal handed over.
    ChangeOutcome(ChangeOutcome),
}

/// An update can't ever be applied, however often it comes: it goes to the dead
/// letters with this reason. An import that fails in any other way is tried
/// again.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{reason}: {detail}")]
pub struct Unfit {
    /// A code: `change_unknown`.
    pub reason: &'static str,
    /// For the billing system's engineers.
    pub detail: String,
}

impl Unfit {
    pub fn new(reason: &'static str, detail: impl Into<String>) -> Self {
        Self { reason, detail: detail.into() }
    }
}

impl UpdateBody {
    /// The types of updates, as they are written in JSON.
    pub const TYPES: [&str; 12] = [
        "customer",
        "supply_points",
        "readings",
        "invoices",
        "contract_account",
        "receivables",
        "payments",
        "advance_schedules",
        "rainwater",
        "documents",
        "price_lists",
        "change_outcome",
    ];

    /// The type of this update, as it is written in JSON.
    pub fn type_name(&self) -> &'static str {
        match self {
            Self::Customer(_) => "customer",
            Self::SupplyPoints(_) => "supply_points",
            Self::Readings(_) => "readings",
            Self::Invoices(_) => "invoices",
            Self::ContractAccount(_) => "contract_account",
            Self::Receivables(_) => "receivables",
            Self::Payments(_) => "payments",
            Self::AdvanceSchedules(_) => "advance_schedules",
            Self::Rainwater(_) => "rainwater",
            Self::Documents(_) => "documents",
            Self::PriceLists(_) => "price_lists",
            Self::ChangeOutcome(_) => "change_outcome",
        }
    }
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Customer {
    /// As on letters.
    pub name: String,
    pub kind: CustomerKind,
    pub language: Language,
    #[serde(default)]
    pub contact: Contact,
    /// The customer's own address (residence or seat).
    pub address: Address,
    /// Where letters go, if elsewhere.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub mailing_address: Option<Address>,
    /// IČO, NIP, REGON of a business.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub company_number: Option<String>,
    /// Who may see this customer in the portal, by e-mail address. The address
    /// must still be proven by its owner.
    #[serde(default)]
    pub access: Vec<Access>,
    /// Whether this customer may send readings where the utility allows it only
    /// to chosen ones.
    #[serde(default)]
    pub self_reading: bool,
    /// `false` once the customer has left.
    pub active: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum CustomerKind {
    Household,
    Business,
    Institution,
}

/// One person's right to see a customer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Access {
    pub email: EmailAddress,
    pub role: Role,
    /// Only this supply point, if named.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub supply_point: Option<SupplyPointId>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// The customer, or who acts for them: may propose changes and send readings.
    Holder,
    /// May look (family, accountant, tenant) and send readings, not propose
    /// other changes.
    Viewer,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct SupplyPoints {
    pub supply_points: Vec<SupplyPoint>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct SupplyPoint {
    pub id: SupplyPointId,
    pub medium: Medium,
    pub code: PointCode,
    pub address: Address,
    /// Flat, cellar, object's name: what tells it from its neighbours.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub label: Option<String>,
    pub contract: Contract,
    /// Every meter that is or was here, oldest first.
    pub meters: Vec<Meter>,
    /// Allows or forbids self-reading for this point, whatever the rule for
    /// all says.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub self_reading: Option<bool>,
    /// When readings are expected; a reading outside is kept as informative.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reading_window: Option<ReadingWindow>,
    pub active: bool,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Contract {
    pub number: String,
    pub concluded_on: Date,
    pub valid_from: Date,
    /// The last day of a fixed term; none: for an indefinite time.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub valid_to: Option<Date>,
    /// The product or tariff, as on the invoice: `D25d`, `Stočné a vodné`.
    pub product: String,
    /// Reserved capacity, as on the contract: `3x25 A`, `Q3 2.5 m3/h`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub capacity: Option<String>,
}

/// Both days included.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct ReadingWindow {
    pub from: Date,
    pub to: Date,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Meter {
    pub id: MeterId,
    /// The serial number on its face.
    pub serial: String,
    pub installed_on: Date,
    /// The day it was taken away; none while it measures.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub removed_on: Option<Date>,
    pub registers: Vec<Register>,
    /// The most that can flow in an hour, in the registers' unit times their
    /// multiplier (water Q4, gas Qmax, electricity breaker): the bound of rule
    /// R07.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub max_per_hour: Option<Decimal>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Register {
    pub code: RegisterCode,
    pub unit: Unit,
    /// Digits before the decimal mark: 5 for a dial that ends at 99999.
    pub digits: u8,
    /// Digits after the decimal mark that count.
    pub decimals: u8,
    /// Consumption = difference of states × multiplier.
    pub multiplier: Decimal,
    /// What it showed when it was installed.
    pub initial: Decimal,
    /// What it showed when it was removed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub r#final: Option<Decimal>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Readings {
    pub readings: Vec<Reading>,
}

/// The state of a meter's registers on a day. Meter and day tell it from the
/// others.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Reading {
    pub supply_point: SupplyPointId,
    pub meter: MeterId,
    pub read_on: Date,
    pub kind: ReadingKind,
    /// What each register showed, in the unit on its face.
    pub values: BTreeMap<RegisterCode, Decimal>,
    /// Consumption since the reading before, multiplied, per register; none
    /// for a first reading.
    #[serde(default)]
    pub consumption: BTreeMap<RegisterCode, Decimal>,
    /// The settlement that used it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub invoice: Option<InvoiceNumber>,
    /// The portal's change that it came from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub change: Option<ChangeId>,
    /// `true`: billing takes it back.
    #[serde(default)]
    pub cancelled: bool,
}

/// How a reading was obtained.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum ReadingKind {
    /// By the utility's reader, or remotely.
    Actual,
    Customer,
    Estimated,
    /// At installation.
    Initial,
    /// At removal, or at the end of the contract.
    Final,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct ChangeOutcome {
    pub change: ChangeId,
    #[serde(flatten)]
    pub outcome: Outcome,
    pub decided_at: Timestamp,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "outcome", rename_all = "snake_case")]
pub enum Outcome {
    /// Done. What it changed comes as updates of its own.
    Applied,
    /// Not done; the reason is shown to the customer as it is.
    Refused { code: String, reason: String },
}
