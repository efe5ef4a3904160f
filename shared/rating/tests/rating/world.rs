//! Settlements of synthetic supply points: any medium, two currencies, price
//! changes, exchanges, registers past their last digit, tiers, gas, rain.

use jiff::civil::date;
use portal_contracts::{
    breakdown::{BillingUnit, Breakdown, Conversion, DeductedAdvance, State},
    invoice::{Invoice, Period, VatMethod},
    price_list::{Component, MonthRule, Per, PriceList, Tier},
    rainwater::{RainwaterDeclaration, SurfaceClass},
    update::ReadingKind,
};
use portal_domain::{Currency, Medium, Money, Unit};
use portal_rating::{
    bill::{ConversionFrom, Profile, Register, Supply, Terms, bill},
    rainwater, vat,
};
use proptest::{collection::vec, prelude::*};
use rust_decimal::Decimal;

use crate::build::{component, consumption, decimal, invoice, on, price_list, vat_rate};

/// What a settlement is made of; numbers that proptest shrinks.
#[derive(Clone, Debug)]
pub(crate) struct Case {
    pub(crate) medium: Medium,
    pub(crate) currency: Currency,
    pub(crate) vat_method: VatMethod,
    pub(crate) whole_units: bool,
    pub(crate) months: MonthRule,
    pub(crate) first_day: i64,
    pub(crate) days: i64,
    /// Where price lists end, as days of the period.
    pub(crate) cuts: Vec<i64>,
    /// Where states are known, besides at the ends.
    pub(crate) read_on: Vec<i64>,
    pub(crate) exchanged_on: Option<i64>,
    pub(crate) start: i64,
    pub(crate) consumed: Vec<i64>,
    /// Decimals that the registers show.
    pub(crate) shown: u32,
    pub(crate) multiplier: i64,
    pub(crate) prices: [i64; 6],
    pub(crate) tiered: bool,
    pub(crate) amperes: u16,
    pub(crate) capped: bool,
    pub(crate) by_months: bool,
    pub(crate) area: i64,
    pub(crate) advances: Vec<i64>,
}

pub(crate) fn case() -> impl Strategy<Value = Case> {
    let medium = prop_oneof![
        Just(Medium::Water),
        Just(Medium::Electricity),
        Just(Medium::Gas),
        Just(Medium::Heat)
    ];
    let currency = prop_oneof![Just(Currency::Czk), Just(Currency::Pln)];
    let method = prop_oneof![Just(VatMethod::FromNet), Just(VatMethod::FromGross)];
    let months = prop_oneof![Just(MonthRule::Calendar), Just(MonthRule::YearOf365)];
    let document = (medium, currency, method, any::<bool>(), months);
    let time = (0..1500_i64, 3..430_i64, vec(0..430_i64, 0..3), vec(0..430_i64, 0..4));
    let meter = (
        proptest::option::of(1..430_i64),
        0..100_000_i64,
        vec(0..9_000_i64, 16),
        0..4_u32,
        prop_oneof![Just(1_i64), Just(20), Just(40)],
    );
    let price = [1..9_999_999_i64, 1..9_999_999, 1..9_999_999, 1..99_999, 1..99_999, 1..99_999];
    let terms = (
        price,
        any::<bool>(),
        prop_oneof![Just(16_u16), Just(25), Just(32)],
        any::<bool>(),
        any::<bool>(),
        0..3_000_i64,
        vec(1..500_000_i64, 0..4),
    );
    (document, time, meter, terms).prop_map(|(document, time, meter, terms)| Case {
        medium: document.0,
        currency: document.1,
        vat_method: document.2,
        whole_units: document.3,
        months: document.4,
        first_day: time.0,
        days: time.1,
        cuts: time.2,
        read_on: time.3,
        exchanged_on: meter.0,
        start: meter.1,
        consumed: meter.2,
        shown: meter.3,
        multiplier: meter.4,
        prices: terms.0,
        tiered: terms.1,
        amperes: terms.2,
        capped: terms.3,
        by_months: terms.4,
        area: terms.5,
        advances: terms.6,
    })
}

impl Case {
    pub(crate) fn period(&self) -> Period {
        let from = on(date(2021, 1, 1), self.first_day);
        Period { from, to: on(from, self.days - 1) }
    }

    /// Days of the period after which something happens, in order, each once.
    fn days_within(&self, days: &[i64]) -> Vec<i64> {
        let mut days: Vec<_> =
            days.iter().map(|day| day % self.days).filter(|day| *day > 0).collect();
        days.sort_unstable();
        days.dedup();
        days
    }

    fn components(&self, version: i64) -> Vec<Component> {
        let Self { prices, .. } = self;
        let price = |index: usize, scale| Decimal::new(prices[index] + version * 7, scale);
        let percent = if self.currency == Currency::Pln { 23 } else { 21 };
        let mut found = match self.medium {
            Medium::Water => {
                let percent = if self.currency == Currency::Pln { 8 } else { 12 };
                let rain = Component {
                    quantity_decimals: 0,
                    ..component("rain", Per::Rainwater, price(1, 5), percent)
                };
                let supply =
                    component("water", consumption(BillingUnit::M3, &[]), price(0, 5), percent);
                vec![supply, rain, component("fee", Per::Month, price(3, 2), percent)]
            }
            Medium::Electricity => {
                let per = |register| consumption(BillingUnit::Mwh, &[register]);
                let mut ampere = component("poze", Per::AmpereMonth, price(4, 4), percent);
                ampere.at_most_per_mwh = self.capped.then_some(Decimal::new(495, 0));
                let breaker = |code: &str, capacity: &str, price| Component {
                    capacity: Some(capacity.to_owned()),
                    ..component(code, Per::Month, price, percent)
                };
                vec![
                    component("energy_vt", per("VT"), price(0, 3), percent),
                    component("energy_nt", per("NT"), price(1, 3), percent),
                    component("tax", consumption(BillingUnit::Mwh, &[]), price(2, 3), 8),
                    ampere,
                    breaker("breaker_16", "3x16 A", price(3, 2)),
                    breaker("breaker_25", "3x25 A", price(4, 2)),
                    breaker("breaker_32", "3x32 A", price(5, 2)),
                ]
            }
            Medium::Gas => vec![
                component("gas", consumption(BillingUnit::Kwh, &["T"]), price(0, 6), percent),
                component("capacity", Per::Month, price(3, 2), percent),
            ],
            Medium::Heat => {
                vec![component("heat", consumption(BillingUnit::Gj, &["T"]), price(0, 3), 12)]
            }
        };
        if let Some(first) = found.first_mut().filter(|_| self.tiered) {
            first.tiers = [(120, 1), (900, 2)]
                .map(|(beyond, index)| Tier {
                    beyond: Decimal::from(beyond),
                    price: first.price + Decimal::new(prices[index], 4),
                })
                .to_vec();
        }
        found
    }

    pub(crate) fn price_lists(&self) -> Vec<PriceList> {
        let Period { from, .. } = self.period();
        let mut starts = vec![on(from, -100)];
        starts.extend(self.days_within(&self.cuts).into_iter().map(|day| on(from, day)));
        let mut found: Vec<PriceList> = vec![];
        for (version, start) in (0..).zip(&starts) {
            let next = starts.get(usize::try_from(version).unwrap() + 1);
            found.push(PriceList {
                // One that says when it ends, and one that another follows.
                valid_to: next.filter(|_| version % 2 == 0).map(|next| on(*next, -1)),
                currency: self.currency,
                vat_method: self.vat_method,
                months: self.months,
                whole_units: self.whole_units,
                ..price_list(
                    &format!("list-{version}"),
                    self.medium,
                    *start,
                    self.components(version),
                )
            });
        }
        found
    }

    pub(crate) fn registers(&self) -> Vec<Register> {
        let codes: &[&str] =
            if self.medium == Medium::Electricity { &["VT", "NT"] } else { &["T"] };
        codes.iter().zip([0, 7]).flat_map(|(code, skip)| self.meters(code, skip)).collect()
    }

    /// A register of the meter, and of the one that it was exchanged for.
    fn meters(&self, code: &str, skip: usize) -> Vec<Register> {
        let from = self.period().from;
        let exchanged = self.exchanged_on.map(|day| day % self.days).filter(|day| *day > 0);
        let mut days = self.days_within(&self.read_on);
        days.extend(exchanged);
        days.extend([0, self.days]);
        days.sort_unstable();
        days.dedup();
        let (unit, quantity_unit, decimals) = match self.medium {
            Medium::Water => (Unit::M3, BillingUnit::M3, 3),
            Medium::Electricity => (Unit::Kwh, BillingUnit::Kwh, 3),
            Medium::Gas => (Unit::M3, BillingUnit::Kwh, 0),
            Medium::Heat => (Unit::Gj, BillingUnit::Gj, 3),
        };
        let ten_to_five = Decimal::from(100_000);
        let mut value = Decimal::new(self.start, 0);
        let state = |day: i64, value, kind| State { on: on(from, day - 1), value, kind };
        let mut meters = vec![vec![state(0, value, ReadingKind::Actual)]];
        for (day, consumed) in days.iter().skip(1).zip(self.consumed.iter().cycle().skip(skip)) {
            value += Decimal::new(*consumed, self.shown);
            if value >= ten_to_five {
                value -= ten_to_five;
            }
            meters.last_mut().unwrap().push(state(*day, value, ReadingKind::Customer));
            if exchanged == Some(*day) {
                value = Decimal::new(self.start % 90, self.shown);
                meters.push(vec![state(*day, value, ReadingKind::Initial)]);
            }
        }
        (0..)
            .zip(meters)
            .map(|(number, states)| Register {
                meter: format!("M-{number}").parse().unwrap(),
                serial: format!("{number}000"),
                register: code.parse().unwrap(),
                unit,
                digits: Some(5),
                multiplier: Decimal::from(self.multiplier),
                states,
                conversions: self.conversions(),
                quantity_unit,
                quantity_decimals: decimals,
            })
            .collect()
    }

    fn conversions(&self) -> Vec<ConversionFrom> {
        let of = |from, calorific_value: &str| ConversionFrom {
            from,
            conversion: Conversion {
                coefficient: decimal("0.978"),
                calorific_value: decimal(calorific_value),
            },
        };
        let from = self.period().from;
        let middle = on(from, self.days / 2);
        match self.medium {
            Medium::Gas => vec![of(on(from, -500), "10.555"), of(middle, "10.6912")],
            _ => vec![],
        }
    }

    pub(crate) fn rainwater(&self) -> Vec<RainwaterDeclaration> {
        let from = self.period().from;
        let of = |valid_from, area: i64, class| RainwaterDeclaration {
            supply_point: "SP-1".parse().unwrap(),
            valid_from,
            valid_to: None,
            surfaces: vec![
                rainwater::surface(class, Decimal::from(area), date(2024, 1, 1)).unwrap(),
            ],
            rainfall: decimal("0.655"),
            yearly_quantity: Decimal::ZERO,
            yearly_amount: None,
            exempt: false,
        };
        if self.medium != Medium::Water || self.area == 0 {
            return vec![];
        }
        vec![
            of(on(from, -900), self.area, SurfaceClass::Impermeable),
            of(on(from, self.days / 3), self.area + 40, SurfaceClass::Permeable),
        ]
    }

    pub(crate) fn supply<'a>(
        &self,
        price_lists: &'a [PriceList],
        rainwater: &'a [RainwaterDeclaration],
    ) -> Supply<'a> {
        let profile = if self.by_months {
            Profile::ByMonths([18, 16, 13, 9, 4, 1, 0, 1, 3, 8, 12, 15].map(Decimal::from))
        } else {
            Profile::ByDays
        };
        let electricity = self.medium == Medium::Electricity;
        Supply {
            supply_point: "SP-1".parse().unwrap(),
            medium: self.medium,
            period: self.period(),
            capacity: electricity.then(|| format!("3x{} A", self.amperes)),
            price_lists,
            registers: self.registers(),
            rainwater,
            profile,
        }
    }

    pub(crate) fn terms(&self) -> Terms {
        let money = |minor| Money { minor, currency: self.currency };
        let advances = (0..).zip(&self.advances).map(|(number, minor)| {
            let taxed = vat::vat(money(*minor), vat_rate(21), VatMethod::FromGross).unwrap();
            let documented = number % 2 == 0;
            DeductedAdvance {
                paid_on: self.period().from,
                amount: money(*minor),
                variable_symbol: None,
                tax_document: documented.then(|| format!("Z-{number}").parse().unwrap()),
                taxed: if documented { vec![taxed] } else { vec![] },
            }
        });
        Terms {
            currency: self.currency,
            vat_method: self.vat_method,
            others: vec![],
            advances: advances.collect(),
        }
    }

    pub(crate) fn breakdown(&self, price_lists: &[PriceList]) -> Breakdown {
        bill(&[self.supply(price_lists, &self.rainwater())], &self.terms()).unwrap()
    }

    pub(crate) fn settlement(&self, price_lists: &[PriceList]) -> Invoice {
        invoice(self.breakdown(price_lists), self.period())
    }
}
