//! The local stand-in for CloudFront: pages, `/api`, `/config.json` and the
//! mails, all from one origin, with production's headers.

mod files;
mod mail;
mod proxy;

use std::{collections::BTreeMap, fs, net::Ipv4Addr, path::PathBuf, sync::Arc};

use anyhow::{Context, Result};
use axum::{
    Json, Router,
    body::Body,
    extract::{Request, State},
    middleware::{self, Next},
    response::Response,
    routing::{any, get},
};
use http::{HeaderName, HeaderValue};
use serde_json::Value;
use tokio::net::TcpListener;

use crate::{client::Http, web};

/// Where `/api` goes.
#[derive(Clone, Debug)]
pub struct Gateway {
    /// The emulator, without a slash at the end.
    pub endpoint: String,
    /// The API's own name, by which the emulator finds it.
    pub host: Option<String>,
    /// What stands before the path; REST APIs have a stage.
    pub prefix: String,
}

#[derive(Clone)]
struct Site {
    gateway: Gateway,
    client: Http,
    pages: PathBuf,
    config: Value,
    headers: Arc<Vec<(HeaderName, HeaderValue)>>,
}

/// Serves until the process ends.
pub async fn serve(port: u16, gateway: Gateway, client: Http) -> Result<()> {
    let site = Site {
        gateway,
        client,
        pages: web::folder().join("dist"),
        config: web::public_config()?,
        headers: Arc::new(headers()?),
    };
    let pages = Router::new()
        .route("/api/{*rest}", any(proxy::forward))
        .route("/config.json", get(config))
        .fallback(files::page)
        .layer(middleware::from_fn_with_state(site.clone(), with_headers));
    let all = pages
        .route("/mail", get(mail::list))
        .route("/mail/messages.json", get(mail::json))
        .route("/mail/{id}", get(mail::show))
        .with_state(site);
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, port)).await?;
    axum::serve(listener, all).await.context("serving the pages")
}

async fn config(State(site): State<Site>) -> Json<Value> {
    Json(site.config)
}

/// The headers that the distribution adds, from the file that describes them.
fn headers() -> Result<Vec<(HeaderName, HeaderValue)>> {
    let file = web::folder().join("security-headers.json");
    let text = fs::read_to_string(&file).with_context(|| format!("{}", file.display()))?;
    let values: BTreeMap<String, String> = serde_json::from_str(&text)?;
    values.iter().map(|(name, value)| Ok((name.parse()?, value.parse()?))).collect()
}

async fn with_headers(State(site): State<Site>, request: Request, next: Next) -> Response<Body> {
    let mut response = next.run(request).await;
    for (name, value) in site.headers.iter() {
        response.headers_mut().insert(name.clone(), value.clone());
    }
    response
}
