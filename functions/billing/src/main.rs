//! The function `billing`: `billing-updates.fifo` → the features' tables.

use billing::{Features, Intake};
use portal_lambda::{Clock, batch::run_batches_in_order, env, init};

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), lambda_runtime::Error> {
    let aws = init()?;
    let tables = aws_sdk_dynamodb::Client::new(&aws);
    let features = Features {
        auth: auth::Logins::new(
            tables.clone(),
            env::required("AUTH_TABLE")?,
            env::required("ACCESS_TABLE")?,
        ),
        account: account::Customers::new(tables.clone(), env::required("ACCOUNT_TABLE")?),
        readings: readings::Readings::new(
            tables.clone(),
            env::required("READINGS_TABLE")?,
            env::required("CHANGES_TABLE")?,
        ),
        invoices: invoices::Store::new(
            tables.clone(),
            env::required("INVOICES_TABLE")?,
            env::required("CHANGES_TABLE")?,
        ),
        changes: changes::Changes::new(tables, env::required("CHANGES_TABLE")?),
    };
    let queues = aws_sdk_sqs::Client::new(&aws);
    let dead_letters = env::required("BILLING_UPDATES_DLQ_URL")?;
    let intake = Intake::new(features, queues, dead_letters, Clock::default());
    run_batches_in_order(async |message| intake.take(message).await).await
}
