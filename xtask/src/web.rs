//! The browser client: its packages and its bundle.

use std::{fs, path::PathBuf};

use anyhow::{Context, Result};
use serde_json::{Map, Value};
use tokio::process::Command;

use crate::{fingerprint, place, step::quietly};

/// What of the utility's configuration browsers may know.
const PUBLIC: [&str; 10] = [
    "name",
    "country",
    "time_zone",
    "currency",
    "languages",
    "media",
    "accent",
    "logo",
    "contact",
    "self_reading",
];

pub fn folder() -> PathBuf {
    place::root().join("web")
}

/// Installs the packages of the lock file, unless they stand already.
pub async fn install() -> Result<String> {
    let wanted = fingerprint::of(&[folder().join("package-lock.json")])?;
    let stamp = folder().join("node_modules/.installed");
    if fingerprint::is(&stamp, &wanted) {
        return Ok("unchanged".to_owned());
    }
    quietly("npm-ci", npm().args(["ci", "--no-audit", "--no-fund"])).await?;
    fingerprint::set(&stamp, &wanted)?;
    Ok(String::new())
}

/// Builds `web/dist`, unless its sources are those of the last time.
pub async fn build() -> Result<String> {
    let wanted = fingerprint::of(&[folder(), place::root().join("words")])?;
    let stamp = place::local().join("web-built");
    if fingerprint::is(&stamp, &wanted) && folder().join("dist/index.html").exists() {
        return Ok("unchanged".to_owned());
    }
    quietly("npm-build", npm().args(["run", "build"])).await?;
    fs::create_dir_all(place::local())?;
    fingerprint::set(&stamp, &wanted)?;
    Ok(String::new())
}

/// npm in the folder of the client.
pub fn npm() -> Command {
    let mut npm = Command::new("npm");
    npm.current_dir(folder());
    npm
}

/// The body of `/config.json`.
pub fn public_config() -> Result<Value> {
    let whole: Map<String, Value> = serde_json::from_str(&utility()?)?;
    Ok(whole.into_iter().filter(|(name, _)| PUBLIC.contains(&name.as_str())).collect())
}

/// The address that mails come from, without the name before it.
pub fn mail_from() -> Result<String> {
    let whole: Value = serde_json::from_str(&utility()?)?;
    let from = whole["mail_from"].as_str().context("config/utility.json has no mail_from")?;
    let address = from.rsplit_once('<').map_or(from, |(_, rest)| rest.trim_end_matches('>'));
    Ok(address.trim().to_owned())
}

fn utility() -> Result<String> {
    fs::read_to_string(place::root().join("config/utility.json"))
        .context("reading config/utility.json")
}
