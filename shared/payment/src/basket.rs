//! Several receivables as one payment.
//!
//! One receivable is paid with its own variable symbol. Several that have the
//! same one are paid with that; others with the digits of the contract account,
//! or of the customer's number, and the message names what is paid.

use portal_contracts::ledger::Receivable;
use portal_domain::{CustomerId, Money};

use crate::{allocation::open, reference::Symbol};

/// What is paid at once.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Basket {
    /// Positive.
    pub amount: Money,
    /// None: no number of the customer's makes one.
    pub variable_symbol: Option<Symbol>,
    /// Numbers of the documents, or of the receivables that have none.
    names: Vec<String>,
}

/// Why receivables can't be paid together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    #[error("there's nothing in it")]
    Empty,
    #[error("one receivable is in it twice")]
    Twice,
    /// It was paid or taken back meanwhile.
    #[error("one has nothing to be paid")]
    NotOpen,
    #[error("one is owed to the customer")]
    OwedToCustomer,
    #[error("not all are in one currency")]
    Currencies,
    #[error("more than there is a number for")]
    TooMuch,
}

impl Refusal {
    /// Stable; the client translates it.
    pub fn code(self) -> &'static str {
        match self {
            Self::Empty => "basket_empty",
            Self::Twice => "basket_named_twice",
            Self::NotOpen => "receivable_not_open",
            Self::OwedToCustomer => "basket_owed_to_you",
            Self::Currencies => "basket_currencies_differ",
            Self::TooMuch => "basket_too_large",
        }
    }
}

impl Basket {
    /// `account` is the contract account's number as printed.
    pub fn of(
        receivables: &[Receivable],
        account: Option<&str>,
        customer: &CustomerId,
    ) -> Result<Self, Refusal> {
        let [first, others @ ..] = receivables else { return Err(Refusal::Empty) };
        let mut ids: Vec<_> = receivables.iter().map(|one| &one.id).collect();
        ids.sort_unstable();
        if ids.windows(2).any(|pair| pair[0] == pair[1]) {
            return Err(Refusal::Twice);
        }
        let mut amount = Money { minor: 0, currency: first.amount.currency };
        for receivable in receivables {
            if receivable.amount.minor < 0 {
                return Err(Refusal::OwedToCustomer);
            }
            let minor = open(receivable);
            if minor == 0 {
                return Err(Refusal::NotOpen);
            }
            if receivable.amount.currency != amount.currency {
                return Err(Refusal::Currencies);
            }
            amount.minor = amount.minor.checked_add(minor).ok_or(Refusal::TooMuch)?;
        }
        let own = others.iter().all(|one| one.variable_symbol == first.variable_symbol);
        let own = first.variable_symbol.as_deref().filter(|_| own);
        let variable_symbol = own
            .and_then(|own| own.parse().ok())
            .or_else(|| account.and_then(digits))
            .or_else(|| digits(customer.as_str()));
        let name = |one: &Receivable| {
            one.invoice.as_ref().map_or_else(|| one.id.to_string(), |number| number.to_string())
        };
        Ok(Self { amount, variable_symbol, names: receivables.iter().map(name).collect() })
    }

    /// The numbers of what is paid, as many as `limit` characters hold; `+2` are
    /// two more. At least one is named, and its format cuts it.
    pub fn message(&self, limit: usize) -> String {
        for named in (1..=self.names.len()).rev() {
            let mut message = self.names[..named].join(" ");
            let left = self.names.len() - named;
            if left > 0 {
                message.push_str(&format!(" +{left}"));
            }
            if message.len() <= limit || named == 1 {
                return message;
            }
        }
        String::new()
    }
}

/// The digits of a number, if they make a symbol. More than ten don't: a part
/// of them could be somebody else's.
fn digits(number: &str) -> Option<Symbol> {
    number.chars().filter(char::is_ascii_digit).collect::<String>().parse().ok()
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use portal_contracts::ledger::{Dunning, ReceivableKind};
    use portal_domain::Currency;
    use proptest::prelude::*;

    use super::*;
    use crate::allocation::allocate;

    fn crowns(minor: i64) -> Money {
        Money { minor, currency: Currency::Czk }
    }

    fn owed(id: &str, amount: i64, symbol: Option<&str>) -> Receivable {
        Receivable {
            id: id.parse().unwrap(),
            kind: ReceivableKind::Invoice,
            invoice: format!("FV-{id}").parse().ok(),
            supply_points: vec![],
            period: None,
            issued_on: date(2026, 1, 1),
            due_on: date(2026, 1, 15),
            amount: crowns(amount),
            settled: crowns(0),
            variable_symbol: symbol.map(str::to_owned),
            dunning: Dunning::None,
            cancelled: false,
        }
    }

    fn basket(receivables: &[Receivable], account: Option<&str>) -> Result<Basket, Refusal> {
        Basket::of(receivables, account, &"C-1001".parse().unwrap())
    }

    fn symbol(receivables: &[Receivable], account: Option<&str>) -> Option<String> {
        basket(receivables, account).unwrap().variable_symbol.map(|symbol| symbol.to_string())
    }

    #[test]
    fn one_is_paid_with_its_own_symbol() {
        let one = [owed("1", 500, Some("0042"))];
        assert_eq!(symbol(&one, Some("90-1")).as_deref(), Some("0042"));
        assert_eq!(basket(&one, None).unwrap().message(60), "FV-1");
    }

    #[test]
    fn several_are_paid_with_the_accounts_or_the_customers_digits() {
        let two = [owed("1", 500, Some("42")), owed("2", 250, Some("43"))];
        assert_eq!(basket(&two, None).unwrap().amount, crowns(750));
        assert_eq!(symbol(&two, Some("90-0001/7")).as_deref(), Some("9000017"));
        assert_eq!(symbol(&two, None).as_deref(), Some("1001"));
        assert_eq!(symbol(&two, Some("12345678901")).as_deref(), Some("1001"));
        let same = [owed("1", 500, Some("42")), owed("2", 250, Some("42"))];
        assert_eq!(symbol(&same, Some("90")).as_deref(), Some("42"));
        assert_eq!(symbol(&[owed("1", 500, None)], Some("90")).as_deref(), Some("90"));
    }

    #[test]
    fn the_message_names_as_many_as_fit() {
        let three = [owed("1", 1, None), owed("2", 1, None), owed("3", 1, None)];
        let basket = basket(&three, None).unwrap();
        assert_eq!(basket.message(60), "FV-1 FV-2 FV-3");
        assert_eq!(basket.message(13), "FV-1 FV-2 +1");
        assert_eq!(basket.message(8), "FV-1 +2");
        assert_eq!(basket.message(2), "FV-1 +2");
    }

    #[test]
    fn only_what_is_open_in_one_currency_is_paid_together() {
        let check = |receivables: &[Receivable], why| {
            assert_eq!(basket(receivables, None), Err(why));
        };
        let one = owed("1", 500, None);
        check(&[], Refusal::Empty);
        check(&[one.clone(), one.clone()], Refusal::Twice);
        check(&[one.clone(), owed("2", -5, None)], Refusal::OwedToCustomer);
        check(&[Receivable { settled: crowns(500), ..one.clone() }], Refusal::NotOpen);
        check(&[Receivable { cancelled: true, ..one.clone() }], Refusal::NotOpen);
        let euros = |minor| Money { minor, currency: Currency::Eur };
        let euro = Receivable { amount: euros(5), settled: euros(0), ..owed("2", 0, None) };
        check(&[one.clone(), euro], Refusal::Currencies);
        check(&[owed("2", i64::MAX, None), one], Refusal::TooMuch);
    }

    proptest! {
        #[test]
        fn what_a_basket_comes_to_settles_all_that_is_in_it(
            amounts in prop::collection::vec((1..100_000_i64, 0..100_i64), 1..8),
        ) {
            let each = amounts.iter().enumerate().map(|(place, (amount, part))| Receivable {
                settled: crowns(amount * part / 100),
                ..owed(&place.to_string(), *amount, Some("7"))
            });
            let all: Vec<_> = each.collect();
            let paid = basket(&all, None).unwrap();
            let symbol = paid.variable_symbol.as_ref().map(Symbol::as_str);
            let allocated = allocate(paid.amount, symbol, &all);
            prop_assert_eq!(allocated.rest, crowns(0));
            prop_assert_eq!(allocated.allocations.len(), all.len());
        }
    }
}
