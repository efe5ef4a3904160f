//! Settlements: from the readings of about a year, billed with the price lists
//! that were valid.

use anyhow::{Context, Result};
use jiff::{
    ToSpan,
    civil::{Date, date},
};
use portal_contracts::{
    breakdown::{BillingUnit, Breakdown, Conversion, DeductedAdvance, State},
    invoice::{Period, VatMethod},
    rainwater::RainwaterDeclaration,
    update::{Reading, SupplyPoint},
};
use portal_domain::{Country, InvoiceNumber, Medium};
use portal_rating::bill::{ConversionFrom, Profile, Register, Supply, Terms};
use rust_decimal::Decimal;

use super::{
    super::{Account, dice::Dice, season},
    Office, currency, period,
};

/// A settlement that doesn't know its advances yet.
pub(super) struct Draft<'a> {
    pub(super) number: InvoiceNumber,
    pub(super) issued_on: Date,
    pub(super) due_on: Date,
    /// In CZ.
    pub(super) symbol: Option<String>,
    pub(super) supply: Supply<'a>,
    terms: Terms,
}

impl Draft<'_> {
    /// The way to its sum, these advances deducted.
    pub(super) fn breakdown(&self, advances: Vec<DeductedAdvance>) -> Result<Breakdown> {
        let terms = Terms { advances, ..self.terms.clone() };
        portal_rating::bill(std::slice::from_ref(&self.supply), &terms)
            .with_context(|| format!("billing {}", self.number))
    }

    pub(super) fn period(&self) -> Period {
        self.supply.period
    }
}

/// The settlements of `point`, oldest first; its readings in `account` are
/// linked to them.
pub(super) fn drafts<'a>(
    office: &Office<'a>,
    account: &mut Account,
    point: &SupplyPoint,
    rainwater: &'a [RainwaterDeclaration],
) -> Result<Vec<Draft<'a>>> {
    let country = point.address.country;
    let price_lists = office.prices.of(&point.contract.product)?;
    let vat_method = price_lists.first().map_or(VatMethod::FromNet, |list| list.vat_method);
    let number = super::documents::point_number(&point.id);
    let places: Vec<usize> = account
        .readings
        .iter()
        .enumerate()
        .filter(|(_, reading)| reading.supply_point == point.id)
        .map(|(place, _)| place)
        .collect();
    let readings: Vec<&Reading> =
        places.iter().filter_map(|place| account.readings.get(*place)).collect();

    let mut dice = Dice::of(office.seed, &format!("{}/settlements", point.id));
    let mut drafts = Vec::new();
    let mut links = Vec::new();
    for settled in period::settled(&readings, point.contract.valid_to.is_some()) {
        let year = settled.period.to.year();
        let turn = drafts.len() + 1;
        let invoice: InvoiceNumber = format!("VF{year}-{number}{turn:02}").parse()?;
        let issued_on = settled.period.to.saturating_add(dice.between(4, 14).days());
        let used = readings
            .get(settled.first.saturating_sub(1)..=settled.last)
            .context("taking a year's readings")?;
        let supply = Supply {
            supply_point: point.id.clone(),
            medium: point.medium,
            period: settled.period,
            capacity: point.contract.capacity.clone(),
            price_lists,
            registers: registers(point, used)?,
            rainwater,
            profile: Profile::ByMonths(season::weights(point.medium)),
        };
        links.push((settled.first..=settled.last, invoice.clone()));
        drafts.push(Draft {
            number: invoice,
            issued_on,
            due_on: issued_on.saturating_add(21.days()),
            symbol: (country != Country::Pl).then(|| format!("{}{number}{turn:02}", year % 10)),
            supply,
            terms: Terms {
                currency: currency(country),
                vat_method,
                others: vec![],
                advances: vec![],
            },
        });
    }
    for (range, invoice) in links {
        for place in places.get(range).unwrap_or_default() {
            if let Some(reading) = account.readings.get_mut(*place) {
                reading.invoice = Some(invoice.clone());
            }
        }
    }
    Ok(drafts)
}

/// What each register of each meter showed.
fn registers(point: &SupplyPoint, readings: &[&Reading]) -> Result<Vec<Register>> {
    let (quantity_unit, quantity_decimals) = match point.medium {
        Medium::Water => (BillingUnit::M3, 3),
        Medium::Electricity | Medium::Gas => (BillingUnit::Kwh, 0),
        Medium::Heat => (BillingUnit::Gj, 2),
    };
    let conversions = match (point.medium, readings.first(), readings.last()) {
        (Medium::Gas, Some(first), Some(last)) => conversions(first.read_on, last.read_on),
        _ => vec![],
    };
    let mut registers = Vec::new();
    for meter in &point.meters {
        let of_meter = || readings.iter().filter(|reading| reading.meter == meter.id);
        // The first year begins where the meter of the year before ended.
        if of_meter().count() < 2 {
            continue;
        }
        for register in &meter.registers {
            let state = |reading: &&Reading| {
                let value = reading.values.get(&register.code).copied();
                let value = value.context("a reading without one of its registers")?;
                Ok(State { on: reading.read_on, value, kind: reading.kind })
            };
            registers.push(Register {
                meter: meter.id.clone(),
                serial: meter.serial.clone(),
                register: register.code.clone(),
                unit: register.unit,
                digits: Some(register.digits),
                multiplier: register.multiplier,
                states: of_meter().map(state).collect::<Result<_>>()?,
                conversions: conversions.clone(),
                quantity_unit,
                quantity_decimals,
            });
        }
    }
    Ok(registers)
}

/// What a cubic metre of gas had in it: told for each half of a year.
fn conversions(from: Date, to: Date) -> Vec<ConversionFrom> {
    let mut all = Vec::new();
    for year in from.year()..=to.year() {
        for (month, whim) in [(1, 7), (7, 3)] {
            let whim = i64::from(year) * whim % 11;
            all.push(ConversionFrom {
                from: date(year, month, 1),
                conversion: Conversion {
                    coefficient: Decimal::new(978 + whim % 3, 3),
                    calorific_value: Decimal::new(10_540 + 4 * whim, 3),
                },
            });
        }
    }
    all
}
