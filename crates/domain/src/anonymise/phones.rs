//! Phone numbers.

use std::collections::BTreeSet;
use std::ops::Range;

use phonenumber::{Type, metadata::DATABASE};

use super::Kind;
use super::dice::Dice;
use super::figures::{digits, over, runs};
use super::hearing::{Ear, Hearing};
use super::spans::{Context, Spans, overlap};
use crate::question::AnswerType;
use crate::reading::{Found, Sureness, Value};

/// Fewer figures are no phone number.
const FEWEST: usize = 6;

/// The phone numbers of a text, by their international form. At home any that is read; abroad
/// those that are written as such, with a 0 or a +, or were asked for.
pub(super) fn find(context: &Context<'_>, hearing: &Hearing, spans: &mut Spans) {
    let Context { text, money, days, .. } = context;
    let means = [money.as_slice(), days].concat();
    let left = |spans: &Spans| {
        let is_long = |run: Range<usize>| digits(&text[run]).len() >= FEWEST;
        runs(text, &means).into_iter().flat_map(|run| spans.free(&run)).any(is_long)
    };
    for (at, ear) in hearing.all().enumerate() {
        let home = at < hearing.home.len();
        // Most texts have nothing left for the many countries there are.
        if !home && !left(spans) {
            return;
        }
        for found in ear.hear(&AnswerType::Phone, text, None) {
            let written = text[found.range.clone()].trim_start_matches('(');
            let dialled = context.asked_number || written.starts_with(['0', '+', '\u{ff0b}']);
            let over =
                |ranges: &[Range<usize>]| ranges.iter().any(|one| overlap(one, &found.range));
            if over(money) || !home && (!dialled || over(days)) {
                continue;
            }
            if let Some((range, number)) = apart(text, found, days, ear) {
                spans.take(range, Kind::Phone, number);
            }
        }
    }
}

/// A number without the day beside it, into which its reader may have run on
/// (`347 123 4567 15/09/2026`); none where little more than the day was read.
fn apart(
    text: &str,
    found: Found,
    days: &[Range<usize>],
    ear: &Ear,
) -> Option<(Range<usize>, String)> {
    let Found { range, value, .. } = found;
    let Some(day) = days.iter().find(|day| overlap(day, &range)) else {
        return international(value).map(|number| (range, number));
    };
    let alone = |part: Range<usize>| {
        let heard = ear.hear(&AnswerType::Phone, text.get(part.clone())?, None);
        let Found { range, value, .. } = heard.into_iter().next()?;
        let whole = part.start + range.start..part.start + range.end;
        international(value).map(|number| (whole, number))
    };
    let beside = alone(range.start..day.start).or_else(|| alone(day.end..range.end));
    // A number in which a day is seen is a number all the same, unless the day ends it.
    let number = beside.is_none() && day.end < range.end;
    beside.or_else(|| international(value).filter(|_| number).map(|number| (range, number)))
}

fn international(number: Value) -> Option<String> {
    match number {
        Value::Text(number) => Some(number),
        _ => None,
    }
}

/// The last figures of a number that stands in for another, however that is written: the same to
/// the readers, valid and of the same type to those who take the original for valid.
pub(super) fn tail(
    number: &str,
    forms: &BTreeSet<String>,
    hearing: &Hearing,
    dice: &mut Dice,
) -> String {
    let heard = |ears: &'_ [Ear]| -> Vec<(usize, String, Vec<Shape>)> {
        let of = |(at, ear): (usize, &Ear)| {
            let shapes = |form: &String| (at, form.clone(), shapes(ear, form));
            forms.iter().map(shapes).collect::<Vec<_>>()
        };
        ears.iter().enumerate().flat_map(of).filter(|(_, _, found)| !found.is_empty()).collect()
    };
    let at_home = heard(&hearing.home);
    let (ears, heard) = if at_home.is_empty() {
        (&hearing.abroad, heard(&hearing.abroad))
    } else {
        (&hearing.home, at_home)
    };
    // Half of a number goes; where the country has no other such number, as little as leaves one.
    for length in [6, 5, 4, 3] {
        for _ in 0..TRIES {
            let tail = other(number, length, dice);
            let same = |(at, form, found): &(usize, String, Vec<Shape>)| {
                ears.get(*at).is_some_and(|ear| shapes(ear, &over(form, &tail)) == *found)
            };
            if !number.ends_with(&tail) && heard.iter().all(same) {
                return tail;
            }
        }
    }
    dice.digits(6)
}

/// How many numbers are tried of each length.
const TRIES: usize = 16;

/// Other last figures. Zeros stay where they are few: a group of figures that begins with one is no
/// number to a reader who does not see a phone number in it.
fn other(number: &str, length: usize, dice: &mut Dice) -> String {
    let tail = number.get(number.len().saturating_sub(length)..).unwrap_or_default();
    let zeros = tail.bytes().filter(|byte| *byte == b'0').count();
    if zeros * 2 <= length { dice.figures(tail) } else { dice.digits(length) }
}

/// Where a number stands, how surely it is one, and of which sort.
type Shape = (Range<usize>, Sureness, Option<String>);

fn shapes(ear: &Ear, text: &str) -> Vec<Shape> {
    let found = ear.hear(&AnswerType::Phone, text, None);
    found.into_iter().map(|found| (found.range, found.sureness, kind(&found.value))).collect()
}

/// Which sort of number it is: a mobile must not become a premium one.
fn kind(number: &Value) -> Option<String> {
    let number = phonenumber::parse(None, international(number.clone())?).ok()?;
    let kind: Type = number.number_type(&DATABASE);
    Some(format!("{kind:?}"))
}
