//! Streets. The house number stays; of the street's name each word is another.

use super::Kind;
use super::lists::{PARTICLES, has};
use super::spans::Spans;
use super::word::{Word, words};

/// Words that stand before a street's name and mean nothing else.
const BEFORE: &str = "rue avenue av boulevard bd bld allee allees chemin impasse quai calle avenida \
    avda carrer viale piazza piazzale vicolo travesia";

/// Words that stand before one, and mean something else where no capital follows.
const BEFORE_NAME: &str = "place cours route square passage plaza paseo camino ronda via corso \
    largo strada ave c";

/// Words that stand after a street's name.
const AFTER: &str = "street road avenue ave lane crescent rd";

/// Words that stand after one, where it has capitals.
const AFTER_NAME: &str = "st ln drive dr close court way terrace gardens grove mews walk boulevard \
    blvd place square hill row park";

/// Endings of German streets, as written.
const ENDINGS: [&str; 11] = [
    "straße", "strasse", "str", "allee", "gasse", "weg", "platz", "ring", "damm", "ufer",
    "chaussee",
];

/// German words with such an ending that are no street.
const NO_STREETS: &str = "arbeitsplatz parkplatz stellplatz spielplatz garagenstellplatz umweg \
    ausweg heimweg vertrieb startplatz sitzplatz";

/// Words at which a street's name is over.
const OVER: &str = "a et mais pour je nous c est ou and but for i we in near or und ich wir bei y \
    en pero para con e ma per io con merci thanks danke gracias grazie depuis since seit desde da";

/// Takes the words of the streets in a text.
pub(super) fn find(text: &str, language: &str, spans: &mut Spans) {
    let all = words(text);
    for at in 0..all.len() {
        let found = first(text, &all, at).or_else(|| last(text, &all, at));
        for word in found.unwrap_or_default() {
            spans.take(word.range.clone(), Kind::Address, word.folded.clone());
        }
        if language == "de" || language.is_empty() {
            german(text, &all, at, spans);
        }
    }
}

fn written<'a>(text: &'a str, word: &Word) -> &'a str {
    &text[word.range.clone()]
}

fn has_capital(text: &str, word: &Word) -> bool {
    written(text, word).starts_with(char::is_uppercase)
}

/// A house number: `12`, `12b`.
fn is_house(word: &Word) -> bool {
    let figures = word.folded.bytes().take_while(u8::is_ascii_digit).count();
    (1..=4).contains(&figures) && word.folded.len() - figures <= 1
}

/// Whether two neighbours belong to one address.
fn near(text: &str, one: &Word, other: &Word) -> bool {
    let between = &text[one.range.end..other.range.start];
    between.len() <= 6 && !between.contains(['\n', ';', '!', '?', '(', ')', ':'])
}

fn clause(text: &str, one: &Word, other: &Word) -> bool {
    let between = &text[one.range.end..other.range.start];
    near(text, one, other) && !between.contains([',', '.'])
}

/// `12 bis, rue des Lilas`, `calle Mayor 5`.
fn first<'a>(text: &str, all: &'a [Word], at: usize) -> Option<Vec<&'a Word>> {
    let kind = &all[at].folded;
    let plain = has(BEFORE, kind);
    if !plain && !has(BEFORE_NAME, kind) {
        return None;
    }
    let before = before(text, all, at);
    let mut name: Vec<&Word> = Vec::new();
    let mut end = at;
    for next in at + 1..all.len().min(at + 8) {
        let word = &all[next];
        let capital = has_capital(text, word);
        let abbreviated = end == at && near(text, &all[end], word);
        let begun = name.iter().any(|known| has_capital(text, known));
        let particle = has(PARTICLES, &word.folded) && !has("et and und y e", &word.folded);
        let stops = has(OVER, &word.folded) && !capital
            || word.folded.starts_with(|c: char| c.is_ascii_digit());
        if !(clause(text, &all[end], word) || abbreviated)
            || stops
            || begun && !capital && !particle
        {
            break;
        }
        end = next;
        if !particle || name.is_empty() && capital {
            name.push(word);
        }
    }
    let numbered = before || after(text, all, end);
    let capital = name.iter().any(|word| has_capital(text, word));
    if !capital && name.len() > 2 {
        name.truncate(2);
    }
    (capital && (plain && kind != "piazza" || numbered) || plain && numbered).then_some(name)
}

/// Whether a house number stands before a word.
fn before(text: &str, all: &[Word], at: usize) -> bool {
    let Some(previous) = at.checked_sub(1) else { return false };
    let is_more = has("bis ter quater a b c d", &all[previous].folded);
    let number = if is_more { previous.checked_sub(1) } else { Some(previous) };
    number.is_some_and(|number| is_house(&all[number]) && near(text, &all[previous], &all[at]))
}

/// Whether a house number stands after a word, `n.º` between them or not.
fn after(text: &str, all: &[Word], at: usize) -> bool {
    let next =
        at + 1 + usize::from(all.get(at + 1).is_some_and(|w| has("n no num numero", &w.folded)));
    all.get(next).is_some_and(|word| is_house(word) && near(text, &all[next - 1], word))
}

/// `221B Baker Street`.
fn last<'a>(text: &str, all: &'a [Word], at: usize) -> Option<Vec<&'a Word>> {
    let plain = has(AFTER, &all[at].folded);
    if !plain && !has(AFTER_NAME, &all[at].folded) {
        return None;
    }
    let mut name: Vec<&Word> = Vec::new();
    for back in (at.saturating_sub(4)..at).rev() {
        if is_house(&all[back]) && near(text, &all[back], &all[back + 1]) && !name.is_empty() {
            let capital = name.iter().any(|word| has_capital(text, word));
            return (capital || plain && name.len() < 3).then_some(name);
        }
        if !clause(text, &all[back], &all[back + 1]) || has(OVER, &all[back].folded) {
            return None;
        }
        if !has(PARTICLES, &all[back].folded) {
            name.push(&all[back]);
        }
    }
    None
}

/// `Hauptstraße 5`, `Berliner Str. 14`: of a compound the first half goes.
fn german(text: &str, all: &[Word], at: usize, spans: &mut Spans) {
    let word = written(text, &all[at]);
    let numbered = after(text, all, at);
    let lower = word.to_lowercase();
    let Some(ending) = ENDINGS.iter().find(|ending| lower.ends_with(**ending)) else { return };
    if has(NO_STREETS, &all[at].folded) {
        return;
    }
    let letters = word.chars().count().saturating_sub(ending.chars().count());
    let half: usize = word.chars().take(letters).map(char::len_utf8).sum();
    let plain = ending.starts_with("str") && ending.len() > 3;
    if letters > 2 && (numbered || plain && has_capital(text, &all[at])) {
        let start = all[at].range.start;
        let key = all[at].folded.chars().take(letters).collect();
        spans.take(start..start + half, Kind::Address, key);
    } else if letters == 0
        && numbered
        && let Some(name) = at.checked_sub(1).and_then(|at| all.get(at))
        && has_capital(text, name)
        && clause(text, name, &all[at])
    {
        spans.take(name.range.clone(), Kind::Address, name.folded.clone());
    }
}
