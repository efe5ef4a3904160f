//! Identifiers with check digits.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// How a supply point is known outside the utility.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema, ToSchema)]
#[serde(tag = "scheme", content = "code", rename_all = "snake_case")]
pub enum PointCode {
    /// EAN-18 of a Czech electricity point.
    Ean(String),
    /// EIC of a Czech gas point.
    Eic(String),
    /// GSRN-18 (PPE) of a Polish electricity point.
    Ppe(String),
    /// The utility's own number, or one that has no check digit.
    Own(String),
}

/// Whether `number` is a valid IČO.
pub fn company_number_is_valid(number: &str) -> bool {
    number.len() == 8
}
