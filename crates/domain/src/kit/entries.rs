//! The contents to enter: one a question and language.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::marker;
use crate::question::language::{canonical, is_own};
use crate::question::{Question, QuestionSet};
use crate::visible::is_blank;

/// The most characters that read well in a chat's column.
pub const ADVISED_CHARACTERS: usize = 250;

/// The most characters a bot's message can have at iAdvize, the marker's included.
pub const MOST_CHARACTERS: usize = 450;

/// One content to enter in iAdvize.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Entry {
    /// The question's number.
    pub number: u32,
    /// The question's field.
    pub field: String,
    /// The language it is written in; empty where the set does not say.
    pub language: String,
    /// What to enter, marker and all: `[](Q1) Quel est votre budget ?`.
    pub content: String,
    /// Its length in characters (Unicode scalar values).
    pub characters: u32,
    /// The length that should not be passed.
    pub advised: u32,
    /// The length that can't be passed in a bot.
    pub most: u32,
    /// Whether a lead needs the answer.
    pub required: bool,
}

/// A question's message as it is sent: its marker, then its text. The text's own marker, where
/// someone typed it in, is not there twice.
pub fn message(number: u32, text: &str) -> String {
    let typed = marker::markers(text);
    if !typed.is_empty() && typed.iter().all(|marker| marker.number == number) {
        return format!("[](Q{number}) {}", marker::shown(text).trim());
    }
    format!("[](Q{number}) {}", text.trim())
}

/// The contents of a set, or of one of its languages: those in the set's language first, each
/// language in the order of the questions. A question without a text in it has none.
pub fn entries(set: &QuestionSet, language: Option<&str>) -> Vec<Entry> {
    let own = set.language.as_deref().map(canonical).unwrap_or_default();
    let is_set_language = |code: &str| is_own(set.language.as_deref(), code);
    let wanted =
        language.map(|code| if is_set_language(code) { own.clone() } else { canonical(code) });
    // The set's own language first, the others by their codes.
    let mut by_language: BTreeMap<(bool, String), Vec<Entry>> = BTreeMap::new();
    for question in &set.questions {
        for (code, text) in wordings(set, question) {
            let key = canonical(&code);
            if wanted.as_ref().is_none_or(|wanted| *wanted == key) {
                let entry = entry(question, code, text);
                by_language.entry((key != own, key)).or_default().push(entry);
            }
        }
    }
    by_language.into_values().flatten().collect()
}

/// A question's texts that say something, each under its language once.
fn wordings<'a>(set: &QuestionSet, question: &'a Question) -> Vec<(String, &'a str)> {
    let own = set.language.as_deref();
    let mut wordings = Vec::new();
    if !is_blank(&question.text) {
        wordings.push((own.unwrap_or_default().to_owned(), question.text.as_str()));
    }
    for (code, text) in question.texts.iter().filter(|(_, text)| !is_blank(text)) {
        let code = if is_own(own, code) { own.unwrap_or_default() } else { code };
        let known = |(other, _): &(String, &str)| canonical(other) == canonical(code);
        if !wordings.iter().any(known) {
            wordings.push((code.to_owned(), text));
        }
    }
    wordings
}

fn entry(question: &Question, language: String, text: &str) -> Entry {
    let content = message(question.number, text);
    let narrow = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
    Entry {
        number: question.number,
        field: question.field.clone(),
        language,
        characters: narrow(content.chars().count()),
        content,
        advised: narrow(ADVISED_CHARACTERS),
        most: narrow(MOST_CHARACTERS),
        required: question.required,
    }
}
