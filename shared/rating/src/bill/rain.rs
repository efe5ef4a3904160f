//! Rainwater in a part of a period.

use jiff::civil::Date;
use portal_contracts::{
    breakdown::Rain,
    invoice::Period,
    price_list::{Component, MonthRule},
    rainwater::RainwaterDeclaration,
};

use super::Supply;
use crate::{
    Error,
    months::{day_before, months},
    number::round,
    rainwater::quantity,
};

/// Months of a year that a quantity of rainwater is for are said so precisely.
pub(crate) const MONTHS_DECIMALS: u8 = 4;

/// What drains under each declaration that is valid in the part.
pub(super) fn in_part(
    supply: &Supply<'_>,
    part: Period,
    rule: MonthRule,
    component: &Component,
) -> Result<Vec<(Period, Rain)>, Error> {
    let mut declarations: Vec<&RainwaterDeclaration> = supply
        .rainwater
        .iter()
        .filter(|declaration| declaration.supply_point == supply.supply_point)
        .collect();
    declarations.sort_by_key(|declaration| declaration.valid_from);
    let mut found = vec![];
    for (place, declaration) in declarations.iter().enumerate() {
        let next = declarations.get(place + 1).map(|next| next.valid_from);
        let period = Period {
            from: declaration.valid_from.max(part.from),
            to: last_day(declaration, next)?.unwrap_or(part.to).min(part.to),
        };
        if period.to < period.from || declaration.exempt {
            continue;
        }
        let months = round(months(period, rule)?, MONTHS_DECIMALS);
        let decimals = component.quantity_decimals;
        let surfaces = declaration.surfaces.clone();
        let rainfall = declaration.rainfall;
        let rain = Rain {
            supply_point: supply.supply_point.clone(),
            quantity: quantity(&surfaces, rainfall, months, decimals)?,
            surfaces,
            rainfall,
            months,
            quantity_decimals: decimals,
        };
        found.push((period, rain));
    }
    Ok(found)
}

fn last_day(declaration: &RainwaterDeclaration, next: Option<Date>) -> Result<Option<Date>, Error> {
    let before = next.map(day_before).transpose()?;
    Ok(match (declaration.valid_to, before) {
        (Some(to), Some(before)) => Some(to.min(before)),
        (to, before) => to.or(before),
    })
}
