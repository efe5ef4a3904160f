//! UBL: seller and buyer.

use std::io;

use portal_contracts::invoice::Party;
use portal_domain::{Address, Country};

use crate::{
    Seller,
    parties::{country_code, vat_number},
    xml::Xml,
};

/// The list that Czech company numbers are of.
const CZECH_COMPANIES: &str = "0154";

/// Where a party is reached electronically: the scheme (EAS) and the number.
pub(super) type Endpoint = (&'static str, String);

/// The buyer's electronic address, if their numbers make one.
pub(super) fn endpoint(buyer: &Party) -> Option<Endpoint> {
    address_of(buyer.address.country, buyer.tax_number.as_deref(), buyer.company_number.as_deref())
}

fn address_of(country: Country, tax: Option<&str>, company: Option<&str>) -> Option<Endpoint> {
    let given = |number: Option<&str>| number.filter(|n| !n.is_empty()).map(str::to_owned);
    let vat = given(tax).map(|number| vat_number(country, &number));
    match country {
        Country::Cz => given(company)
            .map(|number| (CZECH_COMPANIES, number))
            .or_else(|| vat.map(|number| ("9929", number))),
        Country::Pl => vat.map(|number| ("9945", number)),
        Country::Sk => vat.map(|number| ("9950", number)),
        Country::De => vat.map(|number| ("9930", number)),
        Country::At => vat.map(|number| ("9914", number)),
    }
}

/// The seller. Where nothing is subject to VAT, no tax number may stand (EN
/// 16931, BR-O-02).
pub(super) fn seller(xml: &mut Xml, seller: &Seller, taxed: bool) -> io::Result<()> {
    let country = seller.address.country;
    xml.within("cac:Party", |xml| {
        let address = address_of(country, Some(&seller.tax_number), Some(&seller.company_number));
        if let Some((scheme, number)) = address {
            xml.text_with("cbc:EndpointID", &[("schemeID", scheme)], &number)?;
        }
        xml.within("cac:PartyName", |xml| xml.text("cbc:Name", &seller.name))?;
        postal_address(xml, &seller.address)?;
        if taxed {
            tax_scheme(xml, &vat_number(country, &seller.tax_number))?;
        }
        xml.within("cac:PartyLegalEntity", |xml| {
            xml.text("cbc:RegistrationName", &seller.name)?;
            company_number(xml, country, Some(&seller.company_number))?;
            xml.text_if("cbc:CompanyLegalForm", seller.registered.as_deref())
        })?;
        xml.within("cac:Contact", |xml| {
            xml.text_if("cbc:Telephone", Some(&seller.phone))?;
            xml.text_if("cbc:ElectronicMail", Some(&seller.email))
        })
    })
}

/// The buyer; `taxed` as of the seller.
pub(super) fn buyer(xml: &mut Xml, buyer: &Party, taxed: bool) -> io::Result<()> {
    let country = buyer.address.country;
    xml.within("cac:Party", |xml| {
        if let Some((scheme, number)) = endpoint(buyer) {
            xml.text_with("cbc:EndpointID", &[("schemeID", scheme)], &number)?;
        }
        postal_address(xml, &buyer.address)?;
        let number = buyer.tax_number.as_deref().filter(|number| taxed && !number.is_empty());
        if let Some(number) = number {
            tax_scheme(xml, &vat_number(country, number))?;
        }
        xml.within("cac:PartyLegalEntity", |xml| {
            xml.text("cbc:RegistrationName", &buyer.name)?;
            company_number(xml, country, buyer.company_number.as_deref())
        })
    })
}

fn postal_address(xml: &mut Xml, address: &Address) -> io::Result<()> {
    let street = format!("{} {}", address.street, address.number);
    xml.within("cac:PostalAddress", |xml| {
        xml.text("cbc:StreetName", street.trim())?;
        xml.text("cbc:CityName", &address.city)?;
        xml.text("cbc:PostalZone", &address.postcode)?;
        xml.within("cac:Country", |xml| {
            xml.text("cbc:IdentificationCode", country_code(address.country))
        })
    })
}

fn tax_scheme(xml: &mut Xml, number: &str) -> io::Result<()> {
    xml.within("cac:PartyTaxScheme", |xml| {
        xml.text("cbc:CompanyID", number)?;
        xml.within("cac:TaxScheme", |xml| xml.text("cbc:ID", "VAT"))
    })
}

fn company_number(xml: &mut Xml, country: Country, number: Option<&str>) -> io::Result<()> {
    let Some(number) = number.filter(|number| !number.is_empty()) else { return Ok(()) };
    let czech = [("schemeID", CZECH_COMPANIES)];
    xml.text_with("cbc:CompanyID", if country == Country::Cz { &czech } else { &[] }, number)
}
