//! What an operations engineer does once: inviting the first administrator.

use anyhow::{Result, bail};
use http::Method;
use portal_domain::EmailAddress;
use serde_json::json;

use super::{Town, http::Http};

/// Invokes the inviting function through the emulator's Lambda API.
///
/// The signature is none: emulators don't verify the root key's. On AWS an
/// engineer calls `aws lambda invoke`, with their own credentials.
pub(crate) async fn administrator(
    http: &Http,
    town: &Town,
    email: &EmailAddress,
    permissions: &[&str],
) -> Result<()> {
    let url = format!(
        "{}/2015-03-31/functions/{}/invocations",
        town.aws.trim_end_matches('/'),
        town.invite_function
    );
    let authorization = format!(
        "AWS4-HMAC-SHA256 Credential=test/20260101/{}/lambda/aws4_request, SignedHeaders=host, Signature=0",
        town.region
    );
    let body = json!({ "email": email, "permissions": permissions, "language": "cs" });
    let answer =
        http.send(Method::POST, &url, &[("authorization", &authorization)], Some(&body)).await?;
    if !answer.status.is_success() || answer.headers.contains_key("x-amz-function-error") {
        bail!("{}: {} {}", town.invite_function, answer.status, answer.body);
    }
    Ok(())
}
