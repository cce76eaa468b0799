//! A conversation written as iAdvize writes it. What is not written here is not in a stand-in.

use serde_json::{Value as Json, json};

use crate::conversation::{Attachment, Author, Conversation, Message, OperatorKind};

/// The bare conversation object. Its reader is `conversation`'s `wire`, the only other place that
/// knows these names.
pub(super) fn json(conversation: &Conversation) -> String {
    let project = conversation.project.as_ref();
    let project = project.map(|project| json!({"id": 1, "name": project.name}));
    let visitor = &conversation.visitor;
    let edges: Vec<Json> =
        conversation.messages.iter().map(|said| json!({"node": message(said)})).collect();
    let tags: Vec<Json> = conversation.tags.iter().map(|name| json!({"name": name})).collect();
    let whole = json!({
        "id": conversation.id,
        "createdAt": conversation.created_at.as_deref().and_then(time),
        "closedAt": conversation.closed_at.as_deref().and_then(time),
        "channel": conversation.channel.as_deref().filter(|name| is_name(name)),
        "language": conversation.language.as_deref().filter(|name| is_name(name)),
        "project": project,
        "visitor": {
            "firstName": visitor.first_name, "lastName": visitor.last_name,
            "email": visitor.email, "phoneNumber": visitor.phone_number,
        },
        "tags": tags,
        "messages": {"edges": edges},
    });
    format!("{whole:#}\n")
}

fn message(message: &Message) -> Json {
    let attachments: Vec<Json> = message.attachments.iter().map(attachment).collect();
    let created_at = message.created_at.as_deref().and_then(time);
    if message.author == Author::System {
        return json!({
            "__typename": "SystemMessage", "id": message.id, "createdAt": created_at,
            "text": message.text, "attachments": attachments,
        });
    }
    json!({
        "__typename": "ParticipantConversationMessage", "id": message.id, "createdAt": created_at,
        "author": {"__typename": author(&message.author)},
        "text": message.text, "attachments": attachments,
    })
}

fn author(author: &Author) -> Option<&str> {
    Some(match author {
        Author::Visitor => "Visitor",
        Author::Operator(OperatorKind::Bot) => "Bot",
        Author::Operator(OperatorKind::Professional) => "Professional",
        Author::Operator(OperatorKind::Expert) => "Expert",
        Author::Operator(OperatorKind::IbbuManager) => "IbbuManager",
        Author::System => return None,
        Author::Unknown(name) => return Some(name.as_str()).filter(|name| is_name(name)),
    })
}

/// An attachment's type, and the texts that are read as part of the message.
fn attachment(attachment: &Attachment) -> Json {
    let kind = Some(attachment.kind.as_str()).filter(|kind| is_name(kind));
    match attachment.texts.as_slice() {
        [] => json!({"__typename": kind.unwrap_or("Attachment")}),
        [text] => json!({"__typename": kind, "text": text}),
        texts => {
            let cards: Vec<Json> = texts.iter().map(|text| json!({"text": text})).collect();
            json!({"__typename": kind, "cards": cards})
        }
    }
}

/// Whether this is a name that a program gave (`ImageAttachment`, `fr_FR`) and not a person's words.
fn is_name(name: &str) -> bool {
    let program = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '-');
    (1..=64).contains(&name.len()) && name.chars().all(program)
}

/// A time as written, if it is one.
fn time(written: &str) -> Option<&str> {
    let date = written.trim().get(..10)?;
    let plain = |c: char| c.is_ascii_digit() || "TZtz:.+- ".contains(c);
    let whole = written.trim().chars().all(plain);
    (whole && date.parse::<jiff::civil::Date>().is_ok()).then_some(written)
}
