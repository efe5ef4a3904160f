//! How a customer pays, and what they are sent.

use jiff::civil::Date;
use portal_contracts::{ledger::AdvanceInterval, update::CustomerKind};
use portal_domain::Country;

use super::super::dice::Dice;

/// What a customer's money is to be like.
pub(crate) struct Habits {
    pub(crate) interval: AdvanceInterval,
    /// Pays all that falls due on a day at once.
    pub(crate) joined: bool,
    /// Gets an invoice on each advance of the last two years.
    pub(crate) requests: bool,
    /// Gets a tax document on each advance that was paid.
    pub(crate) tax_documents: bool,
    /// Is charged for rainwater.
    pub(crate) rain: bool,
    /// Has contracts, amendments and every other settlement as files.
    pub(crate) papers: bool,
    /// Gets a part of a settlement back.
    pub(crate) credit_note: bool,
    /// Was once sent a technician for.
    pub(crate) fee: bool,
    /// Settlements before this day are told by number and total alone.
    pub(crate) since: Option<Date>,
    pub(crate) trouble: Option<Trouble>,
}

/// What goes wrong with paying.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Trouble {
    /// Paid too much once, and owes the last settlement and the last advance.
    OwesAndIsOwed,
    /// Owes the last settlement and the last advance.
    Owes,
    /// Paid only a part of the last settlement.
    PaidInPart,
    /// Forgot the last advance.
    ForgotAdvance,
}

impl Trouble {
    pub(super) fn leaves_settlement(self) -> bool {
        matches!(self, Self::OwesAndIsOwed | Self::Owes)
    }

    pub(super) fn leaves_advance(self) -> bool {
        matches!(self, Self::OwesAndIsOwed | Self::Owes | Self::ForgotAdvance)
    }

    /// Such a customer's advances are low, so that there is something to owe.
    pub(super) fn wants_to_owe(self) -> bool {
        self.leaves_settlement() || self == Self::PaidInPart
    }
}

impl Habits {
    /// Those of one of many: the last two years only, seldom more than what
    /// is usual.
    pub(crate) fn of_crowd(
        dice: &mut Dice,
        kind: CustomerKind,
        country: Country,
        since: Date,
    ) -> Self {
        let household = kind == CustomerKind::Household;
        let business = kind == CustomerKind::Business;
        Self {
            interval: match dice.between(1, 100) {
                1..=10 => AdvanceInterval::Month,
                11..=75 => AdvanceInterval::Quarter,
                _ => AdvanceInterval::HalfYear,
            },
            joined: dice.chance(30),
            requests: business && dice.chance(50),
            tax_documents: business,
            rain: !household && country == Country::Cz,
            papers: false,
            credit_note: dice.chance(5),
            fee: dice.chance(5),
            since: Some(since),
            trouble: match dice.between(1, 100) {
                1..=5 => Some(Trouble::Owes),
                6..=8 => Some(Trouble::OwesAndIsOwed),
                9..=13 => Some(Trouble::PaidInPart),
                14..=18 => Some(Trouble::ForgotAdvance),
                _ => None,
            },
        }
    }
}

/// How many months there are between advances.
pub(super) fn months(interval: AdvanceInterval) -> i32 {
    match interval {
        AdvanceInterval::Month => 1,
        AdvanceInterval::Quarter => 3,
        AdvanceInterval::HalfYear => 6,
        AdvanceInterval::Year => 12,
    }
}
