//! The function `changes-handover`: hands over what was approved, then tells
//! people what became of what they proposed.

use std::sync::Arc;

use changes::{Changes, Handover, Notices};
use portal_lambda::{Access, Clock, Outbox, Queue, Utility, env, init, run_events};
use portal_mail::Sender;

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), lambda_runtime::Error> {
    let aws = init()?;
    let tables = aws_sdk_dynamodb::Client::new(&aws);
    let queues = aws_sdk_sqs::Client::new(&aws);
    let table = env::required("CHANGES_TABLE")?;
    let utility = Arc::new(Utility::load()?);
    let outbox = Outbox::new(tables.clone(), table.clone());
    let handover = Handover {
        changes: Changes::new(tables.clone(), table),
        outbox: outbox.clone(),
        billing: Queue::new(queues.clone(), env::required("BILLING_COMMANDS_QUEUE_URL")?),
        utility: utility.clone(),
        clock: Clock::default(),
    };
    let notices = Notices {
        outbox,
        access: Access::new(tables, env::required("ACCESS_TABLE")?),
        mails: Sender::new(Queue::new(queues, env::required("MAIL_QUEUE_URL")?), utility),
        public_origin: env::required("PUBLIC_ORIGIN")?,
    };
    run_events(async || changes::woken(&handover, &notices).await).await
}
