//! What is supplied, and what it is measured in.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Medium {
    Water,
    Electricity,
    Gas,
    Heat,
}

/// The unit on a meter's face.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Unit {
    /// Cubic metre.
    M3,
    Kwh,
    /// Gigajoule.
    Gj,
}
