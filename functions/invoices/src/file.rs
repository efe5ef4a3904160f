//! Files in the documents bucket, handed to a browser.

use std::time::Duration;

use anyhow::Result;
use jiff::Timestamp;
use portal_lambda::{Bucket, bucket::Attachment};
use serde::Serialize;
use utoipa::ToSchema;

/// For so long an address gives its file; the page asks for a new one then.
const VALID: Duration = Duration::from_secs(120);

/// Where a browser gets a file from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ToSchema)]
pub struct FileAddress {
    pub url: String,
    /// What it is saved as.
    pub file_name: String,
    pub media_type: String,
    /// Two minutes from now.
    #[schema(value_type = String, format = DateTime)]
    pub expires_at: Timestamp,
}

impl FileAddress {
    /// The address of the file `key` as it is at `now`. Nothing is asked of AWS.
    pub async fn of(
        bucket: &Bucket,
        key: &str,
        file_name: String,
        media_type: &str,
        now: Timestamp,
    ) -> Result<Self> {
        let attachment = Attachment { file_name: &file_name, media_type };
        let url = bucket.address(key, attachment, now, VALID).await?;
        let (media_type, expires_at) = (media_type.to_owned(), now + VALID);
        Ok(Self { url, file_name, media_type, expires_at })
    }
}

/// The name of a file that holds the document `number`: a slash would be taken
/// for a folder.
pub fn file_name(number: &str, extension: &str) -> String {
    let plain = |c: char| if c == '/' || c == '\\' || c.is_control() { '-' } else { c };
    let name: String = number.chars().map(plain).collect();
    format!("{}.{extension}", name.trim_start_matches('.'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_named_by_its_number() {
        assert_eq!(file_name("FV/2026/001", "pdf"), "FV-2026-001.pdf");
        assert_eq!(file_name("../x", "pdf"), "-x.pdf");
    }
}
