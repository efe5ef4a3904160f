//! Identifiers with right check digits, each of them nobody's.

use anyhow::{Context, Result};
use portal_domain::{
    PointCode, PointScheme, company_number_is_valid, eic_check_character, gs1_check_digit,
    nip_is_valid,
};

/// EAN of the Czech electricity point number `serial` (below 10^8).
pub(crate) fn ean(serial: u32) -> Result<PointCode> {
    gs1(PointScheme::Ean, &format!("859182400{serial:08}"))
}

/// PPE of the Polish electricity point number `serial`.
pub(crate) fn ppe(serial: u32) -> Result<PointCode> {
    gs1(PointScheme::Ppe, &format!("5902438{serial:010}"))
}

fn gs1(scheme: PointScheme, body: &str) -> Result<PointCode> {
    let check = gs1_check_digit(body).context("computing a check digit")?;
    Ok(PointCode::new(scheme, &format!("{body}{check}"))?)
}

/// EIC of the Czech gas point number `serial` (below 10^7).
pub(crate) fn eic(serial: u32) -> Result<PointCode> {
    // One letter in 37 leads to the check `-`, which isn't given out.
    let code = ['Z', 'Y', 'X'].into_iter().find_map(|letter| {
        let body = format!("27ZG600{letter}{serial:07}");
        eic_check_character(&body).map(|check| format!("{body}{check}"))
    });
    Ok(PointCode::new(PointScheme::Eic, &code.context("computing a check character")?)?)
}

/// The utility's own number of a point that has no national one.
pub(crate) fn own(serial: u32) -> Result<PointCode> {
    Ok(PointCode::new(PointScheme::Own, &format!("OM-{serial:07}"))?)
}

/// IČO of the Czech company number `serial` (below 10^5).
pub(crate) fn ico(serial: u32) -> Result<String> {
    first_valid((0..10).map(|last| format!("99{serial:05}{last}")), company_number_is_valid)
}

/// NIP of the Polish company number `serial` (below 10^5).
pub(crate) fn nip(serial: u32) -> Result<String> {
    // The last two vary: one NIP in eleven can't have a check digit.
    first_valid((0..100).map(|last| format!("999{serial:05}{last:02}")), nip_is_valid)
}

fn first_valid(
    mut numbers: impl Iterator<Item = String>,
    valid: fn(&str) -> bool,
) -> Result<String> {
    numbers.find(|number| valid(number)).context("looking for a valid number")
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn every_serial_number_has_its_identifiers(serial in 0..100_000_u32) {
            prop_assert!(ean(serial).is_ok());
            prop_assert!(ppe(serial).is_ok());
            prop_assert!(eic(serial).is_ok());
            prop_assert!(own(serial).is_ok());
            prop_assert!(company_number_is_valid(&ico(serial).unwrap()));
            prop_assert!(nip_is_valid(&nip(serial).unwrap()));
        }
    }
}
