//! Builds the functions: for the local stack with plain cargo, so that tests
//! and stack share what is compiled; for AWS with `cargo lambda`.

use std::{
    env,
    ffi::OsString,
    fs,
    io::IsTerminal,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result, bail};
use tokio::process::Command;

use crate::{
    place,
    step::{loudly, quietly},
    tools::Tools,
};

/// The packages that are always built together. A smaller set would unify
/// features differently, and compile the dependencies once more.
pub const PORTAL: [&str; 3] = ["--workspace", "--exclude", "xtask"];

/// The functions, as the app template names them.
pub fn functions() -> Result<Vec<String>> {
    let template = fs::read_to_string(place::root().join("infra/app.yaml"))?;
    let names: Vec<_> = template
        .lines()
        .filter_map(|line| line.trim().strip_prefix("CodeUri: ../target/functions/"))
        .map(str::to_owned)
        .collect();
    if names.is_empty() {
        bail!("infra/app.yaml names no function");
    }
    Ok(names)
}

/// A binary that `cargo build` made.
pub fn binary(name: &str) -> PathBuf {
    place::cargo_target().join("debug").join(name)
}

/// Builds all binaries and lays out each function's package under `packages`.
pub async fn for_here(packages: &Path) -> Result<String> {
    let mut cargo = cargo();
    cargo.arg("build").args(PORTAL).arg("--bins");
    compile(&mut cargo).await?;
    lay_out(packages, binary)
}

/// Builds the functions for Amazon Linux. `arm` is what production runs on;
/// emulators run what this machine is.
pub async fn for_lambda(packages: &Path, release: bool, arm: bool) -> Result<String> {
    let mut cargo = cargo();
    let out = place::root().join("target/lambda");
    cargo.args([
        "lambda",
        "build",
        "--workspace",
        "--exclude",
        "xtask",
        "--locked",
        "--flatten-by-bin",
    ]);
    cargo.arg("--lambda-dir").arg(&out);
    cargo.args(release.then_some("--release")).args(arm.then_some("--arm64"));
    for name in functions()? {
        cargo.args(["--bin", &name]);
    }
    compile(cargo.env("PATH", Tools::Aws.path()?)).await?;
    lay_out(packages, |name| out.join(name).join("bootstrap"))
}

/// A package is the binary as `bootstrap`, and the utility's configuration.
fn lay_out(packages: &Path, binary: impl Fn(&str) -> PathBuf) -> Result<String> {
    let names = functions()?;
    for name in &names {
        let folder = packages.join(name);
        fs::create_dir_all(&folder)?;
        let from = binary(name);
        fs::copy(&from, folder.join("bootstrap"))
            .with_context(|| format!("no binary {}", from.display()))?;
        fs::copy(place::root().join("config/utility.json"), folder.join("utility.json"))
            .context("copying config/utility.json")?;
    }
    Ok(format!("{} functions", names.len()))
}

async fn compile(cargo: &mut Command) -> Result<()> {
    if std::io::stderr().is_terminal() {
        return loudly(cargo).await;
    }
    quietly("cargo-build", cargo).await
}

/// The cargo that runs us, in the checkout.
pub fn cargo() -> Command {
    let program = env::var_os("CARGO").unwrap_or_else(|| OsString::from("cargo"));
    let mut cargo = Command::new(program);
    cargo.current_dir(place::root());
    // `cargo run` tells us about our own package. The build script of ring looks
    // at these, and would run again after each plain `cargo build`.
    for (name, _) in env::vars_os() {
        let of_a_package = name.to_str().is_some_and(|name| {
            name.starts_with("CARGO_PKG_") || name.starts_with("CARGO_MANIFEST_")
        });
        if of_a_package {
            cargo.env_remove(name);
        }
    }
    cargo
}
