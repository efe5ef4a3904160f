//! A table that keeps what is written and gives lists in pages, as DynamoDB
//! does: for what has to come out the same whatever comes first.
//!
//! Puts with conditions of the forms that our stores write, alone and in
//! transactions; limits, start keys and last keys of queries.

use std::collections::HashMap;

use serde_json::{Value, json};

use super::aws::{plain_item, plain_value, read};

type Tables = HashMap<String, Vec<Value>>;

/// Status and body of the answer to a call.
pub fn answer(tables: &mut Tables, operation: &str, input: &Value) -> (u16, Value) {
    match operation {
        "PutItem" => {
            if !allowed(tables, input) {
                return (400, json!({ "__type": "com.amazonaws#ConditionalCheckFailedException" }));
            }
            keep(tables, input);
            (200, json!({}))
        }
        "TransactWriteItems" => {
            let puts = input["TransactItems"].as_array().unwrap().iter().map(|item| &item["Put"]);
            let puts: Vec<&Value> = puts.collect();
            let code = |put: &&Value| match allowed(tables, put) {
                true => "None",
                false => "ConditionalCheckFailed",
            };
            let codes: Vec<&str> = puts.iter().map(code).collect();
            if codes.iter().any(|code| *code != "None") {
                let reasons: Vec<Value> =
                    codes.iter().map(|code| json!({ "Code": code })).collect();
                let kind = "com.amazonaws#TransactionCanceledException";
                return (400, json!({ "__type": kind, "CancellationReasons": reasons }));
            }
            puts.into_iter().for_each(|put| keep(tables, put));
            (200, json!({}))
        }
        "Query" => (200, page(read(tables, operation, input), input)),
        _ => (200, read(tables, operation, input)),
    }
}

fn keep(tables: &mut Tables, put: &Value) {
    let item = plain_item(&put["Item"]);
    let items = tables.entry(put["TableName"].as_str().unwrap().to_owned()).or_default();
    items.retain(|other| other["pk"] != item["pk"] || other["sk"] != item["sk"]);
    items.push(item);
}

/// Whether one of the terms of a put's condition holds.
fn allowed(tables: &Tables, put: &Value) -> bool {
    let Some(condition) = put["ConditionExpression"].as_str() else { return true };
    let item = plain_item(&put["Item"]);
    let items = tables.get(put["TableName"].as_str().unwrap()).into_iter().flatten();
    let mut items = items.filter(|other| other["pk"] == item["pk"] && other["sk"] == item["sk"]);
    let there = items.next();
    condition.split(" OR ").any(|term| {
        let words: Vec<&str> = term.split(' ').collect();
        match words[..] {
            ["attribute_not_exists(pk)"] => there.is_none(),
            [name, operator, value] => there.is_some_and(|there| {
                let name = put["ExpressionAttributeNames"][name].as_str().unwrap_or(name);
                let held = there[name].as_u64();
                let value = plain_value(&put["ExpressionAttributeValues"][value]).as_u64();
                match operator {
                    "<" => held.is_some() && held < value,
                    "<=" => held.is_some() && held <= value,
                    "=" => held == value,
                    other => panic!("a condition has the operator {other}"),
                }
            }),
            _ => panic!("a condition has the term {term}"),
        }
    })
}

/// The part of a list that is asked for.
fn page(mut whole: Value, input: &Value) -> Value {
    let index = input["IndexName"].as_str().map(|index| format!("{index}_key"));
    let names: Vec<&str> = index.as_deref().into_iter().chain(["sk", "pk"]).collect();
    let falls = input["ScanIndexForward"] == json!(false);
    let place = |item: &Value| -> Vec<String> {
        names.iter().map(|name| item[*name]["S"].as_str().unwrap_or_default().to_owned()).collect()
    };
    let mut items: Vec<Value> = whole["Items"].as_array().cloned().unwrap_or_default();
    if input["ExclusiveStartKey"].is_object() {
        let start = place(&input["ExclusiveStartKey"]);
        items.retain(|item| if falls { place(item) < start } else { place(item) > start });
    }
    let limit = input["Limit"].as_u64().map_or(usize::MAX, |limit| limit as usize);
    if items.len() > limit {
        items.truncate(limit);
        let last = items.last().unwrap();
        let key: serde_json::Map<String, Value> =
            names.iter().map(|name| ((*name).to_owned(), last[*name].clone())).collect();
        whole["LastEvaluatedKey"] = key.into();
    }
    whole["Items"] = items.into();
    whole
}
