//! `/api` through the emulated API Gateway, as CloudFront sends it on.

use axum::{
    body::Body,
    extract::{Request, State},
    response::{IntoResponse, Response},
};
use http::{HeaderValue, StatusCode, Uri, header};

use super::{Gateway, Site};

/// Headers that belong to one connection, not to the request.
const OF_A_CONNECTION: [&str; 6] =
    ["connection", "keep-alive", "te", "trailer", "transfer-encoding", "upgrade"];

pub(super) async fn forward(State(site): State<Site>, request: Request) -> Response<Body> {
    match address(&site.gateway, request.uri()) {
        Some(uri) => send(&site, request, uri).await,
        None => StatusCode::BAD_REQUEST.into_response(),
    }
}

async fn send(site: &Site, request: Request, uri: Uri) -> Response<Body> {
    let (mut parts, body) = request.into_parts();
    parts.uri = uri;
    parts.headers.remove(header::HOST);
    if let Some(host) = site.gateway.host.as_deref().and_then(|h| HeaderValue::from_str(h).ok()) {
        parts.headers.insert(header::HOST, host);
    }
    for name in OF_A_CONNECTION {
        parts.headers.remove(name);
    }
    match site.client.request(Request::from_parts(parts, body)).await {
        Ok(mut answer) => {
            for name in OF_A_CONNECTION {
                answer.headers_mut().remove(name);
            }
            answer.map(Body::new)
        }
        Err(error) => {
            eprintln!("  ! /api: {error}");
            (StatusCode::BAD_GATEWAY, "the emulator doesn't answer").into_response()
        }
    }
}

fn address(gateway: &Gateway, asked: &Uri) -> Option<Uri> {
    let path = asked.path_and_query()?;
    format!("{}{}{path}", gateway.endpoint, gateway.prefix).parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_rest_api_has_its_stage_before_the_path() {
        let gateway = Gateway {
            endpoint: "http://127.0.0.1:4566".to_owned(),
            host: None,
            prefix: "/restapis/abc/portal/_user_request_".to_owned(),
        };
        let asked = Uri::from_static("/api/auth/sessions?cursor=1");
        let sent = address(&gateway, &asked).unwrap();
        assert_eq!(
            sent.to_string(),
            "http://127.0.0.1:4566/restapis/abc/portal/_user_request_/api/auth/sessions?cursor=1"
        );
    }
}
