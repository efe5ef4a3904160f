//! Looking up who is asking.

use std::collections::HashMap;

use anyhow::{Context, Result, ensure};
use aws_sdk_dynamodb::{
    Client,
    types::{AttributeValue, KeysAndAttributes},
};
use jiff::Timestamp;
use portal_domain::{CustomerId, Language, SupplyPointId, UserId};

use super::{
    TOUCH_EVERY_SECONDS,
    items::{GrantItem, ProfileItem, SessionItem, StaffItem, grant_key, session_key, user_key},
};
use crate::dynamo::text;

/// The access table.
#[derive(Clone)]
pub struct Access {
    client: Client,
    table: String,
}

/// What one look-up found about the bearer of a token.
#[derive(Debug)]
pub struct Person {
    pub session: SessionItem,
    pub grant: Option<GrantItem>,
    pub staff: Option<StaffItem>,
}

/// A user's grant for one customer, or their standing as an operator: what is
/// read beside the session.
pub(crate) enum Beside<'a> {
    Nothing,
    Grant(&'a CustomerId),
    Staff,
}

impl Access {
    pub fn new(client: Client, table: String) -> Self {
        Self { client, table }
    }

    /// Who bears `token`, if it opens a session of `user`: one strongly
    /// consistent batch read.
    pub(crate) async fn find(
        &self,
        user: &UserId,
        token: &str,
        beside: Beside<'_>,
        now: Timestamp,
    ) -> Result<Option<Person>> {
        let session = session_key(user, token);
        let more = match beside {
            Beside::Nothing => None,
            Beside::Grant(customer) => Some(grant_key(user, customer)),
            Beside::Staff => Some(user_key(user, "staff")),
        };
        let keys = KeysAndAttributes::builder()
            .set_keys(Some([session].into_iter().chain(more).collect()))
            .consistent_read(true)
            .build()?;
        let answer = self.client.batch_get_item().request_items(&self.table, keys).send();
        let answer = answer.await.context("looking up a session")?;
        let unread = answer.unprocessed_keys.is_some_and(|keys| !keys.is_empty());
        ensure!(!unread, "the session table is throttled");
        let items = answer.responses.and_then(|mut tables| tables.remove(&self.table));

        let mut person = (None, None, None);
        for item in items.unwrap_or_default() {
            match sort_key(&item) {
                sk if sk.starts_with("session#") => person.0 = Some(read(item)?),
                sk if sk.starts_with("grant#") => person.1 = Some(read(item)?),
                _ => person.2 = Some(read(item)?),
            }
        }
        let (Some(session), grant, staff) = person else { return Ok(None) };
        let open: &SessionItem = &session;
        if !open.is_open(now) {
            return Ok(None);
        }
        if open.last_seen_at.as_second() + TOUCH_EVERY_SECONDS <= now.as_second() {
            self.touch(user, token, now).await?;
        }
        Ok(Some(Person { session, grant, staff }))
    }

    /// Writes down that the session is in use. One that was ended meanwhile
    /// stays ended.
    async fn touch(&self, user: &UserId, token: &str, now: Timestamp) -> Result<()> {
        let request = self
            .client
            .update_item()
            .table_name(&self.table)
            .set_key(Some(session_key(user, token)))
            .update_expression("SET last_seen_at = :now")
            .condition_expression("attribute_exists(pk)")
            .expression_attribute_values(":now", text(now));
        match request.send().await {
            Ok(_) => Ok(()),
            Err(error)
                if error
                    .as_service_error()
                    .is_some_and(|error| error.is_conditional_check_failed_exception()) =>
            {
                Ok(())
            }
            Err(error) => Err(error).context("writing down a session's use"),
        }
    }

    /// How `user` is reached; `None` when the account is gone.
    pub async fn profile(&self, user: &UserId) -> Result<Option<ProfileItem>> {
        let request = self.client.get_item().table_name(&self.table);
        let request = request.set_key(Some(user_key(user, "profile")));
        let answer = request.send().await.context("looking up a profile")?;
        answer.item.map(read).transpose()
    }

    /// Everything that one user may see: profile, grants and standing, in one
    /// query.
    pub async fn overview(&self, user: &UserId) -> Result<Overview> {
        let mut overview = Overview::default();
        let mut pages = self
            .client
            .query()
            .table_name(&self.table)
            .key_condition_expression("pk = :user")
            .expression_attribute_values(":user", text(format!("user#{user}")))
            .consistent_read(true)
            .into_paginator()
            .send();
        while let Some(page) = pages.next().await {
            for item in page.context("reading what a user may see")?.items.unwrap_or_default() {
                match sort_key(&item) {
                    "profile" => overview.profile = Some(read(item)?),
                    "staff" => overview.staff = Some(read(item)?),
                    sk if sk.starts_with("grant#") => overview.grants.push(read(item)?),
                    _ => {}
                }
            }
        }
        Ok(overview)
    }

    /// Keeps a person's wishes. `false` when the account is gone.
    pub async fn set_preferences(
        &self,
        user: &UserId,
        language: Language,
        mail_changes: bool,
    ) -> Result<bool> {
        let request = self
            .client
            .update_item()
            .table_name(&self.table)
            .set_key(Some(user_key(user, "profile")))
            .update_expression("SET #language = :language, mail_changes = :changes")
            .condition_expression("attribute_exists(pk)")
            .expression_attribute_names("#language", "language")
            .expression_attribute_values(":language", text(language.tag()))
            .expression_attribute_values(":changes", AttributeValue::Bool(mail_changes));
        match request.send().await {
            Ok(_) => Ok(true),
            Err(error)
                if error
                    .as_service_error()
                    .is_some_and(|error| error.is_conditional_check_failed_exception()) =>
            {
                Ok(false)
            }
            Err(error) => Err(error).context("keeping preferences"),
        }
    }
}

/// What one user may see.
#[derive(Debug, Default)]
pub struct Overview {
    pub profile: Option<ProfileItem>,
    pub grants: Vec<GrantItem>,
    pub staff: Option<StaffItem>,
}

impl GrantItem {
    /// Whether the grant reaches the supply point.
    pub fn reaches(&self, point: &SupplyPointId) -> bool {
        self.supply_point.as_ref().is_none_or(|only| only == point)
    }
}

fn sort_key(item: &HashMap<String, AttributeValue>) -> &str {
    item.get("sk").and_then(|sk| sk.as_s().ok()).map_or("", String::as_str)
}

fn read<T: for<'a> serde::Deserialize<'a>>(item: HashMap<String, AttributeValue>) -> Result<T> {
    serde_dynamo::from_item(item).context("reading an item of the access table")
}
