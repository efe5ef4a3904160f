//! The people that demos and tests are about. They come first in every
//! synthetic utility, and their numbers and addresses never change.

use anyhow::{Context, Result};
use portal_contracts::{
    change::Contact,
    invoice::InvoiceKind,
    ledger::{AdvanceInterval, ContractAccount, PaymentMethod},
    update::{Access, Customer, CustomerKind, Invoice, Role},
};
use portal_domain::{
    Address, Country, CustomerId, EmailAddress, Language, Medium, MeterId, SupplyPointId,
};

use super::{
    Account,
    crowd::POINTS_EACH,
    device::Device,
    dice::Dice,
    money::{Habits, Office, Trouble},
    number, pay,
    point::{self, Window, Wish},
};

/// Somebody to sign up, and the knowledge that they have from an invoice.
#[derive(Clone, Debug)]
pub struct Persona {
    pub role: PersonaRole,
    /// The address that billing knows; none for who gets a letter.
    pub email: Option<EmailAddress>,
    pub language: Language,
    /// What they may see, the one whose invoice they hold first.
    pub customers: Vec<CustomerId>,
    /// The last settlement of the first customer.
    pub invoice: Invoice,
    /// A meter that they send readings of.
    pub meter: MeterId,
    pub serial: String,
    pub supply_point: SupplyPointId,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum PersonaRole {
    /// Anna: a flat with one water meter, exchanged once.
    HouseholdWater,
    /// Boris: electricity with a high and a low tariff.
    HouseholdTwoRegister,
    /// Forty supply points of four customers under one e-mail address.
    PropertyManager,
    Business,
    /// Cyril: billing knows no e-mail address of his.
    HouseholdLetter,
    /// Danuta: in Poland, in Polish.
    HouseholdPolish,
}

impl PersonaRole {
    pub const ALL: [Self; 6] = [
        Self::HouseholdWater,
        Self::HouseholdTwoRegister,
        Self::PropertyManager,
        Self::Business,
        Self::HouseholdLetter,
        Self::HouseholdPolish,
    ];

    pub fn as_str(self) -> &'static str {
        match self {
            Self::HouseholdWater => "household_water",
            Self::HouseholdTwoRegister => "household_two_register",
            Self::PropertyManager => "property_manager",
            Self::Business => "business",
            Self::HouseholdLetter => "household_letter",
            Self::HouseholdPolish => "household_polish",
        }
    }

    fn email(self) -> Option<&'static str> {
        match self {
            Self::HouseholdWater => Some("anna@example.com"),
            Self::HouseholdTwoRegister => Some("boris@example.com"),
            Self::PropertyManager => Some("sprava@example.org"),
            Self::Business => Some("pekarna@example.com"),
            Self::HouseholdLetter => None,
            Self::HouseholdPolish => Some("danuta@example.org"),
        }
    }

    /// The numbers of their customers.
    fn serials(self) -> std::ops::RangeInclusive<u32> {
        match self {
            Self::HouseholdWater => 10_001..=10_001,
            Self::HouseholdTwoRegister => 10_002..=10_002,
            Self::PropertyManager => 10_003..=10_006,
            Self::Business => 10_007..=10_007,
            Self::HouseholdLetter => 10_008..=10_008,
            Self::HouseholdPolish => 10_009..=10_009,
        }
    }
}

/// A person who sees one flat of the property manager's first house.
pub const TENANT: &str = "najemce@example.com";

const WATER: Device =
    Device { medium: Medium::Water, two_registers: false, scale: 100, multiplier: 1 };
const ONE_TARIFF: Device = Device { medium: Medium::Electricity, ..WATER };
const TWO_TARIFFS: Device = Device { two_registers: true, ..ONE_TARIFF };
const GAS: Device = Device { medium: Medium::Gas, ..WATER };
const HEAT: Device = Device { medium: Medium::Heat, ..WATER };

/// All personas' customers.
pub(crate) fn accounts(office: &Office) -> Result<Vec<Account>> {
    let Office { seed, today, .. } = *office;
    let mut accounts = Vec::new();
    for role in PersonaRole::ALL {
        for serial in role.serials() {
            let customer = customer(role, serial)?;
            let country = customer.address.country;
            let mut dice = Dice::of(seed, &format!("C{serial}/account"));
            let contract_account = ContractAccount {
                method: method(role, serial)?,
                ..pay::account(&mut dice, serial, country)?
            };
            let mut account =
                Account::new(format!("C{serial}").parse()?, customer, contract_account);
            for wish in wishes(role, serial) {
                account.take(point::make(seed, today, wish)?);
            }
            office.bill(&mut account, &habits(role, serial))?;
            accounts.push(account);
        }
    }
    Ok(accounts)
}

/// The personas, as their customers were generated.
pub(crate) fn people(accounts: &[Account]) -> Result<Vec<Persona>> {
    let person = |role: PersonaRole| {
        let customers = role
            .serials()
            .map(|serial| Ok(format!("C{serial}").parse()?))
            .collect::<Result<Vec<CustomerId>>>()?;
        let account = accounts.iter().find(|account| Some(&account.id) == customers.first());
        let account = account.context("looking for a persona's customer")?;
        let settled = |invoice: &&Invoice| invoice.kind == InvoiceKind::Settlement;
        let settlements = account.invoices.iter().filter(settled);
        let invoice = settlements.max_by_key(|invoice| invoice.issued_on);
        let point = account.supply_points.first().context("looking for a persona's point")?;
        let meter = point.meters.last().context("looking for a persona's meter")?;
        Ok(Persona {
            role,
            email: role.email().map(str::parse).transpose()?,
            language: account.customer.language,
            customers,
            invoice: invoice.context("looking for a persona's invoice")?.clone(),
            meter: meter.id.clone(),
            serial: meter.serial.clone(),
            supply_point: point.id.clone(),
        })
    };
    PersonaRole::ALL.into_iter().map(person).collect()
}

fn customer(role: PersonaRole, serial: u32) -> Result<Customer> {
    let name = match role {
        PersonaRole::HouseholdWater => "Anna Ukázková".into(),
        PersonaRole::HouseholdTwoRegister => "Boris Vzorový".into(),
        PersonaRole::PropertyManager => format!("Bytový dům Vzorová {}", house(serial)),
        PersonaRole::Business => "Vzorová pekárna s.r.o.".into(),
        PersonaRole::HouseholdLetter => "Cyril Dopisový".into(),
        PersonaRole::HouseholdPolish => "Danuta Przykładowa".into(),
    };
    let kind = match role {
        PersonaRole::PropertyManager => CustomerKind::Institution,
        PersonaRole::Business => CustomerKind::Business,
        _ => CustomerKind::Household,
    };
    let polish = role == PersonaRole::HouseholdPolish;
    let email: Option<EmailAddress> = role.email().map(str::parse).transpose()?;
    let phone = if polish { "+48700000009" } else { "+420700000001" };
    Ok(Customer {
        name,
        kind,
        language: if polish { Language::Pl } else { Language::Cs },
        contact: Contact { email: email.clone(), phone: email.is_some().then(|| phone.into()) },
        address: address(role, serial),
        mailing_address: None,
        company_number: if kind == CustomerKind::Household {
            None
        } else {
            Some(number::ico(serial)?)
        },
        access: access(role, serial, email)?,
        self_reading: true,
        active: true,
    })
}

/// What each persona's money is like: see what their pages show.
fn habits(role: PersonaRole, serial: u32) -> Habits {
    let first = serial == *role.serials().start();
    let manager = role == PersonaRole::PropertyManager;
    let third = serial == role.serials().start() + 2;
    let trouble = match role {
        PersonaRole::HouseholdWater => Some(Trouble::OwesAndIsOwed),
        PersonaRole::PropertyManager if first => Some(Trouble::PaidInPart),
        PersonaRole::PropertyManager if third => Some(Trouble::Owes),
        PersonaRole::Business => Some(Trouble::PaidInPart),
        PersonaRole::HouseholdPolish => Some(Trouble::ForgotAdvance),
        _ => None,
    };
    Habits {
        interval: if manager { AdvanceInterval::Quarter } else { AdvanceInterval::Month },
        joined: manager && trouble.is_none() || role == PersonaRole::HouseholdLetter,
        requests: role == PersonaRole::Business || manager && first,
        tax_documents: role == PersonaRole::Business,
        rain: role == PersonaRole::Business || manager,
        papers: true,
        credit_note: matches!(role, PersonaRole::HouseholdTwoRegister | PersonaRole::Business),
        fee: matches!(role, PersonaRole::HouseholdLetter | PersonaRole::Business),
        since: None,
        trouble,
    }
}

/// Somebody pays in each of the ways.
fn method(role: PersonaRole, serial: u32) -> Result<PaymentMethod> {
    Ok(match role {
        PersonaRole::HouseholdTwoRegister => pay::direct_debit(serial, Country::Cz)?,
        PersonaRole::HouseholdLetter => pay::sipo(serial),
        _ => PaymentMethod::Transfer,
    })
}

/// The manager acts for the first two houses and only looks at the others; a
/// tenant sees one flat.
fn access(role: PersonaRole, serial: u32, email: Option<EmailAddress>) -> Result<Vec<Access>> {
    let looks_only = role == PersonaRole::PropertyManager && serial > *role.serials().start() + 1;
    let role_there = if looks_only { Role::Viewer } else { Role::Holder };
    let access = |email| Access { email, role: role_there, supply_point: None };
    let mut all: Vec<_> = email.into_iter().map(access).collect();
    if role == PersonaRole::PropertyManager && serial == *role.serials().start() {
        let flat = format!("P{}", serial * POINTS_EACH + 1).parse()?;
        all.push(Access { email: TENANT.parse()?, role: Role::Viewer, supply_point: Some(flat) });
    }
    Ok(all)
}

fn wishes(role: PersonaRole, serial: u32) -> Vec<Wish> {
    let wish = |turn: u32, device: Device| Wish {
        number: serial * POINTS_EACH + turn,
        device,
        address: address(role, serial),
        label: None,
        every: 3,
        years: 4,
        exchanged: false,
        rolls_over: false,
        window: Window::Always,
        self_reading: None,
        ended: None,
    };
    let large = |device: Device| Device { scale: 800, ..device };
    match role {
        PersonaRole::HouseholdWater => {
            vec![Wish { exchanged: true, window: Window::Open, ..wish(0, WATER) }]
        }
        PersonaRole::HouseholdTwoRegister => vec![wish(0, TWO_TARIFFS)],
        // A house has its main water meter, heat and common electricity, and
        // seven flats with water; one of those dials begins again.
        PersonaRole::PropertyManager => {
            let flat = |turn| Wish {
                label: Some(format!("Byt {turn}")),
                rolls_over: turn == 3,
                exchanged: turn == 5,
                ..wish(turn, Device { scale: 60 + 10 * i64::from(turn), ..WATER })
            };
            let shared = |turn, device, label: &str| Wish {
                label: Some(label.into()),
                ..wish(turn, device)
            };
            let mut all = vec![Wish { every: 1, ..shared(0, large(WATER), "Patní vodoměr") }];
            all.extend((1..=7).map(flat));
            all.push(Wish {
                every: 1,
                self_reading: Some(false),
                ..shared(8, large(HEAT), "Výměník")
            });
            all.push(shared(9, ONE_TARIFF, "Společné prostory"));
            all
        }
        PersonaRole::Business => vec![
            Wish { exchanged: true, ..wish(0, Device { multiplier: 40, ..large(ONE_TARIFF) }) },
            wish(1, large(GAS)),
            wish(2, large(WATER)),
        ],
        PersonaRole::HouseholdLetter => vec![wish(0, WATER), wish(1, GAS)],
        PersonaRole::HouseholdPolish => vec![wish(0, ONE_TARIFF), wish(1, WATER)],
    }
}

fn house(serial: u32) -> u32 {
    12 + 2 * (serial - PersonaRole::PropertyManager.serials().start())
}

fn address(role: PersonaRole, serial: u32) -> Address {
    let address = |street: &str, number: &str, city: &str, postcode: &str, country| Address {
        street: street.into(),
        number: number.into(),
        city: city.into(),
        postcode: postcode.into(),
        country,
    };
    match role {
        PersonaRole::HouseholdWater => address("Ukázková", "7", "Vzorov", "799 10", Country::Cz),
        PersonaRole::HouseholdTwoRegister => {
            address("Příkladná", "21/4", "Vzorov", "799 10", Country::Cz)
        }
        PersonaRole::PropertyManager => {
            address("Vzorová", &house(serial).to_string(), "Vzorov", "799 11", Country::Cz)
        }
        PersonaRole::Business => address("Zkušební", "1", "Ukázkov", "799 20", Country::Cz),
        PersonaRole::HouseholdLetter => {
            address("Lhota", "33", "Příkladná Lhota", "799 30", Country::Cz)
        }
        PersonaRole::HouseholdPolish => {
            address("Wzorowa", "5 m. 12", "Wzorów", "99-901", Country::Pl)
        }
    }
}
