//! The one error type of the HTTP edge.

use axum::{
    http::{HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};
use serde::Serialize;
use serde_json::{Map, Value};
use utoipa::ToSchema;

use crate::log::Cause;

/// Why a request wasn't carried out.
///
/// The variants are the statuses that we answer with, and each has one. A new
/// one is added only when a client would act on it differently.
#[derive(Debug)]
pub enum Error {
    /// 400: the request can't be read. The code says in what way.
    Malformed(&'static str),
    /// 401: there's no session, or it has ended; or signing in failed.
    Unauthenticated(&'static str),
    /// 403: who they are is known, and it isn't enough.
    Forbidden(&'static str),
    /// 404: it isn't there, or isn't this caller's; the answer is the same.
    NotFound,
    /// 409: it was true when the page was loaded, and isn't any more; or it
    /// needs one more word. `details` are further members of the problem.
    Conflict { code: &'static str, details: Map<String, Value> },
    /// 422: readable, and refused. `field` is the input to show it beside.
    Refused { code: &'static str, field: Option<&'static str> },
    /// 429: too often; `retry_after` seconds.
    TooMany { code: &'static str, retry_after: u32 },
    /// 500: our fault. The cause goes to the log and never to the client.
    Internal(anyhow::Error),
}

/// The body of every error: RFC 9457, `application/problem+json`. The words
/// are the client's; `code` is what it translates.
#[derive(Serialize, ToSchema)]
pub struct Problem {
    #[schema(example = "about:blank")]
    pub r#type: &'static str,
    /// The status in words, for engineers.
    #[schema(value_type = String)]
    pub title: &'static str,
    pub status: u16,
    /// Stable; the client translates it.
    #[schema(value_type = String, example = "reading_in_future")]
    pub code: &'static str,
    /// The input that it is about.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<String>)]
    pub field: Option<&'static str>,
    /// Seconds until it makes sense to try again.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub retry_after: Option<u32>,
    #[serde(flatten)]
    #[schema(value_type = Object)]
    pub details: Map<String, Value>,
}

impl Error {
    /// 401 of a route that needs a session.
    pub const SIGNED_OUT: Self = Self::Unauthenticated("signed_out");

    /// A conflict that needs no more words.
    pub fn conflict(code: &'static str) -> Self {
        Self::Conflict { code, details: Map::new() }
    }

    /// A refusal beside one input.
    pub fn refused(code: &'static str, field: &'static str) -> Self {
        Self::Refused { code, field: Some(field) }
    }

    fn status(&self) -> StatusCode {
        match self {
            Self::Malformed(_) => StatusCode::BAD_REQUEST,
            Self::Unauthenticated(_) => StatusCode::UNAUTHORIZED,
            Self::Forbidden(_) => StatusCode::FORBIDDEN,
            Self::NotFound => StatusCode::NOT_FOUND,
            Self::Conflict { .. } => StatusCode::CONFLICT,
            Self::Refused { .. } => StatusCode::UNPROCESSABLE_ENTITY,
            Self::TooMany { .. } => StatusCode::TOO_MANY_REQUESTS,
            Self::Internal(_) => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }

    fn code(&self) -> &'static str {
        match self {
            Self::Malformed(code)
            | Self::Unauthenticated(code)
            | Self::Forbidden(code)
            | Self::Conflict { code, .. }
            | Self::Refused { code, .. }
            | Self::TooMany { code, .. } => code,
            Self::NotFound => "not_found",
            Self::Internal(_) => "internal",
        }
    }
}

impl From<anyhow::Error> for Error {
    fn from(cause: anyhow::Error) -> Self {
        Self::Internal(cause)
    }
}

impl IntoResponse for Error {
    fn into_response(self) -> Response {
        let status = self.status();
        let code = self.code();
        let (mut field, mut retry_after, mut details, mut cause) = (None, None, Map::new(), None);
        match self {
            Self::Refused { field: at, .. } => field = at,
            Self::TooMany { retry_after: seconds, .. } => retry_after = Some(seconds),
            Self::Conflict { details: more, .. } => details = more,
            Self::Internal(error) => cause = Some(error),
            _ => {}
        }
        let title = status.canonical_reason().unwrap_or("Error");
        let problem = Problem {
            r#type: "about:blank",
            title,
            status: status.as_u16(),
            code,
            field,
            retry_after,
            details,
        };
        let mut response = (status, axum::Json(problem)).into_response();
        let headers = response.headers_mut();
        headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("application/problem+json"));
        if let Some(seconds) = retry_after {
            headers.insert(header::RETRY_AFTER, HeaderValue::from(seconds));
        }
        if let Some(cause) = cause {
            response.extensions_mut().insert(Cause::from(cause));
        }
        response
    }
}
