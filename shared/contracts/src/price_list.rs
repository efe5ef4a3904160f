//! Price lists: what a product costs, from when to when.

use std::collections::BTreeMap;

use jiff::civil::Date;
use portal_domain::{Currency, Language, Medium, PriceListId, RegisterCode};
use rust_decimal::Decimal;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::{
    breakdown::BillingUnit,
    invoice::{VatMethod, VatRate},
    paper::File,
};

/// Price lists concern everybody: the envelope's customer is
/// [`crate::update::EVERYBODY`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct PriceLists {
    /// Each whole; what isn't named stays as it was.
    pub price_lists: Vec<PriceList>,
}

/// What one product costs while the list is valid.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, ToSchema)]
pub struct PriceList {
    pub id: PriceListId,
    pub medium: Medium,
    /// The product or tariff, as on the contract: `D25d`, `Vodné a stočné`.
    pub product: String,
    /// The product's name in other words, by language.
    #[serde(default)]
    pub names: BTreeMap<Language, String>,
    pub valid_from: Date,
    /// The last day; none: until another follows.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub valid_to: Option<Date>,
    pub currency: Currency,
    /// Whether unit prices are without VAT or with it.
    #[serde(default)]
    pub vat_method: VatMethod,
    #[serde(default)]
    pub months: MonthRule,
    /// Whether what is to be paid is rounded to whole units of the currency.
    #[serde(default)]
    pub whole_units: bool,
    pub components: Vec<Component>,
    /// Whether new customers may choose it: it's in the public calculator.
    #[serde(default)]
    pub offered: bool,
    /// The decision or law that it follows from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub legal_source: Option<String>,
    /// The list as it was published.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub file: Option<File>,
}

/// How many months a period of days is.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema, ToSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum MonthRule {
    /// Whole calendar months count one; of the others the share of their days.
    #[default]
    Calendar,
    /// Days × 12 / 365.
    YearOf365,
}

/// One price.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, ToSchema)]
pub struct Component {
    /// Unique in the list: `energy_vt`, `breaker`.
    pub code: String,
    /// As printed on the invoice.
    pub name: String,
    /// In other words, by language.
    #[serde(default)]
    pub names: BTreeMap<Language, String>,
    pub per: Per,
    /// In the currency's unit. With tiers: what the first one costs.
    pub price: Decimal,
    /// From which yearly quantity on another price holds, growing; a period
    /// that isn't a year has its share of the bounds.
    #[serde(default)]
    pub tiers: Vec<Tier>,
    pub vat: VatRate,
    /// Only for this reserved capacity, as on the contract: `3x25 A`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub capacity: Option<String>,
    /// The sum of this component is at most so much per MWh consumed (CZ:
    /// charge for supported sources).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub at_most_per_mwh: Option<Decimal>,
    /// Decimals of the quantity on the line.
    pub quantity_decimals: u8,
}

/// What a price is for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, ToSchema)]
#[serde(tag = "per", rename_all = "snake_case")]
pub enum Per {
    /// A unit of what went through these registers; none named: through all.
    Consumption {
        unit: BillingUnit,
        #[serde(default)]
        registers: Vec<RegisterCode>,
    },
    /// A month, whatever is consumed.
    Month,
    /// A month and an ampere of reserved capacity, phases counted: 75 for 3x25 A.
    AmpereMonth,
    /// A cubic metre of rainwater.
    Rainwater,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, ToSchema)]
pub struct Tier {
    /// What is consumed beyond so much a year...
    pub beyond: Decimal,
    /// ...costs this.
    pub price: Decimal,
}
