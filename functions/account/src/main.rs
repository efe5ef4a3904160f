//! The function `account`: the feature's HTTP routes.

use std::sync::Arc;

use account::{App, Customers, Proposals, routes};
use aws_sdk_dynamodb::Client;
use portal_lambda::{Access, Clock, Journal, Utility, env, init, serve};

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), lambda_http::Error> {
    let tables = Client::new(&init()?);
    serve(routes(App {
        access: Access::new(tables.clone(), env::required("ACCESS_TABLE")?),
        clock: Clock::default(),
        journal: Journal::new(tables.clone(), env::required("JOURNAL_TABLE")?),
        customers: Customers::new(tables.clone(), env::required("ACCOUNT_TABLE")?),
        proposals: Proposals::new(tables, env::required("CHANGES_TABLE")?),
        utility: Arc::new(Utility::load()?),
    }))
    .await
}
