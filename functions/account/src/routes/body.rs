//! What goes out about customers and supply points.

use jiff::civil::Date;
use portal_domain::{
    Address, CustomerId, EmailAddress, Language, Medium, MeterId, PointCode, RegisterCode,
    SupplyPointId, Unit,
};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use crate::store::{ContractItem, KindItem, MeterItem, Page, PointItem};

/// Where a list goes on.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
pub(crate) struct CursorQuery {
    /// `next` of the page before.
    pub(crate) cursor: Option<String>,
}

#[derive(Clone, Copy, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub(crate) enum CustomerKind {
    Household,
    Business,
    Institution,
}

/// A customer, with their first supply points.
#[derive(Serialize, ToSchema)]
pub(crate) struct CustomerBody {
    id: CustomerId,
    name: String,
    kind: CustomerKind,
    language: Language,
    /// Empty for who may see one supply point only.
    contact: ContactBody,
    /// The customer's own; absent for who may see one supply point only.
    #[serde(skip_serializing_if = "Option::is_none")]
    address: Option<Address>,
    /// Where letters go, if elsewhere.
    #[serde(skip_serializing_if = "Option::is_none")]
    mailing_address: Option<Address>,
    #[serde(skip_serializing_if = "Option::is_none")]
    company_number: Option<String>,
    active: bool,
    /// The first 50.
    supply_points: Vec<PointBody>,
    next: Option<String>,
}

#[derive(Default, Serialize, ToSchema)]
pub(crate) struct ContactBody {
    #[serde(skip_serializing_if = "Option::is_none")]
    email: Option<EmailAddress>,
    /// International form: `+420601123456`.
    #[serde(skip_serializing_if = "Option::is_none")]
    phone: Option<String>,
}

#[derive(Serialize, ToSchema)]
pub(crate) struct PointsBody {
    supply_points: Vec<PointBody>,
    next: Option<String>,
}

#[derive(Serialize, ToSchema)]
pub(crate) struct PointBody {
    id: SupplyPointId,
    medium: Medium,
    code: PointCode,
    address: Address,
    /// What tells it from its neighbours: flat, cellar.
    #[serde(skip_serializing_if = "Option::is_none")]
    label: Option<String>,
    active: bool,
    /// The contract's.
    product: String,
    contract: ContractBody,
    /// Every meter that is or was here, oldest first.
    meters: Vec<PointMeterBody>,
}

#[derive(Serialize, ToSchema)]
pub(crate) struct ContractBody {
    number: String,
    #[schema(value_type = String, format = Date)]
    concluded_on: Date,
    #[schema(value_type = String, format = Date)]
    valid_from: Date,
    /// The last day of a fixed term.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<String>, format = Date)]
    valid_to: Option<Date>,
    product: String,
    /// As on the contract: `3x25 A`.
    #[serde(skip_serializing_if = "Option::is_none")]
    capacity: Option<String>,
}

#[derive(Serialize, ToSchema)]
pub(crate) struct PointMeterBody {
    id: MeterId,
    serial: String,
    #[schema(value_type = String, format = Date)]
    installed_on: Date,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<String>, format = Date)]
    removed_on: Option<Date>,
    registers: Vec<PointRegisterBody>,
}

#[derive(Serialize, ToSchema)]
pub(crate) struct PointRegisterBody {
    code: RegisterCode,
    unit: Unit,
}

impl CustomerBody {
    /// Everything; `None` when the page has no customer on it.
    pub(crate) fn whole(page: Page) -> Option<Self> {
        let customer = page.customer?;
        let contact = ContactBody { email: customer.email, phone: customer.phone };
        Some(Self {
            id: customer.id,
            name: customer.name,
            kind: customer.kind.into(),
            language: customer.language,
            contact,
            address: Some(customer.address),
            mailing_address: customer.mailing_address,
            company_number: customer.company_number,
            active: customer.active,
            supply_points: page.points.into_iter().map(PointBody::from).collect(),
            next: page.next,
        })
    }

    /// What somebody sees who may look at some supply points only: of the
    /// customer no more than whose they are.
    pub(crate) fn limited(page: Page) -> Option<Self> {
        let whole = Self::whole(page)?;
        let contact = ContactBody::default();
        Some(Self { contact, address: None, mailing_address: None, company_number: None, ..whole })
    }
}

impl From<Page> for PointsBody {
    fn from(page: Page) -> Self {
        let supply_points = page.points.into_iter().map(PointBody::from).collect();
        Self { supply_points, next: page.next }
    }
}

impl From<PointItem> for PointBody {
    fn from(point: PointItem) -> Self {
        let PointItem { id, medium, code, address, label, active, contract, meters, .. } = point;
        let product = contract.product.clone();
        let meters = meters.into_iter().map(PointMeterBody::from).collect();
        Self {
            id,
            medium,
            code,
            address,
            label,
            active,
            product,
            contract: contract.into(),
            meters,
        }
    }
}

impl From<ContractItem> for ContractBody {
    fn from(contract: ContractItem) -> Self {
        let ContractItem { number, concluded_on, valid_from, valid_to, product, capacity } =
            contract;
        Self { number, concluded_on, valid_from, valid_to, product, capacity }
    }
}

impl From<MeterItem> for PointMeterBody {
    fn from(meter: MeterItem) -> Self {
        let MeterItem { id, serial, installed_on, removed_on, registers } = meter;
        let registers = registers.into_iter();
        let registers = registers
            .map(|register| PointRegisterBody { code: register.code, unit: register.unit })
            .collect();
        Self { id, serial, installed_on, removed_on, registers }
    }
}

impl From<KindItem> for CustomerKind {
    fn from(kind: KindItem) -> Self {
        match kind {
            KindItem::Household => Self::Household,
            KindItem::Business => Self::Business,
            KindItem::Institution => Self::Institution,
        }
    }
}
