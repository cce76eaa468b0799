//! The answer to one question.

use std::collections::HashSet;

use super::hits::{self, Hit, Taken, hits};
use super::reason::{Reason, confidence};
use super::windows::{Reply, Windows};
use crate::question::{AnswerType, Question, Repeat};
use crate::reading::{Answer, AnswerStatus, Note, Reader, Sureness, Value, has_words};
use crate::visible::is_blank;

/// Where the answer to a question is looked for.
pub(super) struct Scope<'a, 'w> {
    pub(super) windows: &'a Windows<'w>,
    pub(super) taken: &'a Taken,
    pub(super) question: &'a Question,
    /// What reads the question's type; none for a text.
    pub(super) reader: Option<&'a Reader>,
}

/// An answer, and how it came about.
pub(super) struct Told {
    pub(super) answer: Answer,
    pub(super) reasons: Vec<Reason>,
    /// Every value of the type that was found.
    pub(super) hits: Vec<Hit>,
    /// The messages that are the reply, those after it in the window, and those read for the
    /// answer, by their places.
    pub(super) captured: Vec<usize>,
    pub(super) rest: Vec<usize>,
    pub(super) stands_on: Vec<usize>,
}

/// The reply that counts, over all the askings that count.
#[derive(Default)]
struct Whole {
    captured: Vec<usize>,
    rest: Vec<usize>,
    shared_with: Vec<u32>,
}

impl Scope<'_, '_> {
    pub(super) fn told(&self) -> Told {
        let mut told = Told::not_asked(self.question);
        let mut replies = self.windows.replies(self.question);
        if replies.len() > 1 {
            told.answer.notes.push(Note::AskedAgain);
        }
        let times = count(replies.len());
        replies.retain(|reply| !reply.captured.is_empty());
        let whole = whole(replies, self.question.repeat);
        if whole.captured.is_empty() {
            told.missing(times > 0);
        } else {
            self.read(&whole, &mut told);
        }
        if times > 1 {
            told.reasons.push(Reason::AskedAgain { times, kept: self.question.repeat });
        }
        if !whole.shared_with.is_empty() {
            told.reasons.push(Reason::SharedReply { with: whole.shared_with });
        }
        if self.windows.has_unknown_author(self.question.number) {
            told.answer.notes.push(Note::UnknownAuthor);
            told.reasons.push(Reason::UnknownAuthor);
        }
        told.answer.confidence = confidence(&told.reasons);
        told.captured = whole.captured;
        told.rest = whole.rest;
        told
    }

    fn read(&self, whole: &Whole, told: &mut Told) {
        let has_text = |at: &&usize| !is_blank(&self.windows.messages[**at].text);
        let with_text: Vec<usize> = whole.captured.iter().filter(has_text).copied().collect();
        told.answer.raw = self.raw(&with_text);
        let Some(reader) = self.reader else {
            return self.read_text(with_text, !whole.shared_with.is_empty(), told);
        };
        let mut found = hits(reader, &with_text, self.windows, self.taken);
        let found_later = found.is_empty();
        if found_later {
            found = hits(reader, &whole.rest, self.windows, self.taken);
        }
        let Some(last) = found.last() else {
            return if with_text.is_empty() { told.attachments_alone() } else { told.invalid() };
        };
        if found_later {
            told.answer.notes.push(Note::FoundLater);
            let stands_on = if self.takes_all() { &found[0] } else { last };
            let later = whole.rest.partition_point(|at| *at <= stands_on.message);
            told.reasons.push(Reason::FoundLater { messages: count(later) });
        } else {
            told.reasons.push(Reason::ReadAfterQuestion);
        }
        told.stands_on = found.iter().map(|hit| hit.message).collect();
        self.settle(&found, with_text, told);
        told.hits = found;
    }

    /// A text answer is the reply itself.
    fn read_text(&self, messages: Vec<usize>, shared: bool, told: &mut Told) {
        if messages.is_empty() {
            return told.attachments_alone();
        }
        let answer = &mut told.answer;
        answer.value = Some(Value::Text(answer.raw.clone()));
        answer.status = AnswerStatus::Answered;
        answer.evidence =
            messages.iter().map(|at| hits::whole(&self.windows.messages[*at])).collect();
        if shared {
            answer.status = AnswerStatus::NeedsReview;
            answer.notes.push(Note::SharedReply);
        }
        told.reasons.push(Reason::WholeReply);
        told.stands_on = messages;
    }

    /// Whether the question takes every value that is said.
    fn takes_all(&self) -> bool {
        matches!(self.question.answer, AnswerType::Choice { multiple: true, .. })
    }

    /// The answer, from what was found of its type. `read` are the messages of the reply.
    ///
    /// A value said twice stands on the last time it was said; one of several chosen on the
    /// first.
    fn settle(&self, found: &[Hit], mut read: Vec<usize>, told: &mut Told) {
        let distinct = distinct(found);
        let answer = &mut told.answer;
        let chosen =
            if self.takes_all() { distinct.clone() } else { found.last().into_iter().collect() };
        answer.status = AnswerStatus::Answered;
        answer.value = if self.takes_all() {
            Some(Value::Choices(distinct.iter().filter_map(|hit| text(&hit.found.value)).collect()))
        } else {
            chosen.first().map(|hit| hit.found.value.clone())
        };
        let several = !self.takes_all() && distinct.len() > 1;
        if several {
            answer.status = AnswerStatus::NeedsReview;
            answer.notes.push(Note::SeveralValues);
            answer.candidates = distinct.iter().map(|hit| hit.found.value.clone()).collect();
        }
        if answer.notes.contains(&Note::FoundLater) {
            read.extend(found.iter().map(|hit| hit.message));
            read.sort_unstable();
            read.dedup();
            answer.raw = self.raw(&read);
        }
        answer.evidence = chosen.iter().map(|hit| hits::evidence(hit, self.windows)).collect();
        let says_more = self.says_more(&read, found);
        told.reasons.push(if says_more { Reason::SaysMore } else { Reason::WholeValue });
        if chosen.iter().any(|hit| hit.found.sureness < Sureness::Plain) {
            told.reasons.push(Reason::RuleOfThumb);
        }
        let count = count(distinct.len());
        if several {
            told.reasons.push(Reason::SeveralValues { count });
        } else if count > 1 {
            told.reasons.push(Reason::Several { count });
        }
    }

    /// Whether the messages hold a word that is in none of the values found in them.
    fn says_more(&self, messages: &[usize], found: &[Hit]) -> bool {
        messages.iter().any(|at| {
            let said = self.windows.said(*at);
            let mut end = 0;
            let mut gaps = Vec::new();
            let first = found.partition_point(|hit| hit.message < *at);
            for hit in found[first..].iter().take_while(|hit| hit.message == *at) {
                gaps.extend(said.text().get(end..hit.found.range.start));
                end = end.max(hit.found.range.end);
            }
            gaps.extend(said.text().get(end..));
            gaps.into_iter().any(has_words)
        })
    }

    fn raw(&self, messages: &[usize]) -> String {
        let texts: Vec<&str> =
            messages.iter().map(|at| self.windows.messages[*at].text.trim()).collect();
        texts.join("\n")
    }
}

impl Told {
    fn not_asked(question: &Question) -> Self {
        let answer = Answer {
            number: question.number,
            field: question.field.clone(),
            status: AnswerStatus::NotAsked,
            value: None,
            raw: String::new(),
            confidence: 0.0,
            evidence: Vec::new(),
            candidates: Vec::new(),
            notes: Vec::new(),
        };
        Self {
            answer,
            reasons: Vec::new(),
            hits: Vec::new(),
            captured: Vec::new(),
            rest: Vec::new(),
            stands_on: Vec::new(),
        }
    }

    fn missing(&mut self, asked: bool) {
        if asked {
            self.answer.status = AnswerStatus::Unanswered;
        }
        self.reasons.push(if asked { Reason::NoReply } else { Reason::NotAsked });
    }

    fn attachments_alone(&mut self) {
        self.answer.status = AnswerStatus::NeedsReview;
        self.answer.notes.push(Note::AttachmentOnly);
        self.reasons.push(Reason::AttachmentOnly);
    }

    fn invalid(&mut self) {
        self.answer.status = AnswerStatus::Invalid;
        self.answer.notes.push(Note::NoValueOfType);
        self.reasons.push(Reason::NoValueOfType);
    }
}

/// The askings that count, as one reply. `replies` are those that got one.
fn whole(mut replies: Vec<Reply>, repeat: Repeat) -> Whole {
    match repeat {
        Repeat::First => replies.truncate(1),
        Repeat::Last => drop(replies.drain(..replies.len().saturating_sub(1))),
        Repeat::Join => {}
    }
    let mut whole = Whole::default();
    for reply in replies {
        whole.captured.extend(reply.captured);
        whole.rest.extend(reply.rest);
        whole.shared_with.extend(reply.shared_with);
    }
    whole.shared_with.sort_unstable();
    whole.shared_with.dedup();
    whole
}

/// One hit for each distinct value, the first.
fn distinct(found: &[Hit]) -> Vec<&Hit> {
    if let [only] = found {
        return vec![only];
    }
    let mut seen = HashSet::new();
    found.iter().filter(|hit| seen.insert(key(&hit.found.value))).collect()
}

/// A value as a set can take it: floats by their bits, as none of them is NaN.
#[derive(PartialEq, Eq, Hash)]
enum Key<'a> {
    YesNo(bool),
    Number(u64),
    Texts(&'a str, &'a str),
    Choices(&'a [String]),
}

fn key(value: &Value) -> Key<'_> {
    match value {
        Value::YesNo(yes) => Key::YesNo(*yes),
        Value::Number(number) => Key::Number(number.0.to_bits()),
        Value::Text(text) => Key::Texts(text, ""),
        Value::Choices(values) => Key::Choices(values),
        Value::Amount(amount) => Key::Texts(&amount.amount, &amount.currency),
    }
}

fn text(value: &Value) -> Option<String> {
    match value {
        Value::Text(text) => Some(text.clone()),
        _ => None,
    }
}

/// More than four thousand million of anything in one conversation does not occur.
fn count(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}
