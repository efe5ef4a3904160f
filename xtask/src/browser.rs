//! Chromium for the browser tests: the machine's own, or Debian's.

use std::{
    env, fs,
    path::{Path, PathBuf},
};

use anyhow::{Result, bail};
use tokio::process::Command;

use crate::{place, step::quietly};

const NAMES: [&str; 4] = ["chromium", "chromium-browser", "google-chrome-stable", "google-chrome"];
/// Where macOS has it.
const MAC: &str = "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome";

/// Chromium or Chrome on this machine. `CHROMIUM` names another.
pub fn find() -> Option<PathBuf> {
    if let Some(named) = env::var_os("CHROMIUM") {
        return Some(named.into());
    }
    let path = env::var_os("PATH").unwrap_or_default();
    let folders: Vec<PathBuf> = env::split_paths(&path).collect();
    let candidates = NAMES.iter().flat_map(|name| folders.iter().map(move |f| f.join(name)));
    candidates.chain([PathBuf::from(MAC)]).find(|program| program.is_file())
}

/// Finds one; on Debian, as root, installs it.
pub async fn find_or_install() -> Result<String> {
    if let Some(program) = find() {
        return Ok(program.display().to_string());
    }
    let debian = Path::new("/etc/debian_version").exists();
    if !debian || !is_root() {
        bail!(
            "the browser tests need Chromium or Chrome on the PATH, or CHROMIUM=/its/path\n    \
             (Debian, Ubuntu: sudo apt-get install chromium fonts-dejavu-core; \
             macOS: brew install --cask google-chrome)"
        );
    }
    quietly("apt-update", Command::new("apt-get").args(["update"])).await?;
    let mut install = Command::new("apt-get");
    install.env("DEBIAN_FRONTEND", "noninteractive").args(["install", "--yes"]);
    install.args(["--no-install-recommends", "chromium", "fonts-dejavu-core"]);
    quietly("apt-install", &mut install).await?;
    match find() {
        Some(program) => Ok(format!("installed {}", program.display())),
        None => bail!("apt-get installed no Chromium; see {}", place::shown(&place::local())),
    }
}

fn is_root() -> bool {
    fs::read_to_string("/proc/self/status")
        .is_ok_and(|status| status.lines().any(|line| line.starts_with("Uid:\t0\t")))
}
