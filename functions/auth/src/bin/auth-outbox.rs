//! Woken by the auth table's stream and every minute: matches requests, sends
//! codes, letters and mails.

use std::sync::Arc;

use auth::{Logins, Mails, Outbox};
use portal_lambda::{Clock, Queue, Utility, env, init, run_events};

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), lambda_runtime::Error> {
    let config = init()?;
    let client = aws_sdk_dynamodb::Client::new(&config);
    let sqs = aws_sdk_sqs::Client::new(&config);
    let table = env::required("AUTH_TABLE")?;
    let utility = Arc::new(Utility::load()?);
    let mails = Queue::new(sqs.clone(), env::required("MAIL_QUEUE_URL")?);
    let outbox = Outbox {
        logins: Logins::new(client.clone(), table.clone(), env::required("ACCESS_TABLE")?),
        outbox: portal_lambda::Outbox::new(client, table),
        mails: Mails::new(mails, utility.clone(), env::required("PUBLIC_ORIGIN")?),
        commands: Queue::new(sqs, env::required("BILLING_COMMANDS_QUEUE_URL")?),
        utility,
        clock: Clock::default(),
    };
    run_events(async || outbox.drain().await).await
}
