//! Sending an event file to a router, and reading what comes back.

use std::{fmt, fs, path::Path};

use axum::{
    Router,
    body::Body,
    http::{HeaderMap, StatusCode},
};
use http_body_util::BodyExt;
use tower::ServiceExt;

/// A response. Printed, it is what a test reads: status, then body.
pub struct Answer {
    pub status: StatusCode,
    pub headers: HeaderMap,
    pub body: String,
}

impl fmt::Debug for Answer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.status.as_u16(), self.body)
    }
}

impl Answer {
    /// The body as JSON.
    #[track_caller]
    pub fn json(&self) -> serde_json::Value {
        serde_json::from_str(&self.body).unwrap()
    }
}

/// Sends the API Gateway event `events/{name}.json` to `routes`, which stand
/// behind the edge.
pub async fn send(routes: Router, name: &str) -> Answer {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("../events/{name}.json"));
    let event = fs::read_to_string(&file).unwrap_or_else(|error| panic!("{file:?}: {error}"));
    let request = lambda_http::request::from_str(&event).unwrap().map(|body| match body {
        lambda_http::Body::Text(text) => Body::from(text),
        lambda_http::Body::Binary(bytes) => Body::from(bytes),
        _ => Body::empty(),
    });
    let response = portal_lambda::edge(routes, super::edge()).oneshot(request).await.unwrap();
    let (parts, body) = response.into_parts();
    let body = body.collect().await.unwrap().to_bytes();
    Answer {
        status: parts.status,
        headers: parts.headers,
        // A file need not be text.
        body: String::from_utf8_lossy(&body).into_owned(),
    }
}
