//! Signs the demo's people up, by the ways that real ones take, and prints how
//! they sign in, as JSON.
//!
//! From the environment: `AWS_ENDPOINT_URL`, `AWS_REGION`, credentials,
//! `AUTH_INVITE_FUNCTION` (the function that invites the first administrator),
//! `BILLING_UPDATES_QUEUE_URL` (optional) to wait until the portal has taken in
//! what the billing system sent, and `ORIGIN_SECRET_ARN` (optional) so that
//! everybody comes from an address of their own.

use std::{path::PathBuf, time::Duration};

use anyhow::{Context, Result, bail};
use clap::Parser;
use jiff::{civil::Date, tz::TimeZone};
use portal_lambda::{Clock, aws, env};
use synthetic::{
    generate,
    people::{Town, move_in},
    queue::Updates,
};
use tokio::time::{Instant, sleep};

#[derive(Parser)]
struct Arguments {
    /// The portal's address, `/api` below it.
    #[arg(long)]
    web: String,
    /// The emulator's address, whose mails can be read.
    #[arg(long)]
    mail: String,
    /// Where the billing system writes letters.
    #[arg(long)]
    letters: PathBuf,
    /// The utility's, as the billing system was given it.
    #[arg(long, default_value_t = 1)]
    seed: u64,
    #[arg(long, default_value_t = 50)]
    customers: u32,
    #[arg(long)]
    today: Option<Date>,
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<()> {
    let arguments = Arguments::parse();
    let zone = TimeZone::get("Europe/Prague").context("looking up the time zone")?;
    let today = arguments.today.unwrap_or_else(|| Clock::default().now().to_zoned(zone).date());
    let utility = generate(arguments.seed, arguments.customers, today)?;

    if let Some(url) = env::optional("BILLING_UPDATES_QUEUE_URL") {
        let client = aws_sdk_sqs::Client::new(&aws::config()?);
        taken_in(&Updates::new(client, url)).await?;
    }
    let town = Town {
        web: arguments.web,
        mail: arguments.mail,
        letters: arguments.letters,
        aws: env::required("AWS_ENDPOINT_URL")?,
        region: env::required("AWS_REGION")?,
        invite_function: env::required("AUTH_INVITE_FUNCTION")?,
        origin_secret_arn: env::optional("ORIGIN_SECRET_ARN"),
        utility,
    };
    let logins = move_in(town).await?;
    println!("{}", serde_json::to_string_pretty(&logins)?);
    Ok(())
}

/// Waits until nothing is left in the queue, at most ten minutes.
async fn taken_in(updates: &Updates) -> Result<()> {
    let end = Instant::now() + Duration::from_secs(600);
    while !updates.is_empty().await? {
        if Instant::now() >= end {
            bail!("the portal has not taken in what the billing system sent");
        }
        sleep(Duration::from_millis(500)).await;
    }
    Ok(())
}
