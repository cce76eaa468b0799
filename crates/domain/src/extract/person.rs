//! Who wrote: the person's email.

use super::windows::Windows;
use crate::conversation::Conversation;
use crate::reading::{Answer, AnswerStatus, Email, EmailSource, Value, email};

/// The person's email: what iAdvize knows, else what was answered, else the last one written.
///
/// Of several `email` questions one that was plainly answered goes before one to be reviewed;
/// among equals the lowest number.
pub(super) fn email<'a>(
    conversation: &Conversation,
    windows: &Windows<'_>,
    replies: impl Iterator<Item = &'a Answer>,
) -> Option<Email> {
    let known = conversation.visitor.email.as_deref().and_then(email::whole);
    if let Some(value) = known {
        return Some(Email { value, source: EmailSource::Visitor });
    }
    let with_value = replies.filter_map(|answer| match &answer.value {
        Some(Value::Text(value)) => Some((answer.status != AnswerStatus::Answered, value)),
        _ => None,
    });
    if let Some((_, value)) = with_value.min_by_key(|(doubtful, _)| *doubtful) {
        return Some(Email { value: value.clone(), source: EmailSource::Answer });
    }
    let has_sign = |at: &usize| windows.messages[*at].text.contains('@');
    let last =
        windows.visitor_messages().rev().filter(has_sign).find_map(|at| {
            match email::read(windows.said(at)).pop()?.value {
                Value::Text(value) => Some(value),
                _ => None,
            }
        });
    last.map(|value| Email { value, source: EmailSource::Transcript })
}
