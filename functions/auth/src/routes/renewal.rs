//! What follows from a change of credentials: all sessions end, this one goes
//! on under a new token, and the owner is told.

use axum::http::HeaderMap;
use jiff::Timestamp;
use portal_domain::{EmailAddress, Language};
use portal_lambda::{Error, Session};

use super::{
    App,
    caller::{Caller, with_session},
    sign_in::caller_words,
};
use crate::{
    code,
    session::{Kind, new_session},
    store::{Credentials, Step, mails::Notice, sessions::session_sort_key},
};

/// What goes into the transaction of the change, and into its answer.
pub(crate) struct Renewal {
    pub(crate) steps: Vec<Step>,
    pub(crate) headers: HeaderMap,
    pub(crate) language: Language,
    /// The sort key of the new session.
    pub(crate) session: String,
}

/// Ends the user's sessions and opens this one anew. `second_factor`: whether
/// the new one counts as proven by one.
pub(crate) async fn renew(
    app: &App,
    session: &Session,
    caller: &Caller,
    second_factor: bool,
    now: Timestamp,
) -> Result<Renewal, Error> {
    let standing = app.logins.standing(&session.user).await?;
    let kind = if standing.is_operator() { Kind::Operator } else { Kind::Customer };
    let token = code::token()?;
    let new = new_session(kind, second_factor, session.fresh, caller_words(caller), now)?;
    let mut steps = vec![app.logins.open_session(&session.user, token.reveal(), &new)?];
    let ends = standing.sessions.iter().take(80);
    steps.extend(ends.map(|kept| app.logins.end_session(&session.user, &kept.sk)));
    let language = standing.profile.map_or(Language::default(), |profile| profile.language);
    let headers = with_session(&session.user, &token);
    Ok(Renewal { steps, headers, language, session: session_sort_key(token.reveal()) })
}

/// Replaces the credentials together with the sessions, tells the owner at
/// `tell`, and writes the journal.
pub(crate) async fn change(
    app: &App,
    (session, caller): (&Session, &Caller),
    (read, new): (&Credentials, &Credentials),
    (mail, tell): (&'static str, &[&EmailAddress]),
    more: Vec<Step>,
    now: Timestamp,
) -> Result<HeaderMap, Error> {
    let second_factor = new.totp.is_some() && (session.second_factor || read.totp.is_none());
    let Renewal { mut steps, headers, language, session: goes_on } =
        renew(app, session, caller, second_factor, now).await?;
    steps.push(app.logins.replace(&session.user, read, new)?);
    for to in tell {
        let notice = Notice::new(mail, to, language, now)?;
        let notice = notice.with("device", &caller.device).with("address", &new.email);
        steps.push(app.logins.notify(&notice)?);
    }
    steps.extend(more);
    if app.logins.commit(steps).await? == crate::store::Committed::No {
        return Err(Error::conflict("changed_meanwhile"));
    }
    // A sign-in by the old credentials may have come between the look at the
    // sessions and their end; from here on there is none.
    app.logins.end_all_sessions_but(&session.user, &goes_on).await?;
    let action = mail.trim_start_matches("auth-").replace('-', "_");
    app.journal(&session.user, caller, &action, "done", None, now).await?;
    Ok(headers)
}
