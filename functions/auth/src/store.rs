//! Where logins are kept: two DynamoDB tables.
//!
//! The auth table (this feature's own):
//!
//! | pk | sk | item |
//! |---|---|---|
//! | `login#{sha256 of e-mail}` | `login` | which user signs in with the address |
//! | `user#{user}` | `credentials` | [`Credentials`] |
//! | `user#{user}` | `totp` | a second factor that is being set up |
//! | `user#{user}` | `email` | an e-mail address that is being changed |
//! | `user#{user}` | `grants` | outbox `grants`: customers are to be looked up |
//! | `device#{sha256 of token}` | `device` | a known device of a user |
//! | `attempts#{name}` | `all`, `device#{hash}` | failures in a row, of an account |
//! | `throttle#{name}` | start of the window | how often something was tried |
//! | `request#{id}` | `request` | [`requests::Request`]: sign-up, recovery, invitation; outbox `request` |
//! | `mail#{id}` | `mail` | outbox `mail`: a mail without a secret |
//! | `customer#{customer}` | `facts` | what billing says of the customer |
//! | `customer#{customer}` | `invoice#{number}`, `point#{id}` | what sign-up is matched against |
//! | `customer#{customer}` | `open` | the customer's open request |
//! | `customer#{customer}` | `member#{user}` | who sees the customer, and why |
//! | `letters#{customer}` | year | letters to one customer |
//! | `letters` | day | letters in all |
//! | `email#{sha256 of e-mail}` | `access#{customer}` | billing lets the address see the customer |
//! | `email#{sha256 of e-mail}` | `invitation` | the operator's invitation that counts |
//! | `staff` | user | operators, for their list |
//!
//! The access table's items are described in [`portal_lambda::access`]; this
//! feature writes them. Every item that ends has `expires_at` (TTL) and is
//! checked by it.

pub(crate) mod attempts;
pub(crate) mod credentials;
pub(crate) mod facts;
pub(crate) mod grants;
pub(crate) mod mails;
pub(crate) mod requests;
pub(crate) mod sessions;
pub(crate) mod staff;

use std::collections::HashMap;

use anyhow::{Context, Result};
use aws_sdk_dynamodb::{
    Client,
    types::{
        AttributeValue, ConditionCheck, Delete, Put, TransactWriteItem, Update,
        builders::{ConditionCheckBuilder, DeleteBuilder, PutBuilder, UpdateBuilder},
    },
};
use portal_domain::EmailAddress;
use portal_lambda::{
    dynamo::{failed_conditions, met_another, text},
    outbox::Item,
};
use serde::{Serialize, de::DeserializeOwned};
use sha2::{Digest, Sha256};

pub(crate) use self::{credentials::Credentials, requests::Request};

/// The auth and the access table.
#[derive(Clone)]
pub struct Logins {
    client: Client,
    auth: String,
    access: String,
}

/// Whether a transaction's conditions held.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Committed {
    Yes,
    /// Something changed meanwhile; nothing was written.
    No,
}

pub(crate) type Key = HashMap<String, AttributeValue>;

pub(crate) fn key(pk: impl ToString, sk: impl ToString) -> Key {
    [("pk".to_owned(), text(pk)), ("sk".to_owned(), text(sk))].into()
}

/// The name of an address in keys: it can't be read from the table's keys, and
/// is found without a scan.
pub(crate) fn email_hash(email: &EmailAddress) -> String {
    hex::encode(Sha256::digest(email.as_str()))
}

/// `value` as an item under `key`.
pub(crate) fn item(key: Key, value: &impl Serialize) -> Result<Item> {
    let mut item: Item = serde_dynamo::to_item(value).context("writing an item")?;
    item.extend(key);
    Ok(item)
}

/// What happens to one item inside a transaction.
pub enum Step {
    Put(PutBuilder),
    Update(UpdateBuilder),
    Delete(DeleteBuilder),
    Check(ConditionCheckBuilder),
}

impl Logins {
    pub fn new(client: Client, auth_table: String, access_table: String) -> Self {
        Self { client, auth: auth_table, access: access_table }
    }

    pub(crate) fn put(&self, item: Item) -> PutBuilder {
        Put::builder().table_name(&self.auth).set_item(Some(item))
    }

    pub(crate) fn update(&self, key: Key) -> UpdateBuilder {
        Update::builder().table_name(&self.auth).set_key(Some(key))
    }

    pub(crate) fn delete(&self, key: Key) -> DeleteBuilder {
        Delete::builder().table_name(&self.auth).set_key(Some(key))
    }

    pub(crate) fn check(&self, key: Key) -> ConditionCheckBuilder {
        ConditionCheck::builder().table_name(&self.auth).set_key(Some(key))
    }

    pub(crate) fn put_access(&self, item: Item) -> PutBuilder {
        Put::builder().table_name(&self.access).set_item(Some(item))
    }

    pub(crate) fn delete_access(&self, key: Key) -> DeleteBuilder {
        Delete::builder().table_name(&self.access).set_key(Some(key))
    }

    pub(crate) fn update_access(&self, key: Key) -> UpdateBuilder {
        Update::builder().table_name(&self.access).set_key(Some(key))
    }

    /// Does all `steps` or none. Another transaction on the same items makes it
    /// try again, twice.
    pub async fn commit(&self, steps: Vec<Step>) -> Result<Committed> {
        let steps = steps.into_iter().map(Step::build).collect::<Result<Vec<_>>>()?;
        let mut tries = 0;
        loop {
            tries += 1;
            let request =
                self.client.transact_write_items().set_transact_items(Some(steps.clone()));
            match request.send().await {
                Ok(_) => return Ok(Committed::Yes),
                Err(error) if failed_conditions(&error).is_some() => return Ok(Committed::No),
                Err(error) if met_another(&error) && tries < 3 => {}
                Err(error) => return Err(error).context("writing a transaction"),
            }
        }
    }

    pub(crate) async fn get<T: DeserializeOwned>(&self, key: Key) -> Result<Option<T>> {
        let request = self.client.get_item().table_name(&self.auth).set_key(Some(key));
        let answer = request.consistent_read(true).send().await.context("reading an item")?;
        answer.item.map(|item| serde_dynamo::from_item(item).context("reading an item")).transpose()
    }

    /// All items of a partition of the auth table whose sort key begins so.
    pub(crate) async fn query(&self, pk: String, prefix: &str) -> Result<Vec<Item>> {
        query(&self.client, &self.auth, pk, prefix).await
    }

    /// The same, of the access table.
    pub(crate) async fn query_access(&self, pk: String, prefix: &str) -> Result<Vec<Item>> {
        query(&self.client, &self.access, pk, prefix).await
    }
}

async fn query(client: &Client, table: &str, pk: String, prefix: &str) -> Result<Vec<Item>> {
    let request = client.query().table_name(table).consistent_read(true);
    let request = request.expression_attribute_values(":pk", text(pk));
    let request = if prefix.is_empty() {
        request.key_condition_expression("pk = :pk")
    } else {
        request
            .key_condition_expression("pk = :pk AND begins_with(sk, :prefix)")
            .expression_attribute_values(":prefix", text(prefix))
    };
    let items = request.into_paginator().items().send();
    items.collect::<Result<Vec<_>, _>>().await.context("querying a partition")
}

impl Step {
    fn build(self) -> Result<TransactWriteItem> {
        let item = TransactWriteItem::builder();
        Ok(match self {
            Self::Put(put) => item.put(put.build()?),
            Self::Update(update) => item.update(update.build()?),
            Self::Delete(delete) => item.delete(delete.build()?),
            Self::Check(check) => item.condition_check(check.build()?),
        }
        .build())
    }
}

/// The string attribute `name` of an item, or nothing.
pub(crate) fn string<'a>(item: &'a Item, name: &str) -> &'a str {
    item.get(name).and_then(|value| value.as_s().ok()).map_or("", String::as_str)
}
