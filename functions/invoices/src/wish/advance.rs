//! How much a customer wishes to pay in advance.

use jiff::civil::Date;
use portal_contracts::{
    change::AdvanceChange,
    ledger::{Advance, AdvanceSchedule},
};
use portal_domain::Money;

use super::{Fit, Refusal, Unusual, found};

/// What the form says.
#[derive(Clone, Debug)]
pub(crate) struct AdvanceWish {
    pub(crate) amount: Money,
    /// The advance that it begins with; none: the next one.
    pub(crate) from: Option<Date>,
}

/// The schedule that has advances to come, and that holds on `today` or else
/// first after it; `schedules` are the latest first, each with what it is known
/// by.
pub(crate) fn schedule_on<T>(
    schedules: Vec<(AdvanceSchedule, T)>,
    today: Date,
) -> Option<(AdvanceSchedule, T)> {
    let holds = |schedule: &AdvanceSchedule| schedule.valid_from <= today;
    let now = schedules.iter().position(|(schedule, _)| holds(schedule));
    let first_later = now.unwrap_or(schedules.len()).checked_sub(1);
    let to_come = |at: &usize| {
        let advances = schedules.get(*at).map(|(schedule, _)| &schedule.advances);
        advances.is_some_and(|advances| advances.iter().any(|advance| advance.due_on > today))
    };
    let wanted = now.filter(to_come).or(first_later)?;
    schedules.into_iter().nth(wanted)
}

/// `schedule`: see [`schedule_on`].
pub(crate) fn new_advance(
    schedule: Option<&AdvanceSchedule>,
    wish: &AdvanceWish,
    today: Date,
) -> Result<Fit<AdvanceChange>, Refusal> {
    let schedule = schedule.ok_or(Refusal::AdvancesNotKnown)?;
    let to_come = |advance: &&Advance| advance.due_on > today && advance.paid.minor == 0;
    let mut days = schedule.advances.iter().filter(to_come).map(|advance| advance.due_on);
    let next = days.clone().next().ok_or(Refusal::AdvancesNotKnown)?;
    let bounds = schedule.bounds.as_ref().ok_or(Refusal::AdvanceNotToChoose)?;
    let (before, after) = (schedule.amount, wish.amount);
    if after.currency != before.currency {
        return Err(Refusal::CurrencyDiffers);
    }
    if after.minor % 100 != 0 {
        return Err(Refusal::AdvanceNotWhole);
    }
    if after.minor < bounds.least.minor {
        return Err(Refusal::AdvanceTooLow);
    }
    if after.minor > bounds.most.minor {
        return Err(Refusal::AdvanceTooHigh);
    }
    if after == before {
        return Err(Refusal::AdvanceUnchanged);
    }
    let from = match wish.from {
        Some(day) if !days.any(|due_on| due_on == day) => return Err(Refusal::AdvanceDayUnknown),
        Some(day) => day,
        None => next,
    };
    let unusual = found([
        (i128::from(after.minor) * 2 < i128::from(before.minor), Unusual::AdvanceMuchLower),
        (i128::from(after.minor) > i128::from(before.minor) * 2, Unusual::AdvanceMuchHigher),
    ]);
    let change = AdvanceChange {
        supply_point: schedule.supply_point.clone(),
        before,
        after,
        from,
        bounds: Some(bounds.clone()),
    };
    Ok(Fit { change, unusual })
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use portal_contracts::ledger::{AdvanceBounds, AdvanceInterval};
    use portal_domain::Currency;

    use super::*;

    const TODAY: Date = date(2026, 3, 31);

    fn crowns(whole: i64) -> Money {
        Money { minor: whole * 100, currency: Currency::Czk }
    }

    /// 1,500 CZK a month; March is paid, April, May and June are to come.
    fn schedule() -> AdvanceSchedule {
        let advance = |month, paid| Advance {
            due_on: date(2026, month, 15),
            amount: crowns(1500),
            paid: crowns(paid),
            invoice: None,
        };
        AdvanceSchedule {
            supply_point: "P-1".parse().unwrap(),
            valid_from: date(2026, 1, 1),
            interval: AdvanceInterval::Month,
            amount: crowns(1500),
            bounds: Some(AdvanceBounds { least: crowns(500), most: crowns(4000) }),
            variable_symbol: None,
            advances: vec![advance(3, 1500), advance(4, 0), advance(5, 0), advance(6, 0)],
            reason: None,
        }
    }

    fn wish(amount: Money, from: Option<Date>) -> Result<Fit<AdvanceChange>, Refusal> {
        new_advance(Some(&schedule()), &AdvanceWish { amount, from }, TODAY)
    }

    #[test]
    fn an_amount_within_the_bounds_holds_from_the_next_advance() {
        let fit = wish(crowns(1800), None).unwrap();
        assert_eq!((fit.change.before, fit.change.after), (crowns(1500), crowns(1800)));
        assert_eq!(fit.change.from, date(2026, 4, 15));
        assert_eq!(fit.unusual, []);
        let later = wish(crowns(1800), Some(date(2026, 6, 15))).unwrap();
        assert_eq!(later.change.from, date(2026, 6, 15));
    }

    #[test]
    fn the_schedule_is_the_one_with_advances_to_come() {
        let from = |month| AdvanceSchedule { valid_from: date(2026, month, 1), ..schedule() };
        let later = || AdvanceSchedule { valid_from: date(2026, 7, 1), ..schedule() };
        let on = |schedules: Vec<AdvanceSchedule>, today| {
            let known = schedules.into_iter().map(|schedule| (schedule, ())).collect();
            schedule_on(known, today).map(|(schedule, ())| schedule.valid_from)
        };
        let all = || vec![later(), from(2), from(1)];
        assert_eq!(on(all(), TODAY), Some(date(2026, 2, 1)));
        assert_eq!(on(all(), date(2026, 6, 15)), Some(date(2026, 7, 1)), "none is to come");
        assert_eq!(on(all(), date(2025, 12, 1)), Some(date(2026, 1, 1)), "the first of all");
        assert_eq!(on(vec![from(1)], date(2026, 6, 15)), None);
        assert_eq!(on(Vec::new(), TODAY), None);
    }

    #[test]
    fn half_and_double_are_usual_and_what_is_beyond_is_not() {
        let unusual = |amount| wish(crowns(amount), None).unwrap().unusual;
        assert_eq!(unusual(750), []);
        assert_eq!(unusual(749), [Unusual::AdvanceMuchLower]);
        assert_eq!(unusual(3000), []);
        assert_eq!(unusual(3001), [Unusual::AdvanceMuchHigher]);
    }

    #[test]
    fn the_bounds_are_the_utility_s() {
        assert!(wish(crowns(500), None).is_ok());
        assert!(wish(crowns(4000), None).is_ok());
        assert_eq!(wish(crowns(499), None), Err(Refusal::AdvanceTooLow));
        assert_eq!(wish(crowns(4001), None), Err(Refusal::AdvanceTooHigh));
        assert_eq!(wish(crowns(-1500), None), Err(Refusal::AdvanceTooLow));
        assert_eq!(wish(crowns(1500), None), Err(Refusal::AdvanceUnchanged));
        let odd = Money { minor: 150_050, currency: Currency::Czk };
        assert_eq!(wish(odd, None), Err(Refusal::AdvanceNotWhole));
        let euros = Money { minor: 180_000, currency: Currency::Eur };
        assert_eq!(wish(euros, None), Err(Refusal::CurrencyDiffers));
        let own = AdvanceSchedule { bounds: None, ..schedule() };
        let wish = AdvanceWish { amount: crowns(1800), from: None };
        assert_eq!(new_advance(Some(&own), &wish, TODAY), Err(Refusal::AdvanceNotToChoose));
    }

    #[test]
    fn only_an_advance_to_come_can_be_changed() {
        for day in [date(2026, 3, 15), date(2026, 4, 16), date(2027, 4, 15)] {
            assert_eq!(wish(crowns(1800), Some(day)), Err(Refusal::AdvanceDayUnknown), "{day}");
        }
        let wish = AdvanceWish { amount: crowns(1800), from: None };
        let late = new_advance(Some(&schedule()), &wish, date(2026, 6, 15));
        assert_eq!(late, Err(Refusal::AdvancesNotKnown));
        assert_eq!(new_advance(None, &wish, TODAY), Err(Refusal::AdvancesNotKnown));
    }
}
