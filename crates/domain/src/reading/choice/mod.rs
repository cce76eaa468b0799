//! Choices from a list, by their labels or by their place in it.

mod ordinals;

use std::collections::HashMap;
use std::ops::Range;

use super::denial::Clause;
use super::found::{Found, Sureness};
use super::said::Said;
use super::value::Value;
use super::words::{Word, folded, words};
use crate::question::ChoiceOption;
use crate::visible::Visible;

/// A question's options, ready to be looked for.
pub(crate) struct Options {
    values: Vec<String>,
    labels: Vec<Label>,
    /// The labels that begin with a word.
    by_first_word: HashMap<String, Vec<usize>>,
    multiple: bool,
}

/// One way of saying an option.
struct Label {
    words: Vec<String>,
    /// For a label without a word, as a quick reply `👍` has: the sign itself.
    sign: Option<String>,
    /// Its length in folded characters: the longest label wins.
    length: usize,
    option: usize,
}

/// Words that may stand between the numbers of a list.
const AND: [&str; 12] =
    ["et", "and", "und", "y", "e", "puis", "plus", "also", "auch", "anche", "tambien", "aussi"];

/// First character of the arrows, symbols and emoji: what comes before is letters and
/// punctuation, and punctuation never counts.
const FIRST_SIGN: char = '\u{2190}';

/// How a label is compared: its folded words, or the sign it is; empty if it can't match.
pub(crate) fn label_key(label: &str) -> String {
    let folded = folded(label);
    if folded.is_empty() { sign(label).unwrap_or_default() } else { folded }
}

fn sign(label: &str) -> Option<String> {
    let sign = Visible::new(label).text.trim().to_owned();
    sign.contains(|c| c >= FIRST_SIGN).then_some(sign)
}

impl Options {
    pub(crate) fn new(options: &[ChoiceOption], multiple: bool) -> Self {
        let mut labels: Vec<Label> = Vec::new();
        for (option, ChoiceOption { value, labels: others }) in options.iter().enumerate() {
            for text in std::iter::once(value).chain(others) {
                let words = words(&Visible::new(text).text);
                let words: Vec<String> = words.into_iter().map(|word| word.folded).collect();
                let sign = if words.is_empty() { sign(text) } else { None };
                let spaced = words.iter().map(|word| word.chars().count() + 1).sum::<usize>();
                let length = spaced.max(sign.as_ref().map_or(0, String::len));
                if length > 0 {
                    labels.push(Label { words, sign, length, option });
                }
            }
        }
        let values = options.iter().map(|option| option.value.clone()).collect();
        let mut by_first_word: HashMap<String, Vec<usize>> = HashMap::new();
        for (at, label) in labels.iter().enumerate() {
            if let Some(first) = label.words.first() {
                by_first_word.entry(first.clone()).or_default().push(at);
            }
        }
        Self { values, labels, by_first_word, multiple }
    }

    /// The options a text names, in the order it names them; failing that, the option at the
    /// place whose number the text is.
    pub(crate) fn read(&self, said: &Said<'_>) -> Vec<Found> {
        let (text, language) = (said.text(), said.locale.language.as_str());
        let said = said.words();
        let mut found = self.named(text, said, language);
        found.extend(self.signs(text));
        if found.is_empty() {
            let found = self.places(text, said);
            return if found.is_empty() { self.ordinals(said) } else { found };
        }
        found.sort_by_key(|(option, range)| (range.start, *option));
        found.dedup();
        let value = |option: usize| Value::Text(self.values[option].clone());
        found.into_iter().map(|(option, range)| Found::plain(value(option), range)).collect()
    }

    /// Labels as whole words. Where two overlap the longest wins; two of the same length both
    /// count, so that the answer is looked at. What is clearly denied was not chosen.
    fn named(&self, text: &str, said: &[Word], language: &str) -> Vec<(usize, Range<usize>)> {
        let mut matches: Vec<(&Label, usize)> = Vec::new();
        for at in 0..said.len() {
            let starts_here = |label: &&Label| {
                at + label.words.len() <= said.len()
                    && label.words.iter().zip(&said[at..]).all(|(a, b)| *a == b.folded)
            };
            let known = self.by_first_word.get(&said[at].folded).into_iter().flatten();
            let labels = known.map(|label| &self.labels[*label]).filter(starts_here);
            matches.extend(labels.map(|label| (label, at)));
        }
        if matches.is_empty() {
            return Vec::new();
        }
        matches.sort_by_key(|(label, _)| std::cmp::Reverse(label.length));
        let mut covered = vec![0; said.len()];
        let mut won: Vec<(&Label, usize)> = Vec::new();
        for (label, at) in matches {
            let span = &mut covered[at..at + label.words.len()];
            if span.iter().all(|length| *length <= label.length) {
                span.fill(label.length);
                won.push((label, at));
            }
        }
        let free = |at: usize| covered[at] == 0;
        let clause = Clause { text, said, language, free: &free };
        won.retain(|(label, at)| !clause.denies(*at..*at + label.words.len()));
        let range = |at: usize, count: usize| said[at].range.start..said[at + count - 1].range.end;
        won.into_iter().map(|(label, at)| (label.option, range(at, label.words.len()))).collect()
    }

    fn signs(&self, text: &str) -> Vec<(usize, Range<usize>)> {
        let signs =
            self.labels.iter().filter_map(|label| Some((label.option, label.sign.as_ref()?)));
        let places = signs.flat_map(|(option, sign)| {
            text.match_indices(sign.as_str()).map(move |(at, _)| (option, at..at + sign.len()))
        });
        places.collect()
    }

    /// A text that is only a number, `2`, `2)` or `2.` (or the key `2️⃣`), picks the option at
    /// that place, from 1. Where several can be chosen a list of numbers picks several, all of
    /// them or none.
    fn places(&self, text: &str, said: &[Word]) -> Vec<Found> {
        let is_end = |c: char| matches!(c, ')' | '.' | '\u{20e3}');
        let one = text.trim();
        let one = one.strip_suffix(is_end).unwrap_or(one).trim_end();
        if !self.multiple && (said.len() != 1 || one.len() != said[0].range.len()) {
            return Vec::new();
        }
        let mut found = Vec::new();
        for word in said.iter().filter(|word| !AND.contains(&word.folded.as_str())) {
            let place = word.folded.parse::<usize>().ok().and_then(|place| place.checked_sub(1));
            let Some(value) = place.and_then(|place| self.values.get(place)) else {
                return Vec::new();
            };
            found.push(Found {
                value: Value::Text(value.clone()),
                range: word.range.clone(),
                sureness: Sureness::Weak,
            });
        }
        found
    }

    /// A text that says nothing but a place, in words or beside them: `la deuxième`, `option 2`.
    /// All of it must be understood, and only one place said where one can be chosen. A word that
    /// is in a label (`first class`) is no place.
    fn ordinals(&self, said: &[Word]) -> Vec<Found> {
        let is_joint = |word: &Word| self.multiple && AND.contains(&word.folded.as_str());
        let mut found = Vec::new();
        // Who says more than this says something else.
        if said.len() > MOST_WORDS {
            return found;
        }
        for word in said {
            if ordinals::is_around(word) || is_joint(word) {
                continue;
            }
            let place = ordinals::place(word, self.values.len());
            let place = place.filter(|_| !self.is_in_label(&word.folded));
            let Some(value) = place.and_then(|place| self.values.get(place.checked_sub(1)?)) else {
                return Vec::new();
            };
            found.push(Found {
                value: Value::Text(value.clone()),
                range: word.range.clone(),
                sureness: Sureness::Weak,
            });
        }
        let is_figure = |word: &Word| word.folded.bytes().all(|byte| byte.is_ascii_digit());
        let is_bare = said.iter().all(is_figure);
        let fits = !is_bare && (self.multiple || found.len() == 1);
        if fits { found } else { Vec::new() }
    }

    fn is_in_label(&self, word: &str) -> bool {
        self.labels.iter().any(|label| label.words.iter().any(|known| known == word))
    }
}

/// The longest way of saying a place.
const MOST_WORDS: usize = 12;

#[cfg(test)]
mod tests;
