//! Yes and no.

mod answers;
mod around;
mod echo;
mod no;
mod phrases;
mod yes;

use std::borrow::Cow;
use std::ops::Range;

use super::found::{Found, Sureness};
use super::list::List;
use super::said::Said;
use super::value::Value;
use super::words::Word;
use around::{AFTER_NO, BEFORE_NO, NEGATIONS, OR, UNDECIDED, WHY};
pub(crate) use echo::Topic;
use phrases::{Phrase, Strength, beginning_with};

/// The yeses and noes of a text, in any of the five languages.
///
/// A text is read clause by clause. A clause made of nothing but known phrases (and politeness)
/// says what they say, the longest first, so that `pas de problème` and `absolument pas` are read
/// as a whole; one that asks (`…, ¿no?`, `ok ?`) says nothing. In any other clause only a phrase
/// that means nothing else counts (`oui`, `nein`, `pas du tout`), at the clause's beginning or end
/// and with no denial before it: `je crois que oui` is a yes, `je n'ai pas dit oui` is neither.
pub(crate) fn read(said: &Said<'_>, topic: &Topic) -> Vec<Found> {
    let (text, language) = (said.text(), said.locale.language.as_str());
    let all = short(said.words());
    let mut found = Vec::new();
    let mut start = 0;
    for at in 1..=all.len() {
        let next = all.get(at).map_or(text.len(), |word| word.range.start);
        let between = &text[all[at - 1].range.end..next];
        if at == all.len() || parts(between) {
            let clause = Clause { text, words: &all[start..at], language, topic };
            if !is_numero(&all[at - 1], between, all.get(at)) {
                found.extend(clause.read(between.contains('?')));
            }
            start = at;
        }
    }
    // `très bien, je vais réfléchir` agrees to nothing.
    let is_weak = |found: &Found| found.sureness == Sureness::Weak;
    if found.iter().any(is_weak) && (0..all.len()).any(|at| leaves_open(&all[at..])) {
        found.retain(|found| !is_weak(found));
    }
    if found.is_empty() && all.iter().all(is_filler) {
        found.extend(signs(text));
    }
    found
}

/// `ouiii` is `oui`: no word of the five languages has a letter three times in a row.
fn short(words: &[Word]) -> Cow<'_, [Word]> {
    let thrice = |three: &[u8]| three[0] == three[1] && three[1] == three[2];
    // What is folded is ASCII in these languages.
    let is_long = |word: &Word| word.folded.as_bytes().windows(3).any(thrice);
    if !words.iter().any(is_long) {
        return Cow::Borrowed(words);
    }
    let shorten = |word: &Word| {
        let mut letters: Vec<char> = word.folded.chars().collect();
        if is_long(word) {
            letters.dedup();
        }
        Word { folded: letters.into_iter().collect(), range: word.range.clone() }
    };
    words.iter().map(shorten).collect()
}

/// Whether what stands between two words ends a clause.
fn parts(between: &str) -> bool {
    between.contains(|c: char| ".,;:!?…\n\r()/«»\"“”—–".contains(c) || c >= '\u{2190}')
        || between.contains(" - ")
}

/// Whether an English `No.` counts and denies nothing: `No. 14 Harcourt Road`.
fn is_numero(word: &Word, between: &str, next: Option<&Word>) -> bool {
    let counts = next.is_some_and(|next| next.folded.starts_with(|c: char| c.is_ascii_digit()));
    word.folded == "no" && between.trim_end() == "." && counts
}

/// Words that belong together.
struct Clause<'a> {
    text: &'a str,
    words: &'a [Word],
    language: &'a str,
    topic: &'a Topic,
}

impl Clause<'_> {
    fn read(&self, asks: bool) -> Vec<Found> {
        match self.whole() {
            Some(_) if asks => Vec::new(),
            Some(found) => found,
            None if asks => self.beginning().or_else(|| self.end()).into_iter().collect(),
            None => {
                let said = self.beginning().or_else(|| self.end()).or_else(|| self.denied());
                said.into_iter().collect()
            }
        }
    }

    /// A clause of known phrases only; what it says may be nothing (`je ne sais pas`, `merci`).
    fn whole(&self) -> Option<Vec<Found>> {
        let mut found = Vec::new();
        let mut at = 0;
        while at < self.words.len() {
            let phrase = longest(&self.words[at..])?;
            found.extend(self.found(phrase, at));
            at += phrase.words.len();
        }
        Some(found)
    }

    /// What a longer clause begins with, if that says yes or no outright.
    fn beginning(&self) -> Option<Found> {
        let mut at = 0;
        let mut phrase = longest(self.words)?;
        // `enfin si oui`: an affirmation before another adds nothing.
        while phrase.strength == Strength::Filler || phrase.words == ["si"] {
            if phrase.words == ["si"] && is_accented_si(&self.text[self.words[at].range.clone()]) {
                return self.found(phrase, at);
            }
            at += phrase.words.len();
            phrase = longest(self.words.get(at..)?)?;
        }
        let end = at + phrase.words.len();
        let denies = || self.words[end..].iter().any(is_denial);
        let is_undecided = || self.words[end..].iter().any(|word| UNDECIDED.has(&word.folded));
        let counts = match phrase.strength {
            Strength::Outright(language) | Strength::Opening(language) => {
                language.is_empty() || language != self.language
            }
            Strength::Starter if phrase.says == Some(false) => !is_undecided(),
            Strength::Starter => !denies(),
            Strength::Whole => phrase.words == ["no"] && self.is_plain_no(at),
            Strength::Filler => false,
        };
        let goes_on = self.text[self.words[end - 1].range.end..].starts_with('-');
        let next = self.words.get(end).map_or("", |word| word.folded.as_str());
        let is_offered = OR.has(next);
        if counts && !goes_on && !is_offered { self.found(phrase, at) } else { None }
    }

    /// What a longer clause ends with, if that says yes or no outright and nothing denies it.
    fn end(&self) -> Option<Found> {
        let last = self.words.iter().rposition(|word| !is_filler(word))?;
        let phrase = single(&self.words[last])?;
        let before = &self.words[..last];
        let previous = before.last().map_or("", |word| word.folded.as_str());
        let is_after = |list: &List| list.has(previous);
        let counts = match phrase.strength {
            Strength::Outright(language) => language.is_empty() || language != self.language,
            Strength::Whole if phrase.words == ["no"] => !is_after(&BEFORE_NO),
            Strength::Whole if phrase.words == ["si"] => {
                is_accented_si(&self.text[self.words[last].range.clone()])
                    || ["que", "q", "di"].contains(&previous)
            }
            _ => false,
        };
        let first = self.words.first().map_or("", |word| word.folded.as_str());
        let counts = counts && !is_after(&OR) && !WHY.has(first);
        let goes_on = self.text[self.words[last].range.end..].starts_with('-');
        let counts = counts && !goes_on && !before.iter().any(is_denial);
        if counts { self.found(phrase, last) } else { None }
    }

    /// A clause that denies the very thing that was asked for.
    fn denied(&self) -> Option<Found> {
        let last = self.words.iter().rposition(|word| !is_filler(word))?;
        let (first, last) = self.topic.denied(&self.words[..=last], self.language)?;
        let range = self.words[first].range.start..self.words[last].range.end;
        Some(Found { value: Value::YesNo(false), range, sureness: Sureness::Likely })
    }

    /// Whether a `no` before other words is the answer: in Italian always, in English and Spanish
    /// where it can't belong to what follows.
    fn is_plain_no(&self, at: usize) -> bool {
        let next = self.words.get(at + 1).map_or("", |word| word.folded.as_str());
        self.language == "it" || AFTER_NO.has(next)
    }

    fn found(&self, phrase: &Phrase, at: usize) -> Option<Found> {
        let last = at + phrase.words.len() - 1;
        let range = self.words[at].range.start..self.words[last].range.end;
        let value = Value::YesNo(phrase.says?);
        Some(Found { value, range, sureness: phrase.sureness })
    }
}

/// The longest known phrase some words begin with.
fn longest(words: &[Word]) -> Option<&'static Phrase> {
    let is_here = |phrase: &&Phrase| {
        phrase.words.len() <= words.len()
            && phrase.words.iter().zip(words).all(|(part, word)| *part == word.folded)
    };
    beginning_with(&words.first()?.folded).iter().find(is_here)
}

/// Whether some words begin with a phrase that says neither yes nor no.
fn leaves_open(words: &[Word]) -> bool {
    longest(words).is_some_and(|phrase| phrase.says.is_none() && phrase.strength == Strength::Whole)
}

fn is_denial(word: &Word) -> bool {
    NEGATIONS.contains(&word.folded.as_str())
}

fn is_filler(word: &Word) -> bool {
    single(word).is_some_and(|phrase| phrase.strength == Strength::Filler)
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
