//! Who I am, for whom I may look, and how I am addressed.

use axum::{extract::State, http::StatusCode};
use portal_domain::{CustomerId, EmailAddress, Language, SupplyPointId, UserId};
use portal_lambda::{Error, Json, Problem, Session, access::Role, permission};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{App, body::CustomerKind};

#[derive(Serialize, ToSchema)]
pub(crate) struct MeBody {
    user: UserId,
    /// The login's address, proven.
    email: EmailAddress,
    language: Language,
    mail: MailBody,
    /// For whom this login may look, by name.
    customers: Vec<MyCustomerBody>,
    /// Of an operator; empty for everyone else.
    permissions: Vec<permission::Name>,
    staff: bool,
}

#[derive(Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct MailBody {
    /// Mails about what becomes of changes. Security mails always go.
    changes: bool,
}

#[derive(Serialize, ToSchema)]
pub(crate) struct MyCustomerBody {
    id: CustomerId,
    name: String,
    kind: CustomerKind,
    role: Role,
    /// Only this one.
    #[serde(skip_serializing_if = "Option::is_none")]
    supply_point: Option<SupplyPointId>,
}

#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct PreferencesBody {
    language: Language,
    mail: MailBody,
}

/// Who I am and for whom I may look.
#[utoipa::path(
    get, path = "/api/account/me", operation_id = "account_me", tag = "account",
    responses((status = 200, body = MeBody), (status = 401, body = Problem, description = "signed_out")),
)]
pub(crate) async fn me(session: Session, State(app): State<App>) -> Result<Json<MeBody>, Error> {
    let overview = app.access.overview(&session.user).await?;
    let profile = overview.profile.ok_or(Error::SIGNED_OUT)?;
    let ids: Vec<CustomerId> = overview.grants.iter().map(|grant| grant.customer.clone()).collect();
    let mut known = app.customers.many(&ids).await?;
    // A grant may come a moment before the customer that it is for.
    let customers = overview.grants.into_iter().filter_map(|grant| {
        let customer = known.remove(&grant.customer)?;
        let (name, kind) = (customer.name, customer.kind.into());
        let (role, supply_point) = (grant.role, grant.supply_point);
        Some(MyCustomerBody { id: customer.id, name, kind, role, supply_point })
    });
    let mut customers: Vec<_> = customers.collect();
    customers.sort_by(|a, b| (&a.name, &a.id).cmp(&(&b.name, &b.id)));
    let staff = overview.staff.filter(|staff| staff.active);
    Ok(Json(MeBody {
        user: session.user,
        email: profile.email,
        language: profile.language,
        mail: MailBody { changes: profile.mail_changes },
        customers,
        staff: staff.is_some(),
        permissions: staff.map(|staff| staff.permissions).unwrap_or_default(),
    }))
}

/// Keeps in which language and about what I want mails.
#[utoipa::path(
    put, path = "/api/account/me/preferences", operation_id = "account_set_preferences",
    tag = "account", request_body = PreferencesBody,
    responses(
        (status = 204),
        (status = 400, body = Problem, description = "malformed_json"),
        (status = 401, body = Problem, description = "signed_out"),
        (status = 403, body = Problem, description = "cross_site"),
        (status = 422, body = Problem, description = "language_not_offered"),
    ),
)]
pub(crate) async fn set_preferences(
    session: Session,
    State(app): State<App>,
    Json(body): Json<PreferencesBody>,
) -> Result<StatusCode, Error> {
    if !app.utility.languages.contains(&body.language) {
        return Err(Error::refused("language_not_offered", "language"));
    }
    let kept = app.access.set_preferences(&session.user, body.language, body.mail.changes).await?;
    if kept { Ok(StatusCode::NO_CONTENT) } else { Err(Error::SIGNED_OUT) }
}
