//! ISDOC: seller and buyer.

use std::io;

use portal_contracts::invoice::Party;
use portal_domain::Address;

use crate::{
    Seller,
    parties::{country_code, country_name},
    xml::Xml,
};

pub(super) fn seller(xml: &mut Xml, seller: &Seller) -> io::Result<()> {
    xml.within("Party", |xml| {
        xml.within("PartyIdentification", |xml| xml.text("ID", &seller.company_number))?;
        named(xml, &seller.name, &seller.address)?;
        tax(xml, Some(&seller.tax_number))?;
        if let Some(registered) = &seller.registered {
            xml.within("RegisterIdentification", |xml| xml.text("Preformatted", registered))?;
        }
        xml.within("Contact", |xml| {
            xml.text_if("Telephone", Some(&seller.phone))?;
            xml.text_if("ElectronicMail", Some(&seller.email))
        })
    })
}

pub(super) fn buyer(xml: &mut Xml, buyer: &Party, customer: &str) -> io::Result<()> {
    xml.within("Party", |xml| {
        xml.within("PartyIdentification", |xml| {
            xml.text("UserID", customer)?;
            // Required, and empty of a person.
            xml.text("ID", buyer.company_number.as_deref().unwrap_or_default())
        })?;
        named(xml, &buyer.name, &buyer.address)?;
        tax(xml, buyer.tax_number.as_deref())
    })
}

fn named(xml: &mut Xml, name: &str, address: &Address) -> io::Result<()> {
    xml.within("PartyName", |xml| xml.text("Name", name))?;
    xml.within("PostalAddress", |xml| {
        xml.text("StreetName", &address.street)?;
        xml.text("BuildingNumber", &address.number)?;
        xml.text("CityName", &address.city)?;
        xml.text("PostalZone", &address.postcode)?;
        xml.within("Country", |xml| {
            xml.text("IdentificationCode", country_code(address.country))?;
            xml.text("Name", country_name(address.country))
        })
    })
}

fn tax(xml: &mut Xml, number: Option<&str>) -> io::Result<()> {
    let Some(number) = number.filter(|number| !number.is_empty()) else { return Ok(()) };
    xml.within("PartyTaxScheme", |xml| {
        xml.text("CompanyID", number)?;
        xml.text("TaxScheme", "VAT")
    })
}
