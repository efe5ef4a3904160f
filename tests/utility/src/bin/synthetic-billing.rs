//! The synthetic utility's billing system: fills the portal, then works
//! through what the portal hands over until it is told to stop.
//!
//! It is configured as a Lambda function is: `AWS_REGION`, credentials,
//! `AWS_ENDPOINT_URL`, `BILLING_UPDATES_QUEUE_URL`, `BILLING_COMMANDS_QUEUE_URL`.

use std::path::PathBuf;

use anyhow::{Context, Result};
use clap::Parser;
use jiff::{civil::Date, tz::TimeZone};
use portal_lambda::{Clock, aws, env};
use synthetic::{
    billing::{
        Books, Desk,
        ledger::{Ledger, Line},
        letters::Letters,
    },
    generate,
    queue::Updates,
};

#[derive(Parser)]
struct Arguments {
    /// How many customers the utility has.
    #[arg(long, default_value_t = 50)]
    customers: u32,
    /// The number that the utility is made from.
    #[arg(long, default_value_t = 1)]
    seed: u64,
    /// The day on which it is as it is; today by default.
    #[arg(long)]
    today: Option<Date>,
    /// Where letters are written instead of being posted.
    #[arg(long)]
    letters: PathBuf,
    /// What was done, and the memory over a restart.
    #[arg(long)]
    ledger: Option<PathBuf>,
    /// Sends nothing at the start: the portal was filled before.
    #[arg(long)]
    no_fill: bool,
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<()> {
    let arguments = Arguments::parse();
    let clock = Clock::default();
    let zone = TimeZone::get("Europe/Prague").context("looking up the time zone")?;
    let today = arguments.today.unwrap_or_else(|| clock.now().to_zoned(zone).date());
    let utility = generate(arguments.seed, arguments.customers, today)?;

    let client = aws_sdk_sqs::Client::new(&aws::config()?);
    let updates = Updates::new(client.clone(), env::required("BILLING_UPDATES_QUEUE_URL")?);
    if !arguments.no_fill {
        let sent = updates.fill(&utility).await.context("filling the portal")?;
        eprintln!("{} customers in {sent} messages", utility.accounts.len());
    }
    // A script that started us waits for this line.
    println!("filled");

    let mut books = Books::new(utility)?;
    let ledger = match arguments.ledger {
        Some(path) => {
            let (ledger, lines) = Ledger::open(&path)?;
            for line in lines {
                if let Line::Effect(entry) = line {
                    books.recall(entry);
                }
            }
            Some(ledger)
        }
        None => None,
    };
    let desk = Desk {
        commands: client,
        commands_url: env::required("BILLING_COMMANDS_QUEUE_URL")?,
        updates,
        books,
        ledger,
        letters: Letters::open(&arguments.letters)?,
        clock,
    };
    // A signal ends it at any point: the ledger and the queue make that safe.
    desk.work().await
}
