//! What an authenticator app does.

use anyhow::{Context, Result};
use jiff::Timestamp;
use totp_rs::{Algorithm, Builder, Secret};

/// The code of six digits that an app with this secret (base32) shows at `now`.
pub fn current_code(secret: &str, now: Timestamp) -> Result<String> {
    let secret =
        Secret::try_from_base32(secret).ok().context("reading a second factor's secret")?;
    let totp = Builder::new()
        .with_algorithm(Algorithm::SHA1)
        .with_digits(6)
        .with_step_duration(30)
        .with_secret(secret);
    let totp = totp.build().ok().context("making a second factor")?;
    Ok(totp.generate(u64::try_from(now.as_second())?).to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_codes_are_those_of_the_rfc() {
        let code = |second| {
            current_code(
                "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ",
                Timestamp::from_second(second).unwrap(),
            )
        };
        assert_eq!(code(59).unwrap(), "287082");
        assert_eq!(code(1_111_111_109).unwrap(), "081804");
    }
}
