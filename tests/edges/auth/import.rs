//! Grants follow billing.

use auth::{Imported, import};
use portal_contracts::update::Update;
use serde_json::{Value, json};

use super::{deleted, kept, logins, member, world};
use crate::support::aws::FakeAws;

fn update(version: u64, kind: &str, body: Value) -> Update {
    serde_json::from_value(json!({
        "id": "u-1", "version": version, "customer": "C-1001", "created_at": "2026-03-31T11:00:00Z",
        "type": kind, "body": body,
    }))
    .unwrap()
}

fn customer(version: u64, access: Value, active: bool) -> Update {
    update(
        version,
        "customer",
        json!({
            "name": "Anna Ukázková", "kind": "household", "language": "cs", "active": active, "access": access,
            "address": { "street": "Ukázková", "number": "1", "city": "Vzorov", "postcode": "602 00", "country": "CZ" },
        }),
    )
}

/// Anna sees C-1001 because billing names her address.
fn told() -> FakeAws {
    let aws = world();
    member(&aws, "C-1001");
    aws
}

#[tokio::test]
async fn an_address_that_disappears_loses_its_grant_at_once() {
    for (access, active) in
        [(json!([]), true), (json!([{ "email": "anna@example.com", "role": "holder" }]), false)]
    {
        let aws = told();
        let outcome = import(&logins(&aws), &customer(2, access, active)).await.unwrap();
        assert_eq!(outcome, Imported::Done);
        assert_eq!(deleted(&aws), ["customer#C-1001 member#anna", "user#anna grant#C-1001"]);
    }
}

#[tokio::test]
async fn a_proven_address_that_appears_gets_its_grant_under_billing_s_role() {
    let aws = told();
    let access = json!([
        { "email": "anna@example.com", "role": "holder" },
        { "email": "olga@example.com", "role": "viewer", "supply_point": "P-1" },
        { "email": "unproven@example.com", "role": "holder" },
    ]);
    import(&logins(&aws), &customer(2, access, true)).await.unwrap();
    assert!(deleted(&aws).is_empty());
    let grants = kept(&aws, "grant#C-1001");
    assert_eq!(grants.len(), 2, "nobody gets one for an address that nobody proved");
    let olga = grants.iter().find(|grant| grant["pk"] == "user#olga").unwrap();
    assert_eq!((&olga["role"], &olga["supply_point"]), (&json!("viewer"), &json!("P-1")));
}

#[tokio::test]
async fn what_is_older_changes_nothing() {
    let aws = told();
    let outcome = import(&logins(&aws), &customer(0, json!([]), true)).await.unwrap();
    assert_eq!(outcome, Imported::Older);
    assert_eq!(aws.operations(), ["GetItem"]);
}

#[tokio::test]
async fn invoices_and_meters_are_kept_for_matching() {
    let aws = told();
    let invoices = json!({ "invoices": [
        { "number": "2026002", "issued_on": "2026-03-01", "total": { "minor": 100, "currency": "CZK" } },
    ] });
    import(&logins(&aws), &update(3, "invoices", invoices)).await.unwrap();
    let put = &aws.inputs("PutItem")[0];
    assert_eq!(put["Item"]["sk"]["S"], "invoice#2026002");
    assert_eq!(put["ConditionExpression"], "attribute_not_exists(pk) OR version <= :version");
    let outcome =
        import(&logins(&aws), &update(3, "readings", json!({ "readings": [] }))).await.unwrap();
    assert_eq!(outcome, Imported::NotOurs);
}
