//! How a supply point is known outside the utility.

use std::{borrow::Cow, fmt, ops::Deref};

use schemars::{JsonSchema, Schema, SchemaGenerator};
use serde::{Deserialize, Deserializer, Serialize, de::Error as _};
use utoipa::{
    PartialSchema, ToSchema,
    openapi::{self, RefOr},
};

use crate::check_digit::{eic_is_valid, gs1_is_valid};

/// The identifier of a supply point, by its scheme. It's valid because it
/// exists: it is made by [`PointCode::new`] or by reading JSON, and both check.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(tag = "scheme", content = "code", rename_all = "snake_case")]
pub enum PointCode {
    /// EAN-18 of a Czech electricity point.
    Ean(Checked),
    /// EIC of a Czech gas point.
    Eic(Checked),
    /// GSRN-18 (PPE) of a Polish electricity point.
    Ppe(Checked),
    /// The utility's own number, or one that has no check digit.
    Own(Checked),
}

/// The text of a [`PointCode`], which passed the check of its scheme.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct Checked(String);

/// The schemes of a [`PointCode`], as they are written in JSON.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PointScheme {
    Ean,
    Eic,
    Ppe,
    Own,
}

/// The text isn't a code of that scheme.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
#[error("not a valid {0:?} code of a supply point")]
pub struct InvalidPointCode(pub PointScheme);

impl PointCode {
    /// The code `text` of `scheme`. Spaces don't matter where the scheme has
    /// none, and an EIC may be typed in lower case.
    pub fn new(scheme: PointScheme, text: &str) -> Result<Self, InvalidPointCode> {
        let packed = || text.chars().filter(|c| !c.is_whitespace()).collect::<String>();
        let (code, valid): (String, fn(&str) -> bool) = match scheme {
            PointScheme::Ean => (packed(), ean_is_valid),
            PointScheme::Eic => (packed().to_ascii_uppercase(), gas_eic_is_valid),
            PointScheme::Ppe => (packed(), ppe_is_valid),
            PointScheme::Own => (text.trim().to_owned(), own_is_valid),
        };
        if !valid(&code) {
            return Err(InvalidPointCode(scheme));
        }
        let code = Checked(code);
        Ok(match scheme {
            PointScheme::Ean => Self::Ean(code),
            PointScheme::Eic => Self::Eic(code),
            PointScheme::Ppe => Self::Ppe(code),
            PointScheme::Own => Self::Own(code),
        })
    }

    pub fn scheme(&self) -> PointScheme {
        match self {
            Self::Ean(_) => PointScheme::Ean,
            Self::Eic(_) => PointScheme::Eic,
            Self::Ppe(_) => PointScheme::Ppe,
            Self::Own(_) => PointScheme::Own,
        }
    }

    /// The code alone, as it is printed.
    pub fn as_str(&self) -> &str {
        match self {
            Self::Ean(code) | Self::Eic(code) | Self::Ppe(code) | Self::Own(code) => code,
        }
    }
}

fn ean_is_valid(code: &str) -> bool {
    code.len() == 18 && code.starts_with("859182400") && gs1_is_valid(code)
}

fn gas_eic_is_valid(code: &str) -> bool {
    code.starts_with("27ZG") && eic_is_valid(code)
}

fn ppe_is_valid(code: &str) -> bool {
    code.len() == 18 && code.starts_with("590") && gs1_is_valid(code)
}

fn own_is_valid(code: &str) -> bool {
    (1..=64).contains(&code.len()) && !code.chars().any(char::is_control)
}

impl Deref for Checked {
    type Target = str;

    fn deref(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Checked {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Display for PointCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// The identifier of a supply point, by its scheme; one with a wrong form or
/// check digit is refused.
#[derive(Deserialize, JsonSchema, ToSchema)]
#[serde(tag = "scheme", content = "code", rename_all = "snake_case")]
enum Written {
    /// EAN-18 of a Czech electricity point.
    Ean(String),
    /// EIC of a Czech gas point.
    Eic(String),
    /// GSRN-18 (PPE) of a Polish electricity point.
    Ppe(String),
    /// The utility's own number, or one that has no check digit.
    Own(String),
}

impl<'de> Deserialize<'de> for PointCode {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let (scheme, code) = match Written::deserialize(from)? {
            Written::Ean(code) => (PointScheme::Ean, code),
            Written::Eic(code) => (PointScheme::Eic, code),
            Written::Ppe(code) => (PointScheme::Ppe, code),
            Written::Own(code) => (PointScheme::Own, code),
        };
        Self::new(scheme, &code).map_err(D::Error::custom)
    }
}

impl JsonSchema for PointCode {
    fn schema_name() -> Cow<'static, str> {
        "PointCode".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        Written::json_schema(generator)
    }
}

impl PartialSchema for PointCode {
    fn schema() -> RefOr<openapi::Schema> {
        Written::schema()
    }
}

impl ToSchema for PointCode {}

#[cfg(test)]
mod tests {
    use PointScheme::{Ean, Eic, Own, Ppe};

    use super::*;

    #[test]
    fn each_scheme_has_its_form() {
        assert!(PointCode::new(Ean, "859182400123456789").is_ok());
        assert!(PointCode::new(Eic, "27ZG600Z0012345N").is_ok());
        assert!(PointCode::new(Ppe, "590243800123456789").is_ok());
        assert!(PointCode::new(Own, "OM 12/3").is_ok());
        for (scheme, bad) in [
            (Ean, "859182400123456788"),
            // A valid GS1 number of somebody else.
            (Ean, "590243800123456789"),
            (Ean, "8591824001234567"),
            (Eic, "22XWATTPLUS----G"),
            (Eic, "27ZG600Z0012345M"),
            (Ppe, "859182400123456789"),
            (Own, "  "),
            (Own, "a\nb"),
            (Own, &"x".repeat(65)),
        ] {
            assert_eq!(PointCode::new(scheme, bad), Err(InvalidPointCode(scheme)), "{bad}");
        }
    }

    #[test]
    fn a_code_may_be_typed_as_it_is_printed() {
        let code = PointCode::new(Ean, "859182 400 123 456 789").unwrap();
        assert_eq!(code.as_str(), "859182400123456789");
        let code = PointCode::new(Eic, "27zg600z0012345n").unwrap();
        assert_eq!(code.to_string(), "27ZG600Z0012345N");
    }

    #[test]
    fn its_json_has_scheme_and_code() {
        let code = PointCode::new(Ean, "859182400123456789").unwrap();
        let json = serde_json::to_string(&code).unwrap();
        assert_eq!(json, r#"{"scheme":"ean","code":"859182400123456789"}"#);
        assert_eq!(serde_json::from_str::<PointCode>(&json).unwrap(), code);
    }

    #[test]
    fn its_schemas_say_that_a_code_is_text() {
        let text = |schema: serde_json::Value| {
            let variants = schema["oneOf"].as_array().unwrap().clone();
            variants.iter().map(|v| v["properties"]["code"]["type"].clone()).collect::<Vec<_>>()
        };
        let of_json = serde_json::to_value(schemars::schema_for!(PointCode)).unwrap();
        let of_http = serde_json::to_value(PointCode::schema()).unwrap();
        assert_eq!(text(of_json), ["string"; 4]);
        assert_eq!(text(of_http), ["string"; 4]);
        assert_eq!(
            (PointCode::schema_name(), PointCode::name()),
            ("PointCode".into(), "PointCode".into())
        );
    }

    #[test]
    fn json_with_a_wrong_code_is_refused() {
        for bad in [
            r#"{"scheme":"ean","code":"859182400123456780"}"#,
            r#"{"scheme":"gln","code":"859182400123456789"}"#,
            r#"{"code":"859182400123456789"}"#,
        ] {
            assert!(serde_json::from_str::<PointCode>(bad).is_err(), "{bad}");
        }
    }
}
