//! Reading the environment. Called from `main.rs` and nowhere else.

use anyhow::{Context, Result};

/// The variable `name`, which has to be set.
pub fn required(name: &str) -> Result<String> {
    optional(name).with_context(|| format!("the environment variable {name} is not set"))
}

/// The variable `name`; `None` also when it is empty, as a template writes
/// what it leaves out.
pub fn optional(name: &str) -> Option<String> {
    #[expect(clippy::disallowed_methods, reason = "the one place")]
    std::env::var(name).ok().filter(|value| !value.is_empty())
}
