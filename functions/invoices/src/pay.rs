//! Paying what is owed: to which account, with which symbol or title, and the
//! code that a banking application scans.

mod course;

use anyhow::{Context, Result, anyhow};
use jiff::civil::Date;
use portal_contracts::ledger::{AdvanceSchedule, ContractAccount, Receivable};
use portal_domain::{Country, Currency, CustomerId, Money};
use portal_lambda::{Utility, utility::Seller};
use portal_payment::{
    Bic, Iban, InvalidCode,
    basket::{Basket, Refusal},
    epc, qr,
    reference::Symbol,
    spayd::{self, Frequency, Standing},
    zbp,
};

pub use course::Course;

/// Characters of a transfer's message that every format takes: SPAYD's 60.
const MESSAGE: usize = 60;

/// Characters of a title in the Polish code.
const TITLE: usize = 32;

/// Where a customer's payments in one currency go.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Payee {
    pub name: String,
    pub account: Iban,
    pub bic: Option<Bic>,
    /// The Polish tax number, which only a Polish company has.
    nip: Option<String>,
    /// Only this customer pays to it: no symbol is needed.
    own: bool,
}

impl Payee {
    /// The account that billing gave this customer, or the utility's one in
    /// `currency`; `None`: it has none.
    pub fn of(
        utility: &Utility,
        account: Option<&ContractAccount>,
        currency: Currency,
    ) -> Result<Option<Self>> {
        let seller = &utility.seller;
        let to = |account: Iban, bic, own| Self {
            name: seller.name.clone(),
            account,
            bic,
            nip: nip(seller),
            own,
        };
        if let Some(own) = account.and_then(|account| account.pay_to.as_deref()) {
            let iban = own.parse().context("reading a customer's own account for payments")?;
            return Ok(Some(to(iban, None, true)));
        }
        let Some(common) = seller.accounts.iter().find(|one| one.currency == currency) else {
            return Ok(None);
        };
        let iban = common.iban.parse().context("reading the utility's account")?;
        let bic = common.bic.as_deref().map(str::parse).transpose();
        Ok(Some(to(iban, bic.context("reading the code of the utility's bank")?, false)))
    }
}

fn nip(seller: &Seller) -> Option<String> {
    let number = seller.tax_number.strip_prefix("PL").unwrap_or(&seller.tax_number);
    (seller.address.country == Country::Pl).then(|| number.to_owned())
}

/// One payment, ready to be made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Payment {
    pub payee: Payee,
    /// Positive.
    pub amount: Money,
    pub variable_symbol: Option<Symbol>,
    /// When the bank is to make it; none: at once.
    pub pay_on: Option<Date>,
    names: Names,
}

/// What is paid, as its title says it.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Names {
    Basket(Basket),
    Text(String),
}

/// A code to be scanned.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Code {
    pub format: Format,
    /// What is in it.
    pub text: String,
    /// The picture.
    pub svg: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case")]
#[schema(as = PaymentCodeFormat)]
pub enum Format {
    /// CZK.
    Spayd,
    /// PLN.
    Zbp,
    /// EUR.
    Epc,
}

/// Why there's no payment.
#[derive(Debug)]
pub enum NoPayment {
    Refused(Refusal),
    /// The utility takes no payments in this currency.
    NoAccount,
    Broken(anyhow::Error),
}

impl Payment {
    /// Of these receivables together.
    pub fn of(
        receivables: &[Receivable],
        customer: &CustomerId,
        account: Option<&ContractAccount>,
        utility: &Utility,
        pay_on: Option<Date>,
    ) -> Result<Self, NoPayment> {
        let number = account.map(|account| account.number.as_str());
        let basket = Basket::of(receivables, number, customer).map_err(NoPayment::Refused)?;
        let payee = Payee::of(utility, account, basket.amount.currency);
        let payee = payee.map_err(NoPayment::Broken)?.ok_or(NoPayment::NoAccount)?;
        let (amount, variable_symbol) = (basket.amount, basket.variable_symbol.clone());
        Ok(Self { payee, amount, variable_symbol, pay_on, names: Names::Basket(basket) })
    }

    /// Of one advance of the schedule; `first` is the day of the first one.
    pub fn of_advance(
        schedule: &AdvanceSchedule,
        first: Date,
        account: Option<&ContractAccount>,
        utility: &Utility,
    ) -> Result<Self, NoPayment> {
        let payee = Payee::of(utility, account, schedule.amount.currency);
        let payee = payee.map_err(NoPayment::Broken)?.ok_or(NoPayment::NoAccount)?;
        Ok(Self {
            payee,
            amount: schedule.amount,
            variable_symbol: schedule.variable_symbol.as_deref().and_then(|own| own.parse().ok()),
            pay_on: Some(first),
            names: Names::Text(schedule.supply_point.to_string()),
        })
    }

    /// The account as people of its country write it.
    pub fn account(&self) -> String {
        let iban = &self.payee.account;
        if let Some(czech) = iban.czech_account() {
            return czech.to_string();
        }
        iban.nrb().unwrap_or(iban.as_str()).to_owned()
    }

    /// What a transfer says to the payee, in `limit` characters. Without a field
    /// of its own the symbol stands before, unless the account tells who pays.
    pub fn title(&self, limit: usize) -> String {
        let alone = self.amount.currency == Currency::Czk || self.payee.own;
        let symbol = self.variable_symbol.as_ref().filter(|_| !alone);
        let symbol = symbol.map(|symbol| format!("{symbol} ")).unwrap_or_default();
        let names = match &self.names {
            Names::Basket(basket) => basket.message(limit.saturating_sub(symbol.len())),
            Names::Text(text) => text.clone(),
        };
        format!("{symbol}{names}").chars().take(limit).collect()
    }

    /// The title in the length that every format takes.
    pub fn message(&self) -> String {
        self.title(MESSAGE)
    }

    /// The code of the payment in its currency; `None` if the format has no room
    /// for it (ten million crowns), so that it has to be typed.
    pub fn code(&self) -> Result<Option<Code>> {
        let (format, text) = match self.amount.currency {
            Currency::Czk => (Format::Spayd, self.spayd().code()),
            Currency::Pln => (Format::Zbp, self.zbp().code()),
            Currency::Eur => (Format::Epc, self.epc().code()),
        };
        drawn(format, text)
    }

    /// The code that sets up a standing order: in CZK only, no other format has
    /// one.
    pub fn standing_order(&self, every: Frequency) -> Result<Option<Code>> {
        let standing = Standing { every, last_on: None, on_death: None };
        match self.amount.currency {
            Currency::Czk => drawn(Format::Spayd, self.spayd().standing_order(standing)),
            Currency::Pln | Currency::Eur => Ok(None),
        }
    }

    /// The code by which the customer lets the utility collect, in CZK. How much
    /// at most is theirs to say: what is collected isn't always an advance.
    pub fn consent(&self, every: Frequency) -> Result<Option<Code>> {
        let standing = Standing { every, last_on: None, on_death: None };
        let unlimited = spayd::Payment { amount: None, ..self.spayd() };
        match self.amount.currency {
            Currency::Czk => drawn(Format::Spayd, unlimited.consent(standing)),
            Currency::Pln | Currency::Eur => Ok(None),
        }
    }

    fn spayd(&self) -> spayd::Payment {
        spayd::Payment {
            bic: self.payee.bic.clone(),
            amount: Some(self.amount),
            due_on: self.pay_on,
            payee: Some(self.payee.name.clone()),
            message: Some(self.message()),
            variable_symbol: self.variable_symbol.clone(),
            ..spayd::Payment::to(self.payee.account.clone())
        }
    }

    fn zbp(&self) -> zbp::Payment {
        let nip = self.payee.nip.clone();
        zbp::Payment {
            payee: nip.map_or(zbp::Payee::Person, zbp::Payee::Company),
            account: self.payee.account.clone(),
            amount: Some(self.amount),
            name: self.payee.name.clone(),
            title: self.title(TITLE),
        }
    }

    fn epc(&self) -> epc::Transfer {
        epc::Transfer {
            bic: self.payee.bic.clone(),
            name: self.payee.name.clone(),
            account: self.payee.account.clone(),
            amount: Some(self.amount),
            purpose: None,
            remittance: Some(epc::Remittance::Text(self.message())),
            note: None,
        }
    }
}

fn drawn(format: Format, text: Result<String, InvalidCode>) -> Result<Option<Code>> {
    let text = match text {
        Ok(text) => text,
        // A matter of this payment; what else is wrong is the configuration.
        Err(InvalidCode::Amount | InvalidCode::AccountAbroad | InvalidCode::TooLong) => {
            return Ok(None);
        }
        Err(error) => return Err(anyhow!(error).context("writing a payment code")),
    };
    let svg = qr::svg(&text).context("drawing a payment code")?;
    Ok(Some(Code { format, text, svg }))
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use portal_contracts::ledger::{Dunning, PaymentMethod, ReceivableKind};

    use super::*;

    fn utility() -> Utility {
        Utility::parse(include_str!("../../../config/utility.json")).unwrap()
    }

    fn owed(id: &str, minor: i64, currency: Currency) -> Receivable {
        Receivable {
            id: id.parse().unwrap(),
            kind: ReceivableKind::Settlement,
            invoice: format!("FV-{id}").parse().ok(),
            supply_points: vec![],
            period: None,
            issued_on: date(2026, 3, 1),
            due_on: date(2026, 3, 15),
            amount: Money { minor, currency },
            settled: Money { minor: 0, currency },
            variable_symbol: Some(format!("70{id}")),
            dunning: Dunning::None,
            cancelled: false,
        }
    }

    fn payment(receivables: &[Receivable], account: Option<&ContractAccount>) -> Payment {
        let customer = "C-1001".parse().unwrap();
        Payment::of(receivables, &customer, account, &utility(), None).unwrap()
    }

    fn own_account() -> ContractAccount {
        ContractAccount {
            number: "90-17".to_owned(),
            pay_to: Some("PL92124012340001567890123456".to_owned()),
            method: PaymentMethod::Transfer,
            refund_account: None,
            e_invoice: false,
        }
    }

    fn text(payment: &Payment) -> String {
        payment.code().unwrap().unwrap().text
    }

    #[test]
    fn crowns_are_paid_with_a_symbol_of_its_own() {
        let one = payment(&[owed("1", 123_456, Currency::Czk)], None);
        assert_eq!(one.account(), "19-2000145399/0800");
        assert_eq!(
            text(&one),
            "SPD*1.0*ACC:CZ6508000000192000145399+GIBACZPX*AM:1234.56*CC:CZK*MSG:FV-1\
             *RN:VZOROVE KOMUNALNI SLUZBY A.S.*X-VS:701"
        );
        let two = [owed("1", 100, Currency::Czk), owed("2", 200, Currency::Czk)];
        assert_eq!(payment(&two, None).message(), "FV-1 FV-2");
        assert!(text(&payment(&two, None)).ends_with("*X-VS:1001"));
    }

    #[test]
    fn zlotys_and_euros_have_the_symbol_in_the_title() {
        let zlotys = payment(&[owed("1", 1200, Currency::Pln)], None);
        assert_eq!(
            text(&zlotys),
            "|PL|61109010140000071219812874|001200|Vzorové komunální sl|701 FV-1|||"
        );
        let euros = payment(&[owed("1", 1200, Currency::Eur)], None);
        assert!(text(&euros).ends_with("\nEUR12.00\n\n\n701 FV-1"));
    }

    #[test]
    fn an_account_of_their_own_says_who_pays() {
        let own = own_account();
        let zlotys = payment(&[owed("1", 1200, Currency::Pln)], Some(&own));
        assert_eq!(zlotys.account(), "92124012340001567890123456");
        assert!(text(&zlotys).ends_with("|FV-1|||"));
    }

    #[test]
    fn a_polish_company_gives_its_tax_number() {
        let mut utility = utility();
        utility.seller.address.country = Country::Pl;
        utility.seller.tax_number = "PL5260250274".to_owned();
        let customer = "C-1001".parse().unwrap();
        let zlotys = [owed("1", 1200, Currency::Pln)];
        let payment = Payment::of(&zlotys, &customer, None, &utility, None).unwrap();
        assert!(text(&payment).starts_with("5260250274|PL|"));
    }

    #[test]
    fn what_no_format_has_room_for_is_typed() {
        let most = payment(&[owed("1", 1_000_000_000, Currency::Czk)], None);
        assert_eq!(most.code().unwrap(), None);
        assert_eq!(most.amount.minor, 1_000_000_000);
    }

    #[test]
    fn there_is_no_payment_without_an_account() {
        let mut utility = utility();
        utility.seller.accounts.clear();
        let crowns = [owed("1", 1, Currency::Czk)];
        let customer = "C-1001".parse().unwrap();
        let none = Payment::of(&crowns, &customer, None, &utility, None);
        assert!(matches!(none, Err(NoPayment::NoAccount)));
        let none = Payment::of(&[], &customer, None, &utility, None);
        assert!(matches!(none, Err(NoPayment::Refused(Refusal::Empty))));
    }
}
