//! The documents bucket, as the one who makes documents writes it.
//!
//! A file's key is `made/{SHA-256 of its bytes}.pdf`: the same document is the
//! same file, a later version another, and nobody guesses one. It is put on the
//! condition that it isn't there yet, by an address that is signed for this one
//! call: one PUT needs no further SDK in the function.

use std::time::Duration;

use anyhow::{Context, Result, ensure};
use aws_smithy_async::rt::sleep::TokioSleep;
use aws_smithy_runtime::client::orchestrator::operation::Operation;
use aws_smithy_runtime_api::{
    box_error::BoxError,
    client::orchestrator::{HttpRequest, HttpResponse, OrchestratorError},
};
use aws_smithy_types::{body::SdkBody, retry::RetryConfig, timeout::TimeoutConfig};
use aws_types::{SdkConfig, sdk_config::SharedHttpClient};
use jiff::Timestamp;
use portal_lambda::Bucket;
use sha2::{Digest, Sha256};

use crate::MEDIA_TYPE;

/// For so long the address takes the file.
const VALID: Duration = Duration::from_secs(60);

/// A file is there already: `If-None-Match: *` doesn't hold.
const THERE: u16 = 412;

/// Where made documents are put.
#[derive(Clone, Debug)]
pub struct Shelf {
    bucket: Bucket,
    client: SharedHttpClient,
}

/// A file on its way.
#[derive(Clone, Debug)]
struct Put {
    /// Path and query of the signed address.
    target: String,
    bytes: Vec<u8>,
}

impl Shelf {
    /// The bucket, reached as `config` reaches AWS.
    pub fn new(config: &SdkConfig, bucket: Bucket) -> Result<Self> {
        let client = config.http_client().context("no client for HTTP")?;
        Ok(Self { bucket, client })
    }

    /// Puts a document there, unless it is, and answers its key. One call.
    pub async fn keep(&self, pdf: Vec<u8>, now: Timestamp) -> Result<String> {
        let key = format!("made/{}.pdf", hex::encode(Sha256::digest(&pdf)));
        let address = self.bucket.upload_address(&key, now, VALID).await?;
        let (root, target) = parted(&address).context("an address without a path")?;
        let operation = Operation::builder()
            .service_name("s3")
            .operation_name("PutObject")
            .http_client(self.client.clone())
            .endpoint_url(root)
            .no_auth()
            .standard_retry(&RetryConfig::standard())
            .sleep_impl(TokioSleep::new())
            .timeout_config(TimeoutConfig::disabled())
            .serializer(request)
            .deserializer(status)
            .build();
        let put = Put { target: target.to_owned(), bytes: pdf };
        let status = operation.invoke(put).await.context("putting a document into the bucket")?;
        ensure!((200..300).contains(&status) || status == THERE, "{status} when putting {key}");
        Ok(key)
    }
}

fn request(put: Put) -> Result<HttpRequest, BoxError> {
    let mut request = HttpRequest::new(SdkBody::from(put.bytes));
    request.set_method("PUT")?;
    request.set_uri(put.target)?;
    request.headers_mut().insert("content-type", MEDIA_TYPE);
    request.headers_mut().insert("if-none-match", "*");
    Ok(request)
}

fn status(response: &HttpResponse) -> Result<u16, OrchestratorError<std::io::Error>> {
    let status = response.status().as_u16();
    if status >= 500 {
        return Err(OrchestratorError::other(format!("{status} from the bucket")));
    }
    Ok(status)
}

/// An address as where it leads to, and the path there.
fn parted(address: &str) -> Option<(&str, &str)> {
    let host = address.find("//")? + 2;
    let path = host + address[host..].find('/')?;
    Some(address.split_at(path))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_has_two_parts() {
        let parts = parted("https://documents.s3.example/made/a.pdf?X-Amz-Date=1");
        assert_eq!(parts, Some(("https://documents.s3.example", "/made/a.pdf?X-Amz-Date=1")));
        assert_eq!(parted("documents"), None);
    }
}
