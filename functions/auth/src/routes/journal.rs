//! The user's own journal.

use axum::extract::State;
use jiff::Timestamp;
use portal_lambda::{
    Error, Json, Problem, Query, Session,
    journal::{About, Entry},
};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use super::App;

#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct PageQuery {
    /// `next` of the page before.
    cursor: Option<String>,
}

#[derive(Serialize, ToSchema)]
pub(crate) struct EntryBody {
    at: Timestamp,
    /// What: `signed_in`, `sign_in_failed`, `password_changed`...
    action: String,
    /// Which way it went.
    result: String,
    source: Option<String>,
    device: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    detail: Option<String>,
}

#[derive(Serialize, ToSchema)]
pub(crate) struct JournalBody {
    entries: Vec<EntryBody>,
    next: Option<String>,
}

/// What was done and tried with this login, newest first.
#[utoipa::path(
    get, path = "/api/auth/journal", tag = "auth", operation_id = "auth_list_journal",
    params(PageQuery),
    responses(
        (status = 200, body = JournalBody),
        (status = 400, description = "`malformed_cursor`", body = Problem),
        (status = 401, body = Problem),
    )
)]
pub(crate) async fn list_journal(
    session: Session,
    State(app): State<App>,
    Query(query): Query<PageQuery>,
) -> Result<Json<JournalBody>, Error> {
    let page = app.journal.page(About::User(&session.user), query.cursor.as_deref()).await?;
    let entries = page.entries.into_iter().map(EntryBody::from).collect();
    Ok(Json(JournalBody { entries, next: page.next }))
}

impl From<Entry> for EntryBody {
    fn from(entry: Entry) -> Self {
        let Entry { at, action, result, source, device, detail, .. } = entry;
        Self { at, action, result, source, device, detail }
    }
}
