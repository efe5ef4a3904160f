//! Price lists of several years, per country and medium. The prices are
//! nobody's, of a plausible size, and change each January, so that most
//! settlements go over a change.

mod czech;
mod polish;
mod write;

use std::collections::BTreeMap;

use anyhow::{Context, Result};
use jiff::civil::Date;
use portal_contracts::price_list::PriceList;
use portal_domain::{Country, Medium};

/// The years before today's whose prices are known.
const YEARS: i16 = 6;

/// All price lists, also by product.
pub(crate) struct Prices {
    pub(crate) all: Vec<PriceList>,
    by_product: BTreeMap<String, Vec<PriceList>>,
}

impl Prices {
    pub(crate) fn of_years(today: Date) -> Result<Self> {
        let all = all(today)?;
        let mut by_product: BTreeMap<_, Vec<_>> = BTreeMap::new();
        for list in &all {
            by_product.entry(list.product.clone()).or_default().push(list.clone());
        }
        Ok(Self { all, by_product })
    }

    /// The lists of a product, oldest first.
    pub(crate) fn of(&self, product: &str) -> Result<&[PriceList]> {
        let lists = self.by_product.get(product);
        Ok(lists.with_context(|| format!("no price list of {product}"))?)
    }
}

/// All price lists that matter on `today`, oldest first.
fn all(today: Date) -> Result<Vec<PriceList>> {
    let mut all = Vec::new();
    for year in today.year() - YEARS..=today.year() {
        all.extend(czech::lists(year)?);
        all.extend(polish::lists(year)?);
    }
    for list in all.iter_mut().filter(|list| list.valid_from.year() == today.year()) {
        list.valid_to = None;
    }
    Ok(all)
}

/// The product of a supply point, as on its contract.
pub(crate) fn product(
    country: Country,
    medium: Medium,
    two_registers: bool,
    large: bool,
) -> &'static str {
    let polish = country == Country::Pl;
    match (medium, two_registers, large) {
        (Medium::Water, ..) if polish => "Woda i ścieki",
        (Medium::Water, ..) => "Vodné a stočné",
        (Medium::Electricity, true, _) if polish => "G12",
        (Medium::Electricity, true, _) => "D25d",
        (Medium::Electricity, false, true) if polish => "C11",
        (Medium::Electricity, false, true) => "C02d",
        (Medium::Electricity, false, false) if polish => "G11",
        (Medium::Electricity, false, false) => "D02d",
        (Medium::Gas, ..) if polish => "W-3.6",
        (Medium::Gas, ..) => "Plyn Domácnost",
        (Medium::Heat, ..) if polish => "Ciepło sieciowe",
        (Medium::Heat, ..) => "Dálkové teplo",
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use jiff::{ToSpan, civil::date};
    use portal_contracts::price_list::Per;
    use portal_domain::{Currency, Language};
    use rust_decimal::Decimal;

    use super::*;

    const TODAY: Date = date(2026, 3, 31);

    #[test]
    fn each_product_has_a_list_on_every_day_and_only_one() {
        let all = all(TODAY).unwrap();
        let mut products: BTreeMap<_, Vec<_>> = BTreeMap::new();
        for list in &all {
            products.entry((format!("{:?}", list.medium), &list.product)).or_default().push(list);
        }
        assert!(products.len() >= 20);
        for (product, lists) in products {
            assert_eq!(lists.len(), 7, "{product:?}");
            for pair in lists.windows(2) {
                assert_eq!(pair[0].valid_to, Some(pair[1].valid_from.yesterday().unwrap()));
                assert_ne!(pair[0].components, pair[1].components, "prices change");
            }
            assert_eq!(lists.last().unwrap().valid_to, None);
            assert!(lists[0].valid_from <= TODAY.saturating_sub(6.years()));
        }
    }

    #[test]
    fn identifiers_are_there_once_and_every_price_is_above_nothing() {
        let all = all(TODAY).unwrap();
        let ids: BTreeSet<_> = all.iter().map(|list| &list.id).collect();
        assert_eq!(ids.len(), all.len());
        for list in &all {
            let codes: BTreeSet<_> = list
                .components
                .iter()
                .map(|component| (&component.code, &component.capacity))
                .collect();
            assert_eq!(codes.len(), list.components.len(), "{}", list.id);
            for component in &list.components {
                assert!(component.price > Decimal::ZERO, "{} {}", list.id, component.code);
                for language in [Language::Cs, Language::Pl, Language::En] {
                    assert!(component.names.contains_key(&language), "{}", component.code);
                }
            }
        }
    }

    #[test]
    fn every_medium_offers_a_choice_in_both_countries() {
        let all = all(TODAY).unwrap();
        for currency in [Currency::Czk, Currency::Pln] {
            for medium in [Medium::Water, Medium::Electricity, Medium::Gas, Medium::Heat] {
                let offered = all.iter().filter(|list| {
                    list.medium == medium
                        && list.currency == currency
                        && list.offered
                        && list.valid_to.is_none()
                });
                assert!(offered.count() >= 2, "{medium:?} {currency:?}");
            }
        }
    }

    #[test]
    fn taxes_tiers_bounds_and_fees_are_as_the_law_had_them() {
        let all = all(TODAY).unwrap();
        let of = |product: &str, year: i16| {
            let mut lists =
                all.iter().filter(|list| list.product == product && list.valid_from.year() == year);
            lists.next().unwrap()
        };
        let percent = |product, year| of(product, year).components[0].vat.percent.to_string();
        assert_eq!(percent("Vodné a stočné", 2023), "10");
        assert_eq!(percent("Vodné a stočné", 2024), "12");
        assert_eq!(percent("D25d", 2026), "21");
        assert_eq!(percent("G11", 2026), "23");
        assert_eq!(percent("Woda i ścieki", 2026), "8");
        let component = |product, year, code: &str| {
            of(product, year).components.iter().find(|component| component.code == code)
        };
        assert_eq!(component("D25d", 2026, "tax").unwrap().price.to_string(), "28.30");
        let capped = component("D02d", 2025, "supported_sources").unwrap();
        assert_eq!((capped.at_most_per_mwh, &capped.per), (Some(495.into()), &Per::AmpereMonth));
        assert!(component("D02d", 2026, "supported_sources").is_none());
        assert!(!component("Plyn Domácnost", 2026, "energy").unwrap().tiers.is_empty());
    }
}
