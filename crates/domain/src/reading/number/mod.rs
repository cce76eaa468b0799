//! Numbers and amounts of money.

mod asked;
mod models;

pub(crate) use asked::Asked;

use super::decimal::Decimal;
use super::figures::{Figure, Purpose, figures};
use super::found::{Found, Sureness};
use super::money;
use super::places::Places;
use super::postcode;
use super::said::Said;
use super::spoken::Stretches;
use super::value::{Amount, Number, Value};
use super::words;

/// The numbers in a text.
///
/// Where one is followed by a word of the question (`How many seats?`: `35 seats on 2 floors`) or
/// by its unit, it is the one that was asked for, and the others beside it do not count. Nor do
/// a sum of money, a share, a place in an order, an hour or a year beside a number that is none of these, which
/// are none at all where the question asks how many.
pub(crate) fn read(said: &Said<'_>, taken: &Stretches, asked: &Asked) -> Vec<Found> {
    let text = said.text();
    let mut figures = own_figures(said, taken, Purpose::Number);
    if asked.how_many() {
        figures.retain(|figure| !is_beside_the_point(text, figure));
    }
    let is_asked = |figure: &Figure| asked.begins(&text[figure.range.end..]);
    let is_money = |figure: &Figure| money::beside(text, &figure.range);
    let is_beside = |figure: &Figure| is_beside_the_point(text, figure);
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

/// Whether a figure is a share (`20 %`), a place in an order (`2nd floor`), a day or an hour
/// (`le 15`, `at 8`) or the year since which something is. It is a number only where there is no
/// other.
fn is_beside_the_point(text: &str, figure: &Figure) -> bool {
    let rest = &text[figure.range.end..];
    let letters = rest.len() - rest.trim_start_matches(|c: char| c.is_ascii_alphabetic()).len();
    let suffix = rest[..letters].to_ascii_lowercase();
    let is_place = ["st", "nd", "rd", "th", "er", "e", "eme", "ere"].contains(&suffix.as_str());
    let before = text[..figure.range.start].trim_end_matches([' ', '\u{a0}']);
    let start = before.trim_end_matches(char::is_alphabetic).len();
    let preposition = before[start..].to_lowercase();
    let is_small = figure.range.len() <= 2 && !figure.has_unit;
    let is_time = is_small && MOMENTS.contains(&format!(" {preposition} "));
    is_place
        || is_time
        || rest.trim_start().starts_with('%')
        || postcode::is_year(text, &figure.range)
}

/// Words before a day of the month or an hour.
const MOMENTS: &str = " le el il am den at after before um gegen ab las ";

/// Whether a long figure is only the reference of something: people point to their file.
fn is_reference(text: &str, figure: &Figure) -> bool {
    let digits = &text[figure.range.clone()];
    let long = digits.len() >= 5 && digits.bytes().all(|byte| byte.is_ascii_digit());
    long && postcode::is_reference(&text[..figure.range.start])
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
            None if figure.has_unit || is_count(text, figure) => continue,
            None => (locale.currency.clone(), Sureness::Weak),
        };
        let value = cents.as_ref().map_or(&figure.value, |(value, _)| value);
        let amount = Amount { amount: value.plain(), currency: code };
        found.push(Found { value: Value::Amount(amount), range: start..end, sureness });
    }
    found
}

/// Whether a bare figure below a hundred goes on with a word that sums do not go on with: `3 devis`.
fn is_count(text: &str, figure: &Figure) -> bool {
    const FIRM: &str = " max maxi maximum maximal mini minimum min par per pro al alla a au por im monat month mois mes \
        mese mensuel monthly environ circa etwa ungefahr about or ou oder o und et and y e bis to \
        merci please svp bitte gracias grazie approx roughly tops plus mehr piu mas less moins net \
        brut ht ttc hors cash comptant comptants grand but mais ma pero aber si is est ist es para \
        pour for fur c ce voire jusqu hasta fino mensuels mensili mensuales monatlich ";
    let rest = text[figure.range.end..].trim_start_matches([' ', '\u{a0}']);
    let word = rest.split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
    let small = figure.range.len() < 3 && !figure.scaled;
    small && !word.is_empty() && !FIRM.contains(&format!(" {} ", words::folded(word)))
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
            && !models::is_model(text, figure)
            && !is_reference(text, figure)
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
