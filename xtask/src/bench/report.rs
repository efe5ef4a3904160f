//! `docs/performance.md`: what was measured, with the machine and the command.

use std::fmt::Write;

use anyhow::{Context, Result};

use crate::place;

use super::{
    EVENTS, STARTS,
    figures::{Figures, Subject},
};

/// What our own section lies between; the rest of the file is left alone.
const BEGIN: &str = "<!-- bench: begin -->";
const END: &str = "<!-- bench: end -->";

/// Writes the table into `docs/performance.md`.
pub fn write(measured: &[(Subject, Figures)]) -> Result<()> {
    let file = place::root().join("docs/performance.md");
    let page = std::fs::read_to_string(&file).context("reading docs/performance.md")?;
    let (head, rest) = page.split_once(BEGIN).context("docs/performance.md has no place for it")?;
    let (_, tail) = rest.split_once(END).context("docs/performance.md has no place for it")?;
    let page = format!("{head}{BEGIN}\n{}\n{END}{tail}", section(measured)?);
    std::fs::write(&file, page).context("writing docs/performance.md")
}

fn section(measured: &[(Subject, Figures)]) -> Result<String> {
    let (_, bare) = measured.first().context("nothing was measured")?;
    let bare_size = measured.first().map_or(1, |(subject, _)| subject.size_bytes) as f64;
    let mut text = String::new();
    writeln!(text, "Measured on {} with `cargo xtask bench`: {}.", today(), machine())?;
    writeln!(
        text,
        "Init and first: the least of {STARTS} starts. Warm and memory: medians, of {} events a start.\n",
        EVENTS - EVENTS / 10
    )?;
    writeln!(
        text,
        "| function | init ms | × bare | first ms | warm ms | × bare | AWS calls | memory MiB | × bare | binary MB | × bare |"
    )?;
    writeln!(text, "|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|")?;
    for (subject, figures) in measured {
        let size = subject.size_bytes as f64;
        writeln!(
            text,
            "| `{}` | {:.2} | {:.2} | {:.2} | {:.3} | {:.2} | {} | {:.1} | {:.2} | {:.2} | {:.2} |",
            subject.name,
            figures.init_ms(),
            figures.init_ms() / bare.init_ms(),
            figures.first_ms(),
            figures.warm_ms(),
            figures.warm_ms() / bare.warm_ms(),
            subject.aws_calls,
            figures.resident_mib(),
            figures.resident_mib() / bare.resident_mib(),
            size / 1e6,
            size / bare_size,
        )?;
    }
    writeln!(text, "\nThe events:\n")?;
    for (subject, _) in measured {
        writeln!(text, "- `{}`: {}", subject.name, subject.event)?;
    }
    Ok(text.trim_end().to_owned())
}

fn today() -> String {
    #[expect(clippy::disallowed_methods, reason = "the day of the measurement is today")]
    jiff::Zoned::now().date().to_string()
}

/// The processor and how many of it there are.
fn machine() -> String {
    let cpus = std::fs::read_to_string("/proc/cpuinfo").unwrap_or_default();
    let names = || cpus.lines().filter_map(|line| line.strip_prefix("model name"));
    let name = names().next().and_then(|line| line.split(": ").nth(1)).unwrap_or("unknown CPU");
    format!("{} × {name}, {}", names().count(), std::env::consts::OS)
}
