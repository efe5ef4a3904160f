//! Rainwater that drains: Q [m³ a year] = Σ (area · coefficient) · rainfall
//! (CZ: decree 428/2001, § 31 and annex 16, to law 274/2001, § 20(6)).

use jiff::civil::{Date, date};
use portal_contracts::rainwater::{Surface, SurfaceClass};
use rust_decimal::Decimal;

use crate::{
    Error,
    number::{product, quotient, round, sum},
};

/// From this day on the decree knows six classes; before, it knew three.
const SIX_CLASSES: Date = date(2022, 7, 1);

/// What share of the rain drains from a class on a day; `None`: the decree
/// didn't know the class then.
pub fn coefficient(class: SurfaceClass, on: Date) -> Option<Decimal> {
    let six = on >= SIX_CLASSES;
    let hundredths = match class {
        SurfaceClass::Impermeable => 90,
        SurfaceClass::Permeable => 40,
        SurfaceClass::Vegetation => 5,
        SurfaceClass::GreenRoofThin if six => 60,
        SurfaceClass::GreenRoofMedium if six => 30,
        SurfaceClass::GreenRoofThick if six => 10,
        SurfaceClass::GreenRoofThin
        | SurfaceClass::GreenRoofMedium
        | SurfaceClass::GreenRoofThick => return None,
    };
    Some(Decimal::new(hundredths, 2))
}

/// A surface with the coefficient of its class on a day.
pub fn surface(class: SurfaceClass, area: Decimal, on: Date) -> Option<Surface> {
    Some(Surface { class, name: None, area, coefficient: coefficient(class, on)? })
}

/// Σ area × coefficient, in m².
pub fn reduced_area(surfaces: &[Surface]) -> Result<Decimal, Error> {
    let parts: Result<Vec<_>, _> =
        surfaces.iter().map(|each| product(&[each.area, each.coefficient])).collect();
    sum(parts?)
}

/// m³ in so many months of the year, rounded half away from zero; `rainfall` is
/// in metres a year.
pub fn quantity(
    surfaces: &[Surface],
    rainfall: Decimal,
    months: Decimal,
    decimals: u8,
) -> Result<Decimal, Error> {
    let yearly = product(&[reduced_area(surfaces)?, rainfall])?;
    Ok(round(quotient(product(&[yearly, months])?, Decimal::from(12))?, decimals))
}

/// m³ a year, to two decimals, as [`RainwaterDeclaration::yearly_quantity`] says
/// it.
///
/// [`RainwaterDeclaration::yearly_quantity`]: portal_contracts::rainwater::RainwaterDeclaration::yearly_quantity
pub fn yearly_quantity(surfaces: &[Surface], rainfall: Decimal) -> Result<Decimal, Error> {
    quantity(surfaces, rainfall, Decimal::from(12), 2)
}
