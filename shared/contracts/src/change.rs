//! What a change says: one typed body per kind, with before and after.

mod money;

use std::collections::BTreeMap;

use jiff::civil::Date;
use portal_domain::{Address, EmailAddress, MeterId, RegisterCode, SupplyPointId};
use rust_decimal::Decimal;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

pub use money::{
    AdvanceChange, EInvoiceChange, InstalmentsChange, PaymentMethodChange, RainwaterChange,
    RefundChange, ReservedCapacityChange,
};

/// What is to change, by kind.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, ToSchema)]
#[serde(tag = "kind", content = "data", rename_all = "snake_case")]
pub enum ChangeBody {
    /// A customer read their meter.
    Reading(ReadingChange),
    /// How the utility reaches the customer.
    Contact(ContactChange),
    /// Where letters go.
    MailingAddress(MailingAddressChange),
    /// How the customer pays.
    PaymentMethod(PaymentMethodChange),
    /// How much is paid in advance.
    Advance(AdvanceChange),
    /// An overpayment is to be paid back.
    Refund(RefundChange),
    /// A debt is to be paid in parts.
    Instalments(InstalmentsChange),
    /// The capacity that is reserved for a supply point.
    ReservedCapacity(ReservedCapacityChange),
    /// Surfaces that rainwater drains from.
    Rainwater(RainwaterChange),
    /// Whether invoices come electronically, and no paper.
    EInvoice(EInvoiceChange),
}

/// The kinds of [`ChangeBody`], as approval rules and filters name them.
#[derive(
    Clone,
    Copy,
    Debug,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Hash,
    Serialize,
    Deserialize,
    JsonSchema,
    ToSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum ChangeKind {
    Reading,
    Contact,
    MailingAddress,
    PaymentMethod,
    Advance,
    Refund,
    Instalments,
    ReservedCapacity,
    Rainwater,
    EInvoice,
}

impl ChangeKind {
    pub const ALL: [Self; 10] = [
        Self::Reading,
        Self::Contact,
        Self::MailingAddress,
        Self::PaymentMethod,
        Self::Advance,
        Self::Refund,
        Self::Instalments,
        Self::ReservedCapacity,
        Self::Rainwater,
        Self::EInvoice,
    ];

    /// The kind as it is written in JSON.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Reading => "reading",
            Self::Contact => "contact",
            Self::MailingAddress => "mailing_address",
            Self::PaymentMethod => "payment_method",
            Self::Advance => "advance",
            Self::Refund => "refund",
            Self::Instalments => "instalments",
            Self::ReservedCapacity => "reserved_capacity",
            Self::Rainwater => "rainwater",
            Self::EInvoice => "e_invoice",
        }
    }
}

impl ChangeBody {
    pub fn kind(&self) -> ChangeKind {
        match self {
            Self::Reading(_) => ChangeKind::Reading,
            Self::Contact(_) => ChangeKind::Contact,
            Self::MailingAddress(_) => ChangeKind::MailingAddress,
            Self::PaymentMethod(_) => ChangeKind::PaymentMethod,
            Self::Advance(_) => ChangeKind::Advance,
            Self::Refund(_) => ChangeKind::Refund,
            Self::Instalments(_) => ChangeKind::Instalments,
            Self::ReservedCapacity(_) => ChangeKind::ReservedCapacity,
            Self::Rainwater(_) => ChangeKind::Rainwater,
            Self::EInvoice(_) => ChangeKind::EInvoice,
        }
    }
}

/// The state of all registers of a meter on a day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, ToSchema)]
pub struct ReadingChange {
    pub supply_point: SupplyPointId,
    pub meter: MeterId,
    /// The serial number on the meter's face, for people.
    pub serial: String,
    /// The day it was read, in the utility's time zone.
    pub read_on: Date,
    /// What each register shows, in the unit on its face.
    pub values: BTreeMap<RegisterCode, Decimal>,
    /// What each register showed at the reading before; empty for a first one.
    #[serde(default)]
    pub before: BTreeMap<RegisterCode, Decimal>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub before_on: Option<Date>,
    /// Which registers went past their last digit and began again at zero.
    #[serde(default)]
    pub rolled_over: Vec<RegisterCode>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, ToSchema)]
pub struct ContactChange {
    pub before: Contact,
    pub after: Contact,
}

/// How the utility reaches a customer about their supply.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema, ToSchema)]
pub struct Contact {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub email: Option<EmailAddress>,
    /// International form, `+420601123456`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub phone: Option<String>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, ToSchema)]
pub struct MailingAddressChange {
    pub before: Option<Address>,
    /// `None`: letters go to the customer's own address.
    pub after: Option<Address>,
}
