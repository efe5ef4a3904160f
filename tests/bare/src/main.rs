//! The barest function on `lambda_http`: what the others are measured beside.

use lambda_http::{Error, Request, Response, run, service_fn};

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Error> {
    lambda_http::tracing::init_default_subscriber();
    run(service_fn(async |_: Request| {
        lambda_http::tracing::info!("hello");
        Response::builder().status(200).body("hello".to_owned()).map_err(Error::from)
    }))
    .await
}
