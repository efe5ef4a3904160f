//! The function `mailer`: mail queue → SES.

use mailer::{Claims, Mailer, Sender, Ses};
use portal_lambda::{Clock, Utility, batch::run_batches, env, init};

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), lambda_runtime::Error> {
    let aws = init()?;
    let tables = aws_sdk_dynamodb::Client::new(&aws);
    let claims = Claims::new(tables, env::required("MAILS_TABLE")?);
    let sender = Sender::of(&Utility::load()?)?;
    let mailer = Mailer::new(Ses::new(&aws), claims, sender, Clock::default());
    run_batches(async |message| mailer.take(message).await).await
}
