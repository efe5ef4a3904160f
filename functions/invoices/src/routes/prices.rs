//! Prices: what is on offer, what a usage would cost in each, and what the
//! customer's own last year would.

use std::collections::BTreeMap;

use axum::extract::State;
use jiff::civil::Date;
use portal_contracts::{breakdown::BillingUnit, invoice::Period, price_list::PriceList};
use portal_domain::{Currency, CustomerId, Medium, RegisterCode, SupplyPointId};
use portal_lambda::{Error, Json, Problem, Query, Viewer};
use portal_rating::{
    bill::Profile,
    capacity::Breaker,
    compare::{Comparison, Needs, compare, compare_period},
};
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use super::App;
use crate::comparison::{LastYear, needs, price_lists_of, valid_on};

/// The most that a year's usage may be, in any unit.
const MOST_USED: Decimal = Decimal::from_parts(1_000_000_000, 0, 0, false, 0);

/// So many registers has no meter.
const MOST_REGISTERS: usize = 8;

#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
pub(super) struct PricesQuery {
    medium: Medium,
    /// Valid on this day; none: today.
    on: Option<Date>,
}

/// Price lists on offer.
#[derive(Serialize, ToSchema)]
pub(super) struct PricesBody {
    price_lists: Vec<PriceList>,
}

/// A year's usage.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct UsageBody {
    medium: Medium,
    /// By register code (`T`; or `VT` and `NT`): m³ of water, kWh of electricity
    /// and gas, GJ of heat.
    #[schema(value_type = BTreeMap<String, String>)]
    usage: BTreeMap<RegisterCode, Decimal>,
    /// `3x25 A`.
    #[serde(default)]
    capacity: Option<String>,
    /// m³ of rainwater a year, if it is charged.
    #[serde(default)]
    rainwater: Option<Decimal>,
    /// From this day on; none: from today.
    #[serde(default)]
    on: Option<Date>,
}

#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
pub(super) struct ComparisonQuery {
    #[param(value_type = String)]
    supply_point: SupplyPointId,
    /// `3x25 A`, instead of what the last bill tells.
    capacity: Option<String>,
}

/// The customer's own usage in every product.
#[derive(Serialize, ToSchema)]
pub(super) struct OwnComparisonBody {
    medium: Medium,
    #[serde(skip_serializing_if = "Option::is_none")]
    capacity: Option<String>,
    /// What the settlements tell of: twelve months, or less if no more is known.
    period: Period,
    whole_year: bool,
    /// What was used in the period.
    used: Vec<QuantityBody>,
    /// The product that the last settlement was billed by.
    #[serde(skip_serializing_if = "Option::is_none")]
    product: Option<String>,
    /// What the period would have cost, by the prices of then.
    then: Comparison,
    /// What a year like this costs from today on; none: less than a year is
    /// known.
    #[serde(skip_serializing_if = "Option::is_none")]
    from_today: Option<Comparison>,
}

/// What went through a register.
#[derive(Serialize, ToSchema)]
pub(super) struct QuantityBody {
    register: RegisterCode,
    quantity: Decimal,
    unit: BillingUnit,
}

/// Price lists that anybody may choose.
#[utoipa::path(
    get, path = "/api/invoices/prices",
    operation_id = "invoices_prices", tag = "invoices",
    params(PricesQuery),
    responses(
        (status = 200, body = PricesBody),
        (status = 400, body = Problem, description = "malformed_query"),
    ),
)]
pub(super) async fn prices(
    State(app): State<App>,
    Query(query): Query<PricesQuery>,
) -> Result<Json<PricesBody>, Error> {
    let on = query.on.unwrap_or_else(|| app.today());
    let mut price_lists = valid_on(app.store.offered(query.medium).await?, on);
    // Where a file lies is nobody's business.
    price_lists.iter_mut().for_each(|list| list.file = None);
    Ok(Json(PricesBody { price_lists }))
}

/// What a year's usage costs in each product on offer, cheapest first.
#[utoipa::path(
    post, path = "/api/invoices/prices/calculate",
    operation_id = "invoices_calculate", tag = "invoices",
    request_body = UsageBody,
    responses(
        (status = 200, body = Comparison),
        (status = 400, body = Problem, description = "malformed_json"),
        (status = 403, body = Problem, description = "cross_site"),
        (status = 422, body = Problem, description = "quantity_missing, quantity_invalid, capacity_invalid"),
    ),
)]
pub(super) async fn calculate(
    State(app): State<App>,
    Json(body): Json<UsageBody>,
) -> Result<Json<Comparison>, Error> {
    let on = body.on.unwrap_or_else(|| app.today());
    let needs = body.needs()?;
    let unit = unit(body.medium);
    let usage = body.usage.into_iter().map(|(register, used)| (register, (used, unit))).collect();
    let price_lists = app.offered_in(app.utility.currency, body.medium).await?;
    Ok(Json(compare(&needs, &usage, &price_lists, on)))
}

/// The customer's own last twelve months in each product on offer.
#[utoipa::path(
    get, path = "/api/invoices/customers/{customer}/comparison",
    operation_id = "invoices_comparison", tag = "invoices",
    params(("customer" = CustomerId, Path), ComparisonQuery),
    responses(
        (status = 200, body = OwnComparisonBody),
        (status = 400, body = Problem, description = "malformed_query"),
        (status = 401, body = Problem, description = "signed_out"),
        (status = 404, body = Problem, description = "not_found"),
        (status = 409, body = Problem, description = "usage_not_known: nothing was settled yet"),
        (status = 422, body = Problem, description = "capacity_invalid"),
    ),
)]
pub(super) async fn comparison(
    viewer: Viewer,
    State(app): State<App>,
    Query(query): Query<ComparisonQuery>,
) -> Result<Json<OwnComparisonBody>, Error> {
    let point = &query.supply_point;
    if !viewer.reaches(point) {
        return Err(Error::NotFound);
    }
    let unknown = || Error::conflict("usage_not_known");
    let settlements = app.store.settlements(&viewer.customer).await?;
    let year = LastYear::of(&settlements, point).ok_or_else(unknown)?;
    let known = app.needs(&viewer, point, &year).await?.ok_or_else(unknown)?;
    let (mut needs, product, currency) = known;
    if let Some(capacity) = query.capacity {
        needs.capacity = Some(breaker(capacity)?);
    }
    let price_lists = app.offered_in(currency, needs.medium).await?;
    let then = compare_period(&needs, &year.used, year.period, &price_lists, &Profile::ByDays);
    let from_today =
        year.whole.then(|| compare(&needs, &year.quantities, &price_lists, app.today()));
    let used = year.quantities.into_iter();
    let used = used.map(|(register, (quantity, unit))| QuantityBody { register, quantity, unit });
    Ok(Json(OwnComparisonBody {
        medium: needs.medium,
        capacity: needs.capacity,
        period: year.period,
        whole_year: year.whole,
        used: used.collect(),
        product,
        then,
        from_today,
    }))
}

impl App {
    /// The price lists on offer in a currency: sums in others can't be put in
    /// order with them.
    async fn offered_in(
        &self,
        currency: Currency,
        medium: Medium,
    ) -> Result<Vec<PriceList>, Error> {
        let mut price_lists = self.store.offered(medium).await?;
        price_lists.retain(|list| list.currency == currency);
        Ok(price_lists)
    }

    /// What a supply point needs, its product and its currency, by the last
    /// settlement; two reads.
    async fn needs(
        &self,
        viewer: &Viewer,
        point: &SupplyPointId,
        year: &LastYear,
    ) -> Result<Option<(Needs, Option<String>, Currency)>, Error> {
        let whole = self.store.document(&viewer.customer, &year.settlement, &[]).await?;
        let Some(whole) = whole else { return Ok(None) };
        let currency = whole.document.invoice.total.currency;
        let Some(breakdown) = whole.breakdown else { return Ok(None) };
        let ids = price_lists_of(&breakdown, point);
        let price_lists = self.store.price_lists(&ids).await?;
        let last = price_lists.iter().max_by_key(|list| list.valid_from);
        let product = last.map(|list| list.product.clone());
        let needs = needs(&breakdown, point, &price_lists);
        Ok(needs.map(|needs| (needs, product, currency)))
    }
}

impl UsageBody {
    fn needs(&self) -> Result<Needs, Error> {
        if self.usage.is_empty() {
            return Err(Error::refused("quantity_missing", "usage"));
        }
        let fits = |used: &Decimal| (Decimal::ZERO..=MOST_USED).contains(used);
        if self.usage.len() > MOST_REGISTERS || !self.usage.values().all(fits) {
            return Err(Error::refused("quantity_invalid", "usage"));
        }
        if !self.rainwater.iter().all(fits) {
            return Err(Error::refused("quantity_invalid", "rainwater"));
        }
        let capacity = self.capacity.clone().map(breaker).transpose()?;
        Ok(Needs { medium: self.medium, capacity, rainwater: self.rainwater })
    }
}

fn breaker(capacity: String) -> Result<String, Error> {
    let read = capacity.parse::<Breaker>();
    read.map(|_| capacity).map_err(|_| Error::refused("capacity_invalid", "capacity"))
}

/// What usage is asked for in.
fn unit(medium: Medium) -> BillingUnit {
    match medium {
        Medium::Water => BillingUnit::M3,
        Medium::Electricity | Medium::Gas => BillingUnit::Kwh,
        Medium::Heat => BillingUnit::Gj,
    }
}
