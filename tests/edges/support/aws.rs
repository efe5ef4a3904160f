//! AWS, as far as the SDK can tell: requests end here instead of on the wire.
//!
//! Reads are answered from tables that a test fills with [`FakeAws::put`]: key
//! conditions are evaluated, limits, filters and projections are not. Writes
//! are recorded and answered with success; a test that needs another answer
//! scripts it with [`FakeAws::answer`]. Every call is kept, so that a route's
//! budget of AWS calls can be asserted.

use std::{
    collections::{HashMap, VecDeque},
    sync::{Arc, Mutex},
};

use aws_smithy_runtime_api::{
    client::{
        http::{
            HttpClient, HttpConnector, HttpConnectorFuture, HttpConnectorSettings,
            SharedHttpConnector,
        },
        orchestrator::{HttpRequest, HttpResponse},
        runtime_components::RuntimeComponents,
    },
    http::StatusCode,
    shared::IntoShared,
};
use aws_smithy_types::{body::SdkBody, retry::RetryConfig};
use aws_types::{SdkConfig, region::Region};
use serde_json::{Map, Value, json};

/// AWS in memory. Clones are the same AWS.
#[derive(Clone, Debug, Default)]
pub struct FakeAws(Arc<Mutex<State>>);

#[derive(Debug, Default)]
struct State {
    tables: HashMap<String, Vec<Value>>,
    scripted: HashMap<String, VecDeque<Scripted>>,
    calls: Vec<Call>,
    keeps: bool,
}

/// One call that the code under test made.
#[derive(Clone, Debug)]
pub struct Call {
    /// `BatchGetItem`, `SendMessage`, `SendRawEmail`...
    pub operation: String,
    /// The request: JSON as it was sent (attribute values in DynamoDB's form),
    /// or the form fields of SES.
    pub input: Value,
}

#[derive(Debug)]
struct Scripted {
    status: u16,
    body: String,
}

impl FakeAws {
    /// AWS whose tables keep what is put, under its conditions, and whose lists
    /// have pages.
    pub fn that_keeps() -> Self {
        let aws = Self::default();
        aws.lock().keeps = true;
        aws
    }

    /// Another AWS with the same in its tables, and no call yet.
    pub fn copy(&self) -> Self {
        let (tables, keeps) = {
            let state = self.lock();
            (state.tables.clone(), state.keeps)
        };
        Self(Arc::new(Mutex::new(State { tables, keeps, ..State::default() })))
    }

    /// Puts an item, written as plain JSON, into a table, in place of one with
    /// the same key.
    pub fn put(&self, table: &str, item: Value) {
        let mut state = self.lock();
        let items = state.tables.entry(table.to_owned()).or_default();
        let same = |other: &Value| ["pk", "sk"].iter().all(|name| other[*name] == item[*name]);
        items.retain(|other| !same(other));
        items.push(item);
    }

    /// Forgets the calls so far: what set the world up is nobody's budget.
    pub fn forget_calls(&self) {
        self.lock().calls.clear();
    }

    /// Answers the next call of `operation` with this JSON body.
    pub fn answer(&self, operation: &str, body: Value) {
        self.script(operation, 200, body.to_string());
    }

    /// Answers the next call of `operation` with an error of this code, as the
    /// JSON protocols write it (`ConditionalCheckFailedException`,
    /// `ThrottlingException`, `TransactionCanceledException`...).
    pub fn refuse(&self, operation: &str, code: &str, mut body: Value) {
        body["__type"] = json!(format!("com.amazonaws#{code}"));
        self.script(operation, 400, body.to_string());
    }

    /// Cancels the next transaction: one reason per item, `None` or a code.
    pub fn cancel_transaction(&self, reasons: &[&str]) {
        let reasons: Vec<Value> = reasons.iter().map(|code| json!({ "Code": code })).collect();
        let body = json!({ "message": "cancelled", "CancellationReasons": reasons });
        self.refuse("TransactWriteItems", "TransactionCanceledException", body);
    }

    /// Answers the next call of `operation` with this status and body, as it
    /// stands: SES's XML, or something broken.
    pub fn script(&self, operation: &str, status: u16, body: String) {
        let scripted = Scripted { status, body };
        self.lock().scripted.entry(operation.to_owned()).or_default().push_back(scripted);
    }

    /// The calls so far.
    pub fn calls(&self) -> Vec<Call> {
        self.lock().calls.clone()
    }

    /// The operations called so far, in order: a route's budget.
    pub fn operations(&self) -> Vec<String> {
        self.lock().calls.iter().map(|call| call.operation.clone()).collect()
    }

    /// The inputs of the calls of one operation.
    pub fn inputs(&self, operation: &str) -> Vec<Value> {
        let calls = self.calls().into_iter().filter(|call| call.operation == operation);
        calls.map(|call| call.input).collect()
    }

    /// What was put, updated and deleted, each as a call of its own, also in
    /// transactions.
    pub fn writes(&self) -> Vec<Call> {
        let single = |call: Call| match call.operation.as_str() {
            "PutItem" | "UpdateItem" | "DeleteItem" => vec![call],
            "TransactWriteItems" => {
                let items = call.input["TransactItems"].as_array().into_iter().flatten();
                let members = items.flat_map(|item| item.as_object().into_iter().flatten());
                let writes = members.filter(|(kind, _)| *kind != "ConditionCheck");
                writes
                    .map(|(kind, input)| Call {
                        operation: format!("{kind}Item"),
                        input: input.clone(),
                    })
                    .collect()
            }
            _ => Vec::new(),
        };
        self.calls().into_iter().flat_map(single).collect()
    }

    /// A DynamoDB client.
    pub fn tables(&self) -> aws_sdk_dynamodb::Client {
        aws_sdk_dynamodb::Client::new(&self.config())
    }

    /// An SQS client.
    pub fn queues(&self) -> aws_sdk_sqs::Client {
        aws_sdk_sqs::Client::new(&self.config())
    }

    /// What any client is made from. Nothing is retried, so that a call is a
    /// call.
    pub fn config(&self) -> SdkConfig {
        SdkConfig::builder()
            .behavior_version(
                aws_smithy_runtime_api::client::behavior_version::BehaviorVersion::latest(),
            )
            .region(Region::from_static("eu-central-1"))
            .credentials_provider(aws_sdk_dynamodb::config::SharedCredentialsProvider::new(
                aws_sdk_dynamodb::config::Credentials::new("test", "test", None, None, "test"),
            ))
            .retry_config(RetryConfig::disabled())
            .http_client(IntoShared::<aws_types::sdk_config::SharedHttpClient>::into_shared(
                self.clone(),
            ))
            .build()
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, State> {
        self.0.lock().unwrap()
    }

    fn respond(&self, request: &HttpRequest) -> HttpResponse {
        let bytes = request.body().bytes().unwrap_or_default();
        let (operation, input) = match request.headers().get("x-amz-target") {
            Some(target) => {
                let operation = target.rsplit('.').next().unwrap_or_default().to_owned();
                (operation, serde_json::from_slice(bytes).unwrap_or(Value::Null))
            }
            // A file: the address says which.
            None if request.method() == "PUT" => {
                ("PutObject".to_owned(), json!({ "address": request.uri(), "size": bytes.len() }))
            }
            None => form(bytes),
        };
        let mut state = self.lock();
        state.calls.push(Call { operation: operation.clone(), input: input.clone() });
        let scripted = state.scripted.get_mut(&operation).and_then(VecDeque::pop_front);
        let state = &mut *state;
        let Scripted { status, body } = scripted.unwrap_or_else(|| {
            let (status, body) = match state.keeps {
                true => super::keep::answer(&mut state.tables, &operation, &input),
                false => (200, read(&state.tables, &operation, &input)),
            };
            Scripted { status, body: body.to_string() }
        });
        let mut response =
            HttpResponse::new(StatusCode::try_from(status).unwrap(), SdkBody::from(body));
        response.headers_mut().insert("content-type", "application/x-amz-json-1.0");
        response
    }
}

impl HttpConnector for FakeAws {
    fn call(&self, request: HttpRequest) -> HttpConnectorFuture {
        HttpConnectorFuture::ready(Ok(self.respond(&request)))
    }
}

impl HttpClient for FakeAws {
    fn http_connector(
        &self,
        _: &HttpConnectorSettings,
        _: &RuntimeComponents,
    ) -> SharedHttpConnector {
        self.clone().into_shared()
    }
}

/// The fields of a form, as SES's protocol sends them.
fn form(bytes: &[u8]) -> (String, Value) {
    let fields: HashMap<String, String> =
        axum::extract::Query::<HashMap<String, String>>::try_from_uri(
            &format!("http://form/?{}", String::from_utf8_lossy(bytes)).parse().unwrap(),
        )
        .map(|query| query.0)
        .unwrap_or_default();
    (fields.get("Action").cloned().unwrap_or_default(), json!(fields))
}

/// The answer to a read, or an empty success.
pub(super) fn read(tables: &HashMap<String, Vec<Value>>, operation: &str, input: &Value) -> Value {
    let items = |table: &Value| tables.get(table.as_str().unwrap_or_default());
    match operation {
        "GetItem" => {
            let found = items(&input["TableName"]).and_then(|items| find(items, &input["Key"]));
            found.map_or_else(|| json!({}), |item| json!({ "Item": attributes(item) }))
        }
        "BatchGetItem" => {
            let requests = input["RequestItems"].as_object().cloned().unwrap_or_default();
            let found = requests.iter().map(|(table, request)| {
                let keys = request["Keys"].as_array().cloned().unwrap_or_default();
                let stored = tables.get(table).map(Vec::as_slice).unwrap_or_default();
                let found: Vec<Value> =
                    keys.iter().filter_map(|key| find(stored, key)).map(attributes).collect();
                (table.clone(), Value::from(found))
            });
            let found: Map<String, Value> = found.collect();
            json!({ "Responses": found, "UnprocessedKeys": {} })
        }
        "Query" => {
            let stored = items(&input["TableName"]).map(Vec::as_slice).unwrap_or_default();
            let mut found: Vec<&Value> =
                stored.iter().filter(|item| matches(item, input)).collect();
            // In the order of the index, where its key is called after it.
            let key = format!("{}_key", input["IndexName"].as_str().unwrap_or_default());
            let place =
                |item: &Value| item[&key].as_str().or(item["sk"].as_str()).map(str::to_owned);
            found.sort_by_key(|item| place(item));
            if input["ScanIndexForward"] == json!(false) {
                found.reverse();
            }
            let count = found.len();
            let found: Vec<Value> = found.into_iter().map(attributes).collect();
            if input["Select"] == json!("COUNT") {
                json!({ "Count": count, "ScannedCount": count })
            } else {
                json!({ "Items": found, "Count": count, "ScannedCount": count })
            }
        }
        "SendMessage" => json!({ "MessageId": "message", "MD5OfMessageBody": "" }),
        _ => json!({}),
    }
}

fn find<'a>(items: &'a [Value], key: &Value) -> Option<&'a Value> {
    let key = key.as_object()?;
    items.iter().find(|item| key.iter().all(|(name, value)| attribute(&item[name]) == *value))
}

/// Whether the key condition of a query holds: terms joined by `AND`.
fn matches(item: &Value, input: &Value) -> bool {
    let condition = input["KeyConditionExpression"].as_str().unwrap_or_default();
    let name = |word: &str| -> String {
        let names = &input["ExpressionAttributeNames"];
        names[word].as_str().unwrap_or(word).to_owned()
    };
    let value = |word: &str| plain(&input["ExpressionAttributeValues"][word]);
    let words: Vec<String> = condition
        .replace(['(', ')', ','], " ")
        .split_whitespace()
        .filter(|word| !word.eq_ignore_ascii_case("and"))
        .map(str::to_owned)
        .collect();
    let mut words = words.iter().map(String::as_str);
    while let Some(word) = words.next() {
        let mut next = || words.next().unwrap_or_default();
        let holds = if word == "begins_with" {
            let held = plain(&attribute(&item[name(next())]));
            held.starts_with(&value(next()))
        } else {
            let held = plain(&attribute(&item[name(word)]));
            match next() {
                "=" => !item[name(word)].is_null() && held == value(next()),
                "<" => held < value(next()),
                "<=" => held <= value(next()),
                ">" => held > value(next()),
                ">=" => held >= value(next()),
                between if between.eq_ignore_ascii_case("between") => {
                    let (low, high) = (value(next()), value(next()));
                    low <= held && held <= high
                }
                other => panic!("a key condition has the operator {other}"),
            }
        };
        if !holds {
            return false;
        }
    }
    true
}

fn plain(attribute: &Value) -> String {
    let text = attribute["S"].as_str().or_else(|| attribute["N"].as_str());
    text.unwrap_or_default().to_owned()
}

/// An item in DynamoDB's form, as a request carries it, in plain JSON.
pub fn plain_item(item: &Value) -> Value {
    let members = item.as_object().unwrap().iter();
    Value::Object(members.map(|(name, value)| (name.clone(), plain_value(value))).collect())
}

pub fn plain_value(attribute: &Value) -> Value {
    let (kind, value) = attribute.as_object().unwrap().iter().next().unwrap();
    match kind.as_str() {
        "N" => serde_json::from_str(value.as_str().unwrap()).unwrap(),
        "M" => plain_item(value),
        "L" => value.as_array().unwrap().iter().map(plain_value).collect(),
        "NULL" => Value::Null,
        _ => value.clone(),
    }
}

/// An item in DynamoDB's form.
fn attributes(item: &Value) -> Value {
    let members = item.as_object().cloned().unwrap_or_default();
    Value::Object(members.iter().map(|(name, value)| (name.clone(), attribute(value))).collect())
}

fn attribute(value: &Value) -> Value {
    match value {
        Value::Null => json!({ "NULL": true }),
        Value::Bool(truth) => json!({ "BOOL": truth }),
        Value::Number(number) => json!({ "N": number.to_string() }),
        Value::String(text) => json!({ "S": text }),
        Value::Array(values) => json!({ "L": values.iter().map(attribute).collect::<Vec<_>>() }),
        Value::Object(_) => json!({ "M": attributes(value) }),
    }
}
