//! The languages that the portal speaks.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

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
#[serde(rename_all = "lowercase")]
pub enum Language {
    #[default]
    Cs,
    Pl,
    En,
}

impl Language {
    pub const ALL: [Self; 3] = [Self::Cs, Self::Pl, Self::En];

    /// The language's BCP 47 tag.
    pub fn tag(self) -> &'static str {
        match self {
            Self::Cs => "cs",
            Self::Pl => "pl",
            Self::En => "en",
        }
    }
}
