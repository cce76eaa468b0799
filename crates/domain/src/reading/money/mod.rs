//! Currencies beside a figure.

mod names;

use std::ops::Range;

use super::locale::Locale;
use super::words::words;
pub(crate) use names::is_word;
use names::{SIGNS, by_word};

/// A currency beside a figure.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Currency {
    /// ISO 4217; `None` where it is clear that it is money and not which (`francs`, to a set in
    /// euros).
    pub(crate) code: Option<String>,
    /// The bytes it takes.
    pub(crate) range: Range<usize>,
}

const SPACES: [char; 4] = [' ', '\u{a0}', '\u{202f}', '\u{2009}'];

/// The currency right after byte `at`: a sign, a code or a word, after a space or a preposition
/// (`1,5 million d'euros`) or not.
pub(crate) fn after(text: &str, at: usize, locale: &Locale) -> Option<Currency> {
    let rest = text[at..].trim_start_matches(SPACES);
    // `1'200.-`: no cents.
    let no_cents = [",-", ".-", ",\u{2013}", ".\u{2013}", ".\u{2014}"];
    let rest = no_cents.iter().find_map(|sign| rest.strip_prefix(sign)).unwrap_or(rest);
    let rest = rest.trim_start_matches(SPACES);
    if rest.starts_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let start = text.len() - rest.len();
    if let Some((sign, name)) = SIGNS.iter().find(|(sign, _)| starts_with_sign(rest, sign)) {
        return Some(Currency { code: name.code(locale), range: start..start + sign.len() });
    }
    if !rest.starts_with(char::is_alphabetic) {
        return None;
    }
    // Names are short: looking further would cost a long text dear.
    let near = rest.char_indices().nth(LONGEST_NAME).map_or(rest, |(end, _)| &rest[..end]);
    let near = near.split(['\n', '.', ',', ';', '!', '?', '(']).next().unwrap_or_default();
    let all = words(near);
    let is_of = |folded: &str| ["d", "de", "di", "of"].contains(&folded);
    let skip = usize::from(all.first().is_some_and(|word| is_of(&word.folded)));
    let found = all.get(skip..).unwrap_or_default();
    let (name, count) = by_word(near, found)?;
    let end = found[count - 1].range.end;
    let begins = all[0].range.start == 0;
    // `25000e` is slang for euros; `3e` is the third, and Italian `e` means and.
    let is_slang = found[0].folded == "e";
    let is_sum = {
        let before = text[..at].trim_end_matches(|c: char| c.is_ascii_digit());
        at - before.len() > 2 || before.ends_with(['k', 'K']) || at == before.len()
    };
    (begins && (!is_slang || start == at && is_sum))
        .then(|| Currency { code: name.code(locale), range: start..start + end })
}

/// The longest name of a currency with its preposition, generously; keeps the look ahead short.
const LONGEST_NAME: usize = 40;

/// The currency right before byte `at`: a sign or a code, before a space or not.
pub(crate) fn before(text: &str, at: usize, locale: &Locale) -> Option<Currency> {
    let rest = text[..at].trim_end_matches(SPACES);
    // Most figures have another before them, or nothing.
    if rest.ends_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    if let Some((sign, name)) = SIGNS.iter().find(|(sign, _)| ends_with_sign(rest, sign)) {
        return Some(Currency {
            code: name.code(locale),
            range: rest.len() - sign.len()..rest.len(),
        });
    }
    let code = last_letters(rest);
    let name = names::by_code(code)?;
    Some(Currency { code: name.code(locale), range: rest.len() - code.len()..rest.len() })
}

/// Whether money is spoken of right beside a figure.
pub(crate) fn beside(text: &str, figure: &Range<usize>) -> bool {
    let locale = Locale::default();
    let thousands = text[figure.end..].trim_start_matches(SPACES);
    let thousands = thousands.strip_prefix(['k', 'K']);
    thousands.is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
        || after(text, figure.end, &locale).is_some()
        || before(text, figure.start, &locale).is_some()
}

/// Whether a text begins with a currency's sign or code, right away.
pub(crate) fn begins_with_sign(rest: &str) -> bool {
    let letters = rest.trim_start_matches(SPACES);
    let letters = letters.split(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
    SIGNS.iter().any(|(sign, _)| starts_with_sign(rest, sign)) || names::by_code(letters).is_some()
}

/// Whether a text ends with a currency's code, as before the figure in `EUR25000`.
pub(crate) fn ends_with_code(text: &str) -> bool {
    names::by_code(last_letters(text)).is_some()
}

fn last_letters(text: &str) -> &str {
    let start = text.trim_end_matches(char::is_alphabetic).len();
    // Letters that go on from a digit are no code.
    if text[..start].ends_with(|c: char| c.is_alphanumeric()) { "" } else { &text[start..] }
}

/// A sign made of letters must not go on as a word (`krach`).
fn starts_with_sign(rest: &str, sign: &str) -> bool {
    let is_letter = |c: char| c.is_alphabetic();
    rest.strip_prefix(sign)
        .is_some_and(|after| !sign.ends_with(is_letter) || !after.starts_with(is_letter))
}

fn ends_with_sign(rest: &str, sign: &str) -> bool {
    let is_letter = |c: char| c.is_alphabetic();
    rest.strip_suffix(sign)
        .is_some_and(|before| !sign.starts_with(is_letter) || !before.ends_with(is_letter))
}
