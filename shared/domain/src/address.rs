//! Postal addresses of the Czech Republic, Poland and beyond.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// ISO 3166-1 alpha-2.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema, ToSchema)]
#[serde(rename_all = "UPPERCASE")]
pub enum Country {
    Cz,
    Pl,
    Sk,
    De,
    At,
}

/// Where a letter goes, or where a supply point is.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema, ToSchema)]
pub struct Address {
    /// The street, or the village where streets have no names.
    pub street: String,
    /// House and orientation number, as written: `12/3`, `12A`, `12 m. 4`.
    pub number: String,
    pub city: String,
    /// `NNN NN` in the Czech Republic, `NN-NNN` in Poland.
    pub postcode: String,
    pub country: Country,
}
