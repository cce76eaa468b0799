//! The answer to one question.

use std::collections::HashSet;

use super::confidence::Doubts;
use super::hits::{self, Hit, Taken, hits};
use super::windows::{Reply, Windows};
use crate::question::{AnswerType, Question, QuestionSet, Repeat};
use crate::reading::{Answer, AnswerStatus, Note, Reader, Sureness, Value, words};
use crate::visible::{Visible, is_blank};

/// Where answers are looked for.
pub(super) struct Scope<'a> {
    pub(super) windows: &'a Windows<'a>,
    pub(super) set: &'a QuestionSet,
    pub(super) taken: &'a Taken,
}

/// The reply that counts, over all the askings that count.
#[derive(Default)]
struct Whole {
    captured: Vec<usize>,
    rest: Vec<usize>,
    shared: bool,
}

impl Scope<'_> {
    /// The answer, and every value of the type that was found on the way.
    pub(super) fn answer(&self, question: &Question) -> (Answer, Vec<Hit>) {
        let mut replies = self.windows.replies(question);
        let mut answer = Answer {
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
        let mut found = Vec::new();
        if replies.len() > 1 {
            answer.notes.push(Note::AskedAgain);
        }
        if !replies.is_empty() {
            answer.status = AnswerStatus::Unanswered;
            replies.retain(|reply| !reply.captured.is_empty());
            let whole = whole(replies, question.repeat);
            if !whole.captured.is_empty() {
                found = self.read(question, &whole, &mut answer);
            }
        }
        if self.windows.has_unknown_author(question.number) {
            answer.notes.push(Note::UnknownAuthor);
        }
        (answer, found)
    }

    fn read(&self, question: &Question, whole: &Whole, answer: &mut Answer) -> Vec<Hit> {
        let has_text = |at: &&usize| !is_blank(&self.windows.messages[**at].text);
        let with_text: Vec<usize> = whole.captured.iter().filter(has_text).copied().collect();
        answer.raw = self.raw(&with_text);
        let Some(reader) = Reader::new(&question.answer, self.set) else {
            self.read_text(&with_text, whole.shared, answer);
            return Vec::new();
        };
        let mut found = hits(&reader, &with_text, self.windows, self.taken);
        if found.is_empty() {
            found = hits(&reader, &whole.rest, self.windows, self.taken);
            if !found.is_empty() {
                answer.notes.push(Note::FoundLater);
            }
        }
        if !found.is_empty() {
            let multiple = matches!(question.answer, AnswerType::Choice { multiple: true, .. });
            self.settle(&found, with_text, multiple, answer);
        } else if with_text.is_empty() {
            attachments_alone(answer);
        } else {
            answer.status = AnswerStatus::Invalid;
            answer.notes.push(Note::NoValueOfType);
        }
        found
    }

    /// A text answer is the reply itself.
    fn read_text(&self, messages: &[usize], shared: bool, answer: &mut Answer) {
        if messages.is_empty() {
            attachments_alone(answer);
            return;
        }
        answer.value = Some(Value::Text(answer.raw.clone()));
        answer.status = AnswerStatus::Answered;
        answer.evidence =
            messages.iter().map(|at| hits::whole(&self.windows.messages[*at])).collect();
        if shared {
            answer.status = AnswerStatus::NeedsReview;
            answer.notes.push(Note::SharedReply);
        }
        let asked_again = answer.notes.contains(&Note::AskedAgain);
        answer.confidence = Doubts { shared, asked_again, ..Doubts::default() }.confidence();
    }

    /// The answer, from what was found of its type. `read` are the messages read so far.
    ///
    /// A value said twice stands on the last time it was said; one of several chosen on the
    /// first.
    fn settle(&self, found: &[Hit], mut read: Vec<usize>, multiple: bool, answer: &mut Answer) {
        let distinct = distinct(found);
        let several = !multiple && distinct.len() > 1;
        let chosen = if multiple { distinct.clone() } else { found.last().into_iter().collect() };
        answer.status = AnswerStatus::Answered;
        answer.value = if multiple {
            Some(Value::Choices(distinct.iter().filter_map(|hit| text(&hit.found.value)).collect()))
        } else {
            chosen.first().map(|hit| hit.found.value.clone())
        };
        if several {
            answer.status = AnswerStatus::NeedsReview;
            answer.notes.push(Note::SeveralValues);
            answer.candidates = distinct.iter().map(|hit| hit.found.value.clone()).collect();
        }
        let found_later = answer.notes.contains(&Note::FoundLater);
        if found_later {
            read.extend(found.iter().map(|hit| hit.message));
            read.sort_unstable();
            read.dedup();
            answer.raw = self.raw(&read);
        }
        answer.evidence = chosen
            .iter()
            .map(|hit| hits::evidence(&self.windows.messages[hit.message], &hit.found.range))
            .collect();
        let doubts = Doubts {
            says_more: self.says_more(&read, found),
            likely: chosen.iter().any(|hit| hit.found.sureness < Sureness::Plain),
            found_later,
            asked_again: answer.notes.contains(&Note::AskedAgain),
            shared: false,
            several,
        };
        answer.confidence = doubts.confidence();
    }

    /// Whether the messages hold a word that is in none of the values found in them.
    fn says_more(&self, messages: &[usize], found: &[Hit]) -> bool {
        messages.iter().any(|at| {
            let visible = Visible::new(&self.windows.messages[*at].text);
            let mut end = 0;
            let mut gaps = Vec::new();
            let first = found.partition_point(|hit| hit.message < *at);
            for hit in found[first..].iter().take_while(|hit| hit.message == *at) {
                gaps.extend(visible.text.get(end..hit.found.range.start));
                end = end.max(hit.found.range.end);
            }
            gaps.extend(visible.text.get(end..));
            gaps.into_iter().any(|gap| !words(gap).is_empty())
        })
    }

    fn raw(&self, messages: &[usize]) -> String {
        let texts: Vec<&str> =
            messages.iter().map(|at| self.windows.messages[*at].text.trim()).collect();
        texts.join("\n")
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
        whole.shared |= reply.shared;
    }
    whole
}

/// One hit for each distinct value, the first.
fn distinct(found: &[Hit]) -> Vec<&Hit> {
    let mut seen = HashSet::new();
    // Values hold floats, which no set takes; what they print is as good.
    found.iter().filter(|hit| seen.insert(format!("{:?}", hit.found.value))).collect()
}

fn attachments_alone(answer: &mut Answer) {
    answer.status = AnswerStatus::NeedsReview;
    answer.notes.push(Note::AttachmentOnly);
}

fn text(value: &Value) -> Option<String> {
    match value {
        Value::Text(text) => Some(text.clone()),
        _ => None,
    }
}
