//! The synthetic utility: it fills the portal through the billing queue, plays
//! the billing system from then on, and signs up the people of the demo.

use std::{
    fs,
    path::{Path, PathBuf},
    process::Stdio,
    time::Duration,
};

use anyhow::{Context, Result, bail};
use serde_json::Value;
use tokio::{
    io::{AsyncBufReadExt, AsyncWriteExt, BufReader},
    process::Command,
    time::Instant,
};

use crate::{
    build,
    client::{self, Http},
    emulator, place,
    process::{LOOK, Running},
    stack::Deployed,
    step::{step, tail},
};

/// How long the portal may take over what billing sent.
const INTAKE: Duration = Duration::from_secs(1800);

/// What the billing system did, a line each; under the home of the stack.
pub const LEDGER: &str = "state/ledger.jsonl";
/// The letters that it would have posted.
pub const LETTERS: &str = "state/letters.jsonl";

pub struct Utility<'a> {
    pub customers: u32,
    pub seed: u64,
    pub home: &'a Path,
    pub endpoint: &'a str,
    pub web: &'a str,
    /// Whether an earlier run's data may stand already.
    pub keep: bool,
}

impl Utility<'_> {
    /// Fills the portal and signs people up; answers their log-ins. The billing
    /// system goes on in `billing`.
    pub async fn fill(&self, deployed: &Deployed, billing: &mut Option<Running>) -> Result<Value> {
        let kept = self.home.join("state/logins.json");
        let again = self.keep && kept.exists();
        step("the synthetic utility sends its customers", async {
            *billing = Some(self.start_billing(deployed, again).await?);
            Ok(format!("{} customers", self.customers))
        })
        .await?;
        if again {
            return serde_json::from_slice(&fs::read(&kept)?).context("reading the kept log-ins");
        }
        step("the portal takes them in", async {
            self.taken_in(&deployed.data("BillingUpdatesQueue")?).await?;
            let client = client::new();
            let letters = deployed.data("BillingUpdatesDeadLetters")?;
            Ok(match waiting(&client, self.endpoint, &letters).await? {
                0 => String::new(),
                n => format!("{n} messages refused; `cargo xtask dead-letters list --local`"),
            })
        })
        .await?;
        let mut logins = Value::Null;
        step("people of the demo sign up", async {
            logins = self.sign_up(deployed).await?;
            Ok(String::new())
        })
        .await?;
        if self.keep {
            fs::write(&kept, logins.to_string())?;
        }
        Ok(logins)
    }

    fn letters(&self) -> PathBuf {
        self.home.join(LETTERS)
    }

    /// Starts the billing system; comes back when all updates are sent.
    async fn start_billing(&self, deployed: &Deployed, filled: bool) -> Result<Running> {
        let log = self.home.join("billing.log");
        let mut command = Command::new(build::binary("synthetic-billing"));
        command.arg("--customers").arg(self.customers.to_string());
        command.arg("--seed").arg(self.seed.to_string());
        command.arg("--letters").arg(self.letters());
        command.arg("--ledger").arg(self.home.join(LEDGER));
        command.args(filled.then_some("--no-fill"));
        command.envs(emulator::credentials(self.endpoint)).envs(deployed.variables()?);
        command.stdout(Stdio::piped()).stderr(fs::File::create(&log)?);
        let mut running = Running::start_with_output(&mut command)?;
        let out = running.child().stdout.take().context("billing has no output")?;
        let mut lines = BufReader::new(out).lines();
        loop {
            let Some(line) = lines.next_line().await? else {
                bail!("synthetic-billing ended; {}:\n{}", place::shown(&log), tail(&log));
            };
            if line.trim() == "filled" {
                break;
            }
        }
        // From here on what it says goes to its log.
        let mut file = tokio::fs::OpenOptions::new().append(true).open(&log).await?;
        tokio::spawn(async move {
            while let Ok(Some(line)) = lines.next_line().await {
                let _ = file.write_all(format!("{line}\n").as_bytes()).await;
            }
        });
        Ok(running)
    }

    /// Waits until the queue of updates is empty.
    async fn taken_in(&self, queue: &str) -> Result<()> {
        let client = client::new();
        let deadline = Instant::now() + INTAKE;
        loop {
            let waiting = waiting(&client, self.endpoint, queue).await?;
            if waiting == 0 {
                return Ok(());
            }
            if Instant::now() > deadline {
                bail!("updates still wait after {} minutes", INTAKE.as_secs() / 60);
            }
            // The emulator shows the messages whole, so a look at many of them
            // takes it a while, in which it does nothing else.
            let waiting = u32::try_from(waiting)?;
            tokio::time::sleep(LOOK * 4 + Duration::from_millis(5) * waiting).await;
        }
    }

    async fn sign_up(&self, deployed: &Deployed) -> Result<Value> {
        let done = Command::new(build::binary("synthetic-people"))
            .args(["--web", self.web, "--mail", self.endpoint, "--letters"])
            .arg(self.letters())
            .arg("--seed")
            .arg(self.seed.to_string())
            .arg("--customers")
            .arg(self.customers.to_string())
            .envs(emulator::credentials(self.endpoint))
            .envs(deployed.variables()?)
            .stdin(Stdio::null())
            .kill_on_drop(true)
            .output()
            .await
            .context("starting synthetic-people")?;
        if !done.status.success() {
            bail!("synthetic-people:\n{}", String::from_utf8_lossy(&done.stderr));
        }
        serde_json::from_slice(&done.stdout).context("the log-ins that synthetic-people printed")
    }
}

/// Messages of a queue that are not deleted yet, as ministack shows them, or
/// else LocalStack.
async fn waiting(client: &Http, endpoint: &str, queue: &str) -> Result<usize> {
    let Ok(all) = client::json(client, &format!("{endpoint}/_ministack/sqs/messages")).await else {
        let url = format!("{endpoint}/_aws/sqs/messages?ShowInvisible=true&QueueUrl={queue}");
        let answer = client::json(client, &url).await?;
        let messages = &answer["ReceiveMessageResponse"]["ReceiveMessageResult"]["Message"];
        // One message stands there alone, not in a list.
        return Ok(messages.as_array().map_or(usize::from(messages.is_object()), Vec::len));
    };
    let accounts = all["messages"].as_object().context("the emulator's queues")?;
    let queues =
        accounts.values().filter_map(Value::as_object).flat_map(|regions| regions.values());
    let messages = queues.filter_map(|queues| queues[queue].as_array());
    Ok(messages.map(Vec::len).sum())
}
