//! Files in a bucket: a browser gets one from S3 itself, by an address that is
//! signed for a short while, so that no function carries its bytes.
//!
//! The address is signed in the query (AWS, "Authenticating Requests: Using
//! Query Parameters"). Nothing is asked of AWS to make one: whether the file is
//! there and may be read shows when the address is used.

use std::time::{Duration, SystemTime};

use anyhow::{Context, Result};
use aws_credential_types::provider::{ProvideCredentials, SharedCredentialsProvider};
use aws_sigv4::{
    http_request::{
        PercentEncodingMode, SignableBody, SignableRequest, SignatureLocation, SigningSettings,
        UriPathNormalizationMode, sign,
    },
    sign::v4,
};
use aws_types::SdkConfig;
use jiff::Timestamp;

/// A bucket, seen by who may read it.
#[derive(Clone, Debug)]
pub struct Bucket {
    /// Where its keys begin, without the last slash.
    root: String,
    region: String,
    credentials: SharedCredentialsProvider,
}

/// How a browser is to take a file.
#[derive(Clone, Copy, Debug)]
pub struct Attachment<'a> {
    /// What it is saved as.
    pub file_name: &'a str,
    /// `application/pdf`.
    pub media_type: &'a str,
}

impl Bucket {
    /// The bucket `name`, as `config` reaches AWS: also an emulator, where the
    /// bucket's name stands in the path.
    pub fn new(config: &SdkConfig, name: &str) -> Result<Self> {
        let region = config.region().context("no region")?.to_string();
        let root = match config.endpoint_url() {
            Some(endpoint) => format!("{}/{name}", endpoint.trim_end_matches('/')),
            None => format!("https://{name}.s3.{region}.amazonaws.com"),
        };
        let credentials = config.credentials_provider().context("no credentials")?;
        Ok(Self { root, region, credentials })
    }

    /// An address that `valid` long gives the file `key` as an attachment.
    pub async fn address(
        &self,
        key: &str,
        attachment: Attachment<'_>,
        now: Timestamp,
        valid: Duration,
    ) -> Result<String> {
        let disposition = disposition(attachment.file_name);
        let address = format!(
            "{}/{}?response-content-disposition={}&response-content-type={}",
            self.root,
            escaped(key, true),
            escaped(&disposition, false),
            escaped(attachment.media_type, false),
        );
        self.signed("GET", address, now, valid).await
    }

    /// An address that `valid` long takes the file `key` by PUT.
    pub async fn upload_address(
        &self,
        key: &str,
        now: Timestamp,
        valid: Duration,
    ) -> Result<String> {
        let address = format!("{}/{}", self.root, escaped(key, true));
        self.signed("PUT", address, now, valid).await
    }

    async fn signed(
        &self,
        method: &str,
        address: String,
        now: Timestamp,
        valid: Duration,
    ) -> Result<String> {
        let credentials = self.credentials.provide_credentials().await?;
        let identity = credentials.into();
        let mut settings = SigningSettings::default();
        settings.signature_location = SignatureLocation::QueryParams;
        settings.expires_in = Some(valid);
        // S3 takes a key as it is: its path is encoded once, and stays.
        settings.percent_encoding_mode = PercentEncodingMode::Single;
        settings.uri_path_normalization_mode = UriPathNormalizationMode::Disabled;
        let params = v4::SigningParams::builder()
            .identity(&identity)
            .region(&self.region)
            .name("s3")
            .time(SystemTime::from(now))
            .settings(settings)
            .build()?
            .into();
        let host = address.split("//").nth(1).and_then(|rest| rest.split('/').next());
        let headers = [("host", host.context("an address without a host")?)];
        let body = SignableBody::UnsignedPayload;
        let request = SignableRequest::new(method, &address, headers.into_iter(), body)?;
        let (instructions, _) = sign(request, &params)?.into_parts();
        let mut signed = address.clone();
        for (name, value) in instructions.params() {
            signed.push(if signed.contains('?') { '&' } else { '?' });
            signed.push_str(name);
            signed.push('=');
            signed.push_str(&escaped(value, false));
        }
        Ok(signed)
    }
}

/// `Content-Disposition` of a download (RFC 6266): the name in ASCII for old
/// browsers, and whole.
pub fn disposition(file_name: &str) -> String {
    let plain = |c: char| c.is_ascii_alphanumeric() || "-_.() ".contains(c);
    let ascii: String = file_name.chars().map(|c| if plain(c) { c } else { '_' }).collect();
    if ascii == file_name {
        format!("attachment; filename=\"{ascii}\"")
    } else {
        let whole = escaped(file_name, false);
        format!("attachment; filename=\"{ascii}\"; filename*=UTF-8''{whole}")
    }
}

/// Percent-encoded but for RFC 3986's unreserved characters, and slashes where
/// they part a path.
fn escaped(text: &str, is_path: bool) -> String {
    let mut escaped = String::with_capacity(text.len() * 2);
    for byte in text.bytes() {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'_' | b'.' | b'~' => {
                escaped.push(char::from(byte));
            }
            b'/' if is_path => escaped.push('/'),
            other => escaped.push_str(&format!("%{other:02X}")),
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use aws_credential_types::Credentials;

    use super::*;

    fn bucket(root: &str, token: Option<&str>) -> Bucket {
        let credentials = Credentials::new(
            "AKIAIOSFODNN7EXAMPLE",
            "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY",
            token.map(str::to_owned),
            None,
            "test",
        );
        Bucket {
            root: root.to_owned(),
            region: "us-east-1".to_owned(),
            credentials: SharedCredentialsProvider::new(credentials),
        }
    }

    /// The example of AWS's documentation, "Authenticating Requests: Using
    /// Query Parameters".
    #[tokio::test]
    async fn an_address_is_signed_as_aws_documents_it() {
        let bucket = bucket("https://examplebucket.s3.amazonaws.com", None);
        let now = "2013-05-24T00:00:00Z".parse().unwrap();
        let address = format!("{}/test.txt", bucket.root);
        let signed = bucket.signed("GET", address, now, Duration::from_secs(86_400)).await.unwrap();
        let signature = "aeeed9bbccd4d02ee5c0109b86d86835f995330da4c265957d157751f604d404";
        assert!(signed.ends_with(&format!("X-Amz-Signature={signature}")), "{signed}");
        assert!(signed.contains("/test.txt?X-Amz-Algorithm=AWS4-HMAC-SHA256"), "{signed}");
        assert!(signed.contains("20130524%2Fus-east-1%2Fs3%2Faws4_request"), "{signed}");
        assert!(signed.contains("X-Amz-Expires=86400"), "{signed}");
    }

    #[tokio::test]
    async fn an_address_names_the_file_and_carries_the_session_s_token() {
        let bucket = bucket("http://localhost:4566/documents", Some("a+token/="));
        let now = "2026-03-31T12:00:00Z".parse().unwrap();
        let file = Attachment { file_name: "a.pdf", media_type: "application/pdf" };
        let address =
            bucket.address("billing/a+b.pdf", file, now, Duration::from_secs(120)).await.unwrap();
        let start = "http://localhost:4566/documents/billing/a%2Bb.pdf?response-content-disposition=\
                     attachment%3B%20filename%3D%22a.pdf%22&response-content-type=application%2Fpdf&";
        assert!(address.starts_with(start), "{address}");
        assert!(address.contains("X-Amz-Security-Token=a%2Btoken%2F%3D"), "{address}");
        assert!(address.contains("X-Amz-Date=20260331T120000Z&X-Amz-Expires=120"), "{address}");
    }

    #[tokio::test]
    async fn an_upload_is_signed_for_its_method() {
        let bucket = bucket("http://localhost:4566/documents", None);
        let now = "2026-03-31T12:00:00Z".parse().unwrap();
        let valid = Duration::from_secs(60);
        let up = bucket.upload_address("billing/a.pdf", now, valid).await.unwrap();
        let address = format!("{}/billing/a.pdf", bucket.root);
        let down = bucket.signed("GET", address, now, valid).await.unwrap();
        assert!(up.starts_with("http://localhost:4566/documents/billing/a.pdf?X-Amz-"), "{up}");
        assert_ne!(up, down);
    }

    #[test]
    fn a_file_s_name_cannot_break_out_of_its_header() {
        assert_eq!(disposition("FV-1.pdf"), "attachment; filename=\"FV-1.pdf\"");
        let name = disposition("é\"\r\nX: y.pdf");
        assert_eq!(
            name,
            "attachment; filename=\"____X_ y.pdf\"; filename*=UTF-8''%C3%A9%22%0D%0AX%3A%20y.pdf"
        );
    }
}
