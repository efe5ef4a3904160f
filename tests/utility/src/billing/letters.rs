//! The letters that would be posted: one JSON line each in a file.

use std::{
    collections::BTreeSet,
    fs::OpenOptions,
    io::Write,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result};

use super::books::Letter;

pub struct Letters {
    path: PathBuf,
    posted: BTreeSet<String>,
}

impl Letters {
    /// The letters in the file at `path`, which needn't be there yet.
    pub fn open(path: &Path) -> Result<Self> {
        let posted = read(path)?.into_iter().map(|letter| letter.command).collect();
        Ok(Self { path: path.to_owned(), posted })
    }

    /// Posts a letter, unless it was posted before a restart.
    pub fn post(&mut self, letter: &Letter) -> Result<()> {
        if !self.posted.insert(letter.command.clone()) {
            return Ok(());
        }
        let mut text = serde_json::to_vec(letter).context("writing a letter as JSON")?;
        text.push(b'\n');
        let mut file = OpenOptions::new()
            .append(true)
            .create(true)
            .open(&self.path)
            .context("opening the letters")?;
        file.write_all(&text).context("posting a letter")
    }
}

/// The letters in the file at `path`, oldest first.
pub fn read(path: &Path) -> Result<Vec<Letter>> {
    let text = match std::fs::read_to_string(path) {
        Ok(text) => text,
        Err(cause) if cause.kind() == std::io::ErrorKind::NotFound => return Ok(vec![]),
        Err(cause) => return Err(cause).context("reading the letters"),
    };
    // A line that isn't whole yet is being written.
    let whole = text.rfind('\n').map_or("", |end| &text[..end]);
    whole.lines().map(|line| serde_json::from_str(line).context("reading a letter")).collect()
}
