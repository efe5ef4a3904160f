//! Who may come in, whatever the feature.

use axum::{Router, extract::FromRef, routing::get};
use portal_lambda::{Access, Clock, Holder, Operator, Session, Viewer, permission};

use crate::support::{self, aws::FakeAws, clock, send, world};

#[derive(Clone, FromRef)]
struct App {
    access: Access,
    clock: Clock,
}

/// Four doors, one for each kind of caller.
fn doors(aws: &FakeAws) -> Router {
    Router::new()
        .route(
            "/doors/session",
            get(async |session: Session| session.user.to_string()).post(async |_: Session| "in"),
        )
        .route(
            "/doors/customers/{customer}",
            get(async |viewer: Viewer| viewer.customer.to_string()),
        )
        .route("/doors/customers/{customer}/holder", get(async |_: Holder| "holder"))
        .route("/doors/office", get(async |_: Operator<permission::ChangesDecide>| "operator"))
        .with_state(App { access: support::access(aws), clock: clock() })
}

async fn status(event: &str) -> u16 {
    send(doors(&world()), &format!("doors/{event}")).await.status.as_u16()
}

#[tokio::test]
async fn a_session_opens_the_door_and_costs_one_call() {
    let aws = world();
    let answer = send(doors(&aws), "doors/session").await;
    assert_eq!(format!("{answer:?}"), "200 anna");
    assert_eq!(aws.operations(), ["BatchGetItem"]);
}

#[tokio::test]
async fn without_a_session_or_with_an_ended_one_there_is_no_way_in() {
    assert_eq!(status("session-signed-out").await, 401);
    assert_eq!(status("session-ended").await, 401);
    assert_eq!(status("session-forged").await, 401);
}

#[tokio::test]
async fn a_foreign_customer_looks_like_one_that_does_not_exist() {
    assert_eq!(status("customer").await, 200);
    let foreign = send(doors(&world()), "doors/customer-foreign").await;
    let missing = send(doors(&world()), "doors/customer-missing").await;
    assert_eq!(format!("{foreign:?}"), format!("{missing:?}"));
    assert_eq!(foreign.status.as_u16(), 404);
}

#[tokio::test]
async fn only_the_holder_acts_for_the_customer() {
    assert_eq!(status("holder").await, 200);
    assert_eq!(status("holder-by-viewer").await, 403);
}

#[tokio::test]
async fn the_office_asks_for_the_permission_and_for_a_second_factor() {
    assert_eq!(status("office").await, 200);
    assert_eq!(status("office-by-customer").await, 404);
    assert_eq!(status("office-not-permitted").await, 403);
    assert_eq!(status("office-without-second-factor").await, 403);
}

#[tokio::test]
async fn another_site_changes_nothing() {
    assert_eq!(status("session-post").await, 200);
    assert_eq!(status("session-post-cross-site").await, 403);
}

#[tokio::test]
async fn a_session_that_was_idle_for_a_while_is_written_down_as_used() {
    let aws = world();
    let since = support::now() - jiff::Span::new().minutes(6);
    aws.put(
        "access",
        serde_json::json!({
            "pk": "user#anna", "sk": format!("session#{}", portal_lambda::access::token_hash("anna-token")),
            "id": "anna-session", "created_at": since, "last_seen_at": since,
            "idle_seconds": 1800, "expires_at": since.as_second() + 12 * 3600,
        }),
    );
    assert_eq!(format!("{:?}", send(doors(&aws), "doors/session").await), "200 anna");
    assert_eq!(aws.operations(), ["BatchGetItem", "UpdateItem"]);
}

#[tokio::test]
async fn what_is_no_route_is_answered_as_a_problem() {
    let answer = send(doors(&world()), "doors/no-route").await;
    assert_eq!(
        (answer.status.as_u16(), &answer.json()["code"]),
        (404, &serde_json::json!("not_found"))
    );
    assert_eq!(answer.headers["content-type"], "application/problem+json");
}
