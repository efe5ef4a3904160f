//! Grants: who sees which customer, and why.

use anyhow::Result;
use jiff::Timestamp;
use portal_domain::{CustomerId, EmailAddress, UserId};
use portal_lambda::access::{GrantItem, Role, grant_key};
use serde::{Deserialize, Serialize};

use super::{
    Logins, Step,
    attempts::{login_key, of},
    facts::{Allowed, allowed_key},
    item, key, string,
};

/// What is due in the outbox when a user's customers are to be looked up.
pub(crate) const DUE: &str = "grants";

/// Why a user sees a customer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "because", rename_all = "snake_case")]
pub enum Because {
    /// Billing's access list names this address.
    Listed { email: EmailAddress },
    /// The user had the code from the customer's own letter or mail.
    Proven,
}

/// Somebody who sees a customer.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Member {
    pub user: UserId,
    pub role: Role,
    pub since: Timestamp,
    #[serde(flatten)]
    pub because: Because,
}

/// A user whose customers are to be looked up.
#[derive(Serialize, Deserialize)]
pub(crate) struct Due {
    pub user: UserId,
    pub email: EmailAddress,
    pub due: String,
    pub due_at: Timestamp,
}

impl Logins {
    /// Everybody who sees `customer`.
    pub async fn members(&self, customer: &CustomerId) -> Result<Vec<Member>> {
        let items = self.query(format!("customer#{customer}"), "member#").await?;
        items.into_iter().map(|item| Ok(serde_dynamo::from_item(item)?)).collect()
    }

    /// Lets `user` see `customer`.
    pub fn grant(
        &self,
        user: &UserId,
        customer: &CustomerId,
        allowed: Option<&Allowed>,
        now: Timestamp,
    ) -> Result<Vec<Step>> {
        let role = allowed.map_or(Role::Holder, |allowed| allowed.role);
        let supply_point = allowed.and_then(|allowed| allowed.supply_point.clone());
        let because = allowed
            .map_or(Because::Proven, |allowed| Because::Listed { email: allowed.email.clone() });
        let grant = GrantItem { customer: customer.clone(), role, supply_point, since: now };
        let member = Member { user: user.clone(), role, since: now, because };
        let at = key(format!("customer#{customer}"), format!("member#{user}"));
        Ok(vec![
            Step::Put(self.put(item(at, &member)?)),
            Step::Put(self.put_access(item(grant_key(user, customer), &grant)?)),
        ])
    }

    /// The same, if billing still names the address and it still is the
    /// user's login.
    pub async fn grant_listed(
        &self,
        user: &UserId,
        customer: &CustomerId,
        allowed: &Allowed,
        now: Timestamp,
    ) -> Result<()> {
        let mut steps = self.grant(user, customer, Some(allowed), now)?;
        steps.push(self.still_allowed(customer, allowed));
        let theirs = self.check(login_key(&allowed.email)).condition_expression("#user = :user");
        let theirs = theirs.expression_attribute_names("#user", "user");
        steps.push(Step::Check(theirs.expression_attribute_values(":user", of(user))));
        steps.push(self.still_active(customer));
        self.commit(steps).await?;
        Ok(())
    }

    /// Fails the transaction unless billing still names the address.
    pub fn still_allowed(&self, customer: &CustomerId, allowed: &Allowed) -> Step {
        let listed = self.check(allowed_key(&allowed.email, customer));
        Step::Check(listed.condition_expression("attribute_exists(pk)"))
    }

    /// `user` no longer sees `customer`: refused at the next request.
    pub async fn revoke(&self, user: &UserId, customer: &CustomerId) -> Result<()> {
        let member = key(format!("customer#{customer}"), format!("member#{user}"));
        let steps = vec![
            Step::Delete(self.delete(member)),
            Step::Delete(self.delete_access(grant_key(user, customer))),
        ];
        self.commit(steps).await?;
        Ok(())
    }

    /// The customers of a new address are to be looked up.
    pub fn look_up_grants(
        &self,
        user: &UserId,
        email: &EmailAddress,
        now: Timestamp,
    ) -> Result<Step> {
        let due =
            Due { user: user.clone(), email: email.clone(), due: DUE.to_owned(), due_at: now };
        Ok(Step::Put(self.put(item(key(format!("user#{user}"), "grants"), &due)?)))
    }

    /// Lets `user` see every customer that billing lets the proven `email` see.
    pub async fn follow_billing(
        &self,
        user: &UserId,
        email: &EmailAddress,
        now: Timestamp,
    ) -> Result<()> {
        let held = self.query_access(format!("user#{user}"), "grant#").await?;
        let held: Vec<&str> = held.iter().map(|item| string(item, "sk")).collect();
        for (customer, allowed) in self.allowed_for(email).await? {
            if !held.contains(&format!("grant#{customer}").as_str()) {
                self.grant_listed(user, &customer, &allowed, now).await?;
            }
        }
        Ok(())
    }
}
