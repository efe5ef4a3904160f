//! Setting up, renewing and giving up the second factor.

use std::collections::HashMap;

use axum::{
    extract::State,
    http::StatusCode,
    response::{IntoResponse, Response},
};
use portal_lambda::{Error, Json, Problem, Session};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{
    App, CODE_INVALID,
    caller::Caller,
    renewal::change,
    session::{fresh, own},
};
use crate::{
    code, mails,
    secret::Secret,
    store::{Credentials, credentials::PendingTotp},
    throttle::CODES_BY_SOURCE,
    totp,
};

/// A second factor that was begun has to be confirmed within that, in seconds.
const CONFIRM_WITHIN_SECONDS: i64 = 15 * 60;

#[derive(Serialize, ToSchema)]
pub(crate) struct TotpBody {
    /// Base32, to type into an app that can't see the picture.
    secret: String,
    uri: String,
    qr_svg: String,
}

#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct CodeBody {
    #[schema(value_type = String, format = Password)]
    code: Secret,
}

#[derive(Serialize, ToSchema)]
pub(crate) struct RecoveryCodesBody {
    /// Shown this once.
    recovery_codes: Vec<String>,
}

/// Begins to set up a second factor.
#[utoipa::path(
    post, path = "/api/auth/totp", tag = "auth", operation_id = "auth_begin_totp",
    responses(
        (status = 200, body = TotpBody),
        (status = 401, body = Problem),
        (status = 403, description = "`reauthentication_needed`", body = Problem),
    )
)]
pub(crate) async fn begin_totp(
    session: Session,
    State(app): State<App>,
) -> Result<Json<TotpBody>, Error> {
    fresh(&session)?;
    let email = own(&app, &session).await?.email;
    let secret = totp::new_secret()?;
    let expires_at = app.clock.now().as_second() + CONFIRM_WITHIN_SECONDS;
    let begun = PendingTotp { secret: secret.reveal().to_owned(), expires_at };
    app.logins.commit(vec![app.logins.keep_pending_totp(&session.user, &begun)?]).await?;
    let uri = totp::uri(&secret, &app.utility.name, email.as_str());
    let qr_svg = totp::qr_svg(&uri)?;
    Ok(Json(TotpBody { secret: begun.secret, uri, qr_svg }))
}

/// Confirms the second factor with its first code.
#[utoipa::path(
    post, path = "/api/auth/totp/confirm", tag = "auth", operation_id = "auth_confirm_totp",
    request_body = CodeBody,
    responses(
        (status = 200, description = "Set up; the session goes on under a new cookie", body = RecoveryCodesBody),
        (status = 401, body = Problem),
        (status = 409, description = "`changed_meanwhile`", body = Problem),
        (status = 422, description = "`code_invalid`", body = Problem),
        (status = 429, body = Problem),
    )
)]
pub(crate) async fn confirm_totp(
    session: Session,
    caller: Caller,
    State(app): State<App>,
    Json(body): Json<CodeBody>,
) -> Result<Response, Error> {
    let now = app.clock.now();
    app.limit(&CODES_BY_SOURCE, &caller.source_name(), now).await?;
    let begun = app.logins.pending_totp(&session.user).await?;
    let begun = begun.filter(|begun| now.as_second() < begun.expires_at).ok_or(CODE_INVALID)?;
    let secret = Secret::new(begun.secret.clone());
    let seconds = u64::try_from(now.as_second()).unwrap_or_default();
    let step = totp::step_of(&secret, body.code.reveal(), None, seconds).ok_or(CODE_INVALID)?;
    let read = own(&app, &session).await?;
    let (codes, new) = with_recovery_codes(&read)?;
    let new = Credentials { totp: Some(begun.secret.clone()), totp_step: Some(step), ..new };
    let ends = app.logins.end_pending_totp(&session.user, &begun.secret);
    let mail = (mails::TOTP_ON, &[&read.email][..]);
    // Whoever has just typed a code has given a second factor.
    let proven = Session { second_factor: true, ..session };
    let headers = change(&app, (&proven, &caller), (&read, &new), mail, vec![ends], now).await?;
    Ok((headers, Json(RecoveryCodesBody { recovery_codes: codes })).into_response())
}

/// Replaces the recovery codes.
#[utoipa::path(
    post, path = "/api/auth/totp/recovery-codes", tag = "auth", operation_id = "auth_renew_recovery_codes",
    responses(
        (status = 200, body = RecoveryCodesBody),
        (status = 401, body = Problem),
        (status = 403, description = "`reauthentication_needed`", body = Problem),
        (status = 409, description = "`changed_meanwhile`", body = Problem),
        (status = 422, description = "`second_factor_missing`", body = Problem),
    )
)]
pub(crate) async fn renew_recovery_codes(
    session: Session,
    caller: Caller,
    State(app): State<App>,
) -> Result<Response, Error> {
    fresh(&session)?;
    let now = app.clock.now();
    let read = own(&app, &session).await?;
    if read.totp.is_none() {
        return Err(Error::Refused { code: "second_factor_missing", field: None });
    }
    let (codes, new) = with_recovery_codes(&read)?;
    let mail = (mails::RECOVERY_CODES_NEW, &[&read.email][..]);
    let headers = change(&app, (&session, &caller), (&read, &new), mail, vec![], now).await?;
    Ok((headers, Json(RecoveryCodesBody { recovery_codes: codes })).into_response())
}

/// Gives up the second factor. An operator can't.
#[utoipa::path(
    delete, path = "/api/auth/totp", tag = "auth", operation_id = "auth_disable_totp",
    responses(
        (status = 204, description = "Given up"),
        (status = 401, body = Problem),
        (status = 403, description = "`reauthentication_needed`", body = Problem),
        (status = 409, description = "`changed_meanwhile`", body = Problem),
        (status = 422, description = "`second_factor_required`", body = Problem),
    )
)]
pub(crate) async fn disable_totp(
    session: Session,
    caller: Caller,
    State(app): State<App>,
) -> Result<Response, Error> {
    fresh(&session)?;
    let now = app.clock.now();
    let read = own(&app, &session).await?;
    if app.logins.standing(&session.user).await?.staff.is_some() {
        return Err(Error::Refused { code: "second_factor_required", field: None });
    }
    let new = read.clone().without_second_factor();
    let mail = (mails::TOTP_OFF, &[&read.email][..]);
    let headers = change(&app, (&session, &caller), (&read, &new), mail, vec![], now).await?;
    Ok((StatusCode::NO_CONTENT, headers).into_response())
}

fn with_recovery_codes(read: &Credentials) -> anyhow::Result<(Vec<String>, Credentials)> {
    let salt = code::salt()?;
    let mut recovery = HashMap::new();
    let mut shown = Vec::new();
    for secret in code::recovery_codes()? {
        let plain = code::read_recovery_code(&secret).unwrap_or_default();
        recovery.insert(code::keep(&plain, "recovery", &salt)?, true);
        shown.push(secret.reveal().to_owned());
    }
    Ok((shown, Credentials { recovery, recovery_salt: Some(salt), ..read.clone() }))
}
