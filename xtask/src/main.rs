//! The tasks of this project. `cargo xtask` lists them.
#![expect(unreachable_pub, reason = "a program has no outside; `pub` means: for the other modules")]

mod build;
mod client;
mod emulator;
mod fingerprint;
mod needs;
mod place;
mod process;
mod serve;
mod stack;
mod step;
mod synthetic;
mod tools;
mod up;
mod web;

use std::path::PathBuf;

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
        #[arg(long, value_name = "DIR", hide = true, default_value_os_t = place::local())]
        home: PathBuf,
    },
}

// One thread is enough to wait for others.
#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<()> {
    match Xtask::parse().task {
        Task::Up(up) => up::run(*up).await,
        Task::Down { home } => up::down(&home).await,
    }
}
