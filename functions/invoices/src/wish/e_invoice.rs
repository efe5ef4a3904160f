//! Whether invoices come electronically.

use portal_contracts::change::EInvoiceChange;

use super::{Fit, Refusal};

/// `email`: where they are to go beside the portal.
pub(crate) fn new_e_invoice(
    before: bool,
    after: bool,
    email: Option<&str>,
) -> Result<Fit<EInvoiceChange>, Refusal> {
    let email = email.map(str::trim).filter(|email| after && !email.is_empty());
    let email = email.map(|email| email.parse().map_err(|_| Refusal::EmailInvalid)).transpose()?;
    // Who has them already may still send them elsewhere.
    if before == after && email.is_none() {
        return Err(Refusal::EInvoiceUnchanged);
    }
    Ok(Fit { change: EInvoiceChange { before, after, email }, unusual: Vec::new() })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn they_are_turned_on_off_or_sent_elsewhere() {
        let email = |fit: Fit<EInvoiceChange>| fit.change.email.map(|email| email.to_string());
        assert_eq!(email(new_e_invoice(false, true, None).unwrap()), None);
        let sent = new_e_invoice(true, true, Some(" anna@example.com ")).unwrap();
        assert_eq!(email(sent).as_deref(), Some("anna@example.com"));
        let off = new_e_invoice(true, false, Some("anna@example.com")).unwrap();
        assert_eq!(email(off), None, "paper needs no e-mail address");
        assert_eq!(new_e_invoice(true, true, Some("")), Err(Refusal::EInvoiceUnchanged));
        assert_eq!(new_e_invoice(false, false, None), Err(Refusal::EInvoiceUnchanged));
        assert_eq!(new_e_invoice(false, true, Some("anna@")), Err(Refusal::EmailInvalid));
    }
}
