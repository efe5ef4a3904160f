//! When billing's silence is too long.

use jiff::{SignedDuration, Timestamp};
use portal_changes::{Change, State};
use portal_contracts::change::ChangeKind;
use portal_lambda::Utility;

/// Whether billing should have answered by now.
pub(crate) fn is_late(change: &Change, utility: &Utility, now: Timestamp) -> bool {
    change.state == State::HandedOver && change.since < limit(utility, change.kind(), now)
}

/// What was handed over before may be late: the limit of the least patient
/// kind. Each change's own says whether it is.
pub(crate) fn latest_limit(utility: &Utility, now: Timestamp) -> Timestamp {
    let limits = ChangeKind::ALL.into_iter().map(|kind| limit(utility, kind, now));
    limits.max().unwrap_or(now)
}

/// What was handed over before is late.
pub(crate) fn limit(utility: &Utility, kind: ChangeKind, now: Timestamp) -> Timestamp {
    let hours = utility.rule(kind.as_str()).late_after_hours;
    now.saturating_sub(SignedDuration::from_hours(hours.into())).unwrap_or(Timestamp::MIN)
}
