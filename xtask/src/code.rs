//! The six digits of a demo log-in's second factor, for who has no
//! authenticator at hand.

use std::time::{SystemTime, UNIX_EPOCH};

use anyhow::{Context, Result, anyhow};
use totp_rs::{Builder, Secret};

pub fn show(secret: &str) -> Result<()> {
    let now = SystemTime::now().duration_since(UNIX_EPOCH)?.as_secs();
    println!("{}", of(secret, now)?);
    Ok(())
}

fn of(secret: &str, now: u64) -> Result<String> {
    let secret = Secret::try_from_base32(secret).map_err(|_| anyhow!("no base32 secret"))?;
    let totp = Builder::new().with_secret(secret).build();
    Ok(totp.ok().context("the secret is too short")?.generate(now).to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_code_is_that_of_rfc_6238() {
        // "12345678901234567890" at 59 s; the RFC shows eight digits of it.
        assert_eq!(of("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ", 59).unwrap(), "287082");
    }
}
