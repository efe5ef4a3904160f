//! The function `changes`: the feature's HTTP routes.

use std::sync::Arc;

use changes::{App, Changes, routes};
use portal_lambda::{Access, Clock, Journal, Utility, env, init, serve};

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), lambda_http::Error> {
    let tables = aws_sdk_dynamodb::Client::new(&init()?);
    serve(routes(App {
        access: Access::new(tables.clone(), env::required("ACCESS_TABLE")?),
        journal: Journal::new(tables.clone(), env::required("JOURNAL_TABLE")?),
        changes: Changes::new(tables, env::required("CHANGES_TABLE")?),
        clock: Clock::default(),
        utility: Arc::new(Utility::load()?),
    }))
    .await
}
