//! The intake: what the billing system sends us. A composition root over the
//! features' imports; it keeps nothing itself.
//!
//! `billing-updates.fifo` → [`Intake::take`] → [`read`] → each feature's
//! `import`.
//!
//! | what comes of a message | how |
//! |---|---|
//! | stored, or older than what is stored | acknowledged |
//! | it can't ever be applied | to the dead letters with its reason, acknowledged |
//! | it can't be applied now | comes again; its customer's next messages wait |
//!
//! So a bad message goes alone and holds up no other, and what waits is only
//! what has to. `docs/billing.md` is this contract for the other side;
//! [`DeadLetters`] is for our own.

mod dead_letter;
mod dead_letters;
mod features;
mod intake;
mod read;
mod rules;

pub use dead_letter::DeadLetter;
pub use dead_letters::{DeadLetters, Shown, Which};
pub use features::{Features, Imported};
pub use intake::Intake;
pub use read::{LONGEST_BYTES, Refusal, read};
