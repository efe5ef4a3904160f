//! The synthetic utility's billing system: fills the portal, then works
//! through what the portal hands over until it is told to stop.
//!
//! It is configured as a Lambda function is: `AWS_REGION`, credentials,
//! `AWS_ENDPOINT_URL`, `BILLING_UPDATES_QUEUE_URL`, `BILLING_COMMANDS_QUEUE_URL`,
//! and `DOCUMENTS_BUCKET` (optional) where papers are put.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};
use clap::Parser;
use jiff::{civil::Date, tz::TimeZone};
use portal_lambda::{Bucket, Clock, aws, env};
use synthetic::{
    Utility,
    billing::{
        Books, Desk,
        ledger::{self, Ledger, Line},
        letters::Letters,
    },
    generate,
    queue::Updates,
    shelf::Shelf,
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
    /// What was done, and the memory over a restart; begun anew by a filling.
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
    let (ledger, lines) = match &arguments.ledger {
        Some(path) => {
            open(path, !arguments.no_fill).map(|(ledger, lines)| (Some(ledger), lines))?
        }
        None => (None, vec![]),
    };
    let utility = utility(&arguments, &lines, clock)?;
    let (seed, today) = (utility.seed, utility.today);

    let config = aws::config()?;
    let client = aws_sdk_sqs::Client::new(&config);
    let updates = Updates::new(client.clone(), env::required("BILLING_UPDATES_QUEUE_URL")?);
    if !arguments.no_fill {
        // A file is there before the update that names it.
        if let Some(name) = env::optional("DOCUMENTS_BUCKET") {
            let shelf = Shelf::new(Bucket::new(&config, &name)?, clock);
            let put = shelf.fill(&utility).await.context("filling the documents bucket")?;
            eprintln!("{put} papers");
        }
        let sent = updates.fill(&utility).await.context("filling the portal")?;
        eprintln!("{} customers in {sent} messages", utility.accounts.len());
    }
    let mut desk = Desk {
        commands: client,
        commands_url: env::required("BILLING_COMMANDS_QUEUE_URL")?,
        updates,
        books: Books::new(utility)?,
        ledger,
        letters: Letters::open(&arguments.letters)?,
        clock,
    };
    if lines.is_empty() {
        desk.write(&Line::Opened { seed, today })?;
    }
    desk.recall(lines);
    // A script that started us waits for this line.
    println!("filled");
    // A signal ends it at any point: the ledger and the queue make that safe.
    desk.work().await
}

/// Opens the ledger. A portal that is filled anew begins a new one.
fn open(path: &Path, anew: bool) -> Result<(Ledger, Vec<Line>)> {
    if anew && path.exists() {
        std::fs::remove_file(path).context("removing an old ledger")?;
    }
    Ledger::open(path)
}

/// The utility of the ledger, if there is one, or of today.
fn utility(arguments: &Arguments, lines: &[Line], clock: Clock) -> Result<Utility> {
    let zone = TimeZone::get("Europe/Prague").context("looking up the time zone")?;
    let today = arguments.today.unwrap_or_else(|| clock.now().to_zoned(zone).date());
    let (seed, today) = ledger::opened(lines).unwrap_or((arguments.seed, today));
    ensure!(seed == arguments.seed, "the ledger is of the utility number {seed}");
    generate(seed, arguments.customers, today)
}
