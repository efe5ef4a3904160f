//! Settlements that are wrong on purpose: one step of the way to the sum is
//! spoiled, and what follows from it follows, so that it doesn't show in the
//! sums alone.

use anyhow::{Context, Result};
use jiff::ToSpan;
use portal_contracts::{
    breakdown::{Basis, Breakdown, LineKind, Metered},
    invoice::{Invoice, VatCategory, VatMethod, VatRate},
    update::{Invoices, Update, UpdateBody},
};
use portal_rating::{number, recompute::Code, vat};
use rust_decimal::Decimal;

/// Which step is spoiled.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Wrong {
    /// A register's last state is higher than what was counted.
    State,
    /// A register goes on from another state than it ended with.
    StateAfter,
    /// What was measured isn't the difference of the states.
    Measured,
    /// What is billed isn't what was measured.
    BilledQuantity,
    /// Gas has another calorific value than it was converted with.
    Conversion,
    /// Rain fell on a larger roof.
    Rainwater,
    /// A line counts more than its registers did.
    LineQuantity,
    /// A line counts more months than there were.
    Months,
    /// A line counts a register twice.
    CountedTwice,
    /// A unit costs more than in the price list.
    Price,
    /// The price is that of another year's list.
    OtherYear,
    /// A line's period ends a day too late.
    Period,
    /// Quantity times price is another amount.
    Amount,
    /// A line stands there twice.
    LineTwice,
    /// VAT of another rate.
    VatRate,
    /// VAT that doesn't follow from its base.
    VatAmount,
    /// The base of VAT isn't the sum of its lines.
    VatBase,
    TotalNet,
    TotalVat,
    TotalGross,
    /// Less is deducted than was paid in advance.
    Advances,
    /// A tax document on an advance taxed another sum.
    AdvanceTax,
    /// Rounded by a whole unit too much.
    Rounding,
    /// What is to be paid doesn't follow from the sums.
    Payable,
    /// The document asks for something else than its breakdown.
    Total,
}

impl Wrong {
    pub const ALL: [Self; 25] = [
        Self::State,
        Self::StateAfter,
        Self::Measured,
        Self::BilledQuantity,
        Self::Conversion,
        Self::Rainwater,
        Self::LineQuantity,
        Self::Months,
        Self::CountedTwice,
        Self::Price,
        Self::OtherYear,
        Self::Period,
        Self::Amount,
        Self::LineTwice,
        Self::VatRate,
        Self::VatAmount,
        Self::VatBase,
        Self::TotalNet,
        Self::TotalVat,
        Self::TotalGross,
        Self::Advances,
        Self::AdvanceTax,
        Self::Rounding,
        Self::Payable,
        Self::Total,
    ];

    /// What a recomputation has to say about it, one of these at least.
    pub fn codes(self) -> &'static [Code] {
        match self {
            Self::State | Self::Measured => &[Code::MeasuredDiffers],
            Self::StateAfter => &[Code::StateNotContinued],
            Self::BilledQuantity | Self::Conversion => &[Code::BilledQuantityDiffers],
            Self::Rainwater => &[Code::RainQuantityDiffers],
            Self::LineQuantity | Self::Months => &[Code::QuantityDiffers],
            Self::CountedTwice => &[Code::BasisCountedTwice, Code::QuantityDiffers],
            Self::Price => &[Code::UnitPriceDiffers],
            Self::OtherYear => &[Code::PriceListNotValid],
            Self::Period => &[Code::PeriodOutsideDocument, Code::PeriodOverlap, Code::PeriodGap],
            Self::Amount => &[Code::AmountDiffers],
            Self::LineTwice => &[
                Code::PeriodOverlap,
                Code::BasisCountedTwice,
                Code::QuantityDiffers,
                Code::LineExtra,
            ],
            Self::VatRate => &[Code::VatRateDiffers],
            Self::VatAmount => &[Code::VatAmountDiffers],
            Self::VatBase => &[Code::VatBaseDiffers],
            Self::TotalNet => &[Code::TotalNetDiffers],
            Self::TotalVat => &[Code::TotalVatDiffers],
            Self::TotalGross => &[Code::TotalGrossDiffers],
            Self::Advances => &[Code::AdvancesDiffer],
            Self::AdvanceTax => &[Code::AdvanceTaxDiffers],
            Self::Rounding => &[Code::RoundingDiffers],
            Self::Payable => &[Code::PayableDiffers],
            Self::Total => &[Code::TotalDiffers],
        }
    }

    /// `invoice`, wrong in this way; `None` if it has nothing that could be.
    pub fn spoil(self, invoice: &Invoice) -> Option<Invoice> {
        let mut wrong = invoice.clone();
        let breakdown = wrong.breakdown.as_mut()?;
        self.spoil_step(breakdown)?;
        wrong.total = match self {
            Self::Total => portal_domain::Money { minor: wrong.total.minor + 1, ..wrong.total },
            _ => breakdown.totals.payable,
        };
        (wrong != *invoice).then_some(wrong)
    }

    fn spoil_step(self, all: &mut Breakdown) -> Option<()> {
        let cent = 1;
        match self {
            Self::State => metered(all).last()?.to.value += Decimal::ONE,
            Self::StateAfter => {
                let register = metered(all).next()?.register.clone();
                let mut of_register = metered(all).filter(|basis| basis.register == register);
                let second = of_register.nth(1)?;
                second.from.value += Decimal::ONE;
                second.to.value += Decimal::ONE;
            }
            Self::Measured => metered(all).next()?.measured += Decimal::ONE,
            Self::BilledQuantity => metered(all).next()?.quantity += Decimal::ONE,
            Self::Conversion => {
                // So much that it's seen also where little was burnt.
                let burnt = metered(all).find(|basis| basis.measured > Decimal::ONE)?;
                burnt.conversion.as_mut()?.calorific_value += Decimal::TWO;
            }
            Self::Rainwater => all.bases.iter_mut().find_map(|basis| match basis {
                Basis::Rainwater(rain) => {
                    rain.surfaces.first_mut()?.area += Decimal::ONE_HUNDRED;
                    Some(())
                }
                Basis::Metered(_) => None,
            })?,
            Self::LineQuantity => self.recount(all, LineKind::Consumption)?,
            Self::Months => self.recount(all, LineKind::Fixed)?,
            Self::CountedTwice => {
                let line = all.lines.iter_mut().find(|line| line.bases.len() > 1)?;
                let first = *line.bases.first()?;
                line.bases.push(first);
            }
            Self::Price => {
                let line = all.lines.iter_mut().find(|line| line.price.is_some())?;
                line.unit_price += Decimal::new(1, 2);
                count_again(all)?;
            }
            Self::OtherYear => {
                let last = all.lines.last()?.price.as_ref()?.price_list.clone();
                let line = all.lines.first_mut()?;
                let price = line.price.as_mut().filter(|price| price.price_list != last)?;
                price.price_list = last;
            }
            Self::Period => {
                let line = all.lines.last_mut()?;
                line.period.to = line.period.to.checked_add(1.day()).ok()?;
            }
            Self::Amount => {
                all.lines.first_mut()?.amount.minor += cent;
                sum_again(all)?;
            }
            Self::LineTwice => {
                let line = all.lines.iter().find(|line| line.amount.minor != 0)?.clone();
                all.lines.push(line);
                sum_again(all)?;
            }
            Self::VatRate => {
                let rate = VatRate { percent: 15.into(), category: VatCategory::Standard };
                all.lines.first_mut()?.vat = rate;
                sum_again(all)?;
            }
            Self::VatAmount => {
                let method = all.vat_method;
                let rate = all.vat.first_mut()?;
                rate.vat.minor += cent;
                match method {
                    VatMethod::FromNet => rate.gross.minor += cent,
                    VatMethod::FromGross => rate.net.minor -= cent,
                }
                total_again(all)?;
            }
            Self::VatBase => {
                let rate = all.vat.first_mut()?;
                rate.net.minor += 100 * cent;
                rate.gross.minor += 100 * cent;
                total_again(all)?;
            }
            Self::TotalNet => all.totals.net.minor += cent,
            Self::TotalVat => all.totals.vat.minor += cent,
            Self::TotalGross => all.totals.gross.minor += cent,
            Self::Advances => {
                all.totals.advances.minor -= all.advances.first()?.amount.minor;
                pay_again(all);
            }
            Self::AdvanceTax => {
                let mut taxed = all.advances.iter_mut().flat_map(|advance| &mut advance.taxed);
                taxed.next()?.vat.minor += cent;
            }
            Self::Rounding => {
                all.totals.rounding.minor += 100 * cent;
                all.totals.payable.minor += 100 * cent;
            }
            Self::Payable => all.totals.payable.minor += cent,
            Self::Total => {}
        }
        Some(())
    }

    /// A line of this kind counts one more.
    fn recount(self, all: &mut Breakdown, kind: LineKind) -> Option<()> {
        all.lines.iter_mut().find(|line| line.kind == kind)?.quantity += Decimal::ONE;
        count_again(all)
    }
}

/// An update with `invoice`, for the queue: as if billing had sent it anew.
pub fn update(of: &Update, invoice: Invoice, id: &str, version: u64) -> Result<Update> {
    let known = match &of.body {
        UpdateBody::Invoices(told) => told.invoices.iter().any(|one| one.number == invoice.number),
        _ => false,
    };
    known.then_some(()).context("the update doesn't have that invoice")?;
    let body = UpdateBody::Invoices(Invoices { invoices: vec![invoice] });
    Ok(Update { id: id.into(), version, body, ..of.clone() })
}

fn metered(all: &mut Breakdown) -> impl Iterator<Item = &mut Metered> {
    all.bases.iter_mut().filter_map(|basis| match basis {
        Basis::Metered(metered) => Some(metered),
        Basis::Rainwater(_) => None,
    })
}

/// Amounts of lines, and what follows.
fn count_again(all: &mut Breakdown) -> Option<()> {
    for line in &mut all.lines {
        line.amount = number::amount(line.quantity, line.unit_price, line.amount.currency).ok()?;
    }
    sum_again(all)
}

/// Sums per rate of VAT, and what follows.
fn sum_again(all: &mut Breakdown) -> Option<()> {
    let lines = all.lines.iter().map(|line| (line.vat, line.amount));
    all.vat = vat::by_rate(lines, all.vat_method, all.totals.currency()).ok()?;
    total_again(all)
}

/// Sums of all rates, and what follows.
fn total_again(all: &mut Breakdown) -> Option<()> {
    all.totals.net.minor = all.vat.iter().map(|rate| rate.net.minor).sum();
    all.totals.vat.minor = all.vat.iter().map(|rate| rate.vat.minor).sum();
    all.totals.gross.minor = all.totals.net.minor + all.totals.vat.minor;
    pay_again(all);
    Some(())
}

/// What is to be paid, in whole units if it was.
fn pay_again(all: &mut Breakdown) {
    let totals = &mut all.totals;
    let whole = totals.rounding.minor != 0 && totals.payable.minor % 100 == 0;
    let open = totals.gross.minor - totals.advances.minor;
    totals.rounding.minor = 0;
    if whole {
        let units = number::round(Decimal::new(open, 2), 0) * Decimal::ONE_HUNDRED;
        let payable = i64::try_from(units).unwrap_or(open);
        totals.rounding.minor = payable - open;
    }
    totals.payable.minor = open + totals.rounding.minor;
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use portal_contracts::invoice::InvoiceKind;
    use portal_rating::recompute;

    use super::*;
    use crate::{Utility, generate, messages};

    fn utility() -> Utility {
        generate(1, 60, jiff::civil::date(2026, 3, 31)).unwrap()
    }

    #[test]
    fn every_wrong_settlement_is_found_and_its_fault_named() {
        let utility = utility();
        let mut counts: BTreeMap<Wrong, usize> = BTreeMap::new();
        let invoices = utility.accounts.iter().flat_map(|account| &account.invoices);
        for invoice in invoices.filter(|invoice| invoice.kind == InvoiceKind::Settlement) {
            for wrong in Wrong::ALL {
                let Some(spoiled) = wrong.spoil(invoice) else { continue };
                let check = recompute(&spoiled, &utility.price_lists);
                assert!(check.differs, "{wrong:?}: {}", invoice.number);
                let named = |code| check.findings.iter().any(|finding| finding.code == code);
                assert!(
                    wrong.codes().iter().any(|code| named(*code)),
                    "{wrong:?}: {} {:#?}",
                    invoice.number,
                    check.findings
                );
                *counts.entry(wrong).or_default() += 1;
            }
        }
        for wrong in Wrong::ALL {
            let count = counts.get(&wrong).copied().unwrap_or_default();
            assert!(count >= 5, "{wrong:?} only {count} times");
        }
        assert!(counts.values().sum::<usize>() > 2_000, "{counts:?}");
    }

    #[test]
    fn a_wrong_invoice_goes_where_the_right_one_went() {
        let utility = utility();
        let account = &utility.accounts[0];
        let updates = messages::of_account(&utility, account).unwrap();
        let right = account.invoices.last().unwrap();
        let wrong = Wrong::Price.spoil(right).unwrap();
        let of = updates.iter().find(|one| one.body.type_name() == "invoices").unwrap();
        let sent = update(of, wrong.clone(), "w1", 9).unwrap();
        assert_eq!((sent.customer, sent.version), (account.id.clone(), 9));
        assert_eq!(sent.body, UpdateBody::Invoices(Invoices { invoices: vec![wrong.clone()] }));
        assert!(update(&updates[0], wrong, "w2", 9).is_err());
    }
}
