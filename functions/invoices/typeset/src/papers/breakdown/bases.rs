//! What quantities are founded on: states of meters, surfaces and rain.

use anyhow::Result;
use portal_contracts::{
    breakdown::{Basis, Breakdown, Metered, Rain, State},
    rainwater::SurfaceClass,
    update::ReadingKind,
};
use portal_domain::SupplyPointId;
use rust_decimal::Decimal;

use super::super::Desk;
use crate::{
    format::{self, NO_BREAK_SPACE},
    sheet::{Cell, Column, Row, Section, Table},
};

pub(super) fn sections(
    desk: Desk<'_>,
    breakdown: &Breakdown,
    several: bool,
) -> Result<Vec<Section>> {
    let mut metered = Vec::new();
    let mut sections = Vec::new();
    for basis in &breakdown.bases {
        match basis {
            Basis::Metered(basis) => metered.push(basis),
            Basis::Rainwater(rain) => sections.push(Section::Table(rainwater(desk, rain)?)),
        }
    }
    if !metered.is_empty() {
        sections.insert(0, Section::Table(consumption(desk, &metered, several)?));
    }
    Ok(sections)
}

fn consumption(desk: Desk<'_>, metered: &[&Metered], several: bool) -> Result<Table> {
    let columns = vec![
        Column::wide(desk.say("column-meter")?),
        Column::number(desk.say("column-from")?),
        Column::number(desk.say("column-to")?),
        Column::number(desk.say("column-measured")?),
        Column::number(desk.say("column-billed")?),
    ];
    let mut rows = Vec::new();
    let mut point: Option<&SupplyPointId> = None;
    for basis in metered {
        if several && point != Some(&basis.supply_point) {
            point = Some(&basis.supply_point);
            let named = [("point", basis.supply_point.as_str())];
            rows.push(Row::heading(desk.words.with("supply-point", &named)?));
        }
        rows.push(row(desk, basis)?);
    }
    Ok(Table { title: desk.say("consumption")?, note: None, columns, rows })
}

fn row(desk: Desk<'_>, basis: &Metered) -> Result<Row> {
    let number = |number| format::number(desk.language(), number);
    let in_unit = |quantity: Decimal, key: &str| -> Result<String> {
        Ok(format!("{}{NO_BREAK_SPACE}{}", number(quantity), desk.say(key)?))
    };
    let mut below = Vec::new();
    if basis.multiplier != Decimal::ONE {
        let multiplier = number(basis.multiplier);
        below.push(desk.words.with("multiplier", &[("number", &multiplier)])?);
    }
    if let Some(conversion) = &basis.conversion {
        let coefficient = number(conversion.coefficient);
        let calorific = number(conversion.calorific_value);
        let values = [("coefficient", coefficient.as_str()), ("calorific", calorific.as_str())];
        below.push(desk.words.with("conversion", &values)?);
    }
    let meter = Cell::from(format!("{} {}", basis.serial, basis.register));
    Ok(Row::of([
        meter.below(below.join(", ")),
        state(desk, &basis.from)?,
        state(desk, &basis.to)?,
        in_unit(basis.measured, format::meter_unit(basis.unit))?.into(),
        in_unit(basis.quantity, format::unit(basis.quantity_unit))?.into(),
    ]))
}

fn state(desk: Desk<'_>, state: &State) -> Result<Cell> {
    let kind = desk.say(match state.kind {
        ReadingKind::Actual => "reading-actual",
        ReadingKind::Customer => "reading-customer",
        ReadingKind::Estimated => "reading-estimated",
        ReadingKind::Initial => "reading-initial",
        ReadingKind::Final => "reading-final",
    })?;
    let value = format::number(desk.language(), state.value);
    Ok(Cell::from(value).below(format!("{}, {kind}", desk.day(state.on))))
}

fn rainwater(desk: Desk<'_>, rain: &Rain) -> Result<Table> {
    let number = |number| format::number(desk.language(), number);
    let columns = vec![
        Column::wide(desk.say("column-surface")?),
        Column::number(desk.say("column-area")?),
        Column::number(desk.say("column-coefficient")?),
        Column::number(desk.say("column-reduced")?),
    ];
    let mut rows = Vec::new();
    for surface in &rain.surfaces {
        let class = desk.say(match surface.class {
            SurfaceClass::Impermeable => "surface-impermeable",
            SurfaceClass::Permeable => "surface-permeable",
            SurfaceClass::GreenRoofThin => "surface-green-roof-thin",
            SurfaceClass::GreenRoofMedium => "surface-green-roof-medium",
            SurfaceClass::GreenRoofThick => "surface-green-roof-thick",
            SurfaceClass::Vegetation => "surface-vegetation",
        })?;
        let name = match &surface.name {
            Some(name) => Cell::from(name.clone()).below(class),
            None => class.into(),
        };
        let area = |area| format!("{}{NO_BREAK_SPACE}m²", number(area));
        let reduced = surface.area * surface.coefficient;
        rows.push(Row::of([
            name,
            area(surface.area).into(),
            number(surface.coefficient).into(),
            area(reduced).into(),
        ]));
    }
    let (rainfall, months) = (number(rain.rainfall), number(rain.months));
    let quantity = number(rain.quantity);
    let values = [("rainfall", &rainfall), ("months", &months), ("quantity", &quantity)];
    let values = values.map(|(name, value)| (name, value.as_str()));
    let note = Some(desk.words.with("rainwater-note", &values)?);
    Ok(Table { title: desk.say("rainwater")?, note, columns, rows })
}
