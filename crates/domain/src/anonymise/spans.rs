//! What in a text can tell who somebody is.

use std::ops::Range;

use super::hearing::Hearing;
use super::known::Known;
use super::word::words;
use super::{Kind, accounts, email, phones, places, streets};
use crate::question::AnswerType;
use crate::reading::Value;

/// A stretch of a text that goes.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Span {
    pub(super) range: Range<usize>,
    pub(super) kind: Kind,
    /// What it is the same as, however it is written.
    pub(super) key: String,
}

/// Stretches apart from each other.
#[derive(Default)]
pub(super) struct Spans(Vec<Span>);

impl Spans {
    /// Takes a stretch unless part of it is taken already.
    pub(super) fn take(&mut self, range: Range<usize>, kind: Kind, key: String) {
        if !range.is_empty() && self.leave_free(&range) {
            self.0.push(Span { range, kind, key });
        }
    }

    pub(super) fn leave_free(&self, range: &Range<usize>) -> bool {
        self.0.iter().all(|span| !overlap(&span.range, range))
    }

    /// What of a stretch is not taken.
    pub(super) fn free(&self, range: &Range<usize>) -> Vec<Range<usize>> {
        let inside = self.0.iter().filter(|span| overlap(&span.range, range));
        let mut taken: Vec<&Range<usize>> = inside.map(|span| &span.range).collect();
        taken.sort_by_key(|taken| taken.start);
        let mut from = range.start;
        let mut free = Vec::new();
        for taken in taken {
            free.push(from..taken.start.max(from));
            from = taken.end.max(from);
        }
        free.push(from..range.end.max(from));
        free.retain(|range| !range.is_empty());
        free
    }

    pub(super) fn in_order(mut self) -> Vec<Span> {
        self.0.sort_by_key(|span| span.range.start);
        self.0
    }
}

pub(super) fn overlap(a: &Range<usize>, b: &Range<usize>) -> bool {
    a.start < b.end && b.start < a.end
}

/// A text without its invisible characters, and what is known of the message it is in.
pub(super) struct Context<'a> {
    pub(super) text: &'a str,
    /// When the message was written.
    pub(super) at: Option<&'a str>,
    /// Whether the company has just asked for a postcode.
    pub(super) asked_postcode: bool,
    /// Whether it has just asked for a phone number or one of its own.
    pub(super) asked_number: bool,
    /// Sums that name their currency, and days: their figures are nobody's number.
    pub(super) money: Vec<Range<usize>>,
    pub(super) days: Vec<Range<usize>>,
}

/// The stretches of a text that go, the surest kinds first where two overlap.
pub(super) fn spans(context: &Context<'_>, known: &Known, hearing: &Hearing) -> Vec<Span> {
    let text = context.text;
    let mut spans = Spans::default();
    for found in hearing.home.iter().flat_map(|ear| ear.hear(&AnswerType::Email, text, None)) {
        if let Value::Text(address) = found.value {
            spans.take(found.range, Kind::Email, address);
        }
    }
    for range in email::urls(text, hearing) {
        let key = text[range.clone()].to_owned();
        spans.take(range, Kind::Url, key);
    }
    email::halves(text, &mut spans);
    email::handles(text, &mut spans);
    phones::find(context, hearing, &mut spans);
    accounts::find(context, &mut spans);
    streets::find(text, &hearing.language, &mut spans);
    places::find(context, hearing, &mut spans);
    towns(text, known, &mut spans);
    names(context, known, hearing, &mut spans);
    spans.in_order()
}

/// Towns that stand beside a postcode somewhere in the conversation.
fn towns(text: &str, known: &Known, spans: &mut Spans) {
    let all = words(text);
    for key in &known.towns {
        let parts: Vec<&str> = key.split(' ').collect();
        for found in all.windows(parts.len()) {
            let same = found.iter().zip(&parts).all(|(word, part)| word.folded == *part);
            let range = found[0].range.start..found[parts.len() - 1].range.end;
            if same && text[range.clone()].starts_with(char::is_uppercase) {
                spans.take(range, Kind::Town, key.clone());
            }
        }
    }
}

/// Names, but where the word is read as something that it means: there it names nobody.
fn names(context: &Context<'_>, known: &Known, hearing: &Hearing, spans: &mut Spans) {
    let text = context.text;
    let mut named = words(text);
    named.retain(|word| known.is_name(&word.folded, &text[word.range.clone()]));
    if named.is_empty() {
        return;
    }
    let meant = [AnswerType::Date, AnswerType::Amount, AnswerType::Number, AnswerType::YesNo];
    let read = |kind: &AnswerType| hearing.at_home(kind, text, context.at);
    let meant: Vec<Range<usize>> =
        meant.iter().flat_map(read).map(|(_, found)| found.range).collect();
    for word in named {
        if !meant.iter().any(|range| overlap(range, &word.range)) {
            spans.take(word.range, Kind::Name, word.folded);
        }
    }
}
