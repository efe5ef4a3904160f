//! Requests: a sign-up, a recovery or an invitation on its way.
//!
//! ```text
//! new -(outbox: matched, claimed)-> claimed -(hashes kept)-> open -(all codes right)-> used
//!    \-(outbox: no match, limits)-> dropped                     \-(5 tries)-> burnt by its count
//! ```

use anyhow::Result;
use jiff::Timestamp;
use portal_domain::{CustomerId, EmailAddress, InvoiceNumber, Language, UserId};
use portal_lambda::{
    access::permission,
    dynamo::{number, text},
};
use serde::{Deserialize, Serialize};

use super::{Committed, Key, Logins, Step, email_hash, item, key};
use crate::throttle::TRIES_PER_CODE;

/// What is due for requests in the outbox.
pub(crate) const DUE: &str = "request";

/// What a request is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    SignUp,
    Recovery,
    /// An operator invites a customer: what an invoice would have told, the
    /// operator vouches for; possession is proven all the same.
    CustomerInvitation,
    StaffInvitation,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum State {
    New,
    Claimed,
    Open,
    Used,
    Dropped,
}

/// How possession is proven.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Way {
    /// A code to the address that billing knows.
    Email,
    /// One part by post, one to the address that was typed.
    TwoPart,
    /// A link with a token.
    Link,
}

#[derive(Clone, Serialize, Deserialize)]
pub struct Request {
    pub id: String,
    pub kind: Kind,
    pub state: State,
    /// As typed.
    pub email: EmailAddress,
    pub language: Language,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub customer: Option<CustomerId>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub invoice: Option<InvoiceNumber>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub amount: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub meter: Option<String>,
    pub created_at: Timestamp,
    /// Codes are worth nothing after that, in seconds since 1970.
    pub valid_until: i64,
    /// The table's TTL.
    pub expires_at: i64,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub way: Option<Way>,
    /// The address whose possession the mail code or link proves.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub proven: Option<EmailAddress>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub salt: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub mail_code: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub letter_code: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub token: Option<String>,
    #[serde(default)]
    pub tries: u32,
    /// How often codes were made for it.
    #[serde(default)]
    pub rounds: u32,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub permissions: Vec<permission::Name>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub invited_by: Option<UserId>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub due: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub due_at: Option<Timestamp>,
}

const DAY_SECONDS: i64 = 86_400;

impl Request {
    /// A request of which nothing is known but what was typed; due to be looked at.
    pub fn new(
        kind: Kind,
        email: EmailAddress,
        language: Language,
        now: Timestamp,
    ) -> Result<Self> {
        Ok(Self {
            id: crate::code::id()?,
            kind,
            state: State::New,
            email,
            language,
            customer: None,
            invoice: None,
            amount: None,
            meter: None,
            created_at: now,
            valid_until: now.as_second() + DAY_SECONDS,
            expires_at: now.as_second() + 60 * DAY_SECONDS,
            way: None,
            proven: None,
            salt: None,
            mail_code: None,
            letter_code: None,
            token: None,
            tries: 0,
            rounds: 0,
            permissions: Vec::new(),
            invited_by: None,
            due: Some(DUE.to_owned()),
            due_at: Some(now),
        })
    }

    /// What codes of this request are bound to.
    pub fn purpose(&self) -> String {
        let customer = self.customer.as_ref().map_or("", CustomerId::as_str);
        let email = self.proven.as_ref().map_or("", EmailAddress::as_str);
        format!("{}\n{customer}\n{email}", self.id)
    }

    /// Whether its codes may be tried at `now`.
    pub fn is_open(&self, now: Timestamp) -> bool {
        self.state == State::Open
            && self.tries < TRIES_PER_CODE
            && now.as_second() < self.valid_until
    }
}

pub(crate) fn request_key(id: &str) -> Key {
    key(format!("request#{id}"), "request")
}

/// Whether `id` is one that [`crate::code::id`] makes.
fn is_id(id: &str) -> bool {
    id.len() == 32 && id.bytes().all(|b| b.is_ascii_hexdigit())
}

fn invitation_key(email: &EmailAddress) -> Key {
    key(format!("email#{}", email_hash(email)), "invitation")
}

impl Logins {
    /// The request `id`; `None` also for what can't be an id, however long.
    pub async fn request(&self, id: &str) -> Result<Option<Request>> {
        if !is_id(id) {
            return Ok(None);
        }
        self.get(request_key(id)).await
    }

    /// Keeps a new request.
    pub fn keep_request(&self, request: &Request) -> Result<Step> {
        let put = self.put(item(request_key(&request.id), request)?);
        Ok(Step::Put(put.condition_expression("attribute_not_exists(pk)")))
    }

    /// Replaces a request that is still in `state`, and of which no codes were
    /// made since it was read.
    pub fn move_request(&self, request: &Request, state: State, rounds: u32) -> Result<Step> {
        let put = self.put(item(request_key(&request.id), request)?);
        let put = put
            .condition_expression("#state = :state AND rounds = :rounds")
            .expression_attribute_names("#state", "state")
            .expression_attribute_values(":state", serde_dynamo::to_attribute_value(state)?)
            .expression_attribute_values(":rounds", number(rounds));
        Ok(Step::Put(put))
    }

    /// For one minute the request is this process's. `false`: another one's.
    pub async fn lease_request(&self, id: &str, now: Timestamp) -> Result<bool> {
        let update = self
            .update(request_key(id))
            .update_expression("SET leased_until = :until")
            .condition_expression(
                "attribute_exists(due) AND (attribute_not_exists(leased_until) OR leased_until < :now)",
            )
            .expression_attribute_values(":until", number(now.as_second() + 60))
            .expression_attribute_values(":now", number(now.as_second()));
        Ok(self.commit(vec![Step::Update(update)]).await? == Committed::Yes)
    }

    /// Nothing is due for the request any more.
    pub async fn settle_request(&self, id: &str) -> Result<()> {
        let update = self.update(request_key(id)).update_expression("REMOVE due, due_at");
        let update = update.condition_expression("attribute_exists(pk)");
        self.commit(vec![Step::Update(update)]).await?;
        Ok(())
    }

    /// Counts a try before it is made. `false`: no tries are left, or it isn't
    /// open.
    pub async fn reserve_try(&self, id: &str, now: Timestamp) -> Result<bool> {
        if !is_id(id) {
            return Ok(false);
        }
        let update = self
            .update(request_key(id))
            .update_expression("ADD tries :one")
            .condition_expression("#state = :open AND tries < :most AND valid_until > :now")
            .expression_attribute_names("#state", "state")
            .expression_attribute_values(":open", text("open"))
            .expression_attribute_values(":one", number(1))
            .expression_attribute_values(":most", number(TRIES_PER_CODE))
            .expression_attribute_values(":now", number(now.as_second()));
        Ok(self.commit(vec![Step::Update(update)]).await? == Committed::Yes)
    }

    /// Burns the request's codes; fails the transaction if they were burnt.
    pub fn burn_request(&self, id: &str) -> Step {
        let update = self
            .update(request_key(id))
            .update_expression(
                "SET #state = :used REMOVE mail_code, letter_code, #token, due, due_at",
            )
            .condition_expression("#state = :open")
            .expression_attribute_names("#state", "state")
            .expression_attribute_names("#token", "token")
            .expression_attribute_values(":used", text("used"))
            .expression_attribute_values(":open", text("open"));
        Step::Update(update)
    }

    /// The customer's one open request is `request`, in place of another one:
    /// see [`Self::open_for`].
    pub fn open_instead(&self, customer: &CustomerId, request: &str, until: i64) -> Step {
        let update = self
            .update(key(format!("customer#{customer}"), "open"))
            .update_expression("SET #request = :request, #until = :until, expires_at = :end")
            .expression_attribute_names("#request", "request")
            .expression_attribute_names("#until", "until")
            .expression_attribute_values(":request", text(request))
            .expression_attribute_values(":until", number(until))
            .expression_attribute_values(":end", number(until + 60 * DAY_SECONDS));
        Step::Update(update)
    }

    /// Of the invitations of its address `request` is the one that counts:
    /// those before are worth nothing.
    pub fn latest_invitation(&self, request: &Request) -> Step {
        let mut item = invitation_key(&request.email);
        item.insert("request".to_owned(), text(&request.id));
        item.insert("expires_at".to_owned(), number(request.expires_at));
        Step::Put(self.put(item))
    }

    /// Uses the address's invitation up; fails the transaction unless it is
    /// `request`.
    pub fn take_invitation(&self, request: &Request) -> Step {
        let delete = self
            .delete(invitation_key(&request.email))
            .condition_expression("#request = :request")
            .expression_attribute_names("#request", "request")
            .expression_attribute_values(":request", text(&request.id));
        Step::Delete(delete)
    }

    /// No invitation of `email` counts any more.
    pub fn forget_invitation(&self, email: &EmailAddress) -> Step {
        Step::Delete(self.delete(invitation_key(email)))
    }
}
