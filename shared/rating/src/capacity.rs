//! Reserved capacity: the main breaker, as contracts write it.

use std::{fmt, str::FromStr};

/// A main breaker: `3x25 A`, `1×16A`, `25 A`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Breaker {
    pub phases: u8,
    /// Of each phase.
    pub amperes: u16,
}

/// The text isn't a number of phases and amperes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not a breaker such as 3x25 A")]
pub struct InvalidBreaker;

impl Breaker {
    /// What a price per ampere is multiplied by: 75 for 3x25 A.
    pub fn all_phases(self) -> u32 {
        u32::from(self.phases) * u32::from(self.amperes)
    }
}

impl FromStr for Breaker {
    type Err = InvalidBreaker;

    fn from_str(text: &str) -> Result<Self, InvalidBreaker> {
        let plain: String = text.chars().filter(|c| !c.is_whitespace()).collect();
        let plain = plain.strip_suffix(['A', 'a']).ok_or(InvalidBreaker)?;
        let (phases, amperes) = plain.split_once(['x', 'X', '×', '*']).unwrap_or(("1", plain));
        let digits = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
        if !digits(amperes) || !matches!(phases, "1" | "2" | "3") {
            return Err(InvalidBreaker);
        }
        let phases = phases.parse().map_err(|_| InvalidBreaker)?;
        let amperes = amperes.parse().ok().filter(|amperes| *amperes > 0).ok_or(InvalidBreaker)?;
        Ok(Self { phases, amperes })
    }
}

impl fmt::Display for Breaker {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}x{} A", self.phases, self.amperes)
    }
}

/// Whether two texts say the same capacity: `3×25A` is `3x25 A`.
pub(crate) fn same(one: &str, other: &str) -> bool {
    match (one.parse::<Breaker>(), other.parse::<Breaker>()) {
        (Ok(one), Ok(other)) => one == other,
        _ => one.trim().eq_ignore_ascii_case(other.trim()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_breaker_is_read_as_it_is_written() {
        for text in ["3x25 A", "3×25A", "3 X 25 a", "3*25 A"] {
            assert_eq!(text.parse::<Breaker>().map(Breaker::all_phases), Ok(75), "{text}");
        }
        assert_eq!("16 A".parse(), Ok(Breaker { phases: 1, amperes: 16 }));
        assert_eq!(Breaker { phases: 3, amperes: 25 }.to_string(), "3x25 A");
        for bad in ["", "A", "3x A", "x25 A", "4x25 A", "3x0 A", "12 kW", "3x-5 A", "3x99999 A"] {
            assert_eq!(bad.parse::<Breaker>(), Err(InvalidBreaker), "{bad}");
        }
        assert!(same("3x25 A", "3×25A") && !same("3x25 A", "3x32 A") && same("12 kW", "12 kw "));
    }
}
