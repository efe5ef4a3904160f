//! The emulator of AWS: our own one, LocalStack in a container, or one that
//! runs already. Everything else knows only its address.

use std::{env, path::Path, process::Stdio, time::Duration};

use anyhow::{Context, Result, bail};
use clap::ValueEnum;
use tokio::{process::Command, time::Instant};

use crate::{
    client::{self, Http},
    place,
    process::{LOOK, Running},
    step::{quietly, tail},
    tools::Tools,
};

/// How long an emulator may take to start; a container may be downloaded first.
const OURS: Duration = Duration::from_secs(60);
const CONTAINER: Duration = Duration::from_secs(300);

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Kind {
    /// ministack: installed by this command, no container, no account.
    Ministack,
    /// LocalStack in Docker, from compose.yaml; see docs/local.md.
    Localstack,
}

/// An emulator that answers.
pub struct Emulator {
    pub endpoint: String,
    process: Option<Running>,
}

impl Emulator {
    /// Starts ministack on `port`, its state under `home`.
    pub async fn ministack(port: u16, home: &Path, keep: bool) -> Result<Self> {
        let endpoint = format!("http://127.0.0.1:{port}");
        let state = home.join("state");
        let log = home.join("emulator.log");
        let mut command = Command::new(Tools::Local.program("ministack"));
        // Functions inherit this environment: nothing of the person's own
        // may be in it, and calls must not leave for the real AWS.
        command.env_clear().current_dir(&state);
        for name in ["PATH", "HOME", "LANG", "TMPDIR"] {
            if let Some(value) = env::var_os(name) {
                command.env(name, value);
            }
        }
        command.envs([
            ("BIND_HOST", "127.0.0.1"),
            ("GATEWAY_PORT", &port.to_string()),
            ("AUTH", "true"),
            ("MINISTACK_REGION", place::REGION),
            ("AWS_DEFAULT_REGION", place::REGION),
            ("AWS_ENDPOINT_URL", &endpoint),
            ("AWS_LAMBDA_LOG_FORMAT", "JSON"),
            ("IOT_MTLS_ENABLED", "0"),
            ("SFTP_ENABLED", "0"),
            ("PYTHONUNBUFFERED", "1"),
        ]);
        if keep {
            command.envs([("PERSIST_STATE", "1"), ("S3_PERSIST", "1")]);
            command.env("STATE_DIR", &state).env("S3_DATA_DIR", state.join("s3"));
        }
        let mut process = Running::start(&mut command, &log)?;
        let url = format!("{endpoint}/_ministack/health");
        wait_until_healthy(&url, OURS, || process.ended())
            .await
            .with_context(|| format!("ministack; {}:\n{}", place::shown(&log), tail(&log)))?;
        Ok(Self { endpoint, process: Some(process) })
    }

    /// Starts LocalStack by compose.yaml.
    pub async fn localstack(port: u16) -> Result<Self> {
        let mut docker = compose();
        docker.args(["up", "--detach"]).env("LOCALSTACK_PORT", port.to_string());
        quietly("localstack", &mut docker)
            .await
            .context("LocalStack runs in Docker: https://docs.docker.com/get-docker/")?;
        let endpoint = format!("http://127.0.0.1:{port}");
        let url = format!("{endpoint}/_localstack/health");
        wait_until_healthy(&url, CONTAINER, || false).await?;
        Ok(Self { endpoint, process: None })
    }

    /// One that somebody else started, and will stop.
    pub async fn running(endpoint: &str) -> Result<Self> {
        let endpoint = endpoint.trim_end_matches('/').to_owned();
        let client = client::new();
        let healthy = |path: &str| format!("{endpoint}{path}");
        if client::json(&client, &healthy("/_ministack/health")).await.is_err()
            && client::json(&client, &healthy("/_localstack/health")).await.is_err()
        {
            bail!("no emulator answers at {endpoint}");
        }
        Ok(Self { endpoint, process: None })
    }

    pub fn pid(&self) -> Option<u32> {
        self.process.as_ref().map(|process| process.pid)
    }

    /// Whether our own emulator ended by itself.
    pub fn ended(&mut self) -> bool {
        self.process.as_mut().is_some_and(Running::ended)
    }

    /// Stops what we started.
    pub async fn end(self) {
        if let Some(process) = self.process {
            process.end().await;
        }
    }
}

/// Fails when Docker isn't there, before minutes are spent on compiling for it.
pub async fn check_docker() -> Result<()> {
    let mut info = Command::new("docker");
    let lacking = "LocalStack runs in Docker, with compose: https://docs.docker.com/get-docker/";
    for docker in [compose().arg("version"), info.args(["info", "--format", "{{.ServerVersion}}"])]
    {
        let done = docker.stdin(Stdio::null()).output().await.context(lacking)?;
        if !done.status.success() {
            bail!("{lacking}\n  {}", String::from_utf8_lossy(&done.stderr).trim());
        }
    }
    Ok(())
}

/// Stops LocalStack's container.
pub async fn stop_container() {
    let _ = quietly("localstack-down", compose().args(["down", "--volumes"])).await;
}

/// The settings by which the SDKs find the emulator. Its keys are no secrets:
/// it takes any.
pub fn credentials(endpoint: &str) -> [(&'static str, String); 5] {
    [
        ("AWS_ENDPOINT_URL", endpoint.to_owned()),
        ("AWS_REGION", place::REGION.to_owned()),
        ("AWS_DEFAULT_REGION", place::REGION.to_owned()),
        ("AWS_ACCESS_KEY_ID", "test".to_owned()),
        ("AWS_SECRET_ACCESS_KEY", "test".to_owned()),
    ]
}

async fn wait_until_healthy(
    url: &str,
    patience: Duration,
    mut ended: impl FnMut() -> bool,
) -> Result<()> {
    let client: Http = client::new();
    let deadline = Instant::now() + patience;
    while client::json(&client, url).await.is_err() {
        if ended() {
            bail!("the emulator ended while starting");
        }
        if Instant::now() > deadline {
            bail!("no answer from {url} after {} s", patience.as_secs());
        }
        tokio::time::sleep(LOOK).await;
    }
    Ok(())
}

fn compose() -> Command {
    let mut docker = Command::new("docker");
    docker.args(["compose", "--file", "compose.yaml"]).current_dir(place::root());
    docker
}
