//! Figures in running text: digits, how they are grouped, and what multiplies them.

mod grouping;
mod scale;

use std::ops::Range;

use super::decimal::Decimal;
use super::found::Sureness;
use super::locale::Locale;
use grouping::Grouped;
use scale::Scale;
pub(crate) use scale::is_unit;

/// A number written in figures.
#[derive(Clone, Debug)]
pub(crate) struct Figure {
    pub(crate) value: Decimal,
    /// The bytes it takes, sign and multiplier included.
    pub(crate) range: Range<usize>,
    /// Whether a word or letter multiplies it (`25k`, `1,5 million`).
    pub(crate) scaled: bool,
    /// Whether it counts something that is named after it (`20 ans`, `80 m²`, `10 %`).
    pub(crate) has_unit: bool,
    /// `Likely` where the grouping could be read otherwise.
    pub(crate) sureness: Sureness,
}

/// What the figures are wanted for.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Purpose {
    /// Any number: `1,250` follows the language, so that it can be one and a quarter.
    Number,
    /// Money: three digits after a comma or point are thousands, as nobody writes mills.
    Money,
}

/// The figures in a text. Times (`14h30`), fractions, versions, identifiers and digits inside
/// words are none.
pub(crate) fn figures(text: &str, purpose: Purpose, locale: &Locale) -> Vec<Figure> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(start) = text[at..].find(|c: char| c.is_ascii_digit()).map(|to| at + to) {
        let grouped = grouping::read(text, start, purpose, locale);
        at = grouped.end;
        let Some(sign) = opening(text, start) else {
            // The rest of a word like `3x4` is none of our business either.
            at += text[at..].find(|c: char| !c.is_alphanumeric()).unwrap_or(text.len() - at);
            continue;
        };
        if let Some(figure) = figure(text, start, sign, &grouped, (purpose, locale)) {
            at = figure.range.end;
            found.push(figure);
        }
    }
    found
}

fn figure(
    text: &str,
    start: usize,
    sign: Option<usize>,
    grouped: &Grouped<'_>,
    (purpose, locale): (Purpose, &Locale),
) -> Option<Figure> {
    let (whole, fraction) = grouped.digits.as_ref()?;
    let value = Decimal::new(sign.is_some(), whole, fraction)?;
    if is_clock(&text[..start]) {
        return None;
    }
    let (scale, end) = match scale::read(text, grouped.end, purpose, locale) {
        Scale::None => (0, grouped.end),
        Scale::Times { places, end } => (places, end),
        Scale::Word => return None,
    };
    let long_fraction = grouped.fraction_is_long && scale == 0;
    (!long_fraction).then(|| Figure {
        value: value.shifted(scale),
        range: sign.unwrap_or(start)..end,
        scaled: scale > 0,
        has_unit: is_unit(&text[end..]),
        sureness: if grouped.doubtful { Sureness::Likely } else { Sureness::Plain },
    })
}

/// Whether what comes next is an hour: Spanish `a las 8`, Italian `alle 8`.
fn is_clock(before: &str) -> bool {
    let before = before.trim_end_matches(' ');
    let ends = |words: &str| {
        let rest = before.len().checked_sub(words.len()).and_then(|at| before.split_at_checked(at));
        rest.is_some_and(|(rest, end)| {
            end.eq_ignore_ascii_case(words) && !rest.ends_with(char::is_alphanumeric)
        })
    };
    ends("a las") || ends("alle") || ends("dalle") || ends("hacia las") || ends("sobre las")
}

/// Whether a figure may begin here, and where its minus stands if it has one.
fn opening(text: &str, start: usize) -> Option<Option<usize>> {
    let before = &text[..start];
    let mut chars = before.chars().rev();
    let (last, further) = (chars.next(), chars.next());
    match last {
        Some(c) if c.is_alphanumeric() && !super::money::ends_with_code(before) => None,
        Some('_' | '/' | ':') => None,
        // `.5` lacks a digit, `maison.5` a space.
        Some('.' | ',') => further.is_some_and(char::is_alphabetic).then_some(None),
        Some(sign @ ('-' | '\u{2212}')) => {
            let is_sign = further.is_none_or(|c| c.is_whitespace() || c == '(');
            Some(is_sign.then(|| start - sign.len_utf8()))
        }
        _ => Some(None),
    }
}
