//! What a customer may ask to change about themselves, and what of it is
//! unusual.

use portal_domain::{Address, AddressField, Country, EmailAddress, PhoneNumber};

/// How the utility reaches the customer.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Contact {
    pub(crate) email: Option<EmailAddress>,
    pub(crate) phone: Option<String>,
}

/// What a form says of one input: nothing, that it goes, or what it is to be.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) enum Wish {
    #[default]
    Stay,
    Remove,
    Be(String),
}

/// Why contact data are not changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Refusal {
    EmailInvalid,
    PhoneInvalid,
    /// It is so already.
    ContactUnchanged,
    AddressInvalid(AddressField),
    /// Letters go there already.
    AddressUnchanged,
}

/// What an operator should look at twice.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Unusual {
    /// The utility couldn't write any more.
    EmailRemoved,
    /// The utility couldn't call any more.
    PhoneRemoved,
    /// Letters would leave the country.
    AddressAbroad,
}

impl Unusual {
    pub(crate) fn code(self) -> &'static str {
        match self {
            Self::EmailRemoved => "email_removed",
            Self::PhoneRemoved => "phone_removed",
            Self::AddressAbroad => "address_abroad",
        }
    }
}

/// The contact that the wishes make of `now`. A telephone number without a
/// country's prefix is one of `home`.
pub(crate) fn new_contact(
    now: &Contact,
    email: Wish,
    phone: Wish,
    home: Country,
) -> Result<Contact, Refusal> {
    let email = match email {
        Wish::Stay => now.email.clone(),
        Wish::Remove => None,
        Wish::Be(text) => Some(text.parse().map_err(|_| Refusal::EmailInvalid)?),
    };
    let phone = match phone {
        Wish::Stay => now.phone.clone(),
        Wish::Remove => None,
        Wish::Be(text) => {
            let number = PhoneNumber::parse(&text, home).map_err(|_| Refusal::PhoneInvalid)?;
            Some(number.as_str().to_owned())
        }
    };
    let new = Contact { email, phone };
    if new == *now { Err(Refusal::ContactUnchanged) } else { Ok(new) }
}

/// What is unusual about the new contact.
pub(crate) fn unusual_contact(before: &Contact, after: &Contact) -> Vec<Unusual> {
    let email = before.email.is_some() && after.email.is_none();
    let phone = before.phone.is_some() && after.phone.is_none();
    let found = [(email, Unusual::EmailRemoved), (phone, Unusual::PhoneRemoved)];
    found.into_iter().filter(|(found, _)| *found).map(|(_, unusual)| unusual).collect()
}

/// Where letters are to go: `None` is the customer's `own` address, and so is
/// that address typed again.
pub(crate) fn new_mailing_address(
    own: &Address,
    now: Option<&Address>,
    wish: Option<Address>,
) -> Result<Option<Address>, Refusal> {
    let wish = wish.map(Address::tidied);
    if let Some(field) = wish.as_ref().and_then(|wish| wish.wrong_fields().first().copied()) {
        return Err(Refusal::AddressInvalid(field));
    }
    let new = wish.filter(|wish| wish != own);
    if new.as_ref() == now { Err(Refusal::AddressUnchanged) } else { Ok(new) }
}

/// What is unusual about letters that go to `after`.
pub(crate) fn unusual_address(after: Option<&Address>, home: Country) -> Vec<Unusual> {
    let abroad = after.is_some_and(|address| address.country != home);
    if abroad { vec![Unusual::AddressAbroad] } else { Vec::new() }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Anna's contact.
    fn anna() -> Contact {
        Contact {
            email: Some("anna@example.com".parse().unwrap()),
            phone: Some("+420601123456".to_owned()),
        }
    }

    fn be(text: &str) -> Wish {
        Wish::Be(text.to_owned())
    }

    fn address(number: &str) -> Address {
        Address {
            street: "Vzorová".to_owned(),
            number: number.to_owned(),
            city: "Vzorov".to_owned(),
            postcode: "602 00".to_owned(),
            country: Country::Cz,
        }
    }

    #[track_caller]
    fn check(email: Wish, phone: Wish, expected: Result<(Option<&str>, Option<&str>), Refusal>) {
        let new = new_contact(&anna(), email, phone, Country::Cz);
        let expected = expected.map(|(email, phone)| Contact {
            email: email.map(|email| email.parse().unwrap()),
            phone: phone.map(str::to_owned),
        });
        assert_eq!(new, expected);
    }

    #[test]
    fn what_is_not_mentioned_stays() {
        let email = Some("anna@example.com");
        check(Wish::Stay, be("602 123 456"), Ok((email, Some("+420602123456"))));
        check(
            be("New@Example.com"),
            Wish::Stay,
            Ok((Some("new@example.com"), Some("+420601123456"))),
        );
        check(Wish::Remove, Wish::Stay, Ok((None, Some("+420601123456"))));
        check(Wish::Stay, Wish::Remove, Ok((email, None)));
    }

    #[test]
    fn what_cannot_be_reached_is_refused() {
        check(be("anna"), Wish::Stay, Err(Refusal::EmailInvalid));
        check(Wish::Stay, be("12345"), Err(Refusal::PhoneInvalid));
    }

    #[test]
    fn what_is_so_already_is_refused_however_it_is_typed() {
        check(Wish::Stay, Wish::Stay, Err(Refusal::ContactUnchanged));
        check(be(" ANNA@example.com"), be("601 123 456"), Err(Refusal::ContactUnchanged));
    }

    #[test]
    fn taking_contact_away_is_unusual_and_changing_it_is_not() {
        let none = Contact::default();
        let both = [Unusual::EmailRemoved, Unusual::PhoneRemoved];
        assert_eq!(unusual_contact(&anna(), &none), both);
        assert_eq!(unusual_contact(&none, &anna()), []);
        assert_eq!(unusual_contact(&anna(), &anna()), []);
    }

    #[test]
    fn letters_go_to_a_good_address_or_to_the_own_one() {
        let (own, other) = (address("1"), address("2"));
        let typed = Address { postcode: "60200".to_owned(), ..other.clone() };
        assert_eq!(new_mailing_address(&own, None, Some(typed)), Ok(Some(other.clone())));
        assert_eq!(new_mailing_address(&own, Some(&other), None), Ok(None));
        assert_eq!(new_mailing_address(&own, Some(&other), Some(own.clone())), Ok(None));
        let unchanged = Err(Refusal::AddressUnchanged);
        assert_eq!(new_mailing_address(&own, None, None), unchanged);
        assert_eq!(new_mailing_address(&own, None, Some(own.clone())), unchanged);
        assert_eq!(new_mailing_address(&own, Some(&other), Some(other.clone())), unchanged);
        let bad = Some(Address { postcode: "1".to_owned(), ..other });
        let refusal = Err(Refusal::AddressInvalid(AddressField::Postcode));
        assert_eq!(new_mailing_address(&own, None, bad), refusal);
    }

    #[test]
    fn letters_abroad_are_unusual() {
        let abroad = Address { country: Country::Pl, ..address("1") };
        assert_eq!(unusual_address(Some(&abroad), Country::Cz), [Unusual::AddressAbroad]);
        assert_eq!(unusual_address(Some(&address("1")), Country::Cz), []);
        assert_eq!(unusual_address(None, Country::Cz), []);
    }
}
