//! Who keeps what of an update.

use anyhow::{Context, Result};
use portal_contracts::update::Update;

/// The features' stores. Each is asked about each update, and says itself
/// whether it keeps anything of it: a new kind of update is a matter of the
/// features alone.
#[derive(Clone)]
pub struct Features {
    pub auth: auth::Logins,
    pub account: account::Customers,
    pub readings: readings::Readings,
    pub changes: changes::Changes,
}

impl Features {
    /// Tells every feature. Each import is idempotent, so that after a failure
    /// in the middle the whole is done again.
    pub async fn import(&self, update: &Update) -> Result<()> {
        // Boxed: as one state machine they're too deep for the compiler.
        let kept = Box::pin(auth::import(&self.auth, update)).await;
        log("auth", &kept.context("importing what logins need")?);
        let kept = Box::pin(account::import(&self.account, update)).await;
        log("account", &kept.context("importing customers and points")?);
        let kept = Box::pin(readings::import(&self.readings, update)).await;
        log("readings", &kept.context("importing meters and readings")?);
        let kept = Box::pin(changes::import(&self.changes, update)).await;
        log("changes", &kept.context("importing an outcome")?);
        Ok(())
    }
}

fn log(feature: &'static str, outcome: &impl std::fmt::Debug) {
    tracing::debug!(feature, ?outcome, "imported");
}
