//! Where the running stack is, and who can sign in: `stack.json`.

use std::{collections::HashMap, fs, path::PathBuf, sync::LazyLock};

use serde::Deserialize;

/// What `cargo xtask up` writes.
#[derive(Debug, Deserialize)]
pub struct Stack {
    /// What people open.
    pub web: String,
    pub aws_endpoint: String,
    pub region: String,
    pub tables: HashMap<String, String>,
    pub queues: HashMap<String, String>,
    pub functions: HashMap<String, String>,
    /// Where each function's package stands, as it was deployed.
    pub packages: PathBuf,
    pub logins: Vec<Login>,
    /// What the synthetic billing system did, a line each.
    pub ledger: String,
}

/// One of the demo log-ins.
#[derive(Clone, Debug, Deserialize)]
pub struct Login {
    pub role: String,
    pub login: String,
    pub password: String,
    #[serde(default)]
    pub totp_secret: Option<String>,
    #[serde(default)]
    pub customers: Vec<String>,
}

/// The stack that these tests run against.
pub static STACK: LazyLock<Stack> = LazyLock::new(|| {
    #[expect(clippy::disallowed_methods, reason = "the tests' one setting")]
    let file = std::env::var("METERSIDE_STACK").expect("run these by `cargo xtask test stack`");
    let text = fs::read_to_string(&file).unwrap_or_else(|error| panic!("{file}: {error}"));
    serde_json::from_str(&text).unwrap_or_else(|error| panic!("{file}: {error}"))
});

impl Stack {
    /// The log-in of `role`.
    pub fn login(&self, role: &str) -> &Login {
        let login = self.logins.iter().find(|login| login.role == role);
        login.unwrap_or_else(|| panic!("the stack has no log-in for {role}"))
    }
}
