//! Long numbers that are somebody's: of an account, a card, a customer.

use std::ops::Range;

use super::Kind;
use super::figures::{digits, runs};
use super::lists::has;
use super::spans::{Context, Spans};
use super::word::words;

/// Figures that make a number of somebody's: an account, a card, a customer. Fewer do where one is
/// asked for.
const FEWEST: usize = 9;
const FEWEST_ASKED: usize = 7;

/// Words that ask for a number of somebody's, or announce one.
const ASKS: &str = "telephone tel phone mobile gsm natel portable numero numeros number nummer \
    telefon telefonnummer handy handynummer mobil mobilnummer rufnummer durchwahl kundennummer \
    telefono celular movil cellulare whatsapp iban konto compte account cuenta conto";

/// Whether a text asks for such a number, or says that it gives one.
pub(super) fn asks(text: &str) -> bool {
    words(text).iter().any(|word| has(ASKS, &word.folded))
}

/// Long runs of figures. What is read as a sum or a day is left alone.
pub(super) fn find(context: &Context<'_>, spans: &mut Spans) {
    let text = context.text;
    let means = [context.money.as_slice(), &context.days].concat();
    let fewest = if context.asked_number || asks(text) { FEWEST_ASKED } else { FEWEST };
    for run in runs(text, &means) {
        let figures = digits(&text[run.clone()]);
        if figures.len() >= fewest && !is_round(&text[run.clone()]) {
            take_rest(text, run, spans);
        }
    }
}

/// `1 000 000 000 000`: a sum that names no currency.
fn is_round(run: &str) -> bool {
    let figures = digits(run);
    figures.trim_end_matches('0').len() * 2 <= figures.len()
}

/// Takes what of a run is not taken: a part of it may be read as a phone number. One short group
/// beside that (`612 34 56 78 28013`) is more likely a postcode.
fn take_rest(text: &str, run: Range<usize>, spans: &mut Spans) {
    let free = spans.free(&run);
    let parted = free.as_slice() != std::slice::from_ref(&run);
    for range in free {
        let rest = text[range.clone()].trim_matches(|c: char| !c.is_ascii_digit());
        let short = rest.len() <= LONGEST_CODE && rest.bytes().all(|byte| byte.is_ascii_digit());
        if !(parted && short) {
            spans.take(range, Kind::Number, digits(rest));
        }
    }
}

/// Figures of the longest postcode.
const LONGEST_CODE: usize = 5;
