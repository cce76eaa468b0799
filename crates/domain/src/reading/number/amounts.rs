//! Amounts of money.

use std::ops::Range;

use super::super::decimal::Decimal;
use super::super::figures::{Figure, Purpose};
use super::super::found::{Found, Sureness};
use super::super::list::List;
use super::super::money;
use super::super::said::Said;
use super::super::spoken::Stretches;
use super::super::value::{Amount, Value};
use super::super::words;
use super::{is_beside_the_point, own_figures};

/// The amounts in a text. One that names its currency is surer than a bare number, which is
/// taken to be in the set's, and only where nothing beside it is surer. A number that counts
/// something else (`20 ans`) is no amount.
pub(crate) fn read_amounts(said: &Said<'_>, postcodes: &Stretches) -> Vec<Found> {
    let mut found = Vec::new();
    let mut taken = 0;
    let mut range: Option<Lower> = None;
    let figures = own_figures(said, postcodes, Purpose::Money, false);
    for (at, figure) in figures.iter().enumerate() {
        if figure.range.start < taken {
            continue;
        }
        let shared = figures.get(at + 1).and_then(|upper| shared_scale(said.text(), figure, upper));
        let Some(sum) = sum(said, figure, taken, range.take()) else { continue };
        taken = sum.taken;
        let Some((code, sureness)) = sum.currency else { continue };
        range = shared
            .filter(|_| sureness > Sureness::Weak)
            .map(|_| Lower { code: code.clone(), start: sum.range.start });
        let value = match shared {
            Some(places) => sum.value.shifted(places),
            None => sum.value,
        };
        let amount = Amount { amount: value.plain(), currency: code };
        found.push(Found { value: Value::Amount(amount), range: sum.range, sureness });
    }
    found
}

/// The lower end of a range whose currency is written once: `$20-30k`.
struct Lower {
    code: String,
    start: usize,
}

/// A figure as money.
struct Sum {
    value: Decimal,
    range: Range<usize>,
    /// The currency's code and how sure it is; `None` where it is not known which it is.
    currency: Option<(String, Sureness)>,
    /// Where the text that is spoken for ends.
    taken: usize,
}

fn sum(said: &Said<'_>, figure: &Figure, taken: usize, lower: Option<Lower>) -> Option<Sum> {
    let (text, locale) = (said.text(), said.locale);
    let after = money::after(text, figure.range.end, locale);
    let cents = cents(text, figure).or_else(|| match &after {
        Some(currency) => cents_apart(text, figure, currency.range.end),
        None => cents_after_and(text, figure),
    });
    let before = money::before(text, figure.range.start, locale)
        .filter(|currency| currency.range.start >= taken);
    let start = before.as_ref().map_or(figure.range.start, |currency| currency.range.start);
    let end = after.as_ref().map_or(figure.range.end, |currency| currency.range.end);
    let end = cents.as_ref().map_or(end, |(_, end)| *end);
    let taken = cents.as_ref().map_or(taken, |(_, end)| *end);
    let is_sum = cents.is_some();
    let value = cents.map_or_else(|| figure.value.clone(), |(value, _)| value);
    let of = |start, currency, taken| Sum { value, range: start..end, currency, taken };
    Some(match (before.or(after), lower) {
        (Some(currency), _) => of(start, currency.code.map(|code| (code, figure.sureness)), end),
        (None, Some(lower)) => of(lower.start, Some((lower.code, figure.sureness)), end),
        (None, None) if !is_sum && is_something_else(text, figure) => return None,
        (None, None) => of(start, Some((locale.currency.clone(), Sureness::Weak)), taken),
    })
}

/// Whether a figure that no currency is named with is clearly no sum.
fn is_something_else(text: &str, figure: &Figure) -> bool {
    figure.has_unit || is_count(text, figure) || is_beside_the_point(text, figure)
}

/// Whether a bare figure below a hundred goes on with a word that sums do not go on with: `3 devis`.
fn is_count(text: &str, figure: &Figure) -> bool {
    static FIRM: List = List::new(
        "max maxi maximum maximal mini minimum min par per pro al alla a au por im monat month mois mes \
        mese mensuel monthly environ circa etwa ungefahr about or ou oder o und et and y e bis to \
        merci please svp bitte gracias grazie approx roughly tops plus mehr piu mas less moins net \
        brut ht ttc hors cash comptant comptants grand but mais ma pero aber si is est ist es para \
        pour for fur c ce voire jusqu hasta fino mensuels mensili mensuales monatlich iva tva vat mwst \
        ust inc incl inkl included inclus incluse incluido incluida incluidos inclusa incluso compris \
        compresa compreso total en tout tutto all alles todo insgesamt grosso vielleicht maybe peut \
        creo credo je i glaub glaube denke think schatze supongo penso lol haha mdr ca zirka pm pcm \
        pa pw chacun each jeweils jede cada cadauno ciascuno",
    );
    let rest = text[figure.range.end..].trim_start_matches([' ', '\u{a0}']);
    let word = rest.split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
    let small = figure.range.len() < 3 && !figure.is_scaled();
    small && !word.is_empty() && !FIRM.has(&words::folded(word))
}

/// `20-30k`, `between 20 and 30k`: the multiplier is written once and meant for both ends.
/// What the lower end is multiplied by.
fn shared_scale(text: &str, lower: &Figure, upper: &Figure) -> Option<usize> {
    let between = text.get(lower.range.end..upper.range.start)?;
    let joins = match between.trim() {
        "and" | "et" | "und" | "y" | "e" => {
            let before = text[..lower.range.start].trim_end();
            let start = before.trim_end_matches(char::is_alphabetic).len();
            let word = before[start..].to_lowercase();
            ["between", "entre", "zwischen", "tra", "fra"].contains(&word.as_str())
        }
        joint => RANGES.contains(&joint),
    };
    let fits = upper.is_scaled() && !upper.has_unit && !lower.is_scaled() && lower.range.len() <= 3;
    (joins && fits).then_some(upper.scale)
}

/// What stands between the ends of a range.
const RANGES: [&str; 12] =
    ["-", "\u{2010}", "\u{2011}", "\u{2013}", "à", "a", "to", "bis", "ou", "or", "oder", "o"];

/// `39 Euro 99`, `12 euros et 50 centimes`: two digits after the currency, and nothing they could
/// count. `currency` is where it ends.
fn cents_apart(text: &str, figure: &Figure, currency: usize) -> Option<(Decimal, usize)> {
    static AND: List = List::new("e et y und and con");
    static AFTER: List = List::new(
        "cent cents centime centimes centimos centesimi pence p par pro al im per por a au le la il \
        monatlich mensuel mensuels mensuales mensili month monat mois mes mese ttc ht inkl incl iva",
    );
    let first_word = |rest: &str| {
        let end = rest.find(|c: char| !c.is_alphabetic()).unwrap_or(rest.len());
        words::folded(&rest[..end])
    };
    let mut rest = text[currency..].strip_prefix(' ')?;
    if let Some((word, after)) = rest.split_once(' ')
        && AND.has(word)
    {
        rest = after;
    }
    let end = text.len() - rest.len() + 2;
    let digits = rest.get(..2).filter(|digits| digits.bytes().all(|byte| byte.is_ascii_digit()))?;
    let after = &rest[2..];
    let next = after.trim_start_matches(' ');
    let is_alone =
        !next.starts_with(char::is_alphanumeric) && !next.starts_with(['€', '$', '£', '-']);
    let ends = if after.len() == next.len() { is_alone && !is_grouped(after) } else { is_alone };
    let fits = ends || next.len() < after.len() && AFTER.has(&first_word(next));
    let value = figure.value.clone().with_cents(digits)?;
    (fits && !figure.is_scaled()).then_some((value, end))
}

/// `24 con 90`, `29 e 90`: cents after a word, as prices end and ranges don't.
fn cents_after_and(text: &str, figure: &Figure) -> Option<(Decimal, usize)> {
    const ENDINGS: [&str; 4] = ["90", "95", "99", "50"];
    let rest = &text[figure.range.end..];
    let (joint, rest) = rest.strip_prefix(' ')?.split_once(' ')?;
    let digits = rest.get(..2).filter(|digits| ENDINGS.contains(digits))?;
    let whole = &text[figure.range.clone()];
    let is_price = match joint {
        "con" => true,
        "e" | "y" | "et" | "und" => digits != "50" && !whole.ends_with('0'),
        _ => false,
    };
    let after = &rest[2..];
    let goes_on = after.trim_start_matches(' ').starts_with(|c: char| c.is_alphanumeric());
    let value = figure.value.clone().with_cents(digits)?;
    let fits = is_price && !goes_on && !is_grouped(after) && whole.len() < 4;
    let fits = fits && !figure.has_unit && !figure.is_scaled();
    fits.then(|| (value, text.len() - after.len()))
}

/// Whether a figure goes on with a sign and more digits.
fn is_grouped(rest: &str) -> bool {
    let after = rest.trim_start_matches(['.', ',', '/', ':', '\'', '-', '%']);
    after.len() < rest.len() && after.starts_with(|c: char| c.is_ascii_digit())
        || rest.starts_with('%')
}

/// `25€50`: a currency's sign where the comma would be. The value, and where it ends.
fn cents(text: &str, figure: &Figure) -> Option<(Decimal, usize)> {
    let rest = &text[figure.range.end..];
    let sign = rest.chars().next().filter(|c| matches!(c, '€' | '$' | '£'))?;
    let digits = &rest[sign.len_utf8()..];
    let count = digits.bytes().take_while(u8::is_ascii_digit).count();
    let ends = !digits[count..].starts_with(|c: char| c.is_alphanumeric() || ".,€$£".contains(c));
    let fits = count == 2 && ends && !figure.is_scaled();
    let value = figure.value.clone().with_cents(digits.get(..2).filter(|_| fits)?)?;
    Some((value, figure.range.end + sign.len_utf8() + count))
}
