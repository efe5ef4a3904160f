//! Sign-up, log-in, sessions, recovery, journal.
