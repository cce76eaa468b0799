//! Numbers and amounts of money.

use super::decimal::Decimal;
use super::figures::{Figure, Purpose, figures};
use super::found::{Found, Said, Sureness};
use super::locale::Locale;
use super::spoken::Spoken;
use super::value::{Amount, Number, Value};
use super::{money, places};

/// The numbers in a text.
pub(crate) fn read(said: &Said<'_>, locale: &Locale) -> Vec<Found> {
    let figures = own_figures(said, Purpose::Number, locale);
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
pub(crate) fn read_amounts(said: &Said<'_>, locale: &Locale) -> Vec<Found> {
    let mut found = Vec::new();
    let mut taken = 0;
    let figures = own_figures(said, Purpose::Money, locale);
    for (at, figure) in figures.iter().enumerate() {
        if figure.range.start < taken {
            continue;
        }
        let cents = cents(said.text, figure);
        let after = money::after(said.text, figure.range.end, locale);
        let before = money::before(said.text, figure.range.start, locale)
            .filter(|currency| currency.range.start >= taken);
        let start = before.as_ref().map_or(figure.range.start, |currency| currency.range.start);
        let end = after.as_ref().map_or(figure.range.end, |currency| currency.range.end);
        let end = cents.as_ref().map_or(end, |(_, end)| *end);
        if let (Some(_), Some(upper)) =
            (&before, shared_scale(said.text, figure, figures.get(at + 1)))
        {
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
fn own_figures(said: &Said<'_>, purpose: Purpose, locale: &Locale) -> Vec<Figure> {
    let text = said.text;
    if !text.bytes().any(|byte| byte.is_ascii_digit()) {
        return Vec::new();
    }
    let spoken = Spoken::of(text, said.taken, locale);
    let mut found = figures(text, purpose, locale);
    found.retain(|figure| {
        spoken.leave_free(&figure.range) && !places::is_postcode_beside(text, figure, locale)
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
