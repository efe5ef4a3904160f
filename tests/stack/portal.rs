//! The portal over HTTP, as a plain client sees it.

use std::{
    collections::HashMap,
    fmt,
    sync::{LazyLock, Mutex},
    time::{Duration, Instant},
};

use bytes::Bytes;
use http::{Method, Request, StatusCode};
use http_body_util::{BodyExt, Full};
use hyper_util::{client::legacy::Client, rt::TokioExecutor};
use jiff::Timestamp;
use serde_json::{Value, json};
use synthetic::people::current_code;

use crate::stack::{Login, STACK};

/// Longer than anything here takes: a hand-over that was missed waits for its
/// schedule, a minute, and what the intake was killed over comes back three
/// times; the rest is for a machine that has more to do. What hangs must fail.
pub const PATIENCE: Duration = Duration::from_secs(300);

/// So long an authenticator app shows the same code.
const STEP_SECONDS: i64 = 30;

/// Somebody in front of the portal: signed in, or not.
#[derive(Clone, Default)]
pub struct Portal {
    cookie: Option<String>,
}

/// What came back.
pub struct Answer {
    pub status: StatusCode,
    pub body: Value,
    pub raw: Bytes,
    pub cookies: Vec<String>,
}

impl fmt::Debug for Answer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.status.as_u16(), self.body)
    }
}

impl Answer {
    /// The body, if the status is one of success.
    #[track_caller]
    pub fn ok(self) -> Value {
        assert!(self.status.is_success(), "{self:?}");
        self.body
    }
}

/// A code is good once, so each log-in signs in once for all tests.
static SESSIONS: LazyLock<tokio::sync::Mutex<HashMap<String, Portal>>> =
    LazyLock::new(Default::default);

/// Numbers that make keys of idempotency differ.
static KEYS: Mutex<u64> = Mutex::new(0);

impl Portal {
    /// Somebody who isn't signed in.
    pub fn stranger() -> Self {
        Self::default()
    }

    /// The bearer of a cookie.
    pub fn with_cookie(cookie: &str) -> Self {
        Self { cookie: Some(cookie.to_owned()) }
    }

    /// The user and the token of the cookie.
    pub fn bearer(&self) -> (String, String) {
        let cookie = self.cookie.as_deref().unwrap_or_default();
        let (user, token) = cookie.trim_start_matches("__Host-session=").split_once('.').unwrap();
        (user.to_owned(), token.to_owned())
    }

    /// The demo log-in of `role`, signed in.
    pub async fn of(role: &str) -> Self {
        let mut sessions = SESSIONS.lock().await;
        if let Some(portal) = sessions.get(role) {
            return portal.clone();
        }
        let portal = Self::sign_in(STACK.login(role)).await;
        sessions.insert(role.to_owned(), portal.clone());
        portal
    }

    async fn sign_in(login: &Login) -> Self {
        let until = Instant::now() + PATIENCE;
        loop {
            let now = portal_lambda::Clock::default().now();
            let code = login.totp_secret.as_deref();
            let code = code.map(|secret| current_code(secret, now).unwrap());
            let body = json!({ "login": login.login, "password": login.password, "code": code });
            let answer = Self::stranger().post("/api/auth/sign-in", body).await;
            let cookie = answer.cookies.iter().find(|cookie| cookie.starts_with("__Host-session="));
            if let (true, Some(cookie)) = (answer.status.is_success(), cookie) {
                return Self::with_cookie(cookie.split(';').next().unwrap());
            }
            // Failures are counted, so nothing is sent twice that was refused once.
            let wait = match (answer.status, answer.body["retry_after"].as_u64()) {
                (StatusCode::TOO_MANY_REQUESTS, Some(seconds)) => Duration::from_secs(seconds),
                // Somebody else used the code of this step, an earlier run perhaps.
                (StatusCode::UNAUTHORIZED, _) if code.is_some() => until_the_next_code(now),
                _ => panic!("{} can't sign in: {answer:?}", login.role),
            };
            assert!(Instant::now() + wait < until, "{} can't sign in: {answer:?}", login.role);
            tokio::time::sleep(wait).await;
        }
    }

    pub async fn get(&self, path: &str) -> Answer {
        self.send(Method::GET, path, None).await
    }

    pub async fn post(&self, path: &str, body: Value) -> Answer {
        self.send(Method::POST, path, Some(body)).await
    }

    /// Sends a request, with a key of idempotency of its own.
    pub async fn send(&self, method: Method, path: &str, body: Option<Value>) -> Answer {
        let key = {
            let mut keys = KEYS.lock().unwrap();
            *keys += 1;
            format!("stack-{}-{}-{keys}", std::process::id(), nanos())
        };
        self.send_with_key(method, path, body, &key).await
    }

    pub async fn send_with_key(
        &self,
        method: Method,
        path: &str,
        body: Option<Value>,
        key: &str,
    ) -> Answer {
        let mut request = Request::builder()
            .method(method)
            .uri(format!("{}{path}", STACK.web))
            .header("x-meterside", "1")
            .header("idempotency-key", key);
        if let Some(cookie) = &self.cookie {
            request = request.header("cookie", cookie);
        }
        let body = match body {
            Some(body) => {
                request = request.header("content-type", "application/json");
                Full::new(Bytes::from(body.to_string()))
            }
            None => Full::default(),
        };
        exchange(request.body(body).unwrap()).await
    }
}

/// Asks again until `found` says what it waited for; fails when patience ends.
pub async fn eventually<T>(what: &str, mut ask: impl AsyncFnMut() -> Option<T>) -> T {
    let until = Instant::now() + PATIENCE;
    loop {
        if let Some(found) = ask().await {
            return found;
        }
        assert!(Instant::now() < until, "waited in vain: {what}");
        tokio::time::sleep(Duration::from_millis(200)).await;
    }
}

/// How long after `now` an authenticator app shows another code.
fn until_the_next_code(now: Timestamp) -> Duration {
    let left = STEP_SECONDS - now.as_second().rem_euclid(STEP_SECONDS);
    Duration::from_secs(left.unsigned_abs())
}

fn nanos() -> u128 {
    let since = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH);
    since.map(|since| since.as_nanos()).unwrap_or_default()
}

/// A request as another site's page makes a browser send it.
pub async fn cross_site(method: &Method, path: &str) -> Answer {
    let request = Request::builder()
        .method(method.clone())
        .uri(format!("{}{path}", STACK.web))
        .header("content-type", "text/plain")
        .header("origin", "https://evil.example")
        .header("sec-fetch-site", "cross-site");
    exchange(request.body(Full::new(Bytes::from("{}"))).unwrap()).await
}

async fn exchange(request: Request<Full<Bytes>>) -> Answer {
    let client = Client::builder(TokioExecutor::new()).build_http();
    let response = client.request(request).await.unwrap();
    let (parts, body) = response.into_parts();
    let raw = body.collect().await.unwrap().to_bytes();
    let cookies = parts.headers.get_all("set-cookie").iter();
    Answer {
        status: parts.status,
        body: serde_json::from_slice(&raw).unwrap_or(Value::Null),
        cookies: cookies.map(|cookie| cookie.to_str().unwrap().to_owned()).collect(),
        raw,
    }
}
