//! What is measured, and of which functions.

use std::{path::PathBuf, time::Duration};

use anyhow::{Context, Result, ensure};
use serde_json::Value;

use crate::place;

/// The packages that hold functions.
pub const PACKAGES: [&str; 7] =
    ["account", "auth", "billing", "changes", "invoices", "mailer", "readings"];

/// One function under measurement.
pub struct Subject {
    pub name: &'static str,
    /// What its warm events are, for the reader.
    pub event: &'static str,
    pub payload: String,
    /// How each event must be answered, and how many calls to AWS it takes.
    pub answer: Expected,
    pub aws_calls: usize,
    pub binary: PathBuf,
    pub size_bytes: u64,
}

/// What an answer must be for its time to count.
#[derive(Clone, Copy, Debug)]
pub enum Expected {
    /// An HTTP answer of this status.
    Status(u16),
    /// Of a batch: each message was taken.
    AllTaken,
    /// It was woken, and nothing failed.
    Done,
}

impl Subject {
    /// Fails if the function did something else than what is measured.
    pub fn check(&self, answer: &str) -> Result<()> {
        let value: Value = serde_json::from_str(answer).context("reading an answer")?;
        let right = match self.answer {
            Expected::Status(status) => value["statusCode"] == status,
            Expected::AllTaken => value["batchItemFailures"] == serde_json::json!([]),
            Expected::Done => value.is_null(),
        };
        ensure!(right, "{} answered {answer} instead of {:?}", self.name, self.answer);
        Ok(())
    }
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

    /// Process start to first poll of the runtime API, of the quickest start:
    /// there are few of them, and what the machine does meanwhile only adds.
    pub fn init_ms(&self) -> f64 {
        least(&self.init).as_secs_f64() * 1e3
    }

    /// The first event, cold connections and all, likewise.
    pub fn first_ms(&self) -> f64 {
        least(&self.first).as_secs_f64() * 1e3
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

fn least(durations: &[Duration]) -> Duration {
    durations.iter().min().copied().unwrap_or_default()
}

fn median(durations: &[Duration]) -> Duration {
    let mut sorted = durations.to_vec();
    sorted.sort_unstable();
    sorted.get(sorted.len() / 2).copied().unwrap_or_default()
}

/// The barest function first, then ours.
pub fn subjects() -> Result<Vec<Subject>> {
    use Expected::{AllTaken, Done, Status};
    let request = "GET with a session cookie that opens nothing: one look-up, 401";
    let wake = "woken, nothing due: a query for each kind of event";
    let update = "one update: a customer's master data, with the entries of the operators' search";
    let mail = "one mail: claimed, handed to SES, noted";
    let all = [
        ("bare", "GET, answered \"hello\"", http("/api/bare"), Status(200), 0),
        ("account", request, http("/api/account/me"), Status(401), 1),
        ("auth", request, http("/api/auth/sessions"), Status(401), 1),
        ("changes", request, http("/api/changes/office/counts"), Status(401), 1),
        ("invoices", request, http("/api/invoices/customers/C-1/documents"), Status(401), 1),
        ("readings", request, http("/api/readings/customers/C-1/meters"), Status(401), 1),
        ("auth-outbox", wake, "{}".to_owned(), Done, 3),
        ("changes-handover", wake, "{}".to_owned(), Done, 3),
        ("billing", update, first_message("billing/take.json")?, AllTaken, 13),
        ("mailer", mail, first_message("mailer/take.json")?, AllTaken, 3),
    ];
    all.into_iter()
        .map(|(name, event, payload, answer, aws_calls)| {
            let binary = place::cargo_target().join("release").join(name);
            let size_bytes =
                std::fs::metadata(&binary).with_context(|| format!("{binary:?}"))?.len();
            Ok(Subject { name, event, payload, answer, aws_calls, binary, size_bytes })
        })
        .collect()
}

/// A batch of the first message in this file of `events/`.
fn first_message(file: &str) -> Result<String> {
    let file = place::root().join("events").join(file);
    let text = std::fs::read_to_string(&file).with_context(|| format!("{file:?}"))?;
    let mut event: Value = serde_json::from_str(&text)?;
    let records = event["Records"].as_array_mut().context("a batch has no records")?;
    records.truncate(1);
    Ok(event.to_string())
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
