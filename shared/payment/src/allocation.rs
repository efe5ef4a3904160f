//! What of a payment settles what: first the receivables that carry its symbol,
//! then the others; of each the one that was due first. The last may be settled
//! in part, and what settles nothing is an overpayment.

use portal_contracts::ledger::{Allocation, Receivable};
use portal_domain::Money;

use crate::reference::Symbol;

/// A payment and what became of it: the allocations and the rest are together
/// the payment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Allocated {
    /// In the order in which they were settled, none of nothing.
    pub allocations: Vec<Allocation>,
    /// The overpayment; all of a payment that isn't from the customer.
    pub rest: Money,
}

/// What is still to be paid of it: nothing of what was taken back, and nothing
/// of what the utility owes. Hundredths of its currency's unit.
pub fn open(receivable: &Receivable) -> i64 {
    let Receivable { amount, settled, cancelled, .. } = receivable;
    if *cancelled || amount.currency != settled.currency {
        return 0;
    }
    amount.minor.checked_sub(settled.minor.max(0)).unwrap_or(0).max(0)
}

/// Divides `payment` among `receivables`; those in another currency are left.
pub fn allocate(payment: Money, symbol: Option<&str>, receivables: &[Receivable]) -> Allocated {
    let symbol = symbol.and_then(|symbol| symbol.parse::<Symbol>().ok());
    let by_symbol = |receivable: &Receivable| {
        let own = receivable.variable_symbol.as_deref().and_then(|own| own.parse().ok());
        symbol.as_ref().zip(own).is_some_and(|(paid, own)| paid.matches(&own))
    };
    let mut order: Vec<_> = receivables
        .iter()
        .filter(|receivable| receivable.amount.currency == payment.currency)
        .filter(|receivable| open(receivable) > 0)
        .collect();
    // The id last, so that the order is the same however they came.
    order.sort_by_key(|one| (!by_symbol(one), one.due_on, one.issued_on, &one.id));

    let mut rest = payment;
    let mut allocations = Vec::new();
    for receivable in order {
        let minor = open(receivable).min(rest.minor);
        if minor <= 0 {
            break;
        }
        rest.minor -= minor;
        let amount = Money { minor, ..payment };
        allocations.push(Allocation { receivable: receivable.id.clone(), amount });
    }
    Allocated { allocations, rest }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use portal_contracts::ledger::{Dunning, ReceivableKind};
    use portal_domain::Currency;
    use proptest::prelude::*;

    use super::*;

    fn crowns(minor: i64) -> Money {
        Money { minor, currency: Currency::Czk }
    }

    fn owed(id: &str, due: i8, amount: i64, symbol: &str) -> Receivable {
        Receivable {
            id: id.parse().unwrap(),
            kind: ReceivableKind::Invoice,
            invoice: None,
            supply_points: vec![],
            period: None,
            issued_on: date(2026, 1, 1),
            due_on: date(2026, 1, due),
            amount: crowns(amount),
            settled: crowns(0),
            variable_symbol: Some(symbol.to_owned()),
            dunning: Dunning::None,
            cancelled: false,
        }
    }

    /// `R1=500 R2=100 rest=0`
    fn said(allocated: &Allocated) -> String {
        let each = allocated.allocations.iter();
        let each = each.map(|one| format!("{}={} ", one.receivable, one.amount.minor));
        format!("{}rest={}", each.collect::<String>(), allocated.rest.minor)
    }

    #[test]
    fn the_oldest_are_settled_first_and_the_last_in_part() {
        let open = [owed("R2", 20, 300, "2"), owed("R1", 10, 500, "1"), owed("R3", 30, 50, "3")];
        assert_eq!(said(&allocate(crowns(600), None, &open)), "R1=500 R2=100 rest=0");
        assert_eq!(said(&allocate(crowns(900), None, &open)), "R1=500 R2=300 R3=50 rest=50");
    }

    #[test]
    fn the_symbol_goes_before_age_and_its_zeros_do_not_matter() {
        let open = [owed("R1", 10, 500, "1"), owed("R2", 20, 300, "0002")];
        assert_eq!(said(&allocate(crowns(400), Some("2"), &open)), "R2=300 R1=100 rest=0");
        assert_eq!(said(&allocate(crowns(400), Some("77"), &open)), "R1=400 rest=0");
    }

    #[test]
    fn only_what_is_open_is_settled() {
        let part = Receivable { settled: crowns(450), ..owed("R1", 10, 500, "1") };
        let gone = Receivable { cancelled: true, ..owed("R2", 10, 500, "1") };
        let credit = owed("R3", 10, -500, "1");
        let zlotys = Money { minor: 500, currency: Currency::Pln };
        let foreign = Receivable { amount: zlotys, ..owed("R4", 10, 500, "1") };
        let all = [part, gone, credit, foreign];
        assert_eq!(said(&allocate(crowns(100), Some("1"), &all)), "R1=50 rest=50");
    }

    #[test]
    fn money_that_goes_back_settles_nothing() {
        let open = [owed("R1", 10, 500, "1")];
        assert_eq!(said(&allocate(crowns(-100), None, &open)), "rest=-100");
    }

    prop_compose! {
        fn any_receivable()(
            id in 0..1000_u32, due in 1..28_i8, amount in prop_oneof![-2000..2000_i64, any::<i64>()],
            part in 0..=100_i64, symbol in "[0-2]{1,2}", cancelled in prop::bool::weighted(0.1),
            foreign in prop::bool::weighted(0.1),
        ) -> Receivable {
            let currency = if foreign { Currency::Eur } else { Currency::Czk };
            let money = |minor| Money { minor, currency };
            Receivable {
                amount: money(amount),
                settled: money(amount / 100 * part),
                cancelled,
                ..owed(&format!("R{id}"), due, 0, &symbol)
            }
        }
    }

    proptest! {
        #[test]
        fn no_coin_appears_or_vanishes(
            receivables in prop::collection::vec(any_receivable(), 0..12),
            payments in prop::collection::vec((prop_oneof![-500..5000_i64, any::<i64>()], "[0-2]{1,2}"), 0..6),
        ) {
            let mut receivables = receivables;
            receivables.dedup_by(|a, b| a.id == b.id);
            receivables.sort_by(|a, b| a.id.cmp(&b.id));
            receivables.dedup_by(|a, b| a.id == b.id);
            for (minor, symbol) in payments {
                let payment = crowns(minor);
                let Allocated { allocations, rest } = allocate(payment, Some(&symbol), &receivables);
                let settled: i64 = allocations.iter().map(|one| one.amount.minor).sum();
                prop_assert_eq!(settled + rest.minor, minor);
                prop_assert!(allocations.iter().all(|one| one.amount.minor > 0));
                for Allocation { receivable, amount } in &allocations {
                    let one = receivables.iter_mut().find(|one| one.id == *receivable).unwrap();
                    prop_assert!(amount.minor <= open(one));
                    prop_assert_eq!(amount.currency, one.amount.currency);
                    one.settled.minor += amount.minor;
                    prop_assert!(one.settled.minor <= one.amount.minor);
                }
                // Something is left over only when nothing is owed any more.
                let owed = receivables.iter().filter(|one| one.amount.currency == Currency::Czk);
                let owed: i128 = owed.map(|one| i128::from(open(one))).sum();
                prop_assert!(rest.minor <= 0 || owed == 0);
            }
        }
    }
}
