//! What is measured, and of which functions.

use std::{path::PathBuf, time::Duration};

use anyhow::{Context, Result};

use crate::place;

/// The packages that hold functions.
pub const PACKAGES: [&str; 6] = ["account", "auth", "billing", "changes", "mailer", "readings"];

/// One function under measurement.
pub struct Subject {
    pub name: &'static str,
    /// What its warm events are, for the reader.
    pub event: &'static str,
    pub payload: String,
    pub binary: PathBuf,
    pub size_bytes: u64,
}

/// What one start of a function showed.
pub struct Once {
    pub init: Duration,
    pub first: Duration,
    pub warm: Vec<Duration>,
    pub resident_kib: u64,
}

/// What all starts of a function showed.
#[derive(Default)]
pub struct Figures {
    init: Vec<Duration>,
    first: Vec<Duration>,
    warm: Vec<Duration>,
    resident_kib: Vec<u64>,
}

impl Figures {
    pub fn add(&mut self, once: Once) {
        self.init.push(once.init);
        self.first.push(once.first);
        self.warm.extend(once.warm);
        self.resident_kib.push(once.resident_kib);
    }

    /// Process start to first poll of the runtime API.
    pub fn init_ms(&self) -> f64 {
        median(&self.init).as_secs_f64() * 1e3
    }

    /// The first event, cold connections and all.
    pub fn first_ms(&self) -> f64 {
        median(&self.first).as_secs_f64() * 1e3
    }

    pub fn warm_ms(&self) -> f64 {
        median(&self.warm).as_secs_f64() * 1e3
    }

    pub fn resident_mib(&self) -> f64 {
        let mut sorted = self.resident_kib.clone();
        sorted.sort_unstable();
        sorted.get(sorted.len() / 2).copied().unwrap_or_default() as f64 / 1024.0
    }
}

fn median(durations: &[Duration]) -> Duration {
    let mut sorted = durations.to_vec();
    sorted.sort_unstable();
    sorted.get(sorted.len() / 2).copied().unwrap_or_default()
}

/// The barest function first, then ours.
pub fn subjects() -> Result<Vec<Subject>> {
    let request = "GET with a session cookie that opens nothing: one look-up, 401";
    let wake = "woken, nothing due: a query for each kind of event";
    let all = [
        ("bare", "GET, answered \"hello\"", http("/api/bare")),
        ("account", request, http("/api/account/me")),
        ("auth", request, http("/api/auth/sessions")),
        ("changes", request, http("/api/changes/office/counts")),
        ("readings", request, http("/api/readings/customers/C-1/meters")),
        ("auth-outbox", wake, "{}".to_owned()),
        ("changes-handover", wake, "{}".to_owned()),
        ("billing", "an empty batch", r#"{"Records":[]}"#.to_owned()),
        ("mailer", "an empty batch", r#"{"Records":[]}"#.to_owned()),
    ];
    all.into_iter()
        .map(|(name, event, payload)| {
            let binary = place::cargo_target().join("release").join(name);
            let size_bytes =
                std::fs::metadata(&binary).with_context(|| format!("{binary:?}"))?.len();
            Ok(Subject { name, event, payload, binary, size_bytes })
        })
        .collect()
}

/// An event of an HTTP API, payload version 2.0.
fn http(path: &str) -> String {
    serde_json::json!({
        "version": "2.0",
        "routeKey": "$default",
        "rawPath": path,
        "rawQueryString": "",
        "cookies": ["__Host-session=bench.token"],
        "headers": { "host": "localhost" },
        "requestContext": {
            "accountId": "000000000000", "apiId": "api", "stage": "$default",
            "domainName": "localhost", "domainPrefix": "localhost",
            "http": {
                "method": "GET", "path": path, "protocol": "HTTP/1.1",
                "sourceIp": "192.0.2.1", "userAgent": "bench"
            },
            "requestId": "r", "routeKey": "$default",
            "time": "31/Mar/2026:12:00:00 +0000", "timeEpoch": 1_774_958_400_000_u64
        },
        "isBase64Encoded": false
    })
    .to_string()
}
