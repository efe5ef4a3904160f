//! Polish price lists: water and sewage with prices that include VAT,
//! electricity by zones, gas in kilowatt-hours, heat in gigajoules.

use anyhow::Result;
use portal_contracts::{
    breakdown::BillingUnit,
    invoice::VatMethod,
    price_list::{Component, MonthRule, Per, PriceList},
};
use portal_domain::{Country, Medium};

use super::write::{Year, list, per};

pub(super) fn lists(year: i16) -> Result<Vec<PriceList>> {
    let year = |vat| Year { year, country: Country::Pl, vat };
    let mut all = water(year(8))?;
    all.extend(electricity(year(23))?);
    all.extend(gas(year(23))?);
    all.extend(heat(year(23))?);
    Ok(all)
}

fn month(year: Year, price: i64) -> Component {
    let names = ["Stálý měsíční plat", "Opłata abonamentowa", "Monthly fee"];
    year.price("month", names, Per::Month, (price, 2))
}

fn water(year: Year) -> Result<Vec<PriceList>> {
    let components = |supplied, drained, fee| -> Result<Vec<Component>> {
        let m3 = || per(BillingUnit::M3, &[]);
        Ok(vec![
            year.price("water", ["Vodné", "Woda", "Water"], m3()?, (supplied, 2)),
            year.price("sewage", ["Stočné", "Ścieki", "Sewage"], m3()?, (drained, 2)),
            month(year, fee),
        ])
    };
    let list = |code, product, names, components| -> Result<PriceList> {
        let list = list(year, Medium::Water, code, product, names, components)?;
        Ok(PriceList { vat_method: VatMethod::FromGross, ..list })
    };
    Ok(vec![
        list(
            "woda",
            "Woda i ścieki",
            ["Vodné a stočné", "Woda i ścieki", "Water and sewage"],
            components(486, 693, 551)?,
        )?,
        list(
            "woda-oszczedna",
            "Woda i ścieki oszczędna",
            ["Vodné a stočné úsporné", "Woda i ścieki oszczędna", "Water for small use"],
            components(531, 742, 198)?,
        )?,
    ])
}

fn electricity(year: Year) -> Result<Vec<PriceList>> {
    let zone =
        |code: &str, at: &str, registers: &[&str], energy, network| -> Result<[Component; 2]> {
            let kwh = || per(BillingUnit::Kwh, registers);
            let name = |what: &str| format!("{what}{at}");
            Ok([
                year.price(
                    &format!("energy{code}"),
                    [&name("Silová elektřina"), &name("Energia czynna"), &name("Energy")],
                    kwh()?,
                    (energy, 4),
                ),
                year.price(
                    &format!("network{code}"),
                    [&name("Síť, proměnná"), &name("Opłata sieciowa zmienna"), &name("Network")],
                    kwh()?,
                    (network, 4),
                ),
            ])
        };
    let always = |network_fee, capacity_fee| -> Result<Vec<Component>> {
        let kwh = || per(BillingUnit::Kwh, &[]);
        Ok(vec![
            year.price("quality", ["Jakost", "Opłata jakościowa", "Quality"], kwh()?, (213, 4)),
            year.price("oze", ["OZE", "Opłata OZE", "Renewable sources"], kwh()?, (32, 4)),
            year.price(
                "cogeneration",
                ["Kogenerace", "Opłata kogeneracyjna", "Cogeneration"],
                kwh()?,
                (41, 4),
            ),
            year.price(
                "network_fixed",
                ["Síť, stálá", "Opłata sieciowa stała", "Network, fixed"],
                Per::Month,
                (network_fee, 2),
            ),
            year.price(
                "capacity",
                ["Kapacitní platba", "Opłata mocowa", "Capacity fee"],
                Per::Month,
                (capacity_fee, 2),
            ),
            month(year, 362),
        ])
    };
    let single = |energy, network, fixed| -> Result<Vec<Component>> {
        Ok(zone("", "", &[], energy, network)?.into_iter().chain(always(fixed, 871)?).collect())
    };
    let double = |high: (i64, i64), low: (i64, i64), fixed| -> Result<Vec<Component>> {
        let day = zone("_day", " dzienna", &["VT"], high.0, high.1)?;
        let night = zone("_night", " nocna", &["NT"], low.0, low.1)?;
        Ok(day.into_iter().chain(night).chain(always(fixed, 871)?).collect())
    };
    let list = |code, product, names, components| {
        list(year, Medium::Electricity, code, product, names, components)
    };
    Ok(vec![
        list(
            "g11",
            "G11",
            ["Jednotarif", "Jednostrefowa", "Single rate"],
            single(4_631, 2_218, 587)?,
        )?,
        list(
            "g12",
            "G12",
            ["Dvoutarif", "Dwustrefowa", "Two rates"],
            double((5_120, 2_440), (3_297, 861), 918)?,
        )?,
        list(
            "g12w",
            "G12w",
            ["Dvoutarif s víkendem", "Dwustrefowa weekendowa", "Two rates with weekends"],
            double((5_486, 2_571), (3_411, 790), 984)?,
        )?,
        list(
            "c11",
            "C11",
            ["Podnikatelský jednotarif", "Firmowa jednostrefowa", "Business single rate"],
            single(5_215, 2_643, 1_240)?,
        )?,
    ])
}

fn gas(year: Year) -> Result<Vec<PriceList>> {
    let components = |energy, network, fee| -> Result<Vec<Component>> {
        let kwh = || per(BillingUnit::Kwh, &[]);
        Ok(vec![
            year.price("energy", ["Plyn", "Paliwo gazowe", "Gas"], kwh()?, (energy, 5)),
            year.price(
                "network",
                ["Distribuce", "Opłata dystrybucyjna zmienna", "Distribution"],
                kwh()?,
                (network, 5),
            ),
            month(year, fee),
        ])
    };
    Ok(vec![
        list(
            year,
            Medium::Gas,
            "w-3.6",
            "W-3.6",
            ["Vytápění", "Ogrzewanie", "Heating"],
            components(18_920, 5_164, 3_540)?,
        )?,
        list(
            year,
            Medium::Gas,
            "w-2.1",
            "W-2.1",
            ["Vaření a ohřev", "Gotowanie i podgrzewanie", "Cooking and hot water"],
            components(19_480, 6_972, 1_280)?,
        )?,
    ])
}

fn heat(year: Year) -> Result<Vec<PriceList>> {
    let components = |heat, transport, fee| -> Result<Vec<Component>> {
        let gj = || per(BillingUnit::Gj, &[]);
        Ok(vec![
            year.price("heat", ["Teplo", "Ciepło", "Heat"], gj()?, (heat, 2)),
            year.price("transport", ["Přeprava", "Przesył", "Transport"], gj()?, (transport, 2)),
            month(year, fee),
        ])
    };
    let list = |code, product, names, components| -> Result<PriceList> {
        let list = list(year, Medium::Heat, code, product, names, components)?;
        Ok(PriceList { months: MonthRule::YearOf365, ..list })
    };
    Ok(vec![
        list(
            "cieplo",
            "Ciepło sieciowe",
            ["Dálkové teplo", "Ciepło sieciowe", "District heat"],
            components(5_820, 2_110, 1_450)?,
        )?,
        list(
            "cieplo-stale",
            "Ciepło sieciowe stałe",
            ["Dálkové teplo se stálou složkou", "Ciepło z opłatą stałą", "Heat with a fixed part"],
            components(4_310, 1_730, 8_900)?,
        )?,
    ])
}
