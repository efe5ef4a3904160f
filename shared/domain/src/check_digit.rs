//! Check digits of the identifiers that customers and billing systems type.
//!
//! | function | what | how much it catches |
//! |---|---|---|
//! | [`gs1_check_digit`] | EAN-18, GSRN (PPE) | any one wrong digit |
//! | [`eic_check_character`] | EIC | any one wrong character |
//! | [`nip_is_valid`] | Polish tax number | any one wrong digit |
//! | [`company_number_is_valid`] | Czech IČO | nearly any: two remainders share the digit 1 |
//! | [`regon_is_valid`] | Polish register number | nearly any: two remainders share the digit 0 |

use crate::Country;

/// The GS1 check digit of `digits`, which come without it; `None` when
/// something in them isn't a digit.
pub fn gs1_check_digit(digits: &str) -> Option<u8> {
    let mut sum = 0;
    for (place, byte) in digits.bytes().rev().enumerate() {
        let weight = if place % 2 == 0 { 3 } else { 1 };
        sum += weight * digit(byte)?;
    }
    u8::try_from((10 - sum % 10) % 10).ok()
}

/// Whether the last digit of `number` is the GS1 check digit of those before.
pub(crate) fn gs1_is_valid(number: &str) -> bool {
    let Some((body, check)) = number.split_at_checked(number.len().saturating_sub(1)) else {
        return false;
    };
    let check = check.parse::<u8>().ok();
    !body.is_empty() && check.is_some() && gs1_check_digit(body) == check
}

/// What an EIC's characters are worth: 0 to 36, in this order.
const EIC_ALPHABET: &[u8; 37] = b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ-";

/// The check character of the 15 characters `body` of an EIC; `None` when there
/// can't be one (a wrong length or character, or the check would be `-`, which
/// the scheme doesn't give out).
pub fn eic_check_character(body: &str) -> Option<char> {
    if body.len() != 15 {
        return None;
    }
    let mut sum = 0;
    for (place, byte) in body.bytes().enumerate() {
        let value = EIC_ALPHABET.iter().position(|known| *known == byte)?;
        sum += (16 - place) * value;
    }
    // `sum + 36` is `sum - 1` modulo 37, without going below zero.
    match EIC_ALPHABET[36 - (sum + 36) % 37] {
        b'-' => None,
        check => Some(char::from(check)),
    }
}

/// Whether `code` is 16 characters with the right check character.
pub(crate) fn eic_is_valid(code: &str) -> bool {
    code.split_at_checked(15).is_some_and(|(body, check)| {
        eic_check_character(body).is_some_and(|c| check == c.to_string())
    })
}

/// Whether `number` is a valid IČO: eight digits, the last of which checks.
pub fn company_number_is_valid(number: &str) -> bool {
    let Some(sum) = weighted(number, 8, &[8, 7, 6, 5, 4, 3, 2]) else { return false };
    let check = match (11 - sum % 11) % 11 {
        0 => 1,
        rest => rest % 10,
    };
    ends_with(number, check)
}

/// Whether `number` is a valid NIP: ten digits, without hyphens.
pub fn nip_is_valid(number: &str) -> bool {
    // A remainder of 10 equals no digit: such numbers aren't given out.
    weighted(number, 10, &[6, 5, 7, 2, 3, 4, 5, 6, 7])
        .is_some_and(|sum| ends_with(number, sum % 11))
}

/// Whether `number` is a valid REGON of 9 digits, or of 14 (a local unit, whose
/// first nine are its company's).
pub fn regon_is_valid(number: &str) -> bool {
    if let Some(sum) = weighted(number, 9, &[8, 9, 2, 3, 4, 5, 6, 7]) {
        return ends_with(number, sum % 11 % 10);
    }
    let Some(sum) = weighted(number, 14, &[2, 4, 8, 5, 0, 9, 7, 3, 6, 1, 2, 4, 8]) else {
        return false;
    };
    ends_with(number, sum % 11 % 10) && number.get(..9).is_some_and(regon_is_valid)
}

/// Whether `number` can be a company's number in `country`: IČO in the Czech
/// Republic and Slovakia, NIP or REGON in Poland. Elsewhere any short text can.
pub fn company_number_fits(country: Country, number: &str) -> bool {
    match country {
        Country::Cz | Country::Sk => company_number_is_valid(number),
        Country::Pl => nip_is_valid(number) || regon_is_valid(number),
        Country::De | Country::At => {
            (1..=32).contains(&number.len()) && number.bytes().all(|b| b.is_ascii_graphic())
        }
    }
}

/// The sum of the first digits, each times its weight; `None` when `number`
/// isn't `length` digits.
fn weighted(number: &str, length: usize, weights: &[u32]) -> Option<u32> {
    if number.len() != length {
        return None;
    }
    let mut sum = 0;
    for (place, byte) in number.bytes().enumerate() {
        sum += digit(byte)? * weights.get(place).copied().unwrap_or(0);
    }
    Some(sum)
}

fn digit(byte: u8) -> Option<u32> {
    char::from(byte).to_digit(10)
}

fn ends_with(number: &str, check: u32) -> bool {
    number.bytes().last().and_then(digit) == Some(check)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn published_numbers_are_valid() {
        assert!(company_number_is_valid("25123891"));
        for nip in ["8567346215", "5260250274"] {
            assert!(nip_is_valid(nip), "{nip}");
        }
        for regon in ["192598184", "12345678512347"] {
            assert!(regon_is_valid(regon), "{regon}");
        }
        for gs1 in ["859182400123456789", "859182400312345672", "590243800123456789"] {
            assert!(gs1_is_valid(gs1), "{gs1}");
        }
        for eic in ["22XWATTPLUS----G", "27ZG600Z0012345N"] {
            assert!(eic_is_valid(eic), "{eic}");
        }
    }

    #[test]
    fn what_is_no_number_at_all_is_refused() {
        for bad in
            ["", "1", "2512389", "25123890", "2512389X", "251 23891", "é2512389", "251238911"]
        {
            assert!(!company_number_is_valid(bad), "{bad}");
        }
        for bad in ["", "856-734-62-15", "8567346216", "85673462150"] {
            assert!(!nip_is_valid(bad), "{bad}");
        }
        // The long form with a right last digit and a wrong company in it.
        for bad in ["", "192598185", "12345678512348", "12345679512345"] {
            assert!(!regon_is_valid(bad), "{bad}");
        }
        for bad in ["", "9", "85918240012345678é"] {
            assert!(!gs1_is_valid(bad), "{bad}");
            assert!(!eic_is_valid(bad), "{bad}");
        }
        assert!(!eic_is_valid("27zg600z0012345n"));
    }

    #[test]
    fn each_country_has_its_own_company_numbers() {
        assert!(company_number_fits(Country::Cz, "25123891"));
        assert!(!company_number_fits(Country::Cz, "8567346215"));
        assert!(company_number_fits(Country::Pl, "8567346215"));
        assert!(company_number_fits(Country::Pl, "192598184"));
        assert!(!company_number_fits(Country::Pl, "25123891"));
        assert!(company_number_fits(Country::De, "HRB12345"));
        assert!(!company_number_fits(Country::De, "HRB 12345"));
    }

    /// `text` with the character at `place` replaced by another of `alphabet`.
    fn with_one_changed(text: &str, place: usize, by: usize, alphabet: &[u8]) -> String {
        let mut bytes = text.as_bytes().to_vec();
        let place = place % bytes.len();
        let now = alphabet.iter().position(|c| *c == bytes[place]).unwrap();
        bytes[place] = alphabet[(now + 1 + by % (alphabet.len() - 1)) % alphabet.len()];
        String::from_utf8(bytes).unwrap()
    }

    proptest! {
        #[test]
        fn one_wrong_digit_of_a_gs1_number_is_caught(
            body in "[0-9]{17}", place in 0..18_usize, by in 0..9_usize,
        ) {
            let number = format!("{body}{}", gs1_check_digit(&body).unwrap());
            prop_assert!(gs1_is_valid(&number));
            prop_assert!(!gs1_is_valid(&with_one_changed(&number, place, by, b"0123456789")));
        }

        #[test]
        fn one_wrong_character_of_an_eic_is_caught(
            body in "27ZG[0-9A-Z-]{11}", place in 0..16_usize, by in 0..36_usize,
        ) {
            let Some(check) = eic_check_character(&body) else { return Ok(()) };
            let code = format!("{body}{check}");
            prop_assert!(eic_is_valid(&code));
            prop_assert!(!eic_is_valid(&with_one_changed(&code, place, by, EIC_ALPHABET)));
        }

        #[test]
        fn one_wrong_digit_of_a_nip_is_caught(
            body in "[0-9]{9}", place in 0..10_usize, by in 0..9_usize,
        ) {
            let valid = (0..10).map(|last| format!("{body}{last}")).find(|n| nip_is_valid(n));
            let Some(number) = valid else { return Ok(()) };
            prop_assert!(!nip_is_valid(&with_one_changed(&number, place, by, b"0123456789")));
        }

        /// The check digit can't tell two of the eleven remainders apart, so of
        /// ten wrong digits in one place at most one gets through.
        #[test]
        fn nearly_every_wrong_digit_of_an_ico_and_a_regon_is_caught(
            seven in "[0-9]{7}", eight in "[0-9]{8}", place in 0..9_usize,
        ) {
            let check = |body: &str, place: usize, valid: fn(&str) -> bool| {
                let numbers: Vec<_> = (0..10).map(|last| format!("{body}{last}")).filter(|n| valid(n)).collect();
                let [number] = numbers.as_slice() else { panic!("{body} has {} check digits", numbers.len()) };
                let changed = (0..9).map(|by| with_one_changed(number, place, by, b"0123456789"));
                changed.filter(|n| valid(n)).count()
            };
            prop_assert!(check(&seven, place.min(7), company_number_is_valid) <= 1);
            prop_assert!(check(&eight, place, regon_is_valid) <= 1);
            // In the check digit itself none gets through.
            prop_assert_eq!(check(&seven, 7, company_number_is_valid), 0);
            prop_assert_eq!(check(&eight, 8, regon_is_valid), 0);
        }
    }
}
