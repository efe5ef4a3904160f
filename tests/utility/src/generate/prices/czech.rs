//! Czech price lists: water and sewage, electricity of the low voltage, gas in
//! kilowatt-hours, heat in gigajoules.

use anyhow::Result;
use portal_contracts::{
    breakdown::BillingUnit,
    price_list::{Component, MonthRule, Per, PriceList},
};
use portal_domain::{Country, Medium};
use rust_decimal::Decimal;

use super::write::{Year, list, per};

pub(super) fn lists(year: i16) -> Result<Vec<PriceList>> {
    // The lower rates were joined into one of 12 % in 2024.
    let lower = if year >= 2024 { 12 } else { 10 };
    let year = |vat| Year { year, country: Country::Cz, vat };
    let mut all = water(year(lower))?;
    all.extend(electricity(year(21))?);
    all.extend(gas(year(21))?);
    all.extend(heat(year(lower))?);
    Ok(all)
}

fn water(year: Year) -> Result<Vec<PriceList>> {
    let flow = |supplied, drained| -> Result<Vec<Component>> {
        let m3 = || per(BillingUnit::M3, &[]);
        Ok(vec![
            year.price("water", ["Vodné", "Woda", "Water"], m3()?, (supplied, 2)),
            year.price("sewage", ["Stočné", "Ścieki", "Sewage"], m3()?, (drained, 2)),
            year.price(
                "rainwater",
                ["Stočné za srážkové vody", "Wody opadowe", "Rainwater"],
                Per::Rainwater,
                (drained, 2),
            ),
        ])
    };
    let mut two_parts = flow(3_690, 3_340)?;
    for (capacity, price) in [("Q3 2.5 m3/h", 6_400), ("Q3 10 m3/h", 31_500)] {
        let names = ["Pevná složka", "Opłata stała", "Fixed charge"];
        let fixed = year.price("fixed", names, Per::Month, (price, 2));
        two_parts.push(Component { capacity: Some(capacity.into()), ..fixed });
    }
    let list = |code, product, names, components| -> Result<PriceList> {
        let list = list(year, Medium::Water, code, product, names, components)?;
        Ok(PriceList { whole_units: true, ..list })
    };
    Ok(vec![
        list(
            "voda",
            "Vodné a stočné",
            ["Vodné a stočné", "Woda i ścieki", "Water and sewage"],
            flow(4_236, 3_871)?,
        )?,
        list(
            "voda-dvouslozkova",
            "Vodné a stočné dvousložkové",
            ["Vodné a stočné dvousložkové", "Woda i ścieki, dwuskładnikowa", "Two-part water"],
            two_parts,
        )?,
    ])
}

/// What a tariff of electricity costs, in hundredths: a megawatt-hour of energy
/// and of distribution in the high and the low tariff, a month's fee, an
/// ampere.
struct Tariff {
    energy: [i64; 2],
    distribution: [i64; 2],
    month: i64,
    ampere: i64,
}

fn electricity(year: Year) -> Result<Vec<PriceList>> {
    let lists = [
        (
            "d01d",
            "D01d",
            ["Jednotarif, malá spotřeba", "Jednostrefowa, małe zużycie", "Single rate, small use"],
            false,
            Tariff { energy: [219_000, 0], distribution: [231_000, 0], month: 6_900, ampere: 110 },
        ),
        (
            "d02d",
            "D02d",
            ["Jednotarif", "Jednostrefowa", "Single rate"],
            false,
            Tariff { energy: [219_000, 0], distribution: [168_500, 0], month: 7_900, ampere: 290 },
        ),
        (
            "d25d",
            "D25d",
            ["Dvoutarif, ohřev vody", "Dwustrefowa, podgrzewanie wody", "Two rates, water heating"],
            true,
            Tariff {
                energy: [241_000, 187_000],
                distribution: [174_300, 21_450],
                month: 7_900,
                ampere: 310,
            },
        ),
        (
            "d57d",
            "D57d",
            ["Dvoutarif, vytápění", "Dwustrefowa, ogrzewanie", "Two rates, heating"],
            true,
            Tariff {
                energy: [233_000, 194_000],
                distribution: [51_200, 20_150],
                month: 9_900,
                ampere: 880,
            },
        ),
        (
            "c02d",
            "C02d",
            ["Podnikatelský jednotarif", "Firmowa jednostrefowa", "Business single rate"],
            false,
            Tariff { energy: [226_000, 0], distribution: [192_800, 0], month: 11_900, ampere: 395 },
        ),
    ];
    let mut all = Vec::new();
    for (code, product, names, two, tariff) in lists {
        let mut components = Vec::new();
        if two {
            let (high, low) = (per(BillingUnit::Mwh, &["VT"])?, per(BillingUnit::Mwh, &["NT"])?);
            components.extend(used(
                year,
                "_vt",
                " VT",
                &high,
                tariff.energy[0],
                tariff.distribution[0],
            ));
            components.extend(used(
                year,
                "_nt",
                " NT",
                &low,
                tariff.energy[1],
                tariff.distribution[1],
            ));
        } else {
            let any = per(BillingUnit::Mwh, &[])?;
            components.extend(used(year, "", "", &any, tariff.energy[0], tariff.distribution[0]));
        }
        components.extend(whatever_the_tariff(year, &tariff)?);
        all.push(list(year, Medium::Electricity, code, product, names, components)?);
    }
    Ok(all)
}

fn used(
    year: Year,
    code: &str,
    at: &str,
    per: &Per,
    energy: i64,
    distribution: i64,
) -> [Component; 2] {
    let name = |what: &str| format!("{what}{at}");
    [
        year.price(
            &format!("energy{code}"),
            [&name("Silová elektřina"), &name("Energia czynna"), &name("Energy")],
            per.clone(),
            (energy, 2),
        ),
        year.price(
            &format!("distribution{code}"),
            [&name("Distribuce"), &name("Dystrybucja"), &name("Distribution")],
            per.clone(),
            (distribution, 2),
        ),
    ]
}

fn whatever_the_tariff(year: Year, tariff: &Tariff) -> Result<Vec<Component>> {
    let mwh = || per(BillingUnit::Mwh, &[]);
    let mut all = vec![
        year.price(
            "system_services",
            ["Systémové služby", "Usługi systemowe", "System services"],
            mwh()?,
            (11_371, 2),
        ),
        year.fixed_price(
            "tax",
            ["Daň z elektřiny", "Podatek od energii", "Electricity tax"],
            mwh()?,
            Decimal::new(2_830, 2),
        ),
        year.price(
            "month",
            ["Stálý měsíční plat", "Opłata handlowa", "Monthly fee"],
            Per::Month,
            (tariff.month, 2),
        ),
        year.price(
            "market_operator",
            ["Činnost operátora trhu", "Operator rynku", "Market operator"],
            Per::Month,
            (485, 2),
        ),
        year.price(
            "breaker",
            ["Jistič", "Zabezpieczenie", "Breaker"],
            Per::AmpereMonth,
            (tariff.ampere, 2),
        ),
    ];
    // From 2026 on the state pays it.
    if year.year < 2026 {
        let names = ["Podporované zdroje", "Źródła wspierane", "Supported sources"];
        let charge =
            year.fixed_price("supported_sources", names, Per::AmpereMonth, Decimal::new(1_522, 2));
        all.push(Component { at_most_per_mwh: Some(Decimal::from(495)), ..charge });
    }
    Ok(all)
}

fn gas(year: Year) -> Result<Vec<PriceList>> {
    let components = |energy: i64, month: i64| -> Result<Vec<Component>> {
        let kwh = || per(BillingUnit::Kwh, &[]);
        let supplied =
            year.price("energy", ["Dodávka plynu", "Paliwo gazowe", "Gas"], kwh()?, (energy, 5));
        // A large customer's energy is cheaper beyond what a household burns.
        let tiers = vec![
            year.tier(30_000, (energy * 94 / 100, 5)),
            year.tier(63_000, (energy * 89 / 100, 5)),
        ];
        Ok(vec![
            Component { tiers, ..supplied },
            year.price(
                "distribution",
                ["Distribuce", "Dystrybucja", "Distribution"],
                kwh()?,
                (24_731, 5),
            ),
            year.price(
                "market_operator",
                ["Činnost operátora trhu", "Operator rynku", "Market operator"],
                kwh()?,
                (212, 5),
            ),
            year.price(
                "month",
                ["Stálý měsíční plat", "Opłata abonamentowa", "Monthly fee"],
                Per::Month,
                (month, 2),
            ),
            year.price(
                "capacity",
                ["Přistavená kapacita", "Moc przyłączeniowa", "Capacity"],
                Per::Month,
                (11_238, 2),
            ),
        ])
    };
    Ok(vec![
        list(
            year,
            Medium::Gas,
            "plyn",
            "Plyn Domácnost",
            ["Plyn Domácnost", "Gaz Dom", "Gas Home"],
            components(118_400, 9_500)?,
        )?,
        list(
            year,
            Medium::Gas,
            "plyn-bez-platu",
            "Plyn Bez platu",
            ["Plyn bez stálého platu", "Gaz bez abonamentu", "Gas with a small fee"],
            components(131_900, 1_900)?,
        )?,
    ])
}

fn heat(year: Year) -> Result<Vec<PriceList>> {
    let gj = || per(BillingUnit::Gj, &[]);
    let heat = |price| -> Result<Component> {
        Ok(year.price("heat", ["Teplo", "Ciepło", "Heat"], gj()?, (price, 2)))
    };
    let fee = |price| {
        let names = ["Stálá složka", "Opłata stała", "Fixed charge"];
        year.price("fixed", names, Per::Month, (price, 2))
    };
    let list = |code, product, names, components| -> Result<PriceList> {
        let list = list(year, Medium::Heat, code, product, names, components)?;
        Ok(PriceList { months: MonthRule::YearOf365, ..list })
    };
    Ok(vec![
        list(
            "teplo",
            "Dálkové teplo",
            ["Dálkové teplo", "Ciepło sieciowe", "District heat"],
            vec![heat(61_250)?, fee(4_900)],
        )?,
        list(
            "teplo-dvouslozkove",
            "Dálkové teplo dvousložkové",
            ["Dálkové teplo dvousložkové", "Ciepło dwuskładnikowe", "Two-part district heat"],
            vec![heat(48_700)?, fee(39_900)],
        )?,
    ])
}
