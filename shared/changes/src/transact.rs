//! Writing all or nothing, again when another transaction was in the way.

use std::time::Duration;

use anyhow::{Context, Result};
use aws_sdk_dynamodb::{
    Client,
    types::{
        CancellationReason, Put, ReturnValuesOnConditionCheckFailure as OnFailure,
        TransactWriteItem,
    },
};
use portal_lambda::{
    dynamo::{failed_conditions, met_another},
    outbox::Item,
};
use uuid::Uuid;

/// How often a transaction that met another one is tried, in all.
const TRIES: u32 = 4;

/// What came of a transaction.
#[derive(Debug)]
pub enum Transacted {
    Yes,
    /// A condition failed, so nothing was written: one reason per item.
    Refused(Vec<CancellationReason>),
}

/// Writes all `items` or none.
pub async fn transact(client: &Client, items: Vec<TransactWriteItem>) -> Result<Transacted> {
    // One token for all tries of this call, so that a lost answer is no second
    // write. Not the change's id: a person's repeat has another time in it, and
    // DynamoDB refuses the same token with other words.
    let token = Uuid::now_v7().simple().to_string();
    let mut attempt = 1;
    loop {
        let request = client.transact_write_items().client_request_token(&token);
        let error = match request.set_transact_items(Some(items.clone())).send().await {
            Ok(_) => return Ok(Transacted::Yes),
            Err(error) => error,
        };
        if let Some(reasons) = failed_conditions(&error) {
            return Ok(Transacted::Refused(reasons.into_iter().cloned().collect()));
        }
        if attempt == TRIES || !met_another(&error) {
            return Err(error).context("writing a transaction");
        }
        tokio::time::sleep(Duration::from_millis(20 << attempt)).await;
        attempt += 1;
    }
}

/// Writes an item that must not be there yet.
pub(crate) fn put_new(table: &str, item: Item) -> Result<TransactWriteItem> {
    let put = Put::builder()
        .table_name(table)
        .set_item(Some(item))
        .condition_expression("attribute_not_exists(pk)")
        .return_values_on_condition_check_failure(OnFailure::AllOld)
        .build()?;
    Ok(TransactWriteItem::builder().put(put).build())
}

/// Whether the condition of the item at `position` failed.
pub fn failed_at(reasons: &[CancellationReason], position: usize) -> bool {
    reasons.get(position).is_some_and(|reason| reason.code() == Some("ConditionalCheckFailed"))
}
