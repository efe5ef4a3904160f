//! Requests that another site made a browser send are refused.

use axum::{
    extract::Request,
    http::{HeaderMap, Method},
    middleware::Next,
    response::{IntoResponse, Response},
};

use crate::Error;

/// A header that only our client sends: a form on another site can't, and a
/// script there would need our leave.
const OUR_HEADER: &str = "x-meterside";

/// The address under which people see the portal: `https://portal.example`.
#[derive(Clone)]
pub(crate) struct PublicOrigin(pub(crate) String);

pub(crate) async fn refuse_cross_site(request: Request, next: Next) -> Response {
    let safe = matches!(*request.method(), Method::GET | Method::HEAD | Method::OPTIONS);
    let origin = request.extensions().get::<PublicOrigin>();
    if !safe && !is_ours(request.headers(), origin.map(|origin| origin.0.as_str())) {
        return Error::Forbidden("cross_site").into_response();
    }
    next.run(request).await
}

fn is_ours(headers: &HeaderMap, origin: Option<&str>) -> bool {
    let header = |name: &str| headers.get(name).map(|value| value.to_str().unwrap_or("unreadable"));
    let site = header("sec-fetch-site").is_none_or(|site| matches!(site, "same-origin" | "none"));
    let from = header("origin").is_none_or(|from| Some(from) == origin);
    site && from && headers.contains_key(OUR_HEADER)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(headers: &[(&'static str, &'static str)], expected: bool) {
        let headers = headers.iter().map(|(name, value)| {
            (axum::http::HeaderName::from_static(name), axum::http::HeaderValue::from_static(value))
        });
        assert_eq!(is_ours(&headers.collect(), Some("https://portal.example")), expected);
    }

    #[test]
    fn only_our_own_pages_change_anything() {
        check(&[("x-meterside", "1"), ("origin", "https://portal.example")], true);
        check(&[("x-meterside", "1"), ("sec-fetch-site", "same-origin")], true);
        check(&[("x-meterside", "1")], true);
        check(&[("origin", "https://portal.example")], false);
        check(&[("x-meterside", "1"), ("origin", "https://evil.example")], false);
        check(&[("x-meterside", "1"), ("origin", "null")], false);
        check(&[("x-meterside", "1"), ("sec-fetch-site", "cross-site")], false);
        check(&[("x-meterside", "1"), ("sec-fetch-site", "same-site")], false);
    }
}
