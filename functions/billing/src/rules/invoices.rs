//! Numbered documents about money.

use portal_contracts::invoice::{Invoice, InvoiceKind};

use super::{breakdown, each, holds, note, papers, period, symbol, text, unique};
use crate::read::Refusal;

pub(super) fn all(invoices: &[Invoice]) -> Result<(), Refusal> {
    unique("body.invoices", invoices.iter().map(|invoice| &invoice.number))?;
    each(invoices, "body.invoices", invoice)
}

fn invoice(at: &str, invoice: &Invoice) -> Result<(), Refusal> {
    period(at, invoice.period.as_ref())?;
    symbol(at, invoice.variable_symbol.as_ref())?;
    unique(&format!("{at}.supply_points"), invoice.supply_points.iter())?;
    note(&format!("{at}.note"), invoice.note.as_ref())?;
    if let Some(buyer) = &invoice.buyer {
        text(&format!("{at}.buyer.name"), &buyer.name)?;
    }
    let whole = invoice.kind != InvoiceKind::CreditNote || invoice.corrects.is_some();
    holds(whole, at, "a credit note names what it corrects")?;
    holds(invoice.corrects.as_ref() != Some(&invoice.number), at, "it corrects itself")?;
    if let Some(number) = &invoice.ksef_number {
        text(&format!("{at}.ksef_number"), number)?;
    }
    if let Some(file) = &invoice.file {
        papers::file(&format!("{at}.file"), file)?;
    }
    match &invoice.breakdown {
        Some(told) => breakdown::check(&format!("{at}.breakdown"), told, invoice.total.currency),
        None => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::super::tests::broken;

    const AT: &str = "body.invoices[0]";

    fn of(member: &str) -> String {
        format!("/body/invoices/0/{member}")
    }

    #[test]
    fn what_a_document_can_not_say_is_refused() {
        let check = |member: &str, value, says: &str| {
            broken("invoices-electricity", &of(member), value, &format!("{AT}{says}"));
        };
        check("period/to", json!("2024-05-14"), ": period ends before it begins");
        for symbol in ["", "12345678901", "12 34", "12a"] {
            check("variable_symbol", json!(symbol), ": variable_symbol is 1 to 10 digits");
        }
        check("supply_points", json!(["P-1", "P-1"]), ".supply_points: P-1 stands twice");
        check("note", json!("x".repeat(2001)), ".note: 1 to 2000 characters");
        check("buyer/name", json!(""), ".buyer.name: 1 to 200 characters");
        check("kind", json!("credit_note"), ": a credit note names what it corrects");
        check("corrects", json!("2025-004711"), ": it corrects itself");
        check("ksef_number", json!(" "), ".ksef_number: 1 to 200 characters");
    }

    #[test]
    fn a_document_is_named_once() {
        let brief = json!({
            "number": "1", "issued_on": "2026-01-01", "total": {"minor": 1, "currency": "CZK"},
        });
        let twice = json!([brief.clone(), brief]);
        broken("invoices", "/body/invoices", twice, "body.invoices: 1 stands twice");
    }

    #[test]
    fn a_file_is_one_of_billings() {
        let says =
            format!("{AT}.file.key: below billing/, of letters, digits and -_./, without ..");
        for key in [
            "invoices/1.pdf",
            "billing/",
            "billing/../portal/1.pdf",
            "billing/Anna Ukázková.pdf",
            "Billing/1.pdf",
            &format!("billing/{}", "x".repeat(249)),
        ] {
            broken("invoices-electricity", &of("file/key"), json!(key), &says);
        }
        let empty = format!("{AT}.file: size is above zero");
        broken("invoices-electricity", &of("file/size"), json!(0), &empty);
    }
}
