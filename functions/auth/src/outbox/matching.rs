//! Whether what a person typed from an invoice is what billing sent.

use anyhow::Result;
use portal_domain::{CustomerId, Money};
use rust_decimal::Decimal;

use super::Outbox;
use crate::store::{Request, facts::Facts, requests::Kind};

impl Outbox {
    /// The customer that the request is about, if its data match. All of them
    /// are looked at, whichever is wrong.
    pub(super) async fn matching(&self, request: &Request) -> Result<Option<(CustomerId, Facts)>> {
        let Some(customer) = &request.customer else { return Ok(None) };
        let facts = self.logins.facts(customer).await?.filter(|facts| facts.active);
        let proven = match request.kind {
            Kind::CustomerInvitation => true,
            _ => self.knows_an_invoice(request, customer).await?,
        };
        Ok(facts.filter(|_| proven).map(|facts| (customer.clone(), facts)))
    }

    async fn knows_an_invoice(&self, request: &Request, customer: &CustomerId) -> Result<bool> {
        let Some(number) = &request.invoice else { return Ok(false) };
        let Some(total) = self.logins.invoice_total(customer, number).await? else {
            return Ok(false);
        };
        if request.amount.as_ref().is_some_and(|typed| same_amount(typed, total)) {
            return Ok(true);
        }
        let Some(typed) = &request.meter else { return Ok(false) };
        let serials = self.logins.serials(customer).await?;
        Ok(serials.iter().any(|serial| same_serial(serial, typed)))
    }
}

/// An invoice that pays back is printed with a minus or without.
fn same_amount(typed: &str, total: Money) -> bool {
    typed.parse::<Decimal>().is_ok_and(|typed| typed.abs() == total.to_decimal().abs())
}

/// As people copy it from the meter: spaces, dashes and case don't count.
fn same_serial(serial: &str, typed: &str) -> bool {
    let plain = |text: &str| -> String {
        text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_uppercase).collect()
    };
    let typed = plain(typed);
    !typed.is_empty() && plain(serial) == typed
}

#[cfg(test)]
mod tests {
    use portal_domain::Currency;

    use super::*;

    #[test]
    fn an_amount_is_the_same_to_the_last_hundredth() {
        let total = |minor| Money { minor, currency: Currency::Czk };
        assert!(same_amount("1234.5", total(123_450)));
        assert!(!same_amount("1234.51", total(123_450)));
        assert!(same_amount("12", total(-1200)));
        assert!(!same_amount("", total(0)));
    }

    #[test]
    fn a_serial_is_read_as_it_is_copied() {
        assert!(same_serial("ELM-12 345/a", "elm12345A"));
        assert!(!same_serial("ELM-12345", "12345"));
        assert!(!same_serial("--", "-"));
    }
}
