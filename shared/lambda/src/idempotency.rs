//! The key that makes a repeated request the same request.

use std::convert::Infallible;

use axum::{extract::FromRequestParts, http::request::Parts};
use portal_domain::{ChangeId, UserId};
use sha2::{Digest, Sha256};
use uuid::Uuid;

/// The `Idempotency-Key` header of a creating request, if there is one.
pub struct IdempotencyKey(Option<String>);

impl<S: Sync> FromRequestParts<S> for IdempotencyKey {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Infallible> {
        let key = parts.headers.get("idempotency-key").and_then(|value| value.to_str().ok());
        Ok(Self(key.filter(|key| (8..=128).contains(&key.len())).map(str::to_owned)))
    }
}

impl IdempotencyKey {
    /// The id of the change that this request proposes: the same for a repeat
    /// by the same user of the same route, another one for anything else.
    pub fn change_id(&self, user: &UserId, route: &str) -> ChangeId {
        let id = match &self.0 {
            Some(key) => {
                let hash = Sha256::digest(format!("{user}\n{route}\n{key}"));
                hex::encode(&hash[..16])
            }
            None => Uuid::now_v7().simple().to_string(),
        };
        match ChangeId::try_from(id) {
            Ok(id) => id,
            Err(_) => unreachable!("hexadecimal digits are a valid identifier"),
        }
    }
}
