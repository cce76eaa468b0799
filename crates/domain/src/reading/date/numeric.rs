//! Days in figures.

use std::ops::Range;

use jiff::civil::Date;

use super::super::found::Sureness;
use super::super::locale::Locale;
use super::{full_year, real};

/// Everything that has the form of a date, with the day where it is one.
///
/// `2026-03-02` is read as year, month, day whatever sign parts them; all else in the order of
/// the set's language, and never in another: `13/02` cannot be the thirteenth month, but who
/// writes that may have meant anything.
pub(super) fn read(
    text: &str,
    today: Option<Date>,
    locale: &Locale,
) -> Vec<(Option<Date>, Range<usize>, Sureness)> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(start) = text[at..].find(|c: char| c.is_ascii_digit()).map(|to| at + to) {
        let figure =
            text[start..].find(|c: char| !c.is_ascii_digit()).unwrap_or(text.len() - start);
        match parts(text, start) {
            Some((parts, end)) => {
                let read = date(&parts, today, locale);
                let sureness = read.map_or(Sureness::Plain, |(_, sureness)| sureness);
                found.push((read.and_then(|(date, _)| date), start..end, sureness));
                at = end;
            }
            None => at = start + figure,
        }
    }
    found
}

/// Three figures with the same between them and nothing that goes on at either end.
fn parts(text: &str, start: usize) -> Option<([&str; 3], usize)> {
    let before = text[..start].chars().next_back();
    if before.is_some_and(|c| c.is_alphanumeric() || ".-/_,".contains(c)) {
        return None;
    }
    let figure = |at: usize| {
        let rest = &text[at..];
        let length = rest.find(|c: char| !c.is_ascii_digit()).unwrap_or(rest.len());
        (length > 0).then(|| &rest[..length])
    };
    let first = figure(start)?;
    let sign = between(&text[start + first.len()..])?;
    let second_at = start + first.len() + sign.len();
    let second = figure(second_at)?;
    let rest = text[second_at + second.len()..].strip_prefix(sign)?;
    let third = figure(text.len() - rest.len())?;
    // With a space in it only a whole year tells a date from a list.
    let end = text.len() - rest.len() + third.len();
    if sign.contains(' ') && (third.len() != 4 || is_in_a_row(&text[..start], &text[end..])) {
        return None;
    }
    let mut after = text[end..].chars();
    let next = after.next();
    let goes_on = match next {
        // `2026-03-02T09:00`
        Some('T') => !after.next().is_some_and(|c| c.is_ascii_digit()),
        Some(c) if c.is_alphanumeric() || c == '_' => true,
        Some(c) if ".-/,".contains(c) => after.next().is_some_and(|c| c.is_ascii_digit()),
        _ => false,
    };
    let lengths = [first.len(), second.len(), third.len()];
    let fits = matches!(lengths, [1..=2, 1..=2, 2 | 4] | [4, 1..=2, 1..=2]);
    (fits && !goes_on).then_some(([first, second, third], end))
}

/// Whether figures go on before or after a space, as those of a phone number do.
fn is_in_a_row(before: &str, after: &str) -> bool {
    let is_figure = |c: char| c.is_ascii_digit();
    before.trim_end_matches(' ').ends_with(is_figure)
        || after.trim_start_matches(' ').starts_with(is_figure)
}

/// What stands between two figures of a date: a sign, with a space beside it or not, or a space.
fn between(rest: &str) -> Option<&str> {
    let space = usize::from(rest.starts_with(' '));
    let sign = usize::from(rest[space..].starts_with(['-', '/', '.']));
    let last = usize::from(sign > 0 && rest[space + sign..].starts_with(' '));
    rest.get(..space + sign + last).filter(|between| !between.is_empty())
}

fn date(
    parts: &[&str; 3],
    today: Option<Date>,
    locale: &Locale,
) -> Option<(Option<Date>, Sureness)> {
    let number = |part: &str| part.parse::<i16>().ok();
    let narrow = |part: &str| part.parse::<i8>().ok();
    let [first, second, third] = *parts;
    if first.len() == 4 {
        return Some((real(number(first)?, narrow(second)?, narrow(third)?), Sureness::Plain));
    }
    let (day, month) = if locale.month_first() { (second, first) } else { (first, second) };
    let (year, sureness) = match third.len() {
        4 => (number(third)?, Sureness::Plain),
        _ => full_year(number(third)?, today)?,
    };
    Some((real(year, narrow(month)?, narrow(day)?), sureness))
}
