//! An attempt to prove who one is: throttled, then verified.

use jiff::Timestamp;
use portal_domain::{EmailAddress, UserId};
use portal_lambda::Error;

use super::App;
use crate::{
    code,
    password::{self, Password},
    secret::Secret,
    store::{
        attempts::{Account, Before},
        credentials::{Credentials, SecondFactor},
    },
    throttle::{Failures, Turn, turn},
    totp,
};

/// An attempt that was counted as failed before it is made.
pub(crate) struct Attempt {
    pub(crate) account: Account,
    failures: Failures,
    pub(crate) before: Before,
}

/// What came of a second factor.
pub(crate) enum Proof {
    Given(SecondFactor),
    Missing,
    Wrong,
}

/// Takes the account's turn, or says when the next one is. A known device has
/// an allowance of its own, so that a stranger who guesses can't lock the owner
/// out.
pub(crate) async fn take_turn(
    app: &App,
    email: &EmailAddress,
    device_hash: Option<&str>,
    now: Timestamp,
) -> Result<Attempt, Error> {
    let name = app.account(email);
    let mut account = Account { name, device: device_hash.map(str::to_owned) };
    let before = app.logins.before_sign_in(email, &account, now).await?;
    if !before.known_device {
        account.device = None;
    }
    let failures = if before.known_device { before.device_failures } else { before.failures };
    let retry_after = match turn(failures, now.as_second()) {
        Turn::Go if app.logins.reserve_attempt(&account, failures, now).await? => {
            return Ok(Attempt { account, failures, before });
        }
        // Another attempt came first.
        Turn::Go => 1,
        Turn::Wait(seconds) => seconds,
        // Until recovery; a stranger learns no more than from a wait.
        Turn::Disabled => 15 * 60,
    };
    Err(Error::TooMany { code: "too_many_attempts", retry_after })
}

/// Takes back the attempt: it neither failed nor succeeded.
pub(crate) async fn give_back(app: &App, attempt: &Attempt) -> anyhow::Result<()> {
    app.logins.give_back_attempt(&attempt.account, attempt.failures).await
}

/// Whether the password is the user's. As slow when there is no user.
pub(crate) fn right_password(typed: &Secret, credentials: Option<&Credentials>) -> bool {
    let kept = credentials.map(|credentials| credentials.password.as_str());
    match Password::typed(typed) {
        Some(password) => password::verify(&password, kept),
        // Too long to be anybody's.
        None => false,
    }
}

/// What `typed` proves beside the password.
pub(crate) fn second_factor(
    credentials: &Credentials,
    typed: Option<&Secret>,
    now: Timestamp,
) -> anyhow::Result<Proof> {
    let Some(secret) = &credentials.totp else { return Ok(Proof::Given(SecondFactor::None)) };
    let Some(typed) = typed.filter(|typed| !typed.reveal().trim().is_empty()) else {
        return Ok(Proof::Missing);
    };
    if totp::looks_like_code(typed.reveal()) {
        let secret = Secret::new(secret.clone());
        let now = u64::try_from(now.as_second()).unwrap_or_default();
        let step = totp::step_of(&secret, typed.reveal(), credentials.totp_step, now);
        return Ok(step.map_or(Proof::Wrong, |step| Proof::Given(SecondFactor::Totp(step))));
    }
    let (Some(read), Some(salt)) = (code::read_recovery_code(typed), &credentials.recovery_salt)
    else {
        return Ok(Proof::Wrong);
    };
    let hash = code::keep(&read, "recovery", salt)?;
    let known = credentials.recovery.contains_key(&hash);
    Ok(if known { Proof::Given(SecondFactor::Recovery(hash)) } else { Proof::Wrong })
}

/// Loads the credentials of the user, or takes as long to find none.
pub(crate) async fn credentials(
    app: &App,
    user: Option<&UserId>,
) -> anyhow::Result<Option<(UserId, Credentials)>> {
    let nobody = UserId::try_from("nobody".to_owned())?;
    let found = app.logins.credentials(user.unwrap_or(&nobody)).await?;
    Ok(user.cloned().zip(found))
}
