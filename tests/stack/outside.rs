//! What stands around the portal, as a test reaches it: the queues, the
//! functions, the mailbox, and the billing system's ledger.

use std::{collections::BTreeMap, path::Path};

use aws_sdk_dynamodb::config::Credentials;
use bytes::Bytes;
use http::{Method, Request, request};
use http_body_util::{BodyExt, Full};
use hyper_util::{client::legacy::Client, rt::TokioExecutor};
use portal_domain::ChangeId;
use serde_json::Value;
use synthetic::billing::ledger::{self, Count};

use crate::stack::STACK;

/// Clients of the emulator, as its administrator.
pub fn aws() -> aws_types::SdkConfig {
    let root = Credentials::new("test", "test", None, None, "the emulator's own");
    let endpoint = Some(STACK.aws_endpoint.clone());
    portal_lambda::aws::config_of(root, STACK.region.clone(), endpoint).unwrap()
}

/// Calls a function directly, as Lambda does, and waits for its answer.
pub async fn invoke(function: &str, event: &Value) -> Value {
    let path = format!("{}/invocations", STACK.functions[function]);
    let answer = lambda(Method::POST, &path, event.to_string().into()).await;
    serde_json::from_slice(&answer).unwrap_or(Value::Null)
}

/// Asks Lambda's own API, of what is below `functions/`.
pub async fn lambda(method: Method, path: &str, body: Bytes) -> Bytes {
    let uri = format!("{}/2015-03-31/functions/{path}", STACK.aws_endpoint);
    let request = as_root("lambda", Request::builder().method(method).uri(uri));
    fetch(request.body(Full::new(body)).unwrap()).await
}

/// A request of the emulator's administrator, whose signature isn't looked at.
pub fn as_root(service: &str, request: request::Builder) -> request::Builder {
    let scope = format!("20260101/{}/{service}/aws4_request", STACK.region);
    let signed = format!("Credential=test/{scope}, SignedHeaders=host, Signature=0");
    request.header("authorization", format!("AWS4-HMAC-SHA256 {signed}"))
}

/// A mail that was sent, as far as the emulator keeps it.
#[derive(Clone, Debug)]
pub struct Sent {
    pub subject: String,
    pub text: String,
}

/// Every mail sent to `address`.
pub async fn mailbox(address: &str) -> Vec<Sent> {
    let uri = format!("{}/_ministack/ses/messages", STACK.aws_endpoint);
    let answer = send(Request::get(uri).body(Full::default()).unwrap()).await;
    let accounts = answer["messages"].as_object().expect("the emulator's mails");
    let mails = accounts.values().filter_map(Value::as_array).flatten();
    let theirs = mails.filter(|mail| mail["To"].to_string().contains(address));
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    theirs
        .map(|mail| Sent { subject: text(&mail["Subject"]), text: text(&mail["BodyText"]) })
        .collect()
}

/// How often the billing system applied or refused each change.
pub fn effects() -> BTreeMap<ChangeId, Count> {
    ledger::effects(&ledger::read(Path::new(&STACK.ledger)).unwrap())
}

/// The processes of a function that are alive, as the emulator keeps them. It
/// gives them its own environment, and them only.
pub fn processes(function: &str) -> Vec<u32> {
    let name = format!("AWS_LAMBDA_FUNCTION_NAME={}\0", STACK.functions[function]);
    let port = STACK.aws_endpoint.rsplit(':').next().unwrap_or_default();
    let port = format!("GATEWAY_PORT={port}\0");
    let entries = std::fs::read_dir("/proc").into_iter().flatten().flatten();
    let ids = entries.filter_map(|entry| entry.file_name().to_str()?.parse::<u32>().ok());
    ids.filter(|id| {
        let environment = std::fs::read(format!("/proc/{id}/environ")).unwrap_or_default();
        let environment = String::from_utf8_lossy(&environment).into_owned() + "\0";
        environment.contains(&name) && environment.contains(&port)
    })
    .collect()
}

/// Kills every process of a function, without asking. How many there were.
pub fn kill(function: &str) -> usize {
    let ids = processes(function);
    for id in &ids {
        let _ = std::process::Command::new("kill").args(["-9", &id.to_string()]).status();
    }
    ids.len()
}

async fn send(request: Request<Full<Bytes>>) -> Value {
    serde_json::from_slice(&fetch(request).await).unwrap_or(Value::Null)
}

/// Sends a request to something beside the portal, and gives what comes back.
pub async fn fetch(request: Request<Full<Bytes>>) -> Bytes {
    let client = Client::builder(TokioExecutor::new()).build_http();
    let response = client.request(request).await.unwrap();
    response.into_body().collect().await.unwrap().to_bytes()
}
