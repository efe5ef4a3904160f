//! What must not be printed: passwords, codes, tokens as they are typed.

use serde::{Deserialize, Deserializer};

/// A secret that a person typed or that we are about to send. It has no
/// `Debug`, `Display` or `Serialize`, so that no log line can hold it.
pub struct Secret(String);

impl Secret {
    pub fn new(secret: String) -> Self {
        Self(secret)
    }

    /// The secret itself: for hashing, comparing, and the one message that
    /// carries it.
    pub fn reveal(&self) -> &str {
        &self.0
    }
}

impl<'de> Deserialize<'de> for Secret {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer).map(Self)
    }
}
