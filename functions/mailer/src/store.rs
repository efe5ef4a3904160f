//! Which mails were claimed, sent or given up: one DynamoDB table.
//!
//! | pk | sk | item |
//! |---|---|---|
//! | notification | `mail` | `state`, `claim`, `class`, `claimed_at`, `expires_at`, `reason` of a failed one |
//!
//! | state | what is known |
//! |---|---|
//! | `sending` | somebody claimed it; whether it went isn't known (yet) |
//! | `sent` | SES took it |
//! | `failed` | SES refused it for good |
//!
//! Items leave by TTL, long after the queue has forgotten the message.

use anyhow::{Context, Result};
use aws_sdk_dynamodb::{
    Client,
    error::SdkError,
    operation::put_item::PutItemError,
    types::{AttributeValue, ReturnValuesOnConditionCheckFailure},
};
use jiff::{SignedDuration, Timestamp};
use portal_contracts::mail::{Mail, MailClass};
use portal_lambda::dynamo::{number, text};

/// After this long, whoever claimed a mail is no more: three times the
/// function's timeout, half of the queue's visibility timeout.
const CLAIM_HOLDS: SignedDuration = SignedDuration::from_secs(60);

/// How long it is remembered that a mail was sent.
const KEPT: SignedDuration = SignedDuration::from_hours(90 * 24);

/// The table of mails.
#[derive(Clone)]
pub struct Claims {
    client: Client,
    table: String,
}

/// What came of claiming a mail.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Claim {
    /// It is ours to send.
    Ours,
    /// It is done with: sent, given up, or a code that may have been sent.
    Done,
    /// Somebody else is sending it just now.
    Others,
}

impl Claims {
    pub fn new(client: Client, table: String) -> Self {
        Self { client, table }
    }

    /// Claims a mail; `token` is new for each try. An unresolved claim that is
    /// old is taken over, unless the mail carries a code.
    pub async fn claim(&self, mail: &Mail, token: &str, now: Timestamp) -> Result<Claim> {
        let request = self
            .client
            .put_item()
            .table_name(&self.table)
            .item("pk", text(&mail.id))
            .item("sk", text("mail"))
            .item("state", text("sending"))
            .item("claim", text(token))
            .item("class", text(class(mail.class)))
            .item("claimed_at", number(now.as_millisecond()))
            .item("expires_at", number((now + KEPT).as_second()))
            .return_values_on_condition_check_failure(ReturnValuesOnConditionCheckFailure::AllOld);
        let request = match mail.class {
            MailClass::Code => request.condition_expression("attribute_not_exists(pk)"),
            MailClass::Security | MailClass::Notice => request
                .condition_expression(
                    "attribute_not_exists(pk) OR (#state = :sending AND claimed_at < :old)",
                )
                .expression_attribute_names("#state", "state")
                .expression_attribute_values(":sending", text("sending"))
                .expression_attribute_values(":old", number((now - CLAIM_HOLDS).as_millisecond())),
        };
        match request.send().await {
            Ok(_) => Ok(Claim::Ours),
            Err(error) => match already(&error) {
                // The answer to our own claim was lost, and the SDK asked again.
                Some((_, Some(claim))) if claim == token => Ok(Claim::Ours),
                Some(("sending", _)) if mail.class != MailClass::Code => Ok(Claim::Others),
                Some(_) => Ok(Claim::Done),
                None => Err(error).context("claiming a mail"),
            },
        }
    }

    /// Notes that SES took it.
    pub async fn sent(&self, mail: &Mail) -> Result<()> {
        self.resolve(mail, "sent", None).await.context("noting a mail as sent")
    }

    /// Notes that SES refused it for good.
    pub async fn failed(&self, mail: &Mail, reason: &str) -> Result<()> {
        self.resolve(mail, "failed", Some(reason)).await.context("noting a mail as failed")
    }

    /// Gives the claim `token` back: the mail certainly wasn't sent.
    pub async fn release(&self, mail: &Mail, token: &str) -> Result<()> {
        let request = self.client.delete_item().table_name(&self.table);
        let request = request.key("pk", text(&mail.id)).key("sk", text("mail"));
        let request = request
            .condition_expression("#state = :sending AND claim = :claim")
            .expression_attribute_names("#state", "state")
            .expression_attribute_values(":sending", text("sending"))
            .expression_attribute_values(":claim", text(token));
        match request.send().await {
            Err(error)
                if error
                    .as_service_error()
                    .is_some_and(|error| error.is_conditional_check_failed_exception()) =>
            {
                Ok(())
            }
            outcome => outcome.map(|_| ()).context("releasing a mail"),
        }
    }

    async fn resolve(&self, mail: &Mail, state: &str, reason: Option<&str>) -> Result<()> {
        let request = self.client.update_item().table_name(&self.table);
        let request = request.key("pk", text(&mail.id)).key("sk", text("mail"));
        let request = request
            .expression_attribute_names("#state", "state")
            .expression_attribute_values(":state", text(state));
        let request = match reason {
            Some(reason) => request
                .update_expression("SET #state = :state, reason = :reason")
                .expression_attribute_values(":reason", text(reason)),
            None => request.update_expression("SET #state = :state"),
        };
        request.send().await?;
        Ok(())
    }
}

/// The state and the token of the claim that stood in the way, if that was the
/// cause.
fn already<R>(error: &SdkError<PutItemError, R>) -> Option<(&str, Option<&str>)> {
    let PutItemError::ConditionalCheckFailedException(failed) = error.as_service_error()? else {
        return None;
    };
    let attribute = |name| {
        let value = failed.item().and_then(|item| item.get(name));
        value.and_then(|value| AttributeValue::as_s(value).ok()).map(String::as_str)
    };
    // An emulator may not give the old item: then somebody is sending it.
    Some((attribute("state").unwrap_or("sending"), attribute("claim")))
}

fn class(class: MailClass) -> &'static str {
    match class {
        MailClass::Code => "code",
        MailClass::Security => "security",
        MailClass::Notice => "notice",
    }
}
