//! Signing in.

use axum::{
    extract::State,
    http::HeaderMap,
    response::{IntoResponse, Response},
};
use jiff::Timestamp;
use portal_domain::{EmailAddress, Language, UserId};
use portal_lambda::{Error, Json, Problem, access::token_hash};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{
    App,
    attempt::{Attempt, Proof, credentials, give_back, right_password, second_factor, take_turn},
    caller::{Caller, remember_device, with_session},
};
use crate::{
    code, mails,
    secret::Secret,
    session::{Kind, MOST_SESSIONS, new_session},
    store::{
        Committed, Credentials, Step,
        credentials::SecondFactor,
        mails::Notice,
        sessions::{Standing, expired, session_sort_key},
    },
    throttle::{Limit, SIGN_IN_BY_NETWORK, SIGN_IN_BY_SOURCE},
};

#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct SignInBody {
    /// The e-mail address.
    login: String,
    #[schema(value_type = String, format = Password)]
    password: Secret,
    /// Of the authenticator app, or a recovery code.
    #[serde(default)]
    #[schema(value_type = Option<String>, format = Password)]
    code: Option<Secret>,
}

#[derive(Serialize, ToSchema)]
pub(crate) struct SignedInBody {
    user: UserId,
}

const FAILED: Error = Error::Unauthenticated("sign_in_failed");

/// Signs in with e-mail and password, and with a second factor where one is set up.
#[utoipa::path(
    post, path = "/api/auth/sign-in", tag = "auth", operation_id = "auth_sign_in",
    request_body = SignInBody,
    responses(
        (status = 200, description = "Signed in; sets the session cookie", body = SignedInBody),
        (status = 401, description = "`sign_in_failed`, `second_factor_needed`", body = Problem),
        (status = 429, description = "`too_many_attempts`", body = Problem),
    )
)]
pub(crate) async fn sign_in(
    caller: Caller,
    State(app): State<App>,
    Json(body): Json<SignInBody>,
) -> Result<Response, Error> {
    let now = app.clock.now();
    limit_source(&app, &caller, now).await?;
    let email: EmailAddress = body.login.parse().map_err(|_| FAILED)?;
    let attempt = take_turn(&app, &email, caller.device_hash.as_deref(), now).await?;
    let found = credentials(&app, attempt.before.user.as_ref()).await?;
    let right = right_password(&body.password, found.as_ref().map(|(_, credentials)| credentials));
    let (Some((user, credentials)), true) = (&found, right) else {
        let user = found.as_ref().map(|(user, _)| user);
        return Err(failed(&app, &caller, user, &email, "wrong_password", now).await?);
    };
    match second_factor(credentials, body.code.as_ref(), now)? {
        Proof::Given(factor) => {
            enter(&app, &caller, &attempt, user, credentials, factor, now).await
        }
        Proof::Missing => {
            give_back(&app, &attempt).await?;
            Err(Error::Unauthenticated("second_factor_needed"))
        }
        Proof::Wrong => Err(failed(&app, &caller, Some(user), &email, "wrong_code", now).await?),
    }
}

/// Limits by address and by network. If they can't be counted, people are let
/// try all the same: the account's own throttle still holds, and the alarm on
/// this line rings.
async fn limit_source(app: &App, caller: &Caller, now: Timestamp) -> Result<(), Error> {
    let (source, network) = (caller.source_name(), caller.network_name());
    let (source, network) = tokio::join!(
        app.limit(&SIGN_IN_BY_SOURCE, &source, now),
        app.limit(&SIGN_IN_BY_NETWORK, &network, now)
    );
    for outcome in [source, network] {
        match outcome {
            Err(Error::Internal(cause)) => tracing::error!(
                alarm = "source_limiter_down",
                cause = format!("{cause:#}"),
                "log-ins aren't limited by source"
            ),
            other => other?,
        }
    }
    Ok(())
}

/// Writes down a failed log-in. For an address that nobody has, a counter is
/// written instead, so that the answer takes as long.
async fn failed(
    app: &App,
    caller: &Caller,
    user: Option<&UserId>,
    email: &EmailAddress,
    why: &str,
    now: Timestamp,
) -> Result<Error, Error> {
    const UNKNOWN: Limit = Limit { name: "sign_in_unknown", most: u32::MAX, window_seconds: 300 };
    match user {
        Some(user) => {
            let login = Some(email.to_string());
            app.journal(user, caller, "sign_in_failed", why, login, now).await?;
        }
        None => app.limit(&UNKNOWN, &caller.network_name(), now).await?,
    }
    Ok(FAILED)
}

/// Opens a session: what proved it is burnt, the oldest session beyond ten
/// ends, and so does the one that the request came with.
async fn enter(
    app: &App,
    caller: &Caller,
    attempt: &Attempt,
    user: &UserId,
    credentials: &Credentials,
    factor: SecondFactor,
    now: Timestamp,
) -> Result<Response, Error> {
    let standing = app.logins.standing(user).await?;
    let kind = if standing.is_operator() { Kind::Operator } else { Kind::Customer };
    let token = code::token()?;
    let session =
        new_session(kind, factor != SecondFactor::None, false, caller_words(caller), now)?;
    let mut steps = vec![
        app.logins.signed_in(user, credentials, &factor, now),
        app.logins.open_session(user, token.reveal(), &session)?,
        app.logins.forget_attempts(&attempt.account),
    ];
    steps.extend(endings(app, caller, user, &standing, now));
    let mut headers = with_session(user, &token);
    if !attempt.before.known_device {
        steps.extend(new_device(app, caller, user, credentials, &standing, &mut headers, now)?);
    }
    if app.logins.commit(steps).await? == Committed::No {
        // The code was used, or the password changed, a moment ago.
        return Err(failed(app, caller, Some(user), &credentials.email, "used_code", now).await?);
    }
    for gone in expired(&standing.sessions, now) {
        let detail = gone.session.device.clone();
        app.journal(user, caller, "session_expired", "noticed", detail, now).await?;
    }
    let with = if factor == SecondFactor::None { "password" } else { "second_factor" };
    app.journal(user, caller, "signed_in", with, None, now).await?;
    Ok((headers, Json(SignedInBody { user: user.clone() })).into_response())
}

/// Where a session is used from, as it is listed.
pub(crate) fn caller_words(caller: &Caller) -> (Option<String>, Option<String>) {
    (Some(caller.device.clone()), caller.source.map(|address| address.to_string()))
}

fn endings(
    app: &App,
    caller: &Caller,
    user: &UserId,
    standing: &Standing,
    now: Timestamp,
) -> Vec<Step> {
    let presented = match &caller.session {
        Some((of, token)) if of == user => session_sort_key(token.reveal()),
        _ => String::new(),
    };
    let gone = |sk: &str, open: bool| sk == presented || !open;
    let mut left: Vec<&str> = Vec::new();
    let mut ends: Vec<&str> = Vec::new();
    for kept in &standing.sessions {
        let list = if gone(&kept.sk, kept.session.is_open(now)) { &mut ends } else { &mut left };
        list.push(&kept.sk);
    }
    let beyond = (left.len() + 1).saturating_sub(MOST_SESSIONS);
    ends.extend(left.iter().take(beyond));
    ends.into_iter().take(50).map(|sk| app.logins.end_session(user, sk)).collect()
}

/// Remembers the device, and tells the owner, unless it is their very first
/// sign-in.
fn new_device(
    app: &App,
    caller: &Caller,
    user: &UserId,
    credentials: &Credentials,
    standing: &Standing,
    headers: &mut HeaderMap,
    now: Timestamp,
) -> Result<Vec<Step>, Error> {
    let device = code::token()?;
    remember_device(headers, &device);
    let mut steps = vec![app.logins.remember_device(&token_hash(device.reveal()), user, now)?];
    if credentials.last_sign_in.is_some() {
        let language = standing.profile.as_ref().map_or(Language::default(), |p| p.language);
        let notice = Notice::new(mails::NEW_DEVICE, &credentials.email, language, now)?;
        steps.push(app.logins.notify(&notice.with("device", &caller.device))?);
    }
    Ok(steps)
}
