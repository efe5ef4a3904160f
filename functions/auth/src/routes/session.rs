//! Own sessions, and what protects the account.

use axum::{
    extract::State,
    http::StatusCode,
    response::{IntoResponse, Response},
};
use jiff::Timestamp;
use portal_domain::EmailAddress;
use portal_lambda::{Error, Json, Path, Problem, Session, access::FRESH_FOR_SECONDS};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{
    App,
    attempt::{Proof, credentials, give_back, right_password, second_factor, take_turn},
    caller::{Caller, without_session},
};
use crate::{
    secret::Secret,
    store::{
        Committed, Credentials,
        sessions::{KeptSession, session_sort_key},
    },
};

/// What a signed-in user's credentials are; 401 when the account is gone.
pub(crate) async fn own(app: &App, session: &Session) -> Result<Credentials, Error> {
    app.logins.credentials(&session.user).await?.ok_or(Error::SIGNED_OUT)
}

/// Refuses a change of credentials unless the password was typed again a
/// moment ago.
pub(crate) fn fresh(session: &Session) -> Result<(), Error> {
    if session.fresh { Ok(()) } else { Err(Error::Forbidden("reauthentication_needed")) }
}

/// Ends the session.
#[utoipa::path(
    post, path = "/api/auth/sign-out", tag = "auth", operation_id = "auth_sign_out",
    responses((status = 204, description = "Signed out"), (status = 401, body = Problem))
)]
pub(crate) async fn sign_out(
    session: Session,
    caller: Caller,
    State(app): State<App>,
) -> Result<Response, Error> {
    let ends = app.logins.end_session(&session.user, &session_sort_key(&session.token));
    app.logins.commit(vec![ends]).await?;
    app.journal(&session.user, &caller, "signed_out", "by_user", None, app.clock.now()).await?;
    Ok((StatusCode::NO_CONTENT, without_session()).into_response())
}

#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct ReauthenticateBody {
    #[schema(value_type = String, format = Password)]
    password: Secret,
    #[serde(default)]
    #[schema(value_type = Option<String>, format = Password)]
    code: Option<Secret>,
}

/// Proves again who is at the keyboard: credentials may be changed for ten minutes.
#[utoipa::path(
    post, path = "/api/auth/reauthenticate", tag = "auth", operation_id = "auth_reauthenticate",
    request_body = ReauthenticateBody,
    responses(
        (status = 204, description = "Credentials may be changed"),
        (status = 401, description = "`signed_out`", body = Problem),
        (status = 403, description = "`reauthentication_failed`, `second_factor_needed`", body = Problem),
        (status = 429, body = Problem),
    )
)]
pub(crate) async fn reauthenticate(
    session: Session,
    caller: Caller,
    State(app): State<App>,
    Json(body): Json<ReauthenticateBody>,
) -> Result<StatusCode, Error> {
    const FAILED: Error = Error::Forbidden("reauthentication_failed");
    let now = app.clock.now();
    let email = own(&app, &session).await?.email;
    let attempt = take_turn(&app, &email, caller.device_hash.as_deref(), now).await?;
    let found = credentials(&app, Some(&session.user)).await?;
    let (user, credentials) = found.ok_or(Error::SIGNED_OUT)?;
    let proof = match right_password(&body.password, Some(&credentials)) {
        true => second_factor(&credentials, body.code.as_ref(), now)?,
        false => Proof::Wrong,
    };
    let factor = match proof {
        Proof::Given(factor) => factor,
        Proof::Missing => {
            give_back(&app, &attempt).await?;
            return Err(Error::Forbidden("second_factor_needed"));
        }
        Proof::Wrong => {
            app.journal(&user, &caller, "reauthentication", "failed", None, now).await?;
            return Err(FAILED);
        }
    };
    let burn = app.logins.signed_in(&user, &credentials, &factor, now);
    let forget = app.logins.forget_attempts(&attempt.account);
    if app.logins.commit(vec![burn, forget]).await? == Committed::No {
        return Err(FAILED);
    }
    let until = now.as_second() + FRESH_FOR_SECONDS;
    if !app.logins.freshen(&user, &session.token, until).await? {
        return Err(Error::SIGNED_OUT);
    }
    app.journal(&user, &caller, "reauthentication", "done", None, now).await?;
    Ok(StatusCode::NO_CONTENT)
}

#[derive(Serialize, ToSchema)]
pub(crate) struct SecurityBody {
    email: EmailAddress,
    /// A second factor is set up.
    totp: bool,
    recovery_codes_left: usize,
    password_changed_at: Timestamp,
    /// An operator who has no second factor yet can do nothing else.
    must_enrol: bool,
}

/// What protects the account.
#[utoipa::path(
    get, path = "/api/auth/security", tag = "auth", operation_id = "auth_security",
    responses((status = 200, body = SecurityBody), (status = 401, body = Problem))
)]
pub(crate) async fn security(
    session: Session,
    State(app): State<App>,
) -> Result<Json<SecurityBody>, Error> {
    let credentials = own(&app, &session).await?;
    let operator = app.logins.standing(&session.user).await?.is_operator();
    let totp = credentials.totp.is_some();
    Ok(Json(SecurityBody {
        email: credentials.email,
        totp,
        recovery_codes_left: credentials.recovery.len(),
        password_changed_at: credentials.password_changed_at,
        must_enrol: operator && !totp,
    }))
}

#[derive(Serialize, ToSchema)]
pub(crate) struct SessionBody {
    id: String,
    created_at: Timestamp,
    last_seen_at: Timestamp,
    /// Browser and system, in words.
    device: Option<String>,
    source: Option<String>,
    /// The one that asks.
    current: bool,
}

#[derive(Serialize, ToSchema)]
pub(crate) struct SessionsBody {
    sessions: Vec<SessionBody>,
}

/// Own sessions, newest first.
#[utoipa::path(
    get, path = "/api/auth/sessions", tag = "auth", operation_id = "auth_list_sessions",
    responses((status = 200, body = SessionsBody), (status = 401, body = Problem))
)]
pub(crate) async fn list_sessions(
    session: Session,
    State(app): State<App>,
) -> Result<Json<SessionsBody>, Error> {
    let now = app.clock.now();
    let kept = app.logins.sessions(&session.user).await?;
    let open = kept.into_iter().rev().filter(|kept| kept.session.is_open(now));
    let sessions = open.map(|KeptSession { session: kept, .. }| SessionBody {
        current: kept.id == session.id,
        id: kept.id,
        created_at: kept.created_at,
        last_seen_at: kept.last_seen_at,
        device: kept.device,
        source: kept.source,
    });
    Ok(Json(SessionsBody { sessions: sessions.collect() }))
}

/// Ends one of the own sessions.
#[utoipa::path(
    delete, path = "/api/auth/sessions/{session}", tag = "auth", operation_id = "auth_end_session",
    params(("session" = String, Path)),
    responses(
        (status = 204, description = "Ended"),
        (status = 401, body = Problem),
        (status = 404, body = Problem),
    )
)]
pub(crate) async fn end_session(
    session: Session,
    caller: Caller,
    State(app): State<App>,
    Path(id): Path<String>,
) -> Result<Response, Error> {
    let kept = app.logins.sessions(&session.user).await?;
    let ending = kept.iter().find(|kept| kept.session.id == id).ok_or(Error::NotFound)?;
    app.logins.commit(vec![app.logins.end_session(&session.user, &ending.sk)]).await?;
    let device = ending.session.device.clone();
    app.journal(&session.user, &caller, "session_ended", "by_user", device, app.clock.now())
        .await?;
    Ok(match id == session.id {
        true => (StatusCode::NO_CONTENT, without_session()).into_response(),
        false => StatusCode::NO_CONTENT.into_response(),
    })
}

/// Ends all own sessions but this one.
#[utoipa::path(
    post, path = "/api/auth/sessions/end-others", tag = "auth", operation_id = "auth_end_other_sessions",
    responses((status = 204, description = "Ended"), (status = 401, body = Problem))
)]
pub(crate) async fn end_other_sessions(
    session: Session,
    caller: Caller,
    State(app): State<App>,
) -> Result<StatusCode, Error> {
    let kept = app.logins.sessions(&session.user).await?;
    let others = kept.iter().filter(|kept| kept.session.id != session.id).take(100);
    let steps: Vec<_> =
        others.map(|kept| app.logins.end_session(&session.user, &kept.sk)).collect();
    if !steps.is_empty() {
        app.logins.commit(steps).await?;
    }
    app.journal(&session.user, &caller, "sessions_ended", "others", None, app.clock.now()).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Signs out everywhere.
#[utoipa::path(
    post, path = "/api/auth/sessions/end-all", tag = "auth", operation_id = "auth_end_all_sessions",
    responses((status = 204, description = "Ended"), (status = 401, body = Problem))
)]
pub(crate) async fn end_all_sessions(
    session: Session,
    caller: Caller,
    State(app): State<App>,
) -> Result<Response, Error> {
    app.logins.end_all_sessions(&session.user).await?;
    app.journal(&session.user, &caller, "sessions_ended", "all", None, app.clock.now()).await?;
    Ok((StatusCode::NO_CONTENT, without_session()).into_response())
}
