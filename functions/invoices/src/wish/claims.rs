//! What of the contract account a customer wishes to have paid back, or to pay
//! in parts.

use jiff::{ToSpan, civil::Date};
use portal_contracts::{
    change::{InstalmentsChange, RefundChange},
    ledger::{Dunning, Receivable},
};
use portal_domain::{Country, Money};

use super::{
    Fit, Refusal, Unusual, found,
    method::{account, is_abroad, same_account},
};
use crate::document::remaining;

/// How many receivables a wish may name.
pub(crate) const MOST_RECEIVABLES: usize = 50;

/// In how many parts a debt is paid.
const PARTS: std::ops::RangeInclusive<u8> = 2..=24;

/// More parts than these are the exception.
const USUAL_PARTS: u8 = 12;

/// The first part is due within so many days.
const FIRST_WITHIN_DAYS: i64 = 60;

/// The longest reason, in characters.
const LONGEST_REASON: usize = 500;

/// What the form says.
#[derive(Clone, Debug)]
pub(crate) struct RefundWish {
    /// What the customer saw that it comes to.
    pub(crate) amount: Money,
    pub(crate) account: String,
}

/// `claims`: all that were named. `known`: where billing pays back to.
pub(crate) fn new_refund(
    claims: &[Receivable],
    wish: &RefundWish,
    known: Option<&str>,
    home: Country,
) -> Result<Fit<RefundChange>, Refusal> {
    if claims.iter().any(|claim| remaining(claim).minor > 0) {
        return Err(Refusal::NotAClaim);
    }
    let owed = sum(claims)?;
    let amount = Money { minor: owed.minor.saturating_neg(), ..owed };
    if amount != wish.amount {
        return Err(Refusal::AmountDiffers);
    }
    let account = account(Some(&wish.account))?;
    let text = account.to_string();
    let elsewhere = known.is_none_or(|known| !same_account(known, &text));
    let unusual = found([
        (elsewhere, Unusual::RefundElsewhere),
        (is_abroad(&account, home), Unusual::AccountAbroad),
    ]);
    let receivables = claims.iter().map(|claim| claim.id.clone()).collect();
    Ok(Fit { change: RefundChange { receivables, amount, account: text }, unusual })
}

/// What the form says.
#[derive(Clone, Debug)]
pub(crate) struct InstalmentsWish {
    /// What the customer saw that it comes to.
    pub(crate) amount: Money,
    pub(crate) count: u8,
    pub(crate) first_due_on: Date,
    pub(crate) reason: Option<String>,
}

/// `debts`: all that were named.
pub(crate) fn new_instalments(
    debts: &[Receivable],
    wish: &InstalmentsWish,
    today: Date,
) -> Result<Fit<InstalmentsChange>, Refusal> {
    if debts.iter().any(|debt| remaining(debt).minor < 0) {
        return Err(Refusal::NotADebt);
    }
    let is = |state| debts.iter().any(|debt| debt.dunning == state);
    if is(Dunning::Collection) {
        return Err(Refusal::InCollection);
    }
    if is(Dunning::Instalments) {
        return Err(Refusal::InstalmentsAgreed);
    }
    let amount = sum(debts)?;
    if amount != wish.amount {
        return Err(Refusal::AmountDiffers);
    }
    if !PARTS.contains(&wish.count) {
        return Err(Refusal::CountOutOfRange);
    }
    let last = today.saturating_add(FIRST_WITHIN_DAYS.days());
    if wish.first_due_on <= today || wish.first_due_on > last {
        return Err(Refusal::FirstDueOutOfRange);
    }
    let reason = wish.reason.as_deref().map(str::trim).filter(|reason| !reason.is_empty());
    if reason.is_some_and(|reason| reason.chars().count() > LONGEST_REASON) {
        return Err(Refusal::ReasonTooLong);
    }
    let unusual = found([
        (wish.count > USUAL_PARTS, Unusual::InstalmentsMany),
        (is(Dunning::LastNotice), Unusual::LastNotice),
    ]);
    let change = InstalmentsChange {
        receivables: debts.iter().map(|debt| debt.id.clone()).collect(),
        amount,
        count: wish.count,
        first_due_on: wish.first_due_on,
        reason: reason.map(str::to_owned),
    };
    Ok(Fit { change, unusual })
}

/// What is open of them together.
fn sum(receivables: &[Receivable]) -> Result<Money, Refusal> {
    let [first, others @ ..] = receivables else { return Err(Refusal::ReceivablesMissing) };
    let settled = |one: &Receivable| one.cancelled || remaining(one).minor == 0;
    if receivables.iter().any(settled) {
        return Err(Refusal::NotOpen);
    }
    let mut amounts = others.iter().map(remaining);
    amounts.try_fold(remaining(first), Money::checked_add).ok_or(Refusal::CurrenciesDiffer)
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use portal_contracts::ledger::ReceivableKind;
    use portal_domain::Currency;

    use super::*;

    const TODAY: Date = date(2026, 3, 31);
    const ACCOUNT: &str = "34278-727558021/0100";

    fn czk(minor: i64) -> Money {
        Money { minor, currency: Currency::Czk }
    }

    fn owed(id: &str, amount: i64, settled: i64) -> Receivable {
        Receivable {
            id: id.parse().unwrap(),
            kind: ReceivableKind::Settlement,
            invoice: None,
            supply_points: Vec::new(),
            period: None,
            issued_on: date(2026, 1, 1),
            due_on: date(2026, 1, 15),
            amount: czk(amount),
            settled: czk(settled),
            variable_symbol: None,
            dunning: Dunning::None,
            cancelled: false,
        }
    }

    fn refund(claims: &[Receivable], amount: i64) -> Result<Fit<RefundChange>, Refusal> {
        let wish = RefundWish { amount: czk(amount), account: ACCOUNT.to_owned() };
        new_refund(claims, &wish, Some("CZ2101000342780727558021"), Country::Cz)
    }

    #[test]
    fn claims_are_paid_back_whole() {
        let claims = [owed("R-1", -50_000, 0), owed("R-2", -20_000, -5_000)];
        let fit = refund(&claims, 65_000).unwrap();
        assert_eq!(fit.change.amount, czk(65_000));
        assert_eq!(fit.change.account, ACCOUNT);
        assert_eq!(fit.unusual, [], "the IBAN that billing knows is the same account");
        assert_eq!(refund(&claims, 65_001), Err(Refusal::AmountDiffers));
    }

    #[test]
    fn what_the_customer_owes_is_not_paid_back() {
        let debt = [owed("R-1", -50_000, 0), owed("R-2", 1, 0)];
        assert_eq!(refund(&debt, 49_999), Err(Refusal::NotAClaim));
        assert_eq!(refund(&[], 0), Err(Refusal::ReceivablesMissing));
        assert_eq!(refund(&[owed("R-1", -5, -5)], 5), Err(Refusal::NotOpen));
        let cancelled = Receivable { cancelled: true, ..owed("R-1", -5, 0) };
        assert_eq!(refund(&[cancelled], 5), Err(Refusal::NotOpen));
        let mut euros = owed("R-2", -5, 0);
        euros.amount.currency = Currency::Eur;
        euros.settled.currency = Currency::Eur;
        assert_eq!(refund(&[owed("R-1", -5, 0), euros], 10), Err(Refusal::CurrenciesDiffer));
    }

    #[test]
    fn another_account_is_looked_at_twice() {
        let claims = [owed("R-1", -50_000, 0)];
        let to = |account: &str, known| {
            let wish = RefundWish { amount: czk(50_000), account: account.to_owned() };
            new_refund(&claims, &wish, known, Country::Cz)
        };
        let elsewhere = Unusual::RefundElsewhere;
        assert_eq!(to(ACCOUNT, None).unwrap().unusual, [elsewhere]);
        let other = to("19-2000145399/0800", Some(ACCOUNT)).unwrap();
        assert_eq!(other.unusual, [elsewhere]);
        let polish = to("PL61109010140000071219812874", Some(ACCOUNT)).unwrap();
        assert_eq!(polish.unusual, [elsewhere, Unusual::AccountAbroad]);
        assert!(matches!(to("1/2", None), Err(Refusal::Account(_))));
    }

    fn wish(count: u8, first_due_on: Date) -> InstalmentsWish {
        InstalmentsWish { amount: czk(90_000), count, first_due_on, reason: None }
    }

    #[test]
    fn a_debt_is_paid_in_two_to_twenty_four_parts() {
        let debts = [owed("R-1", 100_000, 10_000)];
        let parts = |count| new_instalments(&debts, &wish(count, date(2026, 4, 30)), TODAY);
        assert_eq!(parts(1), Err(Refusal::CountOutOfRange));
        assert_eq!(parts(2).unwrap().unusual, []);
        assert_eq!(parts(12).unwrap().unusual, []);
        assert_eq!(parts(24).unwrap().unusual, [Unusual::InstalmentsMany]);
        assert_eq!(parts(25), Err(Refusal::CountOutOfRange));
        assert_eq!(parts(3).unwrap().change.amount, czk(90_000));
    }

    #[test]
    fn the_first_part_is_due_within_sixty_days() {
        let debts = [owed("R-1", 100_000, 10_000)];
        let first = |day| new_instalments(&debts, &wish(3, day), TODAY).map(|fit| fit.unusual);
        assert_eq!(first(TODAY), Err(Refusal::FirstDueOutOfRange));
        assert_eq!(first(date(2026, 4, 1)), Ok(vec![]));
        assert_eq!(first(date(2026, 5, 30)), Ok(vec![]));
        assert_eq!(first(date(2026, 5, 31)), Err(Refusal::FirstDueOutOfRange));
    }

    #[test]
    fn a_debt_that_is_dealt_with_otherwise_is_not_divided() {
        let dunned = |dunning| {
            let debt = Receivable { dunning, ..owed("R-1", 100_000, 10_000) };
            new_instalments(&[debt], &wish(3, date(2026, 4, 30)), TODAY).map(|fit| fit.unusual)
        };
        assert_eq!(dunned(Dunning::Reminded), Ok(vec![]));
        assert_eq!(dunned(Dunning::LastNotice), Ok(vec![Unusual::LastNotice]));
        assert_eq!(dunned(Dunning::Collection), Err(Refusal::InCollection));
        assert_eq!(dunned(Dunning::Instalments), Err(Refusal::InstalmentsAgreed));
        let claim = new_instalments(&[owed("R-1", -1, 0)], &wish(3, date(2026, 4, 30)), TODAY);
        assert_eq!(claim, Err(Refusal::NotADebt));
    }

    #[test]
    fn a_reason_is_trimmed_and_not_too_long() {
        let debts = [owed("R-1", 100_000, 10_000)];
        let because = |reason: &str| {
            let reason = Some(reason.to_owned());
            let wish = InstalmentsWish { reason, ..wish(3, date(2026, 4, 30)) };
            new_instalments(&debts, &wish, TODAY).map(|fit| fit.change.reason)
        };
        assert_eq!(because("  "), Ok(None));
        assert_eq!(because(" Nemoc "), Ok(Some("Nemoc".to_owned())));
        assert_eq!(because(&"x".repeat(501)), Err(Refusal::ReasonTooLong));
    }
}
