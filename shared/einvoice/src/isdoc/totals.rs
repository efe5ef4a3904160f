//! ISDOC: advances, taxes, totals and the payment.

use std::io;

use portal_contracts::invoice::{VatCategory, VatRate};
use rust_decimal::Decimal;

use super::{applies, classified, truth};
use crate::{
    Account, Issued,
    sums::{RateSum, Sums, TaxedAdvance},
    xml::{Xml, plain},
};

pub(super) fn deposits(xml: &mut Xml, sums: &Sums<'_>) -> io::Result<()> {
    if !sums.untaxed.is_empty() {
        xml.within("NonTaxedDeposits", |xml| {
            sums.untaxed.iter().try_for_each(|advance| {
                xml.within("NonTaxedDeposit", |xml| {
                    xml.text("ID", &advance.id)?;
                    xml.text("VariableSymbol", &advance.variable_symbol)?;
                    xml.amount("DepositAmount", advance.amount)
                })
            })
        })?;
    }
    if sums.taxed.is_empty() {
        return Ok(());
    }
    xml.within("TaxedDeposits", |xml| {
        sums.taxed.iter().try_for_each(|advance| {
            xml.within("TaxedDeposit", |xml| {
                xml.text("ID", advance.document)?;
                xml.text("VariableSymbol", advance.variable_symbol)?;
                xml.amount("TaxableDepositAmount", advance.net)?;
                xml.amount("TaxInclusiveDepositAmount", advance.gross)?;
                let taxed = applies(advance.rate.category, sums);
                classified(xml, advance.rate.percent, sums, taxed)
            })
        })
    })
}

pub(super) fn taxes(xml: &mut Xml, sums: &Sums<'_>) -> io::Result<()> {
    xml.within("TaxTotal", |xml| {
        for sum in by_rate(sums) {
            xml.within("TaxSubTotal", |xml| subtotal(xml, &sum, sums))?;
        }
        xml.amount("TaxAmount", sums.vat)
    })
}

/// The sums of each rate, those included that only an advance was taxed at.
fn by_rate(sums: &Sums<'_>) -> Vec<RateSum> {
    let mut all = sums.rates.clone();
    for advance in &sums.taxed {
        if !all.iter().any(|sum| sum.rate == advance.rate) {
            let (net, vat, gross) = Default::default();
            all.push(RateSum { rate: advance.rate, net, vat, gross });
        }
    }
    all
}

fn subtotal(xml: &mut Xml, sum: &RateSum, sums: &Sums<'_>) -> io::Result<()> {
    let claimed = |of: fn(&TaxedAdvance<'_>) -> Decimal| claimed(sums, Some(sum.rate), of);
    let (net, vat, gross) = (claimed(|a| a.net), claimed(|a| a.vat), claimed(|a| a.gross));
    xml.amount("TaxableAmount", sum.net)?;
    xml.amount("TaxAmount", sum.vat)?;
    xml.amount("TaxInclusiveAmount", sum.gross)?;
    xml.amount("AlreadyClaimedTaxableAmount", net)?;
    xml.amount("AlreadyClaimedTaxAmount", vat)?;
    xml.amount("AlreadyClaimedTaxInclusiveAmount", gross)?;
    xml.amount("DifferenceTaxableAmount", sum.net - net)?;
    xml.amount("DifferenceTaxAmount", sum.vat - vat)?;
    xml.amount("DifferenceTaxInclusiveAmount", sum.gross - gross)?;
    xml.within("TaxCategory", |xml| {
        xml.text("Percent", &plain(sum.rate.percent))?;
        xml.text("VATApplicable", truth(applies(sum.rate.category, sums)))?;
        xml.text("LocalReverseChargeFlag", truth(sum.rate.category == VatCategory::ReverseCharge))
    })
}

/// What tax documents on advances taxed, at a rate or at all.
fn claimed(
    sums: &Sums<'_>,
    rate: Option<VatRate>,
    of: fn(&TaxedAdvance<'_>) -> Decimal,
) -> Decimal {
    let fits = |advance: &&TaxedAdvance<'_>| rate.is_none_or(|rate| rate == advance.rate);
    sums.taxed.iter().filter(fits).map(of).sum()
}

pub(super) fn all(xml: &mut Xml, sums: &Sums<'_>) -> io::Result<()> {
    let (net, gross) = (claimed(sums, None, |a| a.net), claimed(sums, None, |a| a.gross));
    let deposits: Decimal = sums.untaxed.iter().map(|advance| advance.amount).sum();
    xml.within("LegalMonetaryTotal", |xml| {
        xml.amount("TaxExclusiveAmount", sums.net)?;
        xml.amount("TaxInclusiveAmount", sums.gross)?;
        xml.amount("AlreadyClaimedTaxExclusiveAmount", net)?;
        xml.amount("AlreadyClaimedTaxInclusiveAmount", gross)?;
        xml.amount("DifferenceTaxExclusiveAmount", sums.net - net)?;
        xml.amount("DifferenceTaxInclusiveAmount", sums.gross - gross)?;
        xml.amount("PayableRoundingAmount", sums.rounding)?;
        xml.amount("PaidDepositsAmount", deposits)?;
        xml.amount("PayableAmount", sums.payable)
    })
}

/// A transfer to the account, where something is to be paid until a day. Without
/// the element the reader pays nothing.
pub(super) fn payment(xml: &mut Xml, issued: &Issued<'_>, sums: &Sums<'_>) -> io::Result<()> {
    let gives_back = sums.kind == crate::sums::Kind::CreditNote;
    let (Some(account), Some(due_on)) = (issued.account(), issued.invoice.due_on) else {
        return Ok(());
    };
    if gives_back || sums.payable <= Decimal::ZERO {
        return Ok(());
    }
    xml.within("PaymentMeans", |xml| {
        xml.within("Payment", |xml| {
            xml.amount("PaidAmount", sums.payable)?;
            xml.text("PaymentMeansCode", "42")?;
            xml.within("Details", |xml| {
                xml.text("PaymentDueDate", &due_on.to_string())?;
                bank_account(xml, &account)?;
                xml.text_if("VariableSymbol", issued.invoice.variable_symbol.as_deref())
            })
        })
    })
}

/// The account's number and bank as the country writes them: both stand in the
/// IBAN (CZ: bank 4, prefix 6, number 10; PL: bank 8, number 16).
fn bank_account(xml: &mut Xml, account: &Account) -> io::Result<()> {
    let iban: String = account.iban.split_whitespace().collect();
    let (number, bank) = match (iban.get(..2), iban.get(4..8), iban.get(8..14), iban.get(14..)) {
        (Some("CZ"), Some(bank), Some(prefix), Some(number)) => {
            let short = |digits: &str| digits.trim_start_matches('0').to_owned();
            let prefix = short(prefix);
            let dash = if prefix.is_empty() { "" } else { "-" };
            (format!("{prefix}{dash}{}", short(number)), bank.to_owned())
        }
        (Some("PL"), ..) => (iban[2..].to_owned(), iban.get(4..12).unwrap_or_default().to_owned()),
        _ => (iban.clone(), String::new()),
    };
    xml.text("ID", &number)?;
    xml.text("BankCode", &bank)?;
    // Required; nothing tells the bank's name.
    xml.text("Name", "")?;
    xml.text("IBAN", &iban)?;
    xml.text("BIC", account.bic.as_deref().unwrap_or_default())
}
