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
    /// By how many zeros a word or letter multiplies it (`25k`, `1,5 million`).
    pub(crate) scale: usize,
    /// Whether it counts something that is named after it (`20 ans`, `80 m²`, `10 %`).
    pub(crate) has_unit: bool,
    /// `Likely` where the grouping could be read otherwise.
    pub(crate) sureness: Sureness,
}

impl Figure {
    pub(crate) fn is_scaled(&self) -> bool {
        self.scale > 0
    }
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
    whole(text, found)
}

/// Without those that are parts of what can't be read on its own: `1 million 200 mille` is one sum
/// in two figures, `3m x 4m` a size.
fn whole(text: &str, figures: Vec<Figure>) -> Vec<Figure> {
    let pairs = figures.windows(2).map(|pair| {
        let between = text.get(pair[0].range.end..pair[1].range.start).unwrap_or_default();
        goes_on(text, between, &pair[0], &pair[1]) || is_times(between)
    });
    let joined: Vec<bool> = pairs.collect();
    let is_part = |at: usize| {
        joined.get(at).is_some_and(|joined| *joined)
            || at.checked_sub(1).and_then(|at| joined.get(at)).is_some_and(|joined| *joined)
    };
    let all = figures.into_iter().enumerate();
    all.filter(|(at, _)| !is_part(*at)).map(|(_, figure)| figure).collect()
}

/// Whether a figure goes on with the next (`1 million 2`, `25k 500`). One that is long or begins
/// with a zero, as a phone number or a postcode, begins anew.
fn goes_on(text: &str, between: &str, first: &Figure, second: &Figure) -> bool {
    let is_short = second.range.len() < 3 && !text[second.range.start..].starts_with('0');
    let is_rest = second.is_scaled()
        || matches!(second.value.plain().len(), 3 | 6)
        || first.scale > 3 && is_short;
    let is_next = !between.is_empty() && between.chars().all(|c| matches!(c, ' ' | '\u{a0}'));
    first.scale > second.scale && is_rest && is_next && !second.has_unit
}

/// Whether what stands between two figures multiplies them, after a unit or not.
fn is_times(between: &str) -> bool {
    let mut words = between.split_whitespace();
    let last = words.next_back();
    let unit = words.next();
    words.next().is_none()
        && unit.is_none_or(|unit| unit.chars().count() <= 2)
        && matches!(last, Some("x" | "X" | "×" | "*"))
}

fn figure(
    text: &str,
    start: usize,
    sign: Option<usize>,
    grouped: &Grouped<'_>,
    (purpose, locale): (Purpose, &Locale),
) -> Option<Figure> {
    let (whole, fraction) = grouped.digits.as_ref()?;
    let mut value = Decimal::new(sign.is_some(), whole, fraction)?;
    if is_clock(&text[..start]) {
        return None;
    }
    let (scale, end) = match scale::read(text, grouped.end, purpose, locale) {
        Scale::None => (0, grouped.end),
        Scale::Times { places, end } => (places, end),
        Scale::Split { hundreds, end } => {
            value = value.with_cents(hundreds)?;
            (3, end)
        }
        Scale::Word => return None,
    };
    let long_fraction = grouped.fraction_is_long && scale == 0;
    (!long_fraction).then(|| Figure {
        value: value.shifted(scale),
        range: sign.unwrap_or(start)..end,
        scale,
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
