//! What an operations engineer does with a portal that stands: the first
//! administrator, dead letters. On AWS, or with `--local` on this machine.

use anyhow::{Context, Result, bail};
use clap::Args;
use serde_json::{Value, json};
use tokio::process::Command;

use crate::{
    build, deploy, emulator, place, stack,
    step::{loudly, step},
    tools::Tools,
};

/// Which portal.
#[derive(Args, Debug)]
pub struct Which {
    /// The one that `cargo xtask up` runs
    #[arg(long)]
    local: bool,
    /// Name of the portal, as it was deployed
    #[arg(long, default_value = place::PORTAL)]
    portal: String,
    /// Region it was deployed to
    #[arg(long, default_value = place::REGION)]
    region: String,
    /// Profile of the AWS configuration
    #[arg(long)]
    profile: Option<String>,
}

impl Which {
    fn local_stack(&self) -> Result<Option<Value>> {
        if !self.local {
            return Ok(None);
        }
        let stack = stack::read(&place::local().join("stack.json"))?;
        stack.map(Some).context("nothing runs here; `cargo xtask up` starts it")
    }

    fn aws(&self, stack: Option<&Value>) -> Command {
        let mut aws = deploy::command("aws", self.profile.as_deref());
        if let Some(stack) = stack {
            let endpoint = stack["aws_endpoint"].as_str().unwrap_or_default();
            aws.envs(emulator::credentials(endpoint));
        }
        aws
    }
}

#[derive(Args, Debug)]
pub struct Invite {
    /// Address of the administrator to be
    #[arg(long)]
    email: String,
    /// Language of the mail
    #[arg(long, default_value = "cs", value_parser = ["cs", "pl", "en"])]
    language: String,
    #[command(flatten)]
    which: Which,
}

/// Sends an administrator's invitation, by the function that only IAM may call.
pub async fn invite(invite: Invite) -> Result<()> {
    step("tools", Tools::Aws.install()).await?;
    let stack = invite.which.local_stack()?;
    let portal = if invite.which.local { place::PORTAL } else { &invite.which.portal };
    let answer = place::local().join("invited.json");
    let payload = json!({ "email": invite.email, "language": invite.language });
    let mut aws = invite.which.aws(stack.as_ref());
    aws.args(["lambda", "invoke", "--region", &invite.which.region]);
    aws.args(["--function-name", &format!("{portal}-auth-invite")]);
    aws.args(["--payload", &payload.to_string(), "--query", "FunctionError"]);
    let done = aws.args(["--output", "text"]).arg(&answer).output().await?;
    let error = String::from_utf8_lossy(&done.stdout);
    if !done.status.success() || error.trim() != "None" {
        let body = std::fs::read_to_string(&answer).unwrap_or_default();
        bail!("{}{body}", String::from_utf8_lossy(&done.stderr));
    }
    println!("  {} gets a mail", invite.email);
    Ok(())
}

#[derive(Args, Debug)]
pub struct DeadLetters {
    #[command(flatten)]
    which: Which,
    /// What to do: `list`, `list --show`, `resend --all`, `resend --id <id>`, `count`
    #[arg(trailing_var_arg = true, allow_hyphen_values = true, required = true)]
    command: Vec<String>,
}

/// Looks at what billing sent and the portal refused, or sends it again.
pub async fn dead_letters(letters: DeadLetters) -> Result<()> {
    let mut cargo = build::cargo();
    cargo.args(["build", "--quiet"]).args(build::PORTAL).args(["--bin", "billing-dead-letters"]);
    loudly(&mut cargo).await?;
    let mut command = Command::new(build::binary("billing-dead-letters"));
    command.args(&letters.command);
    match letters.which.local_stack()? {
        Some(stack) => {
            let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
            let queues = &stack["queues"];
            command.envs(emulator::credentials(&text(&stack["aws_endpoint"])));
            command.env("BILLING_UPDATES_QUEUE_URL", text(&queues["billing_updates"]));
            let dead = text(&queues["billing_updates_dead_letters"]);
            command.env("BILLING_UPDATES_DLQ_URL", dead);
        }
        None => on_aws(&letters.which, &mut command).await?,
    }
    loudly(&mut command).await
}

/// The queues' addresses, and credentials from wherever the AWS CLI has them.
async fn on_aws(which: &Which, command: &mut Command) -> Result<()> {
    step("tools", Tools::Aws.install()).await?;
    let stack = format!("{}-data", which.portal);
    for (variable, name) in [
        ("BILLING_UPDATES_QUEUE_URL", "BillingUpdatesQueue"),
        ("BILLING_UPDATES_DLQ_URL", "BillingUpdatesDeadLetters"),
    ] {
        let url = deploy::output(which.aws(None), &stack, &which.region, name).await?;
        command.env(variable, url.with_context(|| format!("stack {stack} has no {name}"))?);
    }
    let mut aws = which.aws(None);
    aws.args(["configure", "export-credentials", "--format", "env-no-export"]);
    let credentials = aws.output().await?;
    if !credentials.status.success() {
        bail!("no credentials: {}", String::from_utf8_lossy(&credentials.stderr));
    }
    let lines = String::from_utf8(credentials.stdout)?;
    command.envs(lines.lines().filter_map(|line| line.split_once('=')));
    command.env("AWS_REGION", &which.region);
    Ok(())
}
