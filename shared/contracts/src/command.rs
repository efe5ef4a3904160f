//! Portal → billing system, over `billing-commands.fifo`.
//!
//! Message group = customer; deduplication id = [`Command::id`]. A command may
//! come again after the queue's five minutes of deduplication: the billing
//! system remembers the `id` and does it once.

use jiff::Timestamp;
use portal_domain::{Address, ChangeId, CustomerId, Language};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::change::ChangeBody;

/// The envelope of everything that the portal asks the billing system to do.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Command {
    /// Same id, same command: for a change it is the change's id.
    pub id: String,
    /// Version of this contract; 1.
    pub version: u32,
    pub customer: CustomerId,
    pub created_at: Timestamp,
    #[serde(flatten)]
    pub body: CommandBody,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "type", content = "body", rename_all = "snake_case")]
pub enum CommandBody {
    /// A change was approved; the billing system applies or refuses it and
    /// answers with `change_outcome`.
    ChangeApproved(ChangeApproved),
    /// A letter is to be posted to the address that billing knows. It carries
    /// one part of an activation code: it must not be logged or kept.
    LetterRequested(LetterRequested),
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct ChangeApproved {
    pub change: ChangeId,
    #[serde(flatten)]
    pub what: ChangeBody,
    pub proposed_at: Timestamp,
    pub approved_at: Timestamp,
    /// Whether a rule approved it, or a person.
    pub approved_by: Approver,
    /// Codes of what looked unusual and was accepted all the same (R04, R06...).
    #[serde(default)]
    pub findings: Vec<String>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Approver {
    Rule,
    Operator,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct LetterRequested {
    /// The postal part of the two-part code, in groups as it is to be printed.
    pub code: String,
    pub language: Language,
    /// Where the portal believes letters go; the billing system's own address wins.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub address: Option<Address>,
    /// The page where the code is entered.
    pub page: String,
    pub valid_until: Timestamp,
}
