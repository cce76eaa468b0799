//! The options a question offers in its own text, where they clearly are options.

use std::collections::BTreeSet;

use super::guess::find;
use super::phrases as p;
use crate::question::ChoiceOption;
use crate::question::naming::{slug, unique};
use crate::reading::{label_key, words};

/// What a list at the end of a question offers.
pub(super) enum Options {
    /// Yes and no.
    YesNo,
    /// These; `figures` where each has some.
    Choice { options: Vec<ChoiceOption>, figures: bool },
}

/// The most words and characters an option has, and the most options a question.
const WORDS: usize = 4;
const CHARACTERS: usize = 40;
const OPTIONS: usize = 12;

/// What ends a sentence, options or not.
const ENDS: [char; 6] = ['?', '.', '!', '…', ' ', '\u{a0}'];

/// How many commas alone have to part before it is a list of options and no sentence.
const BY_COMMAS: usize = 3;

/// The most words an option has where only commas tell.
const WORDS_BY_COMMAS: usize = 2;

/// The options in brackets, after a colon, or after the question mark.
pub(super) fn options(text: &str, said: &[String]) -> Option<Options> {
    let open = text.trim_end().trim_end_matches(ENDS);
    let list = in_brackets(text).or_else(|| after(open, ':')).or_else(|| after(open, '?'))?;
    let (parts, by_commas) = parts(list)?;
    let all_parts = by_commas && find(said, p::ALL_PARTS).is_some();
    let most = if by_commas { WORDS_BY_COMMAS } else { WORDS };
    let clear = |part: &&str| {
        let count = words(part).len();
        (1..=most).contains(&count) && part.chars().count() <= CHARACTERS && !part.contains('?')
    };
    let keys: BTreeSet<String> = parts.iter().map(|part| label_key(part)).collect();
    let distinct = keys.len() == parts.len() && (2..=OPTIONS).contains(&parts.len());
    if all_parts || !distinct || !parts.iter().all(clear) {
        return None;
    }
    Some(offered(&parts))
}

/// The options of a list of their own, one a line; nothing where there are not two.
pub(super) fn listed(choices: &[String]) -> Option<Options> {
    let mut keys = BTreeSet::new();
    let parts = choices.iter().map(String::as_str).filter(|part| keys.insert(label_key(part)));
    let parts: Vec<&str> = parts.collect();
    (parts.len() > 1).then(|| offered(&parts))
}

fn offered(parts: &[&str]) -> Options {
    let is = |key: &String, known: &[&str]| known.contains(&key.as_str());
    let keys: Vec<String> = parts.iter().map(|part| label_key(part)).collect();
    if keys.len() == 2 && keys.iter().all(|key| is(key, p::YES) || is(key, p::NO)) {
        return Options::YesNo;
    }
    let figures = parts.iter().all(|part| part.contains(|c: char| c.is_ascii_digit()));
    let mut values = BTreeSet::new();
    let options = parts.iter().map(|part| option(part, &mut values)).collect();
    Options::Choice { options, figures }
}

/// The folded words of a text.
pub(super) fn said_of(text: &str) -> Vec<String> {
    words(text).into_iter().map(|word| word.folded).collect()
}

/// Whether a text asks for all the parts of a thing.
pub(super) fn names_parts(text: &str) -> bool {
    find(&said_of(text), p::ALL_PARTS).is_some()
}

fn option(label: &str, values: &mut BTreeSet<String>) -> ChoiceOption {
    let slug = slug(label, WORDS);
    let wanted = if slug.is_empty() { label } else { &slug };
    let value = unique(wanted, |value| values.contains(value));
    values.insert(value.clone());
    ChoiceOption { value, labels: vec![label.to_owned()] }
}

/// The last brackets, at the end but for signs.
fn in_brackets(text: &str) -> Option<&str> {
    let (_, rest) = text.rsplit_once('(')?;
    let (inside, after) = rest.split_once(')')?;
    (!after.contains(char::is_alphanumeric)).then_some(inside)
}

/// What stands after the last of this sign, where a space follows it.
fn after(text: &str, sign: char) -> Option<&str> {
    let (_, rest) = text.rsplit_once(sign)?;
    let spaced = rest.starts_with(char::is_whitespace);
    (spaced && rest.contains(char::is_alphanumeric)).then_some(rest)
}

/// The parts of a list, and whether only commas part them.
fn parts(list: &str) -> Option<(Vec<&str>, bool)> {
    let list = list.trim().trim_end_matches(ENDS).trim_end();
    let said: Vec<String> = words(list).into_iter().map(|word| word.folded).collect();
    if find(&said, p::NO_OPTIONS).is_some() {
        return None;
    }
    let slashes = list.contains('/');
    let mut parts = Vec::new();
    let mut or = false;
    for part in list.split(if slashes { '/' } else { ',' }) {
        let (joined, found) = by_or(part);
        or |= found;
        parts.extend(joined.into_iter().map(str::trim).filter(|part| !part.is_empty()));
    }
    let by_commas = !slashes && !or;
    (!by_commas || parts.len() >= BY_COMMAS).then_some((parts, by_commas))
}

/// A part taken apart at its words for "or".
fn by_or(text: &str) -> (Vec<&str>, bool) {
    let mut parts = Vec::new();
    let mut from = 0;
    for word in words(text).into_iter().filter(|word| p::OR.contains(&word.folded.as_str())) {
        parts.push(&text[from..word.range.start]);
        from = word.range.end;
    }
    let found = !parts.is_empty();
    parts.push(&text[from..]);
    (parts, found)
}
