//! Yes and no.

mod phrases;

use std::ops::Range;

use super::found::Found;
use super::value::Value;
use super::words::{Word, words};
use phrases::{NEGATIONS, Phrase, Strength, beginning_with};

/// The yeses and noes of a text, in any of the five languages.
///
/// A text is read clause by clause. A clause made of nothing but known phrases (and politeness)
/// says what they say, the longest first, so that `pas de problème` and `absolument pas` are read
/// as a whole. In any other clause only a word that means nothing else counts (`oui`, `nein`),
/// at the clause's beginning or end and with no denial before it: `je crois que oui` is a yes,
/// `je n'ai pas dit oui` is neither.
pub(crate) fn read(text: &str, language: &str) -> Vec<Found> {
    let mut all = words(text);
    all.iter_mut().for_each(shorten);
    let mut found = Vec::new();
    let mut start = 0;
    for at in 1..=all.len() {
        let ends = at == all.len() || parts(&text[all[at - 1].range.end..all[at].range.start]);
        if ends {
            found.extend(clause(text, &all[start..at], language));
            start = at;
        }
    }
    if all.is_empty() {
        found.extend(signs(text));
    }
    found
}

/// `ouiii` is `oui`: no word of the five languages has a letter three times in a row.
fn shorten(word: &mut Word) {
    let letters: Vec<char> = word.folded.chars().collect();
    if letters.windows(3).any(|three| three[0] == three[1] && three[1] == three[2]) {
        let mut letters = letters;
        letters.dedup();
        word.folded = letters.into_iter().collect();
    }
}

/// Whether what stands between two words ends a clause.
fn parts(between: &str) -> bool {
    between.contains(|c: char| ".,;:!?…\n\r()/«»\"“”—–".contains(c) || c >= '\u{2190}')
        || between.contains(" - ")
}

fn clause(text: &str, words: &[Word], language: &str) -> Vec<Found> {
    whole(words).unwrap_or_else(|| outright(text, words, language).into_iter().collect())
}

/// A clause of known phrases only; what it says may be nothing (`je ne sais pas`, `merci`).
fn whole(words: &[Word]) -> Option<Vec<Found>> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < words.len() {
        let (says, count) = longest(&words[at..])?;
        let range = words[at].range.start..words[at + count - 1].range.end;
        found.extend(says.map(|yes| Found::plain(Value::YesNo(yes), range)));
        at += count;
    }
    Some(found)
}

/// The longest known phrase some words begin with: what it says, and how many words it takes.
fn longest(words: &[Word]) -> Option<(Option<bool>, usize)> {
    let is_here = |phrase: &&Phrase| {
        phrase.words.len() <= words.len()
            && phrase.words.iter().zip(words).all(|(part, word)| *part == word.folded)
    };
    let found = beginning_with(&words.first()?.folded).iter().find(is_here)?;
    Some((found.says, found.words.len()))
}

/// The word in a longer clause that says yes or no outright.
fn outright(text: &str, words: &[Word], language: &str) -> Option<Found> {
    let says = |at: usize| {
        let word: &Word = words.get(at)?;
        let phrase = single(word)?;
        let counts = match phrase.strength {
            Strength::Outright(ordinary_in) => ordinary_in.is_empty() || ordinary_in != language,
            Strength::Opening => true,
            Strength::Whole => is_accented_si(&text[word.range.clone()]),
            Strength::Filler => false,
        };
        let goes_on = text[word.range.end..].starts_with('-');
        phrase.says.filter(|_| counts && !goes_on)
    };
    let matters = |word: &Word| single(word).is_none_or(|p| p.strength != Strength::Filler);
    let is_denial = |word: &Word| NEGATIONS.contains(&word.folded.as_str());
    let first = words.iter().position(matters)?;
    let last = words.iter().rposition(matters)?;
    let at_end = || {
        let is_particle = single(&words[last]).is_some_and(|p| p.strength == Strength::Opening);
        let counts = !is_particle && !words[..last].iter().any(is_denial);
        says(last).filter(|_| counts).map(|yes| (yes, last))
    };
    let (yes, at) = says(first).map(|yes| (yes, first)).or_else(at_end)?;
    Some(Found::plain(Value::YesNo(yes), words[at].range.clone()))
}

/// The phrase that a word is.
fn single(word: &Word) -> Option<&'static Phrase> {
    beginning_with(&word.folded).iter().find(|phrase| phrase.words.len() == 1)
}

/// `sí` and `sì` are yes; `si` without its accent is an if.
fn is_accented_si(word: &str) -> bool {
    ["sí", "sì", "si\u{301}", "si\u{300}"].contains(&word.to_lowercase().as_str())
}

/// A message of signs only.
fn signs(text: &str) -> Option<Found> {
    const SIGNS: [(&str, bool); 6] =
        [("👍", true), ("✅", true), ("👌", true), ("👎", false), ("❌", false), ("🙅", false)];
    let place = |sign: &str| text.find(sign).map(|at| at..at + sign.len());
    let mut found = SIGNS.iter().filter_map(|(sign, yes)| Some((*yes, place(sign)?)));
    let (yes, range): (bool, Range<usize>) = found.next()?;
    Some(Found::plain(Value::YesNo(yes), range))
}

#[cfg(test)]
mod tests;
