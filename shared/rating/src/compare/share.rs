//! Usage shared out over time, and over the registers that a product has.

use portal_contracts::{
    breakdown::BillingUnit,
    invoice::Period,
    price_list::{Per, PriceList},
};
use portal_domain::RegisterCode;
use rust_decimal::Decimal;

use super::Used;
use crate::{
    Error,
    bill::Profile,
    charge::takes,
    months::day_before,
    number::{difference, in_unit, product, round, sum},
};

/// What of a usage falls on a part of the time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Share {
    pub(crate) register: RegisterCode,
    pub(crate) quantity: Decimal,
    pub(crate) unit: BillingUnit,
}

/// The usage in a period. What reaches beyond it is shared out by the profile
/// and rounded to the decimals that it's said in, so that neighbouring periods
/// add up to the whole.
pub(crate) fn in_period(
    used: &[Used],
    period: Period,
    profile: &Profile,
) -> Result<Vec<Share>, Error> {
    let mut shares: Vec<Share> = vec![];
    for one in used {
        if one.period.to < period.from || one.period.from > period.to {
            continue;
        }
        let scale = u8::try_from(one.quantity.normalize().scale()).unwrap_or(u8::MAX);
        let up_to = |day| {
            let share = profile.share(one.period.from, day, one.period.to)?;
            Ok::<_, Error>(round(product(&[one.quantity, share])?, scale))
        };
        let before = if one.period.from < period.from {
            up_to(day_before(period.from)?)?
        } else {
            Decimal::ZERO
        };
        let all = if one.period.to > period.to { up_to(period.to)? } else { one.quantity };
        add(&mut shares, one.register.clone(), difference(all, before)?, one.unit)?;
    }
    Ok(shares)
}

/// The usage through the registers that a list has prices for, and whether
/// something had to be assumed: what went through a register that the list
/// doesn't name is taken as the first that it names.
pub(crate) fn fitted(list: &PriceList, used: &[Share]) -> Result<(Vec<Share>, bool), Error> {
    let mut named: Vec<&RegisterCode> = vec![];
    for component in &list.components {
        let Per::Consumption { registers, .. } = &component.per else { continue };
        named.extend(registers);
    }
    let Some(first) = named.first().copied() else { return Ok((used.to_vec(), false)) };
    let several = named.iter().any(|register| *register != first);
    let (mut shares, mut assumed) = (vec![], false);
    for share in used {
        let other = !named.contains(&&share.register) && takes(&[], &share.register);
        // A product with one register counts all in it: nothing is assumed.
        assumed |= other && several;
        let register = if other { first.clone() } else { share.register.clone() };
        add(&mut shares, register, share.quantity, share.unit)?;
    }
    Ok((shares, assumed))
}

fn add(
    shares: &mut Vec<Share>,
    register: RegisterCode,
    quantity: Decimal,
    unit: BillingUnit,
) -> Result<(), Error> {
    match shares.iter_mut().find(|share| share.register == register) {
        Some(share) => {
            let same = in_unit(quantity, unit, share.unit)
                .ok_or_else(|| Error::OtherUnit(register.clone()))?;
            share.quantity = sum([share.quantity, same])?;
        }
        None => shares.push(Share { register, quantity, unit }),
    }
    Ok(())
}
