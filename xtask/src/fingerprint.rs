//! What makes the second start quick: a step is left out when the files that it
//! reads are those of the last time.

use std::{
    fs,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result};
use sha2::{Digest, Sha256};

/// Folders that are made, not written.
const MADE: [&str; 6] =
    ["node_modules", "dist", "test-results", "playwright-report", "__pycache__", "target"];

/// A hash over names and contents of all files under `paths`.
pub fn of(paths: &[PathBuf]) -> Result<String> {
    let mut files = Vec::new();
    for path in paths {
        collect(path, &mut files)?;
    }
    files.sort();
    let mut hash = Sha256::new();
    for file in files {
        hash.update(file.as_os_str().as_encoded_bytes());
        hash.update([0]);
        hash.update(fs::read(&file).with_context(|| format!("reading {}", file.display()))?);
        hash.update([0]);
    }
    Ok(hex::encode(hash.finalize()))
}

/// Whether `stamp` was [`set`] to `value`.
pub fn is(stamp: &Path, value: &str) -> bool {
    fs::read_to_string(stamp).is_ok_and(|kept| kept == value)
}

/// Keeps `value` in `stamp`.
pub fn set(stamp: &Path, value: &str) -> Result<()> {
    fs::write(stamp, value).with_context(|| format!("writing {}", stamp.display()))
}

fn collect(path: &Path, files: &mut Vec<PathBuf>) -> Result<()> {
    if path.is_file() {
        files.push(path.to_owned());
        return Ok(());
    }
    let Ok(entries) = fs::read_dir(path) else { return Ok(()) };
    for entry in entries {
        let path = entry?.path();
        let made = path.file_name().is_some_and(|name| MADE.iter().any(|m| name == *m));
        if !made {
            collect(&path, files)?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_changed_file_changes_the_hash_and_a_made_one_does_not() {
        let folder = tempfile::tempdir().unwrap();
        let paths = [folder.path().to_owned()];
        fs::write(folder.path().join("a.ts"), "1").unwrap();
        let first = of(&paths).unwrap();

        fs::create_dir(folder.path().join("node_modules")).unwrap();
        fs::write(folder.path().join("node_modules/b.js"), "2").unwrap();
        assert_eq!(of(&paths).unwrap(), first);

        fs::write(folder.path().join("a.ts"), "3").unwrap();
        assert_ne!(of(&paths).unwrap(), first);
    }

    #[test]
    fn a_file_that_moved_counts_as_changed() {
        let folder = tempfile::tempdir().unwrap();
        let paths = [folder.path().to_owned()];
        fs::write(folder.path().join("a"), "1").unwrap();
        let first = of(&paths).unwrap();
        fs::rename(folder.path().join("a"), folder.path().join("b")).unwrap();
        assert_ne!(of(&paths).unwrap(), first);
    }
}
