//! The questions a company asks its visitors, and how each answer is to be read.

mod compare;
mod fault;
mod file;
mod greeting;
mod kind;
pub(crate) mod language;
mod lint;
mod list;
mod naming;
mod object;
mod patch;
mod place;

pub(crate) use compare::origins;
pub use compare::{SetChange, SetChangeKind, compare};
pub use fault::Fault;
pub(crate) use file::listed;
pub use kind::{AnswerType, Capture, ChoiceOption, Repeat};
pub use lint::{Finding, FindingCode, Fix, FixCode, Severity, With, lint};
pub use list::from_list;
pub use patch::{PatchError, PatchOp, PatchStep, apply_fix};

use std::collections::BTreeMap;

use serde::{Deserialize, Deserializer, Serialize, de};

/// The greatest number a marker can name.
pub const LAST_NUMBER: u32 = 9999;

/// A question set: a file a company writes once and every conversation is read with.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct QuestionSet {
    /// Name, shown and printed with every reading.
    pub name: String,
    /// Two-letter language the answers are mostly written in: decides the order of numeric
    /// dates and which separators come first.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "ts", ts(optional))]
    pub language: Option<String>,
    /// Two-letter country: decides how phone numbers and postcodes are read.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "ts", ts(optional))]
    pub region: Option<String>,
    /// Three-letter currency of amounts that name none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "ts", ts(optional))]
    pub currency: Option<String>,
    /// The questions, in the file's order.
    pub questions: Vec<Question>,
}

impl QuestionSet {
    /// Reads a question set file, or says everything that is wrong with it.
    pub fn from_json(json: &str) -> Result<Self, Vec<Fault>> {
        file::from_json(json)
    }

    /// What can be read of a set that is still being written: what is faulty falls to its
    /// default, a question without a usable number is left out, and of two questions with one
    /// number the first stays.
    pub fn lenient(value: &serde_json::Value) -> Self {
        file::lenient(value)
    }
}

/// Checks as [`QuestionSet::from_json`] does, so that a set inside another file (the
/// configuration) obeys the same rules.
impl<'de> Deserialize<'de> for QuestionSet {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let value = serde_json::Value::deserialize(deserializer)?;
        file::from_value(&value).map_err(|faults| {
            let sentences: Vec<String> = faults.iter().map(Fault::to_string).collect();
            de::Error::custom(sentences.join("; "))
        })
    }
}

/// One question and how its answer is read.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Question {
    /// The `n` of its marker `[](Qn)`, 1 to 9999.
    #[cfg_attr(feature = "schema", schemars(range(min = 1, max = 9999)))]
    pub number: u32,
    /// Name of the answer, for mappings and listings.
    pub field: String,
    /// The question as asked.
    #[serde(default)]
    pub text: String,
    /// The same question in other languages, by language code.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    #[cfg_attr(feature = "ts", ts(as = "Option<BTreeMap<String, String>>", optional))]
    pub texts: BTreeMap<String, String>,
    /// What kind of answer it expects.
    pub answer: AnswerType,
    /// Which of the visitor's messages are the reply.
    #[serde(default, skip_serializing_if = "Capture::is_default")]
    #[cfg_attr(feature = "ts", ts(as = "Option<Capture>", optional))]
    pub capture: Capture,
    /// Which asking counts where it is asked again.
    #[serde(default, skip_serializing_if = "Repeat::is_default")]
    #[cfg_attr(feature = "ts", ts(as = "Option<Repeat>", optional))]
    pub repeat: Repeat,
    /// Whether a lead needs it.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    #[cfg_attr(feature = "ts", ts(as = "Option<bool>", optional))]
    pub required: bool,
}

#[cfg(test)]
mod tests;
