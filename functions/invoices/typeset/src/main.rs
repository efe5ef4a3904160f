//! The function `invoices-typeset`: makes documents as PDF.

use std::sync::Arc;

use invoices::Store;
use invoices_typeset::{App, Shelf, routes};
use portal_lambda::{Access, Bucket, Clock, Journal, Utility, env, init, serve};

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), lambda_http::Error> {
    let aws = init()?;
    let tables = aws_sdk_dynamodb::Client::new(&aws);
    let table = env::required("INVOICES_TABLE")?;
    let bucket = Bucket::new(&aws, &env::required("DOCUMENTS_BUCKET")?)?;
    serve(routes(App {
        access: Access::new(tables.clone(), env::required("ACCESS_TABLE")?),
        bucket: bucket.clone(),
        clock: Clock::default(),
        journal: Journal::new(tables.clone(), env::required("JOURNAL_TABLE")?),
        shelf: Shelf::new(&aws, bucket)?,
        // Nothing is proposed from here.
        store: Store::new(tables, table, String::new()),
        utility: Arc::new(Utility::load()?),
    }))
    .await
}
