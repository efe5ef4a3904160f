//! How often something may be tried: safety comes from waiting, and nobody can
//! lock a stranger out.
//!
//! | what | by | limit |
//! |---|---|---|
//! | log-in, re-authentication | account | from the 5th failure 1 s, doubling to 15 min; 100 in a row disable it until recovery |
//! | log-in | known device | the same, counted apart |
//! | log-in | source (address, or /64) | 30 in 5 min |
//! | log-in | network (/24 or /48) | 300 in 5 min |
//! | sign-up | source; customer whose data match | 5 in an hour; 10 in a day, which isn't told |
//! | recovery | source; user whose data match | 10; 3 in an hour, which isn't told |
//! | codes | source | 30 in 5 min |
//! | codes | request; customer | 10 in a day; 10 in a day, which isn't told |
//! | second factor at a recovery | user | 10 in a day |
//! | codes | request | 5, then it is burnt |

use std::net::IpAddr;

use hmac::{Hmac, Mac};
use sha2::Sha256;

/// At most `most` in each window.
#[derive(Clone, Copy, Debug)]
pub struct Limit {
    pub name: &'static str,
    pub most: u32,
    pub window_seconds: i64,
}

const fn limit(name: &'static str, most: u32, window_seconds: i64) -> Limit {
    Limit { name, most, window_seconds }
}

pub(crate) const SIGN_IN_BY_SOURCE: Limit = limit("sign_in_source", 30, 300);
pub(crate) const SIGN_IN_BY_NETWORK: Limit = limit("sign_in_network", 300, 300);
pub(crate) const SIGN_UP_BY_SOURCE: Limit = limit("sign_up_source", 5, 3600);
pub(crate) const RECOVERY_BY_SOURCE: Limit = limit("recovery_source", 10, 3600);
pub(crate) const RECOVERY_BY_USER: Limit = limit("recovery_user", 3, 3600);
pub(crate) const CODES_BY_SOURCE: Limit = limit("codes_source", 30, 300);
pub(crate) const CODES_BY_REQUEST: Limit = limit("codes_request", 10, 86_400);
pub(crate) const CODES_BY_CUSTOMER: Limit = limit("codes_customer", 10, 86_400);
pub(crate) const SIGN_UP_BY_CUSTOMER: Limit = limit("sign_up_customer", 10, 86_400);
pub(crate) const RECOVERY_FACTOR_BY_USER: Limit = limit("recovery_factor_user", 10, 86_400);
pub(crate) const EMAIL_CHANGE_BY_USER: Limit = limit("email_change_user", 5, 3600);
pub(crate) const INVITATIONS_BY_USER: Limit = limit("invitations_user", 60, 3600);

/// Tries of a code before it is burnt.
pub(crate) const TRIES_PER_CODE: u32 = 5;
/// Letters to one customer in a year.
pub(crate) const LETTERS_PER_CUSTOMER_AND_YEAR: u32 = 3;
/// Failures in a row that disable an account until recovery (NIST: at most 100).
pub(crate) const DISABLED_AT: u32 = 100;

const FREE_FAILURES: u32 = 4;
const LONGEST_DELAY_SECONDS: i64 = 15 * 60;

impl Limit {
    /// When the window that holds `now` began, in seconds since 1970.
    pub fn window(&self, now: i64) -> i64 {
        now - now.rem_euclid(self.window_seconds)
    }

    /// Seconds until the next window.
    pub fn retry_after(&self, now: i64) -> u32 {
        let left = self.window(now) + self.window_seconds - now;
        u32::try_from(left).unwrap_or(u32::MAX)
    }
}

/// Failures in a row.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Failures {
    pub count: u32,
    /// Of the last one, in seconds since 1970.
    pub last_at: i64,
}

/// Whether the next attempt may be made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Turn {
    Go,
    /// Not before so many seconds have passed.
    Wait(u32),
    /// Not before recovery.
    Disabled,
}

/// Whether an attempt may be made at `now` (seconds since 1970).
pub(crate) fn turn(failures: Failures, now: i64) -> Turn {
    if failures.count >= DISABLED_AT {
        return Turn::Disabled;
    }
    match failures.last_at + delay(failures.count) - now {
        left @ 1.. => Turn::Wait(u32::try_from(left).unwrap_or(u32::MAX)),
        _ => Turn::Go,
    }
}

fn delay(failures: u32) -> i64 {
    match failures.checked_sub(FREE_FAILURES + 1) {
        None => 0,
        Some(doublings) => (1_i64 << doublings.min(20)).min(LONGEST_DELAY_SECONDS),
    }
}

/// The address that a source is counted by: IPv4 whole, IPv6 by /64, which is
/// what one line gets.
pub(crate) fn source_of(address: IpAddr) -> String {
    match address {
        IpAddr::V4(v4) => v4.to_string(),
        IpAddr::V6(v6) => prefix(v6.segments(), 4),
    }
}

/// The network that a source is in: /24 or /48.
pub(crate) fn network_of(address: IpAddr) -> String {
    match address {
        IpAddr::V4(v4) => {
            let [a, b, c, _] = v4.octets();
            format!("{a}.{b}.{c}")
        }
        IpAddr::V6(v6) => prefix(v6.segments(), 3),
    }
}

fn prefix(segments: [u16; 8], length: usize) -> String {
    segments[..length].iter().map(|s| format!("{s:x}")).collect::<Vec<_>>().join(":")
}

/// Makes the names that counters stand under: who is counted can't be read
/// from the table.
#[derive(Clone)]
pub struct Subjects(Hmac<Sha256>);

impl Subjects {
    pub fn new(key: &[u8]) -> anyhow::Result<Self> {
        anyhow::ensure!(key.len() >= 16, "LIMITER_KEY is shorter than 16 bytes");
        Hmac::new_from_slice(key).map(Self).map_err(|_| anyhow::anyhow!("LIMITER_KEY"))
    }

    /// The name of `who` for `what`.
    pub fn name(&self, what: &str, who: &str) -> String {
        let mut mac = self.0.clone();
        mac.update(what.as_bytes());
        mac.update(b"\n");
        mac.update(who.as_bytes());
        hex::encode(&mac.finalize().into_bytes()[..16])
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(count: u32, seconds_later: i64, expected: Turn) {
        assert_eq!(turn(Failures { count, last_at: 1000 }, 1000 + seconds_later), expected);
    }

    #[test]
    fn the_fifth_failure_costs_a_second_and_each_next_one_twice_as_much() {
        check(4, 0, Turn::Go);
        check(5, 0, Turn::Wait(1));
        check(5, 1, Turn::Go);
        check(6, 0, Turn::Wait(2));
        check(14, 0, Turn::Wait(512));
        check(15, 0, Turn::Wait(900));
        check(99, 0, Turn::Wait(900));
        check(99, 900, Turn::Go);
    }

    #[test]
    fn a_hundred_failures_in_a_row_end_it() {
        check(100, 1_000_000, Turn::Disabled);
    }

    #[test]
    fn a_neighbour_in_the_same_network_is_counted_apart_and_together() {
        let at = |text: &str| text.parse::<IpAddr>().unwrap();
        assert_ne!(source_of(at("192.0.2.1")), source_of(at("192.0.2.2")));
        assert_eq!(network_of(at("192.0.2.1")), network_of(at("192.0.2.2")));
        assert_eq!(source_of(at("2001:db8:1:2::1")), source_of(at("2001:db8:1:2:f::1")));
        assert_ne!(source_of(at("2001:db8:1:2::1")), source_of(at("2001:db8:1:3::1")));
        assert_eq!(network_of(at("2001:db8:1:2::1")), network_of(at("2001:db8:1:3::1")));
    }

    #[test]
    fn a_window_ends_when_it_says() {
        assert_eq!(SIGN_IN_BY_SOURCE.window(299), 0);
        assert_eq!(SIGN_IN_BY_SOURCE.window(300), 300);
        assert_eq!(SIGN_IN_BY_SOURCE.retry_after(299), 1);
    }

    #[test]
    fn a_counters_name_tells_nothing() {
        let subjects = Subjects::new(b"0123456789abcdef").unwrap();
        assert_eq!(subjects.name("a", "x"), subjects.name("a", "x"));
        assert_ne!(subjects.name("a", "x"), subjects.name("b", "x"));
        assert!(Subjects::new(b"short").is_err());
    }
}
