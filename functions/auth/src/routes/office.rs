//! What operators do: their colleagues, and who sees which customer.

use axum::{extract::State, http::StatusCode};
use jiff::Timestamp;
use portal_domain::{CustomerId, EmailAddress, Language, UserId};
use portal_lambda::{
    Error, Json, Operator, Path, Problem,
    access::{Role, StaffItem},
    journal::{About, Entry},
    permission,
};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{App, session::own};
use crate::{
    invitation::invite,
    store::requests::{Kind, Request, Way},
    throttle::INVITATIONS_BY_USER,
};

#[derive(Serialize, ToSchema)]
pub(crate) struct OperatorBody {
    user: UserId,
    email: EmailAddress,
    permissions: Vec<permission::Name>,
    active: bool,
    /// Has set up a second factor.
    totp: bool,
    last_sign_in: Option<Timestamp>,
}

#[derive(Serialize, ToSchema)]
pub(crate) struct StaffBody {
    staff: Vec<OperatorBody>,
}

#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct InviteStaffBody {
    email: EmailAddress,
    permissions: Vec<permission::Name>,
    language: Language,
}

#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct ChangeStaffBody {
    permissions: Vec<permission::Name>,
    active: bool,
}

#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct InviteCustomerBody {
    email: EmailAddress,
    language: Language,
}

#[derive(Serialize, ToSchema)]
pub(crate) struct InvitedBody {
    way: InvitationWay,
}

/// How the customer will prove possession.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub(crate) enum InvitationWay {
    /// By a code to the address that billing knows.
    Email,
    /// By a code to the address given, and one by post.
    TwoPart,
}

#[derive(Serialize, ToSchema)]
pub(crate) struct MemberBody {
    email: EmailAddress,
    role: Role,
    since: Timestamp,
    last_sign_in: Option<Timestamp>,
}

#[derive(Serialize, ToSchema)]
pub(crate) struct MembersBody {
    users: Vec<MemberBody>,
}

/// Lists the operators.
#[utoipa::path(
    get, path = "/api/auth/office/staff", tag = "auth", operation_id = "auth_staff",
    responses((status = 200, body = StaffBody), (status = 401, body = Problem), (status = 403, body = Problem), (status = 404, body = Problem))
)]
pub(crate) async fn staff(
    _: Operator<permission::UsersManage>,
    State(app): State<App>,
) -> Result<Json<StaffBody>, Error> {
    let mut staff = Vec::new();
    for listed in app.logins.staff().await? {
        let credentials = app.logins.credentials(&listed.user).await?;
        let standing = app.logins.standing(&listed.user).await?.staff;
        if let (Some(credentials), Some(StaffItem { permissions, active })) =
            (credentials, standing)
        {
            staff.push(OperatorBody {
                user: listed.user,
                email: credentials.email,
                permissions,
                active,
                totp: credentials.totp.is_some(),
                last_sign_in: credentials.last_sign_in,
            });
        }
    }
    Ok(Json(StaffBody { staff }))
}

/// Invites an operator, by mail.
#[utoipa::path(
    post, path = "/api/auth/office/invitations", tag = "auth", operation_id = "auth_invite_staff",
    request_body = InviteStaffBody,
    responses((status = 202, description = "Invited"), (status = 401, body = Problem), (status = 403, body = Problem), (status = 404, body = Problem), (status = 409, description = "`own_account`", body = Problem), (status = 429, body = Problem))
)]
pub(crate) async fn invite_staff(
    operator: Operator<permission::UsersManage>,
    State(app): State<App>,
    Json(body): Json<InviteStaffBody>,
) -> Result<StatusCode, Error> {
    let now = app.clock.now();
    let by = &operator.session.user;
    app.limit(&INVITATIONS_BY_USER, by.as_str(), now).await?;
    let InviteStaffBody { email, permissions, language } = body;
    if own(&app, &operator.session).await?.email == email {
        // Nobody gives themselves permissions.
        return Err(Error::conflict("own_account"));
    }
    invite(&app.logins, &app.mails, email, permissions, language, Some(by.clone()), now).await?;
    note(&app, by, by, "staff_invited", None, now).await?;
    Ok(StatusCode::ACCEPTED)
}

/// Changes what an operator may do; their sessions end.
#[utoipa::path(
    put, path = "/api/auth/office/staff/{user}", tag = "auth", operation_id = "auth_change_staff",
    params(("user" = String, Path)), request_body = ChangeStaffBody,
    responses(
        (status = 204, description = "Changed"), (status = 401, body = Problem), (status = 403, body = Problem),
        (status = 404, body = Problem), (status = 409, description = "`own_account`", body = Problem),
    )
)]
pub(crate) async fn change_staff(
    operator: Operator<permission::UsersManage>,
    State(app): State<App>,
    Path(user): Path<UserId>,
    Json(body): Json<ChangeStaffBody>,
) -> Result<StatusCode, Error> {
    let by = &operator.session.user;
    if *by == user {
        // Nobody locks the last administrator out by a slip.
        return Err(Error::conflict("own_account"));
    }
    app.logins.standing(&user).await?.staff.ok_or(Error::NotFound)?;
    let staff = StaffItem { permissions: body.permissions, active: body.active };
    let mut steps = vec![app.logins.keep_staff(&user, &staff)?];
    if let Some(credentials) = app.logins.credentials(&user).await? {
        // An invitation that is still on its way would undo this.
        steps.push(app.logins.forget_invitation(&credentials.email));
    }
    app.logins.commit(steps).await?;
    app.logins.end_all_sessions(&user).await?;
    let active = Some(format!("active={}", body.active));
    note(&app, &user, by, "staff_changed", active, app.clock.now()).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Invites somebody to see a customer. They still have to prove possession.
#[utoipa::path(
    post, path = "/api/auth/office/customers/{customer}/invitations", tag = "auth", operation_id = "auth_invite_customer",
    params(("customer" = String, Path)), request_body = InviteCustomerBody,
    responses((status = 202, body = InvitedBody), (status = 401, body = Problem), (status = 403, body = Problem), (status = 404, body = Problem), (status = 429, body = Problem))
)]
pub(crate) async fn invite_customer(
    operator: Operator<permission::CustomersInvite>,
    State(app): State<App>,
    Path(customer): Path<CustomerId>,
    Json(body): Json<InviteCustomerBody>,
) -> Result<(StatusCode, Json<InvitedBody>), Error> {
    let now = app.clock.now();
    let by = &operator.session.user;
    app.limit(&INVITATIONS_BY_USER, by.as_str(), now).await?;
    let facts = app.logins.facts(&customer).await?.filter(|facts| facts.active);
    let way = facts.ok_or(Error::NotFound)?.way();
    let mut request = Request::new(Kind::CustomerInvitation, body.email, body.language, now)?;
    request.customer = Some(customer.clone());
    request.invited_by = Some(by.clone());
    app.logins.commit(vec![app.logins.keep_request(&request)?]).await?;
    app.journal.looked(by, &customer, "invitation", now).await?;
    let way = if way == Way::TwoPart { InvitationWay::TwoPart } else { InvitationWay::Email };
    Ok((StatusCode::ACCEPTED, Json(InvitedBody { way })))
}

/// Who sees a customer in the portal.
#[utoipa::path(
    get, path = "/api/auth/office/customers/{customer}/users", tag = "auth", operation_id = "auth_users",
    params(("customer" = String, Path)),
    responses((status = 200, body = MembersBody), (status = 401, body = Problem), (status = 403, body = Problem), (status = 404, body = Problem))
)]
pub(crate) async fn users(
    operator: Operator<permission::CustomersRead>,
    State(app): State<App>,
    Path(customer): Path<CustomerId>,
) -> Result<Json<MembersBody>, Error> {
    app.logins.facts(&customer).await?.ok_or(Error::NotFound)?;
    let mut users = Vec::new();
    for member in app.logins.members(&customer).await? {
        if let Some(credentials) = app.logins.credentials(&member.user).await? {
            let (email, last_sign_in) = (credentials.email, credentials.last_sign_in);
            users.push(MemberBody { email, role: member.role, since: member.since, last_sign_in });
        }
    }
    app.journal.looked(&operator.session.user, &customer, "users", app.clock.now()).await?;
    Ok(Json(MembersBody { users }))
}

async fn note(
    app: &App,
    about: &UserId,
    by: &UserId,
    action: &str,
    detail: Option<String>,
    now: Timestamp,
) -> anyhow::Result<()> {
    let entry = Entry {
        at: now,
        action: action.to_owned(),
        result: "done".to_owned(),
        source: None,
        device: None,
        detail,
        actor: Some(by.clone()),
    };
    app.journal.append(About::User(about), &entry).await
}
