//! Where a request came from: what throttles count by.

use std::{convert::Infallible, net::IpAddr};

use axum::{
    extract::FromRequestParts,
    http::{HeaderMap, request::Parts},
};
use lambda_http::request::RequestContext;
use subtle::ConstantTimeEq;

/// The caller's network address, or none when the platform didn't say.
///
/// It is API Gateway's `requestContext` address. Behind CloudFront that is an
/// edge location's, shared by strangers; there the viewer's address comes in a
/// header, which is believed only beside the secret that CloudFront alone
/// sends ([`OriginSecret`]). What a client writes is never believed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Source(pub Option<IpAddr>);

/// The secret that the distribution adds to each request to its origin.
#[derive(Clone)]
pub(crate) struct OriginSecret(pub(crate) String);

impl<S: Sync> FromRequestParts<S> for Source {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Infallible> {
        Ok(Self(from_distribution(parts).or_else(|| from_gateway(parts))))
    }
}

fn from_distribution(parts: &Parts) -> Option<IpAddr> {
    let secret = parts.extensions.get::<OriginSecret>()?;
    if !carries(&parts.headers, secret) {
        return None;
    }
    // `198.51.100.7:46532` or `2001:db8::1:46532`: the port follows the last colon.
    let address = parts.headers.get("cloudfront-viewer-address")?.to_str().ok()?;
    let (host, _port) = address.rsplit_once(':')?;
    host.trim_matches(['[', ']']).parse().ok()
}

/// Whether a request came through the distribution.
pub(crate) fn carries(headers: &HeaderMap, OriginSecret(secret): &OriginSecret) -> bool {
    let sent = headers.get("x-origin-verify").map_or(&b""[..], |value| value.as_bytes());
    sent.ct_eq(secret.as_bytes()).into()
}

fn from_gateway(parts: &Parts) -> Option<IpAddr> {
    let address = match parts.extensions.get::<RequestContext>()? {
        RequestContext::ApiGatewayV2(context) => context.http.source_ip.as_deref(),
        RequestContext::ApiGatewayV1(context) => context.identity.source_ip.as_deref(),
        _ => None,
    };
    address?.parse().ok()
}
