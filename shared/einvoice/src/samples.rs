//! Invoices for the tests: the examples of billing's messages, and generated
//! ones of every kind, method and mixture of rates.

use portal_contracts::{
    breakdown::{BillingUnit, Breakdown, DeductedAdvance, Line, LineKind},
    invoice::{
        Invoice, InvoiceKind, Invoices, Party, Period, Totals, VatCategory, VatMethod, VatRate,
        VatTotal,
    },
};
use portal_domain::{Address, Country, Currency, Money};
use proptest::prelude::*;
use rust_decimal::{Decimal, RoundingStrategy};

use crate::{Account, Issued, Seller};

macro_rules! example {
    ($name:literal) => {
        ($name, include_str!(concat!("../../../events/billing/update-invoices-", $name, ".json")))
    };
}

/// The invoices of the examples, by the example's name.
pub(crate) fn examples() -> Vec<(&'static str, Invoice)> {
    let files = [
        example!("advance-request"),
        example!("advance-tax-document"),
        example!("credit-note"),
        example!("electricity"),
        example!("gas"),
        example!("water"),
    ];
    let mut invoices = Vec::new();
    for (name, text) in files {
        let mut update: serde_json::Value = serde_json::from_str(text).unwrap();
        let body: Invoices = serde_json::from_value(update["body"].take()).unwrap();
        invoices.extend(body.invoices.into_iter().map(|invoice| (name, invoice)));
    }
    invoices
}

pub(crate) fn example(name: &str) -> Invoice {
    examples().into_iter().find(|(known, _)| *known == name).unwrap().1
}

pub(crate) fn address() -> Address {
    Address {
        street: "Ukázková".into(),
        number: "1".into(),
        city: "Vzorov".into(),
        postcode: "799 01".into(),
        country: Country::Cz,
    }
}

pub(crate) fn seller() -> Seller {
    let account = |currency, iban: &str| Account { currency, iban: iban.into(), bic: None };
    Seller {
        name: "Vzorové služby & synové <s.r.o.>".into(),
        address: address(),
        company_number: "25123891".into(),
        tax_number: "CZ25123891".into(),
        registered: None,
        email: "zakaznici@utility.example".into(),
        phone: "+420 000 000 000".into(),
        accounts: vec![
            account(Currency::Czk, "CZ6508000000192000145399"),
            account(Currency::Pln, "PL61109010140000071219812874"),
        ],
    }
}

pub(crate) fn person() -> Party {
    let name = "Anna Ukázková".into();
    Party { name, address: address(), company_number: None, tax_number: None }
}

pub(crate) fn company() -> Party {
    Party {
        company_number: Some("25123891".into()),
        tax_number: Some("CZ25123891".into()),
        ..person()
    }
}

pub(crate) fn issued<'a>(invoice: &'a Invoice, seller: &'a Seller, buyer: &'a Party) -> Issued<'a> {
    Issued { invoice, seller, buyer, customer: "C-1001", pay_to: None }
}

fn czk(amount: Decimal) -> Money {
    Money::from_decimal(amount, Currency::Czk).unwrap()
}

fn round(amount: Decimal) -> Decimal {
    amount.round_dp_with_strategy(2, RoundingStrategy::MidpointAwayFromZero)
}

const RATES: [(i64, VatCategory); 5] = [
    (21, VatCategory::Standard),
    (12, VatCategory::Standard),
    (0, VatCategory::Exempt),
    (0, VatCategory::ReverseCharge),
    (0, VatCategory::Outside),
];

fn rate(place: usize) -> VatRate {
    let (percent, category) = RATES[place];
    VatRate { percent: percent.into(), category }
}

/// Any invoice of which the sums hold together.
pub(crate) fn invoices() -> impl Strategy<Value = Invoice> {
    let line = (1..5_000_000_i64, -200_000..900_000_i64, 0..RATES.len());
    let lines = prop::collection::vec(line, 1..12);
    let advances = prop::collection::vec((1..900_000_i64, 0..3_u8), 0..5);
    (lines, advances, any::<bool>(), -50..50_i64, 0..InvoiceKind::ALL.len()).prop_map(
        |(lines, advances, gross, rounding, kind)| {
            let method = if gross { VatMethod::FromGross } else { VatMethod::FromNet };
            let lines = lines.into_iter().map(|(q, p, r)| generated_line(q, p, rate(r)));
            let advances = advances.into_iter().map(|(minor, taxed)| advance(minor, taxed));
            let invoice = generated(lines.collect(), advances.collect(), method, rounding);
            let kind = InvoiceKind::ALL[kind];
            Invoice { kind, corrects: Some("F-1".parse().unwrap()), ..invoice }
        },
    )
}

fn generated_line(quantity: i64, price: i64, vat: VatRate) -> Line {
    let (quantity, unit_price) = (Decimal::new(quantity, 3), Decimal::new(price, 5));
    Line {
        supply_point: Some("P-1".parse().unwrap()),
        kind: LineKind::Consumption,
        name: "Vodné".into(),
        period: period(),
        bases: vec![],
        quantity,
        unit: BillingUnit::M3,
        unit_price,
        price: None,
        capacity: None,
        amount: czk(round(quantity * unit_price)),
        vat,
    }
}

fn period() -> Period {
    Period { from: jiff::civil::date(2025, 1, 1), to: jiff::civil::date(2025, 12, 31) }
}

/// An advance without a tax document, with one on all, or with one on a half.
fn advance(minor: i64, taxed: u8) -> DeductedAdvance {
    let gross = Decimal::new(if taxed == 2 { minor / 2 } else { minor }, 2);
    let total = total(gross, rate(0), VatMethod::FromGross);
    DeductedAdvance {
        paid_on: jiff::civil::date(2025, 6, 15),
        amount: czk(Decimal::new(minor, 2)),
        variable_symbol: Some("0012345678".into()),
        tax_document: (taxed > 0).then(|| "ZD-1".parse().unwrap()),
        taxed: if taxed > 0 { vec![total] } else { vec![] },
    }
}

fn total(sum: Decimal, rate: VatRate, method: VatMethod) -> VatTotal {
    let hundred = Decimal::ONE_HUNDRED;
    let (net, vat, gross) = match method {
        VatMethod::FromNet => {
            let vat = round(sum * rate.percent / hundred);
            (sum, vat, sum + vat)
        }
        VatMethod::FromGross => {
            let vat = round(sum * rate.percent / (hundred + rate.percent));
            (sum - vat, vat, sum)
        }
    };
    VatTotal { rate, net: czk(net), vat: czk(vat), gross: czk(gross) }
}

fn generated(
    lines: Vec<Line>,
    advances: Vec<DeductedAdvance>,
    vat_method: VatMethod,
    rounding: i64,
) -> Invoice {
    let mut vat: Vec<VatTotal> = Vec::new();
    for line in &lines {
        if !vat.iter().any(|total| total.rate == line.vat) {
            let same = lines.iter().filter(|other| other.vat == line.vat);
            let sum = same.map(|line| line.amount.to_decimal()).sum();
            vat.push(total(sum, line.vat, vat_method));
        }
    }
    let over = |of: fn(&VatTotal) -> Money| vat.iter().map(|t| of(t).to_decimal()).sum::<Decimal>();
    let (net, tax, gross) = (over(|t| t.net), over(|t| t.vat), over(|t| t.gross));
    let taken: Decimal = advances.iter().map(|a| a.amount.to_decimal()).sum();
    let rounding = Decimal::new(rounding, 2);
    let payable = czk(gross - taken + rounding);
    let totals = Totals {
        net: czk(net),
        vat: czk(tax),
        gross: czk(gross),
        advances: czk(taken),
        rounding: czk(rounding),
        payable,
    };
    let breakdown = Breakdown { bases: vec![], lines, vat_method, vat, advances, totals };
    let issued_on = jiff::civil::date(2026, 1, 20);
    Invoice {
        period: Some(period()),
        due_on: Some(jiff::civil::date(2026, 2, 3)),
        taxable_on: Some(jiff::civil::date(2025, 12, 31)),
        variable_symbol: Some("2026000001".into()),
        breakdown: Some(breakdown),
        ..Invoice::brief("F-2".parse().unwrap(), issued_on, payable)
    }
}
