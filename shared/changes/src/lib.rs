//! What a change is: its states as pure rules, and how a feature proposes one
//! inside its own transaction. No kind of change is named here: what a change
//! says is `portal_contracts::change::ChangeBody`.
//!
//! | module | what it gives |
//! |---|---|
//! | [`state`] | the state machine, and when a rule approves |
//! | [`change`] | the change as the table keeps it |
//! | [`notice`] | what a person is told of a step, in the outbox |
//! | [`propose`] | one transaction: the feature's items and the change, or neither |
//! | [`transact`] | writing all or nothing |
//!
//! The table `changes`, partitioned by customer:
//!
//! | pk | sk | item |
//! |---|---|---|
//! | customer | `change#{id}` | [`Change`] |
//! | customer | `open#{subject}` | the open change of a subject: there is one at most |
//! | customer | `notice#{id}#{state}` | [`Notice`], until it is told |
//!
//! | index | partition | sort | holds |
//! |---|---|---|---|
//! | `due` | `due` | `due_at` | what is to be handed over or told; sparse |
//! | `work` | `work` = state | `since` | every change by its state, oldest first |
//! | `risk` | `work` = state | `risk_key` | what is to be decided, riskiest first; sparse |
//! | `history` (local) | `pk` | `history_key` | a customer's changes by time |

pub mod change;
pub mod notice;
pub mod propose;
pub mod state;
pub mod transact;

pub use change::{Approval, Approver, By, Change, Reason};
pub use notice::Notice;
pub use propose::{Proposal, Proposed, find, propose};
pub use state::{NotAllowed, State, Step, approved_by_rule, next};
