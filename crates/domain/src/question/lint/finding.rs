//! What is worth telling the author of a question set, and what would put it right.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::super::place::Place;
use super::super::{Fault, PatchStep};
use super::codes::{FindingCode, FixCode};
use super::words::{filled, label, message, why};

/// The values of a sentence, by the names its translations use.
pub type With = BTreeMap<String, String>;

/// How much a finding matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub enum Severity {
    /// The set can't be read until it is put right.
    Error,
    /// Allowed, and surely not meant.
    Warning,
    /// Changes nothing in what is read; another way would be better.
    Advice,
}

/// One thing worth telling the author of a question set.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Finding {
    /// Which one, for translations.
    pub code: FindingCode,
    /// How much it matters.
    pub severity: Severity,
    /// Where, as `questions[2].answer.type`; empty for the file as a whole.
    pub path: String,
    /// Which question it is about, by its place in the list, from 0.
    pub question: Option<u32>,
    /// What the sentences name. Where it is about a question that has a number, `number` is it.
    pub with: With,
    /// What, in English.
    pub message: String,
    /// Why it matters, in English.
    pub why: String,
    /// What would put it right, where one thing would.
    pub fix: Option<Fix>,
}

/// A change to a set's file that removes a finding.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Fix {
    /// What it does, in English.
    pub label: String,
    /// Which one, for translations; they use the finding's values.
    pub code: FixCode,
    /// The change.
    pub patch: Vec<PatchStep>,
}

impl Finding {
    pub(in super::super) fn warning(
        code: FindingCode,
        place: &Place,
        with: &[(&str, &str)],
    ) -> Self {
        Self::of(Fault::new(place.clone(), code, with), Severity::Warning)
    }

    pub(super) fn advice(code: FindingCode, place: &Place, with: &[(&str, &str)]) -> Self {
        Self::of(Fault::new(place.clone(), code, with), Severity::Advice)
    }

    pub(super) fn of(fault: Fault, severity: Severity) -> Self {
        Self {
            code: fault.code,
            severity,
            path: fault.path,
            question: fault.place.of_question().and_then(|at| u32::try_from(at).ok()),
            with: fault.with,
            message: fault.message,
            why: why(fault.code).to_owned(),
            fix: None,
        }
    }

    /// The same with what would put it right. `more` are values that the fix's label names.
    pub(super) fn fixed(
        mut self,
        code: FixCode,
        more: &[(&str, &str)],
        patch: Vec<PatchStep>,
    ) -> Self {
        self.with.extend(more.iter().map(|(k, v)| ((*k).to_owned(), (*v).to_owned())));
        self.fix = Some(Fix { label: filled(label(code), &self.with), code, patch });
        self
    }

    /// The same, naming the number of its question.
    pub(super) fn numbered(mut self, number: u32) -> Self {
        self.with.entry("number".to_owned()).or_insert_with(|| number.to_string());
        self.message = message(self.code, &self.with);
        self
    }
}
