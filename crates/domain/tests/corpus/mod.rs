//! The conversations that people labelled by hand, as they stand in `tests/fixtures/corpus`.

use std::collections::BTreeMap;

use serde::Deserialize;
use serde_json::{Value, json};

/// A part of the corpus in one language.
#[derive(Deserialize)]
pub struct Corpus {
    pub language: String,
    region: String,
    currency: String,
    pub cases: Vec<Case>,
}

/// A conversation and what is read from it.
#[derive(Deserialize)]
pub struct Case {
    pub name: String,
    /// When everything is said.
    pub at: String,
    questions: Vec<Value>,
    /// `who: what`.
    pub say: Vec<String>,
    /// The value of each field, `null` where a careful reader would give none.
    pub expect: BTreeMap<String, Value>,
    language: Option<String>,
    region: Option<String>,
    currency: Option<String>,
}

impl Corpus {
    /// A case's question set, as a file.
    pub fn set(&self, case: &Case) -> String {
        let set = json!({
            "name": case.name,
            "language": case.language.as_ref().unwrap_or(&self.language),
            "region": case.region.as_ref().unwrap_or(&self.region),
            "currency": case.currency.as_ref().unwrap_or(&self.currency),
            "questions": case.questions,
        });
        set.to_string()
    }
}

impl Case {
    /// The messages, as iAdvize's edges.
    pub fn edges(&self) -> Vec<Value> {
        let numbered = self.say.iter().enumerate();
        numbered.map(|(at, line)| edge(&format!("m{at}"), line, &self.at)).collect()
    }
}

/// A line of `say`, as iAdvize has it.
pub fn edge(id: &str, line: &str, at: &str) -> Value {
    let (who, text) = line.split_once(": ").unwrap_or((line.trim_end_matches(':'), ""));
    let author = match who {
        "bot" => "Bot",
        "agent" => "Professional",
        "visitor" => "Visitor",
        other => panic!("{line:?}: who is {other}?"),
    };
    json!({"node": {
        "__typename": "ParticipantConversationMessage", "id": id, "text": text,
        "createdAt": at, "author": {"__typename": author}, "attachments": [],
    }})
}
