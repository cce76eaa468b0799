//! From a conversation and a question set to a reading. Pure, deterministic, never an error:
//! whatever could not be read is said in the answer.

mod answer;
mod authors;
mod confidence;
mod hits;
mod windows;

use std::collections::BTreeMap;

pub use authors::{Authors, Side};

use crate::conversation::Conversation;
use crate::question::{AnswerType, Question, QuestionSet};
use crate::reading::{Answer, AnswerStatus, Email, EmailSource, Reading, Value, email};
use crate::visible::Visible;
use answer::Scope;
use hits::Taken;
use windows::Windows;

/// Reads what a conversation answers to the questions of a set.
pub fn extract(conversation: &Conversation, set: &QuestionSet, authors: &Authors) -> Reading {
    let windows = Windows::new(conversation, authors);
    let mut taken = Taken::new();
    let mut answers = BTreeMap::new();
    // Postcodes go first: their digits are not numbers to the questions they share a window with.
    let (first, then): (Vec<_>, Vec<_>) = set
        .questions
        .iter()
        .enumerate()
        .partition(|(_, question)| question.answer == AnswerType::Postcode);
    for (at, question) in first {
        let (answer, hits) =
            Scope { windows: &windows, set, taken: &Taken::new() }.answer(question);
        for hit in hits {
            taken.entry(hit.message).or_default().push(hit.found.range);
        }
        answers.insert((question.number, at), answer);
    }
    for (at, question) in then {
        let (answer, _) = Scope { windows: &windows, set, taken: &taken }.answer(question);
        answers.insert((question.number, at), answer);
    }
    let email = person_email(conversation, &windows, set, &answers);
    Reading {
        conversation_id: conversation.id.clone(),
        question_set: set.name.clone(),
        email,
        answers: answers.into_values().collect(),
    }
}

/// The person's email: what iAdvize knows, else what was answered, else the last one written.
///
/// Of several `email` questions one that was plainly answered goes before one to be reviewed;
/// among equals the lowest number.
fn person_email(
    conversation: &Conversation,
    windows: &Windows<'_>,
    set: &QuestionSet,
    answers: &BTreeMap<(u32, usize), Answer>,
) -> Option<Email> {
    let known = conversation.visitor.email.as_deref().and_then(email::whole);
    if let Some(value) = known {
        return Some(Email { value, source: EmailSource::Visitor });
    }
    let asks_email = |question: &Question| question.answer == AnswerType::Email;
    let replies = answers.iter().filter(|((_, at), _)| asks_email(&set.questions[*at]));
    let with_value = replies.filter_map(|(_, answer)| match &answer.value {
        Some(Value::Text(value)) => Some((answer.status != AnswerStatus::Answered, value)),
        _ => None,
    });
    if let Some((_, value)) = with_value.min_by_key(|(doubtful, _)| *doubtful) {
        return Some(Email { value: value.clone(), source: EmailSource::Answer });
    }
    let last = windows.visitor_messages().rev().find_map(|message| {
        match email::read(&Visible::new(&message.text).text).pop()?.value {
            Value::Text(value) => Some(value),
            _ => None,
        }
    });
    last.map(|value| Email { value, source: EmailSource::Transcript })
}

#[cfg(test)]
mod tests;
