//! Who keeps what of an update.

use anyhow::{Context, Result};
use portal_contracts::update::Update;

/// The features' stores. Each is told of each update, and says itself whether
/// it keeps anything of it: a new kind of update is a matter of the features
/// alone.
#[derive(Clone)]
pub struct Features {
    pub auth: auth::Logins,
    pub account: account::Customers,
    pub readings: readings::Readings,
    pub changes: changes::Changes,
}

/// What came of an update.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Imported {
    /// Somebody kept something of it.
    Kept,
    /// It said nothing newer than what is kept: a straggler, or a repeat.
    Older,
}

impl Features {
    /// Tells every feature. Each import is idempotent, so that after a failure
    /// in the middle the whole is done again.
    pub async fn import(&self, update: &Update) -> Result<Imported> {
        // Boxed: as one state machine they're too deep for the compiler.
        let auth = Box::pin(auth::import(&self.auth, update)).await;
        let auth = auth.context("importing what logins need")?;
        let account = Box::pin(account::import(&self.account, update)).await;
        let account = account.context("importing customers and points")?;
        let readings = Box::pin(readings::import(&self.readings, update)).await;
        let readings = readings.context("importing meters and readings")?;
        let changes = Box::pin(changes::import(&self.changes, update)).await;
        let changes = changes.context("importing an outcome")?;
        let kept = auth == auth::Imported::Done
            || account == account::Imported::Kept
            || readings == readings::Imported::Kept
            || changes == changes::Imported::Yes;
        Ok(if kept { Imported::Kept } else { Imported::Older })
    }
}
