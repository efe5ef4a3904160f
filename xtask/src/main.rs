//! The tasks of this project. `cargo xtask` lists them.
#![expect(unreachable_pub, reason = "a program has no outside; `pub` means: for the other modules")]

mod bench;
mod browser;
mod build;
mod client;
mod code;
mod deploy;
mod down;
mod einvoices;
mod emulator;
mod fingerprint;
mod needs;
mod operate;
mod place;
mod process;
mod serve;
mod stack;
mod step;
mod synthetic;
mod testing;
mod tools;
mod up;
mod web;

use std::{path::PathBuf, process::ExitCode};

use anyhow::Result;
use clap::{Parser, Subcommand};

/// The tasks of Meterside.
#[derive(Parser)]
#[command(name = "cargo xtask", bin_name = "cargo xtask", arg_required_else_help = true)]
struct Xtask {
    #[command(subcommand)]
    task: Task,
}

#[derive(Subcommand)]
enum Task {
    /// Run the whole portal on this machine
    Up(Box<up::Up>),
    /// Stop what `up --detach` left running
    Down {
        /// The folder that was given to `up --home`
        #[arg(long, value_name = "DIR", default_value_os_t = place::local())]
        home: PathBuf,
    },
    /// Test everything, or the named parts
    Test {
        parts: Vec<testing::Part>,
    },
    /// Build the functions for this machine
    Build,
    Deploy(Box<deploy::Deploy>),
    /// Measure each function beside the barest one; writes docs/performance.md
    Bench,
    /// Write docs/openapi.json anew from the code
    Openapi,
    /// Look at what billing sent and the portal refused, or send it again
    DeadLetters(operate::DeadLetters),
    /// Who runs the portal
    Admin {
        #[command(subcommand)]
        admin: Admin,
    },
    /// The code that an authenticator would show for a secret, for demo log-ins
    Code {
        secret: String,
    },
}

#[derive(Subcommand)]
enum Admin {
    /// Invite the first administrator
    Invite(operate::Invite),
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> ExitCode {
    match run(Xtask::parse().task).await {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("\n  {error:#}");
            ExitCode::FAILURE
        }
    }
}

async fn run(task: Task) -> Result<()> {
    match task {
        Task::Up(up) => up::run(*up).await,
        Task::Down { home } => down::run(&home).await,
        Task::Test { parts } => testing::run(&parts).await,
        Task::Build => {
            let packages = place::local().join("functions");
            step::step("building the functions", build::for_here(&packages)).await
        }
        Task::Deploy(deploy) => deploy::run(*deploy).await,
        Task::Bench => bench::run().await,
        Task::Openapi => {
            let mut test = build::cargo();
            test.env("METERSIDE_UPDATE", "1").arg("test").args(build::PORTAL);
            step::loudly(test.args(["--test", "edges", "--quiet", "openapi"])).await
        }
        Task::DeadLetters(letters) => operate::dead_letters(letters).await,
        Task::Admin { admin: Admin::Invite(invite) } => operate::invite(invite).await,
        Task::Code { secret } => code::show(&secret),
    }
}
