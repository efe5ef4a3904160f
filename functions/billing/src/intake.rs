//! One message of the queue: stored, given up with a reason, or tried again.

use anyhow::Result;
use aws_lambda_events::sqs::SqsMessage;
use portal_contracts::update::{Unfit, Update};
use portal_lambda::{Clock, batch};

use crate::{Features, Imported, Refusal, dead_letter::Grave, read};

/// What the intake works with.
#[derive(Clone)]
pub struct Intake {
    features: Features,
    grave: Grave,
    clock: Clock,
}

impl Intake {
    /// `dead_letters` is the address of the dead-letter queue.
    pub fn new(
        features: Features,
        queues: aws_sdk_sqs::Client,
        dead_letters: String,
        clock: Clock,
    ) -> Self {
        Self { features, grave: Grave::new(queues, dead_letters), clock }
    }

    /// Takes a message. `Ok`: it is done with, one way or the other. An error:
    /// it has to come again.
    pub async fn take(&self, message: SqsMessage) -> Result<()> {
        match self.store(&message).await? {
            Ok((update, imported)) => {
                tracing::info!(
                    customer = %update.customer,
                    update.id = update.id,
                    update.r#type = update.body.type_name(),
                    update.version = update.version,
                    older = imported == Imported::Older,
                    "an update was taken"
                );
                Ok(())
            }
            Err(refusal) => {
                // The detail may quote a person's data: it stays out of the log.
                tracing::warn!(
                    message.id = message.message_id,
                    reason = refusal.reason,
                    "an update went to the dead letters"
                );
                self.grave.bury(&message, refusal, self.clock.now()).await
            }
        }
    }

    async fn store(&self, message: &SqsMessage) -> Result<Result<(Update, Imported), Refusal>> {
        let text = message.body.as_deref().unwrap_or_default();
        let update = match read(text, batch::group(message).as_deref(), self.clock.now()) {
            Ok(update) => update,
            Err(refusal) => return Ok(Err(refusal)),
        };
        match self.features.import(&update).await {
            Ok(imported) => Ok(Ok((update, imported))),
            Err(cause) => match cause.downcast_ref::<Unfit>() {
                Some(unfit) => Ok(Err(Refusal::new(unfit.reason, unfit.detail.clone()))),
                None => Err(cause),
            },
        }
    }
}
