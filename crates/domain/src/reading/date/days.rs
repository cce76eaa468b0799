//! Days in words, counted from the day of the message.

use std::collections::HashMap;
use std::ops::Range;
use std::sync::LazyLock;

use super::super::denial::Clause;
use super::super::list::List;
use super::super::locale::Locale;
use super::super::words::Word;

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

/// The same by their first word, each as its words.
static BY_FIRST_WORD: LazyLock<HashMap<&'static str, Vec<Day>>> = LazyLock::new(|| {
    let mut by_first: HashMap<&'static str, Vec<Day>> = HashMap::new();
    for (name, days) in DAYS {
        let words: Vec<&'static str> = name.split(' ').collect();
        by_first.entry(words[0]).or_default().push((words, *days));
    }
    by_first
});

/// The words for a day, and how far it is from today.
type Day = (Vec<&'static str>, i32);

/// Words before `morgen` and `mañana` that make a morning of them.
static MORNING: List = List::new(
    "guten am jeden heute gestern diesen der den schonen ubermorgen la esta buena cada una \
    de toda montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag lunes martes \
    miercoles jueves viernes sabado domingo",
);

/// Words before tomorrow that take leave with it, wherever they stand.
const LEAVE: [&[&str]; 5] = [&["a"], &["see", "you"], &["see", "ya"], &["cu"], &["nos", "vemos"]];

/// The same, where they begin a clause; further on they set a term (`ich habe bis morgen Zeit`).
const LEAVE_AT_BEGINNING: [&[&str]; 6] =
    [&["hasta"], &["bis"], &["until"], &["till"], &["dann", "bis"], &["pues", "hasta"]];

/// Words that make a day of what would be leave: one thing is put off till then.
static PUT_OFF: List = List::new(
    "jusqu jusque ici reporter reporte reportez repousser repousse remettre remets decaler \
    decale passer pas fino rimandare rimandiamo rinviare spostare spostiamo spostato",
);

/// Days counted from today, but for those that are turned down (`pas demain`).
pub(super) fn relative<F: Fn(usize) -> bool>(
    said: &Clause<'_, F>,
    locale: &Locale,
) -> Vec<(i32, Range<usize>)> {
    let (text, words) = (said.text, said.said);
    let mut found = Vec::new();
    let mut at = 0;
    while at < words.len() {
        let known = BY_FIRST_WORD.get(words[at].folded.as_str()).map_or(&[][..], Vec::as_slice);
        let known = known.iter().find_map(|(name, days)| {
            let rest = words.get(at..at + name.len())?;
            let same = name.iter().zip(rest).all(|(name, word)| *name == word.folded);
            (same && means_a_day(text, words, at, locale)).then_some((*days, name.len()))
        });
        if let Some((days, count)) = known {
            if !said.denies(at..at + count) {
                found.push((days, words[at].range.start..words[at + count - 1].range.end));
            }
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
            let is_morning = |before: &Word| MORNING.has(&before.folded);
            (opens || !is_noun && !before.is_some_and(is_morning)) && !takes_leave(text, words, at)
        }
        "demain" | "tomorrow" | "domani" => !takes_leave(text, words, at),
        _ => true,
    }
}

/// Whether tomorrow is when people meet again (`à demain`, `see you tomorrow`) and not when
/// something is to happen.
fn takes_leave(text: &str, words: &[Word], at: usize) -> bool {
    let ends_with = |leave: &&[&str]| {
        let from = at.checked_sub(leave.len());
        from.filter(|from| leave.iter().zip(&words[*from..]).all(|(a, b)| *a == b.folded))
    };
    let parts = |at: usize| {
        let between = text.get(words[at].range.end..words[at + 1].range.start).unwrap_or_default();
        between.contains(|c: char| ".,;:!?\n…-–()".contains(c) || c >= '\u{2190}')
    };
    if let Some(from) = LEAVE.iter().find_map(&ends_with) {
        let before = from.checked_sub(1).map_or("", |before| words[before].folded.as_str());
        let one_more = from.checked_sub(2).map_or("", |before| words[before].folded.as_str());
        let puts_off = |word: &str| PUT_OFF.has(word);
        return !puts_off(before) && !puts_off(one_more);
    }
    let begins = |from: usize| {
        let opener = words[..from].iter().rposition(|word| !is_polite(word));
        opener.is_none_or(|last| (last..from).any(parts))
    };
    LEAVE_AT_BEGINNING.iter().filter_map(ends_with).any(begins)
}

/// Words that come before a goodbye.
fn is_polite(word: &Word) -> bool {
    static POLITE: List = List::new(
        "ok okay oki merci thanks danke gracias grazie ciao tschuss tschuess bye adios vale bueno \
        gut also super perfekt perfect parfait perfecto na",
    );
    POLITE.has(&word.folded)
}
