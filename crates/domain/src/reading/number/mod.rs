//! Numbers and amounts of money.

use super::decimal::Decimal;
use super::figures::{Figure, Purpose, figures};
use super::found::{Found, Sureness};
use super::money;
use super::places::Places;
use super::said::Said;
use super::spoken::Stretches;
use super::value::{Amount, Number, Value};

/// The numbers in a text.
pub(crate) fn read(said: &Said<'_>, taken: &Stretches) -> Vec<Found> {
    let figures = own_figures(said, taken, Purpose::Number);
    let found = figures.into_iter().filter_map(|figure| {
        let number: f64 = figure.value.plain().parse().ok()?;
        Some(Found {
            value: Value::Number(Number(number)),
            range: figure.range,
            sureness: figure.sureness,
        })
    });
    found.collect()
}

/// The amounts in a text. One that names its currency is surer than a bare number, which is
/// taken to be in the set's, and only where nothing beside it is surer. A number that counts
/// something else (`20 ans`) is no amount.
pub(crate) fn read_amounts(said: &Said<'_>, postcodes: &Stretches) -> Vec<Found> {
    let (text, locale) = (said.text(), said.locale);
    let mut found = Vec::new();
    let mut taken = 0;
    let figures = own_figures(said, postcodes, Purpose::Money);
    for (at, figure) in figures.iter().enumerate() {
        if figure.range.start < taken {
            continue;
        }
        let cents = cents(text, figure);
        let after = money::after(text, figure.range.end, locale);
        let before = money::before(text, figure.range.start, locale)
            .filter(|currency| currency.range.start >= taken);
        let start = before.as_ref().map_or(figure.range.start, |currency| currency.range.start);
        let end = after.as_ref().map_or(figure.range.end, |currency| currency.range.end);
        let end = cents.as_ref().map_or(end, |(_, end)| *end);
        if let (Some(_), Some(upper)) = (&before, shared_scale(text, figure, figures.get(at + 1))) {
            taken = upper;
            continue;
        }
        let (code, sureness) = match before.or(after) {
            Some(currency) => {
                taken = end;
                let Some(code) = currency.code else { continue };
                (code, figure.sureness)
            }
            None if figure.has_unit => continue,
            None => (locale.currency.clone(), Sureness::Weak),
        };
        let value = cents.as_ref().map_or(&figure.value, |(value, _)| value);
        let amount = Amount { amount: value.plain(), currency: code };
        found.push(Found { value: Value::Amount(amount), range: start..end, sureness });
    }
    found
}

/// `$20-30k`: the sign and the multiplier are each written once and meant for both ends, so that
/// neither end can be read on its own. Where the range ends.
fn shared_scale(text: &str, lower: &Figure, upper: Option<&Figure>) -> Option<usize> {
    let upper = upper.filter(|upper| upper.scaled && !lower.scaled)?;
    let between = text.get(lower.range.end..upper.range.start)?.trim();
    ["-", "\u{2010}", "\u{2011}", "\u{2013}"].contains(&between).then_some(upper.range.end)
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
    });
    found
}

/// `25€50`: a currency's sign where the comma would be. The value, and where it ends.
fn cents(text: &str, figure: &Figure) -> Option<(Decimal, usize)> {
    let rest = &text[figure.range.end..];
    let sign = rest.chars().next().filter(|c| matches!(c, '€' | '$' | '£'))?;
    let digits = &rest[sign.len_utf8()..];
    let count = digits.bytes().take_while(u8::is_ascii_digit).count();
    let ends = !digits[count..].starts_with(|c: char| c.is_alphanumeric() || ".,€$£".contains(c));
    let fits = count == 2 && ends && !figure.scaled;
    let value = figure.value.clone().with_cents(digits.get(..2).filter(|_| fits)?)?;
    Some((value, figure.range.end + sign.len_utf8() + count))
}

#[cfg(test)]
mod tests;
