//! What is wrong with a question set file, and where.

use std::fmt;

use super::lint::{FindingCode, With, message};
use super::place::Place;

/// One thing wrong with a question set file, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// Where, as `questions[2].answer.type`; empty for the file as a whole.
    pub path: String,
    /// What is wrong there.
    pub message: String,
    pub(super) place: Place,
    pub(super) code: FindingCode,
    pub(super) with: With,
}

impl Fault {
    pub(super) fn new(place: Place, code: FindingCode, with: &[(&str, &str)]) -> Self {
        let with: With = with.iter().map(|(k, v)| ((*k).to_owned(), (*v).to_owned())).collect();
        Self { path: place.to_string(), message: message(code, &with), place, code, with }
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.path.is_empty() {
            f.write_str(&self.message)
        } else {
            write!(f, "{}: {}", self.path, self.message)
        }
    }
}
