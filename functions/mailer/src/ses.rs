//! Handing a mail to SES, and what its answer means.

use aws_sdk_ses::{
    Client,
    config::retry::RetryConfig,
    error::{ProvideErrorMetadata, SdkError},
    operation::send_raw_email::SendRawEmailError,
    primitives::Blob,
    types::RawMessage,
};
use aws_smithy_runtime_api::client::orchestrator::HttpResponse;
use aws_types::SdkConfig;

/// SES, asked once for each mail.
#[derive(Clone)]
pub struct Ses(Client);

impl Ses {
    /// The SDK's own repeats are off: a repeat is a second mail, so we decide.
    pub fn new(aws: &SdkConfig) -> Self {
        let config = aws_sdk_ses::config::Builder::from(aws).retry_config(RetryConfig::disabled());
        Self(Client::from_conf(config.build()))
    }

    /// Hands over a MIME message; otherwise what that means, and the cause.
    pub(crate) async fn send(&self, mime: Vec<u8>) -> Result<(), (Verdict, String)> {
        let raw = RawMessage::builder().data(Blob::new(mime)).build();
        let raw = raw.map_err(|error| (Verdict::NotNow, error.to_string()))?;
        match self.0.send_raw_email().raw_message(raw).send().await {
            Ok(_) => Ok(()),
            Err(error) => Err((Verdict::of(&error), cause(&error))),
        }
    }
}

/// What came of handing a mail to SES.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// It certainly wasn't taken, and may be later.
    NotNow,
    /// It certainly wasn't taken and never will be, with the reason's code.
    Never(&'static str),
    /// It may have been taken.
    Unknown,
}

impl Verdict {
    /// Reads SES's answer. An answer that names an error is definite; silence
    /// and a fault of the server aren't.
    pub fn of(error: &SdkError<SendRawEmailError, HttpResponse>) -> Self {
        match error {
            SdkError::ConstructionFailure(_) => Self::NotNow,
            SdkError::ServiceError(answer) => {
                let (code, message) = (answer.err().code(), answer.err().message());
                let status = answer.raw().status().as_u16();
                answered(code.unwrap_or_default(), message.unwrap_or_default(), status)
            }
            _ => Self::Unknown,
        }
    }
}

fn answered(code: &str, message: &str, status: u16) -> Verdict {
    match code {
        // That's our set-up (the sandbox, a forgotten identity), not the mail:
        // when it's put right, the mail goes.
        "MessageRejected" if message.contains("not verified") => Verdict::NotNow,
        "MessageRejected" => Verdict::Never("message_rejected"),
        "InvalidParameterValue" => Verdict::Never("invalid_address"),
        "Throttling" | "ThrottlingException" | "ServiceUnavailable" => Verdict::NotNow,
        _ if status >= 500 => Verdict::Unknown,
        _ => Verdict::NotNow,
    }
}

/// What goes to the log: SES's own message may quote the address.
fn cause(error: &SdkError<SendRawEmailError, HttpResponse>) -> String {
    match error {
        SdkError::ServiceError(answer) => {
            let code = answer.err().code().unwrap_or("no code");
            format!("SES answered {} {code}", answer.raw().status().as_u16())
        }
        SdkError::DispatchFailure(failure) => match failure.as_connector_error() {
            Some(error) => format!("SES wasn't reached: {error}"),
            None => "SES wasn't reached".to_owned(),
        },
        SdkError::TimeoutError(_) => "SES didn't answer in time".to_owned(),
        SdkError::ConstructionFailure(_) => "the request couldn't be made".to_owned(),
        _ => "SES gave an answer that can't be read".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_answer_of_ses_has_its_verdict() {
        let never = Verdict::Never;
        for (code, message, status, verdict) in [
            ("Throttling", "Maximum sending rate exceeded.", 400, Verdict::NotNow),
            ("Throttling", "Daily message quota exceeded.", 400, Verdict::NotNow),
            ("ServiceUnavailable", "", 503, Verdict::NotNow),
            ("AccountSendingPausedException", "", 400, Verdict::NotNow),
            ("MailFromDomainNotVerifiedException", "", 400, Verdict::NotNow),
            ("AccessDenied", "", 403, Verdict::NotNow),
            ("MessageRejected", "Email address is not verified.", 400, Verdict::NotNow),
            ("MessageRejected", "Bad content.", 400, never("message_rejected")),
            ("InvalidParameterValue", "Illegal address", 400, never("invalid_address")),
            ("InternalFailure", "", 500, Verdict::Unknown),
            ("", "", 502, Verdict::Unknown),
        ] {
            assert_eq!(answered(code, message, status), verdict, "{code} {message}");
        }
    }
}
