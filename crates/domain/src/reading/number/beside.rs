//! Figures that say something else than how many: which, when, and of what year.

use super::super::figures::Figure;
use super::super::list::List;
use super::super::postcode;
use super::super::words::{folded, words};

/// Words before a day of the month or an hour.
static MOMENTS: List = List::new("le el il am den at after before um gegen ab las");

/// Words before what is only a part (`7 fenêtres dont 2 portes`), which one of many it is
/// (`number 14`), or the floor.
static PARTS: List = List::new(
    "dont including incl inkl inklusive davon darunter incluido incluidos incluidas incluyendo \
    compresi comprese inclusi incluse cui which cuales \
    numero number nummer etage floor stock stockwerk piso planta piano level",
);

/// Words after a German `4.` that show it to be a place in an order.
static ORDERED: List =
    List::new("stock stockwerk etage og obergeschoss geschoss klasse quartal monat jahr mal reihe");

/// Words before the name of a car.
static ARTICLES: List = List::new(
    "un une la ma mon notre a an my our ein eine einen meine meinen unser una uno mi mia nuestro nostra",
);

/// Whether a figure is a share (`20 %`), a place in an order (`2nd floor`), a part of what is
/// counted, a day or an hour (`le 15`, `at 8`) or the year since which something is. It is a
/// number only where there is no other.
pub(super) fn is_beside_the_point(text: &str, figure: &Figure) -> bool {
    let rest = &text[figure.range.end..];
    let before = word_before(text, figure);
    let is_small = figure.range.len() <= 2 && !figure.has_unit;
    let numbered = is_numbered(text[..figure.range.start].trim_end());
    is_place(rest)
        || numbered
        || is_small && MOMENTS.has(&before)
        || PARTS.has(&before)
        || is_of_them(rest)
        || rest.trim_start().starts_with('%')
        || postcode::is_year(text, &figure.range)
}

/// Whether a figure is a decade and no year: `anni 70`, `los 80`, `70er Jahre`.
pub(super) fn is_decade(text: &str, figure: &Figure) -> bool {
    static BEFORE: List = List::new("los anos anni annees seventies jahre");
    let digits = &text[figure.range.clone()];
    let rest = &text[figure.range.end..];
    let tens = digits.len() == 2 && digits.ends_with('0') || matches!(digits, "1900" | "2000");
    let ends = !rest.trim_start_matches(' ').starts_with(char::is_alphanumeric);
    let german = rest.strip_prefix("er").is_some_and(|rest| {
        let rest = rest.trim_start_matches([' ', '-', 'n']);
        rest.starts_with("Jahr") || rest.starts_with("jahr")
    });
    tens && (german || digits.len() == 2 && ends && BEFORE.has(&word_before(text, figure)))
}

/// Whether a half in words, which is not read, goes with a figure: `6 kilos y medio`.
pub(super) fn is_with_half(text: &str, figure: &Figure) -> bool {
    static AND: List = List::new("et y e and und");
    static HALF: List =
        List::new("demi demie medio media mezzo mezza half halb halbes quart quarter");
    let rest = &text[figure.range.end..];
    let near = rest.char_indices().nth(LONGEST_HALF).map_or(rest, |(end, _)| &rest[..end]);
    let near = near.split(['.', ',', ';', '!', '?', '\n', '(']).next().unwrap_or_default();
    let all = words(near);
    let is_and = |at: usize| all.get(at).is_some_and(|word| AND.has(&word.folded));
    let is_half = |at: usize| all.get(at).is_some_and(|word| HALF.has(&word.folded));
    // `4 and a half`
    (0..2).any(|at| is_and(at) && (is_half(at + 1) || is_half(at + 2)))
}

/// Enough characters for a unit and a half.
const LONGEST_HALF: usize = 24;

/// Whether a figure is put beside another one with a plus: `3 + 4 valises`, `24 plus 3`.
pub(super) fn is_added(text: &str, figure: &Figure) -> bool {
    let before = text[..figure.range.start].trim_end_matches(' ');
    if let Some(before) = before.strip_suffix('+') {
        // In brackets it is part of a total before them.
        let beside = before.trim_end_matches(' ');
        return !before.contains('(') && beside.ends_with(char::is_alphanumeric);
    }
    static PLUS: List = List::new("plus mas piu zuzuglich zzgl");
    let word = word_before(text, figure);
    // `plus 3` on its own is a number like any other.
    PLUS.has(&word) && before.contains(|c: char| c.is_ascii_digit())
}

/// Whether a figure says how many of those that were counted before: `2, 1 of them at school`.
fn is_of_them(rest: &str) -> bool {
    const OF_THEM: [&str; 8] = [
        " of them",
        " of whom",
        " of which",
        " of those",
        " d'entre",
        " de ellos",
        " di loro",
        " von ihnen",
    ];
    OF_THEM.iter().any(|words| rest.starts_with(words))
}

/// What stands before something that was put in another's place.
const REPLACED: [&str; 9] = [
    "au lieu de",
    "instead of",
    "statt",
    "anstatt",
    "anstelle von",
    "en vez de",
    "en lugar de",
    "invece di",
    "rather than",
];

/// Whether a figure is what another was taken instead of: `349 € au lieu de 499 €`.
pub(super) fn is_replaced(text: &str, figure: &Figure) -> bool {
    let before = text[..figure.range.start].trim_end_matches([' ', '€', '$', '£']);
    let near = before.char_indices().rev().nth(LONGEST_REPLACED).map_or(0, |(start, _)| start);
    let near = format!(" {}", folded(&before[near..]));
    REPLACED.iter().any(|phrase| near.strip_suffix(phrase).is_some_and(|near| near.ends_with(' ')))
}

/// Enough characters for any of them.
const LONGEST_REPLACED: usize = 16;

/// `n° 3`, `#3`, `Nr. 3`.
fn is_numbered(before: &str) -> bool {
    let ends = |short: &str| {
        let rest = before.len().checked_sub(short.len()).and_then(|at| before.split_at_checked(at));
        rest.is_some_and(|(rest, end)| {
            end.eq_ignore_ascii_case(short) && !rest.ends_with(char::is_alphanumeric)
        })
    };
    before.ends_with(['°', 'º', '#']) || ends("nr.") || ends("no.") || ends("nr")
}

/// `2nd`, `3ème`, `4. Stock`.
fn is_place(rest: &str) -> bool {
    if rest.starts_with(['º', 'ª']) {
        return true;
    }
    let letters = rest.len() - rest.trim_start_matches(|c: char| c.is_ascii_alphabetic()).len();
    let suffix = rest[..letters].to_ascii_lowercase();
    let ordered = rest.strip_prefix('.').map(str::trim_start).is_some_and(|rest| {
        let end = rest.find(|c: char| !c.is_alphabetic()).unwrap_or(rest.len());
        ORDERED.has(&folded(&rest[..end]))
    });
    ["st", "nd", "rd", "th", "er", "e", "eme", "ere"].contains(&suffix.as_str()) || ordered
}

/// Whether a figure is what a car is called (`ma 308`), or four digits that other words stand
/// beside are when it was made: who gives so short a mileage says that it is one.
pub(super) fn is_of_car(text: &str, figure: &Figure) -> bool {
    let digits = &text[figure.range.clone()];
    let is_bare = digits.bytes().all(|byte| byte.is_ascii_digit()) && !figure.has_unit;
    let year: u32 = digits.parse().unwrap_or_default();
    let is_all = !text[..figure.range.start].contains(char::is_alphanumeric)
        && !text[figure.range.end..].contains(char::is_alphanumeric);
    let is_year = digits.len() == 4 && (1950..=2050).contains(&year) && !is_all;
    is_bare && (is_year || digits.len() <= 4 && ARTICLES.has(&word_before(text, figure)))
}

/// The word that ends right before a figure, folded.
fn word_before(text: &str, figure: &Figure) -> String {
    let before = text[..figure.range.start].trim_end_matches([' ', '\u{a0}']);
    let start = before.trim_end_matches(char::is_alphabetic).len();
    folded(&before[start..])
}
