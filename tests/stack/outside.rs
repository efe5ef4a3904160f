//! What stands around the portal, as a test reaches it: the queues, the
//! functions, the mailbox, and the billing system's ledger.

use std::{collections::BTreeMap, path::Path};

use aws_sdk_dynamodb::config::Credentials;
use bytes::Bytes;
use http::Request;
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
    let name = &STACK.functions[function];
    let uri = format!("{}/2015-03-31/functions/{name}/invocations", STACK.aws_endpoint);
    let scope = format!("20260101/{}/lambda/aws4_request", STACK.region);
    let request = Request::post(uri)
        .header("authorization", format!("AWS4-HMAC-SHA256 Credential=test/{scope}, SignedHeaders=host, Signature=0"))
        .body(Full::new(Bytes::from(event.to_string())))
        .unwrap();
    send(request).await
}

/// A mail that was sent.
#[derive(Clone, Debug)]
pub struct Sent {
    pub to: String,
    /// The whole message, headers and all.
    pub raw: String,
}

impl Sent {
    /// A header's value; the notification's id is in `Message-ID`.
    pub fn header(&self, name: &str) -> Option<String> {
        let lines = self.raw.lines().take_while(|line| !line.is_empty());
        lines
            .filter_map(|line| line.split_once(':'))
            .find(|(found, _)| found.eq_ignore_ascii_case(name))
            .map(|(_, value)| value.trim().to_owned())
    }
}

/// Every mail sent to `address`.
pub async fn mailbox(address: &str) -> Vec<Sent> {
    let uri = format!("{}/_ministack/ses/messages", STACK.aws_endpoint);
    let answer = send(Request::get(uri).body(Full::default()).unwrap()).await;
    let messages = answer["messages"].as_array().or(answer.as_array()).cloned().unwrap_or_default();
    let sent = messages.iter().map(|message| Sent {
        to: message["Destination"].to_string() + &message["To"].to_string() + &message["Destinations"].to_string(),
        raw: message["RawMessage"].as_str().or(message["RawData"].as_str()).unwrap_or_default().to_owned(),
    });
    sent.filter(|sent| sent.to.contains(address) || sent.raw.contains(&format!("To: {address}"))).collect()
}

/// How often the billing system applied or refused each change.
pub fn effects() -> BTreeMap<ChangeId, Count> {
    ledger::effects(&ledger::read(Path::new(&STACK.ledger)).unwrap())
}

/// The processes of a function that are alive, as the emulator keeps them.
pub fn processes(function: &str) -> Vec<u32> {
    let name = format!("AWS_LAMBDA_FUNCTION_NAME={}\0", STACK.functions[function]);
    let endpoint = format!("AWS_ENDPOINT_URL={}\0", STACK.aws_endpoint);
    let entries = std::fs::read_dir("/proc").into_iter().flatten().flatten();
    let ids = entries.filter_map(|entry| entry.file_name().to_str()?.parse::<u32>().ok());
    ids.filter(|id| {
        let environment = std::fs::read(format!("/proc/{id}/environ")).unwrap_or_default();
        let environment = String::from_utf8_lossy(&environment).into_owned() + "\0";
        environment.contains(&name) && environment.contains(&endpoint)
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
    let client = Client::builder(TokioExecutor::new()).build_http();
    let response = client.request(request).await.unwrap();
    let body = response.into_body().collect().await.unwrap().to_bytes();
    serde_json::from_slice(&body).unwrap_or(Value::Null)
}
