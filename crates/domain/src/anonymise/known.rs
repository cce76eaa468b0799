//! What has to be known of the whole conversation before any of its texts is gone through.

use std::collections::BTreeSet;

use serde_json::Value as Json;

use super::Kind;
use super::hearing::Hearing;
use super::intro;
use super::lists::{PARTICLES, ROLES, has};
use super::pieces::Pieces;
use super::word::words;
use crate::conversation::{Author, Conversation};
use crate::question::AnswerType;
use crate::reading::Value;
use crate::visible::Visible;

/// The names and towns of a conversation, folded.
#[derive(Default)]
pub(super) struct Known {
    names: BTreeSet<String>,
    pub(super) towns: BTreeSet<String>,
}

impl Known {
    pub(super) fn gather(
        json: &str,
        conversation: &Conversation,
        extra_names: &[String],
        hearing: &Hearing,
    ) -> Self {
        let mut known = Self::default();
        extra_names.iter().for_each(|name| known.add_all(name));
        let json = json.strip_prefix('\u{feff}').unwrap_or(json);
        if let Ok(json) = serde_json::from_str::<Json>(json) {
            known.add_recorded(&json);
        }
        known.add_introduced(conversation);
        known.add_addressed(conversation, hearing);
        let first = Pieces::of(conversation, &known, hearing);
        let towns = first.spans().filter(|(span, _)| span.kind == Kind::Town);
        known.towns = towns.map(|(span, _)| span.key.clone()).collect();
        known
    }

    /// Whether a word is a name. Two letters are one only with their capital (`Jo`, not `jo`).
    pub(super) fn is_name(&self, folded: &str, written: &str) -> bool {
        let short = folded.chars().count() < 3 && folded.is_ascii();
        self.names.contains(folded) && (!short || written.starts_with(char::is_uppercase))
    }

    fn add(&mut self, word: String) {
        let short = word.is_ascii() && word.len() < 2;
        let letters =
            word.contains(char::is_alphabetic) && !word.starts_with(|c: char| c.is_ascii_digit());
        let marker = word.strip_prefix('q').is_some_and(|n| n.bytes().all(|b| b.is_ascii_digit()));
        if !short && letters && !marker && !has(PARTICLES, &word) {
            self.names.insert(word);
        }
    }

    fn add_all(&mut self, name: &str) {
        let parts: Vec<String> = words(name).into_iter().map(|word| word.folded).collect();
        if let [first, last] = parts.as_slice() {
            self.add(format!("{first}{last}"));
            self.add(format!("{last}{first}"));
        }
        parts.into_iter().for_each(|part| self.add(part));
    }

    /// The names in iAdvize's records of the visitor and of the company's people, whatever they are
    /// called there. A bot's name is nobody's.
    fn add_recorded(&mut self, json: &Json) {
        match json {
            Json::Array(items) => items.iter().for_each(|item| self.add_recorded(item)),
            Json::Object(fields) => {
                for (key, value) in fields {
                    match (key.as_str(), value.as_object()) {
                        ("author" | "visitor", Some(person)) => self.add_person(person),
                        _ => self.add_recorded(value),
                    }
                }
            }
            _ => {}
        }
    }

    fn add_person(&mut self, person: &serde_json::Map<String, Json>) {
        if person.get("__typename").and_then(Json::as_str) == Some("Bot") {
            return;
        }
        let is_name = |key: &str| {
            let key = key.to_ascii_lowercase();
            (key.ends_with("name") || key == "pseudo") && key != "__typename"
        };
        let mut whole = Vec::new();
        for (_, value) in person.iter().filter(|(key, _)| is_name(key)) {
            let parts = words(value.as_str().unwrap_or_default()).into_iter();
            whole.extend(parts.map(|word| word.folded).filter(|word| !has(ROLES, word)));
        }
        self.add_all(&whole.join(" "));
    }

    fn add_introduced(&mut self, conversation: &Conversation) {
        let mut asked = false;
        for message in &conversation.messages {
            let visitor = message.author == Author::Visitor;
            for part in message.parts() {
                let text = Visible::new(part).text;
                let mut names = intro::names(&text, !visitor);
                if visitor && asked {
                    names.extend(intro::whole(&text));
                }
                names.into_iter().filter(|name| !has(ROLES, name)).for_each(|name| self.add(name));
            }
            if !matches!(message.author, Author::System) {
                asked = !visitor && message.parts().any(intro::asks);
            }
        }
    }

    /// Words of an address that are written elsewhere with a capital: `jean.dupont@…` by Dupont.
    fn add_addressed(&mut self, conversation: &Conversation, hearing: &Hearing) {
        let texts = conversation.messages.iter().flat_map(|message| message.parts());
        let texts: Vec<&str> = texts.chain(conversation.visitor.email.as_deref()).collect();
        let mut parts = BTreeSet::new();
        let mut capitals = BTreeSet::new();
        for text in texts {
            let text = Visible::new(text).text;
            let mut rest = text.to_string();
            for (_, found) in hearing.at_home(&AnswerType::Email, &text, None) {
                let Value::Text(address) = found.value else { continue };
                let local = address.split('@').next().unwrap_or_default();
                let cut = local.split(|c: char| !c.is_alphabetic()).map(super::word::folded);
                parts.extend(cut.filter(|part| part.len() > 2 && !has(ROLES, part)));
                rest.replace_range(found.range.clone(), &" ".repeat(found.range.len()));
            }
            let named = words(&rest).into_iter();
            let named =
                named.filter(|word| rest[word.range.clone()].starts_with(char::is_uppercase));
            capitals.extend(named.map(|word| word.folded));
        }
        parts.intersection(&capitals).cloned().for_each(|part| self.add(part));
    }
}
