//! What is to happen to a customer's money, and when: planned at once, carried
//! out by the day.

use anyhow::Result;
use jiff::{ToSpan, civil::Date};
use portal_contracts::ledger::PaymentMethod;
use portal_domain::InvoiceNumber;

use super::{super::super::dice::Dice, Course, Trouble};

/// How long before it's due an advance is asked for.
const ASKED_BEFORE: i64 = 14;

pub(super) struct Event {
    pub(super) on: Date,
    /// What comes first on the same day.
    turn: u8,
    pub(super) point: usize,
    pub(super) what: What,
}

pub(super) enum What {
    Ask { schedule: usize, advance: usize },
    PayAdvances { due: Date, too_much: bool },
    Settle { draft: usize },
    Charge,
    Correct { draft: usize },
    Pay { invoice: InvoiceNumber, percent: i64 },
}

/// Everything until yesterday, in its order.
pub(super) fn all(course: &Course) -> Result<Vec<Event>> {
    let mut events = advances(course);
    events.extend(settlements(course));
    events.extend(extras(course)?);
    events.retain(|event| event.on < course.office.today);
    events.sort_by_key(|event| (event.on, event.turn, event.point));
    Ok(events)
}

/// The settlement that goes wrong, as point and place: the last one that is
/// overdue by now.
pub(super) fn troubled(course: &Course) -> Option<(usize, usize)> {
    let trouble = course.habits.trouble?;
    let overdue = course.office.today.saturating_sub(3.days());
    let mut all = Vec::new();
    for (point, planned) in course.points.iter().enumerate() {
        for (place, draft) in planned.drafts.iter().enumerate().skip(planned.first_whole) {
            if draft.due_on < overdue {
                all.push((draft.due_on, point, place));
            }
        }
    }
    let (_, point, place) = all.into_iter().max().filter(|_| trouble.wants_to_owe())?;
    Some((point, place))
}

fn advances(course: &Course) -> Vec<Event> {
    let mut events = Vec::new();
    let mut days = Vec::new();
    for (point, planned) in course.points.iter().enumerate() {
        for (schedule, known) in planned.schedules.iter().enumerate() {
            for (advance, one) in known.advances.iter().enumerate() {
                let on = one.due_on.saturating_sub(ASKED_BEFORE.days());
                let what = What::Ask { schedule, advance };
                events.push(Event { on, turn: 0, point, what });
                days.push((one.due_on, point));
            }
        }
    }
    days.sort_unstable();
    if course.habits.joined {
        days.dedup_by_key(|(due, _)| *due);
    }
    let forgotten = forgotten(course, &days);
    let too_much = too_much(course, &days);
    for (due, point) in days {
        if forgotten.contains(&due) {
            continue;
        }
        let mut dice = Dice::of(course.office.seed, &format!("{}/{due}/{point}", course.account));
        let early = match course.method {
            PaymentMethod::Transfer => dice.between(0, 6),
            PaymentMethod::DirectDebit { .. } | PaymentMethod::Sipo { .. } => 0,
        };
        let what = What::PayAdvances { due, too_much: too_much == Some((due, point)) };
        events.push(Event { on: due.saturating_sub(early.days()), turn: 1, point, what });
    }
    events
}

/// The days whose advances nobody pays: the last one, and of who is forgetful
/// one of the year before, which a settlement then counts without.
fn forgotten(course: &Course, days: &[(Date, usize)]) -> Vec<Date> {
    let today = course.office.today;
    let last = |before: Date| days.iter().rfind(|(due, _)| *due < before).map(|(due, _)| *due);
    let year_ago = today.saturating_sub(13.months());
    match course.habits.trouble {
        Some(Trouble::ForgotAdvance) => last(today).into_iter().chain(last(year_ago)).collect(),
        Some(trouble) if trouble.leaves_advance() => last(today).into_iter().collect(),
        _ => vec![],
    }
}

/// The advance that is paid with too much: the last before anything is owed.
fn too_much(course: &Course, days: &[(Date, usize)]) -> Option<(Date, usize)> {
    course.habits.trouble.filter(|trouble| *trouble == Trouble::OwesAndIsOwed)?;
    let issued = troubled(course)
        .and_then(|(point, place)| Some(course.points.get(point)?.drafts.get(place)?.issued_on));
    let before = issued.unwrap_or(course.office.today).saturating_sub(20.days());
    days.iter().rfind(|(due, _)| *due < before).copied()
}

fn settlements(course: &Course) -> Vec<Event> {
    let troubled = troubled(course);
    let mut events = Vec::new();
    for (point, planned) in course.points.iter().enumerate() {
        for (place, draft) in planned.drafts.iter().enumerate().skip(planned.first_whole) {
            let what = What::Settle { draft: place };
            events.push(Event { on: draft.issued_on, turn: 2, point, what });
            let thing = format!("{}/paid", draft.number);
            let early = Dice::of(course.office.seed, &thing).between(0, 8);
            let percent = match course.habits.trouble {
                Some(trouble) if troubled == Some((point, place)) => {
                    if trouble.leaves_settlement() { 0 } else { 60 }
                }
                _ => 100,
            };
            let what = What::Pay { invoice: draft.number.clone(), percent };
            let on = draft.due_on.saturating_sub(early.days());
            events.push(Event { on, turn: 3, point, what });
        }
    }
    events
}

/// A fee, and a correction of the last settlement but lately issued ones.
fn extras(course: &Course) -> Result<Vec<Event>> {
    let mut events = Vec::new();
    let today = course.office.today;
    let Some(first) = course.points.first() else { return Ok(events) };
    let number = super::documents::point_number(&first.point.id);
    let charged = today.saturating_sub(200.days());
    if course.habits.fee && first.point.contract.valid_from < charged {
        events.push(Event { on: charged, turn: 4, point: 0, what: What::Charge });
        let invoice = format!("FA{}-{number}", charged.year()).parse()?;
        let on = charged.saturating_add(9.days());
        let what = What::Pay { invoice, percent: 100 };
        events.push(Event { on, turn: 5, point: 0, what });
    }
    let corrected = first.drafts.iter().enumerate().skip(first.first_whole).rfind(|(_, draft)| {
        course.habits.credit_note && draft.issued_on.saturating_add(60.days()) < today
    });
    if let Some((place, draft)) = corrected {
        let on = draft.issued_on.saturating_add(45.days());
        events.push(Event { on, turn: 4, point: 0, what: What::Correct { draft: place } });
        let invoice = format!("OD{}-{number}", on.year()).parse()?;
        let paid = on.saturating_add(12.days());
        let what = What::Pay { invoice, percent: 100 };
        events.push(Event { on: paid, turn: 5, point: 0, what });
    }
    Ok(events)
}
