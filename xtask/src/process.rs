//! Processes that outlive a step: each in a group of its own, so that Ctrl-C
//! reaches us first and we end them in order.

use std::{fs::File, path::Path, process::Stdio, time::Duration};

use anyhow::{Context, Result};
use tokio::process::{Child, Command};

/// How long a process may take to end when asked.
pub const GRACE: Duration = Duration::from_secs(15);
/// Between two looks at something outside.
pub const LOOK: Duration = Duration::from_millis(50);

/// A started process, ended when this is dropped or [`Running::end`] is called.
pub struct Running {
    child: Child,
    pub pid: u32,
}

impl Running {
    /// Starts `command` in a group of its own, its output going to `log`.
    pub fn start(command: &mut Command, log: &Path) -> Result<Self> {
        let out = File::create(log).with_context(|| format!("writing {}", log.display()))?;
        command.stdout(out.try_clone()?).stderr(out);
        Self::start_with_output(command)
    }

    /// As [`Running::start`], with output as `command` says.
    pub fn start_with_output(command: &mut Command) -> Result<Self> {
        let program = command.as_std().get_program().to_owned();
        let child = command
            .stdin(Stdio::null())
            .process_group(0)
            .kill_on_drop(true)
            .spawn()
            .with_context(|| format!("starting {}", program.display()))?;
        let pid = child.id().context("the process ended at once")?;
        Ok(Self { child, pid })
    }

    pub fn child(&mut self) -> &mut Child {
        &mut self.child
    }

    /// Whether it ended by itself.
    pub fn ended(&mut self) -> bool {
        !matches!(self.child.try_wait(), Ok(None))
    }

    /// Asks the group to end, and makes it after a while.
    pub async fn end(mut self) {
        signal_group(self.pid, "TERM").await;
        if tokio::time::timeout(GRACE, self.child.wait()).await.is_err() {
            signal_group(self.pid, "KILL").await;
            let _ = self.child.wait().await;
        }
    }
}

/// Sends a signal to a process group.
pub async fn signal_group(pid: u32, signal: &str) {
    // The shell's own `kill`: small systems have no program of that name.
    let _ = Command::new("sh")
        .args(["-c", &format!("kill -s {signal} -- -{pid}")])
        .stderr(Stdio::null())
        .status()
        .await;
}

/// Whether a process runs whose command line contains `word`. One that ended and
/// that nobody has waited for doesn't run.
pub async fn runs(pid: u32, word: &str) -> bool {
    if let Ok(line) = std::fs::read(format!("/proc/{pid}/cmdline")) {
        return String::from_utf8_lossy(&line).contains(word);
    }
    let mut ps = Command::new("ps");
    let shown = ps.args(["-o", "stat=", "-o", "args=", "-p", &pid.to_string()]).output().await;
    shown.is_ok_and(|out| {
        let line = String::from_utf8_lossy(&out.stdout);
        !line.trim_start().starts_with('Z') && line.contains(word)
    })
}

/// Sends a signal to one process.
pub async fn signal(pid: u32, signal: &str) {
    let _ = Command::new("sh")
        .args(["-c", &format!("kill -s {signal} {pid}")])
        .stderr(Stdio::null())
        .status()
        .await;
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn a_group_ends_when_it_is_asked_to() {
        let mut command = Command::new("sh");
        command.args(["-c", "sleep 60 & wait"]).stdout(Stdio::null());
        let mut running = Running::start_with_output(&mut command).unwrap();
        assert!(!running.ended());
        let pid = running.pid;
        // For a moment after it started, a process has no command line yet.
        let seen = async {
            while !runs(pid, "sleep 60").await {
                tokio::time::sleep(LOOK).await;
            }
        };
        tokio::time::timeout(GRACE, seen).await.expect("it never ran");
        tokio::time::timeout(GRACE / 2, running.end()).await.expect("it took a KILL");
        assert!(!runs(pid, "sleep 60").await);
    }
}
