//! Bases and lines side by side: no day left out, none counted twice.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;
use portal_contracts::{
    breakdown::{Basis, Line, LineKind, Metered},
    invoice::Period,
};
use portal_domain::{MeterId, RegisterCode, SupplyPointId};

use super::{Code, Finding, Place, Value, Work};
use crate::{
    Error,
    cover::{Stretch, holes},
    months::{day_after, day_before},
};

/// A register of a meter at a supply point.
type Register<'a> = (&'a SupplyPointId, &'a MeterId, &'a RegisterCode);

impl<'a> Work<'a> {
    /// The states of each register follow one from another.
    pub(super) fn chains(&mut self) -> Result<(), Error> {
        let mut registers: BTreeMap<Register<'_>, Vec<(u16, &Metered)>> = BTreeMap::new();
        let mut points: BTreeMap<&SupplyPointId, Vec<Stretch<'_>>> = BTreeMap::new();
        for (place, metered) in metered(self.breakdown) {
            let Metered { supply_point, meter, register, from, to, .. } = metered;
            if to.on < from.on {
                let dates = (Value::Date(to.on), Value::Date(from.on));
                let finding = Finding::about(Code::StatesReversed, Place::Basis(place));
                self.find(finding.values(dates.0, dates.1));
            }
            registers.entry((supply_point, meter, register)).or_default().push((place, metered));
            let stretch = Stretch { register, from: from.on, to: to.on, place: usize::from(place) };
            points.entry(supply_point).or_default().push(stretch);
        }
        for chain in registers.values_mut() {
            chain.sort_by_key(|(_, metered)| (metered.from.on, metered.to.on));
            for pair in chain.windows(2) {
                if let [(_, before), (place, after)] = pair {
                    self.followed(before, *place, after)?;
                }
            }
        }
        self.exchanged(&registers);
        for (point, stretches) in points {
            let Some(period) = span(self.of_point(point).map(|(_, line)| line.period)) else {
                continue;
            };
            for (place, from) in holes(period, &stretches)? {
                let place = u16::try_from(place).map_err(|_| Error::TooLarge)?;
                let finding = Finding::about(Code::StatesGap, Place::Basis(place));
                self.find(Finding { said: Some(Value::Date(from)), ..finding });
            }
        }
        self.used();
        Ok(())
    }

    /// A meter that gives way to another ends when that begins; meters side by
    /// side begin or end together.
    fn exchanged(&mut self, registers: &BTreeMap<Register<'_>, Vec<(u16, &Metered)>>) {
        let mut meters: Vec<_> = registers
            .iter()
            .filter_map(|((point, _, register), chain)| {
                let (first, last) = (chain.first()?, chain.last()?);
                Some(((*point, *register), first.1.from.on, last.1.to.on, first.0))
            })
            .collect();
        meters.sort_unstable();
        for pair in meters.windows(2) {
            let [(what, from, to, _), (other, next_from, next_to, place)] = pair else { continue };
            if what == other && from < next_from && next_from < to && to < next_to {
                let finding = Finding::about(Code::StatesOverlap, Place::Basis(*place));
                self.find(finding.values(Value::Date(*next_from), Value::Date(*to)));
            }
        }
    }

    fn followed(&mut self, before: &Metered, place: u16, after: &Metered) -> Result<(), Error> {
        let (end, start) = (&before.to, &after.from);
        let at = Place::Basis(place);
        let dates =
            |code| Finding::about(code, at).values(Value::Date(start.on), Value::Date(end.on));
        if start.on < end.on {
            self.find(dates(Code::StatesOverlap));
        }
        if start.value != end.value {
            let finding = Finding::about(Code::StateNotContinued, at);
            self.find(finding.numbers(start.value, end.value));
        }
        Ok(())
    }

    /// Everything that was measured is counted by a line.
    fn used(&mut self) {
        let lines = &self.breakdown.lines;
        let used: BTreeSet<u16> = lines.iter().flat_map(|line| line.bases.clone()).collect();
        for (place, _) in (0..=u16::MAX).zip(&self.breakdown.bases) {
            if !used.contains(&place) {
                self.find(Finding::about(Code::BasisUnused, Place::Basis(place)));
            }
        }
    }

    /// The lines of a supply point about its supply, by their places.
    fn of_point(&self, point: &SupplyPointId) -> impl Iterator<Item = (u16, &'a Line)> {
        let breakdown = self.breakdown;
        (0..=u16::MAX).zip(&breakdown.lines).filter(move |(_, line)| {
            let kind = matches!(line.kind, LineKind::Fixed | LineKind::Consumption);
            kind && line.supply_point.as_ref() == Some(point)
        })
    }

    /// The periods of lines: within the document's, and where one ends another
    /// begins.
    pub(super) fn periods(&mut self) -> Result<(), Error> {
        let breakdown = self.breakdown;
        for (place, line) in (0..=u16::MAX).zip(&breakdown.lines) {
            let (at, said) = (Place::Line(place), line.period);
            if said.to < said.from {
                let ends = (Value::Date(said.to), Value::Date(said.from));
                self.find(Finding::about(Code::PeriodReversed, at).values(ends.0, ends.1));
            }
            let known = &self.invoice.supply_points;
            let own = |point: &SupplyPointId| known.is_empty() || known.contains(point);
            if line.supply_point.as_ref().is_some_and(|point| !own(point)) {
                self.find(Finding::about(Code::SupplyPointUnknown, at));
            }
            let Some(document) = self.invoice.period.filter(|_| line.kind != LineKind::Other)
            else {
                continue;
            };
            for (outside, said, limit) in [
                (said.from < document.from, said.from, document.from),
                (said.to > document.to, said.to, document.to),
            ] {
                if outside {
                    let finding = Finding::about(Code::PeriodOutsideDocument, at);
                    self.find(finding.values(Value::Date(said), Value::Date(limit)));
                }
            }
        }
        let points: BTreeSet<_> =
            breakdown.lines.iter().filter_map(|line| line.supply_point.as_ref()).collect();
        for point in &points {
            self.joined(point)?;
        }
        self.whole_period()
    }

    /// Where a line of a supply point ends before the others, another begins.
    fn joined(&mut self, point: &SupplyPointId) -> Result<(), Error> {
        let lines: Vec<_> = self.of_point(point).collect();
        let Some(whole) = span(lines.iter().map(|(_, line)| line.period)) else { return Ok(()) };
        let begins: BTreeSet<Date> = lines.iter().map(|(_, line)| line.period.from).collect();
        let ends: BTreeSet<Date> = lines.iter().map(|(_, line)| line.period.to).collect();
        for (place, line) in lines {
            let Period { from, to } = line.period;
            let joined = (from == whole.from || ends.contains(&day_before(from)?))
                && (to == whole.to || begins.contains(&day_after(to)?));
            if !joined {
                let ends = (Value::Date(from), Value::Date(to));
                let finding = Finding::about(Code::PeriodGap, Place::Line(place));
                self.find(finding.values(ends.0, ends.1));
            }
        }
        Ok(())
    }

    /// Lines go from the beginning of the document's period to its end.
    fn whole_period(&mut self) -> Result<(), Error> {
        let lines = self.breakdown.lines.iter().filter(|line| line.kind != LineKind::Other);
        let whole = span(lines.map(|line| line.period));
        let (Some(document), Some(whole)) = (self.invoice.period, whole) else { return Ok(()) };
        for (short, said, limit) in [
            (whole.from > document.from, whole.from, document.from),
            (whole.to < document.to, whole.to, document.to),
        ] {
            if short {
                let finding = Finding::about(Code::PeriodGap, Place::Document);
                self.find(finding.values(Value::Date(said), Value::Date(limit)));
            }
        }
        Ok(())
    }
}

/// Metered bases by their places.
pub(super) fn metered(
    breakdown: &portal_contracts::breakdown::Breakdown,
) -> impl Iterator<Item = (u16, &Metered)> {
    (0..=u16::MAX).zip(&breakdown.bases).filter_map(|(place, basis)| match basis {
        Basis::Metered(metered) => Some((place, metered)),
        Basis::Rainwater(_) => None,
    })
}

/// From the first day to the last.
fn span(periods: impl Iterator<Item = Period>) -> Option<Period> {
    periods.reduce(|one, other| Period { from: one.from.min(other.from), to: one.to.max(other.to) })
}
