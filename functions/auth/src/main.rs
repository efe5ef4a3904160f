//! HTTP: everything under `/api/auth`.

use std::sync::Arc;

use auth::{App, Logins, Mails, Subjects, routes};
use portal_lambda::{Access, Clock, Journal, Queue, Utility, env, init, serve};

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), lambda_http::Error> {
    let config = init()?;
    let client = aws_sdk_dynamodb::Client::new(&config);
    let access_table = env::required("ACCESS_TABLE")?;
    let utility = Arc::new(Utility::load()?);
    let queue = Queue::new(aws_sdk_sqs::Client::new(&config), env::required("MAIL_QUEUE_URL")?);
    let app = App {
        logins: Logins::new(client.clone(), env::required("AUTH_TABLE")?, access_table.clone()),
        access: Access::new(client.clone(), access_table),
        clock: Clock::default(),
        journal: Journal::new(client, env::required("JOURNAL_TABLE")?),
        mails: Mails::new(queue, utility.clone(), env::required("PUBLIC_ORIGIN")?),
        subjects: Subjects::new(env::required("LIMITER_KEY")?.as_bytes())?,
        utility,
    };
    serve(routes(app)).await
}
