//! What lists show of a conversation.

use crate::types::ConversationRow;
use jiff::Timestamp;
use leadbridge_domain::{
    conversation::{Author, Conversation, Message},
    reading::{AnswerStatus, Reading},
};

/// How much of a conversation's beginning a list shows.
const SNIPPET: usize = 120;

/// When it closed.
pub fn closed_at(conversation: &Conversation) -> Option<Timestamp> {
    conversation.closed_at.as_deref().and_then(|at| at.parse().ok())
}

/// Where it stands in lists.
pub fn sort_at(conversation: &Conversation) -> Option<Timestamp> {
    let times = [&conversation.closed_at, &conversation.created_at];
    times.into_iter().flatten().find_map(|at| at.parse().ok())
}

/// Its row.
pub fn summary(conversation: &Conversation, reading: &Reading) -> ConversationRow {
    let count = |statuses: &[AnswerStatus]| {
        reading.answers.iter().filter(|answer| statuses.contains(&answer.status)).count() as u32
    };
    let said = conversation.messages.iter().filter(|m| m.author != Author::System);
    ConversationRow {
        lead: None,
        id: conversation.id.clone(),
        created_at: conversation.created_at.clone(),
        closed_at: conversation.closed_at.clone(),
        channel: conversation.channel.clone(),
        language: conversation.language.clone(),
        project: conversation.project.as_ref().and_then(|project| project.name.clone()),
        visitor: visitor_name(conversation),
        email: reading.email.as_ref().map(|email| email.value.clone()),
        snippet: snippet(conversation),
        messages: said.count() as u32,
        questions: reading.answers.len() as u32,
        answered: count(&[AnswerStatus::Answered]),
        needs_review: count(&[AnswerStatus::NeedsReview, AnswerStatus::Invalid]),
    }
}

/// The beginning of the first thing the visitor wrote.
pub fn snippet(conversation: &Conversation) -> String {
    let said = |m: &&Message| m.author == Author::Visitor && !m.text.trim().is_empty();
    let first = conversation.messages.iter().find(said);
    first.map(|m| m.text.trim().chars().take(SNIPPET).collect()).unwrap_or_default()
}

fn visitor_name(conversation: &Conversation) -> Option<String> {
    let visitor = &conversation.visitor;
    let names = [&visitor.first_name, &visitor.last_name].into_iter().flatten();
    let names: Vec<_> = names.map(|name| name.trim()).filter(|name| !name.is_empty()).collect();
    (!names.is_empty()).then(|| names.join(" "))
}
