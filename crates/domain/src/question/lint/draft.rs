//! A set's file as far as it can be read, and what would be free in it.

use std::collections::BTreeSet;

use serde_json::Value;

use super::super::file::Read;
use super::super::naming::unique;
use super::super::place::Place;
use super::super::{LAST_NUMBER, Question};

/// A file under examination.
pub(super) struct Draft<'a> {
    pub(super) file: &'a Value,
    pub(super) read: Read,
    numbers: BTreeSet<u32>,
    field_keys: BTreeSet<String>,
}

impl<'a> Draft<'a> {
    pub(super) fn new(file: &'a Value, read: Read) -> Self {
        let questions = &read.set.questions;
        let numbers = questions.iter().map(|question| question.number).collect();
        let field_keys = questions.iter().map(|question| field_key(&question.field)).collect();
        Self { file, read, numbers, field_keys }
    }

    /// What can be read of a question, by its place in the list.
    pub(super) fn question(&self, at: usize) -> Option<&Question> {
        self.read.question(at)
    }

    /// The number of the question at this place, where it has one.
    pub(super) fn number(&self, at: u32) -> Option<u32> {
        let question = self.question(usize::try_from(at).ok()?)?;
        (question.number > 0).then_some(question.number)
    }

    /// Whether the file gives something there, readable or not.
    pub(super) fn gives(&self, place: &Place) -> bool {
        self.file.pointer(&place.pointer()).is_some_and(|value| !value.is_null())
    }

    /// The number for one question more: the one after the greatest, since a smaller one may
    /// have been retired and still be asked somewhere.
    pub(super) fn next_number(&self) -> Option<u32> {
        let next = self.numbers.last().map_or(1, |last| last + 1);
        if next <= LAST_NUMBER {
            return Some(next);
        }
        (1..=LAST_NUMBER).find(|number| !self.numbers.contains(number))
    }

    /// A field named like this that no question has.
    pub(super) fn free_field(&self, wanted: &str) -> String {
        unique(wanted, |field| self.field_keys.contains(&field_key(field)))
    }
}

/// A field's name without case, accents, spaces, `_` and `-`.
pub(super) fn field_key(field: &str) -> String {
    let key = crate::reading::label_key(field).replace(' ', "");
    if key.is_empty() { field.trim().to_owned() } else { key }
}
