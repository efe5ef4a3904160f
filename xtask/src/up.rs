//! `cargo xtask up`: the whole portal on this machine.

use std::{
    env,
    fs::{self, File},
    io::{Read, Seek, SeekFrom},
    path::{Path, PathBuf},
    process::{Stdio, exit},
};

use anyhow::{Context, Result, bail};
use clap::Args;
use serde_json::{Value, json};
use tokio::{
    process::Command,
    signal::unix::{SignalKind, signal},
};

use crate::{
    build::{self, Compiler},
    client,
    emulator::{self, Emulator, Kind},
    needs, place,
    process::{self, LOOK, Running},
    serve::{self, Gateway},
    stack::{self, Deployed, Edge},
    step::step,
    synthetic,
    tools::Tools,
    web,
};

#[derive(Args, Clone, Debug)]
pub struct Up {
    /// Come back when everything is ready, and leave it running until `cargo xtask down`
    #[arg(long)]
    detach: bool,
    /// Keep the data when it stops, and go on with it at the next `up --keep`
    #[arg(long)]
    keep: bool,
    /// Port of the portal
    #[arg(long, default_value_t = 4580)]
    port: u16,
    /// Port of the emulator [default: 4566; with another --port, the one 14 below that]
    #[arg(long)]
    aws_port: Option<u16>,
    /// How many customers the synthetic utility has
    #[arg(long, default_value_t = 60)]
    customers: u32,
    /// The number that the synthetic utility is made from
    #[arg(long, default_value_t = 1)]
    seed: u64,
    #[arg(long, value_enum, default_value = "ministack")]
    emulator: Kind,
    /// Use an emulator that runs already, at this address
    #[arg(long, value_name = "URL")]
    endpoint: Option<String>,
    /// Kind of API in front of the functions [default: http; rest on LocalStack]
    #[arg(long, value_enum)]
    edge: Option<Edge>,
    /// Folder for stack.json, logs and state, for a second stack beside the first
    #[arg(long, value_name = "DIR", default_value_os_t = place::local())]
    home: PathBuf,
}

impl Up {
    fn aws_port(&self) -> u16 {
        self.aws_port
            .unwrap_or_else(|| self.port.checked_sub(14).filter(|&p| p > 0).unwrap_or(4566))
    }

    fn edge(&self) -> Edge {
        self.edge.unwrap_or(match self.emulator {
            Kind::Ministack => Edge::Http,
            Kind::Localstack => Edge::Rest,
        })
    }

    fn web(&self) -> String {
        format!("http://localhost:{}", self.port)
    }

    fn stack_file(&self) -> PathBuf {
        self.home.join("stack.json")
    }

    fn wants_container(&self) -> bool {
        self.emulator == Kind::Localstack && self.endpoint.is_none()
    }

    fn how_to_stop(&self) -> String {
        if self.home == place::local() {
            return "cargo xtask down".to_owned();
        }
        format!("cargo xtask down --home '{}'", place::shown(&self.home))
    }
}

pub async fn run(mut up: Up) -> Result<()> {
    // The emulator works in a folder of its own.
    up.home = std::path::absolute(&up.home)?;
    needs::check()?;
    if up.wants_container() {
        emulator::check_docker().await?;
    }
    if let Some(endpoint) = &up.endpoint {
        Emulator::running(endpoint).await?;
    }
    fs::create_dir_all(&up.home)
        .with_context(|| format!("making the folder {}", up.home.display()))?;
    if let Some(running) = stack::read(&up.stack_file())? {
        let pid = u32::try_from(running["pid"].as_u64().unwrap_or_default())?;
        if process::runs(pid, "xtask").await {
            let web = running["web"].as_str().unwrap_or_default();
            bail!("it runs already at {web}; `{}` stops it", up.how_to_stop());
        }
        fs::remove_file(up.stack_file())?;
    }
    needs::free_port(up.port, "the portal", "choose another with --port")?;
    if up.endpoint.is_none() {
        if up.port == up.aws_port() {
            bail!("the portal and the emulator need a port each; choose another --aws-port");
        }
        needs::free_port(up.aws_port(), "the emulator", "choose another with --aws-port")?;
    }
    if up.detach { in_the_background(&up).await } else { here(up).await }
}

/// Starts ourselves once more, and shows what that says until it is ready.
async fn in_the_background(up: &Up) -> Result<()> {
    let log = up.home.join("up.log");
    let out = File::create(&log)?;
    let arguments = env::args_os().skip(1).filter(|argument| argument != "--detach");
    let mut child = Command::new(env::current_exe()?)
        .args(arguments)
        .current_dir(env::current_dir()?)
        .stdin(Stdio::null())
        .stdout(out.try_clone()?)
        .stderr(out)
        .process_group(0)
        .spawn()?;
    let mut shown = 0;
    loop {
        let ready = up.stack_file().exists();
        let ended = child.try_wait()?;
        shown += show_from(&log, shown)?;
        if let Some(status) = ended {
            exit(status.code().unwrap_or(1));
        }
        if ready {
            return Ok(());
        }
        tokio::time::sleep(LOOK).await;
    }
}

fn show_from(log: &Path, shown: u64) -> Result<u64> {
    let mut file = File::open(log)?;
    file.seek(SeekFrom::Start(shown))?;
    let mut new = Vec::new();
    file.read_to_end(&mut new)?;
    print!("{}", String::from_utf8_lossy(&new));
    Ok(new.len() as u64)
}

async fn here(up: Up) -> Result<()> {
    let mut interrupt = signal(SignalKind::interrupt())?;
    let mut terminate = signal(SignalKind::terminate())?;
    let mut started = Started { container: up.wants_container(), ..Started::default() };
    let outcome = tokio::select! {
        outcome = until_something_ends(&up, &mut started) => outcome,
        _ = interrupt.recv() => Ok(()),
        _ = terminate.recv() => Ok(()),
    };
    println!("\n  stopping");
    let _ = fs::remove_file(up.stack_file());
    started.end().await;
    outcome
}

/// What has to be ended, in this order.
#[derive(Default)]
struct Started {
    billing: Option<Running>,
    emulator: Option<Emulator>,
    /// Whether a container may run, also when it never answered.
    container: bool,
}

impl Started {
    async fn end(self) {
        if let Some(billing) = self.billing {
            billing.end().await;
        }
        if let Some(emulator) = self.emulator {
            emulator.end().await;
        }
        if self.container {
            emulator::stop_container().await;
        }
    }
}

async fn until_something_ends(up: &Up, started: &mut Started) -> Result<()> {
    let packages = up.home.join("functions");
    prepare(up, &packages).await?;

    step("starting the emulator", async {
        let emulator = start_emulator(up).await?;
        let endpoint = emulator.endpoint.clone();
        started.emulator = Some(emulator);
        Ok(endpoint)
    })
    .await?;
    let emulator = started.emulator.as_mut().context("no emulator")?;
    let endpoint = emulator.endpoint.clone();

    let mut deployed = None;
    step("deploying data, app and edge", async {
        let edge = up.edge();
        deployed = Some(Deployed::to(&endpoint, &packages, edge, &up.web()).await?);
        Ok(String::new())
    })
    .await?;
    let deployed = deployed.context("nothing was deployed")?;

    let site = serve::serve(up.port, gateway(&deployed, &endpoint, up)?, client::new());
    let site = tokio::spawn(site);

    let utility = synthetic::Utility {
        customers: up.customers,
        seed: up.seed,
        home: &up.home,
        endpoint: &endpoint,
        web: &up.web(),
        keep: up.keep,
    };
    let filled = utility.fill(&deployed, &mut started.billing).await;
    let logins = if up.endpoint.is_some() && !up.keep {
        filled
            .context("if an earlier start's data is there: start that emulator anew, or --keep")?
    } else {
        filled?
    };

    let description = describe(up, &deployed, &endpoint, &logins, started)?;
    stack::write(&up.stack_file(), &description)?;
    announce(up, &logins);

    let emulator = started.emulator.as_mut();
    tokio::select! {
        ended = site => ended?,
        what = first_to_end(emulator, started.billing.as_mut()) => {
            bail!("{what} ended by itself; its log is in {}", place::shown(&up.home))
        }
    }
}

/// Tools, functions and pages; the first two share two cores well, since one
/// waits for the network.
async fn prepare(up: &Up, packages: &Path) -> Result<()> {
    // LocalStack runs them in containers, where the C library is another one.
    let lambda = up.emulator == Kind::Localstack;
    let tools = step("installing the tools", Tools::Local.install());
    let functions = async {
        if lambda {
            step("installing cargo-lambda", Tools::Aws.install()).await?;
            let arm = cfg!(target_arch = "aarch64");
            let target = build::Target { release: false, arm, compiler: Compiler::Zig };
            let built = build::for_lambda(packages, target);
            step("building the functions for Amazon Linux", built).await?;
        }
        // The synthetic utility is a program of this machine in any case.
        let to: &Path = if lambda { &up.home.join("programs") } else { packages };
        step("building the functions", build::for_here(to)).await
    };
    let pages = async {
        step("installing the web client's packages", web::install()).await?;
        step("building the web client", web::build()).await
    };
    let tools_then_pages = async {
        tools.await?;
        pages.await
    };
    tokio::try_join!(functions, tools_then_pages)?;
    Ok(())
}

async fn start_emulator(up: &Up) -> Result<Emulator> {
    // Also what the synthetic utility writes down stands here.
    let state = up.home.join("state");
    if !up.keep && state.exists() {
        fs::remove_dir_all(&state)?;
    }
    fs::create_dir_all(&state)?;
    match (&up.endpoint, up.emulator) {
        (Some(endpoint), _) => Emulator::running(endpoint).await,
        (None, Kind::Ministack) => Emulator::ministack(up.aws_port(), &up.home, up.keep).await,
        (None, Kind::Localstack) => Emulator::localstack(up.aws_port()).await,
    }
}

fn gateway(deployed: &Deployed, endpoint: &str, up: &Up) -> Result<Gateway> {
    let api = deployed.edge("ApiId")?;
    let endpoint = endpoint.to_owned();
    let port = endpoint.rsplit(':').next().map(str::to_owned);
    let port = port.unwrap_or_else(|| up.aws_port().to_string());
    Ok(match deployed.edge {
        Edge::Http => Gateway {
            endpoint,
            host: Some(format!("{api}.execute-api.localhost:{port}")),
            prefix: String::new(),
        },
        Edge::Rest => Gateway {
            endpoint,
            host: None,
            prefix: format!("/restapis/{api}/{}/_user_request_", deployed.edge("StageName")?),
        },
    })
}

fn describe(
    up: &Up,
    deployed: &Deployed,
    endpoint: &str,
    logins: &Value,
    started: &Started,
) -> Result<Value> {
    let mut all = deployed.resources()?;
    let pids: Vec<u32> = [
        started.billing.as_ref().map(|billing| billing.pid),
        started.emulator.as_ref().and_then(Emulator::pid),
    ]
    .into_iter()
    .flatten()
    .collect();
    for (name, value) in [
        ("web", json!(up.web())),
        // The paths of the OpenAPI description begin with /api.
        ("api", json!(up.web())),
        ("mail", json!(format!("{}/mail", up.web()))),
        ("aws_endpoint", json!(endpoint)),
        ("region", json!(place::REGION)),
        ("packages", json!(up.home.join("functions"))),
        ("ledger", json!(up.home.join(synthetic::LEDGER))),
        ("letters", json!(up.home.join(synthetic::LETTERS))),
        ("logins", logins.clone()),
        ("pid", json!(std::process::id())),
        ("children", json!(pids)),
        ("container", json!(up.wants_container())),
    ] {
        all.insert(name.to_owned(), value);
    }
    Ok(all.into())
}

fn announce(up: &Up, logins: &Value) {
    println!("\n  portal  {}", up.web());
    println!("  mails   {}/mail", up.web());
    println!("  for scripts: {}\n", place::shown(&up.stack_file()));
    let logins = logins.as_array().map(Vec::as_slice).unwrap_or_default();
    for login in logins {
        let text = |name: &str| login[name].as_str().unwrap_or_default().to_owned();
        println!("  {:<34} {:<40} {}", text("role"), text("login"), text("password"));
        if let Some(secret) = login["totp_secret"].as_str() {
            println!("  {:<34} second factor: `cargo xtask code {secret}`", "");
        }
    }
    println!("\n  Ctrl-C (or `{}`) stops it.", up.how_to_stop());
}

async fn first_to_end(
    mut emulator: Option<&mut Emulator>,
    mut billing: Option<&mut Running>,
) -> &'static str {
    loop {
        if emulator.as_mut().is_some_and(|emulator| emulator.ended()) {
            return "the emulator";
        }
        if billing.as_mut().is_some_and(|billing| billing.ended()) {
            return "the synthetic billing system";
        }
        tokio::time::sleep(LOOK * 10).await;
    }
}
