//! Inviting an operator: a link by mail, good for a week.

use anyhow::Result;
use jiff::Timestamp;
use portal_domain::{EmailAddress, Language, UserId};
use portal_lambda::access::{permission, token_hash};
use serde::Deserialize;

use crate::{
    code, mails,
    mails::Mails,
    store::{
        Logins,
        requests::{Kind, Request, State, Way},
    },
};

const VALID_SECONDS: i64 = 7 * 86_400;

/// Whom an operations engineer invites: the first administrator comes in the
/// same way as every operator, so that no other door is needed.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Invite {
    pub email: EmailAddress,
    pub permissions: Vec<permission::Name>,
    #[serde(default)]
    pub language: Language,
}

/// Keeps an invitation and mails its link. Only the hash of the link's token is
/// kept; who didn't get the mail is invited again. An earlier invitation of the
/// address ends: nobody comes back by an old mail.
pub async fn invite(
    logins: &Logins,
    mails: &Mails,
    email: EmailAddress,
    permissions: Vec<permission::Name>,
    language: Language,
    by: Option<UserId>,
    now: Timestamp,
) -> Result<String> {
    let token = code::token()?;
    let mut request = Request::new(Kind::StaffInvitation, email, language, now)?;
    request.state = State::Open;
    request.way = Some(Way::Link);
    request.proven = Some(request.email.clone());
    request.token = Some(token_hash(token.reveal()));
    request.permissions = permissions;
    request.invited_by = by;
    request.valid_until = now.as_second() + VALID_SECONDS;
    (request.due, request.due_at) = (None, None);
    logins.commit(vec![logins.keep_request(&request)?, logins.latest_invitation(&request)]).await?;
    let path = format!("/invitation#invitation={}&code={}", request.id, token.reveal());
    mails.link(mails::STAFF_INVITED, &request.id, &request.email, language, &path).await?;
    Ok(request.id)
}
