//! Looks at the dead letters of the billing system's updates, and sends them
//! again. For an operations engineer; `docs/billing.md` says when.

use std::io::Write as _;

use anyhow::Result;
use billing::{DeadLetters, Shown, Which};
use clap::{Args, Parser, Subcommand};
use jiff::Timestamp;
use portal_lambda::{Clock, aws, env};

#[derive(Parser)]
#[command(
    about,
    after_help = "Credentials and region come from the environment (AWS_ACCESS_KEY_ID, \
    AWS_SECRET_ACCESS_KEY, AWS_SESSION_TOKEN, AWS_REGION). With a profile or single sign-on: \
    eval \"$(aws configure export-credentials --format env)\""
)]
struct Command {
    /// Address of the dead-letter queue; otherwise `BILLING_UPDATES_DLQ_URL`.
    #[arg(long, global = true)]
    dead_letters: Option<String>,
    #[command(subcommand)]
    what: What,
}

#[derive(Subcommand)]
enum What {
    /// Says how many there are.
    Count,
    /// Lists them: reason, type, customer, age.
    List {
        /// Shows also the detail and the message: personal data.
        #[arg(long)]
        show: bool,
    },
    /// Sends them again, in order, and takes them out of the queue.
    Resend(Resend),
}

#[derive(Args)]
struct Resend {
    /// Only this letter; may be given more than once.
    #[arg(long, required_unless_present = "all", conflicts_with = "all")]
    id: Vec<String>,
    #[arg(long)]
    all: bool,
    /// Address of the queue they go to; otherwise `BILLING_UPDATES_QUEUE_URL`.
    #[arg(long)]
    updates: Option<String>,
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<()> {
    let command = Command::parse();
    let address = |given: Option<String>, name| given.map_or_else(|| env::required(name), Ok);
    let dead_letters = address(command.dead_letters, "BILLING_UPDATES_DLQ_URL")?;
    let queues = aws_sdk_sqs::Client::new(&aws::config()?);
    let letters = DeadLetters::new(queues, dead_letters);
    let now = Clock::default().now();
    let mut out = std::io::stdout().lock();
    match command.what {
        What::Count => writeln!(out, "{}", letters.count().await?)?,
        What::List { show } => {
            let listed = letters.list().await?;
            for letter in &listed {
                writeln!(out, "{}", line(letter, now))?;
                if show {
                    writeln!(out, "    {}\n    {}", letter.detail, letter.message)?;
                }
            }
            let behind = letters.count().await?.saturating_sub(listed.len().try_into()?);
            if behind > 0 {
                writeln!(out, "and {behind} behind them, of the same customers")?;
            }
        }
        What::Resend(resend) => {
            let which =
                if resend.all { Which::All } else { Which::Only(resend.id.into_iter().collect()) };
            let updates = address(resend.updates, "BILLING_UPDATES_QUEUE_URL")?;
            writeln!(out, "{} sent again", letters.resend(&updates, &which, now).await?)?;
        }
    }
    Ok(())
}

fn line(letter: &Shown, now: Timestamp) -> String {
    let minutes = letter.since.map_or(0, |since| now.duration_since(since).as_mins());
    let age = match minutes {
        0..60 => format!("{minutes} min"),
        60..2880 => format!("{} h", minutes / 60),
        _ => format!("{} days", minutes / 1440),
    };
    let Shown { id, reason, r#type: kind, customer, .. } = letter;
    format!("{id}  {reason:<20} {kind:<16} {customer:<16} {age}")
}
