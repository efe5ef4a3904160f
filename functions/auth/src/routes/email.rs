//! Changing the e-mail address, which is the login.

use axum::{
    extract::State,
    http::StatusCode,
    response::{IntoResponse, Response},
};
use jiff::Timestamp;
use portal_domain::{EmailAddress, Language, UserId};
use portal_lambda::{Error, Json, Problem, Session};
use serde::Deserialize;
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
    store::{Committed, Credentials, credentials::PendingEmail, mails::Notice},
    throttle::{CODES_BY_SOURCE, EMAIL_CHANGE_BY_USER, TRIES_PER_CODE},
};

/// The code that was mailed is worth nothing after that, in seconds.
const CONFIRM_WITHIN_SECONDS: i64 = 3600;

#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct EmailBody {
    email: EmailAddress,
}

#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct EmailCodeBody {
    #[schema(value_type = String, format = Password)]
    code: Secret,
}

/// Sends a code to the new address, and word to the old one.
#[utoipa::path(
    post, path = "/api/auth/email", tag = "auth", operation_id = "auth_begin_email_change",
    request_body = EmailBody,
    responses(
        (status = 202, description = "A code is on its way, if the address is free"),
        (status = 401, body = Problem),
        (status = 403, description = "`reauthentication_needed`", body = Problem),
        (status = 429, body = Problem),
    )
)]
pub(crate) async fn begin_email_change(
    session: Session,
    caller: Caller,
    State(app): State<App>,
    Json(body): Json<EmailBody>,
) -> Result<StatusCode, Error> {
    fresh(&session)?;
    let now = app.clock.now();
    app.limit(&EMAIL_CHANGE_BY_USER, session.user.as_str(), now).await?;
    let old = own(&app, &session).await?.email;
    let profile = app.access.profile(&session.user).await?;
    let language = profile.map_or(Language::default(), |profile| profile.language);
    let taken = app.logins.user_of(&body.email).await?.is_some();
    let secret = code::mail_code()?;
    let begun = pending(&session.user, body.email, &secret, taken, now)?;
    let warn = Notice::new(mails::EMAIL_CHANGE_BEGUN, &old, language, now)?;
    let mut steps = vec![
        app.logins.keep_pending_email(&session.user, &begun)?,
        app.logins.notify(&warn.with("address", &begun.email).with("device", &caller.device))?,
    ];
    if taken {
        let notice = Notice::new(mails::EMAIL_TAKEN, &begun.email, language, now)?;
        steps.push(app.logins.notify(&notice)?);
    }
    app.logins.commit(steps).await?;
    if !taken {
        let id = code::id()?;
        app.mails.code(mails::EMAIL_CODE, &id, &begun.email, language, &secret, None).await?;
    }
    app.journal(&session.user, &caller, "email_change", "begun", None, now).await?;
    Ok(StatusCode::ACCEPTED)
}

/// The new address becomes the login.
#[utoipa::path(
    post, path = "/api/auth/email/confirm", tag = "auth", operation_id = "auth_confirm_email_change",
    request_body = EmailCodeBody,
    responses(
        (status = 204, description = "Changed; the session goes on under a new cookie"),
        (status = 401, body = Problem),
        (status = 409, description = "`changed_meanwhile`", body = Problem),
        (status = 422, description = "`code_invalid`", body = Problem),
        (status = 429, body = Problem),
    )
)]
pub(crate) async fn confirm_email_change(
    session: Session,
    caller: Caller,
    State(app): State<App>,
    Json(body): Json<EmailCodeBody>,
) -> Result<Response, Error> {
    let now = app.clock.now();
    app.limit(&CODES_BY_SOURCE, &caller.source_name(), now).await?;
    let typed = code::read_mail_code(&body.code).ok_or(CODE_INVALID)?;
    let begun = app.logins.pending_email(&session.user).await?;
    let begun = begun.filter(|begun| now.as_second() < begun.expires_at).ok_or(CODE_INVALID)?;
    let tried = app.logins.try_email_code(&session.user, TRIES_PER_CODE);
    if app.logins.commit(vec![tried]).await? == Committed::No {
        return Err(CODE_INVALID);
    }
    let hash = code::keep(&typed, &purpose(&session.user, &begun.email), &begun.salt)?;
    if !begun.code.as_ref().is_some_and(|kept| code::same(kept, &hash)) {
        return Err(CODE_INVALID);
    }
    let read = own(&app, &session).await?;
    let new = Credentials { email: begun.email.clone(), ..read.clone() };
    let mut more = Vec::from(app.logins.move_login(&session.user, &read.email, &new.email));
    more.push(app.logins.look_up_grants(&session.user, &new.email, now)?);
    let mail = (mails::EMAIL_CHANGED, &[&read.email, &new.email][..]);
    let headers = change(&app, (&session, &caller), (&read, &new), mail, more, now).await?;
    Ok((StatusCode::NO_CONTENT, headers).into_response())
}

/// What is kept of the change. For an address that somebody else signs in
/// with, no code fits.
fn pending(
    user: &UserId,
    email: EmailAddress,
    secret: &Secret,
    taken: bool,
    now: Timestamp,
) -> anyhow::Result<PendingEmail> {
    let salt = code::salt()?;
    let hash = code::keep(secret.reveal(), &purpose(user, &email), &salt)?;
    let code = (!taken).then_some(hash);
    let expires_at = now.as_second() + CONFIRM_WITHIN_SECONDS;
    Ok(PendingEmail { email, salt, code, tries: 0, expires_at })
}

fn purpose(user: &UserId, email: &EmailAddress) -> String {
    format!("email\n{user}\n{email}")
}
