//! The log: on standard error, since standard output is the command's answer.

use std::io::IsTerminal;
use tracing_subscriber::{EnvFilter, fmt};

/// Begin to log what `LEADBRIDGE_LOG` asks for; warnings when it asks for nothing.
pub fn start() {
    let filter =
        EnvFilter::try_from_env("LEADBRIDGE_LOG").unwrap_or_else(|_| EnvFilter::new("warn"));
    // A second start, in tests, changes nothing.
    let log = fmt().with_env_filter(filter).with_writer(std::io::stderr).with_target(false);
    drop(log.with_ansi(std::io::stderr().is_terminal()).try_init());
}
