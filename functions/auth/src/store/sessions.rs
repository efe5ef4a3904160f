//! Sessions, profiles and standing: what this feature writes into the access
//! table.

use anyhow::{Context, Result};
use jiff::Timestamp;
use portal_domain::UserId;
use portal_lambda::{
    access::{ProfileItem, SessionItem, StaffItem, session_key, user_key},
    dynamo::number,
    outbox::Item,
};

use super::{Logins, Step, item, key, string};

/// A session as it lies in the table: its sort key is its token's hash.
#[derive(Clone, Debug)]
pub struct KeptSession {
    pub sk: String,
    pub session: SessionItem,
}

/// Everything about one user that a sign-in has to know.
#[derive(Default)]
pub struct Standing {
    pub profile: Option<ProfileItem>,
    pub staff: Option<StaffItem>,
    /// Oldest first.
    pub sessions: Vec<KeptSession>,
}

impl Standing {
    /// Whether the user is an operator who is let in.
    pub fn is_operator(&self) -> bool {
        self.staff.as_ref().is_some_and(|staff| staff.active)
    }
}

impl Logins {
    /// The user's profile, standing and sessions: one query.
    pub async fn standing(&self, user: &UserId) -> Result<Standing> {
        let mut standing = Standing::default();
        for item in self.query_access(format!("user#{user}"), "").await? {
            let sk = string(&item, "sk").to_owned();
            match sk.as_str() {
                "profile" => standing.profile = Some(serde_dynamo::from_item(item)?),
                "staff" => standing.staff = Some(serde_dynamo::from_item(item)?),
                _ if sk.starts_with("session#") => standing.sessions.push(kept(item)?),
                _ => {}
            }
        }
        standing.sessions.sort_by_key(|kept| kept.session.created_at);
        Ok(standing)
    }

    /// The user's sessions, oldest first.
    pub async fn sessions(&self, user: &UserId) -> Result<Vec<KeptSession>> {
        let items = self.query_access(format!("user#{user}"), "session#").await?;
        let mut sessions = items.into_iter().map(kept).collect::<Result<Vec<_>>>()?;
        sessions.sort_by_key(|kept| kept.session.created_at);
        Ok(sessions)
    }

    pub fn open_session(&self, user: &UserId, token: &str, session: &SessionItem) -> Result<Step> {
        Ok(Step::Put(self.put_access(item(session_key(user, token), session)?)))
    }

    /// Ends a session that may have ended already.
    pub fn end_session(&self, user: &UserId, sk: &str) -> Step {
        Step::Delete(self.delete_access(key(format!("user#{user}"), sk)))
    }

    /// Credentials may be changed until `fresh_until` (seconds since 1970).
    /// `false` when the session has ended meanwhile.
    pub async fn freshen(&self, user: &UserId, token: &str, fresh_until: i64) -> Result<bool> {
        let update = self
            .update_access(session_key(user, token))
            .update_expression("SET fresh_until = :until")
            .condition_expression("attribute_exists(pk)")
            .expression_attribute_values(":until", number(fresh_until));
        Ok(self.commit(vec![Step::Update(update)]).await? == super::Committed::Yes)
    }

    pub fn keep_profile(&self, user: &UserId, profile: &ProfileItem) -> Result<Step> {
        Ok(Step::Put(self.put_access(item(user_key(user, "profile"), profile)?)))
    }

    pub fn keep_staff(&self, user: &UserId, staff: &StaffItem) -> Result<Step> {
        Ok(Step::Put(self.put_access(item(user_key(user, "staff"), staff)?)))
    }

    /// Ends all sessions of `user`, however many.
    pub async fn end_all_sessions(&self, user: &UserId) -> Result<usize> {
        self.end_all_sessions_but(user, "").await
    }

    /// The same, but for the one with the sort key `keep`.
    pub async fn end_all_sessions_but(&self, user: &UserId, keep: &str) -> Result<usize> {
        let mut sessions = self.sessions(user).await?;
        sessions.retain(|kept| kept.sk != keep);
        for chunk in sessions.chunks(50) {
            let steps = chunk.iter().map(|kept| self.end_session(user, &kept.sk)).collect();
            self.commit(steps).await?;
        }
        Ok(sessions.len())
    }
}

/// The sort key of the session that `token` opens.
pub(crate) fn session_sort_key(token: &str) -> String {
    format!("session#{}", portal_lambda::access::token_hash(token))
}

fn kept(item: Item) -> Result<KeptSession> {
    let sk = string(&item, "sk").to_owned();
    Ok(KeptSession { sk, session: serde_dynamo::from_item(item).context("reading a session")? })
}

/// Sessions that are no longer open at `now`.
pub(crate) fn expired(
    sessions: &[KeptSession],
    now: Timestamp,
) -> impl Iterator<Item = &KeptSession> {
    sessions.iter().filter(move |kept| !kept.session.is_open(now))
}
