//! Days.

mod days;
mod names;
mod numeric;

use std::ops::{Range, RangeInclusive};

use jiff::ToSpan;
use jiff::civil::Date;

use super::denial::Clause;
use super::found::{Found, Sureness};
use super::said::Said;
use super::value::Value;
use super::words::Word;
use days::relative;
use names::month;

/// The days a text names: in figures, with the name of a month in any of the five languages, or
/// as today, tomorrow, yesterday (and the day before and after those).
///
/// A day needs its year: `le 12 mars` is not one, since the visitor did not say which.
pub(crate) fn read(said: &Said<'_>) -> Vec<Found> {
    let (text, locale) = (said.text(), said.locale);
    let words = said.words();
    let today = said.day();
    let mut found: Vec<Found> = Vec::new();
    if said.has_digits() {
        found.extend(numeric::read(text, today, locale).into_iter().filter_map(
            |(date, range, sureness)| Some(Found { value: value(date?), range, sureness }),
        ));
        let named = named(text, words).into_iter();
        found.extend(named.filter_map(|(date, range)| Some(Found::plain(value(date?), range))));
    }
    if let Some(today) = today {
        let said = Clause { text, said: words, language: &locale.language, free: &|_| true };
        let days = relative(&said, locale).into_iter();
        found.extend(days.filter_map(|(days, range)| {
            Some(Found::plain(value(today.checked_add(days.days()).ok()?), range))
        }));
    }
    found.sort_by_key(|found| found.range.start);
    found
}

/// The stretches of a text that are dates, real or not: their digits are no numbers.
pub(crate) fn stretches(said: &Said<'_>) -> Vec<Range<usize>> {
    if !said.has_digits() {
        return Vec::new();
    }
    let (text, words, locale) = (said.text(), said.words(), said.locale);
    let figures = numeric::read(text, None, locale).into_iter().map(|(_, range, _)| range);
    let named = named(text, words).into_iter().map(|(_, range)| range);
    let parts = names::months_of_years(text, words).into_iter().chain(days_of_months(text, words));
    figures.chain(named).chain(parts).collect()
}

/// `le 12 mars`, `June 12th`: no date without a year, but no number either.
fn days_of_months(text: &str, words: &[Word]) -> Vec<Range<usize>> {
    let is_month = |word: &Word| {
        // `4 may come`, `3 set`: not where it could be another word.
        month(&word.folded).is_some()
            && (!["may", "set"].contains(&word.folded.as_str())
                || text[word.range.clone()].starts_with(char::is_uppercase))
    };
    let is_day = |word: &Word| ordinal(&word.folded).is_some_and(|day| (1..=31).contains(&day));
    let days = (0..words.len()).filter_map(|at| {
        let (first, second) = (&words[at], words.get(at + 1)?);
        let count = match is_of(second) {
            Some(()) if is_day(first) => words.get(at + 2).filter(|word| is_month(word)).map(|_| 3),
            _ if is_day(first) && is_month(second) => Some(2),
            _ if is_month(first) && is_day(second) => Some(2),
            _ => None,
        }?;
        let all = &words[at..at + count];
        let range = first.range.start..all[count - 1].range.end;
        (close(text, all) && !text[range.clone()].contains(',')).then_some(range)
    });
    days.collect()
}

fn value(date: Date) -> Value {
    Value::Text(date.to_string())
}

/// Day, month by name, year; or month by name, day, year.
fn named(text: &str, words: &[Word]) -> Vec<(Option<Date>, Range<usize>)> {
    let mut found = Vec::new();
    for at in 0..words.len() {
        let Some(date) = day_first(text, &words[at..]).or_else(|| month_first(text, &words[at..]))
        else {
            continue;
        };
        let (year, month, day, count) = date;
        found
            .push((real(year, month, day), words[at].range.start..words[at + count - 1].range.end));
    }
    found
}

/// Year, month, day, and the words they take.
type Parts = (i16, i8, i8, usize);

fn day_first(text: &str, words: &[Word]) -> Option<Parts> {
    let day = ordinal(&words.first()?.folded)?;
    let mut at = 1;
    at += is_of(words.get(at)?).into_iter().count();
    let month = month(&words.get(at)?.folded)?;
    at += 1;
    at += is_of(words.get(at)?).into_iter().count();
    let year = year(text, words.get(at - 1)?, words.get(at)?)?;
    close(text, &words[..=at]).then_some((year, month, day, at + 1))
}

fn month_first(text: &str, words: &[Word]) -> Option<Parts> {
    let month = month(&words.first()?.folded)?;
    let day = ordinal(&words.get(1)?.folded)?;
    let year = year(text, words.get(1)?, words.get(2)?)?;
    close(text, &words[..3]).then_some((year, month, day, 3))
}

/// `of`, and what stands for it elsewhere; `Some` to be counted.
fn is_of(word: &Word) -> Option<()> {
    ["of", "de", "del", "d"].contains(&word.folded.as_str()).then_some(())
}

/// Whether words stand together: nothing but spaces, a comma, points, strokes, an ordinal sign.
fn close(text: &str, words: &[Word]) -> bool {
    words.windows(2).all(|pair| {
        let between = &text[pair[0].range.end..pair[1].range.start];
        between.chars().all(|c| c == ' ' || c.is_whitespace() && c != '\n' || ",.-/°'’".contains(c))
    })
}

/// `12`, `1er`, `3rd`, `1º`.
fn ordinal(word: &str) -> Option<i8> {
    let digits = word.trim_end_matches(|c: char| c.is_ascii_alphabetic());
    let known = ["", "er", "e", "st", "nd", "rd", "th", "o", "a"].contains(&&word[digits.len()..]);
    (known && digits.len() <= 2).then(|| digits.parse().ok()).flatten()
}

/// The year that a word is. After a comma it must be one that people talk about, or it is a sum
/// (`le 15 mars, 1500 €`).
fn year(text: &str, before: &Word, word: &Word) -> Option<i16> {
    let year = (word.folded.len() == 4).then(|| word.folded.parse().ok()).flatten()?;
    let is_apart = text[before.range.end..word.range.start].contains(',');
    (!is_apart || YEARS.contains(&year)).then_some(year)
}

/// Years people talk about.
const YEARS: RangeInclusive<i16> = 1900..=2100;

/// A day that exists, in such a year.
fn real(year: i16, month: i8, day: i8) -> Option<Date> {
    YEARS.contains(&year).then(|| Date::new(year, month, day).ok()).flatten()
}

/// What a two-digit year stands for beside a message of a given day: at most twenty years ahead
/// (a loan's end), else in the past (a birth).
fn full_year(short: i16, today: Option<Date>) -> Option<(i16, Sureness)> {
    let latest = today?.year() + 20;
    let this_century = 2000 + short;
    let year = if this_century <= latest { this_century } else { 1900 + short };
    Some((year, Sureness::Likely))
}

#[cfg(test)]
mod tests;
