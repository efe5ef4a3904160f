//! Counters: failures in a row of an account, and tries in a window.

use anyhow::{Context, Result};
use aws_sdk_dynamodb::types::{AttributeValue, KeysAndAttributes, ReturnValue};
use jiff::Timestamp;
use portal_domain::{EmailAddress, UserId};
use portal_lambda::dynamo::{number, text};
use serde::{Deserialize, Serialize};

use super::{Key, Logins, Step, email_hash, item, key, string};
use crate::throttle::{DISABLED_AT, Failures, Limit};

const DAY_SECONDS: i64 = 86_400;
/// A device is known for a year after it was last used to sign in.
pub(crate) const DEVICE_KNOWN_SECONDS: i64 = 365 * DAY_SECONDS;

/// Whose attempts are counted: the account's, or those of one known device.
#[derive(Clone, Debug)]
pub struct Account {
    /// The account's name in counters.
    pub name: String,
    /// The hash of the device's token.
    pub device: Option<String>,
}

#[derive(Deserialize, Default)]
struct FailuresItem {
    count: u32,
    last_at: i64,
}

#[derive(Serialize, Deserialize)]
struct DeviceItem {
    user: UserId,
    expires_at: i64,
}

/// What a sign-in looks at before it hashes anything.
#[derive(Debug, Default)]
pub struct Before {
    pub user: Option<UserId>,
    /// Whether the device signed this user in before.
    pub known_device: bool,
    pub failures: Failures,
    pub device_failures: Failures,
}

impl Account {
    fn key(&self) -> Key {
        let sk = self.device.as_ref().map_or("all".to_owned(), |hash| format!("device#{hash}"));
        key(format!("attempts#{}", self.name), sk)
    }
}

impl Logins {
    /// The user of `email`, its failures, and whether the device is known: one
    /// batch read, the same for an address that nobody has.
    pub async fn before_sign_in(
        &self,
        email: &EmailAddress,
        account: &Account,
        now: Timestamp,
    ) -> Result<Before> {
        let all = Account { device: None, ..account.clone() };
        let mut keys = vec![login_key(email), all.key()];
        if let Some(hash) = &account.device {
            keys.extend([account.key(), device_key(hash)]);
        }
        let keys =
            KeysAndAttributes::builder().set_keys(Some(keys)).consistent_read(true).build()?;
        let request = self.client.batch_get_item().request_items(&self.auth, keys);
        let answer = request.send().await.context("looking up a login")?;
        let unread = answer.unprocessed_keys.is_some_and(|keys| !keys.is_empty());
        anyhow::ensure!(!unread, "the auth table is throttled");
        let items = answer.responses.and_then(|mut tables| tables.remove(&self.auth));

        let (mut before, mut device) = (Before::default(), None);
        for item in items.unwrap_or_default() {
            match string(&item, "sk") {
                "login" => before.user = Some(string(&item, "user").parse()?),
                "device" => device = Some(serde_dynamo::from_item::<_, DeviceItem>(item)?),
                "all" => before.failures = failures(serde_dynamo::from_item(item)?),
                _ => before.device_failures = failures(serde_dynamo::from_item(item)?),
            }
        }
        before.known_device = device.is_some_and(|device: DeviceItem| {
            Some(&device.user) == before.user.as_ref() && now.as_second() < device.expires_at
        });
        Ok(before)
    }

    /// Counts an attempt as failed before it is made, so that attempts side by
    /// side are counted too. `false` when another one came first.
    pub async fn reserve_attempt(
        &self,
        account: &Account,
        failures: Failures,
        now: Timestamp,
    ) -> Result<bool> {
        let count = failures.count + 1;
        let days = if count >= DISABLED_AT { 365 } else { 30 };
        let update = self
            .client
            .update_item()
            .table_name(&self.auth)
            .set_key(Some(account.key()))
            .update_expression("SET #count = :next, last_at = :now, expires_at = :end")
            .expression_attribute_names("#count", "count")
            .expression_attribute_values(":next", number(count))
            .expression_attribute_values(":now", number(now.as_second()))
            .expression_attribute_values(":end", number(now.as_second() + days * DAY_SECONDS));
        let update = match failures.count {
            0 => update.condition_expression("attribute_not_exists(pk)"),
            before => update
                .condition_expression("#count = :before")
                .expression_attribute_values(":before", number(before)),
        };
        match update.send().await {
            Ok(_) => Ok(true),
            Err(error)
                if error
                    .as_service_error()
                    .is_some_and(|error| error.is_conditional_check_failed_exception()) =>
            {
                Ok(false)
            }
            Err(error) => Err(error).context("counting an attempt"),
        }
    }

    /// Takes back the attempt: it neither failed nor succeeded. If others were
    /// counted meanwhile it stays, so that it can't take theirs back with it.
    pub async fn give_back_attempt(&self, account: &Account, failures: Failures) -> Result<()> {
        let last = "#count = :mine";
        let mine = number(failures.count + 1);
        let step = match failures.count {
            0 => Step::Delete(
                self.delete(account.key())
                    .condition_expression(last)
                    .expression_attribute_names("#count", "count")
                    .expression_attribute_values(":mine", mine),
            ),
            before => Step::Update(
                self.update(account.key())
                    .update_expression("SET #count = :before, last_at = :at")
                    .condition_expression(last)
                    .expression_attribute_names("#count", "count")
                    .expression_attribute_values(":mine", mine)
                    .expression_attribute_values(":before", number(before))
                    .expression_attribute_values(":at", number(failures.last_at)),
            ),
        };
        self.commit(vec![step]).await.context("giving back an attempt")?;
        Ok(())
    }

    /// The account's failures in a row end.
    pub fn forget_attempts(&self, account: &Account) -> Step {
        Step::Delete(self.delete(account.key()))
    }

    /// Deletes all counters of an account, those of its devices too.
    pub async fn forget_all_attempts(&self, name: &str) -> Result<()> {
        for item in self.query(format!("attempts#{name}"), "").await? {
            let request = self.client.delete_item().table_name(&self.auth);
            let request = request.set_key(Some(key(string(&item, "pk"), string(&item, "sk"))));
            request.send().await.context("forgetting attempts")?;
        }
        Ok(())
    }

    /// The device is known as `user`'s from now on.
    pub fn remember_device(&self, hash: &str, user: &UserId, now: Timestamp) -> Result<Step> {
        let expires_at = now.as_second() + DEVICE_KNOWN_SECONDS;
        let device = DeviceItem { user: user.clone(), expires_at };
        Ok(Step::Put(self.put(item(device_key(hash), &device)?)))
    }

    /// Counts one more for `limit`; the count with it.
    pub async fn count(&self, limit: &Limit, name: &str, now: Timestamp) -> Result<u32> {
        let window = limit.window(now.as_second());
        let end = window + limit.window_seconds + DAY_SECONDS;
        let request = self
            .client
            .update_item()
            .table_name(&self.auth)
            .set_key(Some(key(format!("throttle#{name}"), window)))
            .update_expression("SET expires_at = :end ADD #count :one")
            .expression_attribute_names("#count", "count")
            .expression_attribute_values(":end", number(end))
            .expression_attribute_values(":one", number(1))
            .return_values(ReturnValue::UpdatedNew);
        let answer = request.send().await.context("counting a try")?;
        let count = answer.attributes.as_ref().and_then(|item| item.get("count"));
        let count = count.and_then(|count| count.as_n().ok()).and_then(|count| count.parse().ok());
        count.context("a counter without a count")
    }
}

fn failures(item: FailuresItem) -> Failures {
    Failures { count: item.count, last_at: item.last_at }
}

/// The key of the item that says who signs in with `email`.
pub(crate) fn login_key(email: &EmailAddress) -> Key {
    key(format!("login#{}", email_hash(email)), "login")
}

fn device_key(hash: &str) -> Key {
    key(format!("device#{hash}"), "device")
}

/// An item of a login.
pub(crate) fn login_item(email: &EmailAddress, user: &UserId) -> Key {
    let mut item = login_key(email);
    item.insert("user".to_owned(), text(user));
    item
}

/// Whether a login belongs to `user`, as a condition's values.
pub(crate) fn of(user: &UserId) -> AttributeValue {
    text(user)
}
