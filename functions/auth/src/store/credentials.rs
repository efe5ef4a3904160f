//! What a user proves who they are with.

use std::collections::HashMap;

use anyhow::Result;
use jiff::Timestamp;
use portal_domain::{EmailAddress, UserId};
use portal_lambda::dynamo::{number, text};
use serde::{Deserialize, Serialize};

use super::{
    Key, Logins, Step,
    attempts::{login_item, login_key},
    item, key,
};

/// The credentials of a user. No password, no code: hashes. The second
/// factor's secret has to be kept as it is; the table is encrypted.
#[derive(Clone, Serialize, Deserialize)]
pub struct Credentials {
    pub email: EmailAddress,
    /// PHC string.
    pub password: String,
    pub password_changed_at: Timestamp,
    pub created_at: Timestamp,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub last_sign_in: Option<Timestamp>,
    /// Base32, once it was confirmed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub totp: Option<String>,
    /// The last step whose code was used.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub totp_step: Option<u64>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub recovery_salt: Option<String>,
    /// The hashes of the recovery codes that are left.
    #[serde(default)]
    pub recovery: HashMap<String, bool>,
}

impl Credentials {
    /// The same, with the password alone.
    pub fn without_second_factor(self) -> Self {
        Self { totp: None, totp_step: None, recovery_salt: None, recovery: HashMap::new(), ..self }
    }
}

/// How the second factor was proven, and what has to be burnt for it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SecondFactor {
    /// There is none.
    None,
    /// The step of the code, which may not be used again.
    Totp(u64),
    /// The hash of the recovery code.
    Recovery(String),
}

/// A second factor that was begun and waits for its first code.
#[derive(Serialize, Deserialize)]
pub struct PendingTotp {
    pub secret: String,
    /// In seconds since 1970.
    pub expires_at: i64,
}

/// An address whose possession is to be proven.
#[derive(Serialize, Deserialize)]
pub struct PendingEmail {
    pub email: EmailAddress,
    pub salt: String,
    /// None: nothing was sent, no code fits.
    #[serde(default)]
    pub code: Option<String>,
    #[serde(default)]
    pub tries: u32,
    pub expires_at: i64,
}

pub(crate) fn credentials_key(user: &UserId) -> Key {
    key(format!("user#{user}"), "credentials")
}

fn pending(user: &UserId, what: &str) -> Key {
    key(format!("user#{user}"), what)
}

impl Logins {
    pub async fn user_of(&self, email: &EmailAddress) -> Result<Option<UserId>> {
        #[derive(Deserialize)]
        struct LoginItem {
            user: UserId,
        }
        Ok(self.get::<LoginItem>(login_key(email)).await?.map(|item| item.user))
    }

    pub async fn credentials(&self, user: &UserId) -> Result<Option<Credentials>> {
        self.get(credentials_key(user)).await
    }

    /// A new login: fails the transaction if the address is taken.
    pub fn create(&self, user: &UserId, credentials: &Credentials) -> Result<[Step; 2]> {
        let login = self.put(login_item(&credentials.email, user));
        let kept = self.put(item(credentials_key(user), credentials)?);
        let new = "attribute_not_exists(pk)";
        Ok([Step::Put(login.condition_expression(new)), Step::Put(kept.condition_expression(new))])
    }

    /// Replaces the credentials, if the password and the second factor still
    /// are what was read: `read` is what the new ones were made from.
    pub fn replace(&self, user: &UserId, read: &Credentials, new: &Credentials) -> Result<Step> {
        let mut condition =
            "password = :password AND email = :email AND size(recovery) = :left".to_owned();
        let mut put = self
            .put(item(credentials_key(user), new)?)
            .expression_attribute_values(":password", text(&read.password))
            .expression_attribute_values(":email", text(&read.email))
            .expression_attribute_values(":left", number(i64::try_from(read.recovery.len())?));
        // What a sign-in burnt meanwhile stays burnt.
        let factor = [
            ("totp", ":totp", read.totp.as_ref().map(text)),
            ("totp_step", ":step", read.totp_step.map(number)),
            ("recovery_salt", ":salt", read.recovery_salt.as_ref().map(text)),
        ];
        for (name, value, kept) in factor {
            match kept {
                Some(kept) => {
                    condition.push_str(&format!(" AND {name} = {value}"));
                    put = put.expression_attribute_values(value, kept);
                }
                None => condition.push_str(&format!(" AND attribute_not_exists({name})")),
            }
        }
        Ok(Step::Put(put.condition_expression(condition)))
    }

    /// Notes a sign-in and burns what proved the second factor; fails the
    /// transaction if it was burnt already or the password changed.
    pub fn signed_in(
        &self,
        user: &UserId,
        read: &Credentials,
        factor: &SecondFactor,
        now: Timestamp,
    ) -> Step {
        let update = self
            .update(credentials_key(user))
            .expression_attribute_values(":password", text(&read.password))
            .expression_attribute_values(":now", text(now));
        Step::Update(match factor {
            SecondFactor::None => update
                .update_expression("SET last_sign_in = :now")
                .condition_expression("password = :password AND attribute_not_exists(totp)"),
            SecondFactor::Totp(step) => update
                .update_expression("SET last_sign_in = :now, totp_step = :step")
                .condition_expression(
                    "password = :password AND (attribute_not_exists(totp_step) OR totp_step < :step)",
                )
                .expression_attribute_values(":step", number(*step)),
            SecondFactor::Recovery(hash) => update
                .update_expression("SET last_sign_in = :now REMOVE recovery.#hash")
                .condition_expression("password = :password AND attribute_exists(recovery.#hash)")
                .expression_attribute_names("#hash", hash),
        })
    }

    pub async fn pending_totp(&self, user: &UserId) -> Result<Option<PendingTotp>> {
        self.get(pending(user, "totp")).await
    }

    pub fn keep_pending_totp(&self, user: &UserId, begun: &PendingTotp) -> Result<Step> {
        Ok(Step::Put(self.put(item(pending(user, "totp"), begun)?)))
    }

    pub fn end_pending_totp(&self, user: &UserId, secret: &str) -> Step {
        let delete = self.delete(pending(user, "totp")).condition_expression("secret = :secret");
        Step::Delete(delete.expression_attribute_values(":secret", text(secret)))
    }

    pub async fn pending_email(&self, user: &UserId) -> Result<Option<PendingEmail>> {
        self.get(pending(user, "email")).await
    }

    pub fn keep_pending_email(&self, user: &UserId, begun: &PendingEmail) -> Result<Step> {
        Ok(Step::Put(self.put(item(pending(user, "email"), begun)?)))
    }

    /// Counts a try of the code that was mailed; fails when it is burnt.
    pub fn try_email_code(&self, user: &UserId, most: u32) -> Step {
        let update = self
            .update(pending(user, "email"))
            .update_expression("ADD tries :one")
            .condition_expression("tries < :most")
            .expression_attribute_values(":one", number(1))
            .expression_attribute_values(":most", number(most));
        Step::Update(update)
    }

    /// The new address takes the place of the old one as login.
    pub fn move_login(&self, user: &UserId, old: &EmailAddress, new: &EmailAddress) -> [Step; 4] {
        let gone = self
            .delete(login_key(old))
            .condition_expression("#user = :user")
            .expression_attribute_names("#user", "user")
            .expression_attribute_values(":user", text(user));
        let here = self.put(login_item(new, user)).condition_expression("attribute_not_exists(pk)");
        let done = self
            .delete(pending(user, "email"))
            .condition_expression("email = :email")
            .expression_attribute_values(":email", text(new));
        let profile = self
            .update_access(portal_lambda::access::user_key(user, "profile"))
            .update_expression("SET email = :email")
            .condition_expression("attribute_exists(pk)")
            .expression_attribute_values(":email", text(new));
        [Step::Delete(gone), Step::Put(here), Step::Delete(done), Step::Update(profile)]
    }
}
