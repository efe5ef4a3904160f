//! Identifiers, each of its own type, so that a meter's can't be passed where a
//! customer's is wanted.

use std::fmt;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// The text is empty, longer than 64 characters, or has one that isn't a
/// letter, a digit, `-`, `_`, `.`, `/` or `+`.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
#[error("not a valid identifier")]
pub struct InvalidId;

macro_rules! id {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(
            Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema, ToSchema,
        )]
        #[serde(try_from = "String")]
        #[schemars(with = "String", extend("pattern" = "^[A-Za-z0-9._/+-]{1,64}$"))]
        pub struct $name(String);

        impl $name {
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl TryFrom<String> for $name {
            type Error = InvalidId;

            fn try_from(text: String) -> Result<Self, InvalidId> {
                let fits = (1..=64).contains(&text.len());
                let plain = text.bytes().all(|b| b.is_ascii_alphanumeric() || b"-_./+".contains(&b));
                if fits && plain { Ok(Self(text)) } else { Err(InvalidId) }
            }
        }

        impl std::str::FromStr for $name {
            type Err = InvalidId;

            fn from_str(text: &str) -> Result<Self, InvalidId> {
                Self::try_from(text.to_owned())
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }
    };
}

id! {
    /// A customer of the utility, as the billing system numbers them.
    CustomerId
}
id! {
    /// A place of consumption, as the billing system numbers it.
    SupplyPointId
}
id! {
    /// A meter, as the billing system numbers it. Its serial number, which is
    /// on its face, need not be unique.
    MeterId
}
id! {
    /// A register (dial) of a meter: `T` of a single-register meter, `VT` and
    /// `NT` (high and low tariff), `A+`/`A-` (import and feed-in).
    RegisterCode
}
id! {
    /// The number printed on an invoice.
    InvoiceNumber
}
id! {
    /// A version of a price list, as the billing system numbers it.
    PriceListId
}
id! {
    /// Something owed, as the billing system numbers it.
    ReceivableId
}
id! {
    /// A payment, as the billing system numbers it.
    PaymentId
}
id! {
    /// A contract or another paper, as the billing system numbers it.
    DocumentId
}
id! {
    /// A login: a person, or somebody they let in.
    UserId
}
id! {
    /// A change that somebody proposed. It's also the deduplication id on the
    /// billing queue and the billing system's idempotency key.
    ChangeId
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_is_short_and_plain() {
        assert!("C-1001/a".parse::<CustomerId>().is_ok());
        assert!("A+".parse::<RegisterCode>().is_ok());
        for bad in ["", "a b", "a#b", "é", &"x".repeat(65)] {
            assert_eq!(bad.parse::<CustomerId>(), Err(InvalidId), "{bad}");
        }
    }
}
