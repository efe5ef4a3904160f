//! The many customers behind the personas: households, businesses and
//! institutions, Czech and Polish.

use anyhow::Result;
use jiff::{ToSpan, civil::Date};
use portal_contracts::{
    change::Contact,
    update::{Access, Customer, CustomerKind, Role},
};
use portal_domain::{Address, Country, EmailAddress, Language, Medium};

use super::{
    Account,
    device::Device,
    dice::Dice,
    money::{Habits, Office},
    number, pay,
    point::{self, Window, Wish},
};

/// Points of one customer are numbered from its number times this.
pub(crate) const POINTS_EACH: u32 = 10;

/// The customer at `place` in the crowd: the same in every utility of `seed`.
pub(crate) fn customer(office: &Office, place: u32) -> Result<Account> {
    let Office { seed, today, .. } = *office;
    let serial = 20_000 + place;
    let id = format!("C{serial}").parse()?;
    let mut dice = Dice::of(seed, &format!("{id}"));
    let country = if dice.chance(30) { Country::Pl } else { Country::Cz };
    let kind = match dice.between(1, 100) {
        1..=84 => CustomerKind::Household,
        85..=96 => CustomerKind::Business,
        _ => CustomerKind::Institution,
    };
    let ended = dice.chance(2).then(|| today.saturating_sub(dice.between(60, 300).days()));
    let address = address(&mut dice, country);
    let email = email(serial, country)?;
    let customer = Customer {
        name: name(kind, country, serial),
        kind,
        language: if country == Country::Pl { Language::Pl } else { Language::Cs },
        contact: Contact { email: Some(email.clone()), phone: Some(phone(&mut dice, country)) },
        address: address.clone(),
        mailing_address: dice.chance(15).then(|| self::address(&mut dice, country)),
        company_number: company_number(kind, country, serial)?,
        access: vec![Access { email, role: Role::Holder, supply_point: None }],
        self_reading: dice.chance(80),
        active: ended.is_none(),
    };
    let contract_account =
        pay::account(&mut Dice::of(seed, &format!("{id}/account")), serial, country)?;
    let mut account = Account::new(id, customer, contract_account);
    for (turn, device) in devices(&mut dice, kind).into_iter().enumerate() {
        let number = serial * POINTS_EACH + u32::try_from(turn)?;
        let wish = wish(&mut dice, number, device, address.clone(), ended);
        account.take(point::make(seed, today, wish)?);
    }
    let mut dice = Dice::of(seed, &format!("{}/habits", account.id));
    let habits = Habits::of_crowd(&mut dice, kind, country, today.saturating_sub(2.years()));
    office.bill(&mut account, &habits)?;
    Ok(account)
}

fn wish(
    dice: &mut Dice,
    number: u32,
    device: Device,
    address: Address,
    ended: Option<Date>,
) -> Wish {
    let every = match (device.medium, device.scale > 300) {
        (Medium::Heat, _) | (_, true) => 1,
        _ => dice.pick([3, 3, 6, 12]),
    };
    Wish {
        number,
        device,
        address,
        label: None,
        every,
        years: i32::try_from(dice.between(3, 5)).unwrap_or(3),
        exchanged: dice.chance(15),
        rolls_over: dice.chance(4),
        window: dice.pick([Window::Always, Window::Always, Window::Open, Window::Later]),
        self_reading: match dice.between(1, 100) {
            1..=5 => Some(false),
            6..=15 => Some(true),
            _ => None,
        },
        ended,
    }
}

fn devices(dice: &mut Dice, kind: CustomerKind) -> Vec<Device> {
    let (low, high) = if kind == CustomerKind::Household { (55, 170) } else { (400, 1500) };
    let transformers = if kind == CustomerKind::Household { 1 } else { 40 };
    let two_registers = kind == CustomerKind::Household && dice.chance(35);
    let media: &[Medium] = match (kind, dice.between(1, 100)) {
        (CustomerKind::Institution, _) => {
            &[Medium::Water, Medium::Electricity, Medium::Gas, Medium::Heat]
        }
        (CustomerKind::Business, _) => &[Medium::Electricity, Medium::Water],
        (_, 1..=35) => &[Medium::Water],
        (_, 36..=60) => &[Medium::Electricity],
        (_, 61..=80) => &[Medium::Electricity, Medium::Gas],
        _ => &[Medium::Water, Medium::Heat],
    };
    let device = |medium: &Medium| Device {
        medium: *medium,
        two_registers: two_registers && *medium == Medium::Electricity,
        scale: dice.between(low, high),
        multiplier: if *medium == Medium::Electricity { transformers } else { 1 },
    };
    media.iter().map(device).collect()
}

fn name(kind: CustomerKind, country: Country, serial: u32) -> String {
    let polish = country == Country::Pl;
    match kind {
        CustomerKind::Household if polish => format!("Klient {serial} Wzorowy"),
        CustomerKind::Household => format!("Zákazník {serial} Vzorový"),
        CustomerKind::Business if polish => format!("Przykładowa Firma {serial} sp. z o.o."),
        CustomerKind::Business => format!("Ukázková firma {serial} s.r.o."),
        CustomerKind::Institution if polish => format!("Szkoła Wzorowa nr {serial}"),
        CustomerKind::Institution => format!("Vzorová škola č. {serial}"),
    }
}

fn company_number(kind: CustomerKind, country: Country, serial: u32) -> Result<Option<String>> {
    match (kind, country) {
        (CustomerKind::Household, _) => Ok(None),
        (_, Country::Pl) => number::nip(serial % 100_000).map(Some),
        _ => number::ico(serial % 100_000).map(Some),
    }
}

fn email(serial: u32, country: Country) -> Result<EmailAddress> {
    Ok(match country {
        Country::Pl => format!("klient{serial}@example.org").parse()?,
        _ => format!("zakaznik{serial}@example.com").parse()?,
    })
}

/// A number in a range that is kept free for fiction or not given out.
fn phone(dice: &mut Dice, country: Country) -> String {
    let prefix = if country == Country::Pl { "+48" } else { "+420" };
    format!("{prefix}700000{:03}", dice.between(0, 999))
}

fn address(dice: &mut Dice, country: Country) -> Address {
    let (street, city, postcode) = match country {
        Country::Pl => (
            dice.pick(["Przykładowa", "Wzorowa", "Pokazowa", "Próbna"]),
            dice.pick(["Wzorów", "Przykładowo"]),
            format!("99-{:03}", dice.between(900, 999)),
        ),
        _ => (
            dice.pick(["Ukázková", "Vzorová", "Zkušební", "Příkladná"]),
            dice.pick(["Vzorov", "Ukázkov", "Příkladná Lhota"]),
            format!("799 {:02}", dice.between(10, 99)),
        ),
    };
    Address {
        street: street.into(),
        number: dice.between(1, 250).to_string(),
        city: city.into(),
        postcode,
        country,
    }
}
