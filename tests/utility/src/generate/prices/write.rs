//! How a price list is written down.

use std::collections::BTreeMap;

use anyhow::Result;
use jiff::civil::date;
use portal_contracts::{
    breakdown::BillingUnit,
    invoice::{VatCategory, VatMethod, VatRate},
    price_list::{Component, MonthRule, Per, PriceList, Tier},
};
use portal_domain::{Country, Currency, Language, Medium};
use rust_decimal::Decimal;

/// The first year with prices as they are written in the lists.
const BASE: i64 = 2020;

/// What a year's lists have in common.
#[derive(Clone, Copy)]
pub(super) struct Year {
    pub(super) year: i16,
    pub(super) country: Country,
    pub(super) vat: i64,
}

/// A price list that has no prices yet. `names` are in Czech, Polish, English.
pub(super) fn list(
    year: Year,
    medium: Medium,
    code: &str,
    product: &str,
    names: [&str; 3],
    components: Vec<Component>,
) -> Result<PriceList> {
    let Year { year, country, .. } = year;
    let polish = country == Country::Pl;
    Ok(PriceList {
        id: format!("{}-{code}-{year}", if polish { "pl" } else { "cz" }).parse()?,
        medium,
        product: product.into(),
        names: named(names),
        valid_from: date(year, 1, 1),
        valid_to: Some(date(year, 12, 31)),
        currency: if polish { Currency::Pln } else { Currency::Czk },
        vat_method: VatMethod::FromNet,
        months: MonthRule::Calendar,
        whole_units: false,
        components,
        offered: true,
        legal_source: Some(if polish {
            format!("Taryfa wzorcowa {}/{year} (przykład, nie obowiązuje)", medium_letter(medium))
        } else {
            format!("Vzorový výměr {}/{year} (příklad, neplatí)", medium_letter(medium))
        }),
        file: None,
    })
}

impl Year {
    /// `price` of the base year, in units of 10^-`decimals`, as it is in this
    /// one: about five per cent more each year, a little less or more by the
    /// turn.
    fn grown(self, price: i64, decimals: u32) -> Decimal {
        let years = i64::from(self.year) - BASE;
        let turn = [0, 2, -1, 3, 1, -2, 2];
        let whim = usize::try_from(years.rem_euclid(7)).ok().and_then(|at| turn.get(at));
        let percent = 100 + 5 * years + whim.copied().unwrap_or_default();
        // Years before the base have a price too, if a lower one.
        Decimal::new(price * percent.max(20) / 100, decimals)
    }

    /// A component that is paid per `per`; its price grows by the years.
    pub(super) fn price(
        self,
        code: &str,
        names: [&str; 3],
        per: Per,
        (price, decimals): (i64, u32),
    ) -> Component {
        self.fixed_price(code, names, per, self.grown(price, decimals))
    }

    /// A component whose price is the same each year.
    pub(super) fn fixed_price(
        self,
        code: &str,
        names: [&str; 3],
        per: Per,
        price: Decimal,
    ) -> Component {
        let [czech, polish, _] = names;
        let quantity_decimals = match &per {
            Per::Consumption { unit: BillingUnit::Kwh, .. } => 0,
            Per::Consumption { unit: BillingUnit::Gj, .. } => 2,
            Per::Consumption { .. } => 3,
            Per::Month | Per::AmpereMonth => 4,
            Per::Rainwater => 0,
        };
        Component {
            code: code.into(),
            name: if self.country == Country::Pl { polish } else { czech }.into(),
            names: named(names),
            per,
            price,
            tiers: vec![],
            vat: VatRate { percent: self.vat.into(), category: VatCategory::Standard },
            capacity: None,
            at_most_per_mwh: None,
            quantity_decimals,
        }
    }

    /// A tier that begins beyond so much a year.
    pub(super) fn tier(self, beyond: i64, (price, decimals): (i64, u32)) -> Tier {
        Tier { beyond: beyond.into(), price: self.grown(price, decimals) }
    }
}

/// Per unit of what went through `registers`; none: through all.
pub(super) fn per(unit: BillingUnit, registers: &[&str]) -> Result<Per> {
    let registers = registers.iter().map(|code| code.parse());
    Ok(Per::Consumption { unit, registers: registers.collect::<Result<_, _>>()? })
}

fn named([czech, polish, english]: [&str; 3]) -> BTreeMap<Language, String> {
    let names =
        [(Language::Cs, czech), (Language::Pl, polish), (Language::En, english)].into_iter();
    names.map(|(language, name)| (language, name.to_owned())).collect()
}

fn medium_letter(medium: Medium) -> char {
    match medium {
        Medium::Water => 'V',
        Medium::Electricity => 'E',
        Medium::Gas => 'P',
        Medium::Heat => 'T',
    }
}
