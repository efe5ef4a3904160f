//! What billing says, as far as logins need it: grants follow billing.
//!
//! Each step can be done again, so a message that comes twice, or again after
//! a crash halfway, ends the same.

use std::collections::BTreeMap;

use anyhow::Result;
use futures_util::{StreamExt, TryStreamExt, stream};
use portal_contracts::update::{self, Update, UpdateBody};
use portal_domain::{CustomerId, EmailAddress};
use portal_lambda::access::Role;

use crate::store::{
    Committed, Logins,
    facts::{Allowed, Facts},
    grants::{Because, Member},
};

/// Writes that go on side by side.
const AT_ONCE: usize = 8;

/// What came of an update.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Imported {
    Done,
    /// Billing said something newer before.
    Older,
    /// It says nothing about logins.
    NotOurs,
}

/// Stores what `update` says.
pub async fn import(logins: &Logins, update: &Update) -> Result<Imported> {
    let (customer, version) = (&update.customer, update.version);
    match &update.body {
        UpdateBody::Customer(now) => import_customer(logins, update, now).await,
        UpdateBody::Invoices(told) => {
            Ok(any(&logins.keep_invoices(customer, &told.invoices, version).await?))
        }
        UpdateBody::SupplyPoints(told) => {
            Ok(any(&logins.keep_serials(customer, &told.supply_points, version).await?))
        }
        _ => Ok(Imported::NotOurs),
    }
}

/// An empty list says nothing old.
fn any(kept: &[bool]) -> Imported {
    if kept.is_empty() || kept.contains(&true) { Imported::Done } else { Imported::Older }
}

async fn import_customer(
    logins: &Logins,
    update: &Update,
    now: &update::Customer,
) -> Result<Imported> {
    let (customer, version) = (&update.customer, update.version);
    let before = logins.facts(customer).await?;
    if before.as_ref().is_some_and(|before| version < before.version) {
        return Ok(Imported::Older);
    }
    let facts = facts(now, version, before.as_ref());
    if logins.keep_facts(customer, &facts).await? == Committed::No {
        return Ok(Imported::Older);
    }
    let gone = facts.leaving.iter().map(|email| logins.forget_allowed(customer, email));
    all(gone).await?;
    let members = match before {
        Some(_) => revoke(logins, customer, &facts).await?,
        None => Vec::new(),
    };
    let named = facts.access.iter().map(|allowed| async {
        logins.keep_allowed(customer, allowed).await?;
        if let Some(user) = logins.user_of(&allowed.email).await? {
            let since = members.iter().find(|member| member.user == user);
            let since = since.map_or(update.created_at, |member| member.since);
            logins.grant_listed(&user, customer, allowed, since).await?;
        }
        Ok(())
    });
    all(named).await?;
    if !facts.leaving.is_empty() {
        logins.forget_leaving(customer, version).await?;
    }
    Ok(Imported::Done)
}

async fn all(writes: impl Iterator<Item = impl Future<Output = Result<()>>>) -> Result<()> {
    stream::iter(writes).buffer_unordered(AT_ONCE).try_collect().await
}

/// What is kept of a customer. Who has left lets nobody in.
fn facts(now: &update::Customer, version: u64, before: Option<&Facts>) -> Facts {
    let access = if now.active { strongest(&now.access) } else { Vec::new() };
    let was = before.into_iter().flat_map(|before| {
        before.access.iter().map(|allowed| &allowed.email).chain(&before.leaving)
    });
    let mut leaving: Vec<EmailAddress> =
        was.filter(|email| !access.iter().any(|kept| kept.email == **email)).cloned().collect();
    leaving.sort();
    leaving.dedup();
    Facts {
        version,
        active: now.active,
        language: now.language,
        access,
        contact: now.contact.email.clone(),
        address: now.mailing_address.clone().unwrap_or_else(|| now.address.clone()),
        leaving,
    }
}

/// One entry for each address: the whole customer before one point, the holder
/// before the viewer.
fn strongest(access: &[update::Access]) -> Vec<Allowed> {
    let mut by_email: BTreeMap<&EmailAddress, Allowed> = BTreeMap::new();
    for entry in access {
        let role = match entry.role {
            update::Role::Holder => Role::Holder,
            update::Role::Viewer => Role::Viewer,
        };
        let supply_point = entry.supply_point.clone();
        let allowed = Allowed { email: entry.email.clone(), role, supply_point };
        let weight =
            |allowed: &Allowed| (allowed.supply_point.is_none(), allowed.role == Role::Holder);
        match by_email.get(&entry.email) {
            Some(kept) if weight(kept) >= weight(&allowed) => {}
            _ => _ = by_email.insert(&entry.email, allowed),
        }
    }
    by_email.into_values().collect()
}

/// Takes the customer from everybody whom billing no longer lets see it; those
/// who stay.
async fn revoke(logins: &Logins, customer: &CustomerId, facts: &Facts) -> Result<Vec<Member>> {
    let (stay, leave): (Vec<_>, Vec<_>) =
        logins.members(customer).await?.into_iter().partition(|member| stays(member, facts));
    all(leave.iter().map(|member| logins.revoke(&member.user, customer))).await?;
    Ok(stay)
}

fn stays(member: &Member, facts: &Facts) -> bool {
    facts.active
        && match &member.because {
            Because::Listed { email } => facts.allowed(email).is_some(),
            Because::Proven => true,
        }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn email(text: &str) -> EmailAddress {
        text.parse().unwrap()
    }

    fn customer(access: &[(&str, update::Role, Option<&str>)], active: bool) -> update::Customer {
        let access = access.iter().map(|(address, role, point)| update::Access {
            email: email(address),
            role: *role,
            supply_point: point.map(|point| point.parse().unwrap()),
        });
        let json = serde_json::json!({
            "name": "Anna Ukázková", "kind": "household", "language": "cs", "active": active,
            "address": {"street": "Ukázková", "number": "1", "city": "Vzorov", "postcode": "602 00", "country": "CZ"},
        });
        update::Customer { access: access.collect(), ..serde_json::from_value(json).unwrap() }
    }

    fn member(because: Because) -> Member {
        Member {
            user: "u-1".parse().unwrap(),
            role: Role::Holder,
            since: jiff::Timestamp::UNIX_EPOCH,
            because,
        }
    }

    #[test]
    fn who_is_named_twice_gets_the_wider_right() {
        use update::Role::{Holder, Viewer};
        let named = customer(
            &[
                ("a@x.cz", Holder, Some("P-1")),
                ("a@x.cz", Viewer, None),
                ("b@x.cz", Viewer, Some("P-2")),
            ],
            true,
        );
        let facts = facts(&named, 1, None);
        let a = facts.allowed(&email("a@x.cz")).unwrap();
        assert_eq!((a.role, a.supply_point.is_none()), (Role::Viewer, true));
        assert_eq!(facts.allowed(&email("b@x.cz")).unwrap().role, Role::Viewer);
        assert_eq!(facts.access.len(), 2);
    }

    #[test]
    fn an_address_that_is_no_longer_named_leaves_even_when_the_message_comes_again() {
        use update::Role::Holder;
        let one =
            facts(&customer(&[("a@x.cz", Holder, None), ("b@x.cz", Holder, None)], true), 1, None);
        let now = customer(&[("b@x.cz", Holder, None)], true);
        let two = facts(&now, 2, Some(&one));
        assert_eq!(two.leaving, [email("a@x.cz")]);
        assert_eq!(facts(&now, 2, Some(&two)).leaving, [email("a@x.cz")]);
        assert!(!stays(&member(Because::Listed { email: email("a@x.cz") }), &two));
        assert!(stays(&member(Because::Listed { email: email("b@x.cz") }), &two));
        assert!(stays(&member(Because::Proven), &two));
    }

    #[test]
    fn a_customer_who_has_left_lets_nobody_in() {
        use update::Role::Holder;
        let one = facts(&customer(&[("a@x.cz", Holder, None)], true), 1, None);
        let gone = facts(&customer(&[("a@x.cz", Holder, None)], false), 2, Some(&one));
        assert!(gone.access.is_empty() && gone.leaving == [email("a@x.cz")]);
        assert!(!stays(&member(Because::Proven), &gone));
    }

    #[test]
    fn the_contact_address_proves_the_customer_only_where_nobody_is_named() {
        use update::Role::{Holder, Viewer};
        let mut named = customer(&[("v@x.cz", Viewer, None), ("h@x.cz", Holder, None)], true);
        named.contact.email = Some(email("c@x.cz"));
        assert_eq!(facts(&named, 1, None).known_addresses(), [&email("h@x.cz"), &email("v@x.cz")]);
        named.access.clear();
        assert_eq!(facts(&named, 1, None).known_addresses(), [&email("c@x.cz")]);
        named.contact.email = None;
        assert!(facts(&named, 1, None).known_addresses().is_empty());
    }
}
