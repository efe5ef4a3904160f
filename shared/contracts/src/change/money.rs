//! Wishes about money, and about what it is charged for.

use jiff::civil::Date;
use portal_domain::{EmailAddress, Money, ReceivableId, SupplyPointId};
use rust_decimal::Decimal;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::{
    ledger::{AdvanceBounds, PaymentMethod},
    rainwater::Surface,
};

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, ToSchema)]
pub struct PaymentMethodChange {
    /// `None`: billing hasn't told.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub before: Option<PaymentMethod>,
    pub after: PaymentMethod,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, ToSchema)]
pub struct AdvanceChange {
    pub supply_point: SupplyPointId,
    /// What each advance comes to now, VAT included.
    pub before: Money,
    pub after: Money,
    /// From which advance on: its due date.
    pub from: Date,
    /// Within what the customer could choose.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub bounds: Option<AdvanceBounds>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, ToSchema)]
pub struct RefundChange {
    /// The claims of the customer that are to be paid back.
    pub receivables: Vec<ReceivableId>,
    /// Positive: what is to be paid back.
    pub amount: Money,
    /// Where to: an IBAN, or `prefix-number/bank`.
    pub account: String,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, ToSchema)]
pub struct InstalmentsChange {
    pub receivables: Vec<ReceivableId>,
    /// What is open of them together.
    pub amount: Money,
    /// In how many monthly parts, 2 to 24.
    pub count: u8,
    pub first_due_on: Date,
    /// Why, in the customer's words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, ToSchema)]
pub struct ReservedCapacityChange {
    pub supply_point: SupplyPointId,
    /// As on the contract: `3x25 A`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub before: Option<String>,
    pub after: String,
    pub from: Date,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, ToSchema)]
pub struct RainwaterChange {
    pub supply_point: SupplyPointId,
    pub before: Vec<Surface>,
    pub after: Vec<Surface>,
    pub from: Date,
    /// m³ a year that follow from the surfaces after.
    pub yearly_quantity: Decimal,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, ToSchema)]
pub struct EInvoiceChange {
    pub before: bool,
    pub after: bool,
    /// Where they are to go; none: to the portal only.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub email: Option<EmailAddress>,
}
