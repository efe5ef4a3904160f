//! Lines: quantity, price, amount.

use portal_contracts::{
    breakdown::{Basis, BillingUnit, LineKind},
    price_list::{Component, PriceList},
};
use portal_domain::Money;
use rust_decimal::Decimal;

use super::{
    Code, Finding, Place, Value, Work,
    groups::{Group, groups},
};
use crate::{
    Error,
    number::{amount, difference, in_unit, round, sum},
};

impl<'a> Work<'a> {
    /// Every line; what each should come to, from what its bases should be.
    pub(super) fn lines(&mut self, right_bases: &[Decimal]) -> Result<Vec<Money>, Error> {
        let breakdown = self.breakdown;
        let mut right = vec![];
        for (place, line) in (0..=u16::MAX).zip(&breakdown.lines) {
            let computed = amount(line.quantity, line.unit_price, self.currency)?;
            if computed.minor != line.amount.minor {
                let finding = Finding::about(Code::AmountDiffers, Place::Line(place));
                self.find(finding.money(line.amount, computed));
            }
            right.push(computed);
        }
        if right.len() < breakdown.lines.len() {
            return Err(Error::TooLarge);
        }
        for group in groups(breakdown).into_values() {
            let Some(sum) = self.group(&group, right_bases)? else { continue };
            // The lines of a group are of one rate, so the first may stand for all.
            for (rank, (place, _)) in group.iter().enumerate() {
                if let Some(right) = right.get_mut(usize::from(*place)) {
                    *right = if rank == 0 { sum } else { Money { minor: 0, ..sum } };
                }
            }
        }
        self.overlaps();
        self.one_capacity();
        Ok(right)
    }

    /// The lines of one component in one period; what they should come to, if
    /// that can be computed.
    fn group(
        &mut self,
        group: &Group<'a>,
        right_bases: &[Decimal],
    ) -> Result<Option<Money>, Error> {
        let Some((_, first)) = group.first() else { return Ok(None) };
        let Some(price) = &first.price else {
            self.each(group, Code::NoPriceList);
            return self.sum_of_bases(group).map(|()| None);
        };
        let Some(list) = self.price_lists.iter().find(|list| list.id == price.price_list) else {
            self.each(group, Code::PriceListUnknown);
            return self.sum_of_bases(group).map(|()| None);
        };
        let Some(component) = component(list, &price.component) else {
            self.each(group, Code::ComponentUnknown);
            return self.sum_of_bases(group).map(|()| None);
        };
        for (place, line) in group {
            self.of_list(*place, line, list, component)?;
        }
        self.priced(group, list, component, right_bases)
    }

    pub(super) fn each(&mut self, group: &Group<'_>, code: Code) {
        for (place, _) in group {
            self.find(Finding::about(code, Place::Line(*place)));
        }
    }

    /// Without a price list there's only the sum of the bases to compare.
    fn sum_of_bases(&mut self, group: &Group<'a>) -> Result<(), Error> {
        let Some((place, first)) = group.first() else { return Ok(()) };
        if matches!(first.kind, LineKind::Fixed | LineKind::Other) {
            return Ok(());
        }
        if first.bases.is_empty() {
            self.each(group, Code::NoBases);
            return Ok(());
        }
        let mut parts = vec![];
        for index in &first.bases {
            let Some(basis) = self.breakdown.bases.get(usize::from(*index)) else {
                self.find(Finding::about(Code::BasisUnknown, Place::Line(*place)));
                return Ok(());
            };
            let Some(part) = in_unit(said(basis), unit_of(basis), first.unit) else {
                let units = [first.unit, unit_of(basis)].map(unit_text);
                let [line, basis] = units;
                let finding = Finding::about(Code::UnitDiffers, Place::Line(*place));
                self.find(finding.values(line, basis));
                return Ok(());
            };
            parts.push(part);
        }
        let counted = sum(group.iter().map(|(_, line)| line.quantity))?;
        let scale = u8::try_from(counted.scale()).unwrap_or(u8::MAX);
        let computed = round(sum(parts)?, scale);
        if counted.abs() != computed.abs() || (counted != computed && !self.gives_back()) {
            let more = amount(difference(counted, computed)?, first.unit_price, self.currency)?;
            let finding = Finding::about(Code::QuantityDiffers, Place::Line(*place))
                .numbers(counted, computed);
            self.find(Finding { difference: Some(more), ..finding });
        }
        Ok(())
    }
}

pub(super) fn component<'a>(list: &'a PriceList, code: &str) -> Option<&'a Component> {
    list.components.iter().find(|component| component.code == code)
}

/// What a basis says is billed.
pub(super) fn said(basis: &Basis) -> Decimal {
    match basis {
        Basis::Metered(metered) => metered.quantity,
        Basis::Rainwater(rain) => rain.quantity,
    }
}

pub(super) fn unit_of(basis: &Basis) -> BillingUnit {
    match basis {
        Basis::Metered(metered) => metered.quantity_unit,
        Basis::Rainwater(_) => BillingUnit::M3,
    }
}

/// A unit as it is written in JSON.
pub(super) fn unit_text(unit: BillingUnit) -> Value {
    let text = match unit {
        BillingUnit::M3 => "m3",
        BillingUnit::Kwh => "kwh",
        BillingUnit::Mwh => "mwh",
        BillingUnit::Gj => "gj",
        BillingUnit::Month => "month",
        BillingUnit::Year => "year",
        BillingUnit::Day => "day",
        BillingUnit::AmpereMonth => "ampere_month",
        BillingUnit::KwMonth => "kw_month",
        BillingUnit::M2 => "m2",
        BillingUnit::Piece => "piece",
    };
    Value::Text(text.to_owned())
}
