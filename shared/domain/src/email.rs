//! E-mail addresses.

use std::fmt;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// The text can't be an address that mail reaches.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
#[error("not a valid e-mail address")]
pub struct InvalidEmail;

/// An address that a mail can be sent to, in lower case.
///
/// The check is coarse on purpose: what proves an address is a mail that
/// arrived.
#[derive(
    Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema, ToSchema,
)]
#[serde(try_from = "String")]
#[schemars(with = "String")]
pub struct EmailAddress(String);

impl EmailAddress {
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl TryFrom<String> for EmailAddress {
    type Error = InvalidEmail;

    fn try_from(text: String) -> Result<Self, InvalidEmail> {
        let text = text.trim().to_lowercase();
        let (local, host) = text.rsplit_once('@').ok_or(InvalidEmail)?;
        let plain = |part: &str| {
            !part.is_empty()
                && part.chars().all(|c| {
                    let shown = !c.is_whitespace() && !c.is_control() && !is_hidden(c);
                    shown && !"<>()[],;:\\\"@".contains(c)
                })
        };
        let dotted = host.contains('.') && host.split('.').all(|label| !label.is_empty());
        if text.len() <= 254 && plain(local) && plain(host) && dotted {
            Ok(Self(text))
        } else {
            Err(InvalidEmail)
        }
    }
}

/// Whether a character isn't seen, or turns the direction of what follows: with
/// one, two addresses look the same.
fn is_hidden(c: char) -> bool {
    matches!(
        c,
        '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}'
    )
}

impl std::str::FromStr for EmailAddress {
    type Err = InvalidEmail;

    fn from_str(text: &str) -> Result<Self, InvalidEmail> {
        Self::try_from(text.to_owned())
    }
}

impl fmt::Display for EmailAddress {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// An address is personal data: it isn't printed by accident.
impl fmt::Debug for EmailAddress {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("EmailAddress(..)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn case_and_spaces_do_not_matter() {
        assert_eq!(
            " Anna@Example.COM ".parse::<EmailAddress>().unwrap().as_str(),
            "anna@example.com"
        );
    }

    #[test]
    fn what_mail_can_not_reach_is_refused() {
        for bad in [
            "",
            "anna",
            "anna@",
            "@example.com",
            "anna@host",
            "a b@example.com",
            "a@b..c",
            "a@b.c\r\nBcc: x@y.z",
            "anna@example.com\u{200b}",
            "anna@\u{202e}moc.elpmaxe",
            "an\u{ad}na@example.com",
        ] {
            assert_eq!(bad.parse::<EmailAddress>(), Err(InvalidEmail), "{bad}");
        }
    }
}
