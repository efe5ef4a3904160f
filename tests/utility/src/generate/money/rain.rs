//! What a customer declared that rainwater drains from: with the coefficients
//! of their day, so that from July 2022 on there is another declaration.

use anyhow::Result;
use jiff::civil::{Date, date};
use portal_contracts::{
    price_list::Per,
    rainwater::{RainwaterDeclaration, SurfaceClass},
};
use portal_domain::{Country, Currency, Medium, Money};
use portal_rating::{number::round, rainwater};
use rust_decimal::Decimal;

use super::{
    super::{Account, dice::Dice},
    Office,
};

/// From this day on the decree has six classes.
const SIX_CLASSES: Date = date(2022, 7, 1);
/// Since when surfaces were declared at the latest.
const DECLARED: Date = date(2021, 7, 1);

/// The declarations of the first point with water in CZ.
pub(super) fn declarations(
    office: &Office,
    account: &Account,
) -> Result<Vec<RainwaterDeclaration>> {
    let mut points = account.supply_points.iter();
    let drains = |point: &&portal_contracts::update::SupplyPoint| {
        point.medium == Medium::Water && point.address.country == Country::Cz
    };
    let Some(point) = points.find(drains) else { return Ok(vec![]) };
    let mut dice = Dice::of(office.seed, &format!("{}/rain", point.id));
    let roof = Decimal::from(dice.between(180, 1_400));
    let yard = Decimal::from(dice.between(60, 900));
    let lawn = Decimal::from(dice.between(50, 600));
    let green = Decimal::from(dice.between(20, 150));
    let rainfall = Decimal::new(dice.between(540, 720), 3);

    let before = [
        (SurfaceClass::Impermeable, "Střecha", roof),
        (SurfaceClass::Permeable, "Parkoviště", yard),
        (SurfaceClass::Vegetation, "Trávník", lawn),
    ];
    let after = [
        (SurfaceClass::Impermeable, "Střecha", roof - green),
        (SurfaceClass::GreenRoofThin, "Zelená střecha přístavku", green),
        (SurfaceClass::Permeable, "Parkoviště", yard),
        (SurfaceClass::Vegetation, "Trávník", lawn),
    ];
    let declared = point.contract.valid_from.min(DECLARED);
    let mut all = Vec::new();
    for (valid_from, surfaces) in [(declared, &before[..]), (SIX_CLASSES, &after[..])] {
        let named = |(class, name, area): &(SurfaceClass, &str, Decimal)| {
            let mut surface = rainwater::surface(*class, *area, valid_from)?;
            surface.name = Some((*name).into());
            Some(surface)
        };
        let surfaces: Vec<_> = surfaces.iter().filter_map(named).collect();
        let yearly_quantity = rainwater::yearly_quantity(&surfaces, rainfall)?;
        all.push(RainwaterDeclaration {
            supply_point: point.id.clone(),
            valid_from,
            valid_to: None,
            surfaces,
            rainfall,
            yearly_quantity,
            yearly_amount: yearly_amount(
                office,
                &point.contract.product,
                valid_from,
                yearly_quantity,
            )?,
            exempt: false,
        });
    }
    if let [first, second] = all.as_mut_slice() {
        first.valid_to = second.valid_from.yesterday().ok();
    }
    Ok(all)
}

/// What a year of it costs, VAT included, at the price of the day or of the
/// next day that there is one.
fn yearly_amount(
    office: &Office,
    product: &str,
    on: Date,
    quantity: Decimal,
) -> Result<Option<Money>> {
    let lists = office.prices.of(product)?;
    let list = lists.iter().rfind(|list| list.valid_from <= on).or(lists.first());
    let Some(list) = list else { return Ok(None) };
    let component = list.components.iter().find(|component| component.per == Per::Rainwater);
    let Some(component) = component else { return Ok(None) };
    let net = round(quantity, component.quantity_decimals) * component.price;
    let gross = net * (Decimal::ONE_HUNDRED + component.vat.percent) / Decimal::ONE_HUNDRED;
    Ok(Money::from_decimal(round(gross, 2), Currency::Czk))
}
