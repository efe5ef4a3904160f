//! A small HTTP client: plain HTTP, JSON, one person's cookies.

use std::{collections::BTreeMap, time::Duration};

use anyhow::{Context, Result, bail};
use bytes::Bytes;
use http::{
    Method, Request, StatusCode, Uri,
    header::{CONTENT_TYPE, COOKIE, HOST, HeaderMap, SET_COOKIE},
};
use http_body_util::{BodyExt, Full};
use hyper_util::{
    client::legacy::{Client, connect::HttpConnector},
    rt::TokioExecutor,
};
use serde_json::Value;

/// A request that takes longer than this has failed.
const PATIENCE: Duration = Duration::from_secs(30);

/// An answer, its body as JSON; `null` if it is empty.
#[derive(Debug)]
pub(crate) struct Answer {
    pub(crate) status: StatusCode,
    pub(crate) headers: HeaderMap,
    pub(crate) body: Value,
}

#[derive(Clone)]
pub(crate) struct Http(Client<HttpConnector, Full<Bytes>>);

impl Http {
    pub(crate) fn new() -> Self {
        Self(Client::builder(TokioExecutor::new()).build_http())
    }

    pub(crate) async fn send(
        &self,
        method: Method,
        url: &str,
        headers: &[(&str, &str)],
        body: Option<&Value>,
    ) -> Result<Answer> {
        let (uri, host) = reachable(url)?;
        let mut request = Request::builder().method(method).uri(uri).header(HOST, host);
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        if body.is_some() {
            request = request.header(CONTENT_TYPE, "application/json");
        }
        let body = body.map_or_else(Bytes::new, |body| body.to_string().into());
        let request = request.body(Full::new(body)).context("making a request")?;
        self.exchange(request, url).await
    }

    /// Puts bytes where `url` says.
    pub(crate) async fn put(&self, url: &str, media_type: &str, bytes: Vec<u8>) -> Result<Answer> {
        let (uri, host) = reachable(url)?;
        let request = Request::builder().method(Method::PUT).uri(uri).header(HOST, host);
        let request = request.header(CONTENT_TYPE, media_type);
        let body = Full::new(Bytes::from(bytes));
        self.exchange(request.body(body).context("making a request")?, url).await
    }

    async fn exchange(&self, request: Request<Full<Bytes>>, url: &str) -> Result<Answer> {
        let exchange = async {
            let (head, body) = self.0.request(request).await?.into_parts();
            let bytes = body.collect().await?.to_bytes();
            anyhow::Ok((head, bytes))
        };
        let answer = tokio::time::timeout(PATIENCE, exchange).await;
        let (head, bytes) = answer
            .map_err(anyhow::Error::from)
            .flatten()
            .with_context(|| format!("asking {}", url.split('?').next().unwrap_or(url)))?;
        let body = if bytes.is_empty() {
            Value::Null
        } else {
            serde_json::from_slice(&bytes).unwrap_or_default()
        };
        Ok(Answer { status: head.status, headers: head.headers, body })
    }
}

/// Where to connect, and the host to name: not every system resolves
/// `*.localhost`, which emulators use.
fn reachable(url: &str) -> Result<(Uri, String)> {
    let uri: Uri = url.parse().with_context(|| format!("reading the address {url}"))?;
    let authority = uri.authority().context("reading an address without host")?.clone();
    if !authority.host().ends_with(".localhost") {
        return Ok((uri, authority.to_string()));
    }
    let port = authority.port_u16().unwrap_or(80);
    let path = uri.path_and_query().map_or("/", |path| path.as_str());
    Ok((format!("http://127.0.0.1:{port}{path}").parse()?, authority.to_string()))
}

/// One person's browser.
pub(crate) struct Browser {
    http: Http,
    web: String,
    cookies: BTreeMap<String, String>,
    /// What the distribution would say of where the person is.
    place: Vec<(&'static str, String)>,
}

impl Browser {
    pub(crate) fn new(http: Http, web: &str) -> Self {
        let web = web.trim_end_matches('/').into();
        Self { http, web, cookies: BTreeMap::new(), place: Vec::new() }
    }

    /// The same, at the network address `number` of those for documentation.
    /// The portal counts attempts by address, and believes only who knows what
    /// the distribution knows.
    pub(crate) fn at(mut self, origin_secret: &str, number: u8) -> Self {
        self.place = vec![
            ("x-origin-verify", origin_secret.to_owned()),
            ("cloudfront-viewer-address", format!("192.0.2.{number}:46532")),
        ];
        self
    }

    pub(crate) async fn get(&mut self, path: &str) -> Result<Answer> {
        self.send(Method::GET, path, None).await
    }

    pub(crate) async fn post(&mut self, path: &str, body: &Value) -> Result<Answer> {
        self.send(Method::POST, path, Some(body)).await
    }

    /// Posts, and gives the answer's body, or an error if it was refused.
    pub(crate) async fn must_post(&mut self, path: &str, body: &Value) -> Result<Value> {
        let answer = self.post(path, body).await?;
        if !answer.status.is_success() {
            // The body of an error has codes, no secrets.
            bail!("{path}: {} {}", answer.status, answer.body);
        }
        Ok(answer.body)
    }

    async fn send(&mut self, method: Method, path: &str, body: Option<&Value>) -> Result<Answer> {
        let cookies: Vec<_> =
            self.cookies.iter().map(|(name, value)| format!("{name}={value}")).collect();
        let cookies = cookies.join("; ");
        let mut headers = vec![("x-meterside", "1"), ("user-agent", "synthetic-people")];
        headers.extend(self.place.iter().map(|(name, value)| (*name, value.as_str())));
        if !cookies.is_empty() {
            headers.push((COOKIE.as_str(), &cookies));
        }
        let answer = self.http.send(method, &format!("{}{path}", self.web), &headers, body).await?;
        self.keep_cookies(&answer.headers);
        Ok(answer)
    }

    fn keep_cookies(&mut self, headers: &HeaderMap) {
        for cookie in headers.get_all(SET_COOKIE).iter().filter_map(|value| value.to_str().ok()) {
            let pair = cookie.split(';').next().unwrap_or_default();
            let Some((name, value)) = pair.split_once('=') else { continue };
            let ended = value.is_empty() || cookie.to_ascii_lowercase().contains("max-age=0");
            if ended {
                self.cookies.remove(name.trim());
            } else {
                self.cookies.insert(name.trim().into(), value.into());
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cookies_are_kept_until_they_end() {
        let mut browser = Browser::new(Http::new(), "http://localhost:1/");
        let mut take = |cookie: &str| {
            let mut headers = HeaderMap::new();
            headers.append(SET_COOKIE, cookie.parse().unwrap());
            browser.keep_cookies(&headers);
            browser.cookies.clone()
        };
        let kept = take("__Host-session=a.b; Path=/; Secure; HttpOnly; SameSite=Lax");
        assert_eq!(kept["__Host-session"], "a.b");
        assert_eq!(take("__Host-session=; Path=/; Max-Age=0"), BTreeMap::new());
    }

    #[test]
    fn a_name_below_localhost_is_reached_at_this_machine() {
        let (uri, host) = reachable("http://api1.execute-api.localhost:4566/api/x?y=1").unwrap();
        assert_eq!(uri.to_string(), "http://127.0.0.1:4566/api/x?y=1");
        assert_eq!(host, "api1.execute-api.localhost:4566");
        let (uri, host) = reachable("http://localhost:5173/api").unwrap();
        assert_eq!(
            (uri.to_string(), host),
            ("http://localhost:5173/api".into(), "localhost:5173".into())
        );
    }
}
