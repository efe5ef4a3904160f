//! What may be wrong in a settlement, each thing alone.

use jiff::civil::Date;
use portal_contracts::{
    breakdown::{Basis, BillingUnit, Breakdown, Line, Metered, Rain},
    invoice::{Invoice, VatCategory},
};
use portal_domain::{Currency, Money};
use portal_rating::vat;
use rust_decimal::Decimal;

use crate::build::{on, vat_rate};

pub(crate) type Error = (&'static str, fn(&mut Invoice, usize) -> Option<()>);

pub(crate) fn breakdown(invoice: &mut Invoice) -> &mut Breakdown {
    invoice.breakdown.as_mut().unwrap()
}

pub(crate) fn pick<T>(things: &mut [T], number: usize) -> Option<&mut T> {
    let count = things.len();
    if count == 0 { None } else { things.get_mut(number % count) }
}

pub(crate) fn metered(invoice: &mut Invoice, number: usize) -> Option<&mut Metered> {
    let mut found: Vec<_> = breakdown(invoice)
        .bases
        .iter_mut()
        .filter_map(|basis| match basis {
            Basis::Metered(metered) => Some(metered),
            Basis::Rainwater(_) => None,
        })
        .collect();
    if found.is_empty() { None } else { Some(found.swap_remove(number % found.len())) }
}

pub(crate) fn rain(invoice: &mut Invoice, number: usize) -> Option<&mut Rain> {
    let mut found: Vec<_> = breakdown(invoice)
        .bases
        .iter_mut()
        .filter_map(|basis| match basis {
            Basis::Rainwater(rain) => Some(rain),
            Basis::Metered(_) => None,
        })
        .collect();
    if found.is_empty() { None } else { Some(found.swap_remove(number % found.len())) }
}

pub(crate) fn line(invoice: &mut Invoice, number: usize) -> Option<&mut Line> {
    pick(&mut breakdown(invoice).lines, number)
}

fn later(day: &mut Date, days: i64) -> Option<()> {
    *day = on(*day, days);
    Some(())
}

fn more(number: &mut Decimal, by: &str) -> Option<()> {
    *number += by.parse::<Decimal>().unwrap();
    Some(())
}

fn coin(amount: &mut Money) -> Option<()> {
    amount.minor += 1;
    Some(())
}

/// Unless a meter now begins or ends with another: then they may have been side
/// by side.
fn apart(invoice: &mut Invoice, number: usize) -> Option<()> {
    let one = metered(invoice, number)?.clone();
    let alike = |other: &Basis| match other {
        Basis::Metered(other) => {
            other.meter != one.meter
                && other.register == one.register
                && (other.from.on == one.from.on || other.to.on == one.to.on)
        }
        Basis::Rainwater(_) => false,
    };
    (!breakdown(invoice).bases.iter().any(alike)).then_some(())
}

/// Each alters one field; `None`: the settlement hasn't it.
pub(crate) const ERRORS: &[Error] = &[
    // States and quantities.
    ("from.value", |i, n| more(&mut metered(i, n)?.from.value, "0.001")),
    ("to.value", |i, n| more(&mut metered(i, n)?.to.value, "-0.001")),
    ("from.on earlier", |i, n| {
        later(&mut metered(i, n)?.from.on, -1)?;
        apart(i, n)
    }),
    ("from.on later", |i, n| later(&mut metered(i, n)?.from.on, 2)),
    ("to.on earlier", |i, n| later(&mut metered(i, n)?.to.on, -2)),
    ("to.on later", |i, n| {
        later(&mut metered(i, n)?.to.on, 1)?;
        apart(i, n)
    }),
    ("measured", |i, n| more(&mut metered(i, n)?.measured, "0.001")),
    ("multiplier", |i, n| {
        let metered = metered(i, n)?;
        (!metered.measured.is_zero()).then(|| more(&mut metered.multiplier, "1"))?
    }),
    ("rolled_over", |i, n| {
        let metered = metered(i, n)?;
        metered.rolled_over = match metered.rolled_over {
            None => Some(5),
            Some(_) => None,
        };
        Some(())
    }),
    ("rolled_over digits", |i, n| metered(i, n)?.rolled_over.as_mut().map(|digits| *digits += 1)),
    ("billed quantity", |i, n| more(&mut metered(i, n)?.quantity, "1")),
    ("coefficient", |i, n| {
        let metered = metered(i, n)?;
        let much = metered.measured > Decimal::TEN;
        let conversion = metered.conversion.as_mut().filter(|_| much)?;
        more(&mut conversion.coefficient, "0.1")
    }),
    ("calorific value", |i, n| {
        let metered = metered(i, n)?;
        let much = metered.measured > Decimal::TEN;
        let conversion = metered.conversion.as_mut().filter(|_| much)?;
        more(&mut conversion.calorific_value, "0.3")
    }),
    ("basis of another supply point", |i, n| {
        metered(i, n)?.supply_point = "SP-2".parse().unwrap();
        Some(())
    }),
    ("basis of another register", |i, n| {
        let metered = metered(i, n)?;
        metered.register = "X9".parse().unwrap();
        // Water is charged whatever register it went through.
        (metered.quantity_unit != BillingUnit::M3).then_some(())
    }),
    ("a basis is left out", |i, n| {
        let bases = &mut breakdown(i).bases;
        (!bases.is_empty()).then(|| bases.remove(n % bases.len()))?;
        Some(())
    }),
    ("a basis twice", |i, n| {
        let bases = &mut breakdown(i).bases;
        let again = pick(bases, n)?.clone();
        bases.push(again);
        Some(())
    }),
    // Rainwater.
    ("rain quantity", |i, n| more(&mut rain(i, n)?.quantity, "1")),
    ("rain months", |i, n| more(&mut rain(i, n)?.months, "1")),
    ("rainfall", |i, n| {
        let rain = rain(i, n)?;
        (rain.quantity > Decimal::ONE).then(|| more(&mut rain.rainfall, "2"))?
    }),
    ("area", |i, n| {
        let rain = rain(i, n)?;
        let by = rain.surfaces[0].area * Decimal::TEN;
        (rain.quantity > Decimal::ONE).then(|| rain.surfaces[0].area += by)
    }),
    ("drained share", |i, n| {
        let rain = rain(i, n)?;
        (rain.quantity > Decimal::ONE).then(|| more(&mut rain.surfaces[0].coefficient, "3"))?
    }),
    // Lines.
    ("quantity", |i, n| more(&mut line(i, n)?.quantity, "0.0001")),
    ("quantity below nothing", |i, n| {
        let line = line(i, n)?;
        (!line.quantity.is_zero()).then(|| line.quantity = -line.quantity)
    }),
    ("unit", |i, n| {
        line(i, n)?.unit = BillingUnit::Piece;
        Some(())
    }),
    ("unit price", |i, n| more(&mut line(i, n)?.unit_price, "0.000001")),
    ("amount", |i, n| coin(&mut line(i, n)?.amount)),
    ("amount less", |i, n| {
        line(i, n)?.amount.minor -= 1;
        Some(())
    }),
    ("currency of a line", |i, n| {
        line(i, n)?.amount.currency = Currency::Eur;
        Some(())
    }),
    ("rate of a line", |i, n| more(&mut line(i, n)?.vat.percent, "1")),
    ("category of a line", |i, n| {
        line(i, n)?.vat.category = VatCategory::Exempt;
        Some(())
    }),
    ("period from earlier", |i, n| later(&mut line(i, n)?.period.from, -1)),
    ("period from later", |i, n| later(&mut line(i, n)?.period.from, 1)),
    ("period to earlier", |i, n| later(&mut line(i, n)?.period.to, -1)),
    ("period to later", |i, n| later(&mut line(i, n)?.period.to, 1)),
    ("component", |i, n| {
        let other = line(i, n + 1)?.price.clone()?;
        let price = line(i, n)?.price.as_mut()?;
        let differs = price.component != other.component;
        price.component = other.component;
        differs.then_some(())
    }),
    ("no such component", |i, n| {
        line(i, n)?.price.as_mut()?.component = "none".to_owned();
        Some(())
    }),
    ("price list", |i, n| {
        let price = line(i, n)?.price.as_mut()?;
        let other = if price.price_list.as_str() == "list-0" { "list-1" } else { "list-0" };
        price.price_list = other.parse().unwrap();
        Some(())
    }),
    ("capacity", |i, n| {
        line(i, n)?.capacity.as_mut().map(|capacity| *capacity = "3x63 A".to_owned())
    }),
    ("line of another supply point", |i, n| {
        line(i, n)?.supply_point = Some("SP-2".parse().unwrap());
        Some(())
    }),
    ("bases of a line", |i, n| {
        let line = line(i, n)?;
        (line.bases.len() > 1).then(|| line.bases.pop())?;
        Some(())
    }),
    ("a basis that isn't there", |i, n| {
        let line = line(i, n)?;
        (!line.bases.is_empty()).then(|| line.bases.push(60_000))
    }),
    ("a basis twice in a line", |i, n| {
        let line = line(i, n)?;
        line.bases.first().copied().map(|first| line.bases.push(first))
    }),
    ("a line twice", |i, n| {
        let again = line(i, n)?.clone();
        breakdown(i).lines.push(again);
        Some(())
    }),
    ("a line is left out", |i, n| {
        let lines = &mut breakdown(i).lines;
        let removed = lines.remove(n % lines.len());
        (removed.amount.minor != 0).then_some(())
    }),
    // Sums.
    ("vat method", |i, _| {
        use portal_contracts::invoice::VatMethod::{FromGross, FromNet};
        let method = &mut breakdown(i).vat_method;
        *method = if *method == FromNet { FromGross } else { FromNet };
        Some(())
    }),
    ("net of a rate", |i, n| coin(&mut pick(&mut breakdown(i).vat, n)?.net)),
    ("vat of a rate", |i, n| coin(&mut pick(&mut breakdown(i).vat, n)?.vat)),
    ("gross of a rate", |i, n| coin(&mut pick(&mut breakdown(i).vat, n)?.gross)),
    ("per cent of a rate", |i, n| more(&mut pick(&mut breakdown(i).vat, n)?.rate.percent, "1")),
    ("a rate is left out", |i, n| {
        let vat = &mut breakdown(i).vat;
        let removed = (!vat.is_empty()).then(|| vat.remove(n % vat.len()))?;
        (removed.gross.minor != 0).then_some(())
    }),
    ("a rate too many", |i, _| {
        let nothing = Money { minor: 0, currency: i.total.currency };
        let more = vat::vat(nothing, vat_rate(77), Default::default()).unwrap();
        breakdown(i).vat.push(more);
        Some(())
    }),
    ("total net", |i, _| coin(&mut breakdown(i).totals.net)),
    ("total vat", |i, _| coin(&mut breakdown(i).totals.vat)),
    ("total gross", |i, _| coin(&mut breakdown(i).totals.gross)),
    ("total of advances", |i, _| coin(&mut breakdown(i).totals.advances)),
    ("rounding", |i, _| coin(&mut breakdown(i).totals.rounding)),
    ("rounding by a whole", |i, _| {
        let totals = &mut breakdown(i).totals;
        totals.rounding.minor += 100;
        totals.payable.minor += 100;
        i.total.minor += 100;
        Some(())
    }),
    ("payable", |i, _| coin(&mut breakdown(i).totals.payable)),
    ("payable and total", |i, _| {
        coin(&mut breakdown(i).totals.payable)?;
        coin(&mut i.total)
    }),
    ("total", |i, _| coin(&mut i.total)),
    ("advance", |i, n| coin(&mut pick(&mut breakdown(i).advances, n)?.amount)),
    ("advance left out", |i, _| breakdown(i).advances.pop().map(drop)),
    ("tax of an advance", |i, n| {
        let advance = pick(&mut breakdown(i).advances, n)?;
        coin(&mut advance.taxed.first_mut()?.vat)
    }),
    ("tax of an advance left out", |i, n| {
        let advance = pick(&mut breakdown(i).advances, n)?;
        advance.tax_document.as_ref()?;
        advance.taxed.pop().map(drop)
    }),
    ("document's period from", |i, _| later(&mut i.period.as_mut()?.from, 1)),
    ("document's period to", |i, _| later(&mut i.period.as_mut()?.to, 1)),
];
