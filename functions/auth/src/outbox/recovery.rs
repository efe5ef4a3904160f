//! A link for somebody who has lost their password.

use anyhow::Result;
use jiff::Timestamp;
use portal_domain::UserId;
use portal_lambda::access::token_hash;

use super::Outbox;
use crate::{
    code,
    mails::RECOVERY_LINK,
    store::{
        Committed, Request,
        grants::Member,
        requests::{State, Way},
    },
    throttle::RECOVERY_BY_USER,
};

fn sees(members: &[Member], user: &UserId) -> bool {
    members.iter().any(|member| member.user == *user)
}

impl Outbox {
    /// Mails a link, if the data match and the address signs in a user who
    /// sees the customer.
    pub(super) async fn recovery(&self, request: Request, now: Timestamp) -> Result<()> {
        let Some((customer, _)) = self.matching(&request).await? else {
            return self.drop_request(request, "no_match").await;
        };
        let user = self.logins.user_of(&request.email).await?;
        let members = self.logins.members(&customer).await?;
        let Some(user) = user.filter(|user| sees(&members, user)) else {
            return self.drop_request(request, "no_such_user").await;
        };
        // Counted here, where the data match: a stranger keeps nobody from
        // recovering, and nobody is told.
        if !self.within(&RECOVERY_BY_USER, user.as_str(), now).await? {
            return self.drop_request(request, "limited").await;
        }
        let token = code::token()?;
        let (state, rounds) = (request.state, request.rounds);
        let open = Request {
            state: State::Open,
            way: Some(Way::Link),
            proven: Some(request.email.clone()),
            token: Some(token_hash(token.reveal())),
            rounds: rounds + 1,
            ..request
        };
        let kept = self.logins.move_request(&open, state, rounds)?;
        if self.logins.commit(vec![kept]).await? == Committed::No {
            return Ok(());
        }
        let path = format!("/recovery/complete#request={}&code={}", open.id, token.reveal());
        let id = format!("{}-{}", open.id, open.rounds);
        tracing::info!(
            due = "request",
            age = now.as_second() - open.created_at.as_second(),
            "a link is sent"
        );
        self.mails.link(RECOVERY_LINK, &id, &open.email, open.language, &path).await?;
        self.logins.settle_request(&open.id).await
    }
}
