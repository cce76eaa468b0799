//! Postcodes, and the towns beside them.

use std::ops::Range;

use super::Kind;
use super::hearing::{Ear, Hearing};
use super::lists::{PARTICLES, has, towns};
use super::spans::{Context, Spans, overlap};
use super::word::{Word, folded, words};
use crate::question::AnswerType;
use crate::reading::Value;

/// Words that ask for a postcode or announce one.
const ASKS: &str = "postal postaux postale postcode zip plz postleitzahl cap cp npa";

/// First words of towns that have more.
const OPENS_TOWN: &str = "san santa saint sainte sankt st ste new bad le la les los las el reggio \
    porto milton ciudad villa great";

/// Whether a text asks for a postcode, or says that it gives one.
pub(super) fn asks(text: &str) -> bool {
    words(text).iter().any(|word| has(ASKS, &word.folded))
}

/// Postcodes: what is asked for as one, or what a postcode reader takes and a number reader does
/// not. Abroad a town of the region must stand beside it.
pub(super) fn find(context: &Context<'_>, hearing: &Hearing, spans: &mut Spans) {
    let text = context.text;
    if !text.contains(|c: char| c.is_ascii_digit()) {
        return;
    }
    let announced = context.asked_postcode || asks(text);
    let homes = hearing.home.len();
    let mut asked_abroad = announced;
    for (at, ear) in hearing.all().enumerate() {
        let codes = ear.hear(&AnswerType::Postcode, text, context.at);
        if codes.is_empty() {
            continue;
        }
        let numbers = ear.hear(&AnswerType::Number, text, context.at);
        for found in codes {
            let is_number = numbers.iter().any(|number| overlap(&number.range, &found.range));
            let beside = town(text, &found.range);
            let named = beside.as_ref().is_some_and(|town| is_listed(&text[town.clone()], ear));
            let german =
                hearing.language == "de" && beside.is_some() && goes_on(text, &found.range);
            let counts =
                if at < homes { announced || german || !is_number } else { asked_abroad || named };
            let Value::Text(value) = found.value else { continue };
            if !counts || !spans.leave_free(&found.range) {
                continue;
            }
            // A postcode of the country answers; abroad nothing more is looked for.
            asked_abroad &= at >= homes;
            spans.take(found.range, Kind::Postcode, format!("{} {value}", ear.region));
            if let Some(town) = beside {
                let key = folded(&text[town.clone()]);
                spans.take(town, Kind::Town, key);
            }
        }
    }
}

/// German writes every noun with a capital; a place follows a comma, or `in`.
fn goes_on(text: &str, code: &Range<usize>) -> bool {
    let before = text[..code.start].trim_end();
    let last = words(before).pop();
    before.is_empty()
        || before.ends_with([',', '\n'])
        || last.is_some_and(|word| has("in aus nach bei d", &word.folded))
}

fn is_listed(town: &str, ear: &Ear) -> bool {
    towns(&ear.region).iter().any(|(known, _)| known.eq_ignore_ascii_case(town))
}

/// The town right after a postcode, or right before it.
fn town(text: &str, code: &Range<usize>) -> Option<Range<usize>> {
    after(text, code.end).or_else(|| before(text, code.start))
}

fn after(text: &str, end: usize) -> Option<Range<usize>> {
    let rest = &text[end..];
    let all = words(rest);
    let first = all.first()?;
    let gap = &rest[..first.range.start];
    let near = !gap.is_empty() && gap.chars().all(|c| c == ' ' || c == '\u{a0}');
    if !near || !(is_place(&rest[first.range.clone()]) || is_article(rest, &all)) {
        return None;
    }
    // The article stays: with a capital next to the code its reader would see a town there.
    let opens = usize::from(is_article(rest, &all));
    let mut last = opens;
    while all.get(last + 1).is_some() && goes_on_name(rest, &all, last) {
        last += 1;
    }
    Some(end + all[opens].range.start..end + all[last].range.end)
}

/// `15003 A Coruña`, `84800 L'Isle`.
fn is_article(rest: &str, all: &[Word]) -> bool {
    let [first, second, ..] = all else { return false };
    let gap = &rest[first.range.end..second.range.start];
    matches!(&rest[first.range.clone()], "A" | "L")
        && matches!(gap, " " | "'" | "\u{2019}")
        && is_place(&rest[second.range.clone()])
}

/// Whether a town's name goes on after one of its words.
fn goes_on_name(rest: &str, all: &[Word], last: usize) -> bool {
    let (word, next) = (&all[last], &all[last + 1]);
    let gap = &rest[word.range.end..next.range.start];
    let capital = |word: &Word| rest[word.range.clone()].starts_with(char::is_uppercase);
    let opened = has(OPENS_TOWN, &word.folded) || has(PARTICLES, &word.folded);
    let linked = last == 0
        && has("sur en am an de del d upon sous", &next.folded)
        && all.get(last + 2).is_some_and(capital);
    gap == "-" || gap == " " && (capital(next) && opened || linked)
}

fn before(text: &str, start: usize) -> Option<Range<usize>> {
    let opened = text[..start].trim_end_matches([' ', '(', ',', '\u{a0}']);
    let last = words(opened).pop().filter(|word| word.range.end == opened.len())?;
    let written = &opened[last.range.clone()];
    (is_place(written) && !has(ASKS, &last.folded)).then_some(last.range)
}

/// A capital and small letters, or a town that somebody did not bother to write with one.
fn is_place(word: &str) -> bool {
    let known =
        super::lists::TOWNS.iter().any(|(_, towns)| has(&towns.to_lowercase(), &folded(word)));
    let named = word.starts_with(char::is_uppercase)
        && word.chars().skip(1).all(char::is_lowercase)
        && word.chars().count() > 1;
    let shouted = word.chars().count() > 3 && word.chars().all(char::is_uppercase);
    !has(NO_PLACES, &folded(word)) && (named || shouted || known || has(LARGE, &folded(word)))
}

const LARGE: &str = "paris lyon marseille toulouse nice bordeaux lille strasbourg nantes london \
    berlin munchen hamburg koln frankfurt madrid barcelona sevilla roma milano napoli torino";

/// Words with a capital that follow a code and are no town.
const NO_PLACES: &str = "merci bonjour et je il nous mon ma voila c thanks thank please i my it \
    the danke ich mein und gracias es mi el la grazie e il euro euros eur";
