//! Documents beside settlements: on advances, fees, corrections.

use anyhow::{Context, Result};
use jiff::{ToSpan, civil::Date};
use portal_contracts::{
    breakdown::{BillingUnit, Breakdown, DeductedAdvance, Line, LineKind},
    invoice::{Invoice, InvoiceKind, Party, Period, VatCategory, VatMethod, VatRate},
    update::{Customer, CustomerKind, SupplyPoint},
};
use portal_domain::{Country, InvoiceNumber, Money, SupplyPointId};
use portal_rating::{bill::Terms, number::round, vat::vat};
use rust_decimal::Decimal;

use super::{Office, currency, settlement::Draft};

/// The number that the identifiers of a supply point are made from.
pub(super) fn point_number(point: &SupplyPointId) -> &str {
    point.as_str().trim_start_matches('P')
}

/// Digits that identify advances of a supply point in CZ.
pub(super) fn advance_symbol(point: &SupplyPoint) -> String {
    format!("7{:0>8}", point_number(&point.id))
}

/// Who gets the customer's invoices.
pub(super) fn buyer(customer: &Customer) -> Party {
    let polish = customer.address.country == Country::Pl;
    let number = customer.company_number.clone();
    let taxed = customer.kind == CustomerKind::Business;
    Party {
        name: customer.name.clone(),
        address: customer.mailing_address.clone().unwrap_or_else(|| customer.address.clone()),
        company_number: number.clone().filter(|_| !polish),
        tax_number: match number {
            Some(number) if polish => Some(number),
            Some(number) if taxed => Some(format!("CZ{number}")),
            _ => None,
        },
    }
}

/// The whole document of a settlement.
pub(super) fn settlement(draft: &Draft, breakdown: Breakdown, buyer: &Party) -> Invoice {
    Invoice {
        kind: InvoiceKind::Settlement,
        period: Some(draft.period()),
        due_on: Some(draft.due_on),
        taxable_on: Some(draft.period().to),
        variable_symbol: draft.symbol.clone(),
        supply_points: vec![draft.supply.supply_point.clone()],
        buyer: Some(buyer.clone()),
        ..of(draft.number.clone(), draft.issued_on, breakdown)
    }
}

/// A request for an advance: not a tax document.
pub(super) fn advance_request(
    point: &SupplyPoint,
    (amount, issued_on, due_on): (Money, Date, Date),
    buyer: &Party,
) -> Result<Invoice> {
    let number = format!("ZF{}-{}{:02}", due_on.year(), point_number(&point.id), due_on.month());
    let period = Period { from: due_on.first_of_month(), to: due_on.last_of_month() };
    let outside = VatRate { percent: Decimal::ZERO, category: VatCategory::Outside };
    let line =
        piece(point, name(point, "Záloha", "Zaliczka"), period, amount.to_decimal(), outside)?;
    let breakdown = breakdown(vec![line], VatMethod::FromGross, amount, vec![])?;
    Ok(Invoice {
        kind: InvoiceKind::AdvanceRequest,
        period: Some(period),
        due_on: Some(due_on),
        variable_symbol: symbol(point, advance_symbol(point)),
        supply_points: vec![point.id.clone()],
        buyer: Some(buyer.clone()),
        ..of(number.parse()?, issued_on, breakdown)
    })
}

/// The tax document on an advance that was paid: nothing is left to pay.
pub(super) fn advance_tax_document(
    office: &Office,
    point: &SupplyPoint,
    (amount, paid_on, turn): (Money, Date, usize),
    buyer: &Party,
) -> Result<Invoice> {
    let number = format!("DD{}-{}{turn:03}", paid_on.year(), point_number(&point.id));
    let period = Period { from: paid_on, to: paid_on };
    let name = name(point, "Přijatá záloha", "Otrzymana zaliczka");
    let line = piece(point, name, period, amount.to_decimal(), rate(office, point, paid_on)?)?;
    let paid = DeductedAdvance {
        paid_on,
        amount,
        variable_symbol: symbol(point, advance_symbol(point)),
        tax_document: None,
        taxed: vec![],
    };
    let breakdown = breakdown(vec![line], VatMethod::FromGross, amount, vec![paid])?;
    Ok(Invoice {
        kind: InvoiceKind::AdvanceTaxDocument,
        period: Some(period),
        taxable_on: Some(paid_on),
        variable_symbol: symbol(point, advance_symbol(point)),
        supply_points: vec![point.id.clone()],
        buyer: Some(buyer.clone()),
        ..of(number.parse()?, paid_on.saturating_add(5.days()).min(office.today), breakdown)
    })
}

/// What a settlement takes off for an advance that has a tax document.
pub(super) fn taxed(
    office: &Office,
    point: &SupplyPoint,
    amount: Money,
    paid_on: Date,
) -> Result<portal_contracts::invoice::VatTotal> {
    Ok(vat(amount, rate(office, point, paid_on)?, VatMethod::FromGross)?)
}

/// A fee that no reading stands behind.
pub(super) fn fee(
    office: &Office,
    point: &SupplyPoint,
    issued_on: Date,
    buyer: &Party,
) -> Result<Invoice> {
    let number = point_number(&point.id);
    let amount = Money { minor: 45_000, currency: currency(point.address.country) };
    let period = Period { from: issued_on, to: issued_on };
    let rate = rate(office, point, issued_on)?;
    let name = if polish(point) { "Wyjazd technika" } else { "Výjezd technika" };
    let line = piece(point, name.into(), period, amount.to_decimal(), rate)?;
    let breakdown = breakdown(vec![line], VatMethod::FromNet, amount, vec![])?;
    Ok(Invoice {
        period: Some(period),
        due_on: Some(issued_on.saturating_add(14.days())),
        taxable_on: Some(issued_on),
        variable_symbol: symbol(point, format!("6{number:0>8}")),
        supply_points: vec![point.id.clone()],
        buyer: Some(buyer.clone()),
        ..of(format!("FA{}-{number}", issued_on.year()).parse()?, issued_on, breakdown)
    })
}

/// Gives back a fiftieth of what a settlement counted on its first line.
pub(super) fn credit_note(
    office: &Office,
    corrected: &Invoice,
    point: &SupplyPoint,
    issued_on: Date,
    buyer: &Party,
) -> Result<Invoice> {
    let whole = corrected.breakdown.as_ref().context("what is corrected has no breakdown")?;
    let counted = whole.lines.iter().find(|line| line.kind == LineKind::Consumption);
    let counted = counted.context("what is corrected counted nothing")?;
    let quantity = -(counted.quantity / Decimal::from(50)).round_dp(counted.quantity.scale());
    let currency = corrected.total.currency;
    let line = Line {
        bases: vec![],
        quantity,
        amount: portal_rating::number::amount(quantity, counted.unit_price, currency)?,
        ..counted.clone()
    };
    let number = point_number(&point.id);
    let mut breakdown = breakdown(vec![line], whole.vat_method, corrected.total, vec![])?;
    let lists = office.prices.of(&point.contract.product)?;
    if lists.first().is_some_and(|list| list.whole_units) {
        let totals = &mut breakdown.totals;
        let units = round(totals.payable.to_decimal(), 0);
        let payable = Money::from_decimal(units, currency).context("rounding a correction")?;
        totals.rounding.minor += payable.minor - totals.payable.minor;
        totals.payable = payable;
    }
    let note =
        if polish(point) { "Korekta odczytu licznika." } else { "Oprava odečtu podle reklamace." };
    Ok(Invoice {
        kind: InvoiceKind::CreditNote,
        period: corrected.period,
        due_on: Some(issued_on.saturating_add(14.days())),
        taxable_on: Some(issued_on),
        variable_symbol: symbol(point, format!("5{number:0>8}")),
        supply_points: vec![point.id.clone()],
        buyer: Some(buyer.clone()),
        corrects: Some(corrected.number.clone()),
        note: Some(note.into()),
        ..of(format!("OD{}-{number}", issued_on.year()).parse()?, issued_on, breakdown)
    })
}

fn of(number: InvoiceNumber, issued_on: Date, breakdown: Breakdown) -> Invoice {
    let total = breakdown.totals.payable;
    Invoice { breakdown: Some(breakdown), ..Invoice::brief(number, issued_on, total) }
}

fn breakdown(
    others: Vec<Line>,
    vat_method: VatMethod,
    Money { currency, .. }: Money,
    advances: Vec<DeductedAdvance>,
) -> Result<Breakdown> {
    Ok(portal_rating::bill(&[], &Terms { currency, vat_method, others, advances })?)
}

/// One piece for a price of its own.
fn piece(
    point: &SupplyPoint,
    name: String,
    period: Period,
    unit_price: Decimal,
    vat: VatRate,
) -> Result<Line> {
    let currency = currency(point.address.country);
    Ok(Line {
        supply_point: Some(point.id.clone()),
        kind: LineKind::Other,
        name,
        period,
        bases: vec![],
        quantity: Decimal::ONE,
        unit: BillingUnit::Piece,
        unit_price,
        price: None,
        capacity: None,
        amount: portal_rating::number::amount(Decimal::ONE, unit_price, currency)?,
        vat,
    })
}

/// The rate of VAT that the point's product had on a day.
fn rate(office: &Office, point: &SupplyPoint, on: Date) -> Result<VatRate> {
    let lists = office.prices.of(&point.contract.product)?;
    let list = lists.iter().rfind(|list| list.valid_from <= on).or(lists.first());
    let component = list.and_then(|list| list.components.first());
    Ok(component.context("a product without prices")?.vat)
}

fn name(point: &SupplyPoint, czech: &str, polish_word: &str) -> String {
    let word = if polish(point) { polish_word } else { czech };
    format!("{word}: {}", point.contract.product)
}

/// Only payments in CZ carry one.
fn symbol(point: &SupplyPoint, symbol: String) -> Option<String> {
    (!polish(point)).then_some(symbol)
}

fn polish(point: &SupplyPoint) -> bool {
    point.address.country == Country::Pl
}
