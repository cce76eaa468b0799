//! Conversations with known answers: eighteen written by hand, one for each thing that happens in real ones, and as
//! many made ones as a load test wants. All of them go with one question set, [`QUESTIONS`].

mod generated;
mod phrases;

use serde::Deserialize;
use serde_json::Value;
use std::collections::BTreeMap;

pub use generated::generated;

/// The question set of all these conversations, a home improvement shop's, as a question set file.
pub const QUESTIONS: &str = include_str!("../../fixtures/questions.json");

/// What every hand-written conversation is expected to give, by the conversation's name.
const EXPECTED: &str = include_str!("../../fixtures/expected.json");

/// A conversation and what it is to become.
#[derive(Clone, Debug)]
pub struct Seed {
    /// A short name, which says what the conversation is there for.
    pub name: String,
    /// The conversation, as a conversation file.
    pub conversation: Value,
    /// The lead that is right.
    pub expected: Expected,
}

impl Seed {
    /// The conversation's id.
    pub fn id(&self) -> &str {
        self.conversation["id"].as_str().unwrap_or_default()
    }
}

/// The lead that a conversation is to become.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Expected {
    /// The person's email, where one is to be found.
    pub email: Option<String>,
    /// Where it is to be found: `visitor`, `answer` or `transcript`.
    pub email_source: Option<String>,
    /// The value of every field of the question set; null where there is none.
    pub answers: BTreeMap<String, Value>,
    /// The status of every field, such as `answered` or `needs_review`.
    pub statuses: BTreeMap<String, String>,
}

/// The same as the file has it.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    email: Option<String>,
    email_source: Option<String>,
    answers: BTreeMap<String, Answer>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Answer {
    status: String,
    value: Value,
}

impl From<Entry> for Expected {
    fn from(entry: Entry) -> Self {
        let fields = || entry.answers.iter();
        Self {
            answers: fields()
                .map(|(field, answer)| (field.clone(), answer.value.clone()))
                .collect(),
            statuses: fields()
                .map(|(field, answer)| (field.clone(), answer.status.clone()))
                .collect(),
            email: entry.email,
            email_source: entry.email_source,
        }
    }
}

/// The hand-written conversations, in the order of their names.
pub fn conversations() -> Vec<Seed> {
    let mut expected: BTreeMap<String, Entry> =
        serde_json::from_str(EXPECTED).expect("the expectations built in are JSON");
    let seeds = FILES.iter().map(|(name, file)| Seed {
        name: (*name).to_owned(),
        conversation: serde_json::from_str(file).expect("the conversations built in are JSON"),
        expected: expected.remove(*name).expect("every conversation has its expectation").into(),
    });
    seeds.collect()
}

macro_rules! files {
    ($($name:literal)*) => {
        &[$(($name, include_str!(concat!("../../fixtures/conversations/", $name, ".json")))),*]
    };
}

/// Every file of `fixtures/conversations`.
const FILES: &[(&str, &str)] = files! {
    "01-fr-every-question"
    "02-fr-bot-then-agent"
    "03-en-second-thoughts"
    "04-en-asked-twice"
    "05-de-two-questions-at-once"
    "06-de-skipped-question"
    "07-es-no-email"
    "08-es-markup"
    "09-it-marker-spellings"
    "10-it-numbered-choices"
    "11-fr-photo-only"
    "12-fr-third-party"
    "13-en-long"
    "14-fr-expert"
    "15-de-found-later"
    "16-es-changed-mind"
    "17-it-no-question"
    "18-fr-gone"
};

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn every_file_is_here_and_every_field_is_expected() {
        let seeds = conversations();
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/fixtures/conversations");
        assert_eq!(std::fs::read_dir(folder).unwrap().count(), seeds.len());
        let set: Value = serde_json::from_str(QUESTIONS).unwrap();
        let questions = set["questions"].as_array().unwrap();
        let fields: BTreeSet<&str> =
            questions.iter().map(|question| question["field"].as_str().unwrap()).collect();
        for seed in seeds.iter().chain(&generated(5, 1)) {
            let expected: BTreeSet<&str> =
                seed.expected.answers.keys().map(String::as_str).collect();
            assert_eq!(expected, fields, "{}", seed.name);
        }
    }

    #[test]
    fn five_languages_and_more_than_a_page_of_messages() {
        let seeds = conversations();
        let languages: BTreeSet<_> =
            seeds.iter().map(|seed| seed.conversation["language"].as_str().unwrap()).collect();
        assert_eq!(languages.into_iter().collect::<Vec<_>>(), ["de", "en", "es", "fr", "it"]);
        let messages =
            |seed: &Seed| seed.conversation["messages"]["edges"].as_array().unwrap().len();
        assert!(seeds.iter().any(|seed| messages(seed) > 100));
    }

    /// What a text answer or an address stands on must be in the conversation, word for word.
    #[test]
    fn nothing_expected_is_invented() {
        for seed in conversations() {
            let all = seed.conversation.to_string().to_lowercase();
            let texts = seed.expected.answers.values().filter_map(Value::as_str);
            let said = texts.filter(|text| !QUESTIONS.contains(&format!("\"{text}\"")));
            for line in said.flat_map(str::lines).chain(seed.expected.email.as_deref()) {
                assert!(all.contains(&line.to_lowercase()), "{}: {line}", seed.name);
            }
        }
    }
}
