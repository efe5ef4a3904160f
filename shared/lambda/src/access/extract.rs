//! Who may call a route is its argument.

use std::marker::PhantomData;

use axum::{
    RequestPartsExt,
    extract::{FromRef, FromRequestParts, RawPathParams},
    http::{header::COOKIE, request::Parts},
};
use portal_domain::{CustomerId, SupplyPointId, UserId};

use super::{
    COOKIE_NAME,
    items::{GrantItem, Role},
    permission::Permission,
    store::{Access, Beside, Person},
};
use crate::{Clock, Error};

/// Somebody who has signed in.
#[derive(Clone, Debug)]
pub struct Session {
    pub user: UserId,
    /// Names the session in the list of own sessions.
    pub id: String,
    /// The bearer's token: what ending or renewing this session needs.
    pub token: String,
    /// Whether the password was typed again a moment ago.
    pub fresh: bool,
    pub second_factor: bool,
}

/// Somebody who may see the customer in the address. The only source of a
/// customer's id.
#[derive(Clone, Debug)]
pub struct Viewer {
    pub session: Session,
    pub customer: CustomerId,
    pub role: Role,
    /// Only this supply point, if named.
    pub supply_point: Option<SupplyPointId>,
}

/// A [`Viewer`] who acts for the customer.
#[derive(Clone, Debug)]
pub struct Holder(pub Viewer);

/// An operator with the permission `P`.
#[derive(Clone, Debug)]
pub struct Operator<P> {
    pub session: Session,
    permission: PhantomData<fn(P)>,
}

impl Viewer {
    /// Whether the grant reaches the supply point.
    pub fn reaches(&self, point: &SupplyPointId) -> bool {
        self.supply_point.as_ref().is_none_or(|only| only == point)
    }
}

impl<S> FromRequestParts<S> for Session
where
    Access: FromRef<S>,
    Clock: FromRef<S>,
    S: Send + Sync,
{
    type Rejection = Error;

    async fn from_request_parts(parts: &mut Parts, app: &S) -> Result<Self, Error> {
        Ok(find(parts, app, Beside::Nothing).await?.0)
    }
}

impl<S> FromRequestParts<S> for Viewer
where
    Access: FromRef<S>,
    Clock: FromRef<S>,
    S: Send + Sync,
{
    type Rejection = Error;

    async fn from_request_parts(parts: &mut Parts, app: &S) -> Result<Self, Error> {
        let customer = customer_in_path(parts).await;
        // Someone who isn't signed in learns just that, whatever the address says.
        let beside = customer.as_ref().map_or(Beside::Nothing, Beside::Grant);
        let (session, person) = find(parts, app, beside).await?;
        let GrantItem { customer, role, supply_point, .. } = person.grant.ok_or(Error::NotFound)?;
        Ok(Self { session, customer, role, supply_point })
    }
}

impl<S> FromRequestParts<S> for Holder
where
    Access: FromRef<S>,
    Clock: FromRef<S>,
    S: Send + Sync,
{
    type Rejection = Error;

    async fn from_request_parts(parts: &mut Parts, app: &S) -> Result<Self, Error> {
        let viewer = Viewer::from_request_parts(parts, app).await?;
        match viewer {
            Viewer { role: Role::Holder, supply_point: None, .. } => Ok(Self(viewer)),
            _ => Err(Error::Forbidden("only_the_holder")),
        }
    }
}

impl<S, P> FromRequestParts<S> for Operator<P>
where
    Access: FromRef<S>,
    Clock: FromRef<S>,
    S: Send + Sync,
    P: Permission,
{
    type Rejection = Error;

    async fn from_request_parts(parts: &mut Parts, app: &S) -> Result<Self, Error> {
        let (session, person) = find(parts, app, Beside::Staff).await?;
        let staff = person.staff.filter(|staff| staff.active).ok_or(Error::NotFound)?;
        if !session.second_factor {
            return Err(Error::Forbidden("second_factor_required"));
        }
        if !staff.permissions.contains(&P::NAME) {
            return Err(Error::Forbidden("not_permitted"));
        }
        Ok(Self { session, permission: PhantomData })
    }
}

async fn find<S>(parts: &Parts, app: &S, beside: Beside<'_>) -> Result<(Session, Person), Error>
where
    Access: FromRef<S>,
    Clock: FromRef<S>,
{
    let (user, token) = bearer(parts).ok_or(Error::SIGNED_OUT)?;
    let now = Clock::from_ref(app).now();
    let person = Access::from_ref(app).find(&user, &token, beside, now).await?;
    let person = person.ok_or(Error::SIGNED_OUT)?;
    let session = Session {
        user,
        id: person.session.id.clone(),
        token,
        fresh: now.as_second() < person.session.fresh_until,
        second_factor: person.session.second_factor,
    };
    Ok((session, person))
}

async fn customer_in_path(parts: &mut Parts) -> Option<CustomerId> {
    let params = parts.extract::<RawPathParams>().await.ok()?;
    let (_, customer) = params.iter().find(|(name, _)| *name == "customer")?;
    customer.parse().ok()
}

/// `{user}.{token}` of the session cookie. API Gateway's event carries cookies
/// in one header or in many; `lambda_http` gives them as headers.
fn bearer(parts: &Parts) -> Option<(UserId, String)> {
    let headers = parts.headers.get_all(COOKIE).iter().filter_map(|value| value.to_str().ok());
    let mut cookies = headers.flat_map(|header| header.split(';').map(str::trim));
    let value = cookies.find_map(|cookie| cookie.strip_prefix(COOKIE_NAME)?.strip_prefix('='))?;
    let (user, token) = value.split_once('.')?;
    Some((user.parse().ok()?, token.to_owned()))
}
