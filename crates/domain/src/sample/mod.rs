//! Conversations to try a question set on, with nothing connected: everyday ones and the awkward
//! ones, in five languages, and a question set for each language that they all answer.

mod fit;

use serde::{Deserialize, Serialize};

pub use fit::fit;

/// What a sample shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub enum SampleKind {
    /// Short answers, each to its question.
    Plain,
    /// Answers with much beside them, over several messages.
    LongWinded,
    /// Several questions and all their answers in one message each.
    SeveralFacts,
    /// One thing said, then another.
    Corrected,
    /// A bot begins, a person goes on asking.
    BotToAgent,
    /// A question that is asked again.
    AskedTwice,
    /// Questions that get no reply or are never asked.
    Skipped,
    /// The visitor pastes a marker.
    PastedMarker,
    /// Replies that are files alone.
    AttachmentsOnly,
}

/// A conversation that comes with the program.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sample {
    /// Its name, `fr/plain`.
    pub id: &'static str,
    /// The two letters of its language.
    pub language: &'static str,
    /// What it shows.
    pub kind: SampleKind,
    /// A conversation file, the bare object.
    pub json: &'static str,
}

/// The samples, and the question set, of each language.
macro_rules! library {
    ($($language:literal)+) => {
        const SHIPPED: &[Sample] = &[$(
            sample!($language, "plain", Plain),
            sample!($language, "long_winded", LongWinded),
            sample!($language, "several_facts", SeveralFacts),
            sample!($language, "corrected", Corrected),
            sample!($language, "bot_to_agent", BotToAgent),
            sample!($language, "asked_twice", AskedTwice),
            sample!($language, "skipped", Skipped),
            sample!($language, "pasted_marker", PastedMarker),
            sample!($language, "attachments_only", AttachmentsOnly),
        )+];
        const QUESTIONS: &[(&str, &str)] = &[$(
            ($language, include_str!(concat!("../../samples/", $language, "/questions.json"))),
        )+];
    };
}

macro_rules! sample {
    ($language:literal, $name:literal, $kind:ident) => {
        Sample {
            id: concat!($language, "/", $name),
            language: $language,
            kind: SampleKind::$kind,
            json: include_str!(concat!("../../samples/", $language, "/", $name, ".json")),
        }
    };
}

library!("fr" "en" "de" "es" "it");

/// Every sample, language by language.
pub fn shipped() -> &'static [Sample] {
    SHIPPED
}

/// The question set file that the samples of a language answer.
pub fn questions(language: &str) -> Option<&'static str> {
    QUESTIONS.iter().find(|(known, _)| *known == language).map(|(_, json)| *json)
}

#[cfg(test)]
mod tests;
