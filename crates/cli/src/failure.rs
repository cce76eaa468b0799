//! How a command ends when it doesn't end well.

use leadbridge_engine::api::{ApiError, Code};
use std::{io::Write, process::ExitCode};

/// Why a command ends with something other than 0.
#[derive(Debug)]
pub struct Failure {
    status: u8,
    /// One line a fault. Empty when all was said already.
    faults: Vec<String>,
}

impl Failure {
    /// It ran, and found something wrong.
    pub fn wrong(fault: impl Into<String>) -> Self {
        Self { status: 1, faults: vec![fault.into()] }
    }

    /// It ran, found something wrong, and has said so.
    pub fn said() -> Self {
        Self { status: 1, faults: Vec::new() }
    }

    /// What it was given can't be used.
    pub fn input(fault: impl Into<String>) -> Self {
        Self { status: 2, faults: vec![fault.into()] }
    }

    /// What it was given can't be used, and that was said.
    pub fn said_input() -> Self {
        Self { status: 2, faults: Vec::new() }
    }

    /// What it was given can't be used, for several reasons.
    pub fn inputs(faults: Vec<String>) -> Self {
        Self { status: 2, faults }
    }
}

impl From<ApiError> for Failure {
    fn from(error: ApiError) -> Self {
        match error.code {
            Code::BadInput | Code::NotFound => Self::input(error.message),
            _ => Self::wrong(error.message),
        }
    }
}

impl From<std::io::Error> for Failure {
    fn from(error: std::io::Error) -> Self {
        match error.kind() {
            // Whoever read our output has had enough.
            std::io::ErrorKind::BrokenPipe => Self { status: 0, faults: Vec::new() },
            _ => Self::wrong(error.to_string()),
        }
    }
}

impl From<anyhow::Error> for Failure {
    fn from(error: anyhow::Error) -> Self {
        Self::wrong(format!("{error:#}"))
    }
}

/// Say what is wrong, and give the program's status.
pub fn exit(result: Result<(), Failure>) -> ExitCode {
    let Err(failure) = result else {
        return ExitCode::SUCCESS;
    };
    failure.faults.iter().flat_map(|fault| fault.lines()).for_each(say);
    ExitCode::from(failure.status)
}

/// Say one fault at once, on one line.
///
/// A fault may quote what came from outside: a terminal gets none of its control characters.
pub fn say(fault: &str) {
    let line = format!("leadbridge: {}\n", crate::text::plain(fault));
    // Nobody can be told that nobody can be told; the status still says it.
    std::io::stderr().write_all(line.as_bytes()).ok();
}
