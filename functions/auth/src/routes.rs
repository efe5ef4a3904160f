//! The feature's HTTP, one module for each kind of operation.

mod activate;
mod attempt;
mod caller;
mod email;
mod invitations;
mod journal;
mod office;
mod password;
mod recovery;
mod renewal;
mod session;
mod sign_in;
mod sign_up;
mod totp;

use std::sync::Arc;

use axum::{
    Router,
    extract::FromRef,
    routing::{delete, get, post, put},
};
use jiff::Timestamp;
use portal_domain::UserId;
use portal_lambda::{
    Access, Clock, Error, Journal, Utility,
    journal::{About, Entry},
};
use utoipa::OpenApi;

use self::caller::Caller;
use crate::{
    mails::Mails,
    password::Weakness,
    store::Logins,
    throttle::{Limit, Subjects},
};

/// What the routes work with.
#[derive(Clone, FromRef)]
pub struct App {
    pub logins: Logins,
    pub access: Access,
    pub clock: Clock,
    pub journal: Journal,
    pub mails: Mails,
    pub subjects: Subjects,
    pub utility: Arc<Utility>,
}

pub fn routes(app: App) -> Router {
    let auth = Router::new()
        .route("/sign-up", post(sign_up::sign_up))
        .route("/activate", post(activate::activate))
        .route("/sign-in", post(sign_in::sign_in))
        .route("/sign-out", post(session::sign_out))
        .route("/recovery", post(recovery::request_recovery))
        .route("/recovery/complete", post(recovery::complete_recovery))
        .route("/invitations/accept", post(invitations::accept_invitation))
        .route("/reauthenticate", post(session::reauthenticate))
        .route("/password", post(password::change_password))
        .route("/email", post(email::begin_email_change))
        .route("/email/confirm", post(email::confirm_email_change))
        .route("/security", get(session::security))
        .route("/totp", post(totp::begin_totp).delete(totp::disable_totp))
        .route("/totp/confirm", post(totp::confirm_totp))
        .route("/totp/recovery-codes", post(totp::renew_recovery_codes))
        .route("/sessions", get(session::list_sessions))
        .route("/sessions/{session}", delete(session::end_session))
        .route("/sessions/end-others", post(session::end_other_sessions))
        .route("/sessions/end-all", post(session::end_all_sessions))
        .route("/journal", get(journal::list_journal))
        .route("/office/staff", get(office::staff))
        .route("/office/staff/{user}", put(office::change_staff))
        .route("/office/invitations", post(office::invite_staff))
        .route("/office/customers/{customer}/invitations", post(office::invite_customer))
        .route("/office/customers/{customer}/users", get(office::users));
    Router::new().nest("/auth", auth).with_state(app)
}

/// The description of the routes.
pub fn openapi() -> utoipa::openapi::OpenApi {
    #[derive(OpenApi)]
    #[openapi(paths(
        sign_up::sign_up,
        activate::activate,
        sign_in::sign_in,
        session::sign_out,
        recovery::request_recovery,
        recovery::complete_recovery,
        invitations::accept_invitation,
        session::reauthenticate,
        password::change_password,
        email::begin_email_change,
        email::confirm_email_change,
        session::security,
        totp::begin_totp,
        totp::confirm_totp,
        totp::renew_recovery_codes,
        totp::disable_totp,
        session::list_sessions,
        session::end_session,
        session::end_other_sessions,
        session::end_all_sessions,
        journal::list_journal,
        office::staff,
        office::change_staff,
        office::invite_staff,
        office::invite_customer,
        office::users,
    ))]
    struct Description;
    Description::openapi()
}

impl App {
    /// Writes a line into `user`'s journal.
    async fn journal(
        &self,
        user: &UserId,
        caller: &Caller,
        action: &str,
        result: &str,
        detail: Option<String>,
        now: Timestamp,
    ) -> anyhow::Result<()> {
        let entry = Entry {
            at: now,
            action: action.to_owned(),
            result: result.to_owned(),
            source: caller.source.map(|address| address.to_string()),
            device: Some(caller.device.clone()),
            detail,
            actor: None,
        };
        self.journal.append(About::User(user), &entry).await
    }

    /// Counts one more of `who` for `limit`. Fails closed: what can't be
    /// counted isn't done.
    async fn limit(&self, limit: &Limit, who: &str, now: Timestamp) -> Result<(), Error> {
        if !self.within(limit, who, now).await? {
            let retry_after = limit.retry_after(now.as_second());
            return Err(Error::TooMany { code: "too_many_attempts", retry_after });
        }
        Ok(())
    }

    /// Counts one more of `who` for `limit`; whether it is within.
    async fn within(&self, limit: &Limit, who: &str, now: Timestamp) -> anyhow::Result<bool> {
        let count = self.logins.count(limit, &self.subjects.name(limit.name, who), now).await?;
        Ok(count <= limit.most)
    }

    /// The account's name in counters.
    fn account(&self, email: &portal_domain::EmailAddress) -> String {
        self.subjects.name("account", email.as_str())
    }
}

impl From<Weakness> for Error {
    fn from(weakness: Weakness) -> Self {
        let code = match weakness {
            Weakness::TooShort => "password_too_short",
            Weakness::TooLong => "password_too_long",
            Weakness::Common => "password_common",
            Weakness::Personal => "password_personal",
        };
        Self::refused(code, "password")
    }
}

/// One answer for every reason that a code doesn't fit.
const CODE_INVALID: Error = Error::Refused { code: "code_invalid", field: None };
