//! Everything worth telling the author of a question set: the faults that keep it from being
//! read, what is allowed but surely not meant, and what would be better done otherwise. Where one
//! change would put it right, the finding carries it.

mod codes;
mod draft;
mod finding;
mod labels;
mod languages;
mod lookalike;
mod names;
mod numbers;
mod repair;
mod settings;
mod texts;
mod variants;
mod words;

pub use codes::{FindingCode, FixCode};
pub use finding::{Finding, Fix, Severity, With};
pub(super) use words::message;

use super::file;
use super::object::Faults;
use draft::Draft;

/// What is worth telling about a set's file: errors, then warnings, then advice, each in the list's
/// order.
pub fn lint(json: &str) -> Vec<Finding> {
    let file = match file::parse(json) {
        Ok(file) => file,
        Err(faults) => return faults.into_iter().map(repair::unreadable).collect(),
    };
    let mut faults = Faults::default();
    let Some(read) = file::read_set(&file, &mut faults) else {
        return faults.faults.into_iter().map(repair::unreadable).collect();
    };
    let draft = Draft::new(&file, read);
    let errors = faults.faults.into_iter().map(|fault| repair::error(fault, &draft));
    let mut found: Vec<Finding> = errors.collect();
    found.extend(faults.unknown.into_iter().map(|fault| repair::unknown(fault, &draft)));
    settings::check(&draft, &mut found);
    numbers::check(&draft, &mut found);
    names::check(&draft, &mut found);
    texts::check(&draft, &mut found);
    variants::check(&draft, &mut found);
    labels::check(&draft, &mut found);
    found.sort_by_key(|finding| (finding.severity, finding.question));
    let numbered = |finding: Finding| match finding.question.and_then(|at| draft.number(at)) {
        Some(number) => finding.numbered(number),
        None => finding,
    };
    found.into_iter().map(numbered).collect()
}

#[cfg(test)]
mod tests;
