//! Where a list goes on: the last key read, opaque to the client.

use std::{collections::HashMap, fmt::Debug};

use aws_sdk_dynamodb::{error::SdkError, operation::query::QueryError, types::AttributeValue};
use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};

use crate::{Error, dynamo::text};

/// The cursor that continues after `key`. The partition key stays out of it:
/// it is the caller's own, and never taken from what a client sends.
pub fn after(key: Option<&HashMap<String, AttributeValue>>, names: &[&str]) -> Option<String> {
    let key = key?;
    let values: Option<Vec<&str>> =
        names.iter().map(|name| key.get(*name)?.as_s().ok().map(String::as_str)).collect();
    Some(URL_SAFE_NO_PAD.encode(values?.join("\n")))
}

/// DynamoDB's keys are no longer than that, in bytes.
const LONGEST_VALUE: usize = 1024;

/// What a query failed of that began at a client's cursor: one that DynamoDB
/// finds outside of the list is the client's slip, not ours.
pub fn failed<R>(error: SdkError<QueryError, R>, cursor: Option<&str>, doing: &'static str) -> Error
where
    R: Debug + Send + Sync + 'static,
{
    let refused = error.as_service_error().and_then(|error| error.meta().code());
    match (cursor, refused) {
        (Some(_), Some("ValidationException")) => Error::Malformed("malformed_cursor"),
        _ => Error::Internal(anyhow::Error::from(error).context(doing)),
    }
}

/// The values of `names` that `cursor` holds, as the start key of a query.
pub fn read(cursor: &str, names: &[&str]) -> Result<HashMap<String, AttributeValue>, Error> {
    let unreadable = || Error::Malformed("malformed_cursor");
    let bytes = URL_SAFE_NO_PAD.decode(cursor).map_err(|_| unreadable())?;
    let values = String::from_utf8(bytes).map_err(|_| unreadable())?;
    let values: Vec<&str> = values.split('\n').collect();
    let fits = |value: &&str| (1..=LONGEST_VALUE).contains(&value.len());
    if values.len() != names.len() || !values.iter().all(fits) {
        return Err(unreadable());
    }
    Ok(names.iter().zip(values).map(|(name, value)| ((*name).to_owned(), text(value))).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cursor_reads_back_and_hides_the_partition() {
        let key = [("pk", "C-1"), ("sk", "reading#1")];
        let key: HashMap<_, _> = key.map(|(name, value)| (name.to_owned(), text(value))).into();
        let cursor = after(Some(&key), &["sk"]).unwrap();
        assert_eq!(read(&cursor, &["sk"]).unwrap(), [("sk".to_owned(), text("reading#1"))].into());
    }

    #[test]
    fn a_cursor_that_is_not_ours_is_refused() {
        assert!(read("?", &["sk"]).is_err());
        assert!(read("", &["sk"]).is_err());
        assert!(read(&URL_SAFE_NO_PAD.encode("a\nb"), &["sk"]).is_err());
        assert!(read(&URL_SAFE_NO_PAD.encode("a".repeat(1025)), &["sk"]).is_err());
    }
}
