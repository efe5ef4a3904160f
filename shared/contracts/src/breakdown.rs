//! How an invoice came to its sum, so completely that anyone can compute it
//! again: states of meters, quantities, unit prices with their price list,
//! taxes, advances.

use jiff::civil::Date;
use portal_domain::{
    InvoiceNumber, MeterId, Money, PriceListId, RegisterCode, SupplyPointId, Unit,
};
use rust_decimal::Decimal;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::{
    invoice::{Period, Totals, VatMethod, VatRate, VatTotal},
    rainwater::Surface,
    update::ReadingKind,
};

/// The whole way from the readings to the sum.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, ToSchema)]
pub struct Breakdown {
    /// What quantities are founded on; lines name them by their place here,
    /// counted from 0.
    #[serde(default)]
    pub bases: Vec<Basis>,
    pub lines: Vec<Line>,
    #[serde(default)]
    pub vat_method: VatMethod,
    /// One per rate of VAT.
    pub vat: Vec<VatTotal>,
    /// Advances that were paid and are taken off.
    #[serde(default)]
    pub advances: Vec<DeductedAdvance>,
    pub totals: Totals,
}

/// What a quantity is founded on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, ToSchema)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum Basis {
    Metered(Metered),
    Rainwater(Rain),
}

/// What went through a register between two states.
///
/// measured = (to − from) × multiplier, where a register that went past its
/// last digit counts on from 10^digits; quantity = measured, or measured ×
/// coefficient × calorific value with a [`Conversion`], rounded half away from
/// zero to [`Metered::quantity_decimals`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, ToSchema)]
pub struct Metered {
    pub supply_point: SupplyPointId,
    pub meter: MeterId,
    /// The serial number on its face.
    pub serial: String,
    pub register: RegisterCode,
    pub from: State,
    pub to: State,
    /// The unit on the register's face.
    pub unit: Unit,
    pub multiplier: Decimal,
    /// Digits before the decimal mark, if the register went past its last one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rolled_over: Option<u8>,
    /// In the register's unit.
    pub measured: Decimal,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub conversion: Option<Conversion>,
    /// What is billed.
    pub quantity: Decimal,
    pub quantity_unit: BillingUnit,
    pub quantity_decimals: u8,
}

/// What a register showed at the end of a day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, ToSchema)]
pub struct State {
    pub on: Date,
    pub value: Decimal,
    pub kind: ReadingKind,
}

/// From cubic metres of gas to energy (CZ: decree 108/2011, annex 1; PL:
/// współczynnik konwersji).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, ToSchema)]
pub struct Conversion {
    /// Volume to reference conditions (15 °C, 101.325 kPa): `0.978`.
    pub coefficient: Decimal,
    /// kWh per m³: `10.555`.
    pub calorific_value: Decimal,
}

/// Rainwater that drained in a period: Σ (area × coefficient) × rainfall ×
/// share of the year (CZ: decree 428/2001, § 31).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, ToSchema)]
pub struct Rain {
    pub supply_point: SupplyPointId,
    pub surfaces: Vec<Surface>,
    /// Long-term normal of the area in metres a year: `0.655`.
    pub rainfall: Decimal,
    /// Months of the year: 12 for the whole.
    pub months: Decimal,
    /// m³.
    pub quantity: Decimal,
    pub quantity_decimals: u8,
}

/// One line of an invoice.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, ToSchema)]
pub struct Line {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub supply_point: Option<SupplyPointId>,
    pub kind: LineKind,
    /// As printed: `Vodné`, `Silová elektřina VT`.
    pub name: String,
    pub period: Period,
    /// What the quantity is the sum of: places in [`Breakdown::bases`].
    #[serde(default)]
    pub bases: Vec<u16>,
    pub quantity: Decimal,
    pub unit: BillingUnit,
    /// Per unit, in the currency's unit; net or gross by the document's method.
    pub unit_price: Decimal,
    /// What the price follows from; none: a price of its own.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub price: Option<PriceOf>,
    /// The reserved capacity that is charged for, as on the contract: `3x25 A`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub capacity: Option<String>,
    /// quantity × unit price; gross if the document's method is from gross.
    pub amount: Money,
    pub vat: VatRate,
}

/// The component of a price list that a line's price is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, ToSchema)]
pub struct PriceOf {
    pub price_list: PriceListId,
    /// [`crate::price_list::Component::code`].
    pub component: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum LineKind {
    /// Per month, per year: whatever is consumed.
    Fixed,
    /// Per unit of what was consumed.
    Consumption,
    Rainwater,
    /// Interest, fees, discounts...
    Other,
}

/// What is counted on an invoice.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum BillingUnit {
    M3,
    Kwh,
    Mwh,
    Gj,
    Month,
    Year,
    Day,
    /// An ampere of reserved capacity, for a month.
    AmpereMonth,
    /// A kilowatt of reserved capacity, for a month.
    KwMonth,
    M2,
    Piece,
}

/// An advance that was paid, and what was already taxed of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, ToSchema)]
pub struct DeductedAdvance {
    pub paid_on: Date,
    /// VAT included.
    pub amount: Money,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub variable_symbol: Option<String>,
    /// The tax document on it; none: the advance wasn't taxed when it was paid.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tax_document: Option<InvoiceNumber>,
    /// What that document taxed, one per rate.
    #[serde(default)]
    pub taxed: Vec<VatTotal>,
}
