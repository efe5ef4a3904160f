//! One line for each step, with how long it took; and commands that are quiet
//! while they go well.

use std::{
    fs::File,
    future::Future,
    path::PathBuf,
    process::Stdio,
    time::{Duration, Instant},
};

use anyhow::{Context, Result, bail};
use tokio::process::Command;

use crate::place;

/// Steps that take longer say so before they end.
const PATIENCE: Duration = Duration::from_secs(2);
/// Lines of a failed command's output that are shown.
const TAIL: usize = 40;

/// Does `work`, and says what was done and how long it took. What `work`
/// answers stands behind the line.
pub async fn step(label: &str, work: impl Future<Output = Result<String>>) -> Result<()> {
    let begun = Instant::now();
    tokio::pin!(work);
    let outcome = match tokio::time::timeout(PATIENCE, &mut work).await {
        Ok(outcome) => outcome,
        Err(_) => {
            println!("  … {label}");
            work.await
        }
    };
    let seconds = begun.elapsed().as_secs_f64();
    match outcome {
        Ok(note) if note.is_empty() => println!("  ✓ {label} ({seconds:.1} s)"),
        Ok(note) => println!("  ✓ {label}: {note} ({seconds:.1} s)"),
        Err(error) => {
            println!("  ✗ {label} ({seconds:.1} s)");
            return Err(error);
        }
    }
    Ok(())
}

/// Runs `command` with its output in a log file; shows the end of that when the
/// command fails.
pub async fn quietly(name: &str, command: &mut Command) -> Result<()> {
    let log = log_file(name)?;
    let out = File::create(&log)?;
    let status = command
        .env("NO_COLOR", "1")
        .stdin(Stdio::null())
        .stdout(out.try_clone()?)
        .stderr(out)
        .kill_on_drop(true)
        .status()
        .await
        .with_context(|| format!("running {:?}", command.as_std().get_program()))?;
    if !status.success() {
        bail!("{name} ended with {status}; {}:\n{}", place::shown(&log), tail(&log));
    }
    Ok(())
}

/// Runs `command` with its output on the terminal.
pub async fn loudly(command: &mut Command) -> Result<()> {
    let program = command.as_std().get_program().to_owned();
    let status = command
        .kill_on_drop(true)
        .status()
        .await
        .with_context(|| format!("running {program:?}"))?;
    if !status.success() {
        bail!("{} ended with {status}", program.display());
    }
    Ok(())
}

/// Where the output of `name` goes.
pub fn log_file(name: &str) -> Result<PathBuf> {
    let folder = place::local().join("logs");
    std::fs::create_dir_all(&folder)?;
    Ok(folder.join(format!("{name}.log")))
}

/// The last lines of a log.
pub fn tail(log: &std::path::Path) -> String {
    let text = std::fs::read(log).unwrap_or_default();
    let text = String::from_utf8_lossy(&text);
    let lines: Vec<_> = text.lines().collect();
    lines[lines.len().saturating_sub(TAIL)..].join("\n")
}
