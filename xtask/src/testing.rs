//! `cargo xtask test`: everything that must hold, part by part.

use std::{
    env, fs,
    path::{Path, PathBuf},
    time::{Duration, Instant},
};

use anyhow::{Context, Result, bail};
use clap::ValueEnum;
use serde_json::Value;
use tokio::process::Command;

use crate::{
    browser,
    build::{PORTAL, cargo},
    client, einvoices, needs, place,
    stack::{self, Edge},
    step::{loudly, quietly, step},
    tools::Tools,
    web,
};

/// Customers of the stack that is tested.
const CUSTOMERS: &str = "40";

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Part {
    /// Format, clippy, licences, the tests that stand beside the rules, e-invoices
    Rules,
    /// Each function from event to answer, AWS mocked; contracts; house rules
    Edges,
    /// Templates: cfn-lint, and what we promise of them
    Infra,
    /// The web client: types, words, tests, bundle and its size
    Web,
    /// The deployed stack on an emulator, and browsers
    Stack,
}

impl Part {
    const ALL: [Self; 5] = [Self::Infra, Self::Web, Self::Rules, Self::Edges, Self::Stack];

    fn name(self) -> &'static str {
        match self {
            Self::Rules => "rules",
            Self::Edges => "edges",
            Self::Infra => "infra",
            Self::Web => "web",
            Self::Stack => "stack",
        }
    }

    async fn run(self) -> Result<()> {
        match self {
            Self::Rules => rules().await,
            Self::Edges => edges().await,
            Self::Infra => infra().await,
            Self::Web => web_client().await,
            Self::Stack => on_the_stack().await,
        }
    }
}

/// Runs the parts, all of them when none is named; one that fails stops no other.
pub async fn run(parts: &[Part]) -> Result<()> {
    needs::check()?;
    let parts = if parts.is_empty() { &Part::ALL } else { parts };
    let mut results: Vec<(Part, Duration, bool)> = Vec::new();
    for part in parts {
        println!("\n== {}", part.name());
        let begun = Instant::now();
        let outcome = part.run().await;
        if let Err(error) = &outcome {
            println!("\n{error:#}\n");
        }
        results.push((*part, begun.elapsed(), outcome.is_ok()));
    }
    println!();
    for (part, took, passed) in &results {
        let verdict = if *passed { "passed" } else { "FAILED" };
        println!("  {verdict}  {:<6} {:>7.1} s", part.name(), took.as_secs_f64());
    }
    if results.iter().any(|(_, _, passed)| !passed) {
        bail!("not all parts passed");
    }
    Ok(())
}

async fn rules() -> Result<()> {
    step("tools", Tools::Rust.install()).await?;
    let mut format = cargo();
    step("rustfmt", done(quietly("rustfmt", format.args(["fmt", "--all", "--check"])))).await?;
    let mut clippy = cargo();
    clippy.arg("clippy").args(PORTAL).args(["--all-targets", "--", "-D", "warnings"]);
    step("clippy", done(quietly("clippy", &mut clippy))).await?;
    let mut clippy = cargo();
    clippy.args(["clippy", "--package", "xtask", "--all-targets", "--", "-D", "warnings"]);
    step("clippy of xtask", done(quietly("clippy-xtask", &mut clippy))).await?;
    let mut deny = cargo();
    deny.env("PATH", Tools::Rust.path()?);
    deny.args(["deny", "check", "bans", "licenses", "sources"]);
    step("licences and sources", done(quietly("deny", &mut deny))).await?;
    nextest("not package(portal-tests) and not package(portal-stack-tests)").await?;
    einvoices::validate().await?;
    let mut own = cargo();
    own.env("PATH", Tools::Rust.path()?).args(["nextest", "run", "--package", "xtask"]);
    step("tests of xtask", done(quietly("xtask-tests", &mut own))).await
}

async fn edges() -> Result<()> {
    step("tools", Tools::Rust.install()).await?;
    nextest("package(portal-tests)").await
}

/// The tests that the filter selects. All are built whatever it selects: a
/// smaller set would unify features differently.
async fn nextest(filter: &str) -> Result<()> {
    let mut nextest = cargo();
    nextest.env("PATH", Tools::Rust.path()?).args(["nextest", "run"]).args(PORTAL);
    nextest.args(["--no-fail-fast", "--status-level", "slow", "--final-status-level", "fail"]);
    loudly(nextest.args(["--show-progress", "none", "-E", filter])).await
}

async fn infra() -> Result<()> {
    step("tools", Tools::Local.install()).await?;
    let mut lint = Command::new(Tools::Local.program("cfn-lint"));
    step("cfn-lint", done(quietly("cfn-lint", lint.current_dir(place::root())))).await?;
    let mut check = Command::new(Tools::Local.program("python"));
    check.arg(place::root().join("infra/tools/check.py"));
    step("what the templates promise", done(quietly("infra-check", &mut check))).await
}

async fn web_client() -> Result<()> {
    step("packages", web::install()).await?;
    for script in
        ["words:check", "api:check", "format:check", "check", "lint", "test", "build", "size"]
    {
        if !has_script(script)? {
            continue;
        }
        let log = format!("web-{}", script.replace(':', "-"));
        let mut npm = web::npm();
        step(script, done(quietly(&log, npm.args(["run", script])))).await?;
    }
    step("a browser", browser::find_or_install()).await?;
    let mut pages = playwright()?;
    pages.env_remove("METERSIDE_STACK").env("PREVIEW_PORT", needs::any_port()?.to_string());
    step("pages with a made-up API", done(quietly("web-pages", &mut pages))).await
}

fn has_script(name: &str) -> Result<bool> {
    let text = fs::read_to_string(web::folder().join("package.json"))?;
    let package: Value = serde_json::from_str(&text)?;
    Ok(package["scripts"][name].is_string())
}

async fn on_the_stack() -> Result<()> {
    step("tools", Tools::Rust.install()).await?;
    step("the fault proxy", Tools::Faults.install()).await?;
    step("a browser", browser::find_or_install()).await?;
    with_stack("http", Edge::Http, async |file: PathBuf| {
        let mut tests = cargo();
        // One process: each log-in signs in once for all tests, as a code of a
        // second factor is good once.
        tests.env("METERSIDE_STACK", &file).arg("test").args(PORTAL);
        loudly(tests.args(["--test", "stack", "--", "--test-threads", "4"])).await?;
        browsers(&file).await?;
        storm(&file).await
    })
    .await?;
    with_stack("rest", Edge::Rest, async |file: PathBuf| smoke(&file).await).await
}

/// Starts a stack of our own beside whatever runs, and ends it whatever happens.
async fn with_stack(
    name: &str,
    edge: Edge,
    work: impl AsyncFnOnce(PathBuf) -> Result<()>,
) -> Result<()> {
    let home = place::local().join(format!("test-{name}"));
    let (port, aws) = (needs::any_port()?, needs::any_port()?);
    let mut up = Command::new(env::current_exe()?);
    up.args(["up", "--detach", "--customers", CUSTOMERS]).arg("--home").arg(&home);
    up.args(["--port", &port.to_string(), "--aws-port", &aws.to_string()]);
    up.args(["--edge", if edge == Edge::Http { "http" } else { "rest" }]);
    println!("  starting a stack with the {name} edge");
    let outcome = match loudly(&mut up).await {
        Ok(()) => work(home.join("stack.json")).await,
        Err(error) => Err(error),
    };
    let mut down = Command::new(env::current_exe()?);
    loudly(down.arg("down").arg("--home").arg(&home)).await?;
    outcome
}

/// Faults between the functions and AWS. After everything else, because they
/// change the way of every function. Their figures are worth reading.
async fn storm(stack: &Path) -> Result<()> {
    let mut tests = cargo();
    tests.env("METERSIDE_STACK", stack);
    tests.env("METERSIDE_FAULTS_PYTHON", Tools::Faults.program("python"));
    tests.arg("test").args(PORTAL).args(["--test", "storm", "--", "--nocapture"]);
    loudly(tests.args(["--test-threads", "3"])).await
}

async fn browsers(stack: &Path) -> Result<()> {
    loudly(playwright()?.env("METERSIDE_STACK", stack)).await
}

fn playwright() -> Result<Command> {
    let mut playwright = Command::new("npx");
    playwright.current_dir(web::folder()).args(["playwright", "test"]).env("CI", "1");
    playwright.env("CHROMIUM", browser::find().context("no Chromium")?);
    Ok(playwright)
}

/// Behind the other edge the same functions answer: the refusal of a stranger
/// and a sign-in both come through.
async fn smoke(file: &Path) -> Result<()> {
    let stack = stack::read(file)?.context("no stack.json")?;
    step("smoke test of the REST edge", async {
        let api = stack["api"].as_str().context("stack.json has no api")?;
        let client = client::new();
        let stranger = client::status(&client, &format!("{api}/api/account/me")).await?;
        if stranger != 401 {
            bail!("a stranger got {stranger} from /api/account/me");
        }
        let nowhere = client::status(&client, &format!("{api}/api/nowhere/at-all")).await?;
        if !matches!(nowhere, 403 | 404) {
            bail!("a path of no feature got {nowhere}");
        }
        let logins = stack["logins"].as_array().context("no log-ins")?;
        let plain = logins.iter().find(|login| !login["totp_secret"].is_string());
        let login = plain.context("no log-in without a second factor")?;
        let signed_in = client::sign_in(&client, api, login).await?;
        if signed_in != 200 {
            bail!("signing in got {signed_in}");
        }
        Ok("a stranger is refused, a customer signs in".to_owned())
    })
    .await
}

/// A command that answers nothing, as a step that notes nothing.
async fn done(work: impl Future<Output = Result<()>>) -> Result<String> {
    work.await.map(|()| String::new())
}
