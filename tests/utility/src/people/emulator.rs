//! What is asked of AWS itself, as an operations engineer would: inviting the
//! first administrator, and what the distribution knows.
//!
//! The signature is none: emulators don't verify the root key's. On AWS an
//! engineer uses the AWS CLI, with their own credentials.

use anyhow::{Context, Result, bail};
use http::Method;
use portal_domain::EmailAddress;
use serde_json::{Value, json};

use super::{
    Town,
    http::{Answer, Http},
};

/// Invokes the function that invites the first administrator.
pub(crate) async fn invite(
    http: &Http,
    town: &Town,
    email: &EmailAddress,
    permissions: &[&str],
) -> Result<()> {
    let path = format!("/2015-03-31/functions/{}/invocations", town.invite_function);
    let body = json!({ "email": email, "permissions": permissions, "language": "cs" });
    let answer = ask(http, town, "lambda", &path, &[], &body).await?;
    if !answer.status.is_success() || answer.headers.contains_key("x-amz-function-error") {
        bail!("{}: {} {}", town.invite_function, answer.status, answer.body);
    }
    Ok(())
}

/// The secret that the distribution adds to each request.
pub(crate) async fn origin_secret(http: &Http, town: &Town, arn: &str) -> Result<String> {
    let headers = [("x-amz-target", "secretsmanager.GetSecretValue")];
    let body = json!({ "SecretId": arn });
    let answer = ask(http, town, "secretsmanager", "/", &headers, &body).await?;
    let secret = answer.body.get("SecretString").and_then(Value::as_str);
    Ok(secret
        .with_context(|| format!("reading the origin's secret: {}", answer.status))?
        .to_owned())
}

async fn ask(
    http: &Http,
    town: &Town,
    service: &str,
    path: &str,
    headers: &[(&str, &str)],
    body: &Value,
) -> Result<Answer> {
    let url = format!("{}{path}", town.aws.trim_end_matches('/'));
    let scope = format!("20260101/{}/{service}/aws4_request", town.region);
    let authorization =
        format!("AWS4-HMAC-SHA256 Credential=test/{scope}, SignedHeaders=host, Signature=0");
    let headers = [&[("authorization", authorization.as_str())], headers].concat();
    http.send(Method::POST, &url, &headers, Some(body)).await
}
