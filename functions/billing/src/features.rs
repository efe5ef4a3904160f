//! Who keeps what of an update.

use anyhow::{Context, Result};
use portal_contracts::update::{Unfit, Update};

/// The features' stores. Each is told of each update, and says itself whether
/// it keeps anything of it: a new kind of update is a matter of the features
/// alone.
#[derive(Clone)]
pub struct Features {
    pub auth: auth::Logins,
    pub account: account::Customers,
    pub readings: readings::Readings,
    pub invoices: invoices::Store,
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
    /// Tells every feature, all at the same time: each writes its own table.
    /// Each import is idempotent, so that after a failure of one the whole is
    /// done again.
    pub async fn import(&self, update: &Update) -> Result<Imported> {
        // Boxed: as one state machine they're too deep for the compiler.
        let (auth, account, readings, invoices, changes) = tokio::join!(
            Box::pin(auth::import(&self.auth, update)),
            Box::pin(account::import(&self.account, update)),
            Box::pin(readings::import(&self.readings, update)),
            Box::pin(invoices::import(&self.invoices, update)),
            Box::pin(changes::import(&self.changes, update)),
        );
        let kept = [
            auth.map(|auth| auth == auth::Imported::Done).context("importing what logins need"),
            account
                .map(|account| account == account::Imported::Kept)
                .context("importing customers and points"),
            readings
                .map(|readings| readings == readings::Imported::Kept)
                .context("importing meters and readings"),
            invoices
                .map(|invoices| invoices == invoices::Imported::Kept)
                .context("importing documents, payments and prices"),
            changes
                .map(|changes| changes == changes::Imported::Yes)
                .context("importing an outcome"),
        ];
        let kept = all(kept)?.contains(&true);
        Ok(if kept { Imported::Kept } else { Imported::Older })
    }
}

/// What all of them say, or a failure. One that passes goes before one that
/// doesn't: a message that is given up doesn't come again.
fn all<const N: usize>(outcomes: [Result<bool>; N]) -> Result<Vec<bool>> {
    let (told, mut failed): (Vec<_>, Vec<_>) = outcomes.into_iter().partition(Result::is_ok);
    failed.sort_by_key(|outcome| outcome.as_ref().is_err_and(|error| error.is::<Unfit>()));
    failed.into_iter().chain(told).collect()
}

#[cfg(test)]
mod tests {
    use anyhow::anyhow;

    use super::*;

    #[test]
    fn a_failure_that_passes_goes_before_one_that_does_not() {
        let unfit = || {
            let unfit = anyhow::Error::from(Unfit::new("meter_unknown", "M-1"));
            Err(unfit.context("importing"))
        };
        let error = all([Ok(true), unfit(), Err(anyhow!("throttled"))]).unwrap_err();
        assert_eq!(error.to_string(), "throttled");
        assert!(all([Ok(true), unfit()]).unwrap_err().is::<Unfit>());
        assert_eq!(all([Ok(false), Ok(true)]).unwrap(), [false, true]);
    }
}
