//! Which advances a standing order pays.

use jiff::civil::Date;
use portal_contracts::ledger::AdvanceSchedule;
use portal_domain::Money;

/// The advances that a standing order pays from `today` on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Course<'a> {
    pub schedule: &'a AdvanceSchedule,
    /// The first one that is still to be paid.
    pub first: Date,
    /// The schedule before it.
    pub before: Option<&'a AdvanceSchedule>,
}

impl<'a> Course<'a> {
    /// Of one supply point's schedules, the latest first: the earliest that
    /// still has an advance to be paid after `today`.
    pub fn of(schedules: &'a [AdvanceSchedule], today: Date) -> Option<Self> {
        let next = |schedule: &AdvanceSchedule, until: Option<Date>| {
            let open = schedule.advances.iter().filter(|one| one.paid.minor < one.amount.minor);
            let days = open.map(|one| one.due_on).filter(|day| *day >= today);
            // A later schedule takes the place of what is due on its days.
            days.filter(|day| until.is_none_or(|until| *day < until)).min()
        };
        let mut later: Option<Date> = None;
        let mut found = None;
        for (place, schedule) in schedules.iter().enumerate() {
            if let Some(first) = next(schedule, later) {
                found = Some(Self { schedule, first, before: schedules.get(place + 1) });
            }
            later = Some(schedule.valid_from);
        }
        found
    }

    /// By how much a standing order of the schedule before is too low.
    pub fn raised_by(&self) -> Option<Money> {
        let before = self.before.filter(|before| before.interval == self.schedule.interval)?;
        let more = self.schedule.amount.checked_sub(before.amount)?;
        (more.minor > 0).then_some(more)
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use portal_contracts::ledger::{Advance, AdvanceInterval};
    use portal_domain::Currency;

    use super::*;

    fn crowns(minor: i64) -> Money {
        Money { minor, currency: Currency::Czk }
    }

    /// Monthly from January on, to the 15th; the first `paid` are paid.
    fn schedule(
        valid_from: Date,
        minor: i64,
        months: std::ops::RangeInclusive<i8>,
        paid: usize,
    ) -> AdvanceSchedule {
        let advances = months.enumerate().map(|(place, month)| Advance {
            due_on: date(2026, month, 15),
            amount: crowns(minor),
            paid: crowns(if place < paid { minor } else { 0 }),
            invoice: None,
        });
        AdvanceSchedule {
            supply_point: "P-1".parse().unwrap(),
            valid_from,
            interval: AdvanceInterval::Month,
            amount: crowns(minor),
            bounds: None,
            variable_symbol: None,
            advances: advances.collect(),
            reason: None,
        }
    }

    #[test]
    fn it_begins_with_the_next_advance_that_is_not_paid() {
        let one = [schedule(date(2026, 1, 1), 500, 1..=12, 3)];
        let first = |today| Course::of(&one, today).map(|course| course.first);
        assert_eq!(first(date(2026, 2, 1)), Some(date(2026, 4, 15)));
        assert_eq!(first(date(2026, 4, 15)), Some(date(2026, 4, 15)));
        assert_eq!(first(date(2026, 4, 16)), Some(date(2026, 5, 15)));
        assert_eq!(first(date(2026, 12, 16)), None);
        assert_eq!(Course::of(&[], date(2026, 1, 1)), None);
    }

    #[test]
    fn a_later_schedule_takes_over_on_its_day_and_says_by_how_much_it_is_more() {
        let two = [
            schedule(date(2026, 7, 1), 650, 7..=12, 0),
            schedule(date(2026, 1, 1), 500, 1..=12, 0),
        ];
        let now = Course::of(&two, date(2026, 6, 1)).unwrap();
        assert_eq!((now.schedule.amount, now.first), (crowns(500), date(2026, 6, 15)));
        assert_eq!(now.raised_by(), None);
        let then = Course::of(&two, date(2026, 6, 16)).unwrap();
        assert_eq!((then.schedule.amount, then.first), (crowns(650), date(2026, 7, 15)));
        assert_eq!(then.raised_by(), Some(crowns(150)));
    }

    #[test]
    fn a_lower_advance_leaves_no_standing_order_too_low() {
        let two =
            [schedule(date(2026, 7, 1), 400, 7..=12, 0), schedule(date(2026, 1, 1), 500, 1..=6, 6)];
        assert_eq!(Course::of(&two, date(2026, 6, 1)).unwrap().raised_by(), None);
    }
}
