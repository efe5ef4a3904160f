//! How a customer wishes to pay.

use portal_contracts::{change::PaymentMethodChange, ledger::PaymentMethod};
use portal_domain::Country;
use portal_payment::{BankAccount, sipo::SipoNumber};
use serde::Deserialize;
use utoipa::ToSchema;

use super::{Fit, Refusal, Unusual, found};

#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
#[schema(as = PaymentMethodName)]
pub(crate) enum Method {
    Transfer,
    DirectDebit,
    Sipo,
}

/// What the form says.
#[derive(Clone, Debug)]
pub(crate) struct MethodWish {
    pub(crate) method: Method,
    /// Of a direct debit.
    pub(crate) account: Option<String>,
    /// Of SIPO.
    pub(crate) number: Option<String>,
}

pub(crate) fn new_method(
    before: Option<&PaymentMethod>,
    wish: &MethodWish,
    home: Country,
) -> Result<Fit<PaymentMethodChange>, Refusal> {
    let (after, unusual) = match wish.method {
        Method::Transfer => (PaymentMethod::Transfer, Vec::new()),
        Method::DirectDebit => {
            let account = account(wish.account.as_deref())?;
            let unusual = found([(is_abroad(&account, home), Unusual::AccountAbroad)]);
            (PaymentMethod::DirectDebit { account: account.to_string() }, unusual)
        }
        Method::Sipo if home != Country::Cz => return Err(Refusal::SipoNotOffered),
        Method::Sipo => {
            let number = wish.number.as_deref().unwrap_or_default();
            let number: SipoNumber = number.parse().map_err(|_| Refusal::SipoInvalid)?;
            let unusual = found([(!number.check_digit_fits(), Unusual::SipoCheck)]);
            (PaymentMethod::Sipo { number: number.to_string() }, unusual)
        }
    };
    if before.is_some_and(|before| same(before, &after)) {
        return Err(Refusal::MethodUnchanged);
    }
    Ok(Fit { change: PaymentMethodChange { before: before.cloned(), after }, unusual })
}

/// The account that somebody typed.
pub(super) fn account(typed: Option<&str>) -> Result<BankAccount, Refusal> {
    typed.unwrap_or_default().parse().map_err(Refusal::Account)
}

/// Whether two texts name the same account, each in its own way.
pub(super) fn same_account(one: &str, other: &str) -> bool {
    match (one.parse::<BankAccount>(), other.parse::<BankAccount>()) {
        (Ok(one), Ok(other)) => one.iban() == other.iban(),
        _ => one == other,
    }
}

pub(super) fn is_abroad(account: &BankAccount, home: Country) -> bool {
    let home = match home {
        Country::Cz => "CZ",
        Country::Pl => "PL",
        Country::Sk => "SK",
        Country::De => "DE",
        Country::At => "AT",
    };
    account.iban().country() != home
}

fn same(one: &PaymentMethod, other: &PaymentMethod) -> bool {
    match (one, other) {
        (
            PaymentMethod::DirectDebit { account: one },
            PaymentMethod::DirectDebit { account: other },
        ) => same_account(one, other),
        (one, other) => one == other,
    }
}

#[cfg(test)]
mod tests {
    use portal_payment::InvalidAccount;

    use super::*;

    fn wish(method: Method, text: &str) -> MethodWish {
        let text = Some(text.to_owned());
        MethodWish { method, account: text.clone(), number: text }
    }

    #[track_caller]
    fn refused(method: Method, text: &str, refusal: Refusal) {
        assert_eq!(new_method(None, &wish(method, text), Country::Cz), Err(refusal), "{text}");
    }

    fn debit(account: &str) -> PaymentMethod {
        PaymentMethod::DirectDebit { account: account.to_owned() }
    }

    #[test]
    fn an_account_is_kept_as_it_is_printed() {
        for (typed, kept) in [
            ("34278-0727558021/0100", "34278-727558021/0100"),
            ("CZ65 0800 0000 1920 0014 5399", "CZ6508000000192000145399"),
        ] {
            let fit = new_method(None, &wish(Method::DirectDebit, typed), Country::Cz).unwrap();
            assert_eq!(fit.change.after, debit(kept));
            assert_eq!(fit.unusual, []);
        }
        let polish = wish(Method::DirectDebit, "61109010140000071219812874");
        let fit = new_method(None, &polish, Country::Cz).unwrap();
        assert_eq!(fit.change.after, debit("PL61109010140000071219812874"));
        assert_eq!(fit.unusual, [Unusual::AccountAbroad]);
        assert_eq!(new_method(None, &polish, Country::Pl).unwrap().unusual, []);
    }

    #[test]
    fn a_wrong_account_says_which_digits_are_wrong() {
        let account = |of| Refusal::Account(of);
        let debit = Method::DirectDebit;
        refused(debit, "4278-727558021/0100", account(InvalidAccount::PrefixCheck));
        refused(debit, "19-2000145398/0800", account(InvalidAccount::NumberCheck));
        refused(debit, "CZ6508000000192000145398", account(InvalidAccount::IbanCheck));
        refused(debit, "19-2000145399/080", account(InvalidAccount::BankLength));
        refused(debit, "", account(InvalidAccount::Form));
    }

    #[test]
    fn ten_digits_are_enough_for_sipo_and_the_last_one_warns() {
        let sipo = |number| new_method(None, &wish(Method::Sipo, number), Country::Cz).unwrap();
        assert_eq!(sipo("1234567897").unusual, []);
        assert_eq!(sipo("1234567890").unusual, [Unusual::SipoCheck]);
        refused(Method::Sipo, "123456789", Refusal::SipoInvalid);
        refused(Method::Sipo, "12345678x7", Refusal::SipoInvalid);
        let in_poland = new_method(None, &wish(Method::Sipo, "1234567897"), Country::Pl);
        assert_eq!(in_poland, Err(Refusal::SipoNotOffered));
    }

    #[test]
    fn what_is_so_already_is_no_wish() {
        let again = wish(Method::DirectDebit, "CZ6508000000192000145399");
        let before = debit("19-2000145399/0800");
        let same = new_method(Some(&before), &again, Country::Cz);
        assert_eq!(same, Err(Refusal::MethodUnchanged));
        let transfer = wish(Method::Transfer, "");
        let now = Some(&PaymentMethod::Transfer);
        assert_eq!(new_method(now, &transfer, Country::Cz), Err(Refusal::MethodUnchanged));
        assert!(new_method(Some(&before), &transfer, Country::Cz).is_ok());
    }
}
