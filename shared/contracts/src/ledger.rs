//! The contract account: what is owed, what was paid and how it was used, what
//! is to be paid in advance.

use jiff::civil::Date;
use portal_domain::{InvoiceNumber, Money, PaymentId, ReceivableId, SupplyPointId};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::invoice::Period;

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Receivables {
    /// Each whole; what isn't named stays as it was.
    pub receivables: Vec<Receivable>,
}

/// Something that the customer owes the utility, or the utility the customer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, ToSchema)]
pub struct Receivable {
    pub id: ReceivableId,
    pub kind: ReceivableKind,
    /// The document that it stands on.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub invoice: Option<InvoiceNumber>,
    #[serde(default)]
    pub supply_points: Vec<SupplyPointId>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub period: Option<Period>,
    pub issued_on: Date,
    pub due_on: Date,
    /// Positive: the customer owes it; negative: the utility does.
    pub amount: Money,
    /// What of it is settled, of the amount's sign, never more than it. The
    /// rest is open.
    pub settled: Money,
    /// Digits that identify its payment in CZ.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub variable_symbol: Option<String>,
    #[serde(default)]
    pub dunning: Dunning,
    /// `true`: billing takes it back.
    #[serde(default)]
    pub cancelled: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum ReceivableKind {
    Invoice,
    Settlement,
    Advance,
    CreditNote,
    Instalment,
    Interest,
    Fee,
    /// Money that came and belongs to nothing yet.
    Overpayment,
}

/// How far the utility has gone to be paid.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema, ToSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum Dunning {
    #[default]
    None,
    Reminded,
    /// The last notice before the supply is cut off.
    LastNotice,
    /// Handed over to a court or a bailiff.
    Collection,
    /// Paid by instalments that were agreed.
    Instalments,
    /// Disputed: not reminded of until that is decided.
    Suspended,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Payments {
    /// Each whole; what isn't named stays as it was.
    pub payments: Vec<Payment>,
}

/// Money that came from the customer, or went back.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, ToSchema)]
pub struct Payment {
    pub id: PaymentId,
    /// The day it was credited.
    pub paid_on: Date,
    /// Positive: from the customer; negative: paid back.
    pub amount: Money,
    pub way: PaymentWay,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub variable_symbol: Option<String>,
    /// The payer's account, as far as it may be shown: `*3399/0800`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub account: Option<String>,
    /// What it settled; the sum is at most the amount, the rest is an
    /// overpayment.
    #[serde(default)]
    pub allocations: Vec<Allocation>,
    /// `true`: billing takes it back.
    #[serde(default)]
    pub cancelled: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum PaymentWay {
    Transfer,
    DirectDebit,
    Sipo,
    Cash,
    Card,
    /// Set off against what the utility owed.
    SetOff,
}

/// What of a payment settled what.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, ToSchema)]
pub struct Allocation {
    pub receivable: ReceivableId,
    pub amount: Money,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct AdvanceSchedules {
    /// Each whole; supply point and `valid_from` tell one from another.
    pub schedules: Vec<AdvanceSchedule>,
}

/// The advances of a supply point, from a day on until the next schedule.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, ToSchema)]
pub struct AdvanceSchedule {
    pub supply_point: SupplyPointId,
    pub valid_from: Date,
    pub interval: AdvanceInterval,
    /// What each comes to, VAT included.
    pub amount: Money,
    /// What the customer may choose; none: only the utility sets it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub bounds: Option<AdvanceBounds>,
    /// The digits that identify its payments in CZ.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub variable_symbol: Option<String>,
    /// Each advance of the schedule, in the order of days.
    pub advances: Vec<Advance>,
    /// Why it differs from the one before: `price_list`, `consumption`,
    /// `customer`; another code is shown as it is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum AdvanceInterval {
    Month,
    Quarter,
    HalfYear,
    Year,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, ToSchema)]
pub struct AdvanceBounds {
    pub least: Money,
    pub most: Money,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, ToSchema)]
pub struct Advance {
    pub due_on: Date,
    pub amount: Money,
    /// What of it was paid.
    pub paid: Money,
    /// The advance invoice on it, if one was issued.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub invoice: Option<InvoiceNumber>,
}

/// How a customer pays and is paid: the whole record, each time.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, ToSchema)]
pub struct ContractAccount {
    /// As printed on letters.
    pub number: String,
    /// Where this customer's payments go (IBAN): in PL an account of their own.
    /// None: the utility's common one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pay_to: Option<String>,
    pub method: PaymentMethod,
    /// Where overpayments go (IBAN, or `prefix-number/bank`).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub refund_account: Option<String>,
    /// Whether invoices come electronically, and no paper.
    #[serde(default)]
    pub e_invoice: bool,
}

/// How a customer pays.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, ToSchema)]
#[serde(tag = "method", rename_all = "snake_case")]
pub enum PaymentMethod {
    /// The customer sends it.
    Transfer,
    /// The utility collects it from this account (IBAN, or
    /// `prefix-number/bank`).
    DirectDebit { account: String },
    /// With the Czech post's combined collection: ten digits of the payer.
    Sipo { number: String },
}
