//! `cargo xtask bench`: each function as a process beside the barest
//! `lambda_http` function, in one run, as ratios.
//!
//! A Lambda runtime API and an AWS that answers every call with an empty
//! success stand on loopback. Of each function we measure the time from the
//! start of its process to its first poll of the runtime API (init), the time
//! from an event to its answer once it is warm, the memory it then holds, and
//! the size of its binary. Functions take turns, so that what the machine does
//! meanwhile meets all of them.

mod figures;
mod report;
mod runtime_api;

use std::time::Duration;

use anyhow::{Context, Result};
use figures::{Figures, Subject};
use runtime_api::RuntimeApi;

use crate::{build::cargo, place, step::loudly};

/// How many times each function is started.
const STARTS: usize = 40;

/// How many events each started function answers; the first tenth warms up.
const EVENTS: usize = 100;

/// Longer than any answer on loopback takes.
const PATIENCE: Duration = Duration::from_secs(30);

/// Builds the functions as for production, measures them and writes
/// `docs/performance.md`.
pub async fn run() -> Result<()> {
    println!("building the functions with the release profile (minutes, the first time)");
    let mut build = cargo();
    build.args(["build", "--release", "--bins", "--package", "bare"]);
    build.args(figures::PACKAGES.iter().flat_map(|package| ["--package", package]));
    loudly(&mut build).await?;
    let measured = measure().await?;
    report::write(&measured)?;
    println!("written: docs/performance.md");
    Ok(())
}

async fn measure() -> Result<Vec<(Subject, Figures)>> {
    let api = RuntimeApi::start().await?;
    let package = place::cargo_target().join("bench");
    std::fs::create_dir_all(&package)?;
    std::fs::copy(place::root().join("config/utility.json"), package.join("utility.json"))
        .context("copying the utility's configuration")?;

    let subjects = figures::subjects()?;
    let mut measured: Vec<(Subject, Figures)> =
        subjects.into_iter().map(|subject| (subject, Figures::default())).collect();
    for round in 0..STARTS {
        println!("round {} of {STARTS}", round + 1);
        for (subject, figures) in &mut measured {
            let run = api.exercise(subject, &package, EVENTS);
            let once = tokio::time::timeout(PATIENCE, run)
                .await
                .with_context(|| format!("{} does not answer", subject.name))??;
            figures.add(once);
        }
    }
    Ok(measured)
}
