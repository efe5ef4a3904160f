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
use clap::ValueEnum;
use tokio::process::Command;

use crate::{
    place,
    step::{loudly, quietly},
    tools::Tools,
};

/// The packages that are always built together. A smaller set would unify
/// features differently, and compile the dependencies once more.
pub const PORTAL: [&str; 3] = ["--workspace", "--exclude", "xtask"];

/// Of glibc 2.x, the one in Amazon Linux 2023, on which `provided.al2023` runs.
const AMAZON_GLIBC: u32 = 34;

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

/// What compiles for Amazon Linux.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Compiler {
    /// `cargo lambda` with zig: right on every machine, for both processors
    Zig,
    /// Plain cargo, for this machine's own processor; its C library may not be
    /// newer than Amazon Linux's
    Cargo,
}

/// Which packages to build for Lambda.
#[derive(Clone, Copy)]
pub struct Target {
    pub release: bool,
    /// What production runs on; emulators run what this machine is.
    pub arm: bool,
    pub compiler: Compiler,
}

/// Builds the functions for Amazon Linux.
pub async fn for_lambda(packages: &Path, target: Target) -> Result<String> {
    match target.compiler {
        Compiler::Zig => with_zig(packages, target).await,
        Compiler::Cargo => with_cargo(packages, target).await,
    }
}

async fn with_zig(packages: &Path, target: Target) -> Result<String> {
    let mut cargo = cargo();
    let out = place::root().join("target/lambda");
    cargo.args(["lambda", "build", "--locked"]).args(PORTAL);
    cargo.arg("--lambda-dir").arg(&out);
    cargo.arg(if target.arm { "--arm64" } else { "--x86-64" });
    cargo.args(target.release.then_some("--release"));
    for name in functions()? {
        cargo.args(["--bin", &name]);
    }
    compile(cargo.env("PATH", Tools::Aws.path()?)).await?;
    lay_out(packages, |name| out.join(name).join("bootstrap"))
}

async fn with_cargo(packages: &Path, target: Target) -> Result<String> {
    let own = if target.arm { "aarch64" } else { "x86_64" };
    if !cfg!(target_os = "linux") || env::consts::ARCH != own {
        bail!("--compiler cargo builds for this machine only, and that is no {own} Linux");
    }
    let mut cargo = cargo();
    cargo.args(["build", "--locked"]).args(PORTAL).args(target.release.then_some("--release"));
    for name in functions()? {
        cargo.args(["--bin", &name]);
    }
    compile(&mut cargo).await?;
    let built = place::cargo_target().join(if target.release { "release" } else { "debug" });
    for name in functions()? {
        let file = built.join(&name);
        let code = fs::read(&file).with_context(|| format!("reading {}", file.display()))?;
        let needed = glibc(&code);
        if needed > AMAZON_GLIBC {
            bail!(
                "{name} needs glibc 2.{needed}, and Amazon Linux 2023 has 2.{AMAZON_GLIBC}: \
                 build with --compiler zig"
            );
        }
    }
    lay_out(packages, |name| built.join(name))
}

/// The second number of the newest glibc (2.x) whose symbols `code` names.
fn glibc(code: &[u8]) -> u32 {
    let mark = b"GLIBC_2.";
    let named = code.windows(mark.len()).enumerate().filter(|(_, window)| window == mark);
    let digits = named.map(|(at, _)| {
        let rest = code[at + mark.len()..].iter().take_while(|byte| byte.is_ascii_digit());
        rest.fold(0, |number: u32, digit| number.saturating_mul(10) + u32::from(digit - b'0'))
    });
    digits.max().unwrap_or_default()
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_newest_glibc_that_a_binary_names_counts() {
        assert_eq!(glibc(b"\0GLIBC_2.2.5\0GLIBC_2.34\0GLIBC_2.4\0"), 34);
        assert_eq!(glibc(b"GLIBC_2.39"), 39);
        assert_eq!(glibc(b"a static binary"), 0);
    }

    #[test]
    fn every_function_of_the_template_is_a_binary() {
        let names = functions().unwrap();
        assert!(names.contains(&"auth".to_owned()), "{names:?}");
        for name in names {
            let (feature, part) = name.split_once('-').unwrap_or((&name, ""));
            let folder = place::root().join("functions").join(feature);
            // The feature's own, one of its crate, or a crate of its own within.
            let main = folder.join(part).join("src/main.rs").exists();
            let bin = folder.join(format!("src/bin/{name}.rs")).exists();
            assert!(main || bin, "{name}");
        }
    }
}
