//! What an operations engineer does with a portal that stands: the first
//! administrator, dead letters. On AWS, or with `--local` on this machine.

use std::path::PathBuf;

use anyhow::{Context, Result, bail};
use clap::{Args, Subcommand};
use serde_json::{Value, json};
use tokio::process::Command;

use crate::{
    build, deploy, emulator, place, stack,
    step::{loudly, step},
    tools::Tools,
};

/// What an operator may be allowed, as `portal_lambda::permission` names it.
const PERMISSIONS: [&str; 5] =
    ["users_manage", "customers_read", "customers_invite", "changes_read", "changes_decide"];

/// Prints the credentials that the AWS CLI would take, single sign-on and roles
/// included. (The CLI's own `export-credentials` is not in its first version.)
const CREDENTIALS: &str = r#"
import botocore.session
found = botocore.session.get_session().get_credentials()
if found is None:
    raise SystemExit("neither in the environment nor in the AWS configuration")
found = found.get_frozen_credentials()
print(f"AWS_ACCESS_KEY_ID={found.access_key}\nAWS_SECRET_ACCESS_KEY={found.secret_key}")
if found.token:
    print(f"AWS_SESSION_TOKEN={found.token}")
"#;

/// Which portal.
#[derive(Args, Debug)]
pub struct Which {
    /// The one that `cargo xtask up` runs
    #[arg(long, global = true)]
    local: bool,
    /// With --local: the folder that was given to `up --home`
    #[arg(long, global = true, value_name = "DIR", default_value_os_t = place::local())]
    home: PathBuf,
    /// Name of the portal, as it was deployed
    #[arg(long, global = true, default_value = place::PORTAL)]
    portal: String,
    /// Region it was deployed to
    #[arg(long, global = true, default_value = place::REGION)]
    region: String,
    /// Profile of the AWS configuration
    #[arg(long, global = true)]
    profile: Option<String>,
}

impl Which {
    fn local_stack(&self) -> Result<Option<Value>> {
        if !self.local {
            return Ok(None);
        }
        let stack = stack::read(&self.home.join("stack.json"))?;
        stack.map(Some).with_context(|| {
            let home = place::shown(&self.home);
            format!("nothing runs in {home}; `cargo xtask up` starts it, --home names another")
        })
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
    /// What they may do; may be given more than once. Who may manage users gives
    /// the others their permissions in the portal
    #[arg(long, value_name = "NAME", default_value = "users_manage", value_parser = PERMISSIONS)]
    permission: Vec<String>,
    /// Language of the mail
    #[arg(long, default_value = "cs", value_parser = ["cs", "pl", "en"])]
    language: String,
    #[command(flatten)]
    which: Which,
}

impl Invite {
    /// As the function `auth-invite` takes it.
    fn payload(&self) -> Value {
        let Self { email, permission, language, .. } = self;
        json!({ "email": email, "permissions": permission, "language": language })
    }
}

/// Sends an administrator's invitation, by the function that only IAM may call.
pub async fn invite(invite: Invite) -> Result<()> {
    let stack = invite.which.local_stack()?;
    step("tools", Tools::Aws.install()).await?;
    let portal = if invite.which.local { place::PORTAL } else { &invite.which.portal };
    let answer = place::local().join("invited.json");
    let _ = std::fs::remove_file(&answer);
    let payload = invite.payload();
    let mut aws = invite.which.aws(stack.as_ref());
    aws.args(["lambda", "invoke", "--region", &invite.which.region]);
    aws.args(["--function-name", &format!("{portal}-auth-invite")]);
    aws.args(["--payload", &payload.to_string(), "--query", "FunctionError"]);
    let done = aws.args(["--output", "text"]).arg(&answer).output().await?;
    let error = String::from_utf8_lossy(&done.stdout);
    if !done.status.success() || error.trim() != "None" {
        let body = std::fs::read_to_string(&answer).unwrap_or_default();
        let why = serde_json::from_str(&body).ok().and_then(|body: Value| {
            body["errorMessage"].as_str().map(|text| text.trim().to_owned())
        });
        let said = String::from_utf8_lossy(&done.stderr);
        bail!("nobody was invited: {}{}", said.trim(), why.unwrap_or_default());
    }
    println!("  {} gets a mail", invite.email);
    Ok(())
}

#[derive(Args, Debug)]
pub struct DeadLetters {
    #[command(flatten)]
    which: Which,
    #[command(subcommand)]
    what: What,
}

#[derive(Subcommand, Debug)]
enum What {
    /// Say how many there are
    Count,
    /// List them: id, reason, type, customer, age
    List {
        /// Also the detail and the message: personal data
        #[arg(long)]
        show: bool,
    },
    /// Send them again, in order, and take them out of the queue
    Resend {
        /// Only this letter; may be given more than once
        #[arg(long, required_unless_present = "all", conflicts_with = "all")]
        id: Vec<String>,
        #[arg(long)]
        all: bool,
    },
}

impl What {
    /// As `billing-dead-letters` takes it.
    fn arguments(&self) -> Vec<&str> {
        match self {
            Self::Count => vec!["count"],
            Self::List { show: false } => vec!["list"],
            Self::List { show: true } => vec!["list", "--show"],
            Self::Resend { all: true, .. } => vec!["resend", "--all"],
            Self::Resend { id, .. } => {
                let ids = id.iter().flat_map(|id| ["--id", id.as_str()]);
                std::iter::once("resend").chain(ids).collect()
            }
        }
    }
}

/// Looks at what billing sent and the portal refused, or sends it again.
pub async fn dead_letters(letters: DeadLetters) -> Result<()> {
    // Before anything is built: a portal that doesn't run is said at once.
    let stack = letters.which.local_stack()?;
    let mut cargo = build::cargo();
    cargo.args(["build", "--quiet"]).args(build::PORTAL).args(["--bin", "billing-dead-letters"]);
    loudly(&mut cargo).await?;
    let mut command = Command::new(build::binary("billing-dead-letters"));
    command.args(letters.what.arguments());
    match stack {
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
    let mut python = deploy::command("python", which.profile.as_deref());
    let credentials = python.args(["-c", CREDENTIALS]).output().await?;
    if !credentials.status.success() {
        bail!("no credentials: {}", String::from_utf8_lossy(&credentials.stderr).trim());
    }
    let lines = String::from_utf8(credentials.stdout)?;
    command.env_remove("AWS_SESSION_TOKEN");
    command.envs(lines.lines().filter_map(|line| line.split_once('=')));
    command.env("AWS_REGION", &which.region);
    Ok(())
}

#[cfg(test)]
mod tests {
    use clap::Parser;

    use super::*;

    #[derive(Parser)]
    struct Line {
        #[command(flatten)]
        letters: DeadLetters,
    }

    #[derive(Parser)]
    struct InviteLine {
        #[command(flatten)]
        invite: Invite,
    }

    #[test]
    fn an_invitation_is_what_the_function_takes() {
        let example = include_str!("../../events/auth/auth-invite.json");
        let example: Value = serde_json::from_str(example).unwrap();
        let line = ["x", "--email", "olga@example.com"];
        let invite = InviteLine::try_parse_from(line).unwrap().invite;
        assert_eq!(invite.payload(), example);
    }

    #[test]
    fn which_portal_may_stand_before_and_behind_what_to_do() {
        for line in ["x --local list --show", "x list --show --local", "x list --local --show"] {
            let letters = Line::try_parse_from(line.split(' ')).unwrap().letters;
            assert!(letters.which.local, "{line}");
            assert_eq!(letters.what.arguments(), ["list", "--show"], "{line}");
        }
    }

    #[test]
    fn letters_are_sent_again_by_id_or_all_and_never_by_mistake() {
        let sent = |line: &str| {
            let letters = Line::try_parse_from(line.split(' ')).ok()?.letters;
            Some(letters.what.arguments().join(" "))
        };
        assert_eq!(sent("x resend --id 1 --id 2").unwrap(), "resend --id 1 --id 2");
        assert_eq!(sent("x resend --all").unwrap(), "resend --all");
        assert_eq!(sent("x resend"), None);
        assert_eq!(sent("x resend --all --id 1"), None);
    }
}
