//! Sums: VAT, totals, advances, what is to be paid.

use portal_contracts::{
    breakdown::DeductedAdvance,
    invoice::{VatMethod, VatTotal},
};
use portal_domain::Money;

use super::{Code, Finding, Place, Work};
use crate::{
    Error,
    number::{less, rounding, total},
    vat,
};

impl Work<'_> {
    /// Every amount is in the document's currency.
    pub(super) fn currencies(&mut self) {
        let breakdown = self.breakdown;
        let vat = |of: &VatTotal| [of.net, of.vat, of.gross];
        let lines = (0..=u16::MAX).zip(&breakdown.lines);
        let lines = lines.map(|(place, line)| (Place::Line(place), vec![line.amount]));
        let rates = (0..=u16::MAX).zip(&breakdown.vat);
        let rates = rates.map(|(place, of)| (Place::Vat(place), vat(of).to_vec()));
        let paid = (0..=u16::MAX).zip(&breakdown.advances).map(|(place, advance)| {
            let taxed = advance.taxed.iter().flat_map(vat);
            (Place::Advance(place), taxed.chain([advance.amount]).collect())
        });
        let totals = &breakdown.totals;
        let sums = vec![
            totals.net,
            totals.vat,
            totals.gross,
            totals.advances,
            totals.rounding,
            totals.payable,
        ];
        let amounts: Vec<_> =
            lines.chain(rates).chain(paid).chain([(Place::Document, sums)]).collect();
        for (place, amounts) in amounts {
            if amounts.iter().any(|amount| amount.currency != self.currency) {
                self.find(Finding::about(Code::CurrencyDiffers, place));
            }
        }
    }

    /// Everything from the lines' amounts on; whether what is to be paid is
    /// rounded to whole units.
    pub(super) fn sums(&mut self) -> Result<bool, Error> {
        self.vat()?;
        let breakdown = self.breakdown;
        let totals = &breakdown.totals;
        let of =
            |part: fn(&VatTotal) -> Money| total(breakdown.vat.iter().map(part), self.currency);
        let net = of(|rate| rate.net)?;
        let tax = of(|rate| rate.vat)?;
        let gross = total([totals.net, totals.vat], self.currency)?;
        let paid = total(breakdown.advances.iter().map(|paid| paid.amount), self.currency)?;
        let open = less(totals.gross, totals.advances)?;
        let whole_units = self.whole_units(open, totals.rounding)?;
        let nothing = Money { minor: 0, currency: self.currency };
        let rounding = if whole_units { rounding(open)? } else { nothing };
        let payable = total([open, totals.rounding], self.currency)?;
        for (place, advance) in (0..=u16::MAX).zip(&breakdown.advances) {
            self.advance(Place::Advance(place), advance)?;
        }
        for (code, said, computed) in [
            (Code::TotalNetDiffers, totals.net, net),
            (Code::TotalVatDiffers, totals.vat, tax),
            (Code::TotalGrossDiffers, totals.gross, gross),
            (Code::AdvancesDiffer, totals.advances, paid),
            (Code::RoundingDiffers, totals.rounding, rounding),
            (Code::PayableDiffers, totals.payable, payable),
            (Code::TotalDiffers, self.invoice.total, totals.payable),
        ] {
            self.same(code, Place::Document, said, computed);
        }
        Ok(whole_units)
    }

    fn same(&mut self, code: Code, place: Place, said: Money, computed: Money) {
        if said.minor != computed.minor {
            self.find(Finding::about(code, place).money(said, computed));
        }
    }

    /// Whether a price list says so; where none is known, whether it's done.
    fn whole_units(&self, open: Money, said: Money) -> Result<bool, Error> {
        let prices = self.breakdown.lines.iter().filter_map(|line| line.price.as_ref());
        let ids: Vec<_> = prices.map(|price| &price.price_list).collect();
        let mut known = self.price_lists.iter().filter(|list| ids.contains(&&list.id)).peekable();
        if known.peek().is_none() {
            return Ok(said.minor != 0 && said.minor == rounding(open)?.minor);
        }
        Ok(known.any(|list| list.whole_units))
    }

    /// Each rate once: its sum, and the tax that follows.
    fn vat(&mut self) -> Result<(), Error> {
        let breakdown = self.breakdown;
        let method = breakdown.vat_method;
        let lines = breakdown.lines.iter().map(|line| (line.vat, line.amount));
        let mut expected = vat::by_rate(lines, method, self.currency)?;
        for (place, said) in (0..=u16::MAX).zip(&breakdown.vat) {
            let at = Place::Vat(place);
            let Some(index) = expected.iter().position(|rate| rate.rate == said.rate) else {
                let finding = Finding::about(Code::VatRateExtra, at);
                self.find(Finding { difference: Some(said.gross), ..finding });
                continue;
            };
            let (said_base, computed) = match method {
                VatMethod::FromNet => (said.net, expected.remove(index).net),
                VatMethod::FromGross => (said.gross, expected.remove(index).gross),
            };
            self.same(Code::VatBaseDiffers, at, said_base, computed);
            let tax = vat::vat(said_base, said.rate, method)?.vat;
            self.same(Code::VatAmountDiffers, at, said.vat, tax);
            let gross = total([said.net, said.vat], self.currency)?;
            self.same(Code::VatSumDiffers, at, said.gross, gross);
        }
        for missing in expected {
            let nothing = Money { minor: 0, currency: self.currency };
            let finding = Finding::about(Code::VatRateMissing, Place::Document);
            self.find(finding.money(nothing, missing.gross));
        }
        Ok(())
    }

    /// What a tax document taxed of an advance: all of it, each rate's tax
    /// following from the net or from the gross sum.
    fn advance(&mut self, at: Place, advance: &DeductedAdvance) -> Result<(), Error> {
        for taxed in &advance.taxed {
            let from_gross = vat::vat(taxed.gross, taxed.rate, VatMethod::FromGross)?;
            let from_net = vat::vat(taxed.net, taxed.rate, VatMethod::FromNet)?;
            if *taxed != from_gross && *taxed != from_net {
                let finding = Finding::about(Code::AdvanceTaxDiffers, at);
                self.find(finding.money(taxed.vat, from_gross.vat));
            }
        }
        let gross = total(advance.taxed.iter().map(|rate| rate.gross), self.currency)?;
        if advance.tax_document.is_some() || !advance.taxed.is_empty() {
            self.same(Code::AdvanceTaxDiffers, at, gross, advance.amount);
        }
        Ok(())
    }
}
