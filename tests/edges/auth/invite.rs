//! The first administrator comes in like every operator.

use super::{kept, logins, mails, queued, world};
use crate::support::now;

#[tokio::test]
async fn an_operations_engineer_invites_the_first_administrator() {
    let aws = world();
    let event = include_str!("../../../events/auth/auth-invite.json");
    let invite: auth::Invite = serde_json::from_str(event).unwrap();
    let id = auth::invite(
        &logins(&aws),
        &mails(&aws),
        invite.email,
        invite.permissions,
        invite.language,
        None,
        now(),
    )
    .await
    .unwrap();
    let request = kept(&aws, "request").remove(0);
    assert_eq!(
        (request["id"].as_str(), request["state"].as_str()),
        (Some(id.as_str()), Some("open"))
    );
    assert_eq!(request["valid_until"], now().as_second() + 7 * 86_400);
    assert_eq!(queued(&aws)[0]["class"], "code");
}
