//! Files in the documents bucket, and documents of a supply point.

use jiff::civil::Date;
use portal_domain::{DocumentId, SupplyPointId};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// A file that billing put into the documents bucket before it sent the update
/// that names it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, ToSchema)]
pub struct File {
    /// Below `billing/`: `billing/invoices/2026/1234.pdf`. 256 characters at
    /// most, of letters, digits and `-_./`, without `..`.
    #[schemars(extend("pattern" = r"^billing/[A-Za-z0-9._/-]{1,248}$"))]
    pub key: String,
    pub content_type: FileType,
    /// How many bytes it has.
    pub size: u64,
}

/// What a file is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema, ToSchema)]
pub enum FileType {
    #[serde(rename = "application/pdf")]
    Pdf,
    #[serde(rename = "image/jpeg")]
    Jpeg,
    #[serde(rename = "image/png")]
    Png,
}

impl FileType {
    /// The media type, as in `Content-Type`.
    pub fn media_type(self) -> &'static str {
        match self {
            Self::Pdf => "application/pdf",
            Self::Jpeg => "image/jpeg",
            Self::Png => "image/png",
        }
    }

    /// The usual end of a file's name, without the dot.
    pub fn extension(self) -> &'static str {
        match self {
            Self::Pdf => "pdf",
            Self::Jpeg => "jpg",
            Self::Png => "png",
        }
    }
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Documents {
    /// Each whole; what isn't named stays as it was.
    pub documents: Vec<Document>,
}

/// A contract, an amendment, or another document of a supply point.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, ToSchema)]
pub struct Document {
    pub id: DocumentId,
    pub kind: DocumentKind,
    pub supply_point: SupplyPointId,
    /// As printed.
    pub number: String,
    pub concluded_on: Date,
    pub valid_from: Date,
    /// The last day of a fixed term; none: for an indefinite time.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub valid_to: Option<Date>,
    pub file: File,
    /// `true`: billing takes it back.
    #[serde(default)]
    pub cancelled: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum DocumentKind {
    Contract,
    Amendment,
    Other,
}
