//! A synthetic utility: its customers, meters and years of readings, made out
//! of a number, and its billing system at the other end of both queues.
//!
//! | module | what it does |
//! |---|---|
//! | [`generate`] | makes the utility, the same for the same seed and day |
//! | [`messages`] | puts it into messages of the contract |
//! | [`pdf`] | writes papers for the documents bucket |
//! | [`queue`] | sends them, over real SQS |
//! | [`shelf`] | puts the papers into the documents bucket |
//! | [`billing`] | takes commands, applies or refuses them, answers, keeps a ledger |
//! | [`people`] | signs the personas and operators up over HTTP |
//! | [`bad`] | makes messages that must do no harm |
//! | [`wrong`] | makes invoices that a recomputation must find |

pub mod bad;
pub mod billing;
pub mod generate;
pub mod messages;
pub mod pdf;
pub mod people;
pub mod queue;
pub mod shelf;
pub mod wrong;

pub use generate::{Account, Persona, PersonaRole, Utility, generate};
