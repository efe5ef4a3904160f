//! Writes the electronic forms of the invoices among the examples of billing's
//! messages, for a validator to read: `einvoices <events/billing> <into>`.

use std::{env, error::Error, fs, path::Path};

use portal_contracts::invoice::{Invoice, Invoices, Party};
use portal_domain::{Address, Country, Currency};
use portal_einvoice::{Account, Issued, Seller, isdoc, ubl};

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = env::args().skip(1);
    let (Some(from), Some(into)) = (arguments.next(), arguments.next()) else {
        return Err("einvoices <events/billing> <into>".into());
    };
    fs::create_dir_all(&into)?;
    let mut written = 0;
    for entry in fs::read_dir(&from)? {
        let name = entry?.file_name();
        let Some(stem) = name.to_str().and_then(|name| name.strip_suffix(".json")) else {
            continue;
        };
        let Some(kind) = stem.strip_prefix("update-invoices-") else { continue };
        let update: serde_json::Value =
            serde_json::from_slice(&fs::read(Path::new(&from).join(&name))?)?;
        let customer = update["customer"].as_str().unwrap_or_default().to_owned();
        let body: Invoices = serde_json::from_value(update["body"].clone())?;
        for (place, invoice) in body.invoices.iter().enumerate() {
            let stem = Path::new(&into).join(format!("{kind}-{place}"));
            write(invoice, &customer, &stem)?;
            written += 1;
        }
    }
    if written == 0 {
        return Err("no invoices among the examples".into());
    }
    println!("{written} invoices");
    Ok(())
}

fn write(invoice: &Invoice, customer: &str, stem: &Path) -> Result<(), Box<dyn Error>> {
    let polish = invoice.total.currency == Currency::Pln;
    let seller = seller(if polish { Country::Pl } else { Country::Cz });
    let person = Party {
        name: "Anna Ukázková".to_owned(),
        address: seller.address.clone(),
        company_number: None,
        tax_number: None,
    };
    let buyer = invoice.buyer.as_ref().unwrap_or(&person);
    let issued = Issued { invoice, seller: &seller, buyer, customer, pay_to: None };
    fs::write(stem.with_extension("isdoc"), isdoc::write(&issued)?)?;
    fs::write(stem.with_extension("ubl.xml"), ubl::write(&issued)?)?;
    // The same to a company, which Peppol reaches.
    let company = match seller.address.country {
        Country::Pl => ("123456785", "1234563218"),
        _ => ("25123891", "CZ25123891"),
    };
    let buyer = Party {
        company_number: Some(company.0.to_owned()),
        tax_number: Some(company.1.to_owned()),
        ..buyer.clone()
    };
    let issued = Issued { buyer: &buyer, ..issued };
    fs::write(stem.with_extension("company.isdoc"), isdoc::write(&issued)?)?;
    fs::write(stem.with_extension("company.ubl.xml"), ubl::write(&issued)?)?;
    Ok(())
}

fn seller(country: Country) -> Seller {
    let (name, numbers, postcode, account) = match country {
        Country::Pl => (
            "Wzorcowe Wodociągi sp. z o.o.",
            ("123456785", "1234563218"),
            "00-950",
            (Currency::Pln, "PL61109010140000071219812874", None),
        ),
        _ => (
            "Vzorové komunální služby, a.s.",
            ("25123891", "CZ25123891"),
            "799 01",
            (Currency::Czk, "CZ6508000000192000145399", Some("GIBACZPX")),
        ),
    };
    Seller {
        name: name.to_owned(),
        address: Address {
            street: "Ukázková".to_owned(),
            number: "1".to_owned(),
            city: "Vzorov".to_owned(),
            postcode: postcode.to_owned(),
            country,
        },
        company_number: numbers.0.to_owned(),
        tax_number: numbers.1.to_owned(),
        registered: Some("Obchodní rejstřík, oddíl B, vložka 1".to_owned()),
        email: "zakaznici@utility.example".to_owned(),
        phone: "+420 000 000 000".to_owned(),
        accounts: vec![Account {
            currency: account.0,
            iban: account.1.to_owned(),
            bic: account.2.map(str::to_owned),
        }],
    }
}
