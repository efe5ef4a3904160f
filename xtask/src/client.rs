//! A plain HTTP client, for the emulator's own pages.

use anyhow::{Context, Result, bail};
use axum::body::Body;
use http::Request;
use http_body_util::BodyExt;
use hyper_util::{
    client::legacy::{Client, connect::HttpConnector},
    rt::TokioExecutor,
};
use serde_json::Value;

pub type Http = Client<HttpConnector, Body>;

pub fn new() -> Http {
    Client::builder(TokioExecutor::new()).build_http()
}

/// GETs a JSON document.
pub async fn json(client: &Http, url: &str) -> Result<Value> {
    let request = Request::get(url).body(Body::empty())?;
    let answer = client.request(request).await.with_context(|| format!("GET {url}"))?;
    let status = answer.status();
    let body = answer.into_body().collect().await?.to_bytes();
    if !status.is_success() {
        bail!("GET {url}: {status}");
    }
    serde_json::from_slice(&body).with_context(|| format!("GET {url}: not JSON"))
}
