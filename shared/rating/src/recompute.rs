//! Every step of a document computed again: from the states to the sum.
//!
//! Each step is computed from what the step before *says*, so that one error is
//! found where it is; and beside that all of them one after another from the
//! states and price lists, for what was to be paid ([`Check::payable`]).

mod bases;
mod chains;
mod finding;
mod founded;
mod groups;
mod lines;
mod listed;
mod priced;
mod sums;

use portal_contracts::{
    breakdown::Breakdown,
    invoice::{Invoice, InvoiceKind},
    price_list::PriceList,
};
use portal_domain::{Currency, Money};

pub use finding::{Check, Code, Finding, Place, Value};

use crate::{Error, bill, number::total, vat};

/// Computes a document again and says what differs.
///
/// `price_lists` are those that its lines name; further ones of the same
/// products tell more exactly until when a list was valid, and what the right
/// one would have cost.
pub fn recompute(invoice: &Invoice, price_lists: &[PriceList]) -> Check {
    let Some(breakdown) = &invoice.breakdown else {
        return Check::of(vec![Finding::about(Code::NoBreakdown, Place::Document)], None);
    };
    let mut work = Work {
        invoice,
        breakdown,
        price_lists,
        currency: invoice.total.currency,
        findings: vec![],
    };
    let payable = work.all();
    if payable.is_err() && !work.findings.iter().any(|finding| finding.code == Code::TooLarge) {
        work.find(Finding::about(Code::TooLarge, Place::Document));
    }
    work.findings.sort_by_key(|finding| finding.place);
    Check::of(work.findings, payable.ok())
}

/// What is computed again, and what was found so far.
struct Work<'a> {
    invoice: &'a Invoice,
    breakdown: &'a Breakdown,
    price_lists: &'a [PriceList],
    currency: Currency,
    findings: Vec<Finding>,
}

impl Work<'_> {
    fn find(&mut self, finding: Finding) {
        self.findings.push(finding);
    }

    /// Whether it gives back: quantities are negative, and what it is about was
    /// counted in another document.
    fn gives_back(&self) -> bool {
        self.invoice.kind == InvoiceKind::CreditNote
    }

    /// Each step; what was to be paid.
    fn all(&mut self) -> Result<Money, Error> {
        self.currencies();
        let right_bases = self.bases()?;
        if !self.gives_back() {
            self.chains()?;
            self.periods()?;
        }
        let right_lines = self.lines(&right_bases)?;
        let whole_units = self.sums()?;
        let taxed = self.breakdown.lines.iter().zip(right_lines);
        let taxed = taxed.map(|(line, amount)| (self.rate(line), amount));
        let taxed: Vec<_> = taxed.collect();
        let vat = vat::by_rate(taxed, self.breakdown.vat_method, self.currency)?;
        let paid = total(self.breakdown.advances.iter().map(|paid| paid.amount), self.currency)?;
        Ok(bill::totals(&vat, paid, whole_units)?.payable)
    }
}
