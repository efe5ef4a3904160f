//! Lines beside their price lists: valid then, of this capacity, of this rate.

use portal_contracts::{
    breakdown::Line,
    invoice::{Period, VatRate},
    price_list::{Component, PriceList},
};
use portal_domain::SupplyPointId;

use super::{Code, Finding, Place, Value, Work, groups::groups, lines::component};
use crate::{Error, capacity, lists, number::amount};

impl Work<'_> {
    /// Whether a line's price list and component are for it.
    pub(super) fn of_list(
        &mut self,
        place: u16,
        line: &Line,
        list: &PriceList,
        component: &Component,
    ) -> Result<(), Error> {
        let at = Place::Line(place);
        let text = |text: &str| Value::Text(text.to_owned());
        let product = lists::of_product(self.price_lists, list);
        if !lists::is_valid(list, line.period, &product) {
            let right = product.iter().find(|other| lists::is_valid(other, line.period, &product));
            let mut finding = Finding::about(Code::PriceListNotValid, at);
            finding.said = Some(text(list.id.as_str()));
            finding.computed = right.map(|list| text(list.id.as_str()));
            let component = right.and_then(|right| super::lines::component(right, &component.code));
            if let Some(component) = component.filter(|component| component.tiers.is_empty()) {
                let right = amount(line.quantity, component.price, self.currency)?;
                finding.difference = line.amount.checked_sub(right);
            }
            self.find(finding);
        }
        if list.currency != self.currency {
            self.find(Finding::about(Code::CurrencyDiffers, at));
        }
        if list.vat_method != self.breakdown.vat_method {
            self.find(Finding::about(Code::VatMethodDiffers, at));
        }
        if line.vat != component.vat {
            let finding = Finding::about(Code::VatRateDiffers, at);
            self.find(finding.numbers(line.vat.percent, component.vat.percent));
        }
        match (&component.capacity, &line.capacity) {
            (Some(_), None) => self.find(Finding::about(Code::CapacityUnknown, at)),
            (Some(priced), Some(said)) if !capacity::same(priced, said) => {
                let finding = Finding::about(Code::CapacityDiffers, at);
                self.find(finding.values(text(said), text(priced)));
            }
            _ => {}
        }
        Ok(())
    }

    /// The rate that a line's price list says; else its own.
    pub(super) fn rate(&self, line: &Line) -> VatRate {
        let named = line.price.as_ref().and_then(|price| {
            let list = self.price_lists.iter().find(|list| list.id == price.price_list)?;
            component(list, &price.component)
        });
        named.map_or(line.vat, |component| component.vat)
    }

    /// Lines of one component of a product that share days.
    pub(super) fn overlaps(&mut self) {
        let mut lines: Vec<_> = groups(self.breakdown)
            .into_iter()
            .filter_map(|(key, group)| {
                let (code, id) = key.price.ok()?;
                let list = self.price_lists.iter().find(|list| list.id == *id);
                let product = list.map_or(id.as_str(), |list| list.product.as_str());
                let (place, line) = *group.first()?;
                let point = key.supply_point?;
                Some(((point, code, product), line.period, place))
            })
            .collect();
        lines.sort_by_key(|(what, period, place)| (*what, period.from, *place));
        for pair in lines.windows(2) {
            let [(what, before, _), (other, after, place)] = pair else { continue };
            if what == other && after.from <= before.to {
                let dates = (Value::Date(after.from), Value::Date(before.to));
                let finding = Finding::about(Code::PeriodOverlap, Place::Line(*place));
                self.findings.push(finding.values(dates.0, dates.1));
            }
        }
    }

    /// A supply point has one reserved capacity at a time.
    pub(super) fn one_capacity(&mut self) {
        let mut known: Vec<(&SupplyPointId, Period, &str)> = vec![];
        for (place, line) in (0..=u16::MAX).zip(&self.breakdown.lines) {
            let (Some(point), Some(said)) = (&line.supply_point, &line.capacity) else {
                continue;
            };
            let before =
                known.iter().find(|(other, period, _)| *other == point && *period == line.period);
            match before {
                None => known.push((point, line.period, said)),
                Some((_, _, before)) if !capacity::same(before, said) => {
                    let text = |text: &str| Value::Text(text.to_owned());
                    let finding = Finding::about(Code::CapacityDiffers, Place::Line(place));
                    self.findings.push(finding.values(text(said), text(before)));
                }
                Some(_) => {}
            }
        }
    }
}
