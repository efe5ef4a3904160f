//! Who is asking, and whose things they may see.
//!
//! Sessions, grants, staff and profiles lie in one table, partitioned by user.
//! The cookie names the user beside the token, so that the session and the
//! grant for the customer in the address come in one batch read, strongly
//! consistent: what was revoked is refused at the next request.
//!
//! | pk | sk | item |
//! |---|---|---|
//! | `user#{user}` | `session#{hash}` | [`SessionItem`] |
//! | `user#{user}` | `grant#{customer}` | [`GrantItem`] |
//! | `user#{user}` | `staff` | [`StaffItem`] |
//! | `user#{user}` | `profile` | [`ProfileItem`] |

mod extract;
mod items;
pub mod permission;
mod store;

pub use extract::{Holder, Operator, Session, Viewer};
pub use items::{
    GrantItem, ProfileItem, Role, SessionItem, StaffItem, grant_key, session_key, token_hash,
    user_key,
};
pub use store::{Access, Overview, Person};

/// The session cookie. The prefix makes browsers insist on HTTPS, the whole
/// site and no other host.
pub const COOKIE_NAME: &str = "__Host-session";

/// A session's last use is written down at most this often, in seconds.
pub const TOUCH_EVERY_SECONDS: i64 = 300;

/// For this long after a password was typed again, credentials may be changed.
pub const FRESH_FOR_SECONDS: i64 = 600;
