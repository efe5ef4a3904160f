//! What the account table keeps of customers and supply points.

use jiff::civil::Date;
use portal_contracts::update;
use portal_domain::{
    Address, CustomerId, EmailAddress, Language, Medium, MeterId, PointCode, RegisterCode,
    SupplyPointId, Unit,
};
use serde::{Deserialize, Serialize};

/// A customer as billing last told.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct CustomerItem {
    pub(crate) id: CustomerId,
    /// Of the update that it came with.
    pub(crate) version: u64,
    pub(crate) name: String,
    pub(crate) kind: KindItem,
    pub(crate) language: Language,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) email: Option<EmailAddress>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) phone: Option<String>,
    pub(crate) address: Address,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) mailing_address: Option<Address>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) company_number: Option<String>,
    pub(crate) active: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum KindItem {
    Household,
    Business,
    Institution,
}

/// A supply point as billing last told.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct PointItem {
    pub(crate) id: SupplyPointId,
    /// Of the update that it came with.
    pub(crate) version: u64,
    pub(crate) medium: Medium,
    pub(crate) code: PointCode,
    pub(crate) address: Address,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) label: Option<String>,
    pub(crate) active: bool,
    pub(crate) contract: ContractItem,
    pub(crate) meters: Vec<MeterItem>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct ContractItem {
    pub(crate) number: String,
    pub(crate) concluded_on: Date,
    pub(crate) valid_from: Date,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) valid_to: Option<Date>,
    pub(crate) product: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) capacity: Option<String>,
}

/// What the account pages show of a meter; its readings are another table's.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct MeterItem {
    pub(crate) id: MeterId,
    pub(crate) serial: String,
    pub(crate) installed_on: Date,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) removed_on: Option<Date>,
    pub(crate) registers: Vec<RegisterItem>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct RegisterItem {
    pub(crate) code: RegisterCode,
    pub(crate) unit: Unit,
}

impl CustomerItem {
    pub(crate) fn new(id: CustomerId, version: u64, told: update::Customer) -> Self {
        let update::Customer { name, language, address, mailing_address, active, .. } = told;
        let kind = match told.kind {
            update::CustomerKind::Household => KindItem::Household,
            update::CustomerKind::Business => KindItem::Business,
            update::CustomerKind::Institution => KindItem::Institution,
        };
        Self {
            id,
            version,
            name,
            kind,
            language,
            email: told.contact.email,
            phone: told.contact.phone,
            address,
            mailing_address,
            company_number: told.company_number,
            active,
        }
    }
}

impl PointItem {
    pub(crate) fn new(version: u64, told: update::SupplyPoint) -> Self {
        let update::SupplyPoint { id, medium, code, address, label, active, .. } = told;
        let update::Contract { number, concluded_on, valid_from, valid_to, product, capacity } =
            told.contract;
        Self {
            id,
            version,
            medium,
            code,
            address,
            label,
            active,
            contract: ContractItem {
                number,
                concluded_on,
                valid_from,
                valid_to,
                product,
                capacity,
            },
            meters: told.meters.into_iter().map(MeterItem::from).collect(),
        }
    }
}

impl From<update::Meter> for MeterItem {
    fn from(told: update::Meter) -> Self {
        let update::Meter { id, serial, installed_on, removed_on, registers, .. } = told;
        let registers = registers.into_iter();
        let registers =
            registers.map(|register| RegisterItem { code: register.code, unit: register.unit });
        Self { id, serial, installed_on, removed_on, registers: registers.collect() }
    }
}
