//! Surfaces that rainwater drains from.

use jiff::civil::Date;
use portal_domain::SupplyPointId;
use rust_decimal::Decimal;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use portal_domain::Money;

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Rainwater {
    /// Each whole; what isn't named stays as it was. Supply point and
    /// `valid_from` tell one from another.
    pub declarations: Vec<RainwaterDeclaration>,
}

/// What drains from a supply point, from a day on until the next declaration.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, ToSchema)]
pub struct RainwaterDeclaration {
    pub supply_point: SupplyPointId,
    pub valid_from: Date,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub valid_to: Option<Date>,
    pub surfaces: Vec<Surface>,
    /// Long-term normal of the area in metres a year: `0.655`.
    pub rainfall: Decimal,
    /// m³ a year that follow from these.
    pub yearly_quantity: Decimal,
    /// What that costs a year, VAT included, at the price of the day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub yearly_amount: Option<Money>,
    /// Why nothing is charged: dwellings, public roads (CZ: law 274/2001,
    /// § 20(6)).
    #[serde(default)]
    pub exempt: bool,
}

/// A surface of one kind.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, ToSchema)]
pub struct Surface {
    pub class: SurfaceClass,
    /// Roof of the house, parking place...
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// m².
    pub area: Decimal,
    /// Share of the rain that drains, 0 to 1.
    pub coefficient: Decimal,
}

/// Kinds of surfaces, by name: in 2022 the letters of the Czech decree changed
/// their meaning.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum SurfaceClass {
    /// Built-up and hardly permeable paved surfaces.
    Impermeable,
    /// Permeable paved surfaces.
    Permeable,
    /// Green roofs of 5 to 10 cm.
    GreenRoofThin,
    /// Green roofs of 11 to 30 cm.
    GreenRoofMedium,
    /// Green roofs of 31 cm and more.
    GreenRoofThick,
    Vegetation,
}
