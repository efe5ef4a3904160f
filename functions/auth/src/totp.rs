//! The second factor: codes that change every thirty seconds (RFC 6238).

use anyhow::{Result, anyhow};
use fast_qr::{QRBuilder, convert::svg::SvgBuilder};
use totp_rs::{Algorithm, Builder, Totp};

use crate::secret::Secret;

const STEP_SECONDS: u64 = 30;
const SECRET_BYTES: usize = 20;

/// A new secret, in base32 as authenticator apps take it.
pub(crate) fn new_secret() -> Result<Secret> {
    let mut bytes = [0; SECRET_BYTES];
    getrandom::fill(&mut bytes).map_err(|error| anyhow!("asking for randomness: {error}"))?;
    Ok(Secret::new(totp_rs::Secret::new(Box::new(bytes)).to_base32()))
}

/// The step whose code was typed: this one, the one before or the next, but
/// none at or before `last_used`, so that a code serves once.
pub(crate) fn step_of(
    secret: &Secret,
    typed: &str,
    last_used: Option<u64>,
    now: u64,
) -> Option<u64> {
    let totp = totp(secret)?;
    let typed: String = typed.chars().filter(|c| !c.is_whitespace()).collect();
    let step = totp.check(&typed, now)?;
    last_used.is_none_or(|used| used < step).then_some(step)
}

/// Whether something was typed that may be a code of an app, not a recovery
/// code.
pub(crate) fn looks_like_code(typed: &str) -> bool {
    let digits = typed.chars().filter(|c| !c.is_whitespace());
    digits.clone().count() == 6 && digits.into_iter().all(|c| c.is_ascii_digit())
}

/// The address that an authenticator app reads the secret from.
pub(crate) fn uri(secret: &Secret, issuer: &str, account: &str) -> String {
    let (issuer, account) = (escape(issuer), escape(account));
    let secret = secret.reveal();
    format!("otpauth://totp/{issuer}:{account}?secret={secret}&issuer={issuer}")
}

/// `uri` as a picture.
pub(crate) fn qr_svg(uri: &str) -> Result<String> {
    let code = QRBuilder::new(uri).build().map_err(|_| anyhow!("drawing a QR code"))?;
    Ok(SvgBuilder::default().to_str(&code))
}

fn totp(secret: &Secret) -> Option<Totp> {
    let secret = totp_rs::Secret::try_from_base32(secret.reveal()).ok()?;
    Builder::new()
        .with_algorithm(Algorithm::SHA1)
        .with_digits(6)
        .with_skew(1)
        .with_step_duration(STEP_SECONDS)
        .with_secret(secret)
        .build()
        .ok()
}

fn escape(text: &str) -> String {
    let plain = |b: u8| b.is_ascii_alphanumeric() || b"-._~@".contains(&b);
    text.bytes()
        .map(|b| if plain(b) { char::from(b).to_string() } else { format!("%{b:02X}") })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    // RFC 6238, appendix B, cut to six digits.
    const SECRET: &str = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

    #[track_caller]
    fn check(typed: &str, last_used: Option<u64>, now: u64, expected: Option<u64>) {
        assert_eq!(step_of(&Secret::new(SECRET.to_owned()), typed, last_used, now), expected);
    }

    #[test]
    fn the_codes_are_those_of_the_rfc() {
        check("287082", None, 59, Some(1));
        check("081804", None, 1_111_111_109, Some(37_037_036));
        check("005 924", None, 1_234_567_890, Some(41_152_263));
    }

    #[test]
    fn a_clock_may_be_one_step_off() {
        check("287082", None, 59 + 30, Some(1));
        check("287082", None, 29, Some(1));
        check("287082", None, 59 + 61, None);
    }

    #[test]
    fn a_code_serves_once() {
        check("287082", Some(0), 59, Some(1));
        check("287082", Some(1), 59, None);
        check("287082", Some(2), 59, None);
    }

    #[test]
    fn what_is_no_code_opens_nothing() {
        for wrong in ["", "28708", "2870820", "abcdef", "000000"] {
            check(wrong, None, 59, None);
        }
        assert!(looks_like_code("123 456") && !looks_like_code("ABCD-EFGH-JKMN-PQRS"));
    }

    #[test]
    fn an_app_can_read_the_secret() {
        let secret = new_secret().unwrap();
        assert_eq!(secret.reveal().len(), 32);
        let uri = uri(&secret, "Vodárna Vzorov", "anna@example.com");
        assert!(uri.starts_with("otpauth://totp/Vod%C3%A1rna%20Vzorov:anna@example.com?secret="));
        assert!(qr_svg(&uri).unwrap().starts_with("<svg"));
    }
}
