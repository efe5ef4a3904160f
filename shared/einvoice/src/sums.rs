//! What an invoice comes to, as both formats need it: each line without tax, the
//! tax and with it; advances with a tax document and without one.
//!
//! A document's tax is computed from the sum of a rate's lines, so that the
//! taxes of single lines need not add up to it. Here they do: a line's tax is
//! the tax of all lines up to it less the tax of all before it, and the last
//! line of a rate takes what remains. No line is off by more than a hundredth.

use portal_contracts::{
    breakdown::{BillingUnit, Breakdown, Line},
    invoice::{Invoice, InvoiceKind, Period, VatMethod, VatRate},
};
use portal_domain::{Country, Currency, Money};
use rust_decimal::{Decimal, RoundingStrategy};

use crate::Unfit;

/// An invoice's amounts in the currency's unit. Those of a document that gives
/// back are positive here: its kind says that they're given back.
pub(crate) struct Sums<'a> {
    pub(crate) kind: Kind,
    pub(crate) method: VatMethod,
    pub(crate) lines: Vec<SumLine<'a>>,
    pub(crate) rates: Vec<RateSum>,
    pub(crate) taxed: Vec<TaxedAdvance<'a>>,
    pub(crate) untaxed: Vec<UntaxedAdvance>,
    pub(crate) net: Decimal,
    pub(crate) vat: Decimal,
    pub(crate) gross: Decimal,
    pub(crate) advances: Decimal,
    pub(crate) rounding: Decimal,
    pub(crate) payable: Decimal,
}

/// What a document is to accounting.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    Invoice,
    Settlement,
    AdvanceRequest,
    AdvanceTaxDocument,
    /// Gives back.
    CreditNote,
    /// A correction upwards.
    DebitNote,
}

pub(crate) struct SumLine<'a> {
    /// What it was made from; none: the request's only line.
    pub(crate) line: Option<&'a Line>,
    pub(crate) name: &'a str,
    pub(crate) period: Option<Period>,
    pub(crate) quantity: Decimal,
    pub(crate) unit: BillingUnit,
    pub(crate) net_price: Decimal,
    pub(crate) gross_price: Decimal,
    pub(crate) net: Decimal,
    pub(crate) vat: Decimal,
    pub(crate) gross: Decimal,
    pub(crate) rate: VatRate,
}

#[derive(Clone, Copy)]
pub(crate) struct RateSum {
    pub(crate) rate: VatRate,
    pub(crate) net: Decimal,
    pub(crate) vat: Decimal,
    pub(crate) gross: Decimal,
}

/// What a tax document on an advance taxed, at one rate.
pub(crate) struct TaxedAdvance<'a> {
    pub(crate) document: &'a str,
    pub(crate) variable_symbol: &'a str,
    pub(crate) rate: VatRate,
    pub(crate) net: Decimal,
    pub(crate) vat: Decimal,
    pub(crate) gross: Decimal,
}

/// What was paid in advance and not taxed then.
pub(crate) struct UntaxedAdvance {
    /// What tells it from others: the symbol it was paid with, or the day.
    pub(crate) id: String,
    pub(crate) variable_symbol: String,
    pub(crate) amount: Decimal,
}

impl<'a> Sums<'a> {
    /// The sums of `invoice`, issued from `country`, if they hold together.
    pub(crate) fn of(invoice: &'a Invoice, country: Country) -> Result<Self, Unfit> {
        let mut sums = match (&invoice.breakdown, invoice.kind) {
            (Some(breakdown), _) if !breakdown.lines.is_empty() => broken_down(invoice, breakdown)?,
            (None, InvoiceKind::AdvanceRequest) => bare_request(invoice, country),
            _ => return Err(Unfit::NoLines),
        };
        if sums.kind == Kind::CreditNote {
            sums.turn();
        }
        Ok(sums)
    }

    /// Gives every amount the other sign. Prices stay: a quantity is turned.
    fn turn(&mut self) {
        for line in &mut self.lines {
            for amount in [&mut line.quantity, &mut line.net, &mut line.vat, &mut line.gross] {
                *amount = -*amount;
            }
        }
        for rate in &mut self.rates {
            (rate.net, rate.vat, rate.gross) = (-rate.net, -rate.vat, -rate.gross);
        }
        for taxed in &mut self.taxed {
            (taxed.net, taxed.vat, taxed.gross) = (-taxed.net, -taxed.vat, -taxed.gross);
        }
        for untaxed in &mut self.untaxed {
            untaxed.amount = -untaxed.amount;
        }
        (self.net, self.vat, self.gross) = (-self.net, -self.vat, -self.gross);
        (self.advances, self.rounding) = (-self.advances, -self.rounding);
        self.payable = -self.payable;
    }
}

/// A request that says only how much: one line, not subject to VAT.
fn bare_request(invoice: &Invoice, country: Country) -> Sums<'_> {
    let amount = invoice.total.to_decimal();
    let rate = VatRate {
        percent: Decimal::ZERO,
        category: portal_contracts::invoice::VatCategory::Outside,
    };
    let name = if country == Country::Pl { "Zaliczka" } else { "Záloha" };
    let line = SumLine {
        line: None,
        name,
        period: invoice.period,
        quantity: Decimal::ONE,
        unit: BillingUnit::Piece,
        net_price: amount,
        gross_price: amount,
        net: amount,
        vat: Decimal::ZERO,
        gross: amount,
        rate,
    };
    Sums {
        kind: Kind::AdvanceRequest,
        method: VatMethod::FromNet,
        lines: vec![line],
        rates: vec![RateSum { rate, net: amount, vat: Decimal::ZERO, gross: amount }],
        taxed: vec![],
        untaxed: vec![],
        net: amount,
        vat: Decimal::ZERO,
        gross: amount,
        advances: Decimal::ZERO,
        rounding: Decimal::ZERO,
        payable: amount,
    }
}

fn broken_down<'a>(invoice: &'a Invoice, breakdown: &'a Breakdown) -> Result<Sums<'a>, Unfit> {
    let currency = invoice.total.currency;
    let amount = |money: Money| in_currency(money, currency);
    let totals = &breakdown.totals;
    let mut rates: Vec<RateSum> = Vec::new();
    for total in &breakdown.vat {
        let rate = total.rate;
        if rates.iter().any(|known| known.rate == rate) {
            return Err(Unfit::SumsDiffer("a rate of VAT stands twice"));
        }
        let (net, vat, gross) = (amount(total.net)?, amount(total.vat)?, amount(total.gross)?);
        rates.push(RateSum { rate, net, vat, gross });
    }
    let mut sums = Sums {
        kind: kind(invoice, totals.gross),
        method: breakdown.vat_method,
        lines: lines(breakdown, &rates, currency)?,
        rates,
        taxed: vec![],
        untaxed: vec![],
        net: amount(totals.net)?,
        vat: amount(totals.vat)?,
        gross: amount(totals.gross)?,
        advances: amount(totals.advances)?,
        rounding: amount(totals.rounding)?,
        payable: amount(totals.payable)?,
    };
    (sums.taxed, sums.untaxed) = advances(invoice, breakdown, sums.advances)?;
    check(&sums, invoice)?;
    Ok(sums)
}

fn kind(invoice: &Invoice, gross: Money) -> Kind {
    match invoice.kind {
        InvoiceKind::Invoice => Kind::Invoice,
        InvoiceKind::Settlement => Kind::Settlement,
        InvoiceKind::AdvanceRequest => Kind::AdvanceRequest,
        InvoiceKind::AdvanceTaxDocument => Kind::AdvanceTaxDocument,
        InvoiceKind::CreditNote if gross.minor > 0 => Kind::DebitNote,
        InvoiceKind::CreditNote => Kind::CreditNote,
    }
}

fn in_currency(money: Money, currency: Currency) -> Result<Decimal, Unfit> {
    let same = money.currency == currency;
    same.then(|| money.to_decimal()).ok_or(Unfit::SumsDiffer("there are several currencies"))
}

/// The lines with their taxes, which add up to those of the rates.
fn lines<'a>(
    breakdown: &'a Breakdown,
    rates: &[RateSum],
    currency: Currency,
) -> Result<Vec<SumLine<'a>>, Unfit> {
    let mut before: Vec<(Decimal, Decimal)> = vec![Default::default(); rates.len()];
    let mut lines = Vec::with_capacity(breakdown.lines.len());
    for (at, line) in breakdown.lines.iter().enumerate() {
        let place = rates.iter().position(|rate| rate.rate == line.vat);
        let place = place.ok_or(Unfit::SumsDiffer("a line's rate of VAT isn't summed up"))?;
        let amount = in_currency(line.amount, currency)?;
        let (sum, tax) = before[place];
        let last = !breakdown.lines[at + 1..].iter().any(|later| later.vat == line.vat);
        let tax_so_far =
            if last { rates[place].vat } else { tax_of(sum + amount, line.vat, breakdown) };
        before[place] = (sum + amount, tax_so_far);
        lines.push(sum_line(line, amount, tax_so_far - tax, breakdown.vat_method));
    }
    for (rate, (sum, _)) in rates.iter().zip(&before) {
        let said = if breakdown.vat_method == VatMethod::FromNet { rate.net } else { rate.gross };
        if said != *sum {
            return Err(Unfit::SumsDiffer("the lines of a rate don't come to its sum"));
        }
    }
    Ok(lines)
}

fn sum_line(line: &Line, amount: Decimal, vat: Decimal, method: VatMethod) -> SumLine<'_> {
    let (net, gross) = match method {
        VatMethod::FromNet => (amount, amount + vat),
        VatMethod::FromGross => (amount - vat, amount),
    };
    let with_tax = (Decimal::ONE_HUNDRED + line.vat.percent) / Decimal::ONE_HUNDRED;
    let (net_price, gross_price) = match method {
        VatMethod::FromNet => (line.unit_price, (line.unit_price * with_tax).round_dp(6)),
        // The price that the line's own net amount follows from.
        VatMethod::FromGross if line.quantity.is_zero() => {
            ((line.unit_price / with_tax).round_dp(6), line.unit_price)
        }
        VatMethod::FromGross => ((net / line.quantity).round_dp(10), line.unit_price),
    };
    // A price is never negative: the quantity is.
    let (quantity, net_price, gross_price) = if net_price.is_sign_negative() {
        (-line.quantity, -net_price, gross_price.abs())
    } else {
        (line.quantity, net_price, gross_price)
    };
    SumLine {
        line: Some(line),
        name: &line.name,
        period: Some(line.period),
        quantity,
        unit: line.unit,
        net_price,
        gross_price,
        net,
        vat,
        gross,
        rate: line.vat,
    }
}

/// The tax of a sum at a rate, by the document's method.
fn tax_of(sum: Decimal, rate: VatRate, breakdown: &Breakdown) -> Decimal {
    let whole = match breakdown.vat_method {
        VatMethod::FromNet => Decimal::ONE_HUNDRED,
        VatMethod::FromGross => Decimal::ONE_HUNDRED + rate.percent,
    };
    let tax = sum * rate.percent / whole;
    tax.round_dp_with_strategy(2, RoundingStrategy::MidpointAwayFromZero)
}

type Advances<'a> = (Vec<TaxedAdvance<'a>>, Vec<UntaxedAdvance>);

/// The deducted advances by whether they were taxed. What of one its tax
/// document didn't tax counts as not taxed, and so does what the totals take
/// off beyond the advances that are named.
fn advances<'a>(
    invoice: &'a Invoice,
    breakdown: &'a Breakdown,
    total: Decimal,
) -> Result<Advances<'a>, Unfit> {
    let currency = invoice.total.currency;
    let (mut taxed, mut untaxed) = (Vec::new(), Vec::new());
    let mut named = Decimal::ZERO;
    for advance in &breakdown.advances {
        let amount = in_currency(advance.amount, currency)?;
        let symbol = advance.variable_symbol.as_deref().unwrap_or_default();
        named += amount;
        let mut rest = amount;
        if let Some(document) = &advance.tax_document {
            for part in &advance.taxed {
                let taxes = TaxedAdvance {
                    document: document.as_str(),
                    variable_symbol: symbol,
                    rate: part.rate,
                    net: in_currency(part.net, currency)?,
                    vat: in_currency(part.vat, currency)?,
                    gross: in_currency(part.gross, currency)?,
                };
                if taxes.net + taxes.vat != taxes.gross {
                    return Err(Unfit::SumsDiffer("a taxed advance isn't its net and its tax"));
                }
                rest -= taxes.gross;
                taxed.push(taxes);
            }
        }
        if !rest.is_zero() {
            let id = if symbol.is_empty() { advance.paid_on.to_string() } else { symbol.into() };
            untaxed.push(UntaxedAdvance { id, variable_symbol: symbol.into(), amount: rest });
        }
    }
    if named != total {
        let symbol = invoice.variable_symbol.clone().unwrap_or_default();
        let id = invoice.number.as_str().to_owned();
        untaxed.push(UntaxedAdvance { id, variable_symbol: symbol, amount: total - named });
    }
    Ok((taxed, untaxed))
}

fn check(sums: &Sums<'_>, invoice: &Invoice) -> Result<(), Unfit> {
    let over = |of: fn(&RateSum) -> Decimal| sums.rates.iter().map(of).sum::<Decimal>();
    let each = sums.rates.iter().all(|rate| rate.net + rate.vat == rate.gross);
    let holds = [
        (each, "a rate's gross isn't its net and its tax"),
        (over(|rate| rate.net) == sums.net, "the rates' nets don't come to the net total"),
        (over(|rate| rate.vat) == sums.vat, "the rates' taxes don't come to the tax total"),
        (sums.net + sums.vat == sums.gross, "the gross total isn't the net and the tax"),
        (
            sums.gross - sums.advances + sums.rounding == sums.payable,
            "what is to be paid isn't the gross less advances",
        ),
        (
            invoice.total.to_decimal() == sums.payable,
            "the invoice's total isn't what is to be paid",
        ),
    ];
    match holds.into_iter().find(|(holds, _)| !holds) {
        Some((_, why)) => Err(Unfit::SumsDiffer(why)),
        None => Ok(()),
    }
}
