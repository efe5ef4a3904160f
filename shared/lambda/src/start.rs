//! Starting a function.

use axum::{
    Extension, Router,
    extract::DefaultBodyLimit,
    http::{HeaderValue, header},
    middleware::from_fn,
};
use lambda_runtime::{LambdaEvent, run, service_fn};
use serde_json::Value;
use tower::{
    Layer,
    util::{MapRequestLayer, MapResponseLayer},
};

use crate::{
    Error,
    cross_site::{PublicOrigin, refuse_cross_site},
    env,
    log::log_request,
    source::OriginSecret,
};

/// A body may be this long; the largest form we have is a tenth of it.
const BODY_LIMIT_BYTES: usize = 64 * 1024;

/// Sets up logging and the AWS configuration. Call it first in `main`; it runs
/// once for each cold start.
pub fn init() -> anyhow::Result<aws_types::SdkConfig> {
    lambda_http::tracing::init_default_subscriber();
    crate::aws::config()
}

/// What the edge has to know of its surroundings.
#[derive(Clone, Default)]
pub struct Edge {
    /// Where people see the portal: `https://portal.example`.
    pub public_origin: String,
    /// The secret that only our distribution sends, if there is one.
    pub origin_secret: Option<String>,
}

impl Edge {
    pub fn from_env() -> anyhow::Result<Self> {
        Ok(Self {
            public_origin: env::required("PUBLIC_ORIGIN")?,
            origin_secret: env::optional("ORIGIN_SECRET"),
        })
    }
}

/// Puts around a feature's `routes` what all of them have: the prefix, the
/// guard against other sites, and the log line. Tests call it too, so they send
/// what API Gateway sends.
pub fn edge(routes: Router, edge: Edge) -> Router {
    let mut router = Router::new()
        .nest("/api", routes)
        .fallback(async || Error::NotFound)
        .layer(DefaultBodyLimit::max(BODY_LIMIT_BYTES))
        .layer(from_fn(refuse_cross_site))
        .layer(Extension(PublicOrigin(edge.public_origin)));
    if let Some(secret) = edge.origin_secret {
        router = router.layer(Extension(OriginSecret(secret)));
    }
    let router = router.layer(from_fn(log_request)).layer(MapResponseLayer::new(
        |mut response: axum::response::Response| {
            let headers = response.headers_mut();
            headers.entry(header::CACHE_CONTROL).or_insert(HeaderValue::from_static("no-store"));
            headers.insert(header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
            response
        },
    ));
    // Around the router: its own layers come after a route was chosen.
    Router::new().fallback_service(MapRequestLayer::new(with_slashes).layer(router))
}

/// API Gateway's HTTP APIs give a path decoded, so that a slash inside of an
/// identifier (`FV/2026/1`) would part it. Clients write it as `~`, which no
/// identifier has.
fn with_slashes(mut request: axum::extract::Request) -> axum::extract::Request {
    let uri = request.uri();
    if uri.path().contains('~') {
        let path = uri.path().replace('~', "%2F");
        let query = uri.query().map(|query| format!("?{query}")).unwrap_or_default();
        let mut parts = uri.clone().into_parts();
        // A path that was one still is one.
        if let Ok(path) = format!("{path}{query}").parse() {
            parts.path_and_query = Some(path);
        }
        if let Ok(uri) = axum::http::Uri::from_parts(parts) {
            *request.uri_mut() = uri;
        }
    }
    request
}

/// Serves a feature's `routes` until Lambda stops the function.
pub async fn serve(routes: Router) -> Result<(), lambda_http::Error> {
    lambda_http::run(edge(routes, Edge::from_env()?)).await
}

/// Calls `handle` for each event of a stream or a schedule. What the event says
/// is not looked at: it only wakes.
pub async fn run_events<F>(handle: F) -> Result<(), lambda_runtime::Error>
where
    F: AsyncFn() -> anyhow::Result<()>,
{
    let handle = &handle;
    run(service_fn(async |_: LambdaEvent<Value>| {
        let outcome = handle().await;
        match &outcome {
            Ok(()) => tracing::info!("woken and done"),
            Err(cause) => tracing::error!(cause = format!("{cause:#}"), "woken and failed"),
        }
        outcome.map_err(|cause| lambda_runtime::Error::from(format!("{cause:#}")))
    }))
    .await
}
