//! Days in words: the names of months, and today.

use std::collections::HashMap;
use std::ops::Range;
use std::sync::LazyLock;

use super::super::locale::Locale;
use super::super::words::Word;
use super::{close, year};

/// The months' names and usual abbreviations in French, English, German, Spanish and Italian,
/// folded. No name stands for different months in different languages.
const MONTHS: [&[&str]; 12] = [
    &[
        "janvier", "janv", "january", "jan", "januar", "janner", "jaenner", "enero", "ene",
        "gennaio", "gen",
    ],
    &["fevrier", "fevr", "fev", "february", "feb", "februar", "febrero", "febbraio"],
    &["mars", "march", "mar", "marz", "maerz", "marzo"],
    &["avril", "avr", "april", "apr", "abril", "abr", "aprile"],
    &["mai", "may", "mayo", "maggio", "mag"],
    &["juin", "june", "jun", "juni", "junio", "giugno", "giu"],
    &["juillet", "juil", "july", "jul", "juli", "julio", "luglio", "lug"],
    &["aout", "august", "aug", "agosto", "ago"],
    &["septembre", "sept", "september", "sep", "septiembre", "setiembre", "settembre", "set"],
    &["octobre", "oct", "october", "oktober", "okt", "octubre", "ottobre", "ott"],
    &["novembre", "nov", "november", "noviembre"],
    &["decembre", "dec", "december", "dezember", "dez", "diciembre", "dic", "dicembre"],
];

/// The number of a month, by its folded name.
pub(super) fn month(name: &str) -> Option<i8> {
    NUMBERS.get(name).copied()
}

static NUMBERS: LazyLock<HashMap<&'static str, i8>> = LazyLock::new(|| {
    let numbered = (1..).zip(MONTHS);
    numbered.flat_map(|(number, names)| names.iter().map(move |name| (*name, number))).collect()
});

/// `mars 2026`: no day, but no number either.
pub(super) fn months_of_years(text: &str, words: &[Word]) -> Vec<Range<usize>> {
    let months = words.windows(2).filter(|pair| {
        month(&pair[0].folded).is_some() && year(&pair[1].folded).is_some() && close(text, pair)
    });
    months.map(|pair| pair[0].range.start..pair[1].range.end).collect()
}

/// Words for a day counted from today, the longer ones before those they contain.
const DAYS: &[(&str, i32)] = &[
    ("the day after tomorrow", 2),
    ("day after tomorrow", 2),
    ("the day before yesterday", -2),
    ("day before yesterday", -2),
    ("apres demain", 2),
    ("avant hier", -2),
    ("pasado manana", 2),
    ("antes de ayer", -2),
    ("l altro ieri", -2),
    ("altro ieri", -2),
    ("dopo domani", 2),
    ("aujourd hui", 0),
    ("aujourdhui", 0),
    ("ubermorgen", 2),
    ("uebermorgen", 2),
    ("vorgestern", -2),
    ("anteayer", -2),
    ("dopodomani", 2),
    ("altroieri", -2),
    ("today", 0),
    ("tomorrow", 1),
    ("yesterday", -1),
    ("demain", 1),
    ("hier", -1),
    ("heute", 0),
    ("morgen", 1),
    ("gestern", -1),
    ("hoy", 0),
    ("manana", 1),
    ("ayer", -1),
    ("oggi", 0),
    ("domani", 1),
    ("ieri", -1),
];

/// The words of a day, and how far it is from the message's own.
type Phrase = (Vec<&'static str>, i32);

/// The same by their first word, each as its words.
static BY_FIRST_WORD: LazyLock<HashMap<&'static str, Vec<Phrase>>> = LazyLock::new(|| {
    let mut by_first: HashMap<&'static str, Vec<Phrase>> = HashMap::new();
    for (name, days) in DAYS {
        let words: Vec<&'static str> = name.split(' ').collect();
        by_first.entry(words[0]).or_default().push((words, *days));
    }
    by_first
});

/// Words before `morgen` and `mañana` that make a morning of them.
const MORNING: [&str; 17] = [
    "guten",
    "am",
    "jeden",
    "heute",
    "gestern",
    "diesen",
    "der",
    "den",
    "schonen",
    "ubermorgen",
    "la",
    "esta",
    "buena",
    "cada",
    "una",
    "de",
    "toda",
];

/// Days counted from today.
pub(super) fn relative(text: &str, words: &[Word], locale: &Locale) -> Vec<(i32, Range<usize>)> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < words.len() {
        let known = BY_FIRST_WORD.get(words[at].folded.as_str()).map_or(&[][..], Vec::as_slice);
        let said = known.iter().find_map(|(name, days)| {
            let rest = words.get(at..at + name.len())?;
            let same = name.iter().zip(rest).all(|(name, word)| *name == word.folded);
            (same && means_a_day(text, words, at, locale)).then_some((*days, name.len()))
        });
        if let Some((days, count)) = said {
            found.push((days, words[at].range.start..words[at + count - 1].range.end));
            at += count;
        } else {
            at += 1;
        }
    }
    found
}

/// Some of these words are others too: German `hier` is here, `morgen` and `mañana` are
/// mornings, and `Morgen` inside a sentence is one.
fn means_a_day(text: &str, words: &[Word], at: usize, locale: &Locale) -> bool {
    let before = at.checked_sub(1).and_then(|before| words.get(before));
    match words[at].folded.as_str() {
        "hier" => !matches!(locale.language.as_str(), "de" | "nl"),
        "morgen" | "manana" => {
            let opens = before.is_none_or(|before| {
                text[before.range.end..words[at].range.start]
                    .contains(['.', '!', '?', ',', '\n', ':'])
            });
            let is_noun = text[words[at].range.clone()].starts_with('M');
            opens || !is_noun && !before.is_some_and(|b| MORNING.contains(&b.folded.as_str()))
        }
        _ => true,
    }
}
