//! What billing tells, and what the index makes of it.

use account::{Imported, import};
use serde_json::{Value, json};

use super::{customer, customers, plain_item, point, supply_points, tell, told, update};
use crate::support::aws::FakeAws;

/// The keys that batch writes put and deleted, as `{pk} {sk}`.
fn entries(aws: &FakeAws, request: &str, key: &str) -> Vec<String> {
    let batches = aws.inputs("BatchWriteItem");
    let writes = batches.iter().flat_map(|batch| {
        batch["RequestItems"]["account"].as_array().unwrap().iter().filter_map(|write| {
            let key = plain_item(write.get(request)?.get(key)?);
            Some(format!("{} {}", key["pk"].as_str()?, key["sk"].as_str()?))
        })
    });
    writes.collect()
}

#[tokio::test]
async fn a_customer_is_kept_unless_a_newer_one_is() {
    let aws = FakeAws::default();
    let update = customer("C-1", "Anna", "anna@example.com");
    assert_eq!(import(&customers(&aws), &update).await.unwrap(), Imported::Kept);
    let put = &aws.inputs("PutItem")[0];
    assert_eq!(put["ConditionExpression"], "attribute_not_exists(pk) OR version <= :version");
    assert_eq!(put["ExpressionAttributeValues"], json!({ ":version": { "N": "1" } }));
    let item = plain_item(&put["Item"]);
    assert_eq!((&item["pk"], &item["sk"]), (&json!("C-1"), &json!("customer")));

    aws.forget_calls();
    aws.refuse("PutItem", "ConditionalCheckFailedException", json!({}));
    assert_eq!(import(&customers(&aws), &update).await.unwrap(), Imported::Older);
    assert_eq!(aws.operations(), ["PutItem"]);
}

#[tokio::test]
async fn a_name_stands_in_the_index_under_each_of_its_endings() {
    let aws = FakeAws::default();
    tell(&aws, &customer("C-1", "Žaneta", "z@example.com")).await;
    let put = entries(&aws, "PutRequest", "Item");
    for entry in
        ["find#zan zaneta#C-1", "find#ane aneta#C-1", "find#net neta#C-1", "find#eta eta#C-1"]
    {
        assert!(put.iter().any(|put| put == entry), "{entry}");
    }
    assert!(put.iter().all(|put| put.ends_with("#C-1")));
    assert!(entries(&aws, "DeleteRequest", "Key").is_empty());
    let batches = aws.inputs("BatchWriteItem");
    let longest =
        batches.iter().map(|batch| batch["RequestItems"]["account"].as_array().unwrap().len());
    assert_eq!(longest.max(), Some(25));
    // The words come last: they say that the entries are there.
    assert_eq!(aws.operations().last().unwrap(), "PutItem");
    let words = plain_item(&aws.inputs("PutItem")[1]["Item"]);
    assert_eq!((&words["sk"], &words["revision"]), (&json!("words"), &json!(1)));
}

#[tokio::test]
async fn a_changed_name_leaves_no_entry_behind_and_touches_no_other() {
    let aws = told().await;
    let mut married = customer("C-1001", "Anna Jinde", "anna@example.com");
    married.version = 3;
    import(&customers(&aws), &married).await.unwrap();
    let gone = entries(&aws, "DeleteRequest", "Key");
    assert!(gone.contains(&"find#uka ukazkova#C-1001".to_owned()), "{gone:?}");
    // `ova` of `Vzorová` is still there.
    assert!(!gone.contains(&"find#ova ova#C-1001".to_owned()), "{gone:?}");
    let mut new = entries(&aws, "PutRequest", "Item");
    new.sort();
    assert_eq!(new, ["find#ind inde#C-1001", "find#jin jinde#C-1001", "find#nde nde#C-1001"]);
}

#[tokio::test]
async fn the_same_update_again_writes_no_index() {
    let aws = told().await;
    let again = customer("C-1001", "Anna Ukázková", "anna@example.com");
    assert_eq!(import(&customers(&aws), &again).await.unwrap(), Imported::Kept);
    assert_eq!(aws.operations(), ["PutItem", "GetItem"]);
}

#[tokio::test]
async fn a_try_that_broke_off_is_done_over() {
    let aws = FakeAws::default();
    let update = customer("C-1", "Anna", "anna@example.com");
    aws.refuse("BatchWriteItem", "InternalServerError", json!({}));
    assert!(import(&customers(&aws), &update).await.is_err());
    assert_eq!(aws.inputs("PutItem").len(), 1, "the words were not kept");
    aws.forget_calls();
    tell(&aws, &update).await;
    assert!(!entries(&aws, "PutRequest", "Item").is_empty());
    assert_eq!(aws.inputs("PutItem").len(), 2);
}

#[tokio::test]
async fn what_a_batch_left_over_is_sent_again() {
    let aws = FakeAws::default();
    let left = json!({ "PutRequest": { "Item": { "pk": { "S": "find#ann" }, "sk": { "S": "anna#C-1" } } } });
    aws.answer("BatchWriteItem", json!({ "UnprocessedItems": { "account": [left] } }));
    tell(&aws, &customer("C-1", "Anna", "anna@example.com")).await;
    let put = entries(&aws, "PutRequest", "Item");
    assert_eq!(put.iter().filter(|put| *put == "find#ann anna#C-1").count(), 2);
}

#[tokio::test]
async fn two_imports_at_once_do_not_both_count() {
    let aws = told().await;
    let mut other = customer("C-1001", "Anna Jinde", "anna@example.com");
    other.version = 3;
    import(&customers(&aws), &other).await.unwrap();
    let words = &aws.inputs("PutItem")[1];
    assert_eq!(words["ConditionExpression"], "attribute_not_exists(pk) OR revision = :read");
    assert_eq!(words["ExpressionAttributeValues"], json!({ ":read": { "N": "2" } }));
}

#[tokio::test]
async fn of_many_points_the_older_ones_are_left_alone() {
    let aws = told().await;
    aws.cancel_transaction(&["ConditionalCheckFailed", "None"]);
    let points = [point("P-1", "55", "E-111"), point("P-3", "77", "E-333")];
    let update = supply_points("C-1001", &points);
    assert_eq!(import(&customers(&aws), &update).await.unwrap(), Imported::Kept);
    let new = entries(&aws, "PutRequest", "Item");
    assert!(new.contains(&"find#omp omp3#C-1001".to_owned()), "{new:?}");
    // The point that may be kept is, without the other; then the words.
    let [point, words] = &aws.inputs("PutItem")[..] else { panic!("{:?}", aws.operations()) };
    assert_eq!(point["Item"]["sk"], json!({ "S": "point#P-3" }));
    let words: Value = plain_item(&words["Item"]);
    assert!(words.to_string().contains("Vzorová 77") && words.to_string().contains("Vzorová 12"));
    assert!(!words.to_string().contains("Vzorová 55"));
}

#[tokio::test]
async fn what_this_feature_does_not_keep_is_left_to_others() {
    let aws = FakeAws::default();
    let readings = update("C-1", 1, "readings", json!({ "readings": [] }));
    assert_eq!(import(&customers(&aws), &readings).await.unwrap(), Imported::NotOurs);
    assert!(aws.operations().is_empty());
}
