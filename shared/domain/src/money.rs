//! Amounts of money.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema, ToSchema)]
#[serde(rename_all = "UPPERCASE")]
pub enum Currency {
    Czk,
    Pln,
    Eur,
}

/// An amount in the currency's minor units (haléř, grosz, cent).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema, ToSchema)]
pub struct Money {
    /// Hundredths of the currency's unit.
    pub minor: i64,
    pub currency: Currency,
}
