//! The function `invoices`: the feature's HTTP routes.

use std::sync::Arc;

use invoices::{App, Store, routes};
use portal_lambda::{Access, Bucket, Clock, Journal, Utility, env, init, serve};

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), lambda_http::Error> {
    let aws = init()?;
    let tables = aws_sdk_dynamodb::Client::new(&aws);
    let table = env::required("INVOICES_TABLE")?;
    serve(routes(App {
        access: Access::new(tables.clone(), env::required("ACCESS_TABLE")?),
        bucket: Bucket::new(&aws, &env::required("DOCUMENTS_BUCKET")?)?,
        clock: Clock::default(),
        journal: Journal::new(tables.clone(), env::required("JOURNAL_TABLE")?),
        store: Store::new(tables, table, env::required("CHANGES_TABLE")?),
        utility: Arc::new(Utility::load()?),
    }))
    .await
}
