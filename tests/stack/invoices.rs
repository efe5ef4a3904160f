//! Invoices and what is owed: the portal shows what billing knows, recomputes
//! it, and hands files to nobody else.

use std::{collections::BTreeMap, time::Duration};

use futures_util::{StreamExt, stream};
use http::{HeaderMap, Request, StatusCode};
use http_body_util::{BodyExt, Full};
use hyper_util::{client::legacy::Client, rt::TokioExecutor};
use portal_contracts::{
    invoice::{Invoice, InvoiceKind},
    update::{Invoices, Update, UpdateBody},
};
use portal_domain::{CustomerId, InvoiceNumber};
use portal_lambda::{Bucket, Clock, bucket::Attachment};
use serde_json::{Value, json};
use synthetic::{queue::Updates, wrong::Wrong};

use crate::{
    money::{books, document_path, personas, said_by_billing, said_by_portal, whole_list},
    outside::aws,
    portal::{Portal, eventually},
    reading::today,
    stack::STACK,
};

/// Numbers of the documents that these tests spoil begin so.
const SPOILT: &str = "SPOILT";

/// How many requests at once.
const AT_ONCE: usize = 6;

#[tokio::test]
async fn what_a_customer_owes_is_what_billing_s_ledger_says() {
    let mut overdue = 0;
    for (portal, customer) in personas().await {
        let path = format!("/api/invoices/customers/{customer}/account");
        // Wishes of other tests change what is open meanwhile.
        let shown = eventually(&format!("the balance of {customer}"), async || {
            let shown = said_by_portal(&portal.get(&path).await.ok());
            let known = said_by_billing(books().account(&customer)?, &today());
            if shown != known {
                eprintln!("{customer}: {shown:?}, billing: {known:?}");
            }
            (shown == known).then_some(shown)
        })
        .await;
        overdue += shown.values().filter(|open| open.overdue > 0).count();
    }
    assert!(overdue >= 2, "only {overdue} customers owe something that is overdue");
}

#[tokio::test]
async fn no_coin_of_a_payment_appears_or_vanishes() {
    let mut tried = 0;
    for (portal, customer) in personas().await {
        let of = format!("/api/invoices/customers/{customer}");
        let payments = whole_list(&portal, &format!("{of}/payments"), "payments").await;
        for payment in &payments {
            let allocations = payment["allocations"].as_array().unwrap().iter();
            let allocated: i64 = allocations.map(|one| minor(&one["amount"])).sum();
            let amount = minor(&payment["amount"]);
            assert!(allocated.abs() <= amount.abs(), "{payment}");
            assert_eq!(minor(&payment["unused"]), amount - allocated, "{payment}");
            tried += 1;
        }
        let known = books();
        let account = known.account(&customer).unwrap();
        for receivable in account.receivables.iter().filter(|one| !one.cancelled) {
            let of_it = payments.iter().flat_map(|one| one["allocations"].as_array().unwrap());
            let of_it = of_it.filter(|one| one["receivable"] == json!(receivable.id));
            let paid: i64 = of_it.map(|one| minor(&one["amount"])).sum();
            assert_eq!(paid, receivable.settled.minor, "{receivable:?}");
        }
    }
    assert!(tried > 100, "only {tried} payments");
}

#[tokio::test]
async fn every_invoice_of_the_demo_computes_again() {
    let mut computed = 0;
    for (portal, customer) in personas().await {
        let path = format!("/api/invoices/customers/{customer}/documents");
        let documents = whole_list(&portal, &path, "documents").await;
        let numbers = documents
            .iter()
            .filter(|document| document["has_breakdown"] == json!(true))
            .map(|document| document["number"].as_str().unwrap().to_owned())
            .filter(|number| !number.starts_with(SPOILT));
        let looks = stream::iter(numbers.collect::<Vec<_>>()).map(|number| {
            let (portal, path) = (&portal, document_path(customer.as_str(), &number));
            async move {
                let whole = portal.get(&path).await.ok();
                let check = &whole["check"];
                assert_eq!(check["differs"], json!(false), "{number}: {check}");
                // An advance follows from no reading and no price list, nor does a
                // sum that is given back: those can't be counted anew.
                let findings = check["findings"].as_array().unwrap();
                let bare = [json!("no_bases"), json!("no_price_list")];
                let bare = findings.iter().all(|found| bare.contains(&found["code"]));
                let settles = whole["document"]["kind"] == json!("settlement");
                assert!(bare && (findings.is_empty() || !settles), "{number}: {check}");
                assert_eq!(check["agrees"], json!(findings.is_empty()), "{number}: {check}");
            }
        });
        computed += looks.buffer_unordered(AT_ONCE).count().await;
    }
    assert!(computed > 100, "only {computed} documents have a breakdown");
}

#[tokio::test]
async fn a_wrong_invoice_is_found_and_says_where() {
    let customer: CustomerId = STACK.login("household_letter").customers[0].parse().unwrap();
    let portal = Portal::of("household_letter").await;
    let known = books();
    let account = known.account(&customer).unwrap();
    let settlement = account.invoices.iter().rfind(|one| one.kind == InvoiceKind::Settlement);
    let settlement = settlement.unwrap();
    let ways = [Wrong::State, Wrong::Price, Wrong::VatAmount, Wrong::Advances, Wrong::Payable];
    let now = Clock::default().now();
    let spoilt: BTreeMap<String, (Wrong, Invoice)> = ways
        .into_iter()
        .map(|way| {
            let number = format!("{SPOILT}-{way:?}");
            let number: InvoiceNumber = number.parse().unwrap();
            let invoice = way.spoil(settlement).unwrap_or_else(|| panic!("no {way:?} there"));
            (number.to_string(), (way, Invoice { number, ..invoice }))
        })
        .collect();
    let invoices = spoilt.values().map(|(_, invoice)| invoice.clone()).collect();
    let update = Update {
        id: format!("spoilt-{}", now.as_millisecond()),
        version: u64::try_from(now.as_millisecond()).unwrap(),
        customer: customer.clone(),
        created_at: now,
        body: UpdateBody::Invoices(Invoices { invoices }),
    };
    let client = aws_sdk_sqs::Client::new(&aws());
    let updates = Updates::new(client, STACK.queues["billing_updates"].clone());
    updates.send(&[update]).await.unwrap();
    for (number, (way, _)) in &spoilt {
        let path = document_path(customer.as_str(), number);
        let whole = eventually(&format!("{number} in the portal"), async || {
            let answer = portal.get(&path).await;
            answer.status.is_success().then_some(answer.body)
        })
        .await;
        let check = &whole["check"];
        assert_eq!((&check["agrees"], &check["differs"]), (&json!(false), &json!(true)), "{check}");
        let codes = way.codes().iter().map(|code| serde_json::to_value(code).unwrap());
        let codes: Vec<Value> = codes.collect();
        let findings = check["findings"].as_array().unwrap();
        let found = findings.iter().any(|finding| codes.contains(&finding["code"]));
        assert!(found, "{way:?}: {check}");
    }
}

#[tokio::test]
async fn a_document_is_handed_to_its_customer_and_to_nobody_else() {
    let (boris, anna) = ("household_two_register", "household_water");
    let (boris_at, anna_at) = (Portal::of(boris).await, Portal::of(anna).await);
    let (own, others) = (&STACK.login(boris).customers[0], &STACK.login(anna).customers[0]);
    let path = format!("/api/invoices/customers/{own}/documents");
    let documents = whole_list(&boris_at, &path, "documents").await;
    let with_file = documents.iter().find(|one| one["has_file"] == json!(true));
    let number = with_file.expect("a document with a file")["number"].as_str().unwrap();
    let download = format!("{}/download", document_path(own, number));
    let wish = json!({ "form": "pdf", "language": "cs" });

    let address = boris_at.post(&download, wish.clone()).await.ok();
    assert_eq!(address["file_name"], json!(format!("{}.pdf", number.replace('/', "-"))));
    let url = address["url"].as_str().unwrap();
    let (status, headers, pdf) = fetch(url).await;
    assert_eq!(status, StatusCode::OK);
    assert!(pdf.starts_with(b"%PDF-"), "no PDF");
    assert_eq!(headers["content-type"], "application/pdf");
    let disposition = headers["content-disposition"].to_str().unwrap();
    let name = address["file_name"].as_str().unwrap();
    assert!(disposition.starts_with("attachment") && disposition.contains(name), "{disposition}");

    // Whoever isn't that customer has no such document, in either way.
    let of_anna = format!("{}/download", document_path(others, number));
    for (portal, path) in [(&anna_at, &download), (&anna_at, &of_anna), (&boris_at, &of_anna)] {
        assert_eq!(portal.post(path, wish.clone()).await.status, StatusCode::NOT_FOUND, "{path}");
    }
}

#[tokio::test]
async fn a_signed_address_is_good_for_its_file_and_its_time() {
    let role = "household_two_register";
    let (portal, customer) = (Portal::of(role).await, &STACK.login(role).customers[0]);
    let path = format!("/api/invoices/customers/{customer}/documents");
    let documents = whole_list(&portal, &path, "documents").await;
    let of_files = documents.iter().filter(|one| one["has_file"] == json!(true)).take(2);
    let mut urls = Vec::new();
    for document in of_files {
        let path = document_path(customer, document["number"].as_str().unwrap());
        let wish = json!({ "form": "pdf", "language": "cs" });
        let address = portal.post(&format!("{path}/download"), wish).await.ok();
        urls.push(address["url"].as_str().unwrap().to_owned());
    }
    let [one, other] = urls.try_into().expect("two documents with a file");
    let (place, signed) = one.split_once('?').unwrap();
    let (elsewhere, _) = other.split_once('?').unwrap();
    assert_eq!(fetch(&one).await.0, StatusCode::OK);
    assert_eq!(fetch(place).await.0, StatusCode::FORBIDDEN, "unsigned");
    let moved = format!("{elsewhere}?{signed}");
    assert_eq!(fetch(&moved).await.0, StatusCode::FORBIDDEN, "signed for another file");

    // The same file, signed anew: now, and three minutes ago for two.
    let below = place.strip_prefix(&STACK.aws_endpoint).unwrap().trim_start_matches('/');
    let (bucket, key) = below.split_once('/').unwrap();
    let bucket = Bucket::new(&aws(), bucket).unwrap();
    let key = key.replace("%2F", "/");
    let now = Clock::default().now();
    for (at, status) in
        [(now, StatusCode::OK), (now - jiff::Span::new().minutes(3), StatusCode::FORBIDDEN)]
    {
        let file = Attachment { file_name: "a.pdf", media_type: "application/pdf" };
        let address = bucket.address(&key, file, at, Duration::from_secs(120)).await.unwrap();
        assert_eq!(fetch(&address).await.0, status, "signed at {at}");
    }
}

/// Isdoc says what is left of an advance's tax once more; what is to be paid is
/// the same in all of them.
#[tokio::test]
async fn page_isdoc_and_ubl_say_the_same_sums() {
    let mut compared = BTreeMap::new();
    for role in ["household_two_register", "business", "household_polish"] {
        let portal = Portal::of(role).await;
        let customer = &STACK.login(role).customers[0];
        let path = format!("/api/invoices/customers/{customer}/documents");
        for document in whole_list(&portal, &path, "documents").await {
            let kind = document["kind"].as_str().unwrap().to_owned();
            let some = compared.entry((role, kind)).or_insert(0);
            if document["has_breakdown"] != json!(true) || *some >= 2 {
                continue;
            }
            *some += 1;
            let path = document_path(customer, document["number"].as_str().unwrap());
            let whole = portal.get(&path).await.ok();
            let totals = &whole["document"]["breakdown"]["totals"];
            let said = ["net", "gross", "payable"].map(|name| minor(&totals[name]));
            for (form, prefix) in [("isdoc", ""), ("ubl", "cbc:")] {
                let answer = portal.get(&format!("{path}/files/{form}")).await;
                assert_eq!(answer.status, StatusCode::OK, "{path} {form}: {answer:?}");
                let xml = String::from_utf8(answer.raw.to_vec()).unwrap();
                let sums = ["TaxExclusiveAmount", "TaxInclusiveAmount", "PayableAmount"];
                let sums = sums.map(|name| total(&xml, &format!("{prefix}{name}")));
                assert_eq!(sums.map(i64::abs), said.map(i64::abs), "{path} {form}");
            }
        }
    }
    let kinds: Vec<_> = compared.iter().filter(|(_, count)| **count > 0).collect();
    assert!(kinds.len() >= 5, "{kinds:?}");
}

/// The utility has price lists of two countries.
#[tokio::test]
async fn tariffs_are_compared_in_the_customer_s_own_currency() {
    for (role, currency) in [("household_two_register", "CZK"), ("household_polish", "PLN")] {
        let portal = Portal::of(role).await;
        let customer = &STACK.login(role).customers[0];
        let path = format!("/api/invoices/customers/{customer}/settlements");
        let settlements = portal.get(&path).await.ok();
        let point = settlements["settlements"][0]["used"][0]["supply_point"].as_str().unwrap();
        let path = format!("/api/invoices/customers/{customer}/comparison?supply_point={point}");
        let compared = portal.get(&path).await.ok();
        let offers = compared["from_today"]["offers"].as_array().unwrap();
        assert!(offers.iter().all(|offer| offer["currency"] == json!(currency)), "{compared}");
        let own = offers.iter().any(|offer| offer["product"] == compared["product"]);
        assert!(own, "what they have isn't among the offers: {compared}");
    }
    let usage = json!({ "medium": "water", "usage": { "T": "100" } });
    let anybody = Portal::stranger().post("/api/invoices/prices/calculate", usage).await.ok();
    let offers = anybody["offers"].as_array().unwrap();
    assert!(!offers.is_empty(), "{anybody}");
    assert!(offers.iter().all(|offer| offer["currency"] == json!("CZK")), "{anybody}");
}

fn minor(money: &Value) -> i64 {
    money["minor"].as_i64().unwrap_or_else(|| panic!("no money: {money}"))
}

/// The amount in the element `name` of the document's sums, in minor units.
fn total(xml: &str, name: &str) -> i64 {
    let sums = xml.split_once("LegalMonetaryTotal").unwrap().1;
    let element = sums.split_once(&format!("<{name}")).unwrap_or_else(|| panic!("no {name}")).1;
    let text = element.split_once('>').unwrap().1.split_once('<').unwrap().0;
    let amount: rust_decimal::Decimal = text.parse().unwrap();
    let hundredths = amount * rust_decimal::Decimal::ONE_HUNDRED;
    assert!(hundredths.is_integer(), "{name}: {amount}");
    i64::try_from(hundredths).unwrap()
}

/// Gets a file as a browser does: without a cookie.
async fn fetch(url: &str) -> (StatusCode, HeaderMap, Vec<u8>) {
    let client = Client::builder(TokioExecutor::new()).build_http();
    let request = Request::get(url).body(Full::<bytes::Bytes>::default()).unwrap();
    let (head, body) = client.request(request).await.unwrap().into_parts();
    (head.status, head.headers, body.collect().await.unwrap().to_bytes().to_vec())
}
