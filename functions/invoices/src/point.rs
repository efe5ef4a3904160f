//! What a supply point's contract says that prices and wishes depend on.

use portal_contracts::update::SupplyPoint;
use portal_domain::{Medium, SupplyPointId};
use serde::{Deserialize, Serialize};

/// A supply point, as far as this feature needs it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Point {
    pub id: SupplyPointId,
    pub medium: Medium,
    /// The product or tariff, as price lists name it.
    pub product: String,
    /// Reserved capacity, as on the contract: `3x25 A`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub capacity: Option<String>,
    pub active: bool,
}

impl From<&SupplyPoint> for Point {
    fn from(told: &SupplyPoint) -> Self {
        Self {
            id: told.id.clone(),
            medium: told.medium,
            product: told.contract.product.clone(),
            capacity: told.contract.capacity.clone(),
            active: told.active,
        }
    }
}
