//! Operators, for their list.

use anyhow::Result;
use portal_domain::{EmailAddress, UserId};
use serde::{Deserialize, Serialize};

use super::{Logins, Step, item, key};

/// An operator's place in the list; what they may do stands in the access
/// table.
#[derive(Serialize, Deserialize)]
pub struct Listed {
    pub user: UserId,
    pub email: EmailAddress,
}

impl Logins {
    pub fn list_staff(&self, user: &UserId, email: &EmailAddress) -> Result<Step> {
        let listed = Listed { user: user.clone(), email: email.clone() };
        Ok(Step::Put(self.put(item(key("staff", user), &listed)?)))
    }

    pub async fn staff(&self) -> Result<Vec<Listed>> {
        let items = self.query("staff".to_owned(), "").await?;
        items.into_iter().map(|item| Ok(serde_dynamo::from_item(item)?)).collect()
    }
}
