//! The built client: its files, and `index.html` for every address that is a
//! route of the client.

use std::path::{Component, Path};

use axum::{
    body::Body,
    extract::State,
    response::{IntoResponse, Response},
};
use http::{StatusCode, Uri, header};

use super::Site;

/// Names with a hash in them never change what they hold.
const FOREVER: &str = "public, max-age=31536000, immutable";

pub(super) async fn page(State(site): State<Site>, uri: Uri) -> Response<Body> {
    let path = Path::new(uri.path().trim_start_matches('/'));
    if !path.components().all(|part| matches!(part, Component::Normal(_))) {
        return StatusCode::NOT_FOUND.into_response();
    }
    let is_file = path.file_name().is_some_and(|name| name.to_string_lossy().contains('.'));
    let path = if is_file { path } else { Path::new("index.html") };
    let Ok(bytes) = tokio::fs::read(site.pages.join(path)).await else {
        return StatusCode::NOT_FOUND.into_response();
    };
    let cache = if path.starts_with("assets") { FOREVER } else { "no-cache" };
    ([(header::CONTENT_TYPE, content_type(path)), (header::CACHE_CONTROL, cache)], bytes)
        .into_response()
}

fn content_type(path: &Path) -> &'static str {
    match path.extension().and_then(|extension| extension.to_str()) {
        Some("html") => "text/html; charset=utf-8",
        Some("js" | "mjs") => "text/javascript; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("json") => "application/json",
        Some("webmanifest") => "application/manifest+json",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        Some("ico") => "image/x-icon",
        Some("woff2") => "font/woff2",
        Some("txt") => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}
