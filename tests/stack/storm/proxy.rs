//! The proxy that makes AWS unreliable, and how often each kind of fault fired.

use std::{
    fmt,
    net::TcpListener,
    process::{Child, Command, Stdio},
    time::{SystemTime, UNIX_EPOCH},
};

use bytes::Bytes;
use http::Request;
use http_body_util::Full;
use serde_json::{Value, json};

use crate::{
    faults::{Fault, SURELY},
    outside::{as_root, fetch},
    portal::eventually,
    stack::STACK,
};

/// What the functions call, and a call to it that does nothing.
const SERVICES: [(&str, &str); 3] = [
    ("dynamodb", "DynamoDB_20120810.ListTables"),
    ("sqs", "AmazonSQS.ListQueues"),
    ("ses", "SimpleEmailService.GetSendQuota"),
];

/// A running proxy. It ends with this value.
pub struct Proxy {
    pub url: String,
    pub seed: u64,
    process: Child,
    /// The proxy's numbers of the rules, and our names.
    kinds: Vec<(u64, &'static str)>,
}

impl Proxy {
    pub async fn start(faults: Vec<Fault>) -> Self {
        let seed = seed();
        let free = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
        let wrapper = concat!(env!("CARGO_MANIFEST_DIR"), "/../../infra/tools/fault_proxy.py");
        let process = Command::new(python())
            .args([wrapper, &seed.to_string(), "--upstream", &STACK.aws_endpoint])
            .args(["--port", &free.to_string()])
            .stdin(Stdio::piped())
            .stdout(Stdio::null())
            .spawn()
            .unwrap();
        let url = format!("http://127.0.0.1:{free}");
        let mut proxy = Self { url, seed, process, kinds: vec![] };
        eventually("the proxy", async || std::net::TcpStream::connect(("127.0.0.1", free)).ok())
            .await;

        // It reads its model of a service at the first call to it. Nobody waits
        // for that but us.
        for (service, target) in SERVICES {
            let call = Request::post(&proxy.url).header("x-amz-target", target);
            fetch(as_root(service, call).body(Full::from("{}")).unwrap()).await;
        }

        // The first rule that fits is taken: the sure ones, then the dice's.
        let names = faults.iter().chain(&faults).map(|fault| fault.name);
        let sure = faults.iter().map(Fault::sure_rule);
        let rules: Vec<Value> = sure.chain(faults.iter().map(|fault| fault.rule.clone())).collect();
        let made = proxy.ask(Request::post(proxy.control("rules")), &json!(rules)).await;
        let ids = made.as_array().unwrap().iter().map(|rule| rule["id"].as_u64().unwrap());
        proxy.kinds = ids.zip(names).collect();
        assert_eq!(proxy.kinds.len(), 2 * faults.len(), "the proxy took not every rule: {made}");
        proxy
    }

    /// No fault fires any more.
    pub async fn clear_up(&self) {
        self.ask(Request::post(self.control("rules")), &json!([])).await;
    }

    /// What went through so far, and which faults fired.
    pub async fn fired(&self) -> Fired {
        let stats = self.ask(Request::get(self.control("stats")), &Value::Null).await;
        let count = |id: u64| {
            let rules = stats["by_rule"].as_array().unwrap();
            let rule = rules.iter().find(|rule| rule["id"].as_u64() == Some(id));
            rule.and_then(|rule| rule["fired"].as_u64()).unwrap_or_default()
        };
        let mut faults: Vec<(&'static str, u64)> = Vec::new();
        for (id, name) in &self.kinds {
            match faults.iter_mut().find(|(kind, _)| kind == name) {
                Some((_, sum)) => *sum += count(*id),
                None => faults.push((name, count(*id))),
            }
        }
        Fired { calls: stats["requests"]["total"].as_u64().unwrap(), faults }
    }

    fn control(&self, what: &str) -> String {
        format!("{}/_microburst/{what}", self.url)
    }

    async fn ask(&self, request: http::request::Builder, body: &Value) -> Value {
        let body = if body.is_null() { Bytes::new() } else { body.to_string().into() };
        serde_json::from_slice(&fetch(request.body(Full::new(body)).unwrap()).await).unwrap()
    }
}

impl Drop for Proxy {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// How many calls went through a proxy, and how many of them failed how.
pub struct Fired {
    pub calls: u64,
    faults: Vec<(&'static str, u64)>,
}

impl Fired {
    pub fn of(&self, name: &str) -> u64 {
        self.faults.iter().find(|(kind, _)| *kind == name).map_or(0, |(_, count)| *count)
    }

    /// Every kind of fault happened, as often as it was sure to.
    pub fn each(&self) -> bool {
        self.faults.iter().all(|(_, count)| *count >= SURELY)
    }
}

impl fmt::Display for Fired {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sum: u64 = self.faults.iter().map(|(_, count)| count).sum();
        write!(f, "{sum} faults in {} calls (", self.calls)?;
        for (turn, (kind, count)) in self.faults.iter().enumerate() {
            write!(f, "{}{kind} {count}", if turn == 0 { "" } else { ", " })?;
        }
        write!(f, ")")
    }
}

/// The number that the dice begin with: another one each time, or a chosen one.
fn seed() -> u64 {
    let chosen = setting("METERSIDE_SEED").map(|seed| seed.parse().expect("a number as the seed"));
    chosen.unwrap_or_else(|| {
        let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap();
        u64::from(since.subsec_nanos())
    })
}

/// The Python that has the proxy.
pub fn python() -> String {
    setting("METERSIDE_FAULTS_PYTHON").expect("run these by `cargo xtask test stack`")
}

#[expect(clippy::disallowed_methods, reason = "the tests' own settings")]
fn setting(name: &str) -> Option<String> {
    std::env::var(name).ok()
}
