//! What lines are founded on: the right bases, all of them, each once.

use std::collections::BTreeSet;

use portal_contracts::breakdown::{Basis, Line};
use portal_domain::RegisterCode;

use super::{Code, Finding, Place, Work, chains::metered, groups::Group};
use crate::{Error, charge::takes, months::day_before};

impl<'a> Work<'a> {
    /// The bases that the lines name, if they are of the component; and those
    /// that it is for too. `None`: they name none.
    pub(super) fn founded(
        &mut self,
        group: &Group<'a>,
        is_for: impl Fn(&Basis) -> bool,
    ) -> Result<Option<Vec<u16>>, Error> {
        let Some((_, first)) = group.first() else { return Ok(None) };
        if group.iter().all(|(_, line)| line.bases.is_empty()) {
            self.each(group, Code::NoBases);
            return Ok(None);
        }
        let metered = self.in_period(first, &[])?;
        let wanted: BTreeSet<u16> = metered
            .into_iter()
            .filter(|place| self.breakdown.bases.get(usize::from(*place)).is_some_and(&is_for))
            .collect();
        for (place, line) in group {
            let at = Place::Line(*place);
            let named: BTreeSet<u16> = line.bases.iter().copied().collect();
            if named.len() < line.bases.len() {
                self.find(Finding::about(Code::BasisCountedTwice, at));
            }
            for index in &named {
                match self.breakdown.bases.get(usize::from(*index)) {
                    None => self.find(Finding::about(Code::BasisUnknown, at)),
                    Some(basis) if !is_for(basis) || !of_point(basis, line) => {
                        self.find(Finding::about(Code::BasisNotOfLine, at));
                    }
                    Some(Basis::Metered(_)) if !wanted.contains(index) => {
                        self.find(Finding::about(Code::StatesOutsidePeriod, at));
                    }
                    Some(_) => {}
                }
            }
            if wanted.difference(&named).next().is_some() {
                self.find(Finding::about(Code::BasisMissing, at));
            }
        }
        Ok(Some(first.bases.clone()))
    }

    /// What was measured at a line's supply point in its period.
    pub(super) fn in_period(
        &self,
        line: &Line,
        registers: &[RegisterCode],
    ) -> Result<Vec<u16>, Error> {
        let before = day_before(line.period.from)?;
        let within = metered(self.breakdown).filter(|(_, metered)| {
            line.supply_point.as_ref().is_none_or(|point| *point == metered.supply_point)
                && takes(registers, &metered.register)
                && before <= metered.from.on
                && (line.period.from..=line.period.to).contains(&metered.to.on)
        });
        Ok(within.map(|(place, _)| place).collect())
    }
}

pub(super) fn of_registers(basis: &Basis, registers: &[RegisterCode]) -> bool {
    matches!(basis, Basis::Metered(metered) if takes(registers, &metered.register))
}

/// Whether a basis is of a line's supply point.
fn of_point(basis: &Basis, line: &Line) -> bool {
    let point = match basis {
        Basis::Metered(metered) => &metered.supply_point,
        Basis::Rainwater(rain) => &rain.supply_point,
    };
    line.supply_point.as_ref().is_none_or(|line| line == point)
}
