//! Invoices and everything else that billing issues with a number, an amount
//! and, where billing sends it, the whole breakdown: from the readings to the
//! sum to be paid.
//!
//! The sums of a document hold together like this, to the last minor unit:
//!
//! - [`Line::amount`] = [`Line::quantity`] × [`Line::unit_price`], rounded half
//!   away from zero;
//! - per rate of VAT, [`VatTotal::net`] (or, by the document's [`VatMethod`],
//!   [`VatTotal::gross`]) is the sum of its lines and [`VatTotal::vat`] follows;
//! - [`Totals::gross`] = [`Totals::net`] + [`Totals::vat`], the sums of those;
//! - [`Totals::payable`] = gross − advances + rounding.

use jiff::civil::Date;
use portal_domain::{Address, Currency, InvoiceNumber, Money, SupplyPointId};
use rust_decimal::Decimal;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

#[cfg(doc)]
use crate::breakdown::Line;
use crate::{breakdown::Breakdown, paper::File};

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Invoices {
    pub invoices: Vec<Invoice>,
}

/// A document about money that has a number. The first three fields are enough
/// for sign-up; with the others it's shown, printed and paid.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, ToSchema)]
pub struct Invoice {
    pub number: InvoiceNumber,
    pub issued_on: Date,
    /// What was to be paid; negative: paid back.
    pub total: Money,
    #[serde(default)]
    pub kind: InvoiceKind,
    /// What it is for; both days included.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub period: Option<Period>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub due_on: Option<Date>,
    /// The day of taxable supply (DUZP, data powstania obowiązku podatkowego).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub taxable_on: Option<Date>,
    /// Digits that identify the payment in CZ, ten at most; leading zeros stay.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("pattern" = "^[0-9]{1,10}$"))]
    pub variable_symbol: Option<String>,
    /// The supply points it is about; none: the customer as a whole.
    #[serde(default)]
    pub supply_points: Vec<SupplyPointId>,
    /// Whom it was issued to, as it was then.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub buyer: Option<Party>,
    /// What it corrects: required of a credit note.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub corrects: Option<InvoiceNumber>,
    /// Why, of a credit note; or what else stands on the paper.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    /// How it came to its sum. Without it only the paper tells.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub breakdown: Option<Breakdown>,
    /// The paper as billing made it. Without it the portal makes one from the
    /// breakdown.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub file: Option<File>,
    /// Its number in the Polish national system of e-invoices (KSeF).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ksef_number: Option<String>,
    /// `true`: billing takes it back; it's shown as cancelled.
    #[serde(default)]
    pub cancelled: bool,
}

impl Invoice {
    /// The least that there is to say: what sign-up asks for.
    pub fn brief(number: InvoiceNumber, issued_on: Date, total: Money) -> Self {
        Self {
            number,
            issued_on,
            total,
            kind: InvoiceKind::default(),
            period: None,
            due_on: None,
            taxable_on: None,
            variable_symbol: None,
            supply_points: vec![],
            buyer: None,
            corrects: None,
            note: None,
            breakdown: None,
            file: None,
            ksef_number: None,
            cancelled: false,
        }
    }
}

/// What a numbered document is.
#[derive(
    Clone,
    Copy,
    Debug,
    Default,
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
pub enum InvoiceKind {
    /// An invoice that no reading stands behind: a fee, a connection.
    #[default]
    Invoice,
    /// Of consumption between readings, with the advances deducted (vyúčtování,
    /// rozliczenie).
    Settlement,
    /// A request to pay an advance; not a tax document (zálohová faktura).
    AdvanceRequest,
    /// A tax document on an advance that was paid (daňový doklad k přijaté
    /// platbě, faktura zaliczkowa).
    AdvanceTaxDocument,
    /// Gives back a part of another (opravný daňový doklad, faktura korygująca).
    CreditNote,
}

impl InvoiceKind {
    pub const ALL: [Self; 5] = [
        Self::Invoice,
        Self::Settlement,
        Self::AdvanceRequest,
        Self::AdvanceTaxDocument,
        Self::CreditNote,
    ];

    /// The kind as it is written in JSON.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Invoice => "invoice",
            Self::Settlement => "settlement",
            Self::AdvanceRequest => "advance_request",
            Self::AdvanceTaxDocument => "advance_tax_document",
            Self::CreditNote => "credit_note",
        }
    }
}

/// Both days included.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, ToSchema)]
pub struct Period {
    pub from: Date,
    pub to: Date,
}

/// Somebody named on an invoice.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, ToSchema)]
pub struct Party {
    pub name: String,
    pub address: Address,
    /// IČO, REGON.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub company_number: Option<String>,
    /// DIČ with its `CZ`, NIP (ten digits).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tax_number: Option<String>,
}

/// How the tax of a rate is found from the lines.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema, ToSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum VatMethod {
    /// Lines are net: vat = round(net · r / 100, 2).
    #[default]
    FromNet,
    /// Lines are gross: vat = round(gross · r / (100 + r), 2).
    FromGross,
}

/// Why a rate of VAT is what it is.
#[derive(
    Clone,
    Copy,
    Debug,
    Default,
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
pub enum VatCategory {
    /// Taxed at the rate beside.
    #[default]
    Standard,
    Exempt,
    /// The buyer declares the tax.
    ReverseCharge,
    /// Not subject to VAT.
    Outside,
}

/// A rate of VAT.
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
pub struct VatRate {
    /// Per cent: `12`, `8`; `0` unless [`VatCategory::Standard`].
    pub percent: Decimal,
    #[serde(default)]
    pub category: VatCategory,
}

/// What the lines of one rate come to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, ToSchema)]
pub struct VatTotal {
    pub rate: VatRate,
    pub net: Money,
    pub vat: Money,
    pub gross: Money,
}

/// What a document comes to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, ToSchema)]
pub struct Totals {
    pub net: Money,
    pub vat: Money,
    pub gross: Money,
    /// What was paid in advance and is taken off, VAT included.
    pub advances: Money,
    /// Up or down to whole units of the currency.
    pub rounding: Money,
    /// gross − advances + rounding; negative: an overpayment. It's
    /// [`Invoice::total`].
    pub payable: Money,
}

impl Totals {
    pub fn currency(&self) -> Currency {
        self.payable.currency
    }
}
