//! The names of months.

use std::collections::HashMap;
use std::ops::Range;
use std::sync::LazyLock;

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
    let may_be = name.starts_with(|c: char| c.is_ascii_lowercase());
    may_be.then(|| NUMBERS.get(name).copied()).flatten()
}

static NUMBERS: LazyLock<HashMap<&'static str, i8>> = LazyLock::new(|| {
    let numbered = (1..).zip(MONTHS);
    numbered.flat_map(|(number, names)| names.iter().map(move |name| (*name, number))).collect()
});

/// `mars 2026`: no day, but no number either.
pub(super) fn months_of_years(text: &str, words: &[Word]) -> Vec<Range<usize>> {
    let months = words.windows(2).filter(|pair| {
        month(&pair[0].folded).is_some()
            && year(text, &pair[0], &pair[1]).is_some()
            && close(text, pair)
    });
    months.map(|pair| pair[0].range.start..pair[1].range.end).collect()
}
