//! Entering the codes: both parts, the request and the password go in together
//! and are burnt together. One answer for every reason that they don't fit.

use axum::extract::State;
use jiff::Timestamp;
use portal_domain::{CustomerId, EmailAddress, UserId};
use portal_lambda::{Error, Json, Problem, access::ProfileItem};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

use super::{App, CODE_INVALID, attempt::right_password, caller::Caller};
use crate::{
    code, mails,
    password::{Password, acceptable, hash, not_personal, words_about},
    secret::Secret,
    store::{
        Committed, Credentials, Request, Step,
        facts::Facts,
        mails::Notice,
        requests::{Kind, Way},
    },
    throttle::{CODES_BY_CUSTOMER, CODES_BY_REQUEST, CODES_BY_SOURCE},
};

#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct ActivateBody {
    request: String,
    /// Eight digits, from the mail.
    #[schema(value_type = String, format = Password)]
    email_code: Secret,
    /// Ten characters, from the letter, if one was sent.
    #[serde(default)]
    #[schema(value_type = Option<String>, format = Password)]
    letter_code: Option<Secret>,
    /// The new password; the account's own, if there is one already.
    #[schema(value_type = String, format = Password)]
    password: Secret,
}

#[derive(Serialize, ToSchema)]
pub(crate) struct ActivatedBody {
    /// What to sign in with.
    email: EmailAddress,
}

/// Proves possession with the codes and opens the account.
#[utoipa::path(
    post, path = "/api/auth/activate", tag = "auth", operation_id = "auth_activate",
    request_body = ActivateBody,
    responses(
        (status = 200, body = ActivatedBody),
        (status = 422, description = "`code_invalid` for whatever reason; `password_*`", body = Problem),
        (status = 429, description = "`too_many_attempts`", body = Problem),
    )
)]
pub(crate) async fn activate(
    caller: Caller,
    State(app): State<App>,
    Json(body): Json<ActivateBody>,
) -> Result<Json<ActivatedBody>, Error> {
    let now = app.clock.now();
    app.limit(&CODES_BY_SOURCE, &caller.source_name(), now).await?;
    // Before a try is spent, and whoever it is: tells nothing. An account with
    // a second factor may have a short one.
    acceptable(&body.password, true)?;
    let request = prove(&app, &body, now).await?.ok_or(CODE_INVALID)?;
    let (Some(customer), Some(email)) = (&request.customer, &request.proven) else {
        return Err(CODE_INVALID);
    };
    let facts = app.logins.facts(customer).await?.filter(|facts| facts.active);
    let facts = facts.ok_or(CODE_INVALID)?;
    let (user, mut steps) = match app.logins.user_of(email).await? {
        Some(user) => (known(&app, user, &body.password).await?, vec![]),
        None => newcomer(&app, &request, (customer, email), &body.password, now)?,
    };
    steps.extend(joining(&app, &request, (customer, email), &facts, &user, now).await?);
    if app.logins.commit(steps).await? == Committed::No {
        return Err(CODE_INVALID);
    }
    if let Err(cause) = app.logins.follow_billing(&user, email, now).await {
        // The outbox does it within a minute.
        tracing::warn!(cause = format!("{cause:#}"), "further customers follow later");
    }
    app.journal(&user, &caller, "activated", "done", Some(customer.to_string()), now).await?;
    Ok(Json(ActivatedBody { email: email.clone() }))
}

/// The request, if the codes are its own. Takes as long if there's none.
async fn prove(app: &App, body: &ActivateBody, now: Timestamp) -> Result<Option<Request>, Error> {
    let mail_code = code::read_mail_code(&body.email_code).ok_or(CODE_INVALID)?;
    let letter_code = match &body.letter_code {
        Some(typed) if !typed.reveal().trim().is_empty() => {
            code::read_letter_code(typed).ok_or(CODE_INVALID)?
        }
        _ => String::new(),
    };
    let found = app.logins.request(&body.request).await?;
    let found = found.filter(|request| {
        matches!(request.kind, Kind::SignUp | Kind::CustomerInvitation) && request.is_open(now)
    });
    // Too many is said of the request's id alone, whether there is one or not.
    app.limit(&CODES_BY_REQUEST, &body.request, now).await?;
    let customer = found.as_ref().and_then(|request| request.customer.as_ref());
    let counted = customer.map_or(body.request.as_str(), CustomerId::as_str);
    let within = app.within(&CODES_BY_CUSTOMER, counted, now).await?;
    let tried = app.logins.reserve_try(&body.request, now).await?;
    let purpose = found.as_ref().map_or(String::new(), Request::purpose);
    let salt = found.as_ref().and_then(|request| request.salt.clone());
    let salt = salt.unwrap_or_else(|| "00".repeat(16));
    let mail_hash = code::keep(&mail_code, &format!("mail\n{purpose}"), &salt)?;
    let letter_hash = code::keep(&letter_code, &format!("letter\n{purpose}"), &salt)?;
    Ok(found.filter(|request| {
        let same = |kept: &Option<String>, typed: &str| {
            kept.as_ref().is_some_and(|kept| code::same(kept, typed))
        };
        let mail = same(&request.mail_code, &mail_hash);
        let letter = same(&request.letter_code, &letter_hash);
        tried && within && mail && (letter || request.way == Some(Way::Email))
    }))
}

/// Somebody who has an account already shows that it's theirs with its
/// password; nothing of it is changed.
async fn known(app: &App, user: UserId, typed: &Secret) -> Result<UserId, Error> {
    let credentials = app.logins.credentials(&user).await?;
    if right_password(typed, credentials.as_ref()) { Ok(user) } else { Err(CODE_INVALID) }
}

fn newcomer(
    app: &App,
    request: &Request,
    (customer, email): (&CustomerId, &EmailAddress),
    typed: &Secret,
    now: Timestamp,
) -> Result<(UserId, Vec<Step>), Error> {
    let password = acceptable(typed, false)?;
    let words = words_about(&app.utility.name, email.as_str(), Some(customer.as_str()));
    not_personal(&password, &words)?;
    let (user, credentials) = new_user(email, &password, now)?;
    let profile =
        ProfileItem { email: email.clone(), language: request.language, mail_changes: true };
    let mut steps = Vec::from(app.logins.create(&user, &credentials)?);
    steps.push(app.logins.keep_profile(&user, &profile)?);
    steps.push(app.logins.notify(&Notice::new(mails::WELCOME, email, request.language, now)?)?);
    Ok((user, steps))
}

/// A user who is not kept yet.
pub(crate) fn new_user(
    email: &EmailAddress,
    password: &Password,
    now: Timestamp,
) -> anyhow::Result<(UserId, Credentials)> {
    let user = UserId::try_from(Uuid::now_v7().simple().to_string())?;
    let credentials = Credentials {
        email: email.clone(),
        password: hash(password)?,
        password_changed_at: now,
        created_at: now,
        last_sign_in: None,
        totp: None,
        totp_step: None,
        recovery_salt: None,
        recovery: Default::default(),
    };
    Ok((user, credentials))
}

/// What makes the user see the customer: the codes are burnt, billing still
/// says that the customer is one, those who see them already are told.
async fn joining(
    app: &App,
    request: &Request,
    (customer, email): (&CustomerId, &EmailAddress),
    facts: &Facts,
    user: &UserId,
    now: Timestamp,
) -> Result<Vec<Step>, Error> {
    let mut steps = vec![
        app.logins.burn_request(&request.id),
        app.logins.close_for(customer, &request.id),
        app.logins.still_active(customer),
        app.logins.look_up_grants(user, email, now)?,
    ];
    if let Some(allowed) = facts.allowed(email) {
        steps.push(app.logins.still_allowed(customer, allowed));
    }
    steps.extend(app.logins.grant(user, customer, facts.allowed(email), now)?);
    for member in app.logins.members(customer).await?.iter().take(20) {
        if member.user == *user {
            continue;
        }
        if let Some(profile) = app.access.profile(&member.user).await? {
            let notice =
                Notice::new(mails::SOMEBODY_JOINED, &profile.email, profile.language, now)?;
            steps.push(app.logins.notify(&notice)?);
        }
    }
    Ok(steps)
}
