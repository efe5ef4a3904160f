//! Small parts of a synthetic world.

use jiff::{ToSpan, civil::Date};
use portal_contracts::{
    breakdown::{BillingUnit, Breakdown},
    invoice::{Invoice, InvoiceKind, Period, VatCategory, VatMethod, VatRate},
    price_list::{Component, MonthRule, Per, PriceList},
};
use portal_domain::{Currency, Medium};
use rust_decimal::Decimal;

pub(crate) fn decimal(text: &str) -> Decimal {
    text.parse().unwrap()
}

pub(crate) fn on(day: Date, days: i64) -> Date {
    day.checked_add(days.days()).unwrap()
}

pub(crate) fn vat_rate(percent: i64) -> VatRate {
    VatRate { percent: Decimal::from(percent), category: VatCategory::Standard }
}

pub(crate) fn component(code: &str, per: Per, price: Decimal, percent: i64) -> Component {
    Component {
        code: code.to_owned(),
        name: code.to_owned(),
        names: Default::default(),
        per,
        price,
        tiers: vec![],
        vat: vat_rate(percent),
        capacity: None,
        at_most_per_mwh: None,
        quantity_decimals: 4,
    }
}

pub(crate) fn consumption(unit: BillingUnit, registers: &[&str]) -> Per {
    Per::Consumption {
        unit,
        registers: registers.iter().map(|code| code.parse().unwrap()).collect(),
    }
}

pub(crate) fn price_list(
    id: &str,
    medium: Medium,
    from: Date,
    components: Vec<Component>,
) -> PriceList {
    PriceList {
        id: id.parse().unwrap(),
        medium,
        product: "Ukázka".to_owned(),
        names: Default::default(),
        valid_from: from,
        valid_to: None,
        currency: Currency::Czk,
        vat_method: VatMethod::FromNet,
        months: MonthRule::Calendar,
        whole_units: false,
        components,
        offered: true,
        legal_source: None,
        file: None,
    }
}

/// A settlement that says this.
pub(crate) fn invoice(breakdown: Breakdown, period: Period) -> Invoice {
    let (number, issued_on) = ("2026-1".parse().unwrap(), on(period.to, 10));
    Invoice {
        kind: InvoiceKind::Settlement,
        period: Some(period),
        supply_points: vec!["SP-1".parse().unwrap()],
        breakdown: Some(breakdown.clone()),
        ..Invoice::brief(number, issued_on, breakdown.totals.payable)
    }
}
