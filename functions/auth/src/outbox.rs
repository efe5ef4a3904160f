//! What follows from a request: it is matched against what billing sent, codes
//! are made and sent. Woken by the table's stream and by a schedule; the index
//! `due` is the truth.
//!
//! | due | item | what is done |
//! |---|---|---|
//! | `request` | sign-up, recovery, invitation | matched; codes made, kept as hashes, sent |
//! | `grants` | a user with a new address | lets them see what billing lets the address see |
//! | `mail` | a mail without a secret | rendered and queued |
//!
//! A crash between keeping a hash and sending its code makes new codes in the
//! next minute: the ones that were lost are worth nothing.

mod matching;
mod recovery;
mod sign_up;

use std::sync::Arc;

use anyhow::{Context, Result, ensure};
use jiff::Timestamp;
use portal_contracts::command::Command;
use portal_domain::CustomerId;
use portal_lambda::{Clock, Queue, Utility, outbox::Item};

use crate::{
    mails::Mails,
    store::{
        Logins, Request, Step, grants,
        mails::{self, Notice},
        requests::{self, Kind, State},
        string,
    },
    throttle::Limit,
};

/// Drains the auth table's outbox.
pub struct Outbox {
    pub logins: Logins,
    pub outbox: portal_lambda::Outbox,
    pub mails: Mails,
    /// Letters are posted by the billing system.
    pub commands: Queue<Command>,
    pub utility: Arc<Utility>,
    pub clock: Clock,
}

impl Outbox {
    /// Does everything that is due. Fails when something stays due.
    pub async fn drain(&self) -> Result<()> {
        let requests =
            self.outbox.drain(requests::DUE, async |item| self.request(item).await).await?;
        let grants = self.outbox.drain(grants::DUE, async |item| self.grants(item).await).await?;
        let mails = self.outbox.drain(mails::DUE, async |item| self.mail(item).await).await?;
        let failed = requests.failed + grants.failed + mails.failed;
        ensure!(failed == 0, "{failed} items stay due");
        Ok(())
    }

    async fn request(&self, item: Item) -> Result<()> {
        let now = self.clock.now();
        let id = string(&item, "id");
        if !self.logins.lease_request(id, now).await? {
            // Another process is at it, or it was settled meanwhile.
            return Ok(());
        }
        // The index may be behind.
        let request = self.logins.request(id).await?.context("a due request is gone")?;
        match (request.state, request.kind) {
            (State::Used | State::Dropped, _) => self.logins.settle_request(id).await,
            (_, Kind::Recovery) => self.recovery(request, now).await,
            (_, Kind::SignUp | Kind::CustomerInvitation) => self.sign_up(request, now).await,
            // It was mailed by who made it.
            (_, Kind::StaffInvitation) => self.logins.settle_request(id).await,
        }
    }

    /// Counts one more of `who` for `limit`; whether it is within.
    async fn within(&self, limit: &Limit, who: &str, now: Timestamp) -> Result<bool> {
        let count = self.logins.count(limit, &format!("{}#{who}", limit.name), now).await?;
        Ok(count <= limit.most)
    }

    /// Nothing comes of the request, and nobody is told.
    async fn drop_request(&self, request: Request, why: &'static str) -> Result<()> {
        tracing::info!(request.outcome = why, "a request was dropped");
        let (state, rounds) = (request.state, request.rounds);
        let dropped = Request { state: State::Dropped, due: None, due_at: None, ..request };
        self.logins.commit(vec![self.logins.move_request(&dropped, state, rounds)?]).await?;
        Ok(())
    }

    async fn grants(&self, item: Item) -> Result<()> {
        let due: grants::Due = serde_dynamo::from_item(item.clone())?;
        self.logins.follow_billing(&due.user, &due.email, self.clock.now()).await?;
        self.outbox.settle(&item).await
    }

    async fn mail(&self, item: Item) -> Result<()> {
        let notice: Notice = serde_dynamo::from_item(item.clone())?;
        self.mails.notice(&notice).await?;
        self.outbox.settle(&item).await
    }

    /// Mails to everybody who sees the customer already, each in their own
    /// language.
    async fn tell_members(&self, customer: &CustomerId, now: Timestamp) -> Result<Vec<Step>> {
        let mut steps = Vec::new();
        for member in self.logins.members(customer).await?.iter().take(20) {
            if let Some(profile) = self.logins.standing(&member.user).await?.profile {
                let (to, language) = (&profile.email, profile.language);
                let notice = Notice::new(crate::mails::SOMEBODY_SIGNS_UP, to, language, now)?;
                steps.push(self.logins.notify(&notice)?);
            }
        }
        Ok(steps)
    }
}
