//! Attribute values, what came of a transaction, and many writes in few calls.

mod each;
mod many;

use aws_sdk_dynamodb::{
    error::SdkError,
    operation::transact_write_items::TransactWriteItemsError,
    types::{AttributeValue, CancellationReason},
};

pub use each::write_each;
pub use many::read_many;

/// A string attribute.
pub fn text(value: impl ToString) -> AttributeValue {
    AttributeValue::S(value.to_string())
}

/// A number attribute, of an integer.
pub fn number(value: impl Into<i128>) -> AttributeValue {
    AttributeValue::N(value.into().to_string())
}

/// Which conditions of a cancelled transaction failed, by the items' positions;
/// `None` when it failed for another reason, which is an error.
pub fn failed_conditions<R>(
    error: &SdkError<TransactWriteItemsError, R>,
) -> Option<Vec<&CancellationReason>> {
    let TransactWriteItemsError::TransactionCanceledException(cancelled) =
        error.as_service_error()?
    else {
        return None;
    };
    let reasons = cancelled.cancellation_reasons();
    let failed = |reason: &&CancellationReason| reason.code() == Some("ConditionalCheckFailed");
    let other = |reason: &CancellationReason| {
        !matches!(reason.code(), None | Some("None" | "ConditionalCheckFailed"))
    };
    if reasons.iter().any(other) || !reasons.iter().any(|reason| failed(&reason)) {
        return None;
    }
    Some(reasons.iter().collect())
}

/// Whether the condition of the item at `position` failed.
pub fn failed_at(reasons: &[&CancellationReason], position: usize) -> bool {
    reasons.get(position).is_some_and(|reason| reason.code() == Some("ConditionalCheckFailed"))
}

/// Whether a transaction met another one on the same items: it may be tried
/// again, the SDK doesn't.
pub fn met_another<R>(error: &SdkError<TransactWriteItemsError, R>) -> bool {
    let Some(TransactWriteItemsError::TransactionCanceledException(cancelled)) =
        error.as_service_error()
    else {
        return matches!(
            error.as_service_error(),
            Some(TransactWriteItemsError::TransactionInProgressException(_))
        );
    };
    let retryable = |code| {
        matches!(code, "TransactionConflict" | "ThrottlingError" | "ProvisionedThroughputExceeded")
    };
    cancelled.cancellation_reasons().iter().any(|reason| reason.code().is_some_and(retryable))
}
