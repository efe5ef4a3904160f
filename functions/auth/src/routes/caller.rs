//! Where a request came from, and the cookies that we set.

use std::{convert::Infallible, net::IpAddr};

use axum::{
    extract::FromRequestParts,
    http::{
        HeaderMap, HeaderValue,
        header::{COOKIE, SET_COOKIE, USER_AGENT},
        request::Parts,
    },
};
use portal_domain::UserId;
use portal_lambda::{
    Source,
    access::{COOKIE_NAME, token_hash},
};

use crate::{device, secret::Secret, store::attempts::DEVICE_KNOWN_SECONDS, throttle};

const DEVICE_COOKIE: &str = "__Host-device";

/// The network address, the device in words, and what its cookies say.
pub(crate) struct Caller {
    pub(crate) source: Option<IpAddr>,
    pub(crate) device: String,
    /// The hash of the known-device cookie's token.
    pub(crate) device_hash: Option<String>,
    /// The session that the request came with, whether open or not.
    pub(crate) session: Option<(UserId, Secret)>,
}

impl Caller {
    /// What throttles count the source by.
    pub(crate) fn source_name(&self) -> String {
        self.source.map_or("unknown".to_owned(), throttle::source_of)
    }

    pub(crate) fn network_name(&self) -> String {
        self.source.map_or("unknown".to_owned(), throttle::network_of)
    }
}

impl<S: Sync> FromRequestParts<S> for Caller {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, app: &S) -> Result<Self, Infallible> {
        let Source(source) = Source::from_request_parts(parts, app).await?;
        let agent = parts.headers.get(USER_AGENT).and_then(|value| value.to_str().ok());
        let session = cookie(&parts.headers, COOKIE_NAME).and_then(|value| {
            let (user, token) = value.split_once('.')?;
            Some((user.parse().ok()?, Secret::new(token.to_owned())))
        });
        let device_hash = cookie(&parts.headers, DEVICE_COOKIE).map(token_hash);
        Ok(Self { source, device: device::words(agent.unwrap_or_default()), device_hash, session })
    }
}

fn cookie<'a>(headers: &'a HeaderMap, name: &str) -> Option<&'a str> {
    let headers = headers.get_all(COOKIE).iter().filter_map(|value| value.to_str().ok());
    let mut cookies = headers.flat_map(|header| header.split(';').map(str::trim));
    cookies.find_map(|cookie| cookie.strip_prefix(name)?.strip_prefix('='))
}

/// Headers that set the session cookie.
pub(crate) fn with_session(user: &UserId, token: &Secret) -> HeaderMap {
    let mut headers = HeaderMap::new();
    let value = format!("{COOKIE_NAME}={user}.{}", token.reveal());
    append(&mut headers, &format!("{value}; Path=/; Secure; HttpOnly; SameSite=Lax"));
    headers
}

/// Makes the browser remember the device.
pub(crate) fn remember_device(headers: &mut HeaderMap, token: &Secret) {
    let age = DEVICE_KNOWN_SECONDS;
    let value = format!("{DEVICE_COOKIE}={}", token.reveal());
    let rest = format!("Path=/; Max-Age={age}; Secure; HttpOnly; SameSite=Lax");
    append(headers, &format!("{value}; {rest}"));
}

/// Headers of a sign-out: the session's cookie goes, and what the browser kept
/// of our pages. The known-device cookie stays.
pub(crate) fn without_session() -> HeaderMap {
    let mut headers = HeaderMap::new();
    append(
        &mut headers,
        &format!("{COOKIE_NAME}=; Path=/; Max-Age=0; Secure; HttpOnly; SameSite=Lax"),
    );
    headers.insert("clear-site-data", HeaderValue::from_static(r#""cache", "storage""#));
    headers
}

fn append(headers: &mut HeaderMap, cookie: &str) {
    // Identifiers and base64: always a header value.
    if let Ok(value) = HeaderValue::from_str(cookie) {
        headers.append(SET_COOKIE, value);
    }
}
