//! A new password for somebody who has lost theirs.

use std::collections::HashMap;

use axum::{extract::State, http::StatusCode};
use portal_domain::{EmailAddress, Language, UserId};
use portal_lambda::{Error, Json, Problem, access::token_hash};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{
    App, CODE_INVALID,
    attempt::{Proof, second_factor},
    caller::Caller,
    sign_up::{RequestBody, SignUpBody},
};
use crate::{
    code, mails,
    password::{acceptable, hash, not_personal, words_about},
    secret::Secret,
    store::{
        Committed, Credentials, Request, credentials::SecondFactor, mails::Notice, requests::Kind,
    },
    throttle::{CODES_BY_SOURCE, RECOVERY_BY_SOURCE, RECOVERY_FACTOR_BY_USER},
};

#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct CompleteBody {
    request: String,
    /// From the link.
    #[schema(value_type = String, format = Password)]
    code: Secret,
    #[schema(value_type = String, format = Password)]
    password: Secret,
    /// Of the authenticator app, or a recovery code, where one is set up.
    #[serde(default)]
    #[schema(value_type = Option<String>, format = Password)]
    second_factor: Option<Secret>,
}

#[derive(Serialize, ToSchema)]
pub(crate) struct RecoveredBody {
    email: EmailAddress,
}

/// Asks for a link to choose a new password.
#[utoipa::path(
    post, path = "/api/auth/recovery", tag = "auth", operation_id = "auth_request_recovery",
    request_body = SignUpBody,
    responses(
        (status = 202, description = "Kept; if the data match, a link is on its way", body = RequestBody),
        (status = 422, description = "`email_invalid`, `amount_invalid`, `amount_or_meter_missing`", body = Problem),
        (status = 429, description = "`too_many_attempts`", body = Problem),
    )
)]
pub(crate) async fn request_recovery(
    caller: Caller,
    State(app): State<App>,
    Json(body): Json<SignUpBody>,
) -> Result<(StatusCode, Json<RequestBody>), Error> {
    let now = app.clock.now();
    app.limit(&RECOVERY_BY_SOURCE, &caller.source_name(), now).await?;
    let request = body.into_request(Kind::Recovery, now)?;
    app.logins.commit(vec![app.logins.keep_request(&request)?]).await?;
    Ok((StatusCode::ACCEPTED, Json(RequestBody::of(request))))
}

/// The request that `code` opens. A wrong one counts.
pub(crate) async fn opened_by(
    app: &App,
    id: &str,
    code: &Secret,
    kind: Kind,
    now: jiff::Timestamp,
) -> Result<Request, Error> {
    let found = app.logins.request(id).await?;
    let hash = token_hash(code.reveal());
    let fits = found.filter(|request| {
        let same = request.token.as_ref().is_some_and(|kept| code::same(kept, &hash));
        same && request.kind == kind && request.is_open(now)
    });
    if fits.is_none() {
        app.logins.reserve_try(id, now).await?;
    }
    fits.ok_or(CODE_INVALID)
}

/// Chooses a new password; all sessions end.
#[utoipa::path(
    post, path = "/api/auth/recovery/complete", tag = "auth", operation_id = "auth_complete_recovery",
    request_body = CompleteBody,
    responses(
        (status = 200, body = RecoveredBody),
        (status = 401, description = "`second_factor_needed`", body = Problem),
        (status = 422, description = "`code_invalid` for whatever reason; `password_*`", body = Problem),
        (status = 429, description = "`too_many_attempts`", body = Problem),
    )
)]
pub(crate) async fn complete_recovery(
    caller: Caller,
    State(app): State<App>,
    Json(body): Json<CompleteBody>,
) -> Result<Json<RecoveredBody>, Error> {
    let now = app.clock.now();
    app.limit(&CODES_BY_SOURCE, &caller.source_name(), now).await?;
    let request = opened_by(&app, &body.request, &body.code, Kind::Recovery, now).await?;
    let email = request.proven.clone().ok_or(CODE_INVALID)?;
    let user = app.logins.user_of(&email).await?.ok_or(CODE_INVALID)?;
    let read = app.logins.credentials(&user).await?.ok_or(CODE_INVALID)?;

    let password = acceptable(&body.password, read.totp.is_some())?;
    not_personal(&password, &words_about(&app.utility.name, email.as_str(), None))?;
    let factor = proven(&app, &body, (&user, &read), now).await?;
    let new = Credentials { password: hash(&password)?, password_changed_at: now, ..read.clone() };
    let new = burnt(new, &factor);

    let standing = app.logins.standing(&user).await?;
    let language = standing.profile.map_or(Language::default(), |profile| profile.language);
    let mut steps = vec![
        app.logins.burn_request(&request.id),
        app.logins.replace(&user, &read, &new)?,
        app.logins.notify(&told(&email, language, &caller, now)?)?,
    ];
    let sessions = standing.sessions.iter().take(80);
    steps.extend(sessions.map(|kept| app.logins.end_session(&user, &kept.sk)));
    if app.logins.commit(steps).await? == Committed::No {
        return Err(CODE_INVALID);
    }
    recovered(&app, &user, &email, &caller, now).await?;
    Ok(Json(RecoveredBody { email }))
}

/// The second factor is asked for here too; guesses count as tries.
async fn proven(
    app: &App,
    body: &CompleteBody,
    (user, read): (&UserId, &Credentials),
    now: jiff::Timestamp,
) -> Result<SecondFactor, Error> {
    let typed = body.second_factor.as_ref();
    let given = typed.is_some_and(|typed| !typed.reveal().trim().is_empty());
    if read.totp.is_some() && given {
        // One link after the other would give as many guesses as one likes.
        app.limit(&RECOVERY_FACTOR_BY_USER, user.as_str(), now).await?;
        if !app.logins.reserve_try(&body.request, now).await? {
            return Err(CODE_INVALID);
        }
    }
    match second_factor(read, typed, now)? {
        Proof::Given(factor) => Ok(factor),
        Proof::Missing => Err(Error::Unauthenticated("second_factor_needed")),
        Proof::Wrong => Err(CODE_INVALID),
    }
}

fn burnt(mut new: Credentials, factor: &SecondFactor) -> Credentials {
    match factor {
        SecondFactor::None => {}
        SecondFactor::Totp(step) => new.totp_step = Some(*step),
        SecondFactor::Recovery(hash) => {
            let left: HashMap<_, _> =
                new.recovery.into_iter().filter(|(kept, _)| kept != hash).collect();
            new.recovery = left;
        }
    }
    new
}

fn told(
    email: &EmailAddress,
    language: Language,
    caller: &Caller,
    now: jiff::Timestamp,
) -> anyhow::Result<Notice> {
    Ok(Notice::new(mails::RECOVERED, email, language, now)?.with("device", &caller.device))
}

async fn recovered(
    app: &App,
    user: &UserId,
    email: &EmailAddress,
    caller: &Caller,
    now: jiff::Timestamp,
) -> Result<(), Error> {
    // One that the old password opened a moment ago.
    app.logins.end_all_sessions(user).await?;
    app.logins.forget_all_attempts(&app.account(email)).await?;
    app.journal(user, caller, "recovered", "done", None, now).await?;
    Ok(())
}
