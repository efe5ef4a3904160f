//! Changing the password.

use axum::{
    extract::State,
    http::StatusCode,
    response::{IntoResponse, Response},
};
use portal_lambda::{Error, Json, Problem, Session};
use serde::Deserialize;
use utoipa::ToSchema;

use super::{
    App,
    caller::Caller,
    renewal::change,
    session::{fresh, own},
};
use crate::{
    mails,
    password::{acceptable, hash, not_personal, words_about},
    secret::Secret,
    store::Credentials,
};

#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct PasswordBody {
    #[schema(value_type = String, format = Password)]
    password: Secret,
}

/// Changes the password; all other sessions end.
#[utoipa::path(
    post, path = "/api/auth/password", tag = "auth", operation_id = "auth_change_password",
    request_body = PasswordBody,
    responses(
        (status = 204, description = "Changed; the session goes on under a new cookie"),
        (status = 401, body = Problem),
        (status = 403, description = "`reauthentication_needed`", body = Problem),
        (status = 409, description = "`changed_meanwhile`", body = Problem),
        (status = 422, description = "`password_too_short`, `password_too_long`, `password_common`, `password_personal`", body = Problem),
    )
)]
pub(crate) async fn change_password(
    session: Session,
    caller: Caller,
    State(app): State<App>,
    Json(body): Json<PasswordBody>,
) -> Result<Response, Error> {
    fresh(&session)?;
    let now = app.clock.now();
    let read = own(&app, &session).await?;
    let password = acceptable(&body.password, read.totp.is_some())?;
    not_personal(&password, &words_about(&app.utility.name, read.email.as_str(), None))?;
    let new = Credentials { password: hash(&password)?, password_changed_at: now, ..read.clone() };
    let mail = (mails::PASSWORD_CHANGED, &[&read.email][..]);
    let headers = change(&app, (&session, &caller), (&read, &new), mail, vec![], now).await?;
    Ok((StatusCode::NO_CONTENT, headers).into_response())
}
