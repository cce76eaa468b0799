//! Numbers, and amounts of money.

mod amounts;
mod asked;
mod beside;
mod models;

pub(crate) use amounts::read_amounts;
pub(crate) use asked::Asked;
use beside::{is_added, is_beside_the_point, is_decade, is_of_car, is_replaced, is_with_half};

use super::figures::{Figure, Purpose, figures};
use super::found::{Found, Sureness};
use super::money;
use super::places::Places;
use super::postcode;
use super::said::Said;
use super::spoken::Stretches;
use super::value::{Number, Value};

/// The numbers in a text.
///
/// Where one is followed by a word of the question (`How many seats?`: `35 seats on 2 floors`) or
/// by its unit, it is the one that was asked for, and the others beside it do not count. Nor do
/// a sum of money, a share, a place in an order, an hour or a year beside a number that is none
/// of these. They are none at all where the question asks how many or how much of something.
pub(crate) fn read(said: &Said<'_>, taken: &Stretches, asked: &Asked) -> Vec<Found> {
    let text = said.text();
    let mut figures = own_figures(said, taken, Purpose::Number, asked.is_reference());
    let is_beside = |figure: &Figure| is_beside_the_point(text, figure);
    if asked.counts() {
        let is_other = |figure: &Figure| {
            is_beside(figure)
                || asked.measures_otherwise(&text[figure.range.end..])
                || is_added(text, figure)
                || asked.is_mileage() && is_of_car(text, figure)
        };
        figures.retain(|figure| !is_other(figure));
    }
    figures.retain(|figure| {
        !is_decade(text, figure)
            && !is_with_half(text, figure)
            && !asked.is_other_hour(&text[figure.range.end..])
    });
    let is_asked = |figure: &Figure| asked.begins(&text[figure.range.end..]);
    let is_money = |figure: &Figure| money::beside(text, &figure.range);
    let counts: Vec<bool> = if figures.iter().any(is_asked) {
        figures.iter().map(is_asked).collect()
    } else if figures.iter().all(is_money) {
        figures.iter().map(|figure| !is_beside(figure)).collect()
    } else {
        figures.iter().map(|figure| !is_money(figure) && !is_beside(figure)).collect()
    };
    let found = figures.into_iter().zip(counts).filter_map(|(figure, counts)| {
        let number: f64 = figure.value.plain().parse().ok()?;
        Some(Found {
            value: Value::Number(Number(number)),
            range: figure.range,
            sureness: if counts { figure.sureness } else { Sureness::Weak },
        })
    });
    let found = without_parts(found.collect());
    let after = found.iter().map(|found| &text[found.range.end..]);
    if asked.are_parts(after) { Vec::new() } else { found }
}

/// Without the parts of a total that is given beside them: `4 (2 adultes + 2 enfants)`.
fn without_parts(mut found: Vec<Found>) -> Vec<Found> {
    let value = |found: &Found| match &found.value {
        Value::Number(number) if found.sureness > Sureness::Weak => number.0,
        _ => 0.0,
    };
    let counted = found.iter().filter(|found| value(found) > 0.0).count();
    let sum: f64 = found.iter().map(value).sum();
    let is_total = |found: &Found| (value(found) * 2.0 - sum).abs() < f64::EPSILON;
    if (3..=MOST_PARTS).contains(&counted)
        && let Some(total) = found.iter().position(is_total)
    {
        let total = found.swap_remove(total);
        found = vec![total];
    }
    found
}

/// More figures than a total and its parts have.
const MOST_PARTS: usize = 8;

/// Whether a long figure is only the reference of something: people point to their file.
fn is_reference(text: &str, figure: &Figure) -> bool {
    let digits = &text[figure.range.clone()];
    let long = digits.len() >= 5 && digits.bytes().all(|byte| byte.is_ascii_digit());
    long && postcode::is_reference(&text[..figure.range.start])
}

/// The figures of a text that are nothing else: no phone number, no date, no part of an address,
/// no postcode, and a reference only where one is asked for.
fn own_figures(
    said: &Said<'_>,
    taken: &Stretches,
    purpose: Purpose,
    references: bool,
) -> Vec<Figure> {
    let (text, locale) = (said.text(), said.locale);
    if !said.has_digits() {
        return Vec::new();
    }
    let mut found = figures(text, purpose, locale);
    let places = Places::of(text, locale);
    found.retain(|figure| {
        said.spoken().leave_free(&figure.range)
            && taken.leave_free(&figure.range)
            && !places.is_postcode_beside(figure)
            && !models::is_model(text, figure)
            && (references || !is_reference(text, figure))
            && !is_replaced(text, figure)
    });
    found
}

#[cfg(test)]
mod tests;
