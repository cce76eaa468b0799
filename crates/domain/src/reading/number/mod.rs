//! Numbers, and amounts of money.

mod amounts;
mod asked;
mod beside;
mod models;

pub(crate) use amounts::read_amounts;
pub(crate) use asked::Asked;
use beside::{is_beside_the_point, is_of_car};

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
    let mut figures = own_figures(said, taken, Purpose::Number);
    let is_beside = |figure: &Figure| is_beside_the_point(text, figure);
    if asked.counts() {
        let is_other = |figure: &Figure| {
            is_beside(figure)
                || asked.measures_otherwise(&text[figure.range.end..])
                || asked.is_mileage() && is_of_car(text, figure)
        };
        figures.retain(|figure| !is_other(figure));
    }
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
    found.collect()
}

/// Whether a long figure is only the reference of something: people point to their file.
fn is_reference(text: &str, figure: &Figure) -> bool {
    let digits = &text[figure.range.clone()];
    let long = digits.len() >= 5 && digits.bytes().all(|byte| byte.is_ascii_digit());
    long && postcode::is_reference(&text[..figure.range.start])
}

/// The figures of a text that are nothing else: no phone number, no date, no part of an
/// address, no postcode.
fn own_figures(said: &Said<'_>, taken: &Stretches, purpose: Purpose) -> Vec<Figure> {
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
            && !is_reference(text, figure)
    });
    found
}

#[cfg(test)]
mod tests;
