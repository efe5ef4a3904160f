//! Papers in the documents bucket: contracts with their amendments, and some
//! settlements as billing printed them.

use anyhow::Result;
use jiff::{ToSpan, civil::Date};
use portal_contracts::{
    invoice::{Invoice, InvoiceKind},
    paper::{Document, DocumentKind, File, FileType},
    update::SupplyPoint,
};
use portal_domain::Country;

use super::{
    super::{Account, StoredFile, dice::Dice},
    Office,
    documents::point_number,
};
use crate::pdf;

/// Adds papers to an account that is billed already.
pub(super) fn write(office: &Office, account: &mut Account) -> Result<()> {
    for point in account.supply_points.clone() {
        contracts(office, account, &point)?;
    }
    let name = account.customer.name.clone();
    let mut files = Vec::new();
    let settled = account.invoices.iter_mut().filter(|one| one.kind == InvoiceKind::Settlement);
    // Of the others the portal makes the paper.
    for invoice in settled.step_by(2) {
        let key = format!("billing/invoices/{}/{}.pdf", invoice.issued_on.year(), invoice.number);
        let bytes = pdf::page(&format!("{}", invoice.number), &printed(invoice, &name));
        invoice.file = Some(file(&key, &bytes)?);
        files.push(StoredFile { key, bytes });
    }
    account.files.extend(files);
    Ok(())
}

fn contracts(office: &Office, account: &mut Account, point: &SupplyPoint) -> Result<()> {
    let polish = point.address.country == Country::Pl;
    let mut dice = Dice::of(office.seed, &format!("{}/papers", point.id));
    let contract = &point.contract;
    let mut papers = vec![(DocumentKind::Contract, contract.number.clone(), contract.valid_from)];
    let amendments = dice.between(1, 3);
    for turn in 1..=amendments {
        let months = i32::try_from(turn * 11 + dice.between(0, 4)).unwrap_or(12);
        let from = contract.valid_from.saturating_add(months.months()).first_of_month();
        if from <= office.today {
            let number = format!("{}/D{turn}", contract.number);
            papers.push((DocumentKind::Amendment, number, from));
        }
    }
    for (turn, (kind, number, valid_from)) in papers.into_iter().enumerate() {
        let concluded_on = match kind {
            DocumentKind::Contract => contract.concluded_on,
            _ => valid_from.saturating_sub(dice.between(5, 25).days()),
        };
        let heading = match (kind, polish) {
            (DocumentKind::Contract, false) => format!("Smlouva č. {number}"),
            (DocumentKind::Contract, true) => format!("Umowa nr {number}"),
            (_, false) => format!("Dodatek č. {number}"),
            (_, true) => format!("Aneks nr {number}"),
        };
        let lines = agreed(account, point, concluded_on, valid_from);
        let key = format!("billing/contracts/{}/{turn}.pdf", point.id);
        let bytes = pdf::page(&heading, &lines);
        account.documents.push(Document {
            id: format!("D{}-{turn}", point_number(&point.id)).parse()?,
            kind,
            supply_point: point.id.clone(),
            number,
            concluded_on,
            valid_from,
            valid_to: contract.valid_to,
            file: file(&key, &bytes)?,
            cancelled: false,
        });
        account.files.push(StoredFile { key, bytes });
    }
    Ok(())
}

fn agreed(account: &Account, point: &SupplyPoint, concluded: Date, from: Date) -> Vec<String> {
    let polish = point.address.country == Country::Pl;
    let address = &point.address;
    let place =
        format!("{} {}, {} {}", address.street, address.number, address.postcode, address.city);
    let capacity = point.contract.capacity.clone().unwrap_or_else(|| "–".into());
    let words = if polish {
        ["Klient", "Punkt poboru", "Taryfa", "Moc", "Zawarto", "Obowiązuje od", "Dane przykładowe."]
    } else {
        [
            "Zákazník",
            "Odběrné místo",
            "Produkt",
            "Kapacita",
            "Uzavřeno",
            "Platí od",
            "Ukázková data.",
        ]
    };
    vec![
        format!("{}: {}", words[0], account.customer.name),
        format!("{}: {}, {place}", words[1], point.code),
        format!("{}: {}", words[2], point.contract.product),
        format!("{}: {capacity}", words[3]),
        format!("{}: {concluded}", words[4]),
        format!("{}: {from}", words[5]),
        words[6].into(),
    ]
}

fn printed(invoice: &Invoice, name: &str) -> Vec<String> {
    let mut lines = vec![name.to_owned(), format!("{}", invoice.issued_on)];
    if let Some(breakdown) = &invoice.breakdown {
        let each = breakdown.lines.iter().take(36);
        lines.extend(each.map(|line| {
            format!(
                "{}: {} x {} = {}",
                line.name,
                line.quantity,
                line.unit_price,
                line.amount.to_decimal()
            )
        }));
    }
    lines.push(format!("= {} {:?}", invoice.total.to_decimal(), invoice.total.currency));
    lines
}

fn file(key: &str, bytes: &[u8]) -> Result<File> {
    let size = u64::try_from(bytes.len())?;
    Ok(File { key: key.into(), content_type: FileType::Pdf, size })
}
