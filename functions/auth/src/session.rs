//! How long a session lasts, and for whom.

use jiff::Timestamp;
use portal_lambda::access::{FRESH_FOR_SECONDS, SessionItem};

/// A user's sessions; one more ends the oldest.
pub(crate) const MOST_SESSIONS: usize = 10;

/// Whose session it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    Customer,
    Operator,
}

impl Kind {
    /// Seconds without use that end it.
    pub(crate) fn idle_seconds(self) -> i64 {
        match self {
            Self::Customer => 30 * 60,
            Self::Operator => 15 * 60,
        }
    }

    /// Seconds that it lasts at most.
    pub(crate) fn longest_seconds(self) -> i64 {
        match self {
            Self::Customer => 12 * 3600,
            Self::Operator => 8 * 3600,
        }
    }
}

/// A session that begins `now`, on a device and from an address.
pub(crate) fn new_session(
    kind: Kind,
    second_factor: bool,
    fresh: bool,
    (device, source): (Option<String>, Option<String>),
    now: Timestamp,
) -> anyhow::Result<SessionItem> {
    Ok(SessionItem {
        id: crate::code::id()?,
        created_at: now,
        last_seen_at: now,
        idle_seconds: kind.idle_seconds(),
        expires_at: now.as_second() + kind.longest_seconds(),
        second_factor,
        fresh_until: if fresh { now.as_second() + FRESH_FOR_SECONDS } else { 0 },
        device,
        source,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(kind: Kind, idle_minutes: i64, longest_hours: i64) {
        let now: Timestamp = "2026-03-31T12:00:00Z".parse().unwrap();
        let at = |seconds: i64| Timestamp::from_second(now.as_second() + seconds).unwrap();
        let session = new_session(kind, true, false, (None, None), now).unwrap();
        assert!(session.is_open(at(idle_minutes * 60 - 1)));
        assert!(!session.is_open(at(idle_minutes * 60)));
        let used = SessionItem { last_seen_at: at(longest_hours * 3600 - 1), ..session };
        assert!(used.is_open(at(longest_hours * 3600 - 1)));
        assert!(!used.is_open(at(longest_hours * 3600)));
    }

    #[test]
    fn an_operators_session_is_shorter() {
        check(Kind::Customer, 30, 12);
        check(Kind::Operator, 15, 8);
    }

    #[test]
    fn signing_in_does_not_yet_allow_credentials_to_be_changed() {
        let now = Timestamp::UNIX_EPOCH;
        let session = new_session(Kind::Customer, false, false, (None, None), now).unwrap();
        assert_eq!(session.fresh_until, 0);
    }
}
