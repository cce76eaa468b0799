//! A text's words, as everything here compares them.

use std::ops::Range;

use crate::reading;

/// A word and where it stands.
pub(super) struct Word {
    pub(super) folded: String,
    pub(super) range: Range<usize>,
}

/// The words of a text, as the reading tells them apart.
pub(super) fn words(text: &str) -> Vec<Word> {
    let word = |(folded, range)| Word { folded, range };
    reading::words(text).into_iter().map(|found| (found.folded, found.range)).map(word).collect()
}

/// A text's words folded, a space between them.
pub(super) fn folded(text: &str) -> String {
    let all: Vec<String> = words(text).into_iter().map(|word| word.folded).collect();
    all.join(" ")
}
