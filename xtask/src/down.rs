//! `cargo xtask down`: ends what `up` left running, and what it left behind when
//! it was killed.

use std::{fs, path::Path};

use anyhow::{Result, bail};
use serde_json::json;
use tokio::time::Instant;

use crate::{
    emulator, place,
    process::{self, LOOK},
    stack,
};

pub async fn run(home: &Path) -> Result<()> {
    let file = home.join("stack.json");
    let Some(stack) = stack::read(&file)? else {
        println!("  nothing runs");
        return Ok(());
    };
    let pid = u32::try_from(stack["pid"].as_u64().unwrap_or_default())?;
    if process::runs(pid, "xtask").await {
        process::signal(pid, "TERM").await;
        let deadline = Instant::now() + process::GRACE * 3;
        while process::runs(pid, "xtask").await {
            if Instant::now() > deadline {
                bail!("process {pid} doesn't end; its log is in {}", place::shown(home));
            }
            tokio::time::sleep(LOOK).await;
        }
    } else {
        // It was killed: end what it left behind.
        for child in stack["children"].as_array().into_iter().flatten() {
            let child = u32::try_from(child.as_u64().unwrap_or_default())?;
            if process::runs(child, &place::local().display().to_string()).await
                || process::runs(child, "synthetic").await
            {
                process::signal_group(child, "TERM").await;
            }
        }
        if stack["container"] == json!(true) {
            emulator::stop_container().await;
        }
    }
    if file.exists() {
        fs::remove_file(&file)?;
    }
    println!("  stopped");
    Ok(())
}
