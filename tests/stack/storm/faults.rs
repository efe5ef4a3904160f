//! The kinds of faults, and how often each happens.

use serde_json::{Value, json};

/// A mail was taken, and nobody was told.
pub const SES_LOST: &str = "SES's replies lost";

/// A kind of fault: its name, the dice's rule for it, and the operation that it
/// is sure to happen to before the dice are asked, if not to any.
pub struct Fault {
    pub name: &'static str,
    pub rule: Value,
    surely: Option<&'static str>,
}

/// Each kind happens so often whatever the dice say: without faults a test
/// shows nothing.
pub const SURELY: u64 = 2;

/// 15 % of DynamoDB's calls are throttled, 8 % are done and their reply is
/// lost, 5 % of the transactions meet another one; of SQS's calls 7 % fail, and
/// 7 % are done and lose their reply. Nothing of ours deletes messages: the event
/// source mappings do, beside the proxy; a killed process stands in for that.
pub fn data_and_queues() -> Vec<Fault> {
    const TRANSACTION: Option<&str> = Some("TransactWriteItems");
    let reasons = json!([{ "Code": "TransactionConflict", "Message": "" }, { "Code": "None" }]);
    let fields = json!({ "CancellationReasons": reasons });
    let conflict = error(json!({ "code": "TransactionCanceledException", "fields": fields }));
    let failed = error(json!({ "code": "InternalError", "status": 500 }));
    vec![
        fault("conflicts", "dynamodb", 0.05, conflict).only(TRANSACTION),
        fault("throttled", "dynamodb", 0.15, error(json!({ "code": "ThrottlingException" }))),
        // Of a read it's only a repeat: the sure ones are of something done.
        fault("replies lost", "dynamodb", 0.08, reply_lost()).surely(TRANSACTION),
        fault("queue failed", "sqs", 0.07, failed),
        fault("queue's replies lost", "sqs", 0.07, reply_lost()),
    ]
}

/// A quarter of the mails are taken and the reply is lost; some are throttled.
pub fn mails() -> Vec<Fault> {
    let throttling = error(json!({ "code": "Throttling", "status": 400 }));
    vec![
        fault("SES throttled", "ses", 0.2, throttling),
        fault(SES_LOST, "ses", 0.25, reply_lost()),
        fault("throttled", "dynamodb", 0.1, error(json!({ "code": "ThrottlingException" }))),
    ]
}

fn error(fault: Value) -> (&'static str, Value) {
    ("error", fault)
}

fn reply_lost() -> (&'static str, Value) {
    ("response", json!({ "abort_bytes": 0 }))
}

fn fault(name: &'static str, service: &str, often: f64, (kind, of): (&str, Value)) -> Fault {
    let rule = json!({ "service": service, "probability": often, kind: of });
    Fault { name, rule, surely: None }
}

impl Fault {
    /// Happens to this operation only.
    fn only(mut self, operation: Option<&'static str>) -> Self {
        self.rule["operation"] = json!(operation);
        self.surely(operation)
    }

    fn surely(self, operation: Option<&'static str>) -> Self {
        Self { surely: operation, ..self }
    }

    /// The rule for what is sure to happen.
    pub fn sure_rule(&self) -> Value {
        let mut rule = self.rule.clone();
        rule["probability"] = json!(1.0);
        rule["times"] = json!(SURELY);
        if self.surely.is_some() {
            rule["operation"] = json!(self.surely);
        }
        rule
    }
}
