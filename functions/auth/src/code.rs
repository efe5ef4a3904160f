//! Codes and tokens: how they are made, written, read and kept.
//!
//! | secret | randomness | how it reaches the person | how it is kept |
//! |---|---|---|---|
//! | mail code | 8 digits | e-mail | Argon2id, salted |
//! | letter code | 45 bits: 9 Crockford characters and a check character | letter | Argon2id, salted |
//! | recovery code | 80 bits: 16 Crockford characters | shown once | Argon2id, salted |
//! | link token, session token, device token | 256 bits | link, cookie | SHA-256 |
//!
//! A hash is bound to what the code is for, so that a code of one request is
//! worthless in another.

use anyhow::{Context, Result};
use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use subtle::ConstantTimeEq;

use crate::{password::slow_hash, secret::Secret};

/// Without I, L, O and U, which are misread.
const CROCKFORD: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const LETTER_CHARACTERS: usize = 9;
const RECOVERY_CHARACTERS: usize = 16;
/// Recovery codes that a person gets.
pub(crate) const RECOVERY_CODES: usize = 10;

fn random<const N: usize>() -> Result<[u8; N]> {
    let mut bytes = [0; N];
    getrandom::fill(&mut bytes)
        .map_err(|error| anyhow::anyhow!("asking for randomness: {error}"))?;
    Ok(bytes)
}

/// 256 random bits, as text for a cookie or a link.
pub(crate) fn token() -> Result<Secret> {
    Ok(Secret::new(URL_SAFE_NO_PAD.encode(random::<32>()?)))
}

/// A random name: 128 bits in hexadecimal. No secret.
pub(crate) fn id() -> Result<String> {
    Ok(hex::encode(random::<16>()?))
}

/// A salt for [`keep`], in hexadecimal.
pub(crate) fn salt() -> Result<String> {
    id()
}

/// Eight digits for a mail.
pub(crate) fn mail_code() -> Result<Secret> {
    // Of 2^64 numbers the remainder favours none by more than 1 in 10^11.
    let number = u64::from_le_bytes(random()?) % 100_000_000;
    Ok(Secret::new(format!("{number:08}")))
}

/// Nine random characters and a check character, in two groups, for a letter.
pub(crate) fn letter_code() -> Result<Secret> {
    let mut values: Vec<u8> = random::<LETTER_CHARACTERS>()?.iter().map(|b| b & 31).collect();
    values.push(check_value(&values));
    Ok(Secret::new(written(&values, 5)))
}

/// Ten codes for a person who has lost their second factor.
pub(crate) fn recovery_codes() -> Result<Vec<Secret>> {
    let one = || {
        let values: Vec<u8> = random::<RECOVERY_CHARACTERS>()?.iter().map(|b| b & 31).collect();
        Ok(Secret::new(written(&values, 4)))
    };
    (0..RECOVERY_CODES).map(|_| one()).collect()
}

/// The digits of a mail code as typed; `None` when it can't be one.
pub(crate) fn read_mail_code(typed: &Secret) -> Option<String> {
    let digits: String =
        typed.reveal().chars().filter(|c| !c.is_whitespace() && *c != '-').collect();
    (digits.len() == 8 && digits.bytes().all(|b| b.is_ascii_digit())).then_some(digits)
}

/// The characters of a letter code as typed; `None` when it was mistyped.
pub(crate) fn read_letter_code(typed: &Secret) -> Option<String> {
    let values = read_values(typed, LETTER_CHARACTERS + 1)?;
    let (check, code) = values.split_last()?;
    (check_value(code) == *check).then(|| written(&values, usize::MAX))
}

/// The characters of a recovery code as typed; `None` when it can't be one.
pub(crate) fn read_recovery_code(typed: &Secret) -> Option<String> {
    Some(written(&read_values(typed, RECOVERY_CHARACTERS)?, usize::MAX))
}

/// What is kept of a short `code` under `salt` (hexadecimal), bound to `purpose`.
pub(crate) fn keep(code: &str, purpose: &str, salt: &str) -> Result<String> {
    let salt = hex::decode(salt).context("reading a salt")?;
    Ok(hex::encode(slow_hash(&format!("{purpose}\n{code}"), &salt)?))
}

/// Whether two hashes are the same, in the same time whatever they are.
pub(crate) fn same(a: &str, b: &str) -> bool {
    a.as_bytes().ct_eq(b.as_bytes()).into()
}

fn read_values(typed: &Secret, length: usize) -> Option<Vec<u8>> {
    let plain = typed.reveal().chars().filter(|c| !c.is_whitespace() && *c != '-').take(length + 1);
    let value = |c: char| {
        let c = match c.to_ascii_uppercase() {
            'O' => '0',
            'I' | 'L' => '1',
            c => c,
        };
        CROCKFORD
            .iter()
            .position(|known| char::from(*known) == c)
            .and_then(|at| u8::try_from(at).ok())
    };
    let values: Option<Vec<u8>> = plain.map(value).collect();
    values.filter(|values| values.len() == length)
}

fn written(values: &[u8], group: usize) -> String {
    let mut text = String::new();
    for (i, value) in values.iter().enumerate() {
        if i > 0 && i % group == 0 {
            text.push('-');
        }
        text.push(char::from(CROCKFORD[usize::from(value & 31)]));
    }
    text
}

/// A check over GF(32), each place with another power of x: finds every single
/// wrong character and every two that changed places.
fn check_value(values: &[u8]) -> u8 {
    values.iter().fold(0, |sum, value| {
        let sum = (sum ^ value) << 1;
        // Modulo x^5 + x^2 + 1.
        if sum & 32 == 0 { sum } else { (sum & 31) ^ 0b00101 }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn typed(text: &str) -> Secret {
        Secret::new(text.to_owned())
    }

    #[test]
    fn a_letter_code_reads_back_however_it_is_typed() {
        let code = letter_code().unwrap();
        let printed = code.reveal();
        assert_eq!(printed.len(), 11);
        assert_eq!(printed.as_bytes()[5], b'-');
        let read = read_letter_code(&code).unwrap();
        assert_eq!(read, printed.replace('-', ""));
        let sloppy = printed.to_lowercase().replace('-', "  ").replace('0', "o").replace('1', "l");
        assert_eq!(read_letter_code(&typed(&sloppy)).unwrap(), read);
    }

    #[test]
    fn every_wrong_character_and_every_swap_of_a_letter_code_is_noticed() {
        let code = read_letter_code(&letter_code().unwrap()).unwrap().into_bytes();
        for at in 0..code.len() {
            for other in CROCKFORD.iter().filter(|other| **other != code[at]) {
                let mut wrong = code.clone();
                wrong[at] = *other;
                assert!(read_letter_code(&typed(std::str::from_utf8(&wrong).unwrap())).is_none());
            }
            for with in (0..at).filter(|with| code[*with] != code[at]) {
                let mut wrong = code.clone();
                wrong.swap(at, with);
                assert!(read_letter_code(&typed(std::str::from_utf8(&wrong).unwrap())).is_none());
            }
        }
    }

    #[test]
    fn what_is_no_code_is_not_read() {
        for wrong in ["", "1234567", "123456789", "1234567a", "１２３４５６７８"] {
            assert!(read_mail_code(&typed(wrong)).is_none(), "{wrong}");
        }
        assert_eq!(read_mail_code(&typed(" 1234 5678 ")).unwrap(), "12345678");
        for wrong in ["", "ABCDE-FGHJ", "UUUUU-UUUUU", "ABCDE-ABCDE-ABCDE"] {
            assert!(read_letter_code(&typed(wrong)).is_none(), "{wrong}");
        }
    }

    #[test]
    fn a_code_of_one_request_is_worthless_in_another() {
        let salt = salt().unwrap();
        let kept = keep("12345678", "request-1", &salt).unwrap();
        assert!(same(&kept, &keep("12345678", "request-1", &salt).unwrap()));
        assert!(!same(&kept, &keep("12345678", "request-2", &salt).unwrap()));
        assert!(!same(&kept, &keep("12345679", "request-1", &salt).unwrap()));
        assert!(!kept.contains("12345678"));
    }

    #[test]
    fn ten_recovery_codes_of_eighty_bits_differ() {
        let codes = recovery_codes().unwrap();
        let read: std::collections::BTreeSet<String> =
            codes.iter().map(|code| read_recovery_code(code).unwrap()).collect();
        assert_eq!(read.len(), RECOVERY_CODES);
        assert!(read.iter().all(|code| code.len() == 16));
        assert_eq!(token().unwrap().reveal().len(), 43);
    }
}
