//! What the program says about itself, on standard error.
//!
//! Never a message's text, an email, a phone number, a password or a key.

use std::io::IsTerminal;
use tracing_subscriber::{EnvFilter, filter::LevelFilter};

/// Begin, at the level that `LEADBRIDGE_LOG` names, e.g. `debug` or `warn,leadbridge_engine=debug`.
pub fn start() {
    let filter = EnvFilter::builder()
        .with_default_directive(LevelFilter::INFO.into())
        .with_env_var("LEADBRIDGE_LOG")
        .from_env_lossy();
    tracing_subscriber::fmt()
        .with_env_filter(filter)
        .with_writer(std::io::stderr)
        .with_ansi(std::io::stderr().is_terminal())
        .with_target(false)
        .init();
}
