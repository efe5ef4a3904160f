//! Accepting an invitation as an operator. Customers accept theirs with codes,
//! as after a sign-up.

use axum::extract::State;
use jiff::Timestamp;
use portal_domain::{EmailAddress, UserId};
use portal_lambda::{
    Error, Json, Problem,
    access::{ProfileItem, StaffItem},
};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{
    App, CODE_INVALID, activate::new_user, attempt::right_password, caller::Caller,
    recovery::opened_by,
};
use crate::{
    mails,
    password::{acceptable, hash, not_personal, words_about},
    secret::Secret,
    store::{Committed, Credentials, Request, Step, mails::Notice, requests::Kind},
    throttle::CODES_BY_SOURCE,
};

#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct AcceptBody {
    invitation: String,
    /// From the link.
    #[schema(value_type = String, format = Password)]
    code: Secret,
    /// The new password. Who has a customer's account under the address gives
    /// its password.
    #[schema(value_type = String, format = Password)]
    password: Secret,
}

#[derive(Serialize, ToSchema)]
pub(crate) struct AcceptedBody {
    email: EmailAddress,
}

/// Becomes an operator.
#[utoipa::path(
    post, path = "/api/auth/invitations/accept", tag = "auth", operation_id = "auth_accept_invitation",
    request_body = AcceptBody,
    responses(
        (status = 200, body = AcceptedBody),
        (status = 422, description = "`code_invalid` for whatever reason; `password_*`", body = Problem),
        (status = 429, description = "`too_many_attempts`", body = Problem),
    )
)]
pub(crate) async fn accept_invitation(
    caller: Caller,
    State(app): State<App>,
    Json(body): Json<AcceptBody>,
) -> Result<Json<AcceptedBody>, Error> {
    let now = app.clock.now();
    app.limit(&CODES_BY_SOURCE, &caller.source_name(), now).await?;
    let invitation =
        opened_by(&app, &body.invitation, &body.code, Kind::StaffInvitation, now).await?;
    let email = &invitation.email;
    let (user, mut steps) = match app.logins.user_of(email).await? {
        Some(user) => existing(&app, &invitation, user, &body.password, now).await?,
        None => new(&app, &invitation, &body.password, now)?,
    };
    let staff = StaffItem { permissions: invitation.permissions.clone(), active: true };
    steps.push(app.logins.burn_request(&invitation.id));
    steps.push(app.logins.take_invitation(&invitation));
    steps.push(app.logins.keep_staff(&user, &staff)?);
    steps.push(app.logins.list_staff(&user, email)?);
    if app.logins.commit(steps).await? == Committed::No {
        return Err(CODE_INVALID);
    }
    app.logins.forget_all_attempts(&app.account(email)).await?;
    app.journal(&user, &caller, "invitation_accepted", "staff", None, now).await?;
    Ok(Json(AcceptedBody { email: email.clone() }))
}

fn new(
    app: &App,
    invitation: &Request,
    typed: &Secret,
    now: Timestamp,
) -> Result<(UserId, Vec<Step>), Error> {
    let email = &invitation.email;
    let password = acceptable(typed, false)?;
    not_personal(&password, &words_about(&app.utility.name, email.as_str(), None))?;
    let (user, credentials) = new_user(email, &password, now)?;
    let language = invitation.language;
    let profile = ProfileItem { email: email.clone(), language, mail_changes: true };
    let mut steps = Vec::from(app.logins.create(&user, &credentials)?);
    steps.push(app.logins.keep_profile(&user, &profile)?);
    steps.push(app.logins.notify(&Notice::new(mails::WELCOME, email, language, now)?)?);
    steps.push(app.logins.look_up_grants(&user, email, now)?);
    Ok((user, steps))
}

/// An operator who was invited again has lost the password: it is chosen anew.
/// If they had been switched off meanwhile, the second factor is set up anew as
/// well; that takes an administrator twice, and the operator's mailbox.
/// A customer becomes an operator with the password that they have.
async fn existing(
    app: &App,
    invitation: &Request,
    user: UserId,
    typed: &Secret,
    now: Timestamp,
) -> Result<(UserId, Vec<Step>), Error> {
    let email = &invitation.email;
    let read = app.logins.credentials(&user).await?.ok_or(CODE_INVALID)?;
    let standing = app.logins.standing(&user).await?;
    let mut steps = Vec::new();
    match standing.staff {
        None if !right_password(typed, Some(&read)) => {
            app.logins.reserve_try(&invitation.id, now).await?;
            return Err(CODE_INVALID);
        }
        None => {}
        Some(staff) => {
            let password = acceptable(typed, staff.active && read.totp.is_some())?;
            not_personal(&password, &words_about(&app.utility.name, email.as_str(), None))?;
            let new = Credentials {
                password: hash(&password)?,
                password_changed_at: now,
                ..read.clone()
            };
            let new = if staff.active { new } else { new.without_second_factor() };
            steps.push(app.logins.replace(&user, &read, &new)?);
        }
    }
    let notice = Notice::new(mails::PASSWORD_CHANGED, email, invitation.language, now)?;
    steps.push(app.logins.notify(&notice)?);
    let sessions = standing.sessions.iter().take(80);
    steps.extend(sessions.map(|kept| app.logins.end_session(&user, &kept.sk)));
    Ok((user, steps))
}
