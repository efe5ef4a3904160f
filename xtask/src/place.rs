//! Where things are: the checkout, what is built, what a run leaves behind.

use std::{
    env,
    path::{Path, PathBuf},
};

/// Name of the portal in the local stack; the prefix of its stacks.
pub const PORTAL: &str = "meterside";
/// Region of the local stack, and what `deploy` proposes.
pub const REGION: &str = "eu-central-1";

/// The root of the checkout.
pub fn root() -> PathBuf {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.parent().unwrap_or(here).to_owned()
}

/// What only local runs need: tools, logs, state. Safe to delete.
pub fn local() -> PathBuf {
    root().join("target/local")
}

/// Where cargo puts what it builds.
pub fn cargo_target() -> PathBuf {
    env::var_os("CARGO_TARGET_DIR").map_or_else(|| root().join("target"), |dir| root().join(dir))
}

/// `path` as a person in the checkout would type it.
pub fn shown(path: &Path) -> String {
    path.strip_prefix(root()).unwrap_or(path).display().to_string()
}
