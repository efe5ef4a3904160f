//! What has to be on the machine: Rust, Python 3.10+, Node; and how to get it.

use std::{
    io::ErrorKind,
    net::{Ipv4Addr, SocketAddr, TcpListener},
    process::{Command, Stdio},
};

use anyhow::{Result, bail};

/// Interpreters to look for, the usual one first.
const PYTHONS: [&str; 6] =
    ["python3", "python3.13", "python3.12", "python3.11", "python3.10", "python"];

/// Checks all at once, so that a newcomer installs everything in one go.
pub fn check() -> Result<()> {
    let mut missing = Vec::new();
    if python().is_none() {
        missing.push(format!(
            "Python 3.10 or newer with venv: https://www.python.org/downloads/\n    \
             (Debian, Ubuntu: apt-get install python3-venv; macOS: brew install python)\n    \
             here: {}",
            here(&["python3"])
        ));
    }
    if !node_is_good() {
        missing.push(format!(
            "Node.js ^20.19 or >=22.12 with npm: https://nodejs.org/en/download\n    \
             (macOS: brew install node; or a version manager: fnm install 24)\n    \
             here: {}",
            here(&["node", "npm"])
        ));
    }
    if missing.is_empty() {
        return Ok(());
    }
    bail!("this machine lacks:\n  - {}", missing.join("\n  - "));
}

/// The first Python that is new enough and can make environments.
pub fn python() -> Option<&'static str> {
    let probe = "import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 10))";
    PYTHONS.into_iter().find(|name| {
        Command::new(name)
            .args(["-c", probe])
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .status()
            .is_ok_and(|status| status.success())
    })
}

/// Fails when the port can't be had, and says why.
pub fn free_port(port: u16, what: &str, instead: &str) -> Result<()> {
    let address = SocketAddr::from((Ipv4Addr::LOCALHOST, port));
    match TcpListener::bind(address) {
        Ok(_) => Ok(()),
        Err(error) if error.kind() == ErrorKind::AddrInUse => bail!(
            "port {port} ({what}) is taken by another program; \
             stop that one (`cargo xtask down`, if it is an earlier start), or {instead}"
        ),
        Err(error) => bail!("port {port} ({what}) can't be had: {error}; {instead}"),
    }
}

/// A port that nobody uses at the moment.
pub fn any_port() -> Result<u16> {
    Ok(TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?.local_addr()?.port())
}

fn node_is_good() -> bool {
    version("npm").is_some() && version("node").is_some_and(|text| new_enough(&text))
}

/// What programs say of their version; `None` when they can't be started.
fn version(program: &str) -> Option<String> {
    let out = Command::new(program).arg("--version").output().ok()?;
    let text = String::from_utf8(out.stdout).ok()?;
    out.status.success().then(|| text.trim().to_owned())
}

/// Which of the programs are here, in which version.
fn here(programs: &[&str]) -> String {
    let each = programs.iter().map(|program| match version(program) {
        Some(version) => format!("{program} {version}"),
        None => format!("no {program}"),
    });
    each.collect::<Vec<_>>().join(", ")
}

/// `^20.19 || >=22.12`, as in web/package.json.
fn new_enough(version: &str) -> bool {
    let mut parts = version.trim_start_matches('v').split('.').map(|part| part.parse::<u32>());
    let (Some(Ok(major)), Some(Ok(minor))) = (parts.next(), parts.next()) else { return false };
    match major {
        20 => minor >= 19,
        22 => minor >= 12,
        _ => major > 22,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn node_versions_are_read_as_package_json_says() {
        for good in ["v20.19.0", "v20.20.2", "v22.12.0", "v23.0.0", "v24.1.0"] {
            assert!(new_enough(good), "{good}");
        }
        for bad in ["v18.20.0", "v20.18.3", "v21.7.0", "v22.11.0", "", "nonsense"] {
            assert!(!new_enough(bad), "{bad}");
        }
    }

    #[test]
    fn a_taken_port_is_named_with_what_to_do() {
        let taken = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap();
        let port = taken.local_addr().unwrap().port();
        let error = free_port(port, "web", "choose one with --port").unwrap_err().to_string();
        assert!(error.contains(&port.to_string()) && error.contains("--port"), "{error}");
    }

    #[test]
    fn what_is_here_is_named_and_what_is_not_too() {
        let text = here(&["sh-that-nobody-has", "cargo"]);
        assert!(text.starts_with("no sh-that-nobody-has, cargo cargo 1."), "{text}");
    }
}
