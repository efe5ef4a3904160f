//! What the billing system did, one line each, written before it answers.
//!
//! The file is its memory over a restart, also over a `kill -9`, and what tests
//! count effects in. A letter's code isn't in it.

use std::{
    collections::BTreeMap,
    fs::{File, OpenOptions},
    io::{Read, Seek, Write},
    path::Path,
};

use anyhow::{Context, Result};
use jiff::{Timestamp, civil::Date};
use portal_contracts::update::Update;
use portal_domain::{ChangeId, CustomerId};
use serde::{Deserialize, Serialize};

/// A line of the ledger.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "line", rename_all = "snake_case")]
pub enum Line {
    /// The first line: the utility that the ledger is of. Made on another day
    /// it would have other readings.
    Opened { seed: u64, today: Date },
    /// The queue delivered a command, for the first time or again.
    Delivered { command: String, at: Timestamp },
    /// A command had an effect.
    Effect(Entry),
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Entry {
    pub command: String,
    pub customer: CustomerId,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub change: Option<ChangeId>,
    pub effect: EffectKind,
    /// Why it was refused.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub code: Option<String>,
    pub at: Timestamp,
    /// What was, or will be, answered.
    pub updates: Vec<Update>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum EffectKind {
    Applied,
    Refused,
    Letter,
}

/// How often what happened to a change.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Count {
    pub applied: usize,
    pub refused: usize,
}

/// The file, open at its end.
pub struct Ledger {
    file: File,
}

impl Ledger {
    /// Opens `path`, or makes it, and gives what it holds. A last line that
    /// isn't whole was being written when the process died: it never counted.
    pub fn open(path: &Path) -> Result<(Self, Vec<Line>)> {
        let mut options = OpenOptions::new();
        let mut file = options
            .read(true)
            .append(true)
            .create(true)
            .open(path)
            .context("opening the ledger")?;
        let mut text = Vec::new();
        file.read_to_end(&mut text).context("reading the ledger")?;
        let whole = text.iter().rposition(|byte| *byte == b'\n').map_or(0, |end| end + 1);
        text.truncate(whole);
        file.set_len(u64::try_from(whole)?).context("cutting off a torn line")?;
        file.seek(std::io::SeekFrom::End(0)).context("going to the ledger's end")?;
        Ok((Self { file }, lines(&text)?))
    }

    /// Writes a line and waits until it is kept.
    pub fn write(&mut self, line: &Line) -> Result<()> {
        let mut text = serde_json::to_vec(line).context("writing a line as JSON")?;
        text.push(b'\n');
        self.file.write_all(&text).context("writing to the ledger")?;
        self.file.sync_data().context("keeping the ledger")
    }
}

/// The lines of the ledger at `path`, as far as they are whole; none if there
/// is no ledger yet.
pub fn read(path: &Path) -> Result<Vec<Line>> {
    let text = match std::fs::read(path) {
        Ok(text) => text,
        Err(cause) if cause.kind() == std::io::ErrorKind::NotFound => return Ok(vec![]),
        Err(cause) => return Err(cause).context("reading the ledger"),
    };
    let whole = text.iter().rposition(|byte| *byte == b'\n').map_or(0, |end| end + 1);
    lines(text.get(..whole).unwrap_or_default())
}

fn lines(text: &[u8]) -> Result<Vec<Line>> {
    let lines = text.split(|byte| *byte == b'\n').filter(|line| !line.is_empty());
    lines.map(|line| serde_json::from_slice(line).context("reading a line of the ledger")).collect()
}

/// The number and the day of the utility that the ledger is of.
pub fn opened(lines: &[Line]) -> Option<(u64, Date)> {
    match lines.first() {
        Some(Line::Opened { seed, today }) => Some((*seed, *today)),
        _ => None,
    }
}

/// How often each change had an effect. Exactly once is one in all.
pub fn effects(lines: &[Line]) -> BTreeMap<ChangeId, Count> {
    let mut counts: BTreeMap<_, Count> = BTreeMap::new();
    for line in lines {
        let Line::Effect(Entry { change: Some(change), effect, .. }) = line else { continue };
        let count = counts.entry(change.clone()).or_default();
        match effect {
            EffectKind::Applied => count.applied += 1,
            EffectKind::Refused => count.refused += 1,
            EffectKind::Letter => {}
        }
    }
    counts
}

/// How often the queue delivered each command.
pub fn deliveries(lines: &[Line]) -> BTreeMap<String, usize> {
    let mut counts = BTreeMap::new();
    for line in lines {
        if let Line::Delivered { command, .. } = line {
            *counts.entry(command.clone()).or_default() += 1;
        }
    }
    counts
}
