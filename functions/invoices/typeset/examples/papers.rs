//! Writes the documents among the examples of billing's messages as PDF, in each
//! language: `papers <events/billing> <utility.json> <into>`.

use std::{env, fs, path::Path, time::Instant};

use anyhow::{Context, Result, anyhow};
use invoices::pay::Payment;
use invoices_typeset::{Of, Paper, render};
use portal_contracts::{
    invoice::Invoices,
    ledger::{AdvanceSchedules, Receivables},
};
use portal_domain::{CustomerId, Language};
use portal_lambda::Utility;
use serde_json::Value;

fn main() -> Result<()> {
    let mut arguments = env::args().skip(1);
    let (Some(from), Some(utility), Some(into)) =
        (arguments.next(), arguments.next(), arguments.next())
    else {
        anyhow::bail!("papers <events/billing> <utility.json> <into>");
    };
    fs::create_dir_all(&into)?;
    let utility = Utility::parse(&fs::read_to_string(utility)?)?;
    for entry in fs::read_dir(&from)? {
        let name = entry?.file_name().into_string().unwrap_or_default();
        let Some(stem) = name.strip_suffix(".json") else { continue };
        if !stem.starts_with("update-") {
            continue;
        }
        let update: Value = serde_json::from_slice(&fs::read(Path::new(&from).join(&name))?)?;
        let customer: CustomerId = update["customer"].as_str().unwrap_or_default().parse()?;
        let of = Of { utility: &utility, customer: &customer, account: None };
        let into = Path::new(&into);
        if let Ok(body) = serde_json::from_value::<Invoices>(update["body"].clone()) {
            for invoice in &body.invoices {
                write(Paper::Invoice(invoice), of, into, stem)?;
            }
        }
        if let Ok(body) = serde_json::from_value::<AdvanceSchedules>(update["body"].clone()) {
            for schedule in &body.schedules {
                write(Paper::Advances(schedule), of, into, stem)?;
            }
        }
        if let Ok(body) = serde_json::from_value::<Receivables>(update["body"].clone()) {
            let owed: Vec<_> = body
                .receivables
                .into_iter()
                .filter(|one| one.amount.minor > one.settled.minor)
                .collect();
            let on = owed.first().context("nothing is owed")?.issued_on;
            let payment = Payment::of(&owed, &customer, None, &utility, None);
            let payment = payment.map_err(|none| anyhow!("{none:?}"))?;
            write(Paper::Slip { payment: &payment, receivables: &owed, on }, of, into, stem)?;
        }
    }
    Ok(())
}

fn write(paper: Paper<'_>, of: Of<'_>, into: &Path, stem: &str) -> Result<()> {
    for language in Language::ALL {
        let begun = Instant::now();
        let pdf = render(paper, of, language).with_context(|| stem.to_owned())?;
        let file = into.join(format!("{stem}-{}.pdf", language.tag()));
        println!("{}: {} bytes, {:?}", file.display(), pdf.len(), begun.elapsed());
        fs::write(file, pdf)?;
    }
    Ok(())
}
