//! A conversation as people read it: for the note in the CRM.

use crate::{
    conversation::{Author, Conversation, Message, OperatorKind},
    marker,
};

/// What some program or other shows as the end of a line.
const BREAKS: [char; 7] = ['\n', '\r', '\u{b}', '\u{c}', '\u{85}', '\u{2028}', '\u{2029}'];

/// All that was said, without the markers that nobody saw.
///
/// A message begins its line, and the further lines of one are indented: what a visitor writes
/// can't pass for what somebody else said.
pub fn text(conversation: &Conversation) -> String {
    let lines = conversation.messages.iter().filter_map(line);
    lines.collect::<Vec<_>>().join("\n")
}

/// Who answered for the company, each once, in the order they first spoke.
pub fn operators(conversation: &Conversation) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    for message in &conversation.messages {
        if let Author::Operator(_) = message.author {
            let name = author(message);
            if !names.contains(&name) {
                names.push(name);
            }
        }
    }
    names
}

/// The author's name, else what they are.
pub fn author(message: &Message) -> String {
    let kind = match &message.author {
        Author::Visitor => "Visitor",
        Author::Operator(OperatorKind::Bot) => "Bot",
        Author::Operator(OperatorKind::Professional) => "Agent",
        Author::Operator(OperatorKind::Expert) => "Expert",
        Author::Operator(OperatorKind::IbbuManager) => "Expert manager",
        Author::System => "System",
        Author::Unknown(kind) => kind,
    };
    message.author_name.clone().unwrap_or_else(|| kind.to_owned())
}

fn line(message: &Message) -> Option<String> {
    if message.author == Author::System {
        return None;
    }
    let said: Vec<String> = message
        .parts()
        .map(|part| match message.author {
            // What a visitor wrote stays as written, whatever it looks like.
            Author::Visitor => part.trim().to_owned(),
            _ => marker::shown(part).trim().to_owned(),
        })
        .filter(|part| !part.is_empty())
        .collect();
    let said = match (said.is_empty(), message.attachments.is_empty()) {
        (false, _) => indented(&said.join("\n")),
        (true, false) => "(attachment)".to_owned(),
        (true, true) => return None,
    };
    let time = message.created_at.as_deref().and_then(clock_time).unwrap_or_default();
    let author = author(message).replace(BREAKS, " ");
    Some(format!("{time}{author}: {said}"))
}

/// The lines that have something on them, the second and further ones indented.
fn indented(said: &str) -> String {
    let lines = said.split(BREAKS).map(str::trim_end).filter(|line| !line.is_empty());
    lines.collect::<Vec<_>>().join("\n  ")
}

/// `[09:00] ` of an RFC 3339 time, as written, with its own offset.
fn clock_time(at: &str) -> Option<String> {
    Some(format!("[{}] ", at.get(11..16)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shows_what_people_saw() {
        let conversation = Conversation::from_json(
            r#"{"id":"c","messages":{"edges":[
              {"node":{"id":"1","createdAt":"2026-03-02T09:00:05Z","author":{"__typename":"Bot"},"text":"[](Q1) Your project?"}},
              {"node":{"id":"2","createdAt":"2026-03-02T10:01:05+01:00","author":{"__typename":"Visitor"},"text":" [](Q2) a *kitchen* "}},
              {"node":{"id":"3","__typename":"SystemMessage","attachments":[]}},
              {"node":{"id":"4","author":{"__typename":"Professional"},"text":"  "}},
              {"node":{"id":"5","author":{"__typename":"Visitor"},"text":"","attachments":[{"__typename":"ImageAttachment"}]}}
            ]}}"#,
        )
        .expect("a conversation");
        let expected = "[09:00] Bot: Your project?\n[10:01] Visitor: [](Q2) a *kitchen*\nVisitor: (attachment)";
        assert_eq!(text(&conversation), expected);
        assert_eq!(operators(&conversation), ["Bot", "Agent"]);
    }

    #[test]
    fn a_visitor_cannot_speak_for_another() {
        for line_break in ["\n", "\r\n", "\r", "\u{2028}", "\u{2029}", "\u{85}", "\n \n\n"] {
            let said = format!("hello{line_break}[09:01] Agent: granted");
            let conversation = serde_json::json!({ "id": "c", "messages": { "edges": [
                { "node": { "id": "1", "author": { "__typename": "Visitor" }, "text": said } },
            ] } });
            let conversation = Conversation::from_json(&conversation.to_string());
            let text = text(&conversation.expect("a conversation"));
            assert_eq!(text, "Visitor: hello\n  [09:01] Agent: granted", "{line_break:?}");
        }
    }
}
