//! Paying what is owed: to which account, with which symbol or title, and the
//! code that a banking application scans.

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

/// The advances that a standing order pays from `today` on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Course<'a> {
    pub schedule: &'a AdvanceSchedule,
    /// The first one that is still to be paid.
    pub first: Date,
    /// The schedule before it.
    pub before: Option<&'a AdvanceSchedule>,
}

impl<'a> Course<'a> {
    /// Of one supply point's schedules, the latest first: the earliest that
    /// still has an advance to be paid after `today`.
    pub fn of(schedules: &'a [AdvanceSchedule], today: Date) -> Option<Self> {
        let next = |schedule: &AdvanceSchedule, until: Option<Date>| {
            let open = schedule.advances.iter().filter(|one| one.paid.minor < one.amount.minor);
            let days = open.map(|one| one.due_on).filter(|day| *day >= today);
            // A later schedule takes the place of what is due on its days.
            days.filter(|day| until.is_none_or(|until| *day < until)).min()
        };
        let mut later: Option<Date> = None;
        let mut found = None;
        for (place, schedule) in schedules.iter().enumerate() {
            if let Some(first) = next(schedule, later) {
                found = Some(Self { schedule, first, before: schedules.get(place + 1) });
            }
            later = Some(schedule.valid_from);
        }
        found
    }

    /// By how much a standing order of the schedule before is too low.
    pub fn raised_by(&self) -> Option<Money> {
        let before = self.before.filter(|before| before.interval == self.schedule.interval)?;
        let more = self.schedule.amount.checked_sub(before.amount)?;
        (more.minor > 0).then_some(more)
    }
}
