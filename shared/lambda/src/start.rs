//! Starting a function.

use axum::{
    Extension, Router,
    extract::DefaultBodyLimit,
    http::{HeaderValue, header},
    middleware::from_fn,
};
use lambda_runtime::{LambdaEvent, run, service_fn};
use serde_json::Value;
use tower::util::MapResponseLayer;

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
    router.layer(from_fn(log_request)).layer(MapResponseLayer::new(
        |mut response: axum::response::Response| {
            let headers = response.headers_mut();
            headers.entry(header::CACHE_CONTROL).or_insert(HeaderValue::from_static("no-store"));
            headers.insert(header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
            response
        },
    ))
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
