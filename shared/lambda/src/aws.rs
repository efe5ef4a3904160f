//! The SDK's configuration, from the variables that Lambda sets.
//!
//! `aws-config` looks for credentials in files, SSO and STS as well; a function
//! has them in its environment, so nothing is asked and nothing more is linked.

use anyhow::Result;
use aws_credential_types::{Credentials, provider::SharedCredentialsProvider};
use aws_smithy_async::{rt::sleep::TokioSleep, time::SystemTimeSource};
use aws_smithy_http_client::{
    Builder,
    tls::{self, TlsContext, TrustStore},
};
use aws_smithy_types::{retry::RetryConfig, timeout::TimeoutConfig};
use aws_types::{SdkConfig, region::Region, sdk_config::SharedHttpClient};

use crate::env;

/// The certificate authorities that AWS's endpoints use, so that no file is
/// read and no hundred others are parsed at the first call.
/// From Amazon Trust Services' repository of root certificates.
const AMAZON_ROOTS: &[u8] = include_bytes!("amazon-roots.pem");

/// What clients are made from. `AWS_ENDPOINT_URL` points at an emulator; no
/// other code knows of it.
pub fn config() -> Result<SdkConfig> {
    let credentials = Credentials::new(
        env::required("AWS_ACCESS_KEY_ID")?,
        env::required("AWS_SECRET_ACCESS_KEY")?,
        env::optional("AWS_SESSION_TOKEN"),
        None,
        "environment",
    );
    let region = env::required("AWS_REGION").or_else(|_| env::required("AWS_DEFAULT_REGION"))?;
    config_of(credentials, region, env::optional("AWS_ENDPOINT_URL"))
}

/// What clients are made from, for programs that aren't functions.
pub fn config_of(
    credentials: Credentials,
    region: String,
    endpoint: Option<String>,
) -> Result<SdkConfig> {
    let mut config = SdkConfig::builder()
        .behavior_version(
            aws_smithy_runtime_api::client::behavior_version::BehaviorVersion::latest(),
        )
        .region(Region::new(region))
        .credentials_provider(SharedCredentialsProvider::new(credentials))
        .http_client(http_client()?)
        .sleep_impl(aws_smithy_async::rt::sleep::SharedAsyncSleep::new(TokioSleep::new()))
        .time_source(aws_smithy_async::time::SharedTimeSource::new(SystemTimeSource::new()))
        .retry_config(RetryConfig::standard())
        .timeout_config(timeouts());
    if let Some(url) = endpoint {
        config = config.endpoint_url(url);
    }
    Ok(config.build())
}

/// A call that hangs is given up while the request can still be answered.
fn timeouts() -> TimeoutConfig {
    TimeoutConfig::builder()
        .connect_timeout(std::time::Duration::from_secs(2))
        .operation_attempt_timeout(std::time::Duration::from_secs(5))
        .build()
}

fn http_client() -> Result<SharedHttpClient> {
    let roots = TrustStore::empty().with_pem_certificate(AMAZON_ROOTS);
    let context = TlsContext::builder().with_trust_store(roots).build()?;
    let ring = tls::Provider::Rustls(tls::rustls_provider::CryptoMode::Ring);
    Ok(Builder::new().tls_provider(ring).tls_context(context).build_https())
}
