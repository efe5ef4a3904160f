//! The function `readings`: the feature's HTTP routes.

use std::sync::Arc;

use portal_lambda::{Access, Clock, Journal, Utility, env, init, serve};
use readings::{App, Readings, routes};

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), lambda_http::Error> {
    let aws = init()?;
    let tables = aws_sdk_dynamodb::Client::new(&aws);
    let table = env::required("READINGS_TABLE")?;
    serve(routes(App {
        access: Access::new(tables.clone(), env::required("ACCESS_TABLE")?),
        clock: Clock::default(),
        journal: Journal::new(tables.clone(), env::required("JOURNAL_TABLE")?),
        readings: Readings::new(tables, table, env::required("CHANGES_TABLE")?),
        utility: Arc::new(Utility::load()?),
    }))
    .await
}
