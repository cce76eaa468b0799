//! Question sets as they are designed: drafts, versions, and what is to be set up by hand.

use leadbridge_domain::{
    kit::{Entry, LeftOut, SheetLanguage},
    question::{Finding, QuestionSet, SetChange},
};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use ts_rs::TS;

/// A question set in the list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct QuestionSetRow {
    /// Its id.
    pub id: String,
    /// Its name, as in the draft.
    pub name: String,
    /// Its language, two letters.
    pub language: Option<String>,
    /// How many questions the draft has.
    pub questions: u32,
    /// The latest version; absent as long as none was saved.
    pub version: Option<u32>,
    /// Whether the draft differs from the latest version.
    pub changed: bool,
    /// The version that conversations are read with, if it is one of this set's.
    pub in_use: Option<u32>,
    /// When the draft was last changed.
    pub edited_at: String,
}

/// A question set with its draft and its versions.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct QuestionSetDetail {
    /// As in the list.
    pub row: QuestionSetRow,
    /// What is being designed; it may have faults, unlike a version.
    #[ts(as = "QuestionSet")]
    pub draft: Value,
    /// Grows with each kept draft: who saves says which one was changed.
    pub revision: u32,
    /// What is wrong with the draft.
    pub findings: Vec<Finding>,
    /// Every version, the newest first.
    pub versions: Vec<VersionRow>,
}

/// A version of a question set: what it was when it was saved. Versions never change.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct VersionRow {
    /// 1 for the first.
    pub number: u32,
    /// When it was saved.
    pub saved_at: String,
    /// How many questions it has.
    pub questions: u32,
    /// Whether conversations are read with it now.
    pub in_use: bool,
    /// How many kept conversations were read with it.
    pub conversations: u32,
}

/// A version of a question set, by number.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct VersionOf {
    /// The set's id.
    pub id: String,
    /// The version's number.
    pub number: u32,
}

/// The version that a conversation was read with.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ReadWith {
    /// The set's id.
    pub id: String,
    /// The set's name, as in that version.
    pub name: String,
    /// The version's number.
    pub number: u32,
    /// Whether that version is in use now.
    pub in_use: bool,
}

/// A draft on its own.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct Draft {
    /// A question set in the file's form; it may have faults.
    #[ts(as = "QuestionSet")]
    pub draft: Value,
}

/// Keep a set's draft.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct SaveDraft {
    /// The set's id.
    pub id: String,
    /// The draft.
    #[ts(as = "QuestionSet")]
    pub draft: Value,
    /// The revision that was changed. Where another one is kept meanwhile, nothing is saved and
    /// the error's code is `conflict`. `null` saves over whatever is kept.
    pub revision: Option<u32>,
}

/// A draft was kept.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct SavedDraft {
    /// Its revision.
    pub revision: u32,
    /// Whether it differs from the latest version.
    pub changed: bool,
    /// What is wrong with it.
    pub findings: Vec<Finding>,
}

/// Save the draft as a version.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct SaveVersion {
    /// The set's id.
    pub id: String,
    /// The draft's revision. Where another one is kept meanwhile, no version is made of it and the
    /// error's code is `conflict`.
    pub revision: u32,
    /// Whether conversations are read with it from now on.
    pub put_to_use: bool,
    /// Then: whether lines of the mapping go whose answers these questions don't give. Where there
    /// are such lines and they are to stay, the error's code is `mapping_left`, and there is no
    /// new version.
    pub drop_lines: bool,
}

/// Read conversations with a version from now on.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct UseVersion {
    /// The set's id.
    pub id: String,
    /// The version's number.
    pub number: u32,
    /// Whether lines of the mapping go whose answers these questions don't give. Where there are
    /// such lines and they are to stay, the error's code is `mapping_left`.
    pub drop_lines: bool,
}

impl From<VersionOf> for UseVersion {
    /// With the mapping as it is.
    fn from(VersionOf { id, number }: VersionOf) -> Self {
        Self { id, number, drop_lines: false }
    }
}

/// Two versions to compare; `null` is the draft.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct CompareVersions {
    /// The set's id.
    pub id: String,
    /// The older one.
    pub before: Option<u32>,
    /// The newer one.
    pub after: Option<u32>,
}

/// What changed between two versions.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct VersionChanges {
    /// One row a change; empty when they are the same.
    pub changes: Vec<SetChange>,
}

/// A question set's file, a configuration's, or plain questions, one a line.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct QuestionText {
    /// The text.
    pub text: String,
    /// The language of plain questions, two letters.
    pub language: Option<String>,
}

/// What a text was read as.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct ReadQuestions {
    /// The questions in it.
    #[ts(as = "QuestionSet")]
    pub draft: Value,
    /// Whether the text is a file, a question set's or a configuration's, and not a list of
    /// questions.
    pub is_file: bool,
    /// What is wrong with them.
    pub findings: Vec<Finding>,
}

/// Ask for the kit: what the admin sets up by hand in iAdvize.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct KitRequest {
    /// The questions.
    #[ts(as = "QuestionSet")]
    pub draft: Value,
    /// Only this language, two letters; all that the questions have when `null`.
    pub language: Option<String>,
    /// The category that the pre-recorded answers get in iAdvize.
    pub category: String,
    /// The language of the sheet's own words, and of the spreadsheet's.
    pub words: SheetLanguage,
}

/// What the admin sets up by hand in iAdvize, since no API exists for it.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct Kit {
    /// One entry a question and language.
    pub entries: Vec<Entry>,
    /// The questions that have no entry, and why.
    pub left_out: Vec<LeftOut>,
    /// All contents, an empty line between them.
    pub all: String,
    /// The CSV file, safe to open in a spreadsheet.
    pub csv: String,
    /// A page to print, HTML.
    pub sheet: String,
    /// The bot's script in order, plain text.
    pub script: String,
}
