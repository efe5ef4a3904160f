//! The Lambda runtime API and an empty AWS, on loopback.

use std::{
    net::SocketAddr,
    path::Path,
    process::Stdio,
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
    },
    time::{Duration, Instant},
};

use anyhow::{Context, Result, anyhow, bail, ensure};
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

/// What the routes tell us of.
struct Told {
    polls: mpsc::UnboundedSender<Poll>,
    /// What the function answered, or the error that it reported.
    answers: mpsc::UnboundedSender<Result<String, String>>,
    aws_calls: AtomicUsize,
}

/// The server side of both, for one function at a time.
pub struct RuntimeApi {
    address: SocketAddr,
    told: Arc<Told>,
    heard: Mutex<Heard>,
}

struct Heard {
    polls: mpsc::UnboundedReceiver<Poll>,
    answers: mpsc::UnboundedReceiver<Result<String, String>>,
}

impl RuntimeApi {
    pub async fn start() -> Result<Self> {
        let (polled, polls) = mpsc::unbounded_channel();
        let (answered, answers) = mpsc::unbounded_channel();
        let aws_calls = AtomicUsize::new(0);
        let told = Arc::new(Told { polls: polled, answers: answered, aws_calls });
        let runtime = "/2018-06-01/runtime";
        let routes = Router::new()
            .route(&format!("{runtime}/invocation/next"), get(next))
            .route(&format!("{runtime}/invocation/{{id}}/response"), post(answer))
            .route(&format!("{runtime}/invocation/{{id}}/error"), post(error))
            .route(&format!("{runtime}/init/error"), post(error))
            .fallback(aws)
            .with_state(told.clone());
        let listener = TcpListener::bind("127.0.0.1:0").await?;
        let address = listener.local_addr()?;
        tokio::spawn(async move { axum::serve(listener, routes).await });
        Ok(Self { address, told, heard: Mutex::new(Heard { polls, answers }) })
    }

    /// Starts the function and sends it `events` events, each of which must be
    /// answered as the subject says.
    ///
    /// The time from an event to the poll that follows its answer is taken as
    /// the time of the event: it includes sending the answer.
    pub async fn exercise(&self, subject: &Subject, package: &Path, events: usize) -> Result<Once> {
        let mut heard = self.heard.lock().await;
        let started = Instant::now();
        let mut child = self.spawn(subject, package)?;
        let mut poll = heard.next_poll(&mut child).await?;
        let init = poll.at - started;
        let mut took = Vec::with_capacity(events);
        for _ in 0..events {
            let calls = self.told.aws_calls.load(Ordering::Relaxed);
            let sent = Instant::now();
            let _ = poll.answer.send(subject.payload.clone());
            poll = heard.next_poll(&mut child).await?;
            took.push(poll.at - sent);
            let answer = heard.answers.recv().await.context("the server has ended")?;
            let answer = answer.map_err(|error| anyhow!("{} failed: {error}", subject.name))?;
            subject.check(&answer)?;
            let calls = self.told.aws_calls.load(Ordering::Relaxed) - calls;
            ensure!(calls == subject.aws_calls, "{} made {calls} calls to AWS", subject.name);
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
            .env("LIMITER_KEY", "a key of the bench alone")
            .envs(
                [
                    "ACCESS", "AUTH", "JOURNAL", "ACCOUNT", "READINGS", "INVOICES", "CHANGES",
                    "MAILS",
                ]
                .map(|table| (format!("{table}_TABLE"), table.to_lowercase())),
            )
            .env("DOCUMENTS_BUCKET", "documents")
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

impl Heard {
    /// Waits until the function asks for an event; one that ends never does.
    async fn next_poll(&mut self, child: &mut Child) -> Result<Poll> {
        tokio::select! {
            poll = self.polls.recv() => poll.context("the server has ended"),
            ended = child.wait() => bail!("the function ended: {}", ended?),
        }
    }
}

async fn next(State(told): State<Arc<Told>>) -> Response {
    let at = Instant::now();
    let (answer, event) = tokio::sync::oneshot::channel();
    let _ = told.polls.send(Poll { at, answer });
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

async fn answer(State(told): State<Arc<Told>>, body: String) -> StatusCode {
    let _ = told.answers.send(Ok(body));
    StatusCode::ACCEPTED
}

async fn error(State(told): State<Arc<Told>>, body: String) -> StatusCode {
    let _ = told.answers.send(Err(body));
    StatusCode::ACCEPTED
}

/// Every call to AWS succeeds and finds nothing.
async fn aws(State(told): State<Arc<Told>>, headers: HeaderMap) -> Response {
    told.aws_calls.fetch_add(1, Ordering::Relaxed);
    let target = headers.get("x-amz-target").and_then(|target| target.to_str().ok());
    let (content_type, body) = match target {
        // SES speaks XML, and names the operation in the body; it's only asked one.
        None => ("text/xml", SENT),
        Some(target) if target.ends_with("Query") => {
            ("application/x-amz-json-1.0", r#"{"Items":[],"Count":0,"ScannedCount":0}"#)
        }
        Some(_) => ("application/x-amz-json-1.0", "{}"),
    };
    ([("content-type", content_type)], body).into_response()
}

const SENT: &str = r#"<SendRawEmailResponse xmlns="http://ses.amazonaws.com/doc/2010-12-01/"><SendRawEmailResult><MessageId>bench</MessageId></SendRawEmailResult></SendRawEmailResponse>"#;

/// The memory that the process holds, as Linux tells.
fn resident_kib(child: &Child) -> Result<u64> {
    let id = child.id().context("the function has ended")?;
    let status = std::fs::read_to_string(format!("/proc/{id}/status")).context("reading /proc")?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:")).context("no VmRSS")?;
    let number = line.trim().trim_end_matches("kB").trim();
    number.parse().context("reading VmRSS")
}
