//! One mail: claimed, sent, noted.

use anyhow::{Result, anyhow, bail};
use aws_lambda_events::sqs::SqsMessage;
use jiff::Timestamp;
use portal_contracts::mail::{Mail, MailClass};
use portal_lambda::Clock;
use uuid::Uuid;

use crate::{Claim, Claims, Sender, Ses, Verdict, mime};

/// What the mailer works with.
#[derive(Clone)]
pub struct Mailer {
    ses: Ses,
    claims: Claims,
    sender: Sender,
    clock: Clock,
}

impl Mailer {
    pub fn new(ses: Ses, claims: Claims, sender: Sender, clock: Clock) -> Self {
        Self { ses, claims, sender, clock }
    }

    /// Takes a message of the queue. An error: it has to come again.
    pub async fn take(&self, message: SqsMessage) -> Result<()> {
        let text = message.body.as_deref().unwrap_or_default();
        // The cause could quote the mail: its place is enough.
        let mail: Mail = serde_json::from_str(text)
            .map_err(|error| anyhow!("a mail that can't be read, column {}", error.column()))?;
        self.send(&mail).await
    }

    /// Sends a mail, if it wasn't yet.
    pub async fn send(&self, mail: &Mail) -> Result<()> {
        let now = self.clock.now();
        let token = Uuid::now_v7().simple().to_string();
        let claim = match self.claims.claim(mail, &token, now).await {
            Ok(claim) => claim,
            Err(cause) => {
                // It may be kept all the same, its answer lost; nothing was sent
                // under it, so the next try needn't wait, and a code isn't lost.
                if let Err(cause) = self.claims.release(mail, &token).await {
                    let cause = format!("{cause:#}");
                    tracing::warn!(mail.id, cause, "an unsure claim wasn't released");
                }
                return Err(cause);
            }
        };
        match claim {
            Claim::Ours => self.send_claimed(mail, &token, now).await,
            Claim::Done => {
                tracing::info!(mail.id, "a mail came again and is done with");
                Ok(())
            }
            Claim::Others => bail!("the mail {} is being sent by another", mail.id),
        }
    }

    async fn send_claimed(&self, mail: &Mail, token: &str, now: Timestamp) -> Result<()> {
        let Ok(mime) = mime(mail, &self.sender, now) else {
            return self.give_up(mail, "invalid_address").await;
        };
        let Err((verdict, cause)) = self.ses.send(mime).await else {
            if let Err(cause) = self.claims.sent(mail).await {
                // It went; to say it failed would send it again.
                tracing::error!(mail.id, cause = format!("{cause:#}"), "a mail was sent unnoted");
            }
            return Ok(());
        };
        match (verdict, mail.class) {
            (Verdict::Never(reason), _) => self.give_up(mail, reason).await,
            (Verdict::NotNow, _) => {
                self.claims.release(mail, token).await?;
                Err(anyhow!(cause).context("SES doesn't take a mail now"))
            }
            (Verdict::Unknown, MailClass::Code) => {
                tracing::error!(mail.id, cause, "a code may have been sent, and isn't sent again");
                Ok(())
            }
            (Verdict::Unknown, MailClass::Security | MailClass::Notice) => {
                Err(anyhow!(cause).context("a mail may have been sent, and will be sent again"))
            }
        }
    }

    /// No repeat would help: it is kept as failed, and the queue goes on.
    async fn give_up(&self, mail: &Mail, reason: &'static str) -> Result<()> {
        tracing::error!(mail.id, reason, "a mail can't be sent");
        self.claims.failed(mail, reason).await
    }
}
