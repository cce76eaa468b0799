//! Sample conversations, what is read from them, and what a change would do.

use super::MessageView;
use leadbridge_domain::{
    anonymise::Kind,
    compare::AnswerChange,
    extract::{AnswerReasons, MessageAccount},
    question::QuestionSet,
    reading::Reading,
    sample::SampleKind,
};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use std::collections::BTreeMap;
use ts_rs::TS;

/// A conversation to try questions on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "from", rename_all = "snake_case")]
pub enum SampleOf {
    /// One that comes with Leadbridge.
    Shipped {
        /// Its id, e.g. `fr/corrected`.
        id: String,
    },
    /// One that was kept as a sample.
    Kept {
        /// Its id.
        id: String,
    },
    /// A conversation that was received.
    Conversation {
        /// iAdvize's id.
        id: String,
    },
    /// A file's text, in the conversation file's form.
    File {
        /// The text.
        json: String,
    },
}

/// A sample in the library.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct SampleRow {
    /// Which one.
    pub sample: SampleOf,
    /// What it shows, of those that come with Leadbridge.
    pub kind: Option<SampleKind>,
    /// The name that it was kept under.
    pub name: Option<String>,
    /// Its language, two letters.
    pub language: Option<String>,
    /// The beginning of the first thing the visitor wrote.
    pub snippet: String,
    /// Whether names, addresses, phones and emails in it were replaced.
    pub anonymised: bool,
    /// Whether expected results are kept for the set that was asked about.
    pub expected: bool,
}

/// Ask for the library.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct SamplesRequest {
    /// The question set whose expected results are meant.
    pub set: Option<String>,
}

/// Read a sample with questions that need not be saved.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct PreviewRequest {
    /// The question set's id, for its expected results.
    pub set: Option<String>,
    /// The questions; those with faults that keep them from being read are left out.
    #[ts(as = "QuestionSet")]
    pub draft: Value,
    /// The conversation.
    pub sample: SampleOf,
}

/// What a sample gives.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct Preview {
    /// The transcript.
    pub messages: Vec<MessageView>,
    /// The answers, with the characters they stand on.
    pub reading: Reading,
    /// Why each answer came out so.
    pub reasons: Vec<AnswerReasons>,
    /// What became of each message of the visitor.
    pub accounts: Vec<MessageAccount>,
    /// Where this differs from the expected results; `null` where none are kept.
    pub unexpected: Option<Vec<AnswerChange>>,
    /// How long the reading took, in microseconds.
    pub took_us: u32,
}

/// Keep a conversation as a sample.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct KeepSample {
    /// The conversation.
    pub sample: SampleOf,
    /// The name to keep it under.
    pub name: String,
    /// Replace names, addresses, phones and emails, each by the same stand-in everywhere.
    pub anonymise: bool,
}

/// A sample that was kept.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct SampleKept {
    /// The sample.
    pub row: SampleRow,
    /// How often something of each kind was replaced; empty where nothing was to be.
    pub replaced: BTreeMap<Kind, u32>,
    /// Whether it reads like the original.
    pub reads_the_same: bool,
}

/// Keep what is read now as what is expected, or forget what was.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct ExpectSample {
    /// The question set's id.
    pub set: String,
    /// The questions as they are now; `null` forgets what was expected.
    #[ts(as = "Option<QuestionSet>")]
    pub draft: Option<Value>,
    /// The sample: one that came with Leadbridge or was kept.
    pub sample: SampleOf,
}

/// Check every sample that has expected results.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct CheckSamples {
    /// The question set's id.
    pub set: String,
    /// The questions; the kept draft when `null`.
    #[ts(as = "Option<QuestionSet>")]
    pub draft: Option<Value>,
}

/// Whether the samples still give what is expected.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct CheckReport {
    /// The set's name.
    pub set: String,
    /// How many give what is expected.
    pub passed: u32,
    /// How many don't.
    pub failed: u32,
    /// Each sample with expected results.
    pub samples: Vec<CheckedSample>,
}

/// A sample that was checked.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct CheckedSample {
    /// Which one.
    pub row: SampleRow,
    /// What was expected, and what is read now; empty when it is the same.
    pub differences: Vec<AnswerChange>,
}

/// Ask what a change would do to past conversations.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct WhatIf {
    /// The new questions.
    #[ts(as = "QuestionSet")]
    pub draft: Value,
    /// What to compare them with; the version in use when `null`.
    #[ts(as = "Option<QuestionSet>")]
    pub against: Option<Value>,
    /// How many conversations, the newest first; 1,000 when `null`, 10,000 at most.
    pub last: Option<u32>,
}

/// What a change would do to past conversations.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct WhatIfReport {
    /// How many conversations were read, twice each.
    pub conversations: u32,
    /// In how many an answer would change.
    pub changed: u32,
    /// How many could not be read at all.
    pub unreadable: u32,
    /// How long it took, in milliseconds.
    pub took_ms: u32,
    /// How many answers would change, by question.
    pub questions: Vec<QuestionTally>,
    /// The conversations that would change, the newest first, 500 at most.
    pub rows: Vec<WhatIfRow>,
}

/// How many answers to a question would change.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct QuestionTally {
    /// The question's number.
    pub number: u32,
    /// Its field.
    pub field: String,
    /// How many would change.
    pub changed: u32,
    /// How many of them would gain a value where there was none.
    pub gained: u32,
    /// How many of them would lose the value there was.
    pub lost: u32,
}

/// A conversation in which answers would change.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct WhatIfRow {
    /// The conversation.
    pub conversation_id: String,
    /// The visitor's name, if given.
    pub visitor: Option<String>,
    /// The person's email.
    pub email: Option<String>,
    /// When it ended.
    pub closed_at: Option<String>,
    /// The answers that would change.
    pub changes: Vec<AnswerChange>,
}
