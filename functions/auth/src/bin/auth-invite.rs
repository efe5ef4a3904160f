//! Invoked by an operations engineer, whom IAM lets: invites an operator, so
//! that the first administrator needs no other door.

use std::sync::Arc;

use auth::{Invite, Logins, Mails, invite};
use lambda_runtime::{Error, LambdaEvent, run, service_fn};
use portal_lambda::{Clock, Queue, Utility, env, init};
use serde_json::{Value, json};

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Error> {
    let config = init()?;
    let client = aws_sdk_dynamodb::Client::new(&config);
    let queue = Queue::new(aws_sdk_sqs::Client::new(&config), env::required("MAIL_QUEUE_URL")?);
    let mails = Mails::new(queue, Arc::new(Utility::load()?), env::required("PUBLIC_ORIGIN")?);
    let logins = Logins::new(client, env::required("AUTH_TABLE")?, env::required("ACCESS_TABLE")?);
    let (logins, mails) = (&logins, &mails);
    run(service_fn(async |event: LambdaEvent<Invite>| {
        let Invite { email, permissions, language } = event.payload;
        let now = Clock::default().now();
        let outcome = invite(logins, mails, email, permissions, language, None, now).await;
        match &outcome {
            Ok(_) => tracing::info!("an operator was invited"),
            Err(cause) => tracing::error!(cause = format!("{cause:#}"), "inviting failed"),
        }
        let id = outcome.map_err(|cause| Error::from(format!("{cause:#}")))?;
        Ok::<Value, Error>(json!({ "invitation": id }))
    }))
    .await
}
