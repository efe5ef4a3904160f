//! Every route of the API, tried by everyone who must not call it.

use http::Method;
use portal_lambda::{access::session_key, dynamo::text};
use serde_json::{Value, json};

use crate::{
    outside::aws,
    portal::{Answer, Portal},
    stack::STACK,
};

/// What anyone may call.
const PUBLIC: [&str; 9] = [
    "/api/auth/sign-up",
    "/api/auth/activate",
    "/api/auth/sign-in",
    "/api/auth/sign-out",
    "/api/auth/recovery",
    "/api/auth/recovery/complete",
    "/api/auth/invitations/accept",
    "/api/invoices/prices",
    "/api/invoices/prices/calculate",
];

/// What an operator without further permissions (`customers_read`,
/// `changes_read`) may call.
fn read_only_may(method: &Method, path: &str) -> bool {
    let reads = *method == Method::GET || path.ends_with("/download");
    reads && !path.contains("/office/staff")
}

/// An operation of the description.
struct Operation {
    method: Method,
    path: String,
}

fn operations() -> Vec<Operation> {
    let description: Value = serde_json::from_str(include_str!("../../docs/openapi.json")).unwrap();
    let mut operations = Vec::new();
    for (path, item) in description["paths"].as_object().unwrap() {
        for method in ["get", "post", "put", "patch", "delete"] {
            if !item[method].is_null() {
                let method = method.to_uppercase().parse().unwrap();
                operations.push(Operation { method, path: path.clone() });
            }
        }
    }
    assert!(operations.len() > 30, "the description is thin: {}", operations.len());
    operations
}

impl Operation {
    fn is_public(&self) -> bool {
        PUBLIC.contains(&self.path.as_str())
    }

    fn is_office(&self) -> bool {
        self.path.contains("/office/")
    }

    fn is_a_customers(&self) -> bool {
        self.path.contains("/customers/{customer}") && !self.is_office()
    }

    async fn call(&self, portal: &Portal, customer: &str) -> Answer {
        let path = self.path.replace("{customer}", customer);
        let mut parts =
            path.split('/').map(|part| if part.starts_with('{') { "none" } else { part });
        let path = parts.by_ref().collect::<Vec<_>>().join("/");
        let path = match path.rsplit('/').next() {
            Some("search") => format!("{path}?q=vzor"),
            Some("names") => format!("{path}?customers={customer}"),
            Some("comparison") => format!("{path}?supply_point=none"),
            Some("export") => format!("{path}?form=csv"),
            Some("prices") => format!("{path}?medium=water"),
            _ => path,
        };
        let body = (self.method != Method::GET).then(|| json!({}));
        portal.send(self.method.clone(), &path, body).await
    }

    fn name(&self) -> String {
        format!("{} {}", self.method, self.path)
    }
}

#[tokio::test]
async fn nobody_gets_in_without_a_session() {
    let user = "00000000000000000000000000000000";
    let strangers = [
        Portal::stranger(),
        Portal::with_cookie("__Host-session=forged"),
        Portal::with_cookie(&format!("__Host-session={user}.0123456789abcdef")),
    ];
    for operation in operations().iter().filter(|operation| !operation.is_public()) {
        for stranger in &strangers {
            let answer =
                operation.call(stranger, &STACK.login("household_water").customers[0]).await;
            assert_eq!(answer.status.as_u16(), 401, "{}: {answer:?}", operation.name());
        }
    }
}

#[tokio::test]
async fn another_customers_things_do_not_exist() {
    let portal = Portal::of("household_water").await;
    let foreign = &STACK.login("household_two_register").customers[0];
    let mut tried = 0;
    for operation in operations().iter().filter(|operation| operation.is_a_customers()) {
        let theirs = operation.call(&portal, foreign).await;
        let nobodys = operation.call(&portal, "C-none").await;
        assert_eq!(theirs.status.as_u16(), 404, "{}: {theirs:?}", operation.name());
        assert_eq!(theirs.raw, nobodys.raw, "{}", operation.name());
        tried += 1;
    }
    assert!(tried >= 8, "only {tried} routes name a customer");
}

#[tokio::test]
async fn a_customer_has_no_office() {
    let portal = Portal::of("household_water").await;
    let own = &STACK.login("household_water").customers[0];
    for operation in operations().iter().filter(|operation| operation.is_office()) {
        let answer = operation.call(&portal, own).await;
        assert_eq!(answer.status.as_u16(), 404, "{}: {answer:?}", operation.name());
    }
}

#[tokio::test]
async fn an_operator_has_no_customers_pages_and_no_more_than_is_permitted() {
    let operator = Portal::of("operator_read_only").await;
    let customer = &STACK.login("household_water").customers[0];
    for operation in operations() {
        if operation.is_a_customers() {
            let answer = operation.call(&operator, customer).await;
            assert_eq!(answer.status.as_u16(), 404, "{}: {answer:?}", operation.name());
        }
        if operation.is_office() && !read_only_may(&operation.method, &operation.path) {
            let answer = operation.call(&operator, customer).await;
            assert_eq!(answer.status.as_u16(), 403, "{}: {answer:?}", operation.name());
        }
    }
}

#[tokio::test]
async fn those_who_may_are_let_in() {
    let (portal, operator) = (Portal::of("household_water").await, Portal::of("operator").await);
    let own = &STACK.login("household_water").customers[0];
    for operation in operations().iter().filter(|operation| operation.method == Method::GET) {
        let caller = if operation.is_office() { &operator } else { &portal };
        if operation.path.contains("/office/staff") {
            continue;
        }
        let answer = operation.call(caller, own).await;
        // 404: the further ids in the address are of nothing; never 401, 403 or a failure.
        let status = answer.status.as_u16();
        let deeper = operation.path.matches('{').count()
            > usize::from(operation.path.contains("{customer}"))
            || operation.path.ends_with("/comparison");
        // What was never settled has no usage to compare.
        let unsettled = answer.body["code"] == json!("usage_not_known");
        let allowed = status == 200 || (deeper && (status == 404 || unsettled));
        assert!(allowed, "{}: {answer:?}", operation.name());
    }
}

/// Idleness is counted from a session's last use, so each function must be
/// allowed to write it down.
#[tokio::test]
async fn every_function_writes_down_that_a_session_is_in_use() {
    let login = STACK.login("household_polish");
    let portal = Portal::of("household_polish").await;
    let customer = &login.customers[0];
    let tables = aws_sdk_dynamodb::Client::new(&aws());
    let (user, token) = portal.bearer();
    let key = session_key(&user.parse().unwrap(), &token);
    for path in [
        "/api/account/me".to_owned(),
        "/api/auth/security".to_owned(),
        format!("/api/changes/customers/{customer}/changes"),
        format!("/api/readings/customers/{customer}/meters"),
        format!("/api/invoices/customers/{customer}/documents"),
    ] {
        let earlier = portal_lambda::Clock::default().now() - jiff::Span::new().minutes(6);
        let request = tables.update_item().table_name(&STACK.tables["access"]);
        let request =
            request.set_key(Some(key.clone())).update_expression("SET last_seen_at = :at");
        request.expression_attribute_values(":at", text(earlier)).send().await.unwrap();

        portal.get(&path).await.ok();
        let request = tables.get_item().table_name(&STACK.tables["access"]).consistent_read(true);
        let item = request.set_key(Some(key.clone())).send().await.unwrap().item.unwrap();
        assert_ne!(item["last_seen_at"], text(earlier), "{path} doesn't write it down");
    }
}

#[tokio::test]
async fn a_request_that_another_site_makes_changes_nothing() {
    for operation in operations().iter().filter(|operation| operation.method != Method::GET) {
        let answer = crate::portal::cross_site(&operation.method, &operation.path).await;
        assert_eq!(answer.status.as_u16(), 403, "{}: {answer:?}", operation.name());
        assert_eq!(answer.body["code"], json!("cross_site"));
    }
}
