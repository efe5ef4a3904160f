//! A plain HTTP client, for the emulator's own pages.

use anyhow::{Context, Result, bail};
use axum::body::Body;
use http::{Request, header};
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
    let request =
        Request::get(url).header(header::ACCEPT, "application/json").body(Body::empty())?;
    let answer = client.request(request).await.with_context(|| format!("GET {url}"))?;
    let status = answer.status();
    let body = answer.into_body().collect().await?.to_bytes();
    if !status.is_success() {
        bail!("GET {url}: {status}");
    }
    serde_json::from_slice(&body).with_context(|| format!("GET {url}: not JSON"))
}

/// The status that a GET answers with.
pub async fn status(client: &Http, url: &str) -> Result<u16> {
    let request = Request::get(url).body(Body::empty())?;
    let answer = client.request(request).await.with_context(|| format!("GET {url}"))?;
    Ok(answer.status().as_u16())
}

/// Signs in as one of `stack.json`'s log-ins; the status.
pub async fn sign_in(client: &Http, api: &str, login: &Value) -> Result<u16> {
    let body = serde_json::json!({ "login": login["login"], "password": login["password"] });
    let request = Request::post(format!("{api}/api/auth/sign-in"))
        .header(header::CONTENT_TYPE, "application/json")
        .header("x-meterside", "1")
        .body(Body::from(body.to_string()))?;
    let answer = client.request(request).await.context("signing in")?;
    Ok(answer.status().as_u16())
}
