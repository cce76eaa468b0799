//! How conversations stand in an input.

use std::path::Path;

/// How conversations stand in an input.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// One a line.
    Each,
    /// One in all.
    Whole,
    /// Either, as its first line tells.
    AsItBegins,
}

impl Form {
    /// What a file's name says of it.
    pub fn of(path: &Path) -> Self {
        match path.extension().and_then(|extension| extension.to_str()) {
            Some("ndjson" | "jsonl") => Self::Each,
            Some("json") => Self::Whole,
            _ => Self::AsItBegins,
        }
    }
}

/// Whether this line is the beginning of a value that the lines after it may end. What is wrong in
/// itself is not: then this line is bad, and those after it are read on their own.
pub fn only_begins(line: &[u8]) -> bool {
    let read = serde_json::from_slice::<serde::de::IgnoredAny>(line);
    !line.trim_ascii().is_empty() && read.is_err_and(|error| error.is_eof())
}
