//! Which surfaces a customer declares that rainwater drains from.

use jiff::{ToSpan, civil::Date};
use portal_contracts::{
    change::RainwaterChange,
    rainwater::{RainwaterDeclaration, Surface, SurfaceClass},
};
use portal_rating::rainwater::{surface, yearly_quantity};
use rust_decimal::Decimal;

use super::{Fit, Refusal, Unusual, found};

/// A wish reaches so many days ahead.
const DAYS_AHEAD: i64 = 366;

/// How many surfaces a declaration has at most.
const MOST_SURFACES: usize = 50;

/// The largest surface: a square kilometre.
const LARGEST: Decimal = Decimal::from_parts(1_000_000, 0, 0, false, 0);

/// Decimals of an area in m².
const AREA_DECIMALS: u32 = 2;

/// The longest name of a surface, in characters.
const LONGEST_NAME: usize = 100;

/// What the form says of one surface.
#[derive(Clone, Debug)]
pub(crate) struct DrainWish {
    pub(crate) class: SurfaceClass,
    pub(crate) name: Option<String>,
    /// m².
    pub(crate) area: Decimal,
}

/// What the form says. The coefficients follow from the classes and the day.
#[derive(Clone, Debug)]
pub(crate) struct RainwaterWish {
    pub(crate) surfaces: Vec<DrainWish>,
    /// The day from which on it is so.
    pub(crate) from: Date,
}

/// The declaration that holds on `today`; `declarations` are the latest first,
/// each with what it is known by.
pub(crate) fn declared_on<T>(
    declarations: Vec<(RainwaterDeclaration, T)>,
    today: Date,
) -> Option<(RainwaterDeclaration, T)> {
    let latest = declarations.into_iter().find(|(declared, _)| declared.valid_from <= today)?;
    let ended = latest.0.valid_to.is_some_and(|to| to < today);
    (!ended).then_some(latest)
}

/// `declared`: the declaration that holds now.
pub(crate) fn new_surfaces(
    declared: Option<&RainwaterDeclaration>,
    wish: &RainwaterWish,
    today: Date,
) -> Result<Fit<RainwaterChange>, Refusal> {
    let declared = declared.filter(|declared| !declared.exempt);
    let declared = declared.ok_or(Refusal::RainwaterNotCharged)?;
    if wish.from <= today || wish.from > today.saturating_add(DAYS_AHEAD.days()) {
        return Err(Refusal::DayOutOfRange);
    }
    if wish.surfaces.len() > MOST_SURFACES {
        return Err(Refusal::SurfacesTooMany);
    }
    let after = wish.surfaces.iter().map(|wish_of| drain(wish_of, wish.from));
    let after = after.collect::<Result<Vec<_>, _>>()?;
    if after == declared.surfaces {
        return Err(Refusal::SurfacesUnchanged);
    }
    let quantity = yearly_quantity(&after, declared.rainfall);
    let quantity = quantity.map_err(|_| Refusal::AreaInvalid)?;
    let less = quantity * Decimal::TWO < declared.yearly_quantity;
    let change = RainwaterChange {
        supply_point: declared.supply_point.clone(),
        before: declared.surfaces.clone(),
        after,
        from: wish.from,
        yearly_quantity: quantity,
    };
    Ok(Fit { change, unusual: found([(less, Unusual::DrainsMuchLess)]) })
}

fn drain(wish: &DrainWish, on: Date) -> Result<Surface, Refusal> {
    let area = wish.area.normalize();
    let positive = area > Decimal::ZERO && area <= LARGEST;
    if !positive || area.scale() > AREA_DECIMALS {
        return Err(Refusal::AreaInvalid);
    }
    let name = wish.name.as_deref().map(str::trim).filter(|name| !name.is_empty());
    let plain =
        |name: &str| name.chars().count() <= LONGEST_NAME && !name.chars().any(char::is_control);
    if !name.is_none_or(plain) {
        return Err(Refusal::SurfaceNameInvalid);
    }
    let surface = surface(wish.class, area, on).ok_or(Refusal::ClassUnknown)?;
    Ok(Surface { name: name.map(str::to_owned), ..surface })
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    const TODAY: Date = date(2026, 3, 31);
    const MAY: Date = date(2026, 5, 1);

    fn dec(text: &str) -> Decimal {
        text.parse().unwrap()
    }

    fn of(class: SurfaceClass, area: &str) -> DrainWish {
        DrainWish { class, name: None, area: dec(area) }
    }

    /// The town of Svitavy's example: 800 m² built up, 300 m² of grass.
    fn declared() -> RainwaterDeclaration {
        let part = |class, area| surface(class, dec(area), TODAY).unwrap();
        RainwaterDeclaration {
            supply_point: "P-7".parse().unwrap(),
            valid_from: date(2025, 1, 1),
            valid_to: None,
            surfaces: vec![
                part(SurfaceClass::Impermeable, "800"),
                part(SurfaceClass::Vegetation, "300"),
            ],
            rainfall: dec("0.655"),
            yearly_quantity: dec("481.43"),
            yearly_amount: None,
            exempt: false,
        }
    }

    fn wish(surfaces: Vec<DrainWish>, from: Date) -> Result<Fit<RainwaterChange>, Refusal> {
        new_surfaces(Some(&declared()), &RainwaterWish { surfaces, from }, TODAY)
    }

    #[test]
    fn the_latest_declaration_holds_until_its_end() {
        let from = |year, valid_to| {
            let valid_from = date(year, 1, 1);
            (RainwaterDeclaration { valid_from, valid_to, ..declared() }, year)
        };
        let all = || vec![from(2027, None), from(2025, None), from(2020, None)];
        assert_eq!(declared_on(all(), TODAY).map(|(_, year)| year), Some(2025));
        assert_eq!(declared_on(all(), date(2019, 1, 1)).map(|(_, year)| year), None);
        let ended = vec![from(2025, Some(date(2026, 3, 30)))];
        assert_eq!(declared_on(ended, TODAY).map(|(_, year)| year), None);
    }

    #[test]
    fn a_green_roof_drains_less() {
        let surfaces = vec![
            of(SurfaceClass::Impermeable, "500"),
            of(SurfaceClass::GreenRoofMedium, "300.00"),
            of(SurfaceClass::Vegetation, "300"),
        ];
        let fit = wish(surfaces, MAY).unwrap();
        assert_eq!(fit.change.yearly_quantity, dec("363.53"));
        assert_eq!(fit.change.after[1].coefficient, dec("0.3"));
        assert_eq!(fit.change.after[1].area.to_string(), "300");
        assert_eq!(fit.unusual, []);
    }

    #[test]
    fn less_than_half_is_looked_at_twice_and_nothing_at_all_too() {
        let half = wish(vec![of(SurfaceClass::Impermeable, "400")], MAY).unwrap();
        assert_eq!(half.change.yearly_quantity, dec("235.8"));
        assert_eq!(half.unusual, [Unusual::DrainsMuchLess]);
        let nothing = wish(Vec::new(), MAY).unwrap();
        assert_eq!(nothing.change.yearly_quantity, Decimal::ZERO);
        assert_eq!(nothing.unusual, [Unusual::DrainsMuchLess]);
    }

    #[test]
    fn an_area_is_positive_exact_and_on_earth() {
        for area in ["0", "-1", "1000000.01", "1.234"] {
            let wished = wish(vec![of(SurfaceClass::Permeable, area)], MAY);
            assert_eq!(wished, Err(Refusal::AreaInvalid), "{area}");
        }
        for area in ["0.01", "1000000", "12.50000"] {
            assert!(wish(vec![of(SurfaceClass::Permeable, area)], MAY).is_ok(), "{area}");
        }
    }

    #[test]
    fn what_can_not_be_declared_is_refused() {
        let grass = || of(SurfaceClass::Vegetation, "1");
        assert_eq!(wish(vec![grass(); 51], MAY), Err(Refusal::SurfacesTooMany));
        let named = |name: String| DrainWish { name: Some(name), ..grass() };
        assert_eq!(wish(vec![named("x".repeat(101))], MAY), Err(Refusal::SurfaceNameInvalid));
        assert_eq!(wish(vec![named("a\nb".to_owned())], MAY), Err(Refusal::SurfaceNameInvalid));
        for day in [TODAY, date(2027, 4, 2)] {
            assert_eq!(wish(vec![grass()], day), Err(Refusal::DayOutOfRange));
        }
        let same = vec![of(SurfaceClass::Impermeable, "800"), of(SurfaceClass::Vegetation, "300")];
        assert_eq!(wish(same, MAY), Err(Refusal::SurfacesUnchanged));
        let free = RainwaterDeclaration { exempt: true, ..declared() };
        let wish = RainwaterWish { surfaces: vec![grass()], from: MAY };
        assert_eq!(new_surfaces(Some(&free), &wish, TODAY), Err(Refusal::RainwaterNotCharged));
        assert_eq!(new_surfaces(None, &wish, TODAY), Err(Refusal::RainwaterNotCharged));
    }
}
