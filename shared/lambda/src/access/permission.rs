//! What an operator may do. A permission is a type, so that a route names it in
//! its signature.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// The permissions, as they are kept and shown.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, ToSchema,
)]
#[serde(rename_all = "snake_case")]
#[schema(as = Permission)]
pub enum Name {
    /// Find customers and look at them; every look is in the journal.
    CustomersRead,
    /// See the work list.
    ChangesRead,
    /// Approve and reject.
    ChangesDecide,
    /// Invite a customer into the portal.
    CustomersInvite,
    /// Invite operators, change their permissions, end their sessions.
    UsersManage,
}

impl Name {
    pub const ALL: [Self; 5] = [
        Self::CustomersRead,
        Self::ChangesRead,
        Self::ChangesDecide,
        Self::CustomersInvite,
        Self::UsersManage,
    ];
}

/// A permission that a route asks for: `Operator<permission::ChangesDecide>`.
pub trait Permission {
    const NAME: Name;
}

macro_rules! permissions {
    ($($name:ident),*) => {
        $(
            #[doc = concat!("See [`Name::", stringify!($name), "`].")]
            pub struct $name;

            impl Permission for $name {
                const NAME: Name = Name::$name;
            }
        )*
    };
}

permissions!(CustomersRead, ChangesRead, ChangesDecide, CustomersInvite, UsersManage);
