//! What the rules say, in codes. The words are the client's.

use std::collections::{BTreeMap, BTreeSet};

use portal_domain::{MeterId, RegisterCode};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// A rule.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, ToSchema,
)]
pub(crate) enum Code {
    R01,
    R02,
    R03,
    R04,
    R05,
    R06,
    R07,
    R08,
    R09,
    R10,
    R11,
    R12,
}

/// What a finding asks for, the mildest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Severity {
    /// Worth knowing.
    Info,
    /// The customer is asked whether it is so.
    Confirm,
    /// An operator has to look.
    Operator,
    /// Can't be sent.
    Refuse,
}

/// One thing that a rule found.
///
/// `params` are what the words need, all as text: numbers as decimals with a
/// point, days as `YYYY-MM-DD`. `reason` is always among them and tells the
/// cases of one rule apart.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ToSchema)]
pub(crate) struct Finding {
    pub code: Code,
    pub severity: Severity,
    /// The register that it is about; none: the reading as a whole.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<String>)]
    pub register: Option<RegisterCode>,
    #[schema(value_type = std::collections::BTreeMap<String, String>)]
    pub params: BTreeMap<&'static str, String>,
}

/// What may have been meant instead.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ToSchema)]
pub(crate) struct Suggestion {
    pub code: SuggestionCode,
    /// The whole reading as it would be then.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<std::collections::BTreeMap<String, String>>)]
    pub values: Option<crate::reading::Values>,
    /// The meter that it would belong to.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<String>)]
    pub meter: Option<MeterId>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub(crate) enum SuggestionCode {
    SwapRegisters,
    /// Two digits beside each other changed places.
    DigitSlip,
    /// One digit too many was typed.
    ExtraDigit,
    /// One digit too few was typed.
    DroppedDigit,
    /// The decimal mark is elsewhere.
    ShiftedPoint,
    OtherMeter,
    /// The dial went past its last digit.
    Rollover,
}

/// What becomes of a claim.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Verdict {
    /// Nothing unusual.
    Accepted,
    /// Nothing unusual, outside the reading window.
    Informative,
    /// The customer is asked first.
    Confirm,
    /// An operator decides.
    Operator,
    Refused,
}

/// What a reference was taken from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
#[schema(as = ReferenceBasis)]
pub(crate) enum Basis {
    /// The same days of the year before.
    Season,
    /// The last twelve months.
    Year,
    /// The meter that was here before.
    Predecessor,
    /// What such points use.
    Class,
}

/// Why a claim was refused: the code of the answer, and the input to show it
/// beside.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Refusal {
    pub code: &'static str,
    pub field: &'static str,
}

impl Finding {
    pub(super) fn new(code: Code, severity: Severity, reason: &'static str) -> Self {
        Self { code, severity, register: None, params: [("reason", reason.to_owned())].into() }
    }

    pub(super) fn of(mut self, register: &RegisterCode) -> Self {
        self.register = Some(register.clone());
        self
    }

    pub(super) fn with(mut self, name: &'static str, value: impl ToString) -> Self {
        self.params.insert(name, value.to_string());
        self
    }

    /// Which case of its rule it is.
    pub(crate) fn reason(&self) -> &str {
        self.params.get("reason").map_or("", String::as_str)
    }

    pub(super) fn refusal(&self) -> Refusal {
        let (code, field) = match (self.code, self.reason()) {
            (Code::R01, "register_missing") => ("reading_register_missing", "values"),
            (Code::R01, "unknown_register") => ("reading_unknown_register", "values"),
            (Code::R01, "too_many_digits") => ("reading_too_many_digits", "values"),
            (Code::R01, "too_many_decimals") => ("reading_too_many_decimals", "values"),
            (Code::R02, "in_future") => ("reading_in_future", "read_on"),
            (Code::R02, "before_installation") => ("reading_before_installation", "read_on"),
            (Code::R02, "before_billed") => ("reading_before_billed", "read_on"),
            (Code::R05, _) => ("reading_already_billed", "read_on"),
            _ => ("reading_not_a_number", "values"),
        };
        Refusal { code, field }
    }

    /// How closely an operator should look, 0 to 9.
    pub(super) fn risk(&self) -> u8 {
        match (self.code, self.severity) {
            (Code::R07, _) => 9,
            (Code::R03, Severity::Confirm) | (Code::R12, Severity::Operator) => 8,
            (Code::R09 | Code::R11, _) | (Code::R04, Severity::Confirm) => 7,
            (Code::R05, Severity::Operator) | (Code::R06 | Code::R10, _) => 6,
            (Code::R03, Severity::Operator) => 5,
            (Code::R04, _) => 4,
            (Code::R08, _) => 3,
            (Code::R02, _) => 2,
            _ => 1,
        }
    }
}

impl Verdict {
    /// The verdict on `findings`, some of which were confirmed.
    pub(super) fn of(findings: &[Finding], confirmed: &BTreeSet<Code>) -> Self {
        let any = |severity| findings.iter().any(|finding| finding.severity == severity);
        let open = |finding: &Finding| {
            finding.severity == Severity::Confirm && !confirmed.contains(&finding.code)
        };
        if any(Severity::Refuse) {
            Self::Refused
        } else if findings.iter().any(open) {
            Self::Confirm
        } else if any(Severity::Operator) || any(Severity::Confirm) {
            Self::Operator
        } else if findings.iter().any(|finding| finding.code == Code::R02) {
            Self::Informative
        } else {
            Self::Accepted
        }
    }
}
