//! The Lambda runtime API and an empty AWS, on loopback.

use std::{
    net::SocketAddr,
    path::Path,
    process::Stdio,
    sync::Arc,
    time::{Duration, Instant},
};

use anyhow::{Context, Result};
use axum::{
    Router,
    extract::State,
    http::{HeaderMap, StatusCode},
    response::{IntoResponse, Response},
    routing::{get, post},
};
use tokio::{
    net::TcpListener,
    process::{Child, Command},
    sync::{Mutex, mpsc},
};

use super::figures::{Once, Subject};

/// A poll for the next event: when it came, and where the event goes.
struct Poll {
    at: Instant,
    answer: tokio::sync::oneshot::Sender<String>,
}

/// The server side of both, for one function at a time.
pub struct RuntimeApi {
    address: SocketAddr,
    polls: Mutex<mpsc::UnboundedReceiver<Poll>>,
}

impl RuntimeApi {
    pub async fn start() -> Result<Self> {
        let (polled, polls) = mpsc::unbounded_channel();
        let runtime = "/2018-06-01/runtime";
        let routes = Router::new()
            .route(&format!("{runtime}/invocation/next"), get(next))
            .route(
                &format!("{runtime}/invocation/{{id}}/response"),
                post(async || StatusCode::ACCEPTED),
            )
            .route(
                &format!("{runtime}/invocation/{{id}}/error"),
                post(async || StatusCode::ACCEPTED),
            )
            .fallback(aws)
            .with_state(Arc::new(polled));
        let listener = TcpListener::bind("127.0.0.1:0").await?;
        let address = listener.local_addr()?;
        tokio::spawn(async move { axum::serve(listener, routes).await });
        Ok(Self { address, polls: Mutex::new(polls) })
    }

    /// Starts the function and sends it `events` events.
    ///
    /// The time from an event to the poll that follows its answer is taken as
    /// the time of the event: it includes sending the answer.
    pub async fn exercise(&self, subject: &Subject, package: &Path, events: usize) -> Result<Once> {
        let mut polls = self.polls.lock().await;
        let started = Instant::now();
        let mut child = self.spawn(subject, package)?;
        let mut poll = polls.recv().await.context("the server has ended")?;
        let init = poll.at - started;
        let mut took = Vec::with_capacity(events);
        for _ in 0..events {
            let sent = Instant::now();
            let _ = poll.answer.send(subject.payload.clone());
            poll = polls.recv().await.context("the server has ended")?;
            took.push(poll.at - sent);
        }
        let resident_kib = resident_kib(&child)?;
        child.kill().await.context("stopping the function")?;
        let first = took.first().copied().unwrap_or_default();
        let warm: Vec<Duration> = took.split_off(events / 10);
        Ok(Once { init, first, warm, resident_kib })
    }

    fn spawn(&self, subject: &Subject, package: &Path) -> Result<Child> {
        let here = format!("http://{}", self.address);
        Command::new(&subject.binary)
            .env_clear()
            .env("AWS_LAMBDA_RUNTIME_API", self.address.to_string())
            .env("AWS_LAMBDA_FUNCTION_NAME", subject.name)
            .env("AWS_LAMBDA_FUNCTION_VERSION", "1")
            .env("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", "256")
            .env("AWS_LAMBDA_LOG_STREAM_NAME", "bench")
            .env("AWS_LAMBDA_LOG_GROUP_NAME", "bench")
            .env("LAMBDA_TASK_ROOT", package)
            .env("AWS_ENDPOINT_URL", &here)
            .env("AWS_REGION", "eu-central-1")
            .env("AWS_ACCESS_KEY_ID", "bench")
            .env("AWS_SECRET_ACCESS_KEY", "bench")
            .env("PUBLIC_ORIGIN", "http://localhost")
            .env("LIMITER_KEY", "bench")
            .envs(
                ["ACCESS", "AUTH", "JOURNAL", "ACCOUNT", "READINGS", "CHANGES", "MAILS"]
                    .map(|table| (format!("{table}_TABLE"), table.to_lowercase())),
            )
            .envs(
                ["BILLING_COMMANDS_QUEUE_URL", "BILLING_UPDATES_DLQ_URL", "MAIL_QUEUE_URL"]
                    .map(|queue| (queue, format!("{here}/000000000000/queue"))),
            )
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .kill_on_drop(true)
            .spawn()
            .with_context(|| format!("starting {:?}", subject.binary))
    }
}

async fn next(State(polled): State<Arc<mpsc::UnboundedSender<Poll>>>) -> Response {
    let at = Instant::now();
    let (answer, event) = tokio::sync::oneshot::channel();
    let _ = polled.send(Poll { at, answer });
    let Ok(event) = event.await else { return StatusCode::GONE.into_response() };
    let headers = [
        ("lambda-runtime-aws-request-id", "8476a536-e9f4-11e8-9739-2dfe598c3fcd"),
        ("lambda-runtime-deadline-ms", "4102444800000"),
        (
            "lambda-runtime-invoked-function-arn",
            "arn:aws:lambda:eu-central-1:000000000000:function:f",
        ),
        ("content-type", "application/json"),
    ];
    (headers, event).into_response()
}

/// Every call to AWS succeeds and finds nothing.
async fn aws(headers: HeaderMap) -> Response {
    let target = headers.get("x-amz-target").and_then(|target| target.to_str().ok());
    let body = if target.is_some_and(|target| target.ends_with("Query")) {
        r#"{"Items":[],"Count":0,"ScannedCount":0}"#
    } else {
        "{}"
    };
    ([("content-type", "application/x-amz-json-1.0")], body).into_response()
}

/// The memory that the process holds, as Linux tells.
fn resident_kib(child: &Child) -> Result<u64> {
    let id = child.id().context("the function has ended")?;
    let status = std::fs::read_to_string(format!("/proc/{id}/status")).context("reading /proc")?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:")).context("no VmRSS")?;
    let number = line.trim().trim_end_matches("kB").trim();
    number.parse().context("reading VmRSS")
}
