//! The portal on an emulator: deployed from the templates of production, and
//! described in `stack.json` for everyone who works with it.

use std::{fs, path::Path, process::Stdio};

use anyhow::{Context, Result, bail};
use clap::ValueEnum;
use serde_json::{Map, Value, json};
use tokio::{io::AsyncWriteExt, process::Command};

use crate::{build, emulator, place, tools::Tools, web};

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Edge {
    /// infra/edge.yaml
    Http,
    /// infra/edge-rest.yaml: what LocalStack's community edition has.
    Rest,
}

/// What the stacks answered.
pub struct Deployed {
    outputs: Value,
    pub edge: Edge,
}

impl Deployed {
    /// Deploys data, app and edge.
    pub async fn to(endpoint: &str, packages: &Path, edge: Edge, origin: &str) -> Result<Self> {
        let infra = place::root().join("infra");
        let edge_file = match edge {
            Edge::Http => "edge.yaml",
            Edge::Rest => "edge-rest.yaml",
        };
        let architecture = if cfg!(target_arch = "aarch64") { "arm64" } else { "x86_64" };
        let order = json!({
            "endpoint": endpoint,
            "region": place::REGION,
            "portal": place::PORTAL,
            "functions": packages,
            "mail_from": web::mail_from()?,
            "parameters": {
                "Portal": place::PORTAL,
                // A local stack is thrown away, and speaks plain HTTP.
                "Protect": "false",
                "TlsOnly": "false",
                "CloudFront": "false",
                "PublicOrigin": origin,
                "Architecture": architecture,
                "LogRetentionDays": "7",
            },
            "stacks": [
                { "name": "data", "template": infra.join("data.yaml") },
                { "name": "app", "template": infra.join("app.yaml") },
                { "name": "edge", "template": infra.join(edge_file) },
            ],
        });
        let mut python = Command::new(Tools::Local.program("python"))
            .arg(infra.join("tools/stacks.py"))
            .envs(emulator::credentials(endpoint))
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .kill_on_drop(true)
            .spawn()
            .context("starting infra/tools/stacks.py")?;
        let mut stdin = python.stdin.take().context("stacks.py has no stdin")?;
        stdin.write_all(order.to_string().as_bytes()).await?;
        drop(stdin);
        let done = python.wait_with_output().await?;
        if !done.status.success() {
            bail!("deploying the stacks:\n{}", String::from_utf8_lossy(&done.stderr));
        }
        let outputs = serde_json::from_slice(&done.stdout).context("what stacks.py answered")?;
        Ok(Self { outputs, edge })
    }

    /// An output of the data stack.
    pub fn data(&self, name: &str) -> Result<String> {
        self.output("data", name)
    }

    /// An output of the edge stack.
    pub fn edge(&self, name: &str) -> Result<String> {
        self.output("edge", name)
    }

    fn output(&self, stack: &str, name: &str) -> Result<String> {
        let value = self.outputs[stack][name].as_str();
        value.map(str::to_owned).with_context(|| format!("stack {stack} has no output {name}"))
    }

    /// The variables that a program needs to play the billing system, or to
    /// work with the dead letters.
    pub fn variables(&self) -> Result<Vec<(&'static str, String)>> {
        Ok(vec![
            ("BILLING_UPDATES_QUEUE_URL", self.data("BillingUpdatesQueue")?),
            ("BILLING_UPDATES_DLQ_URL", self.data("BillingUpdatesDeadLetters")?),
            ("BILLING_COMMANDS_QUEUE_URL", self.data("BillingCommandsQueue")?),
            ("BILLING_COMMANDS_DLQ_URL", self.data("BillingCommandsDeadLetters")?),
            ("DOCUMENTS_BUCKET", self.data("DocumentsBucket")?),
            ("AUTH_INVITE_FUNCTION", self.output("app", "AuthInviteFunction")?),
            ("ORIGIN_SECRET_ARN", self.data("OriginSecret")?),
        ])
    }

    /// What `stack.json` says of the resources.
    pub fn resources(&self) -> Result<Map<String, Value>> {
        let tables =
            ["access", "auth", "journal", "account", "readings", "invoices", "changes", "mails"];
        let queues = [
            ("billing_commands", "BillingCommandsQueue"),
            ("billing_commands_dead_letters", "BillingCommandsDeadLetters"),
            ("billing_updates", "BillingUpdatesQueue"),
            ("billing_updates_dead_letters", "BillingUpdatesDeadLetters"),
            ("mail", "MailQueue"),
            ("mail_dead_letters", "MailDeadLetters"),
        ];
        let mut all = Map::new();
        let table = |name: &str| self.data(&format!("{}Table", capital(name)));
        all.insert("tables".into(), named(tables.map(|name| (name, table(name))))?);
        all.insert("queues".into(), named(queues.map(|(name, out)| (name, self.data(out))))?);
        all.insert("buckets".into(), json!({ "documents": self.data("DocumentsBucket")? }));
        let functions = build::functions()?;
        let function = |name: &str| format!("{}-{name}", place::PORTAL);
        let functions = functions.iter().map(|name| (name.clone(), json!(function(name))));
        all.insert("functions".into(), functions.collect::<Map<_, _>>().into());
        Ok(all)
    }
}

/// Reads a `stack.json`; `None` when nothing runs.
pub fn read(file: &Path) -> Result<Option<Value>> {
    if !file.exists() {
        return Ok(None);
    }
    let text = fs::read_to_string(file)?;
    serde_json::from_str(&text).map(Some).with_context(|| place::shown(file))
}

/// Writes `stack.json`, whole or not at all: scripts wait for it.
pub fn write(file: &Path, stack: &Value) -> Result<()> {
    let new = file.with_extension("new");
    fs::write(&new, serde_json::to_string_pretty(stack)? + "\n")?;
    fs::rename(&new, file).with_context(|| place::shown(file))
}

fn named<const N: usize>(entries: [(&str, Result<String>); N]) -> Result<Value> {
    let mut map = Map::new();
    for (name, value) in entries {
        map.insert(name.to_owned(), json!(value?));
    }
    Ok(map.into())
}

fn capital(name: &str) -> String {
    let (first, rest) = name.split_at(1);
    first.to_uppercase() + rest
}
