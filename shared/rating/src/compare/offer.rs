//! What is compared, and what comes of it.

use portal_contracts::{
    breakdown::{BillingUnit, Metered},
    invoice::{Period, VatMethod, VatRate, VatTotal},
};
use portal_domain::{Currency, Medium, Money, PriceListId, RegisterCode};
use rust_decimal::Decimal;
use serde::Serialize;
use utoipa::ToSchema;

use crate::{Error, months::day_after};

/// Whose usage it is.
#[derive(Clone, Debug)]
pub struct Needs {
    pub medium: Medium,
    /// The reserved capacity: `3x25 A`.
    pub capacity: Option<String>,
    /// m³ a year, if rainwater is charged.
    pub rainwater: Option<Decimal>,
}

/// A quantity through a register in some days.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Used {
    /// Both days included.
    pub period: Period,
    pub register: RegisterCode,
    pub quantity: Decimal,
    pub unit: BillingUnit,
}

/// What the usage would cost.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ToSchema)]
pub struct Comparison {
    /// Cheapest first.
    pub offers: Vec<Offer>,
    pub left_out: Vec<LeftOut>,
}

/// A product with what the usage would cost in it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ToSchema)]
pub struct Offer {
    pub product: String,
    /// In the order of validity; one unless it changed in the period.
    pub price_lists: Vec<PriceListId>,
    pub currency: Currency,
    pub vat_method: VatMethod,
    pub lines: Vec<OfferLine>,
    /// One per rate.
    pub vat: Vec<VatTotal>,
    pub net: Money,
    pub tax: Money,
    pub gross: Money,
    /// Whether registers had to be taken for others, because the product has
    /// other ones: what a single register measured is taken at the first price.
    pub registers_assumed: bool,
}

/// One component of an offer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ToSchema)]
pub struct OfferLine {
    pub price_list: PriceListId,
    pub component: String,
    pub name: String,
    pub period: Period,
    pub quantity: Decimal,
    pub unit: BillingUnit,
    pub unit_price: Decimal,
    /// Net or gross, as the product's prices are.
    pub amount: Money,
    pub vat: VatRate,
}

/// A product that can't be computed for this usage.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ToSchema)]
pub struct LeftOut {
    pub product: String,
    pub price_list: PriceListId,
    pub why: Why,
}

/// Why a product is left out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Why {
    /// A price asks for a reserved capacity, and none is known.
    CapacityMissing,
    /// No price is for this reserved capacity.
    CapacityNotOffered,
    /// Its price lists don't cover the whole period, each day once.
    NotValidThen,
    /// It's sold in another unit than what was used.
    OtherUnit,
    TooLarge,
}

impl Used {
    /// What a basis of an invoice says, in the unit that was billed.
    pub fn of(metered: &Metered) -> Result<Self, Error> {
        let from = day_after(metered.from.on)?.min(metered.to.on);
        Ok(Self {
            period: Period { from, to: metered.to.on },
            register: metered.register.clone(),
            quantity: metered.quantity,
            unit: metered.quantity_unit,
        })
    }
}
