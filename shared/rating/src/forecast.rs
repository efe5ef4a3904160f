//! What the settlement will come to, from what was used so far and how earlier
//! years went on from there; and the advance that brings it to nothing.

use jiff::civil::Date;
use portal_contracts::{invoice::Period, ledger::AdvanceBounds, price_list::PriceList};
use portal_domain::Money;
use serde::Serialize;
use utoipa::ToSchema;

use crate::{
    Error,
    bill::Profile,
    compare::{Needs, Used},
};

/// Where a supply point is in its settlement period.
#[derive(Clone, Debug)]
pub struct Course<'a> {
    pub needs: Needs,
    /// The whole period that will be settled.
    pub period: Period,
    /// The last day that usage is known of.
    pub known_to: Date,
    /// Usage from the period's beginning to that day.
    pub used: &'a [Used],
    /// Usage of earlier years, as far back as it's known.
    pub earlier: &'a [Used],
    /// Of one product; the last one is taken as staying valid.
    pub price_lists: &'a [PriceList],
    /// Where an earlier year doesn't tell.
    pub profile: &'a Profile,
    /// Advances of the period that were paid, VAT included.
    pub paid: Money,
    /// Advances of the period still to be paid: how many, and what each is.
    pub to_pay: (u32, Money),
    pub bounds: Option<&'a AdvanceBounds>,
}

/// What will come.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ToSchema)]
pub struct Forecast {
    /// The cost of the whole period, VAT included.
    pub cost: Range,
    /// The cost less all advances; negative: paid back.
    pub settlement: Range,
    /// What each remaining advance would have to be, so that the likely
    /// settlement is nothing; none: no advance remains.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub advance: Option<Money>,
    /// How many earlier years it's founded on; 0: only the profile.
    pub years: u32,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, ToSchema)]
pub struct Range {
    pub low: Money,
    pub likely: Money,
    pub high: Money,
}

/// The settlement to come.
pub fn forecast(course: &Course<'_>) -> Result<Forecast, Error> {
    let _ = course;
    Err(Error::EmptyProfile)
}
