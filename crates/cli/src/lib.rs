//! Every command of Leadbridge without a window.
//!
//! Exit status: 0 fine, 1 it ran and found something wrong, 2 bad usage or input, with one line on
//! standard error for each fault.

mod args;
mod ask;
mod commands;
mod demo;
mod failure;
mod log;
mod output;
mod text;
mod ui_server;

use args::{Args, Command};
use clap::Parser as _;
use failure::Failure;
use std::process::ExitCode;

/// Run the program with the arguments it was started with.
pub fn main() -> ExitCode {
    // Before anything else: this may be the guard of a tunnel's program.
    if let Some(code) = leadbridge_engine::tunnel::guard::run() {
        return code;
    }
    let args = Args::parse();
    // Reading files needs neither threads nor a data folder.
    match &args.command {
        Command::Extract(args) => return failure::exit(commands::extract::run(args)),
        Command::Lint(args) => return failure::exit(commands::lint::run(args)),
        _ => {}
    }
    log::start();
    let runtime = match tokio::runtime::Runtime::new() {
        Ok(runtime) => runtime,
        Err(error) => return failure::exit(Err(Failure::wrong(format!("no threads: {error}")))),
    };
    let result = runtime.block_on(run(args.command));
    // A call that still waits for a keyring's prompt must not keep the program.
    runtime.shutdown_timeout(std::time::Duration::from_secs(1));
    failure::exit(result)
}

async fn run(command: Command) -> Result<(), Failure> {
    match command {
        Command::Demo(args) => demo::run(args).await,
        Command::Extract(_) | Command::Lint(_) => unreachable!("handled before"),
        Command::Whatif(args) => commands::tryout::what_if(args).await,
        Command::Check(args) => commands::tryout::check(args).await,
        Command::Config(args) => commands::configuration::run(args).await,
        Command::Login(args) => commands::login::run(args).await,
        Command::Serve(args) => commands::serve::run(args).await,
        Command::Events(args) => commands::listings::events(args).await,
        Command::Conversations(args) => commands::listings::conversations(args).await,
        Command::Leads(args) => commands::listings::leads(args).await,
        Command::Push(args) => commands::push::run(args).await,
        Command::Sweep(args) => commands::intake::sweep(args).await,
        Command::Gaps(args) => commands::intake::gaps(args).await,
        Command::Replay(args) => commands::replay::run(args).await,
        Command::Vault(args) => commands::vault::run(args).await,
        Command::Simulate(args) => commands::simulate::run(args).await,
    }
}
