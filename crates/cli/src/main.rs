//! The `leadbridge` program.

use std::process::ExitCode;

fn main() -> ExitCode {
    leadbridge_cli::main()
}
