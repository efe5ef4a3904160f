//! The contract account, what is owed, what was paid, what is paid in advance.

use portal_contracts::ledger::{
    Advance, AdvanceSchedule, ContractAccount, Payment, PaymentMethod, Receivable,
};
use portal_domain::Money;

use super::{currency, each, holds, period, symbol, text, unique};
use crate::read::Refusal;

pub(super) fn account(account: &ContractAccount) -> Result<(), Refusal> {
    text("body.number", &account.number)?;
    for (name, number) in [("pay_to", &account.pay_to), ("refund_account", &account.refund_account)]
    {
        if let Some(number) = number {
            text(&format!("body.{name}"), number)?;
        }
    }
    match &account.method {
        PaymentMethod::Transfer => Ok(()),
        PaymentMethod::DirectDebit { account } => text("body.method.account", account),
        PaymentMethod::Sipo { number } => {
            let digits = number.len() == 10 && number.bytes().all(|b| b.is_ascii_digit());
            holds(digits, "body.method", "number is 10 digits")
        }
    }
}

pub(super) fn receivables(told: &[Receivable]) -> Result<(), Refusal> {
    unique("body.receivables", told.iter().map(|of| &of.id))?;
    each(told, "body.receivables", receivable)
}

fn receivable(at: &str, of: &Receivable) -> Result<(), Refusal> {
    period(at, of.period.as_ref())?;
    symbol(at, of.variable_symbol.as_ref())?;
    unique(&format!("{at}.supply_points"), of.supply_points.iter())?;
    currency(at, of.amount.currency, [of.settled])?;
    holds(part(of.settled, of.amount), at, "settled is beyond the amount, or of the other sign")
}

/// Whether `part` has the sign of `whole` and isn't more than it.
fn part(part: Money, whole: Money) -> bool {
    if whole.minor >= 0 {
        (0..=whole.minor).contains(&part.minor)
    } else {
        (whole.minor..=0).contains(&part.minor)
    }
}

pub(super) fn payments(told: &[Payment]) -> Result<(), Refusal> {
    unique("body.payments", told.iter().map(|of| &of.id))?;
    each(told, "body.payments", payment)
}

fn payment(at: &str, of: &Payment) -> Result<(), Refusal> {
    symbol(at, of.variable_symbol.as_ref())?;
    if let Some(account) = &of.account {
        text(&format!("{at}.account"), account)?;
    }
    currency(at, of.amount.currency, of.allocations.iter().map(|of| of.amount))?;
    let zero = Money { minor: 0, currency: of.amount.currency };
    let sum = of.allocations.iter().try_fold(zero, |sum, of| sum.checked_add(of.amount));
    let within = sum.is_some_and(|sum| part(sum, of.amount));
    holds(within, at, "its allocations are beyond the amount, or of the other sign")
}

pub(super) fn schedules(told: &[AdvanceSchedule]) -> Result<(), Refusal> {
    let named = told.iter().map(|of| format!("{} of {}", of.supply_point, of.valid_from));
    unique("body.schedules", named)?;
    each(told, "body.schedules", schedule)
}

fn schedule(at: &str, of: &AdvanceSchedule) -> Result<(), Refusal> {
    symbol(at, of.variable_symbol.as_ref())?;
    holds(of.amount.minor >= 0, at, "amount is zero or more")?;
    if let Some(bounds) = &of.bounds {
        let at = format!("{at}.bounds");
        currency(&at, of.amount.currency, [bounds.least, bounds.most])?;
        let in_order = (0..=bounds.most.minor).contains(&bounds.least.minor);
        holds(in_order, &at, "least is zero or more, and at most most")?;
    }
    if let Some(reason) = &of.reason {
        text(&format!("{at}.reason"), reason)?;
    }
    let in_order = of.advances.is_sorted_by(|one, next| one.due_on < next.due_on);
    holds(in_order, &format!("{at}.advances"), "in the order of days, each once")?;
    each(&of.advances, &format!("{at}.advances"), |at, one: &Advance| {
        currency(at, of.amount.currency, [one.amount, one.paid])?;
        let positive = one.amount.minor >= 0 && one.paid.minor >= 0;
        holds(positive, at, "amount and paid are zero or more")
    })
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::super::tests::broken;

    fn crowns(minor: i64) -> Value {
        json!({"minor": minor, "currency": "CZK"})
    }

    #[test]
    fn a_receivable_is_settled_within_its_amount() {
        let check = |index: usize, member: &str, value, says: &str| {
            let pointer = format!("/body/receivables/{index}/{member}");
            let says = format!("body.receivables[{index}]: {says}");
            broken("receivables", &pointer, value, &says);
        };
        let beyond = "settled is beyond the amount, or of the other sign";
        check(0, "settled", crowns(123_451), beyond);
        check(0, "settled", crowns(-1), beyond);
        check(2, "settled", crowns(1), beyond);
        check(2, "settled", crowns(-115_801), beyond);
        check(0, "settled/currency", json!("PLN"), "one currency in one record");
        check(0, "period/to", json!("2024-05-14"), "period ends before it begins");
        check(1, "variable_symbol", json!("x"), "variable_symbol is 1 to 10 digits");
        let twice = "body.receivables: RC-5001 stands twice";
        broken("receivables", "/body/receivables/1/id", json!("RC-5001"), twice);
    }

    #[test]
    fn a_payment_settles_no_more_than_it_is() {
        let check = |member: &str, value, says: &str| {
            let pointer = format!("/body/payments/0/{member}");
            broken("payments", &pointer, value, &format!("body.payments[0]{says}"));
        };
        let beyond = ": its allocations are beyond the amount, or of the other sign";
        check("amount", crowns(123_449), beyond);
        check("allocations/0/amount", crowns(-1), beyond);
        check("allocations/0/amount/currency", json!("EUR"), ": one currency in one record");
        let part = json!({"receivable": "RC-1", "amount": crowns(1)});
        let most = json!({"receivable": "RC-2", "amount": crowns(i64::MAX)});
        check("allocations", json!([part, most]), beyond);
        check("account", json!(""), ".account: 1 to 200 characters");
        let twice = "body.payments: PM-9002 stands twice";
        broken("payments", "/body/payments/0/id", json!("PM-9002"), twice);
    }

    #[test]
    fn a_schedule_has_bounds_and_days_in_order() {
        let check = |member: &str, value, says: &str| {
            let pointer = format!("/body/schedules/0/{member}");
            broken("advance-schedules", &pointer, value, &format!("body.schedules[0]{says}"));
        };
        check("amount", crowns(-1), ": amount is zero or more");
        let order = ".bounds: least is zero or more, and at most most";
        check("bounds/least", crowns(-1), order);
        check("bounds/least", crowns(99_999_999), order);
        check("bounds/most/currency", json!("EUR"), ".bounds: one currency in one record");
        let days = ".advances: in the order of days, each once";
        check("advances/1/due_on", json!("2026-01-15"), days);
        check("advances/1/paid", crowns(-1), ".advances[1]: amount and paid are zero or more");
        check("reason", json!("x".repeat(201)), ".reason: 1 to 200 characters");
        let one = json!({
            "supply_point": "P-1", "valid_from": "2026-01-01", "interval": "month",
            "amount": crowns(1), "advances": [],
        });
        let twice = "body.schedules: P-1 of 2026-01-01 stands twice";
        broken("advance-schedules", "/body/schedules", json!([one, one]), twice);
    }

    #[test]
    fn a_way_to_pay_can_be_paid_by() {
        let says = "body.method: number is 10 digits";
        for number in ["123456789", "12345678901", "12345 7897"] {
            broken("contract-account-sipo", "/body/method/number", json!(number), says);
        }
        let account = "body.method.account: 1 to 200 characters";
        broken("contract-account", "/body/method/account", json!(""), account);
        broken("contract-account", "/body/number", json!(""), "body.number: 1 to 200 characters");
        let refund = "body.refund_account: 1 to 200 characters";
        broken("contract-account", "/body/refund_account", json!(" "), refund);
    }
}
