//! Writes `docs/schemas` anew: `cargo run -p portal-contracts --example schemas`.

use std::{fs, path::Path};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/schemas");
    fs::create_dir_all(&folder)?;
    for (name, schema) in portal_contracts::schema::all() {
        fs::write(folder.join(name), serde_json::to_string_pretty(&schema)? + "\n")?;
    }
    Ok(())
}
