//! The account, payments, what hangs on supply points, files, the office.

use serde_json::{Value, json};

use super::{
    portal,
    told::{sent, status},
    world::{crowns, full},
};
use crate::support::send;

#[tokio::test]
async fn the_account_says_what_is_owed_and_by_when() {
    let aws = full().await;
    let (_, body) = sent(&aws, "account").await;
    assert_eq!(aws.operations(), ["BatchGetItem", "Query"]);
    assert_eq!(body["account"]["number"], "1001-01");
    let open: Vec<_> = body["open"].as_array().unwrap().iter().map(|one| &one["id"]).collect();
    assert_eq!(open, ["RC-5002", "RC-5012", "RC-5003", "RC-5010", "RC-5011"]);
    assert_eq!(body["open"][0]["remaining"], crowns(351_200));
    assert_eq!(body["open"][0]["days_overdue"], 75);
    assert_eq!(body["owed"], crowns(351_200 + 40_000 + 50_000));
    assert_eq!(body["overdue"], crowns(351_200 + 40_000));
    assert_eq!(body["owed_to_you"], crowns(115_800));
    assert_eq!(body["balance"], crowns(351_200 + 40_000 + 50_000 - 115_800));
    assert_eq!(body["next"], json!({ "due_on": "2026-04-01", "amount": crowns(50_000) }));
    assert_eq!(body["others"][0]["owed"], json!({ "minor": 1_250, "currency": "EUR" }));
}

#[tokio::test]
async fn who_may_see_one_point_sees_what_is_owed_for_it_and_no_payment() {
    let aws = full().await;
    let (_, body) = sent(&aws, "account-one-point").await;
    let open: Vec<_> = body["open"].as_array().unwrap().iter().map(|one| &one["id"]).collect();
    assert_eq!(open, ["RC-5002"]);
    assert_eq!(body["account"], Value::Null);
    assert_eq!(body["owed"], crowns(351_200));
    assert_eq!(status(&aws, "list-payments-one-point").await, 404);
}

#[tokio::test]
async fn a_payment_says_what_it_paid() {
    let aws = full().await;
    let (_, body) = sent(&aws, "list-payments").await;
    assert_eq!(aws.operations(), ["BatchGetItem", "Query", "BatchGetItem"]);
    let payments = body["payments"].as_array().unwrap();
    assert_eq!(payments.iter().map(|one| &one["id"]).collect::<Vec<_>>(), ["PM-9002", "PM-9001"]);
    assert_eq!(payments[1]["documents"], json!(["2025-004711"]));
    assert_eq!(payments[1]["unused"], crowns(0));
    assert_eq!(payments[0]["documents"], json!([]));
}

#[tokio::test]
async fn advances_surfaces_and_contracts_hang_on_their_points() {
    let aws = full().await;
    let (_, advances) = sent(&aws, "list-advances").await;
    let from: Vec<_> =
        advances["schedules"].as_array().unwrap().iter().map(|one| &one["valid_from"]).collect();
    assert_eq!(from.last(), Some(&&json!("2025-01-01")));
    let (_, rainwater) = sent(&aws, "list-rainwater").await;
    assert_eq!(rainwater["declarations"][0]["yearly_quantity"], "481.43");
    let (_, papers) = sent(&aws, "list-papers").await;
    let ids: Vec<_> = papers["papers"].as_array().unwrap().iter().map(|one| &one["id"]).collect();
    assert_eq!(ids, ["DOC-78", "DOC-77"]);
    assert!(!papers.to_string().contains("billing/"), "a file's key is nobody's business");
}

#[tokio::test]
async fn a_file_is_given_by_an_address_that_ends_and_the_journal_knows() {
    let aws = full().await;
    let (_, body) = sent(&aws, "download-document").await;
    assert_eq!(aws.operations(), ["BatchGetItem", "BatchGetItem", "PutItem"]);
    let url = body["url"].as_str().unwrap();
    let start = "https://documents.s3.eu-central-1.amazonaws.com/billing/invoices/2026-000900.pdf?\
                 response-content-disposition=attachment%3B%20filename%3D%222026-000900.pdf%22&\
                 response-content-type=application%2Fpdf&X-Amz-Algorithm=AWS4-HMAC-SHA256&";
    assert!(url.starts_with(start), "{url}");
    assert!(url.contains("X-Amz-Expires=120&") && url.contains("&X-Amz-Signature="), "{url}");
    assert_eq!(body["file_name"], "2026-000900.pdf");
    assert_eq!(body["expires_at"], "2026-03-31T12:02:00Z");
    let entry = &aws.inputs("PutItem")[0]["Item"];
    assert_eq!(entry["pk"]["S"], "user#anna");
    assert_eq!(entry["action"]["S"], "downloaded");
    assert_eq!(entry["detail"]["S"], "C-1001 2026-000900.pdf");

    let (_, paper) = sent(&aws, "download-paper").await;
    assert_eq!(paper["file_name"], "S-2019-77-1.pdf");
    assert_eq!(status(&aws, "download-paper-missing").await, 404);
    assert_eq!(status(&aws, "download-document-malformed").await, 400);
}

#[tokio::test]
async fn what_billing_sent_no_file_of_is_made_once() {
    let aws = full().await;
    assert_eq!(sent(&aws, "download-document-to-make").await, (200, json!({ "make": true })));
    let made = |version: u64| {
        json!({
            "pk": "C-1001", "sk": "made#2026-110077#pdf-cs", "version": version,
            "body": json!({
                "form": "pdf-cs", "key": "made/C-1001/x.pdf", "version": version, "size": 1,
                "made_at": "2026-03-31T11:00:00Z",
            }).to_string(),
        })
    };
    let version =
        super::told::example("invoices-advance-tax-document")["version"].as_u64().unwrap();
    aws.put("invoices", made(version));
    let (_, body) = sent(&aws, "download-document-to-make").await;
    assert!(body["url"].as_str().unwrap().contains("/made/C-1001/x.pdf?"), "{body}");
    assert_eq!(body["file_name"], "2026-110077.pdf");
    aws.put("invoices", made(version - 1));
    let (_, body) = sent(&aws, "download-document-to-make").await;
    assert_eq!(body, json!({ "make": true }), "it was made of what is out of date");
}

#[tokio::test]
async fn accounting_software_gets_what_it_reads() {
    let aws = full().await;
    let (code, body) = sent(&aws, "download-document-isdoc").await;
    assert_eq!(code, 200, "{body}");
    assert_eq!(body["url"], "/api/invoices/customers/C-1001/documents/2025-004711/files/isdoc");
    assert_eq!(body["file_name"], "2025-004711.isdoc");
    for (event, root) in [("show-file", "<Invoice "), ("show-file-ubl", "Invoice-2")] {
        let answer = send(portal(&aws), &format!("invoices/{event}")).await;
        assert_eq!(answer.status, 200, "{answer:?}");
        assert_eq!(answer.headers["content-type"], "application/xml");
        assert!(answer.body.contains(root) && answer.body.contains("2025-004711"));
        assert_eq!(aws.inputs("PutItem").last().unwrap()["Item"]["action"]["S"], "downloaded");
    }
    assert_eq!(status(&aws, "show-file-foreign").await, 404);
    assert_eq!(status(&aws, "show-file-other-point").await, 404);
    assert_eq!(status(&aws, "show-file-unknown").await, 404);
    let (code, body) = sent(&aws, "show-file-without-buyer").await;
    assert_eq!((code, &body["code"]), (422, &json!("invoice_without_buyer")));
}

#[tokio::test]
async fn an_operator_s_look_is_in_the_journal() {
    for (event, what) in [
        ("office-account", "account"),
        ("office-list-advances", "advances"),
        ("office-list-documents", "documents"),
        ("office-list-payments", "payments"),
        ("office-show-document", "document 2025-004711"),
        ("office-download-document", "file of 2026-000900"),
        ("office-show-file", "file of 2025-004711"),
    ] {
        let aws = full().await;
        assert_eq!(status(&aws, event).await, 200, "{event}");
        let entry = aws.inputs("PutItem")[0]["Item"].clone();
        assert_eq!(entry["pk"]["S"], "customer#C-1001", "{event}");
        assert_eq!(entry["actor"]["S"], "rene");
        assert_eq!(entry["detail"]["S"], what);
        let refused = [("by-customer", 404), ("without-second-factor", 403), ("signed-out", 401)];
        for (who, expected) in refused {
            assert_eq!(status(&aws, &format!("{event}-{who}")).await, expected, "{event} {who}");
        }
    }
}

#[tokio::test]
async fn a_group_is_all_that_somebody_may_see() {
    let aws = full().await;
    aws.put(
        "access",
        json!({
            "pk": "user#anna", "sk": "grant#C-2002", "customer": "C-2002", "role": "viewer",
            "since": "2025-01-01T00:00:00Z",
        }),
    );
    let (_, body) = sent(&aws, "group").await;
    let owed: Vec<_> = body["customers"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| (one["customer"].as_str().unwrap(), one["overdue"]["minor"].as_i64().unwrap()))
        .collect();
    assert_eq!(owed, [("C-1001", 351_200 + 40_000), ("C-2002", 351_200)]);
    let (_, body) = sent(&aws, "group-documents").await;
    let documents = body["documents"].as_array().unwrap().iter();
    let documents: Vec<_> = documents
        .map(|one| (one["customer"].as_str().unwrap(), one["number"].as_str().unwrap()))
        .collect();
    assert_eq!(documents.len(), 8);
    assert!(documents.is_sorted_by_key(|(_, number)| {
        let place = documents.iter().position(|(_, other)| other == number);
        let issued = &body["documents"][place.unwrap()]["issued_on"];
        std::cmp::Reverse(issued.as_str().unwrap().to_owned())
    }));
    assert!(documents.contains(&("C-2002", "2026-000112")));
    let (_, body) = sent(&aws, "group-receivables").await;
    let due = body["receivables"].as_array().unwrap().iter();
    let due: Vec<_> = due.map(|one| one["due_on"].as_str().unwrap()).collect();
    assert!(due.is_sorted() && due.len() > 5, "{due:?}");
}

#[tokio::test]
async fn a_group_of_one_point_is_that_point() {
    let aws = full().await;
    let (_, body) = sent(&aws, "group-one-point").await;
    assert_eq!(body["customers"][0]["supply_point"], "P-1");
    assert_eq!(body["customers"][0]["owed"], crowns(351_200));
    let (_, body) = sent(&aws, "group-receivables-one-point").await;
    assert_eq!(body["receivables"].as_array().unwrap().len(), 1);
    let (_, body) = sent(&aws, "group-documents-one-point").await;
    assert_eq!(body["documents"].as_array().unwrap().len(), 4);
    let csv = send(portal(&aws), "invoices/export-one-point").await.body;
    assert!(!csv.contains("2026-000999"), "{csv}");
}

#[tokio::test]
async fn a_group_s_documents_are_exported() {
    let aws = full().await;
    let answer = send(portal(&aws), "invoices/export").await;
    assert_eq!(answer.status, 200);
    assert_eq!(answer.headers["content-type"], "text/csv; charset=utf-8");
    let disposition = "attachment; filename=\"documents-2026-03-31.csv\"";
    assert_eq!(answer.headers["content-disposition"], disposition);
    let lines: Vec<&str> = answer.body.lines().collect();
    assert_eq!(lines.len(), 8);
    let expected = "C-1001,2026-000999,invoice,2026-02-15,2026-03-01,,,500.00,100.00,400.00,CZK,\
                    overdue,30,2026000900,P-1 P-2";
    assert_eq!(lines[4], expected);
    let answer = send(portal(&aws), "invoices/export-receivables").await;
    assert!(answer.body.contains("RC-5003,2026-000815,2026-02-16,2026-03-02,-1158.00,"));
    assert_eq!(status(&aws, "export-malformed").await, 400);
    assert_eq!(send(portal(&aws), "invoices/export-xlsx").await.status, 200);
}
