//! A browser as an attacker uses it: cookies in hand, from any address.

use std::collections::{BTreeMap, BTreeSet};

use bytes::Bytes;
use http::{HeaderMap, Method, Request};
use http_body_util::{BodyExt, Full};
use hyper_util::{client::legacy::Client, rt::TokioExecutor};
use serde_json::{Value, json};

use crate::stack::STACK;

/// A browser at an address of its own: the portal counts by address, and
/// believes only who knows what the distribution knows.
#[derive(Clone)]
pub struct Visitor {
    secret: String,
    address: String,
    pub cookies: BTreeMap<String, String>,
}

pub struct Said {
    pub status: u16,
    pub headers: HeaderMap,
    pub body: Value,
    raw: Bytes,
}

impl Visitor {
    pub async fn new() -> Self {
        let [.., a, b, c] = *uuid::Uuid::now_v7().as_bytes();
        Self {
            secret: origin_secret().await,
            address: format!("10.{a}.{b}.{c}"),
            cookies: BTreeMap::new(),
        }
    }

    pub async fn post(&mut self, path: &str, body: Value) -> Said {
        self.send(Method::POST, path, Some(body)).await
    }

    pub async fn get(&mut self, path: &str) -> Said {
        self.send(Method::GET, path, None).await
    }

    pub async fn send(&mut self, method: Method, path: &str, body: Option<Value>) -> Said {
        let cookies: Vec<_> =
            self.cookies.iter().map(|(name, value)| format!("{name}={value}")).collect();
        let request = Request::builder()
            .method(method)
            .uri(format!("{}/api/{path}", STACK.web))
            .header("x-meterside", "1")
            .header("x-origin-verify", &self.secret)
            .header("cloudfront-viewer-address", format!("{}:4711", self.address))
            .header("cookie", cookies.join("; "))
            .header("content-type", "application/json");
        let body = body.map_or_else(Bytes::new, |body| body.to_string().into());
        let said = exchange(request.body(Full::new(body)).unwrap()).await;
        for cookie in said.headers.get_all("set-cookie") {
            let pair = cookie.to_str().unwrap().split(';').next().unwrap();
            let (name, value) = pair.split_once('=').unwrap();
            self.cookies.insert(name.to_owned(), value.to_owned());
        }
        said
    }

    pub async fn sign_in(&mut self, email: &str, password: &str, code: Option<&str>) -> Said {
        self.post("auth/sign-in", json!({ "login": email, "password": password, "code": code }))
            .await
    }

    /// Whether the cookies open anything.
    pub async fn is_in(&mut self) -> bool {
        self.get("account/me").await.status == 200
    }
}

impl Said {
    pub fn code(&self) -> &str {
        self.body["code"].as_str().unwrap_or_default()
    }

    /// What somebody who watches closely can tell apart.
    pub fn shape(&self) -> (u16, usize, BTreeSet<String>) {
        (self.status, self.raw.len(), self.headers.keys().map(ToString::to_string).collect())
    }
}

async fn exchange(request: Request<Full<Bytes>>) -> Said {
    let client = Client::builder(TokioExecutor::new()).build_http();
    let (head, body) = client.request(request).await.unwrap().into_parts();
    let raw = body.collect().await.unwrap().to_bytes();
    let body = serde_json::from_slice(&raw).unwrap_or(Value::Null);
    Said { status: head.status.as_u16(), headers: head.headers, body, raw }
}

/// Asks the emulator, as its administrator.
pub async fn ask(service: &str, target: &str, body: Value) -> Value {
    let scope = format!("20260101/{}/{service}/aws4_request", STACK.region);
    let signed =
        format!("AWS4-HMAC-SHA256 Credential=test/{scope}, SignedHeaders=host, Signature=0");
    let request = Request::post(&STACK.aws_endpoint)
        .header("content-type", "application/x-amz-json-1.1")
        .header("x-amz-target", target)
        .header("authorization", signed);
    exchange(request.body(Full::new(body.to_string().into())).unwrap()).await.body
}

async fn origin_secret() -> String {
    let secrets = ask("secretsmanager", "secretsmanager.ListSecrets", json!({})).await;
    let secrets = secrets["SecretList"].as_array().unwrap();
    let named = |secret: &&Value| secret["Name"].as_str().unwrap().contains("OriginSecret");
    let id = &secrets.iter().find(named).unwrap()["ARN"];
    let secret = ask("secretsmanager", "secretsmanager.GetSecretValue", json!({ "SecretId": id }));
    secret.await["SecretString"].as_str().unwrap().to_owned()
}
